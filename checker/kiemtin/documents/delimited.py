"""Rundowns as .csv or .tsv: the delimiter is the one under which a header of ours is found."""

from __future__ import annotations

from io import StringIO

from kiemtin.documents import columns as heads
from kiemtin.documents import rundown
from kiemtin.documents.decoding import decode
from kiemtin.documents.grid import Cell, Row
from kiemtin.documents.model import Document, Metadata
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import normalize

_DELIMITERS = (",", ";", "\t", "|")


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """The bulletin in the bytes of a delimited file. Raises DocumentError."""
    text = normalize(decode(data, path)).text
    if not text.strip():
        raise DocumentError(Problem("document-empty", FilePlace(path)))
    rows = _rows(text, path)
    return rundown.build(rows, path, "", notes=(), overrides=overrides, digest=sha256(data).hexdigest())


def _rows(text: str, path: str) -> list[Row]:
    """Rows under the delimiter that gives the header most columns; numbers are those a spreadsheet shows."""
    best: tuple[int, list[list[str]]] = (0, [])
    broken: Problem | None = None
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        records, problem = _records(text, delimiter, path)
        found = heads.find_header(records)
        known = len(found[1].of_role) if found else 0
        if known > best[0]:
            best, broken = (known, records), problem
    if broken is not None:
        raise DocumentError(broken)
    return [
        Row(number, [Cell(cell.strip()) for cell in record]) for number, record in enumerate(best[1], start=1)
    ]


def _records(text: str, delimiter: str, path: str) -> tuple[list[list[str]], Problem | None]:
    """All records, or those before the one that is not well formed and the problem with it."""
    import csv

    records: list[list[str]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for record in reader:
            records.append(record)
            if len(records) > rundown.MAX_ROWS + heads.HEADER_ROWS:
                break
    except csv.Error as error:
        return records, Problem(
            "rundown-csv-broken", FilePlace(path, reader.line_num), {"reason": str(error)}
        )
    return records, None
