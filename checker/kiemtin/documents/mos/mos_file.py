"""From MOS messages to a bulletin: one file with one or several messages, or a zip of them.

Messages are replayed by their number where all have one, else as they stand. Lengths: what an editorial
system puts into its payload (`StoryDuration`, else `TextTime` and `MediaTime`, in seconds), else the sum of
the items' (`itemEdDur` by `objTB`) where all have one. Nothing else is stated: it stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kiemtin.documents.decoding import declared
from kiemtin.documents.exchange.bulletins import inherited, said
from kiemtin.documents.exchange.pieces import Source, moment
from kiemtin.documents.exchange.xml_tree import Element, children, find, name_of, parse, words
from kiemtin.documents.model import Block, Document, Item, Metadata, Note, Origin, SourceKind, Timing, Zone
from kiemtin.documents.model import Source as ValueSource
from kiemtin.documents.mos.running_order import BEGINNINGS, CHANGES, Entry, RunningOrder, apply, begin
from kiemtin.documents.packages import Package
from kiemtin.documents.segmentation import segment
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.text import normalize

_SPOKEN = frozenset({"p"})
_CUES = frozenset({"pi", "storyPresenter", "storyPresenterRR"})


class Message(NamedTuple):
    """`number` is its messageID, None if it has none; `change` the element that says what it does."""

    place: str
    number: int | None
    change: Element


def is_mos(data: bytes) -> bool:
    return re.search(rb"<\s*mos[\s>]", data[:4000].replace(b"\0", b"")) is not None


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """Raises DocumentError."""
    source = Source(path, overrides, sha256(data).hexdigest())
    messages = list(_of_zip(data, source) if data.startswith(b"PK") else _of_file(data, path, source))
    if messages and all(each.number is not None for each in messages):
        messages.sort(key=lambda each: each.number or 0)
    order: RunningOrder | None = None
    early = 0
    last = None
    for each in messages:
        if order is None:
            if name_of(each.change) in BEGINNINGS:
                order, last = begin(each.change), each
            else:
                early += 1
            continue
        if (_text(each.change, "roID") or order.id) == order.id:
            order, last = apply(order, each.change), each
    if order is None and len(messages) == 1 and name_of(messages[0].change) == "roStorySend":
        last, early = messages[0], 0  # one story, sent alone
        story = Entry(_text(last.change, "storyID"), last.change, (), last.change)
        order = RunningOrder(_text(last.change, "roID"), last.change, (story,))
    if order is None or last is None:
        raise source.refused("mos-no-running-order")
    return _document(order, last, early, len(messages), source)


def _of_zip(data: bytes, source: Source) -> Iterator[Message]:
    package = Package(data, source.path)
    for name in sorted(package.names):
        content = package.read(name) if not name.endswith("/") else b""
        if is_mos(content):
            yield from _of_file(content, name, source)


def _of_file(data: bytes, place: str, source: Source) -> Iterator[Message]:
    """The messages of a file, which may hold one after the other without a root around them."""
    for part in _parts(declared(data, source.path)):
        root = parse(part, source)
        if name_of(root) != "mos":
            continue
        number = words(find(root, "messageID"))
        change = next((child for child, name, _ in children(root, "") if name in CHANGES), None)
        if change is not None:
            yield Message(place, int(number) if number.isdecimal() and len(number) < 12 else None, change)


def _parts(data: bytes) -> Iterator[bytes]:
    starts = [match.start() for match in re.finditer(rb"(?:<\?xml[^>]*\?>\s*)?<mos[\s>]", data)]
    if len(starts) < 2:
        yield data
        return
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        yield data[start:end].strip()


def _document(order: RunningOrder, last: Message, early: int, count: int, source: Source) -> Document:
    told = _text(order.head, "roEdStart")
    start = moment(source, told, "roEdStart") if told else None
    bulletin = Metadata(published=start, programme=_text(order.head, "roSlug") or None)
    bulletin = bulletin.overridden(source.overrides)
    texts: list[str] = []
    items: list[Item] = []
    at = 0

    def add(words_: str, zone: Zone, place: str, blocks: list[Block]) -> None:
        nonlocal at
        text = " ".join(normalize(words_).text.split())
        if text:
            blocks.append(Block(zone, at, at + len(text), Origin("element", 1, None, place)))
            texts.append(text)
            at += len(text) + 1

    for number, story in enumerate(order.stories, start=1):
        blocks: list[Block] = []
        place = f"/mos/{name_of(order.head)}/story[{number}]"
        add(_text(story.element, "storySlug"), Zone.HEADLINE, f"{place}/storySlug", blocks)
        for words_, zone, inner in _spoken(story):
            add(words_, zone, f"{place}{inner}", blocks)
        seconds = _seconds(story)
        timings = (
            (Timing("planned", seconds, Origin("element", 1, None, place)),) if seconds is not None else ()
        )
        metadata = Metadata(
            duration=seconds, position=number, sources={"position": ValueSource(SourceKind.ORDER)}
        )
        metadata = inherited(metadata, bulletin, source.overrides)
        printed = _text(story.element, "storyNum") or None
        text = "\n".join(texts)
        items.append(Item(segment(text, blocks), metadata, printed, None, timings))
    if not any(item.blocks for item in items):
        raise source.refused("document-empty")
    whole = "\n".join(texts)
    return Document(
        source.path,
        "bulletin",
        whole,
        said(items, whole, source),
        bulletin,
        None,
        _notes(order, last, early, count),
        source.digest,
    )


def _notes(order: RunningOrder, last: Message, early: int, count: int) -> tuple[Note, ...]:
    number = "?" if last.number is None else str(last.number)
    notes = [Note("mos-last-message", {"n": count, "number": number, "kind": name_of(last.change)})]
    if early:
        notes.append(Note("mos-early-messages", {"n": early}, unread=True))
    if order.unknown:
        listed = ", ".join(dict.fromkeys(filter(None, order.unknown)))[:200]
        notes.append(Note("mos-unknown-id", {"ids": listed}, unread=True))
    if order.deleted:
        notes.append(Note("mos-deleted"))
    if order.stories and not any(_spoken(story) for story in order.stories):
        notes.append(Note("mos-no-text", unread=True))
    return tuple(notes)


def _spoken(story: Entry) -> list[tuple[str, Zone, str]]:
    """The paragraphs of a story: of the text that was sent for it, else those that stand in it."""
    root = story.element if story.body is None else find(story.body, "storyBody")
    found = []
    if root is not None:
        for child, name, place in children(root, ""):
            if name in _SPOKEN:
                found.append((words(child), Zone.BODY, place))
            elif name in _CUES:
                found.append((words(child), Zone.CUE, place))
    return found


def _seconds(story: Entry) -> float | None:
    for element in (story.body, story.element):
        if element is None:
            continue
        payload = _payload(element)
        stated = _number(payload.get("StoryDuration"))
        if stated:
            return stated
        parts = [_number(payload.get(name)) for name in ("TextTime", "MediaTime")]
        if any(part is not None for part in parts):
            total = sum(part or 0.0 for part in parts)
            if total > 0:
                return total
    return _of_items(story.items)


def _of_items(items: Sequence[Entry]) -> float | None:
    total = 0.0
    for item in items:
        length = _number(_text(item.element, "itemEdDur"))
        base = _number(_text(item.element, "objTB"))
        if not length or not base:
            return None
        total += length / base
    return total or None


def _payload(element: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for child, name, _ in children(element, ""):
        payload = find(child, "mosPayload") if name == "mosExternalMetadata" else None
        if payload is not None:
            for inner, inner_name, _ in children(payload, ""):
                found.setdefault(inner_name, words(inner))
    return found


def _number(told: str | None) -> float | None:
    """A decimal of at most nine figures, None for anything else."""
    return float(told) if told and re.fullmatch(r"\d{1,9}(?:\.\d{1,6})?", told) else None


def _text(element: Element, name: str) -> str:
    return words(find(element, name))
