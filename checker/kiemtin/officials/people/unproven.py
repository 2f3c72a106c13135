"""Who is named without an office: the roster's person only on evidence, for a name is not a person.

Đồng chí A thăm xã                       addressed as officials are
dự có A, B, Phó Bí thư Tỉnh ủy           in the company of officials
Bí thư Tỉnh ủy A, B, Phó Chủ tịch C      likewise
Trung tướng A                            a general's rank
… Bí thư Tỉnh ủy … ông A                 the piece names an office of this person
… Bí thư Tỉnh ủy B … A nhấn mạnh         does what officials do, where one of the same place has a title

Ông A, 62 tuổi, trú tại thôn 3           another of that name, whoever else bears it in the piece
nông dân A, anh A, em A                  likewise
… gồm các đồng chí: A; B                 not known: the members of a body, whichever
Ông A cho biết                           not known
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kiemtin.officials.model import OFFICE, RANK
from kiemtin.officials.people.private import PrivateNames
from kiemtin.officials.people.resolution import Person
from kiemtin.officials.pieces import NamePiece
from kiemtin.officials.roster import Holding, Official
from kiemtin.officials.words.patterns import Form, any_of
from kiemtin.officials.words.phrase_keys import phrase_key, written_out
from kiemtin.officials.words.vocabulary import Vocabulary

_COMRADES: Final = frozenset({"đồng chí", "đ/c"})
_GENERAL: Final = "tướng"
_CENTRE: Final = "central"
_SEATS: Final = ("-member", "-alternate")
"""Ends of ids: seats in committees of the centre, which leaders of provinces have as well."""
_NEXT: Final = Form(r"[,;] (?:đồng chí )?|[;,.]?\s*\n\s*(?:[-–+•*]|\d{1,2}[.)/])\s+(?:đồng chí )?")
"""From one of a list to the next."""
_BEHIND: Final = 48
_BEFORE: Final = 96
"""From what begins a sentence to the name that it announces, at the most."""


class Unproven:
    """Weighs what stands with the names of people whom a roster knows and the text gives no office."""

    def __init__(self, vocabulary: Vocabulary, private: PrivateNames) -> None:
        words = vocabulary.words
        self._private = private
        self._offices = vocabulary.offices
        timed = any_of(words["formal_adverbs"])
        formal_occasions = any_of(words["formal_occasions"])
        formal_openers = any_of(words["formal_openers"])
        formal_verbs = any_of(words["formal_verbs"])
        lists_opened = any_of(words["lists_opened"])
        organs_of_offices = any_of(words["organs_of_offices"])
        telling_verbs = any_of(words["telling_verbs"])
        self._formal = Form(rf" (?:(?:{timed}) )*(?:{formal_verbs})(?!\w)")
        self._told = Form(rf" (?:(?:{timed}) )*(?:{telling_verbs})(?!\w)")
        self._announced = Form(
            rf"(?:^|[.\n] ?)(?:(?:{formal_openers})[^.,;:\n]*, "
            rf"|(?:{formal_occasions})(?: [^.,;:\n]*)? "
            rf"(?:{lists_opened}) )$"
        )
        members_listed = any_of(words["members_listed"])
        self._members = Form(
            rf" (?:{members_listed}) (?:các |\d+ )?đồng chí(?: sau)?:?\s+(?:(?:[-–+•*]|\d{{1,2}}[.)/])\s+)?$"
        )
        self._organ = Form(rf"(?:{organs_of_offices})(?!\w).*")

    def part(self, text: str, names: Sequence[NamePiece], persons: dict[str, Person]) -> None:
        """Takes the roster's person from names that no evidence gives it; who is somebody else for sure is
        no official of the piece at all."""
        named: dict[str, list[NamePiece]] = {}
        company: dict[int, bool] = {}
        first: dict[int, NamePiece] = {}
        head: NamePiece | None = None  # of the enumeration
        run: list[NamePiece] = []  # those before in it, as long as none has an office
        with_office = False
        for at, name in enumerate(names):
            if head is None or not name.linked:
                head, run, with_office = name, [], False
            run.append(name)
            first[name.start] = head
            person = persons.get(name.key)
            if person is not None and person.official is not None:
                named.setdefault(name.key, []).append(name)
            if has_office(name):
                with_office = True
            if with_office:
                company.update((each.start, True) for each in run)
                run = []
            elif 0 < at < len(names) - 1 and _stands_between(text, names[at - 1], name, names[at + 1]):
                company[name.start] = True
        if not named:
            return
        titled: list[Official] = []
        bare: list[str] = []
        for key, pieces in named.items():
            official = persons[key].official
            if official is not None and any(has_office(each) for each in pieces):
                titled.append(official)
            elif any(self._private.tells(text, each) for each in pieces):
                del persons[key]
            elif not any(
                company.get(each.start, False)
                or (_is_addressed(each) and not self._is_member(text, first[each.start]))
                for each in pieces
            ):
                bare.append(key)
        usual = f" {written_out(text)} " if bare else ""
        for key in bare:
            official = persons[key].official
            if official is None or _names_an_office(usual, official):
                continue
            if not self._acts(text, usual, named[key], official, titled):
                persons[key].official = None

    def _is_member(self, text: str, first: NamePiece) -> bool:
        """Whether a list of bare names, which begins with `first`, tells of whom a body consists, whatever
        body that is: it gives no titles, and its members may be anybody's namesakes."""
        before = text[max(0, first.start - _BEFORE) : first.start].lower()
        return self._members.search(before) is not None

    def _acts(
        self,
        text: str,
        usual: str,
        pieces: Sequence[NamePiece],
        official: Official,
        titled: Sequence[Official],
    ) -> bool:
        """Whether somebody named bare does what this official would, in a piece of that place or organ."""
        formal = telling = False
        for name in pieces:
            if name.honorific or not is_bare(name):
                continue
            behind = text[name.end : name.end + _BEHIND].lower()
            formal = formal or self._formal.match(behind) is not None
            telling = telling or self._told.match(behind) is not None
            if not formal:
                before = text[max(0, name.start - _BEFORE) : name.start].lower()
                formal = self._announced.search(before) is not None
        if formal and any(self._is_near(official, other) for other in titled):
            return True
        return (formal or telling) and any(self._names_organ(usual, each) for each in official.holdings)

    def _is_near(self, official: Official, other: Official) -> bool:
        """Whether two officials are of one province, or both of the centre."""
        places = {self._place(holding) for holding in official.holdings}
        return any(self._place(holding) in places for holding in other.holdings if self._place(holding))

    def _place(self, holding: Holding) -> str:
        """The province of an office, or that it is the centre's; "" if the roster does not say."""
        if holding.locality:
            return holding.locality
        if holding.office is None or holding.office.endswith(_SEATS):
            return ""
        office = self._offices.get(holding.office)
        return _CENTRE if office is not None and office.level == _CENTRE else ""

    def _names_organ(self, usual: str, holding: Holding) -> bool:
        """Whether the piece names the organ of an office, and its place."""
        found = self._organ.search(holding.title.lower())
        return found is not None and _names(usual, found.group()) and _names(usual, holding.locality)


