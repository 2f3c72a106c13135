"""What each word of a pack is, for an editor that colours by meaning."""

from __future__ import annotations

from typing import Literal, NamedTuple

from kiemtin.authoring.occurrences import Role
from kiemtin.authoring.pack_text import PackText
from kiemtin.foundation.places import Span
from kiemtin.language.terms.keywords import DIVISIONS, KEYWORDS

Colour = Literal[
    "namespace", "function", "variable", "parameter", "property", "keyword", "string", "number", "operator",
    "macro",
]  # fmt: skip
COLOURS: tuple[Colour, ...] = (
    "namespace", "function", "variable", "parameter", "property", "keyword", "string", "number", "operator",
    "macro",
)  # fmt: skip

_ROLES: dict[Role, Colour] = {
    Role.PACK: "namespace", Role.RULE: "function", Role.VALUE: "variable", Role.PRECEDENCE: "variable",
    Role.VARIABLE: "parameter", Role.PROPERTY: "property", Role.ROOT: "macro", Role.LABEL: "function",
}  # fmt: skip
_KINDS: dict[str, Colour] = {
    "STRING": "string", "NUMBER": "number", "DATE": "number", "MOMENT": "number", "UNIT": "keyword",
    "OPERATOR": "operator", "EQUALS": "operator",
}  # fmt: skip


class Coloured(NamedTuple):
    """A stretch of what was typed, on one line."""

    span: Span
    colour: Colour
    defines: bool


def colours(pack: PackText) -> list[Coloured]:
    """In the order of the text, none in another."""
    names = {one.start: one for one in pack.occurrences}
    found: list[Coloured] = []
    for piece in pack.pieces:
        for word in piece.words:
            one = names.get(word.start)
            colour: Colour | None
            if one is not None and one.end == word.end:
                colour, defines = _ROLES.get(one.role), one.defines
            else:
                is_keyword = word.kind in KEYWORDS or word.kind in DIVISIONS
                colour, defines = ("keyword" if is_keyword else _KINDS.get(word.kind)), False
            if colour is not None and "\n" not in word.value:
                found.append(Coloured(pack.outer(Span(word.start, word.end)), colour, defines))
    return found
