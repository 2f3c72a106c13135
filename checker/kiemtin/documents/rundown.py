"""A rundown from its rows, whatever file they come from: one item for each row that goes on air or to print.

The document's text is the filled cells joined by newlines. Rows above the header are metadata of the
bulletin; headings name the block of the rows below them; rows that were dropped stay in the text, have
a note, and are no items. Length is the actual one where the rundown has it, else the planned one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import time
from typing import Literal

from kiemtin.documents import columns as heads
from kiemtin.documents import front_matter, script
from kiemtin.documents import rundown_starts as starts
from kiemtin.documents.columns import Columns, Header
from kiemtin.documents.grid import Cell, Row
from kiemtin.documents.keys import plain_key
from kiemtin.documents.limits import CELLS, ROWS, SHEET_CHARACTERS
from kiemtin.documents.metadata_fields import (
    FIELD_OF_KEY,
    bad_value_code,
    build_metadata,
    read_value,
)
from kiemtin.documents.model import (
    NOTHING_SAID,
    Block,
    Document,
    Item,
    ItemSaid,
    Metadata,
    Note,
    Origin,
    Source,
    SourceKind,
    Supplied,
    Timing,
    Zone,
)
from kiemtin.documents.moments import YearMissingError, read_moment
from kiemtin.documents.rundown_durations import ROLES
from kiemtin.documents.rundown_durations import Cells as DurationCells
from kiemtin.documents.rundown_rows import Kind, is_numbered, tell
from kiemtin.documents.said_items import part_key, with_said
from kiemtin.foundation.places import FilePlace, Span, cell_name
from kiemtin.foundation.problems import DocumentError, Problem

_ZONES = {
    heads.HEADLINE: Zone.HEADLINE,
    heads.LEAD: Zone.LEAD,
    heads.TEXT: Zone.BODY,
    heads.CAPTION: Zone.CAPTION,
    heads.GRAPHIC: Zone.GRAPHIC,
    heads.CUE: Zone.CUE,
}
_FIELDS = (
    "page", "section", "position", "photos", "published", heads.TIME, "event", "event_time", "outlet",
    "medium",
)  # fmt: skip
_INHERITED = ("outlet", "medium", "published", "programme", "event", "event_time")
"""What holds for each item if it is said of the whole bulletin."""
_OF_EACH = (*_INHERITED, "page", "section", "photos")
"""What holds for each item, whatever its row says, if it is given with the file."""
_DATES = ("published", "event_time")
_SPOKEN = (Zone.LEAD, Zone.BODY)
_SAID = {
    Kind.HIDDEN: "rundown-row-hidden",
    Kind.STRUCK: "rundown-row-struck",
    Kind.DROPPED: "rundown-row-dropped",
    Kind.TOTAL: "rundown-total-skipped",
    Kind.EMPTY: "rundown-row-without-text",
    Kind.HEADER: "rundown-header-repeated",
}


def no_header(path: str) -> Problem:
    """The problem of a table without headings of ours."""
    known = "STT, Tên tin, Lời dẫn, Nội dung, Thời lượng, TL thực, Khối, CG, Trang, Mục, Ghi chú"
    return Problem("rundown-no-header", FilePlace(path), {"known": known})


def own_headings(overrides: Metadata | None) -> heads.Own:
    return overrides.headings if isinstance(overrides, Supplied) else heads.NO_OWN


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
    first = [[cell.text for cell in row.cells] for row in rows[: heads.HEADER_ROWS + 1]]
    header = heads.find_header(first, own_headings(overrides))
    if header is None:
        raise DocumentError(no_header(path))
    ROWS.hold(len(rows), FilePlace(path))
    CELLS.hold(sum(bool(cell.text) for row in rows for cell in row.cells), FilePlace(path))
    SHEET_CHARACTERS.hold(sum(len(cell.text) for row in rows for cell in row.cells), FilePlace(path))
    return _Rundown(path, sheet, header, list(notes)).document(rows, overrides, digest)


class _Draft:
    """An item before the lengths of the whole bulletin are settled."""

    __slots__ = ("behind_gap", "block", "hour", "row", "sources", "values")

    def __init__(
        self,
        row: Row,
        values: dict[str, object],
        sources: dict[str, Source],
        block: str | None,
        *,
        behind_gap: bool,
    ) -> None:
        self.row, self.values, self.sources, self.block = row, values, sources, block
        self.behind_gap = behind_gap
        self.hour = values.get(heads.TIME)


class _Rundown:
    """Collects text, items, notes and problems while it goes down the rows."""

    def __init__(self, path: str, sheet: str, header: Header, notes: list[Note]) -> None:
        self._path, self._sheet, self._header, self._notes = path, sheet, header, notes
        self._columns: Columns = header.columns
        self._roles = self._columns.role_at()
        self._texts: list[str] = []
        self._length = 0
        self._spans: dict[tuple[int, int], Span] = {}
        self._starts: list[int] = []
        self._cells: list[tuple[int, int, str]] = []
        self._problems: list[Problem] = []
        self._formulas: list[str] = []
        self._year: int | None = None
        self._said: list[ItemSaid] = []
        self._durations = DurationCells(self._columns.units)

    def document(self, rows: Sequence[Row], overrides: Metadata | None, digest: str) -> Document:
        for index, row in enumerate(rows):
            self._write(row, is_below=index > self._header.last)
        first, last = rows[self._header.first], rows[self._header.last]
        bulletin = self._said_above(rows[: self._header.first]).overridden(overrides)
        self._year = bulletin.day.year if bulletin.day else None
        for column, heading in self._columns.unknown.items():
            span = self._spans.get((last.number, column)) or self._spans.get((first.number, column))
            self._notes.append(Note("rundown-column-unknown", {"heading": heading}, span))
        drafts = self._drafts(rows[self._header.last + 1 :])
        if self._formulas:
            arguments = {"count": len(self._formulas), "cell": self._formulas[0]}
            self._notes.append(Note("rundown-formulas-unused", arguments))
        if self._problems:
            raise DocumentError(self._problems)
        if not drafts:
            raise DocumentError(Problem("rundown-no-items", FilePlace(self._path, last.number)))
        seconds, notes = self._durations.settle(bulletin.duration)
        self._notes += notes
        items = [
            self._item(draft, position, seconds.get(draft.row.number, {}), bulletin, overrides)
            for position, draft in enumerate(drafts, start=1)
        ]
        text = "\n".join(self._texts)
        said = overrides if isinstance(overrides, Supplied) else Supplied()
        under = (*self._said, *said.items_under)
        told: Sequence[Item] = items
        if not any(starts.says_when(each.metadata) for each in (*said.items, *under)):
            told = self._started(items, drafts, seconds, bulletin, overrides)
        return Document(
            self._path,
            "bulletin",
            text,
            with_said(told, text, self._path, said.items, under),
            bulletin,
            None,
            tuple(self._notes),
            digest,
        )

    def _started(
        self,
        items: Sequence[Item],
        drafts: Sequence[_Draft],
        seconds: Mapping[int, Mapping[str, float]],
        bulletin: Metadata,
        overrides: Metadata | None,
    ) -> Sequence[Item]:
        if not isinstance(drafts[0].hour, time):
            return items
        rows = []
        for draft in drafts:
            hour, lengths = draft.hour, seconds.get(draft.row.number, {})
            rows.append(
                starts.Row(
                    draft.row.number,
                    hour if isinstance(hour, time) else None,
                    draft.sources[heads.TIME].span if hour is not None else None,
                    lengths.get("duration"),
                    lengths.get(heads.ACTUAL),
                    draft.behind_gap,
                )
            )
        found, notes = starts.with_starts(items, rows, bulletin, overrides)
        self._notes += notes
        return found

    def _item(
        self,
        draft: _Draft,
        position: int,
        seconds: dict[str, float],
        bulletin: Metadata,
        overrides: Metadata | None,
    ) -> Item:
        timings = self._timings(draft.row, seconds)
        values, sources = draft.values, draft.sources
        if timings:
            at = timings[0].origin
            values["duration"] = timings[0].seconds
            sources["duration"] = self._in_cell(at.index, (at.column or 1) - 1)
        if values.get("position") is None and "page" not in self._columns.of_role:
            values["position"] = position
            sources["position"] = Source(SourceKind.ORDER)
        _inherit(values, sources, bulletin, overrides)
        number = self._text_of(draft.row, heads.NUMBER) or None
        metadata = build_metadata(values, sources, self._own(draft.row, bulletin))
        file = self._text_of(draft.row, heads.FILE) if heads.is_plan(self._columns) else ""
        return Item(self._blocks(draft.row), metadata, number, draft.block, timings, file or None)

    def _own(self, row: Row, bulletin: Metadata) -> tuple[tuple[str, str], ...]:
        """What stands in columns that are none of ours, then what is said of the whole bulletin."""
        told = {heading: row.cell(at).text for at, heading in self._columns.unknown.items()}
        own = tuple((heading, " ".join(words.split())) for heading, words in told.items() if words.strip())
        return (*own, *(pair for pair in bulletin.own if pair[0] not in told))

    def _write(self, row: Row, *, is_below: bool) -> None:
        for column, cell in enumerate(row.cells):
            if cell.text.strip():
                text = cell.text
                if is_below and "\n" in text:
                    text = script.without_breaks(text, self._parts(column, text))
                span = Span(self._length, self._length + len(text))
                self._texts.append(text)
                self._spans[row.number, column] = span
                self._starts.append(span.start)
                self._cells.append((row.number, column, text))
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
                key, colon, value = cell.text[:400].partition(":")
                known = plain_key(part_key(key)[1]) in FIELD_OF_KEY
                if known and not value.strip() and at + 1 < len(filled):
                    next_column, next_cell = filled[at + 1]
                    entries.append((key.strip(), span, next_cell.text, self._spans[row.number, next_column]))
                    skip = True
                elif known and colon:
                    start = span.start + len(key) + 1
                    value = cell.text[len(key) + 1 :].strip()
                    entries.append((key.strip(), Span(span.start, start - 1), value, Span(start, span.end)))
        about_items = [entry for entry in entries if part_key(entry[0])[0] is not None]
        for key, key_span, value, value_span in about_items:
            item, rest = part_key(key)
            entry = (rest, key_span, value, value_span)
            told, _, notes = front_matter.read([entry], self._place, self._above)
            source = self._above(key_span)
            self._said.append(ItemSaid(item or "", told, source))
            self._notes += notes
        of_all = [entry for entry in entries if entry not in about_items]
        metadata, _, notes = front_matter.read(of_all, self._place, self._above)
        self._notes += notes
        return metadata

    def _above(self, span: Span) -> Source:
        """Cells above the header belong to no item, so their places are told at once."""
        return Source(SourceKind.HEAD, None, self._place(span))

    def _drafts(self, rows: Sequence[Row]) -> list[_Draft]:
        found: list[_Draft] = []
        block: str | None = None
        gap = False
        numbered = any(is_numbered(row, self._columns) for row in rows)
        for row in rows:
            filled = [column for column, cell in enumerate(row.cells) if cell.text.strip()]
            if not filled:
                self._note_formulas(row)
                continue
            span = Span(self._spans[row.number, filled[0]].start, self._spans[row.number, filled[-1]].end)
            told = tell(row, self._columns, filled, numbered=numbered)
            if told.kind in (Kind.HEADING, Kind.EMPTY):
                gap = gap or any(row.cell(self._columns.of_role.get(role)).text.strip() for role in ROLES)
            if told.kind is Kind.HEADING:
                block = told.words
            elif told.kind is not Kind.ITEM:
                arguments = {"row": row.number, "title": told.words or row.cell(filled[0]).text[:80]}
                self._notes.append(Note(_SAID[told.kind], arguments, span))
            else:
                if told.doubtful:
                    arguments = {"row": row.number, "title": told.words[:80]}
                    self._notes.append(Note("rundown-row-without-number", arguments, span))
                found.append(self._draft(row, block, behind_gap=gap))
                gap = False
            self._note_formulas(row, is_item=told.kind is Kind.ITEM)
        return found

    def _draft(self, row: Row, block: str | None, *, behind_gap: bool) -> _Draft:
        values = self._values(row)
        sources = {field: self._in_cell(row.number, self._columns.of_role[field]) for field in values}
        block = self._text_of(row, heads.BLOCK) or block
        if values.get("section") is None and block is not None:
            values["section"] = block
            sources["section"] = Source(SourceKind.CELL, words=block)
        for role in ROLES:
            column = self._columns.of_role.get(role)
            cell = row.cell(column)
            if column is not None and cell.text.strip():
                self._durations.add(row.number, role, cell, self._spans[row.number, column])
        return _Draft(row, values, sources, block, behind_gap=behind_gap)

    def _in_cell(self, row: int, column: int) -> Source:
        return Source(SourceKind.CELL, self._spans.get((row, column)))

    def _note_formulas(self, row: Row, *, is_item: bool = False) -> None:
        """A formula without a result is missed only where an item's datum should stand."""
        for column, cell in enumerate(row.cells):
            if cell.formula is None:
                continue
            name = cell_name(row.number, column + 1)
            if is_item and column in self._roles:
                place = FilePlace(self._path, row.number, column + 1, 1, cell.formula)
                if len(self._problems) < 10:
                    self._problems.append(Problem("rundown-formula-uncached", place, {"cell": name}))
            else:
                self._formulas.append(name)

    def _timings(self, row: Row, seconds: dict[str, float]) -> tuple[Timing, ...]:
        """The lengths of a row in the order in which they count."""
        found = []
        for role in ROLES:
            if role in seconds:
                kind: Literal["planned", "actual"] = "actual" if role == heads.ACTUAL else "planned"
                column = self._columns.of_role[role]
                found.append(Timing(kind, seconds[role], self._origin(row, column)))
        return tuple(found)

    def _text_of(self, row: Row, role: str) -> str:
        return row.cell(self._columns.of_role.get(role)).text.strip()

    def _values(self, row: Row) -> dict[str, object]:
        values: dict[str, object] = {}
        for field in _FIELDS:
            column = self._columns.of_role.get(field)
            cell = row.cell(column)
            if column is None or not cell.text.strip():
                continue
            try:
                values[field] = _value_of(field, cell, self._year)
            except YearMissingError:
                arguments = {"key": self._heading(column), "value": cell.text}
                span = self._spans[row.number, column]
                self._notes.append(Note("metadata-date-without-year", arguments, span))
            except ValueError:
                place = FilePlace(self._path, row.number, column + 1, len(cell.text), cell.text)
                arguments = {"key": self._heading(column), "value": cell.text}
                self._problems.append(Problem(bad_value_code(field), place, arguments))
        return values

    def _heading(self, column: int) -> str:
        return self._header.names.get(column, "")

    def _blocks(self, row: Row) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for column, cell in enumerate(row.cells):
            if cell.text.strip():
                at = self._spans[row.number, column].start
                origin = self._origin(row, column)
                parts = self._parts(column, cell.text)
                blocks += [Block(part.zone, at + part.start, at + part.end, origin) for part in parts]
        return tuple(blocks)

    def _parts(self, column: int, text: str) -> list[script.Part]:
        """The zones of a cell below the header: its column's, but for lines of a script that say more."""
        zone = _ZONES.get(self._roles.get(column, ""), Zone.METADATA)
        if zone is Zone.LEAD and heads.TEXT not in self._columns.of_role:
            zone = Zone.BODY  # what the presenter says is then all the text there is
        return script.parts(text, zone) if zone in _SPOKEN else [script.Part(zone, 0, len(text))]

    def _origin(self, row: Row, column: int) -> Origin:
        return Origin("cell", row.number, column + 1, self._sheet)

    def _place(self, span: Span) -> FilePlace:
        """A cell as a place: its row is the line, its column the column."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0:
            return FilePlace(self._path)
        row, column, text = self._cells[at]
        return FilePlace(self._path, row, column + 1, max(1, len(span)), text)


def _inherit(
    values: dict[str, object],
    sources: dict[str, Source],
    bulletin: Metadata,
    overrides: Metadata | None,
) -> None:
    """Give an item what holds for its whole bulletin; what the caller supplied comes before the file's."""
    given = overrides or NOTHING_SAID
    for field in _OF_EACH:
        if getattr(given, field) is None and (field not in _INHERITED or values.get(field) is not None):
            continue
        values[field] = getattr(bulletin, field)
        if field == "published" and getattr(given, field) is None and values.get(heads.TIME) is not None:
            values[field] = bulletin.day  # the row has an hour of its own
        if field in bulletin.sources:
            sources[field] = bulletin.sources[field]


def _value_of(field: str, cell: Cell, year: int | None) -> object:
    if field == heads.TIME:
        if cell.length is not None and 0 <= cell.length < 86_400:
            whole = int(cell.length)
            return time(whole // 3600, whole // 60 % 60, whole % 60)
        if cell.moment is not None:
            return cell.moment.time()
    if field in _DATES:
        if cell.moment is not None and cell.length is None:
            return cell.moment if cell.moment.time() != time() else cell.moment.date()
        if cell.length is None:
            return read_moment(cell.text, year)
    if cell.length is not None and field != "section":
        raise ValueError(cell.text)
    return read_value(field, cell.text)
