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
        return _with_subject(self.facts, self)

    @lazy
    def blocks(self) -> Members[BlockFacts]:
        """Items side by side under one heading; none where the rundown has no headings."""
        found: list[list[ItemFacts]] = []
        for item in self.facts:
            heading = item.model.block
            if heading is None:
                continue
            before = self.facts[item.index - 1].model.block if item.index else None
            if found and found[-1][-1].index == item.index - 1 and before == heading:
                found[-1].append(item)
            else:
                found.append([item])
        return Members([BlockFacts(tuple(items), self.context) for items in found], self)

    @property
    def item_count(self) -> int:
        return len(self.facts)

    @property
    def duration(self) -> float | Missing:
        """As declared; otherwise the sum of its items, if each has one."""
        if self.metadata.duration is not None:
            return self.metadata.duration
        return _sum_of(self.facts)

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


class BlockFacts:
    """Items of a bulletin under one heading; has one at least."""

    def __init__(self, facts: tuple[ItemFacts, ...], context: Context) -> None:
        self.facts, self.context = facts, context

    @property
    def identity(self) -> tuple[str, int]:
        return ("block", self.facts[0].index)

    @property
    def span(self) -> Span:
        return self.facts[0].span

    @property
    def heading(self) -> str:
        return self.facts[0].model.block or ""

    @lazy
    def items(self) -> Members[ItemFacts]:
        return Members(self.facts, self)

    @lazy
    def leader_items(self) -> Members[ItemFacts]:
        return _with_subject(self.facts, self)

    @property
    def item_count(self) -> int:
        return len(self.facts)

    @property
    def duration(self) -> float | Missing:
        return _sum_of(self.facts)


def _with_subject(items: Sequence[ItemFacts], source: object) -> Members[ItemFacts]:
    unknown: Missing | None = None
    for item in items:
        if isinstance(item.rank, Missing):
            unknown = item.rank.and_also(unknown)
    return Members([item for item in items if item.rank.__class__ is int], source, unknown)


def _sum_of(items: Sequence[ItemFacts]) -> float | Missing:
    durations = [item.metadata.duration for item in items]
    if not durations or None in durations:
        return missing("duration")
    return sum(duration for duration in durations if duration is not None)


def _of_all(values: Sequence[str | Missing], datum: str) -> str | Missing:
    """What the items say, if all say the same."""
    said = {value for value in values if not isinstance(value, Missing)}
    return said.pop() if len(said) == 1 else missing(datum)
