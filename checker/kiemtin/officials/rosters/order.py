"""A precedence list as rows of a sheet, judged and put in order: which titles share a rank, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kiemtin.foundation.dates import PartialDate, Validity
from kiemtin.foundation.text import fold
from kiemtin.officials.rosters.entries import Entries
from kiemtin.officials.rosters.raw import Entry, Where

_FROM_WEAKEST = ("sample", "practice", "verified")
_MOST = 99
"""Ranks beyond it are slips of the finger."""


class OrderVersion(NamedTuple):
    """The list of one period: titles of one rank are equal. `status` is the weakest of its rows."""

    validity: Validity
    ranks: tuple[tuple[int, tuple[str, ...]], ...]
    status: str = "sample"
    source: str = ""


class _Row(NamedTuple):
    rank: int
    title: str
    status: str
    source: str


def settled_order(rows: Sequence[Entry], entries: Entries) -> list[OrderVersion]:
    """The versions that the rows give, oldest first; `entries` is told of every wrong cell."""
    versions: dict[tuple[str, str], list[_Row]] = {}
    seen: dict[tuple[str, str, str], tuple[int, Where]] = {}
    for fields, where in rows:
        rank = str(fields.get("rank") or "")
        title = str(fields.get("title") or "").strip()
        period = str(fields.get("start_date") or ""), str(fields.get("end_date") or "")
        if not (rank.isascii() and rank.isdigit() and 1 <= int(rank) <= _MOST):
            entries.report("order-rank", where, field="rank", value=rank)
            continue
        office = entries.vocabulary.office_id(title) or _group(title, entries)
        if not office:
            entries.report("order-title", where, field="title", title=title)
            continue
        if any(
            _day(field, fields.get(field), where, entries) is None for field in ("start_date", "end_date")
        ):
            continue
        first = seen.setdefault((office, *period), (int(rank), where))
        if first[0] != int(rank):
            entries.report("order-twice", where, field="rank", title=title, first=first[1].at("rank"))
            continue
        row = _Row(int(rank), title, _status(fields), str(fields.get("source") or ""))
        versions.setdefault(period, []).append(row)
    return sorted((_version(*item, entries) for item in versions.items()), key=_start)


def _status(fields: Mapping[str, object]) -> str:
    """Of a row; what does not say where it comes from is a sample."""
    told = str(fields.get("status") or "")
    return told if told in _FROM_WEAKEST and fields.get("source") else _FROM_WEAKEST[0]


def _start(version: OrderVersion) -> int:
    return version.validity.start.toordinal() if version.validity.start else 0


def _group(title: str, entries: Entries) -> str:
    """A name that gathers offices ("Bộ trưởng") is one as a pack may write it."""
    key = fold(title)
    return next((id for id, office in entries.vocabulary.offices.items() if fold(office.names[0]) == key), "")


def _day(field: str, value: object, where: Where, entries: Entries) -> PartialDate | bool | None:
    """A whole day, False for none, None (told) for what is neither."""
    if not value:
        return False
    try:
        day = PartialDate.parse(str(value))
    except ValueError:
        day = None
    if day is None or day.first != day.last:
        entries.report("order-day", where, field=field, value=str(value))
        return None
    return day


def _version(period: tuple[str, str], rows: list[_Row], entries: Entries) -> OrderVersion:
    start, end = (PartialDate.parse(day).first if day else None for day in period)
    ranks: dict[int, dict[str, None]] = {}
    for row in rows:
        ranks.setdefault(row.rank, {})[row.title] = None
    sources = dict.fromkeys(row.source for row in rows if row.source)
    return OrderVersion(
        Validity(start, end),
        tuple((rank, tuple(ranks[rank])) for rank in sorted(ranks)),
        min((row.status for row in rows), key=_FROM_WEAKEST.index),
        "; ".join(sources),
    )
