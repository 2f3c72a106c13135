"""Tables of an OpenDocument spreadsheet (.ods): filled cells, hidden rows and columns, merged ranges.

One pass over `content.xml`. What is repeated (a row a million times, a cell to the last column) is written
out only where something stands in it, and each copy counts against the bounds of sheets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from math import isfinite

from kiemtin.documents import columns as heads
from kiemtin.documents.grid import Cell
from kiemtin.documents.limits import (
    CELL_CHARACTERS,
    CELLS,
    COLUMNS,
    MERGES,
    ROWS,
    SHEET_CHARACTERS,
    SHEETS,
)
from kiemtin.documents.sheets.number_formats import DAY_SECONDS, Kind, shown
from kiemtin.documents.sheets.open_styles import PLAIN, Style, Styles
from kiemtin.documents.sheets.parts import Parts
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import normalize

CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_EPOCH = datetime(1899, 12, 30)
_SURELY_A_DAY = 10
"""A day of the first week after the epoch is a length of time under a wrong format."""
_LENGTH = re.compile(
    r"P(?:([0-9]{1,6})D)?T?(?:([0-9]{1,7})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9}(?:\.[0-9]{1,12})?)S)?"
)
_CELLS = ("table-cell", "covered-table-cell")
_ALL_CELLS = 5 * CELLS.most
"""Of all tables together."""
_COLLAPSED = ("collapse", "filter")
_NO_TEXT = frozenset({"annotation", "shapes", "frame", "custom-shape", "forms", "tracked-changes"})
"""Elements whose text stands in no cell."""


class OpenTable:
    """What one pass finds of a visible table; the same as of a worksheet of .xlsx."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.cells: dict[int, dict[int, Cell]] = {}
        """By row from 1 and column from 0."""
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self.beyond = 0
        self.excess: Problem | None = None
        """The bound that it goes beyond: what stands further down is not kept."""


def is_open_spreadsheet(parts: Parts) -> bool:
    """Whether a package says that it is one, or holds one."""
    if "mimetype" in parts:
        return b"opendocument.spreadsheet" in parts.read("mimetype")[:200]
    return CONTENT in parts and b":spreadsheet" in parts.read(CONTENT)


def read_tables(parts: Parts) -> list[OpenTable]:
    """The visible tables. Raises DocumentError."""
    if CONTENT not in parts:
        raise DocumentError(Problem("package-part-missing", FilePlace(parts.path), {"part": CONTENT}))
    if _MANIFEST in parts and b"encryption-data" in parts.read(_MANIFEST):
        raise DocumentError(Problem("package-encrypted", FilePlace(parts.path)))
    styles = Styles()
    if "styles.xml" in parts:
        parts.scan("styles.xml", styles.start, styles.end)
    reading = _Tables(styles, FilePlace(parts.path))
    parts.scan(CONTENT, reading.start, reading.end, reading.text)
    if not reading.is_spreadsheet:
        raise DocumentError(Problem("ods-no-tables", FilePlace(parts.path)))
    return reading.found


