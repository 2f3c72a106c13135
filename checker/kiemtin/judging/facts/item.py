"""What rules may ask of one item (`tin.…`). One property, one getter, named as in the language's schema."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

from kiemtin.documents.model import Block, Document, Medium, Metadata, Zone
from kiemtin.foundation.places import Span
from kiemtin.foundation.text import text_key
from kiemtin.judging.facts import length
from kiemtin.judging.facts.calendar import working_days
from kiemtin.judging.facts.context import Context
from kiemtin.judging.facts.lazy import lazy
from kiemtin.judging.facts.listings import ListingFacts, PassageFacts, count_of, officials_of, ranked
from kiemtin.judging.facts.organs import OrganFacts, OrganRowFacts, dated_names_of, rows_of
from kiemtin.judging.facts.people import MentionFacts, OfficialFacts
from kiemtin.judging.values import ABSENT, Absent, Members, Missing, Value, missing
from kiemtin.officials.model import Recognition

MEDIA: dict[Medium, str] = {
    Medium.PRINT: "báo in",
    Medium.ONLINE: "báo điện tử",
    Medium.RADIO: "phát thanh",
    Medium.TELEVISION: "truyền hình",
}
"""As rules and reports say it."""

_LONGEST_HEAD = 100
_ENDS = '.!?…:;,”"»)'
_SPACING = 8
"""By so much a paragraph that repeats the headline may be longer: spaces, a mark at its end."""
_NOTHING_SAID = Metadata()
NOTHING_GIVEN: Mapping[str, Value] = {}
_VIETNAM = timezone(timedelta(hours=7))


class ItemLength:
    """An item's length, to be measured in the unit of what it is compared with."""

    __slots__ = ("item",)

    def __init__(self, item: ItemFacts) -> None:
        self.item = item

    def measure(self, unit: str | None) -> float | Missing:
        """In chữ unless the unit says từ, ký tự or a time; a time is the declared one, never guessed from
        text."""
        if unit == "words":
            return self.item.words
        if unit == "duration":
            return self.item.duration
        if unit == "characters":
            return self.item.characters
        return self.item.syllables


