"""`kiemtin help`: pages and commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_help_lists_the_pages(kiemtin: Run) -> None:
    done = kiemtin("help")

    assert done.returncode == 0
    assert "  settings " in done.stdout
    assert "Danh bạ lãnh đạo" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["settings"], "CẤU HÌNH"),
        (["cấu", "hình"], "CẤU HÌNH"),
        (["settings", "--lang", "en"], "SETTINGS, METADATA"),
        (["rules", "test"], "Cách dùng: kiemtin rules test"),
        (["check"], "Cách dùng: kiemtin check"),
    ],
)
def test_help_shows_a_page_or_a_command(kiemtin: Run, arguments: list[str], said: str) -> None:
    done = kiemtin("help", *arguments)

    assert done.returncode == 0
    assert done.stdout.startswith(said)


def test_a_topic_that_is_not_there_is_told(kiemtin: Run) -> None:
    done = kiemtin("help", "setings")

    assert done.returncode == 2
    assert "không có trang hay lệnh nào là “setings”. Có phải ý bạn là settings?" in done.stderr


def test_files_of_the_pages_are_copied_once(kiemtin: Run, tmp_path: Path) -> None:
    assert "kiemtin-gate.php" in kiemtin("help", "--copy", "-").stdout
    done = kiemtin("help", "--copy", "noi-quy-dai-du.quy")

    assert done.returncode == 0
    assert (tmp_path / "noi-quy-dai-du.quy").read_text("utf-8").startswith("# Một cuốn nội quy")
    assert kiemtin("help", "--copy", "noi-quy-dai-du.quy").returncode == 2
    refused = kiemtin("help", "--copy", "../x")
    assert (refused.returncode, "Các tệp đi kèm: " in refused.stderr) == (2, True)
