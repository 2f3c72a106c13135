"""A roster and a precedence list as one workbook for Excel; `rosters.sheets` reads it back.

Cells hold text, so that a month stays a month and no cell becomes a formula. Drop-downs offer what is known
and let other words pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from kiemtin.documents.own_files import KEYWORD
from kiemtin.officials.rosters import columns as c
from kiemtin.officials.rosters.joined import present_provinces
from kiemtin.officials.rosters.raw import FLAGS, Entry, RawRoster
from kiemtin.officials.rosters.sheets import ABOUT, ABOUT_KEY, COMPLETE, NAME_KEY, ORDER, TERMS
from kiemtin.officials.words.vocabulary import Vocabulary

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_LISTS: Final = "Danh mục"
_MADE: Final = datetime(2000, 1, 1)
"""The same roster gives the same bytes."""
_WIDTHS: Final = {
    "name": 24,
    "role": 44,
    "title": 44,
    "organization": 36,
    "source": 48,
    "note": 40,
    "area": 20,
}
_COLUMNS: Final = tuple(field for field in c.PEOPLE if field not in ("unit", "rank"))
_SPARE: Final = 500
"""Rows below the last for which drop-downs stand ready."""


def to_workbook(raw: RawRoster, vocabulary: Vocabulary, guide: Sequence[str] = ()) -> bytes:
    """The .xlsx: terms, order, complete records, an introduction with `guide` below it. People without a term
    have no row.
    """
    from xlsxwriter import Workbook

    stream = BytesIO()
    with Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"title": raw.name, "created": _MADE, "keywords": KEYWORD})
        sheets = [book.add_worksheet(title) for title in (TERMS, ORDER, COMPLETE, ABOUT, _LISTS)]
        lists = _write_lists(sheets[4], _offered(raw, vocabulary))
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "bg_color": "#DDE7F0", "bottom": 1, "num_format": "@"})
        terms, order = _terms(raw), [_order(entry) for entry in raw.order]
        _write(sheets[0], _COLUMNS, c.PEOPLE, terms, text, head)
        _write(sheets[1], tuple(c.ORDER), c.ORDER, order, text, head)
        _write(sheets[2], tuple(c.COMPLETE), c.COMPLETE, _complete(raw), text, head)
        _drop_downs(sheets[0], _COLUMNS, len(terms), lists)
        _drop_downs(sheets[1], tuple(c.ORDER), len(order), lists)
        _write_about(book, sheets[3], raw, guide)
        sheets[4].hide()
    return stream.getvalue()


def _terms(raw: RawRoster) -> list[dict[str, str]]:
    """A row a term; what belongs to the person stands in the person's first row."""
    people = {entry.fields["id"]: entry.fields for entry in raw.persons}
    told: set[str] = set()
    rows = []
    for entry in raw.memberships:
        person = people[entry.fields["person_id"]]
        row = {"id": person["id"], "name": person["name"]}
        fields = {key: entry.fields.get(key) for key in _COLUMNS if key not in ("id", "name", *c.PERSONAL)}
        if person["id"] not in told:
            told.add(person["id"])
            fields |= {key: person.get(key) for key in c.PERSONAL}
        rows.append(row | {key: _cell(key, value) for key, value in fields.items() if value})
    return rows


def _order(entry: Entry) -> dict[str, str]:
    row = {key: _cell(key, value) for key, value in entry.fields.items() if value}
    return row | {"status": c.STATUSES.get(row.get("status", ""), row.get("status", ""))}


def _complete(raw: RawRoster) -> list[dict[str, str]]:
    rows = [dict(entry.fields) for entry in raw.complete]
    rows += [
        {"id": entry.fields["id"], **entry.fields["complete"]}
        for entry in raw.persons
        if entry.fields.get("complete")
    ]
    return [{key: _cell(key, value) for key, value in row.items() if value} for row in rows]


def _cell(key: str, value: Any) -> str:
    if key in c.LISTS:
        return c.SEPARATOR.join(value)
    if key in FLAGS:
        return "x"
    return c.as_written(str(value)) if key in c.DATES else str(value)


def _write(
    sheet: Worksheet,
    fields: Sequence[str],
    columns: Mapping[str, Sequence[str]],
    rows: Iterable[Mapping[str, str]],
    text: Any,
    head: Any,
) -> None:
    for at, field in enumerate(fields):
        sheet.set_column(at, at, _WIDTHS.get(field, 14), text)
        sheet.write_string(0, at, columns[field][0], head)
    for number, row in enumerate(rows, 1):
        for at, field in enumerate(fields):
            if row.get(field):
                sheet.write_string(number, at, row[field], text)
    sheet.freeze_panes(1, min(2, len(fields)))


def _offered(raw: RawRoster, vocabulary: Vocabulary) -> dict[str, list[str]]:
    """What each drop-down offers: what the roster uses, and what the vocabulary knows."""
    titles = {entry.fields.get("role"): None for entry in raw.memberships}
    titles |= {office.names[0]: None for office in vocabulary.offices.values() if "{" not in office.names[0]}
    areas = dict.fromkeys(entry.fields.get("area") or "" for entry in raw.memberships)
    areas |= dict.fromkeys(present_provinces())
    return {
        "role": [title for title in titles if title],
        "area": [area for area in areas if area],
        "post_id": list(vocabulary.offices),
        "status": list(c.STATUSES.values()),
        "flag": ["x"],
        "confidence": ["high", "medium", "low"],
    }


def _write_lists(sheet: Worksheet, offered: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Writes the lists side by side; the range of each by field, none for an empty one."""
    ranges = {}
    for at, (field, words) in enumerate(offered.items()):
        for row, word in enumerate(words):
            sheet.write_string(row, at, word)
        letter = chr(ord("A") + at)
        if words:
            ranges[field] = f"='{_LISTS}'!${letter}$1:${letter}${len(words)}"
    ranges["title"] = ranges["role"]
    return ranges | dict.fromkeys(FLAGS, ranges["flag"])


def _drop_downs(sheet: Worksheet, fields: Sequence[str], rows: int, lists: Mapping[str, str]) -> None:
    for at, field in enumerate(fields):
        if field in lists:
            options = {"validate": "list", "source": lists[field], "show_error": False}
            sheet.data_validation(1, at, rows + _SPARE, at, options)


def _write_about(book: Workbook, sheet: Worksheet, raw: RawRoster, guide: Sequence[str]) -> None:
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 18, wrap)
    sheet.set_column(1, 1, 100, wrap)
    for row, (key, told) in enumerate(((NAME_KEY, raw.name), (ABOUT_KEY, raw.about))):
        sheet.write_string(row, 0, key)
        if told:
            sheet.write_string(row, 1, told)
    for row, line in enumerate(guide, 3):
        sheet.write_string(row, 1, line)
