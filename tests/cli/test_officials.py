"""`kiemtin officials check`, and who is in the roster that a check uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiemtin.foundation.problems import ExitCode

TABLE = "họ tên,chức danh,đơn vị,từ,đến,nguồn\nTrần Văn An,Bí thư Tỉnh ủy,Nam Sơn,15/10/2020,,Báo Nam Sơn\n"
DRAFT = "Ngày đăng: 12/03/2024\n\nTỉnh Nam Sơn họp\n\nĐồng chí Phạm Văn Cường kể chuyện được mùa.\n"


def test_what_a_table_knows_is_told(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "danh-ba.csv").write_text(TABLE, "utf-8")
    done = kiemtin("officials", "check", "danh-ba.csv")
    assert done.returncode == ExitCode.NOTHING_FOUND
    assert "1 người, 1 chức danh; 1 chưa rõ ngày thôi giữ" in done.stdout


def test_all_that_is_wrong_is_told_without_a_traceback(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    wrong = '{"persons": [{"name": "Trần Văn An"}], "memberships": [{"person_id": "b"}]}'
    (tmp_path / "danh-ba.json").write_text(wrong, "utf-8")
    (tmp_path / "bai.txt").write_text(DRAFT, "utf-8")
    checked = kiemtin("officials", "check", "danh-ba.json")
    used = kiemtin("check", "--roster", "danh-ba.json", "bai.txt")
    for done in (checked, used):
        assert done.returncode == ExitCode.PACK_INVALID
        assert "persons 1" in done.stderr
        assert "memberships 1" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_table_serves_as_the_roster_of_a_check(kiemtin: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "danh-ba.csv").write_text(TABLE, "utf-8")
    (tmp_path / "bai.txt").write_text(DRAFT, "utf-8")
    assert kiemtin("check", "--roster", "danh-ba.csv", "bai.txt").returncode == ExitCode.NOTHING_FOUND


@pytest.mark.parametrize(
    ("options", "official"),
    [([], None), (["--pack", "qđ-234"], None), (["--pack", "qđ-tỉnh-mẫu"], "pham-van-cuong")],
)
def test_invented_people_come_with_a_sample_pack_asked_for_by_name(
    kiemtin: Callable[..., Any], tmp_path: Path, options: list[str], official: str | None
) -> None:
    (tmp_path / "bai.txt").write_text(DRAFT, "utf-8")
    shown = kiemtin("show", "--format", "jsonl", *options, "bai.txt").stdout
    assert ("pham-van-cuong" in shown) is (official is not None)
