"""The figures as a workbook with charts of its own, and one outlet's findings with columns for its reply."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from kiemtin.auditing.answers import (
    CODE_COLUMN,
    CODER_COLUMNS,
    NOTE_COLUMN,
    REPLIED,
    REPLIES,
    REPLY_COLUMN,
    VERDICTS,
)
from kiemtin.auditing.figures import Evidence, Figures
from kiemtin.auditing.rendering import wording
from kiemtin.auditing.rendering.html import issue_of, summary, title_of
from kiemtin.auditing.rendering.tables import Table, tables
from kiemtin.auditing.statistics import Share
from kiemtin.documents.own_files import KEYWORD
from kiemtin.foundation.messages import Lang, message

ROWS = 1_048_576 - 10
"""Of one sheet of Excel."""
_CREATED = datetime(2000, 1, 1)
"""So that the same figures give the same bytes."""
_WIDTHS = {"text": 28, "number": 13, "rate": 12}
_CHARTED = ("rules", "outlet", "medium", "section", "rank")


def render(
    figures: Figures,
    lang: Lang,
    findings: Iterable[Evidence],
    extra: tuple[Table, ...] = (),
    *,
    replies: bool = False,
) -> bytes:
    """Summary, tables, charts, all findings; with `replies` each has a place for the outlet's reply."""
    made = _Book(lang)
    made.summary(figures)
    every = [*tables(figures, lang), *extra]
    for table in every:
        if table.id != "coverage":
            made.table(table, chart=table.id in _CHARTED, trend=table.id == "month")
    made.coverage(figures)
    columns = [*_FINDING_COLUMNS, *((REPLY_COLUMN, NOTE_COLUMN) if replies else ())]
    made.findings(message("audit.sheet.findings", lang), findings, columns)
    return made.bytes()


def review_sheet(
    sample: Sequence[Evidence], passed: Sequence[dict[str, Any]], figures: Figures, lang: Lang
) -> bytes:
    """A sample for people to judge blind: findings and decisions that passed, three columns for verdicts."""
    made = _Book(lang)
    made.explain(message("audit.sheet.review.how", lang, {"command": figures.command}))
    made.findings(
        message("audit.sheet.review", lang), sample, [*_FINDING_COLUMNS, *CODER_COLUMNS, NOTE_COLUMN], passed
    )
    return made.bytes()


_FINDING_COLUMNS = [
    "outlet", "day", "issue", "headline", "severity", "confirmed", "rule", "sentence", "context", "measured",
    "required", "fix", "place", CODE_COLUMN,
]  # fmt: skip
_COLUMN_WIDTHS = {
    "headline": 36, "sentence": 48, "context": 60, "fix": 30, "place": 30, "rule": 30, "issue": 22,
    "code": 34, "note": 36, "reply": 16,
}  # fmt: skip


