"""Lines of a pack while it is laid out, and the widths of the columns of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass
class Line:
    """One line to be: where its words begin, and where a continued line begins."""

    indent: int
    words: str = ""
    hang: int = 0
    blank_before: bool = False
    comment: str = ""
    comment_column: int = 0
    cells: Sequence[str] = ()
    group: int = -1

    def add(self, words: str, *, tight: bool) -> None:
        if tight and self.words.endswith(" "):
            self.words = self.words.rstrip()
        self.words += ("" if tight else " ") + words

    def widen(self, width: int) -> None:
        self.words = self.words.ljust(width)

    def align(self, cells: Iterable[str]) -> None:
        """The cells, padded to the columns of the rows around."""
        self.words = "| " + " | ".join(cells) + " |"

    def stand_before(self, indent: int) -> None:
        """A comment takes the indent of what follows."""
        self.indent = indent

    def remark(self, comment: str, column: int) -> None:
        """A comment behind the words, at its column in the source."""
        self.comment, self.comment_column = comment, column

    def part(self, *, blank: bool) -> None:
        """From what comes before, by a blank line."""
        self.blank_before |= blank


def padded(column: Sequence[str]) -> list[str]:
    """A column of cells of one width; numbers of one unit end at one place."""
    amounts = [re.fullmatch(r"([\d.,]+)( \D+)", cell) for cell in column]
    units = {match[2] for match in amounts if match}
    if len(units) == 1:
        digits = max(len(match[1]) for match in amounts if match)
        column = [
            match[1].rjust(digits) + match[2] if match else cell
            for match, cell in zip(amounts, column, strict=True)
        ]
    width = max(map(len, column))
    return [cell.ljust(width) for cell in column]
