"""What a site's home page looks like: a profile in TOML, named by `sites` in `kiemtin.toml`.

    host = "bao.example.vn"
    [[slots]]
    name = "nổi bật nhất"
    items = "section.top article"
    headline = "h3"

Slots stand in the order in which the page gives them weight. Selectors are CSS; all but `items` are looked
for inside an item. What has no selector is unknown.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

_MOST_BYTES = 100_000
_MOST_SLOTS = 50
_LONGEST = 300
"""Characters of a selector, a name, a path."""
_PARTS = ("headline", "lead", "caption", "section", "time")
_HOME = ("/", "/index.html", "/index.htm", "/home", "/trang-chu")


class Slot(NamedTuple):
    """`parts`: what of an item is found by which selector."""

    name: str
    items: str
    parts: tuple[tuple[str, str], ...]


class Profile(NamedTuple):
    path: str
    hosts: tuple[str, ...]
    home: tuple[str, ...]
    """Paths of addresses that are the home page."""
    marks: str
    """Selector of something that the home page has and no other page."""
    slots: tuple[Slot, ...]


def load(path: str) -> Profile:
    """Raises DocumentError for a profile that is not as described."""
    try:
        stat = Path(path).stat()
        return _load(path, stat.st_mtime_ns, stat.st_size)
    except OSError:
        raise DocumentError(Problem("document-not-found", FilePlace(path))) from None


@lru_cache(maxsize=32)
def _load(path: str, _changed: int, _size: int) -> Profile:
    with Path(path).open("rb") as stream:
        data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise bad(path, "> 100 kB")
    try:
        told = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise bad(path, str(error)) from None
    unknown = told.keys() - {"host", "hosts", "home", "marks", "slots"}
    if unknown:
        raise bad(path, ", ".join(sorted(unknown)))
    hosts = _texts(path, "host", told.get("host", told.get("hosts")))
    marks = _text(path, "marks", told["marks"]) if "marks" in told else ""
    if not hosts and not marks:
        raise bad(path, "host")
    home = _texts(path, "home", told.get("home")) or _HOME
    rows = told.get("slots")
    if not isinstance(rows, list) or not 0 < len(rows) <= _MOST_SLOTS:
        raise bad(path, "[[slots]]")
    slots = tuple(_slot(path, number, row) for number, row in enumerate(rows, start=1))
    return Profile(path, tuple(host.lower().removeprefix("www.") for host in hosts), home, marks, slots)


def _slot(path: str, number: int, row: Any) -> Slot:
    if not isinstance(row, dict) or row.keys() - {"name", "items", *_PARTS}:
        raise bad(path, f"[[slots]] {number}")
    name, items, headline = (
        _text(path, f"[[slots]] {number}: {key}", row.get(key)) for key in ("name", "items", "headline")
    )
    parts = [
        (part, _text(path, f"[[slots]] {number}: {part}", row[part])) for part in _PARTS[1:] if part in row
    ]
    return Slot(name, items, (("headline", headline), *parts))


def _text(path: str, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
        raise bad(path, key)
    return value.strip()


def _texts(path: str, key: str, value: Any) -> tuple[str, ...]:
    values = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(values, list):
        raise bad(path, key)
    return tuple(_text(path, key, each) for each in values)


def bad(path: str, reason: str) -> DocumentError:
    return DocumentError(Problem("site-bad-profile", FilePlace(path), {"reason": reason[:200]}))
