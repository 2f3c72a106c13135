"""Words in a text: whole, whatever their case and the place of their tones, never a part of a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kiemtin.foundation.places import Span
from kiemtin.foundation.text import fold
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.length import COUNTED
from kiemtin.judging.facts.listings import PassageFacts
from kiemtin.judging.facts.people import TitleFacts
from kiemtin.judging.values import Members, Missing, Value, Void

Worded = PassageFacts | TitleFacts | ItemFacts | str
_BOUNDS = {
    "contains": ("", ""),
    "starts_with": (r"\A[\s\"“”'‘’(\[]*", ""),
    "ends_with": ("", r"[\s\"“”'‘’)\].,;:!?…]*\Z"),
}
"""What may stand before and behind the words, by the name of the test."""


def contains(subject: Worded | Void, words: str | Members[str] | Void) -> bool | Missing:
    return _found(subject, words, "contains")


def starts_with(subject: Worded | Void, words: str | Members[str] | Void) -> bool | Missing:
    return _found(subject, words, "starts_with")


def ends_with(subject: Worded | Void, words: str | Members[str] | Void) -> bool | Missing:
    return _found(subject, words, "ends_with")


def _found(subject: Value, words: Value, test: str) -> bool | Missing:
    """What does not exist has no words."""
    for side in (subject, words):
        if isinstance(side, Missing):
            return side
    if isinstance(subject, Void) or isinstance(words, Void):
        return False
    return place_of_words(subject, words, test) is not None


def place_of_words(subject: Worded, words: str | Members[str], test: str) -> Span | None:
    """Where the words stand: in the document's text, or in the subject if that is a bare text."""
    wanted = tuple(words.elements) if isinstance(words, Members) else (words,)
    pattern = _pattern(wanted, *_BOUNDS[test])
    for start, text in _texts(subject, test):
        match = pattern.search(fold(text))
        if match is not None:
            return Span(start + match.start("words"), start + match.end("words"))
    return None


def _texts(subject: Worded, test: str) -> Sequence[tuple[int, str]]:
    if isinstance(subject, str):
        return [(0, subject)]
    if isinstance(subject, ItemFacts):
        blocks = [block for block in subject.model.blocks if block.zone in COUNTED]
        ends = {"starts_with": blocks[:1], "ends_with": blocks[-1:]}
        return [(block.start, block.span.of(subject.text)) for block in ends.get(test, blocks)]
    return [(subject.span.start, subject.wording)]


@lru_cache(maxsize=512)
def _pattern(wanted: Sequence[str], before: str, behind: str) -> re.Pattern[str]:
    ways = sorted({way for words in wanted if (way := _one(words))}, key=len, reverse=True)
    return re.compile(f"{before}(?P<words>{'|'.join(ways) or '(?!)'}){behind}")


def _one(words: str) -> str:
    """The pattern of a few words: any white space between, no letter or digit beside."""
    parts = fold(words).split()
    if not parts:
        return ""
    pattern = r"\s+".join(map(re.escape, parts))
    left = r"(?<!\w)" if re.match(r"\w", parts[0]) else ""
    right = r"(?!\w)" if re.search(r"\w$", parts[-1]) else ""
    return f"{left}{pattern}{right}"
