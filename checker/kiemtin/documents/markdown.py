"""Markdown (.md): the file's own text and offsets, its headings, pictures and paragraphs told apart.

A walk over the lines is enough: paragraphs are separated as CommonMark separates them (a line that
follows a line belongs to its paragraph), markers of headings, lists and quotes stay outside the
blocks, emphasis stays in. The first heading of level 1, else a heading before all text, is the
headline; other headings are body. A picture's alternative text is a caption.
"""

from __future__ import annotations

import re

from kiemtin.documents.decoding import decode
from kiemtin.documents.model import Block, Document, Metadata, Origin, Zone
from kiemtin.documents.plain_text import assemble, front_matter_of
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.text import normalize

_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r" {0,3}(?:(?P<one>=+)|-+)[ \t]*")
_BREAK = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r" {0,3}(?:```|~~~).*")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])?")
_IMAGES = re.compile(rf"[ \t]*(?:{_IMAGE.pattern.replace('?P<alt>', '?:')}[ \t]*)+")
_MARKER = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?P<item>[-*+]|[0-9]{1,9}[.)])[ \t]+)?")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_EMPHASIS = re.compile(r"(?P<sign>[*_]{1,3})\S.*\S(?P=sign)", re.S)


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """One item from the bytes of a Markdown file. Raises DocumentError."""
    source = decode(data, path)
    normalized = normalize(source)
    text = normalized.text
    front = front_matter_of(text, path)
    walk = _Walk(text, front.end)
    return assemble(
        source,
        normalized,
        path,
        front,
        walk.blocks(),
        (),
        frozenset(walk.behind_picture),
        overrides=overrides,
        digest=sha256(data).hexdigest(),
    )


class _Walk:
    """One pass over the lines; `behind_picture` holds indexes of blocks that caption a picture."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = start
        self._blocks: list[Block] = []
        self._open: tuple[int, int, int] | None = None
        self._picture = False
        self._headings: dict[int, int] = {}
        self.behind_picture: set[int] = set()

    def blocks(self) -> list[Block]:
        number = self._text.count("\n", 0, self._start)
        at = self._start
        fenced = comment = False
        for line in self._text[at:].split("\n"):
            number += 1
            start, end = at, at + len(line.rstrip())
            at += len(line) + 1
            words = self._text[start:end]
            if comment or (words.lstrip().startswith("<!--") and not fenced):
                self._close()
                comment = "-->" not in words
                self._add(Zone.METADATA, start, end, number)
            elif _FENCE.fullmatch(words):
                self._close()
                fenced = not fenced
            elif fenced or words.lstrip().startswith("|"):
                self._close()
                if fenced or not _TABLE_RULE.fullmatch(words):
                    self._add(Zone.BODY, start, end, number)
            else:
                self._line(words, start, end, number)
        self._close()
        return self._with_headline()

    def _line(self, words: str, start: int, end: int, number: int) -> None:
        heading = _HEADING.match(words)
        underline = _UNDERLINE.fullmatch(words)
        if not words.strip():
            self._close()
        elif heading:
            self._close()
            before = len(self._blocks)
            closed = words.rstrip("#")
            bare = closed.rstrip() if closed != closed.rstrip() else words
            self._add(Zone.BODY, start + heading.end(), start + max(len(bare), heading.end()), number)
            if len(self._blocks) > before:
                self._headings[before] = len(heading["level"])
        elif underline and self._open is not None:
            before = len(self._blocks)
            self._close()
            if len(self._blocks) > before:
                self._headings[before] = 1 if underline["one"] else 2
        elif _BREAK.fullmatch(words):
            self._close()
        elif _IMAGES.fullmatch(words):
            self._close()
            for image in _IMAGE.finditer(words):
                self._add(Zone.CAPTION, start + image.start("alt"), start + image.end("alt"), number)
            self._picture = True
        else:
            marker = _MARKER.match(words)
            inset = marker.end() if marker else 0
            if not words[inset:]:  # an empty line of a quote parts paragraphs
                self._close()
            elif self._open is None or (marker and marker["item"]):
                self._close()
                self._open = (start + inset, end, number)
            else:
                self._open = (self._open[0], end, self._open[2])

    def _close(self) -> None:
        if self._open is None:
            return
        start, end, number = self._open
        self._open = None
        # Behind a picture that has its own caption only a line in emphasis is one more.
        has_caption = bool(self._blocks) and self._blocks[-1].zone is Zone.CAPTION
        if self._picture and (not has_caption or _EMPHASIS.fullmatch(self._text[start:end])):
            self.behind_picture.add(len(self._blocks))
        self._picture = False
        self._add(Zone.BODY, start, end, number)

    def _add(self, zone: Zone, start: int, end: int, number: int) -> None:
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        if start < end:
            self._blocks.append(Block(zone, start, start + len(words.strip()), Origin("line", number)))

    def _with_headline(self) -> list[Block]:
        first = next((i for i, level in self._headings.items() if level == 1), None)
        if first is None:
            told = [i for i, block in enumerate(self._blocks) if block.zone is Zone.BODY]
            first = told[0] if told and told[0] in self._headings else None
        if first is not None:
            block = self._blocks[first]
            self._blocks[first] = Block(Zone.HEADLINE, block.start, block.end, block.origin)
        return self._blocks
