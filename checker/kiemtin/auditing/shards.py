"""One shard: its records are read and judged, its rows become one part of each table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from kiemtin.auditing import schema
from kiemtin.auditing.earlier import Earlier
from kiemtin.auditing.examining import Examiner, blank_item, content_hash, told
from kiemtin.auditing.layout import RunFolder, write_json, written_whole
from kiemtin.auditing.plan import Plan, Source
from kiemtin.auditing.rows import Rows
from kiemtin.documents.archives.finding import archive
from kiemtin.documents.archives.records import Record
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.problems import DocumentError

Beat = Callable[[int], None]
_GROUP = 50_000
"""Rows that a reader of a part holds at once."""


class Cursor:
    """Goes forward through one source: a worker whose shards follow each other opens it once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._records: Iterator[Record] | None = None
        self._ahead: Record | None = None
        self._at = 0

    def records(self, start: int, stop: int) -> Iterator[Record]:
        """Records [start, stop). Raises DocumentError where the archive is damaged."""
        if self._records is None or start < self._at:
            source = self._source
            self._records = archive(source.kind, source.address).records(start, source.marks)
            self._ahead = None
        self._at = stop
        if self._ahead is not None:
            if self._ahead.number >= stop:
                return
            if self._ahead.number >= start:
                yield self._ahead
            self._ahead = None
        for record in self._records:
            if record.number >= stop:
                self._ahead = record
                return
            if record.number >= start:
                yield record

    def close(self) -> None:
        self._records = None


class ShardRunner:
    """Runs the shards of one plan in this process."""

    def __init__(self, run: RunFolder, plan: Plan) -> None:
        self._run, self._plan = run, plan
        self._examiner = Examiner(plan.settings)
        self._examiner.warm_up()
        self._earlier = Earlier(run.store, plan.earlier) if plan.earlier is not None else None
        self._cursor: tuple[int, Cursor] | None = None

    def run(self, number: int, beat: Beat) -> dict[str, int]:
        """Does a shard and marks it as done; the figures of the marker."""
        shard = self._plan.shards[number]
        source = self._plan.sources[shard.source]
        rows = Rows()
        counts = {"documents": 0, "reused": 0}
        given_up = dict(given_up_of(self._run, number))
        weights = dict(shard.picks) if shard.picks is not None else None
        try:
            for record in self._cursor_of(shard.source).records(shard.start, shard.stop):
                if weights is not None and record.number not in weights:
                    continue
                doc = source.base + record.number
                beat(doc)
                counts["documents"] += 1
                weight = 1.0 if weights is None else weights[record.number]
                self._one(record, source, doc, weight, given_up, rows, counts)
        except DocumentError as error:  # of the archive itself: the records behind are lost
            self._cursor = None
            damaged = source.base + shard.start + counts["documents"]
            rows.tables["items"].append(
                blank_item(damaged, source.told, "", "", schema.UNREADABLE, told(error), 1.0)
            )
        beat(-1)
        counts |= _counted(rows)
        self._write(number, rows, counts)
        return counts

    def _one(
        self,
        record: Record,
        source: Source,
        doc: int,
        weight: float,
        given_up: dict[int, str],
        rows: Rows,
        counts: dict[str, int],
    ) -> None:
        """Nothing that a document brings about ends the run."""
        content = content_hash(record)
        if doc in given_up:
            reason = given_up[doc]
        else:
            known = self._earlier.rows(content) if self._earlier is not None else None
            if known is not None:
                rows.extend(known.moved(doc, source.told, record.name, weight))
                counts["reused"] += 1
                return
            fresh = Rows()
            try:
                self._examiner.examine(record, source.told, doc, weight, fresh)
            except MemoryError:
                reason = "memory"
            except Exception as error:
                reason = f"tool-failed: {type(error).__name__}: {error}"[:300]
            else:
                rows.extend(fresh.tables)
                return
        rows.tables["items"].append(
            blank_item(doc, source.told, record.name, content, schema.GIVEN_UP, reason, weight)
        )

    def _cursor_of(self, source: int) -> Cursor:
        if self._cursor is None or self._cursor[0] != source:
            self._cursor = source, Cursor(self._plan.sources[source])
        return self._cursor[1]

    def _write(self, number: int, rows: Rows, counts: dict[str, int]) -> None:
        """Raises OSError, of a full disk."""
        from pyarrow import parquet

        parts = {}
        for table in schema.TABLES:
            path = self._run.part(table, number)
            with written_whole(path) as beside:
                parquet.write_table(
                    rows.arrow(table), beside, compression="zstd", row_group_size=_GROUP, store_schema=True
                )
                parts[table] = {
                    "sha256": sha256(beside.read_bytes()).hexdigest(),
                    "rows": len(rows.tables[table]),
                }
        write_json(self._run.marker(number), {"shard": number, "counts": counts, "parts": parts})


def _counted(rows: Rows) -> dict[str, int]:
    states = [row[_STATE] for row in rows.tables["items"]]
    found = {state: states.count(state) for state in (schema.CHECKED, schema.UNREADABLE, schema.GIVEN_UP)}
    return {"items": len(states), "findings": len(rows.tables["findings"]), **found}


_STATE = list(schema.TABLES["items"]).index("state")


def given_up_of(run: RunFolder, shard: int) -> Iterator[tuple[int, str]]:
    """The documents of a shard that are not tried again, with their reasons."""
    try:
        lines = run.given_up(shard).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        try:
            told_of: dict[str, Any] = json.loads(line)
        except ValueError:  # of a run that was killed while it wrote
            continue
        yield told_of["doc"], told_of["reason"]
