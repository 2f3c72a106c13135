"""The three streams of the process, whatever state they are in: closed, full, without a reader.

A closed stream is as one to nowhere. What stands on standard error helps and may be lost: losing it changes
no exit code. What stands on standard output was asked for: its loss is told, unless its reader went away.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO


class OutputLostError(OSError):
    """Standard output does not take what was printed."""


class _Asked(io.FileIO):
    def write(self, content: object) -> int:
        try:
            return super().write(content)  # type: ignore[arg-type]
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputLostError(error.errno, error.strerror) from None


class _Beside(io.FileIO):
    def write(self, content: object) -> int:
        try:
            return super().write(content)  # type: ignore[arg-type]
        except OSError:
            return memoryview(content).nbytes  # type: ignore[arg-type]


def settle() -> None:
    """Opens what is closed, and writes UTF-8 whatever the locale; names that are no UTF-8 are written out."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # the lowest free number is the one that is opened
            os.open(os.devnull, os.O_RDWR)
    if sys.stdin is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    # Streams that somebody else has put there (a test) are his.
    if sys.stdout is sys.__stdout__ and not _is_console(sys.stdout):
        sys.stdout = _written(io.BufferedWriter(_Asked(1, "wb", closefd=False)))
    if sys.stderr is sys.__stderr__ and not _is_console(sys.stderr):
        sys.stderr = _written(io.BufferedWriter(_Beside(2, "wb", closefd=False)), lines=True)


def _is_console(stream: TextIO | None) -> bool:
    """Whether it is a console of Windows: it shows bytes of UTF-8 wrong, and right what Python opened.

    What it has no sign for is written out.
    """
    if sys.platform != "win32" or stream is None or not stream.isatty():
        return False
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace", newline="\n")
    return True


def _written(raw: io.BufferedWriter, *, lines: bool = False) -> io.TextIOWrapper:
    lines = lines or raw.isatty()
    return io.TextIOWrapper(raw, "utf-8", "backslashreplace", newline="\n", line_buffering=lines)


def give_up_output() -> None:
    """What is still buffered for standard output goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
