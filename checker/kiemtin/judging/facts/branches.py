"""To which branch an office belongs, by the words of its title: Party, state, Front, mass organisation."""

from __future__ import annotations

from functools import cache

from kiemtin.officials.words.phrase_keys import phrase_key
from kiemtin.officials.words.word_files import BRANCHES, shipped


def branch_of(title: str) -> str | None:
    """The Vietnamese name of the branch; None if the words do not tell."""
    key = phrase_key(title)
    return next((branch for branch, words in _branches() if any(word in key for word in words)), None)


@cache
def _branches() -> tuple[tuple[str, tuple[str, ...]], ...]:
    told = shipped(BRANCHES, dict[str, list[str]])
    return tuple((branch, tuple(map(phrase_key, words))) for branch, words in told.items())
