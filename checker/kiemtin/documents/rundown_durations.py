"""The length of each item of a rundown from cells that a spreadsheet may have taken for clock times.

Typing 1:30 into an ordinary cell stores one hour thirty. The number format alone tells such a cell
from ninety minutes, and only the sum tells whether minutes and seconds were meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta

from kiemtin.documents.durations import Unit, parse_duration
from kiemtin.documents.grid import Cell
from kiemtin.documents.model import Note
from kiemtin.foundation.places import Span

LONGEST_BULLETIN = 6 * 3600.0
"""Without a stated length of the bulletin, a sum beyond this shows that h:mm was meant as m:ss."""
_EPOCH = datetime(1899, 12, 30)
_FITS, _SIXTYFOLD_FROM, _SIXTYFOLD_TO = 3.0, 20.0, 180.0

_HOURS_AND_NO_SECONDS = re.compile(r"[0-9]{1,3}:[0-9]{2}:00(?:\.0+)?")


class Cells:
    """The duration cells of one rundown, settled together."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self._units = units
        self._read: dict[int, tuple[float, Span]] = {}
        self._doubtful: set[int] = set()
        self._notes: list[Note] = []
        self._without_unit: list[Span] = []

    def add(self, row: int, role: str, cell: Cell, span: Span) -> None:
        """A filled cell of a row; of several the first that can be read counts."""
        if row in self._read:
            return
        try:
            seconds, doubtful = _seconds(cell, self._units.get(role))
        except _NoUnitError:
            self._without_unit.append(span)
            return
        except ValueError:
            arguments = {"row": row, "value": cell.text}
            self._notes.append(Note("rundown-duration-unreadable", arguments, span))
            return
        self._read[row] = (seconds, span)
        if doubtful:
            self._doubtful.add(row)

    def settle(self, slot: float | None) -> tuple[dict[int, float], list[Note]]:
        """Seconds of each row whose length is clear, and what has to be said about the others.

        `slot`: the stated length of the whole bulletin in seconds.
        """
        notes = self._notes
        if self._without_unit:
            first, count = self._without_unit[0], len(self._without_unit)
            notes.append(Note("rundown-duration-without-unit", {"count": count}, first))
        seconds = {row: value for row, (value, _) in self._read.items()}
        if self._doubtful:
            first = self._read[min(self._doubtful)][1]
            reread = _means_minutes_and_seconds(sum(seconds.values()), slot)
            for row in self._doubtful:
                if reread is None:
                    del seconds[row]
                elif reread:
                    seconds[row] /= 60
            if reread is not False:
                code = "rundown-durations-reread" if reread else "rundown-durations-doubtful"
                notes.append(Note(code, {"count": len(self._doubtful)}, first))
        return seconds, notes


def _means_minutes_and_seconds(total: float, slot: float | None) -> bool | None:
    """Whether h:mm was meant as m:ss; None if it cannot be told."""
    if slot is None or slot <= 0:
        return True if total > LONGEST_BULLETIN else None
    if total <= _FITS * slot:
        return False
    return True if _SIXTYFOLD_FROM * slot <= total <= _SIXTYFOLD_TO * slot else None


class _NoUnitError(ValueError):
    """A bare number, and nothing says whether it counts minutes or seconds."""


def _seconds(cell: Cell, unit: Unit | None) -> tuple[float, bool]:
    """Seconds of a cell, and whether it may be minutes and seconds taken for hours and minutes."""
    value = cell.value
    if isinstance(value, time):
        value = timedelta(
            hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond
        )
    elif isinstance(value, datetime):
        value = value - _EPOCH
    if isinstance(value, timedelta):
        seconds = value.total_seconds()
        if seconds < 0:
            raise ValueError(cell.text)
        shows_seconds = _shows_seconds(cell.number_format)
        return seconds, seconds % 60 == 0 and (not shows_seconds or seconds >= 3600)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if unit is None:
            raise _NoUnitError(cell.text)
        if value < 0:
            raise ValueError(cell.text)
        return float(value) * (60 if unit == "minutes" else 1), False
    text = cell.text.strip()
    if unit is None and re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", text):
        raise _NoUnitError(text)
    clock = _HOURS_AND_NO_SECONDS.fullmatch(text)
    return parse_duration(text, unit), clock is not None and not text.startswith(("0:", "00:"))


def _shows_seconds(number_format: str) -> bool:
    """Whether a number format has a place for seconds, outside quoted words and colours."""
    bare = re.sub(r'"[^"]*"|\\.|\[(?!s+\])[^\]]*\]', "", number_format.lower())
    return "s" in bare
