"""What judging asks of rosters and vocabulary: who held which office on a day, under which words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache

from kiemtin.foundation.dates import Held
from kiemtin.foundation.text import fold
from kiemtin.judging.facts.branches import branch_of
from kiemtin.judging.facts.lazy import lazy
from kiemtin.officials.evidence.phrases_told import PhrasesTold
from kiemtin.officials.model import Title
from kiemtin.officials.roster import Holding, Reason, Roster
from kiemtin.officials.words.phrase_keys import place_key
from kiemtin.officials.words.vocabulary import Vocabulary

# What print leaves out, because a higher membership says it (reference: press patterns of Party papers).
_SAID_BY: Mapping[str, frozenset[str]] = {
    "central-committee-member": frozenset(
        {"politburo-member", "secretariat-member", "secretariat-standing-member", "general-secretary"}
    ),
    "secretariat-member": frozenset({"secretariat-standing-member", "politburo-member", "general-secretary"}),
    "politburo-member": frozenset({"general-secretary"}),
}


_STANDING = " Thường trực"
_COMRADE, _COMRADE_SHORT = "đồng chí", frozenset({"đ/c", "đc"})
_PROVINCE = "province"
_FAR = 30
"""No honorific is longer."""


class OfficialsKnowledge:
    """The roster in force, asked by the ids that recognition gives to people."""

    def __init__(self, roster: Roster, vocabulary: Vocabulary) -> None:
        self._roster, self._vocabulary = roster, vocabulary
        self.heads = _heads(vocabulary)
        """Honorifics and words such as "nguyên" at the end of what stands before a name or title."""
        self._addresses = _addresses(vocabulary)
        self.head_of = {id: office.head for id, office in vocabulary.offices.items() if office.head}
        """From an office to the one whose deputy it is."""
        self.near_name = lru_cache(maxsize=4096)(self._near_name)
        self.held_on = lru_cache(maxsize=4096)(self._held_on)
        self._answer = lru_cache(maxsize=4096)(self._held)
        self.phrases = PhrasesTold(vocabulary.words)
        """What sentences are asked for before something in them is called wrong."""

    def address_before(self, text: str, start: int) -> str | None:
        """The honorific that ends right before `start`, in small letters; "đ/c" is written out."""
        found = self._addresses.search(text, max(0, start - _FAR), start)
        if found is None:
            return None
        told = " ".join(found[1].lower().split())
        return _COMRADE if told in _COMRADE_SHORT else told

    def _held_on(self, official: str, day: date) -> tuple[Holding, ...]:
        """What the person held on that day beyond doubt, each office once, in the roster's order."""
        found: dict[tuple[str | None, str], Holding] = {}
        for holding in self._roster.surely_held(official, day):
            found.setdefault((holding.office, holding.title), holding)
        return tuple(found.values())

    def may_hold(self, official: str, offices: Collection[str], day: date) -> bool:
        """Whether the roster leaves it possible that the person held one of the offices by that day: who is
        named by an office of his own that he has left is himself, not another of that name.

        Who is "Phó Thủ tướng Thường trực" is printed as "Phó Thủ tướng" as well.
        """
        plain = {self._plain.get(office, office) for office in offices}
        return any(
            holding.office is not None
            and self._plain.get(holding.office, holding.office) in plain
            and (holding.on(day) is not Held.NO or holding.ended_before(day))
            for holding in self._roster.holdings(official)
        )

    def perhaps_held(self, official: str, day: date) -> tuple[Holding, ...]:
        """What the roster leaves open: terms of which a start or an end is not known that may cover the day.

        None of who has died, or may have.
        """
        return self._roster.perhaps_held(official, day)

    def holdings(self, official: str) -> tuple[Holding, ...]:
        """All that the roster says of the person."""
        return self._roster.holdings(official)

    def held(self, official: str, title: Title, day: date, text: str) -> Held:
        """Whether the person held the office that the title names, in the place that it or `text` gives it.

        On a day of change both the old and the new holder do; the dead keep what they bore. A title without a
        place is of the one place that the text names of those where the person held such an office.
        """
        if title.office is None:
            return Held.UNKNOWN
        acting = title.acting
        answer = self._answer(official, title.office, title.organ, title.locality, day, acting=acting)
        if answer is Held.UNKNOWN and self._serving_elsewhere(official, title, day, text):
            return Held.NO
        if answer is not Held.UNKNOWN or title.locality is not None:
            return answer
        place = self._place_named(official, title.office, text)
        if place is None:
            return answer
        return self._answer(official, title.office, title.organ, place, day, acting=acting)

    def evidence(self, official: str, title: Title, day: date, text: str) -> tuple[Holding, ...]:
        """The rows on which the answer rests."""
        if title.office is None:
            return ()
        elsewhere = self._serving_elsewhere(official, title, day, text)
        if elsewhere:
            return elsewhere
        place = title.locality or self._place_named(official, title.office, text)
        return self._roster.answer(official, title.office, day, title.organ, place).evidence

    def _serving_elsewhere(self, official: str, title: Title, day: date, text: str) -> tuple[Holding, ...]:
        """Rows by which the person surely holds, that day, this office of a province in another one: nobody
        is chair of two.

        Only where the text names that other province as well; else it may speak of a namesake. Nothing where
        any row tells of the office in the place that is printed.
        """
        office = self._vocabulary.offices.get(title.office or "")
        if office is None or office.level != _PROVINCE or title.locality is None or title.acting:
            return ()
        if all(each.head != office.id for each in self._vocabulary.offices.values()):
            return ()  # deputies are many, and share names
        printed = place_key(title.locality)
        rows = [each for each in self._roster.holdings(official) if each.office == office.id]
        if any(each.locality is None or place_key(each.locality) == printed for each in rows):
            return ()
        return tuple(
            each
            for each in rows
            if each.on(day) is Held.YES
            and not each.weak
            and not each.changes_on(day)
            and each.locality
            and each.locality in text
        )

    def _place_named(self, official: str, office: str, text: str) -> str | None:
        """The one place that the text names of those where the person held such an office."""
        named = {
            holding.locality
            for holding in self._roster.holdings(official)
            if holding.office == office and holding.locality and holding.locality in text
        }
        return named.pop() if len(named) == 1 else None

    def _held(
        self, official: str, office: str, organ: str | None, locality: str | None, day: date, *, acting: bool
    ) -> Held:
        """Who is "Phó Thủ tướng Thường trực" is printed as "Phó Thủ tướng" as well; who acts as minister is
        no minister, and a minister does not act as one."""
        offices = [office, *(standing for standing, plain in self._plain.items() if plain == office)]
        answers = [self._roster.answer(official, each, day, organ, locality) for each in offices]
        if any(each.changing or each.reason is Reason.DEAD for each in answers):
            return Held.YES
        covering = [row for each in answers if each.held is Held.YES for row in each.evidence]
        if covering:
            return Held.YES if any(row.acting is acting for row in covering) else Held.NO
        return answers[0].held

    @lazy
    def _plain(self) -> dict[str, str]:
        """Standing offices, and the same without that word."""
        found: dict[str, str] = {}
        for id, office in self._vocabulary.offices.items():
            for name in office.names:
                plain = self._vocabulary.office_id(name.replace(_STANDING, "")) if _STANDING in name else None
                if plain is not None and plain != id:
                    found[id] = plain
        return found

    def titles_on(self, official: str, day: date) -> tuple[str, ...]:
        """Titles held on that day in the words of the roster, in the order of print: central Party rank,
        Party posts, state and other posts. Those that a higher one implies are left out."""
        holdings = self.held_on(official, day)
        offices = {holding.office for holding in holdings}
        told = [holding for holding in holdings if holding.title and not said_by(holding.office, offices)]
        return tuple(holding.title for holding in sorted(told, key=_place_in_print))

    def short_name(self, office: str) -> str | None:
        """The shortest name of an office that is no abbreviation."""
        if office not in self._vocabulary.offices:
            return None
        names = self._vocabulary.titles_of(office)
        spelled = [name for name in names if not any(word.isupper() for word in name.split())]
        return min(spelled, key=len, default=names[0])

    def is_known(self, name: str) -> bool:
        return fold(name) in self._roster.by_name

    def _near_name(self, name: str, offices: frozenset[str]) -> str | None:
        """The name of somebody in the roster one letter or tone away from `name`, which the roster does not
        have, who at some time held one of the offices."""
        if not offices or self.is_known(name):
            return None
        for official in self._roster.near_misses(name):
            if any(holding.office in offices for holding in official.holdings):
                return official.name
        return None


@lru_cache(maxsize=8)
def _heads_of(words: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:(?<!\w)(?:{either})\s+)+$", re.I)


def _addresses(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = [word for word in vocabulary.words.get("honorifics", ()) if not word.endswith(":")]
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or _COMRADE
    return re.compile(rf"(?<!\w)({either})\s+$", re.I)


def _heads(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Plural honorifics ("các đồng chí") head a list, not an entry."""
    words = [
        word
        for kind in ("honorifics", "former", "newly", "acting")
        for word in vocabulary.words.get(kind, ())
    ]
    single = tuple(word for word in words if not word.startswith(("các ", "quý ")))
    return _heads_of(single or ("đồng chí",))


_CENTRAL_RANKS = (
    "politburo-member",
    "secretariat-member",
    "central-committee-member",
    "central-committee-alternate",
)


def _place_in_print(holding: Holding) -> int:
    if holding.office in _CENTRAL_RANKS:
        return _CENTRAL_RANKS.index(holding.office)
    return 4 if branch_of(holding.title) == "đảng" else 5


def said_by(office: str | None, offices: Collection[str | None]) -> bool:
    """Whether print leaves the office out beside the others."""
    return not _SAID_BY.get(office or "", frozenset()).isdisjoint(offices)
