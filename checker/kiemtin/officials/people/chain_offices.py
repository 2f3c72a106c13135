"""Offices whose words leave open of which unit they are, where the titles around them tell it.

Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy     the province's committee
Phó Bí thư Huyện ủy, Chủ tịch UBND                    the district's
Chủ tịch UBND tỉnh A; Bí thư Thành ủy B               a town of that province
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from kiemtin.foundation.text import level
from kiemtin.officials.model import EVENT_FUNCTION, OFFICE, Mention, Title
from kiemtin.officials.words.patterns import Form, any_of
from kiemtin.officials.words.vocabulary import OfficeTitle, Vocabulary

_PROVINCE, _TOWN = "province", "town"
_WORDS: Final = ("committee_posts", "committee_boards", "committees_of_units", "levels_of_units")


class _Told(NamedTuple):
    """What the words of a title say."""

    words: str
    """In the vocabulary's spelling."""
    unit: str
    """The word that tells the unit, "" if none does."""
    level: str


class ChainOffices:
    """Completes open offices; remembers what titles tell, for an archive prints the same ones often."""

    def __init__(self, vocabulary: Vocabulary, office_of: Callable[[str], OfficeTitle | None]) -> None:
        words = {key: [level(word) for word in vocabulary.words[key]] for key in _WORDS}
        self._offices = vocabulary.offices
        self._office_of = office_of
        self._posts = frozenset(words["committee_posts"])
        self._boards = frozenset(word.lower() for word in words["committee_boards"])
        self._committees = dict(text.split(" = ") for text in words["committees_of_units"])
        self._levels = dict(text.split(" = ") for text in words["levels_of_units"])
        self._unit = Form(rf"\b(?:{any_of(self._levels)})\b(?! hội\b)")
        self._told = lru_cache(maxsize=65536)(self._read)

    def _read(self, text: str) -> _Told:
        words = level(text)
        found = self._unit.search(words)
        return _Told(words, found[0], self._levels[found[0]]) if found else _Told(words, "", "")

    def complete(self, titles: list[Title]) -> None:
        """The open offices of one chain, in place; `titles` stand in the order of the text."""
        for at, title in enumerate(titles):
            if title.kind is EVENT_FUNCTION:
                self._complete_board(titles, at)
                continue
            if title.kind is not OFFICE or title.former or title.locality is not None:
                continue
            if title.office is None:
                self._complete_post(titles, at)
            elif title.office.startswith(_PROVINCE) and not self._told(title.text).unit:
                told = self._told_around(titles, at)
                if told and told not in {_PROVINCE, _TOWN}:
                    titles[at] = title._replace(office=self._smaller(title.office, told))

    def _complete_post(self, titles: list[Title], at: int) -> None:
        """ "Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy": the title behind tells whose committee."""
        if at + 1 == len(titles):
            return
        post = self._told(titles[at].text).words
        if post not in self._posts:
            return
        following = self._told(titles[at + 1].text)
        if not following.unit or following.words.startswith("Bí thư"):
            return  # a secretary of the lower committee sits in the higher one
        found = self._office_of(f"{post} {self._committees.get(following.unit, following.unit)}")
        if found is not None and found.office:
            titles[at] = titles[at]._replace(office=found.office, organ=found.organ, locality=found.locality)

    def _complete_board(self, titles: list[Title], at: int) -> None:
        """ "Ủy viên Ban Thường vụ Tỉnh ủy, *Trưởng Ban Tổ chức*": the committee's, and no congress's."""
        title = titles[at]
        if title.text.lower() not in self._boards:
            return
        for each in titles:
            unit = self._told(each.text).unit
            found = self._office_of(f"{title.text} {unit}") if unit in self._committees.values() else None
            if found is not None and found.office:
                titles[at] = title._replace(
                    kind=OFFICE, office=found.office, organ=found.organ, locality=found.locality
                )
                return

    def _told_around(self, titles: Sequence[Title], at: int) -> str:
        """The level that the nearest title tells, one before rather than one behind; "" if none does."""
        around = (*reversed(titles[:at]), *titles[at + 1 :])
        return next((told for told in (self._told(each.text).level for each in around) if told), "")

    def _smaller(self, office: str, unit: str) -> str | None:
        """The office of a smaller unit that answers to a province's, None if it has none."""
        smaller = office.replace(_PROVINCE, unit, 1)
        forms = (smaller, smaller.replace("standing-", "", 1))
        return next((each for each in forms if each in self._offices), None)

    def in_province(self, mentions: Sequence[Mention]) -> Sequence[Mention]:
        """An item's mentions; where it names officers of a province, a "Thành ủy" is of one of its towns.

        Not where a city that is run as a province is named; and whom the roster knows holds what it says.
        """
        told = {
            (self._told(title.text).level, title.locality is None)
            for mention in mentions
            for title in mention.titles
            if title.office is not None and title.office.startswith(_PROVINCE)
        }
        named_city = (_TOWN, False) in told
        if named_city or (_TOWN, True) not in told or not any(unit == _PROVINCE for unit, _ in told):
            return mentions
        return [mention if mention.official else self._of_town(mention) for mention in mentions]

    def _of_town(self, mention: Mention) -> Mention:
        titles = tuple(
            title._replace(office=self._smaller(title.office, "district"))
            if title.office is not None
            and title.office.startswith(_PROVINCE)
            and title.locality is None
            and (self._told(title.text).level or self._told_around(mention.titles, at)) == _TOWN
            else title
            for at, title in enumerate(mention.titles)
        )
        return mention if titles == mention.titles else mention._replace(titles=titles)
