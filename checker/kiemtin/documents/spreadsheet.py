"""Rundowns as .xlsx: values with their number formats, hidden and struck-through rows, merged headings."""

from __future__ import annotations

from collections.abc import Sequence

from kiemtin.documents import columns as heads
from kiemtin.documents import rundown
from kiemtin.documents.grid import EMPTY, Cell, Row
from kiemtin.documents.limits import COLUMNS, MERGES
from kiemtin.documents.model import Document, Metadata, Note
from kiemtin.documents.sheets.workbook import open_workbook
from kiemtin.documents.sheets.worksheet import Worksheet
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace, cell_name
from kiemtin.foundation.problems import DocumentError, Problem


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """The bulletin on the first visible sheet that has a header of ours. Raises DocumentError."""
    book = open_workbook(data, path)
    ours: Worksheet | None = None
    is_filled = False
    for at, sheet in enumerate(book.sheets):
        worksheet = Worksheet(book, sheet)
        is_filled = is_filled or bool(worksheet.cells)
        if _has_header(worksheet):
            ours, rest = worksheet, book.sheets[at + 1 :]
            break
    if not is_filled:
        raise DocumentError(Problem("document-empty", FilePlace(path)))
    if ours is None:
        raise DocumentError(rundown.no_header(path))
    MERGES.hold(len(ours.merged), FilePlace(path))
    notes = []
    others = [sheet.title for sheet in rest if _has_header(Worksheet(book, sheet, heads.HEADER_ROWS))]
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
    return rundown.build(
        _rows(ours), path, ours.title, notes=notes, overrides=overrides, digest=sha256(data).hexdigest()
    )


def _has_header(sheet: Worksheet) -> bool:
    first = sorted(sheet.cells)[: heads.HEADER_ROWS]
    return (
        heads.find_header([[cell.text for cell in _filled_up(sheet.cells[row])] for row in first]) is not None
    )


def _filled_up(cells: dict[int, Cell]) -> list[Cell]:
    return [cells.get(column, EMPTY) for column in range(max(cells) + 1)]


def _rows(sheet: Worksheet) -> list[Row]:
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
