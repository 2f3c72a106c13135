"""From typed expressions to Python closures, each compiled once.

A closure takes the facts it is judged in (of an item or of a bulletin) and a frame with the values of the
loops' variables. Operands of `và` and `hoặc` that cost little are asked first: the answer is the same.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from kiemtin.foundation.text import text_key
from kiemtin.judging.evaluating.aggregates import AGGREGATES
from kiemtin.judging.evaluating.amounts import merged, same_unit
from kiemtin.judging.evaluating.arithmetic import as_day, calculate
from kiemtin.judging.evaluating.predicates import PREDICATES
from kiemtin.judging.evaluating.tables import CompiledTable, Lookup
from kiemtin.judging.facts.item import ItemFacts, ItemLength
from kiemtin.judging.values import (
    ABSENT,
    NO_LIMIT,
    Absent,
    Amount,
    Members,
    Missing,
    Void,
    identity,
    missing,
    negation,
)
from kiemtin.language.rulebook import BoundParameter, Citation, Rulebook
from kiemtin.language.syntax import (
    Aggregate,
    Arithmetic,
    Attribute,
    Comparison,
    Day,
    Expression,
    Logic,
    Membership,
    Moment,
    Name,
    Not,
    ParameterValue,
    Predicate,
    Quantity,
    Range,
    SetOf,
    Text,
    Truth,
)
from kiemtin.language.terms import types as t
from kiemtin.language.terms.units import in_base_unit, unit_type

Facts = Any
Frame = list[Any]
Evaluate = Callable[[Facts, Frame], Any]

FRAME_SIZE = 16
"""Loops and aggregates that may stand inside one another."""

_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
_BY_IDENTITY = frozenset({"text", "item", "listing", "group", "official", "mention", "title", "passage"})
_CHEAP = frozenset(
    {
        "medium", "outlet", "published_on", "published_at", "published_time", "event_at", "event", "page",
        "section", "position", "duration", "photos", "item_count",
    }
)  # fmt: skip


class Variables(NamedTuple):
    """Where the frame keeps each variable; `item` is the place of the innermost one that is an item."""

    slots: tuple[tuple[str, int], ...] = ()
    item: int | None = None
    depth: int = 0

    def with_one(self, name: str, collection: Expression) -> tuple[Variables, int]:
        element = collection.type.element if collection.type else None
        item = self.depth if element == t.ITEM else self.item
        kept = tuple(pair for pair in self.slots if pair[0] != name)
        return Variables((*kept, (name, self.depth)), item, self.depth + 1), self.depth

    def slot(self, name: str) -> int | None:
        return next((slot for known, slot in self.slots if known == name), None)


class Compiler:
    """Compiles the expressions of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.tables = {name: CompiledTable(table) for name, table in rulebook.tables.items()}

    def compile(self, node: Expression, variables: Variables) -> Evaluate:
        return _COMPILERS[type(node)](self, node, variables)

    # Names

    def _name(self, node: Name, variables: Variables) -> Evaluate:
        name = node.name
        slot = variables.slot(name)
        if slot is not None:
            return lambda facts, frame: frame[slot]
        if name == "item":
            inner = variables.item
            if inner is not None:
                return lambda facts, frame: frame[inner]
            return lambda facts, frame: facts.as_item
        if name in {"bulletin", "roster", "precedence"}:
            return lambda facts, frame: facts
        if name in self.tables:
            return self._cell(self.lookup(name, variables), name)
        if name in self.rulebook.parameters:
            return self._parameter(self.rulebook.parameters[name], variables)
        raise LookupError(name)

    def lookup(self, name: str, variables: Variables) -> Callable[[Facts, Frame], Lookup | Missing]:
        """Finds the answering cell of a table for the case at hand."""
        table = self.tables[name]
        axes = [self.compile(axis, variables) for axis in table.table.axes]

        def find(facts: Facts, frame: Frame) -> Lookup | Missing:
            return table.find([axis(facts, frame) for axis in axes], facts.context.law_day)

        return find

    def _cell(self, find: Callable[[Facts, Frame], Lookup | Missing], name: str) -> Evaluate:
        mixed = self.is_measured(name)
        empty = missing(NO_LIMIT, table=name)

        def cell(facts: Facts, frame: Frame) -> Any:
            found = find(facts, frame)
            if isinstance(found, Missing):
                return found
            if found.cell is None:
                return empty
            return _literal_value(found.cell, as_amount=mixed)

        return cell

    @cache  # noqa: B019  compilers live as long as their rulebook
    def is_measured(self, name: str) -> bool:
        """Whether a table's cells are quantities of more than one unit, so each must carry its own."""
        cells = [
            cell
            for _, version in self.rulebook.tables[name].layers
            for row in version.rows
            for cell in row.cells
            if isinstance(cell, Quantity)
        ]
        return len({unit_type(cell.unit) for cell in cells}) > 1

    def value_in_force(self, parameter: BoundParameter, day: Any) -> tuple[Citation, ParameterValue] | None:
        return next((layer for layer in parameter.layers if layer[1].validity.covers(day)), None)

    def _parameter(self, parameter: BoundParameter, variables: Variables) -> Evaluate:
        values = {id(value): self.compile(value.value, variables) for _, value in parameter.layers}
        none = missing(NO_LIMIT, table=parameter.name)

        def read(facts: Facts, frame: Frame) -> Any:
            layer = self.value_in_force(parameter, facts.context.law_day)
            return none if layer is None else values[id(layer[1])](facts, frame)

        return read

    def _attribute(self, node: Attribute, variables: Variables) -> Evaluate:
        name, owner = node.name, self.compile(node.owner, variables)
        if isinstance(node.owner, Name) and node.owner.name == "item" and node.type != t.TRUTH:
            slot = variables.slot("item")
            if slot is None and variables.item is None:
                return lambda facts, frame: getattr(facts, name) if facts.__class__ is ItemFacts else ABSENT

        variable = variables.slot(node.owner.name) if isinstance(node.owner, Name) else None

        def attribute(facts: Facts, frame: Frame) -> Any:
            value = owner(facts, frame) if variable is None else frame[variable]
            return value if isinstance(value, Void) else getattr(value, name)

        if node.type == t.TRUTH:
            return lambda facts, frame: False if (value := attribute(facts, frame)) is ABSENT else value
        return attribute

    # Truths

    def _not(self, node: Not, variables: Variables) -> Evaluate:
        operand = self.compile(node.operand, variables)
        return lambda facts, frame: negation(operand(facts, frame))

    def _logic(self, node: Logic, variables: Variables) -> Evaluate:
        ordered = sorted(node.operands, key=cost)
        operands = tuple(self.compile(operand, variables) for operand in ordered)
        decides = node.operator == "or"

        def logic(facts: Facts, frame: Frame) -> Any:
            unknown: Missing | None = None
            for operand in operands:
                truth = operand(facts, frame)
                if truth.__class__ is Missing:
                    unknown = truth.and_also(unknown)
                elif (truth is True) is decides:
                    return decides
            return (not decides) if unknown is None else unknown

        return logic

    def _comparison(self, node: Comparison, variables: Variables) -> Evaluate:
        compare, differs = _COMPARISONS[node.operator], node.operator == "!="
        if self._is_amount(node.left) or self._is_amount(node.right):
            return self._measured(node, compare, variables)
        read_left, read_right = self.compile(node.left, variables), self.compile(node.right, variables)
        key = _comparison_key(node)
        if isinstance(node.right, _LITERALS):
            return _against(_literal_value(node.right), read_left, compare, key, differs=differs)

        def comparison(facts: Facts, frame: Frame) -> Any:
            left, right = read_left(facts, frame), read_right(facts, frame)
            if isinstance(left, Void) or isinstance(right, Void):
                void = merged(left, right)
                return differs if void is ABSENT else void
            if key is not None:
                left, right = key(left), key(right)
            return compare(left, right)

        return comparison

    def _is_amount(self, node: Expression) -> bool:
        """Whether the expression may come to an amount or a length."""
        if isinstance(node, Attribute):
            return node.name == "length"
        if isinstance(node, Name):
            return node.name in self.tables and self.is_measured(node.name)
        if isinstance(node, Arithmetic):
            return self._is_amount(node.left) or self._is_amount(node.right)
        return isinstance(node, Aggregate) and node.value is not None and self._is_amount(node.value)

    def _measured(
        self, node: Comparison, compare: Callable[[Any, Any], Any], variables: Variables
    ) -> Evaluate:
        read_left, read_right = (self.measurable(side, variables) for side in (node.left, node.right))
        differs = node.operator == "!="

        def measured(facts: Facts, frame: Frame) -> Any:
            left, right = read_left(facts, frame), read_right(facts, frame)
            if isinstance(left, Void) or isinstance(right, Void):
                void = merged(left, right)
                return differs if void is ABSENT else void
            values = same_unit(left, right)
            if isinstance(values, Void):
                return differs if isinstance(values, Absent) else values
            return compare(*values)

        return measured

    def measurable(self, node: Expression, variables: Variables) -> Evaluate:
        """Values with their unit, for a side of a comparison of which the other side may be a length."""
        read = self.compile(node, variables)
        unit = self.unit(node)

        def value(facts: Facts, frame: Frame) -> Any:
            found = read(facts, frame)
            return found if isinstance(found, Void | Amount | ItemLength) else Amount(found, unit)

        return value

    def unit(self, node: Expression) -> str | None:
        """Name of what a quantity of that node measures, as far as the text of the rule tells."""
        if isinstance(node, Quantity):
            return unit_type(node.unit).name
        if isinstance(node, Name) and node.name in self.tables:
            for _, version in self.rulebook.tables[node.name].layers:
                for row in version.rows:
                    for cell in row.cells:
                        if isinstance(cell, Quantity):
                            return unit_type(cell.unit).name
        if isinstance(node, Name) and node.name in self.rulebook.parameters:
            return self.unit(self.rulebook.parameters[node.name].layers[0][1].value)
        if isinstance(node, Arithmetic):
            return self.unit(node.left) or self.unit(node.right)
        return node.type.name if node.type is not None else None

    def _membership(self, node: Membership, variables: Variables) -> Evaluate:
        read, contains = self.compile(node.element, variables), self._container(node.container, variables)
        negated = node.negated

        def membership(facts: Facts, frame: Frame) -> Any:
            element = read(facts, frame)
            if isinstance(element, Void):
                truth: Any = False if element is ABSENT else element
            else:
                truth = contains(element, facts, frame)
            return negation(truth) if negated else truth

        return membership

    def _container(self, node: Expression, variables: Variables) -> Callable[[Any, Facts, Frame], Any]:
        if isinstance(node, SetOf) and all(isinstance(each, _LITERALS) for each in node.elements):
            known = frozenset(identity(_literal_value(each)) for each in node.elements)
            return lambda element, facts, frame: identity(element) in known
        if isinstance(node, Range):
            low, high = self.measurable(node.low, variables), self.measurable(node.high, variables)

            def between(element: Any, facts: Facts, frame: Frame) -> Any:
                first = same_unit(low(facts, frame), element)
                last = same_unit(element, high(facts, frame))
                if isinstance(first, Void) or isinstance(last, Void):
                    void = merged(first, last)
                    return False if void is ABSENT else void
                return first[0] <= first[1] and last[0] <= last[1]

            if not self._is_amount(node.low) and not self._is_amount(node.high):
                plain_low, plain_high = self.compile(node.low, variables), self.compile(node.high, variables)

                def within(element: Any, facts: Facts, frame: Frame) -> Any:
                    if isinstance(element, Amount | ItemLength):
                        return between(element, facts, frame)
                    first, last = plain_low(facts, frame), plain_high(facts, frame)
                    if isinstance(first, Void) or isinstance(last, Void):
                        void = merged(first, last)
                        return False if void is ABSENT else void
                    return first <= element <= last

                return within
            return between
        read = self.compile(node, variables)

        def among(element: Any, facts: Facts, frame: Frame) -> Any:
            members = read(facts, frame)
            if isinstance(members, Void):
                return False if members is ABSENT else members
            wanted = identity(element)
            if any(identity(each) == wanted for each in members.elements):
                return True
            return members.missing or False

        return among

    def _set(self, node: SetOf, variables: Variables) -> Evaluate:
        elements = [self.compile(each, variables) for each in node.elements]
        return lambda facts, frame: Members([element(facts, frame) for element in elements])

    def _range(self, node: Range, variables: Variables) -> Evaluate:
        """A range stands only behind `trong`, which reads its ends."""
        low, high = self.compile(node.low, variables), self.compile(node.high, variables)
        return lambda facts, frame: Members([low(facts, frame), high(facts, frame)])

    def _predicate(self, node: Predicate, variables: Variables) -> Evaluate:
        test, negated = PREDICATES[node.predicate], node.negated
        subject = self.compile(node.subject, variables)
        argument = self.compile(node.arguments[0], variables) if node.arguments else None

        def predicate(facts: Facts, frame: Frame) -> Any:
            given = None if argument is None else argument(facts, frame)
            truth = test(subject(facts, frame), given)
            return negation(truth) if negated else truth

        return predicate

    # Numbers and collections

    def _arithmetic(self, node: Arithmetic, variables: Variables) -> Evaluate:
        sign = node.operator
        if self._is_amount(node.left) or self._is_amount(node.right):
            left, right = self._operand(node.left, variables), self._operand(node.right, variables)
        else:
            left, right = self.compile(node.left, variables), self.compile(node.right, variables)
        return lambda facts, frame: calculate(sign, left(facts, frame), right(facts, frame))

    def _operand(self, node: Expression, variables: Variables) -> Evaluate:
        """Bare numbers and shares scale an amount; everything else is one."""
        scales = self.unit(node) in {"number", "share", None}
        return self.compile(node, variables) if scales else self.measurable(node, variables)

    def _aggregate(self, node: Aggregate, variables: Variables) -> Evaluate:
        aggregate = AGGREGATES[node.kind]
        collection = self.compile(node.collection, variables)
        inner, slot = variables.with_one(node.variable, node.collection)
        condition = None if node.condition is None else self.compile(node.condition, inner)
        value = None if node.value is None else self.compile(node.value, inner)

        def over(facts: Facts, frame: Frame) -> Any:
            members = collection(facts, frame)
            if isinstance(members, Missing):
                return members
            if members is ABSENT:
                members = _NOTHING

            def bound(read: Evaluate | None) -> Callable[[Any], Any] | None:
                if read is None:
                    return None

                def of(element: Any) -> Any:
                    frame[slot] = element
                    return read(facts, frame)

                return of

            return aggregate(members, bound(condition), bound(value))

        return over


