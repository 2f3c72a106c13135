"""What is known about a piece beside its text, each value with who said it and where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from kiemtin.documents.durations import show_duration
from kiemtin.documents.metadata_fields import written_key
from kiemtin.documents.model import FIELDS, Document, Item, Medium, Metadata, Source, SourceKind, Zone
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import cell_name
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.places import Places

_ASKED = ("outlet", "medium", "published", "event", "event_time", "page", "section", "photos", "duration")
"""What is told to be unknown of a piece; of a bulletin, what holds for all of it."""
_OF_BULLETIN = ("outlet", "medium", "published", "duration")
_SPOKEN = frozenset({Zone.LEAD, Zone.BODY})
_MEDIA = {
    Medium.PRINT: ("báo in", "print"),
    Medium.ONLINE: ("báo điện tử", "online"),
    Medium.RADIO: ("phát thanh", "radio"),
    Medium.TELEVISION: ("truyền hình", "television"),
}


def known_lines(document: Document, places: Places, lang: Lang) -> Iterator[str]:
    """A line for each value of the piece, or of the whole bulletin, then what is not known of it."""
    metadata = document.metadata if document.kind == "bulletin" else document.items[0].metadata
    for field in FIELDS:
        value = getattr(metadata, field)
        if value is not None:
            yield _line(field, value, metadata, places, lang)
    asked = _OF_BULLETIN if document.kind == "bulletin" else _ASKED
    unknown = [phrases.said(written_key(field), lang) for field in asked if getattr(metadata, field) is None]
    if unknown:
        yield message("show.unknown", lang, {"keys": ", ".join(unknown)})


def item_lines(document: Document, item: Item, places: Places, lang: Lang) -> Iterator[str]:
    """What an item of a bulletin has of its own, beside what its row shows anyway."""
    for field in FIELDS:
        value = getattr(item.metadata, field)
        source = item.metadata.sources.get(field)
        if value is None or field in ("position", "duration") or value == getattr(document.metadata, field):
            if source is None or source.kind in (SourceKind.CELL, SourceKind.ORDER) or value is None:
                continue
            if source == document.metadata.sources.get(field):
                continue
        if field == "section" and value == item.block:
            continue
        yield _line(field, value, item.metadata, places, lang)


def _line(field: str, value: object, metadata: Metadata, places: Places, lang: Lang) -> str:
    key = phrases.said(written_key(field), lang)
    source = metadata.sources.get(field)
    told = {"key": key, "value": visible(shown_value(field, value, lang))}
    if source is None:
        return message("show.known_somehow", lang, told)
    words = source_words(source, places, lang)
    hour = metadata.sources.get("hour") if field == "published" else None
    if hour is not None:  # the day stands in one place, its hour in another
        arguments = {"source": source_words(hour, places, lang)}
        words = f"{words}; {message('show.known_hour', lang, arguments)}"
    return message("show.known", lang, {**told, "source": words})


def source_words(source: Source, places: Places, lang: Lang) -> str:
    """`đầu bài, dòng 2`, `kiemtin.toml:5`, `lựa chọn --set`."""
    words = message(f"source.{source.kind.value}", lang)
    if source.span is not None:
        return f"{words}, {places.within_file(source.span, lang)}"
    if source.place is not None:
        place = source.place
        if place.path == places.document.path and place.line is not None and place.column is not None:
            cell = cell_name(place.line, place.column)  # above the header of a rundown
            return f"{words}, {message('place.cell', lang, {'cell': cell})}"
        # A column says nothing: the line of a key is short.
        at = f"{place.path}:{place.line}" if place.line is not None else place.path
        return f"{words} ({visible(at)})"
    return f"{words} “{visible(source.words)}”" if source.words else words


def shown_value(field: str, value: object, lang: Lang) -> str:
    """A value as a person writes it."""
    if isinstance(value, Medium):
        return _MEDIA[value][0 if lang == "vi" else 1]
    if isinstance(value, datetime):
        return f"{phrases.day(value.date(), lang)} {value:%H:%M}"
    if isinstance(value, date):
        return phrases.day(value, lang)
    if field == "duration" and isinstance(value, float | int):
        return show_duration(value)
    if field == "hour":
        return f"{value:%H:%M}"
    return str(value)


def estimated(document: Document, item: Item, rate: float) -> float:
    """Seconds that reading an item aloud takes: lead and body, `rate` syllables a minute."""
    spoken = sum(len(block.span.of(document.text).split()) for block in item.blocks if block.zone in _SPOKEN)
    return round(spoken * 60 / rate)


def metadata_record(metadata: Metadata, places: Places) -> dict[str, Any]:
    """As JSON has it: each value with its source; moments in ISO 8601, lengths in seconds."""
    told: dict[str, Any] = {}
    for field in FIELDS:
        value = getattr(metadata, field)
        if value is None:
            continue
        source = metadata.sources.get(field)
        plain = value.isoformat() if hasattr(value, "isoformat") else value
        told[field] = {"value": plain, "source": source.kind.value if source is not None else None}
        if source is not None and (source.span is not None or source.place is not None or source.words):
            told[field]["where"] = _where(source, places)
    return told


def _where(source: Source, places: Places) -> str:
    if source.span is not None:
        return places.within_file(source.span, "vi")
    return str(source.place) if source.place is not None else source.words
