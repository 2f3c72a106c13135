"""A roster kept in a workbook (.xlsx): people and terms, a precedence list, what is recorded completely.

Of the sheets of an exported workbook each is known by its title; in any other the first visible sheet has the
terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from kiemtin.documents.limits import MERGES
from kiemtin.documents.sheets.workbook import Sheet, Workbook, open_workbook
from kiemtin.documents.sheets.worksheet import Worksheet
from kiemtin.foundation.limits import ROSTER_ROWS
from kiemtin.foundation.places import FilePlace, cell_name
from kiemtin.foundation.text import fold
from kiemtin.officials.rosters import columns as c
from kiemtin.officials.rosters.entries import Entries
from kiemtin.officials.rosters.raw import Entry, RawRoster, Where
from kiemtin.officials.rosters.tables import Line, people_of, rows_below_heading

TERMS: Final = "Danh bạ"
ORDER: Final = "Thứ tự"
COMPLETE: Final = "Ghi đủ"
ABOUT: Final = "Giới thiệu"
NAME_KEY: Final = "Tên danh bạ"
ABOUT_KEY: Final = "Nội dung"
_STATUS: Final = {fold(word): status for status, word in c.STATUSES.items()} | {
    status: status for status in c.STATUSES
}


def read_sheets(source: bytes, path: Path, entries: Entries) -> RawRoster:
    """All that the known sheets give. Raises DocumentError for what is no workbook, or is too large."""
    book = open_workbook(source, str(path))
    by_title = {fold(sheet.title): sheet for sheet in book.sheets}
    terms = by_title.get(fold(TERMS)) or next(iter(book.sheets), None)
    if terms is None:
        entries.report("columns", what=", ".join(c.PEOPLE[field][0] for field in ("name", "role")))
        return RawRoster()
    found = people_of(rows_below_heading(_lines(book, terms), c.PEOPLE, entries, ("name", "role")), entries)
    order, complete, about = (by_title.get(fold(title)) for title in (ORDER, COMPLETE, ABOUT))
    if order is not None and order is not terms:
        found = found._replace(order=_order(_lines(book, order), entries))
    if complete is not None and complete is not terms:
        found = _with_complete(found, _lines(book, complete), entries)
    if about is not None and about is not terms:
        told = {fold(line.cells[0]): line.cells[1] for line in _lines(book, about) if len(line.cells) > 1}
        found = found._replace(name=told.get(fold(NAME_KEY), ""), about=told.get(fold(ABOUT_KEY), ""))
    return found


def _lines(book: Workbook, sheet: Sheet) -> Iterator[Line]:
    """The filled rows with the names of their cells; those that somebody struck through are left out."""
    worksheet = Worksheet(book, sheet, ROSTER_ROWS.most + 2)
    place = FilePlace(book.parts.path)
    ROSTER_ROWS.hold(len(worksheet.cells) - 1, place)  # below the heading
    MERGES.hold(len(worksheet.merged), place)
    width = 0
    for number in sorted(worksheet.cells):
        cells = worksheet.cells[number]
        width = max(width, max(cells) + 1)  # an empty cell below a heading can be named as well
        texts = [cells[at].text if at in cells and not cells[at].struck else "" for at in range(width)]
        names = tuple(f"{sheet.title}!{cell_name(number, at + 1)}" for at in range(width))
        yield Line(texts, Where(f"{sheet.title}!{number}"), names)


def _order(lines: Iterator[Line], entries: Entries) -> list[Entry]:
    rows = rows_below_heading(lines, c.ORDER, entries, ("rank", "title"))
    found = []
    for row in rows:
        fields: dict[str, Any] = {
            key: c.iso(value) if key in c.DATES else value for key, value in row.cells.items()
        }
        if "status" in fields:
            fields["status"] = _STATUS.get(fold(fields["status"]), fields["status"])
        found.append(Entry(fields, row.where))
    return found


def _with_complete(raw: RawRoster, lines: Iterator[Line], entries: Entries) -> RawRoster:
    """Rows with a person: all offices of the person are recorded; with an office: all its holders are."""
    people = {entry.fields["id"]: entry.fields for entry in raw.persons}
    complete: list[Entry] = []
    for row in rows_below_heading(lines, c.COMPLETE, entries, ("start_date", "end_date")):
        fields = {key: c.iso(value) if key in c.DATES else value for key, value in row.cells.items()}
        id = fields.pop("id", None)
        if id is None:
            complete.append(Entry(fields, row.where))
        elif id in people:
            people[id]["complete"] = fields
        else:
            entries.report("person", row.where, person=id, field="id")
    return raw._replace(complete=complete)
