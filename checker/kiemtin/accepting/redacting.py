"""A case of a draft without its people: names give way to invented ones of the same shape."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiemtin.foundation.places import Span
from kiemtin.officials.model import Mention

SURNAMES = ("Đoàn", "Mạc", "Kiều", "Tống", "Lương", "Quách", "Ngô", "Phan", "Triệu", "Thái")
MIDDLES = ("Bá", "Kim", "Như", "Gia", "Khắc", "Trọng")
GIVEN = ("Mộc", "Chè", "Sậy", "Núi", "Lúa", "Ngói", "Suối", "Rạng", "Thóc", "Lau")
_KEPT = frozenset({"Văn", "Thị"})
"""Middle names that say no more than man or woman."""


def redacted(text: str, within: Span, mentions: Sequence[Mention]) -> str:
    """The stretch of the text with every name that is mentioned anywhere in the draft replaced; the same
    person keeps
    one name, a short form stays one."""
    invented: dict[str, str] = {}
    for mention in mentions:
        person = invented.setdefault(mention.person, _invented(mention.person, len(invented)))
        new, size = person.split(), len(mention.name.split())
        invented.setdefault(mention.name, " ".join(new[-size:]) if size < len(new) else person)
    words = sorted(invented, key=len, reverse=True)
    if not words:
        return within.of(text)
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words))
    return pattern.sub(lambda match: invented[match.group()], within.of(text))


def _invented(name: str, number: int) -> str:
    """As many syllables; the sex that the middle name tells stays."""
    old = name.split()
    if len(old) == 1:
        return GIVEN[number % len(GIVEN)]
    middles = [
        word if word in _KEPT else MIDDLES[(number + at) % len(MIDDLES)] for at, word in enumerate(old[1:-1])
    ]
    return " ".join([SURNAMES[number % len(SURNAMES)], *middles, GIVEN[number % len(GIVEN)]])
