"""Which event of the calendar a piece reports: by its days, the people it names, and its words.

All three must meet. The day is one that the opening says ("Sáng 12/3"), else the day of publication or one
of the three before it. A leader of the event must be named. And the piece must speak of what the event is
or of where: half a day that it says otherwise ("Chiều 12/3" for an event at 8) speaks against. Of two that
fit, one counts only if everything that speaks for the other speaks for it too, and something more; else
nobody guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from kiemtin.documents.model import Document, Item, Zone
from kiemtin.events.guests import differences, unnamed
from kiemtin.events.model import Calendar, Event, Evidence, Found, Occasion
from kiemtin.events.people import Announced, Announcements, Recognise
from kiemtin.foundation.places import Span
from kiemtin.foundation.text import fold, text_key
from kiemtin.officials.model import Mention, Recognition, TitleKind

BACK = timedelta(days=3)
"""So long before its publication a piece's event may be that says no day."""
_OPENING = 900
"""Characters in which a piece says its day, who leads and what it reports."""
_TOLD = re.compile(
    r"(?P<part>sáng|trưa|chiều|tối|đêm|ngày|hôm nay|hôm qua)(?:\s+(?:ngày|nay|qua))?[\s,(]{1,3}"
    r"(?P<day>\d{1,2})\s?[/-]\s?(?P<month>\d{1,2})(?:\s?[/-]\s?(?P<year>\d{4}))?(?![\d/])",
    re.I,
)
_HOURS = {"sáng": (0, 12.5), "trưa": (10, 14.5), "chiều": (11.5, 19), "tối": (17, 24), "đêm": (18, 24)}
_READ = frozenset({Zone.HEADLINE, Zone.LEAD, Zone.BODY})
_WORD = re.compile(r"\w+")
_COMMON = frozenset(
    ("và với các của cho tại trong trên về việc năm ngày tháng đến từ là có được cùng theo dự làm đồng chí"
     " tỉnh thành phố ủy ban nhân dân hội nghị cuộc buổi lễ chủ trì tham phát biểu công tác lãnh đạo bí thư"
     " chủ tịch phó việt nam chính phủ quan hệ hợp tác phát triển đẩy mạnh tăng cường thủ tướng quốc tổng bộ"
     " trưởng doanh nghiệp trọng thúc nước cán").split()
)  # fmt: skip
"""Words that stand in every piece about leaders: two of them together tell no event."""
_ENOUGH = 0.5
"""Of the pairs of words that say what an event is, so many must stand in the opening."""
_RIVALS = 3
_LONGEST = 60
"""Days of one event that are looked at: what lasts longer is no event that a piece reports."""


class _Told(NamedTuple):
    day: date
    part: str
    span: Span


class _Fit(NamedTuple):
    event: Event
    evidence: Evidence
    people: frozenset[str]
    words: frozenset[str]

    def beats(self, other: _Fit) -> bool:
        both = self.people >= other.people and self.words >= other.words
        return both and (self.people, self.words) != (other.people, other.words)


class Matcher:
    """Asks one calendar about any number of documents."""

    def __init__(self, calendar: Calendar, recognise: Recognise) -> None:
        self.calendar = calendar
        self._announced = Announcements(recognise)
        self._pairs: dict[Event, dict[str, str]] = {}
        self._by_day: dict[date, list[Event]] = {}
        for event in calendar.events:
            for after in range(min((event.last_day - event.first_day).days, _LONGEST) + 1):
                self._by_day.setdefault(event.first_day + timedelta(days=after), []).append(event)

    def occasions(self, document: Document, recognition: Recognition) -> list[Occasion]:
        """For each item what the calendar says of it."""
        return [self._occasion(document, recognition, at, item) for at, item in enumerate(document.items)]

    def _occasion(self, document: Document, recognition: Recognition, at: int, item: Item) -> Occasion:
        published = item.metadata.published or document.metadata.published
        told = list(_days_told(document, item, _day(published)))
        days = {each.day for each in told}
        if not days and published is None:
            return Occasion(at, Found.NO_DAY)
        if not days:
            last = _day(published)
            assert last is not None
            days = {last - timedelta(days=back) for back in range(BACK.days + 1)}
        on_days = dict.fromkeys(event for day in sorted(days) for event in self._by_day.get(day, ()))
        near = [
            event for event in on_days if not _is_later(event, published) and not _is_at_odds(event, told)
        ]
        if not near:
            return Occasion(at, Found.NO_EVENT)
        mentions = [m for m in recognition.mentions if item.span.start <= m.start < item.span.end]
        until = _end_of_opening(item)
        first = [mention for mention in mentions if mention.start < until]
        people = [(event, self._named(event, first)) for event in near]
        with_people = [(event, named) for event, named in people if any(each.leads for each in named)]
        if not with_people:
            return Occasion(at, Found.NO_PEOPLE, rivals=tuple(near[:_RIVALS]))
        pairs = _pairs_of(_said(document, item, mentions, until)).keys()
        fits = [
            fit
            for event, named in with_people
            if (fit := self._fit(event, named, pairs, days, told)) is not None
        ]
        if not fits:
            return Occasion(at, Found.NO_WORDS, rivals=tuple(event for event, _ in with_people[:_RIVALS]))
        best = [fit for fit in fits if all(fit is other or _counts_before(fit, other) for other in fits)]
        if len(best) != 1:
            return Occasion(at, Found.SEVERAL, rivals=tuple(fit.event for fit in fits[:_RIVALS]))
        event = best[0].event
        announced = self._announced.of(event)
        return Occasion(
            at,
            Found.MATCHED,
            event,
            best[0].evidence,
            differences=differences(announced, mentions, document.text),
            unnamed=unnamed(announced, mentions),
        )

    def _named(self, event: Event, mentions: Sequence[Mention]) -> list[Announced]:
        """Those of an event whom a piece names. Where nobody is said to lead, all announced do."""
        keys = {text_key(mention.person) for mention in mentions}
        officials = {mention.official for mention in mentions} - {None}
        announced = self._announced.of(event)
        lead = any(each.leads for each in announced)
        return [
            each if lead else each._replace(leads=True)
            for each in announced
            if each.key in keys or each.official in officials
        ]

    def _fit(
        self,
        event: Event,
        named: Sequence[Announced],
        pairs: Set[str],
        days: set[date],
        told: Sequence[_Told],
    ) -> _Fit | None:
        if event not in self._pairs:
            self._pairs[event] = _pairs_of([f"{event.title}. {event.kind}. {event.place}"])
        own = self._pairs[event]
        common = frozenset(own.keys() & pairs)
        if not own or len(common) < max(min(3, len(own)), _ENOUGH * len(own)):
            return None
        day = max(day for day in days if event.first_day <= day <= event.last_day)
        span = next((each.span for each in told if each.day == day), None)
        evidence = Evidence(
            day,
            span,
            tuple(each.name for each in named),
            tuple(said for pair, said in own.items() if pair in common),
        )
        return _Fit(event, evidence, frozenset(each.key for each in named), common)


