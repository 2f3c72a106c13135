"""Rundowns as .xlsx and .ods: number formats, hidden and struck-through rows, merged headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from kiemtin.documents import columns as heads
from kiemtin.documents import rundown
from kiemtin.documents.grid import EMPTY, Cell, Row
from kiemtin.documents.limits import COLUMNS, MERGES, ROWS
from kiemtin.documents.model import FIELDS, Document, Metadata, Note, Supplied
from kiemtin.documents.sheets.open_sheets import OpenTable, is_open_spreadsheet, read_tables
from kiemtin.documents.sheets.parts import Parts
from kiemtin.documents.sheets.workbook import workbook_of
from kiemtin.documents.sheets.worksheet import Worksheet
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace, cell_name
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.records import replace

Sheet = Worksheet | OpenTable


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """The bulletin on the first visible sheet that has a header of ours. Raises DocumentError."""
    parts = Parts(data, path)
    own = rundown.own_headings(overrides)
    ours: Sheet | None = None
    is_filled = False
    others: list[str] = []
    for title, opened in _sheets(parts):
        if ours is not None:
            if _has_header(opened(heads.HEADER_ROWS), own):
                others.append(title)
            continue
        sheet = opened(ROWS.most + 1)
        is_filled = is_filled or bool(sheet.cells)
        if _has_header(sheet, own):
            ours = sheet
    if not is_filled:
        raise DocumentError(Problem("document-empty", FilePlace(path)))
    if ours is None:
        raise DocumentError(rundown.no_header(path))
    if isinstance(ours, OpenTable) and ours.excess is not None:
        raise DocumentError(ours.excess)
    MERGES.hold(len(ours.merged), FilePlace(path))
    notes = []
    if others:
        notes.append(
            Note("rundown-other-sheets", {"sheet": ours.title, "others": ", ".join(others)}, unread=True)
        )
    hidden = [cell_name(1, column + 1)[:-1] for column in sorted(ours.hidden_columns)]
    if hidden:
        notes.append(Note("rundown-hidden-columns", {"columns": ", ".join(hidden)}))
    if ours.beyond:
        notes.append(
            Note("rundown-too-many-columns", {"count": ours.beyond, "limit": COLUMNS.shown}, unread=True)
        )
    if "docProps/custom.xml" in parts:
        from kiemtin.documents.properties import said_in_properties  # few files have any

        said, doubts = said_in_properties(parts.package)
        notes += doubts
        overrides = _completed(overrides, said)
    return rundown.build(
        filled_rows(ours), path, ours.title, notes=notes, overrides=overrides, digest=sha256(data).hexdigest()
    )


def cells(data: bytes, path: str, title: str) -> dict[int, dict[int, Cell]]:
    """The filled cells of the sheet of that title, by row from 1 and column from 0. Raises DocumentError."""
    for each, opened in _sheets(Parts(data, path)):
        if each == title:
            return opened(ROWS.most + 1).cells
    return {}


def _sheets(parts: Parts) -> Iterator[tuple[str, Callable[[int], Sheet]]]:
    """The visible sheets by title, each with what opens it as far as so many rows."""
    if is_open_spreadsheet(parts):
        for table in read_tables(parts):
            yield table.title, partial(_as_it_is, table)
        return
    book = workbook_of(parts)
    for sheet in book.sheets:
        yield sheet.title, partial(Worksheet, book, sheet)


def _as_it_is(table: OpenTable, _: int) -> OpenTable:
    return table


def _completed(overrides: Metadata | None, said: Metadata) -> Supplied:
    """What was supplied, with what the file's properties say under all of it."""
    if isinstance(overrides, Supplied):
        return replace(overrides, under=overrides.under.completed(said))
    return replace(
        Supplied(under=said),
        **{field: getattr(overrides, field, None) for field in FIELDS},
        sources=overrides.sources if overrides else {},
    )


def _has_header(sheet: Sheet, own: heads.Own) -> bool:
    first = sorted(sheet.cells)[: heads.HEADER_ROWS]
    rows = [[cell.text for cell in _filled_up(sheet.cells[row])] for row in first]
    return heads.find_header(rows, own) is not None


def _filled_up(cells: dict[int, Cell]) -> list[Cell]:
    return [cells.get(column, EMPTY) for column in range(max(cells) + 1)]


def filled_rows(sheet: Sheet) -> list[Row]:
    """The filled rows; a cell merged downwards is given to each row that it stands beside."""
    numbers = sorted(sheet.cells)
    widths: dict[int, int] = {}
    repeated: dict[int, set[int]] = {}
    downwards: dict[int, list[tuple[int, int]]] = {}
    for top, left, bottom, right in sheet.merged:
        widths[top] = max(widths.get(top, 0), right - left + 1)
        if left == right and bottom > top:
            downwards.setdefault(left, []).append((top, bottom))
    for column, stretches in downwards.items():
        for row, top in _beside(numbers, sorted(stretches)):
            first = sheet.cells.get(top, {}).get(column)
            if first is not None:
                sheet.cells[row][column] = first
                repeated.setdefault(row, set()).add(column)
    return [
        Row(
            number,
            _filled_up(sheet.cells[number]),
            hidden=number in sheet.hidden,
            merged=widths.get(number, 0),
            repeated=frozenset(repeated.get(number, ())),
        )
        for number in numbers
    ]


def _beside(numbers: Sequence[int], stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Rows below the first of a merged stretch, each with that first row; each row is in one stretch."""
    found = []
    at = 0
    for top, bottom in stretches:
        while at < len(numbers) and numbers[at] <= top:
            at += 1
        while at < len(numbers) and numbers[at] <= bottom:
            found.append((numbers[at], top))
            at += 1
    return found
