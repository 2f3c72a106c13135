"""Files as a newsroom has them: each is read, judged and shown by the settings that hold for it.

The order in which it is believed what is said about a piece stands in docs/settings.md: command line,
environment, the piece's own row and head, side-car, work calendar, kiemtin.toml, the file's properties.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiemtin.checking.nearest import nearest
from kiemtin.checking.settings import UNSETTLED, Settings
from kiemtin.checking.workbench import STDIN, Examination, Workbench, read
from kiemtin.documents.model import Document, Revisions, Supplied
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.foundation.records import replace
from kiemtin.reporting.report import Report

if TYPE_CHECKING:
    from kiemtin.checking.settings_file import SettingsFile
    from kiemtin.checking.side_car import SideCar
    from kiemtin.reporting.shown_document import Reading


class Chosen(NamedTuple):
    """What was chosen for a run, in place of whatever kiemtin.toml says; None and () are *not chosen*."""

    pack: str | None = None
    as_of: date | None = None
    rosters: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    given: Supplied | None = None
    """What is said about the pieces."""
    revisions: Revisions = "accepted"
    internal: bool = False
    """Whether clauses for internal circulation are told in their words."""


class Desk:
    """One for a run over any number of files. All of it raises DocumentError, and PackError for what a
    kiemtin.toml, a pack, a roster or a calendar has wrong."""

    def __init__(
        self,
        chosen: Chosen = Chosen(),  # noqa: B008 - immutable
        config: str | None = None,
        *,
        uses_config: bool = True,
    ) -> None:
        """`config` is the kiemtin.toml for every file; without it each file has the nearest one above it,
        else the nearest one above the working folder."""
        self.chosen = chosen
        self._config, self._uses_config = config, uses_config
        self._benches: dict[tuple[object, ...], Workbench] = {}
        self._found: dict[str, SettingsFile | None] = {}
        self._loaded: dict[str, SettingsFile] = {}
        self._told: set[tuple[object, ...]] = set()

    def settings(self, path: str) -> Settings:
        """What kiemtin.toml settles for a file, if there is any."""
        if not self._uses_config:
            return UNSETTLED
        if self._config is not None:
            return self._load(self._config).for_file(Path(path))
        folder = "" if path == STDIN else os.path.dirname(path)  # noqa: PTH120 - three times as fast as a Path
        found = self._nearest(folder)
        if found is None and folder:
            found = self._nearest("")
        return found.for_file(Path(path)) if found is not None else UNSETTLED

    def _nearest(self, folder: str) -> SettingsFile | None:
        if folder not in self._found:
            path = nearest(folder)
            self._found[folder] = self._load(path) if path is not None else None
        return self._found[folder]

    def _load(self, path: str) -> SettingsFile:
        if path not in self._loaded:
            from kiemtin.checking.settings_file import load  # most runs have none

            found = load(Path(path))
            if found.pins:
                from kiemtin.checking.pins import faults

                wrong = faults(found.folder, found.pins, FilePlace(path))
                if wrong:
                    raise PackError(wrong)
            self._loaded[path] = found
        return self._loaded[path]

    def bench(self, path: str) -> Workbench:
        """The rules, rosters and calendars for a file; files that share them share the bench."""
        settings, chosen = self.settings(path), self.chosen
        pack = chosen.pack or settings.pack
        rosters = chosen.rosters or settings.rosters
        events = chosen.events or settings.events
        key = (pack, rosters, events)
        if key not in self._benches:
            self._benches[key] = Workbench(
                pack, chosen.as_of, rosters, events=events, internal=chosen.internal
            )
        return self._benches[key]

    def read(self, path: str, data: bytes | None = None) -> Document:
        """A file with all that is said about it, each value from the first who says it; `data` stand in place
        of its content."""
        settings, given = self.settings(path), self.chosen.given
        beside = self._beside(path)
        if beside is None and settings is UNSETTLED:
            return read(path, given, self.chosen.revisions, data)
        supplied = given or Supplied()
        under = settings.said
        if beside is not None:
            under = beside.metadata.completed(settings.said)
        supplied = replace(
            supplied,
            under=under,
            items_under=beside.items if beside is not None else (),
            headings=settings.headings,
            sites=settings.sites,
        )
        document = read(path, supplied, self.chosen.revisions, data)
        if beside is None:
            return document
        from kiemtin.checking.side_car import contradictions

        return replace(document, notes=(*document.notes, *beside.notes, *contradictions(document, beside)))

    def _beside(self, path: str) -> SideCar | None:
        if path == STDIN or not os.path.isfile(f"{path}.meta.yaml"):  # noqa: PTH113
            return None
        from kiemtin.checking.side_car import side_car_of

        return side_car_of(Path(path))

    def judge(self, path: str) -> Report:
        return self.examine(path).report

    def examine(self, path: str) -> Examination:
        examined = self.bench(path).examine(self.read(path))
        site = self.settings(path).rules_site
        if site is None:
            return examined
        return examined._replace(report=examined.report._replace(rules_site=site))

    def doubts(self) -> tuple[Problem, ...]:
        """What is wrong with rows of calendars that were read since this was asked last."""
        found: list[Problem] = []
        for key, bench in self._benches.items():
            if key not in self._told and "calendar" in vars(bench):
                self._told.add(key)
                found += bench.calendar.doubts
        return tuple(found)

    def recognise(self, path: str) -> Reading:
        reading = self.bench(path).recognise(self.read(path))
        settings = self.settings(path)
        return reading._replace(settings=settings.path, reading_rate=settings.reading_rate)


def chosen_by(
    environment: Mapping[str, str],
    pack: str | None = None,
    as_of: date | None = None,
    rosters: tuple[str, ...] = (),
    events: tuple[str, ...] = (),
    given: Supplied | None = None,
) -> Chosen:
    """What was chosen by options, else by the variables KIEMTIN_PACK, KIEMTIN_ROSTER, KIEMTIN_EVENTS (files
    parted as in PATH) and KIEMTIN_SET. Raises BadPairError."""
    said = environment.get("KIEMTIN_SET")
    if said:
        from kiemtin.checking.said import layered, of_environment

        given = layered(given, of_environment(said))
    return Chosen(
        pack or environment.get("KIEMTIN_PACK") or None,
        as_of,
        rosters or _paths(environment.get("KIEMTIN_ROSTER")),
        events or _paths(environment.get("KIEMTIN_EVENTS")),
        given,
    )


def _paths(value: str | None) -> tuple[str, ...]:
    return tuple(each for each in (value or "").split(os.pathsep) if each)
