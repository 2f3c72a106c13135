"""Who held which office, where and when: a roster of facts in Popolo's shape, each with its source.

File format (JSON): `persons` (id, name, other_names), `organizations` (id, name), `posts` (id = office of the
vocabulary, organization), `memberships` (person_id, post_id, organ, area, start_date, end_date, source,
confidence, note). Dates may be partial; an absent end is unknown, not open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from kiemtin.foundation.cache import cached, content_key
from kiemtin.foundation.dates import Held, PartialDate
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.foundation.records import Record
from kiemtin.foundation.text import fold
from kiemtin.officials.slips import one_slip, one_tone, rests


class Holding(Record):
    """One fact: a person held an office from `start` to `end` (None: unknown)."""

    office: str | None
    """Id of the vocabulary, None if the vocabulary does not know the office."""
    title: str
    """The office as the source prints it."""
    organ: str | None = None
    locality: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    source: str = ""
    confidence: str = ""
    note: str = ""
    acting: bool = False
    in_office: PartialDate | None = None
    """Last day on which the person was seen in office, if it is known without an end."""

    def on(self, day: date) -> Held:
        """Whether it held on `day`: an unknown bound never says no, nor does it say yes."""
        after_start = _after(self.start, day)
        before_end = _before(self.end, day)
        if Held.NO in (after_start, before_end):
            return Held.NO
        if before_end is Held.UNKNOWN and self.in_office is not None and day <= self.in_office.last:
            before_end = Held.YES
        return Held.YES if after_start is before_end is Held.YES else Held.UNKNOWN


def _after(start: PartialDate | None, day: date) -> Held:
    if start is None:
        return Held.UNKNOWN
    if day < start.first:
        return Held.NO
    return Held.YES if day >= start.last else Held.UNKNOWN


def _before(end: PartialDate | None, day: date) -> Held:
    if end is None:
        return Held.UNKNOWN
    if day > end.last:
        return Held.NO
    return Held.YES if day <= end.first else Held.UNKNOWN


class Official(Record):
    """A person of the roster."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()


