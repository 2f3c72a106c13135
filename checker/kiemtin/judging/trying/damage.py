"""Damaging a passing example by the kind of its rule: the rule must then report exactly that.

An example that passes proves little if the rule passes everything; what is broken on purpose must be found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import combinations, pairwise
from typing import NamedTuple

from kiemtin.foundation.messages import Phrase, message
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.text import text_key
from kiemtin.judging.evaluating.rules import CompiledRule, Verdict
from kiemtin.judging.facts.bulletin import BulletinFacts
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.listings import ListingFacts
from kiemtin.judging.facts.organs import OrganFacts, OrganRowFacts
from kiemtin.judging.facts.people import MentionFacts, TitleFacts
from kiemtin.judging.findings import Edit, Outcome
from kiemtin.judging.judge import Judge
from kiemtin.judging.telling.diagnosis import is_delay
from kiemtin.judging.telling.entries import moved, slots_of, without
from kiemtin.judging.telling.values_in_words import quoted
from kiemtin.judging.trying.results import ExampleResult, actual, example_words, place_of_example
from kiemtin.judging.trying.staging import Recognize, Staged, judge_staged, stage
from kiemtin.judging.values import Amount, Members, Missing, Value, Void
from kiemtin.language.syntax import Arithmetic, Attribute, Comparison, Example, Expression, Logic, Predicate

_DONE = {
    "page": "judging.damage.page",
    "position": "judging.damage.position",
    "duration": "judging.damage.duration",
}
_LONGEST = 20_000
"""Syllables up to which an example is lengthened."""


class Damaged(NamedTuple):
    """A damaged example, what was done, and the words (one of them) that the finding must point at."""

    staged: Staged
    done: str
    pointed: frozenset[str] | None = None


def damage(
    judge: Judge, recognize: Recognize, rule: CompiledRule, number: int, example: Example
) -> ExampleResult:
    """The first damage that applies is done; exactly the expected finding is demanded."""
    staged = stage(example, bulletin=rule.rule.needs_bulletin)
    damaged = next(_Damager(judge, recognize, rule, staged).ways(), None)
    if damaged is None:
        return ExampleResult(rule.rule.id, number, "damage", ok=None, done="judging.damage.none")
    findings = judge_staged(judge, recognize, rule, damaged.staged)
    failed = [finding for finding in findings if finding.outcome is Outcome.FAILED]
    found = {text_key(each.place.of(damaged.staged.document.text)) for each in failed if each.place}
    ok = len(failed) == 1 and (damaged.pointed is None or found <= damaged.pointed)
    ok = ok or _is_declared(damaged.staged, rule)
    problem = None
    if not ok:
        arguments: dict[str, object] = {
            "rule": rule.rule.name,
            "number": number,
            "example": quoted(example_words(example)),
            "done": Phrase(message(damaged.done, "vi"), message(damaged.done, "en")),
            "damaged": quoted(damaged.staged.document.text[:300]),
            "actual": actual(findings, damaged.staged.document),
        }
        problem = Problem("judging.damage.unnoticed", place_of_example(rule, number), arguments)
    return ExampleResult(rule.rule.id, number, "damage", ok=ok, problem=problem, done=damaged.done)


def _is_declared(staged: Staged, rule: CompiledRule) -> bool:
    """Whether the pack has the damaged text as an example that is none of the rule's failures."""
    text = text_key(staged.document.text)
    return any(
        each.kind != "fail" and each.text is not None and text_key(each.text) == text
        for each in rule.rule.examples
    )


