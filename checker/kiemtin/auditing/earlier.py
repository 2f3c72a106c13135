"""What an earlier run of the same rules found of the same bytes: it stands without a second check."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kiemtin.auditing import schema
from kiemtin.auditing.layout import RunFolder, written_whole
from kiemtin.auditing.rows import Row
from kiemtin.foundation.paths import exists

_KEPT = 3
_ITEM = list(schema.TABLES["items"])
_PLACES = {name: _ITEM.index(name) for name in ("source", "record", "weight")}


def index_path(store: Path, run: int) -> Path:
    return store / "index" / f"run={run:04}.sqlite"


def build_index(run: RunFolder) -> None:
    """From the content of a document to its part; once, when a later run first asks."""
    from pyarrow import parquet

    path = index_path(run.store, run.number)
    if exists(path):
        return
    with written_whole(path) as beside:
        beside.unlink(missing_ok=True)
        base = sqlite3.connect(beside)
        base.execute("PRAGMA journal_mode=OFF")
        base.execute("CREATE TABLE known (content TEXT PRIMARY KEY, part INTEGER, doc INTEGER) WITHOUT ROWID")
        for part in run.parts("items"):
            number = int(part.stem.removeprefix("part-"))
            table = parquet.read_table(part, columns=["doc", "content", "state"])
            rows = zip(*(table.column(name).to_pylist() for name in ("content", "doc", "state")), strict=True)
            base.executemany(
                "INSERT OR IGNORE INTO known VALUES (?, ?, ?)",
                ((content, number, doc) for content, doc, state in rows if state == schema.CHECKED),
            )
        base.commit()
        base.close()


class Known(NamedTuple):
    """The rows of one document, by table."""

    rows: dict[str, list[Row]]

    def moved(self, doc: int, source: str, record: str, weight: float) -> dict[str, list[Row]]:
        """The same rows as those of a document that stands elsewhere now."""
        found = {name: [(doc, *row[1:]) for row in rows] for name, rows in self.rows.items()}
        items = []
        for row in found["items"]:
            changed = list(row)
            changed[_PLACES["source"]] = source
            changed[_PLACES["record"]], changed[_PLACES["weight"]] = record, weight
            items.append(tuple(changed))
        return {**found, "items": items}


class Earlier:
    """Reads the parts of one earlier run, the last few of which it keeps."""

    def __init__(self, store: Path, run: int) -> None:
        self._run = RunFolder(store, run)
        address = f"file:{index_path(store, run)}?mode=ro&immutable=1"
        self._base = sqlite3.connect(address, uri=True)
        self._parts: OrderedDict[int, dict[int, dict[str, list[Row]]]] = OrderedDict()

    def rows(self, content: str) -> Known | None:
        found = self._base.execute("SELECT part, doc FROM known WHERE content = ?", (content,)).fetchone()
        if found is None:
            return None
        part, doc = found
        if part not in self._parts:
            self._parts[part] = self._read(part)
            if len(self._parts) > _KEPT:
                self._parts.popitem(last=False)
        return Known(self._parts[part][doc])

    def _read(self, part: int) -> dict[int, dict[str, list[Row]]]:
        found: dict[int, dict[str, list[Row]]] = {}
        for table in schema.TABLES:
            for row in self._rows(table, part):
                known = found.setdefault(row[0], {name: [] for name in schema.TABLES})
                known[table].append(row)
        return found

    def _rows(self, table: str, part: int) -> Iterator[Row]:
        from pyarrow import parquet

        read = parquet.read_table(self._run.part(table, part), schema=schema.arrow(table))
        yield from zip(*(column.to_pylist() for column in read.columns), strict=True)
