"""An expression as a pack says it in Vietnamese, for sentences about it."""

from __future__ import annotations

from kiemtin.judging.phrases import day, number
from kiemtin.language.schema import PREDICATES, PROPERTIES, ROOTS
from kiemtin.language.syntax import (
    Aggregate,
    Arithmetic,
    Attribute,
    Comparison,
    Day,
    Expression,
    Logic,
    Membership,
    Moment,
    Name,
    Not,
    Predicate,
    Quantity,
    Range,
    SetOf,
    Text,
    Truth,
)
from kiemtin.language.units import UNITS

_PROPERTIES = {property_.name: property_.vi for property_ in PROPERTIES}
_PREDICATES = {predicate.name: predicate.vi for predicate in PREDICATES}
_AGGREGATES = {"count": "số", "sum": "tổng", "max": "lớn nhất", "min": "nhỏ nhất"}


def words(node: Expression) -> str:
    """One line of the language."""
    match node:
        case Name(name=name):
            return ROOTS[name][0] if name in ROOTS else name
        case Attribute(owner=owner, name=name):
            return f"{words(owner)}.{_PROPERTIES.get(name, name)}"
        case Quantity(value=value, unit=unit):
            return f"{number(value).vi} {UNITS[unit].vi}" if unit else number(value).vi
        case Text(value=text):
            return f'"{text}"'
        case Day(value=value) | Moment(value=value):
            return day(value).vi
        case Truth(value=value):
            return "đúng" if value else "sai"
        case Not(operand=operand):
            return f"không {_enclosed(operand)}"
        case Logic(operator=operator, operands=operands):
            sign = " và " if operator == "and" else " hoặc "
            return sign.join(_enclosed(operand) for operand in operands)
        case (
            Arithmetic(operator=sign, left=left, right=right)
            | Comparison(operator=sign, left=left, right=right)
        ):
            return f"{_enclosed(left)} {sign} {_enclosed(right)}"
        case SetOf(elements=elements):
            return "{" + ", ".join(map(words, elements)) + "}"
        case Range(low=low, high=high):
            return f"{words(low)}..{words(high)}"
        case Membership(element=element, container=container, negated=negated):
            return f"{words(element)} {'không ' if negated else ''}trong {words(container)}"
        case Predicate(subject=subject, predicate=predicate, arguments=arguments, negated=negated):
            return _predicate(subject, predicate, arguments, negated=negated)
        case Aggregate():
            return _aggregate(node)
        case _:
            raise AssertionError(node)


def _enclosed(node: Expression) -> str:
    return f"({words(node)})" if isinstance(node, Logic | Arithmetic | Aggregate) else words(node)


def _predicate(
    subject: Expression, predicate: str, arguments: tuple[Expression, ...], *, negated: bool
) -> str:
    not_ = "không " if negated else ""
    if predicate == "has" and isinstance(subject, Attribute):
        return f"{words(subject.owner)} {not_}có {_PROPERTIES.get(subject.name, subject.name)}"
    tail = "".join(f" {words(argument)}" for argument in arguments)
    return f"{words(subject)} {not_}{_PREDICATES[predicate]}{tail}"


def _aggregate(node: Aggregate) -> str:
    within = f"{node.variable} trong {words(node.collection)}"
    if node.kind in {"all", "any"}:
        assert node.condition is not None
        head, then = ("mọi", "đều") if node.kind == "all" else ("có", "mà")
        return f"{head} {within} {then} {words(node.condition)}"
    value = f" {words(node.value)} với mỗi" if node.value is not None else ""
    where = f" mà {words(node.condition)}" if node.condition is not None else ""
    return f"{_AGGREGATES[node.kind]}{value} {within}{where}"
