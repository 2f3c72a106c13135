"""What a folder of drafts and rundowns holds, as the readers see it: nothing is judged, nothing written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from kiemtin.documents import columns as heads
from kiemtin.documents.gathering import walk_all
from kiemtin.documents.keys import plain_key
from kiemtin.documents.metadata_fields import written_key, written_medium
from kiemtin.documents.model import Document, Medium
from kiemtin.documents.own_files import is_own
from kiemtin.documents.reading import EXTENSIONS, read_bytes
from kiemtin.events.tables import COLUMN_OF as CALENDAR_COLUMNS
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import fold
from kiemtin.officials.rosters.columns import PEOPLE, by_heading

READ_AT_MOST = 300
"""Drafts that are read; of more, so many spread evenly over the folder."""
_LARGEST = 20_000_000
"""Bytes of a file that is read for a survey."""
_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".ods")
_OTHER_DOCUMENTS = frozenset(".doc .xls .pdf .rtf .ods .ppt .pptx .wps .pages .numbers .eml .msg".split())
_OLD_ENCODINGS = frozenset({"word-old-encoding", "text-old-encoding"})
SAID = ("outlet", "medium", "programme", "published")
"""What is asked of each piece."""


class Kind(StrEnum):
    ITEM = "item"
    BULLETIN = "bulletin"
    ROSTER = "roster"
    CALENDAR = "calendar"
    PACK = "pack"
    UNREAD = "unread"
    NO_DRAFT = "no-draft"
    """JSON that is nothing of ours; a report or a form that we wrote."""


class Heading(NamedTuple):
    """A heading that no column of ours has: in how many rundowns it stands, in which first, and the heading
    of ours that it may mean."""

    words: str
    files: int
    first: str
    similar: str | None


class Survey(NamedTuple):
    """`files` are told from the folder, in the order of their names."""

    folder: Path
    files: tuple[tuple[str, Kind], ...]
    found: int
    """Files that may be drafts; more than `files` holds if not all were read."""
    known: tuple[tuple[str, str], ...]
    """Headings of rundowns that are known, each with the first rundown that has it."""
    unknown: tuple[Heading, ...]
    said: dict[str, Counter[str]]
    """Field of metadata -> what pieces say of it, and how many."""
    pieces: int
    old_encoding: tuple[str, ...]
    """Files written in fonts of the time before Unicode."""
    problems: tuple[Problem, ...]
    """One for each file that cannot be read."""
    others: dict[str, int]
    """Ending -> files that look like documents and are of no format that is read."""

    def of(self, kind: Kind) -> list[str]:
        return [path for path, each in self.files if each is kind]


def survey(folder: Path) -> Survey:
    """Raises DocumentError for a folder that may not be read."""
    looked_at = _Surveying(folder)
    paths = [Path(path) for path in walk_all(folder)]
    drafts = [path for path in paths if path.suffix.lower() in EXTENSIONS]
    beside = [path for path in paths if path.suffix.lower() in (".quy", ".ics")]
    for path in paths:
        looked_at.pass_over(path)
    for path in sorted({*spread(drafts, READ_AT_MOST), *beside}):
        looked_at.look_at(path)
    return looked_at.survey(len(drafts))


def spread(paths: Sequence[Path], most: int) -> list[Path]:
    """At most so many, spread evenly; the same of the same."""
    if len(paths) <= most:
        return list(paths)
    return [paths[at * len(paths) // most] for at in range(most)]


class _Surveying:
    """Adds up what is seen file by file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: list[tuple[str, Kind]] = []
        self._known: dict[str, str] = {}
        self._unknown: dict[str, tuple[str, int, str]] = {}
        self._said: dict[str, Counter[str]] = {field: Counter() for field in SAID}
        self._pieces = 0
        self._old: list[str] = []
        self._problems: list[Problem] = []
        self._others: Counter[str] = Counter()

    def survey(self, found: int) -> Survey:
        unknown = [
            Heading(words, files, first, _similar(words)) for words, files, first in self._unknown.values()
        ]
        unknown.sort(key=lambda each: (-each.files, each.words))
        return Survey(
            self._folder,
            tuple(self._files),
            found,
            tuple(self._known.items()),
            tuple(unknown),
            self._said,
            self._pieces,
            tuple(self._old),
            tuple(self._problems),
            dict(sorted(self._others.items())),
        )

    def pass_over(self, path: Path) -> None:
        suffix = path.suffix.lower()
        if suffix in _OTHER_DOCUMENTS and suffix not in EXTENSIONS:
            self._others[suffix] += 1

    def look_at(self, path: Path) -> None:
        told = path.relative_to(self._folder).as_posix()
        suffix = path.suffix.lower()
        if suffix in (".quy", ".ics"):
            self._files.append((told, Kind.PACK if suffix == ".quy" else Kind.CALENDAR))
            return
        try:
            own = suffix not in _TABLES and is_own(path)
            kind = Kind.NO_DRAFT if own else self._read(path, told, suffix)
        except DocumentError as error:
            kind = Kind.UNREAD
            if suffix in _TABLES and is_own(path):
                kind = Kind.NO_DRAFT
            elif suffix == ".json":
                kind = Kind.ROSTER if _is_json_roster(path) else Kind.NO_DRAFT
            else:
                self._problems.append(error.problems[0])
        self._files.append((told, kind))

    def _read(self, path: Path, told: str, suffix: str) -> Kind:
        data = _content(path, told)
        if suffix in _TABLES:
            rows = _rows(data, told, suffix)
            kind = kind_of_table(rows)
            if kind is not Kind.BULLETIN:
                return kind
            self._headings(rows, told)
        document = read_bytes(data, told, suffix=suffix)
        self._pieces += len(document.items)
        self._note(document)
        return Kind(document.kind)

    def _note(self, document: Document) -> None:
        if any(note.code in _OLD_ENCODINGS for note in document.notes):
            self._old.append(document.path)
        for item in document.items:
            for field in SAID:
                value = getattr(item.metadata, field)
                if value is not None:
                    words = written_medium(value) if isinstance(value, Medium) else str(value)
                    self._said[field][words] += 1

    def _headings(self, rows: Sequence[Sequence[str]], told: str) -> None:
        header = heads.find_header(rows)
        if header is None:
            names = [cell for cell in _likely_header(rows) if cell]
            known: list[str] = [cell for cell in names if heads.is_heading(cell)]
            unknown = [cell for cell in names if not heads.is_heading(cell)]
        else:
            known = [header.names[column] for column in sorted(header.columns.of_role.values())]
            unknown = list(header.columns.unknown.values())
        for words in known:
            self._known.setdefault(_one_line(words), told)
        for words in dict.fromkeys(map(_one_line, unknown)):
            key = plain_key(words)
            if not key:
                continue
            shown, files, first = self._unknown.get(key, (words, 0, told))
            self._unknown[key] = (shown, files + 1, first)


