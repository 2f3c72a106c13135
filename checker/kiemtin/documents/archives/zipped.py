"""A zip with one document a member."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from kiemtin.documents.archives.addresses import damaged, hashed, opened, told
from kiemtin.documents.archives.records import Record, Scanned, too_large
from kiemtin.documents.limits import PACKAGE_BYTES, RECORD_BYTES
from kiemtin.documents.reading import EXTENSIONS, PACKAGES
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem

PAGES = (".html", ".htm")
DOCUMENTS = (*EXTENSIONS, *PAGES)
_PACKED = ("", ".gz", ".zst", ".zstd")
ARCHIVES = (
    *(kind + packed for kind in (".jsonl", ".ndjson", ".warc") for packed in _PACKED),
    ".parquet",
)
"""Members that hold documents themselves: they are told as not read, never passed over."""


class Zip:
    kind = "zip"

    def __init__(self, address: str) -> None:
        self.address = address

    def scan(self) -> Scanned:
        digest, size = hashed(self.address)
        with opened(self.address) as stream, damaged(self.address, str), zipfile.ZipFile(stream) as package:
            return Scanned(len(_members(package)), digest, size)

    def records(self, start: int, marks: tuple[tuple[int, int], ...] = ()) -> Iterator[Record]:
        """Members that may be documents, by their names; a problem for an archive among them.

        One that is packed too well to be a text is not unpacked; one that is damaged does not hide
        the others.
        """
        with opened(self.address) as stream, damaged(self.address, str), zipfile.ZipFile(stream) as package:
            for number, member in enumerate(_members(package)):
                if number >= start:
                    yield _record(package, member, number, told(self.address))


def _members(package: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    found = [
        member
        for member in package.infolist()
        if not member.is_dir()
        and (suffix_of(member.filename) in DOCUMENTS or _is_archive(member.filename))
        and not PurePosixPath(member.filename).name.startswith(("~$", "."))
    ]
    return sorted(found, key=lambda member: member.filename)


def suffix_of(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _is_archive(name: str) -> bool:
    return name.lower().endswith(ARCHIVES)


def _record(package: zipfile.ZipFile, member: zipfile.ZipInfo, number: int, address: str) -> Record:
    name, suffix = member.filename, suffix_of(member.filename)
    if _is_archive(name):
        problem = Problem("archive-in-archive", FilePlace(f"{address}: {name}"))
        return Record(number, name, b"", "", problem=problem)
    most = PACKAGE_BYTES.most if suffix in PACKAGES else RECORD_BYTES.most
    if member.file_size > most:
        return too_large(address, number, name)
    try:
        with package.open(member) as stream:
            data = stream.read(most + 1)
    except MemoryError:
        raise
    except Exception as error:  # each way of packing raises its own
        reason = f"{type(error).__name__}: {error}"[:200]
        problem = Problem("archive-damaged", FilePlace(f"{address}: {name}"), {"reason": reason})
        return Record(number, name, b"", "", problem=problem)
    if len(data) > most:
        return too_large(address, number, name)
    return Record(number, name, data, "html" if suffix in PAGES else suffix)
