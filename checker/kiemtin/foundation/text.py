"""Unicode: NFC inside with a way back to the source; foldings under which Vietnamese compares equal."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kiemtin.foundation.records import Record

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


Edit = tuple[int, int, str]
"""What stands at `[start, end)` of a text, and what is read for it."""


class NormalizedText(Record):
    """A text as it is read, NFC, and where its pieces stood in the source.

    `inner` and `outer` are equally long ascending offsets: from `inner[i]` on, text and source run in
    step beginning at `outer[i]`. Text that is the source's has a single pair (0, 0). `original` is the
    source where the text has other lines than that: without markup, its paragraphs unwrapped.
    """

    text: str
    inner: tuple[int, ...] = (0,)
    outer: tuple[int, ...] = (0,)
    original: str | None = None

    def source_offset(self, offset: int) -> int:
        """Where in the source the character at `offset` begins."""
        at = bisect_right(self.inner, offset) - 1
        outer = self.outer[at] + offset - self.inner[at]
        # Inside a cluster that NFC made longer, no further than its end in the source.
        return min(outer, self.outer[at + 1]) if at + 1 < len(self.outer) else outer

    def source_end(self, offset: int) -> int:
        """Where in the source the character before `offset` ends: what is left out behind it stays out."""
        at = bisect_left(self.inner, offset)
        return (
            self.outer[at]
            if at < len(self.inner) and self.inner[at] == offset
            else self.source_offset(offset)
        )

    def edited(self, edits: Iterable[Edit], original: str) -> NormalizedText:
        """The text with these edits, leading back to its source; one that lies in another is dropped."""
        pieces: list[str] = []
        inner: list[int] = []
        outer: list[int] = []
        done = size = own = 0

        def copy(end: int) -> None:
            nonlocal done, size, own
            while own < len(self.inner) and self.inner[own] <= end:
                inner.append(size + self.inner[own] - done)
                outer.append(self.outer[own])
                own += 1
            pieces.append(self.text[done:end])
            size += end - done
            done = end

        for start, end, words in sorted(edits):
            if start < done:
                continue
            copy(start)
            inner.append(size)
            outer.append(self.source_end(start))
            pieces.append(words)
            size += len(words)
            inner.append(size)
            outer.append(self.source_offset(end))
            done = end
            while own < len(self.inner) and self.inner[own] <= end:
                own += 1
        copy(len(self.text))
        return NormalizedText("".join(pieces), tuple(inner), tuple(outer), original)


def normalize(source: str) -> NormalizedText:
    """NFC of `source`; break points are kept only where the two texts are out of step."""
    crowded = len(source) > _LONG and _crowd().search(source) is not None
    if not crowded and unicodedata.is_normalized("NFC", source):
        return NormalizedText(source)
    pieces: list[str] = []
    inner, outer = [0], [0]
    length = 0
    for match in _clusters().finditer(source):
        cluster = match.group()
        composed = unicodedata.normalize("NFC", cluster) if len(cluster) <= _CROWD else _in_parts(cluster)
        pieces.append(composed)
        length += len(composed)
        if len(composed) != len(cluster):
            inner.append(length)
            outer.append(match.end())
    return NormalizedText("".join(pieces), tuple(inner), tuple(outer))


_LONG = 20_000
_CROWD = 100
"""Composing takes the square of the number of marks in a row; no language needs so many."""


def _in_parts(cluster: str) -> str:
    parts = [cluster[at : at + _CROWD] for at in range(0, len(cluster), _CROWD)]
    return "".join([unicodedata.normalize("NFC", part) for part in parts])


# Characters before which NFC never joins anything, and which NFC leaves one code point: Latin, Greek,
# Cyrillic, punctuation, symbols, Chinese characters, Hangul syllables, emoji. Whatever else follows one
# (marks, but also letters of scripts that are of no concern here) forms a cluster with it.
_SAFE = (
    "\x00-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2000-\u20cf\u2100-\u2adb\u3001-\u3029"
    "\u4e00-\u9fff\uac00-\ud7a3\U0001f000-\U0001faff"
)


@cache
def _clusters() -> re.Pattern[str]:
    """Compiled when the first text needs it: 8 ms, and most texts are NFC."""
    return re.compile(f"[{_SAFE}]+(?![^{_SAFE}])|[{_SAFE}]?[^{_SAFE}]+")


@cache
def _crowd() -> re.Pattern[str]:
    return re.compile(f"[^{_SAFE}]{{{_CROWD}}}")


_ACTING = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


@cache
def acting() -> re.Pattern[str]:
    """What acts on a terminal, turns the direction of a line, or is half of a pair: no text needs it."""
    return re.compile(_ACTING)


# Letters of other alphabets that look Vietnamese or Latin, one code point to one.
_LOOK_ALIKES = str.maketrans(
    {
        "а": "a", "А": "A", "В": "B", "с": "c", "С": "C", "ԁ": "d", "е": "e", "Е": "E", "һ": "h", "Н": "H",
        "і": "i", "І": "I", "К": "K", "к": "k", "М": "M", "о": "o", "О": "O", "р": "p", "Р": "P", "ѕ": "s",
        "Ѕ": "S", "Т": "T", "у": "y", "У": "Y", "х": "x", "Х": "X", "ð": "đ", "Ð": "Đ", "Ɖ": "Đ", "ɖ": "đ",
        "ο": "o", "Ο": "O", "Α": "A", "Β": "B", "Ε": "E", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N",
        "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "Ζ": "Z", "ν": "v", "κ": "k", "ι": "i", "ρ": "p",
        "υ": "u", "χ": "x", "ј": "j", "Ј": "J", "ԛ": "q", "ѵ": "v", "ɡ": "g", "ɑ": "a", "ı": "i",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ",
        "\u2007": " ", "\u3000": " ",
        "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u2012": "–", "\u2015": "–",
        "\u02bc": "'", "\u2032": "'",
        "，": ",", "；": ";", "：": ":", "（": "(", "）": ")",
    }
)  # fmt: skip

_TONE_PLACES = {
    old + end: base + new
    for base, olds in (("o", "òóỏõọ"), ("u", "ùúủũụ"))
    for end, news in (("a", "àáảãạ"), ("e", "èéẻẽẹ"), ("y", "ỳýỷỹỵ"))
    if (base, end) not in {("u", "a"), ("u", "e")}
    for old, new in zip(olds, news, strict=True)
}
_TONE_PLACE = re.compile("|".join(_TONE_PLACES))
_Y_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
_FINAL_Y = re.compile(r"[yỳýỷỹỵ](?:(?<=[bcdđghklmnprstvx].)|(?<=\bqu.))\b")
_LOOK_ALIKE = re.compile(f"[{''.join(map(chr, _LOOK_ALIKES))}]")


def unify_letters(text: str) -> str:
    """`text` with look-alike letters and odd spaces replaced; same length."""
    if text.isascii() or _LOOK_ALIKE.search(text) is None:
        return text
    return text.translate(_LOOK_ALIKES)


# Syllables that are spelled both ways, and the way of the vocabulary.
_SYLLABLES = {"kĩ": "kỹ", "kí": "ký", "kì": "kỳ", "lí": "lý", "mĩ": "mỹ", "quí": "quý", "sỹ": "sĩ"}


@cache
def odd_spellings() -> Mapping[str, str]:
    """What `level` may replace, with its replacement: a syllable, the end of one, or a single character.

    Text that holds none of them is level. A syllable or an end counts only where no letter follows.
    """
    usual = {new: old for old, new in _TONE_PLACES.items()} | _SYLLABLES
    spellings = {
        cased(odd): cased(same) for odd, same in usual.items() for cased in (str, str.capitalize, str.upper)
    }
    return spellings | {chr(odd): str(same) for odd, same in _LOOK_ALIKES.items()}


@cache
def _levelling() -> tuple[AhoCorasick, tuple[str, ...]]:
    """Finds what `level` may replace; what is found."""
    from ahocorasick_rs import AhoCorasick

    spellings = tuple(odd_spellings())
    return AhoCorasick(spellings), spellings


def level(text: str) -> str:
    """`text` spelled as vocabulary and code are: same length, `text` itself if nothing needs to change.

    Look-alikes unified; the tone of an open syllable on its first vowel (hòa, ủy; quý, khuỷu, hoàn stay);
    whole syllables kỹ, ký, kỳ, lý, mỹ, quý with y, sĩ with i. Expects NFC.
    """
    if text.isascii():
        return text
    automaton, spellings = _levelling()
    found = automaton.find_matches_as_indexes(text)
    if any(len(spellings[index]) == 1 for index, _, _ in found):
        text = unify_letters(text)
        found = automaton.find_matches_as_indexes(text)
    return level_at(text, ((spellings[index], start, end) for index, start, end in found))


def level_at(text: str, odd: Iterable[tuple[str, int, int]]) -> str:
    """As `level`, where whoever searched found these syllables of `odd_spellings` and no single character."""
    usual = odd_spellings()
    pieces: list[str] = []
    done = 0
    for spelling, start, end in odd:
        if text[end : end + 1].isalpha():
            continue
        before = text[start - 1 : start]
        if before.isalpha() if spelling.lower() in _SYLLABLES else before in {"q", "Q"}:
            continue
        pieces += (text[done:start], usual[spelling])
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def fold(text: str) -> str:
    """The form under which spellings of one NFC text compare equal; same length as `text`.

    Lower case; look-alikes unified; tone on the second vowel (hòa = hoà, ủy = uỷ); final y as i
    (kỹ = kĩ, Lý = Lí, Quý = Quí).
    """
    text = unify_letters(text)
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join([c if len(c) == 1 else c[0] for c in map(str.lower, text)])
    toned = _TONE_PLACE.sub(lambda match: _TONE_PLACES[match.group()], lowered)
    return _FINAL_Y.sub(lambda match: match.group().translate(_Y_TO_I), toned)


@lru_cache(maxsize=8192)
def text_key(text: str) -> str:
    """Under which two texts are equal: case, place of tones and width of spaces do not matter."""
    return " ".join(fold(text).split())


@lru_cache(maxsize=16384)
def strip_tones(text: str) -> str:
    """`text` without tones and marks (đ as d), lower case: for did-you-mean, never for judging."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
