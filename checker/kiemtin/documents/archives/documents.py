"""A record of an archive becomes a document, by its format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from kiemtin.documents.archives.profiles import CAPTIONS, FIELD, ID, TEXT, URL, USUAL_PROFILE, Profile
from kiemtin.documents.archives.records import Record
from kiemtin.documents.metadata_fields import HEADLINE, LEAD, build_metadata, read_value
from kiemtin.documents.model import Block, Document, Item, Metadata, Note, Origin, Zone
from kiemtin.documents.segmentation import segment
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.records import Record as Frozen
from kiemtin.foundation.text import normalize

_ZONES = {HEADLINE: Zone.HEADLINE, LEAD: Zone.LEAD, TEXT: Zone.BODY, CAPTIONS: Zone.CAPTION}
_BESIDE = frozenset({*_ZONES, URL, ID, FIELD})
_BREAKS = "\r\v\f\u2028\u2029"
_MARKUP = ("</p>", "<br", "</div>")


class Piece(Frozen):
    """A document of an archive with what tells it from others."""

    document: Document
    id: str | None
    """What its archive calls it: its id, else its address."""
    field: str | None
    """Lĩnh vực, where the record says so."""


def read_record(
    record: Record, address: str, profile: Profile = USUAL_PROFILE, overrides: Metadata | None = None
) -> Piece:
    """The document of one record. Raises DocumentError for what cannot be read as a whole."""
    if record.problem is not None:
        raise DocumentError(record.problem)
    if record.format == "json":
        return _of_fields(_parsed(record, address), record, address, profile, overrides)
    if record.format == "row":
        assert record.value is not None
        return _of_fields(record.value, record, address, profile, overrides)
    if record.format == "html":
        from kiemtin.documents.exchange.web_page import fields_of_page

        return _of_fields(fields_of_page(record.data, address), record, address, profile, overrides)
    from kiemtin.documents.reading import read_bytes

    document = read_bytes(record.data, record.name, overrides=overrides)
    return Piece(document, None, None)


def _parsed(record: Record, address: str) -> dict[str, Any]:
    place = FilePlace(address, record.number + 1)
    try:
        value = json.loads(record.data)
    except UnicodeDecodeError:
        raise DocumentError(Problem("archive-not-utf8", place)) from None
    except (ValueError, RecursionError) as error:
        reason = "RecursionError" if isinstance(error, RecursionError) else str(error)[:200]
        raise DocumentError(Problem("archive-bad-json", place, {"reason": reason})) from None
    if not isinstance(value, dict):
        raise DocumentError(Problem("archive-no-object", place))
    return value


def _of_fields(
    said: Mapping[str, Any], record: Record, address: str, profile: Profile, overrides: Metadata | None
) -> Piece:
    fields = profile.fields(said)
    path = f"{address}:{record.name}" if address != record.name else address
    url = _word(fields.get(URL)) or record.url
    values: dict[str, object] = {}
    notes: list[Note] = []
    for field, value in fields.items():
        if field in _BESIDE:
            continue
        try:
            values[field] = read_value(field, _word(value) or "")
        except ValueError:
            notes.append(Note("archive-value-not-read", {"field": field, "value": str(value)[:80]}))
    if url and "outlet" not in values:
        values["outlet"] = _host(url)
    metadata = profile.fixed.overridden(build_metadata(values)).overridden(overrides)
    text, blocks = _composed(fields)
    if not blocks:
        raise DocumentError(Problem("document-empty", FilePlace(path)))
    item = Item(segment(text, blocks), metadata)
    document = Document(path, "item", text, (item,), metadata, None, tuple(notes))
    return Piece(document, _word(fields.get(ID)) or url, _word(fields.get(FIELD)))


def _composed(fields: Mapping[str, Any]) -> tuple[str, list[Block]]:
    """One text of all parts, a paragraph a line, and its blocks."""
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    for name, zone in _ZONES.items():
        said = fields.get(name)
        number = 0
        for part in said if isinstance(said, list) else [said]:
            if not isinstance(part, str):
                continue
            if any(sign in part for sign in _MARKUP):
                from kiemtin.documents.exchange.web_page import text_of_markup

                part = text_of_markup(part)
            text = normalize(part).text
            for line in text.splitlines() if any(sign in text for sign in _BREAKS) else text.split("\n"):
                words = line.strip()
                if words:
                    number += 1
                    blocks.append(Block(zone, at, at + len(words), Origin("paragraph", number)))
                    lines.append(words)
                    at += len(words) + 1
    return "\n".join(lines), blocks


def _word(value: Any) -> str | None:
    return None if value is None or isinstance(value, (dict, list)) else str(value).strip() or None


@lru_cache(maxsize=1024)
def _host_of(start: str) -> str | None:
    try:
        host = urlsplit(start).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _host(url: str) -> str | None:
    """The host of an address: whose archive names no outlet is told by it."""
    scheme, marks, rest = url.partition("://")
    return _host_of(f"{scheme}://{rest.partition('/')[0]}") if marks else None
