"""The verbs that give, end, hold or tell an office, as they stand right before it.

bầu | bổ nhiệm | …  làm | giữ chức | …        appointed, also "bổ nhiệm X" where it says to whom
giữ | nhận | vào  chức | chức vụ | …          appointed
trở thành | làm | đảm nhiệm | …               appointed
thăng | phong  quân hàm | …                   appointed
thôi | rời | miễn nhiệm  (giữ) (chức | …)     ended
từng | trải qua | lần lượt  (giữ) (các chức vụ như)   career
hiện | đang  giữ chức; trên cương vị          held: his, and nothing said of it
"""

from __future__ import annotations

import re

from kiemtin.officials.words.neighbours import word_before
from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.tables import WordTable

_REACH = 120
_OPENING = "(“\"'‘[-–…,.:;\n"


class Verbs(WordTable):
    """Patterns of one vocabulary, immutable; each ends where the office begins."""

    ends: frozenset[str]
    newly: tuple[str, ...]
    begin: frozenset[str]
    told: Form
    giving: Form
    once: Form
    narrated_before: Form
    before_it: Form
    years_before: Form
    years_behind: Form
    by_pronoun: Form

    def before(self, text: str, start: int, *, giving: bool = False) -> str:
        """What the verb that ends at `start` says: `appointed`, `ended`, `career`, `held`, or nothing.

        `giving`: the text says to whom. "tân" may stand between: "trở thành tân Bí thư".
        """
        if text.endswith(self.newly, 0, start):
            start = text.rindex(" ", 0, start - 1) + 1
        if word_before(text, start) not in self.ends:
            return ""
        said = text[max(0, start - _REACH) : start]
        before = said.lower()
        found = self._told_at_end(before)
        if found is None:
            return "appointed" if giving and self.giving.search(before) else ""
        kind = found.lastgroup or ""
        if kind == "taken":
            kind = "career" if self.narrated_before.search(text, max(0, start - 180), start) else "appointed"
        if kind == "appointed" and self.once.search(said):
            return "career"
        if kind == "held" and self.before_it.search(text, max(0, start - 2 * _REACH), start):
            return "career"
        return kind

    def _told_at_end(self, before: str) -> re.Match[str] | None:
        """What `told` finds, tried only at the words that may begin it."""
        begin, at = self.begin, 0
        for word in before.split(" "):
            start = at
            at += len(word) + 1
            if word not in begin:
                bare = word.lstrip(_OPENING)
                if bare == word or bare not in begin:
                    continue
                start = at - 1 - len(bare)
            found = self.told.match(before, start)
            if found is not None:
                return found
        return None
