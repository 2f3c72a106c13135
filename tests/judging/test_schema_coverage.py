"""Getters and predicates are those of the language's schema, no more and no fewer."""

from __future__ import annotations

from typing import get_args, get_type_hints

import pytest

from kiemtin.foundation.messages import catalogue
from kiemtin.judging.evaluating.aggregates import AGGREGATES
from kiemtin.judging.evaluating.arithmetic import calculate
from kiemtin.judging.evaluating.deciding import CHEAP
from kiemtin.judging.evaluating.expressions import COMPILERS
from kiemtin.judging.evaluating.predicates import PREDICATES
from kiemtin.judging.facts.getters import FACTS
from kiemtin.judging.facts.lazy import lazy
from kiemtin.language import syntax
from kiemtin.language.terms import schema

# Attributes that the facts need for themselves; no rule can name them.
OWN = {
    "identity", "key", "span", "as_item", "all_mentions", "people", "entries", "roster_id", "seats",
    "offices",
}  # fmt: skip


@pytest.mark.parametrize("owner", FACTS)
def test_each_property_has_its_getter_and_each_getter_is_a_property(owner: str) -> None:
    declared = {row.name for row in schema.PROPERTIES if row.owner.name == owner}
    read = {
        name
        for name, value in vars(FACTS[owner]).items()
        if isinstance(value, property | lazy) and not name.startswith("_")
    }
    assert read - OWN == declared


def test_every_owner_of_the_schema_has_facts() -> None:
    assert {row.owner.name for row in schema.PROPERTIES} == set(FACTS)


def test_predicates_are_those_of_the_schema() -> None:
    assert set(PREDICATES) == {predicate.name for predicate in schema.PREDICATES}


def test_every_kind_of_expression_and_aggregate_is_compiled() -> None:
    expressions = {
        cls
        for cls in vars(syntax).values()
        if isinstance(cls, type) and issubclass(cls, syntax.Expression) and cls is not syntax.Expression
    }
    assert set(COMPILERS) == expressions
    assert set(AGGREGATES) == set(get_args(get_type_hints(syntax.Aggregate)["kind"]))
    assert {calculate(sign, 6, 3) for sign in "+-*/"} == {9, 3, 18, 2.0}


@pytest.mark.parametrize("datum", sorted({row.datum for row in schema.PROPERTIES if row.datum}))
def test_every_datum_says_what_it_is_and_how_to_give_it(datum: str) -> None:
    for message_id in (f"datum.{datum}", f"datum.{datum}.help"):
        assert all(catalogue()[message_id])


def test_what_is_thought_cheap_is_a_property() -> None:
    assert {row.name for row in schema.PROPERTIES} >= CHEAP


def test_what_the_facts_keep_for_themselves_exists() -> None:
    attributes = {name for facts in FACTS.values() for name in vars(facts)}
    assert OWN - attributes <= {"seats"}
