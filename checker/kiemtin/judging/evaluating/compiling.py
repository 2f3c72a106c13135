"""What turns typed expressions into Python closures, each compiled once.

A closure takes the facts it is judged in (of an item or of a bulletin) and a frame with the values of the
loops' variables.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from kiemtin.judging.evaluating.budget import Budget
from kiemtin.judging.evaluating.tables import CompiledTable, Lookup
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.item import ItemLength
from kiemtin.judging.values import Amount, Missing, Value, Void
from kiemtin.language.rulebook import BoundParameter, Citation, Rulebook
from kiemtin.language.syntax import (
    Aggregate,
    Arithmetic,
    Attribute,
    Expression,
    Name,
    ParameterValue,
    Quantity,
)
from kiemtin.language.terms import types as t
from kiemtin.language.terms.units import unit_type

Frame = list[Value]
Evaluate = Callable[[Facts, Frame], Value]
Find = Callable[[Facts, Frame], Lookup | Missing]

FRAME_SIZE = 16
"""Loops and aggregates that may stand inside one another."""


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
    """Compiles the expressions of one rulebook, each kind by its compiler in `kinds`."""

    def __init__(self, rulebook: Rulebook, kinds: Mapping[type, Compile]) -> None:
        self.rulebook, self._kinds = rulebook, kinds
        self.budget = Budget()
        self.fields = {field.name: field for field in rulebook.fields}
        self.tables = {name: CompiledTable(table) for name, table in rulebook.tables.items()}

    def compile(self, node: Expression, variables: Variables) -> Evaluate:
        return self._kinds[type(node)](self, node, variables)

    def lookup(self, name: str, variables: Variables) -> Find:
        """Finds the answering cell of a table for the case at hand."""
        table = self.tables[name]
        axes = [self.compile(axis, variables) for axis in table.table.axes]

        def find(facts: Facts, frame: Frame) -> Lookup | Missing:
            return table.find([axis(facts, frame) for axis in axes], facts.context.law_day)

        return find

    def value_in_force(self, parameter: BoundParameter, day: date) -> tuple[Citation, ParameterValue] | None:
        return next((layer for layer in parameter.layers if layer[1].validity.covers(day)), None)

    def measurable(self, node: Expression, variables: Variables) -> Evaluate:
        """Values with their unit, for a side of a comparison of which the other side may be a length."""
        read = self.compile(node, variables)
        unit = self.unit(node)

        def value(facts: Facts, frame: Frame) -> Value:
            found = read(facts, frame)
            return found if isinstance(found, Void | Amount | ItemLength) else Amount(found, unit)

        return value

    def unit(self, node: Expression) -> str | None:
        """Name of what a quantity of that node measures, as far as the text of the rule tells."""
        if isinstance(node, Quantity):
            return unit_type(node.unit).name
        if isinstance(node, Name) and node.name in self.tables and self.tables[node.name].units:
            return self.tables[node.name].units[0]
        if isinstance(node, Name) and node.name in self.rulebook.parameters:
            return self.unit(self.rulebook.parameters[node.name].layers[0][1].value)
        if isinstance(node, Arithmetic):
            return self.unit(node.left) or self.unit(node.right)
        return node.type.name if node.type is not None else None

    def may_be_amount(self, node: Expression) -> bool:
        """Whether the expression may come to an amount or a length."""
        if isinstance(node, Attribute):
            return node.name == "length"
        if isinstance(node, Name):
            return node.name in self.tables and self.tables[node.name].is_mixed
        if isinstance(node, Arithmetic):
            return self.may_be_amount(node.left) or self.may_be_amount(node.right)
        return isinstance(node, Aggregate) and node.value is not None and self.may_be_amount(node.value)


Compile = Callable[[Compiler, Any, Variables], Evaluate]
