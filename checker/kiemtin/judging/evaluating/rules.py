"""One rule, compiled: what it comes to for each element it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from typing import Any, NamedTuple, TypeVar

from kiemtin.foundation.messages import Phrase
from kiemtin.judging.evaluating.compiling import FRAME_SIZE, Compiler, Evaluate, Find, Frame, Variables
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.lazy import lazy
from kiemtin.judging.findings import ExceptionStep, Finding
from kiemtin.judging.values import Leaning, Members, Missing
from kiemtin.language.rulebook import BoundRule, Displacement
from kiemtin.language.syntax import Expression, Unless


class Verdict(Enum):
    """What a rule comes to for one element."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_MEANT = "not-meant"
    """`khi` is false."""
    EXCEPTED = "excepted"
    UNDECIDED = "undecided"


F = TypeVar("F")
_PASSED, _NOT_MEANT = Verdict.PASSED, Verdict.NOT_MEANT  # Members cost a search each time they are asked for.


class Case(NamedTuple):
    """The verdict on one element; `frame` holds the values of the loops' variables."""

    verdict: Verdict
    frame: Frame
    missing: Missing | None = None
    """What leaves it open (UNDECIDED), or of FAILED what an exception would need that might lift it."""
    exceptions: tuple[ExceptionStep, ...] = ()
    """Those that hold (EXCEPTED), or those that were considered and do not (FAILED)."""


