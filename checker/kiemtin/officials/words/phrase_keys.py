"""The form under which phrases of titles compare equal: folded, abbreviations written out."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kiemtin.foundation.cache import cached, content_key
from kiemtin.foundation.text import fold
from kiemtin.officials.words.word_files import ABBREVIATIONS, WordFiles, vocabulary_folder

_TOKEN = re.compile(r"t\.[ưw](?![^\W\d_])|[^\W_]+(?:[&.](?=[^\W_])[^\W_]+)*|[,;]|&")
_TP = re.compile(r"\btp\.")


class _Abbreviations(NamedTuple):
    """Folded."""

    written_out: dict[str, str]
    standing: re.Pattern[str]
    """Where "tt" is "thường trực"."""
    standing_out: str
    """What to put there."""


@lru_cache(maxsize=16384)
def phrase_key(phrase: str) -> str:
    """Key under which two spellings of one title or organ are equal.

    Folded, dashes and doubled spaces dropped, abbreviations written out (UBND, HĐND, TW, T.Ư, MTTQ, ĐBQH).
    """
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
    """Of the shipped vocabulary, from the cache if its file is unchanged."""
    folder = vocabulary_folder()
    content = (folder / ABBREVIATIONS).read_bytes()

    def read() -> _Abbreviations:
        told = WordFiles(folder, {ABBREVIATIONS: content}).read(ABBREVIATIONS)
        words = told["standing"]
        standing = fold(rf"\b({words['behind']}) tt\b|\b({words['behind_of']}) tt(?= (?:{words['of']})\b|$)")
        return _Abbreviations(
            {fold(short): fold(full) for short, full in told["abbreviations"].items()},
            re.compile(standing),
            rf"\1\2 {words['written_out']}",
        )

    return cached("abbreviations", content_key([content]), read)