class _Damager:
    def __init__(self, judge: Judge, recognize: Recognize, rule: CompiledRule, staged: Staged) -> None:
        self.rule, self.staged = rule, staged
        facts = staged.facts(judge, recognize)
        self.facts: Facts = facts.bulletin if rule.rule.needs_bulletin else facts.items[0]

    def ways(self) -> Iterator[Damaged]:
        """Damages of the first element that the rule passes."""
        for frame in self.rule.frames(self.facts):
            if (
                isinstance(frame, Missing)
                or self.rule.decide(self.facts, frame).verdict is not Verdict.PASSED
            ):
                continue
            for node in _conditions(self.rule.rule.requirement):
                yield from self._of(node, frame)

    def _value(self, node: Expression, frame: list[object]) -> object:
        return self.rule.closure(node)(self.facts, frame)

    def _of(self, node: Expression, frame: list[object]) -> Iterator[Damaged]:
        if isinstance(node, Comparison) and node.operator in {"<", "<=", ">", ">="}:
            yield from self._beyond(node, frame)
        elif isinstance(node, Comparison) and node.operator == "=":
            yield from self._elsewhere(node, frame)
        elif isinstance(node, Predicate) and node.negated and isinstance(node.subject, Attribute):
            owner = self._value(node.subject.owner, frame)
            if node.subject.name == "near_name" and isinstance(owner, MentionFacts):
                yield from self._misspelt(owner)
        elif isinstance(node, Predicate) and not node.negated:
            subject = self._value(node.subject, frame)
            if node.predicate == "ordered_by" and isinstance(subject, Members):
                yield from self._swapped(subject)
            elif node.predicate == "has" and isinstance(subject, Members):
                yield from self._without_titles(subject)

    # Order

    def _swapped(self, members: Members[Value]) -> Iterator[Damaged]:
        if isinstance(members.source, BulletinFacts):
            yield from self._items_swapped(members)
        elif isinstance(members.source, OrganRowFacts):
            yield from self._organs_swapped(members)
        elif isinstance(members.source, ListingFacts):
            mentions = [mention for mention, _ in members.source.entries]
            groups = [group for _, group in members.source.entries]
            pairs = [
                (left, right)
                for left, right in combinations(range(len(mentions)), 2)
                if groups[left] == groups[right]
                and right == left + 1
                and _differ(mentions[left], mentions[right])
            ]
            for left, right in pairs:
                item = mentions[left].item
                slots = slots_of(item.text, mentions, item.context.knowledge.heads)
                if slots is None:
                    continue
                order = list(range(len(mentions)))
                order[left], order[right] = right, left
                edits = moved(item.text, slots, order)
                names = frozenset(text_key(mentions[at].mention.name) for at in (left, right))
                yield Damaged(self.staged.edited(edits), "judging.damage.swapped", names)

    def _organs_swapped(self, members: Members[OrganFacts]) -> Iterator[Damaged]:
        for left, right in pairwise(members.elements):
            if left.rank != right.rank:
                text = left.item.text
                edits = (Edit(left.name, right.name.of(text)), Edit(right.name, left.name.of(text)))
                yield Damaged(self.staged.edited(edits), "judging.damage.swapped")

    def _items_swapped(self, members: Members[ItemFacts]) -> Iterator[Damaged]:
        for left, right in combinations(members.elements, 2):
            if left.rank != right.rank:
                order = list(range(len(self.staged.document.items)))
                order[left.index], order[right.index] = right.index, left.index
                yield Damaged(self.staged.reordered(order), "judging.damage.items-swapped")
                return

    # Titles

    def _without_titles(self, members: Members[TitleFacts]) -> Iterator[Damaged]:
        """The titles leave the mention for a new last sentence, so that the person keeps the rank."""
        mention = members.source
        if not isinstance(mention, MentionFacts) or any(each.title.shared for each in members.elements):
            return
        titles, edits = without([each.span for each in members.elements], mention)
        sentence = f"Đồng chí {mention.mention.person}, {titles}, kết luận."
        name = frozenset({text_key(mention.mention.name)})
        yield Damaged(
            self.staged.edited(edits).with_paragraph(sentence), "judging.damage.title-dropped", name
        )

    # Limits

    def _beyond(self, node: Comparison, frame: list[object]) -> Iterator[Damaged]:
        """What is measured goes one beyond the limit."""
        up = node.operator in {"<", "<="}
        for measured, limit, more in ((node.left, node.right, up), (node.right, node.left, not up)):
            bound = self._value(limit, frame)
            unit = bound.unit if isinstance(bound, Amount) else self.rule.compiler.unit(limit)
            number = bound.value if isinstance(bound, Amount) else bound
            if isinstance(number, Void | bool) or not isinstance(number, int | float):
                continue
            if isinstance(measured, Attribute):
                owner = self._value(measured.owner, frame)
                if isinstance(owner, ItemFacts):
                    yield from self._measured_beyond(owner, measured.name, number + (1 if more else -1), unit)
            elif isinstance(measured, Arithmetic) and is_delay(measured) and more:
                yield from self._later(measured, number, frame)

    def _measured_beyond(
        self, item: ItemFacts, name: str, value: float, unit: str | None
    ) -> Iterator[Damaged]:
        if name == "length":
            name = {"words": "words", "duration": "duration"}.get(unit or "", "syllables")
        if value < 0 or (value < 1 and name in {"page", "position"}):
            return
        done = _DONE.get(name, "judging.damage.length")
        if name == "published_time":
            published = item.published_at
            if isinstance(published, datetime):
                moment = datetime.combine(published.date(), time()) + timedelta(seconds=value)
                yield Damaged(
                    self.staged.with_metadata(item.index, published=moment), "judging.damage.delayed"
                )
        elif name in {"page", "position", "photos", "duration"}:
            number = float(value) if name == "duration" else int(value)
            yield Damaged(self.staged.with_metadata(item.index, **{name: number}), done)
        elif name == "syllables" and "syllables" not in self.staged.given[item.index]:
            lacking = int(value) - item.syllables
            if 0 < lacking <= _LONGEST:
                yield Damaged(self.staged.with_paragraph(" ".join(["thêm"] * lacking)), done)
        elif name in {"syllables", "words", "leader_count", "rank"}:
            yield Damaged(self.staged.with_given(item.index, name, int(value)), done)

    def _elsewhere(self, node: Comparison, frame: list[object]) -> Iterator[Damaged]:
        """Another page or place than the one required."""
        if isinstance(node.left, Attribute) and node.left.name in {"page", "position"}:
            item, required = self._value(node.left.owner, frame), self._value(node.right, frame)
            if isinstance(item, ItemFacts) and isinstance(required, int | float):
                changes = {node.left.name: int(required) + 1}
                yield Damaged(self.staged.with_metadata(item.index, **changes), _DONE[node.left.name])

    def _misspelt(self, mention: MentionFacts) -> Iterator[Damaged]:
        """The first vowel of the given name gets another tone, for people whom the roster knows."""
        name = mention.mention.name
        if mention.mention.official is None or not name.isprintable():
            return
        words, _, given = name.rpartition(" ")
        for at, letter in enumerate(given):
            bare = unicodedata.normalize("NFD", letter)
            if words and bare[0].lower() in "aeiouy":
                toned = unicodedata.normalize("NFC", bare.replace("\u0301", "") + "\u0300")
                toned = toned if toned != letter else unicodedata.normalize("NFC", bare[0] + "\u0301")
                wrong = f"{words} {given[:at]}{toned}{given[at + 1 :]}"
                edit = Edit(mention.span, wrong)
                yield Damaged(
                    self.staged.edited((edit,)), "judging.damage.misspelt", frozenset({text_key(wrong)})
                )
                return

    def _later(self, node: Arithmetic, seconds: float, frame: list[object]) -> Iterator[Damaged]:
        assert isinstance(node.left, Attribute)
        item, event = self._value(node.left.owner, frame), self._value(node.right, frame)
        if isinstance(item, ItemFacts) and isinstance(event, datetime):
            published = event + timedelta(seconds=seconds + 60)
            yield Damaged(
                self.staged.with_metadata(item.index, published=published), "judging.damage.delayed"
            )


def _conditions(node: Expression) -> Iterator[Expression]:
    """The parts that must all be true."""
    if isinstance(node, Logic) and node.operator == "and":
        for operand in node.operands:
            yield from _conditions(operand)
    else:
        yield node


def _differ(left: MentionFacts, right: MentionFacts) -> bool:
    ranks = [each.official.rank for each in (left, right)]
    plain = not any(each.former or each.acting for each in (left, right))
    return plain and all(rank.__class__ is int for rank in ranks) and ranks[0] != ranks[1]
