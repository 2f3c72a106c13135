"""Misspelt names: one letter or tone, or one word, off the name of a person whom the article means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from kiemtin.foundation.text import strip_tones
from kiemtin.officials.model import TitleKind
from kiemtin.officials.people.resolution import Person
from kiemtin.officials.reading.pieces import NamePiece, TitlePiece
from kiemtin.officials.roster import Official, Roster, one_slip
from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.lexicon import Lexicon

OfficeOf = Callable[[str], str | None]
"""From the words of a title to the id of its office."""


class NearNames:
    """Tells slips by one lexicon and roster, and remembers whom a printed name means abroad."""

    def __init__(self, lexicon: Lexicon, roster: Roster | None, office_of: OfficeOf) -> None:
        self._lexicon = lexicon
        self._roster = roster
        self._office_of = office_of
        self._leader = lru_cache(maxsize=4096)(partial(_leader, lexicon))
        self._near = lru_cache(maxsize=4096)(roster.near_misses if roster is not None else _nobody)

    def correct(self, names: list[NamePiece], persons: dict[str, Person], text: str) -> None:
        """Sets `meant` of those whose printed name is a slip for another's, and enters who is named so only.

        A slip is told by a person of the article who is better attested: by the roster, or named more often.
        """
        lexicon = self._lexicon
        seen: dict[str, list[NamePiece]] = {}
        for name in names:
            key = fold_name(name.text)
            if (" " in key or key in persons) and name.pattern != "named-after":
                seen.setdefault(key, []).append(name)
        sure = [person for person in persons.values() if " " in person.key]
        for key, found in seen.items():
            person = persons.get(key)
            if person is not None and person.official is not None:
                continue
            if key in lexicon.foreign_leaders and key not in lexicon.names.leaders_spelled:
                continue
            if person is None and (len(found) > 1 or found[0].titles or not found[0].honorific):
                continue
            right = _of_article(lexicon, key, found, seen, sure)
            if right is None and person is not None:
                right = self._leader(key) if person.foreign else self._of_roster(person, found, text)
            if right is None:
                continue
            if person is None:
                person = persons[key] = Person(key, found[0].text, found[0].start)
                person.foreign = any(other.foreign for other in sure if other.name == right)
            person.meant = right

    def _of_roster(self, person: Person, found: list[NamePiece], text: str) -> str | None:
        """Somebody in the roster whose name is a slip away, and who held an office that is given here."""
        offices: set[str | None] | None = None
        for official in self._near(person.name):
            if offices is None:
                offices = {
                    self._office_of(text[title.start : title.end]) for name in found for title in name.titles
                }
            if any(holding.office in offices for holding in official.holdings):
                return official.name
        return None


def _nobody(_name: str) -> tuple[Official, ...]:
    return ()


def _leader(lexicon: Lexicon, key: str) -> str | None:
    """A foreign leader known by name: "Tổng thống Mỹ Donald Trum", "Tổng thống V. Putin"."""
    spelled = lexicon.names.leaders_spelled.get(key)
    if spelled is not None:
        return spelled
    for known, name in lexicon.foreign_leaders.items():
        if _abbreviates(key, known) or (one_slip(key, known) and _bare(key) != _bare(known)):
            return name
    return None


def _of_article(
    lexicon: Lexicon, key: str, found: list[NamePiece], seen: dict[str, list[NamePiece]], sure: list[Person]
) -> str | None:
    """The person of the article whose name this is but for a slip."""
    heads = _heads(found)
    for other in sure if " " in key else ():
        if other.key == key:
            continue
        others = seen.get(other.key, [])
        if not (
            other.official
            or other.key in lexicon.foreign_leaders
            or len(others) > len(found)
            or _abbreviates(key, other.key)
        ) or _side_by_side(found, others):
            continue
        if one_slip(key, other.key):
            borne = _heads(others)
            if not heads or not borne or heads & borne:
                return other.official.name if other.official else other.name
        elif _is_reversed(key, other) or _abbreviates(key, other.key):
            return other.name
        elif heads and len(found) == 1 and _one_word(key, other.key) and _same_single(lexicon, found, others):
            return other.official.name if other.official else other.name
    return None


def _is_reversed(key: str, other: Person) -> bool:
    """ "Kitaoka Shinichi" and "Shinichi Kitaoka"."""
    return other.foreign and key.count(" ") == 1 and " ".join(reversed(key.split(" "))) == other.key


def _bare(key: str) -> str:
    """Without accents and hyphens, in which spellings of foreign names differ."""
    return strip_tones(key).replace("-", " ")


def _abbreviates(short: str, key: str) -> bool:
    """ "v. putin" is short for "vladimir putin"."""
    return short[1:3] == ". " and key[0] == short[0] and key.endswith(f" {short[3:]}")


def _heads(names: Iterable[NamePiece]) -> set[str]:
    return {title.head.text for name in names for title in name.titles if title.kind is TitleKind.OFFICE}


def _side_by_side(found: list[NamePiece], others: list[NamePiece]) -> bool:
    """Whether the two names stand in one sentence's list: then they are two persons."""
    return any(
        abs(one.start - other.start) < _BESIDE
        for one in found
        for other in others
        if one.linked or other.linked
    )


_BESIDE = 200


def _one_word(left: str, right: str) -> bool:
    """Whether names of three words and more differ in one of them, not the last: "Nguyễn *Văn* Thiện"."""
    a, b = left.split(" "), right.split(" ")
    return len(a) == len(b) >= 3 and a[-1] == b[-1] and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _same_single(lexicon: Lexicon, found: list[NamePiece], others: list[NamePiece]) -> bool:
    """Whether both bear an office that one person has at a time, in the same words or the head alone."""
    return any(
        title.head.text == other.head.text
        and title.head.text in lexicon.names.single
        and (_size(title) == _size(other) or not _rest(title) or not _rest(other))
        for name in found
        for title in name.titles
        for another in others
        for other in another.titles
    )


def _size(title: TitlePiece) -> int:
    return title.end - title.start


def _rest(title: TitlePiece) -> bool:
    return _size(title) > len(title.head.text)
