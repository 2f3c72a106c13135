"""What a list of people should look like: names in the order of the precedence in force on a day, with
the titles that the roster knows for that day.

Nothing is filled in: who is not known, has a namesake or surely holds nothing on that day stays open, and it
is said why. Among people of one rank, and among those without one, the order written stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kiemtin.checking.workbench import DEFAULT_PACKS, Workbench
from kiemtin.foundation.dates import Held
from kiemtin.foundation.records import Record
from kiemtin.foundation.text import fold, normalize
from kiemtin.officials.rosters.facts import Holding, Official
from kiemtin.officials.words.vocabulary import OfficeTitle

if TYPE_CHECKING:
    from kiemtin.judging.facts.knowledge import OfficialsKnowledge
    from kiemtin.language.rulebook import PrecedenceInForce, Rulebook

MOST = 500
"""Names that are looked up; the others are told as left out."""
LONGEST = 120
"""Characters of a name with its title."""
_PARTS = re.compile(r"[\n;,:]|\s[-–—]\s|\s+và\s+")
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,3}[.)]\s*|[-–—•*+]\s*)+")
_HONORIFIC = re.compile(r"^(?:(?:các\s+)?(?:đồng chí|đ/c|ông|bà|anh|chị)\s+)+", re.IGNORECASE)


class Why(StrEnum):
    """Why a name stays open; its value ends the id of the words that say it."""

    UNKNOWN = "unknown"
    NEAR = "near"
    """Nobody of that name; somebody's is nearly that."""
    NAMESAKES = "namesakes"
    NOTHING_SURE = "nothing-sure"
    """The roster knows the person, and no office that is sure for the day."""
    DEAD = "dead"
    OFFICE_ALONE = "office-alone"
    """An office without a name: nobody is filled in."""
    OTHER = "other"
    """The roster's person of that name holds nothing of what is written beside it: it may be another."""


class Written(Record):
    """A name as it was written, with the offices written beside it."""

    name: str
    offices: tuple[OfficeTitle, ...] = ()


class Placed(Record):
    """Somebody whose titles on that day are sure; `rank` is None where the precedence does not rank them."""

    written: str
    official: Official
    titles: tuple[str, ...]
    held: tuple[Holding, ...]
    rank: int | None
    perhaps: tuple[Holding, ...] = ()
    """What they may hold besides."""


class Left(Record):
    """A name that stays open; `people` are those whom it may mean, `perhaps` what the one may hold."""

    written: str
    why: Why
    people: tuple[Official, ...] = ()
    perhaps: tuple[Holding, ...] = ()


class Ordered(Record):
    """`placed` in the required order; the unranked behind the ranked, as they were written."""

    day: date
    placed: tuple[Placed, ...]
    left: tuple[Left, ...]
    rulebook: Rulebook
    precedence: PrecedenceInForce | None
    left_out: int = 0

    @property
    def places(self) -> tuple[str, ...]:
        """Whose leaders the ranked are; between those of two places the precedence tells no order."""
        found = {
            place: None
            for each in self.placed
            if each.rank is not None and (place := _place_of(each, self.precedence))
        }
        return tuple(found)


def in_order(text: str, day: date, bench: Workbench) -> Ordered:
    """Raises PackError."""
    from kiemtin.judging.evaluating.force import precedence_on
    from kiemtin.judging.facts.knowledge import OfficialsKnowledge

    rulebook = bench.rulebook(bench.pack or DEFAULT_PACKS["item"])
    precedence = precedence_on(rulebook, day)
    knowledge = OfficialsKnowledge(bench.roster, bench.vocabulary)
    names = list(written_in(text, bench))
    placed: dict[str, Placed] = {}
    left: list[Left] = []
    for each in names[:MOST]:
        found = _looked_up(each, day, bench, knowledge, precedence)
        if isinstance(found, Left):
            left.append(found)
        else:
            placed.setdefault(found.official.id, found)
    unranked = 1 << 30
    order = sorted(placed.values(), key=lambda each: unranked if each.rank is None else each.rank)
    return Ordered(day, tuple(order), tuple(left), rulebook, precedence, max(0, len(names) - MOST))


