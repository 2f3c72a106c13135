"""The types of the language: numbers with units, dates, ranks, and the things of the model."""

from __future__ import annotations

from typing import NamedTuple


class Type(NamedTuple):
    """A type by its canonical name; `element` is the type of a collection's elements."""

    name: str
    element: Type | None = None


TRUTH = Type("truth")
NUMBER = Type("number")
SYLLABLES = Type("syllables")
WORDS = Type("words")
CHARACTERS = Type("characters")
SPEECH_RATE = Type("speech_rate")
"""Syllables in a time: by it a text becomes a running time, and a time a length of text."""
DURATION = Type("duration")
LENGTH = Type("length")
"""An item's length in whatever unit it is compared with: chữ, từ or giây."""
DATE = Type("date")
MOMENT = Type("moment")
RANK = Type("rank")
TEXT = Type("text")
SHARE = Type("share")

ITEM = Type("item")
BULLETIN = Type("bulletin")
BLOCK = Type("block")
"""A part of a bulletin under a heading of its own: news of the province, of the country, of the world."""
LISTING = Type("listing")
GROUP = Type("group")
OFFICIAL = Type("official")
MENTION = Type("mention")
TITLE = Type("title")
PASSAGE = Type("passage")
"""A headline, lead, caption or paragraph: a stretch of an item."""
ORGAN = Type("organ")
"""An organ or a place that the text names, without a person."""
ORGAN_ROW = Type("organ_row")
"""Three organs and more that stand one after another."""
ROSTER = Type("roster")
PRECEDENCE = Type("precedence")


SAME = Type("same")
"""As the argument of a predicate: whatever its subject is."""
AMONG = Type("among")
"""As the argument of a predicate: several of what its subject is."""


def collection(element: Type) -> Type:
    return Type("collection", element)
