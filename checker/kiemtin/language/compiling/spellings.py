"""Writes into a rulebook how packs spell each of its expressions, for findings that quote them."""

from __future__ import annotations

from typing import Any, TypeVar

from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.records import Record, replace
from kiemtin.language import syntax as s
from kiemtin.language.rulebook import BoundTable
from kiemtin.language.terms.closed_values import english_of
from kiemtin.language.terms.schema import Property, properties
from kiemtin.language.writing.printing import print_condition, print_expression

T = TypeVar("T")
C = TypeVar("C", bound=s.Condition | s.Expression)


def with_spellings(value: T) -> T:
    """`value` with the spelling of all that is quoted in it. Nobody quotes the data of an example."""
    return _spelled(value, _in_english(value))


def _spelled(value: T, english: T) -> T:
    made: Any = value
    other: Any = english
    if isinstance(value, Record) and not isinstance(value, s.Example):
        fields = {field: _spelled(getattr(value, field), getattr(other, field)) for field in value._fields}
        made = type(value)(**(fields | _spelling(value, other)))
    elif isinstance(value, tuple) and type(value) is tuple:
        made = tuple(map(_spelled, value, other))
    elif isinstance(value, dict):
        made = {key: _spelled(one, other[key]) for key, one in value.items()}
    spelled: T = made
    return spelled


def _spelling(node: Record, english: Any) -> dict[str, Phrase | None]:
    match node:
        case s.RankBand() | s.Otherwise():
            return {"spelling": Phrase(print_condition(node, "vi"), print_condition(english, "en"))}
        case s.Expression():
            found = {"spelling": Phrase(print_expression(node, "vi"), print_expression(english, "en"))}
        case _:
            return {}
    if isinstance(node, s.Attribute) and node.owner.type is not None:
        row = properties().get((node.owner.type, node.name))
        return found | {"documented": _documented(row) if row is not None else None}
    return dict(found)


def _in_english(value: T) -> T:
    """The same with the texts of properties that have only some in English; nothing else differs."""
    made: Any = value
    match value:
        case s.Example():
            return value
        case s.Comparison(sign, left, right):
            made = s.Comparison(sign, _english_of(right, left), _english_of(left, right), type=value.type)
        case s.Membership(element, s.SetOf(elements) as container, negated):
            among = s.SetOf(tuple(_english_of(element, each) for each in elements), type=container.type)
            made = s.Membership(_in_english(element), among, negated, type=value.type)
        case BoundTable(name, axes, layers):
            made = BoundTable(name, axes, tuple((told, _english_heads(axes, each)) for told, each in layers))
        case Record():
            made = type(value)(**{field: _in_english(getattr(value, field)) for field in value._fields})
        case tuple() if type(value) is tuple:
            made = tuple(map(_in_english, value))
        case dict():
            made = {key: _in_english(one) for key, one in value.items()}
    spelled: T = made
    return spelled


def _english_of(asked: s.Expression, compared: C) -> C:
    """What stands beside `asked` in a comparison, on an axis."""
    if isinstance(asked, s.Attribute) and isinstance(compared, s.Text):
        return replace(compared, value=english_of(asked.name, compared.value))
    return _in_english(compared)


def _english_heads(axes: tuple[s.Expression, ...], version: s.TableVersion) -> s.TableVersion:
    return replace(
        version,
        columns=tuple(_english_of(axes[-1], head) for head in version.columns),
        rows=tuple(
            replace(
                row,
                condition=_english_of(axes[0], row.condition),
                second=None if row.second is None else _english_of(axes[1], row.second),
            )
            for row in version.rows
        ),
    )


def _documented(row: Property) -> Phrase:
    """As the language explains the property, or its mere name where the explanation goes into details."""
    vi, en = row.vi.replace("_", " "), row.name.replace("_", " ")
    return Phrase(vi if "," in row.vi_doc else row.vi_doc, en if "," in row.en_doc else row.en_doc)
