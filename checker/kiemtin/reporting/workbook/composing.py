"""A workbook of its own for a rundown that is none (.csv, .tsv), with the same notes."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from kiemtin.documents.delimited import cells
from kiemtin.foundation.messages import Lang
from kiemtin.reporting.opc import hold
from kiemtin.reporting.report import Report
from kiemtin.reporting.workbook.annotating import annotated
from kiemtin.reporting.workbook.cells import cell_text

_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


def compose(source: bytes, report: Report, lang: Lang) -> bytes:
    """All cells of the delimited file in `source` as text, else as `annotate`.

    Raises DocumentError for what cannot be read, DraftChangedError if it is not the rundown of the report.
    """
    hold(source, report.document.sha256)
    from xlsxwriter import Workbook

    stream = BytesIO()
    with Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": _NO_TIME})
        sheet = book.add_worksheet()
        for row, words in enumerate(cells(source, report.document.path)):
            for column, word in enumerate(words):
                if word:
                    sheet.write_string(row, column, cell_text(word))
    return annotated(stream.getvalue(), report, lang)
