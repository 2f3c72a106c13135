"""Known, waived, false alarms: as a newsroom uses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Kiemtin = Callable[..., Any]
SAMPLE = ("--pack", "nội-quy-báo-mẫu")
TEXT = (
    "---\nngày đăng: 12/03/2024\nloại hình: báo in\ntrang: 1\n---\nTỉnh Nam Sơn họp\n\n"
    "Sáng 12/3, đồng chí Trần Văn An chủ trì hội nghị. Đồng chí An nói ngắn.\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "bai.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_baseline_separates_old_from_new(kiemtin: Kiemtin, draft: Path) -> None:
    written = kiemtin("baseline", *SAMPLE, "bai.txt")
    assert (written.returncode, written.stderr) == (0, "")
    assert "1 lỗi đã biết trong 1 tệp" in written.stdout
    known = kiemtin("check", *SAMPLE, "bai.txt", "--baseline", "kiemtin-baseline.json")
    assert known.returncode == 0
    assert "ĐÃ BIẾT: 1 chỗ có trong kiemtin-baseline.json" in known.stdout
    draft.write_text(TEXT + "\nĐồng chí Vũ Minh Đức thăm hợp tác xã.\n", "utf-8")
    new = kiemtin("check", *SAMPLE, "bai.txt", "--baseline", "kiemtin-baseline.json")
    assert new.returncode == 1
    assert "1 lỗi, 0 cảnh báo, 0 lưu ý, 1 đã biết" in new.stdout
    draft.write_text(TEXT.replace("An chủ trì", "An, Bí thư Tỉnh ủy, chủ trì"), "utf-8")
    gone = kiemtin("check", *SAMPLE, "bai.txt", "--baseline", "kiemtin-baseline.json")
    assert "KHÔNG CÒN: 1 chỗ của kiemtin-baseline.json" in gone.stdout
    assert kiemtin("check", "bai.txt", "--baseline", "bai.txt").returncode == 2


def test_a_false_alarm_is_waived_counted_and_kept_without_names(
    kiemtin: Kiemtin, draft: Path, tmp_path: Path
) -> None:
    words = ("--reason", "Trần Văn An đã được nêu chức danh ở ảnh", "--person", "Lê Thị Na")
    done = kiemtin("feedback", *SAMPLE, "bai.txt", "1", *words)
    assert (done.returncode, done.stderr) == (0, "")
    (case,) = (tmp_path / "kiemtin-feedback").iterdir()
    kept = case.read_text("utf-8")
    assert kept.startswith("# qđ-tỉnh-mẫu.nêu-tên-thiếu-chức-danh: Đoàn Văn Mộc đã được nêu")
    assert 'ví dụ đạt    "Sáng 12/3, đồng chí Đoàn Văn Mộc chủ trì hội nghị. Đồng chí Mộc nói ngắn."' in kept
    assert "với ngày_đăng = 12/03/2024" in kept
    assert "Trần" not in kept
    checked = kiemtin("check", *SAMPLE, "bai.txt", "--format", "json")
    (document,) = json.loads(checked.stdout)["documents"]
    assert checked.returncode == 0
    assert [each.get("waiver", {}).get("person") for each in document["findings"]] == ["Lê Thị Na"]
    assert kiemtin("check", *SAMPLE, "bai.txt", "--no-waivers").returncode == 1
    listed = kiemtin("feedback", "--list")
    assert listed.stdout == "nêu-tên-thiếu-chức-danh: 1 lần bỏ qua, 1 báo nhầm\n"
    assert kiemtin("feedback", "bai.txt", "1").returncode == 2


def test_a_stale_waiver_is_told(kiemtin: Kiemtin, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "kiemtin-waivers.toml").write_text(
        '[[waiver]]\nrule = "nêu-tên-thiếu-chức-danh"\nquote = "đồng chí Trần Văn An"\n'
        'reason = "x"\nperson = "y"\nexpires = 2020-01-01\n',
        "utf-8",
    )
    done = kiemtin("check", *SAMPLE, "bai.txt")
    assert done.returncode == 1
    assert "kiemtin-waivers.toml:1: CẢNH BÁO: Đã hết hạn từ 2020-01-01" in done.stderr
