"""Misspelt names: one letter or tone, or one word, off the name of a person whom the article means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache, partial
from typing import Final

from kiemtin.foundation.text import strip_tones
from kiemtin.officials.model import OFFICE
from kiemtin.officials.people.private import PrivateNames
from kiemtin.officials.people.resolution import Person
from kiemtin.officials.pieces import NamePiece, TitlePiece
from kiemtin.officials.roster import Official, Roster
from kiemtin.officials.slips import one_slip, rests
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.vocabulary import Vocabulary

_STANDING: Final = " Thường trực"


class NearNames:
    """Tells slips by one lexicon and roster, and remembers whom a printed name means abroad."""

    def __init__(
        self, lexicon: Lexicon, roster: Roster | None, vocabulary: Vocabulary, private: PrivateNames
    ) -> None:
        self._lexicon = lexicon
        self._private = private
        self._roster = roster
        self._office_of = vocabulary.office_id
        self._plain = lru_cache(maxsize=512)(partial(_plain, vocabulary))
        self._leader = lru_cache(maxsize=4096)(partial(_leader, lexicon))
        self._near = lru_cache(maxsize=4096)(roster.near_misses if roster is not None else _nobody)

    def correct(self, names: list[NamePiece], persons: dict[str, Person], text: str) -> None:
        """Sets `meant` of those whose printed name is a slip for another's, and enters who is named so only.

        A slip is told by a person of the article who is better attested: by the roster, named more often, or
        alone with an office.
        """
        lexicon = self._lexicon
        seen: dict[str, list[NamePiece]] = {}
        for name in names:
            if not name.nobodys and (" " in name.key or name.key in persons):
                if name.key in seen:
                    seen[name.key].append(name)
                else:
                    seen[name.key] = [name]
        sure = _Sure([person for person in persons.values() if " " in person.key])
        for key, found in seen.items():
            person = persons.get(key)
            if person is None:
                if any(name.held or not name.honorific for name in found):
                    continue
            elif person.official is not None:
                continue
            if key in lexicon.foreign_leaders and key not in lexicon.names.leaders_spelled:
                continue
            right = _of_article(lexicon, text, key, found, seen, sure, titled=person is not None)
            if right is None and person is not None:
                right = self._leader(key) if person.foreign else self._of_roster(person, found, text)
            if right is None or any(self._private.tells(text, name) for name in found if not name.held):
                continue
            if person is None:
                person = persons[key] = Person(key, found[0].text, found[0].start)
                person.foreign = any(other.foreign for other in sure.near(key) if other.name == right)
            person.meant = right

    def _of_roster(self, person: Person, found: list[NamePiece], text: str) -> str | None:
        """Somebody in the roster whose name is a slip away, and who held an office that is given here.

        Who is "Phó Thủ tướng Thường trực" is printed as "Phó Thủ tướng" as well.
        """
        offices: set[str | None] | None = None
        for official in self._near(person.name):
            if offices is None:
                offices = {
                    self._plain(self._office_of(text[title.start : title.end]))
                    for name in found
                    for title in name.held
                } - {None}
            if any(self._plain(holding.office) in offices for holding in official.holdings):
                return official.name
        return None


def _plain(vocabulary: Vocabulary, office: str | None) -> str | None:
    """The office without "Thường trực" if it has that word, else the same."""
    for name in vocabulary.titles_of(office) if office is not None else ():
        if _STANDING in name:
            return vocabulary.office_id(name.replace(_STANDING, "")) or office
    return office


def _nobody(_name: str) -> tuple[Official, ...]:
    return ()


def _leader(lexicon: Lexicon, key: str) -> str | None:
    """A foreign leader known by name: "Tổng thống Mỹ Donald Trum", "Tổng thống V. Putin"."""
    spelled = lexicon.names.leaders_spelled.get(key)
    if spelled is not None:
        return spelled
    by_ends = lexicon.names.leaders_by_ends
    # A slip leaves one end of the name as it was.
    for known in (*by_ends.get(f"{key[:2]}…", ()), *by_ends.get(f"…{key[-2:]}", ())):
        if _abbreviates(key, known) or (one_slip(key, known) and _bare(key) != _bare(known)):
            return lexicon.foreign_leaders[known]
    return None


class _Sure:
    """The persons whom an article names in full, by what a name nearly theirs has in common with it."""

    def __init__(self, persons: list[Person]) -> None:
        self._persons = persons
        self._by_part: dict[str, list[int]] = {}

    def near(self, key: str) -> list[Person]:
        """Those whose name `key` may be but for a slip; all, where they are few."""
        if len(self._persons) <= _FEW:
            return self._persons
        if not self._by_part:
            for index, person in enumerate(self._persons):
                for part in _parts(person.key):
                    known = self._by_part.setdefault(part, [])
                    if len(known) < _MOST_ALIKE:
                        known.append(index)
        found = {index for part in (key, *rests(key)) for index in self._by_part.get(part, ())}
        return [self._persons[index] for index in sorted(found)]


_FEW: Final = 16
_MOST_ALIKE: Final = 32
"""No article has so many names that differ in one word; a longer text is looked through no further."""


def _parts(key: str) -> set[str]:
    """What a name that is nearly `key` may hold of it, or be: "v. putin", "shinichi kitaoka"."""
    words = key.split(" ")
    short = {f"{key[0]}. {' '.join(words[at:])}" for at in range(1, len(words))}
    return {*rests(key), *short, " ".join(reversed(words))}


def _of_article(
    lexicon: Lexicon,
    text: str,
    key: str,
    found: list[NamePiece],
    seen: dict[str, list[NamePiece]],
    sure: _Sure,
    *,
    titled: bool,
) -> str | None:
    """The person of the article whose name this is but for a slip; `titled`: an office stands with it."""
    if " " not in key:
        return None
    heads: set[str] | None = None
    first, last, is_short = key[:2], key[-2:], key[1:3] == ". "
    for other in sure.near(key):
        known = other.key
        # Most pairs are told apart by their ends.
        if known[:2] != first and known[-2:] != last and not other.foreign and not is_short:
            continue
        alike = _alike(key, other)
        if not alike:
            continue
        others = seen.get(other.key, [])
        if not (
            other.official
            or other.key in lexicon.foreign_leaders
            or len(others) > len(found)
            or alike == "short"
            or (alike == "slip" and not titled)
        ) or _side_by_side(text, found, others):
            continue
        if alike in {"reversed", "short"}:
            return other.name
        if heads is None:
            heads = _heads(found)
        if alike == "slip":
            borne = _heads(others)
            right = not heads or not borne or bool(heads & borne)
        else:
            right = bool(heads) and len(found) == 1 and _same_single(lexicon, found, others)
        if right:
            return other.official.name if other.official else other.name
    return None


def _alike(key: str, other: Person) -> str:
    """How `key` may be the other's name: a `slip`, `reversed`, `short`, but for one `word`; else nothing."""
    if key == other.key:
        return ""
    if one_slip(key, other.key):
        return "slip"
    if other.foreign and _is_reversed(key, other.key):
        return "reversed"
    if _abbreviates(key, other.key):
        return "short"
    return "word" if key[-2:] == other.key[-2:] and _one_word(key, other.key) else ""


def _is_reversed(key: str, other: str) -> bool:
    """ "Kitaoka Shinichi" and "Shinichi Kitaoka"."""
    return key.count(" ") == 1 and " ".join(reversed(key.split(" "))) == other


def _bare(key: str) -> str:
    """Without accents and hyphens, in which spellings of foreign names differ."""
    return strip_tones(key).replace("-", " ")


def _abbreviates(short: str, key: str) -> bool:
    """ "v. putin" is short for "vladimir putin"."""
    return short[1:3] == ". " and key[0] == short[0] and key.endswith(f" {short[3:]}")


def _heads(names: Iterable[NamePiece]) -> set[str]:
    return {title.head.text for name in names for title in name.held if title.kind is OFFICE}


def _side_by_side(text: str, found: list[NamePiece], others: list[NamePiece]) -> bool:
    """Whether the two names stand in one sentence's list: then they are two persons."""
    starts = [other.start for other in others]
    for one in found:
        for at in range(bisect_right(starts, one.start - _BESIDE), len(others)):
            if starts[at] >= one.start + _BESIDE:
                break
            other = others[at]
            if (one.linked or other.linked) and not _parted(text, one, other):
                return True
    return False


def _parted(text: str, one: NamePiece, other: NamePiece) -> bool:
    """Whether a sentence ends between two names."""
    first, last = (one, other) if one.start < other.start else (other, one)
    return _SENTENCE.search(text, first.end, last.start) is not None


_SENTENCE: Final = Form(r"[^\W\d_]{3}\.\s|[!?\n]")
_BESIDE: Final = 200


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
        for title in name.held
        for another in others
        for other in another.held
    )


def _size(title: TitlePiece) -> int:
    return title.end - title.start


def _rest(title: TitlePiece) -> bool:
    return _size(title) > len(title.head.text)
