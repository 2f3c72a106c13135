"""Plain text (.txt): the document's text is the file's content; a line is a paragraph.

A file whose lines were broken to a width (each as full as the next word allowed) has its paragraphs
put together again: a block then spans the line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kiemtin.documents.decoding import decode
from kiemtin.documents.model import Block, Document, Item, Metadata, Note, Origin, Zone
from kiemtin.documents.segmentation import segment
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace, LineIndex, Span
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import NormalizedText, normalize

_LINE = r"[^\s\u200b\ufeff](?:[^\n\r\v\f\u2028\u2029]*\S)?"
_RARE_SIGNS = "\r\v\f\u2028\u2029\u200b\ufeff"
"""Without these, splitting at newlines finds the same lines as `_LINE` in a tenth of the time."""
_LONGEST_KEY = 32
"""Within so many characters a line of front matter has its colon."""
_WIDTHS = range(40, 121)
"""Widths to which programs break lines; a longer line shows that lines are paragraphs."""


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """One item from the bytes of a text file. Raises DocumentError."""
    text = decode(data, path)
    return read_text(text, path, overrides=overrides, digest=sha256(data).hexdigest())


def read_text(
    source: str, path: str = "", *, overrides: Metadata | None = None, digest: str = ""
) -> Document:
    """One item from a string: front matter, headline, captions and body as in a text file."""
    normalized = normalize(source)
    text = normalized.text
    front = front_matter_of(text, path)
    return assemble(normalized, path, front, _paragraphs(text, front.end), overrides=overrides, digest=digest)


class Front:
    """What the front matter of a text gave, and where it ends."""

    __slots__ = ("blocks", "end", "metadata", "notes")

    def __init__(self, end: int, blocks: list[Block], metadata: Metadata, notes: list[Note]) -> None:
        self.end, self.blocks, self.metadata, self.notes = end, blocks, metadata, notes


def front_matter_of(text: str, path: str) -> Front:
    """The front matter of a text whose origins are lines. Raises DocumentError."""
    if "---" not in text[:200] and ":" not in text.lstrip().partition("\n")[0][:_LONGEST_KEY]:
        return Front(0, [], Metadata(), [])
    from kiemtin.documents import front_matter  # most pieces have none, and it brings parsers of all values

    lines = LineIndex(text)

    def place(span: Span) -> FilePlace:
        return lines.place(path, span)

    region = front_matter.find(text, place)
    if region is None:
        return Front(0, [], Metadata(), [])
    metadata, zones, notes = front_matter.read(front_matter.entries(text, region, place), place)
    blocks: list[Block] = []
    told = sorted((span.start, span.end, zone) for zone, span in zones.items())
    for line in re.compile(_LINE).finditer(text, 0, region[2]):
        origin = Origin("line", lines.line_column(line.start())[0])
        blocks += _around(line.start(), line.end(), told, origin)
    return Front(region[2], blocks, metadata, notes)


def _around(start: int, end: int, told: Sequence[tuple[int, int, Zone]], origin: Origin) -> list[Block]:
    """A line of front matter: metadata, but for the parts that are headline or lead."""
    blocks: list[Block] = []
    for told_start, told_end, zone in told:
        from_, to = max(start, told_start), min(end, told_end)
        if from_ < to:
            if start < from_:
                blocks.append(Block(Zone.METADATA, start, from_, origin))
            blocks.append(Block(zone, from_, to, origin))
            start = to
    if start < end:
        blocks.append(Block(Zone.METADATA, start, end, origin))
    return blocks


def assemble(
    normalized: NormalizedText,
    path: str,
    front: Front,
    blocks: Sequence[Block],
    behind_picture: frozenset[int] = frozenset(),
    *,
    overrides: Metadata | None,
    digest: str,
) -> Document:
    """The document of one piece of text. Raises DocumentError if it says nothing."""
    text = normalized.text
    if front.blocks:
        behind_picture = frozenset(index + len(front.blocks) for index in behind_picture)
    zoned = segment(text, [*front.blocks, *blocks], behind_picture)
    if all(block.zone is Zone.METADATA for block in zoned):
        raise DocumentError(Problem("document-empty", FilePlace(path)))
    metadata = front.metadata.overridden(overrides)
    item = Item(zoned, metadata)
    return Document(path, "item", text, (item,), metadata, normalized, tuple(front.notes), digest)


def _paragraphs(text: str, start: int) -> list[Block]:
    lines = _lines(text, start)
    blocks: list[Block] = []
    number, counted = 1, 0
    for first, last in _unwrapped(text, lines):
        number += text.count("\n", counted, first)
        counted = first
        blocks.append(Block(Zone.BODY, first, last, Origin("line", number)))
    return blocks


def _lines(text: str, start: int) -> list[tuple[int, int]]:
    """Lines with something to read, without the space around it."""
    if any(sign in text for sign in _RARE_SIGNS):
        return [match.span() for match in re.compile(_LINE).finditer(text, start)]
    found: list[tuple[int, int]] = []
    for line in text[start:].split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words[0])
            found.append((first, first + len(words)))
        start += len(line) + 1
    return found


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines put together to paragraphs, if the file as a whole is broken to a width."""
    width = max([end - start for start, end in lines], default=0)
    if width not in _WIDTHS or len(lines) < 4:
        return lines
    full: list[bool] = []
    pairs = 0
    for (start, end), (next_start, next_end) in pairwise(lines):
        adjacent = text.count("\n", end, next_start) == 1
        word = next(iter(text[next_start:next_end].split(None, 1)))
        full.append(adjacent and end - start + 1 + len(word) > width)
        pairs += adjacent
    if sum(full) < 3 or sum(full) < 0.7 * pairs:
        return lines
    joined = [lines[0]]
    for wrapped, (start, end) in zip(full, lines[1:], strict=True):
        if wrapped:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
