"""The cases that a table can be asked for, by the heads of its rows and columns."""

from __future__ import annotations

from collections.abc import Iterable

from kiemtin.foundation.records import replace
from kiemtin.foundation.text import text_key
from kiemtin.language import syntax as s
from kiemtin.language.choosing import Known, interval
from kiemtin.language.terms.closed_values import CLOSED_VALUES

OTHER_TEXT = "…"
"""Stands for any text that no head names."""


def cases(axis: s.Expression, heads: Iterable[s.Condition]) -> list[Known]:
    """One case at least of each way in which the heads can answer: the edges, and what none of them names."""
    found: dict[Known, None] = {}
    numbers = False
    for head in heads:
        if isinstance(head, s.Text):
            found[text_key(head.value)] = None
        elif (bounds := interval(head)) is not None:
            numbers = True
            found |= dict.fromkeys((bounds[0], bounds[1], bounds[1] + 1))
    closed = closed_values(axis)
    if closed is not None:
        return [text_key(value) for value in closed]
    ordered = sorted(found, key=lambda case: (isinstance(case, str), case))
    return ordered if numbers else [*ordered, OTHER_TEXT]


def spelled(head: s.Condition, axis: s.Expression) -> s.Condition:
    """A head with its text in the one spelling of a property that has only some values."""
    if isinstance(head, s.Text) and isinstance(axis, s.Attribute):
        for vi, en in CLOSED_VALUES.get(axis.name, ()):
            if text_key(head.value) in {text_key(vi), text_key(en)}:
                return replace(head, value=vi)
    return head


def closed_values(axis: s.Expression) -> tuple[str, ...] | None:
    """All texts that the property behind an axis can be; None if it can be any."""
    if isinstance(axis, s.Attribute) and axis.name in CLOSED_VALUES:
        return tuple(vi for vi, _ in CLOSED_VALUES[axis.name])
    return None
