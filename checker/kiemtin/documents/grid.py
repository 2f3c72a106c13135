"""Cells and rows of a table, whichever file they came from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime


class Cell:
    """A cell: its text in NFC, and what its number means where the file knows more than text.

    `number` is a plain number; `moment` a day with its hour; `length` a length of time (or an hour of
    the day) in seconds, whose format `shows_seconds` or not. `formula` is one without a stored result.
    """

    __slots__ = ("formula", "length", "moment", "number", "shows_seconds", "struck", "text")

    def __init__(
        self,
        text: str,
        *,
        number: float | None = None,
        moment: datetime | None = None,
        length: float | None = None,
        shows_seconds: bool = False,
        struck: bool = False,
        formula: str | None = None,
    ) -> None:
        self.text = text
        self.number, self.moment, self.length, self.shows_seconds = number, moment, length, shows_seconds
        self.struck = struck
        self.formula = formula


EMPTY = Cell("")


class Row:
    """A row with its 1-based number in the file; `merged` holds the columns of a merged range in it.

    `repeated` are the columns whose cell stands higher up and is merged down to this row.
    """

    __slots__ = ("cells", "hidden", "merged", "number", "repeated")

    def __init__(
        self,
        number: int,
        cells: Sequence[Cell],
        *,
        hidden: bool = False,
        merged: int = 0,
        repeated: frozenset[int] = frozenset(),
    ) -> None:
        self.number, self.cells, self.hidden, self.merged = number, cells, hidden, merged
        self.repeated = repeated

    def cell(self, column: int | None) -> Cell:
        return self.cells[column] if column is not None and column < len(self.cells) else EMPTY