_NOTHING = Members(())
_LITERALS = (Quantity, Text, Day, Moment, Truth)


def _literal_value(node: Expression, *, as_amount: bool = False) -> Any:
    if isinstance(node, Quantity):
        value = in_base_unit(node.value, node.unit)
        return Amount(value, unit_type(node.unit).name) if as_amount else value
    assert isinstance(node, Text | Day | Moment | Truth)
    return node.value


def _literal(_: Compiler, node: Expression, variables: Variables) -> Evaluate:
    value = _literal_value(node)
    return lambda facts, frame: value


def _against(
    literal: Any,
    read: Evaluate,
    compare: Callable[[Any, Any], Any],
    key: Callable[[Any], Any] | None,
    *,
    differs: bool,
) -> Evaluate:
    """Most conditions compare with a literal, and most items end there: what can be is done beforehand."""
    wanted = literal if key is None else key(literal)

    def plain(facts: Facts, frame: Frame) -> Any:
        value = read(facts, frame)
        if isinstance(value, Void):
            return differs if value is ABSENT else value
        return compare(value, wanted)

    def keyed(facts: Facts, frame: Frame) -> Any:
        value = read(facts, frame)
        if isinstance(value, Void):
            return differs if value is ABSENT else value
        return compare(key(value), wanted)  # type: ignore[misc]  # used only where there is a key

    return plain if key is None else keyed


def _comparison_key(node: Comparison) -> Callable[[Any], Any] | None:
    """How both sides are made comparable; None: as they are."""
    names = {side.type.name for side in (node.left, node.right) if side.type is not None}
    if "date" in names and "moment" in names:
        return as_day
    if names == {"text"}:
        return text_key
    literal = isinstance(node.left, Text) or isinstance(node.right, Text)
    return identity if literal or names & _BY_IDENTITY else None


def cost(node: Expression) -> int:
    """Roughly how long an expression takes, to ask the cheap ones first."""
    if isinstance(node, _LITERALS):
        return 0
    if isinstance(node, Name):
        return 1
    if isinstance(node, Attribute):
        return cost(node.owner) + (1 if node.name in _CHEAP else 10)
    if isinstance(node, Not):
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


_COMPILERS: dict[type, Callable[[Compiler, Any, Variables], Evaluate]] = {
    Quantity: _literal,
    Text: _literal,
    Day: _literal,
    Moment: _literal,
    Truth: _literal,
    Name: Compiler._name,
    Attribute: Compiler._attribute,
    Not: Compiler._not,
    Logic: Compiler._logic,
    Comparison: Compiler._comparison,
    Membership: Compiler._membership,
    Predicate: Compiler._predicate,
    Arithmetic: Compiler._arithmetic,
    SetOf: Compiler._set,
    Range: Compiler._range,
    Aggregate: Compiler._aggregate,
}
