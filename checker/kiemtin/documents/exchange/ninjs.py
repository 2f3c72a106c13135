"""ninjs of IPTC (https://iptc.org/std/ninjs): 1.x with flat fields, 2.x and 3.x with lists of values.

Published is what is embargoed until, else when this version was made. The standard has no place for outlet,
medium, page or section: they stay unknown. Pictures are the associations; texts among those are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiemtin.documents.exchange.pieces import (
    Piece,
    Reading,
    Source,
    first_moment,
    lines,
    marked_up,
    pointer,
    text_of,
)
from kiemtin.documents.model import Metadata, Note, Zone

Fields = Mapping[str, object]
Key = str | int
_PICTURES = ("picture", "graphic", "video")
_MAIN = (None, "main", "body", "headline", "summary", "text", "caption")
"""Roles of what a reader sees; others are the writer's name, short forms, words for search."""


def read(item: Fields, source: Source) -> Reading:
    """Raises DocumentError for fields of other types than the standard's."""
    kind = item.get("type")
    said = Zone.CAPTION if kind in _PICTURES else Zone.LEAD
    pieces = _field(item, "headline", "headlines", Zone.HEADLINE, source, ())
    pieces += _field(item, "byline", "bylines", Zone.METADATA, source, ())
    pieces += _field(item, "description", "descriptions", said, source, ())
    pieces += _field(item, "body", "bodies", Zone.BODY, source, ())
    photos = 0
    unread = 0
    for keys, entry in _associations(item.get("associations")):
        if entry.get("type") in _PICTURES:
            photos += entry.get("type") == "picture"
            pieces += _field(entry, "description", "descriptions", Zone.CAPTION, source, keys)
        elif entry.get("type") in ("text", "composite"):
            unread += 1
    published = first_moment(
        source, [(item.get(key), pointer(key)) for key in ("embargoed", "versioncreated", "versionCreated")]
    )
    notes = [Note("exchange-related-unread", {"n": unread}, unread=True)] if unread else []
    return Reading(pieces, Metadata(published=published, photos=photos or None), notes)


def _field(
    item: Fields, one: str, many: str, zone: Zone, source: Source, above: tuple[Key, ...]
) -> list[Piece]:
    listed = item.get(many)
    if listed is not None:
        if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
            raise source.refused("exchange-not-list", place=pointer(*above, many))
        main = [at for at, each in enumerate(listed) if each.get("role") in _MAIN] or list(range(len(listed)))
        # The same words may stand in several types of content: text without markup maps back best.
        at = min(main, key=lambda at: ("html" in _content_type(listed[at]), at), default=None)
        if at is not None:
            keys = (*above, many, at)
            value = text_of(source, listed[at], "value", *keys)
            return _paragraphs(
                source, value, zone, (*keys, "value"), is_markup="html" in _content_type(listed[at])
            )
    for key, is_markup in (
        (f"{one}_text", False),
        (f"{one}_html", True),
        (f"{one}_xhtml", True),
        (one, False),
    ):
        value = text_of(source, item, key, *above)
        if value:
            return _paragraphs(source, value, zone, (*above, key), is_markup=is_markup)
    return []


def _paragraphs(
    source: Source, value: str, zone: Zone, keys: tuple[Key, ...], *, is_markup: bool
) -> list[Piece]:
    place = pointer(*keys)
    return marked_up(source, place, zone, value) if is_markup else lines(place, zone, value)


def _content_type(entry: Fields) -> str:
    return str(entry.get("contentType") or entry.get("contenttype") or "")


def _associations(value: object) -> Iterator[tuple[tuple[Key, ...], Fields]]:
    entries: list[tuple[Key, object]] = []
    if isinstance(value, dict):
        entries = list(value.items())
    elif isinstance(value, list):
        entries = list(enumerate(value))
    for key, entry in entries:
        if isinstance(entry, dict):
            yield ("associations", key), entry
