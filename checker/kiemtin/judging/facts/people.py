"""What rules may ask of people, mentions and titles. One property, one getter.

A getter returns a value, `ABSENT` if there is no such thing, or what is missing. Facts are computed when
first asked for and shared by all rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol

from kiemtin.documents.model import Zone
from kiemtin.foundation.dates import Held
from kiemtin.foundation.places import Span
from kiemtin.foundation.text import fold
from kiemtin.judging.facts.branches import branch_of
from kiemtin.judging.facts.context import Context
from kiemtin.judging.facts.knowledge import said_by
from kiemtin.judging.facts.lazy import lazy
from kiemtin.judging.facts.titles_compared import contradicting
from kiemtin.judging.values import ABSENT, Absent, Members, Missing, missing
from kiemtin.language.rulebook import PrecedenceInForce
from kiemtin.officials.model import Mention, Title, TitleKind
from kiemtin.officials.roster import Holding

_name_key = lru_cache(maxsize=4096)(fold)
"""A piece names the same people again and again, and so does an archive."""
_GIVEN_WITH_NAME = frozenset({TitleKind.OFFICE, TitleKind.EVENT_FUNCTION})

_BESIDE_TEXT = frozenset({Zone.CAPTION, Zone.GRAPHIC})
_NOW = ("nay là ", "hiện là ", "đang là ", "hiện giữ chức ", "đang giữ chức ")
_TERMS = (" khóa ", " khoá ", " nhiệm kỳ ", ", nhiệm kỳ ")


class NamedIn(Protocol):
    """What a mention needs of the item it stands in."""

    @property
    def text(self) -> str: ...

    @property
    def context(self) -> Context: ...

    def heads(self, span: Span) -> bool: ...

    def block_of(self, span: Span) -> Span: ...

    def person_of(self, mention: MentionFacts) -> OfficialFacts: ...


class TitleFacts:
    __slots__ = ("mention", "title")

    def __init__(self, title: Title, mention: MentionFacts) -> None:
        self.title, self.mention = title, mention

    @property
    def identity(self) -> tuple[str, int]:
        return ("title", self.title.start)

    @property
    def span(self) -> Span:
        return self.title.span

    @property
    def wording(self) -> str:
        return self.title.text

    @property
    def former(self) -> bool:
        return self.title.former

    @property
    def rank(self) -> int | Absent | Missing:
        """Of the office itself, whether still held or not."""
        if self.title.office is None or self.mention.foreign:
            return ABSENT
        precedence = self.mention.item.context.precedence
        if precedence is None:
            return missing("precedence")
        return precedence.ranks.get(self.title.office, ABSENT)

    @property
    def branch(self) -> str | Missing:
        return branch_of(self.title.text) or missing("branch", title=self.title.text)


class MentionFacts:
    """One naming of a person in an item."""

    def __init__(self, index: int, mention: Mention, item: NamedIn) -> None:
        self.index, self.mention, self.item = index, mention, item

    @property
    def identity(self) -> tuple[str, int]:
        return ("mention", self.index)

    @property
    def span(self) -> Span:
        return self.mention.span

    @lazy
    def key(self) -> str:
        """Under which the item knows the person: the roster's id, else the full name."""
        return self.mention.official or _name_key(self.mention.person)

    @lazy
    def titles(self) -> Members[TitleFacts]:
        """Offices and functions given with the name; military ranks, degrees and past careers are none."""
        if not self.mention.titles:
            return Members((), self)
        given = [
            TitleFacts(title, self)
            for title in self.mention.titles
            if title.kind in _GIVEN_WITH_NAME and not title.career
        ]
        return Members(given, self)

    @lazy
    def official(self) -> OfficialFacts:
        return self.item.person_of(self)

    @property
    def former(self) -> bool:
        return self.mention.former

    @property
    def acting(self) -> bool:
        return self.mention.acting

    @property
    def foreign(self) -> bool:
        return self.mention.foreign

    @lazy
    def honorific(self) -> str | Absent:
        """What stands right before the name, or before the titles in front of it."""
        before = [title.start for title in self.mention.titles if title.end <= self.mention.start]
        address_before = self.item.context.knowledge.address_before
        found = (address_before(self.item.text, start) for start in (self.mention.start, *sorted(before)[:1]))
        return next((told for told in found if told is not None), ABSENT)

    @lazy
    def first_in_passage(self) -> bool:
        block = self.item.block_of(self.span)
        return not any(block.start <= each.span.start < self.span.start for each in self.official.seats)

    @property
    def right_titles(self) -> str | Missing:
        return self.official.full_title

    @property
    def rank(self) -> int | Absent | Missing:
        """By the titles given here alone."""
        if self.mention.foreign or self.mention.historical:
            return ABSENT
        if self.item.context.precedence is None and self.mention.titles:
            return missing("precedence")
        return min(self.title_ranks(former=False), default=ABSENT)

    @lazy
    def complete(self) -> bool | Missing:
        """A title left out that the roster is sure of decides; an unsure one leaves it open."""
        context, official = self.item.context, self.mention.official
        if official is None:
            return missing("official", name=self.mention.person)
        if context.day is None:
            return missing("published")
        given = {title.office for title in self.mention.titles if not title.former and not title.career}
        known = context.knowledge.held_on(official, context.day)
        if any(
            held.office and held.office not in given and not said_by(held.office, given) for held in known
        ):
            return False
        unsure = [
            held
            for held in context.knowledge.holdings(official)
            if held.office not in given and held.on(context.day) is Held.UNKNOWN
        ]
        return missing("official", name=self.mention.person) if unsure or not known else True

    @lazy
    def brief(self) -> bool:
        return len(self.titles.elements) <= 1

    @lazy
    def near_name(self) -> str | Absent:
        """Where the full name stands: of the person of the roster whom the piece means by it, or whose title
        stands with it. Many people bear names a letter apart."""
        model = self.mention
        if model.official is not None or model.foreign or model.name.count(" ") < model.person.count(" "):
            return ABSENT
        if _name_key(model.name) != _name_key(model.person):
            return model.person if self.item.context.knowledge.is_known(model.person) else ABSENT
        offices = self.official.offices
        return (offices and self.item.context.knowledge.near_name(model.name, offices)) or ABSENT

    def misspelt_title(self) -> TitleFacts | None:
        """The first of its titles that is a slip away from an office."""
        return next((each for each in self.titles.elements if each.title.meant), None)

    @property
    def near_title(self) -> str | Absent:
        title = self.misspelt_title()
        return title.title.meant if title else ABSENT

    def title_ranks(self, *, former: bool, precedence: PrecedenceInForce | None = None) -> list[int]:
        """Ranks of the offices given with the name: of those held, or of those marked as left.

        By the precedence in force for the item, if no other is given.
        """
        precedence = precedence or self.item.context.precedence
        if precedence is None:
            return []
        ranks = precedence.ranks
        return [
            ranks[title.office]
            for title in self.mention.titles
            if title.office in ranks and not title.career and self.has_left(title) is former
        ]

    def has_left(self, title: Title) -> bool:
        """Whether the text says that the person does not hold `title` any more.

        "nguyên" holds for all that follows it on its side of the name: "A, nguyên Ủy viên Bộ Chính trị, Bí
        thư Thành ủy X"; not for what stands before: "Bí thư Tỉnh ủy, nguyên Chủ tịch UBND tỉnh A". Where a
        heading says it of several, or the words of their group, it holds for all; and beside it a term is
        one that is over: "Ủy viên Trung ương Đảng khóa X, nguyên Bí thư Tỉnh ủy A".
        """
        mention = self.mention
        if title.former or not mention.former:
            return title.former
        if title.appointed or self.item.text.endswith(_NOW, 0, title.start):
            return False
        left = [each for each in mention.titles if each.former]
        if self.item.text.startswith(_TERMS, title.end):
            return True
        side = title.start < mention.start
        return not left or any(
            each.shared
            or (title.office is not None and each.office == title.office)
            or (each.start < title.start and (each.start < mention.start) is side)
            for each in left
        )

    def is_retired(self) -> bool:
        """Named as former, and with no office of any rank that the person serves in."""
        return self.mention.former and not self.title_ranks(former=False)


