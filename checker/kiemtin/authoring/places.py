"""Places in a text as editors count them: lines and characters (code points), both from 0."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE_ENDS = re.compile(r"\r\n?|\n")


class Place(NamedTuple):
    line: int
    character: int
    """Code points from the beginning of the line: the server turns them into what its client counts."""


class Range(NamedTuple):
    start: Place
    end: Place


class Lines:
    """The lines of a text, which end at `\\n`, `\\r\\n` or `\\r`, as the protocol has them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _LINE_ENDS.finditer(text))]

    def place(self, offset: int) -> Place:
        from bisect import bisect_right

        line = bisect_right(self.starts, offset) - 1
        return Place(line, offset - self.starts[line])

    def offset(self, place: Place) -> int:
        """The nearest offset where the place is beyond its line or the text."""
        if place.line >= len(self.starts):
            return len(self.text)
        start = self.starts[place.line]
        end = self.starts[place.line + 1] if place.line + 1 < len(self.starts) else len(self.text)
        return min(start + place.character, max(start, end))

    def range(self, start: int, end: int) -> Range:
        return Range(self.place(start), self.place(end))

    def line(self, number: int) -> str:
        if number >= len(self.starts):
            return ""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end].rstrip("\r\n")