class _Tables:
    def __init__(self, styles: Styles, place: FilePlace) -> None:
        self.found: list[OpenTable] = []
        self.is_spreadsheet = False
        self._styles, self._place = styles, place
        self._table: OpenTable | None = None
        self._nested = 0
        self._tables = self._total = 0
        self._row = self._repeat = self._column = self._count = self._characters = 0
        self._in_row = self._in_cell = False
        self._row_cells: dict[int, Cell] = {}
        self._row_hidden = False
        self._columns = 0
        self._column_styles: list[tuple[int, str]] = []
        """The last column that each default style holds for, and the style."""
        self._attributes: Mapping[str, str] = {}
        self._paragraphs: list[str] = []
        self._words: list[tuple[str, bool | None]] = []
        self._spans: list[bool | None] = []
        self._unread = 0
        self._in_paragraph = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._unread or tag in _NO_TEXT:
            self._unread += 1
            return
        if tag == "spreadsheet":
            self.is_spreadsheet = True
        elif not self.is_spreadsheet:
            self._styles.start(tag, attributes)
        elif tag == "table":
            self._start_table(attributes)
        elif self._table is None or self._nested > 1:
            return
        elif self._in_cell:
            self._start_text(tag, attributes)
        elif tag == "table-column":
            self._start_column(attributes)
        elif tag == "table-row":
            self._in_row = True
            self._repeat = _times(attributes, "table:number-rows-repeated")
            self._column = 0
            self._row_cells = {}
            self._row_hidden = _get(attributes, "table:visibility") in _COLLAPSED
        elif tag in _CELLS and self._in_row:
            self._in_cell = True
            self._attributes = attributes
            self._paragraphs, self._words, self._spans = [], [], []

    def end(self, tag: str) -> None:
        if self._unread:
            self._unread -= 1
        elif not self.is_spreadsheet:
            self._styles.end(tag)
        elif tag == "table":
            self._nested -= 1
            if not self._nested and self._table is not None:
                filled = {column for row in self._table.cells.values() for column in row}
                self._table.hidden_columns &= filled
                self._table = None
        elif self._table is None or self._nested > 1:
            return
        elif tag in _CELLS and self._in_cell:
            self._in_cell = False
            self._end_cell()
        elif self._in_cell:
            self._end_text(tag)
        elif tag == "table-row" and self._in_row:
            self._in_row = False
            self._end_row()

    def text(self, words: str) -> None:
        if self._in_paragraph and not self._unread:
            self._words.append((words, self._spans[-1] if self._spans else None))

    def _start_table(self, attributes: Mapping[str, str]) -> None:
        self._nested += 1
        if self._nested > 1:
            return
        self._tables += 1
        SHEETS.hold(self._tables, self._place)
        style = self._styles.of(_get(attributes, "table:style-name"), "table")
        if style.hidden:
            return
        self._table = OpenTable(normalize(_get(attributes, "table:name")).text)
        self.found.append(self._table)
        self._row = self._count = self._characters = self._columns = 0
        self._column_styles = []

    def _start_column(self, attributes: Mapping[str, str]) -> None:
        table = self._table
        first = self._columns
        self._columns += _times(attributes, "table:number-columns-repeated")
        if table is None or first >= COLUMNS.most:
            return
        last = min(self._columns, COLUMNS.most)
        self._column_styles.append((last, _get(attributes, "table:default-cell-style-name")))
        if _get(attributes, "table:visibility") in _COLLAPSED:
            table.hidden_columns.update(range(first, last))

    def _start_text(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in ("p", "h"):
            self._in_paragraph += 1
        elif tag == "span":
            style = self._styles.of(_get(attributes, "text:style-name"), "text")
            self._spans.append(style.struck if style is not PLAIN else None)
        elif tag == "s" and self._in_paragraph:
            self.text(" " * min(_times(attributes, "text:c"), 100))
        elif tag == "tab":
            self.text(" ")
        elif tag == "line-break":
            self.text("\n")

    def _end_text(self, tag: str) -> None:
        if tag in ("p", "h"):
            self._in_paragraph -= 1
            self._words.append(("\n", None))
        elif tag == "span" and self._spans:
            self._spans.pop()

    def _end_cell(self) -> None:
        repeated = _times(self._attributes, "table:number-columns-repeated")
        first = self._column
        self._column += repeated
        cell = self._cell(first)
        if self._table is None:
            return
        if cell is not None:
            last = min(self._column, COLUMNS.most)
            if self._column > COLUMNS.most:
                self._table.beyond += self._column - max(first, COLUMNS.most)
            for column in range(first, last):
                self._row_cells[column] = cell
        wide = _times(self._attributes, "table:number-columns-spanned")
        high = _times(self._attributes, "table:number-rows-spanned")
        if (wide > 1 or high > 1) and len(self._table.merged) <= MERGES.most and first < COLUMNS.most:
            row = self._row + 1
            self._table.merged.append((row, first, row + high - 1, first + wide - 1))

    def _end_row(self) -> None:
        table, cells = self._table, self._row_cells
        first = self._row + 1
        self._row += self._repeat
        if table is None or not cells:
            return
        self._count += len(cells) * self._repeat
        self._characters += sum(len(cell.text) for cell in cells.values()) * self._repeat
        for limit, amount in (
            (ROWS, len(table.cells) + self._repeat - heads.HEADER_ROWS),
            (CELLS, self._count),
            (SHEET_CHARACTERS, self._characters),
        ):
            if amount > limit.most and table.excess is None:
                table.excess = limit.problem(self._place)
        if table.excess is not None:
            return
        self._total += len(cells) * self._repeat
        if self._total > _ALL_CELLS:
            raise DocumentError(CELLS.problem(self._place))
        for row in range(first, self._row + 1):
            table.cells[row] = dict(cells)
            if self._row_hidden:
                table.hidden.add(row)

    def _cell(self, column: int) -> Cell | None:
        """The cell just read; None for an empty one."""
        get = self._attributes.get
        style = self._style(column)
        text, struck = self._said()
        struck = style.struck if struck is None else struck
        kind = get("office:value-type") or get("calcext:value-type") or ""
        if kind in ("float", "currency", "percentage"):
            number = _number(get("office:value"))
            if number is not None:
                return Cell(shown(number, Kind.NUMBER), number=number, struck=struck)
        elif kind == "time":
            length = _seconds(get("office:time-value") or "")
            if length is not None:
                return _of_length(length, style, text, struck=struck)
        elif kind == "date":
            moment = _moment(get("office:date-value") or "")
            if moment is not None:
                return _of_moment(moment, style, text, struck=struck)
        elif kind == "boolean":
            return Cell("TRUE" if get("office:boolean-value") == "true" else "FALSE", struck=struck)
        elif kind == "string" and not text:
            text = normalize(get("office:string-value") or "").text.strip()
        CELL_CHARACTERS.hold(len(text), self._place)
        if text:
            return Cell(text, struck=struck)
        formula = get("table:formula")
        return Cell("", formula=formula[:200]) if formula is not None and not kind else None

    def _style(self, column: int) -> Style:
        name = self._attributes.get("table:style-name")
        if name is None:
            name = next((style for last, style in self._column_styles if column < last), "")
        return self._styles.of(name, "table-cell")

    def _said(self) -> tuple[str, bool | None]:
        """The text of a cell without its struck-through runs, or all of it if they are the whole."""
        runs = [(words, struck) for words, struck in self._words if words]
        whole = normalize("".join(words for words, _ in runs)).text.strip()
        if all(struck is None for _, struck in runs):
            return whole, None
        kept = normalize("".join(words for words, struck in runs if not struck)).text.strip()
        return (kept, False) if kept else (whole, any(struck for _, struck in runs))


def _of_length(length: float, style: Style, text: str, *, struck: bool) -> Cell:
    seconds = style.kind is Kind.SECONDS if style.kind is not None else text.count(":") > 1
    kind = Kind.SECONDS if seconds else Kind.MINUTES
    moment = _EPOCH + timedelta(seconds=round(length)) if length < DAY_SECONDS else None
    return Cell(
        shown(length / DAY_SECONDS, kind), moment=moment, length=length, shows_seconds=seconds, struck=struck
    )


def _of_moment(moment: datetime, style: Style, text: str, *, struck: bool) -> Cell:
    days = (moment - _EPOCH).total_seconds() / DAY_SECONDS
    if 0 <= days < _SURELY_A_DAY:
        return _of_length(round(days * DAY_SECONDS, 3), style, text, struck=struck)
    day = f"{moment:%d/%m/}{moment.year:04d}"
    bare = moment == datetime(moment.year, moment.month, moment.day)
    return Cell(day if bare else f"{day} {moment:%H:%M}", moment=moment, struck=struck)


def _get(attributes: Mapping[str, str], name: str) -> str:
    return attributes.get(name, "")


def _times(attributes: Mapping[str, str], name: str) -> int:
    """How often something is repeated; once, unless a number of at most eight figures says otherwise."""
    value = attributes.get(name, "")
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 9 else 1


def _number(value: str | None) -> float | None:
    try:
        number = float(value) if value is not None and len(value) < 400 else None
    except ValueError:
        return None
    return number if number is not None and isfinite(number) else None


def _seconds(value: str) -> float | None:
    found = _LENGTH.fullmatch(value)
    if found is None or not any(found.groups()):
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in found.groups())
    return round(days * DAY_SECONDS + hours * 3600 + minutes * 60 + seconds, 3)


def _moment(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value[:40])
    except ValueError:
        return None
    return moment.replace(tzinfo=None, microsecond=0)
