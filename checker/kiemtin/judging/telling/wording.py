"""An expression as a pack says it, in both languages, for sentences about it.

The printer of packs says the same; it is not used here because it brings the whole table of keywords to
the path of every check.
"""

from __future__ import annotations

from kiemtin.foundation.messages import Phrase
from kiemtin.judging.telling.values_in_words import day, number
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
from kiemtin.language.terms.schema import PREDICATES, PROPERTIES, ROOTS
from kiemtin.language.terms.units import UNITS

_PROPERTIES = {row.name: row.vi for row in PROPERTIES}
_PREDICATES = {row.name: (row.vi, row.en) for row in PREDICATES}
_AGGREGATES = {
    "count": ("số", "number of"),
    "sum": ("tổng", "total"),
    "max": ("lớn nhất", "greatest"),
    "min": ("nhỏ nhất", "least"),
}


def words(node: Expression) -> Phrase:
    """One line of the language in each of its spellings."""
    return Phrase(_words(node, 0), _words(node, 1))


def plain_words(node: Expression) -> Phrase:
    """What a property is, as an editor says it: by what the language documents, or by its mere name where
    that goes into details. Other expressions as in `words`."""
    if not isinstance(node, Attribute):
        return words(node)
    owner = node.owner.type
    row = next((row for row in PROPERTIES if row.name == node.name and row.owner == owner), None)
    if row is None:
        return words(node)
    names = (row.vi.replace("_", " "), row.name.replace("_", " "))
    documented = (row.vi_doc, row.en_doc)
    return Phrase(*(name if "," in doc else doc for name, doc in zip(names, documented, strict=True)))


def _words(node: Expression, at: int) -> str:
    match node:
        case Name(name=name):
            return ROOTS[name][0] if name in ROOTS and at == 0 else name.rpartition(".")[2]
        case Attribute(owner=owner, name=name):
            return f"{_words(owner, at)}.{_property(name, at)}"
        case Quantity(value=value, unit=unit):
            return f"{number(value)[at]} {UNITS[unit][at]}" if unit else number(value)[at]
        case Text(value=text):
            return f'"{text}"'
        case Day(value=value) | Moment(value=value):
            return day(value)[at]
        case Truth(value=value):
            return (("sai", "đúng"), ("false", "true"))[at][value]
        case Not(operand=operand):
            return f"{('không', 'not')[at]} {_enclosed(operand, at)}"
        case Logic(operator=operator, operands=operands):
            sign = {"and": (" và ", " and "), "or": (" hoặc ", " or ")}[operator][at]
            return sign.join(_enclosed(operand, at) for operand in operands)
        case (
            Arithmetic(operator=sign, left=left, right=right)
            | Comparison(operator=sign, left=left, right=right)
        ):
            return f"{_enclosed(left, at)} {sign} {_enclosed(right, at)}"
        case SetOf(elements=elements):
            return "{" + ", ".join(_words(element, at) for element in elements) + "}"
        case Range(low=low, high=high):
            return f"{_words(low, at)}..{_words(high, at)}"
        case Membership(element=element, container=container, negated=negated):
            sign = (("trong", "không trong"), ("in", "not in"))[at][negated]
            return f"{_words(element, at)} {sign} {_words(container, at)}"
        case Predicate():
            return _predicate(node, at)
        case Aggregate():
            return _aggregate(node, at)
        case _:
            raise AssertionError(node)


def _property(name: str, at: int) -> str:
    return name if at else _PROPERTIES.get(name, name)


def _enclosed(node: Expression, at: int) -> str:
    inner = _words(node, at)
    return f"({inner})" if isinstance(node, Logic | Arithmetic | Aggregate) else inner


def _predicate(node: Predicate, at: int) -> str:
    sign = _PREDICATES[node.predicate][at]
    if node.negated:
        sign = f"not {sign}" if at else f"không {sign}"
    if node.predicate == "has" and isinstance(node.subject, Attribute):
        return f"{_words(node.subject.owner, at)} {sign} {_property(node.subject.name, at)}"
    tail = "".join(f" {_words(argument, at)}" for argument in node.arguments)
    return f"{_words(node.subject, at)} {sign}{tail}"


def _aggregate(node: Aggregate, at: int) -> str:
    within = f"{node.variable} {('trong', 'in')[at]} {_words(node.collection, at)}"
    if node.kind in {"all", "any"}:
        assert node.condition is not None
        pairs = (("mọi", "đều"), ("all", "are such that")), (("có", "mà"), ("some", "such that"))
        head, then = pairs[node.kind == "any"][at]
        return f"{head} {within} {then} {_words(node.condition, at)}"
    each = ("với mỗi", "for each")[at]
    value = f" {_words(node.value, at)} {each}" if node.value is not None else ""
    where = f" {('mà', 'such that')[at]} {_words(node.condition, at)}" if node.condition is not None else ""
    return f"{_AGGREGATES[node.kind][at]}{value} {within}{where}"
