"""`kiemtin verify` and `kiemtin serve --new-token` as a person types them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiemtin.serving.audit import AuditLog
from kiemtin.serving.tokens import hash_of

Run = Callable[..., Any]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    written = AuditLog(tmp_path / "audit.sqlite")
    for number in range(3):
        written.append("decision", "news", {"n": number}, datetime(2026, 3, 12, 8, number, tzinfo=UTC))
    written.commit()
    written.close()
    return tmp_path / "audit.sqlite"


def head_of(said: str) -> str:
    (head,) = re.findall(r"[0-9a-f]{64}", said)
    return str(head)


def test_a_whole_log(kiemtin: Run, log: Path) -> None:
    done = kiemtin("verify", log)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nguyên vẹn: 3 mục, 3 còn nội dung.")
    again = kiemtin("verify", log, "--head", head_of(done.stdout), "--lang", "en")
    assert again.returncode == 0
    assert again.stdout.endswith("The head that was kept is in the log; 0 entries came after it.\n")


def test_a_changed_log_and_a_strange_head(kiemtin: Run, log: Path) -> None:
    done = kiemtin("verify", log, "--head", "0" * 63 + "1")
    assert done.returncode == 1
    assert "viết lại hoặc cắt bớt" in done.stdout
    db = sqlite3.connect(log)
    db.execute("DROP TRIGGER never_changed")
    db.execute("UPDATE entries SET body = '{}' WHERE number = 2")
    db.commit()
    db.close()
    done = kiemtin("verify", log)
    assert (done.returncode, done.stdout.splitlines()) == (
        1,
        ["KHÔNG nguyên vẹn: 1 chỗ.", "  Mục 2: nội dung đã bị sửa."],
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("none.sqlite",), 3), (("bài.txt",), 3), ((), 2), (("audit.sqlite", "--head", "abc"), 2)],
)
def test_what_cannot_be_verified(
    kiemtin: Run, log: Path, draft: Path, arguments: tuple[str, ...], code: int
) -> None:
    done = kiemtin("verify", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr


def test_a_new_token_and_its_line(kiemtin: Run) -> None:
    lines = kiemtin("serve", "--new-token").stdout.splitlines()
    assert f'hash = "{hash_of(lines[1])}"' in lines
