"""Calendars in iCalendar form (RFC 5545): the events of a .ics file, with the parts that matter here.

Read are DTSTART, DTEND, DURATION, SUMMARY, CATEGORIES, LOCATION, ORGANIZER and ATTENDEE by their CN, and
DESCRIPTION, whose lines `Chủ trì: …`, `Thành phần: …` say who leads and who is invited. Lines are unfolded.
An hour has a zone by TZID, by `Z` for UTC, else it is Viet Nam's; a zone that is not known leaves the event
out, and so does STATUS:CANCELLED. Rules of repetition are not followed: the first day counts, which is
said. Alarms, tasks and time zones of the file are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple

from kiemtin.documents.decoding import decode
from kiemtin.documents.keys import plain_key
from kiemtin.documents.limits import TEXT_BYTES
from kiemtin.documents.moments import VIETNAM
from kiemtin.events.model import Event
from kiemtin.events.tables import COLUMN_OF, Table
from kiemtin.foundation.limits import EVENTS
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import normalize

_LINE = re.compile(
    r"(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[^:;=]+=(?:\"[^\"]*\"|[^:;\"])*)*):(?P<value>.*)", re.S
)
_PARAMETER = re.compile(r";([^:;=]+)=(\"[^\"]*\"|[^:;\"]*)")
_MOMENT = re.compile(r"(\d{8})(?:T(\d{6})(Z)?)?")
_DURATION = re.compile(
    r"\+?P(?:(\d{1,4})W|(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,6})S)?)?)"
)
_ESCAPE = re.compile(r"\\([nN\\;,])")
_OF_SEVEN = frozenset(
    {"asia/ho_chi_minh", "asia/saigon", "asia/bangkok", "asia/hanoi", "se asia standard time", "ict", "gmt+7",
     "utc+7", "utc+07:00"}
)  # fmt: skip
"""Names of Viet Nam's zone, also those of Windows."""
_MOST_LINE = 20_000
_MOST_DOUBTS = 20


class _Property(NamedTuple):
    name: str
    parameters: dict[str, str]
    value: str
    line: int


