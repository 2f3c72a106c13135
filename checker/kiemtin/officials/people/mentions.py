"""From what was read to what is told: mentions and titles with their spans, offices and flags."""

from __future__ import annotations

from datetime import date
from functools import lru_cache, partial
from typing import Final

from kiemtin.documents.model import Zone
from kiemtin.foundation.text import level, unify_letters
from kiemtin.officials.model import (
    AFTER,
    BEFORE,
    EVENT_FUNCTION,
    OFFICE,
    SHARED,
    Construction,
    Mention,
    Position,
    Title,
)
from kiemtin.officials.people.chain_offices import ChainOffices
from kiemtin.officials.people.resolution import Person
from kiemtin.officials.pieces import NamePiece, TitlePiece
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.vocabulary import OfficeTitle, Vocabulary

_NEW: Final = tuple.__new__
"""What a named tuple's constructor calls: an archive makes a million of them."""
_FUNCTION: Final = OfficeTitle("")
"""Says of a title that it is a function at an event, and no office."""


class MentionMaker:
    """Makes mentions; remembers what titles mean, for an archive prints the same ones over and over."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self._historical = lexicon.historical
        self._before_halves = lexicon.extent.before_halves
        self.office = lru_cache(maxsize=65536)(partial(_office, vocabulary, lexicon))
        """The office that the words of a title mean."""
        self.chains = ChainOffices(vocabulary, self.office)

    def mention(
        self, text: str, name: NamePiece, person: Person, start: int, end: int, zone: Zone, day: date | None
    ) -> Mention:
        """The mention of `person` at `text[start:end]`, spelled as the document is, in an item of `day`."""
        titles: list[Title] = []
        for pattern, pieces in ((SHARED, name.shared), (BEFORE, name.before), (AFTER, name.after)):
            titles.extend([self._title(text, piece, pattern, person) for piece in pieces])
        if len(titles) > 1:
            titles.sort(key=_start)
            if not person.foreign:
                self.chains.complete(titles)
        official = person.official
        former, acting = name.former, False
        for title in titles:
            former = former or title.former
            acting = acting or title.acting
        if titles and person.foreign and not name.honorific and not former:
            former = all(_is_over(title, text) for title in titles)
        values = (
            start,
            end,
            text[start:end],
            official.name if official else person.meant or _printed(text, person),
            zone,
            tuple(titles),
            former,
            acting,
            person.foreign,
            self._is_dead(person.key, day),
            official.id if official else None,
            name.construction or _found_by(name),
        )
        return _NEW(Mention, values)

    def _is_dead(self, key: str, day: date | None) -> bool:
        """Whether someone of history had died by the day of the item; if it is not known, long before."""
        died = self._historical.get(key)
        if not died:
            return died is not None
        return day is not None and day.isoformat() > died

    def _title(self, text: str, piece: TitlePiece, pattern: Position, person: Person) -> Title:
        words = text[piece.start : piece.end]
        kind = piece.kind
        office = organ = locality = None
        if kind is OFFICE:
            found = self.office(words)
            if found is _FUNCTION:
                kind = EVENT_FUNCTION
            elif found is not None and not person.foreign and not piece.foreign:
                office, organ, locality = found.office, found.organ, found.locality
        meant = self._meant(words, piece) if piece.misspelt and not office else ""
        verb = piece.verb
        values = (
            piece.start,
            piece.end,
            words,
            kind,
            office,
            organ,
            locality,
            piece.former or verb == "ended",
            piece.acting,
            pattern is SHARED,
            verb == "appointed",
            verb == "career",
            pattern,
            piece.reach,
            meant,
        )
        return _NEW(Title, values)

    def _as_great(self, right: str, printed: str) -> str:
        """The right words with the great letters of what is printed, and one behind "Phó"."""
        first, *words = right.split(" ")
        great = {word[0].lower() for word in printed.split(" ") if word[0].isupper()}
        told = [first.capitalize() if first[0] in great else first]
        for at, word in enumerate(words):
            lone = at == 0 and first in self._before_halves and len(words) > 1
            told.append(word.capitalize() if lone or word[0] in great else word)
        return " ".join(told)

    def _meant(self, words: str, piece: TitlePiece) -> str:
        """A misspelt title as it is spelt rightly; empty if that is no office either."""
        size = piece.misspelt - piece.start
        right = f"{self._as_great(piece.head.text, words[:size])}{words[size:]}"
        return right if self.office(right) else ""


def _found_by(name: NamePiece) -> Construction:
    """Of a name that no construction has found before it was known whose it is."""
    if name.after:
        return Construction.NAME_TITLES
    return Construction.HONORIFIC if name.honorific else Construction.KNOWN


def _office(vocabulary: Vocabulary, lexicon: Lexicon, words: str) -> OfficeTitle | None:
    """The office that a title means, or that it is a function at an event."""
    words = level(words).lower()
    if lexicon.extent.functions.match(words):
        return _FUNCTION
    found = vocabulary.resolve(words)
    if found is None:
        chair = lexicon.extent.chairs.match(words)
        if chair is not None:  # "Chủ tịch tỉnh Nam Sơn": whoever chairs a province chairs its committee
            return vocabulary.resolve(f"{chair.group()} UBND{words[chair.end() :]}")
    return found


def _printed(text: str, person: Person) -> str:
    """The name as it stands where the person is first named.

    In usual case where that is in capitals; with today's tone marks where the text has both ("Hoà", "Hòa").
    """
    if person.printed is None:
        printed = unify_letters(text[person.start : person.start + len(person.name)])
        usual = printed.isupper() or (printed != person.name and person.name in text)
        person.printed = person.name if usual else printed
    return person.printed


def _is_over(title: Title, text: str) -> bool:
    """Told of the past, and not "từ năm 2004"."""
    return title.career and not _OPEN.match(text, title.end)


_OPEN: Final = Form(r" từ (?:năm |tháng |ngày )?[\d/.]+(?![\d/.])(?! ?(?:[-–]|đến|tới|cho đến))")


def _start(title: Title) -> int:
    return title.start
