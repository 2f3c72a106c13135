"""Plain text (.txt): the document's text is the file's content; a line is a paragraph.

Where lines only wrap (`line_breaks`), their breaks are spaces of the text: one paragraph, one block. The way
back to the file's own lines is `Document.source`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kiemtin.documents.decoding import decode
from kiemtin.documents.limits import LINES
from kiemtin.documents.line_breaks import wrapped
from kiemtin.documents.model import Block, Document, Item, Metadata, Note, Origin, Zone
from kiemtin.documents.segmentation import segment
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace, LineIndex, Span
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import Edit, NormalizedText, normalize

_LINE = r"[^\s\u200b\ufeff](?:[^\n\r\v\f\u2028\u2029]*\S)?"
_RARE_SIGNS = "\r\v\f\u2028\u2029\u200b\ufeff"
"""Without these, splitting at newlines finds the same lines as `_LINE` in a tenth of the time."""
_LONGEST_KEY = 32
"""Within so many characters a line of front matter has its colon."""


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """One item from the bytes of a text file. Raises DocumentError."""
    text = decode(data, path)
    return read_text(text, path, overrides=overrides, digest=sha256(data).hexdigest())


def read_text(
    source: str, path: str = "", *, overrides: Metadata | None = None, digest: str = ""
) -> Document:
    """One item from a string: front matter, headline, captions and body as in a text file."""
    LINES.hold(source.count("\n"), FilePlace(path))
    source, encoding = in_unicode(source)
    normalized = normalize(source)
    text = normalized.text
    front = front_matter_of(text, path)
    if encoding is not None:
        front.notes.append(encoding)
    blocks, edits = _paragraphs(text, front.end)
    return assemble(source, normalized, path, front, blocks, edits, overrides=overrides, digest=digest)


def in_unicode(source: str) -> tuple[str, Note | None]:
    """A text in TCVN3 or VNI converted, of the same length, with a note that it was."""
    # Neither has a letter that only Vietnamese has, and nearly every Unicode text has one at its beginning.
    if source.isascii() or any(letter in source for letter in "ạếộđủ"):
        return source, None
    from kiemtin.documents.old_encodings import converted, of_text

    encoding = of_text(source)
    if encoding is None:
        return source, None
    return converted(source, encoding), Note("text-old-encoding", {"encoding": encoding.upper()})


class Front:
    """What the front matter of a text gave, and where it ends."""

    __slots__ = ("blocks", "end", "metadata", "notes")

    def __init__(self, end: int, blocks: list[Block], metadata: Metadata, notes: list[Note]) -> None:
        self.end, self.blocks, self.metadata, self.notes = end, blocks, metadata, notes


def front_matter_of(text: str, path: str) -> Front:
    """The front matter of a text whose origins are lines. Raises DocumentError."""
    if (
        "---" not in text[:200]
        and "+++" not in text[:200]
        and ":" not in text.lstrip().partition("\n")[0][:_LONGEST_KEY]
    ):
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
    source: str,
    normalized: NormalizedText,
    path: str,
    front: Front,
    blocks: Sequence[Block],
    edits: Sequence[Edit] = (),
    behind_picture: frozenset[int] = frozenset(),
    *,
    overrides: Metadata | None,
    digest: str,
) -> Document:
    """The document of one piece of text, read with `edits`. Raises DocumentError if it says nothing.

    Front matter, blocks and edits stand in `normalized`, which is `source`.
    """
    if front.blocks:
        behind_picture = frozenset(index + len(front.blocks) for index in behind_picture)
    blocks = [*front.blocks, *blocks]
    if edits:
        normalized = normalized.edited(edits, source)
        blocks, behind_picture = _moved(normalized.text, blocks, edits, behind_picture)
    text = normalized.text
    zoned = segment(text, blocks, behind_picture)
    if all(block.zone is Zone.METADATA for block in zoned):
        raise DocumentError(Problem("document-empty", FilePlace(path)))
    metadata = front.metadata.overridden(overrides)
    item = Item(zoned, metadata)
    return Document(path, "item", text, (item,), metadata, normalized, tuple(front.notes), digest)


def _moved(
    text: str, blocks: Sequence[Block], edits: Sequence[Edit], behind_picture: frozenset[int]
) -> tuple[list[Block], frozenset[int]]:
    """Blocks where they stand in the edited `text`, without those of which nothing is left."""
    starts: list[int] = []
    ends: list[int] = []
    shifts = [0]
    for start, end, words in sorted(edits):
        if not ends or start >= ends[-1]:
            starts.append(start)
            ends.append(end)
            shifts.append(shifts[-1] + len(words) - (end - start))

    def inside(offset: int) -> int:
        at = bisect_right(ends, offset)
        return min(offset, starts[at] if at < len(starts) else offset) + shifts[at]

    found: list[Block] = []
    behind: set[int] = set()
    for index, block in enumerate(blocks):
        start, end = inside(block.start), inside(block.end)
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        if words.strip():
            if index in behind_picture:
                behind.add(len(found))
            found.append(Block(block.zone, start, start + len(words.strip()), block.origin))
    return found, frozenset(behind)


def _paragraphs(text: str, start: int) -> tuple[list[Block], list[Edit]]:
    lines = _lines(text, start)
    blocks: list[Block] = []
    edits: list[Edit] = []
    number, counted = 1, 0
    goes_on = False
    for (first, last), wraps in zip(lines, [*wrapped(text, lines), False], strict=False):
        if goes_on:
            before = blocks[-1]
            edits.append((before.end, first, " "))
            blocks[-1] = Block(Zone.BODY, before.start, last, before.origin)
        else:
            number += text.count("\n", counted, first)
            counted = first
            blocks.append(Block(Zone.BODY, first, last, Origin("line", number)))
        goes_on = wraps
    return blocks, edits


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
