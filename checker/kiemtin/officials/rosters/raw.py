"""A roster as its file gives it, before anything is judged: entries by their fields, each with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

FLAGS: Final = ("acting", "weak", "end_inferred")
PERSON_FIELDS: Final = (
    "id", "name", "other_names", "misspellings", "death_date", "death_source", "complete", "note",
)  # fmt: skip
ROW_FIELDS: Final = (
    "person_id", "role", "post_id", "organ", "organization", "area", "acting", "start_date", "end_date",
    "end_inferred", "end_source", "seen_date", "seen_source", "source", "weak", "confidence", "note",
)  # fmt: skip
COMPLETE_FIELDS: Final = ("post_id", "organ", "area", "start_date", "end_date", "source")
ORDER_FIELDS: Final = ("rank", "title", "start_date", "end_date", "status", "source")
"""`status` is `verified`, `practice` or `sample`."""


class Where(NamedTuple):
    """Where an entry stands: as a correction names it, its line, and the cell of each field in a sheet."""

    row: str
    line: int | None = None
    cells: Mapping[str, str] = MappingProxyType({})

    def at(self, field: str) -> str:
        """The cell of a field, else the whole row."""
        return self.cells.get(field, self.row)


class Entry(NamedTuple):
    fields: Any
    """A mapping of fields in a right file; whatever stands there in a wrong one."""
    where: Where


class RawRoster(NamedTuple):
    """All entries of a file. `order` has rows of a precedence list, which a workbook has beside people."""

    name: str = ""
    about: str = ""
    persons: Sequence[Entry] = ()
    memberships: Sequence[Entry] = ()
    complete: Sequence[Entry] = ()
    order: Sequence[Entry] = ()
    more: Mapping[str, Any] = MappingProxyType({})
    """Parts of the file that say nothing about terms (`posts`), kept as they are."""


def plain(entry: Entry, fields: Sequence[str]) -> dict[str, Any]:
    """What an entry says, in the order of `fields`: without what is empty or not set."""
    given: Mapping[str, Any] = entry.fields
    return {field: given[field] for field in fields if given.get(field) not in (None, "", False, [], ())}
