"""How a failure stands: new, known from a baseline, or waived by a person who says why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from kiemtin.foundation.records import Record
from kiemtin.judging.findings import Finding


class State(StrEnum):
    NEW = "new"
    """Neither known nor waived: what counts."""
    KNOWN = "known"
    WAIVED = "waived"


class Waiver(Record):
    """Who accepts a failure, why and until when."""

    reason: str
    person: str
    expiry: date | None
    """The last day on which it holds."""
    source: str
    """Where it is written, as a person is told: `kiemtin-waivers.toml:3`."""


class Gone(Record):
    """A failure of the baseline that the document does not have any more."""

    rule: str
    words: str
    fingerprint: str


class Acceptance(Record):
    """What of a document's failures is accepted, by fingerprint; never a reason to leave one out."""

    baseline: str | None = None
    """The baseline that says what is known, None if none was asked."""
    known: frozenset[str] = frozenset()
    waived: Mapping[str, Waiver] = MappingProxyType({})
    gone: tuple[Gone, ...] = ()

    def state_of(self, finding: Finding) -> State:
        """A waiver says more than a baseline, so it is told first."""
        if finding.fingerprint in self.waived:
            return State.WAIVED
        return State.KNOWN if finding.fingerprint in self.known else State.NEW


NOTHING_ACCEPTED = Acceptance()
