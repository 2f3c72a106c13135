"""Who is named, with which titles, in which list."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from kiemtin.documents.model import Zone
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import Record


class TitleKind(StrEnum):
    OFFICE = "office"
    RANK = "rank"
    """Military or police rank."""
    ACADEMIC_HONOUR = "academic-honour"
    EVENT_FUNCTION = "event-function"
    SPOUSE_HONORIFIC = "spouse-honorific"


# By name: to look a member up in its class takes longer than to compare it.
OFFICE, RANK, ACADEMIC_HONOUR, EVENT_FUNCTION, SPOUSE_HONORIFIC = TitleKind


class Construction(StrEnum):
    """How a name was found to be an official's; its value ends the id of the words that say it.

    What each means, with examples, is in the table (`constructions/table.py`).
    """

    TITLE_NAME = "title-name"
    NAME_TITLES = "name-titles"
    HEADING = "heading"
    SHARED = "shared"
    GIVEN_TO = "given-to"
    SUCCEEDED = "succeeded"
    REPRESENTS = "represents"
    LISTED = "listed"
    HONORIFIC = "honorific"
    KNOWN = "known"
    OF_OTHERS = "of-others"
    """Of a title that stands by a name and is not its own."""


class Position(StrEnum):
    """How a title stands to its name."""

    BEFORE = "before"
    AFTER = "after"
    SHARED = "shared"


class Opening(StrEnum):
    """How a list begins."""

    OPENED = "opened"
    PLAIN = "plain"


BEFORE, AFTER, SHARED = Position


class Title(NamedTuple):
    """One title as printed: `[start, end)` without nguyên, cựu, cố, tân and without its term.

    `office` is the vocabulary's id of the office, None if the words are not known; `organ` and
    `locality` are the words (or ids) that say whose office it is, as far as they are known.
    `shared`: heads several names. `career`: a past step narrated. `appointed`: being given now.
    """

    start: int
    end: int
    text: str
    kind: TitleKind
    office: str | None = None
    organ: str | None = None
    locality: str | None = None
    former: bool = False
    acting: bool = False
    shared: bool = False
    appointed: bool = False
    career: bool = False
    pattern: Position = Position.BEFORE
    reach: int = 0
    """Where the places and organs end that hold its organ, told behind commas; 0 if none is told."""
    meant: str = ""
    """The title rightly spelt, where its first words are a slip away from those of an office; else empty."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Mention(NamedTuple):
    """One naming of a person: `[start, end)` is the name alone.

    `person` is the full name where a short form stands in the text. `official` is the roster's id, None
    if the roster does not know the person. `foreign` officials are never ranked among Vietnamese ones.
    `pattern` is the construction by which it was found (`kiemtin show --why`).
    """

    start: int
    end: int
    name: str
    person: str
    zone: Zone
    titles: tuple[Title, ...] = ()
    former: bool = False
    acting: bool = False
    foreign: bool = False
    historical: bool = False
    official: str | None = None
    pattern: Construction = Construction.KNOWN

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Listing(Record):
    """Consecutive mentions that form one enumeration.

    `mentions` are indexes into `Recognition.mentions` in the order of the text; `groups` gives for each
    of them the number of its group (a new heading, "về phía tỉnh có", starts a new one), so order is
    only judged within one group or as the rule says.
    """

    mentions: tuple[int, ...]
    start: int
    end: int
    heading: Span | None = None
    groups: tuple[int, ...] = ()
    headings: tuple[Span | None, ...] = ()
    """The heading of each group, by its number."""
    pattern: Opening = Opening.PLAIN


class Recognition(Record):
    """All that was recognised in one document, in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    listings: tuple[Listing, ...] = ()
