"""HTML as editors of newsroom systems write it: its paragraphs, with the zone that an element says.

Nothing is run and nothing fetched; what is no text for readers (scripts, styles, frames) is left out. One
pass, whose work grows with the length alone: `html.parser` takes the square of it for tags that never end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from kiemtin.documents.model import Zone

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol optgroup option p pre "
    "section summary table tbody td tfoot th thead title tr ul".split()
)
_UNREAD = frozenset("noscript template iframe object svg math audio video canvas".split())
_RAW = frozenset({"script", "style"})
_CAPTIONS = frozenset({"wp-caption-text", "caption", "image-caption", "photo-caption"})
_DEEPEST = 1_000

_TAG = (
    r"<(?P<ends>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
    r"(?P<rest>(?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+|[\"'])*+)>"
)
_CLASS = r"\sclass\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"


class Paragraph(NamedTuple):
    zone: Zone
    text: str


class Tag(NamedTuple):
    """`rest`: what stands behind the name."""

    name: str
    ends: bool
    rest: str


def paragraphs(markup: str) -> list[Paragraph]:
    """The paragraphs of a piece of HTML in the order of reading; h1 and title are headlines."""
    walk = _Paragraphs()
    for token in tokens(markup):
        if isinstance(token, str):
            walk.words(token)
        elif token.ends:
            walk.end(token.name)
        else:
            walk.start(token)
    walk.end_paragraph()
    return walk.found


def tokens(markup: str) -> Iterator[str | Tag]:
    """Texts and tags in turn; a tag or a comment that never ends is text, so that nothing is lost."""
    tag = re.compile(_TAG)
    at = 0
    while (start := markup.find("<", at)) >= 0:
        yield markup[at:start]
        at = start
        following = markup[start + 1 : start + 3]
        if following[:1] in ("!", "?"):
            closing = "-->" if markup.startswith("<!--", start) else ">"
            end = markup.find(closing, start + 2)
            if end < 0:
                break
            at = end + len(closing)
        elif re.match(r"/?[a-zA-Z]", following):
            found = tag.match(markup, start)
            if found is None:
                break
            name = found["name"].lower()
            at = found.end()
            if name in _RAW and not found["ends"]:
                end_of_raw = re.compile(f"</{name}", re.I).search(markup, at)
                at = end_of_raw.start() if end_of_raw else len(markup)
            else:
                yield Tag(name, bool(found["ends"]), found["rest"])
        else:
            yield "<"
            at += 1
    yield markup[at:]


class _Paragraphs:
    def __init__(self) -> None:
        self.found: list[Paragraph] = []
        self._words: list[str] = []
        self._unread: list[str] = []
        self._zones: list[tuple[str, Zone]] = []

    def start(self, tag: Tag) -> None:
        if tag.name in _UNREAD and not tag.rest.endswith("/") and len(self._unread) < _DEEPEST:
            self._unread.append(tag.name)
        if tag.name in _BLOCKS:
            self._unread.clear()  # never closed: what follows must not be lost
            self.end_paragraph()
            zone = _zone(tag)
            if zone is not None and not tag.rest.endswith("/"):
                self._zones.append((tag.name, zone))

    def end(self, name: str) -> None:
        if name in self._unread:
            while self._unread.pop() != name:
                pass
        if name in _BLOCKS:
            self.end_paragraph()
            if self._zones and self._zones[-1][0] == name:
                self._zones.pop()

    def words(self, text: str) -> None:
        if text and not self._unread:
            self._words.append(text)

    def end_paragraph(self) -> None:
        text = " ".join(unescape("".join(self._words)).split())
        self._words.clear()
        if text:
            self.found.append(Paragraph(self._zones[-1][1] if self._zones else Zone.BODY, text))


def _zone(tag: Tag) -> Zone | None:
    if tag.name in ("h1", "title"):
        return Zone.HEADLINE
    if tag.name in ("figcaption", "caption"):
        return Zone.CAPTION
    if "class" in tag.rest and (given := re.search(_CLASS, tag.rest, re.I)):
        classes = given[1] or given[2] or given[3] or ""
        return Zone.CAPTION if _CAPTIONS & set(classes.split()) else None
    return None
