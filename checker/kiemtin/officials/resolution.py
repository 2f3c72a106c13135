"""Who is meant: which names are officials', which short names and bare names mean one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from kiemtin.foundation.dates import Held
from kiemtin.foundation.text import fold
from kiemtin.officials.lexicon import Lexicon
from kiemtin.officials.model import TitleKind
from kiemtin.officials.pieces import NamePiece, TitlePiece
from kiemtin.officials.roster import Official, Roster

fold_name = lru_cache(maxsize=65536)(fold)
_NOT_VIETNAMESE = re.compile(r"[-'fjwzFJWZ]|[^\W\d_]{8}")
_OFFICIAL_KINDS = frozenset({TitleKind.OFFICE, TitleKind.EVENT_FUNCTION, TitleKind.RANK, TitleKind.SPOUSE_HONORIFIC})


class Person:
    """One official of an article, while it is read."""

    __slots__ = ("foreign", "key", "name", "official")

    def __init__(self, key: str, name: str) -> None:
        self.key = key
        self.name = name
        self.foreign = False
        self.official: Official | None = None


def persons_of(
    lexicon: Lexicon, roster: Roster | None, names: Iterable[NamePiece], day: date | None
) -> dict[str, Person]:
    """The officials whom an article names in full, by folded name."""
    persons: dict[str, Person] = {}
    for name in names:
        if name.pattern == "named-after" or " " not in name.text:
            continue
        titles = (*name.before, *name.after, *name.shared)
        key = fold_name(name.text)
        known = roster is not None and key in roster.by_name
        official = known or key in lexicon.foreign_leaders or _is_official(name, titles)
        if not official:
            continue
        person = persons.get(key)
        if person is None:
            person = persons[key] = Person(key, name.text)
            if roster is not None and known:
                person.official = _who(roster, key, day)
        if not person.foreign and _is_foreign(lexicon, name, titles, person.official):
            person.foreign = True
    return persons


def _is_official(name: NamePiece, titles: tuple[TitlePiece, ...]) -> bool:
    if any(title.kind in _OFFICIAL_KINDS and not title.business for title in titles):
        return True
    return name.honorific == "đồng chí" and not titles


def _is_foreign(lexicon: Lexicon, name: NamePiece, titles: tuple[TitlePiece, ...], official: Official | None) -> bool:
    if official is not None:
        return False
    if fold_name(name.text) in lexicon.foreign_leaders:
        return True
    said = [title.foreign for title in titles if title.foreign is not None]
    if said:
        return said[0]
    first = name.text.split(" ", 1)[0]
    if first in lexicon.highland or "'" in name.text:
        return False
    return first not in lexicon.surnames or bool(_NOT_VIETNAMESE.search(name.text))


def _who(roster: Roster, key: str, day: date | None) -> Official | None:
    """The roster's person of that name: the only one, else the only one in office on the day."""
    ids = roster.by_name[key]
    if len(ids) == 1:
        return roster.officials[ids[0]]
    if day is None:
        return None
    serving = [
        id for id in ids if any(fact.on(day) is Held.YES for fact in roster.officials[id].holdings)
    ]
    return roster.officials[serving[0]] if len(serving) == 1 else None


def short_forms(persons: Iterable[Person]) -> dict[str, list[Person]]:
    """Last words (of foreign names every word) to the persons they may mean."""
    forms: dict[str, list[Person]] = {}
    for person in persons:
        words = person.name.split(" ")
        for word in words if person.foreign else words[-1:]:
            forms.setdefault(word, []).append(person)
        if len(words) > 2:
            forms.setdefault(" ".join(words[-2:]), []).append(person)
    return forms
