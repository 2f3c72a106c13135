"""Pairs `key=value` that are given with a file: on the command line, in the environment, in a request.

The keys are those of a draft's head, but for headline and lead, which are text. A key with an item before
it (`3.sự kiện`) speaks of that item of a bulletin.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiemtin.documents.keys import plain_key
from kiemtin.documents.metadata_fields import (
    FIELD_OF_KEY,
    HEADLINE,
    LEAD,
    build_metadata,
    read_value,
    similar_key,
)
from kiemtin.documents.model import FIELDS, ItemSaid, Metadata, Source, SourceKind, Supplied
from kiemtin.documents.said_items import part_key

ENVIRONMENT = "KIEMTIN_SET"
"""The variable with pairs, parted by semicolons or lines."""


class BadPairError(Exception):
    """A pair that says nothing: the end of its message's id (`cli.set.…`), and its arguments."""

    def __init__(self, reason: str, **arguments: object) -> None:
        super().__init__(reason)
        self.reason, self.arguments = reason, arguments


def supplied_by(pairs: Iterable[str], source: Source) -> Supplied:
    """What the pairs say of the file and of its items. Of two with one key the last counts.

    Raises BadPairError.
    """
    of_all: dict[str, object] = {}
    of_items: dict[str, dict[str, object]] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip() or not value.strip():
            raise BadPairError("shape", given=pair)
        item, bare = part_key(key)
        field = FIELD_OF_KEY.get(plain_key(bare))
        if field is None or field in (HEADLINE, LEAD):
            similar = similar_key(bare.rpartition(".")[2]) if field is None else None
            raise BadPairError("unknown", key=key, similar=similar)
        try:
            read = read_value(field, value)
        except ValueError:
            raise BadPairError("bad_value", key=key, value=value) from None
        (of_all if item is None else of_items.setdefault(item, {}))[field] = read
    said = _built(of_all, source)
    items = tuple(ItemSaid(item, _built(values, source), source) for item, values in of_items.items())
    return Supplied(**{field: getattr(said, field) for field in FIELDS}, items=items, sources=said.sources)


def _built(values: dict[str, object], source: Source) -> Metadata:
    return build_metadata(values, dict.fromkeys(values, source))


def of_environment(value: str) -> Supplied:
    """What the variable says. Raises BadPairError."""
    pairs = [pair for line in value.splitlines() for pair in line.split(";") if pair.strip()]
    return supplied_by(pairs, Source(SourceKind.ENVIRONMENT, words=ENVIRONMENT))


def layered(over: Supplied | None, under: Supplied | None) -> Supplied | None:
    """What either says, `over` first."""
    if over is None or under is None:
        return over or under
    both = Metadata(**{field: getattr(under, field) for field in FIELDS}, sources=under.sources)
    said = both.overridden(
        Metadata(**{field: getattr(over, field) for field in FIELDS}, sources=over.sources)
    )
    values = {field: getattr(said, field) for field in FIELDS}
    return Supplied(**values, items=(*over.items, *under.items), sources=said.sources)
