"""The lengths of each item of a rundown from cells that a spreadsheet may have taken for clock times.

Typing 1:30 into an ordinary cell stores one hour thirty. The number format alone tells such a cell
from ninety minutes, and only the sum tells whether minutes and seconds were meant. Planned and actual
lengths are settled apart: a column is written in one way, and each has its own sum.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kiemtin.documents import columns as heads
from kiemtin.documents.durations import LONGEST, Unit, parse_duration
from kiemtin.documents.grid import Cell
from kiemtin.documents.model import Note
from kiemtin.foundation.places import Span

LONGEST_BULLETIN = 6 * 3600.0
"""Without a stated length of the bulletin, a sum beyond this shows that h:mm was meant as m:ss."""
ROLES = (heads.ACTUAL, "duration")
"""In the order in which they count."""
_FITS, _SIXTYFOLD_FROM, _SIXTYFOLD_TO = 3.0, 20.0, 180.0

_HOURS_AND_NO_SECONDS = re.compile(r"[0-9]{1,3}:[0-9]{2}:00(?:\.0+)?")
_BARE = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


class Cells:
    """The duration cells of one rundown, settled together."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self._units = units
        self._read: dict[str, dict[int, tuple[float, Span]]] = {role: {} for role in ROLES}
        self._doubtful: dict[str, set[int]] = {role: set() for role in ROLES}
        self._notes: list[Note] = []
        self._without_unit: list[Span] = []

    def add(self, row: int, role: str, cell: Cell, span: Span) -> None:
        """A filled cell of a row."""
        try:
            seconds, doubtful = _seconds(cell, self._units.get(role))
        except _NoUnitError:
            self._without_unit.append(span)
            return
        except ValueError:
            arguments = {"row": row, "value": cell.text[:40]}
            self._notes.append(Note("rundown-duration-unreadable", arguments, span))
            return
        self._read[role][row] = (seconds, span)
        if doubtful:
            self._doubtful[role].add(row)

    def settle(self, slot: float | None) -> tuple[dict[int, dict[str, float]], list[Note]]:
        """Seconds of each row by role where they are clear, and what has to be said about the others.

        `slot`: the stated length of the whole bulletin in seconds.
        """
        notes = self._notes
        if self._without_unit:
            first, count = self._without_unit[0], len(self._without_unit)
            notes.append(Note("rundown-duration-without-unit", {"count": count}, first))
        found: dict[int, dict[str, float]] = {}
        said: dict[str, list[Span]] = {}
        for role in ROLES:
            seconds = {row: value for row, (value, _) in self._read[role].items()}
            doubtful = self._doubtful[role]
            reread = _means_minutes_and_seconds(sum(seconds.values()), slot) if doubtful else False
            for row, value in seconds.items():
                if row not in doubtful or reread is False:
                    found.setdefault(row, {})[role] = value
                elif reread:
                    found.setdefault(row, {})[role] = value / 60
            if reread is not False:
                code = "rundown-durations-reread" if reread else "rundown-durations-doubtful"
                said.setdefault(code, []).extend(self._read[role][row][1] for row in sorted(doubtful))
        notes += [Note(code, {"count": len(spans)}, spans[0]) for code, spans in said.items()]
        return found, notes


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
    if cell.length is not None:
        if not 0 <= cell.length <= 60 * LONGEST:
            raise ValueError(cell.text)
        return cell.length, cell.length % 60 == 0 and (not cell.shows_seconds or cell.length >= 3600)
    if cell.moment is not None:
        raise ValueError(cell.text)
    if cell.number is not None:
        if unit is None:
            raise _NoUnitError(cell.text)
        seconds = cell.number * (60 if unit == "minutes" else 1)
        if not 0 <= seconds <= LONGEST:
            raise ValueError(cell.text)
        return seconds, False
    text = cell.text.strip()
    if unit is None and len(text) < 40 and _BARE.fullmatch(text):
        raise _NoUnitError(text)
    clock = _HOURS_AND_NO_SECONDS.fullmatch(text)
    return parse_duration(text, unit), clock is not None and not text.startswith(("0:", "00:"))
