"""Where titles may begin: one pass of an Aho-Corasick automaton over the words that begin them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import ahocorasick_rs

from kiemtin.foundation.text import level, odd_spellings
from kiemtin.officials.words.heads import Head, HeadWord


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
