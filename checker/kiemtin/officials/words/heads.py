"""The words that begin titles and names, in every spelling in which the press prints them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import product

from kiemtin.officials.model import TitleKind


class HeadWord:
    """A word or words that begin a title, the same object for all spellings, and equal to no other."""

    __slots__ = (
        "abroad", "goes_inside", "honorific", "is_calling", "is_name", "is_surname", "kind", "needs_organ",
        "text",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        kind: TitleKind,
        needs_organ: bool = False,  # noqa: FBT001 - by their places, as kept in the cache
        abroad: bool = False,  # noqa: FBT001
        goes_inside: bool = False,  # noqa: FBT001
        honorific: bool = False,  # noqa: FBT001
        is_name: bool = False,  # noqa: FBT001
        is_surname: bool = False,  # noqa: FBT001
        is_calling: bool = False,  # noqa: FBT001
    ) -> None:
        self.text = text
        """Lower case, as the vocabulary spells it."""
        self.kind = kind
        self.needs_organ = needs_organ
        """Stands with an organ or a place: "Chủ tịch …", not "Thủ tướng"."""
        self.abroad = abroad
        """Goes with "tại" and a country, as an ambassador does."""
        self.goes_inside = goes_inside
        """Continues a title that is being read: "Phó Bí thư *Thường trực* …"."""
        self.honorific = honorific
        """Begins no title, but stands before a name: "đồng chí", "ông"."""
        self.is_name = is_name
        """The name of a foreign leader, whom no title need introduce."""
        self.is_surname = is_surname
        """Begins a Vietnamese name, perhaps."""
        self.is_calling = is_calling
        """Begins neither; a name known already may stand behind it in its short form: "cử tri"."""

    def __reduce__(self) -> tuple[type[HeadWord], tuple[object, ...]]:
        # As few arguments as tell all.
        told: list[object] = [self.text, self.kind, self.needs_organ, self.abroad, self.goes_inside]
        told += [self.honorific, self.is_name, self.is_surname, self.is_calling]
        while not told[-1]:
            told.pop()
        return HeadWord, tuple(told)


Head = tuple[int, int, HeadWord]
"""Start, end and what stands there."""


def spelled_heads(words: Mapping[str, tuple[str, ...]]) -> dict[str, HeadWord]:
    """Every spelling that is looked for, and what it means: of two heads with one spelling, the first."""
    entries: dict[str, HeadWord] = {}
    _add_titles(entries, words)
    _add_honorifics(entries, words)
    for name in (*words["foreign_leaders"], *words["leaders_in_full"]):
        entries.setdefault(name, HeadWord(name, TitleKind.OFFICE, is_name=True))
    _add_surnames(entries, (*words["surnames"], *words["peoples"]))
    for word in words["callings"]:
        for spelling in dict.fromkeys((word, word.capitalize())):
            _call(entries, spelling)
    for word in words["callings_great"]:
        _call(entries, word)
    return entries


def _add_titles(entries: dict[str, HeadWord], words: Mapping[str, tuple[str, ...]]) -> None:
    phrases = frozenset(phrase.lower() for key in _KINDS for phrase in words[key])
    small = words["heads_small_ended"]
    for key, kind in _KINDS.items():
        for phrase in words[key]:
            head = HeadWord(
                text=phrase.lower(),
                kind=kind,
                needs_organ=key in {"organ", "party", "event"},
                abroad=phrase.lower().endswith(words["heads_abroad"]),
                goes_inside=phrase.lower().startswith(words["heads_going_inside"]),
            )
            shortened = key == "academic_abbreviations"
            for spelling in (f"{phrase}.", phrase) if shortened else _spellings(phrase, phrases, small):
                entries.setdefault(spelling, head)


def _add_honorifics(entries: dict[str, HeadWord], words: Mapping[str, tuple[str, ...]]) -> None:
    for word in (*words["honorifics"], *words["counterparts"]):
        head = HeadWord(word.lower(), TitleKind.OFFICE, honorific=True)
        capital = word[0].upper() + word[1:]
        for spelling in (word,) if word in words["lower_honorifics"] else (word, capital):
            entries.setdefault(spelling, head)


def _add_surnames(entries: dict[str, HeadWord], surnames: Iterable[str]) -> None:
    for surname in surnames:
        if surname in entries:  # "Ông" is an honorific before it is a surname
            continue
        entries.setdefault(
            surname if surname.endswith(("'", "’")) else f"{surname} ",
            HeadWord(surname, TitleKind.OFFICE, is_surname=True),
        )


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


def _spellings(phrase: str, phrases: Container[str], small_ended: tuple[str, ...]) -> Iterator[str]:
    yield from dict.fromkeys(_cases(phrase, small_ended))
    if not _holds_another(phrase, phrases):
        yield phrase.upper()


def _holds_another(phrase: str, phrases: Container[str]) -> bool:
    """Whether a shorter title inside tells a passage in capitals as well: "PHÓ *CHỦ TỊCH*" of three words."""
    words = phrase.lower().split(" ")
    parts = (" ".join(words[first:]) for first in range(1, len(words)))
    return len(words) > 2 and any(len(part) > 4 and part in phrases for part in parts)


def _cases(phrase: str, small_ended: tuple[str, ...]) -> Iterable[str]:
    """Great and small first letters in the mixtures that the press prints.

    As a word of `small_ended`, or with it for its last, its end stays small.
    """
    words = phrase.split(" ")
    small = [word if word.isupper() and len(word) > 1 else word.lower() for word in words]
    great = [word[0].upper() + word[1:] for word in words]
    yield phrase
    yield phrase[0].upper() + phrase[1:]
    other = len(words) > 1 and (small[-1] in small_ended or phrase.lower() in small_ended)
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