class Roster:
    """People and the offices they held, immutable. `by_name` leads from a folded name to ids; several people
    may bear one name."""

    def __init__(
        self, name: str, officials: Mapping[str, Official], by_name: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.name = name
        self.officials = officials
        self.by_name = by_name

    @cached_property
    def _by_rest(self) -> Mapping[str, tuple[str, ...]]:
        """Names by what is left of them without one word: a slip changes one word and leaves the rest."""
        names: dict[str, list[str]] = {}
        for folded in self.by_name:
            for rest in rests(folded):
                names.setdefault(rest, []).append(folded)
        return {rest: tuple(alike) for rest, alike in names.items()}

    def find(self, name: str) -> tuple[Official, ...]:
        """All people of that name, however its tones are placed."""
        return tuple(self.officials[id] for id in self.by_name.get(fold(name), ()))

    def holdings(self, official: str) -> tuple[Holding, ...]:
        """What an official held, in the order of the roster; empty for an unknown id."""
        found = self.officials.get(official)
        return found.holdings if found else ()

    def held(
        self, official: str, office: str, day: date, organ: str | None = None, locality: str | None = None
    ) -> Held:
        """Whether an official held an office on a day, as far as the roster's facts go.

        NO only if facts about this office (or none at all about it, while others cover the day) exclude it;
        UNKNOWN if bounds are unknown or the roster says nothing of the office.
        """
        facts = [
            fact
            for fact in self.holdings(official)
            if fact.office == office
            and (organ is None or fact.organ is None or fact.organ == organ)
            and (locality is None or fact.locality is None or fold(fact.locality) == fold(locality))
        ]
        answers = {fact.on(day) for fact in facts}
        if Held.YES in answers:
            return Held.YES
        return Held.NO if answers == {Held.NO} else Held.UNKNOWN

    def near_misses(self, name: str) -> tuple[Official, ...]:
        """People whose name is one letter or one tone off `name`: suggestions, best first, never verdicts."""
        wanted = fold(name)
        found: list[tuple[int, str, str]] = []
        alike = dict.fromkeys(name for rest in rests(wanted) for name in self._by_rest.get(rest, ()))
        for folded in alike:
            if one_slip(folded, wanted):
                rank = 0 if one_tone(folded, wanted) else 1
                found.extend((rank, folded, id) for id in self.by_name[folded])
        return tuple(self.officials[id] for _, _, id in sorted(found))


def load_roster(path: Path) -> Roster:
    """The roster of a JSON file, from the cache if unchanged. Raises PackError with what is wrong."""
    try:
        source = path.read_bytes()
    except OSError as error:
        raise _problem("officials-roster-unreadable", path, reason=error.strerror or str(error)) from error
    return cached("roster", content_key([b"roster", source]), lambda: compile_roster(source, path))


def compile_roster(source: bytes, path: Path) -> Roster:
    """From the contents of a roster file."""
    import json  # 3 ms that a start from the cache does not need

    try:
        data = json.loads(source)
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise _problem("officials-roster-not-json", path, line, reason=str(error)) from error
    if not isinstance(data, dict) or not isinstance(data.get("persons"), list):
        raise _problem("officials-roster-shape", path, what="persons")
    facts: dict[str, list[Holding]] = {}
    known = {str(person.get("id")) for person in data["persons"]}
    for number, entry in enumerate(data.get("memberships", ()), 1):
        person = str(entry.get("person_id"))
        if person not in known:
            raise _problem("officials-roster-person", path, number=number, person=person)
        facts.setdefault(person, []).append(_holding(entry, path, number))
    officials: dict[str, Official] = {}
    by_name: dict[str, list[str]] = {}
    for person in data["persons"]:
        id, name = str(person["id"]), str(person["name"])
        if id in officials:
            raise _problem("officials-roster-twice", path, person=id)
        others = tuple(str(other) for other in person.get("other_names", ()))
        officials[id] = Official(id, name, others, tuple(facts.get(id, ())))
        for spelled in dict.fromkeys(map(fold, (name, *others))):
            by_name.setdefault(spelled, []).append(id)
    names = {spelled: tuple(ids) for spelled, ids in by_name.items()}
    return Roster(str(data.get("name", path.stem)), officials, names)


def _holding(entry: Mapping[str, Any], path: Path, number: int) -> Holding:
    dates: list[PartialDate | None] = []
    for key in ("start_date", "end_date", "seen_date"):
        text = entry.get(key)
        try:
            dates.append(PartialDate.parse(str(text)) if text else None)
        except ValueError as error:
            raise _problem("officials-roster-date", path, number=number, field=key, date=str(text)) from error
    start, end, seen = dates
    if start is not None and end is not None and end.last < start.first:
        raise _problem("officials-roster-order", path, number=number, start=str(start), end=str(end))
    return Holding(
        office=entry.get("post_id"),
        title=str(entry.get("role", "")),
        organ=entry.get("organ"),
        locality=entry.get("area"),
        start=start,
        end=end,
        source=str(entry.get("source", "")),
        confidence=str(entry.get("confidence", "")),
        note=str(entry.get("note", "")),
        acting=bool(entry.get("acting", False)),
        in_office=seen,
    )


def merge_rosters(rosters: Sequence[Roster]) -> Roster:
    """One roster of several; ids stay, so two files must not give one id to two people."""
    officials: dict[str, Official] = {}
    by_name: dict[str, tuple[str, ...]] = {}
    for roster in rosters:
        officials.update(roster.officials)
        for name, ids in roster.by_name.items():
            by_name[name] = tuple(dict.fromkeys((*by_name.get(name, ()), *ids)))
    return Roster("+".join(roster.name for roster in rosters), officials, by_name)


def _problem(code: str, path: Path, line: int | None = None, **arguments: object) -> PackError:
    return PackError(Problem(code, FilePlace(str(path), line), arguments))
