"""Days and hours as newsrooms write them: `12/03/2024`, `19h30 ngày 12/3/2024`, `2024/3/12 20:46:25`, ISO."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
_LONGEST = 80

_CLOCK = (
    r"([0-9]{1,2})\s*(?:[:hg]|giờ)\s*(?:([0-9]{1,2})\s*(?:'|ph|phút)?)?(?::([0-9]{2})(?:[.,][0-9]{1,9})?)?"
)
_DAY = r"[0-9]{8}|[0-9]{1,4}(?:[/.-][0-9]{1,4}){1,2}"
_ZONE = r"(?:\s*(z|utc|gmt)?\s*([+-][0-9]{1,2}(?::?[0-9]{2})?)?)"
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[t ][0-9]{2}:[^ ]*")
_TIME_FIRST = re.compile(rf"(?P<clock>{_CLOCK})[\s,;-]+(?:ngày\s+)?(?P<day>(?:{_DAY}))")
_DATE_FIRST = re.compile(
    rf"(?:ngày\s+)?(?P<day>{_DAY})(?:(?:[\s,;-]+|t)(?:lúc\s+)?(?P<clock>{_CLOCK})(?P<zone>{_ZONE}))?"
)
_BACK_TIME = re.compile(r"@([0-9]{1,5})")


class YearMissingError(ValueError):
    """A day and a month, and nothing says of which year; or a month whose day is not said."""


def read_moment(value: str, year: int | None = None) -> date | datetime:
    """A day, or a day with its hour. Hours are Viet Nam's; one given with another offset is converted.

    `11-9`, `11/9` and `11.9` are day and month of `year`, which the document tells; without it they are
    YearMissingError, as is a month alone (`9/2024`): never guessed. Raises ValueError for anything else.
    """
    value = value.strip().lower()
    if len(value) > _LONGEST:
        raise ValueError(value[:_LONGEST])
    if _ISO.fullmatch(value):
        return _in_vietnam(datetime.fromisoformat(value.upper()).replace(microsecond=0))
    first = _TIME_FIRST.fullmatch(value)
    if first:
        return datetime.combine(_day(first["day"], year), read_time(first["clock"]))
    match = _DATE_FIRST.fullmatch(value)
    if match is None:
        raise ValueError(value)
    day = _day(match["day"], year)
    if not match["clock"]:
        return day
    moment = datetime.combine(day, read_time(match["clock"]))
    zone = match["zone"].strip()
    if not zone:
        return moment
    offset = re.fullmatch(r"(?:z|utc|gmt)?\s*(?:([+-])([0-9]{1,2}):?([0-9]{2})?)?", zone)
    if offset is None or int(offset[2] or 0) > 14:
        raise ValueError(value)
    away = timedelta(hours=int(offset[2] or 0), minutes=int(offset[3] or 0))
    return _in_vietnam(moment.replace(tzinfo=timezone(-away if offset[1] == "-" else away)))


def read_iso(value: str) -> date | datetime:
    """A moment of ISO 8601, extended or basic, as exchange formats have it; a `date` if it has no hour.

    Raises ValueError.
    """
    value = value.strip()
    if len(value) > _LONGEST:
        raise ValueError(value[:_LONGEST])
    if "T" not in value and " " not in value:
        return date.fromisoformat(value)
    return _in_vietnam(datetime.fromisoformat(value).replace(microsecond=0))


def read_time(value: str) -> time:
    """An hour of the day: `19:30`, `19h30`, `7 giờ 5 phút`, or a back-time `@70200` in seconds of the day.

    Raises ValueError.
    """
    value = value.strip().lower()
    back = _BACK_TIME.fullmatch(value)
    if back:
        seconds = int(back[1])
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    match = re.fullmatch(_CLOCK, value)
    if match is None:
        raise ValueError(value)
    return time(int(match[1]), int(match[2] or 0), int(match[3] or 0))


def _in_vietnam(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        return moment
    try:
        return moment.astimezone(VIETNAM).replace(tzinfo=None)
    except OverflowError:
        raise ValueError(str(moment)) from None


def _day(text: str, year: int | None) -> date:
    """Day first, or year first where it has four figures; one separator throughout."""
    if len(text) == 8 and text.isdigit():
        return date.fromisoformat(text)
    separators = re.findall(r"[/.-]", text)
    if len(set(separators)) > 1:
        raise ValueError(text)
    parts = re.split(r"[/.-]", text)
    numbers = [int(part) for part in parts]
    if len(parts) == 3:
        if len(parts[0]) == 4 and len(parts[2]) <= 2:
            return date(numbers[0], numbers[1], numbers[2])
        if len(parts[2]) == 4 and len(parts[0]) <= 2:
            return date(numbers[2], numbers[1], numbers[0])
        raise ValueError(text)
    if len(parts[0]) == 4 or len(parts[1]) == 4:
        month, of_year = (numbers[1], numbers[0]) if len(parts[0]) == 4 else (numbers[0], numbers[1])
        date(of_year, month, 1)
        raise YearMissingError(text)
    if year is None:
        date(2024, numbers[1], numbers[0])  # a leap year: the 29th of February is a day
        raise YearMissingError(text)
    return date(year, numbers[1], numbers[0])
