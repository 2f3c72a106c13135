"""What rules may ask of organs that stand without a person: rows of them, names that ended on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from kiemtin.documents.model import Block, Zone
from kiemtin.foundation.places import Span
from kiemtin.judging.facts.context import Context
from kiemtin.judging.facts.lazy import lazy
from kiemtin.judging.facts.listings import ListingFacts
from kiemtin.judging.facts.people import MentionFacts
from kiemtin.judging.values import ABSENT, Absent, Members, Missing, missing
from kiemtin.officials.evidence.protocol import ListKind
from kiemtin.officials.evidence.time_told import Standing, Time, sentence_of, tells_of, time_told

_SEARCHED = frozenset({Zone.HEADLINE, Zone.LEAD, Zone.BODY, Zone.CAPTION})


class NamingOrgans(Protocol):
    """What organs need of the item they stand in."""

    text: str
    context: Context

    @property
    def all_mentions(self) -> list[MentionFacts]: ...

    @property
    def listings(self) -> Members[ListingFacts]: ...

    def block_of(self, span: Span) -> Span: ...

    def opens_with(self, span: Span) -> bool: ...

    def opening(self) -> tuple[Block, ...]: ...


class OrganFacts:
    """One organ or place as printed: `name` without the place behind it, `place_in_row` None outside of rows;
    `until` and `now` are of a name that ended."""

    def __init__(
        self,
        span: Span,
        item: NamingOrgans,
        *,
        name: Span | None = None,
        place_in_row: int | None = None,
        until: date | None = None,
        now: str = "",
        source: str = "",
    ) -> None:
        self.span, self.item = span, item
        self.name = name or span
        self.until, self.now, self.source = until, now, source
        self._place_in_row = place_in_row

    @property
    def identity(self) -> tuple[str, int]:
        return ("organ", self.span.start)

    @property
    def wording(self) -> str:
        return self.span.of(self.item.text)

    @property
    def rank(self) -> int | Absent:
        return ABSENT if self._place_in_row is None else self._place_in_row

    @property
    def current_name(self) -> str | Absent:
        return self.now or ABSENT

    @property
    def last_day(self) -> date | Absent:
        return self.until or ABSENT

    def right_on(self, day: date) -> bool | Missing:
        """Whether the name is right on a day, or the sentence speaks of when it was.

        Asked like titles: of what a sentence says nothing, only a passage that tells of the piece's own day
        is sure to speak of now.
        """
        if self.until is None or day <= self.until or self._is_of_the_past():
            return True
        phrases, text = self.item.context.knowledge.phrases, self.item.text
        standing = self._standing
        told = time_told(phrases, text, self.span, self.span, day, standing)
        if told.time is Time.PAST or (
            told.time is Time.THEN and told.day is not None and told.day <= self.until
        ):
            return True
        if told.time is Time.UNSAID:
            block = self.item.block_of(self.span)
            if not tells_of(phrases, text, block.start, self.span.start, day):
                return missing("name_time", name=self.wording)
        return False

    @property
    def _standing(self) -> Standing:
        from kiemtin.officials.organs.dated_names import is_attending

        if any(
            listing.told().kind is ListKind.PROTOCOL and self._is_in(listing)
            for listing in self.item.listings.elements
        ):
            return Standing.LISTED
        start, _ = self._sentence
        if is_attending(self.item.text[start : self.span.start]):
            return Standing.LISTED
        return Standing.OPENING if self.item.opens_with(self.span) else Standing.ELSEWHERE

    def _is_in(self, listing: ListingFacts) -> bool:
        """Whether somebody of the list holds an office of this organ."""
        return any(
            title.start <= self.span.start < title.end + _TAIL
            for each, _ in listing.entries
            for title in each.mention.titles
        )

    @lazy
    def _sentence(self) -> tuple[int, int]:
        return sentence_of(self.item.text, self.span.start, self.span.end)

    def _is_of_the_past(self) -> bool:
        """Whether the sentence says so, or the name belongs to an office that somebody has left."""
        from kiemtin.officials.organs.dated_names import is_used_rightly

        start, end = self._sentence
        text = self.item.text
        if is_used_rightly(f"{text[start : self.span.start]} … {text[self.span.end : end]}"):
            return True
        return any(
            title.start <= self.span.start
            and self.span.end <= title.end + _TAIL
            and (title.career or each.has_left(title))
            for each in self.item.all_mentions
            if each.mention.former or each.mention.titles
            for title in each.mention.titles
        )


_TAIL = 60
"""A title may end before the place that its organ is of."""


class OrganRowFacts:
    """Three organs and more that follow one another."""

    def __init__(self, organs: Sequence[OrganFacts], item: NamingOrgans) -> None:
        self._organs, self.item = organs, item

    @property
    def identity(self) -> tuple[str, int]:
        return ("organ_row", self._organs[0].span.start)

    @property
    def span(self) -> Span:
        return Span(self._organs[0].span.start, self._organs[-1].span.end)

    @lazy
    def organs(self) -> Members[OrganFacts]:
        return Members(self._organs, self)


def rows_of(item: NamingOrgans, blocks: Sequence[Block]) -> list[OrganRowFacts]:
    """The rows of an item, by what is known of the day."""
    from kiemtin.officials.organs.rows import find_rows

    day = item.context.day or item.context.law_day
    return [
        OrganRowFacts(
            [
                OrganFacts(
                    each.span, item, name=each.name, place_in_row=each.kind.rank, source=each.kind.source
                )
                for each in row
            ],
            item,
        )
        for row in find_rows(item.text, _searched(blocks), day)
    ]


def dated_names_of(item: NamingOrgans, blocks: Sequence[Block]) -> list[OrganFacts]:
    """The names in an item that are right only until a day."""
    from kiemtin.officials.organs.dated_names import find_dated_names

    return [
        OrganFacts(name.span, item, until=name.ended.until, now=name.ended.now, source=name.ended.source)
        for name in find_dated_names(item.text, _searched(blocks))
    ]


def _searched(blocks: Sequence[Block]) -> list[Span]:
    return [block.span for block in blocks if block.zone in _SEARCHED]
