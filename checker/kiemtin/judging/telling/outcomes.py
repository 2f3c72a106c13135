"""What the verdicts on the elements of one rule come to: findings, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from kiemtin.foundation.limits import STEPS
from kiemtin.judging import findings as made
from kiemtin.judging.evaluating.budget import Budget, TooCostlyError
from kiemtin.judging.evaluating.compiling import FRAME_SIZE, Frame
from kiemtin.judging.evaluating.rules import Case, CompiledRule, Verdict
from kiemtin.judging.facts.bulletin import BulletinFacts
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.findings import BULLETIN, ExceptionStep, Finding, MissingDatum, SuggestedFix, Words
from kiemtin.judging.fingerprints import Fingerprints
from kiemtin.judging.telling import values_in_words as phrases
from kiemtin.judging.telling.diagnosis import Diagnoser
from kiemtin.judging.telling.reasons import Diagnosis
from kiemtin.judging.telling.sentences import in_own_words
from kiemtin.judging.values import NO_LIMIT, Missing
from kiemtin.language.rulebook import Rulebook
from kiemtin.language.syntax import Comparison

_PASSED, _NOT_MEANT = Verdict.PASSED, Verdict.NOT_MEANT  # Members cost a search each time they are asked for.


class Teller:
    """Makes the findings of one rulebook's rules.

    The same outcome in the same words needs no second record: most rules say nothing of most items.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self.not_run = lru_cache(maxsize=65536)(self._not_run)
        self.no_bulletin = lru_cache(maxsize=65536)(_no_bulletin)
        self._nothing = lru_cache(maxsize=65536)(_nothing)
        self._passed_plainly = lru_cache(maxsize=65536)(_passed_plainly)

    def sum(
        self,
        rule: CompiledRule,
        index: int,
        facts: Facts,
        fingerprints: Fingerprints,
        verdicts: Iterable[Verdict | Case | Missing],
    ) -> list[Finding]:
        """Every failure, every exception, else one outcome for all elements.

        Of a rule that is given up for its cost, what it found until then, and that it was.
        """
        findings: list[Finding] = []
        try:
            self._add(findings, rule, index, facts, fingerprints, verdicts)
        except TooCostlyError:
            findings.append(self.too_costly(rule, index))
        return findings

    def _add(
        self,
        findings: list[Finding],
        rule: CompiledRule,
        index: int,
        facts: Facts,
        fingerprints: Fingerprints,
        verdicts: Iterable[Verdict | Case | Missing],
    ) -> None:
        passed = not_meant = 0
        excepted: list[Case] = []
        unknown: Missing | None = None
        for case in verdicts:
            if case is _NOT_MEANT:
                not_meant += 1
            elif case is _PASSED:
                passed += 1
            elif isinstance(case, Missing):
                unknown = case.and_also(unknown)
            elif not isinstance(case, Case):
                raise AssertionError(case)
            elif case.verdict is Verdict.FAILED:
                rule.compiler.budget.spend(Budget.FAILURE)
                findings += _failures(rule, index, facts, case, fingerprints)
            elif case.missing is not None:
                unknown = case.missing.and_also(unknown)
            else:
                excepted.append(case)
        if unknown is not None:
            findings.append(_undecided(rule, index, unknown))
        elif passed and not findings:
            findings.append(self.passed(rule, index, facts, passed))
        if excepted:
            findings += [_excepted(rule, index, facts, case) for case in excepted]
        elif not findings:
            findings.append(not_meant_at(rule, index) if not_meant else self._nothing(rule, index))

    def too_costly(self, rule: CompiledRule, index: int) -> Finding:
        """Of a rule that was given up."""
        return made.not_run(rule.rule, index, STEPS.code, Words({"limit": STEPS.shown}), ())

    def passed(self, rule: CompiledRule, index: int, facts: Facts, number: int) -> Finding:
        requirement = rule.rule.requirement
        if isinstance(requirement, Comparison) and not rule.rule.loops:

            def write() -> Words:
                return Diagnoser(rule, facts, [None] * FRAME_SIZE).measure(requirement).words

            return made.passed(rule.rule, index, "judging.passed.compared", Words.later(write))
        return self._passed_plainly(rule, index, number)

    def _not_run(self, rule: CompiledRule, index: int, day: date) -> Finding:
        """Of a day on which the rule is not in force, with those that take its place."""
        bound = rule.rule
        overridden = tuple(
            ExceptionStep("override", other.name, other.citation)
            for other in self._rulebook.rules
            if bound.citation in other.overrides and other.validity.covers(day) and other.id != bound.id
        )
        told = Words({"validity": phrases.validity(bound.validity), "day": phrases.day(day)})
        return made.not_run(bound, index, "judging.not-run", told, overridden)


