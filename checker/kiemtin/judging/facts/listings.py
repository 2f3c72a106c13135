"""What rules may ask of people who stand together: listings, groups, passages. One property, one getter.

As of people, facts are computed when first asked for and shared by all rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kiemtin.documents.model import Zone
from kiemtin.foundation.places import Span
from kiemtin.judging.facts.lazy import lazy
from kiemtin.judging.facts.length import syllables
from kiemtin.judging.facts.people import MentionFacts, NamedIn, OfficialFacts
from kiemtin.judging.values import ABSENT, Absent, AtLeast, Members, Missing
from kiemtin.officials.evidence.protocol import ListTold, list_told
from kiemtin.officials.model import Listing


class NamingSeveral(NamedIn, Protocol):
    """What a listing or a passage needs of the item it stands in."""

    @property
    def all_mentions(self) -> list[MentionFacts]: ...

    def mention_at(self, index: int) -> MentionFacts: ...


class ListingFacts:
    """An enumeration of people; `officials` are those who have a rank, in the order of the text."""

    def __init__(self, listing: Listing, number: int, item: NamingSeveral) -> None:
        self.listing, self.number, self.item = listing, number, item

    @property
    def identity(self) -> tuple[str, int]:
        return ("listing", self.listing.start)

    @property
    def span(self) -> Span:
        return Span(self.listing.start, self.listing.end)

    @lazy
    def entries(self) -> tuple[tuple[MentionFacts, int], ...]:
        """Everybody named in it and the number of their group."""
        groups = self.listing.groups or (0,) * len(self.listing.mentions)
        mention = self.item.mention_at
        return tuple((mention(at), group) for at, group in zip(self.listing.mentions, groups, strict=True))

    @lazy
    def leaders(self) -> Members[OfficialFacts]:
        return ranked([mention for mention, _ in self.entries], self)

    @lazy
    def officials(self) -> Members[OfficialFacts]:
        return officials_of([mention for mention, _ in self.entries], self)

    @property
    def leader_count(self) -> int | Missing:
        return count_of(self.leaders)

    def told(self) -> ListTold:
        """Of what order it is."""
        return self._told

    @lazy
    def _told(self) -> ListTold:
        phrases = self.item.context.knowledge.phrases
        return list_told(phrases, self.item.text, self.span, self.listing.heading)

    @lazy
    def mentions(self) -> Members[MentionFacts]:
        return Members([mention for mention, _ in self.entries], self)

    @lazy
    def groups(self) -> Members[GroupFacts]:
        numbers = dict.fromkeys(group for _, group in self.entries)
        return Members([GroupFacts(self, number) for number in numbers], self)


class GroupFacts:
    """Those of a listing who stand under one heading."""

    def __init__(self, listing: ListingFacts, number: int) -> None:
        self.listing, self.number = listing, number

    @property
    def identity(self) -> tuple[str, int, int]:
        return ("group", self.listing.listing.start, self.number)

    @property
    def span(self) -> Span:
        mentions = [mention for mention, _ in self.entries]
        return Span(mentions[0].span.start, mentions[-1].span.end)

    @lazy
    def entries(self) -> tuple[tuple[MentionFacts, int], ...]:
        return tuple(entry for entry in self.listing.entries if entry[1] == self.number)

    @lazy
    def leaders(self) -> Members[OfficialFacts]:
        return ranked([mention for mention, _ in self.entries], self)

    @property
    def rank(self) -> int | Absent | Missing:
        if self.leaders.missing is not None:
            return self.leaders.missing
        ranks = [person.rank for person in self.leaders.elements]
        return min((rank for rank in ranks if isinstance(rank, int)), default=ABSENT)

    @property
    def heading(self) -> str | Absent:
        """A listing's first group may have none."""
        headings = self.listing.listing.headings
        span = headings[self.number] if self.number < len(headings) else None
        return span.of(self.listing.item.text).strip(" :") if span else ABSENT


class PassageFacts:
    """A headline, lead, caption or paragraph."""

    def __init__(self, zone: Zone, span: Span, item: NamingSeveral) -> None:
        self.zone, self.span, self.item = zone, span, item

    @property
    def identity(self) -> tuple[str, int]:
        return ("passage", self.span.start)

    @property
    def wording(self) -> str:
        return self.span.of(self.item.text)

    @property
    def syllables(self) -> int:
        return syllables(self.span.of(self.item.text))

    @property
    def characters(self) -> int:
        return len(self.span)

    @lazy
    def mentions(self) -> Members[MentionFacts]:
        return Members([each for each in self.item.all_mentions if self.span.covers(each.span)], self)

    @lazy
    def leaders(self) -> Members[OfficialFacts]:
        return ranked(self.mentions.elements, self)

    @lazy
    def officials(self) -> Members[OfficialFacts]:
        return officials_of(self.mentions.elements, self)


def count_of(members: Members[OfficialFacts]) -> int | Missing:
    """How many they are; at least as many where it is not known of somebody whether he belongs to them."""
    if members.missing is None:
        return len(members.elements)
    return AtLeast(len(members.elements), *members.missing.data)


def ranked(mentions: Sequence[MentionFacts], source: object) -> Members[OfficialFacts]:
    """The people of `mentions` who have a rank, each once, in the order of the text.

    In a listing a person stands as what the listing calls them: who is named by former offices has none.
    """
    unknown: Missing | None = None
    known: list[OfficialFacts] = []
    listed = isinstance(source, ListingFacts | GroupFacts)
    for person in {mention.official: None for mention in mentions if not (listed and mention.is_retired())}:
        rank = person.rank
        if rank.__class__ is int:
            known.append(person)
        elif isinstance(rank, Missing):
            unknown = rank.and_also(unknown)
    return Members(known, source, unknown)


def officials_of(mentions: Sequence[MentionFacts], source: object) -> Members[OfficialFacts]:
    """The people of `mentions` who have an office, each once, in the order of the text, ranked or not."""
    people = {mention.official: None for mention in mentions}
    return Members([person for person in people if person.is_of_office()], source)
