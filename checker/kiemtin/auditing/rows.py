"""Rows of the store's tables: gathered while documents are judged, turned into columns at the end."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kiemtin.auditing import schema
from kiemtin.foundation.messages import Phrase

Row = tuple[Any, ...]


class Rows:
    """Of one shard, by table, in the order of its documents."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Row]] = {name: [] for name in schema.TABLES}

    def extend(self, other: Mapping[str, Iterable[Row]]) -> None:
        for name, rows in other.items():
            self.tables[name].extend(rows)

    def arrow(self, table: str) -> Any:
        """One table as Arrow."""
        return arrow_of(table, self.tables[table])


def arrow_of(table: str, rows: Sequence[Row]) -> Any:
    import pyarrow as pa

    described = schema.arrow(table)
    columns = list(zip(*rows, strict=True)) or [()] * len(described)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, described, strict=True)]
    return pa.Table.from_arrays(arrays, schema=described)


def words(value: str | Phrase | None) -> str | None:
    """What is kept of a phrase: Vietnamese, the language of the review."""
    return value.vi if isinstance(value, Phrase) else value


def written(arguments: Mapping[str, object]) -> str:
    """Arguments of a message as JSON: a text, or a pair where the languages say it differently."""
    if not arguments:
        return "{}"
    told = {
        name: list(value) if isinstance(value, Phrase) else _plain(value) for name, value in arguments.items()
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)


def read_arguments(text: str) -> dict[str, object]:
    """The way back."""
    return {
        name: Phrase(*value) if isinstance(value, list) else value for name, value in json.loads(text).items()
    }
