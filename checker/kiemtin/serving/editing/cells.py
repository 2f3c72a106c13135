"""Places of a rundown as the page holds it: the row, the field, and where in the field.

A row without words is no item, so that items and rows are not numbered alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kiemtin.documents.model import Block, Document
from kiemtin.foundation.places import Span
from kiemtin.serving.editing.drafts import columns_of


class Cell(NamedTuple):
    """`start` and `end` count code points of the field."""

    row: int
    field: str
    start: int
    end: int


class Cells:
    """Of a document that was read from `rows`."""

    def __init__(self, document: Document, rows: Sequence[Mapping[str, str]]) -> None:
        self._document, self._rows, self._fields = document, rows, columns_of(rows)

    def row(self, item: int) -> int:
        """Of an item; -1 stays what is said of the whole."""
        if item < 0:
            return item
        blocks = self._document.items[item].blocks
        return next((block.origin.index - 2 for block in blocks if block.origin.kind == "cell"), item)

    def at(self, span: Span) -> Cell | None:
        """None: not in one field, or the field is not as it was sent."""
        for item in self._document.items:
            for block in item.blocks:
                if block.span.start <= span.start and span.end <= block.span.end:
                    return self._inside(block, span)
        return None

    def _inside(self, block: Block, span: Span) -> Cell | None:
        origin = block.origin
        if origin.kind != "cell" or origin.column is None:
            return None
        row, column = origin.index - 2, origin.column - 1
        if not (0 <= row < len(self._rows) and 0 <= column < len(self._fields)):
            return None
        field = self._fields[column]
        begin = self._rows[row].get(field, "").find(block.span.of(self._document.text))
        if begin < 0:
            return None
        moved = begin - block.span.start
        return Cell(row, field, span.start + moved, span.end + moved)


def told(cell: Cell | None) -> list[Any] | None:
    return list(cell) if cell is not None else None
