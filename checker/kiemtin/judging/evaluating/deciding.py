"""Truths out of truths and worded tests. Operands of `và` and `hoặc` that cost little are asked first: the
answer is the same."""

from __future__ import annotations

from kiemtin.judging.evaluating.compiling import Compiler, Evaluate, Frame, Variables
from kiemtin.judging.evaluating.naming import LITERALS
from kiemtin.judging.evaluating.predicates import PREDICATES
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.values import ABSENT, Members, Missing, Value, negation
from kiemtin.language.syntax import (
    Aggregate,
    Arithmetic,
    Attribute,
    Comparison,
    Expression,
    IfGiven,
    Logic,
    Membership,
    Name,
    Not,
    Predicate,
)

CHEAP = frozenset(
    {
        "medium", "outlet", "published_on", "published_at", "published_time", "event_at", "event", "page",
        "section", "position", "duration", "photos", "item_count", "genre", "form", "event_on", "event_hour",
        "event_end", "embargo", "shown_for",
    }
)  # fmt: skip


def denied(compiler: Compiler, node: Not, variables: Variables) -> Evaluate:
    operand = compiler.compile(node.operand, variables)
    return lambda facts, frame: negation(operand(facts, frame))


def given(compiler: Compiler, node: IfGiven, variables: Variables) -> Evaluate:
    """What was not supplied counts as what does not exist."""
    operand = compiler.compile(node.operand, variables)

    def known(facts: Facts, frame: Frame) -> Value:
        value = operand(facts, frame)
        return ABSENT if isinstance(value, Missing) else value

    return known


def joined(compiler: Compiler, node: Logic, variables: Variables) -> Evaluate:
    ordered = sorted(node.operands, key=cost)
    operands = tuple(compiler.compile(operand, variables) for operand in ordered)
    decides = node.operator == "or"

    def logic(facts: Facts, frame: Frame) -> Value:
        unknown: Missing | None = None
        for operand in operands:
            truth = operand(facts, frame)
            if truth.__class__ is Missing:
                unknown = truth.and_also(unknown)
            elif (truth is True) is decides:
                return decides
        return (not decides) if unknown is None else unknown

    return logic


def tested(compiler: Compiler, node: Predicate, variables: Variables) -> Evaluate:
    test, negated = PREDICATES[node.predicate], node.negated
    subject = compiler.compile(node.subject, variables)
    argument = compiler.compile(node.arguments[0], variables) if node.arguments else None
    spend = compiler.budget.spend

    def predicate(facts: Facts, frame: Frame) -> Value:
        given = None if argument is None else argument(facts, frame)
        asked = subject(facts, frame)
        if asked.__class__ is Members:
            spend(len(asked.elements))
        truth = test(asked, given)
        return negation(truth) if negated else truth

    return predicate


def cost(node: Expression) -> int:
    """Roughly how long an expression takes, to ask the cheap ones first."""
    if isinstance(node, LITERALS):
        return 0
    if isinstance(node, Name):
        return 1
    if isinstance(node, Attribute):
        return cost(node.owner) + (1 if node.name in CHEAP else 10)
    if isinstance(node, Not | IfGiven):
        return cost(node.operand)
    if isinstance(node, Logic):
        return sum(map(cost, node.operands))
    if isinstance(node, Comparison | Arithmetic):
        return cost(node.left) + cost(node.right)
    if isinstance(node, Membership):
        return cost(node.element) + cost(node.container)
    if isinstance(node, Predicate):
        return 5 + cost(node.subject) + sum(map(cost, node.arguments))
    return 50 if isinstance(node, Aggregate) else 0
