"""Questions to a roster: who held what on a day, by person, office and place; who changed since a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kiemtin.foundation.dates import Held, PartialDate
from kiemtin.foundation.text import fold, strip_tones
from kiemtin.officials.rosters.facts import Holding, Official, Roster
from kiemtin.officials.words.vocabulary import OfficeTitle, Vocabulary


class Term(NamedTuple):
    """A person's term, and whether it covers the day that was asked for (UNKNOWN if none was)."""

    official: Official
    holding: Holding
    held: Held = Held.UNKNOWN


class Event(StrEnum):
    BEGAN = "began"
    ENDED = "ended"
    DIED = "died"


class Turn(NamedTuple):
    """An event since a day: a term began or ended (`sure`: the day itself is known), or a person died."""

    when: PartialDate
    event: Event
    official: Official
    holding: Holding | None = None


class Asked(NamedTuple):
    """What terms are wanted; everything that is given must fit. Words fit without their tones as well."""

    person: str = ""
    office: str = ""
    place: str = ""


def terms_of(roster: Roster, asked: Asked, vocabulary: Vocabulary) -> Iterator[Term]:
    """All terms that fit, in the order of the roster."""
    office = vocabulary.resolve(asked.office) if asked.office else None
    for official in roster.officials.values():
        if asked.person and not _named(official, asked.person):
            continue
        for holding in official.holdings:
            if asked.office and not _of_office(holding, asked.office, office):
                continue
            if asked.place and not _of_place(holding, asked.place):
                continue
            yield Term(official, holding)


def on_day(terms: Iterator[Term], day: date) -> Iterator[Term]:
    """The terms that cover the day, or may; none of a person who had died, and none that surely does not."""
    for term in terms:
        held = term.holding.on(day)
        if held is not Held.NO and term.official.is_dead(day) is not Held.YES:
            yield term._replace(held=held)


class Found(NamedTuple):
    """People found; `near` are such whose name is only nearly that."""

    officials: list[Official]
    near: bool = False


def found_by(roster: Roster, words: str, vocabulary: Vocabulary) -> Found:
    """People of whom all the words stand in a name, or in one title with its place; else who held that
    office; else those whose name is nearly that.
    """
    wanted = _bare(words).split()
    people = [
        official
        for official in roster.officials.values()
        if any(_has(name, wanted) for name in _names(official))
        or any(_has(f"{each.title} {each.locality or ''}", wanted) for each in official.holdings)
    ]
    if people:
        return Found(people)
    office = vocabulary.resolve(words)
    if office is not None:
        held = [
            official
            for official in roster.officials.values()
            if any(_of_office(each, words, office) for each in official.holdings)
        ]
        if held:
            return Found(held)
    near = list(roster.near_misses(words))
    return Found(near, bool(near))


def turns_since(roster: Roster, day: date) -> list[Turn]:
    """What began or ended on that day or later, oldest first; of a partial date, if all of it is later.

    An end that was only inferred from a successor is none that a source tells.
    """
    found: list[Turn] = []
    for official in roster.officials.values():
        for holding in official.holdings:
            if holding.start is not None and holding.start.first >= day:
                found.append(Turn(holding.start, Event.BEGAN, official, holding))
            if holding.end is not None and holding.end.first >= day:
                found.append(Turn(holding.end, Event.ENDED, official, holding))
        if official.died is not None and official.died.first >= day:
            found.append(Turn(official.died, Event.DIED, official))
    return sorted(found, key=lambda turn: (turn.when.first, turn.official.name, turn.event))


def _named(official: Official, words: str) -> bool:
    wanted = fold(words)
    return any(fold(name) == wanted for name in _names(official)) or any(
        _has(name, _bare(words).split()) for name in _names(official)
    )


def _names(official: Official) -> tuple[str, ...]:
    return (official.name, *official.other_names, *official.misspellings)


def _of_office(holding: Holding, words: str, office: OfficeTitle | None) -> bool:
    """A known office is asked for with its organ and place, other words as they stand."""
    if office is None:
        return _has(holding.title, _bare(words).split())
    return (
        holding.office == office.office
        and (office.organ is None or office.organ == holding.organ)
        and (office.locality is None or _of_place(holding, office.locality))
    )


def _of_place(holding: Holding, place: str) -> bool:
    return holding.locality is not None and _bare(holding.locality) == _bare(place)


def _has(text: str, wanted: list[str]) -> bool:
    words = _bare(text).split()
    return bool(wanted) and all(word in words for word in wanted)


def _bare(text: str) -> str:
    return strip_tones(fold(text))