def written_in(text: str, bench: Workbench) -> Iterator[Written]:
    """The names of a text that holds nothing else, one a line or parted by `,` `;` `-` or *và*.

    An office belongs to the name before it, at the beginning of a line to the one behind; nothing is dropped.
    """
    for line in normalize(text).text.splitlines():
        names: list[Written] = []
        first: list[OfficeTitle] = []
        alone = ""
        for part in _PARTS.split(_NUMBERED.sub("", line)):
            words = _HONORIFIC.sub("", " ".join(part.split()).strip(' .…"“”'))
            if not any(sign.isalnum() for sign in words):
                continue
            read = _read(words if len(words) <= LONGEST else words[:LONGEST] + "…", bench)
            if isinstance(read, Written):
                names.append(Written(read.name, (*first, *read.offices)))
                first = []
            elif names:
                names[-1] = Written(names[-1].name, (*names[-1].offices, read))
            else:
                first.append(read)
                alone = alone or words
        yield from names or ([Written(alone, tuple(first))] if first else [])


def _read(words: str, bench: Workbench) -> Written | OfficeTitle:
    """A name, with an office before it if there is one, or an office alone.

    An office of a place that nobody knows is a name: *Bí thư Tỉnh ủy Trần Văn Không*.
    """
    found = _with_title_before(words, bench)
    if found.offices or bench.roster.find(words):
        return found
    office = bench.vocabulary.resolve(words)
    if office is None or (office.locality is not None and not _is_place(office.locality, bench)):
        return found
    return office


def _is_place(name: str, bench: Workbench) -> bool:
    wanted = fold(name)
    return any(
        each.locality is not None and fold(each.locality) == wanted
        for official in bench.roster.officials.values()
        for each in official.holdings
    )


def _with_title_before(words: str, bench: Workbench) -> Written:
    """*Bí thư Tỉnh ủy Trần Văn An*: a known name with a known office right before it."""
    if bench.roster.find(words):
        return Written(words)
    tokens = words.split()
    for cut in range(1, len(tokens) - 1):
        name = _HONORIFIC.sub("", " ".join(tokens[cut:]))
        if bench.roster.find(name):
            office = bench.vocabulary.resolve(_HONORIFIC.sub("", " ".join(tokens[:cut]) + " ").strip())
            if office is not None:
                return Written(name, (office,))
    return Written(words)


def _looked_up(
    written: Written,
    day: date,
    bench: Workbench,
    knowledge: OfficialsKnowledge,
    precedence: PrecedenceInForce | None,
) -> Placed | Left:
    roster, name = bench.roster, written.name
    people: Sequence[Official] = roster.find(name)
    if not people and written.offices and bench.vocabulary.resolve(name) is not None:
        return Left(name, Why.OFFICE_ALONE)
    if not people:
        near = roster.near_misses(name)
        return Left(name, Why.NEAR if near else Why.UNKNOWN, tuple(near))
    if len(people) > 1:
        meant = [each for each in people if _bears(each, written.offices, knowledge, day)]
        if not written.offices or len(meant) != 1:
            return Left(name, Why.NAMESAKES, tuple(people))
        people = meant
    (person,) = people
    if written.offices and not _bears(person, written.offices, knowledge, day):
        return Left(name, Why.OTHER, (person,))
    if person.is_dead(day) is Held.YES:
        return Left(name, Why.DEAD, (person,))
    held, perhaps = knowledge.held_on(person.id, day), knowledge.perhaps_held(person.id, day)
    titles = knowledge.titles_on(person.id, day)
    if not titles:
        return Left(name, Why.NOTHING_SURE, (person,), perhaps)
    ranks = precedence.ranks if precedence is not None else {}
    known = [ranks[each.office] for each in held if each.office in ranks]
    return Placed(name, person, titles, held, min(known, default=None), perhaps)


def _bears(
    person: Official, offices: Sequence[OfficeTitle], knowledge: OfficialsKnowledge, day: date
) -> bool:
    """Whether the roster leaves possible every office that is written beside the name, in its place."""
    return bool(offices) and all(
        knowledge.may_hold(person.id, (office.office,), day)
        and (
            office.locality is None
            or any(
                each.office == office.office and fold(each.locality or "") == fold(office.locality)
                for each in person.holdings
            )
        )
        for office in offices
    )


def _place_of(placed: Placed, precedence: PrecedenceInForce | None) -> str | None:
    """The place of the office by which somebody is ranked."""
    ranks = precedence.ranks if precedence is not None else {}
    best = [each for each in placed.held if ranks.get(each.office or "") == placed.rank]
    return best[0].locality if best else None
