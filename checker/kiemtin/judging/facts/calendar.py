"""Working days: days of the week but Saturday and Sunday, less holidays, with the days worked instead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from kiemtin.language.rulebook import Holidays

_LONGEST = timedelta(days=3660)
"""Between an event and its publication; beyond it nobody counts days."""
_SATURDAY = 5


def working_days(calendars: Sequence[Holidays], after: date, until: date) -> int | None:
    """Those after one day up to and with another, negative the other way round; None where no calendar of
    holidays covers all of them."""
    if until < after:
        back = working_days(calendars, until, after)
        return None if back is None else -back
    if until - after > _LONGEST:
        return None
    counted = 0
    day = after
    while day < until:
        day += timedelta(days=1)
        calendar = next((each for each in calendars if each.validity.covers(day)), None)
        if calendar is None:
            return None
        counted += _is_worked(day, calendar)
    return counted


def _is_worked(day: date, calendar: Holidays) -> bool:
    if day in calendar.worked:
        return True
    return day.weekday() < _SATURDAY and not any(period.covers(day) for period in calendar.free)
