"""What a newsroom's pack needs to know of the pack that it refines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kiemtin.adopting.drafting.questions import MEDIA
from kiemtin.documents.keys import plain_key
from kiemtin.language.rulebook import BoundTable, Rulebook
from kiemtin.language.syntax import Attribute, TableRow, Text
from kiemtin.language.writing.printing import print_condition, print_expression

_AXES = ("rank", "medium")
_DEADLINE = "hạn_đăng"


class Refined(NamedTuple):
    """`table` limits lengths by rank and medium, `deadline` names hours; both are `pack.name`."""

    name: str
    table: str | None = None
    deadline: str | None = None
    media: tuple[str, ...] = ()
    limits: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Its rows in force, in words; an empty cell has no limit."""


def refined(rulebook: Rulebook, day: date) -> Refined:
    found = Refined(rulebook.name)
    for table in rulebook.tables.values():
        if tuple(axis.name for axis in table.axes if isinstance(axis, Attribute)) == _AXES:
            media, limits = _shown(table, day)
            found = found._replace(
                table=f"{table.layers[0][0].pack}.{table.name}", media=media, limits=limits
            )
            break
    parameter = rulebook.parameters.get(_DEADLINE)
    if parameter is not None:
        found = found._replace(deadline=f"{parameter.layers[0][0].pack}.{parameter.name}")
    return found


def _shown(table: BoundTable, day: date) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """The layer in force with most cells: that of the province, where newsrooms state what differs."""
    layers = [version for _, version in table.layers if version.validity.covers(day)]
    if not layers:
        return (), ()
    version = max(layers, key=lambda each: len(each.rows) * len(each.columns))
    heads = [head.value if isinstance(head, Text) else "" for head in version.columns]
    known = [at for at, head in enumerate(heads) if plain_key(head) in set(map(plain_key, MEDIA))]
    rows = tuple(_row(row, known) for row in version.rows)
    return tuple(heads[at] for at in known), rows


def _row(row: TableRow, columns: Sequence[int]) -> tuple[str, tuple[str, ...]]:
    cells = (row.cells[at] for at in columns)
    return print_condition(row.condition), tuple(
        print_expression(cell) if cell is not None else "" for cell in cells
    )
