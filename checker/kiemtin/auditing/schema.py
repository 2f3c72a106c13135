"""The store's tables, versioned: docs/store.md says the same for people who query it.

Tables are Parquet below `<table>/run=NNNN/`; `doc` numbers the documents of a run in the order of its plan,
`item` those of one document (a bulletin has many; -1 is the bulletin as a whole).
"""

from __future__ import annotations

from functools import cache
from typing import Any

VERSION = 1
"""Of the schema. Columns may be added within a version; whatever else changes is a new one."""
_KEY = {"doc": "int64", "item": "int16"}

TABLES: dict[str, dict[str, str]] = {
    "items": {
        **_KEY,
        "source": "string",
        "record": "string",
        "piece": "string",
        "content": "string",
        "words": "string",
        "state": "string",
        "reason": "string",
        "outlet": "string",
        "medium": "string",
        "section": "string",
        "programme": "string",
        "field": "string",
        "event": "string",
        "page": "int32",
        "position": "int32",
        "published": "timestamp[s]",
        "day": "date32",
        "month": "string",
        "headline": "string",
        "syllables": "int32",
        "duration": "float64",
        "mentions": "int32",
        "leaders": "int32",
        "rank": "int32",
        "weight": "float64",
    },
    "checks": {
        **_KEY,
        "rule": "string",
        "outcome": "string",
        "failures": "int32",
        "measured": "string",
        "required": "string",
    },
    "findings": {
        **_KEY,
        "number": "int32",
        "rule": "string",
        "modality": "string",
        "confirmed": "bool",
        "message": "string",
        "arguments": "string",
        "measured": "string",
        "required": "string",
        "quote": "string",
        "start": "int32",
        "end": "int32",
        "before": "string",
        "after": "string",
        "missing": "list<string>",
        "fix": "string",
        "fingerprint": "string",
    },
    "missing": {**_KEY, "rule": "string", "datum": "string", "arguments": "string"},
}
RULES: dict[str, str] = {
    "rule": "string",
    "name": "string",
    "pack": "string",
    "clause": "string",
    "wording": "string",
    "summary": "string",
    "modality": "string",
    "status": "string",
    "valid_from": "date32",
    "valid_to": "date32",
}
"""One row a rule of the run's pack, as it was."""
COPIES: dict[str, str] = {
    "doc": "int64",
    "item": "int16",
    "relation": "string",
    "of_doc": "int64",
    "of_item": "int16",
}
"""Items that stand for another one: `duplicate` (same words again), `earlier` (a later version follows)."""

CHECKED, UNREADABLE, GIVEN_UP = "checked", "unreadable", "given-up"
"""Of `items.state`."""
PASSED, FAILED, UNCONFIRMED, OPEN, EXCEPTED = "passed", "failed", "unconfirmed", "not-checkable", "excepted"
"""Of `checks.outcome`; a rule that says nothing of an item has no row."""


@cache
def arrow(table: str) -> Any:
    """The Arrow schema of a table (`rules` and `copies` too), with the version in its metadata."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "int16": pa.int16(),
        "int32": pa.int32(),
        "int64": pa.int64(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "date32": pa.date32(),
        "timestamp[s]": pa.timestamp("s"),
        "list<string>": pa.list_(pa.string()),
    }
    columns = {"rules": RULES, "copies": COPIES}.get(table) or TABLES[table]
    fields = [pa.field(name, types[kind]) for name, kind in columns.items()]
    return pa.schema(fields, metadata={"kiemtin.schema": str(VERSION)})
