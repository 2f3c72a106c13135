"""Telling a name by its look: Vietnamese syllables, surnames, places that are spelled as names are."""

from __future__ import annotations

from typing import Final

from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.syllables import is_vietnamese


def is_vietnamese_name(lexicon: Lexicon, name: str) -> bool:
    """By its look: syllables that Vietnamese has, or a surname of the Highlands; "Phạm S" is one too."""
    words = name.split(" ")
    if words[0] in lexicon.highland or "'" in words[0] or "’" in words[0]:
        return True
    return words[0] in lexicon.surnames and is_vietnamese(word for word in words[1:] if len(word) > 1)


def is_highland(lexicon: Lexicon, word: str) -> bool:
    """ "H'Lim", "K'Rể": begins a name of the peoples of the Highlands."""
    return word[1:2] in _APOSTROPHES and len(word) > 2 and word[:2] in lexicon.highland


_APOSTROPHES: Final = frozenset({"'", "’"})


def is_misspelt(lexicon: Lexicon, words: list[str]) -> bool:
    """ "Trần Thị Ánn": one word that Vietnamese has not, in a name that is Vietnamese otherwise."""
    if len(words) < 3 or words[0] not in lexicon.strong:
        return False
    own = [word for word in words if is_vietnamese([word])]
    return len(own) + 1 == len(words) and any(not word.isascii() for word in own)


def looks_like_name(lexicon: Lexicon, name: str) -> bool:
    """Whether capitalised words without title or honorific may be a Vietnamese name."""
    if not name.istitle() and "'" not in name:
        return False
    words = name.split(" ")
    if len(words) == 1:
        return "'" in name and name[: name.index("'") + 1] in lexicon.highland
    if not len(words) <= 5 or words[0] not in lexicon.surnames:
        return len(words) < 5 and is_highland(lexicon, words[0])
    if words[0] not in lexicon.highland and not is_vietnamese(words):
        return False
    if f"{words[0]} {words[1]}" in lexicon.organ_words or name in lexicon.organs.get(words[0], ()):
        return False
    return name in lexicon.names.cities_too or not is_place(lexicon, name)


def is_place(lexicon: Lexicon, name: str) -> bool:
    """Whether a name is a known place's, or two places' joined by a dash: "Fukuoka-Việt Nam"."""
    return fold_name(name) in lexicon.places or (
        "-" in name and any(fold_name(part) in lexicon.places for part in name.split("-"))
    )


def begins_with_place(lexicon: Lexicon, name: str) -> bool:
    """Whether the first two words are a known place's: "Lâm Đồng Trần Văn …"."""
    words = name.split(" ", 2)
    return fold_name(" ".join(words[:2])) in lexicon.places
