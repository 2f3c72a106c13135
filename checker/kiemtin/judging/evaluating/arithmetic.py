"""Sums, differences, products and quotients of numbers, durations, days and moments. Total: what has no
result (a division by zero, a day beyond the calendar) is an undefined datum."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date, datetime, timedelta
from math import isfinite

from kiemtin.judging.evaluating.amounts import merged, same_unit, unit_of
from kiemtin.judging.facts.item import ItemLength
from kiemtin.judging.values import UNDEFINED, Amount, Value, Void, missing

_OPERATIONS: dict[str, Callable[[Value, Value], Value]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def calculate(sign: str, left: Value, right: Value) -> Value:
    if isinstance(left, Void) or isinstance(right, Void):
        return merged(left, right)
    try:
        return _calculate(sign, left, right)
    except (ArithmeticError, ValueError, TypeError):
        return missing(UNDEFINED)


def _calculate(sign: str, left: Value, right: Value) -> Value:
    if isinstance(left, date):
        return _from_day(sign, left, right)
    if isinstance(right, date):  # "3 ngày + tin.ngày_đăng"
        return _from_day(sign, right, left) if sign == "+" else missing(UNDEFINED)
    if isinstance(left, Amount | ItemLength) or isinstance(right, Amount | ItemLength):
        return _of_amounts(sign, left, right)
    return _finite(_OPERATIONS[sign](left, right))


def _from_day(sign: str, day: date, other: Value) -> Value:
    """Of two the seconds between them, by days if one has no hour; else the day or moment so much later."""
    if isinstance(other, date):
        if sign != "-":
            return missing(UNDEFINED)
        if isinstance(day, datetime) and isinstance(other, datetime):
            return (day - other).total_seconds()
        return (as_day(day) - as_day(other)).total_seconds()
    span = timedelta(seconds=other if sign == "+" else -other)
    if not isinstance(day, datetime) and span % timedelta(days=1):
        return datetime(day.year, day.month, day.day) + span
    return day + span


def _of_amounts(sign: str, left: Value, right: Value) -> Value:
    unit = unit_of(left, right)
    if sign in "*/" and not (
        isinstance(left, Amount | ItemLength) and isinstance(right, Amount | ItemLength)
    ):
        if isinstance(right, Amount | ItemLength):
            left, right = right, left
            if sign == "/":
                return missing(UNDEFINED)
        value = left.measure(None) if isinstance(left, ItemLength) else left.value
        return value if isinstance(value, Void) else Amount(_finite(_OPERATIONS[sign](value, right)), unit)
    values = same_unit(left, right)
    if isinstance(values, Void):
        return values
    result = _finite(_OPERATIONS[sign](*values))
    return result if sign == "/" else Amount(result, unit or "syllables")


def _finite(value: Value) -> Value:
    if isinstance(value, float) and not isfinite(value):
        raise OverflowError
    return value


def as_day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value
