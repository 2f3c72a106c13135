"""What stands between two pieces of a text, and what it says of the second: ", kiêm ", "; đồng chí "."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kiemtin.officials.words.joining_words import JoiningWords
from kiemtin.officials.words.lexicon import Lexicon


class Gap:
    """What stands between two pieces: separator, joining words, "các", honorific, each if there is one."""

    __slots__ = (
        "both", "broken", "dashed", "empty", "equal", "hon", "join", "listed", "made", "many", "now",
        "others", "same", "sep", "some",
    )  # fmt: skip

    def __init__(self, match: re.Match[str] | None, words: JoiningWords) -> None:
        self.broken = match is None or "\n" in match.group()
        """More than these: other words of the sentence, or a new line."""
        self.sep, self.join, self.many, self.hon = map(str.strip, match.groups()) if match else _NOTHING
        self.listed = self.join.endswith(":")
        """ "gồm: ", "gồm có: ": counts as a colon."""
        if self.listed:
            self.sep, self.join = ":", ""
        self.empty = not (self.broken or self.sep or self.join)
        """A space or an honorific at most."""
        self.dashed = self.sep in {"-", "–"}
        # What the joining words say; see there.
        self.others = self.join in words.others
        self.same = self.join in words.same
        self.both = self.join in words.both
        self.some = self.join in words.some
        self.equal = self.join in words.equal
        self.made = self.join in words.made_so
        self.now = self.join in words.now


_NOTHING: Final = ("", "", "", "")
WIDEST: Final = 100
"""A gap of more characters is broken."""


_LONGEST_TERM: Final = 6


def _may_be_term(words: JoiningWords, gap: str, last: str) -> bool:
    """ "Bí thư Tỉnh ủy *khóa XV* Trần Văn An"."""
    return len(last) <= _LONGEST_TERM and any(term in gap for term in words.before_terms)


class Gaps:
    """Reads gaps, and remembers the common ones."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.joining
        # "Thứ trưởng X vào tháng 8/2019, ông A"; "nguyên Bí thư Tỉnh ủy qua các thời kỳ: A, B"
        self._verbs = lexicon.closing - lexicon.joining.gap_begins
        self.broken = Gap(None, self._words)
        """Nothing joins the two pieces."""
        self.read = lru_cache(maxsize=8192)(self._read)
        """The gap that consists of these characters, no more than `WIDEST`."""

    def _read(self, gap: str) -> Gap:
        if gap[:1] == "." or (gap[:1] == " " and gap[1 : gap.find(" ", 1)] in self._verbs):
            return self.broken
        last = gap[gap.rfind(" ", 0, -1) + 1 :].strip()
        if last.isalpha() and last not in self._words.gap_ends and not _may_be_term(self._words, gap, last):
            return self.broken
        return Gap(self._words.gap.fullmatch(gap), self._words)
