"""Cells and rows of a table, whichever file they came from."""

from __future__ import annotations

from collections.abc import Sequence


class Cell:
    """A cell: its text in NFC, and its value where the file knows more than text."""

    __slots__ = ("number_format", "struck", "text", "value")

    def __init__(
        self, text: str, value: object = None, number_format: str = "", *, struck: bool = False
    ) -> None:
        self.text = text
        self.value = text if value is None else value
        self.number_format = number_format
        self.struck = struck


EMPTY = Cell("")


class Row:
    """A row with its 1-based number in the file; `merged` holds the columns of a merged range in it."""

    __slots__ = ("cells", "hidden", "merged", "number")

    def __init__(self, number: int, cells: Sequence[Cell], *, hidden: bool = False, merged: int = 0) -> None:
        self.number, self.cells, self.hidden, self.merged = number, cells, hidden, merged

    def cell(self, column: int | None) -> Cell:
        return self.cells[column] if column is not None and column < len(self.cells) else EMPTY
