"""Telling syllables that Vietnamese has from other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kiemtin.officials.words.patterns import SYLLABLE

_SYLLABLE = re.compile(SYLLABLE)


@lru_cache(maxsize=16384)
def _is_syllable(word: str) -> bool:
    if "'" in word:
        # "H'Lâm", "K'Rể", "Bh'ríu".
        before, _, word = word.partition("'")
        return len(before) <= 2 and _SYLLABLE.fullmatch(word.lower()) is not None
    return _SYLLABLE.fullmatch(word.lower()) is not None


def is_vietnamese(words: Iterable[str]) -> bool:
    """Whether all words are syllables that Vietnamese has."""
    return all(map(_is_syllable, words))
