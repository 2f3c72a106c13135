"""Where titles may begin: one pass of an Aho-Corasick automaton over the words that begin them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import ahocorasick_rs

from kiemtin.foundation.text import level, level_at, odd_spellings
from kiemtin.officials.words.heads import Head, HeadWord


class Scan(NamedTuple):
    """A levelled text and the heads in it, in its order."""

    text: str
    heads: list[Head]
    callings: list[Head]
    """Words before short names that are no heads: "cử tri "."""
    shouted: list[int]
    """Where heads stand in capitals."""
    surnames: list[int]
    """Where surnames stand in capitals."""
    untidy: bool
    """Spaces are doubled, stand before marks or lack behind them, or strokes tell a speaker's pauses."""


_UNTIDY: Final = (
    " ,", " ;", " .", "  ", "//", "/ ", "/\n", "H' ", "K' ", "H’ ", "K’ ",
    "\u200b", "\ufeff", "\u00ad", "\u2060",
)  # fmt: skip
_AFTER_WORD: Final = frozenset(" ,;.")


class Heads:
    """Finds where titles and names begin, in great letters, small ones and mixed, whatever the spelling."""

    def __init__(self, spellings: Mapping[str, HeadWord], *, for_archive: bool = False) -> None:
        """`for_archive`: 0.1 s and 20 MB more for the automaton, two fifths less for a text's pass."""
        # By kinds, so that the index found tells the kind.
        usual: list[str] = []
        shouted: list[str] = []
        callings: list[str] = []
        for text, head in spellings.items():
            kind = callings if head.is_calling else shouted if _is_shouted(text) else usual
            kind.append(text)
        names = sorted(
            {text.upper() for text, head in spellings.items() if head.is_surname and len(text) > 2}
        )
        self._odd = [spelling for spelling in odd_spellings() if spelling not in spellings]
        untidy = [mark for mark in _UNTIDY if mark not in self._odd]
        self._entries = [spellings[text] for text in (*usual, *shouted, *callings)]
        self._usual = len(usual)
        self._heads = len(usual) + len(shouted)
        self._names = len(self._entries) + len(names)
        self._untidy = self._names + len(untidy)
        self._automaton = ahocorasick_rs.AhoCorasick(
            [*usual, *shouted, *callings, *names, *untidy, *self._odd],
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            store_patterns=False,
            implementation=ahocorasick_rs.Implementation.DFA if for_archive else None,
        )

    def find(self, text: str) -> Scan:
        """The levelled text and all heads in it: leftmost first, the longest at each place.

        They are whole words, but for a missing space: "Đại tướngTrần".
        """
        scan, odd = self._scan(text)
        if odd:
            single = any(len(spelling) == 1 for spelling, _, _ in odd)
            levelled = level(text) if single else level_at(text, odd)
            if levelled is not text:
                return self.find_level(levelled)
        return scan

    def find_level(self, text: str) -> Scan:
        """As `find`, in a text that is level already."""
        return self._scan(text)[0]

    def _scan(self, text: str) -> tuple[Scan, list[tuple[str, int, int]]]:
        """What is found in a text as it is, and where something in it may want levelling."""
        entries, usual, all_heads, size = self._entries, self._usual, self._heads, len(text)
        known = len(entries)
        heads: list[Head] = []
        callings: list[Head] = []
        shouted: list[int] = []
        surnames: list[int] = []
        odd: list[tuple[str, int, int]] = []
        untidy = False
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if index >= known:
                if index >= self._untidy:
                    if end - start == 1 or end == size or not text[end].isalnum():
                        odd.append((self._odd[index - self._untidy], start, end))
                elif index >= self._names:
                    untidy = True
                else:
                    surnames.append(start)
                continue
            before = text[start - 1] if start else " "
            if before.isalnum():
                continue
            if before == "," or before == ";":  # noqa: PLR1714 - compiled, that is faster
                untidy = True  # "Lê Văn Tám,Chủ tịch"
            after = text[end] if end < size else " "
            last = text[end - 1]
            if after.isalnum() and last not in ". '’" and not (end - start > 4 and _is_seam(last, after)):
                continue
            if index < all_heads:
                if last == " " and end < size and after in _AFTER_WORD:
                    untidy = True  # "Trần Văn An , Chủ tịch"
                heads.append((start, end, entries[index]))
                if index >= usual:
                    shouted.append(start)
            else:
                callings.append((start, end, entries[index]))
        return Scan(text, heads, callings, shouted, surnames, untidy), odd


def _is_shouted(spelling: str) -> bool:
    return len(spelling) > 4 and spelling.isupper()


def _is_seam(last: str, after: str) -> bool:
    """A missing space: "Đại tướngTrần"."""
    return last.islower() and after.isupper()
