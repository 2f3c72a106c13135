"""Lengths of time as newsrooms write them: `1'30"`, `1p30`, `90s`, `1:30`, `00:01:30:12`, `2 phút 15`."""

from __future__ import annotations

import re
from typing import Literal

from kiemtin.foundation.text import normalize

Unit = Literal["seconds", "minutes"]

FRAMES_A_SECOND = 25
"""Television in Viet Nam counts 25 frames a second."""

LONGEST = 100 * 3600.0
"""Seconds. What is longer is no length of a piece or a bulletin."""
_LONGEST_TEXT = 60

_NUMBER = r"[0-9]{1,9}(?:[.,][0-9]{1,9})?"
_HOURS = r"(?:giờ|gio|tiếng|h|hours?|hrs?)"
_MINUTES = r"(?:phút|phut|phú|ph|p|minutes?|mins?|min|m|')"
_SECONDS = r"(?:giây|giay|gi|g|seconds?|secs?|sec|s|\"|'')"
_NAMED = re.compile(
    rf"(?:(?P<hours>{_NUMBER})\s*{_HOURS}\s*)?"
    rf"(?:(?P<minutes>{_NUMBER})\s*{_MINUTES}(?!')\.?\s*)?"
    rf"(?:(?P<seconds>{_NUMBER})(?![0-9])\s*(?P<seconds_unit>{_SECONDS})?\.?\s*)?"
    rf"(?:(?P<milliseconds>{_NUMBER})\s*(?:ms|mili ?giây|milliseconds?))?"
)
_CLOCK = re.compile(
    r"(?:(?:(?P<hours>[0-9]{1,4}):)?(?P<minutes>[0-9]{1,4}))?:(?P<seconds>[0-9]{2}(?:[.,][0-9]+)?)"
    r"|(?P<h>[0-9]{1,4}):(?P<m>[0-9]{2}):(?P<s>[0-9]{2})[:;](?P<frames>[0-9]{2})"
)
_PLAIN = re.compile(_NUMBER)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "′": "'", "´": "'", "`": "'", "”": '"', "“": '"', "″": '"'})


def parse_duration(text: str, unit: Unit | None = None) -> float:
    """Seconds of a written duration.

    `m:ss`, `h:mm:ss` and `hh:mm:ss:ff` (25 frames) are read as broadcasters mean them: two parts are
    minutes and seconds. A bare number is read only where `unit` says what it counts. Raises ValueError
    for anything else, for 60 and more seconds behind minutes, for a bare number without a unit, and for
    more than LONGEST.
    """
    if len(text) > _LONGEST_TEXT:
        raise ValueError(text[:_LONGEST_TEXT])
    seconds = _parsed(text, unit)
    if seconds > LONGEST:
        raise ValueError(text)
    return seconds


def _parsed(text: str, unit: Unit | None) -> float:
    written = normalize(text).text.strip().lower().translate(_QUOTES)
    if _PLAIN.fullmatch(written):
        if unit is None:
            raise ValueError(text)
        return _number(written) * (60 if unit == "minutes" else 1)
    clock = _CLOCK.fullmatch(written)
    if clock:
        if clock["frames"] is not None:
            frames = int(clock["frames"])
            if frames >= FRAMES_A_SECOND:
                raise ValueError(text)
            return _sum(text, clock["h"], clock["m"], clock["s"]) + frames / FRAMES_A_SECOND
        return _sum(text, clock["hours"], clock["minutes"], clock["seconds"])
    named = _NAMED.fullmatch(written)
    if named is None or not written:
        raise ValueError(text)
    hours, minutes, seconds = named["hours"], named["minutes"], named["seconds"]
    if named["milliseconds"] is not None:
        if seconds is not None and named["seconds_unit"] is None:
            raise ValueError(text)
        part = _number(named["milliseconds"]) / 1000
        if part >= 1 and (hours or minutes or seconds):
            raise ValueError(text)
        return _sum(text, hours, minutes, seconds) + part
    if seconds is not None and named["seconds_unit"] is None and minutes is None:
        if hours is None:
            raise ValueError(text)
        minutes, seconds = seconds, None  # "1h30" is one hour thirty minutes
    return _sum(text, hours, minutes, seconds)


def _sum(text: str, hours: str | None, minutes: str | None, seconds: str | None) -> float:
    """Raises ValueError if a part reaches 60 behind a larger one."""
    h, m, s = (_number(part) if part else 0.0 for part in (hours, minutes, seconds))
    if (hours and m >= 60) or ((minutes or hours) and s >= 60):
        raise ValueError(text)
    return h * 3600 + m * 60 + s


def _number(digits: str) -> float:
    return float(digits.replace(",", "."))


def show_duration(seconds: float) -> str:
    """`1'30"`, `45"`, `1 giờ 02'03"`; parts of a second only where there are any."""
    hours, rest = divmod(round(seconds * 1000), 3_600_000)
    minutes, milliseconds = divmod(rest, 60_000)
    whole, part = divmod(milliseconds, 1000)
    tail = f",{part:03d}".rstrip("0") if part else ""
    if hours:
        return f"{hours} giờ {minutes:02d}'{whole:02d}{tail}\""
    if minutes:
        return f"{minutes}'{whole:02d}{tail}\""
    return f'{whole}{tail}"'
