"""What a pack declares that may be said of an item (`thông tin …`): the value that an item has."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiemtin.documents.keys import plain_key
from kiemtin.documents.metadata_fields import read_value
from kiemtin.foundation.dates import parse_day
from kiemtin.foundation.text import text_key
from kiemtin.judging.values import Value, missing
from kiemtin.language.rulebook import DeclaredField
from kiemtin.language.terms.names import vietnamese_name

if TYPE_CHECKING:
    from kiemtin.documents.model import Metadata
    from kiemtin.judging.facts.item import ItemFacts

_YES, _NO = frozenset({"có", "đúng", "x", "yes", "true"}), frozenset({"không", "sai", "no", "false"})
_NUMBER = re.compile(r"\d{1,9}(?:,\d{1,4})?")


def declared_value(item: ItemFacts, field: DeclaredField) -> Value:
    """The value of a declared field: as the pack spells it where the pack lists all; missing where nothing is
    said, or nothing that the pack allows."""
    given = item.__dict__.get(field.name)
    if given is None:
        given = said_of(item.metadata, field.name)
    if given is None:
        given = said_of(item.document.metadata, field.name)
    if given is None:
        return missing("field", name=vietnamese_name(field.name).replace("_", " "))
    if not isinstance(given, str):
        return given
    value = read_declared(given, field)
    if value is None:
        return missing("field_value", name=vietnamese_name(field.name).replace("_", " "), value=given)
    return value


def said_of(metadata: Metadata, name: str) -> str | None:
    """What a draft says of a declared field, as written."""
    if name in metadata._fields:
        told = getattr(metadata, name)
        return told if isinstance(told, str) else None
    return metadata.own_value(plain_key(name))


def read_declared(written: str, field: DeclaredField) -> Value | None:
    """The value that is written, None where it is no value of the field."""
    if field.values:
        key = text_key(written)
        return next((value for value in field.values if text_key(value) == key), None)
    try:
        return _READERS[field.type.name](written)
    except ValueError:
        return None


def _truth(written: str) -> bool:
    word = text_key(written)
    if word not in _YES | _NO:
        raise ValueError(written)
    return word in _YES


def _number(written: str) -> float:
    if not _NUMBER.fullmatch(written.strip()):
        raise ValueError(written)
    value = float(written.strip().replace(",", "."))
    return int(value) if value == int(value) else value


_READERS: dict[str, Callable[[str], Value]] = {
    "text": str,
    "number": _number,
    "date": lambda written: parse_day(written.strip()),
    "moment": lambda written: read_value("event_time", written),
    "duration": lambda written: read_value("duration", written),
    "truth": _truth,
}
