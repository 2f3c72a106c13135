"""Who is named without an office: the roster's person only on evidence, for a name is not a person.

Đồng chí A thăm xã                       addressed as officials are
dự có A, B, Phó Bí thư Tỉnh ủy           in the company of officials
Trung tướng A                            a general's rank
… Bí thư Tỉnh ủy … ông A                 the piece names an office of this person

Ông A, 62 tuổi, trú tại thôn 3           another of that name
nông dân A, anh A, em A                  likewise
Ông A cho biết                           not known
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kiemtin.foundation.text import level
from kiemtin.officials.model import OFFICE, RANK
from kiemtin.officials.people.resolution import Person
from kiemtin.officials.pieces import NamePiece
from kiemtin.officials.roster import Official
from kiemtin.officials.words.patterns import Form, any_of

_BEFORE: Final = 28
"""From what somebody is called to the name, at the most."""
_BEHIND: Final = 48
_AGE: Final = r"(?:\(?\d{1,3} tuổi|\(?(?:sn|sinh năm|sinh ngày) ?\d|\(\d{1,3}t\b|\(\d{4}\))"
_COMRADES: Final = frozenset({"đồng chí", "đ/c"})
_GENERAL: Final = "tướng"


class Unproven:
    """Weighs what stands with the names of people whom a roster knows and the text gives no office."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._addresses = frozenset(words["private_addresses"])
        callings = any_of(words["private_callings"])
        details = any_of(words["private_details"])
        pronouns = any_of(words["private_pronouns"])
        being = any_of(words["said_being"])
        self._called = Form(rf"(?<!\w)(?:{callings})(?:,? (?:{pronouns}|là))?:? $")
        self._behind = Form(
            rf"(?:,? ?\(?|,? (?:(?:{being}) )*)(?:{_AGE}|(?:{details})(?!\w)|(?:{callings})(?!\w))"
        )

    def part(self, text: str, names: Iterable[NamePiece], persons: dict[str, Person]) -> None:
        """Takes the roster's person from names that no evidence gives it; who is somebody else for sure is
        no official of the piece at all."""
        named: dict[str, list[NamePiece]] = {}
        company: dict[int, bool] = {}
        officials = 0
        run: list[NamePiece] = []
        for name in names:
            if not name.linked:
                run = []
            run.append(name)
            person = persons.get(name.key)
            if person is not None and person.official is not None:
                named.setdefault(name.key, []).append(name)
                officials += 1
            if _has_office(name):
                for each in run:
                    company[each.start] = True
            elif any(_has_office(each) for each in run):
                company[name.start] = True
        if not officials:
            return
        usual = ""
        for key, pieces in named.items():
            official = persons[key].official
            if official is None or any(_has_office(each) for each in pieces):
                continue
            if any(self._is_private(text, each) for each in pieces):
                del persons[key]
            elif not any(_is_addressed(each) or company.get(each.start, False) for each in pieces):
                usual = usual or level(text).lower()
                if not _names_an_office(usual, official):
                    persons[key].official = None

    def _is_private(self, text: str, name: NamePiece) -> bool:
        """Whether what stands beside a name says that it is no official's."""
        if name.honorific in self._addresses or name.accused:
            return True
        before = text[max(0, name.start - _BEFORE) : name.start].lower()
        if self._called.search(before) is not None:
            return True
        behind = text[name.end : name.end + _BEHIND].lower()
        return self._behind.match(behind) is not None


def _has_office(name: NamePiece) -> bool:
    return any(title.kind is OFFICE and not title.business for title in name.held)


def _is_addressed(name: NamePiece) -> bool:
    """ "Đồng chí A", "Thượng tướng A"."""
    if name.honorific in _COMRADES:
        return True
    return any(title.kind is RANK and title.head.text.endswith(_GENERAL) for title in name.held)


def _names_an_office(usual: str, official: Official) -> bool:
    """Whether the piece names an office that the person held, at whatever time, and its place."""
    for holding in official.holdings:
        if holding.title and holding.title.lower() in usual:
            place = holding.locality
            if not place or place.lower() in usual:
                return True
    return False
