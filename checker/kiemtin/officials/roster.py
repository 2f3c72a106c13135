"""Rosters: who held which office, where and when, and how a file of it is loaded.

The facts and what they leave open stand in `rosters.facts`, the shape of files in `docs/roster.md`.
"""

from __future__ import annotations

import os
from pathlib import Path

from kiemtin.foundation.cache import cached, content_key
from kiemtin.foundation.limits import ROSTER_BYTES
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.officials.rosters.facts import (
    Answer,
    Completeness,
    Holding,
    Official,
    Reason,
    Roster,
    make_roster,
    merge_rosters,
)

__all__ = [
    "Answer",
    "Completeness",
    "Holding",
    "Official",
    "Reason",
    "Roster",
    "compile_roster",
    "load_roster",
    "make_roster",
    "merge_rosters",
    "read_bytes",
]


def load_roster(path: Path) -> Roster:
    """The roster of a .json, .csv or .xlsx file, from the cache if unchanged.

    Raises PackError with all that is wrong with it.
    """
    source = read_bytes(path)
    key = content_key([b"roster", os.fsencode(path), source])
    return cached("roster", key, lambda: compile_roster(source, path))


def read_bytes(path: Path) -> bytes:
    """The contents of a roster's file, of which no more is read than may be. Raises PackError."""
    place = FilePlace(str(path))
    try:
        with path.open("rb") as stream:
            source = stream.read(ROSTER_BYTES.most + 1)
    except (OSError, ValueError) as error:  # a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise PackError(Problem("officials-roster-unreadable", place, {"reason": reason})) from error
    ROSTER_BYTES.hold(len(source), place)
    return source


def compile_roster(source: bytes, path: Path) -> Roster:
    """From the contents of a roster file. Raises PackError with all that is wrong with it."""
    from kiemtin.officials.rosters.files import read_roster  # a start from the cache needs none of it

    roster, problems = read_roster(source, path)
    errors = [problem for problem in problems if not problem.warning]
    if errors or roster is None:
        raise PackError(errors)
    return roster
