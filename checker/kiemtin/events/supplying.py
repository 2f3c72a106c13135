"""What a matched event says of its piece: the kind of event and its hour, where nobody nearer says them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiemtin.documents.metadata_fields import written_key
from kiemtin.documents.model import Document, Item, Metadata, Note, Source, SourceKind
from kiemtin.events.model import Event, Found, Kind, Occasion
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import replace

_WEAKER = (SourceKind.SETTINGS, SourceKind.PROPERTIES)
"""What holds for many pieces alike gives way to the event of this one."""


def with_events(document: Document, occasions: Sequence[Occasion]) -> Document:
    """The document with what the matched events say."""
    items: list[Item] = list(document.items)
    for occasion in occasions:
        if occasion.event is not None:
            item = items[occasion.item]
            items[occasion.item] = replace(item, metadata=_supplied(item.metadata, occasion.event))
    if all(new is old for new, old in zip(items, document.items, strict=True)):
        return document
    metadata = items[0].metadata if document.kind == "item" else document.metadata
    return replace(document, items=tuple(items), metadata=metadata)


def _said_by(event: Event) -> dict[str, object]:
    """An event of several days has no hour that a piece of one of them could be late for."""
    said: dict[str, object] = {}
    if event.kind:
        said["event"] = event.kind
    if event.first_day == event.last_day:
        said["event_time"] = event.start
    return said


def _supplied(known: Metadata, event: Event) -> Metadata:
    source = Source(SourceKind.CALENDAR, None, event.at)
    given = {
        field: value
        for field, value in _said_by(event).items()
        if getattr(known, field) is None or (field in known.sources and known.sources[field].kind in _WEAKER)
    }
    if not given:
        return known
    return replace(known, **given, sources={**known.sources, **dict.fromkeys(given, source)})


def notes_on(document: Document, occasions: Sequence[Occasion]) -> tuple[Note, ...]:
    """What a report says of the calendar: which event was taken, which could not be told from which, whom
    the piece names otherwise than announced, and what the piece itself says otherwise."""
    notes: list[Note] = []
    for occasion in occasions:
        start = document.items[occasion.item].span.start
        place = Span(start, start) if document.kind == "bulletin" else None
        if occasion.found is Found.SEVERAL:
            events = "; ".join(told(event) for event in occasion.rivals)
            notes.append(Note("calendar-several", {"events": events}, place))
        if occasion.event is None:
            continue
        notes.append(Note("calendar-matched", {"event": told(occasion.event)}, place))
        notes += _contradicted(document.items[occasion.item].metadata, occasion.event, place)
        for each in occasion.differences:
            code = f"calendar-{each.kind.value}-differs"
            if each.kind is Kind.TITLE and not each.sure:
                code += "-perhaps"
            arguments = {
                "name": each.name, "announced": each.announced, "printed": each.printed,
                "where": where_told(occasion.event),
            }  # fmt: skip
            notes.append(Note(code, arguments, each.place))
    return tuple(notes)


def _contradicted(known: Metadata, event: Event, place: Span | None) -> list[Note]:
    """Where the piece says another hour or kind than its event has."""
    found: list[Note] = []
    for field, said in _said_by(event).items():
        own = getattr(known, field)
        if isinstance(own, datetime) is not isinstance(said, datetime) and field == "event_time":
            continue
        if own in (None, said) or (isinstance(own, str) and own.lower() == str(said).lower()):
            continue
        key = written_key(field)
        arguments: dict[str, object] = {"key": key, "where": where_told(event)}
        span = known.sources[field].span if field in known.sources else place
        found.append(Note("calendar-contradicts", arguments, span))
    return found


def told(event: Event) -> str:
    """`12/03/2024 08:00 “Thăm xã Hòa Sơn” (lich.csv:5)`."""
    start = event.start
    day = f"{event.first_day:%d/%m/%Y}"
    hour = f" {start:%H:%M}" if isinstance(start, datetime) else ""
    last = "" if event.first_day == event.last_day else f"–{event.last_day:%d/%m/%Y}"
    return f"{day}{last}{hour} “{event.called[:80]}” ({where_told(event)})"


def where_told(event: Event) -> str:
    return f"{event.at.path}:{event.at.line}" if event.at.line is not None else event.at.path
