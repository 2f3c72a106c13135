"""Who held which office, where and when: facts, each with its source, and what they leave open.

Three answers, never two: a person holds an office on a day, does not hold it, or that is not known. An
unknown end is unknown, not open. The shape of files is told in `docs/roster.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from kiemtin.foundation.dates import Held, PartialDate
from kiemtin.foundation.records import Record
from kiemtin.foundation.text import fold
from kiemtin.officials.slips import one_slip, one_tone, rests
from kiemtin.officials.words.phrase_keys import place_key

_ONE_DAY = timedelta(days=1)


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
    """Last day on which a source saw the person in office, if the end is not known."""
    weak: bool = False
    """A forum, an aggregator, an encyclopaedia: says nothing alone."""
    end_inferred: bool = False
    """No source ends the term: it was told from a successor's, and excludes nothing after it."""
    row: str = ""
    """File and row, by which a correction names it."""

    def on(self, day: date) -> Held:
        """Whether this term covers `day`: attested from its start, or on the day of its source alone, up to
        its end or the last day on which the person was seen. Days that a partial date may mean are unknown.
        """
        after_start = _after(self.start, day)
        before_end = _before(self.end, day)
        if Held.NO in (after_start, before_end):
            return Held.NO
        seen = self.in_office
        if seen is not None and seen.first == seen.last == day:
            return Held.YES
        if self.start is not None and self.start.first == self.start.last == day:
            return Held.YES
        if before_end is Held.UNKNOWN and seen is not None and day <= seen.first:
            before_end = Held.YES
        return Held.YES if after_start is before_end is Held.YES else Held.UNKNOWN

    def changes_on(self, day: date) -> bool:
        """Whether the term begins or ends on `day`, or may: then predecessor and successor may be named."""
        return any(each is not None and each.first <= day <= each.last for each in (self.start, self.end))

    def borders_on(self, day: date) -> bool:
        """Whether the term begins or ends on `day` or beside it, or may: who left years ago is named as the
        predecessor by nobody."""
        return any(
            each is not None and each.first - _ONE_DAY <= day <= each.last + _ONE_DAY
            for each in (self.start, self.end)
        )

    def ended_before(self, day: date) -> bool:
        """Whether a source ends the term before `day`."""
        return self.end is not None and not self.end_inferred and self.end.last < day


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


class Reason(StrEnum):
    """Why a roster answers as it does."""

    TERM = "term"
    """A term covers the day."""
    ENDED = "ended"
    """A source ends the term, and no later one is known."""
    COMPLETE_OFFICE = "complete-office"
    """All holders of the office on that day are known, and the person is none of them."""
    COMPLETE_PERSON = "complete-person"
    """All offices of the person on that day are known, and it is none of them."""
    DEAD = "dead"
    """The person had died: no title is "no longer held"."""
    OPEN = "open"
    """A term may cover the day: an end or start is unknown or partial."""
    WEAK = "weak"
    """Weak sources alone tell of it."""
    ELSEWHERE = "elsewhere"
    """The office is a place's, the place is not said, and the person may have held it in another."""
    NOTHING = "nothing"
    """No row speaks of it."""


class Completeness(Record):
    """All holders of `office` (of that organ or place, if given) from `start` to `end` are in the roster."""

    office: str
    start: date
    end: date
    source: str = ""
    organ: str | None = None
    locality: str | None = None
    row: str = ""

    def covers(self, day: date, organ: str | None, locality: str | None) -> bool:
        return (
            self.start <= day <= self.end
            and (self.organ is None or self.organ == organ)
            and (self.locality is None or (locality is not None and is_same_place(self.locality, locality)))
        )


class Answer(Record):
    """What a roster knows of a person, an office and a day, and the rows that say so."""

    held: Held
    reason: Reason
    evidence: tuple[Holding, ...] = ()
    changing: bool = False
    """The office changes hands on the day: both may be named, and no correction is sure."""
    complete: Completeness | None = None

    @property
    def weak(self) -> bool:
        """Whether weak sources alone say so: no finding may rest on it."""
        return bool(self.evidence) and all(each.weak for each in self.evidence)


