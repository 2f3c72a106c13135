"""Examples of the rules that are written: invented people, by offices that the pack ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kiemtin.adopting.drafting.questions import TIMED, Answers
from kiemtin.foundation.dates import parse_day, show_day

HIGH = ("Trần Văn An", "Bí thư Tỉnh ủy", 9)
LOW = ("Lê Thị Bình", "Phó Bí thư Tỉnh ủy", 10)
TOP = ("Phạm Thị Dung", "Tổng Bí thư", 1)
"""People of the sample, which the shipped packs' examples name as well."""
OTHER = "Ninh Văn Thực"
_SETTLED = date(2024, 3, 12)
"""The sample's people hold these offices from then on."""
_WORDS = (
    "Sáng nay bà con trong xã cùng nhau ra đồng từ sớm để kịp thời vụ rồi về nhà văn hóa thôn nghe bàn việc "
    "làm đường sửa kênh trồng cây và chăm lo cho người già trẻ nhỏ"
).split()


class Person(NamedTuple):
    name: str
    office: str
    rank: int


def day_of(answers: Answers) -> str:
    """A day on which the pack is in force."""
    return show_day(max(parse_day(answers.values["in_force"]), _SETTLED))


def low_of(answers: Answers) -> Person:
    """Somebody who ranks after the head of the province."""
    for rank, offices in reversed(answers.order):
        for office in offices:
            if office != HIGH[1]:
                return Person(OTHER, office, rank)
    return Person(*LOW)


def too_long(answers: Answers) -> tuple[Person, str, str] | None:
    """A person, a medium and the length beyond the limit; None where no example can be given."""
    for person in (low_of(answers), Person(*HIGH), Person(*TOP)):
        row = _row_for(answers, person.rank)
        if row is None:
            continue
        cells = sorted(zip(answers.media, row, strict=True), key=lambda each: each[0] not in TIMED)
        for medium, cell in cells:
            if cell.strip("-"):
                return person, medium, cell
    return None


def _row_for(answers: Answers, rank: int) -> tuple[str, ...] | None:
    rest = None
    for band, cells in answers.limits:
        numbers = list(map(int, re.findall(r"\d+", band)))
        if not numbers:
            rest = cells
        elif numbers[0] <= rank <= (999 if band.startswith("từ") else numbers[-1]):
            return cells
    return rest


def beyond(limit: str) -> str:
    """`95 giây` for `90 giây`."""
    number, unit = limit.split()
    return f"{int(float(number.replace('.', '').replace(',', '.'))) + (5 if unit == 'giây' else 1)} {unit}"


def long_text(limit: str) -> Iterator[str]:
    """Paragraphs of more than so many syllables."""
    number, unit = limit.split()
    left = int(number.replace(".", "")) * (2 if unit == "từ" else 1) + 10  # a word has up to two, mostly
    while left > 0:
        yield f"{' '.join(_WORDS)}."
        left -= len(_WORDS)


def headline(length: int) -> str:
    """A headline of so many syllables."""
    words = ("Lãnh đạo tỉnh thăm xã Hòa Sơn".split() + [word.lower() for word in _WORDS] * 4)[:length]
    return " ".join(words)
