"""A workbook of its own for a bulletin that is none, with the same notes: the cells of a table (.csv, .ods),
else a row for each paragraph."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from kiemtin.documents.delimited import cells
from kiemtin.documents.model import Document, Origin
from kiemtin.foundation.messages import Lang
from kiemtin.foundation.records import replace
from kiemtin.reporting.opc import hold
from kiemtin.reporting.report import Report
from kiemtin.reporting.workbook.annotating import annotated
from kiemtin.reporting.workbook.cells import cell_text

_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


def compose(source: bytes, report: Report, lang: Lang) -> bytes:
    """All cells of the table in `source` as text, else the paragraphs of the bulletin; notes as `annotate`.

    Raises DocumentError for what cannot be read, DraftChangedError if it is not the rundown of the report.
    """
    hold(source, report.document.sha256)
    from xlsxwriter import Workbook

    if any(block.origin.kind == "cell" for block in report.document.blocks[:1]):
        written = _cells(source, report.document)
    else:
        report = report._replace(document=_as_table(report.document))
        written = _paragraphs(report.document)

    stream = BytesIO()
    with Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": _NO_TIME})
        sheet = book.add_worksheet()
        for row, column, words in written:
            if words:
                sheet.write_string(row, column, cell_text(words))
    return annotated(stream.getvalue(), report, lang)


def _cells(source: bytes, document: Document) -> list[tuple[int, int, str]]:
    """The cells of a table, with row and column from 0."""
    if source.startswith(b"PK"):
        from kiemtin.documents.spreadsheet import cells as cells_of

        found = cells_of(source, document.path, document.blocks[0].origin.part)
        return [(row - 1, at, cell.text) for row, cells in found.items() for at, cell in cells.items()]
    rows = cells(source, document.path)
    return [(row, at, words) for row, found in enumerate(rows) for at, words in enumerate(found)]


def _as_table(document: Document) -> Document:
    """The document as if each of its blocks stood in a cell: a row a block, behind the item's place."""
    row = 0
    items = []
    for item in document.items:
        blocks = []
        for block in item.blocks:
            row += 1
            blocks.append(replace(block, origin=Origin("cell", row, 2)))
        items.append(replace(item, blocks=tuple(blocks)))
    return replace(document, items=tuple(items))


def _paragraphs(document: Document) -> list[tuple[int, int, str]]:
    """The cells of `_as_table`: the place of an item in the bulletin beside its first paragraph."""
    found = []
    for number, item in enumerate(document.items, start=1):
        for at, block in enumerate(item.blocks):
            row = block.origin.index - 1
            found += [(row, 0, str(number))] if at == 0 else []
            found.append((row, 1, block.span.of(document.text)))
    return found
