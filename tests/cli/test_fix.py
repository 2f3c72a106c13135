"""`kiemtin fix`: what it shows, what it writes, what it asks."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Kiemtin = Callable[..., Any]
SAMPLE = ("--pack", "nội-quy-báo-mẫu")
HEAD = "---\nngày đăng: 12/03/2024\nloại hình: báo in\ntrang: 1\n---\n"
WRONG = HEAD + "Tỉnh Nam Sơn họp\n\nSáng 12/3, đồng chí Trần Văn An chủ trì hội nghị.\n"
RIGHT = WRONG.replace("An chủ trì", "An, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, chủ trì")


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "bai.txt"
    path.write_text(WRONG, "utf-8")
    return path


def test_it_shows_the_difference_and_writes_nothing(kiemtin: Kiemtin, wrong: Path) -> None:
    done = kiemtin("fix", *SAMPLE, "bai.txt")

    assert done.returncode == 1
    assert done.stdout.startswith("--- bai.txt\n+++ bai.txt\n@@ ")
    assert "\n-Sáng 12/3, đồng chí Trần Văn An chủ trì" in done.stdout
    assert (
        "\n+Sáng 12/3, đồng chí Trần Văn An, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, chủ trì" in done.stdout
    )
    assert done.stderr == "bai.txt: 1 chỗ sửa được, chưa ghi; ghi bằng --write.\n"
    assert wrong.read_text("utf-8") == WRONG


def test_it_writes_in_place_and_then_finds_nothing(kiemtin: Kiemtin, wrong: Path) -> None:
    wrong.chmod(0o640)
    done = kiemtin("fix", *SAMPLE, "--write", wrong)

    assert done.returncode == 0
    assert wrong.read_text("utf-8") == RIGHT
    assert stat.S_IMODE(wrong.stat().st_mode) == 0o640
    assert [path.name for path in wrong.parent.iterdir()] == ["bai.txt"]
    again = kiemtin("fix", *SAMPLE, "--write", wrong)
    assert (again.returncode, again.stdout) == (0, "")
    assert "không có chỗ nào sửa được chắc chắn" in again.stderr


# The titles that a piece gives elsewhere are no ground beyond doubt.
UNSURE = HEAD + (
    "Xã Hòa Sơn họp\n\nSáng 12/3, đồng chí Lê Văn Tám, Bí thư Tỉnh ủy, dự. "
    "Đồng chí Trần Văn Ann, Bí thư Tỉnh ủy, dự.\n"
)


@pytest.mark.parametrize(
    ("answer", "changed"), [("c\n", True), ("y\n", True), ("k\n", False), ("t\n", False), ("", False)]
)
def test_what_is_not_safe_is_asked(kiemtin: Kiemtin, tmp_path: Path, answer: str, changed: bool) -> None:  # noqa: FBT001
    path = tmp_path / "bai.txt"
    path.write_text(UNSURE, "utf-8")
    assert kiemtin("fix", *SAMPLE, "bai.txt").stdout == ""

    done = kiemtin("fix", *SAMPLE, "--ask", "--write", "bai.txt", stdin=answer.encode())

    assert "Sửa chỗ này? c/k/t" in done.stderr
    assert (path.read_text("utf-8") != UNSURE) is changed


def test_what_cannot_be_changed_in_place_is_told(kiemtin: Kiemtin, corpus: Path) -> None:
    done = kiemtin("fix", *SAMPLE, corpus / "rundowns" / "thoi-su-toi-sai-thu-tu.xlsx", "khong-co.txt")

    assert done.returncode == 3
    assert "Loại tệp này không sửa tại chỗ được." in done.stderr
    assert "khong-co.txt: LỖI: Không tìm thấy tệp." in done.stderr


def test_escape_sequences_of_a_draft_stay_visible(kiemtin: Kiemtin, tmp_path: Path) -> None:
    text = WRONG.replace("hội nghị.", "hội\x1b[31m nghị.")
    (tmp_path / "bai.txt").write_text(text, "utf-8")

    done = kiemtin("fix", *SAMPLE, "--write", "bai.txt")

    assert "\x1b" not in done.stdout + done.stderr
    assert (tmp_path / "bai.txt").read_text("utf-8") == RIGHT.replace("hội nghị.", "hội\x1b[31m nghị.")