class OfficialFacts:
    """A person of an item, by all their mentions in it."""

    def __init__(self, key: str, seats: Sequence[MentionFacts], item: NamedIn) -> None:
        self.key, self.seats, self.item = key, seats, item

    @property
    def identity(self) -> tuple[str, str]:
        return ("person", self.key)

    @property
    def span(self) -> Span:
        return self.seats[0].span

    @property
    def roster_id(self) -> str | None:
        return self.seats[0].mention.official

    @lazy
    def offices(self) -> frozenset[str]:
        """All that the piece names with the person, held or not."""
        return frozenset(title.office for each in self.seats for title in each.mention.titles if title.office)

    @lazy
    def name(self) -> str:
        return max((each.mention.person for each in self.seats), key=len)

    @property
    def first_mention(self) -> MentionFacts:
        return self.seats[0]

    @lazy
    def first_in_text(self) -> MentionFacts | Absent:
        """Headlines, also those inside the text, and captions count where they give titles; a caption also
        where nothing else names the person."""
        told = [each for each in self.seats if each.titles.elements or not self.item.heads(each.span)]
        counted = (each for each in told if each.mention.zone not in _BESIDE_TEXT or each.titles.elements)
        return next(counted, told[0] if told else ABSENT)

    @lazy
    def first_in_lead(self) -> MentionFacts | Absent:
        return next((each for each in self.seats if each.mention.zone is Zone.LEAD), ABSENT)

    @lazy
    def photos(self) -> int:
        captions = [each for each in self.seats if each.mention.zone is Zone.CAPTION]
        return len({self.item.block_of(each.span).start for each in captions})

    @lazy
    def other_title(self) -> str | Absent:
        """Between a head's office and the deputy's, both said to be held now."""
        return contradicting(self.seats, self.item.context.knowledge.head_of) or ABSENT

    @lazy
    def later_mentions(self) -> Members[MentionFacts]:
        return Members(self.seats[1:], self)

    @lazy
    def mentions(self) -> Members[MentionFacts]:
        return Members(self.seats, self)

    @lazy
    def full_title(self) -> str | Missing:
        """By the roster on the day of the item."""
        context = self.item.context
        if self.roster_id is None:
            return missing("official", name=self.name)
        if context.day is None:
            return missing("published")
        titles = context.knowledge.titles_on(self.roster_id, context.day)
        return ", ".join(titles) if titles else missing("official", name=self.name)

    @lazy
    def _highest(self) -> Holding | Missing:
        context = self.item.context
        if self.roster_id is None:
            return missing("official", name=self.name)
        if context.day is None:
            return missing("published")
        if context.precedence is None:
            return missing("precedence")
        ranks = context.precedence.ranks
        held = context.knowledge.held_on(self.roster_id, context.day)
        best = min(held, key=lambda each: ranks.get(each.office or "", 1 << 30), default=None)
        return best or missing("official", name=self.name)

    @property
    def highest_title(self) -> str | Missing:
        best = self._highest
        return best if isinstance(best, Missing) else best.title

    @property
    def short_title(self) -> str | Missing:
        best = self._highest
        if isinstance(best, Missing):
            return best
        return (best.office and self.item.context.knowledge.short_name(best.office)) or best.title

    @lazy
    def rank(self) -> int | Absent | Missing:
        """The best rank of the offices given with the name and of those that the roster knows for the day.

        Foreign officials, people of history and those named by former offices have none. Where no day is
        known a rank rests on the words of the text alone; so it does where the roster knows nothing of the
        titles printed, for then it knows another person of that name.
        """
        context = self.item.context
        precedence = context.precedence
        ranks: list[int] = []
        former = False
        for each in self.seats:
            mention = each.mention
            if mention.foreign or mention.historical:
                return ABSENT
            former = former or mention.former
            if precedence is not None and mention.titles:
                ranks += each.title_ranks(former=False)
        if precedence is None:
            return missing("precedence") if self.roster_id or self._has_office else ABSENT
        if self.roster_id is not None and (ranks or not former):
            if context.day is not None:
                known = precedence.ranks
                holdings = context.knowledge.held_on(self.roster_id, context.day)
                printed = self._printed
                if not printed or context.knowledge.may_hold(self.roster_id, printed, context.day):
                    ranks += [known[held.office] for held in holdings if held.office in known]
                if not ranks:
                    return self._open_rank(known, context.day)
            elif not ranks:
                return missing("published")
        return min(ranks) if ranks else ABSENT

    def _open_rank(self, ranks: Mapping[str, int], day: date) -> Absent | Missing:
        """What the roster leaves open of who has no sure rank: a ranked office, held perhaps on that day."""
        knowledge, id = self.item.context.knowledge, self.roster_id
        printed = self._printed
        if id is None or (printed and not knowledge.may_hold(id, printed, day)):
            return ABSENT
        perhaps = knowledge.perhaps_held(id, day)
        title = next((each.title for each in perhaps if each.office in ranks), None)
        return ABSENT if title is None else missing("holding", name=self.name, title=title)

    def rank_printed(self, precedence: PrecedenceInForce) -> int | None:
        """The best rank that a precedence gives to the offices printed with the name."""
        known = self._ranks_printed  # a name that is told a hundred times is asked for as often
        if id(precedence) not in known:
            ranks = [
                rank for each in self.seats for rank in each.title_ranks(former=False, precedence=precedence)
            ]
            known[id(precedence)] = min(ranks, default=None)
        return known[id(precedence)]

    @lazy
    def _ranks_printed(self) -> dict[int, int | None]:
        """By the precedence, which the rulebook holds for as long as there are facts."""
        return {}

    def is_of_office(self) -> bool:
        """Whether the piece gives an office of this country with the name, held or left, or the roster knows
        the person."""
        mentions = [each.mention for each in self.seats]
        if any(mention.foreign or mention.historical for mention in mentions):
            return False
        return self.roster_id is not None or any(
            title.kind is TitleKind.OFFICE for mention in mentions for title in mention.titles
        )

    @property
    def _printed(self) -> set[str]:
        """The known offices that the piece says the person holds."""
        return {
            title.office
            for each in self.seats
            for title in each.mention.titles
            if title.office and not (title.career or each.has_left(title))
        }

    @property
    def _has_office(self) -> bool:
        return any(title.office for each in self.seats for title in each.mention.titles)
