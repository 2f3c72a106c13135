"""Compiled things kept between runs, by content: deleting the folder only costs time."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from kiemtin import __version__
from kiemtin.foundation.hashing import blake2b

T = TypeVar("T")

KEPT = 64
"""Entries of one kind that the cache keeps."""


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
            elif entry.name != "__pycache__" and entry.is_dir():
                _add_stamps(entry.path, found)


def cached(kind: str, key: str, build: Callable[[], T]) -> T:
    """What `build` returns, from the cache if it was built before from the same `key`.

    Only a folder of the user's own that nobody else may write is trusted, for a pickle is code.
    An unreadable or foreign entry is built anew.
    """
    folder = cache_folder()
    if folder is None or not _is_private(folder):
        return build()
    entry = folder / f"{kind}-{key[:40]}.pickle"
    try:
        with entry.open("rb") as stream:
            return pickle.load(stream)  # type: ignore[no-any-return]
    except FileNotFoundError:
        pass
    except Exception:
        entry.unlink(missing_ok=True)
    built = build()
    _store(entry, built)
    return built


def _is_private(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except OSError:
        return False
    if os.name != "posix":
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _store(entry: Path, built: object) -> None:
    """Written beside and renamed, so that a reader never sees half an entry."""
    import tempfile

    try:
        with tempfile.NamedTemporaryFile(dir=entry.parent, delete=False) as stream:
            pickle.dump(built, stream, protocol=pickle.HIGHEST_PROTOCOL)
        Path(stream.name).replace(entry)
        _forget_old(entry)
    except OSError:
        return


def _forget_old(entry: Path) -> None:
    """Keeps the newest `KEPT` entries of a kind: whoever edits a pack all day leaves one a save."""
    alike = entry.parent.glob(f"{entry.name.partition('-')[0]}-*.pickle")
    newest_first = sorted(alike, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in newest_first[KEPT:]:
        old.unlink(missing_ok=True)