class CompiledRule:
    """Compiles its expressions when they are first asked for."""

    def __init__(self, rule: BoundRule, compiler: Compiler) -> None:
        self.rule, self.compiler = rule, compiler
        self.needs_bulletin = rule.needs_bulletin
        self.first_day = rule.validity.start or date.min
        self.last_day = rule.validity.end or date.max
        self.not_meant: dict[int, Finding] = {}
        """By the item's index what is said where `khi` does not hold."""
        self._closures: dict[int, Evaluate] = {}
        self._lookups: dict[str, Find] = {}
        self._found_once: dict[tuple[int, str], Any] = {}

    @lazy
    def _bound_loops(self) -> tuple[tuple[tuple[int, Evaluate], ...], Variables]:
        variables = Variables()
        loops: list[tuple[int, Evaluate]] = []
        for loop in self.rule.loops:
            collection = self.compiler.compile(loop.collection, variables)
            variables, slot = variables.with_one(loop.variable, loop.collection)
            loops.append((slot, collection))
        return tuple(loops), variables

    @property
    def variables(self) -> Variables:
        """Those that all parts of the rule know."""
        return self._bound_loops[1]

    @lazy
    def said(self) -> Phrase:
        """The requirement in words."""
        return self.rule.requirement.words

    @property
    def summary(self) -> str | None:
        """The pack's own words for it, to be part of a sentence."""
        summary = self.rule.summary
        return summary.strip().removesuffix(".") if summary and summary.strip() else None

    @lazy
    def collection(self) -> Phrase:
        """What the innermost loop goes through, in words."""
        return self.rule.loops[-1].collection.words

    def closure(self, node: Expression) -> Evaluate:
        """The closure of one of the rule's expressions, or of a part of one."""
        found = self._closures.get(id(node))
        if found is None:
            found = self._closures[id(node)] = self.compiler.compile(node, self.variables)
        return found

    def once(self, subject: object, find: Callable[[], F], what: str = "") -> F:
        """What telling finds out of an expression or of a table's cell once for all, by its identity."""
        key = (id(subject), what)
        found: F | None = self._found_once.get(key)
        if found is None:
            found = self._found_once[key] = find()
        return found

    def keep_not_meant(self, index: int, finding: Finding) -> None:
        self.not_meant[index] = finding

    def lookup(self, table: str) -> Find:
        """Finds the cell of a table that answers for a case of this rule."""
        found = self._lookups.get(table)
        if found is None:
            found = self._lookups[table] = self.compiler.lookup(table, self.variables)
        return found

    @lazy
    def loops(self) -> tuple[tuple[int, Evaluate], ...]:
        return self._bound_loops[0]

    @lazy
    def when(self) -> Evaluate | None:
        return None if self.rule.when is None else self.closure(self.rule.when)

    @lazy
    def requirement(self) -> Evaluate:
        return self.closure(self.rule.requirement)

    @lazy
    def unless(self) -> tuple[tuple[Unless, Evaluate], ...]:
        return tuple((unless, self.closure(unless.condition)) for unless in self.rule.unless)

    @lazy
    def exceptions(self) -> tuple[tuple[Displacement, Evaluate], ...]:
        return tuple((each, self.closure(each.condition)) for each in self.rule.exceptions)

    def frames(self, facts: Facts) -> Iterator[Frame | Missing]:
        """The frame of each element in turn (one for a rule without loop), and what is missing to know them
        all. It is one list throughout: who keeps it copies it."""
        frame: Frame = [None] * FRAME_SIZE
        if not self.loops:
            yield frame
        elif len(self.loops) > 1:
            yield from self._bind(facts, frame, 0)
        else:
            slot, collection = self.loops[0]
            members = collection(facts, frame)
            if isinstance(members, Members):
                for element in members.elements:
                    frame[slot] = element
                    yield frame
                if members.missing is not None:
                    yield members.missing
            elif isinstance(members, Missing):
                yield members

    def _bind(self, facts: Facts, frame: Frame, depth: int) -> Iterator[Frame | Missing]:
        slot, collection = self.loops[depth]
        members: object = collection(facts, frame)
        if isinstance(members, Missing):
            yield members
        elif isinstance(members, Members):
            for element in members.elements:
                frame[slot] = element
                if depth + 1 == len(self.loops):
                    yield frame
                else:
                    yield from self._bind(facts, frame, depth + 1)
            if members.missing is not None:
                yield members.missing

    def verdicts(self, facts: Facts) -> Iterator[Verdict | Case | Missing]:
        """The verdict on each element in turn, and what is missing to know them all."""
        for frame in self.frames(facts):
            yield frame if isinstance(frame, Missing) else self.verdict(facts, frame)

    def verdict(self, facts: Facts, frame: Frame) -> Verdict | Case:
        """`khi` first; then exceptions of other clauses; then the requirement; if it fails, `trừ khi`.

        A condition that lacks a datum leaves the rule open; an exception that lacks one does not apply, and
        the failure says what is missing; so it does where the requirement is not met but for a doubt. What
        passed or was not meant needs no more than that said of it; of the rest there is a case.
        """
        when = self.when
        if when is not None:
            truth = when(facts, frame)
            if truth is not True:
                if isinstance(truth, Missing):
                    return Case(Verdict.UNDECIDED, frame.copy(), truth)
                return _NOT_MEANT
        return self.verdict_if_meant(facts, frame)

    def verdict_if_meant(self, facts: Facts, frame: Frame) -> Verdict | Case:
        """The verdict where `khi` holds."""
        unknown: Missing | None = None
        if self.rule.exceptions:
            for displacement, condition in self.exceptions:
                if not displacement.validity.covers(facts.context.law_day):
                    continue
                truth = condition(facts, frame)
                if truth is True:
                    return Case(Verdict.EXCEPTED, frame.copy(), exceptions=(_displaced(displacement),))
                if isinstance(truth, Missing):
                    unknown = truth.and_also(unknown)
        truth = self.requirement(facts, frame)
        if truth is True:
            return _PASSED
        if isinstance(truth, Missing):
            if not isinstance(truth, Leaning):
                return Case(Verdict.UNDECIDED, frame.copy(), truth)
            unknown = truth.and_also(unknown)
        for unless, condition in self.unless:
            truth = condition(facts, frame)
            if truth is True:
                return Case(Verdict.EXCEPTED, frame.copy(), exceptions=(self._step(unless),))
            if isinstance(truth, Missing):
                unknown = truth.and_also(unknown)
        displaced = (
            _displaced(each) for each in self.rule.exceptions if each.validity.covers(facts.context.law_day)
        )
        considered = (*displaced, *map(self._step, self.rule.unless))
        return Case(Verdict.FAILED, frame.copy(), unknown, considered)

    def decide(self, facts: Facts, frame: Frame) -> Case:
        """The verdict with its case, whatever it is."""
        found = self.verdict(facts, frame)
        return found if isinstance(found, Case) else Case(found, frame.copy())

    def _step(self, unless: Unless) -> ExceptionStep:
        return ExceptionStep("unless", unless.label or unless.condition.words.vi, self.rule.citation)


def _displaced(displacement: Displacement) -> ExceptionStep:
    return ExceptionStep("exception", displacement.label, displacement.citation)
