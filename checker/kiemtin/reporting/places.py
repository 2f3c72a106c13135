"""From a span of a document's text to a place that a person finds in the file."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from kiemtin.documents.model import Block, Document, Origin
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import LineIndex, Span, cell_name
from kiemtin.reporting.excerpt import visible


class Place(NamedTuple):
    """Where a span stands in its file: line and column for text, else the origin of its block."""

    span: Span
    line: int | None
    column: int | None
    origin: Origin | None
    item: int


class Places:
    """The places of one document; lines are counted once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._lines: LineIndex | None = None
        pairs = [(block, index) for index, item in enumerate(document.items) for block in item.blocks]
        self._blocks = sorted(pairs, key=lambda pair: pair[0].start)
        self._starts = [block.start for block, _ in self._blocks]

    def block_at(self, offset: int) -> tuple[Block, int] | None:
        """The block that holds an offset, and the index of its item; the block before, in a gap."""
        at = bisect_right(self._starts, offset) - 1
        return self._blocks[at] if at >= 0 else None

    def place(self, span: Span) -> Place:
        """Line and column as the file has them, also where it is written in NFD."""
        found = self.block_at(span.start)
        block, item = found if found else (None, -1)
        origin = block.origin if block else None
        source = self.document.source
        if source is None:
            if origin is not None and origin.kind == "line" and not origin.file:
                return Place(span, origin.index, origin.column, origin, item)
            return Place(span, None, None, origin, item)
        if self._lines is None:
            self._lines = LineIndex(self.document.text if source.original is None else source.original)
        if source.original is not None:
            return Place(span, *self._lines.line_column(source.source_offset(span.start)), origin, item)
        line, column = self._lines.line_column(span.start)
        line_start = source.source_offset(span.start - column + 1)
        return Place(span, line, source.source_offset(span.start) - line_start + 1, origin, item)

    def source(self, span: Span) -> Span | None:
        """The same stretch of the file as it was decoded; None where the file is no plain text."""
        source = self.document.source
        if source is None:
            return None
        start = source.source_offset(span.start)
        return Span(start, max(start, source.source_end(span.end)))

    def offset(self, span: Span) -> int | None:
        """How far from the start of its paragraph or cell it begins, in code points of the text."""
        found = self.block_at(span.start)
        if found is None:
            return None
        at = bisect_right(self._starts, span.start) - 1
        while at > 0 and self._blocks[at - 1][0].origin == found[0].origin:
            at -= 1  # a paragraph may be of several zones
        return span.start - self._blocks[at][0].start

    def context(self, span: Span) -> Span:
        """The stretch of text that an excerpt of `span` is taken from: its block, else its line."""
        found = self.block_at(span.start)
        if found and found[0].start <= span.start <= found[0].end:
            return Span(found[0].start, max(found[0].end, span.end))
        text = self.document.text
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.start)
        return Span(start, max(span.end, len(text) if end < 0 else end))

    def show(self, span: Span | None, lang: Lang) -> str:
        """`bai.txt:3:45`, `bai.docx, đoạn 5`, `bản-tin.xlsx, trang tính "Sáng", ô C4`, or the file alone."""
        path = visible(self.document.path)
        if span is None:
            return path
        place = self.place(span)
        if place.origin is not None and place.origin.file:
            return _in_file(place.origin, lang)
        if place.line is not None:
            return ":".join(str(part) for part in (path, place.line, place.column) if part is not None)
        return f"{path}, {shown_origin(place.origin, lang)}" if place.origin else path

    def within_file(self, span: Span, lang: Lang) -> str:
        """The same without the file's name."""
        place = self.place(span)
        if place.line is not None:
            where = {"line": place.line, "column": place.column or 1}
            return message("place.line", lang, where)
        if place.origin is not None and place.origin.file:
            return _in_file(place.origin, lang)
        return shown_origin(place.origin, lang) if place.origin else visible(self.document.path)


def _in_file(origin: Origin, lang: Lang) -> str:
    """A place in a file that is not the document's own: an article of a page plan."""
    where = visible(origin.file)
    return f"{where}:{origin.index}" if origin.kind == "line" else f"{where}, {shown_origin(origin, lang)}"


def shown_origin(origin: Origin, lang: Lang) -> str:
    if origin.kind == "cell":
        where = message("place.row", lang, {"n": origin.index})
        if origin.column:
            where = message("place.cell", lang, {"cell": cell_name(origin.index, origin.column)})
        if origin.part:
            where = f"{message('place.sheet', lang, {'sheet': visible(origin.part)})}, {where}"
        return where
    where = message("place.paragraph", lang, {"n": origin.index})
    if origin.kind in ("field", "element"):
        named = message(f"place.{origin.kind}", lang, {"path": visible(origin.part)})
        return f"{named}, {where}"
    part = origin.part.rstrip("0123456789").removesuffix(".xml")
    if part == "page":
        page = origin.part.removeprefix("page")
        return f"{message('place.page', lang, {'n': page})}, {where}"
    if part in _PARTS:
        where = f"{message(f'place.part.{part}', lang)}, {where}"
    return where


_PARTS = frozenset({"header", "footer", "footnotes", "endnotes"})
