"""A roster kept as a table (.csv, .xlsx): one row a term, columns in Vietnamese or English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kiemtin.documents.grid import Cell
from kiemtin.foundation.limits import ROSTER_ROWS
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import fold
from kiemtin.officials.rosters.entries import Entries
from kiemtin.officials.words.vocabulary import Vocabulary

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("họ tên", "họ và tên", "tên", "name", "person"),
    "id": ("mã", "mã người", "id", "person_id"),
    "role": ("chức danh", "chức vụ", "title", "office", "role"),
    "organ": ("cơ quan", "tổ chức", "organ", "organization"),
    "area": ("địa phương", "tỉnh", "place", "locality", "area"),
    "unit": ("đơn vị", "đơn vị/địa phương", "đơn vị, địa phương", "nơi giữ chức", "unit"),
    "start_date": ("từ", "từ ngày", "bắt đầu", "from", "start", "start_date"),
    "end_date": ("đến", "đến ngày", "kết thúc", "thôi giữ", "to", "until", "end", "end_date"),
    "seen_date": ("thấy ngày", "còn giữ ngày", "seen", "seen_date"),
    "source": ("nguồn", "source", "source_url"),
    "note": ("ghi chú", "note"),
    "acting": ("quyền", "acting"),
    "weak": ("nguồn yếu", "weak"),
    "death_date": ("từ trần", "ngày mất", "died", "death_date"),
    "death_source": ("nguồn từ trần", "nguồn ngày mất", "death_source"),
}
_BY_HEADING: Final = {fold(heading): column for column, all in COLUMNS.items() for heading in all}
_PRIVATE: Final = frozenset(
    map(fold, ("ngày sinh", "năm sinh", "giới tính", "dân tộc", "tôn giáo", "sức khỏe", "gia đình", "kỷ luật",
               "địa chỉ", "điện thoại", "quê quán", "birth_date", "born", "health", "family", "discipline"))
)  # fmt: skip
_NEEDED: Final = ("name", "role")
_UNITS: Final = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "đặc khu")
_UNIT: Final = re.compile(rf"^(?:{'|'.join(_UNITS)})\s+", re.I)
_ACTING: Final = fold("quyền ")
_YES: Final = frozenset({"x", "có", "yes", "true", "1"})


def read_table(source: bytes, path: Path, entries: Entries) -> None:
    """Takes in all rows below the heading. Raises DocumentError if the file is no table."""
    rows = _xlsx(source, path) if path.suffix.lower() == ".xlsx" else _csv(source, path)
    heading: dict[int, str] | None = None
    taken: list[tuple[int, dict[str, str]]] = []
    for line, cells in rows:
        if not any(cells):
            continue
        if heading is None:
            heading = _heading(cells, entries, line)
            continue
        ROSTER_ROWS.hold(len(taken) + 1, FilePlace(entries.path))
        taken.append((line, {heading[at]: cell for at, cell in enumerate(cells) if at in heading and cell}))
    if heading is None or any(column not in heading.values() for column in _NEEDED):
        missing = [COLUMNS[column][0] for column in _NEEDED if column not in (heading or {}).values()]
        entries.report("columns", what=", ".join(missing))
        return
    people: dict[str, dict[str, Any]] = {}
    first: dict[str, int] = {}
    for line, row in taken:
        name = row.get("name")
        if not name:
            entries.report("no-name", line, row=str(line), person=row.get("id", "?"))
            continue
        id = row.get("id") or fold(name)
        person = people.setdefault(id, {"id": id, "name": name})
        first.setdefault(id, line)
        if fold(person["name"]) != fold(name):
            entries.report("twice", line, row=str(line), person=id)
        for key in ("death_date", "death_source"):
            if key in row:
                person[key] = _iso(row[key]) if key == "death_date" else row[key]
    for id, person in people.items():
        entries.add_person(person, str(first[id]), first[id])
    for line, row in taken:
        if row.get("name"):
            entries.add_row(_entry(row, entries.vocabulary), str(line), line)


def _heading(cells: list[str], entries: Entries, line: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for at, cell in enumerate(cells):
        column = _BY_HEADING.get(fold(cell))
        if column is not None and column not in found.values():
            found[at] = column
        elif fold(cell) in _PRIVATE:
            entries.report("private", line, row=str(line), field=cell)
        elif cell:
            entries.report("key", line, row=str(line), field=cell, near="–", warning=True)
    return found


def _entry(row: dict[str, str], vocabulary: Vocabulary) -> dict[str, Any]:
    """A row in the shape of JSON: the words of the title lead to the office, its organ and its place."""
    role, unit = row.get("role", ""), row.get("unit", "") or row.get("organ", "")
    area: str | None = row.get("area")
    acting = fold(role).startswith(_ACTING)
    found = vocabulary.resolve(role)
    if unit:
        fuller = vocabulary.resolve(f"{role} {unit}")
        if fuller is not None and (found is None or fuller.organ is not None):
            found = fuller
            if fold(unit) not in fold(role) and fuller.organ is not None:
                role = f"{role} {unit}"
    if found is not None and area is None:
        level = vocabulary.offices[found.office].level
        if found.locality:
            area = " ".join(role.split()[-len(found.locality.split()) :])
            if fold(area) != fold(found.locality):
                area = unit
        elif unit and found.organ is None and level in {"province", "district", "commune"}:
            area = _UNIT.sub("", unit)
    entry: dict[str, Any] = {
        "person_id": row.get("id") or fold(row["name"]),
        "role": role or None,
        "post_id": found.office if found else None,
        "organ": found.organ if found else None,
        "area": area or None,
        "acting": acting or fold(row.get("acting", "")) in _YES,
        "weak": fold(row.get("weak", "")) in _YES,
        "source": row.get("source", ""),
        "note": row.get("note", ""),
    }
    for key in ("start_date", "end_date", "seen_date"):
        if key in row:
            entry[key] = _iso(row[key])
    return entry


_DAY: Final = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})")


def _iso(text: str) -> str:
    """`15/10/2020`, `10/2020` and `2020` as ISO 8601; what is none of them as it stands."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return text.strip()
    day, month, year = match.groups()
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])


def _csv(source: bytes, path: Path) -> Iterator[tuple[int, list[str]]]:
    import csv
    import io

    from kiemtin.documents.decoding import decode

    text = decode(source, str(path))
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        reason = str(error)
        raise DocumentError(
            Problem("officials-roster-table", FilePlace(str(path), line), {"reason": reason})
        ) from error


def _xlsx(source: bytes, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first visible sheet, within the bounds of any workbook."""
    from kiemtin.documents.sheets.workbook import open_workbook
    from kiemtin.documents.sheets.worksheet import Worksheet

    book = open_workbook(source, str(path))
    if not book.sheets:
        return
    cells = Worksheet(book, book.sheets[0], ROSTER_ROWS.most + 2).cells
    for row in sorted(cells):
        filled = cells[row]
        yield row, [_cell(filled[at]) if at in filled else "" for at in range(max(filled, default=-1) + 1)]


def _cell(cell: Cell) -> str:
    return cell.moment.date().isoformat() if cell.moment is not None else cell.text.strip()
