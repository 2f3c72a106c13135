"""Rosters read as their files give them, for commands that compare or rewrite files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiemtin.foundation.messages import Lang
from kiemtin.foundation.problems import PackError
from kiemtin_cli.output import print_problems

if TYPE_CHECKING:
    from kiemtin.officials.rosters.order import OrderVersion
    from kiemtin.officials.rosters.raw import RawRoster


class Sound(NamedTuple):
    """A roster's file of which nothing is wrong, and the precedence list that it holds."""

    raw: RawRoster
    order: list[OrderVersion]


def read_sound(file: str, lang: Lang, *, foreign: bool = False) -> Sound:
    """Prints what is doubtful. Raises PackError with all that is wrong.

    `foreign`: a file of another house in Popolo's shape is taken as well.
    """
    from kiemtin.officials.roster import read_bytes
    from kiemtin.officials.rosters.entries import Entries
    from kiemtin.officials.rosters.files import read_raw
    from kiemtin.officials.rosters.order import settled_order
    from kiemtin.officials.rosters.popolo import converted, is_foreign
    from kiemtin.officials.words.loading import load_vocabulary

    path, vocabulary = Path(file), load_vocabulary()
    entries = Entries(file, vocabulary)
    raw = read_raw(read_bytes(path), path, entries)
    if raw is None:
        raise PackError(entries.problems)
    if foreign and is_foreign(raw, vocabulary):
        raw = converted(raw, vocabulary)
    entries.add_all(raw)
    entries.settled()
    order = settled_order(raw.order, entries)
    errors = [problem for problem in entries.problems if not problem.warning]
    if errors:
        raise PackError(entries.problems)
    print_problems(entries.problems, lang)
    return Sound(raw, order)
