"""Whether one piece spells alike: one name for one person, one way of placing tones (hòa or hoà)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from kiemtin.foundation.places import Span
from kiemtin.foundation.text import fold
from kiemtin.judging.facts.people import MentionFacts

_TONE_BEFORE = re.compile(r"(?:[òóỏõọ][ae]|(?<![qQ])[ùúủũụ]y)\b", re.I)
_TONE_AFTER = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])\b", re.I)


def two_ways_of_tones(text: str, spans: Sequence[Span]) -> tuple[Span, Span] | None:
    """The first word of the rarer way and one of the other, if both occur."""
    before = [match.span() for span in spans for match in _TONE_BEFORE.finditer(text, span.start, span.end)]
    after = [match.span() for span in spans for match in _TONE_AFTER.finditer(text, span.start, span.end)]
    if not before or not after:
        return None
    rare, common = (before, after) if len(before) < len(after) else (after, before)
    return _word(text, *rare[0]), _word(text, *common[0])


def _word(text: str, start: int, end: int) -> Span:
    while start and text[start - 1].isalpha():
        start -= 1
    return Span(start, end)


def two_names_of_one(mentions: Sequence[MentionFacts]) -> tuple[MentionFacts, MentionFacts] | None:
    """A mention whose full name is spelled otherwise than an earlier one of, it seems, the same person."""
    spelled: dict[str, MentionFacts] = {}
    for mention in mentions:
        if mention.mention.name.count(" ") and not mention.mention.foreign:
            spelled.setdefault(mention.mention.name, mention)
    for (name, first), (other, second) in combinations(spelled.items(), 2):
        if len(name.split()) != len(other.split()):
            continue
        if fold(name) == fold(other) or (
            _both_unknown(first, second) and _one_apart(fold(name), fold(other))
        ):
            return second, first
    return None


def _both_unknown(first: MentionFacts, second: MentionFacts) -> bool:
    """Two whom the roster knows are two, however alike."""
    return first.mention.official is None or second.mention.official is None


@lru_cache(maxsize=4096)
def _one_apart(left: str, right: str) -> bool:
    """One letter changed, put in or left out in a word of at least three letters, the rest alike."""
    differing = [(a, b) for a, b in zip(left.split(), right.split(), strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = sorted(differing[0], key=len)
    if len(b) < 3 or len(b) - len(a) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[at + (len(a) == len(b)) :] == b[at + 1 :]
