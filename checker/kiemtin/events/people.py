"""Who is announced in the cells of a calendar: names with their titles, read as any text is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from kiemtin.documents.model import Block, Document, Item, Metadata, Origin, Zone
from kiemtin.events.model import Event
from kiemtin.foundation.text import text_key
from kiemtin.officials.model import Recognition, Title, TitleKind

Recognise = Callable[[Document], Recognition]

_PARTED = re.compile(r"[;\n]|,(?=\s)|\s[-–—]\s|\s+và\s+|:\s|\(|\)")
_HONORIFIC = re.compile(r"^(?:(?:các\s+)?(?:đồng chí|đ/c|ông|bà|mr|ms)\.?\s+)+", re.I)
_MOST = 60
"""People of one event that are looked at."""


class Announced(NamedTuple):
    name: str
    key: str
    official: str | None
    titles: tuple[Title, ...]
    leads: bool
    """Whether it stands among those who lead."""


class Announcements:
    """The people of events, each read once."""

    def __init__(self, recognise: Recognise) -> None:
        self._recognise = recognise
        self._known: dict[Event, tuple[Announced, ...]] = {}

    def of(self, event: Event) -> tuple[Announced, ...]:
        if event not in self._known:
            found: dict[str, Announced] = {}
            for words, leads in ((event.leaders, True), (event.guests, False)):
                for each in self._read(words, event.first_day, leads=leads):
                    found.setdefault(each.key, each)
            self._known[event] = tuple(found.values())[:_MOST]
        return self._known[event]

    def _read(self, words: str, day: date, *, leads: bool) -> list[Announced]:
        if not words.strip():
            return []
        mentions = self._recognise(_as_document(words, day)).mentions
        found = [
            Announced(
                mention.person,
                text_key(mention.person),
                mention.official,
                tuple(title for title in mention.titles if title.kind is TitleKind.OFFICE),
                leads,
            )
            for mention in mentions
        ]
        taken = [(mention.start, mention.end) for mention in mentions]
        at = 0
        for part in _PARTED.split(words):
            start = words.index(part, at) if part else at
            at = start + len(part)
            name = _HONORIFIC.sub("", part.strip())
            if _looks_like_name(name) and not any(s < at and start < e for s, e in taken):
                found.append(Announced(name, text_key(name), None, (), leads))
        return found


def _looks_like_name(words: str) -> bool:
    """Two to five words with capitals: what a cell holds beside its titles."""
    parts = words.split()
    return 2 <= len(parts) <= 5 and all(part[0].isupper() and not part.isupper() for part in parts)


def _as_document(words: str, day: date) -> Document:
    metadata = Metadata(published=day)
    block = Block(Zone.BODY, 0, len(words), Origin("line", 1))
    return Document("", "item", words, (Item((block,), metadata),), metadata)
