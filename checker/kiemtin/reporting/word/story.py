"""From spans of a document's text to the paragraphs of its Word file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kiemtin.documents.model import Document
from kiemtin.documents.packages import Package
from kiemtin.documents.word_paragraphs import ACCEPTED, ORIGINAL, Paragraph, paragraphs
from kiemtin.documents.word_parts import PARTS, default_font, related_parts
from kiemtin.foundation.places import Span
from kiemtin.foundation.text import NormalizedText, normalize
from kiemtin.reporting.opc import Element

_ORIGINAL = "word-without-revisions"
"""The note of a document that was read as it was before its tracked changes."""


class Line(NamedTuple):
    """A paragraph and where it stands in the document's text."""

    start: int
    end: int
    paragraph: Paragraph
    part: str
    normalized: NormalizedText | None
    """None where the paragraph does not say what was read: then it is only known as a whole."""


class Stretch(NamedTuple):
    """`[start, end)` of the raw text of a paragraph."""

    line: Line
    start: int
    end: int


class Story:
    """The paragraphs that hold a document's text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = sorted(lines, key=lambda line: line.start)
        self._starts = [line.start for line in self._lines]

    def stretches(self, span: Span) -> list[Stretch]:
        """What a span covers of each paragraph; at least one, if there is any paragraph at all."""
        if not self._lines:
            return []
        at = max(0, bisect_right(self._starts, span.start) - 1)
        if self._lines[at].end <= span.start < span.end and at + 1 < len(self._lines):
            at += 1  # the span begins behind the last word of a paragraph
        found = [_stretch(self._lines[at], span)]
        at += 1
        while at < len(self._lines) and self._lines[at].start < span.end:
            found.append(_stretch(self._lines[at], span))
            at += 1
        return found


def _stretch(line: Line, span: Span) -> Stretch:
    if line.normalized is None:
        return Stretch(line, 0, len(line.paragraph.text))
    length = line.end - line.start
    start = min(max(0, span.start - line.start), length)
    end = min(max(start, span.end - line.start), length)
    first = line.normalized.source_offset(start)
    return Stretch(line, first, max(first, line.normalized.source_end(end)))


def line_of(paragraph: Paragraph, part: str, start: int, text: str) -> Line:
    """The line of a paragraph for which `text` was read, beginning at `start`."""
    normalized = normalize(paragraph.text)
    same = _unbroken(normalized.text).startswith(_unbroken(text))
    return Line(start, start + len(text), paragraph, part, normalized if same else None)


def _unbroken(text: str) -> str:
    """Line breaks are read as spaces in sentences."""
    return text.replace("\n", " ")


def parts_of_text(package: Package, main: str) -> dict[str, str]:
    """Names of the parts whose text is read, by what an origin calls them."""
    named = {"document": main}
    related = related_parts(package, main)
    for kind in PARTS:
        for name in sorted(related.get(kind, ())):
            base = name.rpartition("/")[2].removesuffix(".xml")
            named[kind if kind in ("footnotes", "endnotes") else base] = name
    return named


def story_of(document: Document, package: Package, main: str, roots: dict[str, Element]) -> Story:
    """The lines of a document that was read from a package; `roots` by what an origin calls the parts."""
    font = default_font(package, related_parts(package, main).get("styles", [""])[0])
    view = ORIGINAL if any(note.code == _ORIGINAL for note in document.notes) else ACCEPTED
    blocks: dict[tuple[str, int], tuple[int, int]] = {}
    for block in document.blocks:
        key = (block.origin.part, block.origin.index)
        start, end = blocks.get(key, (block.start, block.end))
        blocks[key] = (min(start, block.start), max(end, block.end))
    lines = []
    for part, root in roots.items():
        for index, paragraph in enumerate(paragraphs(root, font=font, view=view), start=1):
            place = blocks.get((part, index))
            if place is not None:
                lines.append(line_of(paragraph, part, place[0], document.text[place[0] : place[1]]))
    return Story(lines)
