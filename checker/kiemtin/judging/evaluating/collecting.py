"""Numbers reckoned with, collections and what is asked of their elements."""

from __future__ import annotations

from collections.abc import Callable

from kiemtin.judging.evaluating.aggregates import AGGREGATES
from kiemtin.judging.evaluating.arithmetic import calculate
from kiemtin.judging.evaluating.compiling import Compiler, Evaluate, Frame, Variables
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.values import ABSENT, Members, Missing, Value
from kiemtin.language.syntax import Aggregate, Arithmetic, Expression, Range, SetOf

_NOTHING: Members[object] = Members(())


def set_of(compiler: Compiler, node: SetOf, variables: Variables) -> Evaluate:
    elements = [compiler.compile(each, variables) for each in node.elements]
    return lambda facts, frame: Members([element(facts, frame) for element in elements])


def range_of(compiler: Compiler, node: Range, variables: Variables) -> Evaluate:
    """A range stands only behind `trong`, which reads its ends."""
    low, high = compiler.compile(node.low, variables), compiler.compile(node.high, variables)
    return lambda facts, frame: Members([low(facts, frame), high(facts, frame)])


def calculated(compiler: Compiler, node: Arithmetic, variables: Variables) -> Evaluate:
    sign = node.operator
    if compiler.may_be_amount(node.left) or compiler.may_be_amount(node.right):
        left, right = _operand(compiler, node.left, variables), _operand(compiler, node.right, variables)
    else:
        left, right = compiler.compile(node.left, variables), compiler.compile(node.right, variables)
    return lambda facts, frame: calculate(sign, left(facts, frame), right(facts, frame))


def _operand(compiler: Compiler, node: Expression, variables: Variables) -> Evaluate:
    """Bare numbers and shares scale an amount; everything else is one."""
    scales = compiler.unit(node) in {"number", "share", None}
    return compiler.compile(node, variables) if scales else compiler.measurable(node, variables)


def aggregated(compiler: Compiler, node: Aggregate, variables: Variables) -> Evaluate:
    aggregate = AGGREGATES[node.kind]
    collection = compiler.compile(node.collection, variables)
    inner, slot = variables.with_one(node.variable, node.collection)
    condition = None if node.condition is None else compiler.compile(node.condition, inner)
    value = None if node.value is None else compiler.compile(node.value, inner)
    spend = compiler.budget.spend

    def over(facts: Facts, frame: Frame) -> Value:
        members = collection(facts, frame)
        if isinstance(members, Missing):
            return members
        if members is ABSENT:
            members = _NOTHING
        spend(len(members.elements))

        def bound(read: Evaluate | None) -> Callable[[object], object] | None:
            if read is None:
                return None

            def of(element: object) -> object:
                frame[slot] = element
                return read(facts, frame)

            return of

        return aggregate(members, bound(condition), bound(value))

    return over
