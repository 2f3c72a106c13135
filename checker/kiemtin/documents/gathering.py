"""The files that folders and patterns stand for, in a stable order, and what was passed over among them.

In a folder only what may be a document counts: no hidden files, no lock files of Word (`~$bài.docx`), no
reports, forms and rosters that we wrote, no other formats, nothing that a `.kiemtinignore` of it or of a
folder above it names. What a person names stands, whatever it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from enum import StrEnum
from fnmatch import fnmatchcase
from glob import glob
from pathlib import Path
from typing import NamedTuple

from kiemtin.documents.own_files import is_own
from kiemtin.documents.reading import EXTENSIONS
from kiemtin.foundation.paths import is_folder
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

IGNORE_FILE = ".kiemtinignore"
_OURS = (IGNORE_FILE, "kiemtin.toml")
_SIDE_CAR = ".meta.yaml"
"""Ends the names of files that speak of a document: they are no documents that were passed over."""
REPORT_MARK = ".kiemtin."
"""In the name of a report of ours that stands beside its draft: `bài.docx.kiemtin.txt`."""
_IN_FOLDERS = frozenset(EXTENSIONS) - {".json"}
"""JSON in a folder is anything; an item in it is named."""
_LONGEST_IGNORE_FILE = 100_000
_DEEPEST = 64


class PassedOver(StrEnum):
    """Why a file of a folder is not read."""

    LOCK = "lock"
    HIDDEN = "hidden"
    IGNORED = "ignored"
    FORMAT = "format"
    REPORT = "report"


class Gathered(NamedTuple):
    files: list[str]
    passed_over: dict[PassedOver, int]


class _Pattern(NamedTuple):
    """A line of an ignore file: below `base`, a name, or a path if it has a slash in it."""

    base: str
    glob: str
    folders_only: bool
    anchored: bool
    kept: bool


def stands_for_more(argument: str) -> bool:
    """Whether an argument is a folder, or a pattern and not itself the name of a file."""
    return is_folder(argument) or (any(sign in argument for sign in "*?[") and not os.path.lexists(argument))


def gather(arguments: Sequence[str]) -> Gathered:
    """The files of each argument in turn, each once. Raises DocumentError for one without any document."""
    files: dict[str, None] = {}
    passed_over: dict[PassedOver, int] = {}
    for argument in arguments:
        if not stands_for_more(argument):
            files[argument] = None
            continue
        matches = [argument] if is_folder(argument) else sorted(glob(argument, recursive=True))  # noqa: PTH207
        found: list[str] = []
        for match in matches:
            if is_folder(match):
                found += _walk(Path(match), (), passed_over, 0)
            elif (reason := reason_to_pass(Path(match).name)) is None and not is_own(Path(match)):
                found.append(match)
            else:
                reason = reason or PassedOver.REPORT
                passed_over[reason] = passed_over.get(reason, 0) + 1
        if not found:
            raise DocumentError(
                Problem("document-none-found", FilePlace(argument), {"known": ", ".join(EXTENSIONS)})
            )
        files.update(dict.fromkeys(found))
    return Gathered(list(files), passed_over)


def walk_all(folder: Path) -> Iterator[str]:
    """Every file below a folder, whatever its format, but for what hides or what an ignore file names.

    Raises DocumentError for a folder that may not be read.
    """
    return _walk(folder, (), {}, 0, any_format=True)


def _walk(
    folder: Path,
    above: tuple[_Pattern, ...],
    passed_over: dict[PassedOver, int],
    depth: int,
    *,
    any_format: bool = False,
) -> Iterator[str]:
    """Files before folders, each by name; links to folders are not followed."""
    patterns = (*above, *_patterns(folder))
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        raise DocumentError(Problem("document-no-permission", FilePlace(str(folder)))) from None
    folders = []
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and not _is_ignored(path, patterns, is_folder=True):
                folders.append(path)
            continue
        if not entry.is_file() or entry.name in _OURS or entry.name.endswith(_SIDE_CAR):
            continue
        reason = reason_to_pass(entry.name)
        if any_format and reason is PassedOver.FORMAT:
            reason = None
        if reason is None and _is_ignored(path, patterns, is_folder=False):
            reason = PassedOver.IGNORED
        if reason is None and not any_format and is_own(path):
            reason = PassedOver.REPORT
        if reason is None:
            yield str(path)
        else:
            passed_over[reason] = passed_over.get(reason, 0) + 1
    if depth < _DEEPEST:
        for path in folders:
            yield from _walk(path, patterns, passed_over, depth + 1, any_format=any_format)


def reason_to_pass(name: str) -> PassedOver | None:
    """Why a file of that name is not read where it is one of many; None if it is."""
    if name.startswith(("~$", ".~lock.")):
        return PassedOver.LOCK
    if name.startswith("."):
        return PassedOver.HIDDEN
    if REPORT_MARK in name:
        return PassedOver.REPORT
    return None if Path(name).suffix.lower() in _IN_FOLDERS else PassedOver.FORMAT


def _patterns(folder: Path) -> list[_Pattern]:
    """The lines of a folder's ignore file: `#` comments, `!` keeps, `/` at the end is a folder."""
    try:
        with (folder / IGNORE_FILE).open(encoding="utf-8-sig", errors="replace") as stream:
            lines = stream.read(_LONGEST_IGNORE_FILE).splitlines()
    except OSError:
        return []
    found = []
    for line in map(str.strip, lines):
        if line and not line.startswith("#"):
            kept = line.startswith("!")
            written = line.removeprefix("!")
            bare = written.rstrip("/")
            anchored = "/" in bare
            found.append(_Pattern(str(folder), bare.lstrip("/"), written.endswith("/"), anchored, kept))
    return found


def _is_ignored(path: Path, patterns: Sequence[_Pattern], *, is_folder: bool) -> bool:
    """The last pattern that fits decides."""
    for pattern in reversed(patterns):
        if pattern.folders_only and not is_folder:
            continue
        told = path.relative_to(pattern.base).as_posix() if pattern.anchored else path.name
        if fnmatchcase(told, pattern.glob):
            return not pattern.kept
    return False
