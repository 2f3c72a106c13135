"""Compiled things kept between runs, by content: deleting the folder only costs time.

An entry is a line that names its form, a digest, and what was built. The digest is of the entry's name,
its whole key and its content and is compared before anything is loaded, so that damage, or an entry under
another's name, is built anew. Loading makes records of ours, days and patterns, and calls nothing else.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from time import time
from typing import TypeVar

from kiemtin import __version__
from kiemtin.foundation.hashing import blake2b
from kiemtin.foundation.paths import is_folder

T = TypeVar("T")

KEPT = 64
"""Entries of one kind that the cache keeps."""
LARGEST = 64_000_000
"""Bytes of an entry: a hundred times what the largest of ours has. What is larger is built each time."""
_FORM = b"kiemtin cache 2\n"
_DIGEST = 32
_HALF_WRITTEN = 60
"""Seconds after which a file that has no name yet is nobody's any more."""


def cache_folder() -> Path | None:
    """`$KIEMTIN_CACHE` (`off`: none), else `$XDG_CACHE_HOME/kiemtin`, else `~/.cache/kiemtin`."""
    chosen = os.environ.get("KIEMTIN_CACHE")
    if chosen == "off":
        return None
    if chosen:
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "kiemtin"
    except RuntimeError:  # no home folder
        return None


def content_key(parts: Iterable[bytes]) -> str:
    """Hash of the contents, the interpreter's version, the tool's, and the state of its code."""
    digest = blake2b(f"{__version__} {sys.version_info[:3]} {code_stamp()}".encode(), digest_size=32)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


@cache
def code_stamp() -> str:
    """Changes with any module or grammar of ours: what one state of the code built, another must not read.

    Sizes and times of all files below the package, so that no floor added later is overlooked; empty where
    the program is not installed as files.
    """
    found: list[str] = []
    _add_stamps(str(Path(__file__).parent.parent), found)
    return blake2b("\n".join(sorted(found)).encode()).hexdigest()


def _add_stamps(folder: str, found: list[str]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".lark", ".so", ".pyd")):
                status = entry.stat()
                found.append(f"{entry.path} {status.st_size} {status.st_mtime_ns}")
            elif entry.name != "__pycache__" and is_folder(entry):
                _add_stamps(entry.path, found)


def cached(kind: str, key: str, build: Callable[[], T]) -> T:
    """What `build` returns, from the cache if it was built before from the same `key`.

    Only a folder and an entry of the user's own that nobody else may write are trusted. A damaged or foreign
    entry is built anew; where it cannot be read, removed or written, what was built is right all the same.
    """
    folder = cache_folder()
    if folder is None or not _is_private(folder):
        return build()
    entry = folder / f"{kind}-{key[:40]}.entry"
    payload = _payload(entry, key)
    if payload is not None:
        from kiemtin.foundation.stored import load

        with suppress(Exception):  # of an older form under the same name
            return load(payload)  # type: ignore[no-any-return]
    built = build()
    _store(entry, key, built)
    return built


def _payload(entry: Path, key: str) -> bytes | None:
    """What stands behind the digest of an entry, if it is the user's and whole."""
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        with os.fdopen(os.open(entry, flags), "rb") as stream:
            if not _is_own(os.fstat(stream.fileno()), stat.S_ISREG):
                return None
            content = stream.read(LARGEST + 1)
    except OSError:
        return None
    start = len(_FORM) + _DIGEST
    payload = content[start:]
    if not content.startswith(_FORM) or content[len(_FORM) : start] != _digest(entry.name, key, payload):
        return None
    return payload


def _digest(name: str, key: str, payload: bytes) -> bytes:
    digest = blake2b(f"{name}\0{key}\0".encode(), digest_size=_DIGEST)
    digest.update(payload)
    return digest.digest()


def _is_private(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _is_own(folder.stat(), stat.S_ISDIR)
    except OSError:
        return False


def _is_own(status: os.stat_result, is_right: Callable[[int], bool]) -> bool:
    """Whether it is what it should be, the user's, and no other's to write."""
    if not is_right(status.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _store(entry: Path, key: str, built: object) -> None:
    """Written beside and renamed, so that a reader never sees half an entry. Not awaited on the disk: what a
    power cut leaves is no entry by its digest."""
    from kiemtin.foundation.stored import dump
    from kiemtin.foundation.writing import write_private

    payload = dump(built)
    if len(payload) > LARGEST - len(_FORM) - _DIGEST:
        return
    with suppress(OSError):
        write_private(entry, _FORM + _digest(entry.name, key, payload) + payload, awaited=False)
    with suppress(OSError):
        _forget_old(entry)


def _forget_old(entry: Path) -> None:
    """Keeps the newest `KEPT` entries of a kind: whoever edits a pack all day leaves one a save. What a kill
    left half written goes too."""
    alike = entry.parent.glob(f"{entry.name.partition('-')[0]}-*")
    newest_first = sorted(alike, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    remains = [path for path in entry.parent.glob(".*.new") if path.stat().st_mtime < time() - _HALF_WRITTEN]
    for old in (*newest_first[KEPT:], *remains):
        with suppress(OSError):
            old.unlink(missing_ok=True)