def read_icalendar(data: bytes, path: str) -> Table:
    """Raises DocumentError for what is no calendar."""
    TEXT_BYTES.hold(len(data), FilePlace(path))
    text = normalize(decode(data, path)).text
    if not text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        raise DocumentError(Problem("calendar-not-ics", FilePlace(path)))
    table = Table([], [])
    for start, properties in _events(text):
        EVENTS.hold(len(table.events) + 1, FilePlace(path))
        _add(table, properties, FilePlace(path, start))
    return table


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its number, together with those that go on with it (they begin with a space)."""
    whole: list[str] = []
    length = begun = 0
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if line[:1] in (" ", "\t") and whole:
            if length < _MOST_LINE:
                whole.append(line[1:])
                length += len(line)
            continue
        if whole:
            yield begun, "".join(whole)
        whole, begun, length = [line], number, len(line)
    if whole:
        yield begun, "".join(whole)


def _events(text: str) -> Iterator[tuple[int, list[_Property]]]:
    """The line in which each event begins, and its properties without those of parts inside of it."""
    within: list[str] = []
    found: list[_Property] = []
    begun = 0
    for number, line in _unfolded(text):
        upper = line[:40].strip().upper()
        if upper.startswith("BEGIN:"):
            within.append(upper[6:])
            if within[-1] == "VEVENT":
                found, begun = [], number
        elif upper.startswith("END:"):
            if upper[4:] == "VEVENT" and within[-1:] == ["VEVENT"]:
                yield begun, found
            if within:
                within.pop()
        elif within[-1:] == ["VEVENT"]:
            match = _LINE.fullmatch(line[:_MOST_LINE])
            if match is not None:
                parameters = {
                    key.upper(): value.strip('"') for key, value in _PARAMETER.findall(match["parameters"])
                }
                found.append(_Property(match["name"].upper(), parameters, match["value"], number))


def _add(table: Table, properties: list[_Property], place: FilePlace) -> None:
    first: dict[str, _Property] = {}
    for each in properties:
        first.setdefault(each.name, each)

    def text(name: str) -> str:
        return _plain(first[name].value) if name in first else ""

    def doubt(code: str, value: str, at: FilePlace = place) -> None:
        if len(table.doubts) < _MOST_DOUBTS:
            table.doubts.append(Problem(code, at, {"value": value[:60]}, warning=True))

    if text("STATUS").upper() == "CANCELLED":
        return
    if "DTSTART" not in first:
        doubt("calendar-bad-day", "")
        return
    try:
        start = _moment(first["DTSTART"])
        end = _end(first, start)
    except _ZoneError as error:
        doubt("calendar-unknown-zone", str(error))
        return
    except (ValueError, OverflowError):
        doubt("calendar-bad-day", first["DTSTART"].value, FilePlace(place.path, first["DTSTART"].line))
        return
    if "RRULE" in first or "RDATE" in first:
        doubt("calendar-repeats", text("SUMMARY"))
    said = _described(text("DESCRIPTION"))
    organizer = first["ORGANIZER"].parameters.get("CN", "") if "ORGANIZER" in first else ""
    guests = [each.parameters.get("CN", "") for each in properties if each.name == "ATTENDEE"]
    table.events.append(
        Event(
            start,
            end,
            title=text("SUMMARY"),
            kind=said.get("kind") or text("CATEGORIES"),
            place=text("LOCATION") or said.get("place", ""),
            leaders=said.get("leaders") or organizer,
            guests="; ".join(filter(None, [said.get("guests", ""), *guests])),
            at=place,
        )
    )


def _end(first: dict[str, _Property], start: datetime | date) -> datetime | date | None:
    """Raises ValueError. The end of an event of whole days is the day after its last."""
    if "DTEND" in first:
        end = _moment(first["DTEND"])
        if not isinstance(end, datetime) and end > _day(start):
            return end - timedelta(days=1)
        return end
    if "DURATION" in first:
        match = _DURATION.fullmatch(first["DURATION"].value.strip())
        if match is None:
            raise ValueError(first["DURATION"].value)
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
        length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
        if isinstance(start, datetime):
            return start + length
        return start + max(length - timedelta(days=1), timedelta())
    return None


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


class _ZoneError(ValueError):
    """A time zone that nothing knows."""


def _moment(told: _Property) -> datetime | date:
    match = _MOMENT.fullmatch(told.value.strip())
    if match is None:
        raise ValueError(told.value)
    day = date.fromisoformat(match[1])
    if match[2] is None:
        return day
    hour, minute, second = int(match[2][:2]), int(match[2][2:4]), min(59, int(match[2][4:]))
    moment = datetime(day.year, day.month, day.day, hour, minute, second)
    zone = UTC if match[3] else _zone(told.parameters.get("TZID", ""))
    return moment if zone is None else moment.replace(tzinfo=zone).astimezone(VIETNAM).replace(tzinfo=None)


def _zone(name: str) -> tzinfo | None:
    """The zone of a TZID; None is Viet Nam's own. Raises _ZoneError."""
    plain = name.strip().lower().removeprefix("/")
    if not plain or plain in _OF_SEVEN or plain.endswith(("/asia/ho_chi_minh", "/asia/bangkok")):
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name.strip())
    except (KeyError, ValueError, OSError):  # not found, no name of a zone, a name that leads elsewhere
        raise _ZoneError(name) from None


def _plain(value: str) -> str:
    return _ESCAPE.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value).strip()


def _described(text: str) -> dict[str, str]:
    """Lines `Chủ trì: …` of a description, by the columns that tables have."""
    found: dict[str, str] = {}
    for line in text.split("\n"):
        key, colon, value = line.partition(":")
        column = COLUMN_OF.get(plain_key(key)) if colon and len(key) < 60 else None
        if column in ("leaders", "guests", "kind", "place") and value.strip():
            found.setdefault(column, value.strip())
    return found
