"""Answers as they were given, into Answers: all that is wrong with them is told at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kiemtin.adopting.drafting.questions import (
    MEDIA,
    OF_KEY,
    TIMED,
    Answers,
    Kind,
    default,
    questions,
)
from kiemtin.documents.keys import plain_key
from kiemtin.foundation.dates import parse_day, show_day
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.foundation.text import normalize
from kiemtin.language.terms.units import UNITS

_LONGEST = 300
_NAME = re.compile(r"[^\W\d_]\w*(?:-\w+)*")
_AMOUNT = re.compile(r"(\d{1,7}(?:[.,]\d{1,3})?)\s*([^\W\d_]+|%)?")
_BAND = re.compile(r"(?:bậc\s*)?(\d{1,2})\s*(?:\.\.|-|–|đến)\s*(\d{1,2})|(?:bậc\s*)?(\d{1,2})")
_FROM = re.compile(r"(?:từ\s*)(?:bậc\s*)?(\d{1,2})")
_REST = ("con lai", "otherwise")
_UNIT_OF = {
    plain_key(word): unit.vi
    for unit in UNITS.values()
    for word in (unit.vi, unit.en, *unit.en_forms, *unit.vi_forms)
}
_HOUR = re.compile(r"(\d{1,2})(?:[:hg]\s*(\d{2}))?\s*(?:giờ|h)?")
NO_LIMIT = "-"
OWN_RANKS = 10
"""Ranks before this one are the centre's."""


class Given(NamedTuple):
    """A value with where it was given."""

    words: str
    place: FilePlace


class Raw(NamedTuple):
    """Answers as a file, a form or a person gave them."""

    values: Sequence[tuple[str, Given]]
    media: Sequence[Given] = ()
    limits: Sequence[tuple[Given, Sequence[Given]]] = ()
    order: Sequence[tuple[Given, Given]] = ()


def checked(kind: Kind, raw: Raw, today: date) -> Answers:
    """Raises PackError with all that is wrong. What was not answered is the question's default; what is in
    force from no day that was told, is so from the first of this year."""
    looking = _Looking(kind)
    values = looking.values(raw.values, today)
    media = looking.media(raw.media)
    limits = looking.limits(raw.limits, media)
    order = looking.order(raw.order)
    if looking.problems:
        raise PackError(looking.problems)
    return Answers(kind, values, media, limits, order)


