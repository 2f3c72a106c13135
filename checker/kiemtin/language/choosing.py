"""Which cell of a table answers a case: the one rule for compiling, warning and judging."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kiemtin.foundation.text import text_key
from kiemtin.language.rulebook import Citation
from kiemtin.language.syntax import Condition, Otherwise, Quantity, Range, RankBand, TableVersion, Text
from kiemtin.language.terms.units import in_base_unit

Known = float | str
"""A value on an axis: a rank, a number in its base unit, or text by its `text_key`."""
Case = Known | None
"""None where there is no value, which only `còn lại` takes."""

Layers = Sequence[tuple[Citation, TableVersion]]


class Answer(NamedTuple):
    """The layer that answers, its row and its column, each by number."""

    layer: int
    row: int
    column: int


def answer(layers: Layers, cases: Sequence[Case], day: date) -> Answer | None:
    """The first layer in force on the day with a row and a column for the case answers."""
    for at, (_, version) in enumerate(layers):
        if not version.validity.covers(day):
            continue
        row = _row(version, cases)
        column = choose(version.columns, cases[-1]) if len(cases) > 1 else 0
        if row is not None and column is not None:
            return Answer(at, row, column)
    return None


def _row(version: TableVersion, cases: Sequence[Case]) -> int | None:
    """The row for a case. Of rows with two heads the one that names the first before the one that names the
    second, that before `còn lại` for both; of those alike the first."""
    if len(cases) < _THREE:
        return choose([each.condition for each in version.rows], cases[0])
    found: tuple[bool, bool, int] | None = None
    for at, row in enumerate(version.rows):
        others = [isinstance(head, Otherwise) for head in row.conditions]
        if all(
            other or takes(head, case)
            for head, other, case in zip(row.conditions, others, cases, strict=False)
        ):
            candidate = (others[0], others[-1], at)
            found = candidate if found is None else min(found, candidate)
    return None if found is None else found[2]


_THREE = 3
"""So many axes give each row two heads."""


def choose(heads: Sequence[Condition], case: Case) -> int | None:
    """The row or column for a case: the first that takes it, else `còn lại`, else none."""
    for at, head in enumerate(heads):
        if takes(head, case):
            return at
    return next((at for at, head in enumerate(heads) if isinstance(head, Otherwise)), None)


def takes(head: Condition, case: Case) -> bool:
    """Whether a head that names its cases takes this one; `còn lại` names none."""
    if isinstance(head, Text):
        return text_key(head.value) == case
    bounds = interval(head)
    return bounds is not None and isinstance(case, int | float) and bounds[0] <= case <= bounds[1]


def interval(head: Condition) -> tuple[float, float] | None:
    """First and last number that a head takes; None for text and `còn lại`."""
    match head:
        case RankBand(low, high):
            return low, high
        case Quantity(value, unit):
            number = in_base_unit(value, unit)
            return number, number
        case Range(Quantity(low_value, low_unit), Quantity(high_value, high_unit)):
            return in_base_unit(low_value, low_unit), in_base_unit(high_value, high_unit)
        case _:
            return None
