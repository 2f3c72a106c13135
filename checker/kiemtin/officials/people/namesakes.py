"""Telling a person of the roster from somebody of that name: "Trưởng thôn Nguyễn Văn A" is no minister."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from kiemtin.foundation.dates import Held
from kiemtin.officials.model import OFFICE
from kiemtin.officials.people.resolution import Person
from kiemtin.officials.pieces import NamePiece, TitlePiece
from kiemtin.officials.roster import Official, Roster
from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.vocabulary import OfficeTitle, Vocabulary

_LOW: Final = "low"


class Namesakes:
    """Tells them by the levels of offices, which are remembered: an archive prints the same titles often."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        roster: Roster,
        low: Form,
        office_of: Callable[[str], OfficeTitle | None],
    ) -> None:
        """`low` tells offices below all that a roster lists: "trưởng thôn"."""
        self._offices = vocabulary.offices
        self._roster = roster
        self._low = low
        self._office_of = office_of
        self._level = lru_cache(maxsize=65536)(self._read)
        self._levels = lru_cache(maxsize=16384)(self._levels_of)

    def part(
        self, text: str, names: Iterable[NamePiece], persons: Mapping[str, Person], day: date | None
    ) -> None:
        """Takes the roster's person from a name all of whose offices are of a level that this one never held.

        So it is where the person surely had another office on the day. What was held once, a rank and a
        degree say nothing, nor does an office that nobody knows.
        """
        if day is None:
            return
        held: dict[str, list[TitlePiece]] = {}
        for name in names:
            person = persons.get(name.key)
            if person is not None and person.official is not None and name.held:
                held.setdefault(name.key, []).extend([title for title in name.held if title.kind is OFFICE])
        for key, titles in held.items():
            official = persons[key].official
            if (
                titles
                and official is not None
                and self._is_of_another(text, titles, official)
                and _has_office(official, day)
            ):
                persons[key].official = None

    def _is_of_another(self, text: str, titles: list[TitlePiece], official: Official) -> bool:
        levels = self._levels(official.id)
        if not levels or _LOW in levels:
            return False
        for title in titles:
            if title.former or title.verb:
                return False
            level = self._level(text[title.start : title.end])
            if not level or level in levels:
                return False
        return True

    def _levels_of(self, official: str) -> frozenset[str]:
        """The levels of all that somebody ever held; `_LOW` among them if one tells such an office."""
        holdings = self._roster.holdings(official)
        levels = {self._offices[holding.office].level for holding in holdings if holding.office is not None}
        if any(self._is_low(holding.title) for holding in holdings):
            levels.add(_LOW)
        return frozenset(levels)

    def _read(self, title: str) -> str:
        """The level of an office, "" if nobody knows it."""
        if self._is_low(title):
            return _LOW
        office = self._office_of(title)
        return self._offices[office.office].level if office is not None and office.office else ""

    def _is_low(self, title: str) -> bool:
        """By its head, or by an organ anywhere in it; "Thị xã" is none of a commune's."""
        found = self._low.search(title)
        if found is None:
            return False
        return not title[max(0, found.start() - 4) : found.start()].lower().endswith(("thị ", "phó "))


def _has_office(official: Official, day: date) -> bool:
    """Whether on that day the person surely had an office, and not a seat in a committee only."""
    return any(
        holding.office is not None
        and not holding.office.endswith(("-member", "-alternate"))
        and holding.on(day) is Held.YES
        for holding in official.holdings
    )
