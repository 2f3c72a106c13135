"""How many items reached a rule: an unreached rule has an empty record, not a clean one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kiemtin.judging.findings import Finding, Outcome
from kiemtin.language.rulebook import BoundRule

_ASKED = frozenset({Outcome.PASSED, Outcome.FAILED})


class Reach:
    """Of one rule over any number of items."""

    def __init__(self, rule: BoundRule) -> None:
        self.rule = rule.id
        self.items = 0
        self.outcomes: Counter[Outcome] = Counter()
        """Items by what the rule came to; an item of several outcomes counts for each."""
        labels = [each.label for each in rule.exceptions]
        labels += [each.label or each.condition.words.vi for each in rule.unless]
        self.exceptions: dict[str, int] = dict.fromkeys(labels, 0)

    @property
    def asked(self) -> int:
        """Items for which the requirement was looked at."""
        return self._asked

    _asked = 0

    def add(self, findings: Iterable[Finding]) -> None:
        """The findings of one document; each item in it counts for itself."""
        by_item: dict[int, list[Finding]] = {}
        for finding in findings:
            if finding.rule == self.rule:
                by_item.setdefault(finding.item, []).append(finding)
        for found in by_item.values():
            outcomes = {each.outcome for each in found}
            self.items += 1
            self.outcomes.update(outcomes)
            self._asked += bool(outcomes & _ASKED)
            for finding in found:
                if finding.outcome is Outcome.OUT_OF_SCOPE:
                    for step in finding.exceptions:
                        if step.label in self.exceptions:
                            self.exceptions[step.label] += 1
