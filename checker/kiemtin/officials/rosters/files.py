"""A roster from a file: JSON in Popolo's shape, or a table."""

from __future__ import annotations

import re
from pathlib import Path

from kiemtin.foundation.limits import ROSTER_ROWS
from kiemtin.foundation.problems import KiemtinError, Problem
from kiemtin.foundation.text import acting, normalize
from kiemtin.officials.rosters.entries import Entries, TooManyProblemsError
from kiemtin.officials.rosters.facts import Roster, make_roster
from kiemtin.officials.words.loading import load_vocabulary
from kiemtin.officials.words.vocabulary import Vocabulary

TOP_KEYS = frozenset({"name", "about", "persons", "memberships", "complete", "posts", "organizations"})


def read_roster(
    source: bytes, path: Path, vocabulary: Vocabulary | None = None
) -> tuple[Roster | None, list[Problem]]:
    """The roster in a file's contents, and all that is wrong or doubtful; None if it cannot be read."""
    entries = Entries(str(path), vocabulary or load_vocabulary())
    try:
        return _read(source, path, entries), entries.problems
    except KiemtinError as error:
        return None, list(error.problems)
    except TooManyProblemsError:
        return None, entries.problems


def _read(source: bytes, path: Path, entries: Entries) -> Roster | None:
    name = path.stem
    if path.suffix.lower() in {".csv", ".xlsx"}:
        from kiemtin.officials.rosters.tables import read_table

        read_table(source, path, entries)
    else:
        found = _read_json(source, entries)
        if found is None:
            return None
        name = found or name
    officials, complete = entries.settled()
    return make_roster(name, officials, complete)


def _read_json(source: bytes, entries: Entries) -> str | None:
    """The name that the file gives itself ("" if none), None if it is no roster."""
    import json

    try:
        text = source.decode("utf-8-sig")
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        entries.report("not-json", getattr(error, "lineno", None), reason=str(error))
        return None
    if not isinstance(data, dict) or not isinstance(data.get("persons"), list):
        entries.report("shape", what="persons")
        return None
    for part in ("memberships", "complete"):
        if not isinstance(data.get(part, []), list):
            entries.report("shape", what=part)
            return None
    for key in sorted(set(data) - TOP_KEYS):
        entries.report("key", row="–", field=key, near="memberships", warning=True)
    size = max(len(data["persons"]), len(data.get("memberships", [])), len(data.get("complete", [])))
    if size > ROSTER_ROWS.most:
        entries.report("too-many-rows", limit=ROSTER_ROWS.shown)
        return None
    lines = _lines(text, "person_id", len(data.get("memberships", [])))
    named = _lines(text, "id", len(data["persons"]))
    for at, entry in enumerate(data["persons"]):
        entries.add_person(entry, f"persons {at + 1}", named[at])
    for at, entry in enumerate(data.get("memberships", [])):
        entries.add_row(entry, f"memberships {at + 1}", lines[at])
    for at, entry in enumerate(data.get("complete", [])):
        entries.add_complete(entry, f"complete {at + 1}")
    name = data.get("name", "")
    if not isinstance(name, str) or acting().search(name) is not None:
        entries.report("shape", what="name")
        return None
    return " ".join(normalize(name).text.split())


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
