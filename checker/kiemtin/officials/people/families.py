"""Foreigners by a family name alone that is a Vietnamese syllable, once an article has named them in full.

Đặng Tiểu Bình … nếu Đặng rút quân            a Chinese leader, known by name
Amelia Khan … trong khi Khan phản đối         anybody whose given name Vietnamese does not have
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kiemtin.documents.model import Item
from kiemtin.officials.people.resolution import Person
from kiemtin.officials.pieces import NamePiece
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.syllables import is_vietnamese

_LONGEST_WORD: Final = 12


def family_names(
    lexicon: Lexicon, text: str, item: Item, names: Iterable[NamePiece], persons: Iterable[Person]
) -> Iterator[NamePiece]:
    """Where such a name stands alone, that one person of the article bears."""
    wanted: list[str] = []
    known = list(persons)
    for person in known:
        if not person.foreign:
            continue
        first, _, last = person.name.partition(" ")
        last = last.rpartition(" ")[2]
        if person.name in lexicon.abroad.leaders:
            wanted.append(first)
        elif _is_syllable(last) and not is_vietnamese([first]):
            wanted.append(last)
    if not wanted:
        return
    bearers: dict[str, int] = {}
    for person in known:
        words = person.name.split(" ")
        for word in words if person.foreign else (words[0], words[-1]):
            bearers[word] = bearers.get(word, 0) + 1
    taken = {name.start for name in names}
    for family in wanted:
        if bearers[family] > 1:
            continue
        at = text.find(family, item.span.start, item.span.end)
        while at >= 0:
            end = at + len(family)
            if at not in taken and _stands_alone(lexicon, text, at, end):
                yield NamePiece(at, end, family, sure=True)
            at = text.find(family, end, item.span.end)


def _is_syllable(word: str) -> bool:
    return len(word) > 2 and word.isascii() and is_vietnamese([word])


def _stands_alone(lexicon: Lexicon, text: str, at: int, end: int) -> bool:
    """Inside a sentence and no part of a longer name; at the beginning of one, before a verb."""
    behind = text[end : end + 1]
    if (
        behind.isalnum()
        or behind == "-"
        or text[end + 1 : end + 2].isupper()
        or text[at - 1 : at] not in _BEFORE
    ):
        return False
    before = text[max(0, at - _LONGEST_WORD) : at].rstrip(_QUOTES).rpartition(" ")[2]
    if before and (before[-1] == "," or (before[-1].isalpha() and before[0].islower())):
        return before not in lexicon.abroad.no_family
    following = text[end + 1 : end + _LONGEST_WORD].split(" ", 1)[0]
    return not before[-1:].isalpha() and following in lexicon.closing


_BEFORE: Final = frozenset({" ", "“", '"', "("})
_QUOTES: Final = ' “"('