class Official(Record):
    """A person of the roster."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
    died: PartialDate | None = None
    died_source: str = ""
    complete_from: date | None = None
    """All offices from here to `complete_to` are in the roster."""
    complete_to: date | None = None
    misspellings: tuple[str, ...] = ()
    """Spellings of the name that are known to be wrong, however far from it."""

    def is_dead(self, day: date) -> Held:
        """Whether the person had died before `day`; the day of death itself is not after it."""
        if self.died is None:
            return Held.UNKNOWN
        if day > self.died.last:
            return Held.YES
        return Held.NO if day <= self.died.first else Held.UNKNOWN

    def is_complete(self, day: date) -> bool:
        return (
            self.complete_from is not None
            and self.complete_to is not None
            and self.complete_from <= day <= self.complete_to
        )


class Roster:
    """People and the offices they held, immutable. `by_name` leads from a folded name to ids; several people
    may bear one name."""

    def __init__(
        self,
        name: str,
        officials: Mapping[str, Official],
        by_name: Mapping[str, tuple[str, ...]],
        complete: Sequence[Completeness] = (),
    ) -> None:
        self.name = name
        self.officials = officials
        self.by_name = by_name
        self.complete = tuple(complete)

    def __reduce__(self) -> tuple[type[Roster], tuple[object, ...]]:
        return Roster, (self.name, self.officials, self.by_name, self.complete)

    @cached_property
    def _by_rest(self) -> Mapping[str, tuple[str, ...]]:
        """Names by what is left of them without one word: a slip changes one word and leaves the rest."""
        names: dict[str, list[str]] = {}
        for folded in self.by_name:
            for rest in rests(folded):
                names.setdefault(rest, []).append(folded)
        return {rest: tuple(alike) for rest, alike in names.items()}

    @cached_property
    def last_known(self) -> date | None:
        """The last day of which anything is said: a start, an end, a sighting, a death."""
        days = [
            when.last
            for official in self.officials.values()
            for holding in (None, *official.holdings)
            for when in (
                (official.died,) if holding is None else (holding.start, holding.end, holding.in_office)
            )
            if when is not None
        ]
        return max(days, default=None)

    @cached_property
    def _by_misspelling(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for official in self.officials.values():
            for spelled in dict.fromkeys(map(fold, official.misspellings)):
                found.setdefault(spelled, []).append(official.id)
        return {spelled: tuple(ids) for spelled, ids in found.items()}

    @cached_property
    def _by_office(self) -> Mapping[str, tuple[tuple[Official, Holding], ...]]:
        found: dict[str, list[tuple[Official, Holding]]] = {}
        for official in self.officials.values():
            for holding in official.holdings:
                if holding.office is not None:
                    found.setdefault(holding.office, []).append((official, holding))
        return {office: tuple(rows) for office, rows in found.items()}

    def find(self, name: str) -> tuple[Official, ...]:
        """All people of that name, however its tones are placed."""
        return tuple(self.officials[id] for id in self.by_name.get(fold(name), ()))

    def holdings(self, official: str) -> tuple[Holding, ...]:
        """What an official held, in the order of the roster; empty for an unknown id."""
        found = self.officials.get(official)
        return found.holdings if found else ()

    def surely_held(self, official: str, day: date) -> tuple[Holding, ...]:
        """The terms that cover the day beyond doubt, by sources that are not weak: what may be suggested.

        None once the person has died, and none that begins or ends on that very day.
        """
        found = self.officials.get(official)
        if found is None or found.is_dead(day) is Held.YES:
            return ()
        return tuple(
            each
            for each in found.holdings
            if not each.weak and each.on(day) is Held.YES and not each.changes_on(day)
        )

    def perhaps_held(self, official: str, day: date) -> tuple[Holding, ...]:
        """The terms that may cover the day, by sources that are not weak; none if the person may be dead."""
        found = self.officials.get(official)
        if found is None or (found.died is not None and found.is_dead(day) is not Held.NO):
            return ()
        return tuple(each for each in found.holdings if not each.weak and each.on(day) is Held.UNKNOWN)

    def holders(
        self, office: str, day: date, organ: str | None = None, locality: str | None = None
    ) -> tuple[tuple[Official, Holding], ...]:
        """Who surely held an office on a day, by sources that are not weak; on a day of change, both."""
        return tuple(
            (official, holding)
            for official, holding in self._by_office.get(office, ())
            if not holding.weak
            and holding.on(day) is Held.YES
            and _is_of(holding, organ, locality)
            and official.is_dead(day) is not Held.YES
        )

    def answer(
        self, official: str, office: str, day: date, organ: str | None = None, locality: str | None = None
    ) -> Answer:
        """Whether an official holds an office on a day.

        `organ` and `locality` are those of the text, None where it gives none: they are never taken from
        another office. NO needs a source that ends the term, or a record that is complete for the day.
        """
        person = self.officials.get(official)
        if person is None:
            return Answer(Held.UNKNOWN, Reason.NOTHING)
        of_office = [each for each in person.holdings if each.office == office]
        rows = [each for each in of_office if _is_of(each, organ, locality)]
        covering = [each for each in rows if each.on(day) is Held.YES]
        changing = any(each.changes_on(day) for each in rows)
        dead = person.is_dead(day)
        if dead is Held.YES or (
            dead is Held.UNKNOWN and person.died is not None and person.died.first <= day
        ):
            return Answer(Held.UNKNOWN, Reason.DEAD, tuple(rows), changing)
        if covering:
            strong = [each for each in covering if not each.weak] or covering
            return Answer(Held.YES, Reason.TERM, tuple(strong), changing)
        possible = [each for each in rows if each.on(day) is Held.UNKNOWN]
        if possible:
            weak = all(each.weak for each in possible)
            return Answer(Held.UNKNOWN, Reason.WEAK if weak else Reason.OPEN, tuple(possible), changing)
        if person.is_complete(day):
            return Answer(Held.NO, Reason.COMPLETE_PERSON, tuple(rows))
        whole = next(
            (each for each in self.complete if self._speaks(each, office, day, organ, locality)), None
        )
        if whole is not None:
            others = tuple(holding for _, holding in self.holders(office, day, organ, locality))
            changing = any(each.changes_on(day) for each in others) and (
                not rows or any(each.borders_on(day) for each in rows)
            )
            return Answer(Held.NO, Reason.COMPLETE_OFFICE, (*rows, *others), changing, whole)
        ended = [each for each in rows if each.ended_before(day)]
        if not ended:
            passed = [each for each in rows if each.end is not None and each.end.last < day]
            return Answer(Held.UNKNOWN, Reason.OPEN if passed else Reason.NOTHING, tuple(passed))
        if all(each.weak for each in ended):
            return Answer(Held.UNKNOWN, Reason.WEAK, tuple(ended))
        if locality is None and not _stayed(person, ended, day):
            return Answer(Held.UNKNOWN, Reason.ELSEWHERE, tuple(ended))
        last = max(
            (each for each in ended if not each.weak), key=lambda each: each.end.last if each.end else day
        )
        return Answer(Held.NO, Reason.ENDED, (last,))

    def _speaks(
        self, record: Completeness, office: str, day: date, organ: str | None, locality: str | None
    ) -> bool:
        """A complete record says nothing on a day on which one of its terms is itself uncertain."""
        return (
            record.office == office
            and record.covers(day, organ, locality)
            and not any(
                holding.on(day) is Held.UNKNOWN and holding.changes_on(day)
                for _, holding in self._by_office.get(office, ())
                if _is_of(holding, organ, locality)
            )
        )

    def held(
        self, official: str, office: str, day: date, organ: str | None = None, locality: str | None = None
    ) -> Held:
        """The answer alone; NO and YES of `answer` without its reason."""
        return self.answer(official, office, day, organ, locality).held

    def near_misses(self, name: str) -> tuple[Official, ...]:
        """People whose name is one letter or one tone off `name`, or of whom it is a known misspelling:
        suggestions, best first, never verdicts."""
        wanted = fold(name)
        found = [(-1, wanted, id) for id in self._by_misspelling.get(wanted, ())]
        alike = dict.fromkeys(name for rest in rests(wanted) for name in self._by_rest.get(rest, ()))
        for folded in alike:
            if one_slip(folded, wanted):
                rank = 0 if one_tone(folded, wanted) else 1
                found.extend((rank, folded, id) for id in self.by_name[folded])
        return tuple(self.officials[id] for id in dict.fromkeys(id for _, _, id in sorted(found)))


def _stayed(person: Official, ended: Sequence[Holding], day: date) -> bool:
    """Whether the person surely serves on that day where the terms ended, and so has not taken the office up
    in another place."""
    places = {place_key(each.locality) for each in ended if each.locality}
    serving = {
        place_key(each.locality) for each in person.holdings if each.locality and each.on(day) is Held.YES
    }
    return places <= serving


def _is_of(holding: Holding, organ: str | None, locality: str | None) -> bool:
    return (organ is None or holding.organ is None or holding.organ == organ) and (
        locality is None or holding.locality is None or is_same_place(holding.locality, locality)
    )


def is_same_place(first: str, second: str) -> bool:
    return place_key(first) == place_key(second)


def make_roster(name: str, officials: Iterable[Official], complete: Sequence[Completeness] = ()) -> Roster:
    """A roster of people, found by all their names."""
    people: dict[str, Official] = {}
    by_name: dict[str, list[str]] = {}
    for official in officials:
        people[official.id] = official
        for spelled in dict.fromkeys(map(fold, (official.name, *official.other_names))):
            by_name.setdefault(spelled, []).append(official.id)
    return Roster(name, people, {spelled: tuple(ids) for spelled, ids in by_name.items()}, complete)


def merge_rosters(rosters: Sequence[Roster]) -> Roster:
    """One roster of several; ids stay, so two files must not give one id to two people."""
    officials: dict[str, Official] = {}
    by_name: dict[str, tuple[str, ...]] = {}
    complete: list[Completeness] = []
    for roster in rosters:
        officials.update(roster.officials)
        complete += roster.complete
        for name, ids in roster.by_name.items():
            by_name[name] = tuple(dict.fromkeys((*by_name.get(name, ()), *ids)))
    return Roster("+".join(roster.name for roster in rosters), officials, by_name, complete)
