"""Rundowns as .xlsx: values with their number formats, hidden and struck-through rows, merged headings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kiemtin.documents import columns as heads
from kiemtin.documents import rundown
from kiemtin.documents.grid import EMPTY, Cell, Row
from kiemtin.documents.model import Document, Metadata, Note
from kiemtin.documents.packages import Package
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import normalize

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MAX_COLUMNS = 60


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """The bulletin on the first visible sheet that has a header of ours. Raises DocumentError."""
    has_formulas = _inspect(data, path)
    sheets = [sheet for sheet in _sheets(data, path, values=True) if sheet.sheet_state == "visible"]
    formulas = {sheet.title: sheet for sheet in _sheets(data, path, values=False)} if has_formulas else {}
    filled = [(sheet, rows) for sheet in sheets if (rows := _rows(sheet, path, formulas.get(sheet.title)))]
    if not filled:
        raise DocumentError(Problem("document-empty", FilePlace(path)))
    ours = [
        (sheet, rows)
        for sheet, rows in filled
        if heads.find_header([[cell.text for cell in row.cells] for row in rows])
    ]
    sheet, rows = (ours or filled)[0]
    notes = []
    if len(ours) > 1:
        others = ", ".join(other.title for other, _ in ours[1:])
        notes.append(Note("rundown-other-sheets", {"sheet": sheet.title, "others": others}))
    return rundown.build(
        rows, path, sheet.title, notes=notes, overrides=overrides, digest=sha256(data).hexdigest()
    )


def _inspect(data: bytes, path: str) -> bool:
    """Unpack every XML part within the limits and refuse a DOCTYPE; whether any sheet has formulas."""
    package = Package(data, path)
    if "[Content_Types].xml" not in package.names:
        raise DocumentError(Problem("package-part-missing", FilePlace(path), {"part": "[Content_Types].xml"}))
    has_formulas = False
    for name in package.names:
        if name.endswith((".xml", ".rels")):
            part = package.read(name)
            package.refuse_doctype(part, name)
            has_formulas |= "/worksheets/" in name and b"<f" in part
    return has_formulas


def _sheets(data: bytes, path: str, *, values: bool) -> list[Worksheet]:
    import warnings

    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about extensions of Excel that are not read
            book = openpyxl.load_workbook(BytesIO(data), data_only=values, rich_text=values)
    except Exception:  # the library fails on malformed parts with errors of every kind
        raise DocumentError(Problem("package-damaged", FilePlace(path), {"part": ""})) from None
    return list(book.worksheets)


def _rows(sheet: Worksheet, path: str, formulas: Worksheet | None) -> list[Row]:
    """Rows down to the last filled one; a sheet may claim a million, so only stored cells are visited."""
    stored: Mapping[tuple[int, int], Any] = sheet._cells
    cells: dict[int, dict[int, Cell]] = {}
    uncached: list[Problem] = []
    for (row, column), cell in stored.items():
        if column > MAX_COLUMNS:
            continue
        if cell.value is None:
            formula = formulas._cells.get((row, column)) if formulas is not None else None
            if formula is not None and formula.data_type == "f":
                place = FilePlace(path, row, column, 1, str(formula.value))
                uncached.append(Problem("rundown-formula-uncached", place, {"cell": cell.coordinate}))
            continue
        try:
            cells.setdefault(row, {})[column - 1] = _cell(cell)
        except IndexError:  # a style that the file does not have
            raise DocumentError(
                Problem("package-damaged", FilePlace(path), {"part": "xl/styles.xml"})
            ) from None
    if not cells:
        return []
    if uncached:
        raise DocumentError(uncached[:10])
    merged = _merged(sheet, cells)
    rows = []
    for number in sorted(cells):
        filled = cells[number]
        row_cells = [filled.get(column, EMPTY) for column in range(max(filled) + 1)]
        hidden = bool(sheet.row_dimensions[number].hidden)
        rows.append(Row(number, row_cells, hidden=hidden, merged=merged.get(number, 0)))
    return rows


def _merged(sheet: Worksheet, cells: dict[int, dict[int, Cell]]) -> dict[int, int]:
    """Widths of merged ranges by row; a cell merged downwards is given to each row it stands beside."""
    widths: dict[int, int] = {}
    for area in sheet.merged_cells.ranges:
        column = area.min_col - 1
        widths[area.min_row] = max(widths.get(area.min_row, 0), area.max_col - area.min_col + 1)
        first = cells.get(area.min_row, {}).get(column)
        if first is not None and area.min_col == area.max_col:
            for row in range(area.min_row + 1, min(area.max_row, area.min_row + rundown.MAX_ROWS) + 1):
                if row in cells:
                    cells[row][column] = first
    return widths


def _cell(cell: Any) -> Cell:
    value = cell.value
    struck = bool(cell.font is not None and cell.font.strike)
    if not isinstance(value, str) and isinstance(value, list):  # rich text: runs with fonts of their own
        runs = [(str(run), bool(getattr(getattr(run, "font", None), "strike", struck))) for run in value]
        kept = "".join(text for text, run_struck in runs if not run_struck)
        struck = not kept.strip()
        value = "".join(text for text, _ in runs) if struck else kept
    text = normalize(_shown(value)).text.strip()
    return Cell(text, None if isinstance(value, str) else value, cell.number_format or "", struck=struck)


def _shown(value: object) -> str:
    """A value as text: whole numbers without a point, days as 12/03/2024, times with seconds if any."""
    if isinstance(value, datetime):
        day = f"{value:%d/%m/%Y}"
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
