"""HTML as editors of newsroom systems write it: its paragraphs, with the zone that an element says.

Nothing is run and nothing fetched; what is no text for readers (scripts, styles, frames) is left out.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

from kiemtin.documents.model import Zone

_BLOCKS = frozenset(
    "address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol optgroup option p pre section "
    "summary table tbody td tfoot th thead title tr ul".split()
)
_UNREAD = frozenset("script style noscript template iframe object svg math audio video canvas".split())
_RAW = frozenset({"script", "style"})
_CAPTIONS = frozenset({"wp-caption-text", "caption", "image-caption", "photo-caption"})


class Paragraph(NamedTuple):
    zone: Zone
    text: str


def paragraphs(markup: str) -> list[Paragraph]:
    """The paragraphs of a piece of HTML in the order of reading; h1 and title are headlines."""
    parser = _Paragraphs()
    parser.feed(markup)
    parser.close()
    parser.end_paragraph()
    return parser.found


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Paragraph] = []
        self._words: list[str] = []
        self._unread: list[str] = []
        self._zones: list[tuple[str, Zone]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread.append(tag)
        if tag in _BLOCKS:
            if not _RAW & set(self._unread):
                self._unread.clear()  # never closed: what follows must not be lost
            self.end_paragraph()
            zone = _zone(tag, dict(attrs).get("class") or "")
            if zone is not None:
                self._zones.append((tag, zone))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            while self._unread.pop() != tag:
                pass
        if tag in _BLOCKS:
            self.end_paragraph()
            if self._zones and self._zones[-1][0] == tag:
                self._zones.pop()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._words.append(data)

    def end_paragraph(self) -> None:
        text = re.sub(r"\s+", " ", "".join(self._words)).strip()
        self._words.clear()
        if text:
            self.found.append(Paragraph(self._zones[-1][1] if self._zones else Zone.BODY, text))


def _zone(tag: str, classes: str) -> Zone | None:
    if tag in ("h1", "title"):
        return Zone.HEADLINE
    if tag in ("figcaption", "caption") or _CAPTIONS & set(classes.split()):
        return Zone.CAPTION
    return None
