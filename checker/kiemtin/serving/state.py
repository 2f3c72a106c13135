"""What the gate must still know after it was killed: answers to repeat, pieces to confirm, deliveries.

Kept in a file of its own with mode 0600; all of it has an end. Text of drafts is only in it where the profile
says so, for as long as it says.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kiemtin.serving.audit import private_file
from kiemtin.serving.profile import Decision

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    desk TEXT, key TEXT, request TEXT NOT NULL, answer BLOB NOT NULL, expires REAL NOT NULL,
    text_expires REAL NOT NULL, PRIMARY KEY (desk, key)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS checks (
    id TEXT PRIMARY KEY, desk TEXT NOT NULL, content TEXT NOT NULL, decision TEXT NOT NULL,
    fingerprints TEXT NOT NULL, expires REAL NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS overrides (
    desk TEXT, content TEXT, check_id TEXT NOT NULL, decision TEXT NOT NULL, fingerprints TEXT NOT NULL,
    name TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL, expires REAL NOT NULL,
    PRIMARY KEY (desk, content)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS deliveries (
    id TEXT, webhook TEXT, payload TEXT NOT NULL, attempts INTEGER NOT NULL, due REAL NOT NULL,
    made REAL NOT NULL, state TEXT NOT NULL, PRIMARY KEY (id, webhook)) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (state, due);
CREATE TABLE IF NOT EXISTS gone (webhook TEXT PRIMARY KEY, url TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""


class KnownAnswer(NamedTuple):
    request: str
    """Digest of the request that it answered."""
    answer: bytes


class Check(NamedTuple):
    """An answer that a person may override."""

    id: str
    desk: str
    content: str
    decision: Decision
    fingerprints: list[str]


class Override(NamedTuple):
    check_id: str
    decision: Decision
    fingerprints: list[str]
    name: str
    reason: str
    at: str


class Delivery(NamedTuple):
    id: str
    webhook: str
    payload: str
    attempts: int
    made: float


class State:
    """For one thread. Times are seconds since 1970; `commit` makes what was done lasting."""

    def __init__(self, path: Path) -> None:
        private_file(path)
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA secure_delete = ON")
        self._db.executescript(_SCHEMA)

    def begin(self) -> None:
        if not self._db.in_transaction:
            self._db.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        if self._db.in_transaction:
            self._db.execute("COMMIT")

    def roll_back(self) -> None:
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def close(self) -> None:
        self.roll_back()
        self._db.close()

    def known_answer(self, desk: str, key: str, now: float) -> KnownAnswer | None:
        found = self._db.execute(
            "SELECT request, answer FROM answers WHERE desk = ? AND key = ? AND expires > ?", (desk, key, now)
        ).fetchone()
        return KnownAnswer(*found) if found else None

    def keep_answer(
        self, desk: str, key: str, request: str, answer: bytes, expires: float, text_expires: float
    ) -> None:
        row = (desk, key, request, answer, expires, text_expires)
        self._db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?)", row)

    def keep_check(self, check: Check, expires: float) -> None:
        row = (*check[:4], json.dumps(check.fingerprints), expires)
        self._db.execute("INSERT OR REPLACE INTO checks VALUES (?, ?, ?, ?, ?, ?)", row)

    def check(self, check_id: str, now: float) -> Check | None:
        found = self._db.execute(
            "SELECT id, desk, content, decision, fingerprints FROM checks WHERE id = ? AND expires > ?",
            (check_id, now),
        ).fetchone()
        return Check(found[0], found[1], found[2], found[3], json.loads(found[4])) if found else None

    def keep_override(self, check: Check, name: str, reason: str, at: str, expires: float) -> None:
        row = (
            check.desk,
            check.content,
            check.id,
            check.decision,
            json.dumps(check.fingerprints),
            name,
            reason,
            at,
            expires,
        )
        self._db.execute("INSERT OR REPLACE INTO overrides VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def override(self, desk: str, content: str, now: float) -> Override | None:
        found = self._db.execute(
            "SELECT check_id, decision, fingerprints, name, reason, at FROM overrides"
            " WHERE desk = ? AND content = ? AND expires > ?",
            (desk, content, now),
        ).fetchone()
        if not found:
            return None
        return Override(found[0], found[1], json.loads(found[2]), found[3], found[4], found[5])

    def queue(self, delivery_id: str, webhooks: Sequence[tuple[str, str]], payload: str, now: float) -> int:
        """For each webhook (name, url) that has not said it is gone; how many."""
        gone = set(self._db.execute("SELECT webhook, url FROM gone").fetchall())
        meant = [name for name, url in webhooks if (name, url) not in gone]
        self._db.executemany(
            "INSERT OR IGNORE INTO deliveries VALUES (?, ?, ?, 0, ?, ?, 'waiting')",
            [(delivery_id, name, payload, now, now) for name in meant],
        )
        return len(meant)

    def due(self, now: float, most: int) -> list[Delivery]:
        rows = self._db.execute(
            "SELECT id, webhook, payload, attempts, made FROM deliveries"
            " WHERE state = 'waiting' AND due <= ? ORDER BY due LIMIT ?",
            (now, most),
        )
        return [Delivery(*row) for row in rows]

    def settle(self, delivery: Delivery, state: str, due: float) -> None:
        """`delivered` and `given-up` leave nothing but a row; `waiting` is tried again at `due`."""
        self._db.execute(
            "UPDATE deliveries SET state = ?, due = ?, attempts = attempts + 1,"
            " payload = CASE WHEN ? = 'waiting' THEN payload ELSE '' END WHERE id = ? AND webhook = ?",
            (state, due, state, delivery.id, delivery.webhook),
        )

    def mark_gone(self, webhook: str, url: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO gone VALUES (?, ?)", (webhook, url))

    def waiting(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM deliveries WHERE state = 'waiting'").fetchone()[0])

    def expire(self, now: float) -> int:
        """What has had its time goes; answers with text are forgotten when the text's time is over."""
        gone = 0
        for table in ("answers", "checks", "overrides"):
            gone += self._db.execute(f"DELETE FROM {table} WHERE expires <= ?", (now,)).rowcount
        gone += self._db.execute("DELETE FROM answers WHERE text_expires <= ?", (now,)).rowcount
        settled = "DELETE FROM deliveries WHERE state <> 'waiting' AND made < ?"
        return gone + self._db.execute(settled, (now - 7 * 86400,)).rowcount
