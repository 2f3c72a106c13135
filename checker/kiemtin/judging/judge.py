"""A rulebook applied to documents: what each rule comes to for each item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kiemtin.documents.model import Document
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.judging.evaluating.expressions import FRAME_SIZE, Compiler, Facts
from kiemtin.judging.evaluating.force import newest_day, precedence_on
from kiemtin.judging.evaluating.rules import Case, CompiledRule, Verdict
from kiemtin.judging.facts.bulletin import BulletinFacts
from kiemtin.judging.facts.context import Context
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.knowledge import OfficialsKnowledge
from kiemtin.judging.findings import (
    ExceptionStep,
    Finding,
    Judgement,
    MissingDatum,
    Outcome,
    SuggestedFix,
    WordedLater,
    Words,
)
from kiemtin.judging.fingerprints import Fingerprints
from kiemtin.judging.telling import values_in_words as phrases
from kiemtin.judging.telling.diagnosis import Diagnoser, Diagnosis
from kiemtin.judging.telling.undecided import what_is_open
from kiemtin.judging.values import NO_LIMIT, Missing
from kiemtin.language.rulebook import PrecedenceInForce, Rulebook
from kiemtin.language.syntax import Comparison
from kiemtin.officials.model import Recognition
from kiemtin.officials.roster import Roster
from kiemtin.officials.words.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kiemtin.judging.telling.explanation import Explanation

BULLETIN = -1
"""`Finding.item` of what concerns the bulletin as a whole."""
_FAILED = Outcome.FAILED  # Asking an enumeration for a member costs more than the rest of a short rule.
_PASSED, _NOT_MEANT = Verdict.PASSED, Verdict.NOT_MEANT


class Judge:
    """Immutable; one may judge any number of documents. Rules are compiled when they first apply."""

    def __init__(self, rulebook: Rulebook, roster: Roster, vocabulary: Vocabulary) -> None:
        self.rulebook = rulebook
        self._knowledge = OfficialsKnowledge(roster, vocabulary)
        self.newest_day = newest_day(rulebook)
        """By whose rules an item without a day is judged."""
        compiler = Compiler(rulebook)
        self.rules = tuple(CompiledRule(rule, compiler) for rule in rulebook.rules)
        ids = Counter(rule.id for rule in rulebook.rules)
        self._repeated = frozenset(rule_id for rule_id, number in ids.items() if number > 1)
        # The same outcome in the same words needs no second record: most rules say nothing of most items.
        self._uniform = lru_cache(maxsize=65536)(self._make_uniform)
        self._context = lru_cache(maxsize=4096)(self._make_context)
        self._passed_plainly = lru_cache(maxsize=65536)(self._make_passed)

    def judge(self, document: Document, recognition: Recognition, as_of: date | None = None) -> Judgement:
        """All outcomes, at least one of each rule for each item (for the bulletin, of rules about bulletins).

        `as_of` is the day on which everything is judged; without it each item is judged on its own day, and
        an item without a day by the newest rules.
        """
        items = self.items(document, recognition, as_of)
        bulletin = self.bulletin(document, items, as_of)
        fingerprints = Fingerprints(document)
        findings: list[Finding] = []
        alone = items[0] if len(items) == 1 else None
        for rule in self.rules:
            if alone is None or rule.needs_bulletin:
                findings += self.judge_rule(rule, items, bulletin, fingerprints)
            else:
                findings += self._outcomes(rule, 0, alone, fingerprints)
        if len(items) != 1 or document.kind == "bulletin" or _has_failures(findings):
            findings.sort(key=_in_order)
        days = tuple([item.context.day for item in items])
        return Judgement(tuple(findings), days, as_of is not None)

    def judge_rule(
        self,
        rule: CompiledRule,
        items: tuple[ItemFacts, ...],
        bulletin: BulletinFacts,
        fingerprints: Fingerprints,
    ) -> list[Finding]:
        """The outcomes of one rule, for each item or for the bulletin."""
        if rule.needs_bulletin:
            if bulletin.document.kind == "bulletin":
                return self._outcomes(rule, BULLETIN, bulletin, fingerprints)
            return [self._uniform(rule, 0, "judging.out-of-scope.no-bulletin", self.newest_day)]
        if len(items) == 1:
            return self._outcomes(rule, 0, items[0], fingerprints)
        return [
            finding
            for index, item in enumerate(items)
            for finding in self._outcomes(rule, index, item, fingerprints)
        ]

    def explain(
        self, document: Document, recognition: Recognition, finding: Finding, as_of: date | None = None
    ) -> Explanation:
        """Why a finding of this document came about. Raises KeyError for a rule of another rulebook."""
        from kiemtin.judging.telling.explanation import Explainer, Explanation

        items = self.items(document, recognition, as_of)
        rules = [rule for rule in self.rules if rule.rule.id == finding.rule]
        if not rules:
            raise KeyError(finding.rule)
        facts: Facts = (
            self.bulletin(document, items, as_of) if rules[0].rule.needs_bulletin else items[finding.item]
        )
        if rules[0].rule.needs_bulletin and document.kind != "bulletin":
            return Explanation(finding.message, finding.arguments, citation=finding.citation)
        in_force = (rule for rule in rules if rule.rule.validity.covers(facts.context.law_day))
        return Explainer(next(in_force, rules[0]), facts).explain(finding)

    def items(
        self, document: Document, recognition: Recognition, as_of: date | None = None
    ) -> tuple[ItemFacts, ...]:
        """The facts of each item, judged on its own day or `as_of`."""
        facts: list[ItemFacts] = []
        for index, item in enumerate(document.items):
            day = as_of or item.metadata.day or document.metadata.day
            facts.append(ItemFacts(document, recognition, index, self._context(day)))
        return tuple(facts)

    def bulletin(
        self, document: Document, items: tuple[ItemFacts, ...], as_of: date | None = None
    ) -> BulletinFacts:
        """The bulletin's facts, judged on its own day, or on its items' if they share one."""
        days = {item.context.day for item in items}
        day = as_of or document.metadata.day or (days.pop() if len(days) == 1 else None)
        return BulletinFacts(document, items, self._context(day))

    def _make_context(self, day: date | None) -> Context:
        law_day = day or self.newest_day
        return Context(self.rulebook, self._knowledge, day, law_day, self._precedence_on(law_day))

    def _precedence_on(self, day: date) -> PrecedenceInForce | None:
        return precedence_on(self.rulebook, day)

    def rule(self, rule_id: str) -> CompiledRule:
        """Raises KeyError for a rule that the rulebook does not have."""
        for rule in self.rules:
            if rule.rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def _is_told_of(self, rule: CompiledRule, day: date) -> bool:
        """Of a rule that another one interrupts there are pieces: the one in force speaks, else the first."""
        pieces = [each for each in self.rules if each.rule.id == rule.rule.id]
        return pieces[0] is rule and not any(piece.rule.validity.covers(day) for piece in pieces)

    def _outcomes(
        self, rule: CompiledRule, index: int, facts: Facts, fingerprints: Fingerprints
    ) -> list[Finding]:
        day = facts.context.law_day
        if not rule.first_day <= day <= rule.last_day:
            if rule.rule.id not in self._repeated or self._is_told_of(rule, day):
                return [self._uniform(rule, index, "judging.not-run", day)]
            return []
        if rule.loops:
            return self._sum(rule, index, facts, fingerprints, rule.verdicts(facts))
        frame: list[Any] = [None] * FRAME_SIZE
        when = rule.when
        meant = True if when is None else when(facts, frame)
        if meant is False:  # Asked first and here: so most rules end for most items.
            return [rule.not_meant.get(index) or self._not_meant(rule, index, day)]
        verdict = rule.verdict_if_meant(facts, frame) if meant is True else rule.verdict(facts, frame)
        if verdict is _PASSED:
            return [self._passed(rule, index, facts, 1)]
        return self._sum(rule, index, facts, fingerprints, (verdict,))

    def _sum(
        self,
        rule: CompiledRule,
        index: int,
        facts: Facts,
        fingerprints: Fingerprints,
        verdicts: Iterable[Verdict | Case | Missing],
    ) -> list[Finding]:
        """What the verdicts on all elements come to: every failure, every exception, else one outcome."""
        findings: list[Finding] = []
        passed = not_meant = 0
        excepted: list[Case] = []
        unknown: Missing | None = None
        undecided: Case | None = None
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
                findings += self._failures(rule, index, facts, case, fingerprints)
            elif case.missing is not None:
                unknown = case.missing.and_also(unknown)
                undecided = undecided or case
            else:
                excepted.append(case)
        if unknown is not None:
            findings.append(self._undecided(rule, index, facts, unknown, undecided))
        elif passed and not findings:
            findings.append(self._passed(rule, index, facts, passed))
        if excepted:
            findings += [self._excepted(rule, index, facts, case) for case in excepted]
        elif not findings:
            reason = "judging.out-of-scope.when" if not_meant else "judging.out-of-scope.nothing"
            findings.append(self._uniform(rule, index, reason, facts.context.law_day))
        return findings

    def _not_meant(self, rule: CompiledRule, index: int, day: date) -> Finding:
        """By far the most frequent outcome, so the rule keeps it."""
        found = rule.not_meant[index] = self._uniform(rule, index, "judging.out-of-scope.when", day)
        return found

    def _make_uniform(self, rule: CompiledRule, index: int, message: str, day: date) -> Finding:
        """Outcomes that are the same for all documents: not run, not about this."""
        arguments: dict[str, object] = {}
        outcome = Outcome.OUT_OF_SCOPE
        exceptions: tuple[ExceptionStep, ...] = ()
        if message == "judging.not-run":
            outcome = Outcome.NOT_RUN
            arguments["validity"] = phrases.validity(rule.rule.validity)
            arguments["day"] = phrases.day(day)
            exceptions = tuple(
                ExceptionStep("override", other.name, other.citation)
                for other in self.rulebook.rules
                if rule.rule.citation in other.overrides
                and other.validity.covers(day)
                and other.id != rule.rule.id
            )
        elif message == "judging.out-of-scope.when":
            assert rule.rule.when is not None
            arguments["condition"] = rule.rule.when.words
        elif message == "judging.out-of-scope.nothing":
            arguments["collection"] = rule.collection
        return _finding(rule, outcome, message, arguments, index, exceptions=exceptions)

    def _make_passed(self, rule: CompiledRule, index: int, number: int) -> Finding:
        if not rule.rule.loops:
            return _finding(rule, Outcome.PASSED, "judging.passed", {"requirement": rule.said}, index)
        arguments: dict[str, object] = {"n": number, "collection": rule.collection}
        return _finding(rule, Outcome.PASSED, "judging.passed.each", arguments, index)

    def _failures(
        self, rule: CompiledRule, index: int, facts: Facts, case: Case, fingerprints: Fingerprints
    ) -> Iterator[Finding]:
        from kiemtin.judging.telling.fixes import suggest

        diagnoser = Diagnoser(rule, facts, case.frame)
        for number, diagnosis in enumerate(diagnoser.diagnose()):
            fix: SuggestedFix | None = None
            if rule.rule.fix is not None and (number == 0 or diagnosis.disorder is not None):
                fix = suggest(rule, rule.rule.fix, facts, case.frame, diagnosis)
            item = _item_of(rule, facts, case.frame, diagnosis, index)
            fingerprint = fingerprints.of(rule.rule.id, item, diagnosis.place)
            yield _finding(
                rule,
                Outcome.FAILED,
                diagnosis.message,
                diagnosis.arguments,
                item,
                place=diagnosis.place,
                related=diagnosis.related,
                measured=diagnosis.measured,
                required=diagnosis.required,
                exceptions=case.exceptions,
                fix=fix,
                fingerprint=fingerprint,
            )

    def _passed(self, rule: CompiledRule, index: int, facts: Facts, number: int) -> Finding:
        requirement = rule.rule.requirement
        if isinstance(requirement, Comparison) and not rule.rule.loops:

            def write() -> Words:
                return Diagnoser(rule, facts, [None] * FRAME_SIZE).words(requirement)

            return WordedLater.of(
                rule.rule,
                Outcome.PASSED,
                "judging.passed.compared",
                index,
                write,
            )
        return self._passed_plainly(rule, index, number)

    def _undecided(
        self, rule: CompiledRule, index: int, facts: Facts, unknown: Missing, case: Case | None
    ) -> Finding:
        """Where only an exception is open, the failure that it would excuse is told with it."""
        if unknown.is_unlimited:
            arguments = dict(unknown.data[0].arguments)
            return _finding(rule, Outcome.OUT_OF_SCOPE, "judging.out-of-scope.no-limit", arguments, index)
        data = tuple(datum for datum in unknown.data if datum.name != NO_LIMIT)
        if case is None or not case.unmet:
            return _finding(rule, Outcome.NOT_CHECKABLE, "judging.not-checkable", {}, index, missing=data)
        found = Diagnoser(rule, facts, case.frame).diagnose()[0]
        return _finding(
            rule,
            Outcome.NOT_CHECKABLE,
            "judging.not-checkable.unless",
            what_is_open(found, data),
            index,
            place=found.place,
            measured=found.measured,
            required=found.required,
            missing=data,
        )

    def _excepted(self, rule: CompiledRule, index: int, facts: Facts, case: Case) -> Finding:
        step = case.exceptions[0]
        place = Diagnoser(rule, facts, case.frame).place(rule.rule.requirement)
        return _finding(
            rule,
            Outcome.OUT_OF_SCOPE,
            "judging.out-of-scope.excepted",
            {"label": step.label},
            index,
            place=place,
            exceptions=case.exceptions,
        )


def _finding(
    rule: CompiledRule,
    outcome: Outcome,
    message: str,
    arguments: dict[str, object],
    item: int,
    *,
    place: Span | None = None,
    related: tuple[tuple[str, Span], ...] = (),
    measured: Phrase | None = None,
    required: Phrase | None = None,
    missing: tuple[MissingDatum, ...] = (),
    exceptions: tuple[ExceptionStep, ...] = (),
    fix: SuggestedFix | None = None,
    fingerprint: str = "",
) -> Finding:
    bound = rule.rule
    return Finding(
        bound.id,
        outcome,
        bound.modality,
        bound.citation,
        message,
        arguments,
        item,
        place,
        related,
        measured,
        required,
        missing,
        exceptions,
        fix,
        fingerprint,
        bound.overrides,
    )


def _has_failures(findings: list[Finding]) -> bool:
    return any(finding.outcome is _FAILED for finding in findings)


def _in_order(finding: Finding) -> tuple[int, bool, int]:
    """Item by item; of each first the failures in the order of the text, then the rest as the rules stand."""
    if finding.outcome is _FAILED:
        return finding.item, False, finding.place.start if finding.place else -1
    return finding.item, True, 0


def _item_of(rule: CompiledRule, facts: Facts, frame: list[Any], diagnosis: Diagnosis, index: int) -> int:
    """Of a rule about bulletins: the item that is at fault, if it is one; not what a sum ended with."""
    if index != BULLETIN:
        return index
    for slot, _ in reversed(rule.loops):
        if isinstance(frame[slot], ItemFacts):
            return int(frame[slot].index)
    if diagnosis.place is not None:
        for item in facts.facts:
            if item.model.span.covers(diagnosis.place):
                return int(item.index)
    return BULLETIN
