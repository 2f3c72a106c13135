"""What rules may ask of a bulletin (`bản_tin.…`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kiemtin.documents.model import Document
from kiemtin.foundation.places import Span
from kiemtin.judging.facts.context import Context
from kiemtin.judging.facts.item import MEDIA, ItemFacts
from kiemtin.judging.facts.lazy import lazy
from kiemtin.judging.values import ABSENT, Absent, Members, Missing, missing


class BulletinFacts:
    """An ordered sequence of items."""

    def __init__(self, document: Document, facts: tuple[ItemFacts, ...], context: Context) -> None:
        self.document, self.facts, self.context = document, facts, context
        self.metadata = document.metadata

    @property
    def as_item(self) -> Absent:
        """What `tin` means here, outside of any loop over items."""
        return ABSENT

    @property
    def identity(self) -> tuple[str]:
        return ("bulletin",)

    @property
    def span(self) -> Span:
        return Span(0, 0)

    @lazy
    def items(self) -> Members[ItemFacts]:
        return Members(self.facts, self)

    @lazy
    def leader_items(self) -> Members[ItemFacts]:
        unknown: Missing | None = None
        for item in self.facts:
            if isinstance(item.rank, Missing):
                unknown = item.rank.and_also(unknown)
        return Members([item for item in self.facts if item.rank.__class__ is int], self, unknown)

    @property
    def item_count(self) -> int:
        return len(self.facts)

    @property
    def duration(self) -> float | Missing:
        """As declared; otherwise the sum of its items, if each has one."""
        if self.metadata.duration is not None:
            return self.metadata.duration
        durations = [item.metadata.duration for item in self.facts]
        if not durations or None in durations:
            return missing("duration")
        return sum(duration for duration in durations if duration is not None)

    @property
    def medium(self) -> str | Missing:
        return (
            MEDIA[self.metadata.medium]
            if self.metadata.medium
            else _of_all([item.medium for item in self.facts], "medium")
        )

    @property
    def outlet(self) -> str | Missing:
        return self.metadata.outlet or _of_all([item.outlet for item in self.facts], "outlet")

    @property
    def published_on(self) -> date | Missing:
        return self.metadata.day or self.context.day or missing("published")


def _of_all(values: Sequence[str | Missing], datum: str) -> str | Missing:
    """What the items say, if all say the same."""
    said = {value for value in values if not isinstance(value, Missing)}
    return said.pop() if len(said) == 1 else missing(datum)