def not_meant_at(rule: CompiledRule, index: int) -> Finding:
    """`khi` does not hold: by far the most frequent outcome, so the rule keeps it."""
    found = rule.not_meant.get(index)
    if found is None:
        assert rule.rule.when is not None
        told = Words({"condition": rule.rule.when.words})
        found = made.out_of_scope(rule.rule, index, "judging.out-of-scope.when", told)
        rule.keep_not_meant(index, found)
    return found


def _no_bulletin(rule: CompiledRule) -> Finding:
    """Of a rule about bulletins, in a document that is none."""
    return made.out_of_scope(rule.rule, 0, "judging.out-of-scope.no-bulletin")


def _nothing(rule: CompiledRule, index: int) -> Finding:
    """There is nothing that the rule goes through."""
    told = Words({"collection": rule.collection})
    return made.out_of_scope(rule.rule, index, "judging.out-of-scope.nothing", told)


def _passed_plainly(rule: CompiledRule, index: int, number: int) -> Finding:
    if not rule.rule.loops:
        return made.passed(rule.rule, index, "judging.passed", Words({"requirement": rule.said}))
    told = Words({"n": number, "collection": rule.collection})
    return made.passed(rule.rule, index, "judging.passed.each", told)


def _failures(
    rule: CompiledRule, index: int, facts: Facts, case: Case, fingerprints: Fingerprints
) -> Iterator[Finding]:
    from kiemtin.judging.telling.fixes import suggest

    diagnoser = Diagnoser(rule, facts, case.frame)
    for number, found in enumerate(diagnoser.diagnose()):
        diagnosis = in_own_words(diagnoser, found)
        fix: SuggestedFix | None = None
        if rule.rule.fix is not None and (number == 0 or diagnosis.disorder is not None):
            fix = suggest(rule, rule.rule.fix, facts, case.frame, diagnosis)
        item = _item_of(rule, facts, case.frame, diagnosis, index)
        lifting = () if case.missing is None else _data(case.missing)
        if fix is not None and lifting:
            fix = fix.unsafe()
        yield made.failed(
            rule.rule,
            item,
            diagnosis.message,
            diagnosis.words,
            place=diagnosis.place,
            related=diagnosis.related,
            missing=lifting,
            exceptions=case.exceptions,
            fix=fix,
            fingerprint=fingerprints.of(rule.rule.identity, item, diagnosis.place),
            grounds=diagnosis.grounds,
        )


def _data(unknown: Missing) -> tuple[MissingDatum, ...]:
    return tuple(datum for datum in unknown.data if datum.name != NO_LIMIT)


def _undecided(rule: CompiledRule, index: int, unknown: Missing) -> Finding:
    if unknown.is_unlimited:
        told = Words(dict(unknown.data[0].arguments))
        return made.out_of_scope(rule.rule, index, "judging.out-of-scope.no-limit", told)
    return made.not_checkable(rule.rule, index, "judging.not-checkable", _data(unknown))


def _excepted(rule: CompiledRule, index: int, facts: Facts, case: Case) -> Finding:
    return made.out_of_scope(
        rule.rule,
        index,
        "judging.out-of-scope.excepted",
        Words({"label": case.exceptions[0].label}),
        place=Diagnoser(rule, facts, case.frame).place(rule.rule.requirement),
        exceptions=case.exceptions,
    )


def _item_of(rule: CompiledRule, facts: Facts, frame: Frame, diagnosis: Diagnosis, index: int) -> int:
    """Of a rule about bulletins: the item that is at fault, if it is one; not what a sum ended with."""
    if not isinstance(facts, BulletinFacts):
        return index
    for slot, _ in reversed(rule.loops):
        if isinstance(frame[slot], ItemFacts):
            return int(frame[slot].index)
    if diagnosis.place is not None:
        for item in facts.facts:
            if item.model.span.covers(diagnosis.place):
                return item.index
    return BULLETIN
