"""Findings as CSV for spreadsheets: UTF-8 with its mark, so that Excel shows Vietnamese; nothing in it is a
formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from kiemtin.reporting.formats import Examined, Renderer
from kiemtin.reporting.table_rows import heading, table_rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell that begins so would be calculated; also full-width signs, which some programs take for the same."""


class Stream(Renderer):
    """A row of names, then a row a finding (RFC 4180)."""

    def begin(self) -> str:
        return "\ufeff" + _csv([heading(self.style.lang)])

    def add(self, examined: Examined) -> str:
        return _csv(table_rows(examined.report, self.style.lang))


def _csv(rows: Iterable[list[str]]) -> str:
    held = StringIO()
    csv.writer(held, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return held.getvalue()


def harmless(cell: str) -> str:
    """With an apostrophe before what a sheet would calculate."""
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell
