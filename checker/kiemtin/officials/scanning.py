"""Where titles may begin: one pass of an Aho-Corasick automaton over the words that begin them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

import ahocorasick_rs

from kiemtin.foundation.text import level, odd_spellings
from kiemtin.officials.model import TitleKind


class HeadWord(NamedTuple):
    """A word or words that begin a title, the same object for all spellings."""

    text: str
    """Lower case, as the vocabulary spells it."""
    kind: TitleKind
    needs_organ: bool
    """Stands with an organ or a place: "Chủ tịch …", not "Thủ tướng"."""
    abroad: bool
    """Goes with "tại" and a country, as an ambassador does."""
    goes_inside: bool
    """Continues a title that is being read: "Phó Bí thư *Thường trực* …"."""
    honorific: bool = False
    """Begins no title, but stands before a name: "đồng chí", "ông"."""
    is_name: bool = False
    """The name of a foreign leader, whom no title need introduce."""
    is_surname: bool = False
    """Begins a Vietnamese name, perhaps."""


Head = tuple[int, int, HeadWord]
"""Start, end and what stands there."""

_ABROAD = ("sứ", "lãnh sự", "đại biện", "tham tán", "đại diện", "tùy viên", "đoàn", "lâm thời", "phái viên")
_GOES_INSIDE = ("thường ", "thư ký", "đại biểu", "đbqh", "dự khuyết")


class Scan(NamedTuple):
    """A levelled text and the heads in it; `shouts`: some may stand in capitals."""

    text: str
    heads: list[Head]
    shouts: bool


_APART = frozenset(" \n,.;:()")
"""What mostly stands before and behind a word."""


class Heads:
    """Finds where titles and names begin, in great letters, small ones and mixed, whatever the spelling."""

    def __init__(self, spellings: Mapping[str, HeadWord]) -> None:
        # Rare ones last, so that the largest index found tells whether a text has any.
        usual = [spelling for spelling in spellings if not _is_shouted(spelling)]
        shouted = [spelling for spelling in spellings if _is_shouted(spelling)]
        odd = [spelling for spelling in odd_spellings() if spelling not in spellings]
        self._entries = [spellings[spelling] for spelling in (*usual, *shouted)]
        self._usual = len(usual)
        self._automaton = ahocorasick_rs.AhoCorasick(
            [*usual, *shouted, *odd], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
        )

    def find(self, text: str) -> Scan:
        """The levelled text and all heads in it: leftmost first, the longest at each place.

        They are whole words, but for a missing space: "Đại tướngTrần".
        """
        matches = self._automaton.find_matches_as_indexes(text)
        last = max(matches)[0] if matches else -1
        count = len(self._entries)
        if last >= count and any(
            index >= count and (end - start == 1 or not text[end : end + 1].isalpha())
            for index, start, end in matches
        ):
            levelled = level(text)
            if levelled is not text:
                text = levelled
                matches = self._automaton.find_matches_as_indexes(text)
        return Scan(text, self._whole(text, matches), shouts=last >= self._usual)

    def find_level(self, text: str) -> list[Head]:
        """As `find`, in a text that is level already."""
        return self._whole(text, self._automaton.find_matches_as_indexes(text))

    def _whole(self, text: str, matches: list[tuple[int, int, int]]) -> list[Head]:
        entries, count, size = self._entries, len(self._entries), len(text)
        return [
            (start, end, entries[index])
            for index, start, end in matches
            if index < count
            and not (start and text[start - 1] not in _APART and text[start - 1].isalnum())
            and not (
                end < size
                and text[end] not in _APART
                and text[end - 1] not in ". '"
                and text[end].isalnum()
                and not (end - start > 4 and text[end].isupper() and text[end - 1].islower())
            )
        ]


def _is_shouted(spelling: str) -> bool:
    return len(spelling) > 4 and spelling.isupper()


def spelled_heads(words: Mapping[str, tuple[str, ...]]) -> dict[str, HeadWord]:
    """Every spelling that is looked for, and what it means."""
    entries: dict[str, HeadWord] = {}
    for key, kind in _KINDS.items():
        for phrase in words[key]:
            head = HeadWord(
                text=phrase.lower(),
                kind=kind,
                needs_organ=key in {"organ", "party", "event"},
                abroad=phrase.lower().endswith(_ABROAD),
                goes_inside=phrase.lower().startswith(_GOES_INSIDE),
            )
            spellings = (f"{phrase}.", phrase) if key == "academic_abbreviations" else _spellings(phrase)
            for spelling in spellings:
                entries.setdefault(spelling, head)
    for word in (*words["honorifics"], *words["counterparts"]):
        head = HeadWord(word.lower(), TitleKind.OFFICE, False, False, False, honorific=True)
        capital = word[0].upper() + word[1:]
        for spelling in (word,) if word in words["lower_honorifics"] else (word, capital):
            entries.setdefault(spelling, head)
    for name in words["foreign_leaders"]:
        entries.setdefault(name, HeadWord(name, TitleKind.OFFICE, False, False, False, is_name=True))
    for surname in words["surnames"]:
        if surname in entries:  # "Ông" is an honorific before it is a surname
            continue
        entries.setdefault(
            surname if surname.endswith("'") else f"{surname} ",
            HeadWord(surname, TitleKind.OFFICE, False, False, False, is_surname=True),
        )
    return entries


_KINDS = {
    "alone": TitleKind.OFFICE,
    "before_names": TitleKind.OFFICE,
    "no_titles": TitleKind.OFFICE,
    "organ": TitleKind.OFFICE,
    "party": TitleKind.OFFICE,
    "event": TitleKind.OFFICE,
    "ranks": TitleKind.RANK,
    "academic": TitleKind.ACADEMIC_HONOUR,
    "academic_abbreviations": TitleKind.ACADEMIC_HONOUR,
    "spouse": TitleKind.SPOUSE_HONORIFIC,
}


def _spellings(phrase: str) -> Iterator[str]:
    yield from dict.fromkeys(_cases(phrase))


def _cases(phrase: str) -> Iterable[str]:
    """Great and small first letters in every mixture that the press prints, and all great."""
    words = phrase.split(" ")
    small = [word if word.isupper() and len(word) > 1 else word.lower() for word in words]
    great = [word[0].upper() + word[1:] for word in words]
    yield phrase
    yield phrase[0].upper() + phrase[1:]
    yield phrase.upper()
    # "Vụ Phó", "Quốc Vương", "Tiến Sỹ" are other words: "chức vụ Phó Ban", "Trung Quốc Vương Nghị",
    # "Đỗ Tiến Sỹ".
    other = len(words) > 1 and (small[-1] in {"phó", "vương"} or small in (["tiến", "sĩ"], ["tiến", "sỹ"]))
    ends = ([small[-1]],) if other else ()
    choices = [(low, high) for low, high in zip(small, great, strict=True)]
    if len(words) <= 3:
        for mixture in product(*choices[: len(words) - len(ends)], *ends):
            yield " ".join(mixture)
        return
    yield " ".join(small)
    if phrase[1].islower():
        yield phrase[0].lower() + phrase[1:]
    yield " ".join(great)
    yield " ".join([great[0], *small[1:]])
    yield " ".join([*great[:2], *small[2:]])
    yield " ".join([small[0], great[1], *small[2:]])
