"""What packs declare that may be said of an item: names, types, allowed values."""

from __future__ import annotations

from kiemtin.foundation.text import text_key, unify_letters
from kiemtin.language import syntax as s
from kiemtin.language.compiling.linking import Links, Placed
from kiemtin.language.rulebook import DeclaredField
from kiemtin.language.terms import types as t
from kiemtin.language.terms.closed_values import CLOSED_VALUES
from kiemtin.language.terms.names import vietnamese_name
from kiemtin.language.terms.schema import properties
from kiemtin.language.terms.types import Type

_TYPES: dict[s.FieldKind, Type] = {
    "text": t.TEXT, "number": t.NUMBER, "date": t.DATE, "moment": t.MOMENT, "duration": t.DURATION,
    "truth": t.TRUTH,
}  # fmt: skip


def compile_fields(links: Links) -> tuple[DeclaredField, ...]:
    """The declarations of all packs; a farther pack's stands where no nearer one declares the same."""
    found: dict[str, tuple[DeclaredField, Placed]] = {}
    for placed in links.of(s.Field):
        field = placed.statement
        assert isinstance(field, s.Field)
        _check(field, placed, links)
        made = DeclaredField(field.name, _TYPES[field.kind], field.values, field.label, placed.citation)
        nearer = found.setdefault(field.name, (made, placed))
        if nearer[0].type != made.type:
            related = (("pack.first-here", placed),)
            links.report(
                nearer[1].home, "pack.field-other-type", nearer[1].statement.span,
                related=related, name=vietnamese_name(field.name),
            )  # fmt: skip
    return tuple(made for made, _ in found.values())


def _check(field: s.Field, placed: Placed, links: Links) -> None:
    """A field of the language may be narrowed to some texts, not made anew."""
    if unify_letters(field.name) != field.name:
        meant = unify_letters(field.name)
        links.report(placed.home, "pack.look-alike-letters", field.span, found=field.name, meant=meant)
    row = properties().get((t.ITEM, field.name))
    narrowed = row is not None and row.type == t.TEXT and bool(field.values) and row.name not in CLOSED_VALUES
    if row is not None and not narrowed:
        links.report(placed.home, "pack.field-taken", field.span, name=vietnamese_name(field.name))
    keys = [text_key(value) for value in field.values]
    twice = next((value for value, key in zip(field.values, keys, strict=True) if keys.count(key) > 1), None)
    if twice is not None:
        links.report(placed.home, "pack.field-value-twice", field.span, value=twice)
