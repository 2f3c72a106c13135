"""The form under which phrases of titles compare equal: folded, abbreviations written out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from kiemtin.foundation.text import fold
from kiemtin.officials.words.word_files import ABBREVIATIONS, shipped

_TOKEN = re.compile(r"t\.[ưw](?![^\W\d_])|[^\W_]+(?:[&.](?=[^\W_])[^\W_]+)*|[,;]|&")
_TP = re.compile(r"\btp\.")


class _Abbreviations(NamedTuple):
    """Folded."""

    written_out: dict[str, str]
    standing: re.Pattern[str]
    """Where "tt" is "thường trực"."""
    standing_out: str
    """What to put there."""
    places: dict[str, str]
    """Keys of other spellings of a place."""
    place_kinds: tuple[str, ...]
    """What a place's name may lack before it."""


@lru_cache(maxsize=16384)
def phrase_key(phrase: str) -> str:
    """Key under which two spellings of one title or organ are equal.

    Folded, dashes and doubled spaces dropped, abbreviations written out (UBND, HĐND, TW, T.Ư, MTTQ, ĐBQH).
    """
    return written_out(phrase)


@lru_cache(maxsize=4096)
def place_key(place: str) -> str:
    """Key under which two spellings of one place are equal: "TP.HCM", "Thành phố Hồ Chí Minh"; "BR-VT"."""
    short = _abbreviations()
    key = phrase_key(place)
    for kind in short.place_kinds:
        key = key.removeprefix(f"{kind} ")
    return short.places.get(key, key)


def written_out(phrase: str) -> str:
    """The same of a longer text, in which the keys of phrases are looked for: nothing is remembered."""
    short = _abbreviations()
    folded = fold(phrase)
    if "tp." in folded:
        folded = _TP.sub("tp ", folded)
    if " tt" in folded:
        folded = short.standing.sub(short.standing_out, folded)
    tokens = folded.split() if folded.replace(" ", "").isalnum() else _TOKEN.findall(folded)
    return " ".join([short.written_out.get(token, token) for token in tokens])


@cache
def _abbreviations() -> _Abbreviations:
    return shipped(ABBREVIATIONS, _read)


def _read(told: Mapping[str, Mapping[str, str]]) -> _Abbreviations:
    words = told["standing"]
    standing = rf"\b({words['behind']}) tt\b|\b({words['behind_of']}) tt(?= (?:{words['of']})\b|$)"
    return _Abbreviations(
        {fold(short): fold(full) for short, full in told["abbreviations"].items()},
        re.compile(fold(standing)),
        rf"\1\2 {words['written_out']}",
        {fold(other): fold(name) for other, name in told["places"].items()},
        tuple(told["place_kinds"].values()),
    )
