"""A queue of iNEWS as one bulletin: a zip of its stories and of its listing, which alone tells their order.

What a field of a site's forms means beside the usual ones is said in `[columns]` of `kiemtin.toml`, by the
field's id: `tape-time = "thời lượng"`, `x-khoi = "khối"`. A time of 0 is one that nobody entered: unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kiemtin.documents import columns as heads
from kiemtin.documents.durations import Unit, parse_duration
from kiemtin.documents.exchange.bulletins import Length, Listed, bulletin_of
from kiemtin.documents.exchange.pieces import Piece, Reading, Source, document_of
from kiemtin.documents.inews.nsml import Field, Story, is_nsml, parse
from kiemtin.documents.keys import plain_key
from kiemtin.documents.limits import ROWS
from kiemtin.documents.metadata_fields import FIELD_OF_KEY, build_metadata, read_value
from kiemtin.documents.model import Document, Metadata, Note, Supplied, Zone
from kiemtin.documents.packages import Package
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace

_USUAL = {
    "title": heads.HEADLINE,
    "page-number": heads.NUMBER,
    "total-time": "duration",
    "runs-time": heads.ACTUAL,
    "back-time": heads.TIME,
}
"""What the fields mean that every site has."""
_PARTS = ("audio-time", "tape-time")
"""Read and played: together the length of a story, where none is stated."""
_ZONES = {
    heads.HEADLINE: Zone.HEADLINE,
    heads.LEAD: Zone.LEAD,
    heads.TEXT: Zone.BODY,
    heads.CAPTION: Zone.CAPTION,
    heads.GRAPHIC: Zone.GRAPHIC,
    heads.CUE: Zone.CUE,
}
_LENGTHS = {heads.ACTUAL: "actual", "duration": "planned"}
_DROPPING = {"float": "inews-story-floated", "break": "inews-story-break"}
_ID = re.compile(r"([0-9A-Fa-f]{8})[:_.-]([0-9A-Fa-f]{8})[:_.-]([0-9A-Fa-f]{8})")
_IN_LINE = re.compile(rf"(?<!\S){_ID.pattern}(?:\.\w{{1,8}})?(?!\S)")
_TOLD = 10
"""So many stories are told by name."""


class _Row(NamedTuple):
    id: str
    floated: bool


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """A story alone is one item, a zip a bulletin. Raises DocumentError."""
    source = Source(path, overrides, sha256(data).hexdigest())
    if not data.startswith(b"PK"):
        listed, notes = _listed(parse(data, path), "", source)
        return document_of(source, Reading(listed.pieces, listed.metadata, notes), "element")
    return _of_zip(Package(data, path), source)


def is_queue(package: Package) -> bool:
    """Whether a zip holds stories in NSML; the first file that is told by its content decides."""
    from kiemtin.documents.mos.mos_file import is_mos

    for name in sorted(package.names):
        if not name.endswith("/"):
            head = package.read(name)[:2000]
            if is_nsml(head):
                return True
            if is_mos(head):
                return False
    return False


def _of_zip(package: Package, source: Source) -> Document:
    stories: dict[str, tuple[str, Story]] = {}
    listings: list[list[_Row]] = []
    for name in sorted(package.names):
        if name.endswith("/"):
            continue
        data = package.read(name)
        if is_nsml(data):
            story = parse(data, f"{source.path}: {name}")
            stories[_key(name.rpartition("/")[2]) or _key(story.id) or name] = (name, story)
        elif (rows := _rows(data)) and not any(_same(rows, other) for other in listings):
            listings.append(rows)
    ROWS.hold(len(stories), FilePlace(source.path))
    if len(listings) != 1 and len(stories) > 1:
        raise source.refused("inews-no-listing" if not listings else "inews-many-listings", n=len(stories))
    notes: list[Note] = []
    order = listings[0] if listings else [_Row(key, floated=False) for key in stories]
    found: list[Listed] = []
    missing: list[str] = []
    for row in order:
        if row.id not in stories:
            missing.append(row.id)
            continue
        name, story = stories.pop(row.id)
        listed, told = _listed(story, name, source)
        dropped = next((code for flag, code in _DROPPING.items() if flag in story.flags), None)
        if dropped is None and row.floated:
            dropped = _DROPPING["float"]
        if dropped is not None:
            notes.append(Note(dropped, {"title": _title(listed) or name}))
            continue
        if "hold" in story.flags:
            notes.append(Note("inews-story-held", {"title": _title(listed) or name}))
        found.append(listed)
        notes += told
    if missing:
        told_ids = ", ".join(missing[:_TOLD])
        notes.append(Note("inews-stories-missing", {"n": len(missing), "ids": told_ids}, unread=True))
    if stories:
        names = ", ".join(name for name, _ in list(stories.values())[:_TOLD])
        notes.append(Note("inews-stories-not-listed", {"n": len(stories), "names": names}, unread=True))
    return bulletin_of(source, found, Metadata(), notes, "element")


def _same(rows: Sequence[_Row], other: Sequence[_Row]) -> bool:
    return [row.id for row in rows] == [row.id for row in other]


def _rows(data: bytes) -> list[_Row]:
    """The stories of a listing of FTP: their names, alone or after flags (`-f` is floated) and dates."""
    found: dict[str, _Row] = {}
    for line in data.replace(b"\0", b"").decode("latin-1").splitlines():  # ids and flags are ASCII
        told = _IN_LINE.search(line)
        if told is not None:
            key = ":".join(told.groups()).upper()
            found.setdefault(key, _Row(key, re.match(r"\s*-f\S", line) is not None))
    return list(found.values())


def _key(name: str) -> str:
    """What names of files, lines of listings and ids in stories have in common; empty if it is none."""
    told = _ID.search(name)
    return ":".join(told.groups()).upper() if told else ""


def _title(listed: Listed) -> str:
    return next((piece.text for piece in listed.pieces if piece.zone is Zone.HEADLINE), "")[:80]


def _listed(story: Story, member: str, source: Source) -> tuple[Listed, list[Note]]:
    """An item of a story, and what its fields say that cannot be read."""
    given = source.overrides
    own = given.headings if isinstance(given, Supplied) else heads.NO_OWN
    before = f"{member}: " if member else ""
    reading = _Item(own, before)
    for field in story.fields:
        reading.add(field)
    reading.add_lengths(story.fields)
    body = [piece._replace(place=f"{before}{piece.place}") for piece in story.body]
    metadata = build_metadata(reading.values, None, tuple(reading.own_values))
    pieces = (*reading.pieces, *body)
    lengths = sorted(reading.lengths, key=lambda length: length.kind)  # the actual one counts first
    if lengths and metadata.duration is None:
        metadata = build_metadata({**reading.values, "duration": lengths[0].seconds}, None, metadata.own)
    return Listed(pieces, metadata, reading.number, reading.block, lengths), reading.notes


class _Item:
    def __init__(self, own: Mapping[str, str], before: str) -> None:
        self.pieces: list[Piece] = []
        self.values: dict[str, object] = {}
        self.own_values: list[tuple[str, str]] = []
        self.lengths: list[Length] = []
        self.number: str | None = None
        self.block: str | None = None
        self.notes: list[Note] = []
        self._own, self._before = own, before

    def add(self, field: Field) -> None:
        role, unit = self._role(field.name)
        place = f"{self._before}{field.place}"
        if role in _ZONES:
            self.pieces.append(Piece(place, _ZONES[role], field.words))
        elif role == heads.NUMBER:
            self.number = field.words
        elif role == heads.BLOCK:
            self.block = field.words
            self.values.setdefault("section", field.words)
        elif role in _LENGTHS:
            self._length(field, "actual" if role == heads.ACTUAL else "planned", unit, place)
        elif role in FIELD_OF_KEY.values():
            try:
                self.values[role or ""] = read_value(role or "", field.words)
            except ValueError:
                self._unreadable(field)
        elif self._own.get(plain_key(field.name)) != heads.LEFT_OUT:
            self.own_values.append((field.name, field.words))

    def add_lengths(self, fields: Sequence[Field]) -> None:
        """The length of what is read and played, where no field states the whole."""
        mapped = {field.name for field in fields if plain_key(field.name) in self._own}
        if any(length.kind == "planned" for length in self.lengths):
            return
        parts = [field for field in fields if field.name in _PARTS and field.name not in mapped]
        seconds = [told for field in parts if (told := self._seconds(field, "seconds"))]
        if seconds:
            self.lengths.append(Length("planned", sum(seconds), f"{self._before}{parts[0].place}"))

    def _role(self, name: str) -> tuple[str | None, Unit | None]:
        written = self._own.get(plain_key(name))
        if written is not None:
            return heads.meaning(written)
        return _USUAL.get(name.lower()), None

    def _length(self, field: Field, kind: str, unit: Unit | None, place: str) -> None:
        seconds = self._seconds(field, unit or "seconds")
        if seconds:
            self.lengths.append(Length("actual" if kind == "actual" else "planned", seconds, place))

    def _seconds(self, field: Field, unit: Unit) -> float | None:
        """None for a time of 0, and for one that cannot be read, which is told."""
        try:
            return parse_duration(field.words, unit) or None
        except ValueError:
            self._unreadable(field)
            return None

    def _unreadable(self, field: Field) -> None:
        self.notes.append(Note("inews-field-unreadable", {"field": field.name, "value": field.words[:40]}))
