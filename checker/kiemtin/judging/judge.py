"""A rulebook applied to documents: what each rule comes to for each item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kiemtin.documents.model import Document
from kiemtin.judging.evaluating.budget import TooCostlyError
from kiemtin.judging.evaluating.compiling import FRAME_SIZE, Frame
from kiemtin.judging.evaluating.expressions import compiler_of
from kiemtin.judging.evaluating.force import newest_day, precedence_on
from kiemtin.judging.evaluating.rules import CompiledRule, Verdict
from kiemtin.judging.facts.bulletin import BulletinFacts
from kiemtin.judging.facts.context import Context
from kiemtin.judging.facts.document import DocumentFacts
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.item import NOTHING_GIVEN, ItemFacts
from kiemtin.judging.facts.knowledge import OfficialsKnowledge
from kiemtin.judging.findings import BULLETIN, Finding, Judgement, Outcome
from kiemtin.judging.fingerprints import Fingerprints
from kiemtin.judging.telling.outcomes import Teller, not_meant_at
from kiemtin.judging.values import Value
from kiemtin.language.rulebook import Rulebook
from kiemtin.officials.model import Recognition
from kiemtin.officials.roster import Roster
from kiemtin.officials.words.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kiemtin.judging.telling.explanation import Explanation

_FAILED = Outcome.FAILED  # Asking an enumeration for a member costs more than the rest of a short rule.
_PASSED = Verdict.PASSED


class Judge:
    """Immutable; one may judge any number of documents. Rules are compiled when they first apply."""

    def __init__(self, rulebook: Rulebook, roster: Roster, vocabulary: Vocabulary) -> None:
        self.rulebook = rulebook
        self._knowledge = OfficialsKnowledge(roster, vocabulary)
        self.newest_day = newest_day(rulebook)
        """By whose rules an item without a day is judged."""
        compiler = compiler_of(rulebook)
        self._budget = compiler.budget
        self.rules = tuple(CompiledRule(rule, compiler) for rule in rulebook.rules)
        self._pieces: dict[str, list[CompiledRule]] = {}
        for rule in self.rules:
            self._pieces.setdefault(rule.rule.id, []).append(rule)
        self._teller = Teller(rulebook)
        self._context = lru_cache(maxsize=4096)(self._make_context)

    def judge(self, document: Document, recognition: Recognition, as_of: date | None = None) -> Judgement:
        """All outcomes, at least one of each rule for each item (for the bulletin, of rules about bulletins).

        `as_of` is the day on which everything is judged; without it each item is judged on its own day, and
        an item without a day by the newest rules.
        """
        return self.judge_facts(self.facts(document, recognition, as_of))

    def facts(
        self,
        document: Document,
        recognition: Recognition,
        as_of: date | None = None,
        given: Sequence[Mapping[str, Value]] = (),
    ) -> DocumentFacts:
        """What there is to judge; `given[i]` are properties of item i that are known without being computed.

        The bulletin is judged on its own day, or on its items' if they share one.
        """
        items: list[ItemFacts] = []
        for index, item in enumerate(document.items):
            day = as_of or item.metadata.day or document.metadata.day
            known = given[index] if given else NOTHING_GIVEN
            items.append(ItemFacts(document, recognition, index, self._context(day), known))
        day = as_of or document.metadata.day
        if day is None:
            days = {item.context.day for item in items}
            day = days.pop() if len(days) == 1 else None
        bulletin = BulletinFacts(document, tuple(items), self._context(day))
        return DocumentFacts(bulletin.facts, bulletin, as_of is not None)

    def judge_facts(self, facts: DocumentFacts) -> Judgement:
        """As `judge`, of facts that explaining may want again."""
        items, document = facts.items, facts.bulletin.document
        self._budget.begin_document()
        fingerprints = Fingerprints(document)
        findings: list[Finding] = []
        alone = items[0] if len(items) == 1 else None
        for rule in self.rules:
            if alone is None or rule.needs_bulletin:
                findings += self.judge_rule(rule, facts, fingerprints)
            else:
                findings += self._outcomes(rule, 0, alone, fingerprints)
        if len(items) != 1 or facts.is_bulletin or _has_failures(findings):
            findings.sort(key=_in_order)
        return Judgement(tuple(findings), facts.days, facts.assumed)

    def judge_rule(
        self, rule: CompiledRule, facts: DocumentFacts, fingerprints: Fingerprints
    ) -> list[Finding]:
        """The outcomes of one rule, for each item or for the bulletin."""
        if rule.needs_bulletin:
            if facts.is_bulletin:
                return self._outcomes(rule, BULLETIN, facts.bulletin, fingerprints)
            return [self._teller.no_bulletin(rule)]
        return [
            finding
            for index, item in enumerate(facts.items)
            for finding in self._outcomes(rule, index, item, fingerprints)
        ]

    def explain(self, facts: DocumentFacts, finding: Finding) -> Explanation:
        """Why a finding about these facts came about. Raises KeyError for a rule of another rulebook."""
        from kiemtin.judging.telling.explanation import Explainer, Explanation

        needs_bulletin = self._pieces[finding.rule][0].needs_bulletin
        if needs_bulletin and not facts.is_bulletin:
            return Explanation(finding.message, finding.arguments, citation=finding.citation)
        self._budget.begin_document()
        subject: Facts = facts.bulletin if needs_bulletin else facts.items[finding.item]
        return Explainer(self.piece(finding.rule, subject.context.law_day), subject).explain(finding)

    def piece(self, rule_id: str, day: date) -> CompiledRule:
        """Of a rule that another one interrupts there are pieces: the one in force speaks, else the first.

        Raises KeyError for a rule that the rulebook does not have.
        """
        pieces = self._pieces[rule_id]
        if len(pieces) == 1:
            return pieces[0]
        return next((piece for piece in pieces if piece.rule.validity.covers(day)), pieces[0])

    def _make_context(self, day: date | None) -> Context:
        law_day = day or self.newest_day
        return Context(self.rulebook, self._knowledge, day, law_day, precedence_on(self.rulebook, law_day))

    def _outcomes(
        self, rule: CompiledRule, index: int, facts: Facts, fingerprints: Fingerprints
    ) -> list[Finding]:
        day = facts.context.law_day
        if not rule.first_day <= day <= rule.last_day:
            return [self._teller.not_run(rule, index, day)] if self.piece(rule.rule.id, day) is rule else []
        self._budget.begin_rule()
        try:
            return self._found(rule, index, facts, fingerprints)
        except TooCostlyError:
            return [self._teller.too_costly(rule, index)]

    def _found(
        self, rule: CompiledRule, index: int, facts: Facts, fingerprints: Fingerprints
    ) -> list[Finding]:
        if rule.loops:
            return self._teller.sum(rule, index, facts, fingerprints, rule.verdicts(facts))
        frame: Frame = [None] * FRAME_SIZE
        when = rule.when
        meant = True if when is None else when(facts, frame)
        if meant is False:  # Asked first and here: so most rules end for most items.
            return [rule.not_meant.get(index) or not_meant_at(rule, index)]
        verdict = rule.verdict_if_meant(facts, frame) if meant is True else rule.verdict(facts, frame)
        if verdict is _PASSED:
            return [self._teller.passed(rule, index, facts, 1)]
        return self._teller.sum(rule, index, facts, fingerprints, (verdict,))


def _has_failures(findings: Sequence[Finding]) -> bool:
    return any(finding.outcome is _FAILED for finding in findings)


def _in_order(finding: Finding) -> tuple[int, bool, int]:
    """Item by item; of each first the failures in the order of the text, then the rest as the rules stand."""
    if finding.outcome is _FAILED:
        return finding.item, False, finding.place.start if finding.place else -1
    return finding.item, True, 0
