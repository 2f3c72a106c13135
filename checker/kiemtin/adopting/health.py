"""What is installed, which settings, pack, roster and cache are used, and how old they are."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiemtin import __version__
from kiemtin.adopting.extras import extras
from kiemtin.checking.desk import Desk
from kiemtin.checking.settings import BUNDLED, Settings
from kiemtin.checking.workbench import DEFAULT_PACKS, Workbench, bundled_roster, is_bundled
from kiemtin.foundation.cache import cache_folder
from kiemtin.foundation.dates import show_day
from kiemtin.foundation.paths import exists
from kiemtin.foundation.problems import KiemtinError, Problem
from kiemtin.judging.telling.given_values import FRESH
from kiemtin.language.rulebook import PackSummary

if TYPE_CHECKING:
    from kiemtin.officials.roster import Roster


class State(StrEnum):
    FINE = "fine"
    LACKING = "lacking"
    """Not installed: something of the program cannot be used."""
    DOUBTFUL = "doubtful"
    WRONG = "wrong"
    """A run would end with 4."""


class Told(NamedTuple):
    """One line: the message `doctor.<code>` with its arguments."""

    area: str
    state: State
    code: str
    arguments: dict[str, object]
    problems: tuple[Problem, ...] = ()


def examine(desk: Desk, today: date) -> Iterator[Told]:
    """All lines, area by area; what is wrong is a line, never an exception."""
    yield from _program()
    yield from _formats()
    try:
        settings = desk.settings("kiemtin.toml")
    except KiemtinError as error:
        yield Told("settings", State.WRONG, "settings_wrong", {}, error.problems)
        settings = None
    if settings is not None:
        yield from _settings(settings)
        yield from _chosen(desk, settings, today)
    yield from _cache(today)


def _program() -> Iterator[Told]:
    from kiemtin.officials import recognizer

    told: dict[str, object] = {
        "version": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "folder": str(Path(recognizer.__file__).parents[2]),
    }
    yield Told("program", State.FINE, "program", told)
    compiled = not str(recognizer.__file__).endswith((".py", ".pyc"))
    yield Told("program", State.FINE, "compiled" if compiled else "not_compiled", {})
    encoding = sys.getfilesystemencoding()
    state = State.FINE if encoding == "utf-8" else State.DOUBTFUL
    yield Told("program", state, "encoding", {"encoding": encoding})


def _formats() -> Iterator[Told]:
    from kiemtin.documents.office_file import office
    from kiemtin.documents.reading import EXTENSIONS
    from kiemtin.reporting.formats import FORMATS

    yield Told("formats", State.FINE, "reads", {"endings": ", ".join(EXTENSIONS)})
    yield Told("formats", State.FINE, "writes", {"names": ", ".join(FORMATS)})
    for extra in extras():
        arguments: dict[str, object] = {"extra": extra.name, "there": ", ".join(extra.there)}
        if extra.lacking:
            arguments["lacking"] = ", ".join(extra.lacking)
        state = State.LACKING if extra.lacking else State.FINE
        yield Told("extras", state, "extra_lacking" if extra.lacking else "extra", arguments)
    program = office()
    found = State.LACKING if program is None else State.FINE
    code = "office_lacking" if program is None else "office"
    yield Told("extras", found, code, {"program": program or ""})


def _settings(settings: Settings) -> Iterator[Told]:
    if settings.path is None:
        yield Told("settings", State.FINE, "no_settings", {})
        return
    yield Told("settings", State.FINE, "settings", {"path": settings.path, "age": _written(settings.path)})


def _chosen(desk: Desk, settings: Settings, today: date) -> Iterator[Told]:
    chosen = desk.chosen.pack or settings.pack
    shown: set[str] = set()
    for pack in (chosen,) if chosen else DEFAULT_PACKS.values():
        bench = Workbench(pack)
        try:
            rulebook = bench.rulebook(pack)
        except KiemtinError as error:
            yield Told("packs", State.WRONG, "pack_wrong", {"pack": pack}, error.problems)
            continue
        told = {"pack": rulebook.name, "rules": len(rulebook.rules), "key": rulebook.key[:12]}
        yield Told("packs", State.FINE, "pack" if chosen else "pack_default", told)
        for summary in rulebook.packs:
            if summary.path not in shown:
                yield _pack(summary, today)
            shown.add(summary.path)
    for roster in desk.chosen.rosters or settings.rosters or (BUNDLED,):
        yield _roster(roster, today)
    for calendar in desk.chosen.events or settings.events:
        yield _calendar(calendar)


def _pack(pack: PackSummary, today: date) -> Told:
    status = pack.status.kind if pack.status else "unknown"
    told: dict[str, object] = {
        "pack": pack.name,
        "path": pack.path,
        "status": status,
        "from": show_day(pack.validity.start) if pack.validity.start else "",
        "reviewed": show_day(pack.reviewed) if pack.reviewed else "",
    }
    if pack.validity.end is not None and pack.validity.end < today:
        return Told("packs", State.DOUBTFUL, "pack_ended", {**told, "end": show_day(pack.validity.end)})
    if is_bundled(pack.path):
        told["path"] = "–"
    if pack.reviewed is not None and pack.reviewed < today:
        code = "pack_unreviewed_shipped" if is_bundled(pack.path) else "pack_unreviewed"
        return Told("packs", State.DOUBTFUL, code, {**told, "days": (today - pack.reviewed).days})
    if is_bundled(pack.path):
        return Told("packs", State.FINE, "pack_shipped", told)
    return Told("packs", State.FINE, "pack_part" if pack.reviewed else "pack_never_reviewed", told)


def _roster(roster: str, today: date) -> Told:
    from kiemtin.officials.roster import load_roster

    path = bundled_roster() if roster == BUNDLED else Path(roster)
    try:
        found = load_roster(path)
    except KiemtinError as error:
        return Told("rosters", State.WRONG, "roster_wrong", {"roster": roster}, error.problems)
    newest = _newest(found, today)
    terms = sum(len(person.holdings) for person in found.officials.values())
    told: dict[str, object] = {"roster": roster, "people": len(found.officials), "terms": terms}
    if newest is None:
        return Told("rosters", State.DOUBTFUL, "roster_undated", told)
    told |= {"last": show_day(newest), "days": (today - newest).days}
    stale = newest + FRESH < today
    return Told("rosters", State.DOUBTFUL if stale else State.FINE, "roster_old" if stale else "roster", told)


def _newest(roster: Roster, today: date) -> date | None:
    """The first day that the newest fact may mean: a term "until 2026" says nothing of December, and one that
    is to end next year nothing of what happened until then."""
    days = [
        when.first
        for person in roster.officials.values()
        for holding in person.holdings
        for when in (holding.start, holding.end, holding.in_office)
        if when is not None
    ]
    return max((day for day in days if day <= today), default=None)


def _calendar(path: str) -> Told:
    from kiemtin.events.reading import read_calendars

    try:
        found = read_calendars([path])
    except KiemtinError as error:
        return Told("calendars", State.WRONG, "calendar_wrong", {"path": path}, error.problems)
    if not found.events:
        return Told("calendars", State.DOUBTFUL, "calendar_empty", {"path": path}, found.doubts)
    told = {
        "path": path,
        "n": len(found.events),
        "first": show_day(found.events[0].first_day),
        "last": show_day(max(event.first_day for event in found.events)),
    }
    return Told("calendars", State.DOUBTFUL if found.doubts else State.FINE, "calendar", told, found.doubts)


def _cache(today: date) -> Iterator[Told]:
    folder = cache_folder()
    if folder is None:
        yield Told("cache", State.FINE, "cache_off", {})
        return
    try:
        entries = [path.stat() for path in folder.glob("*.entry")]
        readable = not exists(folder) or os.access(folder, os.W_OK | os.X_OK)
    except OSError:
        entries, readable = [], False
    told: dict[str, object] = {"folder": str(folder)}
    if not readable:
        yield Told("cache", State.DOUBTFUL, "cache_closed", told)
    elif not entries:
        yield Told("cache", State.FINE, "cache_empty", told)
    else:
        days = [_days_since(each.st_mtime, today) for each in entries]
        size = f"{sum(each.st_size for each in entries) / 1_000_000:.1f}"
        told |= {"n": len(entries), "size": size, "newest": min(days), "oldest": max(days)}
        yield Told("cache", State.FINE, "cache", told)


def _days_since(moment: float, today: date) -> int:
    return max(0, (today - datetime.fromtimestamp(moment).date()).days)


def _written(path: str) -> str:
    try:
        return show_day(datetime.fromtimestamp(Path(path).stat().st_mtime).date())
    except OSError:
        return "?"
