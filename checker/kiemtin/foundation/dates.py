"""Dates as documents and rosters give them: partial dates, intervals with unknown ends."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from kiemtin.foundation.records import Record


class Held(Enum):
    """Whether something held on a day: an unknown end is unknown, not open."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class PartialDate(Record):
    """A year, a month or a day; `first` and `last` are the days it may mean."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """From `2024`, `2024-07` or `2024-07-19` (ISO 8601). Raises ValueError otherwise."""
        match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text.strip())
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        date(year, month or 1, day or 1)
        return cls(year, month, day)

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        if self.day is not None:
            return self.first
        if self.month is None or self.month == 12:
            return date(self.year, 12, 31)
        following = date(self.year, self.month + 1, 1)
        return date.fromordinal(following.toordinal() - 1)

    def __str__(self) -> str:
        parts = [
            f"{self.year:04d}",
            *(f"{part:02d}" for part in (self.month, self.day) if part is not None),
        ]
        return "-".join(parts)


class Validity(Record):
    """From `start` to `end`, both days included; None is without bound (for law, not for rosters)."""

    start: date | None = None
    end: date | None = None

    def covers(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: Validity) -> bool:
        return not (
            (self.end is not None and other.start is not None and self.end < other.start)
            or (other.end is not None and self.start is not None and other.end < self.start)
        )


_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def parse_day(text: str) -> date:
    """A day as `01/07/2021` (day first) or `2021-07-01`. Raises ValueError otherwise."""
    text = text.strip()
    match = _DAY_MONTH_YEAR.fullmatch(text)
    if match:
        day, month, year = map(int, match.groups())
        return date(year, month, day)
    return date.fromisoformat(text)


def show_day(day: date) -> str:
    """`01/07/2021`, as Vietnamese documents write it."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
