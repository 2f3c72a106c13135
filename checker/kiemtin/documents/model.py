"""The one model that every reader fills: a document is a text with blocks, made of one item or many.

All offsets are code points of `Document.text`, which is NFC. Places are fixed when a file is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from kiemtin.foundation.places import Span
from kiemtin.foundation.records import Record, replace
from kiemtin.foundation.text import NormalizedText


class Zone(StrEnum):
    """Which part of an item a block is."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    GRAPHIC = "graphic"
    """Words on the screen (names and titles of speakers, crawls): searched for people, never counted."""
    CUE = "cue"
    """Technical cues of a script: read by nobody aloud, never searched for people."""
    METADATA = "metadata"
    """Front matter and headers of columns: never searched for people."""


class Medium(StrEnum):
    PRINT = "print"
    ONLINE = "online"
    RADIO = "radio"
    TELEVISION = "television"


Revisions = Literal["accepted", "original"]
"""Whether tracked changes of a Word file are read as accepted or as if they had never been made."""


class Origin(Record):
    """Where a block stands in its file, 1-based: a line, a cell, or a paragraph of something."""

    kind: Literal["line", "paragraph", "cell", "field", "element"]
    index: int
    """Line, paragraph (in reading order of its part) or row."""
    column: int | None = None
    part: str = ""
    """Sheet, part of a Word file (`document`, `header1`, `footnotes`), JSON Pointer of a field (RFC 6901), or
    path of an element by local names (`/nitf/body/body.content/p[2]`)."""


class Block(Record):
    """One paragraph, heading, caption or cell: `[start, end)` of the document's text."""

    zone: Zone
    start: int
    end: int
    origin: Origin

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Metadata(Record):
    """What is said about an item beside its text; None is *not supplied*, never a default."""

    outlet: str | None = None
    medium: Medium | None = None
    published: datetime | date | None = None
    """A `datetime` only if the hour was given."""
    event_time: datetime | date | None = None
    event: str | None = None
    """Kind of event, as the pack names it: "đại hội", "kỳ họp HĐND"."""
    page: int | None = None
    section: str | None = None
    position: int | None = None
    """1-based place on its page or in its list."""
    duration: float | None = None
    """Seconds."""
    photos: int | None = None
    programme: str | None = None
    """Name of the bulletin or edition: "Thời sự 19h"."""

    def overridden(self, by: Metadata | None) -> Metadata:
        """This metadata with every supplied field of `by` in place of its own."""
        if by is None:
            return self
        given = {name: value for name in by._fields if (value := getattr(by, name)) is not None}
        return replace(self, **given)

    @property
    def day(self) -> date | None:
        """The day the item is judged on."""
        published = self.published
        return published.date() if isinstance(published, datetime) else published


class Timing(Record):
    """One stated length of an item; `metadata.duration` is the actual one, else the planned one."""

    kind: Literal["planned", "actual"]
    seconds: float
    origin: Origin


class Item(Record):
    """One piece: a run of the document's blocks and what is said about it."""

    blocks: tuple[Block, ...]
    metadata: Metadata
    number: str | None = None
    """The printed number of a rundown row, as written."""
    block: str | None = None
    """The part of the bulletin that the item stands in, as headed there: "Trong tỉnh"; None where unknown."""
    timings: tuple[Timing, ...] = ()

    @property
    def span(self) -> Span:
        if not self.blocks:
            return Span(0, 0)
        return Span(self.blocks[0].start, self.blocks[-1].end)


class Note(Record):
    """Something the reader wants said: a message id with arguments, and where."""

    code: str
    arguments: Mapping[str, object] = MappingProxyType({})
    span: Span | None = None
    unread: bool = False
    """Whether it tells of content that was met and not read: what was not read is not passed."""


class Document(Record):
    """What was read from one file.

    `kind` is `item` (exactly one item) or `bulletin` (items in the order of presentation; those marked
    as dropped from the bulletin are not among them and have a note). `text` is what a reader sees: without
    markup, with paragraphs unwrapped; `source` leads its offsets back where the file is plain text.
    `metadata` of a bulletin is the bulletin's own.
    """

    path: str
    kind: Literal["item", "bulletin"]
    text: str
    items: tuple[Item, ...]
    metadata: Metadata
    source: NormalizedText | None = None
    notes: tuple[Note, ...] = ()
    sha256: str = ""

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(block for item in self.items for block in item.blocks)
