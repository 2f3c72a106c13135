"""The first rows of a table whatever its headings are, for whoever asks what kind of table it is."""

from __future__ import annotations

import csv
from io import StringIO

from kiemtin.documents.columns import HEADER_ROWS
from kiemtin.documents.decoding import decode
from kiemtin.documents.limits import COLUMNS
from kiemtin.foundation.problems import DocumentError
from kiemtin.foundation.text import normalize

_DELIMITERS = (",", ";", "\t", "|")
_LOOKED_AT = 100_000
"""Bytes of a delimited file that are looked at."""


def first_rows(data: bytes, path: str, suffix: str) -> list[list[str]]:
    """The first filled rows of a .csv, .tsv, .xlsx or .ods file (of its first filled sheet) as they are.

    An encoding that is not told is read as Windows-1258. Raises DocumentError for what is no table.
    """
    if suffix in (".csv", ".tsv"):
        return _delimited(data, path)
    from kiemtin.documents.sheets.parts import Parts
    from kiemtin.documents.spreadsheet import sheets

    for _, opened in sheets(Parts(data, path)):
        cells = opened(HEADER_ROWS).cells
        if cells:
            return [
                [row[at].text if at in row else "" for at in range(max(row) + 1)]
                for _, row in sorted(cells.items())[:HEADER_ROWS]
            ]
    return []


def _delimited(data: bytes, path: str) -> list[list[str]]:
    """Under the delimiter that parts most cells."""
    head = data[:_LOOKED_AT]
    head = head[: head.rfind(b"\n") + 1] or head if len(data) > len(head) else head
    try:
        text = decode(head, path)
    except DocumentError as error:
        if error.problems[0].code != "text-not-utf8":
            raise
        text = head.decode("cp1258", "replace")
    text = normalize(text).text
    found = [_records(text, delimiter) for delimiter in _DELIMITERS]
    return max(found, key=lambda rows: sum(len(row) - 1 for row in rows))


def _records(text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for record in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            cells = [cell.strip() for cell in record[: COLUMNS.most]]
            if any(cells):
                rows.append(cells)
            if len(rows) >= HEADER_ROWS:
                break
    except csv.Error:  # what stands before is read
        pass
    return rows
