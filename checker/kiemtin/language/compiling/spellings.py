"""Writes into a rulebook how packs spell each of its expressions, for findings that quote them."""

from __future__ import annotations

from typing import Any, TypeVar

from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.records import Record
from kiemtin.language import syntax as s
from kiemtin.language.terms.schema import Property, properties
from kiemtin.language.writing.printing import print_condition, print_expression

T = TypeVar("T")


def with_spellings(value: T) -> T:
    """`value` with the spelling of all that is quoted in it. Nobody quotes the data of an example."""
    made: Any = value
    if isinstance(value, Record) and not isinstance(value, s.Example):
        fields = {field: with_spellings(getattr(value, field)) for field in value._fields}
        made = type(value)(**(fields | _spelling(value)))
    elif isinstance(value, tuple) and type(value) is tuple:
        made = tuple(map(with_spellings, value))
    elif isinstance(value, dict):
        made = {key: with_spellings(one) for key, one in value.items()}
    spelled: T = made
    return spelled


def _spelling(node: Record) -> dict[str, Phrase | None]:
    match node:
        case s.RankBand() | s.Otherwise():
            return {"spelling": Phrase(print_condition(node, "vi"), print_condition(node, "en"))}
        case s.Expression():
            found = {"spelling": Phrase(print_expression(node, "vi"), print_expression(node, "en"))}
        case _:
            return {}
    if isinstance(node, s.Attribute) and node.owner.type is not None:
        row = properties().get((node.owner.type, node.name))
        return found | {"documented": _documented(row) if row is not None else None}
    return dict(found)


def _documented(row: Property) -> Phrase:
    """As the language explains the property, or its mere name where the explanation goes into details."""
    vi, en = row.vi.replace("_", " "), row.name.replace("_", " ")
    return Phrase(vi if "," in row.vi_doc else row.vi_doc, en if "," in row.en_doc else row.en_doc)
