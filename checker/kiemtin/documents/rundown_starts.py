"""When each item of a rundown begins, where its hours say the first alone and every length is fixed.

Computed starts are told as computed, and only as far as they are certain: behind an item without a length,
behind a row that is no item but has one, past midnight of an unknown day, nothing is computed. Where another
row has an hour, or somebody says one of an item or of the bulletin elsewhere, the hours stand as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from kiemtin.documents.model import NOTHING_SAID, Item, Metadata, Note, Source, SourceKind
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import replace

_DAY = 86_400


class Row(NamedTuple):
    """What the row of an item says; `behind_gap`: a row that is no item stands before it and has a length."""

    number: int
    hour: time | None
    hour_span: Span | None
    planned: float | None
    actual: float | None
    behind_gap: bool


def with_starts(
    items: Sequence[Item], rows: Sequence[Row], bulletin: Metadata, given: Metadata | None
) -> tuple[tuple[Item, ...], list[Note]]:
    """The items with their starts, and what is to be said of them."""
    given = given or NOTHING_SAID
    first = rows[0].hour
    if first is None or len(rows) < 2 or any(row.hour is not None for row in rows[1:]) or says_when(given):
        return tuple(items), []
    offsets = max(_offsets(rows, "planned"), _offsets(rows, "actual"), key=len)
    found = list(items[:1])
    begin = first.hour * 3600 + first.minute * 60 + first.second
    day = items[0].metadata.day
    for item, offset in zip(items[1:], offsets[1:], strict=False):
        told = _started(item, bulletin, day, begin + offset)
        if told is None:
            break
        found.append(told)
    notes = []
    if len(found) > 1:
        arguments = {"count": len(found) - 1, "first": f"{first:%H:%M}"}
        notes.append(Note("rundown-starts-computed", arguments, rows[0].hour_span))
    if len(found) > 1 and len(found) < len(items):
        arguments = {"count": len(items) - len(found), "row": rows[len(found)].number}
        notes.append(Note("rundown-starts-unknown", arguments))
    return (*found, *items[len(found) :]), notes


def says_when(metadata: Metadata) -> bool:
    return metadata.hour is not None or isinstance(metadata.published, datetime)


def _offsets(rows: Sequence[Row], role: str) -> list[float]:
    """Seconds from the first start to that of each row, as far as every length before it is known."""
    found = [0.0]
    for row, following in pairwise(rows):
        length = row.planned if role == "planned" else row.actual
        if length is None or following.behind_gap:
            break
        found.append(found[-1] + length)
    return found


def _started(item: Item, bulletin: Metadata, day: date | None, seconds: float) -> Item | None:
    """The item with its start; as it is if somebody says when it is on air, None if that is not certain."""
    known = item.metadata
    inherited = known.sources.get("published") == bulletin.sources.get("published")
    if says_when(known) and not inherited:
        return item
    whole = int(seconds)
    source = Source(SourceKind.COMPUTED)
    if day is None:
        if whole >= _DAY:
            return None
        hour = time(whole // 3600, whole // 60 % 60, whole % 60)
        return replace(item, metadata=replace(known, hour=hour, sources={**known.sources, "hour": source}))
    try:
        moment = datetime(day.year, day.month, day.day) + timedelta(seconds=whole)
    except OverflowError:
        return None
    sources = {**known.sources, "published": source}
    return replace(item, metadata=replace(known, published=moment, sources=sources))
