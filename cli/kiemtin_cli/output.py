"""What leaves the process: colour only for eyes, problems on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from time import perf_counter
from typing import TextIO

from kiemtin.foundation.messages import Lang
from kiemtin.foundation.problems import Problem
from kiemtin.reporting.palette import Palette

WIDTH = 100
"""Columns of a report that goes to a file or a pipe."""


def palette_for(stream: TextIO) -> Palette:
    """Colour on a terminal that can show it, unless `NO_COLOR` says not (no-color.org)."""
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Palette(colour=colour)


def width_for(stream: TextIO) -> int:
    """The terminal's columns, within what is readable; a fixed number elsewhere, for equal bytes."""
    if not stream.isatty():
        return WIDTH
    try:
        return max(50, min(os.get_terminal_size(stream.fileno()).columns, 120))
    except OSError:
        return WIDTH


class Progress:
    """How far a run over many files is: a line on standard error, for eyes alone and past half a second.

    It is written over and taken away with spaces: no terminal needs to understand more than a carriage
    return.
    """

    def __init__(self, total: int, *, wanted: bool = True) -> None:
        self._total, self._done, self._shown = total, 0, 0
        self._is_wanted = wanted and total > 1 and sys.stderr.isatty()
        self._next = perf_counter() + 0.5 if self._is_wanted else 0.0

    def step(self) -> None:
        """Another file is begun."""
        self._done += 1
        if self._is_wanted and (now := perf_counter()) >= self._next:
            sys.stdout.flush()
            line = f"{self._done}/{self._total}"
            sys.stderr.write(f"\r{line}")
            sys.stderr.flush()
            self._shown, self._next = len(line), now + 0.1

    def clear(self) -> None:
        """Something is about to be printed, or all is done."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * self._shown}\r")
            sys.stderr.flush()
            self._shown = 0


def print_problems(problems: Iterable[Problem], lang: Lang) -> None:
    from kiemtin.reporting.problems import render_problems

    shown = render_problems(problems, lang, palette_for(sys.stderr), width_for(sys.stderr))
    sys.stdout.flush()  # so that what was printed before stands before
    sys.stderr.write(shown)


def tool_problem(error: Exception, path: str = "kiemtin") -> Problem:
    """An unexpected exception as what to report, without a traceback that says nothing to an editor.

    With `KIEMTIN_DEBUG` set the exception itself goes on.
    """
    import traceback

    from kiemtin import __version__
    from kiemtin.foundation.places import FilePlace

    if os.environ.get("KIEMTIN_DEBUG"):
        raise error
    frames = traceback.extract_tb(error.__traceback__)
    arguments = {
        "error": f"{type(error).__name__}: {error}"[:300],
        "where": f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "?",  # noqa: PTH119
        "version": __version__,
        "python": ".".join(map(str, sys.version_info[:3])),
    }
    return Problem("tool-failed", FilePlace(path), arguments)


def shown_name(path: str) -> str:
    """A file's name as it can be printed, also if its bytes are no UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
