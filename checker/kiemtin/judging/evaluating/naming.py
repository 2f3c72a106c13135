"""Names and what they stand for: variables, tables, parameters; properties; literals."""

from __future__ import annotations

from kiemtin.judging.evaluating.compiling import Compiler, Evaluate, Find, Frame, Variables
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.values import ABSENT, NO_LIMIT, Amount, Missing, Value, Void, missing
from kiemtin.language.rulebook import BoundParameter, DeclaredField
from kiemtin.language.syntax import Attribute, Day, Expression, Moment, Name, Quantity, Text, Truth
from kiemtin.language.terms import types as t
from kiemtin.language.terms.units import in_base_unit, unit_type

LITERALS = (Quantity, Text, Day, Moment, Truth)


def literal_value(node: Expression, *, as_amount: bool = False) -> object:
    if isinstance(node, Quantity):
        value = in_base_unit(node.value, node.unit)
        return Amount(value, unit_type(node.unit).name) if as_amount else value
    assert isinstance(node, Text | Day | Moment | Truth)
    return node.value


def literal(_: Compiler, node: Expression, variables: Variables) -> Evaluate:
    value = literal_value(node)
    return lambda facts, frame: value


def named(compiler: Compiler, node: Name, variables: Variables) -> Evaluate:
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
    if name in compiler.tables:
        return _cell(compiler, compiler.lookup(name, variables), name)
    if name in compiler.rulebook.parameters:
        return _parameter(compiler, compiler.rulebook.parameters[name], variables)
    raise LookupError(name)


def _cell(compiler: Compiler, find: Find, name: str) -> Evaluate:
    mixed = compiler.tables[name].is_mixed
    empty = missing(NO_LIMIT, table=name)

    def cell(facts: Facts, frame: Frame) -> Value:
        found = find(facts, frame)
        if isinstance(found, Missing):
            return found
        if found.cell is None:
            return empty
        return literal_value(found.cell, as_amount=mixed)

    return cell


def _parameter(compiler: Compiler, parameter: BoundParameter, variables: Variables) -> Evaluate:
    values = {id(value): compiler.compile(value.value, variables) for _, value in parameter.layers}
    none = missing(NO_LIMIT, table=parameter.name)

    def read(facts: Facts, frame: Frame) -> Value:
        layer = compiler.value_in_force(parameter, facts.context.law_day)
        return none if layer is None else values[id(layer[1])](facts, frame)

    return read


def _declared(owner: Evaluate, field: DeclaredField) -> Evaluate:
    from kiemtin.judging.facts.declared import declared_value  # few packs declare any

    def value(facts: Facts, frame: Frame) -> Value:
        item = owner(facts, frame)
        return declared_value(item, field) if isinstance(item, ItemFacts) else item

    return value


def attribute_of(compiler: Compiler, node: Attribute, variables: Variables) -> Evaluate:
    name, owner = node.name, compiler.compile(node.owner, variables)
    declared = compiler.fields.get(name) if node.owner.type == t.ITEM else None
    if declared is not None:
        return _declared(owner, declared)
    if isinstance(node.owner, Name) and node.owner.name == "item" and node.type != t.TRUTH:
        slot = variables.slot("item")
        if slot is None and variables.item is None:
            return lambda facts, frame: getattr(facts, name) if facts.__class__ is ItemFacts else ABSENT

    variable = variables.slot(node.owner.name) if isinstance(node.owner, Name) else None

    def attribute(facts: Facts, frame: Frame) -> Value:
        value = owner(facts, frame) if variable is None else frame[variable]
        return value if isinstance(value, Void) else getattr(value, name)

    if node.type == t.TRUTH:
        return lambda facts, frame: False if (value := attribute(facts, frame)) is ABSENT else value
    return attribute
