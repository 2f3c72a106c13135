"""Rundowns as .csv or .tsv: delimiter and encoding are those under which a header of ours is found."""

from __future__ import annotations

import re
from io import StringIO

from kiemtin.documents import columns as heads
from kiemtin.documents import rundown
from kiemtin.documents.decoding import decode
from kiemtin.documents.grid import Cell, Row
from kiemtin.documents.keys import plain_key
from kiemtin.documents.limits import CELLS, COLUMNS, ROWS
from kiemtin.documents.model import Document, Metadata, Note
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import normalize

_DELIMITERS = (",", ";", "\t", "|")
_NAMED = re.compile(r"sep=(.)[ \t]*(?:\r\n|\n|\r)", re.I)
"""Excel's own first line; a spreadsheet shows no row for it."""
_HEAD = 4_000
"""Characters in which a guess of the encoding looks for the header."""


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """The bulletin in the bytes of a delimited file. Raises DocumentError."""
    own = rundown.own_headings(overrides)
    text, notes = _text(data, path, own)
    if not text.strip():
        raise DocumentError(Problem("document-empty", FilePlace(path)))
    rows, beyond = _rows(text, path, own)
    if beyond:
        notes.append(Note("rundown-too-many-columns", {"count": beyond, "limit": COLUMNS.shown}, unread=True))
    return rundown.build(rows, path, "", notes=notes, overrides=overrides, digest=sha256(data).hexdigest())


def cells(data: bytes, path: str) -> list[list[str]]:
    """The cells row by row, each where `read` says that it stands. Raises DocumentError."""
    own = heads.NO_OWN
    return [[cell.text for cell in row.cells] for row in _rows(_text(data, path, own)[0], path, own)[0]]


def _text(data: bytes, path: str, own: heads.Own) -> tuple[str, list[Note]]:
    """The text in NFC; an encoding that the file does not name is taken only if the headings prove it.

    Headings of ours with their tones come out of one encoding alone: Excel saves CSV as Windows-1258 on a
    Vietnamese Windows, and as UTF-16 without a mark through some programs.
    """
    try:
        return normalize(decode(data, path)).text, []
    except DocumentError as error:
        if error.problems[0].code not in ("text-not-utf8", "text-has-nul"):
            raise
        for encoding, name in (("cp1258", "Windows-1258"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")):
            try:
                text = normalize(data.decode(encoding)).text
            except UnicodeDecodeError:
                continue
            if "\0" not in text and _proves_itself(text[:_HEAD], own):
                return text, [Note("rundown-encoding-told", {"encoding": name})]
        raise


def has_header(head: bytes) -> bool:
    """Whether bytes begin like a rundown: a header with three columns of ours. Raises DocumentError."""
    text, _ = _text(head, "", heads.NO_OWN)
    named = _NAMED.match(text)
    text = text[named.end() :] if named else text
    for delimiter in (named[1],) if named else _DELIMITERS:
        found = heads.find_header([line.split(delimiter) for line in text.splitlines()[: heads.HEADER_ROWS]])
        if found is not None and len(found.columns.of_role) >= 3:
            return True
    return False


def _proves_itself(head: str, own: heads.Own) -> bool:
    """Whether the header is there with at least two headings that have Vietnamese letters, tones and all."""
    for delimiter in _DELIMITERS:
        lines = [line.split(delimiter) for line in head.splitlines()]
        found = heads.find_header(lines, own)
        if found is not None:
            names = [name.strip(' "').lower() for name in found.names.values()]
            return (
                sum(
                    not name.isascii() and (name in heads.WRITTEN or plain_key(name) in own) for name in names
                )
                >= 2
            )
    return False


def _rows(text: str, path: str, own: heads.Own) -> tuple[list[Row], int]:
    """Rows under the delimiter that gives the header most columns; numbers are those a spreadsheet shows.

    Also how many cells stand right of the last column that is read.
    """
    named = _NAMED.match(text)
    if named:
        text = text[named.end() :]
    best: tuple[int, list[list[str]]] = (0, [])
    broken: Problem | None = None
    too_many = False
    for delimiter in (named[1],) if named else _DELIMITERS:
        count = text.count(delimiter)
        if not count:
            continue
        if count > CELLS.most:
            too_many = True
            continue
        records, problem = _records(text, delimiter, path)
        found = heads.find_header(records, own)
        known = len(found.columns.of_role) if found else 0
        if known > best[0]:
            best, broken = (known, records), problem
    if broken is not None:
        raise DocumentError(broken)
    if too_many and not best[0]:
        raise DocumentError(CELLS.problem(FilePlace(path)))
    beyond = sum(bool(cell.strip()) for record in best[1] for cell in record[COLUMNS.most :])
    return [
        Row(number, [Cell(cell.strip().replace("\r\n", "\n")) for cell in record[: COLUMNS.most]])
        for number, record in enumerate(best[1], start=1)
    ], beyond


def _records(text: str, delimiter: str, path: str) -> tuple[list[list[str]], Problem | None]:
    """All records, or those before the one that is not well formed and the problem with it."""
    import csv

    records: list[list[str]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for record in reader:
            records.append(record)
            if len(records) > ROWS.most + heads.HEADER_ROWS:
                break
    except csv.Error as error:
        return records, Problem(
            "rundown-csv-broken", FilePlace(path, reader.line_num), {"reason": str(error)}
        )
    return records, None
