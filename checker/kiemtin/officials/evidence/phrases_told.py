"""Lists of words and phrases, asked for by their name in the vocabulary and searched at word bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kiemtin.foundation.places import Span
from kiemtin.foundation.text import level


class PhrasesTold:
    """The word lists of `evidence.yaml`, each compiled when first asked for.

    Texts are compared in lower case and spelled as the vocabulary is; places are those of the text given.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists
        self._compiled: dict[str, re.Pattern[str]] = {}

    def first(self, name: str, text: str, start: int, end: int) -> Span | None:
        """Where the first phrase of the list stands in `text[start:end]`."""
        found = self._pattern(name).search(_usual(text[start:end]))
        return None if found is None else Span(start + found.start(), start + found.end())

    def last(self, name: str, text: str, start: int, end: int) -> Span | None:
        """Where the last phrase of the list stands in `text[start:end]`."""
        span = None
        for found in self._pattern(name).finditer(_usual(text[start:end])):
            span = Span(start + found.start(), start + found.end())
        return span

    def begins(self, name: str, text: str, start: int) -> Span | None:
        """The phrase of the list that stands right at `start`, behind marks and spaces."""
        rest = _usual(text[start : start + _FARTHEST])
        lead = len(rest) - len(rest.lstrip(" ,)"))
        found = self._pattern(name).match(rest, lead)
        return None if found is None else Span(start + found.start(), start + found.end())

    def _pattern(self, name: str) -> re.Pattern[str]:
        pattern = self._compiled.get(name)
        if pattern is None:
            longest_first = sorted(self._lists[name], key=len, reverse=True)
            either = "|".join(re.escape(phrase) for phrase in longest_first)
            pattern = self._compiled[name] = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
        return pattern


_FARTHEST = 64


def _usual(text: str) -> str:
    """Lower case and levelled, same length."""
    levelled = level(text)
    lowered = levelled.lower()
    return lowered if len(lowered) == len(text) else levelled
