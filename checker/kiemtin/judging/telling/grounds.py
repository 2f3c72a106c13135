"""What a failure rests on: titles printed, rows of the roster with their sources, words of the sentence."""

from __future__ import annotations

from datetime import date

from kiemtin.foundation.dates import PartialDate, show_day
from kiemtin.foundation.messages import Phrase
from kiemtin.judging.evaluating.ordering import Entry
from kiemtin.judging.facts.organs import OrganFacts
from kiemtin.judging.facts.people import MentionFacts, TitleFacts
from kiemtin.judging.facts.weighing import time_of
from kiemtin.judging.findings import Ground
from kiemtin.officials.rosters.facts import Holding


def of_rank(entry: Entry) -> tuple[Ground, ...]:
    """Why somebody has the rank by which an order is not kept: a title printed, else a row of the roster."""
    mention = entry.who
    if isinstance(mention, OrganFacts):
        return (of_organ(mention),)
    if not isinstance(mention, MentionFacts) or entry.rank is None:
        return ()
    precedence = mention.item.context.precedence
    ranks = {} if precedence is None else precedence.ranks
    for seat in mention.official.seats:
        for title in seat.mention.titles:
            if ranks.get(title.office or "") == entry.rank:
                told = {"name": entry.name, "rank": entry.rank, "title": title.text}
                return (Ground("rank-printed", told),)
    official, day = mention.mention.official, mention.item.context.day
    if official is None or day is None:
        return ()
    for holding in mention.item.context.knowledge.held_on(official, day):
        if ranks.get(holding.office or "") == entry.rank:
            told = {"name": entry.name, "rank": entry.rank, **_term(holding)}
            return (Ground("rank-roster", told),)
    return ()


def of_organ(organ: OrganFacts) -> Ground:
    """Where its place in a row, or the end of its name, was read."""
    kind = "organ-row" if organ.until is None else "organ-ended"
    return Ground(kind, {"name": organ.wording, "source": organ.source})


def of_title(title: TitleFacts, day: date) -> tuple[Ground, ...]:
    """The row that ends the title, or who held the office instead; and the words that tell of the day."""
    mention = title.mention
    grounds: list[Ground] = []
    if mention.mention.official is not None:
        knowledge = mention.item.context.knowledge
        rows = knowledge.evidence(mention.mention.official, title.title, day, mention.item.text)
        grounds += [Ground("term", {"name": mention.mention.person, **_term(row)}) for row in rows]
    told = time_of(title, day)
    if told.words is not None:
        grounds.append(Ground("time", {"words": told.words.of(mention.item.text)}))
    return tuple(grounds)


def of_person(mention: MentionFacts) -> tuple[Ground, ...]:
    """Why a name without a title is an official's: a title elsewhere in the piece, an address, the roster."""
    person = mention.official
    for seat in person.seats:
        if seat is not mention and seat.titles.elements:
            told: dict[str, object] = {"name": person.name, "title": seat.titles.elements[0].wording}
            return (Ground("titled-elsewhere", told),)
    day = mention.item.context.day
    if person.roster_id is not None and day is not None:
        held = mention.item.context.knowledge.held_on(person.roster_id, day)
        if held:
            return (Ground("in-roster", {"name": person.name, **_term(held[0])}),)
    return ()


def _term(holding: Holding) -> dict[str, object]:
    """A row in words: the title, from when to when, the source."""
    start, end = holding.start, holding.end or holding.in_office
    vi = [f"từ {_day(start)}"] if start else []
    en = [f"from {start}"] if start else []
    if end is not None:
        seen = holding.end is None
        vi.append(f"{'còn thấy ngày' if seen else 'đến'} {_day(end)}")
        en.append(f"{'last seen' if seen else 'until'} {end}")
    return {
        "title": holding.title,
        "term": Phrase(" ".join(vi) or "không rõ thời gian", " ".join(en) or "at a time not known"),
        "source": holding.source or holding.row or "–",
    }


def _day(partial: PartialDate) -> str:
    return str(partial) if partial.day is None else show_day(partial.first)
