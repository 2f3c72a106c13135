"""What an archive is made of: records, each the bytes of one document and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from kiemtin.documents.limits import RECORD_BYTES
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem


class Record(NamedTuple):
    """One document of an archive, not read yet.

    `number` counts from 0 in the order of the archive (for JSONL it is that of the line, so numbers may be
    left out); `name` is its place as a person finds it. `data` is what its content is told from.
    """

    number: int
    name: str
    data: bytes
    format: str
    """`json`, `row`, `html`, else the extension of a document."""
    url: str | None = None
    value: dict[str, Any] | None = None
    """The fields of a row that is no text."""
    problem: Problem | None = None
    """Why there is nothing in `data`."""


class Scanned(NamedTuple):
    """What one pass over an archive found, without reading its documents."""

    records: int
    """One more than the last number."""
    sha256: str
    """Of the bytes as they lie there; empty for a folder, whose items have their own."""
    size: int
    marks: tuple[tuple[int, int], ...] = ()
    """(number, offset in bytes): from where reading may begin, if not only from the start."""


class Archive(Protocol):
    """One source. `records` goes on to the end; who has enough stops asking."""

    address: str
    kind: str

    def scan(self) -> Scanned: ...

    def records(self, start: int, marks: tuple[tuple[int, int], ...] = ()) -> Iterator[Record]: ...


def too_large(address: str, number: int, name: str) -> Record:
    """In place of a record that is longer than what is read."""
    return Record(number, name, b"", "", problem=RECORD_BYTES.problem(FilePlace(f"{address}: {name}")))
