"""Which archives the addresses of a command line stand for, in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from glob import glob
from pathlib import Path
from typing import NamedTuple

from kiemtin.documents.archives.addresses import file_system, is_remote, told
from kiemtin.documents.archives.folder import Folder
from kiemtin.documents.archives.json_lines import JsonLines
from kiemtin.documents.archives.parquet import Parquet
from kiemtin.documents.archives.records import Archive
from kiemtin.documents.archives.warc import Warc
from kiemtin.documents.archives.zipped import DOCUMENTS, Zip
from kiemtin.documents.gathering import walk_all
from kiemtin.foundation.paths import exists, is_folder
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

_LINES = tuple(f".{name}{packed}" for name in ("jsonl", "ndjson") for packed in ("", ".gz", ".zst", ".zstd"))
_KINDS: tuple[tuple[str, tuple[str, ...], Callable[[str], Archive]], ...] = (
    ("jsonl", _LINES, JsonLines),
    ("parquet", (".parquet",), Parquet),
    ("warc", (".warc", ".warc.gz", ".warc.zst"), Warc),
    ("zip", (".zip",), Zip),
)
ENDINGS = tuple(ending for _, endings, _ in _KINDS for ending in endings)


class Found(NamedTuple):
    """An archive, or `kind` `file` for a single document, which a folder has many of."""

    kind: str
    address: str


def kind_of(address: str) -> str | None:
    """By the name alone; None for what is no archive and no document."""
    name = address.lower().partition("?")[0] if is_remote(address) else address.lower()
    for kind, endings, _ in _KINDS:
        if name.endswith(endings):
            return kind
    return "file" if name.endswith(DOCUMENTS) else None


def archive(kind: str, address: str) -> Archive:
    """The reader of an archive that was found; `folder` is a list of files."""
    if kind == "folder":
        return Folder(address)
    return next(make for name, _, make in _KINDS if name == kind)(address)


def find(addresses: Sequence[str]) -> Iterator[Found]:
    """Everything that the addresses stand for. Raises DocumentError for one that stands for nothing."""
    for address in addresses:
        number = 0
        for found in _remote(address) if is_remote(address) else _local(address):
            number += 1
            yield found
        if not number:
            known = ", ".join((*ENDINGS, *DOCUMENTS))
            raise DocumentError(Problem("document-none-found", FilePlace(told(address)), {"known": known}))


def _local(address: str) -> Iterator[Found]:
    path = Path(address)
    if is_folder(path):
        yield from _named(walk_all(path))
    elif exists(path) or not any(sign in address for sign in "*?["):
        kind = kind_of(address)
        if kind is None:
            raise DocumentError(_unknown(address))
        if not exists(path):
            raise DocumentError(Problem("document-not-found", FilePlace(told(address))))
        yield Found(kind, address)
    else:
        for match in sorted(glob(address, recursive=True)):  # noqa: PTH207
            yield from _named(walk_all(Path(match)) if is_folder(Path(match)) else iter([match]))


def _remote(address: str) -> Iterator[Found]:
    system, path = file_system(address)
    kind = kind_of(address)
    if kind is not None and not any(sign in path for sign in "*["):
        yield Found(kind, address)
        return
    paths = system.glob(path) if any(sign in path for sign in "*[") else system.find(path)
    yield from _named(system.unstrip_protocol(each) for each in sorted(paths))


def _named(paths: Iterator[str]) -> Iterator[Found]:
    for path in paths:
        kind = kind_of(path)
        if kind is not None:
            yield Found(kind, path)


def _unknown(address: str) -> Problem:
    told_kinds = {"suffix": Path(address).suffix, "known": ", ".join((*ENDINGS, *DOCUMENTS))}
    return Problem("document-unknown-format", FilePlace(told(address)), told_kinds)
