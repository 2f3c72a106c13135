"""A roster kept as a table (.csv, .xlsx): one row a term, columns in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from kiemtin.foundation.limits import ROSTER_ROWS
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import fold
from kiemtin.officials.rosters import columns as c
from kiemtin.officials.rosters.entries import Entries
from kiemtin.officials.rosters.raw import FLAGS, Entry, RawRoster, Where
from kiemtin.officials.words.vocabulary import Vocabulary

_NEEDED: Final = ("name", "role")
_LEVELS: Final = {"province", "district", "commune"}
_UNITS: Final = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "đặc khu")
_ACTING: Final = fold("quyền ")


class Line(NamedTuple):
    """A line of a table as it stands: its cells, and what a problem calls it and each of them."""

    cells: list[str]
    where: Where
    names: tuple[str, ...] = ()
    """Of its cells, in a sheet."""


def read_csv(source: bytes, path: Path, entries: Entries) -> RawRoster:
    """The terms below the heading; `entries` is told what is wrong. Raises DocumentError if none can be."""
    rows = rows_below_heading(_csv(source, path), c.PEOPLE, entries, _NEEDED)
    return people_of(rows, entries)


def rows_below_heading(
    lines: Iterable[Line],
    columns: Mapping[str, tuple[str, ...]],
    entries: Entries,
    needed: Iterable[str],
) -> list[c.Row]:
    """Filled rows by column. What the heading lacks, what it has too much, is told."""
    heading: dict[int, str] | None = None
    found: list[c.Row] = []
    for line in lines:
        if not any(line.cells):
            continue
        if heading is None:
            heading = _heading(line, columns, entries)
            continue
        cells = {heading[at]: cell for at, cell in enumerate(line.cells) if at in heading and cell}
        if cells:
            ROSTER_ROWS.hold(len(found) + 1, FilePlace(entries.path))
            places = c.places({field: at for at, field in heading.items()}, line.names)
            found.append(c.Row(cells, line.where._replace(cells=places)))
    missing = [columns[field][0] for field in needed if field not in (heading or {}).values()]
    if missing:
        entries.report("columns", what=", ".join(missing))
        return []
    return found


def _heading(line: Line, columns: Mapping[str, tuple[str, ...]], entries: Entries) -> dict[int, str]:
    known = c.by_heading(columns)
    found: dict[int, str] = {}
    for at, cell in enumerate(line.cells):
        field = known.get(fold(cell))
        place = line.where._replace(cells={cell: line.names[at]} if at < len(line.names) else {})
        if field is not None and field not in found.values():
            found[at] = field
        elif c.is_private(cell):
            entries.report("private", place, field=cell)
        elif cell:
            entries.report("key", place, field=cell, near="–", warning=True)
    return found


def people_of(rows: Iterable[c.Row], entries: Entries) -> RawRoster:
    """People and terms of a table's rows. What one row says of the person holds for all of them."""
    people: dict[str, dict[str, Any]] = {}
    first: dict[str, Where] = {}
    terms: list[Entry] = []
    order: list[Entry] = []
    for row in rows:
        name = row.get("name")
        if not name:
            entries.report("no-name", row.where, person=row.get("id") or "?", field="name")
            continue
        id = row.get("id") or fold(name)
        person = people.setdefault(id, {"id": id, "name": name})
        first.setdefault(id, row.where)
        if fold(person["name"]) != fold(name):
            entries.report("twice", row.where, person=id, field="name")
        for key in c.PERSONAL:
            if row.get(key):
                value: Any = row.names(key) if key in c.LISTS else row.get(key)
                person[key] = c.iso(value) if key in c.DATES else value
        terms.append(Entry(_term(row, id, entries.vocabulary), row.where))
        if row.get("rank"):
            order.append(Entry({"rank": row.get("rank"), "title": row.get("role")}, row.where))
    return RawRoster(
        persons=[Entry(person, first[id]) for id, person in people.items()],
        memberships=terms,
        order=order,
    )


def _term(row: c.Row, person: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """A row in the shape of JSON: the words of the title lead to the office, its organ and its place."""
    role, office, organ, area = row.get("role"), row.get("post_id"), row.get("organ"), row.get("area")
    unit = row.get("unit") or row.get("organization")
    found = vocabulary.resolve(role) if not office and role else None
    if not office and role and unit:
        fuller = vocabulary.resolve(f"{role} {unit}")
        if fuller is not None and (found is None or fuller.organ is not None):
            found = fuller
            if fold(unit) not in fold(role) and fuller.organ is not None:
                role = f"{role} {unit}"
    if found is not None:
        office, organ = found.office, organ or found.organ or ""
        area = area or _place(role, unit, found.locality, vocabulary.offices[office].level, bool(organ))
    entry: dict[str, Any] = {
        "person_id": person,
        "role": role or None,
        "post_id": office or None,
        "organ": organ or None,
        "organization": row.get("organization") or None,
        "area": area or None,
        **{flag: row.flag(flag) for flag in FLAGS},
        "source": row.get("source"),
        **{key: row.get(key) for key in ("end_source", "seen_source", "confidence", "note") if row.get(key)},
        **{key: c.iso(row.get(key)) for key in ("start_date", "end_date", "seen_date") if row.get(key)},
    }
    entry["acting"] = entry["acting"] or fold(role).startswith(_ACTING)
    return entry


def _place(role: str, unit: str, locality: str | None, level: str, has_organ: bool) -> str:  # noqa: FBT001
    """The place of a title whose column of places is empty: from its words, else from its unit."""
    if locality:
        area = " ".join(role.split()[-len(locality.split()) :])
        return area if fold(area) == fold(locality) else unit
    if unit and not has_organ and level in _LEVELS:
        first, _, rest = unit.partition(" ")
        two, _, beyond = rest.partition(" ")
        for words, place in ((f"{first} {two}", beyond), (first, rest)):
            if words.lower() in _UNITS and place:
                return place
        return unit
    return ""


def _csv(source: bytes, path: Path) -> Iterator[Line]:
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
            yield Line([cell.strip() for cell in cells], Where(str(line), line))
            line = reader.line_num + 1
    except csv.Error as error:
        reason = str(error)
        raise DocumentError(
            Problem("officials-roster-table", FilePlace(str(path), line), {"reason": reason})
        ) from error
