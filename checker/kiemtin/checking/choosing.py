"""Which rules are told in one run: `--select` and `--ignore` by rule, pack or clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from kiemtin.foundation.records import replace
from kiemtin.foundation.text import fold, normalize
from kiemtin.language.rulebook import BoundRule, Citation, Rulebook
from kiemtin.reporting.report import Report

_KINDS = {
    "chương": "chapter", "chapter": "chapter", "mục": "section", "section": "section",
    "điều": "article", "article": "article", "khoản": "clause", "clause": "clause",
    "điểm": "point", "point": "point",
}  # fmt: skip
_NUMBERED = ("article", "clause", "point")
"""What the parts of `4.1.a` are."""


class Selector:
    """One value: a rule (`nêu-sai-thứ-bậc`, `qđ-tỉnh-mẫu.nêu-sai-thứ-bậc`), a pack, a clause (`Điều 4`, `Điều
    4, Khoản
    1`, `4.1`), or a clause of a pack (`qđ-tỉnh-mẫu Điều 4`)."""

    def __init__(self, value: str) -> None:
        self.value = normalize(value).text.strip()

    def matches(self, rule: BoundRule) -> bool:
        """Whether the rule is meant, by its name or by where it stands."""
        if rule.goes_by(self.value):
            return True
        pack, _, rest = self.value.partition(" ")
        if fold(pack) == fold(rule.citation.pack):
            return not rest or _stands_in(rule.citation, _divisions(rest))
        return _stands_in(rule.citation, self._divisions)

    @cached_property
    def _divisions(self) -> tuple[tuple[str, str], ...]:
        return _divisions(self.value)


def _divisions(words: str) -> tuple[tuple[str, str], ...]:
    """`Điều 4, Khoản 1` and `4.1` as kinds with labels; nothing for what is no clause."""
    numbered = words.split(".")
    if re.fullmatch(r"\w{1,4}(\.\w{1,4}){0,2}", words) and numbered[0][:1].isdigit():
        return tuple(zip(_NUMBERED, map(fold, numbered), strict=False))
    parts = re.findall(r"[^\s,;.]+", fold(words))
    kinds = [_FOLDED_KINDS.get(word) for word in parts[::2]]
    if len(parts) % 2 or None in kinds:
        return ()
    return tuple(zip((kind or "" for kind in kinds), parts[1::2], strict=True))


_FOLDED_KINDS = {fold(word): kind for word, kind in _KINDS.items()}


def _stands_in(citation: Citation, divisions: Sequence[tuple[str, str]]) -> bool:
    path = {(kind, fold(label)) for kind, label in citation.path}
    return bool(divisions) and path.issuperset(divisions)


class Choice(NamedTuple):
    """Rules to be told: those selected (all, if none is), without those ignored."""

    select: tuple[Selector, ...] = ()
    ignore: tuple[Selector, ...] = ()

    def of(self, report: Report) -> Report:
        """The report of these rules alone; it names those left out."""
        if not (self.select or self.ignore):
            return report
        left_out = {rule.id for rule in report.rulebook.rules if not self.takes(rule)}
        kept = tuple(each for each in report.judgement.findings if each.rule not in left_out)
        judgement = replace(report.judgement, findings=kept)
        return report._replace(judgement=judgement, left_out=tuple(sorted(left_out)))

    def takes(self, rule: BoundRule) -> bool:
        chosen = not self.select or any(each.matches(rule) for each in self.select)
        return chosen and not any(each.matches(rule) for each in self.ignore)

    def without_effect(self, rulebooks: Sequence[Rulebook]) -> Iterator[str]:
        """Values that mean no rule of any of these: a slip would check nothing, or ignore nothing."""
        for selector in (*self.select, *self.ignore):
            if not any(selector.matches(rule) for book in rulebooks for rule in book.rules):
                yield selector.value


def choice_of(select: Sequence[str], ignore: Sequence[str]) -> Choice:
    return Choice(tuple(map(Selector, select)), tuple(map(Selector, ignore)))
