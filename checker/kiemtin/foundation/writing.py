"""Files that quote drafts: for their owner alone, and whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiemtin.foundation.paths import exists, is_file

if TYPE_CHECKING:
    from typing import BinaryIO

MODE = 0o600
"""Who else works on the machine does not read what is not published yet."""


def write_private(path: Path, content: bytes, *, awaited: bool = True) -> None:
    """Makes `content` what stands in the file `path`, readable by its owner alone (mode 0600).

    Atomic: who reads sees what was there before or all of `content`, also after a full disk or a kill, and
    no other file remains. The folder must exist; a link is followed and stays; what is no plain file (a
    pipe, `/dev/stdout`) is written to. Returns when the disk has it, unless it need not be `awaited`.
    Raises OSError, whose `filename` may be another than `path`.
    """
    try:
        plain = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        plain = True
    if not plain:
        with path.open("wb") as stream:
            stream.write(content)
        return
    # Behind its links, so that the new file lies in the folder of the old one.
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    beside = target.with_name(f".{target.name[:40]}.{os.getpid()}.new")
    try:
        _write_new(beside, content, awaited=awaited)
        beside.replace(target)
    except BaseException:  # also Ctrl-C
        with suppress(OSError):
            beside.unlink()
        raise


def _write_new(path: Path, content: bytes, *, awaited: bool) -> None:
    """A file that gets its name only when it is whole, where the system can do that: a kill leaves none."""
    with suppress(FileNotFoundError):
        path.unlink()
    unnamed = getattr(os, "O_TMPFILE", 0)
    if unnamed:
        try:
            handle = os.open(path.parent, os.O_WRONLY | unnamed | getattr(os, "O_CLOEXEC", 0), MODE)
        except OSError:  # not every file system knows them
            pass
        else:
            with os.fdopen(handle, "wb") as stream:
                _fill(stream, content, awaited=awaited)
                with suppress(OSError):  # no /proc
                    os.link(f"/proc/self/fd/{handle}", path, follow_symlinks=True)
                    return
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, MODE), "wb") as stream:
        _fill(stream, content, awaited=awaited)


def _fill(stream: BinaryIO, content: bytes, *, awaited: bool) -> None:
    stream.write(content)
    stream.flush()
    if awaited:
        os.fsync(stream.fileno())


@contextmanager
def private_stream(path: Path) -> Iterator[BinaryIO]:
    """As `write_private`, for content that comes piece by piece: it gets its name when all of it is written.

    If the block is left by an exception, what stood there before remains.
    """
    import tempfile

    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if exists(target) and not is_file(target):
        with target.open("wb") as stream:
            yield stream
        return
    handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".new", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise
