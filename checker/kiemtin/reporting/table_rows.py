"""The columns of findings in sheets, CSV and XLSX alike."""

from __future__ import annotations

from collections.abc import Iterator

from kiemtin.foundation.messages import Lang, message
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.report import Report
from kiemtin.reporting.rows import rows_of, severity_of

COLUMNS = (
    "file", "item", "place", "severity", "state", "rule", "clause", "message", "words",
    "measured", "required", "todo", "repair", "confirmed", "reason", "person", "fingerprint",
)  # fmt: skip
"""Names of messages `column.<name>`; the order of the cells."""
LONGEST = 32_000
"""A cell of a sheet holds no more than 32 767 characters."""


def heading(lang: Lang) -> list[str]:
    return [message(f"column.{name}", lang) for name in COLUMNS]


def table_rows(report: Report, lang: Lang) -> Iterator[list[str]]:
    """Cells as text: one row a place of a failure, then one for each rule that could not be checked."""
    document = report.document
    for row in rows_of(report, lang, unchecked=True):
        finding = row.finding
        item = document.items[finding.item] if 0 <= finding.item < len(document.items) else None
        waiver = report.acceptance.waived.get(finding.fingerprint)
        cells = [
            document.path,
            "" if item is None else item.number or str(finding.item + 1),
            row.where.removeprefix(visible(document.path)).lstrip(":, "),
            severity_of(row, lang),
            message(f"row.{row.state}", lang),
            finding.rule,
            row.clause,
            row.message,
            row.words,
            phrases.said(finding.measured, lang) if finding.measured else "",
            phrases.said(finding.required, lang) if finding.required else "",
            row.help,
            row.after,
            "" if row.number is None else message("yes" if finding.confirmed else "no", lang),
            waiver.reason if waiver else "",
            waiver.person if waiver else "",
            finding.fingerprint,
        ]
        yield [visible(cell)[:LONGEST] for cell in cells]
