"""A Document from the fields of an item, each paragraph with the field or element that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal, NamedTuple

from kiemtin.documents.exchange.markup import paragraphs
from kiemtin.documents.limits import ELEMENTS
from kiemtin.documents.model import Block, Document, Item, Metadata, Note, Origin, Zone
from kiemtin.documents.moments import read_iso
from kiemtin.documents.segmentation import segment
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import normalize


class Piece(NamedTuple):
    """One paragraph: `place` is the JSON Pointer of its field or the path of its element."""

    place: str
    zone: Zone
    text: str


class Source(NamedTuple):
    """The file that an item comes from."""

    path: str
    overrides: Metadata | None = None
    digest: str = ""

    def refused(self, code: str, **arguments: object) -> DocumentError:
        return DocumentError(Problem(code, FilePlace(self.path), arguments))


class Reading(NamedTuple):
    """What a reader of one format found."""

    pieces: Sequence[Piece]
    metadata: Metadata
    notes: Sequence[Note] = ()


def document_of(source: Source, reading: Reading, kind: Literal["field", "element"]) -> Document:
    """One item; its text has a line a paragraph. Raises DocumentError if nothing is to be read."""
    texts: list[str] = []
    blocks: list[Block] = []
    counts: dict[str, int] = {}
    at = 0
    for piece in reading.pieces:
        text = " ".join(normalize(piece.text).text.split())
        if not text:
            continue
        counts[piece.place] = counts.get(piece.place, 0) + 1
        origin = Origin(kind, counts[piece.place], None, piece.place)
        blocks.append(Block(piece.zone, at, at + len(text), origin))
        texts.append(text)
        at += len(text) + 1
    if all(block.zone is Zone.METADATA for block in blocks):
        raise source.refused("document-empty")
    whole = "\n".join(texts)
    metadata = reading.metadata.overridden(source.overrides)
    item = Item(segment(whole, blocks), metadata)
    return Document(source.path, "item", whole, (item,), metadata, None, tuple(reading.notes), source.digest)


def lines(place: str, zone: Zone, text: str) -> list[Piece]:
    """Plain text: a line is a paragraph."""
    return [Piece(place, zone, line) for line in text.splitlines()]


def marked_up(source: Source, place: str, zone: Zone, markup: str) -> list[Piece]:
    """HTML of a field: what it marks as captions are captions, the rest is of the field's zone."""
    ELEMENTS.hold(markup.count("<"), FilePlace(source.path))
    return [
        Piece(place, part.zone if part.zone is Zone.CAPTION else zone, part.text)
        for part in paragraphs(markup)
    ]


def pointer(*keys: str | int) -> str:
    """The JSON Pointer (RFC 6901) of nested keys."""
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in keys)


def text_of(source: Source, fields: Mapping[str, object], key: str, *above: str | int) -> str:
    """A field that is text, or "" where it is not there. Raises DocumentError for anything else."""
    value = fields.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise source.refused("exchange-not-text", place=pointer(*above, key))
    return value


def moment(source: Source, value: object, place: str) -> datetime | date | None:
    """A moment in ISO 8601, in Viet Nam's time; None if not supplied. Raises DocumentError for a bad one."""
    if value is None or value == "":
        return None
    try:
        if not isinstance(value, str):
            raise ValueError
        return read_iso(value)
    except ValueError:
        raise source.refused("exchange-bad-moment", place=place, value=str(value)[:40]) from None


def first_moment(source: Source, values: Iterable[tuple[object, str]]) -> datetime | date | None:
    """The first of several moments, each with its place, that is supplied. Raises DocumentError."""
    return next((read for value, place in values if (read := moment(source, value, place)) is not None), None)
