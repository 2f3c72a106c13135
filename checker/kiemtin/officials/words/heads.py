"""The words that begin titles and names, in every spelling in which the press prints them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from kiemtin.officials.model import TitleKind


class _Word(NamedTuple):
    text: str
    """Lower case, as the vocabulary spells it."""
    kind: TitleKind
    needs_organ: bool = False
    """Stands with an organ or a place: "Chủ tịch …", not "Thủ tướng"."""
    abroad: bool = False
    """Goes with "tại" and a country, as an ambassador does."""
    goes_inside: bool = False
    """Continues a title that is being read: "Phó Bí thư *Thường trực* …"."""
    honorific: bool = False
    """Begins no title, but stands before a name: "đồng chí", "ông"."""
    is_name: bool = False
    """The name of a foreign leader, whom no title need introduce."""
    is_surname: bool = False
    """Begins a Vietnamese name, perhaps."""
    is_calling: bool = False
    """Begins neither; a name known already may stand behind it in its short form: "cử tri"."""


class HeadWord(_Word):
    """A word or words that begin a title, the same object for all spellings, and equal to no other."""

    __slots__ = ()
    # Compared and hashed as one object, for readings are remembered by their heads.
    __eq__ = object.__eq__
    __hash__ = object.__hash__


Head = tuple[int, int, HeadWord]
"""Start, end and what stands there."""

_ABROAD = ("sứ", "lãnh sự", "đại biện", "tham tán", "đại diện", "tùy viên", "đoàn", "lâm thời", "phái viên")
_GOES_INSIDE = ("thường ", "thư ký", "đại biểu", "đbqh", "dự khuyết")


def spelled_heads(words: Mapping[str, tuple[str, ...]]) -> dict[str, HeadWord]:
    """Every spelling that is looked for, and what it means."""
    entries: dict[str, HeadWord] = {}
    phrases = frozenset(phrase.lower() for key in _KINDS for phrase in words[key])
    for key, kind in _KINDS.items():
        for phrase in words[key]:
            head = HeadWord(
                text=phrase.lower(),
                kind=kind,
                needs_organ=key in {"organ", "party", "event"},
                abroad=phrase.lower().endswith(_ABROAD),
                goes_inside=phrase.lower().startswith(_GOES_INSIDE),
            )
            shortened = key == "academic_abbreviations"
            for spelling in (f"{phrase}.", phrase) if shortened else _spellings(phrase, phrases):
                entries.setdefault(spelling, head)
    for word in (*words["honorifics"], *words["counterparts"]):
        head = HeadWord(word.lower(), TitleKind.OFFICE, honorific=True)
        capital = word[0].upper() + word[1:]
        for spelling in (word,) if word in words["lower_honorifics"] else (word, capital):
            entries.setdefault(spelling, head)
    for name in (*words["foreign_leaders"], *words["leaders_in_full"]):
        entries.setdefault(name, HeadWord(name, TitleKind.OFFICE, is_name=True))
    for surname in words["surnames"]:
        if surname in entries:  # "Ông" is an honorific before it is a surname
            continue
        entries.setdefault(
            surname if surname.endswith(("'", "’")) else f"{surname} ",
            HeadWord(surname, TitleKind.OFFICE, is_surname=True),
        )
    for word in words["callings"]:
        for spelling in dict.fromkeys((word, word.capitalize())):
            _call(entries, spelling)
    for word in words["callings_great"]:
        _call(entries, word)
    return entries


def _call(entries: dict[str, HeadWord], word: str) -> None:
    entries.setdefault(f"{word} ", HeadWord(word, TitleKind.OFFICE, is_calling=True))


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


def _spellings(phrase: str, phrases: Container[str]) -> Iterator[str]:
    yield from dict.fromkeys(_cases(phrase))
    if not _holds_another(phrase, phrases):
        yield phrase.upper()


def _holds_another(phrase: str, phrases: Container[str]) -> bool:
    """Whether a shorter title inside tells a passage in capitals as well: "PHÓ *CHỦ TỊCH*" of three words."""
    words = phrase.lower().split(" ")
    parts = (" ".join(words[first:]) for first in range(1, len(words)))
    return len(words) > 2 and any(len(part) > 4 and part in phrases for part in parts)


def _cases(phrase: str) -> Iterable[str]:
    """Great and small first letters in the mixtures that the press prints."""
    words = phrase.split(" ")
    small = [word if word.isupper() and len(word) > 1 else word.lower() for word in words]
    great = [word[0].upper() + word[1:] for word in words]
    yield phrase
    yield phrase[0].upper() + phrase[1:]
    # "Vụ Phó", "Quốc Vương", "Tiến Sỹ" are other words: "chức vụ Phó Ban", "Trung Quốc Vương Nghị",
    # "Đỗ Tiến Sỹ".
    other = len(words) > 1 and (small[-1] in {"phó", "vương"} or small in (["tiến", "sĩ"], ["tiến", "sỹ"]))
    ends = ([small[-1]],) if other else ()
    choices = [(low, high) for low, high in zip(small, great, strict=True)]
    if len(words) <= 3:
        for mixture in product(*choices[: len(words) - len(ends)], *ends):
            if list(mixture) != [small[0], *great[1:]] or len(words) < 3:
                yield " ".join(mixture)
        return
    yield " ".join(small)
    if phrase[1].islower():
        yield phrase[0].lower() + phrase[1:]
    yield " ".join(great)
    yield " ".join([great[0], *small[1:]])
    yield " ".join([*great[:2], *small[2:]])
