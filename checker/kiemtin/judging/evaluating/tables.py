"""Decision tables and parameters: what the version in force says for a case, and where it says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kiemtin.foundation.text import text_key
from kiemtin.judging.evaluating.amounts import number_of
from kiemtin.judging.facts.lazy import lazy
from kiemtin.judging.values import NO_LIMIT, Missing, Value, Void, missing
from kiemtin.language.choosing import Answer, Case, answer
from kiemtin.language.rulebook import BoundTable, Citation
from kiemtin.language.syntax import Condition, Quantity, TableRow, TableVersion, Text
from kiemtin.language.terms.units import unit_type


class Lookup(NamedTuple):
    """The cell that answers (None: it is empty), its row and column, and the version in its clause.

    The same cell is always the same lookup.
    """

    cell: Quantity | Text | None
    row: TableRow
    column: Condition | None
    version: TableVersion
    citation: Citation


class CompiledTable:
    def __init__(self, table: BoundTable) -> None:
        self.table = table
        self._answer = lru_cache(maxsize=4096)(self._find)
        self._lookups: dict[Answer, Lookup] = {}

    @lazy
    def units(self) -> tuple[str, ...]:
        """What the cells that are quantities measure, in their order."""
        return tuple(
            unit_type(cell.unit).name
            for _, version in self.table.layers
            for row in version.rows
            for cell in row.cells
            if isinstance(cell, Quantity)
        )

    @property
    def is_mixed(self) -> bool:
        """Whether the cells measure more than one thing, so that each must carry its own unit."""
        return len(set(self.units)) > 1

    def find(self, values: Sequence[object], day: date) -> Lookup | Missing:
        """The first layer in force with a row and a column for the case answers."""
        unknown: Missing | None = None
        for value in values:
            if isinstance(value, Missing):
                unknown = value.and_also(unknown)
        if unknown is not None:
            return unknown
        return self._answer(tuple(map(_case, values)), day)

    def _find(self, cases: tuple[Case, ...], day: date) -> Lookup | Missing:
        at = answer(self.table.layers, cases, day)
        if at is None:
            return missing(NO_LIMIT, table=self.table.name)
        found = self._lookups.get(at)
        if found is None:
            citation, version = self.table.layers[at.layer]
            row = version.rows[at.row]
            column = version.columns[at.column] if version.columns else None
            found = self._lookups[at] = Lookup(row.cells[at.column], row, column, version, citation)
        return found


def _case(value: Value) -> Case:
    """A value on an axis, as the heads of tables take it."""
    if isinstance(value, Void):
        return None
    if isinstance(value, str):
        return text_key(value)
    number: float = number_of(value)
    return number