class ItemFacts:
    """One item of a document with those who are named in it."""

    def __init__(
        self,
        document: Document,
        recognition: Recognition,
        index: int,
        context: Context,
        given: Mapping[str, Value] = NOTHING_GIVEN,
    ) -> None:
        """`given` are properties that are known without being computed: an example's "độ_dài = 900 chữ"."""
        self.document, self.recognition, self.index, self.context = document, recognition, index, context
        self.text = document.text
        self.model = document.items[index]
        self.metadata: Metadata = self.model.metadata
        self._bulletin = document.metadata if document.kind == "bulletin" else _NOTHING_SAID
        if given:
            for name, value in given.items():
                setattr(self, name, value)

    @property
    def identity(self) -> tuple[str, int]:
        return ("item", self.index)

    @property
    def as_item(self) -> ItemFacts:
        """What `tin` means here."""
        return self

    @lazy
    def span(self) -> Span:
        """The headline, or what comes first."""
        told = [block for block in self.model.blocks if block.zone in length.COUNTED]
        return told[0].span if told else self.model.span

    # Text

    def _blocks(self, zone: Zone) -> list[Block]:
        return [block for block in self.model.blocks if block.zone is zone]

    def _passage(self, zone: Zone, datum: str) -> PassageFacts | Missing:
        blocks = self._blocks(zone)
        if not blocks:
            return missing(datum)
        return PassageFacts(zone, Span(blocks[0].start, blocks[-1].end), self)

    @lazy
    def headline(self) -> PassageFacts | Missing:
        return self._passage(Zone.HEADLINE, "headline")

    @lazy
    def lead(self) -> PassageFacts | Missing:
        return self._passage(Zone.LEAD, "lead")

    @lazy
    def paragraphs(self) -> Members[PassageFacts]:
        return Members([PassageFacts(Zone.BODY, block.span, self) for block in self._blocks(Zone.BODY)], self)

    @lazy
    def captions(self) -> Members[PassageFacts]:
        blocks = self._blocks(Zone.CAPTION)
        return Members([PassageFacts(Zone.CAPTION, block.span, self) for block in blocks], self)

    @lazy
    def length(self) -> ItemLength:
        return ItemLength(self)

    @lazy
    def syllables(self) -> int:
        return length.syllables_of(self.text, self.model.blocks)

    @lazy
    def characters(self) -> int:
        return length.characters_of(self.text, self.model.blocks)

    @property
    def paragraph_count(self) -> int:
        return len(self._blocks(Zone.BODY))

    @lazy
    def words(self) -> int | Missing:
        return length.words_of(self.text, self.model.blocks)

    # People

    @lazy
    def all_mentions(self) -> list[MentionFacts]:
        mentions = self.recognition.mentions
        if len(self.document.items) == 1:
            return [MentionFacts(at, mention, self) for at, mention in enumerate(mentions)]
        span = self.model.span
        first = bisect_left(mentions, span.start, key=lambda mention: mention.start)
        last = bisect_left(mentions, span.end, key=lambda mention: mention.start)
        return [MentionFacts(at, mentions[at], self) for at in range(first, last)]

    def mention_at(self, index: int) -> MentionFacts:
        """By its index in the recognition of the whole document."""
        return self.all_mentions[index - self.all_mentions[0].index]

    @lazy
    def mentions(self) -> Members[MentionFacts]:
        return Members(self.all_mentions, self)

    @lazy
    def people(self) -> dict[str, OfficialFacts]:
        """Everybody named, by who they are, in the order of the first mentions."""
        seats: dict[str, list[MentionFacts]] = {}
        for mention in self.all_mentions:
            seats.setdefault(mention.key, []).append(mention)
        return {key: OfficialFacts(key, mentions, self) for key, mentions in seats.items()}

    def person_of(self, mention: MentionFacts) -> OfficialFacts:
        return self.people[mention.key]

    @lazy
    def listings(self) -> Members[ListingFacts]:
        span = self.model.span
        found = [
            ListingFacts(listing, number, self)
            for number, listing in enumerate(self.recognition.listings)
            if span.start <= listing.start < span.end and listing.mentions
        ]
        return Members(found, self)

    @lazy
    def leaders(self) -> Members[OfficialFacts]:
        return ranked(self.all_mentions, self)

    @lazy
    def officials(self) -> Members[OfficialFacts]:
        return officials_of(self.all_mentions, self)

    @lazy
    def leader_count(self) -> int | Missing:
        return count_of(self.leaders)

    # Organs

    @lazy
    def organ_rows(self) -> Members[OrganRowFacts]:
        return Members(rows_of(self, self.model.blocks), self)

    @lazy
    def dated_names(self) -> Members[OrganFacts]:
        return Members(dated_names_of(self, self.model.blocks), self)

    def opening(self) -> tuple[Block, ...]:
        """The headline, the lead and the body up to the first paragraph that says more than the headline."""
        return self._opening

    @lazy
    def _opening(self) -> tuple[Block, ...]:
        headlines = [block.span for block in self.model.blocks if block.zone is Zone.HEADLINE]
        longest = max(map(len, headlines), default=0) + _SPACING
        opening: list[Block] = []
        begun = False
        for block in self.model.blocks:
            if block.zone in {Zone.HEADLINE, Zone.LEAD}:
                opening.append(block)
            elif block.zone is Zone.BODY and not begun:
                opening.append(block)
                begun = block.end - block.start > longest or self._says_more(block, headlines)
        return tuple(opening)

    def _says_more(self, block: Block, headlines: Sequence[Span]) -> bool:
        said = text_key(block.span.of(self.text))
        return all(said != text_key(headline.of(self.text)) for headline in headlines)

    def opens_with(self, span: Span) -> bool:
        """Whether something stands in the opening."""
        return any(block.start <= span.start and span.end <= block.end for block in self._opening)

    def block_of(self, span: Span) -> Span:
        """The paragraph, headline, lead or caption that something stands in."""
        blocks = self.model.blocks
        at = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
        return blocks[max(at, 0)].span

    def heads(self, span: Span) -> bool:
        """Whether something stands in the headline, or in a line that heads a part of the text."""
        blocks = self.model.blocks
        at = next((at for at, block in enumerate(blocks) if block.span.covers(span)), None)
        if at is None or blocks[at].zone is not Zone.BODY:
            return at is not None and blocks[at].zone is Zone.HEADLINE
        return at + 1 < len(blocks) and self._heads(blocks[at], blocks[at + 1])

    def _heads(self, block: Block, following: Block) -> bool:
        """Whether a line is short, without a mark at its end, on no list, and before a longer paragraph."""
        line = block.span.of(self.text).strip()
        if len(line) > _LONGEST_HEAD or not line[:1].isupper() or line[-1] in _ENDS:
            return False
        told = following.span.of(self.text).strip()
        if following.zone is Zone.BODY and len(told) <= _LONGEST_HEAD and told[-1:] not in _ENDS:
            return False
        lists = [each.span for each in self.listings.elements]
        return all(each.end <= block.start or block.end <= each.start for each in lists)

    @lazy
    def subject(self) -> OfficialFacts | Absent | Missing:
        """The highest-ranked official of the opening; of equals the first named."""
        people = ranked([each for each in self.all_mentions if self.opens_with(each.span)], self)
        if people.missing is not None:
            return people.missing
        if not people.elements:
            return ABSENT
        return min(people.elements, key=_rank_of)

    @lazy
    def rank(self) -> int | Absent | Missing:
        subject = self.subject
        return subject.rank if isinstance(subject, OfficialFacts) else subject

    # What was said about it; an item of a bulletin takes from the bulletin what is the same for all

    @lazy
    def medium(self) -> str | Missing:
        medium = _own_or(self.metadata.medium, self._bulletin.medium)
        return MEDIA[medium] if medium is not None else missing("medium")

    @property
    def outlet(self) -> str | Missing:
        return _own_or(self.metadata.outlet, self._bulletin.outlet) or missing("outlet")

    @property
    def _published(self) -> datetime | date | None:
        return _own_or(self.metadata.published, self._bulletin.published)

    @lazy
    def published_on(self) -> date | Missing:
        """The item's own day; if it has none, the day it is judged on."""
        published = self._published
        day = published.date() if isinstance(published, datetime) else published
        return day or self.context.day or missing("published")

    @lazy
    def published_at(self) -> datetime | Missing:
        return _moment(self._published, "published_at")

    @lazy
    def published_time(self) -> float | Missing:
        """Seconds since midnight."""
        return _clock(self.published_at)

    @lazy
    def event_at(self) -> datetime | Missing:
        return _moment(self.metadata.event_time, "event_at")

    @lazy
    def event_on(self) -> date | Missing:
        told = self.metadata.event_time
        return _given(told.date() if isinstance(told, datetime) else told, "event_on")

    @lazy
    def event_hour(self) -> float | Missing:
        """Seconds since midnight."""
        return _clock(self.event_at)

    @lazy
    def event_end(self) -> datetime | Missing:
        return _moment(self.metadata.event_end, "event_end")

    @lazy
    def working_days(self) -> int | Missing:
        """After the day of the event, up to and with the day of publication."""
        event, published = self.event_on, self.published_on
        if isinstance(event, Missing):
            return event
        if isinstance(published, Missing):
            return published
        counted = working_days(self.context.rulebook.holidays, event, published)
        return missing("holidays", year=published.year) if counted is None else counted

    @lazy
    def embargo(self) -> datetime | Missing:
        """A day without an hour begins at midnight."""
        told = self.metadata.embargo
        if told is not None and not isinstance(told, datetime):
            return datetime(told.year, told.month, told.day)
        return _moment(told, "embargo")

    @property
    def shown_for(self) -> float | Missing:
        return _given(self.metadata.shown_for, "shown_for")

    @property
    def genre(self) -> str | Missing:
        return _given(self.metadata.genre, "genre")

    @property
    def form(self) -> str | Missing:
        return _given(self.metadata.form, "form")

    @property
    def event(self) -> str | Missing:
        return _given(self.metadata.event, "event")

    @property
    def page(self) -> int | Missing:
        return _given(self.metadata.page, "page")

    @property
    def section(self) -> str | Missing:
        return _given(self.metadata.section, "section")

    @property
    def block_heading(self) -> str | Missing:
        return _given(self.model.block, "block")

    @property
    def position(self) -> int | Missing:
        """As given; in a bulletin otherwise the place in its order."""
        if self.metadata.position is not None:
            return self.metadata.position
        return self.index + 1 if self.document.kind == "bulletin" else missing("position")

    @property
    def duration(self) -> float | Missing:
        return _given(self.metadata.duration, "duration")

    @property
    def photos(self) -> int | Missing:
        return _given(self.metadata.photos, "photos")


T = TypeVar("T")


def _own_or(own: T | None, shared: T | None) -> T | None:
    return shared if own is None else own


def _given(value: T | None, datum: str) -> T | Missing:
    return missing(datum) if value is None else value


def _rank_of(person: OfficialFacts) -> int:
    """Of one who has a rank."""
    assert isinstance(person.rank, int)
    return person.rank


def _clock(moment: datetime | Missing) -> float | Missing:
    if isinstance(moment, Missing):
        return moment
    return moment.hour * 3600.0 + moment.minute * 60 + moment.second


def _moment(value: datetime | date | None, datum: str) -> datetime | Missing:
    """A moment in Vietnam's time; a day without an hour is none."""
    if not isinstance(value, datetime):
        return missing(datum)
    return value if value.tzinfo is None else value.astimezone(_VIETNAM).replace(tzinfo=None)