def _counts_before(fit: _Fit, other: _Fit) -> bool:
    """Whether one is meant rather than the other: it says more, or both are one event told twice."""
    if fit.beats(other):
        return True
    one, two = fit.event, other.event
    same = one.start == two.start and text_key(one.title) == text_key(two.title)
    return same and (one.at.path, one.at.line or 0) < (two.at.path, two.at.line or 0)


def _day(moment: datetime | date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _is_later(event: Event, published: datetime | date | None) -> bool:
    """Whether an event begins after the piece about it: then the piece announces it, or means another."""
    if published is None:
        return False
    if isinstance(published, datetime) and isinstance(event.start, datetime):
        return event.start > published
    last = _day(published)
    return last is not None and event.first_day > last


def _is_at_odds(event: Event, told: Sequence[_Told]) -> bool:
    """Whether the piece says another part of the day, wherever it speaks of a day of the event."""
    if not isinstance(event.start, datetime) or event.first_day != event.last_day:
        return False
    parts = {each.part for each in told if each.day == event.first_day} & _HOURS.keys()
    hour = event.start.hour + event.start.minute / 60
    return bool(parts) and all(not _HOURS[part][0] <= hour <= _HOURS[part][1] for part in parts)


def _days_told(document: Document, item: Item, published: date | None) -> Iterator[_Told]:
    """Days that the opening of a piece says, of those shortly before its publication."""
    left = _OPENING
    for block in item.blocks:
        if block.zone not in _READ or left <= 0:
            continue
        for match in _TOLD.finditer(document.text, block.start, min(block.end, block.start + left)):
            day = _day_told(match, published)
            if day is not None:
                yield _Told(day, match["part"].lower(), Span(match.start(), match.end()))
        left -= block.end - block.start


def _day_told(match: re.Match[str], published: date | None) -> date | None:
    day, month = int(match["day"]), int(match["month"])
    year = int(match["year"]) if match["year"] else published.year if published else None
    if year is None:
        return None
    try:
        found = date(year, month, day)
        if published is None:
            return found
        if not match["year"] and found > published:
            found = date(year - 1, month, day)  # a piece of January about December
    except ValueError:
        return None
    return found if published - 2 * BACK <= found <= published else None


def _end_of_opening(item: Item) -> int:
    """Where the first so many characters that are read end, the paragraph they end in taken whole."""
    left = _OPENING
    for block in item.blocks:
        if block.zone in _READ:
            left -= block.end - block.start
            if left <= 0:
                return min(block.end, block.start + 2 * _OPENING)
    return item.span.end


def _said(document: Document, item: Item, mentions: Sequence[Mention], until: int) -> list[str]:
    """What the opening says, without names and their titles: "UBND tỉnh" in a title is no place."""
    text = document.text
    titles = (t.span for m in mentions for t in m.titles if t.kind is not TitleKind.EVENT_FUNCTION)
    taken = sorted((span.start, span.end) for span in (*titles, *(m.span for m in mentions)))
    found: list[str] = []
    for block in item.blocks:
        if block.zone not in _READ or block.start >= until:
            continue
        at, end_of_block = block.start, min(block.end, until)
        for start, end in taken:
            if at <= start < end_of_block:
                found.append(text[at:start])
                at = end
        found.append(text[at:end_of_block])
    return found


def _pairs_of(pieces: Sequence[str]) -> dict[str, str]:
    """Neighbouring words, two by two, folded and as written: Vietnamese mostly makes words of two."""
    found: dict[str, str] = {}
    for piece in pieces:
        folded = fold(piece)
        for first, second in pairwise(_WORD.finditer(folded)):
            between = folded[first.end() : second.start()]
            if between.isspace() and "\n" not in between:
                one, two = first.group(), second.group()
                if not (one in _COMMON and two in _COMMON):
                    found.setdefault(f"{one} {two}", piece[first.start() : second.end()])
    return found
