"""Units of quantities: how they are written in both languages, what they measure, what they come to."""

from __future__ import annotations

from typing import NamedTuple

from kiemtin.language.terms import types as t
from kiemtin.language.terms.types import Type


class Unit(NamedTuple):
    """`factor` leads to the base unit of `type`: seconds for durations, one for shares and counts."""

    vi: str
    en: str
    type: Type
    factor: float
    en_forms: tuple[str, ...]
    vi_forms: tuple[str, ...] = ()


UNITS: dict[str, Unit] = {
    "syllables": Unit("chữ", "syllables", t.SYLLABLES, 1, ("syllable", "syllables"), ("tiếng",)),
    "words": Unit("từ", "words", t.WORDS, 1, ("word", "words")),
    "characters": Unit("ký tự", "characters", t.CHARACTERS, 1, ("character", "characters")),
    "per_minute": Unit(
        "chữ mỗi phút",
        "syllables a minute",
        t.SPEECH_RATE,
        1 / 60,
        ("syllables a minute", "syllables per minute"),
    ),
    "per_second": Unit(
        "chữ mỗi giây", "syllables a second", t.SPEECH_RATE, 1, ("syllables a second", "syllables per second")
    ),
    "seconds": Unit("giây", "seconds", t.DURATION, 1, ("second", "seconds")),
    "minutes": Unit("phút", "minutes", t.DURATION, 60, ("minute", "minutes")),
    "hours": Unit("giờ", "hours", t.DURATION, 3600, ("hour", "hours")),
    "days": Unit("ngày", "days", t.DURATION, 86400, ("day", "days")),
    "percent": Unit("%", "%", t.SHARE, 0.01, ("percent",), ("phần trăm",)),
}


def unit_type(unit: str | None) -> Type:
    """The type of a quantity in that canonical unit; a bare number's for None."""
    return t.NUMBER if unit is None else UNITS[unit].type


def in_base_unit(value: float, unit: str | None) -> float:
    """`90 giây` and `1,5 phút` are both 90."""
    return value if unit is None else value * UNITS[unit].factor
