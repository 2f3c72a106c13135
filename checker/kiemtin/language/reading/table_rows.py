"""The rows of one version of a table, read from their lines."""

from __future__ import annotations

from collections.abc import Sequence

from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import Problem
from kiemtin.language.reading.cells import Cell, CellError, condition, split_row, value
from kiemtin.language.reading.source import Source
from kiemtin.language.syntax import Condition, Quantity, TableRow, Text

_ReadVersion = tuple[tuple[Condition, ...], tuple[TableRow, ...]]


def read_version(
    lines: Sequence[tuple[str, int]], columns: tuple[Condition, ...], axes: int, source: Source
) -> tuple[_ReadVersion | None, list[Problem]]:
    """Columns and rows of the lines (each with its offset), and what is wrong with them.

    A line whose first cell is empty is the heading; without one the `columns` of the version before hold.
    `axes` is how many the table has; 0 where it takes them from the table it replaces: then an empty second
    cell of the heading tells that there are three.
    """
    problems: list[Problem] = []

    def problem(code: str, span: Span, **arguments: object) -> None:
        problems.append(Problem(code, source.place(span), arguments))

    def read(cell: Cell, *, head: bool) -> Condition | Quantity | Text | None:
        try:
            return condition(cell) if head else value(cell)
        except CellError as error:
            problem(str(error), cell.span, found=cell.text if len(cell.text) <= 60 else f"{cell.text[:60]}…")
            return Text("", span=cell.span)

    split = [split_row(line, start) for line, start in lines]
    if axes == 0 and split and len(split[0]) > 2 and not split[0][0].text and not split[0][1].text:
        axes = 3
    lead = 2 if axes == 3 else 1
    whole = [Span(start, start + len(line)) for line, start in lines]
    if split and not split[0][0].text:
        columns = tuple(_condition(read(cell, head=True)) for cell in split[0][lead:])
        split, whole = split[1:], whole[1:]
        if axes == 1 and len(columns) == 1:
            columns = ()
    elif axes > 1 and not columns:
        problem("pack.table-without-heading", whole[0])
        return None, problems
    width = len(columns) or 1
    rows: list[TableRow] = []
    for cells, span in zip(split, whole, strict=True):
        if len(cells) != width + lead:
            problem("pack.row-cells", span, found=len(cells), expected=width + lead)
            continue
        head, *second = (_condition(read(cell, head=True)) for cell in cells[:lead])
        values = tuple(_value(read(cell, head=False)) for cell in cells[lead:])
        rows.append(TableRow(head, values, second[0] if second else None, span=span))
    return (columns, tuple(rows)), problems


def _condition(read: Condition | Quantity | Text | None) -> Condition:
    assert read is not None
    return read


def _value(read: Condition | Quantity | Text | None) -> Quantity | Text | None:
    assert read is None or isinstance(read, Quantity | Text)
    return read
