"""Packs of others that a newsroom pinned in its kiemtin.toml: which state of each it agreed to.

An installed package lies in `kiemtin-packs/NAME` beside the kiemtin.toml. What was changed there since, by
whomever, is not used.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.language.pack_files import INSTALLED

_PARTS = frozenset({"", ".quy", ".toml", ".csv", ".xlsx", ".json", ".ics", ".md", ".txt"})
MOST_FILES = 500
MOST_BYTES = 50_000_000


class Pin(NamedTuple):
    """`sha256` is that of `tree_hash`; `source` is where it came from, for the next update; `key` is that of
    who signed it, and who must sign whatever takes its place."""

    name: str
    version: str
    sha256: str
    source: str = ""
    key: str = ""


def folder_of(home: Path, name: str) -> Path:
    """Where the package of a pin lies; `home` is the folder of the kiemtin.toml."""
    return home / INSTALLED / name


def tree_hash(files: Iterable[tuple[str, bytes]]) -> str:
    """One hash of files by their names and contents, the same in a folder, a zip and a wheel."""
    digest = sha256(b"kiemtin pack 1\n")
    for name, content in sorted(files):
        digest.update(sha256(normalize("NFC", name).encode("utf-8", "surrogateescape")).digest())
        digest.update(sha256(content).digest())
    return digest.hexdigest()


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a package, told from its folder; what hides is none of it. Raises PackError."""
    size = count = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith((".", "__pycache__")))
        for name in filter(is_part, sorted(names)):
            path = Path(parent, name)
            told = path.relative_to(folder).as_posix()
            if path.is_symlink() or not path.is_file():
                raise PackError(Problem("package-odd-file", FilePlace(str(folder)), {"file": told}))
            try:
                size += path.stat().st_size
                count += 1
                if size > MOST_BYTES or count > MOST_FILES:
                    limits = {"files": MOST_FILES, "size": MOST_BYTES // 1_000_000}
                    raise PackError(Problem("package-beyond", FilePlace(str(folder)), limits))
                yield told, path.read_bytes()
            except OSError as error:
                arguments = {"reason": error.strerror or ""}
                raise PackError(Problem("package-unreadable", FilePlace(str(path)), arguments)) from None


def is_part(name: str) -> bool:
    """Whether a file of that name belongs to a package: what readers of ours may read, and what people do."""
    return not name.startswith(".") and Path(name).suffix.lower() in _PARTS


def faults(home: Path, pins: Sequence[Pin], place: FilePlace) -> list[Problem]:
    """One for each package that is not there, or not as it was pinned."""
    found: list[Problem] = []
    for pin in pins:
        folder = folder_of(home, pin.name)
        told = {"name": pin.name, "version": pin.version, "folder": str(folder)}
        if not folder.is_dir():
            found.append(Problem("pin-missing", place, told))
            continue
        try:
            changed = tree_hash(files_of(folder)) != pin.sha256
        except PackError as error:
            found += error.problems
            continue
        if changed:
            found.append(Problem("pin-changed", place, told))
    return found
