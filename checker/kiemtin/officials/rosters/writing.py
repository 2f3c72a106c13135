"""A roster written as JSON: one entry a line, fields in one order, so that changes are read easily."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kiemtin.officials.rosters.raw import COMPLETE_FIELDS, PERSON_FIELDS, ROW_FIELDS, Entry, RawRoster, plain


def to_json(raw: RawRoster) -> bytes:
    """What `files.read_raw` reads back as the same people, terms and records."""
    parts: dict[str, Any] = {"name": raw.name, "about": raw.about}
    parts = {key: told for key, told in parts.items() if told}
    parts["persons"] = _plain(raw.persons, PERSON_FIELDS)
    parts |= raw.more
    complete = _plain(raw.complete, COMPLETE_FIELDS)
    parts |= {"complete": complete} if complete else {}
    parts["memberships"] = _plain(raw.memberships, ROW_FIELDS)
    lines = ["{"]
    for at, (key, told) in enumerate(parts.items(), 1):
        comma = "," if at < len(parts) else ""
        if isinstance(told, list):
            lines += [f" {_word(key)}: [", *_items(told), f" ]{comma}"]
        else:
            lines.append(f" {_word(key)}: {_word(told)}{comma}")
    return "\n".join([*lines, "}", ""]).encode()


def _plain(entries: Sequence[Entry], fields: Sequence[str]) -> list[dict[str, Any]]:
    return [plain(entry, fields) for entry in entries]


def _items(told: list[Any]) -> list[str]:
    return [f"  {_word(item)}{',' if at < len(told) else ''}" for at, item in enumerate(told, 1)]


def _word(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False)
