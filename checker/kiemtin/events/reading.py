"""Work calendars from their files, by the name's extension."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiemtin.documents.limits import PACKAGE_BYTES
from kiemtin.documents.reading import shown
from kiemtin.events.model import Calendar, Event
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, PackError, Problem

EXTENSIONS = (".csv", ".tsv", ".xlsx", ".xlsm", ".ics")


def read_calendars(paths: Sequence[str]) -> Calendar:
    """The events of all files, in the order of their days. Raises PackError."""
    events: list[Event] = []
    doubts: list[Problem] = []
    for path in paths:
        found = read_calendar(Path(path))
        events += found.events
        doubts += found.doubts
    events.sort(key=lambda event: (event.first_day, str(event.start), event.at.path, event.at.line or 0))
    return Calendar(tuple(events), tuple(doubts))


def read_calendar(path: Path) -> Calendar:
    """Raises PackError."""
    name = shown(path)
    suffix = path.suffix.lower()
    if suffix not in EXTENSIONS:
        arguments = {"suffix": path.suffix or "–", "known": ", ".join(EXTENSIONS)}
        raise PackError(Problem("calendar-unknown-format", FilePlace(name), arguments))
    try:
        with path.open("rb") as stream:
            data = stream.read(PACKAGE_BYTES.most + 1)
        PACKAGE_BYTES.hold(len(data), FilePlace(name))
        return _read(data, name, suffix)
    except DocumentError as error:
        raise PackError(error.problems) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise PackError(Problem("calendar-unreadable", FilePlace(name), {"reason": reason})) from None


def _read(data: bytes, name: str, suffix: str) -> Calendar:
    if suffix == ".ics":
        from kiemtin.events.icalendar import read_icalendar

        table = read_icalendar(data, name)
    else:
        from kiemtin.events.tables import read_table

        table = read_table(data, name, suffix)
    if not table.events and not table.doubts:
        raise DocumentError(Problem("calendar-empty", FilePlace(name)))
    return Calendar(tuple(table.events), tuple(table.doubts))
