"""A rundown of Superdesk with its items, as its interface hands them over, in the order of references.

`{"rundown": {…}, "rundown_items": [{…}]}`, or a rundown whose items are written out. Where only what the
search index keeps (`items_data`) is at hand, titles and texts are read from it. A length of 0 is one that
nobody entered; what a sub-item holds is on the screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from kiemtin.documents.exchange.bulletins import Length, Listed, bulletin_of
from kiemtin.documents.exchange.pieces import Piece, Source, marked_up, pointer, text_of
from kiemtin.documents.metadata_fields import build_metadata
from kiemtin.documents.model import Document, Metadata, Note, Zone
from kiemtin.documents.moments import read_iso, read_time

_MARKS = frozenset({"airtime_date", "airtime_time", "items_data"})
_LISTS = ("rundown_items", "items", "_items")
_ITEM = frozenset({"title", "content", "item_type", "planned_duration"})
_TEXTS = (
    ("title", Zone.HEADLINE),
    ("content", Zone.BODY),
    ("live_captions", Zone.GRAPHIC),
    ("live_sound", Zone.CUE),
    ("last_sentence", Zone.CUE),
    ("technical_title", Zone.METADATA),
    ("guests", Zone.METADATA),
    ("additional_notes", Zone.METADATA),
)
_DROPPED = frozenset("skip skipped float floated drop dropped kill killed cancelled canceled".split())
_LONGEST = 100 * 3600
_TOLD = 10

Fields = Mapping[str, Any]
Keys = tuple[str | int, ...]


class _Found(NamedTuple):
    """An item with where it stands in the file, and when it starts as its reference says."""

    fields: Fields
    at: Keys
    start: object = None
    start_at: str = ""


def is_rundown(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    inner = value.get("rundown")
    return bool(_MARKS & value.keys()) or (isinstance(inner, dict) and bool(_MARKS & inner.keys()))


def read(value: Fields, source: Source) -> Document:
    """Raises DocumentError for fields of other types than Superdesk's."""
    inner = value.get("rundown")
    rundown: Fields = inner if isinstance(inner, dict) else value
    at: Keys = ("rundown",) if rundown is inner else ()
    notes: list[Note] = []
    listed: list[Listed] = []
    for found in _in_order(value, rundown, at, source, notes):
        status = text_of(source, found.fields, "status", *found.at).strip().lower()
        if status in _DROPPED:
            title = text_of(source, found.fields, "title", *found.at)[:80]
            notes.append(Note("superdesk-item-dropped", {"title": title, "status": status}))
        else:
            listed.append(_listed(found, source, notes))
    head = Metadata(
        published=_airtime(rundown, at, source),
        programme=text_of(source, rundown, "title", *at) or None,
        duration=_seconds(rundown, "planned_duration", at, source),
    )
    return bulletin_of(source, listed, head, notes, "field")


def _in_order(value: Fields, rundown: Fields, at: Keys, source: Source, notes: list[Note]) -> list[_Found]:
    references = _list(rundown, "items", at, source)
    known: dict[str, _Found] = {}
    for holder, above in ((value, ()), (rundown, at)):
        for key in _LISTS:
            for number, fields in enumerate(_list(holder, key, above, source)):
                if _ITEM & fields.keys():
                    name = str(fields.get("_id") or pointer(*above, key, number))
                    known.setdefault(name, _Found(fields, (*above, key, number)))
    if not known:
        known = _from_index(rundown, at, source, notes)
    if not references or all(_ITEM & each.keys() for each in references):
        if not references and len(known) > 1:
            raise source.refused("superdesk-order-unknown", n=len(known))
        return list(known.values())
    found: list[_Found] = []
    missing: list[str] = []
    for number, reference in enumerate(references):
        name = str(reference.get("_id"))
        if name not in known:
            missing.append(name)
            continue
        start_at = pointer(*at, "items", number, "start_time")
        found.append(known.pop(name)._replace(start=reference.get("start_time"), start_at=start_at))
    if missing:
        told = ", ".join(missing[:_TOLD])
        notes.append(Note("superdesk-items-missing", {"n": len(missing), "ids": told}, unread=True))
    if known:
        told = ", ".join(list(known)[:_TOLD])
        notes.append(Note("superdesk-items-not-listed", {"n": len(known), "ids": told}, unread=True))
    return found


