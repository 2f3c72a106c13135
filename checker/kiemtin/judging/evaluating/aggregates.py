"""`số`, `tổng`, `lớn nhất`, `nhỏ nhất`, `mọi`, `có` over the elements of a collection."""

from __future__ import annotations

from collections.abc import Callable

from kiemtin.judging.evaluating.amounts import number_of, unit_of
from kiemtin.judging.evaluating.arithmetic import calculate
from kiemtin.judging.values import ABSENT, Amount, Members, Missing, Value, Void, conjunction, disjunction

Element = Callable[[Value], Value]


def count(members: Members[Value], condition: Element | None, _: Element | None) -> int | Missing:
    """Missing if it is not known whether some element counts."""
    unknown, counted = members.missing, 0
    for element in members.elements:
        truth = True if condition is None else condition(element)
        if truth is True:
            counted += 1
        elif isinstance(truth, Missing):
            unknown = truth.and_also(unknown)
    return counted if unknown is None else unknown


def _values(
    members: Members[Value], condition: Element | None, value: Element | None
) -> list[Value] | Missing:
    """The values of the elements kept; what does not exist is left out."""
    assert value is not None
    unknown, kept = members.missing, []
    for element in members.elements:
        truth = True if condition is None else condition(element)
        if isinstance(truth, Missing):
            unknown = truth.and_also(unknown)
        elif truth is True:
            found = value(element)
            if isinstance(found, Missing):
                unknown = found.and_also(unknown)
            elif found is not ABSENT:
                kept.append(found)
    return kept if unknown is None else unknown


def total(members: Members[Value], condition: Element | None, value: Element | None) -> object:
    """Zero of no elements."""
    values = _values(members, condition, value)
    if isinstance(values, Missing):
        return values
    result: object = 0
    for at, each in enumerate(values):
        result = each if at == 0 else calculate("+", result, each)
    return result


def greatest(members: Members[Value], condition: Element | None, value: Element | None) -> object:
    return _extreme(_values(members, condition, value), max)


def least(members: Members[Value], condition: Element | None, value: Element | None) -> object:
    return _extreme(_values(members, condition, value), min)


def _extreme(values: list[Value] | Missing, choose: Callable[[list[Value]], Value]) -> Value:
    """Nothing of no elements."""
    if isinstance(values, Missing):
        return values
    if not values:
        return ABSENT
    numbers = [number_of(each) for each in values]
    unknown = next((each for each in numbers if isinstance(each, Void)), None)
    if unknown is not None:
        return unknown
    unit = unit_of(*values)
    chosen = choose(numbers)
    return chosen if unit is None else Amount(chosen, unit)


def every(members: Members[Value], condition: Element | None, _: Element | None) -> bool | Missing:
    assert condition is not None
    return conjunction(
        [*map(condition, members.elements), True if members.missing is None else members.missing]
    )


def some(members: Members[Value], condition: Element | None, _: Element | None) -> bool | Missing:
    assert condition is not None
    return disjunction(
        [*map(condition, members.elements), False if members.missing is None else members.missing]
    )


AGGREGATES: dict[str, Callable[[Members[Value], Element | None, Element | None], Value]] = {
    "count": count,
    "sum": total,
    "max": greatest,
    "min": least,
    "all": every,
    "any": some,
}