def has_office(name: NamePiece) -> bool:
    """Whether an office of the State, the Party or a front stands with a name."""
    return any(title.kind is OFFICE and not title.business for title in name.held)


def is_bare(name: NamePiece) -> bool:
    """Whether nothing at all stands with a name."""
    return not name.held


def _is_addressed(name: NamePiece) -> bool:
    """ "Đồng chí A", "Thượng tướng A"."""
    if name.honorific in _COMRADES:
        return True
    return any(title.kind is RANK and title.head.text.endswith(_GENERAL) for title in name.held)


def _names_an_office(usual: str, official: Official) -> bool:
    """Whether the piece names an office that the person held, at whatever time, and its place."""
    return any(
        holding.title and _names(usual, holding.title) and _names(usual, holding.locality)
        for holding in official.holdings
    )


def _names(usual: str, words: str | None) -> bool:
    """Whether a text with its abbreviations written out says these words, if there are any."""
    return not words or f" {phrase_key(words)} " in usual


def _stands_between(text: str, before: NamePiece, name: NamePiece, after: NamePiece) -> bool:
    """ "Bí thư Tỉnh ủy A, *B*, Chủ tịch UBND tỉnh C", and in a list of one a line: bare between officials."""
    if not is_bare(name) or not (has_office(before) and has_office(after)):
        return False
    if name.honorific and name.honorific not in _COMRADES:
        return False
    end = max([before.end, *[title.reach or title.end for title in before.held]])
    start = min([after.start, *[title.start for title in after.held]])
    return (
        _NEXT.fullmatch(text, end, name.start) is not None
        and _NEXT.fullmatch(text, name.end, start) is not None
    )
