"""What is wrong with one rule: it never applies, fails or holds, exceptions swallow it, limits have gaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kiemtin.analysing.cells import Point
from kiemtin.analysing.claims import Claim, Kind
from kiemtin.analysing.cuts import DAY
from kiemtin.analysing.probing import NOT_ASKED, Prober, State, Subject
from kiemtin.analysing.witnessing import Expected, smallest, witness
from kiemtin.judging.evaluating.compiling import FRAME_SIZE, Evaluate
from kiemtin.judging.evaluating.rules import CompiledRule
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.values import Missing
from kiemtin.language import syntax as s
from kiemtin.language.rulebook import Citation


def claims_of(prober: Prober, subject: Subject) -> Iterator[Claim]:
    """Of a rule that can be cut. Raises OutOfTimeError."""
    leaves = prober.explore(prober.axes(subject), subject, thorough=True, narrow=True)
    states = {leaf.point: leaf.states[0] for leaf in leaves}
    meant = {point: state for point, state in states.items() if state not in NOT_ASKED}
    found = set(meant.values())
    tried = len(states)
    if not meant:
        lying = [point for point, state in states.items() if state is State.NOT_MEANT]
        yield from _claim(prober, subject, "never-applies", lying, State.NOT_MEANT, tried)
    elif swallowing := list(_swallowing(prober, subject, meant)):
        for label, held in swallowing:
            yield from _claim(prober, subject, "swallowed", held, State.EXCEPTED, tried, exception=label)
    elif found <= {State.EXCEPTED}:
        yield from _claim(prober, subject, "swallowed", list(meant), State.EXCEPTED, tried)
    elif State.FAILED not in found and State.PASSED in found and State.UNDECIDED not in found:
        passing = [point for point, state in meant.items() if state is State.PASSED]
        yield from _claim(prober, subject, "never-fails", passing, State.PASSED, tried)
    elif State.PASSED not in found and State.FAILED in found and State.UNDECIDED not in found:
        failing = [point for point, state in meant.items() if state is State.FAILED]
        yield from _claim(prober, subject, "never-holds", failing, State.FAILED, tried)
    yield from _idle(prober, subject, meant, tried)
    yield from _gaps(prober, subject, [point for point, state in meant.items() if state is State.UNLIMITED])


def _claim(
    prober: Prober,
    subject: Subject,
    kind: Kind,
    points: list[Point],
    state: State,
    tried: int,
    **arguments: object,
) -> Iterator[Claim]:
    point = smallest(prober, points)
    if point is not None:
        expected: Expected = {subject.id: state}
        shown, certainty = witness(prober, point, expected)
        told = {"rule": subject.id, **arguments}
        yield Claim(kind, (subject.id,), certainty, tried, (shown,), told)


def _swallowing(
    prober: Prober, subject: Subject, meant: dict[Point, State]
) -> Iterator[tuple[str, list[Point]]]:
    """Exceptions that hold wherever the rule applies while they are in force, with where they tell."""
    for label, citation in _labels(subject):
        held, others = _parted(prober, subject, meant, label, citation)
        excepted = [point for point in held if meant[point] is State.EXCEPTED]
        if excepted and not others:
            yield label, excepted


def _idle(prober: Prober, subject: Subject, meant: dict[Point, State], tried: int) -> Iterator[Claim]:
    """Exceptions that take nothing of what the rule means."""
    for label, citation in _labels(subject):
        held, others = _parted(prober, subject, meant, label, citation)
        point = smallest(prober, others)
        if point is not None and not held:
            yield from _claim(
                prober, subject, "exception-never-applies", [point], meant[point], tried, exception=label
            )


def _parted(
    prober: Prober, subject: Subject, meant: dict[Point, State], label: str, citation: Citation | None
) -> tuple[list[Point], list[Point]]:
    """Where an exception holds, and where it is in force and does not."""
    held: list[Point] = []
    others: list[Point] = []
    for point in meant:
        holds = _holds(prober, subject, point, label, citation)
        if holds is not None:
            (held if holds else others).append(point)
    return held, others


def _labels(subject: Subject) -> list[tuple[str, Citation | None]]:
    labels: dict[tuple[str, Citation | None], None] = {}
    for piece in subject.pieces:
        labels |= {(each.label, each.citation): None for each in piece.rule.exceptions}
        labels |= {(_said(each), None): None for each in piece.rule.unless}
    return list(labels)


def _said(unless: s.Unless) -> str:
    return unless.label or unless.condition.words.vi


def _holds(
    prober: Prober, subject: Subject, point: Point, label: str, citation: Citation | None
) -> bool | None:
    """Whether the exception's condition is true; None on a day on which it is not in force."""
    facts = prober.facts(point)
    piece = subject.piece(facts.context.law_day)
    assert piece is not None
    for condition in _conditions(piece, label, citation, facts):
        return condition(facts, [None] * FRAME_SIZE) is True
    return None


def _conditions(
    piece: CompiledRule, label: str, citation: Citation | None, facts: ItemFacts
) -> Iterator[Evaluate]:
    for displaced, condition in piece.exceptions:
        if (displaced.label, displaced.citation) == (label, citation) and displaced.validity.covers(
            facts.context.law_day
        ):
            yield condition
    for unless, condition in piece.unless:
        if citation is None and _said(unless) == label:
            yield condition


def _gaps(prober: Prober, subject: Subject, points: list[Point]) -> Iterator[Claim]:
    """Where no row or column of any version answers; an empty cell is an answer."""
    found: dict[str, list[Point]] = {}
    for point in points:
        facts = prober.facts(point)
        piece = subject.piece(facts.context.law_day)
        assert piece is not None
        for table in _tables(piece.rule.requirement, prober):
            if isinstance(piece.lookup(table)(facts, [None] * FRAME_SIZE), Missing):
                found.setdefault(table, []).append(point)
    for table, unanswered in found.items():
        days = {dict(point)[DAY] for point in unanswered}
        first = min(day for day in days if isinstance(day, date))
        yield from _claim(
            prober, subject, "gap", unanswered, State.UNLIMITED, len(points), table=table, day=first
        )


def _tables(e: s.Expression, prober: Prober) -> Iterator[str]:
    match e:
        case s.Name(name) if name in prober.judge.rulebook.tables:
            yield name
        case s.Logic(_, operands):
            for operand in operands:
                yield from _tables(operand, prober)
        case s.Comparison(_, left, right) | s.Arithmetic(_, left, right):
            yield from _tables(left, prober)
            yield from _tables(right, prober)
        case s.Not(operand):
            yield from _tables(operand, prober)
