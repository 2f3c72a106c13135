"""A rundown from its rows, whatever file they come from: one item for each row that goes on air or to print.

The document's text is the filled cells joined by newlines. Rows above the header are metadata of the
bulletin; full-width rows are headings of sections; rows that were dropped stay in the text, have a
note, and are no items. Length is the actual one where the rundown has it, else the planned one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from kiemtin.documents import columns as heads
from kiemtin.documents import front_matter
from kiemtin.documents.columns import Columns
from kiemtin.documents.grid import Cell, Row
from kiemtin.documents.keys import plain_key
from kiemtin.documents.metadata_fields import (
    FIELD_OF_KEY,
    bad_value_code,
    build_metadata,
    read_value,
)
from kiemtin.documents.model import Block, Document, Item, Metadata, Note, Origin, Zone
from kiemtin.documents.rundown_durations import Cells as DurationCells
from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.problems import DocumentError, Problem

MAX_ROWS = 5_000

_ZONES = {
    heads.HEADLINE: Zone.HEADLINE,
    heads.LEAD: Zone.LEAD,
    heads.TEXT: Zone.BODY,
    heads.CAPTION: Zone.CAPTION,
    heads.CUE: Zone.CUE,
}
_FIELDS = (
    "page", "section", "position", "photos", "published", heads.TIME, "event", "event_time", "outlet",
    "medium",
)  # fmt: skip
_INHERITED = ("outlet", "medium", "published", "programme")
_DROPPED = re.compile(
    r"(?:(?:đã |xin |tạm )?(?:bỏ|cắt|hủy|huỷ|hoãn|rút|không (?:phát|dùng|đăng))(?: (?:tin|bài|mục))?"
    r"|float(?:ed)?|drop(?:ped)?|kill(?:ed)?|skip(?:ped)?)(?:\s*[.,;:(–-].*)?",
    re.I | re.S,
)
_TOTAL = re.compile(r"(?:tổng|tổng cộng|cộng|tổng thời lượng|tổng số|total)\b.*", re.I | re.S)


def build(
    rows: Sequence[Row],
    path: str,
    sheet: str,
    *,
    notes: Sequence[Note],
    overrides: Metadata | None,
    digest: str,
) -> Document:
    """The bulletin of one sheet. Raises DocumentError."""
    found = heads.find_header([[cell.text for cell in row.cells] for row in rows])
    if found is None:
        known = "STT, Tên tin, Lời dẫn, Nội dung, Thời lượng, Trang, Mục, Ghi chú"
        raise DocumentError(Problem("rundown-no-header", FilePlace(path), {"known": known}))
    if len(rows) > MAX_ROWS:
        raise DocumentError(Problem("rundown-too-many-rows", FilePlace(path), {"limit": MAX_ROWS}))
    index, columns = found
    return _Rundown(path, sheet, columns, list(notes)).document(rows, index, overrides, digest)


class _Rundown:
    """Collects text, items, notes and problems while it goes down the rows."""

    def __init__(self, path: str, sheet: str, columns: Columns, notes: list[Note]) -> None:
        self._path, self._sheet, self._columns, self._notes = path, sheet, columns, notes
        self._texts: list[str] = []
        self._length = 0
        self._spans: dict[tuple[int, int], Span] = {}
        self._cells: dict[Span, tuple[int, int, str]] = {}
        self._problems: list[Problem] = []
        self._headings: list[str] = []
        self._durations = DurationCells(columns.units)

    def document(self, rows: Sequence[Row], header: int, overrides: Metadata | None, digest: str) -> Document:
        for row in rows:
            self._write(row)
        self._headings = [cell.text for cell in rows[header].cells]
        bulletin = self._said_above(rows[:header]).overridden(overrides)
        for column, heading in self._columns.unknown.items():
            span = self._spans[rows[header].number, column]
            self._notes.append(Note("rundown-column-unknown", {"heading": heading}, span))
        drafts = self._items(rows[header + 1 :])
        if self._problems:
            raise DocumentError(self._problems)
        if not drafts:
            raise DocumentError(Problem("rundown-no-items", FilePlace(self._path, rows[header].number)))
        seconds, notes = self._durations.settle(bulletin.duration)
        self._notes += notes
        items = []
        for position, (row, values, blocks) in enumerate(drafts, start=1):
            values["duration"] = seconds.get(row.number)
            if values.get("position") is None and "page" not in self._columns.of_role:
                values["position"] = position
            _inherit(values, bulletin, overrides)
            number = self._text_of(row, heads.NUMBER) or None
            items.append(Item(blocks, build_metadata(values), number))
        text = "\n".join(self._texts)
        return Document(
            self._path, "bulletin", text, tuple(items), bulletin, None, tuple(self._notes), digest
        )

    def _write(self, row: Row) -> None:
        for column, cell in enumerate(row.cells):
            if cell.text.strip():
                span = Span(self._length, self._length + len(cell.text))
                self._texts.append(cell.text)
                self._spans[row.number, column] = span
                self._cells[span] = (row.number, column, cell.text)
                self._length = span.end + 1

    def _said_above(self, rows: Sequence[Row]) -> Metadata:
        """Metadata in cells `key: value`, or in a key's cell with the value in the next one."""
        entries: list[front_matter.Entry] = []
        for row in rows:
            filled = [(column, cell) for column, cell in enumerate(row.cells) if cell.text.strip()]
            skip = False
            for at, (column, cell) in enumerate(filled):
                if skip:
                    skip = False
                    continue
                span = self._spans[row.number, column]
                key, colon, value = cell.text.partition(":")
                known = plain_key(key) in FIELD_OF_KEY
                if known and not value.strip() and at + 1 < len(filled):
                    next_column, next_cell = filled[at + 1]
                    entries.append((key.strip(), span, next_cell.text, self._spans[row.number, next_column]))
                    skip = True
                elif known and colon:
                    start = span.start + len(key) + 1
                    entries.append(
                        (key.strip(), Span(span.start, start - 1), value.strip(), Span(start, span.end))
                    )
        metadata, _, notes = front_matter.read(entries, self._place)
        self._notes += notes
        return metadata

    def _items(self, rows: Sequence[Row]) -> list[tuple[Row, dict[str, object], tuple[Block, ...]]]:
        found: list[tuple[Row, dict[str, object], tuple[Block, ...]]] = []
        section: str | None = None
        for row in rows:
            filled = [column for column, cell in enumerate(row.cells) if cell.text.strip()]
            if not filled:
                continue
            span = Span(self._spans[row.number, filled[0]].start, self._spans[row.number, filled[-1]].end)
            title = self._title(row)
            reason = self._dropped(row, title)
            if reason is not None:
                arguments = {"row": row.number, "title": title or row.cell(filled[0]).text}
                self._notes.append(Note(reason, arguments, span))
            elif self._is_section(row, filled):
                section = row.cell(filled[0]).text.strip()
            elif _TOTAL.fullmatch(row.cell(filled[0]).text.strip()) and not self._text_of(row, heads.TEXT):
                self._notes.append(Note("rundown-total-skipped", {"row": row.number}, span))
            elif not title:
                self._notes.append(Note("rundown-row-without-text", {"row": row.number}, span))
            else:
                values = self._values(row)
                if values.get("section") is None:
                    values["section"] = section
                found.append((row, values, self._blocks(row)))
                for role in (heads.ACTUAL, "duration"):
                    column = self._columns.of_role.get(role)
                    cell = row.cell(column)
                    if column is not None and cell.text.strip():
                        self._durations.add(row.number, role, cell, self._spans[row.number, column])
        return found

    def _text_of(self, row: Row, role: str) -> str:
        return row.cell(self._columns.of_role.get(role)).text.strip()

    def _title(self, row: Row) -> str:
        return next(
            (text for role in (heads.HEADLINE, heads.LEAD, heads.TEXT) if (text := self._text_of(row, role))),
            "",
        )

    def _dropped(self, row: Row, title: str) -> str | None:
        if row.hidden:
            return "rundown-row-hidden"
        told = [
            row.cell(self._columns.of_role.get(role)) for role in (heads.HEADLINE, heads.LEAD, heads.TEXT)
        ]
        told = [cell for cell in told if cell.text.strip()]
        if told and told[0].struck and title:
            return "rundown-row-struck"
        return "rundown-row-dropped" if _DROPPED.fullmatch(self._text_of(row, heads.NOTE)) else None

    def _is_section(self, row: Row, filled: list[int]) -> bool:
        """A heading stands alone: in a merged range, or where no item's text could stand."""
        if len(filled) != 1:
            return False
        if row.merged >= max(2, len(self._columns.of_role) // 2):
            return True
        role = self._columns.role_at().get(filled[0])
        text = row.cell(filled[0]).text.strip()
        return role == heads.NUMBER and len(text) > 3 and not _TOTAL.fullmatch(text)

    def _values(self, row: Row) -> dict[str, object]:
        values: dict[str, object] = {}
        for field in _FIELDS:
            column = self._columns.of_role.get(field)
            cell = row.cell(column)
            if column is None or not cell.text.strip():
                continue
            try:
                values[field] = _value_of(field, cell)
            except ValueError:
                place = FilePlace(self._path, row.number, column + 1, len(cell.text), cell.text)
                arguments = {"key": self._headings[column], "value": cell.text}
                self._problems.append(Problem(bad_value_code(field), place, arguments))
        return values

    def _blocks(self, row: Row) -> tuple[Block, ...]:
        roles = self._columns.role_at()
        blocks = []
        for column, cell in enumerate(row.cells):
            if cell.text.strip():
                zone = _ZONES.get(roles.get(column, ""), Zone.METADATA)
                if zone is Zone.LEAD and heads.TEXT not in self._columns.of_role:
                    zone = Zone.BODY  # what the presenter says is then all the text there is
                span = self._spans[row.number, column]
                origin = Origin("cell", row.number, column + 1, self._sheet)
                blocks.append(Block(zone, span.start, span.end, origin))
        return tuple(blocks)

    def _place(self, span: Span) -> FilePlace:
        """A cell as a place: its row is the line, its column the column."""
        for cell_span, (row, column, text) in self._cells.items():
            if cell_span.covers(span):
                return FilePlace(self._path, row, column + 1, max(1, len(span)), text)
        return FilePlace(self._path)


def _inherit(values: dict[str, object], bulletin: Metadata, overrides: Metadata | None) -> None:
    """Give an item what holds for its whole bulletin; what the caller supplied comes before the file's."""
    for field in _INHERITED:
        given = getattr(overrides, field) if overrides is not None else None
        if given is not None or values.get(field) is None:
            values[field] = getattr(bulletin, field)


def _value_of(field: str, cell: Cell) -> object:
    value = cell.value
    if field == heads.TIME and isinstance(value, (time, datetime)):
        return value if isinstance(value, time) else value.time()
    if field in ("published", "event_time"):
        if isinstance(value, datetime):
            return value if value.time() != time() else value.date()
        if isinstance(value, date):
            return value
    if isinstance(value, (time, timedelta)) and field != "section":
        raise ValueError(cell.text)
    return read_value(field, cell.text)
