"""A work calendar kept as a table (.csv, .tsv, .xlsx): one row an event, headings in Vietnamese or English.

A row without a day is on the day of the row above, as weekly calendars merge it. The first sheet with
headings of ours counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from kiemtin.documents.grid import Cell, Row
from kiemtin.documents.keys import plain_key
from kiemtin.documents.limits import TEXT_BYTES
from kiemtin.documents.moments import YearMissingError
from kiemtin.events.model import Event
from kiemtin.events.times import read_days, read_hours
from kiemtin.foundation.limits import EVENTS
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import normalize

COLUMNS = {
    "day": ("ngày", "thứ, ngày", "thứ ngày", "thứ/ngày", "ngày tháng", "ngày, tháng", "ngày diễn ra",
            "date", "day"),
    "hour": ("giờ", "thời gian", "bắt đầu", "giờ bắt đầu", "từ", "time", "hour", "start"),
    "end": ("kết thúc", "giờ kết thúc", "đến", "đến giờ", "end", "until"),
    "title": ("nội dung", "nội dung công việc", "công việc", "sự kiện", "tên sự kiện", "hoạt động",
              "nội dung làm việc", "title", "event", "summary", "subject", "activity"),
    "kind": ("loại sự kiện", "loại", "loại hoạt động", "kind", "type", "kind of event"),
    "place": ("địa điểm", "nơi", "tại", "place", "location", "venue"),
    "leaders": ("lãnh đạo", "chủ trì", "người chủ trì", "lãnh đạo dự", "lãnh đạo chủ trì", "đồng chí",
                "leader", "leaders", "chair", "chaired by"),
    "guests": ("khách mời", "đại biểu", "thành phần", "thành phần tham dự", "thành phần dự", "thành phần mời",
               "khách", "guests", "attendees", "guests announced"),
}  # fmt: skip
COLUMN_OF = {plain_key(heading): column for column, all_ in COLUMNS.items() for heading in all_}
_HEADER_ROWS = 20
_MOST_CELL = 4_000
_MOST_DOUBTS = 20
_YEAR = re.compile(r"\b(20\d\d)\b")


class Table(NamedTuple):
    events: list[Event]
    doubts: list[Problem]


def read_table(data: bytes, path: str, suffix: str) -> Table:
    """Raises DocumentError for what is no such table."""
    rows = _xlsx(data, path) if suffix in (".xlsx", ".xlsm") else _csv(data, path)
    at = _header(rows)
    if at is None:
        raise DocumentError(Problem("calendar-no-header", FilePlace(path)))
    EVENTS.hold(len(rows) - at - 1, FilePlace(path))
    return _Reading(path, rows[:at], rows[at]).table(rows[at + 1 :])


def _columns(cells: Sequence[Cell]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        column = COLUMN_OF.get(plain_key(cell.text).strip(" :.")) if len(cell.text) < 60 else None
        if column is not None:
            found.setdefault(column, at)
    return found


def _header(rows: Sequence[Row]) -> int | None:
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        columns = _columns(row.cells)
        if "day" in columns and ("title" in columns or "leaders" in columns):
            return at
    return None


class _Reading:
    def __init__(self, path: str, above: Sequence[Row], header: Row) -> None:
        self._path = path
        self._columns = _columns(header.cells)
        years = {year for row in above for cell in row.cells for year in _YEAR.findall(cell.text)}
        years = years or set(_YEAR.findall(path.rpartition("/")[2]))
        self._year = int(years.pop()) if len(years) == 1 else None
        self._width = len(header.cells)
        self._day: tuple[datetime | date, datetime | date | None] | None = None
        self._doubts: list[Problem] = []

    def table(self, rows: Sequence[Row]) -> Table:
        events: list[Event] = []
        for row in rows:
            if not any(cell.text.strip() for cell in row.cells):
                continue
            event = self._event(row)
            if event is not None:
                events.append(event)
        return Table(events, self._doubts)

    def _event(self, row: Row) -> Event | None:
        if not self._settle_day(row) or self._day is None:
            return None
        words = {
            column: self._text(row, column) for column in ("title", "kind", "place", "leaders", "guests")
        }
        if not any(words.values()):
            return None
        beyond = [cell.text for cell in row.cells[self._width :] if cell.text.strip()]
        if beyond:
            self._doubt("calendar-more-cells", row, " ".join(beyond))
        start, last = self._day
        try:
            hour, end_hour = self._hours(row)
        except ValueError:
            self._doubt("calendar-bad-hour", row, self._text(row, "hour") or self._text(row, "end"))
            hour, end_hour = None, None
        if hour is not None and not isinstance(start, datetime):
            start = datetime.combine(start, hour)
        end = last
        if end_hour is not None:
            day = last or (start.date() if isinstance(start, datetime) else start)
            end = datetime.combine(day.date() if isinstance(day, datetime) else day, end_hour)
        return Event(start, end, at=FilePlace(self._path, row.number), **words)

    def _settle_day(self, row: Row) -> bool:
        """Whether the day of a row is known; a cell that says none leaves that of the row above."""
        cell = row.cell(self._columns["day"])
        if not cell.text.strip():
            return self._day is not None
        try:
            self._day = (_day_of(cell), None) if cell.moment is not None else read_days(cell.text, self._year)
        except YearMissingError:
            self._doubt("calendar-no-year", row, cell.text)
            self._day = None
        except (ValueError, OverflowError):
            self._doubt("calendar-bad-day", row, cell.text)
            self._day = None
        return self._day is not None

    def _hours(self, row: Row) -> tuple[time | None, time | None]:
        """Raises ValueError."""
        first, last = _hours_of(row.cell(self._columns.get("hour")))
        own, _ = _hours_of(row.cell(self._columns.get("end")))
        return first, own or last

    def _text(self, row: Row, column: str) -> str:
        text = row.cell(self._columns.get(column)).text.strip()
        return text[:_MOST_CELL]

    def _doubt(self, code: str, row: Row, value: str) -> None:
        if len(self._doubts) < _MOST_DOUBTS:
            place = FilePlace(self._path, row.number)
            self._doubts.append(Problem(code, place, {"value": value[:60]}, warning=True))


def _day_of(cell: Cell) -> datetime | date:
    moment = cell.moment
    assert moment is not None
    return moment if moment.time() != time() else moment.date()


def _hours_of(cell: Cell) -> tuple[time | None, time | None]:
    if cell.length is not None and 0 <= cell.length < 86_400:
        return (datetime.min + timedelta(seconds=int(cell.length))).time(), None
    if cell.moment is not None:
        return cell.moment.time(), None
    return read_hours(cell.text)


def _csv(data: bytes, path: str) -> list[Row]:
    """Rows under the delimiter that gives a header of ours most columns."""
    import csv
    import io

    from kiemtin.documents.decoding import decode

    TEXT_BYTES.hold(len(data), FilePlace(path))
    text = normalize(decode(data, path)).text
    best: tuple[int, list[Row]] = (-1, [])
    for delimiter in ",;\t":
        rows: list[Row] = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            for cells in reader:
                rows.append(Row(reader.line_num, [Cell(cell.strip()) for cell in cells[:60]]))
                if len(rows) > EVENTS.most + _HEADER_ROWS:
                    break
        except csv.Error as error:
            if best[0] <= 0 and delimiter == "\t":
                arguments = {"reason": str(error)}
                raise DocumentError(
                    Problem("calendar-broken", FilePlace(path, reader.line_num), arguments)
                ) from None
            continue
        known = max((len(_columns(row.cells)) for row in rows[:_HEADER_ROWS]), default=0)
        if known > best[0]:
            best = (known, rows)
    return best[1]


def _xlsx(data: bytes, path: str) -> list[Row]:
    from kiemtin.documents.sheets.workbook import open_workbook
    from kiemtin.documents.sheets.worksheet import Worksheet
    from kiemtin.documents.spreadsheet import filled_rows

    book = open_workbook(data, path)
    found: list[Row] = []
    for sheet in book.sheets:
        rows = list(_shown(filled_rows(Worksheet(book, sheet))))
        if _header(rows) is not None:
            return rows
        found = found or rows
    return found


def _shown(rows: Sequence[Row]) -> Iterator[Row]:
    return (row for row in rows if not row.hidden)
