"""Calendars of holidays: what a pack says of days off, ready to be counted by."""

from __future__ import annotations

from datetime import timedelta

from kiemtin.foundation.dates import Validity
from kiemtin.language import syntax as s
from kiemtin.language.compiling.linking import Links
from kiemtin.language.rulebook import Holidays

_ONE_DAY = timedelta(days=1)
_LONGEST = 366


def compile_holidays(links: Links) -> tuple[Holidays, ...]:
    """Those of all packs, nearest first; a day outside of what its calendar covers is an error."""
    found = []
    for placed in links.of(s.HolidayCalendar):
        calendar = placed.statement
        assert isinstance(calendar, s.HolidayCalendar)
        if calendar.validity.start is None or calendar.validity.end is None:
            links.report(placed.home, "pack.holidays-without-end", calendar.span)
            continue
        worked = []
        for day in calendar.days:
            if not (calendar.validity.covers(day.start) and calendar.validity.covers(day.end)):
                links.report(placed.home, "pack.holiday-outside", day.span)
            elif day.kind == "worked":
                days = min((day.end - day.start).days, _LONGEST)
                worked += [day.start + at * _ONE_DAY for at in range(days + 1)]
        free = tuple(Validity(day.start, day.end) for day in calendar.days if day.kind == "free")
        told = calendar.status or placed.home.pack.status
        status = s.Status(told.kind, told.source) if told is not None else None
        found.append(Holidays(calendar.validity, free, tuple(worked), status, placed.citation))
    return tuple(found)
