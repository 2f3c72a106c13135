"""A text cut at all borders of what is marked in it, so that marks may lie over each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice, pairwise
from typing import NamedTuple

from kiemtin.foundation.places import Span

KINDS = ("must", "should", "note", "related")
"""Of marks, the weightiest first: it decides how a piece looks."""
MOST = 8
"""So many marks of one piece are named; the cards lead to all."""


class Mark(NamedTuple):
    """Something said of a place. `card` is what it leads to, `key` its own name."""

    span: Span
    kind: str
    card: str
    key: str
    label: str
    """What stands behind its last word."""


class Piece(NamedTuple):
    """Words that have the same marks. `begun` and `ended`: the marks whose first and last words they hold."""

    text: str
    marks: tuple[Mark, ...]
    begun: tuple[Mark, ...] = ()
    ended: tuple[Mark, ...] = ()

    @property
    def kind(self) -> str:
        return self.marks[0].kind if self.marks else ""


class Highlights:
    """All marks of one document, asked for block by block in the order of the text.

    Time grows with text and marks, not with their product.
    """

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        seen = map(_visible, marks)
        self._waiting = sorted(seen, key=lambda mark: (mark.span.start, -mark.span.end), reverse=True)
        self._open: dict[str, dict[str, Mark]] = {kind: {} for kind in KINDS}

    def pieces(self, block: Span) -> list[Piece]:
        """The words of a block. A mark that begins before it, where nothing is shown, begins here."""
        if block.start == block.end:
            return []
        borders = {block.start, block.end}
        ends: dict[int, list[Mark]] = {}
        starts: dict[int, list[Mark]] = {}
        for mark in chain.from_iterable(map(list, (each.values() for each in self._open.values()))):
            if mark.span.end <= block.start:
                del self._open[mark.kind][mark.key]
                continue
            if mark.span.end <= block.end:
                ends.setdefault(mark.span.end, []).append(mark)
                borders.add(mark.span.end)
        while self._waiting and self._waiting[-1].span.start < block.end:
            mark = self._waiting.pop()
            end = mark.span.end
            if end <= block.start:
                continue
            start = max(mark.span.start, block.start)
            starts.setdefault(start, []).append(mark)
            borders.add(start)
            if end <= block.end:
                ends.setdefault(end, []).append(mark)
                borders.add(end)
        return self._cut(sorted(borders), starts, ends)

    def _cut(
        self, borders: list[int], starts: dict[int, list[Mark]], ends: dict[int, list[Mark]]
    ) -> list[Piece]:
        pieces = []
        for start, end in pairwise(borders):
            begun = starts.get(start, [])
            for mark in begun:
                self._open[mark.kind][mark.key] = mark
            marks = islice(chain.from_iterable(self._open[kind].values() for kind in KINDS), MOST)
            ended = ends.get(end, [])
            pieces.append(Piece(self._text[start:end], tuple(marks), tuple(begun), tuple(ended)))
            for mark in ended:
                self._open[mark.kind].pop(mark.key, None)
        return pieces


def _visible(mark: Mark) -> Mark:
    """A place between two letters is shown on the one before it."""
    start, end = mark.span.start, mark.span.end
    return mark if start < end else mark._replace(span=Span(max(0, start - 1), max(1, end)))
