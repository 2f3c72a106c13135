"""Who is named as a private person: by age, home, trade, address, or in a list of private people.

Anh A, 34 tuổi, là người hiến         a private person, even where the piece names an official A
Giải nhất thuộc về A, B               likewise
Ông A, Giám đốc Sở Y tế, cho biết     the official
anh Tuấn                              short for whom the piece names in full as a private person

An official who is tried or whose life is told has an age and a home as well: where a name stands with an
office and without one, only what no official is told by parts the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kiemtin.officials.model import OFFICE
from kiemtin.officials.pieces import NamePiece
from kiemtin.officials.scanning.sentences import sentence_start
from kiemtin.officials.words.patterns import Form, any_of

_BEFORE: Final = 28
"""From what somebody is called to the name, at the most."""
_BEHIND: Final = 48
_SENTENCE: Final = 240
_ROW: Final = 6
"""From one name of a row to the next, at the most: ", và "."""
_ENDS: Final = (". ", ".\n", "\n")
_AGE: Final = r"(?:\(?\d{1,3} tuổi|\(?(?:sn|sinh năm|sinh ngày) ?\d|\(\d{1,3}t\b|\(\d{4}\))"


class PrivateNames:
    """Tells namings of private people by the words of one vocabulary."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self._addresses = frozenset(words["private_addresses"])
        self._sure = self._addresses - frozenset(words["private_addresses_of_all"])
        callings = any_of(words["private_callings"])
        private_being = any_of(words["private_being"])
        private_pronouns = any_of(words["private_pronouns"])
        private_joins = any_of(words["private_joins"])
        private_details = any_of(words["private_details"])
        private_lists = any_of(words["private_lists"])
        private_others = any_of(words["private_others"])
        self._called = Form(rf"(?<!\w)(?:{callings})(?:,? (?:{private_pronouns}))?:? $")
        self._behind = Form(
            rf"(?:,? ?\(?|,? (?:(?:{private_joins}) )*)?(?:{_AGE}"
            rf"|(?:{private_details})(?!\w)|(?:(?:{private_being}) )?(?:{callings})(?!\w))"
        )
        self._listed = Form(rf"(?<!\w)(?:{private_lists})(?!\w)")
        self._and_others = Form(rf"[^.;\n]{{0,60}}(?<!\w)(?:{private_others})(?!\w)")

    def tells(self, text: str, name: NamePiece) -> bool:
        """Whether what stands beside a name says that it is no official's."""
        if name.honorific in self._addresses or name.accused:
            return True
        before = text[max(0, name.start - _BEFORE) : name.start].lower()
        if self._called.search(before) is not None:
            return True
        behind = text[name.end : name.end + _BEHIND].lower()
        return self._behind.match(behind) is not None

    def part(self, text: str, names: Sequence[NamePiece]) -> set[str]:
        """Makes nobody's the namings of private people whose names officials of the piece bear as well.

        Returns their given names, by which the piece calls them: "Anh *Tuấn*".
        """
        named: dict[str, list[NamePiece]] = {}
        for name in names:
            if " " in name.text and not name.nobodys:
                named.setdefault(name.key, []).append(name)
        short: set[str] = set()
        for pieces in named.values():
            if len(pieces) < 2 or not any(_has_current_office(each) for each in pieces):
                continue
            private = [each for each in pieces if not each.titles and self._is_another(text, names, each)]
            if private:
                _part(pieces, private)
                short.add(pieces[0].text.rpartition(" ")[2])
        if short:
            for name in names:
                if name.text in short and name.honorific in self._sure:
                    name.nobodys = True
        return short

    def _is_another(self, text: str, names: Sequence[NamePiece], name: NamePiece) -> bool:
        """Whether a naming without a title is of a private person, though an official has the name.

        An address or a trade alone is not enough: the youth league calls its leaders "anh", "chị", and an
        official may be an artist.
        """
        if name.honorific and name.honorific not in self._sure:
            return False
        before = text[max(0, name.start - _BEFORE) : name.start].lower()
        if name.honorific or self._called.search(before) is not None:
            behind = text[name.end : name.end + _BEHIND].lower()
            return self._behind.match(behind) is not None
        return self.is_listed(text, names, name)

    def is_listed(self, text: str, names: Sequence[NamePiece], name: NamePiece) -> bool:
        """ "Đội hình gồm A, B, C", "Tham gia còn có A, B cùng mười người khác"."""
        first, last = _row(text, names, name)
        if first is last:
            return False
        start = sentence_start(text, max(0, first.start - _SENTENCE), first.start)
        return (
            self._listed.search(text[start : first.start].lower()) is not None
            or self._and_others.match(text[last.end : last.end + _SENTENCE].lower()) is not None
        )


def _row(text: str, names: Sequence[NamePiece], name: NamePiece) -> tuple[NamePiece, NamePiece]:
    """The first and the last of those who stand bare in a row with `name`."""
    at = names.index(name)
    first = last = at
    while first and _beside(text, names[first - 1], names[first]):
        first -= 1
    while last + 1 < len(names) and _beside(text, names[last], names[last + 1]):
        last += 1
    return names[first], names[last]


def _beside(text: str, before: NamePiece, after: NamePiece) -> bool:
    if before.titles or after.titles or after.start - before.end > _ROW:
        return False
    return text[before.end : after.start].strip(" ,;") in {"", "và"}


def _has_current_office(name: NamePiece) -> bool:
    return any(title.kind is OFFICE and not (title.former or title.business) for title in name.held)


def _part(pieces: Sequence[NamePiece], private: Iterable[NamePiece]) -> None:
    """What is not told of itself is of whom was named before, or else of whom is named next."""
    told = {name.start for name in private}
    is_private = pieces[0].start in told
    for name in pieces:
        if name.titles or name.start in told:
            is_private = name.start in told
        if is_private:
            name.nobodys = True
