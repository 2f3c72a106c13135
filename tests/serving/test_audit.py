"""The log is append-only, and whatever is changed in it shows."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.serving.audit import BEGINNING, AuditLog, LogUnreadableError, entries, verify

DAY = datetime(2026, 3, 12, 8, tzinfo=UTC)


def written(path: Path, count: int = 5) -> str:
    log = AuditLog(path)
    for number in range(count):
        log.append("decision", "news", {"id": f"chk_{number}"}, DAY + timedelta(days=number))
    log.commit()
    head = log.head.hash
    log.close()
    return head


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("audit") / "audit.sqlite"
    written(path)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def changed(log: Path, tmp_path: Path, *statements: str) -> Path:
    """A copy in which somebody with the file in hand did that."""
    path = tmp_path / "changed.sqlite"
    path.unlink(missing_ok=True)
    shutil.copy(log, path)
    db = sqlite3.connect(path)
    for trigger in ("never_deleted", "never_changed"):
        db.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()
    return path


def test_a_log_as_it_was_written_is_whole(log: Path) -> None:
    found = verify(log)
    assert (found.entries, found.bodies, found.faults) == (5, 5, [])
    assert found.head == [entry.hash for entry in entries(log)][-1]


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE entries SET body = '{}' WHERE number = 3", {"audit-body-changed"}),
        ("UPDATE entries SET desk = 'sport' WHERE number = 3", {"audit-entry-changed"}),
        ("UPDATE entries SET at = '2020-01-01' WHERE number = 3", {"audit-entry-changed"}),
        (
            "UPDATE entries SET body_digest = 'x' WHERE number = 3",
            {"audit-entry-changed", "audit-body-changed"},
        ),
        ("UPDATE entries SET hash = 'x' WHERE number = 3", {"audit-entry-changed", "audit-chain-broken"}),
        ("DELETE FROM entries WHERE number = 3", {"audit-entry-missing", "audit-chain-broken"}),
        ("DELETE FROM entries WHERE number = 1", {"audit-entry-missing", "audit-chain-broken"}),
    ],
)
def test_a_change_shows(log: Path, tmp_path: Path, statement: str, codes: set[str]) -> None:
    found = verify(changed(log, tmp_path, statement))
    assert {fault.code for fault in found.faults} == codes


COLUMNS = ["at", "kind", "desk", "body", "body_digest", "previous", "hash"]
PLAIN = st.text(st.characters(codec="ascii", exclude_categories=["C"], exclude_characters="'"), max_size=10)


@given(number=st.integers(1, 5), column=st.sampled_from(COLUMNS), text=PLAIN)
@settings(max_examples=40, deadline=None)
def test_any_change_of_any_field_shows(
    log: Path, tmp_path_factory: pytest.TempPathFactory, number: int, column: str, text: str
) -> None:
    statement = f"UPDATE entries SET {column} = '{text}' WHERE number = {number}"
    assert verify(changed(log, tmp_path_factory.mktemp("c"), statement)).faults


def test_cutting_the_end_off_shows_only_against_a_head_kept_elsewhere(log: Path, tmp_path: Path) -> None:
    head = verify(log).head
    shorter = changed(log, tmp_path, "DELETE FROM entries WHERE number > 3")
    assert verify(shorter).faults == []
    assert [fault.code for fault in verify(shorter, head).faults] == ["audit-head-not-found"]


def test_a_log_written_anew_shows_against_a_head(log: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    written(other, 6)
    db = sqlite3.connect(other)
    db.close()
    assert verify(other).faults == []
    head = "f" * 64
    assert [fault.code for fault in verify(other, head).faults] == ["audit-head-not-found"]


def test_a_head_of_before_is_in_the_chain_that_went_on(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    head = written(path, 2)
    written(path, 3)
    found = verify(path, head)
    assert (found.entries, found.after_head, found.faults) == (5, 3, [])
    assert verify(path, BEGINNING).after_head == 5


def test_nothing_is_deleted_or_changed_by_the_way(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    written(path)
    db = sqlite3.connect(path)
    for statement in (
        "DELETE FROM entries",
        "UPDATE entries SET desk = 'x'",
        "UPDATE entries SET body = '{}'",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(statement)
    db.close()


def test_retention_takes_bodies_and_leaves_the_chain(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    head = written(path)
    log = AuditLog(path)
    assert log.forget(DAY + timedelta(days=12), days=10) == 2
    log.close()
    found = verify(path, head)
    assert (found.entries, found.bodies, found.faults, found.after_head) == (5, 3, [], 0)


def test_what_was_not_committed_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "audit.sqlite"
    head = written(path)
    log = AuditLog(path)
    log.append("decision", "news", {}, DAY)
    log.roll_back()
    assert log.head.hash == head
    log.append("decision", "news", {}, DAY)
    log.close()
    assert verify(path).head == head


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "state" / "audit.sqlite"
    written(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"x" * 100])
def test_another_file_is_no_log(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(LogUnreadableError):
        verify(path)


def test_a_damaged_log_is_told(log: Path, tmp_path: Path) -> None:
    data = bytearray(log.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(data)
    with pytest.raises(LogUnreadableError):
        verify(path)
