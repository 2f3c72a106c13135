"""What the heads of a table's rows and columns take in: the cases that a table can be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiemtin.foundation.records import replace
from kiemtin.foundation.text import fold
from kiemtin.language import syntax as s
from kiemtin.language.terms.schema import CLOSED_VALUES
from kiemtin.language.terms.units import in_base_unit

Case = float | str
"""A value on an axis: a rank, a number in its base unit, or folded text."""

OTHER_TEXT = "…"
"""Stands for any text that no head names."""

ONE_COLUMN: tuple[s.Condition, ...] = (s.Otherwise(),)
"""The columns of a table on one axis."""


def interval(head: s.Condition) -> tuple[float, float] | None:
    """First and last number that a head takes; None for text and `còn lại`."""
    match head:
        case s.RankBand(low, high):
            return low, high
        case s.Quantity(value, unit):
            number = in_base_unit(value, unit)
            return number, number
        case s.Range(s.Quantity(low_value, low_unit), s.Quantity(high_value, high_unit)):
            return in_base_unit(low_value, low_unit), in_base_unit(high_value, high_unit)
        case _:
            return None


def takes(head: s.Condition, case: Case) -> bool:
    """Whether a head that names its cases takes this one; `còn lại` names none."""
    if isinstance(head, s.Text):
        return fold(head.value) == case
    bounds = interval(head)
    return bounds is not None and not isinstance(case, str) and bounds[0] <= case <= bounds[1]


def choose(heads: Sequence[s.Condition], case: Case) -> int | None:
    """The row or column for a case: the first that takes it, else `còn lại`, else none."""
    for at, head in enumerate(heads):
        if takes(head, case):
            return at
    return next((at for at, head in enumerate(heads) if isinstance(head, s.Otherwise)), None)


def cases(axis: s.Expression, heads: Iterable[s.Condition]) -> list[Case]:
    """One case at least of each way in which the heads can answer: the edges, and what none of them names."""
    found: dict[Case, None] = {}
    numbers = False
    for head in heads:
        if isinstance(head, s.Text):
            found[fold(head.value)] = None
        elif (bounds := interval(head)) is not None:
            numbers = True
            found |= dict.fromkeys((bounds[0], bounds[1], bounds[1] + 1))
    closed = closed_values(axis)
    if closed is not None:
        return [fold(value) for value in closed]
    ordered = sorted(found, key=lambda case: (isinstance(case, str), case))
    return ordered if numbers else [*ordered, OTHER_TEXT]


def spelled(head: s.Condition, axis: s.Expression) -> s.Condition:
    """A head with its text in the one spelling of a property that has only some values."""
    if isinstance(head, s.Text) and isinstance(axis, s.Attribute):
        for vi, en in CLOSED_VALUES.get(axis.name, ()):
            if fold(head.value) in {fold(vi), fold(en)}:
                return replace(head, value=vi)
    return head


def closed_values(axis: s.Expression) -> tuple[str, ...] | None:
    """All texts that the property behind an axis can be; None if it can be any."""
    if isinstance(axis, s.Attribute) and axis.name in CLOSED_VALUES:
        return tuple(vi for vi, _ in CLOSED_VALUES[axis.name])
    return None
