"""A roster from a file: JSON in Popolo's shape, or a table."""

from __future__ import annotations

import re
from pathlib import Path

from kiemtin.foundation.limits import ROSTER_ROWS
from kiemtin.foundation.problems import DocumentError, KiemtinError, Problem
from kiemtin.foundation.text import acting, normalize
from kiemtin.officials.rosters.entries import Entries
from kiemtin.officials.rosters.facts import Roster, make_roster
from kiemtin.officials.rosters.raw import Entry, RawRoster, Where
from kiemtin.officials.words.loading import load_vocabulary
from kiemtin.officials.words.vocabulary import Vocabulary

PARTS = ("persons", "memberships", "complete")
TOP_KEYS = frozenset({"name", "about", *PARTS, "posts", "organizations", "areas"})


def read_roster(
    source: bytes, path: Path, vocabulary: Vocabulary | None = None, *, with_order: bool = False
) -> tuple[Roster | None, list[Problem]]:
    """The roster in a file's contents, and all that is wrong or doubtful; None if it cannot be read.

    `with_order`: the precedence list that a sheet holds beside the people is judged as well.
    """
    entries = Entries(str(path), vocabulary or load_vocabulary())
    try:
        raw = read_raw(source, path, entries)
        if raw is None:
            return None, entries.problems
        entries.add_all(raw)
        officials, complete = entries.settled()
        if with_order and raw.order:
            from kiemtin.officials.rosters.order import settled_order

            settled_order(raw.order, entries)
    except KiemtinError as error:
        return None, list(error.problems)
    return make_roster(raw.name or path.stem, officials, complete), entries.problems


def read_raw(source: bytes, path: Path, entries: Entries) -> RawRoster | None:
    """The entries of a file as they stand, None if it cannot be read; `entries` is told what is wrong.

    Raises PackError for what is larger than a roster may be, or if very much is wrong.
    """
    suffix = path.suffix.lower()
    try:
        if suffix == ".xlsx":
            from kiemtin.officials.rosters.sheets import read_sheets

            return read_sheets(source, path, entries)
        if suffix in {".csv", ".tsv"}:
            from kiemtin.officials.rosters.tables import read_csv

            return read_csv(source, path, entries)
    except DocumentError as error:
        entries.problems += error.problems
        return None
    return _read_json(source, entries)


def _read_json(source: bytes, entries: Entries) -> RawRoster | None:
    import json

    try:
        text = source.decode("utf-8-sig")
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        place = Where("–", getattr(error, "lineno", None))
        entries.report("not-json", place, reason=str(error))
        return None
    if not isinstance(data, dict) or not isinstance(data.get("persons"), list):
        entries.report("shape", what="persons")
        return None
    for part in PARTS[1:]:
        if not isinstance(data.get(part, []), list):
            entries.report("shape", what=part)
            return None
    for key in sorted(set(data) - TOP_KEYS):
        entries.report("key", Where("–"), field=key, near="memberships", warning=True)
    if max(len(data.get(part, [])) for part in PARTS) > ROSTER_ROWS.most:
        entries.report("too-many-rows", limit=ROSTER_ROWS.shown)
        return None
    keys = {"persons": "id", "memberships": "person_id"}
    found: dict[str, list[Entry]] = {}
    for part in PARTS:
        rows = data.get(part, [])
        lines = _lines(text, keys[part], len(rows)) if part in keys else [None] * len(rows)
        found[part] = [
            Entry(fields, Where(f"{part} {at}", line))
            for at, (fields, line) in enumerate(zip(rows, lines, strict=True), 1)
        ]
    for key in ("name", "about"):
        told = data.get(key, "")
        if not isinstance(told, str) or acting().search(told) is not None:
            entries.report("shape", what=key)
            return None
    name, about = " ".join(normalize(data.get("name", "")).text.split()), data.get("about", "")
    more = {key: data[key] for key in data if key in TOP_KEYS.difference(PARTS, ("name", "about"))}
    return RawRoster(name, about, found["persons"], found["memberships"], found["complete"], (), more)


def _lines(text: str, key: str, rows: int) -> list[int | None]:
    """The line of each row by the key that each has; unknown for all where some row lacks it."""
    starts = [match.start() for match in re.finditer(rf'"{key}"\s*:', text)][:rows]
    if len(starts) < rows:
        return [None] * rows
    lines: list[int | None] = []
    line, last = 1, 0
    for start in starts:
        line += text.count("\n", last, start)
        last = start
        lines.append(line)
    return lines
