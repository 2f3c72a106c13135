"""A Document from the fields of an item, each paragraph with the name of the field it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from kiemtin.documents.exchange.markup import paragraphs
from kiemtin.documents.model import Block, Document, Item, Metadata, Note, Origin, Zone
from kiemtin.documents.segmentation import segment
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import normalize


class Piece(NamedTuple):
    """One paragraph of a field."""

    field: str
    zone: Zone
    text: str


def refused(code: str, name: str, **arguments: object) -> DocumentError:
    return DocumentError(Problem(code, FilePlace(name), arguments))


def document_of(
    name: str, pieces: Iterable[Piece], metadata: Metadata, notes: tuple[Note, ...] = ()
) -> Document:
    """One item; its text has a line a paragraph. Raises DocumentError if nothing is to be read."""
    texts: list[str] = []
    blocks: list[Block] = []
    counts: dict[str, int] = {}
    at = 0
    for piece in pieces:
        text = normalize(piece.text).text.strip()
        if not text:
            continue
        counts[piece.field] = counts.get(piece.field, 0) + 1
        origin = Origin("paragraph", counts[piece.field], part=piece.field)
        blocks.append(Block(piece.zone, at, at + len(text), origin))
        texts.append(text)
        at += len(text) + 1
    if not blocks:
        raise refused("document-empty", name)
    whole = "\n".join(texts)
    item = Item(segment(whole, blocks), metadata)
    return Document(name, "item", whole, (item,), metadata, notes=notes)


def text_of(fields: Mapping[str, object], key: str, name: str) -> str:
    """A field that is text or not there. Raises DocumentError for anything else."""
    value = fields.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise refused("payload-not-text", name, key=key)
    return value


def lines(field: str, zone: Zone, text: str) -> list[Piece]:
    """Plain text: a line is a paragraph."""
    return [Piece(field, zone, line) for line in text.splitlines()]


def marked_up(field: str, zone: Zone, markup: str) -> list[Piece]:
    """HTML of a field: what it marks as captions are captions, the rest is of the field's zone."""
    return [
        Piece(field, part.zone if part.zone is Zone.CAPTION else zone, part.text)
        for part in paragraphs(markup)
    ]


def moment(value: object, key: str, name: str, hours: float) -> datetime | date | None:
    """A moment in ISO 8601, in the newsroom's own time, `hours` before UTC. Raises DocumentError."""
    if value is None or value == "":
        return None
    try:
        if not isinstance(value, str):
            raise ValueError
        read = datetime.fromisoformat(value)
        if len(value) == len("2026-01-01"):
            return read.date()
        if read.tzinfo is not None:
            read = read.astimezone(timezone(timedelta(hours=hours))).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise refused("payload-bad-moment", name, key=key) from None
    return read