def _from_index(rundown: Fields, at: Keys, source: Source, notes: list[Note]) -> dict[str, _Found]:
    """Items by what the search index keeps of them: keys and their texts, and nothing about lengths."""
    found: dict[str, dict[str, Any]] = {}
    places: dict[str, Keys] = {}
    for number, entry in enumerate(_list(rundown, "items_data", at, source)):
        name, key = str(entry.get("_id")), entry.get("key")
        if isinstance(key, str):
            found.setdefault(name, {})[key] = text_of(source, entry, "value", *at, "items_data", number)
            places.setdefault(name, (*at, "items_data", number))
    if found:
        notes.append(Note("superdesk-from-index", unread=True))
    return {name: _Found({**fields, "_index": True}, places[name]) for name, fields in found.items()}


def _listed(found: _Found, source: Source, notes: list[Note]) -> Listed:
    fields, at = found.fields, found.at
    pieces: list[Piece] = []
    for key, zone in _TEXTS:
        place = pointer(*at) if fields.get("_index") else pointer(*at, key)
        pieces += marked_up(source, place, zone, text_of(source, fields, key, *at))
    for number, part in enumerate(_list(fields, "subitems", at, source)):
        if part.get("enabled") is not False:
            for key, zone in (("content", Zone.GRAPHIC), ("technical_info", Zone.CUE)):
                inner: Keys = (*at, "subitems", number)
                pieces += marked_up(source, pointer(*inner, key), zone, text_of(source, part, key, *inner))
    lengths: list[Length] = []
    for key, kind in (("duration", "actual"), ("planned_duration", "planned")):
        seconds = _seconds(fields, key, at, source)
        if seconds:
            lengths.append(Length("actual" if kind == "actual" else "planned", seconds, pointer(*at, key)))
    block = text_of(source, fields, "show_part", *at).strip() or None
    values: dict[str, object] = {"section": block}
    if found.start not in (None, ""):
        try:
            values["time"] = read_time(str(found.start)[:40])
        except ValueError:
            arguments = {"place": found.start_at, "value": str(found.start)[:40]}
            notes.append(Note("superdesk-bad-time", arguments))
    type_ = text_of(source, fields, "item_type", *at)
    metadata = build_metadata(values, None, (("item_type", type_),) if type_ else ())
    return Listed(pieces, metadata, None, block, lengths)


def _airtime(rundown: Fields, at: Keys, source: Source) -> datetime | date | None:
    """When the show is on air, in the time of its place; None without a day, or for one that is none."""
    day = text_of(source, rundown, "airtime_date", *at).strip()
    hour = text_of(source, rundown, "airtime_time", *at).strip()
    if not day:
        return None
    try:
        told = read_iso(day)
        if hour and not isinstance(told, datetime):
            return datetime.combine(told, read_time(hour))
    except ValueError:
        raise source.refused(
            "exchange-bad-moment", place=pointer(*at, "airtime_date"), value=f"{day} {hour}"[:40]
        ) from None
    return told


def _seconds(fields: Fields, key: str, at: Keys, source: Source) -> float | None:
    """A length; None where it is not there or 0. Raises DocumentError for what is no length."""
    value = fields.get(key)
    if value is None or value == 0:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= _LONGEST:
        raise source.refused("superdesk-bad-length", place=pointer(*at, key), value=str(value)[:40])
    return float(value)


def _list(fields: Fields, key: str, at: Keys, source: Source) -> Sequence[Fields]:
    value = fields.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise source.refused("exchange-not-list", place=pointer(*at, key))
    return value
