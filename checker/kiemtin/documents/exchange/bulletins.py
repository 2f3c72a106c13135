"""A bulletin from the items that an exchange format has, each paragraph with the place that it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from kiemtin.documents.exchange.pieces import Piece, Source
from kiemtin.documents.limits import CHARACTERS, ROWS
from kiemtin.documents.model import (
    FIELDS,
    NOTHING_SAID,
    Block,
    Document,
    Item,
    Metadata,
    Note,
    Origin,
    SourceKind,
    Supplied,
    Timing,
)
from kiemtin.documents.model import Source as ValueSource
from kiemtin.documents.said_items import with_said
from kiemtin.documents.segmentation import segment
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import normalize

INHERITED = ("outlet", "medium", "published", "hour", "programme", "event", "event_time")
"""What holds for each item if it is said of the whole bulletin."""
_OF_EACH = (*INHERITED, "page", "section", "photos")
"""What holds for each item, whatever it says, if it is given with the file."""


class Length(NamedTuple):
    kind: Literal["planned", "actual"]
    seconds: float
    place: str


class Listed(NamedTuple):
    """An item in the order of its bulletin. Of its lengths the first counts."""

    pieces: Sequence[Piece]
    metadata: Metadata = NOTHING_SAID
    number: str | None = None
    block: str | None = None
    lengths: Sequence[Length] = ()


def bulletin_of(
    source: Source,
    listed: Sequence[Listed],
    head: Metadata,
    notes: Sequence[Note],
    kind: Literal["field", "element"],
    *,
    counted: bool = True,
) -> Document:
    """The bulletin; its text has a line a paragraph. Places are counted unless they are told otherwise.

    Raises DocumentError if nothing is to be read.
    """
    ROWS.hold(len(listed), FilePlace(source.path))
    bulletin = head.overridden(source.overrides)
    texts: list[str] = []
    items: list[Item] = []
    at = 0
    for number, each in enumerate(listed, start=1):
        blocks: list[Block] = []
        found: list[str] = []
        counts: dict[str, int] = {}
        for piece in each.pieces:
            text = " ".join(normalize(piece.text).text.split())
            if text:
                counts[piece.place] = counts.get(piece.place, 0) + 1
                origin = Origin(kind, counts[piece.place], None, piece.place)
                blocks.append(Block(piece.zone, at, at + len(text), origin))
                found.append(text)
                at += len(text) + 1
                CHARACTERS.hold(at, FilePlace(source.path))
        start = at - sum(len(text) + 1 for text in found)
        blocks = _segmented("\n".join(found), blocks, start)
        texts += found
        items.append(_item(each, number, blocks, bulletin, source, kind, counted=counted))
    if not texts:
        raise source.refused("document-empty")
    whole = "\n".join(texts)
    told = said(items, whole, source)
    return Document(source.path, "bulletin", whole, told, bulletin, None, tuple(notes), source.digest)


def _segmented(text: str, blocks: Sequence[Block], start: int) -> list[Block]:
    """The blocks of one item in their zones, found in its own text alone."""
    moved = [replace(block, start=block.start - start, end=block.end - start) for block in blocks]
    return [
        replace(block, start=block.start + start, end=block.end + start) for block in segment(text, moved)
    ]


def _item(
    each: Listed,
    number: int,
    blocks: Sequence[Block],
    bulletin: Metadata,
    source: Source,
    kind: Literal["field", "element"],
    *,
    counted: bool,
) -> Item:
    metadata = each.metadata
    timings = tuple(
        Timing(length.kind, length.seconds, Origin(kind, 1, None, length.place)) for length in each.lengths
    )
    if timings and metadata.duration is None:
        metadata = replace(metadata, duration=timings[0].seconds)
    if counted and metadata.position is None:
        sources = {**metadata.sources, "position": ValueSource(SourceKind.ORDER)}
        metadata = replace(metadata, position=number, sources=sources)
    metadata = inherited(metadata, bulletin, source.overrides)
    return Item(tuple(blocks), metadata, each.number, each.block, timings)


def inherited(item: Metadata, bulletin: Metadata, given: Metadata | None) -> Metadata:
    """What is said of an item, with what holds for it because it is said of its whole bulletin."""
    found = item.completed(_only(bulletin, INHERITED))
    return found.overridden(_only(given, _OF_EACH)) if given is not None else found


def said(items: Sequence[Item], text: str, source: Source) -> tuple[Item, ...]:
    """The items with what is said about single ones outside of the file. Raises DocumentError."""
    given = source.overrides
    if not isinstance(given, Supplied):
        return tuple(items)
    return with_said(items, text, source.path, given.items, given.items_under)


def _only(metadata: Metadata, fields: Sequence[str]) -> Metadata:
    told = {field: getattr(metadata, field) for field in FIELDS if field in fields}
    sources = {field: source for field, source in metadata.sources.items() if field in fields}
    return Metadata(**told, own=metadata.own, sources=sources)
