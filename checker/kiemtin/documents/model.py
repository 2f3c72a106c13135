"""The one model that every reader fills: a document is a text with blocks, made of one item or many.

All offsets are code points of `Document.text`, which is NFC. Places are fixed when a file is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from kiemtin.documents.keys import plain_key
from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.records import Record, aside, replace
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
    """Where a block stands in its file, 1-based: a line, a paragraph, a cell, one of a field or element."""

    kind: Literal["line", "paragraph", "cell", "field", "element"]
    index: int
    """Line, paragraph (in reading order of its part) or row."""
    column: int | None = None
    part: str = ""
    """Sheet, part of a Word file (`document`, `header1`, `footnotes`), JSON Pointer of a field (RFC 6901), or
    path of an element by local names (`/nitf/body/body.content/p[2]`)."""
    file: str = ""
    """The file, where it is another than the document's: an article that a page plan names."""


class Block(Record):
    """One paragraph, heading, caption or cell: `[start, end)` of the document's text."""

    zone: Zone
    start: int
    end: int
    origin: Origin

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class SourceKind(StrEnum):
    """Who says a value of metadata; in the order in which they are believed (docs/settings.en.md)."""

    COMMAND = "command"
    ENVIRONMENT = "environment"
    CELL = "cell"
    """The row of a rundown."""
    HEAD = "head"
    """Front matter, a table at the head, the lines above a rundown."""
    SIDE_CAR = "side-car"
    CALENDAR = "calendar"
    SETTINGS = "settings"
    PROPERTIES = "properties"
    """Of the file, as its program keeps them."""
    ORDER = "order"
    """Counted: the place of a row in its bulletin."""
    COMPUTED = "computed"
    """Added up: a start, from the first one and the lengths before it."""


class Source(Record):
    """Where a value was said: a span of the document's text, or a place in another file."""

    kind: SourceKind
    span: Span | None = None
    place: FilePlace | None = None
    words: str = ""
    """What names it, where it has neither: the option, the variable, the property."""


NO_SOURCES: Mapping[str, Source] = MappingProxyType({})


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
    genre: str | None = None
    """As the newsroom calls it: "tin", "phóng sự"."""
    form: str | None = None
    """Way of presenting: "tin ảnh", "trực tiếp", "tin tổng hợp"."""
    event_end: datetime | date | None = None
    embargo: datetime | date | None = None
    """Not to be published before."""
    shown_for: float | None = None
    """Seconds that it stays on the home page."""

    own: tuple[tuple[str, str], ...] = ()
    """Keys that no field has, with their values as written: a pack may declare them (`thông tin …`)."""
    hour: time | None = None
    """An hour of publication whose day is not said, or said elsewhere: `published` takes it up."""
    sources: Mapping[str, Source] = aside(default=NO_SOURCES, kw_only=True)
    """Who said each supplied field, as far as it is known."""

    def overridden(self, by: Metadata | None) -> Metadata:
        """This metadata with every supplied field of `by` in place of its own, and with what `by` has
        underneath (`Supplied.under`) where neither says anything."""
        if by is None:
            return self
        found = self._layered(by)
        return found.completed(by.under) if isinstance(by, Supplied) else found

    def completed(self, below: Metadata) -> Metadata:
        """This metadata with the fields of `below` that it lacks."""
        return self if below == NOTHING_SAID else below._layered(self)

    def own_value(self, key: str) -> str | None:
        """What is said of a key that is no field, compared by its `plain_key`."""
        return next((value for written, value in self.own if plain_key(written) == key), None)

    def _layered(self, by: Metadata) -> Metadata:
        given = {name: value for name in FIELDS if (value := getattr(by, name)) is not None}
        if by.own:
            nearer = {plain_key(key) for key, _ in by.own}
            given["own"] = (*by.own, *(pair for pair in self.own if plain_key(pair[0]) not in nearer))
        if not given:
            return self
        sources = {name: source for name, source in self.sources.items() if name not in given}
        sources |= {name: source for name, source in by.sources.items() if name in given}
        hour = by.hour if by.hour is not None else self.hour
        day = given.get("published", self.published)
        joined = False
        if hour is not None and day is not None:
            bare = not isinstance(day, datetime)
            if bare or (by.hour is not None and by.published is None):
                given["published"] = datetime(
                    day.year, day.month, day.day, hour.hour, hour.minute, hour.second
                )
                joined = True
            given["hour"] = None
        if given.get("hour", self.hour) is None and not joined and by.published is not None:
            sources.pop("hour", None)
        return replace(self, **given, sources=sources)

    @property
    def day(self) -> date | None:
        """The day the item is judged on."""
        published = self.published
        return published.date() if isinstance(published, datetime) else published


FIELDS = tuple(name for name in Metadata._fields if name not in {"sources", "own"})
NOTHING_SAID = Metadata()


class ItemSaid(Record):
    """What is said about one item of a bulletin; `item` is as written: `3`, `#3`, words of its headline."""

    item: str
    metadata: Metadata
    source: Source


class Supplied(Metadata):
    """What is said about a file outside of it: its own fields stand before what the file says."""

    under: Metadata = NOTHING_SAID
    """What stands where the file says nothing."""
    items: tuple[ItemSaid, ...] = ()
    """About single items, before what their rows say; the first that says something about a field counts."""
    items_under: tuple[ItemSaid, ...] = ()
    headings: Mapping[str, str] = MappingProxyType({})
    """Headings of columns of this newsroom (as `plain_key` writes them), and which of ours each means."""
    sites: tuple[str, ...] = ()
    """Files of profiles of home pages."""


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
    file: str | None = None
    """The file that holds the text of the item, as a page plan names it."""

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
