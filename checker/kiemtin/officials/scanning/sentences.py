"""Where sentences end."""

from __future__ import annotations

from typing import Final

_ENDS: Final = (".", "!", "?", "\n")


def sentence_start(text: str, low: int, at: int) -> int:
    """Behind the last mark before `at` that ends a sentence, `low` if none stands from there on."""
    return max([low, *[text.rfind(mark, low, at) + 1 for mark in _ENDS]])
