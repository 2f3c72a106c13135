"""Comparisons and memberships: two values side by side, in one unit, equal as the reader takes them."""

from __future__ import annotations

import operator
from collections.abc import Callable

from kiemtin.foundation.text import text_key
from kiemtin.judging.evaluating.amounts import merged, same_unit
from kiemtin.judging.evaluating.arithmetic import as_day
from kiemtin.judging.evaluating.compiling import Compiler, Evaluate, Frame, Variables
from kiemtin.judging.evaluating.naming import LITERALS, literal_value
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.item import ItemLength
from kiemtin.judging.values import ABSENT, Absent, Amount, AtLeast, Value, Void, identity, negation
from kiemtin.language.syntax import Comparison, Expression, Membership, Range, SetOf, Text

Compare = Callable[[Value, Value], Value]
Key = Callable[[Value], Value]
Contains = Callable[[Value, Facts, Frame], Value]
_OPERATIONS: dict[str, Compare] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
_BY_IDENTITY = frozenset(
    {"text", "item", "listing", "group", "official", "mention", "title", "passage", "organ", "organ_row"}
)


def compared(compiler: Compiler, node: Comparison, variables: Variables) -> Evaluate:
    compare, differs = _OPERATIONS[node.operator], node.operator == "!="
    if compiler.may_be_amount(node.left) or compiler.may_be_amount(node.right):
        return _measured(compiler, node, compare, variables)
    read_left, read_right = compiler.compile(node.left, variables), compiler.compile(node.right, variables)
    key = _comparison_key(node)
    if isinstance(node.right, LITERALS):
        return _against(literal_value(node.right), read_left, compare, key, differs=differs)

    def comparison(facts: Facts, frame: Frame) -> Value:
        left, right = read_left(facts, frame), read_right(facts, frame)
        if isinstance(left, Void) or isinstance(right, Void):
            void = merged(left, right)
            return differs if void is ABSENT else void
        if key is not None:
            left, right = key(left), key(right)
        return compare(left, right)

    return comparison


def _measured(compiler: Compiler, node: Comparison, compare: Compare, variables: Variables) -> Evaluate:
    read_left, read_right = (compiler.measurable(side, variables) for side in (node.left, node.right))
    differs = node.operator == "!="

    def measured(facts: Facts, frame: Frame) -> Value:
        left, right = read_left(facts, frame), read_right(facts, frame)
        if isinstance(left, Void) or isinstance(right, Void):
            void = merged(left, right)
            return differs if void is ABSENT else void
        values = same_unit(left, right)
        if isinstance(values, Void):
            return differs if isinstance(values, Absent) else values
        return compare(*values)

    return measured


def _against(
    literal: object,
    read: Evaluate,
    compare: Compare,
    key: Key | None,
    *,
    differs: bool,
) -> Evaluate:
    """Most conditions compare with a literal, and most items end there: what can be is done beforehand."""
    wanted = literal if key is None else key(literal)

    def plain(facts: Facts, frame: Frame) -> Value:
        value = read(facts, frame)
        if isinstance(value, Void):
            if isinstance(value, AtLeast):
                return _at_least(value, compare, literal)
            return differs if value is ABSENT else value
        return compare(value, wanted)

    def keyed(facts: Facts, frame: Frame) -> Value:
        value = read(facts, frame)
        if isinstance(value, Void):
            return differs if value is ABSENT else value
        return compare(key(value), wanted)  # type: ignore[misc]  # used only where there is a key

    return plain if key is None else keyed


def _at_least(value: AtLeast, compare: Compare, wanted: Value) -> Value:
    """What a comparison comes to whatever the number is, from its lower bound on."""
    if compare in {operator.ge, operator.gt} and compare(value.least, wanted):
        return True
    if compare in {operator.le, operator.lt} and not compare(value.least, wanted):
        return False
    if compare in {operator.eq, operator.ne} and value.least > wanted:
        return compare is operator.ne
    return value


def _comparison_key(node: Comparison) -> Key | None:
    """How both sides are made comparable; None: as they are."""
    names = {side.type.name for side in (node.left, node.right) if side.type is not None}
    if "date" in names and "moment" in names:
        return as_day
    if names == {"text"}:
        return text_key
    literal = isinstance(node.left, Text) or isinstance(node.right, Text)
    return identity if literal or names & _BY_IDENTITY else None


def member(compiler: Compiler, node: Membership, variables: Variables) -> Evaluate:
    read = compiler.compile(node.element, variables)
    contains = _container(compiler, node.container, variables)
    negated = node.negated

    def membership(facts: Facts, frame: Frame) -> Value:
        element = read(facts, frame)
        if isinstance(element, Void):
            truth: Value = False if element is ABSENT else element
        else:
            truth = contains(element, facts, frame)
        return negation(truth) if negated else truth

    return membership


def _container(compiler: Compiler, node: Expression, variables: Variables) -> Contains:
    if isinstance(node, Range):
        return _between(compiler, node, variables)
    if isinstance(node, SetOf) and all(isinstance(each, LITERALS) for each in node.elements):
        known = frozenset(identity(literal_value(each)) for each in node.elements)
        return lambda element, facts, frame: identity(element) in known
    return _among(compiler.compile(node, variables), compiler.budget.spend)


def _between(compiler: Compiler, node: Range, variables: Variables) -> Contains:
    low, high = compiler.measurable(node.low, variables), compiler.measurable(node.high, variables)

    def measured(element: Value, facts: Facts, frame: Frame) -> Value:
        first = same_unit(low(facts, frame), element)
        last = same_unit(element, high(facts, frame))
        if isinstance(first, Void) or isinstance(last, Void):
            void = merged(first, last)
            return False if void is ABSENT else void
        return first[0] <= first[1] and last[0] <= last[1]

    if compiler.may_be_amount(node.low) or compiler.may_be_amount(node.high):
        return measured
    plain_low, plain_high = compiler.compile(node.low, variables), compiler.compile(node.high, variables)

    def plain(element: Value, facts: Facts, frame: Frame) -> Value:
        if isinstance(element, Amount | ItemLength):
            return measured(element, facts, frame)
        first, last = plain_low(facts, frame), plain_high(facts, frame)
        if isinstance(first, Void) or isinstance(last, Void):
            void = merged(first, last)
            return False if void is ABSENT else void
        return first <= element <= last

    return plain


def _among(read: Evaluate, spend: Callable[[int], None]) -> Contains:
    def among(element: Value, facts: Facts, frame: Frame) -> Value:
        members = read(facts, frame)
        if isinstance(members, Void):
            return False if members is ABSENT else members
        spend(len(members.elements))
        wanted = identity(element)
        if any(identity(each) == wanted for each in members.elements):
            return True
        return members.missing or False

    return among
