"""Events of a work calendar, and what comes of matching them to pieces."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.records import Record


class Event(Record):
    """One row of a calendar. All words are as written; "" is not told."""

    start: datetime | date
    """A `datetime` only if the hour is told. Hours are Viet Nam's."""
    end: datetime | date | None
    title: str
    kind: str
    """As rules name it: "kỳ họp HĐND"."""
    place: str
    leaders: str
    """Who leads or attends for the authorities."""
    guests: str
    """Who else is announced."""
    at: FilePlace

    @property
    def first_day(self) -> date:
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @property
    def last_day(self) -> date:
        last = self.end.date() if isinstance(self.end, datetime) else self.end
        return last if last is not None and last >= self.first_day else self.first_day

    @property
    def called(self) -> str:
        """What a person is told of it."""
        return self.title or self.kind or self.leaders or self.place


class Calendar(Record):
    """The events of one file or several, and what is wrong with rows that are left out."""

    events: tuple[Event, ...] = ()
    doubts: tuple[Problem, ...] = ()


class Found(StrEnum):
    """What looking for a piece's event comes to."""

    MATCHED = "matched"
    SEVERAL = "several"
    """More than one fits as well: nobody guesses."""
    NO_DAY = "no-day"
    """Neither the piece nor its text says a day."""
    NO_EVENT = "no-event"
    """Nothing in the calendar on those days."""
    NO_PEOPLE = "no-people"
    """Of those days' events none has a leader whom the piece names."""
    NO_WORDS = "no-words"
    """Such events there are, but the piece does not speak of what they are."""


class Evidence(Record):
    """Why a piece and an event belong together."""

    day: date
    """The day on which both meet."""
    told: Span | None
    """Where the piece says that day; None where only its publication does."""
    people: tuple[str, ...]
    words: tuple[str, ...]


class Kind(StrEnum):
    """How a person announced and a person named differ."""

    NAME = "name"
    """The name is spelled otherwise."""
    TITLE = "title"
    """The title is another."""


class Difference(Record):
    """An announced person whom the piece names otherwise. Either may be right."""

    kind: Kind
    announced: str
    printed: str
    name: str
    place: Span
    sure: bool
    """Of a title: both are offices that the vocabulary knows. Else the calendar may only say it shorter."""


class Occasion(Record):
    """What the calendar says of one item."""

    item: int
    found: Found
    event: Event | None = None
    evidence: Evidence | None = None
    rivals: tuple[Event, ...] = ()
    """Those that fit as well, or the nearest ones that do not."""
    differences: tuple[Difference, ...] = ()
    unnamed: tuple[str, ...] = ()
    """People who are announced and whom the piece does not name: no fault, but shown."""
