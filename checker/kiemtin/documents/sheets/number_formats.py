"""What a stored number is by its format: a plain number, a day, an hour, a length of time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import Enum
from functools import lru_cache

DAY_SECONDS = 86_400
_LAST_SERIAL = 2_958_466
"""Of 31/12/9999: beyond it Excel shows no day."""


class Kind(Enum):
    """How Excel shows a number; all but NUMBER count days."""

    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"
    """Day and hour."""
    MINUTES = "h:mm"
    """Hours and minutes: what a length typed as m:ss becomes."""
    SECONDS = "mm:ss"
    """Any format with a place for seconds."""


_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 17, *range(27, 32), 34, 35, 36, *range(50, 59)), Kind.DAY),
    **dict.fromkeys((18, 20, 32), Kind.MINUTES),
    **dict.fromkeys((19, 21, 33, 45, 46, 47), Kind.SECONDS),
    22: Kind.MOMENT,
}


def built_in(number: int) -> Kind:
    """The kind of a format that a file does not spell out."""
    return _BUILT_IN.get(number, Kind.NUMBER)


@lru_cache(maxsize=512)
def kind_of(code: str) -> Kind:
    """The kind of a written format: quoted words, escaped signs, colours and conditions are no part of it."""
    first = code[:255].lower().split(";")[0]
    bare = re.sub(r'"[^"]*"?|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]?|general|am/pm|a/p', "", first)
    if "s" in bare and not re.search(r"[yd]", bare):
        return Kind.SECONDS
    if re.search(r"[yd]", bare):
        return Kind.MOMENT if "h" in bare else Kind.DAY
    if "h" in bare or "[m" in bare:
        return Kind.MINUTES
    return Kind.DAY if "m" in bare else Kind.NUMBER


def moment_of(serial: float, *, from_1904: bool = False) -> datetime | None:
    """The day and hour of a serial number, to the second; None beyond the calendar.

    Excel's calendar has a 29/02/1900 that never was: days before it count from the day after.
    """
    if not 0 <= serial < _LAST_SERIAL:
        return None
    if from_1904:
        first = datetime(1904, 1, 1)
    else:
        first = datetime(1899, 12, 31) if serial < 60 else datetime(1899, 12, 30)
    try:
        return first + timedelta(seconds=round(serial * DAY_SECONDS))
    except OverflowError:
        return None


def seconds_of(serial: float) -> float:
    """A length of time in seconds; parts below a millisecond are errors of storing."""
    return round(serial * DAY_SECONDS, 3)


def shown(number: float, kind: Kind, *, from_1904: bool = False) -> str:
    """A number as text: days as 12/03/2024, lengths as 1:30 or 0:01:30, whole numbers without a point."""
    if kind in (Kind.DAY, Kind.MOMENT):
        moment = moment_of(number, from_1904=from_1904)
        if moment is not None:
            day = f"{moment:%d/%m/%Y}"
            return (
                day if moment == datetime(moment.year, moment.month, moment.day) else f"{day} {moment:%H:%M}"
            )
    elif kind is not Kind.NUMBER and 0 <= number < _LAST_SERIAL:
        whole = round(number * DAY_SECONDS)
        hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
        if kind is Kind.MINUTES and not seconds:
            return f"{hours:02d}:{minutes:02d}"
        return f"{hours:02d}:{minutes:02d}:{seconds:02d}"
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.15g}"
