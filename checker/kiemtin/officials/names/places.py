"""Organs, countries and places that the vocabulary lists, among the words of a title's rest."""

from __future__ import annotations

from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.lexicon import Lexicon


def place_at(lexicon: Lexicon, texts: list[str], start: int) -> int:
    """Words of the known place at `start`, 0 if none."""
    for size in (4, 3, 2, 1):
        if start + size <= len(texts) and fold_name(" ".join(texts[start : start + size])) in lexicon.places:
            return size
    return 0


def behind_organs(lexicon: Lexicon, texts: list[str], start: int) -> int:
    """Where the organs, countries and places end that stand at `start` in a row."""
    while start < len(texts):
        size = organ_at(lexicon, texts, start) or place_at(lexicon, texts, start)
        if not size:
            break
        start += size
        start += _is_unknown_realm(lexicon, texts, start)
    return start


def _is_unknown_realm(lexicon: Lexicon, texts: list[str], start: int) -> bool:
    """Whether a country stands at `start` that no list knows: "Cộng hòa Verania"."""
    if start >= len(texts) or organ_at(lexicon, texts, start):
        return False
    return texts[start - 1] in lexicon.realms or " ".join(texts[max(0, start - 2) : start]) in lexicon.realms


def organ_at(lexicon: Lexicon, texts: list[str], start: int) -> int:
    if " " in texts[start]:
        # Read as one word: an organ or a country of several.
        first = texts[start].split(" ", 1)[0]
        return int(texts[start] in lexicon.organs.get(first, ()))
    for phrase in lexicon.organs.get(texts[start], ()):
        size = phrase.count(" ") + 1
        if " ".join(texts[start : start + size]) == phrase:
            return size
    return 0
