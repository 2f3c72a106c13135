"""Where something stands: spans in a text, and lines and columns of a file."""

from __future__ import annotations

from bisect import bisect_right

from kiemtin.foundation.records import Record


class Span(Record):
    """Half-open range of code points, `start <= end`."""

    start: int
    end: int

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class FilePlace(Record):
    """A place in a file as a person is told it: 1-based line and column, the line's text for an excerpt."""

    path: str
    line: int | None = None
    column: int | None = None
    length: int = 1
    excerpt: str | None = None
    before: int = 0
    """Characters of the line before the excerpt, where that is not the whole of a long line."""

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


_AROUND = 400
"""Characters of a long line that are kept before a place, and twice as many behind."""


class LineIndex:
    """Lines and columns of one text. Lines end at `\\n` alone, as editors count them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def line_column(self, offset: int) -> tuple[int, int]:
        """1-based line and column of a code-point offset."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1

    def line_text(self, line: int) -> str:
        """Text of a 1-based line without its end."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self._text)
        return self._text[start:end].rstrip("\r")

    def place(self, path: str, span: Span) -> FilePlace:
        line, column = self.line_column(span.start)
        text = self.line_text(line)
        length = max(1, min(len(span), len(text) - column + 1))
        before = max(0, column - 1 - _AROUND)
        return FilePlace(path, line, column, length, text[before : column - 1 + 2 * _AROUND], before)


def cell_name(row: int, column: int) -> str:
    """A cell as sheets name it, both counted from 1: `C4`; column 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
