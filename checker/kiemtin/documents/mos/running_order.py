"""A running order as messages leave it: stories in their order, each with its items and its text.

Immutable: a message gives a new one. What a message refers to and is not there changes nothing and is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kiemtin.documents.exchange.xml_tree import Element, children, find, name_of, words
from kiemtin.foundation.records import Record, replace


class Entry(Record):
    """A story or an item: its id and the element that told it last."""

    id: str
    element: Any
    items: tuple[Entry, ...] = ()
    body: Any = None
    """The element of `roStorySend` that holds its text, None if none came."""


class RunningOrder(Record):
    """`unknown`: ids that messages refer to though nothing of that id is there, in their order."""

    id: str
    head: Any
    """The element with slug, channel and times."""
    stories: tuple[Entry, ...] = ()
    deleted: bool = False
    unknown: tuple[str, ...] = ()


Entries = tuple[Entry, ...]


def begin(element: Element) -> RunningOrder:
    """`roCreate`, `roReplace`, `roList`: a whole running order."""
    stories = tuple(story_of(child) for child, name, _ in children(element, "") if name == "story")
    return RunningOrder(_text(element, "roID"), element, stories)


def story_of(element: Element) -> Entry:
    items = tuple(_item(child) for child, name, _ in children(element, "") if name == "item")
    return Entry(_text(element, "storyID"), element, items)


def _item(element: Element) -> Entry:
    return Entry(_text(element, "itemID"), element)


def apply(order: RunningOrder, message: Element) -> RunningOrder:
    """What the message (`roStoryMove` …) leaves; messages that change no order leave it as it is."""
    change = _CHANGES.get(name_of(message))
    return order if change is None else change(order, message)


# Changes of rows, the same for stories and for items


def inserted(rows: Entries, before: str, new: Sequence[Entry]) -> Entries:
    """`new` before the one of id `before`; at the end if that is empty. Raises LookupError."""
    at = len(rows) if not before else _index(rows, before)
    return (*rows[:at], *new, *rows[at:])


def replaced(rows: Entries, old: str, new: Sequence[Entry]) -> Entries:
    at = _index(rows, old)
    return (*rows[:at], *new, *rows[at + 1 :])


def moved(rows: Entries, before: str, ids: Sequence[str]) -> Entries:
    """Those of `ids`, in their order, before another (or at the end). Raises LookupError."""
    taken = [rows[_index(rows, each)] for each in ids]
    rest = tuple(row for row in rows if row not in taken)
    return inserted(rest, before, taken)


def swapped(rows: Entries, one: str, other: str) -> Entries:
    first, second = _index(rows, one), _index(rows, other)
    changed = list(rows)
    changed[first], changed[second] = changed[second], changed[first]
    return tuple(changed)


def deleted(rows: Entries, ids: Sequence[str]) -> Entries:
    for each in ids:
        rows = replaced(rows, each, ())
    return rows


def _index(rows: Entries, wanted: str) -> int:
    found = next((at for at, row in enumerate(rows) if row.id == wanted), None)
    if found is None:
        raise LookupError(wanted)
    return found


# Messages


def _changing(order: RunningOrder, change: Callable[[Entries], Entries]) -> RunningOrder:
    try:
        return replace(order, stories=change(order.stories))
    except LookupError as error:
        return replace(order, unknown=(*order.unknown, str(error.args[0])))


def _within(order: RunningOrder, story: str, change: Callable[[Entries], Entries]) -> RunningOrder:
    """A change of the items of one story."""

    def changed(rows: Entries) -> Entries:
        at = _index(rows, story)
        return (*rows[:at], replace(rows[at], items=change(rows[at].items)), *rows[at + 1 :])

    return _changing(order, changed)


def _stories(message: Element) -> list[Entry]:
    return [story_of(child) for child, name, _ in children(message, "") if name == "story"]


def _items(message: Element) -> list[Entry]:
    return [_item(child) for child, name, _ in children(message, "") if name == "item"]


def _ids(message: Element | None, name: str) -> list[str]:
    if message is None:
        return []
    return [words(child) for child, each, _ in children(message, "") if each == name]


def _text(element: Element | None, name: str) -> str:
    return words(find(element, name))


def _target(message: Element, name: str) -> str:
    return next(iter(_ids(message, name)), "")


def _story_move(order: RunningOrder, message: Element) -> RunningOrder:
    ids = _ids(message, "storyID")
    return _changing(order, lambda rows: moved(rows, "".join(ids[1:2]), ids[:1]))


def _story_move_multiple(order: RunningOrder, message: Element) -> RunningOrder:
    *ids, before = _ids(message, "storyID") or [""]
    return _changing(order, lambda rows: moved(rows, before, ids))


def _story_send(order: RunningOrder, message: Element) -> RunningOrder:
    def changed(rows: Entries) -> Entries:
        at = _index(rows, _text(message, "storyID"))
        return (*rows[:at], replace(rows[at], body=message), *rows[at + 1 :])

    return _changing(order, changed)


def _item_move_multiple(order: RunningOrder, message: Element) -> RunningOrder:
    *ids, before = _ids(message, "itemID") or [""]
    return _within(order, _target(message, "storyID"), lambda rows: moved(rows, before, ids))


def _element_action(order: RunningOrder, message: Element) -> RunningOrder:
    """`roElementAction`: its operation, on what `element_target` and `element_source` name."""
    operation = (message.get("operation") or "").upper()
    target, source = find(message, "element_target"), find(message, "element_source")
    story, item = _text(target, "storyID"), _text(target, "itemID")
    ids = _ids(source, "itemID")
    entries = [] if source is None else _items(source)
    if ids or entries or item or (target is not None and find(target, "itemID") is not None):
        return _within(order, story, _operation(operation, item, ids, entries))
    ids = _ids(source, "storyID")
    entries = [] if source is None else _stories(source)
    return _changing(order, _operation(operation, story, ids, entries))


def _operation(
    operation: str, target: str, ids: Sequence[str], entries: Sequence[Entry]
) -> Callable[[Entries], Entries]:
    def change(rows: Entries) -> Entries:
        if operation == "INSERT":
            return inserted(rows, target, entries)
        if operation == "REPLACE":
            return replaced(rows, target, entries)
        if operation == "MOVE":
            return moved(rows, target, ids)
        if operation == "DELETE":
            return deleted(rows, ids)
        if operation == "SWAP" and len(ids) == 2:
            return swapped(rows, ids[0], ids[1])
        return rows

    return change


def _swap(name: str) -> Callable[[RunningOrder, Element], RunningOrder]:
    def change(order: RunningOrder, message: Element) -> RunningOrder:
        ids = _ids(message, name)
        if name == "itemID":
            return _within(order, _target(message, "storyID"), lambda rows: swapped(rows, ids[0], ids[1]))
        return _changing(order, lambda rows: swapped(rows, ids[0], ids[1]))

    return lambda order, message: change(order, message) if len(_ids(message, name)) == 2 else order


_CHANGES: dict[str, Callable[[RunningOrder, Element], RunningOrder]] = {
    "roCreate": lambda _, message: begin(message),
    "roReplace": lambda order, message: _keeping_bodies(order, begin(message)),
    "roList": lambda order, message: _keeping_bodies(order, begin(message)),
    "roDelete": lambda order, _: replace(order, deleted=True),
    "roMetadataReplace": lambda order, message: replace(order, head=message),
    "roStorySend": _story_send,
    "roStoryAppend": lambda order, message: _changing(
        order, lambda rows: inserted(rows, "", _stories(message))
    ),
    "roStoryInsert": lambda order, message: _changing(
        order, lambda rows: inserted(rows, _target(message, "storyID"), _stories(message))
    ),
    "roStoryReplace": lambda order, message: _changing(
        order, lambda rows: replaced(rows, _target(message, "storyID"), _stories(message))
    ),
    "roStoryMove": _story_move,
    "roStoryMoveMultiple": _story_move_multiple,
    "roStorySwap": _swap("storyID"),
    "roStoryDelete": lambda order, message: _changing(
        order, lambda rows: deleted(rows, _ids(message, "storyID"))
    ),
    "roItemInsert": lambda order, message: _within(
        order,
        _target(message, "storyID"),
        lambda rows: inserted(rows, _target(message, "itemID"), _items(message)),
    ),
    "roItemReplace": lambda order, message: _within(
        order,
        _target(message, "storyID"),
        lambda rows: replaced(rows, _target(message, "itemID"), _items(message)),
    ),
    "roItemMoveMultiple": _item_move_multiple,
    "roItemSwap": _swap("itemID"),
    "roItemDelete": lambda order, message: _within(
        order, _target(message, "storyID"), lambda rows: deleted(rows, _ids(message, "itemID"))
    ),
    "roElementAction": _element_action,
}
CHANGES = frozenset(_CHANGES)
"""Messages that change a running order."""
BEGINNINGS = frozenset({"roCreate", "roReplace", "roList"})


def _keeping_bodies(old: RunningOrder, new: RunningOrder) -> RunningOrder:
    """A running order sent anew does not send the texts again."""
    bodies = {story.id: story.body for story in old.stories if story.body is not None}
    stories = tuple(replace(story, body=bodies.get(story.id, story.body)) for story in new.stories)
    return replace(new, stories=stories, unknown=old.unknown)
