"""`kiemtin list` as a shell starts it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from typing import Any

from kiemtin.foundation.problems import ExitCode

SAMPLE = ("--pack", "qđ-tỉnh-mẫu", "--as-of", "12/03/2024")
NAMES = "Lê Thị Bình\nTrần Văn An\nNguyễn Văn Không\n"


def test_names_are_ready_to_copy_with_their_sources_and_what_stays_open(kiemtin: Callable[..., Any]) -> None:
    done = kiemtin("list", *SAMPLE, stdin=NAMES.encode())
    assert (done.returncode, done.stderr) == (ExitCode.NOTHING_FOUND, "")
    lines = done.stdout.splitlines()
    assert lines[2:4] == [
        "Trần Văn An, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy",
        "Lê Thị Bình, Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch Hội đồng nhân dân tỉnh",
    ]
    assert "minh họa" in lines[0]
    assert lines[-1] == "  Nguyễn Văn Không: danh bạ không có tên này"


def test_programs_get_rows(kiemtin: Callable[..., Any]) -> None:
    done = kiemtin("list", *SAMPLE, "--format", "jsonl", "Lê Thị Bình, Trần Văn An; Nguyễn Văn Không")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["number"], row["written"], row["rank"]) for row in rows] == [
        (1, "Trần Văn An", 9),
        (2, "Lê Thị Bình", 10),
        (None, "Nguyễn Văn Không", None),
    ]
    assert rows[2]["open"]
    assert rows[2]["titles"] is None


def test_a_name_is_no_formula_in_a_sheet(kiemtin: Callable[..., Any]) -> None:
    done = kiemtin("list", *SAMPLE, "--format", "csv", "=1+1")
    (row,) = csv.DictReader(done.stdout.splitlines())
    assert row["written"] == "'=1+1"


def test_bytes_that_are_no_text_are_told(kiemtin: Callable[..., Any]) -> None:
    done = kiemtin("list", stdin=b"\xff\x00\x81")
    assert done.returncode == ExitCode.DOCUMENT_UNREADABLE
    assert "Traceback" not in done.stderr
