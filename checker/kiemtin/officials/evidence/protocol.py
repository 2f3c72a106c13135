"""Whether a list of people is one of protocol: those who attend, preside, accompany.

    Dự hội nghị có các đồng chí: A, X; B, Y         announced
    A, X và B, Y dự hội nghị                        announced behind
    Từ trái qua: A, B, C                            an order of places
    A, X và B, Y bị kỷ luật                         no protocol
    Trước Chủ tịch Quốc hội A và Thủ tướng B, ông   a sentence's own

An order is wrong only in a list of protocol.
"""

from __future__ import annotations

import re
from enum import StrEnum

from kiemtin.foundation.places import Span
from kiemtin.foundation.records import Record
from kiemtin.officials.evidence.phrases_told import PhrasesTold
from kiemtin.officials.evidence.time_told import sentence_of

_BEFORE = 160
"""From what announces a list to its first member, at the most."""
_MARKS = re.compile(r"(?:\s|[-–•*+]|\d{1,2}[.)])+$")
"""Before the first member: line breaks, bullets, numbers."""
_RIGHT_BEFORE = 24
"""From such a word to the first member: an address, the mark of an item."""


class ListKind(StrEnum):
    """Of what order a list is."""

    PROTOCOL = "protocol"
    OTHER_ORDER = "other-order"
    """Of places, of names, of papers to sign."""
    NO_ORDER = "no-order"
    """Of the accused, the disciplined."""
    UNSAID = "unsaid"
    """Nothing announces it: the subject or object of a sentence."""


class ListTold(Record):
    """`words` are those that say so, None if none do."""

    kind: ListKind
    words: Span | None = None


def list_told(phrases: PhrasesTold, text: str, listing: Span, heading: Span | None) -> ListTold:
    """Of what order the list at `listing` is; `heading` is what opens it, if anything does."""
    start, end = sentence_of(text, listing.start, listing.end)
    if heading is not None:
        start = min(start, sentence_of(text, heading.start, heading.end)[0])
    for kind, name, low, high in (
        (ListKind.NO_ORDER, "said_discipline", start, end),
        (ListKind.OTHER_ORDER, "said_other_orders", start, listing.start),
    ):
        found = phrases.first(name, text, low, high)
        if found is not None:
            return ListTold(kind, found)
    signing = phrases.begins("said_signing", text, listing.end)
    if signing is not None:
        return ListTold(ListKind.OTHER_ORDER, signing)
    if heading is not None and _announces(phrases, text, heading, listing):
        return ListTold(ListKind.PROTOCOL, heading)
    above = _MARKS.sub("", text[max(0, start - _BEFORE) : start])
    if above.endswith(":"):  # the list begins on a line of its own
        end_above = max(0, start - _BEFORE) + len(above)
        start = sentence_of(text, end_above - 1, end_above)[0]
    opened = phrases.last("said_opening", text, max(start, listing.start - _RIGHT_BEFORE), listing.start)
    if opened is not None:
        return ListTold(ListKind.PROTOCOL, opened)
    before = phrases.last("said_announcing", text, max(start, listing.start - _BEFORE), listing.start)
    if before is not None:
        return ListTold(ListKind.PROTOCOL, before)
    behind = phrases.begins("said_announcing", text, listing.end)
    return ListTold(ListKind.UNSAID) if behind is None else ListTold(ListKind.PROTOCOL, behind)


def _announces(phrases: PhrasesTold, text: str, heading: Span, listing: Span) -> bool:
    """Whether a heading opens a list, and is no part of a sentence ("các lãnh đạo như A, B")."""
    if text[: listing.start].rstrip(" -–\n").endswith(":"):
        return True
    return any(
        phrases.first(name, text, heading.start, listing.start) is not None
        for name in ("said_announcing", "said_opening")
    )