def kind_of_table(rows: Sequence[Sequence[str]]) -> Kind:
    """By its headings; what is neither a roster nor a calendar is taken for a rundown."""
    people = by_heading(PEOPLE)
    for cells in rows[: heads.HEADER_ROWS]:
        columns = heads.read_header(cells)
        if heads.HEADLINE in columns.of_role or heads.NUMBER in columns.of_role:
            return Kind.BULLETIN
        folded = {people.get(fold(cell)) for cell in cells if cell.strip()}
        if {"name", "role"} <= folded:
            return Kind.ROSTER
        dated = {CALENDAR_COLUMNS.get(plain_key(cell).strip(" :.")) for cell in cells if cell.strip()}
        if "day" in dated and ("leaders" in dated or {"title", "place"} <= dated):
            return Kind.CALENDAR
    return Kind.BULLETIN


def _likely_header(rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """The first row with as many short words as the table is wide, if it has any."""
    widest = max((sum(bool(cell.strip()) for cell in row) for row in rows), default=0)
    for row in rows:
        filled = [cell for cell in row if cell.strip()]
        if len(filled) >= max(2, widest * 3 // 4) and all(
            len(cell) < 40 and not cell.strip().isdigit() for cell in filled
        ):
            return row
    return ()


def _rows(data: bytes, told: str, suffix: str) -> list[list[str]]:
    from kiemtin.documents.headings import first_rows

    return first_rows(data, told, suffix)


def _content(path: Path, told: str) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
    except OSError as error:
        arguments = {"reason": error.strerror or type(error).__name__}
        raise DocumentError(Problem("document-not-readable", FilePlace(told), arguments)) from None
    if len(data) > _LARGEST:
        raise DocumentError(Problem("document-too-large", FilePlace(told), {"limit": _LARGEST // 1_000_000}))
    return data


def _is_json_roster(path: Path) -> bool:
    import json

    try:
        content = json.loads(_content(path, str(path)))
    except (ValueError, RecursionError, DocumentError):
        return False
    return isinstance(content, dict) and isinstance(content.get("persons"), list)


def _similar(words: str) -> str | None:
    """The heading of ours that the words begin with, or that is nearly the same, as it is written."""
    from difflib import get_close_matches

    key = plain_key(words)
    written = {plain_key(heading): heading for heading in sorted(heads.WRITTEN)}
    begun = [known for known in written if " " in known and key.startswith(f"{known} ")]
    close = begun or get_close_matches(key, written, n=1, cutoff=0.85)
    return written[max(close, key=len)] if close else None


def _one_line(words: str) -> str:
    return " ".join(words.split())[:80]


def key_of(field: str) -> str:
    """What a field is called at the head of a Vietnamese draft."""
    return written_key(field)[0]
