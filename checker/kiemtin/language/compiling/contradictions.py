"""Conditions that nothing can meet: bounds on one value that leave nothing between them, two values at once.

Only what the text of one condition shows by itself; `kiemtin rules analyse` looks at whole rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiemtin.foundation.text import text_key
from kiemtin.language.syntax import (
    Comparison,
    Day,
    Expression,
    Logic,
    Membership,
    Moment,
    Quantity,
    Range,
    Text,
)
from kiemtin.language.terms.units import in_base_unit

_Bound = tuple[float, bool]
"""A number and whether it may be reached."""
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def contradiction(condition: Expression) -> Expression | None:
    """What is asked of in a conjunction that cannot be true; None if none is seen."""
    for parts in _conjunctions(condition):
        low: dict[Expression, _Bound] = {}
        high: dict[Expression, _Bound] = {}
        texts: dict[Expression, str] = {}
        for asked, sign, value in (told for part in parts for told in _told(part)):
            if isinstance(value, str):
                if sign == "=" and texts.setdefault(asked, value) != value:
                    return asked
                continue
            if sign in {">", ">=", "="}:
                low[asked] = max(low.get(asked, (value, True)), (value, sign != ">"), key=_tight_below)
            if sign in {"<", "<=", "="}:
                high[asked] = min(high.get(asked, (value, True)), (value, sign != "<"), key=_tight_above)
            if asked in low and asked in high and not _fits(low[asked], high[asked]):
                return asked
    return None


def _tight_below(bound: _Bound) -> tuple[float, bool]:
    return bound[0], not bound[1]


def _tight_above(bound: _Bound) -> tuple[float, bool]:
    return bound[0], bound[1]


def _fits(low: _Bound, high: _Bound) -> bool:
    return low[0] < high[0] or (low[0] == high[0] and low[1] and high[1])


def _conjunctions(node: Expression) -> Iterator[tuple[Expression, ...]]:
    """Each list of conditions that must hold together."""
    if isinstance(node, Logic):
        if node.operator == "and":
            yield node.operands
        for operand in node.operands:
            yield from _conjunctions(operand)


def _told(part: Expression) -> Iterator[tuple[Expression, str, float | str]]:
    """What a comparison with a literal says: of what, how, which value."""
    if isinstance(part, Comparison):
        for asked, sign, literal in (
            (part.left, part.operator, part.right),
            (part.right, _TURNED[part.operator], part.left),
        ):
            value = _value(literal)
            if value is not None:
                yield asked, sign, value
    elif isinstance(part, Membership) and not part.negated and isinstance(part.container, Range):
        for sign, literal in ((">=", part.container.low), ("<=", part.container.high)):
            value = _value(literal)
            if value is not None:
                yield part.element, sign, value


def _value(literal: Expression) -> float | str | None:
    match literal:
        case Quantity(value, unit):
            return in_base_unit(value, unit)
        case Text(words):
            return text_key(words)
        case Day(day):
            return float(day.toordinal()) * 86400
        case Moment(moment):
            return float(moment.toordinal()) * 86400 + moment.hour * 3600 + moment.minute * 60
        case _:
            return None
