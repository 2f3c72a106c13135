"""Telling a person of the roster from somebody of that name: "Trưởng thôn Nguyễn Văn A" is no minister."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from kiemtin.foundation.dates import Held
from kiemtin.officials.model import TitleKind
from kiemtin.officials.people.resolution import Person
from kiemtin.officials.reading.pieces import NamePiece, TitlePiece
from kiemtin.officials.roster import Official
from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.vocabulary import Vocabulary


def part_namesakes(
    vocabulary: Vocabulary,
    low: Form,
    text: str,
    names: Iterable[NamePiece],
    persons: Mapping[str, Person],
    day: date | None,
) -> None:
    """Takes the roster's person from a name all of whose offices are of a level that this one never held.

    So it is where the person surely had another office on the day. `low` tells offices below all that a
    roster lists: "trưởng thôn". What was held once, a rank and a degree say nothing, nor does an office that
    nobody knows.
    """
    if day is None:
        return
    held: dict[str, list[TitlePiece]] = {}
    for name in names:
        person = persons.get(name.key)
        if person is not None and person.official is not None and name.held:
            held.setdefault(name.key, []).extend(
                [title for title in name.held if title.kind is TitleKind.OFFICE]
            )
    for key, titles in held.items():
        official = persons[key].official
        if (
            titles
            and official is not None
            and _has_office(official, day)
            and _is_of_another(vocabulary, low, text, titles, official)
        ):
            persons[key].official = None


def _has_office(official: Official, day: date) -> bool:
    """Whether on that day the person surely had an office, and not a seat in a committee only."""
    return any(
        holding.office is not None
        and not holding.office.endswith(("-member", "-alternate"))
        and holding.on(day) is Held.YES
        for holding in official.holdings
    )


def _is_of_another(
    vocabulary: Vocabulary, low: Form, text: str, titles: list[TitlePiece], official: Official
) -> bool:
    levels = {
        vocabulary.offices[holding.office].level
        for holding in official.holdings
        if holding.office is not None
    }
    if not levels or any(_is_low(low, holding.title) for holding in official.holdings):
        return False
    for title in titles:
        if title.former or title.verb:
            return False
        words = text[title.start : title.end]
        if not _is_low(low, words):
            office = vocabulary.resolve(words)
            if office is None or vocabulary.offices[office.office].level in levels:
                return False
    return True


def _is_low(low: Form, title: str) -> bool:
    """By its head, or by an organ anywhere in it; "Thị xã" is none of a commune's."""
    found = low.search(title)
    if found is None:
        return False
    return not title[max(0, found.start() - 4) : found.start()].lower().endswith(("thị ", "phó "))
