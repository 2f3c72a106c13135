"""Where titles may begin: one pass of an Aho-Corasick automaton over the words that begin them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import ahocorasick_rs

from kiemtin.foundation.text import level, odd_spellings
from kiemtin.officials.words.heads import Head, HeadWord


class Scan(NamedTuple):
    """A levelled text and the heads in it, in its order."""

    text: str
    heads: list[Head]
    callings: list[Head]
    """Words before short names that are no heads: "cử tri "."""
    shouts: bool
    """Some heads stand in capitals."""
    names: list[int]
    """Where a surname stands in capitals, before another word in capitals."""


_APART: Final = frozenset(" \n,.;:()")
"""What mostly stands before and behind a word."""


class Heads:
    """Finds where titles and names begin, in great letters, small ones and mixed, whatever the spelling."""

    def __init__(self, spellings: Mapping[str, HeadWord], *, for_archive: bool = False) -> None:
        """`for_archive`: 0.1 s and 20 MB more for the automaton, two fifths less for a text's pass."""
        # By kinds, so that the index found tells the kind.
        usual = [text for text, head in spellings.items() if not head.is_calling and not _is_shouted(text)]
        shouted = [text for text, head in spellings.items() if not head.is_calling and _is_shouted(text)]
        callings = [text for text, head in spellings.items() if head.is_calling]
        names = sorted(
            {text.upper() for text, head in spellings.items() if head.is_surname and len(text) > 2}
        )
        odd = [spelling for spelling in odd_spellings() if spelling not in spellings]
        self._entries = [spellings[text] for text in (*usual, *shouted, *callings)]
        self._usual = len(usual)
        self._heads = len(usual) + len(shouted)
        self._names = len(self._entries) + len(names)
        self._automaton = ahocorasick_rs.AhoCorasick(
            [*usual, *shouted, *callings, *names, *odd],
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            store_patterns=False,
            implementation=ahocorasick_rs.Implementation.DFA if for_archive else None,
        )

    def find(self, text: str) -> Scan:
        """The levelled text and all heads in it: leftmost first, the longest at each place.

        They are whole words, but for a missing space: "Đại tướngTrần".
        """
        scan, is_odd = self._scan(text)
        if is_odd:
            levelled = level(text)
            if levelled is not text:
                return self.find_level(levelled)
        return scan

    def find_level(self, text: str) -> Scan:
        """As `find`, in a text that is level already."""
        return self._scan(text)[0]

    def _scan(self, text: str) -> tuple[Scan, bool]:
        """What is found in a text as it is, and whether something in it may want levelling."""
        entries, usual, all_heads, size = self._entries, self._usual, self._heads, len(text)
        known = len(entries)
        heads: list[Head] = []
        callings: list[Head] = []
        names: list[int] = []
        shouts = is_odd = False
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if index >= known:
                if index < self._names:
                    if text[start - 1 : start] == " " and text[end : end + 1].isupper():
                        names.append(start)
                    continue
                is_odd = is_odd or end - start == 1 or not text[end : end + 1].isalpha()
                continue
            if start and text[start - 1] not in _APART and text[start - 1].isalnum():
                continue
            if end < size and text[end] not in _APART and text[end - 1] not in ". '’":
                after = text[end]
                if after.isalnum() and not (end - start > 4 and after.isupper() and text[end - 1].islower()):
                    continue
            if index < all_heads:
                heads.append((start, end, entries[index]))
                shouts = shouts or index >= usual
            else:
                callings.append((start, end, entries[index]))
        return Scan(text, heads, callings, shouts, names), is_odd


def _is_shouted(spelling: str) -> bool:
    return len(spelling) > 4 and spelling.isupper()
