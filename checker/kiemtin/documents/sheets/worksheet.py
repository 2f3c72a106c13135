"""The filled cells of one worksheet, its hidden rows and merged ranges."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isfinite

from kiemtin.documents.grid import Cell
from kiemtin.documents.limits import CELL_CHARACTERS, CELLS, COLUMNS, MERGES, ROWS, SHEET_CHARACTERS
from kiemtin.documents.sheets.number_formats import Kind, moment_of, seconds_of, shown
from kiemtin.documents.sheets.parts import EnoughError, is_on
from kiemtin.documents.sheets.strings import Runs, Text, unescape
from kiemtin.documents.sheets.styles import PLAIN
from kiemtin.documents.sheets.workbook import Sheet, Workbook
from kiemtin.foundation.places import FilePlace

_SURELY_A_DAY = 10
"""A day of the first week of 1900 is a length of time under a wrong format."""
_NO_TEXT = Text("", None)
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


class Worksheet:
    """What one pass over a sheet finds; a sheet of more than `rows` filled rows is read no further."""

    def __init__(self, book: Workbook, sheet: Sheet, rows: int = ROWS.most + 1) -> None:
        self.title = sheet.title
        self.cells: dict[int, dict[int, Cell]] = {}
        """By row from 1 and column from 0."""
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()
        """From 0, those with anything in them."""
        self.merged: list[tuple[int, int, int, int]] = []
        """First row, first column, last row, last column."""
        self.beyond = 0
        """Filled cells right of the last column that is read."""
        self._book, self._place, self._most_rows = book, FilePlace(book.parts.path), rows
        self._row = self._column = self._count = self._characters = 0
        self._in_data = self._in_cell = self._has_runs = False
        self._type = self._style = ""
        self._captured: list[str] | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._runs = Runs()
        self._hidden_ranges: list[tuple[int, int]] = []
        book.parts.scan(sheet.part, self._start, self._end, self._text)
        if self._hidden_ranges:
            filled = {column for row in self.cells.values() for column in row}
            self.hidden_columns = {
                column for column in filled for first, last in self._hidden_ranges if first <= column <= last
            }

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._in_cell:
            if tag in ("v", "f"):
                self._captured = []
            else:
                self._has_runs = True
                self._runs.start(tag, attributes)
        elif tag == "c" and self._in_data:
            self._in_cell = True
            found = _REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = _column(found[1]) if found else self._column + 1
            self._type, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._value = self._formula = None
            self._has_runs = False
        elif tag == "row" and self._in_data:
            number = attributes.get("r", "")
            self._row = (
                int(number) if number.isascii() and number.isdigit() and len(number) < 8 else self._row + 1
            )
            self._column = -1
            if "hidden" in attributes and is_on(attributes["hidden"]):
                self.hidden.add(self._row)
        elif tag == "sheetData":
            self._in_data = True
        elif tag == "col":
            if is_on(attributes.get("hidden", "0")) and len(self._hidden_ranges) < COLUMNS.most:
                self._hide(attributes.get("min", ""), attributes.get("max", ""))
        elif tag == "mergeCell" and len(self.merged) <= MERGES.most:
            self._merge(attributes.get("ref", ""))

    def _text(self, text: str) -> None:
        if self._captured is not None:
            self._captured.append(text)
        elif self._in_cell:
            self._runs.characters(text)

    def _end(self, tag: str) -> None:
        if self._in_cell:
            if tag == "c":
                self._in_cell = False
                if self._value is not None or self._formula is not None or self._has_runs:
                    self._keep()
            elif tag in ("v", "f") and self._captured is not None:
                said = "".join(self._captured)
                self._captured = None
                if tag == "v":
                    self._value = said
                else:
                    self._formula = said
            else:
                self._runs.end(tag)
        elif tag == "sheetData":
            self._in_data = False

    def _keep(self) -> None:
        cell = self._cell(self._runs.take() if self._has_runs else _NO_TEXT)
        if cell is None:
            return
        if self._column >= COLUMNS.most:
            self.beyond += 1
            return
        self._count += 1
        self._characters += len(cell.text)
        CELL_CHARACTERS.hold(len(cell.text), self._place)
        CELLS.hold(self._count, self._place)
        SHEET_CHARACTERS.hold(self._characters, self._place)
        self.cells.setdefault(self._row, {})[self._column] = cell
        if len(self.cells) > self._most_rows:
            raise EnoughError

    def _cell(self, inline: Text) -> Cell | None:
        """The cell just read; None for an empty one, also if its formula gave the empty text."""
        value, index = self._value, self._style
        known = index.isascii() and index.isdigit() and len(index) < 7 and int(index) < len(self._book.styles)
        style = self._book.styles[int(index)] if known else PLAIN
        if self._type == "s":
            text = self._shared(value or "")
        elif self._type == "inlineStr":
            text = inline
        elif value is None or (self._type == "n" and not value.strip()):
            if self._formula is None and not inline.text:
                return None
            if self._formula is not None:
                return Cell("", formula=self._formula[:200])
            text = inline
        elif self._type == "b":
            text = Text("TRUE" if value.strip() == "1" else "FALSE", None)
        elif self._type in ("str", "e", "d"):
            text = Text(unescape(value), None)
        else:
            number = _number(value)
            if number is not None:
                return self._numeric(number, style.kind, struck=style.struck)
            text = Text(value, None)
        stripped = text.text.strip()
        if not stripped:
            return None
        return Cell(stripped, struck=style.struck if text.struck is None else text.struck)

    def _shared(self, value: str) -> Text:
        at = value.strip()
        if at.isascii() and at.isdigit() and len(at) < 8 and int(at) < len(self._book.texts):
            return self._book.texts[int(at)]
        return _NO_TEXT

    def _numeric(self, number: float, kind: Kind, *, struck: bool) -> Cell:
        from_1904 = self._book.from_1904
        text = shown(number, kind, from_1904=from_1904)
        if kind is Kind.NUMBER:
            return Cell(text, number=number, struck=struck)
        moment = moment_of(number, from_1904=from_1904)
        length = seconds_of(number)
        shows_seconds = kind is Kind.SECONDS
        if kind in (Kind.DAY, Kind.MOMENT) and number >= _SURELY_A_DAY:
            return Cell(text, moment=moment, struck=struck)
        return Cell(text, moment=moment, length=length, shows_seconds=shows_seconds, struck=struck)

    def _hide(self, first: str, last: str) -> None:
        if all(number.isascii() and number.isdigit() and len(number) < 8 for number in (first, last)):
            self._hidden_ranges.append((int(first) - 1, int(last) - 1))

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        begin, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if begin and end:
            top, bottom = sorted((int(begin[2]), int(end[2])))
            left, right = sorted((_column(begin[1]), _column(end[1])))
            self.merged.append((top, left, bottom, right))


def _column(letters: str) -> int:
    """A is 0, AA is 26."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _number(value: str) -> float | None:
    try:
        number = float(value) if len(value) < 400 else None
    except ValueError:
        return None
    return number if number is not None and isfinite(number) else None
