"""Runs of a paragraph cut at offsets of its text, formatting kept: something can begin and end there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple

from kiemtin.documents.word_paragraphs import Paragraph, Segment
from kiemtin.reporting.opc import Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Piece(NamedTuple):
    """A run and the `[start, end)` of the paragraph's text that it carries."""

    run: Element
    start: int
    end: int


class Pieces:
    """The pieces of one paragraph in the order of its text."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.all = pieces
        self._starts = [piece.start for piece in pieces]

    def within(self, start: int, end: int) -> Sequence[Piece]:
        """Those that lie in `[start, end)`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        while last > first and self.all[last - 1].end > end:
            last -= 1
        return self.all[first:last]

    def covering(self, start: int, end: int) -> Sequence[Piece]:
        """Those that have a part of `[start, end)`; if that is empty, the one before it, else the first."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(bisect_left(self._starts, end), first + 1)
        if start == end and first and self.all[first].start == start:
            return self.all[first - 1 : first]
        return self.all[first:last]


def cut(paragraph: Paragraph, offsets: Sequence[int]) -> Pieces:
    """The pieces of a paragraph, with borders at the ascending `offsets` wherever its runs can be cut."""
    pieces: list[Piece] = []
    at = 0
    for _, group in groupby(paragraph.segments, key=lambda segment: id(segment[0])):
        segments = list(group)
        start, end = segments[0][2], segments[-1][3]
        while at < len(offsets) and offsets[at] <= start:
            at += 1
        inside = []
        while at < len(offsets) and offsets[at] < end:
            inside.append(offsets[at])
            at += 1
        if inside and can_be_cut(segments):
            pieces += _cut_run(segments, inside)
        else:
            pieces.append(Piece(segments[0][0], start, end))
    return Pieces(pieces)


def can_be_cut(segments: Sequence[Segment]) -> bool:
    """Whether all that a run's text says stands in its own children, letter by letter.

    Not so in formulas and ruby, and where an old encoding writes one letter with two.
    """
    run = segments[0][0]
    return (
        run is not None
        and run.tag.endswith("main}r")
        and all(
            element.getparent() is run
            and (not element.tag.endswith(("}t", "}delText")) or len(element.text) == end - start)
            for _, element, start, end in segments
        )
    )


def _cut_run(segments: Sequence[Segment], offsets: Sequence[int]) -> Iterator[Piece]:
    run: Element = segments[0][0]
    start, end = segments[0][2], segments[-1][3]
    properties = run[0] if run[0].tag.endswith("}rPr") else None
    parts: list[list[Element]] = [[]]
    places = {id(segment[1]): segment[2:] for segment in segments}
    waiting = [*offsets[::-1]]
    for child in list(run):
        if child is properties:
            continue
        first, last = places.get(id(child), (start, start))
        while waiting and first == waiting[-1] and first > start:
            waiting.pop()
            parts.append([])
        inside = []
        while waiting and first < waiting[-1] < last:
            inside.append(waiting.pop() - first)
        if inside:
            for left in _split(child, inside):
                parts[-1].append(left)
                parts.append([])
        parts[-1].append(child)
    borders = [start, *offsets, end]
    current = run
    for number, children in enumerate(parts):
        if number:
            following = run.makeelement(run.tag, dict(run.attrib))
            if properties is not None:
                following.append(deepcopy(properties))
            current.addnext(following)
            current = following
        else:
            for child in list(run):
                if child is not properties:
                    run.remove(child)
        current.extend(children)
        yield Piece(current, borders[number], borders[number + 1])


def _split(text: Element, offsets: Sequence[int]) -> list[Element]:
    """New elements with what stands before each offset; `text` keeps what is behind the last."""
    words, begin, made = text.text, 0, []
    text.set(_SPACE, "preserve")
    for offset in offsets:
        left = text.makeelement(text.tag, dict(text.attrib))
        left.text = words[begin:offset]
        made.append(left)
        begin = offset
    text.text = words[begin:]
    return made
