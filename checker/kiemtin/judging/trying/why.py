"""Why an example came to what it came to, where its author expected something else."""

from __future__ import annotations

from collections.abc import Iterator

from kiemtin.foundation.messages import Phrase
from kiemtin.judging.evaluating.rules import Case, CompiledRule, Verdict
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.item import ItemLength
from kiemtin.judging.telling.values_in_words import value_of
from kiemtin.judging.values import Missing, Void
from kiemtin.language.syntax import Comparison, Expression, Logic, Membership, Not

_NOTHING = Phrase("trong ví dụ không có {} nào", "the example has nothing in {}")
_FALSE = Phrase("“{}” không đúng", "“{}” is not true")
_TRUE = Phrase("“{}” đúng", "“{}” is true")
_HERE = Phrase(" (ở đây: {})", " (here: {})")
_EXCEPTED = Phrase("được trừ: {}", "excepted: {}")


def why_not_meant(rule: CompiledRule, facts: Facts) -> Phrase | None:
    """Why the rule does not apply to anything in the facts; None where it does."""
    cases: list[Case] = []
    for frame in rule.frames(facts):
        if isinstance(frame, Missing):
            return None
        cases.append(rule.decide(facts, frame))
    if not cases:
        return _worded(_NOTHING, rule.collection) if rule.rule.loops else None
    if any(case.verdict not in {Verdict.NOT_MEANT, Verdict.EXCEPTED} for case in cases):
        return None
    reasons = dict.fromkeys(reason for case in cases[:_MOST] for reason in _reasons(rule, facts, case))
    return _joined(list(reasons)) if reasons else None


_MOST = 3


def _reasons(rule: CompiledRule, facts: Facts, case: Case) -> Iterator[Phrase]:
    if case.verdict is Verdict.EXCEPTED:
        for step in case.exceptions:
            label = step.label or ""
            yield _worded(_EXCEPTED, Phrase(label, label))
        return
    if rule.rule.when is not None:
        yield from _failing(rule, facts, case, rule.rule.when, wanted=True)


def _failing(
    rule: CompiledRule, facts: Facts, case: Case, node: Expression, *, wanted: bool
) -> Iterator[Phrase]:
    """The parts of a condition that are not as `wanted`, with what was measured."""
    value = rule.closure(node)(facts, case.frame)
    if value is wanted or isinstance(value, Missing):
        return
    if isinstance(node, Not):
        yield from _failing(rule, facts, case, node.operand, wanted=not wanted)
    elif isinstance(node, Logic):
        for operand in node.operands:
            yield from _failing(rule, facts, case, operand, wanted=wanted)
    else:
        yield _with_measure(rule, facts, case, node, _worded(_FALSE if wanted else _TRUE, node.words))


def _with_measure(rule: CompiledRule, facts: Facts, case: Case, node: Expression, said: Phrase) -> Phrase:
    asked = (
        node.left if isinstance(node, Comparison) else node.element if isinstance(node, Membership) else None
    )
    if asked is None:
        return said
    value = rule.closure(asked)(facts, case.frame)
    if isinstance(value, Void | ItemLength):
        return said
    here = value_of(asked, value, rule.compiler.unit(asked))
    return Phrase(*(said[at] + _HERE[at].format(here[at]) for at in (0, 1)))


def _worded(frame: Phrase, inner: Phrase) -> Phrase:
    return Phrase(*(frame[at].format(inner[at]) for at in (0, 1)))


def _joined(reasons: list[Phrase]) -> Phrase:
    return Phrase(*("; ".join(reason[at] for reason in reasons) for at in (0, 1)))
