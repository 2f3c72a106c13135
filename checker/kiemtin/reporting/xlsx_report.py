"""Findings as a workbook: one sheet to filter, every cell a string, written row by row in constant memory."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from kiemtin.documents.own_files import KEYWORD
from kiemtin.reporting.formats import Examined, Renderer, Style
from kiemtin.reporting.table_rows import heading, table_rows

_CREATED = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Fixed, for the same inputs give the same bytes."""
_WIDTHS = (28, 6, 18, 12, 12, 34, 34, 60, 30, 18, 24, 40, 50, 10, 30, 20, 22)
_MOST_ROWS = 1_048_575


class Stream(Renderer):
    """All of it comes at the end; until then rows wait in a temporary file. What has no room in a sheet goes
    on in
    another."""

    def __init__(self, style: Style) -> None:
        from xlsxwriter import Workbook

        super().__init__(style)
        self._held = BytesIO()
        self._book = Workbook(
            self._held,
            {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self._book.set_properties({"created": _CREATED, "keywords": KEYWORD})
        self._bold = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._plain = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._begin_sheet()

    def _begin_sheet(self) -> None:
        self._sheet = self._book.add_worksheet()
        self._sheet.freeze_panes(1, 0)
        for column, width in enumerate(_WIDTHS):
            self._sheet.set_column(column, column, width, self._plain)
        self._row = 0
        self._write(heading(self.style.lang))

    def _write(self, cells: list[str]) -> None:
        look = None if self._row else self._bold
        for column, cell in enumerate(cells):
            if cell:
                self._sheet.write_string(self._row, column, cell, look)
        self._row += 1

    def add(self, examined: Examined) -> bytes:
        for cells in table_rows(examined.report, self.style.lang):
            if self._row > _MOST_ROWS:
                self._end_sheet()
                self._begin_sheet()
            self._write(cells)
        return b""

    def _end_sheet(self) -> None:
        self._sheet.autofilter(0, 0, max(1, self._row - 1), len(_WIDTHS) - 1)

    def end(self, exit_code: int) -> bytes:
        self._end_sheet()
        self._book.close()
        return self._held.getvalue()
