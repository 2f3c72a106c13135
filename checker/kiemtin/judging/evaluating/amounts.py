"""Numbers whose unit is known only when they are read: an item's length, the cells of a mixed table."""

from __future__ import annotations

from kiemtin.judging.facts.item import ItemLength
from kiemtin.judging.values import UNDEFINED, Amount, Missing, Value, Void, missing


def same_unit(left: Value, right: Value) -> tuple[Value, Value] | Void:
    """Both as numbers in one unit: a length is measured in the unit of the other side, in chữ against
    another length."""
    if isinstance(left, Void):
        return left
    if isinstance(right, Void):
        return right
    unit = right.unit if isinstance(right, Amount) else left.unit if isinstance(left, Amount) else None
    values: list[Value] = []
    for side in (left, right):
        value = side
        if isinstance(side, ItemLength):
            value = side.measure(unit)
        elif isinstance(side, Amount):
            value = side.value if side.unit == unit else missing(UNDEFINED)
        if isinstance(value, Void):
            return value
        values.append(value)
    return values[0], values[1]


def number_of(value: Value) -> Value:
    """The bare number of an amount; a length in chữ."""
    if isinstance(value, Amount):
        return value.value
    return value.measure(None) if isinstance(value, ItemLength) else value


def unit_of(*values: Value) -> str | None:
    return next((value.unit for value in values if isinstance(value, Amount)), None)


def merged(left: Value, right: Value) -> Value:
    """What two sides without value come to; what does not exist weighs more than what is missing."""
    if isinstance(left, Missing) and isinstance(right, Missing):
        return left.and_also(right)
    voids = [side for side in (left, right) if isinstance(side, Void)]
    return next((void for void in voids if not isinstance(void, Missing)), voids[0])