class _Looking:
    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self.problems: list[Problem] = []

    def _refuse(self, code: str, given: Given, **arguments: object) -> str:
        self.problems.append(Problem(code, given.place, {"value": given.words[:80], **arguments}))
        return ""

    def values(self, given: Sequence[tuple[str, Given]], today: date) -> dict[str, str]:
        asked = {each.key: each for each in questions(self._kind)}
        found = {key: default(each, self._kind) for key, each in asked.items()}
        found["in_force"] = show_day(date(today.year, 1, 1))
        for key, value in given:
            question = OF_KEY.get(plain_key(key))
            if question is None or question.key not in asked:
                known = ", ".join(each.vi for each in asked.values())
                self._refuse("answers-key-unknown", value, key=key, known=known)
                continue
            words = _line(value.words)
            if len(words) > _LONGEST:
                self._refuse("answers-too-long", value, limit=_LONGEST)
            elif question.key in _READERS and words:
                found[question.key] = _READERS[question.key](self, Given(words, value.place))
            elif words or question.key not in ("name", "title", "in_force", "refines"):
                found[question.key] = words
        return found

    def media(self, given: Sequence[Given]) -> tuple[str, ...]:
        known = {plain_key(medium): medium for medium in MEDIA}
        found = []
        for each in given:
            medium = known.get(plain_key(each.words))
            if medium is None or medium in found:
                self._refuse("answers-bad-medium", each, known=", ".join(MEDIA))
            found.append(medium or "")
        return tuple(found)

    def limits(
        self, given: Sequence[tuple[Given, Sequence[Given]]], media: Sequence[str]
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        found = []
        for head, cells in given:
            row = [
                self.limit(cell, medium) if medium else "" for cell, medium in zip(cells, media, strict=False)
            ]
            row += [""] * (len(media) - len(row))
            if any(row):
                found.append((self.band(head), tuple(row)))
        return tuple(found)

    def limit(self, given: Given, medium: str) -> str:
        """`1000 chữ`, `90 giây`; a bare number has the unit of its medium. `-` is no limit, nothing is
        nothing said."""
        words = normalize(given.words).text.strip()
        if words in ("", "-", "–"):
            return words and NO_LIMIT
        units = ("giây", "phút") if medium in TIMED else ("chữ", "từ")
        amount = _amount(words, units[0])
        if amount is None or amount[1] not in units or not amount[0].strip("0.,"):
            return self._refuse("answers-bad-limit", given, units=" hoặc ".join(units))
        return " ".join(amount)

    def band(self, given: Given) -> str:
        words = normalize(given.words).text.strip().lower()
        if plain_key(words) in _REST:
            return "còn lại"
        if begun := _FROM.fullmatch(words):
            return f"từ bậc {begun[1]}"
        band = _BAND.fullmatch(words)
        if band is None or (band[1] and int(band[1]) > int(band[2])):
            return self._refuse("answers-bad-rank", given)
        return f"bậc {band[3]}" if band[3] else f"bậc {band[1]}..{band[2]}"

    def order(self, given: Sequence[tuple[Given, Given]]) -> tuple[tuple[int, tuple[str, ...]], ...]:
        ranks: dict[int, list[str]] = {}
        for rank, offices in given:
            number = re.fullmatch(r"(?:bậc\s*)?(\d{1,2})", normalize(rank.words).text.strip().lower())
            if number is None or int(number[1]) < OWN_RANKS:
                self._refuse("answers-bad-own-rank", rank, first=OWN_RANKS)
                continue
            names = [_line(each) for each in re.split("[;\n]", offices.words)]
            ranks.setdefault(int(number[1]), []).extend(name for name in names if name)
        return tuple((rank, tuple(names)) for rank, names in sorted(ranks.items()) if names)

    def name(self, given: Given) -> str:
        words = "-".join(given.words.removesuffix(".quy").split())
        return words if _NAME.fullmatch(words) else self._refuse("answers-bad-name", given)

    def day(self, given: Given) -> str:
        try:
            return show_day(parse_day(given.words))
        except ValueError:
            return self._refuse("answers-bad-day", given)

    def number(self, given: Given) -> str:
        number = re.fullmatch(r"(?:bậc\s*)?(\d{1,2})", given.words.lower())
        return number[1] if number and int(number[1]) else self._refuse("answers-bad-number", given)

    def hours(self, given: Given) -> str:
        amount = _amount(given.words, "giờ")
        fits = amount is not None and amount[1] in ("giờ", "phút", "ngày") and amount[0].strip("0.,")
        return " ".join(amount) if amount and fits else self._refuse("answers-bad-hours", given)

    def syllables(self, given: Given) -> str:
        amount = _amount(given.words, "chữ")
        fits = (
            amount is not None and amount[1] == "chữ" and amount[0].isdigit() and 1 <= int(amount[0]) <= 100
        )
        return amount[0] if amount and fits else self._refuse("answers-bad-syllables", given)

    def hour(self, given: Given) -> str:
        """As minutes of an hour cannot be said in the language's bounds, whole hours alone."""
        hour = _HOUR.fullmatch(given.words.lower())
        if hour is None or not 1 <= int(hour[1]) <= 23 or int(hour[2] or 0):
            return self._refuse("answers-bad-hour", given)
        return str(int(hour[1]))

    def percent(self, given: Given) -> str:
        amount = _amount(given.words, "%")
        fits = amount is not None and amount[1] == "%" and amount[0].isdigit() and 1 <= int(amount[0]) <= 99
        return amount[0] if amount and fits else self._refuse("answers-bad-share", given)


_READERS: Mapping[str, Callable[[_Looking, Given], str]] = {
    "name": _Looking.name,
    "in_force": _Looking.day,
    "front_page": _Looking.number,
    "leading_items": _Looking.number,
    "deadline": _Looking.hours,
    "headline": _Looking.syllables,
    "earliest": _Looking.hour,
    "share": _Looking.percent,
}


def _line(words: str) -> str:
    """On one line, without signs that nobody sees."""
    joined = " ".join(normalize(words).text.split())
    return "".join(sign for sign in joined if sign.isprintable()).strip()


def _amount(words: str, bare: str) -> tuple[str, str] | None:
    """Number and unit in Vietnamese; `bare` is the unit of a number without any."""
    found = _AMOUNT.fullmatch(words.strip())
    if found is None:
        return None
    unit = _UNIT_OF.get(plain_key(found[2])) if found[2] else bare
    return (found[1], unit) if unit else None
