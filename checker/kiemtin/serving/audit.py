"""The audit log: append-only, each entry bound to the one before by its hash; SQLite with a write-ahead log.

An entry's hash is SHA-256 over number, time, kind, desk, digest of its body and the hash before, so that no
entry is changed, left out or put in between without a change of every hash behind. Whoever can write the file
can write it anew from the start: that shows against a head kept elsewhere. Retention takes bodies away and
leaves digests, so the chain stays whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from kiemtin.foundation.paths import exists
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode, KiemtinError, Problem

APPLICATION = 0x6B746C67
"""SQLite's `application_id` of our audit logs ("ktlg")."""
BEGINNING = "0" * 64
_SCHEMA = """
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    desk TEXT NOT NULL,
    body TEXT,
    body_digest TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER never_deleted BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER never_changed BEFORE UPDATE ON entries
WHEN NEW.body IS NOT NULL OR NEW.number <> OLD.number OR NEW.at <> OLD.at OR NEW.kind <> OLD.kind
  OR NEW.desk <> OLD.desk OR NEW.body_digest <> OLD.body_digest OR NEW.previous <> OLD.previous
  OR NEW.hash <> OLD.hash
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
"""


class LogUnreadableError(KiemtinError):
    """No audit log, or a file that cannot be read."""

    exit_code = ExitCode.DOCUMENT_UNREADABLE


class Entry(NamedTuple):
    """`body` None: taken away by retention."""

    number: int
    at: str
    kind: str
    desk: str
    body: str | None
    body_digest: str
    previous: str
    hash: str


class Head(NamedTuple):
    number: int
    hash: str


def private_file(path: Path) -> None:
    """Makes a file that only its owner reads, before anything is written to it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    path.chmod(0o600)


class AuditLog:
    """For one thread, which writes; `commit` makes what was appended lasting, all of it or nothing."""

    def __init__(self, path: Path) -> None:
        private_file(path)
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA busy_timeout = 5000")
        if self._db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
            self._db.execute("BEGIN IMMEDIATE")
            for statement in _statements(_SCHEMA):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA application_id = {APPLICATION}")
            self._db.execute("COMMIT")
        # Only now: what says that the file is a log of ours stands in it, not beside it.
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self.head = self._last()
        self._before = self.head
        self._in_transaction = False

    def _last(self) -> Head:
        row = self._db.execute("SELECT number, hash FROM entries ORDER BY number DESC LIMIT 1").fetchone()
        return Head(*row) if row else Head(0, BEGINNING)

    def append(self, kind: str, desk: str, body: Mapping[str, Any], at: datetime) -> Head:
        """Raises sqlite3.Error; then nothing since the last commit is kept."""
        if not self._in_transaction:
            self._db.execute("BEGIN IMMEDIATE")
            self._in_transaction = True
            self.head = self._before = self._last()  # another process may have written
        told = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        moment = at.astimezone(UTC).isoformat(timespec="milliseconds")
        digest = hashlib.sha256(told.encode()).hexdigest()
        number = self.head.number + 1
        hash_ = chained(number, moment, kind, desk, digest, self.head.hash)
        row = (number, moment, kind, desk, told, digest, self.head.hash, hash_)
        self._db.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        self.head = Head(number, hash_)
        return self.head

    def commit(self) -> None:
        if self._in_transaction:
            self._db.execute("COMMIT")
            self._in_transaction = False
            self._before = self.head

    def roll_back(self) -> None:
        if self._in_transaction:
            self._in_transaction = False
            self.head = self._before
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")

    def forget(self, now: datetime, days: int) -> int:
        """Takes the bodies of entries older than `days` away; how many."""
        limit = (now.astimezone(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds")
        done = self._db.execute("UPDATE entries SET body = NULL WHERE body IS NOT NULL AND at < ?", (limit,))
        return done.rowcount

    def close(self) -> None:
        self.roll_back()
        self._db.close()


def chained(number: int, at: str, kind: str, desk: str, digest: str, previous: str) -> str:
    told = json.dumps([number, at, kind, desk, digest, previous], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


class Fault(NamedTuple):
    """Where a log is not what it was: a message id and the number of the entry."""

    code: str
    number: int


class Verification(NamedTuple):
    entries: int
    bodies: int
    """That are still kept."""
    head: str
    faults: list[Fault]
    after_head: int | None
    """Entries behind the head that was kept elsewhere; None without one, or if it is not in the chain."""


MOST_FAULTS = 20


def is_audit_log(path: Path) -> bool:
    """Whether a file is one of ours, by its header."""
    try:
        with path.open("rb") as stream:
            header = stream.read(72)
    except OSError:
        return False
    return header.startswith(b"SQLite format 3\0") and header[68:72] == APPLICATION.to_bytes(4, "big")


def verify(path: Path, head: str | None = None) -> Verification:
    """Goes through the chain; the log is only read. Raises LogUnreadableError."""
    faults: list[Fault] = []
    previous, count, bodies, after = BEGINNING, 0, 0, None
    if head == BEGINNING:
        after = 0
    try:
        for entry in entries(path):
            count += 1
            bodies += entry.body is not None
            if after is not None:
                after += 1
            faults += _faults(entry, count, previous)
            previous = entry.hash
            if head is not None and head == entry.hash:
                after = 0
            if len(faults) > MOST_FAULTS:
                break
    except sqlite3.Error as error:
        raise _unreadable(path, str(error)) from None
    if head is not None and after is None and not faults:
        faults.append(Fault("audit-head-not-found", count))
    return Verification(count, bodies, previous, faults[:MOST_FAULTS], after)


def _faults(entry: Entry, expected: int, previous: str) -> Iterator[Fault]:
    if entry.number != expected:
        yield Fault("audit-entry-missing", entry.number)
    if entry.previous != previous:
        yield Fault("audit-chain-broken", entry.number)
    hashed = chained(entry.number, entry.at, entry.kind, entry.desk, entry.body_digest, entry.previous)
    if hashed != entry.hash:
        yield Fault("audit-entry-changed", entry.number)
    if entry.body is not None and hashlib.sha256(entry.body.encode()).hexdigest() != entry.body_digest:
        yield Fault("audit-body-changed", entry.number)


def entries(path: Path) -> Iterator[Entry]:
    """All entries in their order. Raises LogUnreadableError, and sqlite3.Error on the way."""
    if not is_audit_log(path):
        raise _unreadable(path, "")
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        columns = ", ".join(Entry._fields)
        for row in db.execute(f"SELECT {columns} FROM entries ORDER BY number"):
            yield Entry(*row)
    finally:
        db.close()


def _unreadable(path: Path, reason: str) -> LogUnreadableError:
    if not exists(path):
        return LogUnreadableError(Problem("document-not-found", FilePlace(str(path))))
    return LogUnreadableError(Problem("audit-not-a-log", FilePlace(str(path)), {"reason": reason or "–"}))


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
