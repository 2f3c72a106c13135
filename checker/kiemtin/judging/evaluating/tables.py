"""Decision tables and parameters: what the version in force says for a case, and where it says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kiemtin.judging.evaluating.amounts import number_of
from kiemtin.judging.facts.lazy import lazy
from kiemtin.judging.values import NO_LIMIT, Missing, Value, Void, missing, text_key
from kiemtin.language.rulebook import BoundTable, Citation
from kiemtin.language.syntax import (
    Condition,
    Otherwise,
    Quantity,
    Range,
    RankBand,
    TableRow,
    TableVersion,
    Text,
)
from kiemtin.language.terms.units import in_base_unit, unit_type

Test = Callable[[Value], bool]


class Lookup(NamedTuple):
    """The cell that answers (None: it is empty), its row and column, and the version in its clause.

    The same cell is always the same lookup.
    """

    cell: Quantity | Text | None
    row: TableRow
    column: Condition | None
    version: TableVersion
    citation: Citation


class _Version(NamedTuple):
    version: TableVersion
    citation: Citation
    rows: tuple[tuple[Test | None, int], ...]
    columns: tuple[tuple[Test | None, int], ...]
    cells: tuple[tuple[Lookup, ...], ...]


class CompiledTable:
    def __init__(self, table: BoundTable) -> None:
        self.table = table
        self._answer = lru_cache(maxsize=4096)(self._find)
        self._layers = tuple(_compile(citation, version) for citation, version in table.layers)

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
        return self._answer(tuple(map(number_of, values)), day)

    def _find(self, values: tuple[object, ...], day: date) -> Lookup | Missing:
        for layer in self._layers:
            if not layer.version.validity.covers(day):
                continue
            row = _choose(layer.rows, values[0])
            column = _choose(layer.columns, values[1]) if len(values) > 1 else 0
            if row is not None and column is not None:
                return layer.cells[row][column]
        return missing(NO_LIMIT, table=self.table.name)


def _compile(citation: Citation, version: TableVersion) -> _Version:
    rows = tuple((_test(row.condition), at) for at, row in enumerate(version.rows))
    columns = tuple((_test(column), at) for at, column in enumerate(version.columns))
    headings = version.columns or (None,)
    cells = tuple(
        tuple(
            Lookup(cell, row, heading, version, citation)
            for cell, heading in zip(row.cells, headings, strict=True)
        )
        for row in version.rows
    )
    return _Version(version, citation, rows, columns, cells)


def _choose(tests: Sequence[tuple[Test | None, int]], value: object) -> int | None:
    """The first whose condition holds, else the one for all other cases."""
    otherwise = None
    compared = text_key(value) if isinstance(value, str) else value
    for test, chosen in tests:
        if test is None:
            otherwise = chosen
        elif not isinstance(value, Void) and test(compared):
            return chosen
    return otherwise


def _test(condition: Condition) -> Test | None:
    """None for `còn lại`."""
    if isinstance(condition, Otherwise):
        return None
    if isinstance(condition, RankBand):
        low, high = condition.low, condition.high
        return lambda value: low <= value <= high
    if isinstance(condition, Text):
        wanted = text_key(condition.value)
        return lambda value: bool(value == wanted)
    if isinstance(condition, Range):
        first, last = _number(condition.low), _number(condition.high)
        return lambda value: first <= value <= last
    number = _number(condition)
    return lambda value: bool(value == number)


def _number(expression: object) -> float:
    assert isinstance(expression, Quantity), expression
    return in_base_unit(expression.value, expression.unit)
