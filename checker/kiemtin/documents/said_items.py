"""What is said about one item of a bulletin: `3.sự kiện`, `#3.trang`, `cao tốc.thời lượng`.

An item is named by its printed number; by `#` and its place in the bulletin (as `kiemtin show` counts),
which also stands without `#` where no row has a number; or by words of its headline that no other has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiemtin.documents.keys import plain_key
from kiemtin.documents.metadata_fields import FIELD_OF_KEY
from kiemtin.documents.model import Document, Item, ItemSaid, Metadata, Note, Supplied, Zone
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import fold

_WORD = re.compile(r"(?:tin|mục|item)\s+(?=[#\d])", re.I)
_PLACE = re.compile(r"#\s?([0-9]{1,4})")
_SHOWN = 60


def part_key(key: str) -> tuple[str | None, str]:
    """The item that a key names, if it does, and the key without it: `tin 3.sự kiện` -> `3`, `sự kiện`."""
    item, dot, rest = key.rpartition(".")
    if not dot or not item.strip() or plain_key(rest) not in FIELD_OF_KEY:
        return None, key
    return _WORD.sub("", item.strip(), count=1), rest.strip()


def with_said(
    items: Sequence[Item], text: str, path: str, over: Sequence[ItemSaid], under: Sequence[ItemSaid]
) -> tuple[Item, ...]:
    """The items with what `over` says before, and `under` behind, what they have. Raises DocumentError."""
    if not over and not under:
        return tuple(items)
    found = list(items)
    problems: list[Problem] = []
    for said, stands_before in (
        *((each, True) for each in reversed(over)),
        *((each, False) for each in under),
    ):
        at = _index(said, items, text, path)
        if isinstance(at, Problem):
            problems.append(at)
            continue
        known = found[at].metadata
        metadata = known.overridden(said.metadata) if stands_before else known.completed(said.metadata)
        found[at] = replace(found[at], metadata=metadata)
    if problems:
        raise DocumentError(problems)
    return tuple(found)


def finished(document: Document, supplied: Metadata | None) -> Document:
    """A document as it was read, with notes on what was said in vain. Raises DocumentError."""
    if document.kind == "item" and isinstance(supplied, Supplied):
        said = next(iter((*supplied.items, *supplied.items_under)), None)
        if said is not None:
            raise DocumentError(_problem("metadata-item-of-draft", said, document.path))
    about = (document.metadata, *(item.metadata for item in document.items))
    if all(each.hour is None for each in about):
        return document
    return replace(document, notes=(*document.notes, Note("metadata-time-without-date")))


def _index(said: ItemSaid, items: Sequence[Item], text: str, path: str) -> int | Problem:
    place = _PLACE.fullmatch(said.item)
    if place is not None:
        at = int(place[1])
        return at - 1 if 0 < at <= len(items) else _problem("metadata-no-such-item", said, path, n=len(items))
    wanted = fold(said.item)
    numbers = [fold(item.number or "").rstrip(".)") for item in items]
    found = [at for at, number in enumerate(numbers) if number == wanted]
    if not found and not any(numbers) and wanted.isdigit() and 0 < int(wanted[:5]) <= len(items):
        return int(wanted) - 1
    if not found and not wanted.isdigit():
        found = [at for at, item in enumerate(items) if f" {wanted} " in f" {fold(_headline(item, text))} "]
    if len(found) == 1:
        return found[0]
    if not found:
        return _problem("metadata-no-such-item", said, path, n=len(items))
    several = ", ".join(f"#{at + 1} “{_headline(items[at], text)[:_SHOWN]}”" for at in found[:4])
    return _problem("metadata-several-items", said, path, several=several, first=f"#{found[0] + 1}")


def _problem(code: str, said: ItemSaid, path: str, **arguments: object) -> Problem:
    place = said.source.place or FilePlace(path)
    return Problem(code, place, {"item": said.item, **arguments})


def _headline(item: Item, text: str) -> str:
    told = [block for block in item.blocks if block.zone is Zone.HEADLINE] or list(item.blocks)
    return " ".join(told[0].span.of(text).split()) if told else ""
