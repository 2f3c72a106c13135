"""The source of a pack: NFC inside, places of the file outside."""

from __future__ import annotations

from kiemtin.foundation.places import FilePlace, LineIndex, Span
from kiemtin.foundation.text import normalize
from kiemtin.language.reading.joined_names import join_names


class Source:
    """One `.quy` text. Spans are of `text` (NFC, names of several words joined); places count in what
    the file holds."""

    def __init__(self, source: str, path: str) -> None:
        self.path = path
        self._normalized = normalize(source)
        self.text = join_names(self._normalized.text)
        self._lines = LineIndex(source)

    def place(self, span: Span) -> FilePlace:
        start = self._normalized.source_offset(span.start)
        return self._lines.place(self.path, Span(start, max(start, self._normalized.source_offset(span.end))))

    def line(self, span: Span) -> int:
        return self._lines.line_column(self._normalized.source_offset(span.start))[0]
