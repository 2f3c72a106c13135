"""Days and hours as calendars write them: `Thứ Hai (11/3)`, `12-14/3/2024`, `8h00 - 10h30`, `Sáng: 7h30`."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from kiemtin.documents.moments import YearMissingError, read_moment, read_time

_LONGEST = 80
_WEEKDAY = re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|cn|t[2-7])\b", re.I)
_AROUND = " \t\r\n,;:()[]-–—/"
_DAYS = re.compile(r"(\d{1,2})\s*[-–—]\s*(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?")
_BOTH = re.compile(r"\s+(?:-|–|—|đến|tới|to)\s+(?:ngày\s+)?|\s*[–—→]\s*", re.I)
_HOUR = re.compile(r"\d{1,2}\s*(?:giờ|[:hg])(?:\s*\d{1,2}(?!\s*[:hg\d]))?", re.I)
_DAY_OF = re.compile(r"^\s*(?:từ\s+)?ngày\s+", re.I)


def read_days(text: str, year: int | None) -> tuple[datetime | date, datetime | date | None]:
    """First and last day, or moment, of a cell. Raises YearMissingError, else ValueError."""
    written = text[: _LONGEST + 1]
    if len(written) > _LONGEST:
        raise ValueError(written)
    written = _DAY_OF.sub("", _WEEKDAY.sub(" ", written)).strip(_AROUND)
    days = _DAYS.fullmatch(written)
    if days:
        of = int(days[4]) if days[4] else year
        if of is None:
            raise YearMissingError(text)
        return date(of, int(days[3]), int(days[1])), date(of, int(days[3]), int(days[2]))
    parts = _BOTH.split(written)
    if len(parts) == 2:
        try:
            last = read_moment(parts[1].strip(_AROUND), year)
            return read_moment(parts[0].strip(_AROUND), _year_of(last)), last
        except YearMissingError:
            raise
        except ValueError:
            pass
    return read_moment(written, year), None


def _year_of(moment: datetime | date) -> int:
    return moment.year


def read_hours(text: str) -> tuple[time | None, time | None]:
    """First and last hour of a cell; words such as "Sáng" alone tell none. Raises ValueError for more than
    two hours, or for one that no clock shows."""
    found = [read_time(match[0].strip()) for match in _HOUR.finditer(text[:_LONGEST])]
    if len(found) > 2 or (not found and re.search(r"\d", text)):
        raise ValueError(text[:_LONGEST])
    first = found[0] if found else None
    return first, found[1] if len(found) == 2 else None
