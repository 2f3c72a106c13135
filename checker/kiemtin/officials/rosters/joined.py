"""Provinces and organs that were joined into others, with their days: `kiemtin_rules/changes`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kiemtin.foundation.dates import PartialDate
from kiemtin.foundation.text import fold


class Joined(NamedTuple):
    """`into` is what it is part of from `since` on; `name` what it was called."""

    name: str
    into: str
    since: date
    source: str
    confidence: str

    @property
    def last(self) -> date:
        """The last day of the old one."""
        return self.since - timedelta(days=1)


@cache
def provinces() -> Mapping[str, Joined]:
    """Those that are no more, by their folded names."""
    return {fold(each.name): each for each in _read("provinces")}


@cache
def organs() -> Mapping[str, Joined]:
    """Those that are no more, by their ids."""
    return {each.name: each for each in _read("organs")}


def province_then(place: str, when: PartialDate) -> Joined | None:
    """What became of a province if it was no more at that time."""
    found = provinces().get(fold(place))
    return found if found is not None and when.first >= found.since else None


@cache
def present_provinces() -> tuple[str, ...]:
    """Those that are, in the order of their names."""
    told = _told("provinces")
    return tuple(sorted({row["into"] for row in told["joined"]} | set(told["unchanged"]), key=fold))


def _told(name: str) -> dict[str, Any]:
    import yaml

    import kiemtin_rules

    path = Path(kiemtin_rules.__file__).parent / "changes" / f"{name}.yaml"
    told: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return told


def _read(name: str) -> list[Joined]:
    told = _told(name)
    return [
        Joined(
            old,
            row["into"],
            date.fromisoformat(row["from"]),
            told["sources"][row["source"]],
            row["confidence"],
        )
        for row in told["joined"]
        for old in row["of"]
        if old != row["into"]
    ]
