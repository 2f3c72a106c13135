"""Files of folders: single documents, listed in a file of their own so that a million cost no memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiemtin.documents.archives.addresses import opened, told
from kiemtin.documents.archives.records import Record, Scanned, too_large
from kiemtin.documents.archives.zipped import PAGES, suffix_of
from kiemtin.documents.limits import PACKAGE_BYTES, RECORD_BYTES
from kiemtin.documents.reading import PACKAGES
from kiemtin.foundation.problems import DocumentError


class Folder:
    """`address` is the file that lists them, one address a line."""

    kind = "folder"

    def __init__(self, address: str) -> None:
        self.address = address

    def scan(self) -> Scanned:
        with Path(self.address).open(encoding="utf-8", errors="surrogateescape") as lines:
            return Scanned(sum(1 for _ in lines), "", 0)

    def records(self, start: int, marks: tuple[tuple[int, int], ...] = ()) -> Iterator[Record]:
        """A file that cannot be read is a record that says so."""
        with Path(self.address).open(encoding="utf-8", errors="surrogateescape") as lines:
            for number, line in enumerate(lines):
                if number >= start:
                    yield _record(number, line.rstrip("\n"))


def _record(number: int, address: str) -> Record:
    suffix, name = suffix_of(address), told(address)
    most = PACKAGE_BYTES.most if suffix in PACKAGES else RECORD_BYTES.most
    try:
        with opened(address) as stream:
            data = stream.read(most + 1)
    except DocumentError as error:
        return Record(number, name, b"", "", problem=error.problems[0])
    if len(data) > most:
        return too_large(name, number, "")
    return Record(number, name, data, "html" if suffix in PAGES else suffix)
