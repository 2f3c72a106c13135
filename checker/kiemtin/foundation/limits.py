"""How much may be given: what a bound is, and those of packs, rosters, calendars, settings, evaluation.

Those of drafts and rundowns are in `documents.limits`. Each is held before the work that it bounds: together
they keep every run within 10 seconds of computing and 500 MB (docs/security.md).
"""

from __future__ import annotations

from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, KiemtinError, PackError, Problem
from kiemtin.foundation.records import Record


class Limit(Record):
    """At most so many of something; `code` is the id of the message, whose `{limit}` is `shown`."""

    code: str
    most: int
    unit: int = 1
    """What one of the message's units holds: 1,000,000 bytes are one MB."""

    error: type[KiemtinError] = DocumentError

    def hold(self, amount: int, place: FilePlace, **arguments: object) -> None:
        """Raise `error` (a DocumentError, where the row says no other) if `amount` is more than allowed."""
        if amount > self.most:
            raise self.error(self.problem(place, **arguments))

    def problem(self, place: FilePlace, **arguments: object) -> Problem:
        return Problem(self.code, place, {"limit": self.shown, **arguments})

    @property
    def shown(self) -> int:
        return self.most // self.unit


_MB = 1_000_000

# Packs
PACK_BYTES = Limit("pack.too-large", 1 * _MB, _MB, PackError)
"""Of a pack with all that it refines and uses; the longest of ours has 30 kB."""
PACK_CHARACTERS = Limit("pack.too-long", 300_000, 1, PackError)
"""The longest regulation that we know of would be a third of that."""
PACK_LINE = Limit("pack.line-too-long", 20_000, 1, PackError)
PACK_CELLS = Limit("pack.row-too-wide", 256, 1, PackError)
"""Of one row of a table."""
PACK_DEPTH = Limit("pack.too-deep", 200, 1, PackError)
PACK_FILES = Limit("pack.too-many-files", 64, 1, PackError)
DIGITS = 15
"""Of a number: what a float holds exactly."""

# Rosters
ROSTER_BYTES = Limit("officials-roster-too-large", 20 * _MB, _MB, PackError)
ROSTER_ROWS = Limit("officials-roster-too-many-rows", 50_000, 1, PackError)
"""People and terms, each: three times what all communes of the country would need."""
ROSTER_PROBLEMS = Limit("officials-roster-more-problems", 50, 1, PackError)
"""Problems that are told; the last says that there are more."""
ROSTER_WARNINGS = 1_000
"""Warnings of a roster that are kept: who mends them runs again."""

# Calendars
EVENTS = Limit("calendar-too-many", 20_000)
"""Of one calendar: an office has some thousand a year."""

# Settings
SETTINGS_BYTES = Limit("settings-too-large", 200_000, 1_000, PackError)
"""Of a kiemtin.toml; those of requests to the gate are set in it."""

# Evaluation
STEPS = Limit("judging.not-run.too-costly", 200_000)
"""Elements that one rule may go through in one item (a failure counts for a hundred)."""
STEPS_IN_ALL = Limit("judging.not-run.too-costly", 1_000_000)
"""And all rules in one document."""