class _Book:
    def __init__(self, lang: Lang) -> None:
        import xlsxwriter

        self.lang: Lang = lang
        self._stream = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._stream,
            {
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "constant_memory": True,
            },
        )
        self._book.set_properties({"created": _CREATED, "keywords": KEYWORD})
        make = self._book.add_format
        base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        self._title = make({**base, "bold": True, "font_size": 14})
        self._head = make({**base, "bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#E8EEF5"})
        self._head_right = make({
            **base, "bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#E8EEF5", "align": "right",
        })  # fmt: skip
        self._text = make({**base, "text_wrap": True})
        self._note = make({**base, "italic": True, "font_color": "#5B6675", "text_wrap": True})
        self._number = make({**base, "num_format": "#,##0"})
        self._rate = make({**base, "num_format": "0.0"})
        self._open = make({**base, "text_wrap": True, "bg_color": "#FFF8E1", "locked": False})
        self._names: set[str] = set()

    def bytes(self) -> bytes:
        self._book.close()
        return self._stream.getvalue()

    def _sheet(self, name: str) -> Any:
        base = "".join(sign for sign in name if sign not in "[]:*?/\\'")[:28]
        unique, number = base, 1
        while unique.lower() in self._names:
            number += 1
            unique = f"{base} {number}"
        self._names.add(unique.lower())
        sheet = self._book.add_worksheet(unique)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def explain(self, text: str) -> None:
        sheet = self._sheet(message("audit.sheet.how", self.lang))
        sheet.set_column(0, 0, 110)
        for row, line in enumerate(text.split("\n")):
            sheet.write_string(row, 0, line, self._text)

    def summary(self, figures: Figures) -> None:
        sheet = self._sheet(message("audit.sheet.summary", self.lang))
        sheet.set_column(0, 0, 110)
        sheet.write_string(0, 0, title_of(figures, self.lang), self._title)
        sheet.write_string(2, 0, summary(figures, self.lang), self._text)
        sheet.set_row(2, 48)
        sheet.write_string(4, 0, message("audit.html.form_only", self.lang), self._note)
        sheet.set_row(4, 32)
        sheet.write_string(6, 0, figures.command, self._text)

    def table(self, table: Table, *, chart: bool, trend: bool) -> None:
        sheet = self._sheet(table.title)
        sheet.write_string(0, 0, table.title, self._title)
        if table.note:
            sheet.merge_range(1, 0, 1, 7, "", self._note)
            sheet.write_string(1, 0, table.note, self._note)
            sheet.set_row(1, 30)
        places: list[int] = []
        column = 0
        for heading, kind in zip(table.headings, table.kinds, strict=True):
            places.append(column)
            wide = _WIDTHS[kind] + (10 if kind == "text" and column == 0 else 0)
            sheet.set_column(column, column, wide)
            sheet.write_string(3, column, heading, self._head if kind == "text" else self._head_right)
            column += 1
            if kind == "rate":
                for bound in ("low", "high"):
                    sheet.write_string(
                        3, column, message(f"audit.sheet.{bound}", self.lang), self._head_right
                    )
                    column += 1
        sheet.set_row(3, 45)
        sheet.freeze_panes(4, 1)
        for at, row in enumerate(table.rows):
            for place, cell in zip(places, row, strict=True):
                self._cell(sheet, 4 + at, place, cell)
        if table.rows and column:
            sheet.autofilter(3, 0, 3 + len(table.rows), column - 1)
        if (chart or trend) and "rate" in table.kinds and table.rows:
            self._chart(sheet, table, places[table.kinds.index("rate")], trend=trend)

    def _cell(self, sheet: Any, row: int, column: int, cell: Any) -> None:
        if isinstance(cell, Share):
            for at, value in enumerate((cell.value, cell.low, cell.high)):
                if value is not None:
                    sheet.write_number(row, column + at, 100 * value, self._rate)
        elif isinstance(cell, str):
            sheet.write_string(row, column, cell, self._text)
        elif cell is not None:
            sheet.write_number(row, column, cell, self._number)

    def _chart(self, sheet: Any, table: Table, rate: int, *, trend: bool) -> None:
        kind = "line" if trend else "bar"
        chart = self._book.add_chart({"type": kind})
        last = 3 + min(len(table.rows), 40)
        told = [row[table.kinds.index("rate")] for row in table.rows[:40]]
        shares = [each for each in told if isinstance(each, Share)]
        whiskers = {
            "type": "custom",
            "plus_values": [100 * ((each.high or 0) - (each.value or 0)) for each in shares],
            "minus_values": [100 * ((each.value or 0) - (each.low or 0)) for each in shares],
        }
        series: dict[str, Any] = {
            "name": [sheet.name, 3, rate],
            "categories": [sheet.name, 4, 0, last, 0],
            "values": [sheet.name, 4, rate, last, rate],
            "fill": {"color": "#1F5FA8"},
            "line": {"color": "#1F5FA8"},
            ("y" if trend else "x") + "_error_bars": whiskers,
        }
        if trend:
            series["marker"] = {"type": "circle", "size": 5}
        chart.add_series(series)
        chart.set_title({"name": table.title, "name_font": {"size": 12}})
        chart.set_legend({"none": True})
        if not trend:
            chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
        (chart.set_y_axis if trend else chart.set_x_axis)({"min": 0, "num_format": "0"})
        if trend:
            chart.set_x_axis({"num_font": {"rotation": -45}})
        chart.set_size({"width": 760, "height": max(280, 26 * (last - 3) + 90) if not trend else 380})
        sheet.insert_chart(5 + len(table.rows), 0, chart)  # below, so that a printed page has both

    def coverage(self, figures: Figures) -> None:
        """Fields over months as one line each."""
        months = [group.key for group in figures.groups["month"] if group.key]
        fields = [group.key for group in figures.groups["field"]][:8]
        if not months or not fields:
            return
        title = message("audit.table.coverage", self.lang)
        sheet = self._sheet(title)
        sheet.write_string(0, 0, title, self._title)
        heads = [message("audit.table.column.month", self.lang), message("audit.chart.leaders", self.lang)]
        heads += [wording.key_of("field", field, self.lang) for field in fields]
        for at, head in enumerate(heads):
            sheet.write_string(3, at, head, self._head_right if at else self._head)
        sheet.set_row(3, 32)
        sheet.set_column(0, len(heads), 15)
        whole = {group.key: group for group in figures.groups["month"]}
        for at, month in enumerate(months):
            sheet.write_string(4 + at, 0, wording.month(month, self.lang), self._text)
            leading = whole[month].coverage.value
            if leading is not None:
                sheet.write_number(4 + at, 1, 100 * leading, self._rate)
            for column, field in enumerate(fields, 2):
                group = figures.field_months.get((field, month))
                items = group.items if group else 0.0
                sheet.write_number(4 + at, column, 100 * items / (whole[month].items or 1), self._rate)
        chart = self._book.add_chart({"type": "line"})
        for column in range(1, len(heads)):
            chart.add_series({
                "name": [sheet.name, 3, column],
                "categories": [sheet.name, 4, 0, 3 + len(months), 0],
                "values": [sheet.name, 4, column, 3 + len(months), column],
            })  # fmt: skip
        chart.set_title({"name": message("audit.chart.coverage", self.lang), "name_font": {"size": 11}})
        chart.set_legend({"position": "bottom"})
        chart.set_y_axis({"min": 0, "num_format": "0"})
        chart.set_size({"width": 860, "height": 420})
        sheet.insert_chart(5 + len(months), 0, chart)

    def findings(
        self,
        name: str,
        findings: Iterable[Evidence],
        columns: Sequence[str],
        passed: Sequence[dict[str, Any]] = (),
    ) -> None:
        sheet = self._sheet(name)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, _COLUMN_WIDTHS.get(column, 14))
            sheet.write_string(0, at, message(f"audit.sheet.column.{column}", self.lang), self._head)
        sheet.freeze_panes(1, 1)
        sheet.set_row(0, 32)
        row = 0
        for each in findings:
            if row >= (REPLIED if REPLY_COLUMN in columns else ROWS):
                break
            row += 1
            self._row(sheet, row, columns, _cells(each, self.lang))
        for cells in passed:
            row += 1
            self._row(sheet, row, columns, cells)
        if row:
            sheet.autofilter(0, 0, row, len(columns) - 1)
            for at, column in enumerate(columns):
                choices = REPLIES if column == REPLY_COLUMN else VERDICTS if column in CODER_COLUMNS else None
                if choices:
                    words = [message(f"audit.verdict.{choice}", self.lang) for choice in choices]
                    sheet.data_validation(1, at, row, at, {"validate": "list", "source": words})

    def _row(self, sheet: Any, row: int, columns: Sequence[str], cells: dict[str, Any]) -> None:
        for at, column in enumerate(columns):
            value = cells.get(column)
            if column in (REPLY_COLUMN, NOTE_COLUMN, *CODER_COLUMNS):
                sheet.write_blank(row, at, None, self._open)
            elif value is not None:
                sheet.write_string(row, at, str(value)[:32_000], self._text)


def _cells(each: Evidence, lang: Lang) -> dict[str, Any]:
    item, finding = each.item, each.finding
    quote = finding["quote"]
    return {
        "outlet": wording.key_of("outlet", item["outlet"] or "", lang),
        "day": wording.day(item["day"], lang),
        "issue": issue_of(item, lang),
        "headline": item["headline"],
        "severity": wording.modality(finding["modality"], lang),
        "confirmed": message("audit.sheet.yes" if finding["confirmed"] else "audit.sheet.no", lang),
        "rule": finding["rule"],
        "sentence": wording.sentence(each, lang),
        "context": f"…{finding['before'] or ''}[{quote}]{finding['after'] or ''}…" if quote else None,
        "measured": finding["measured"],
        "required": finding["required"],
        "fix": finding["fix"],
        "place": wording.place_of(each),
        CODE_COLUMN: each.code,
    }
