"""Drafts of rules block nothing; what was accepted under a rule's old name stays accepted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]

PACK = """văn bản thử
  hiệu lực từ 01/01/2024
  tình trạng minh họa
quy tắc {name}
{life}  phải tin.trang = 1
"""
DRAFT = (
    "---\ntrang: 5\nngày: 12/03/2024\n---\nĐoàn công tác của tỉnh đến xã\n\nSáng 12/3, đoàn công tác đến.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bai.md").write_text(DRAFT, "utf-8")
    return tmp_path


def write(folder: Path, name: str = "trang-đầu", life: str = "") -> None:
    (folder / "thử.quy").write_text(PACK.format(name=name, life=life), "utf-8")


def check(kiemtin: Run, *more: str) -> CompletedProcess[str]:
    return kiemtin("check", "--pack", "thử.quy", "bai.md", *more)


@pytest.mark.parametrize("life", ["  dự thảo\n", "  draft\n"])
def test_a_draft_runs_is_told_apart_and_blocks_nothing(folder: Path, kiemtin: Run, life: str) -> None:
    write(folder, life=life)
    done = check(kiemtin, "--strict")
    assert done.returncode == 0
    assert "QUY TẮC DỰ THẢO: 1 chỗ" in done.stdout
    assert "0 lỗi" in done.stdout
    told = json.loads(check(kiemtin, "--format", "json").stdout)["documents"][0]
    assert "findings" not in told
    assert [each["rule"] for each in told["drafts"]] == ["thử.trang-đầu"]
    assert told["counts"]["checks"] == 0
    assert "QUY TẮC DỰ THẢO" in check(kiemtin, "--format", "html").stdout
    assert json.loads(check(kiemtin, "--format", "sarif").stdout)["runs"][0]["results"] == []


def test_all_rules_of_a_draft_pack_are_drafts(folder: Path, kiemtin: Run) -> None:
    write(folder)
    pack = folder / "thử.quy"
    pack.write_text(pack.read_text("utf-8").replace("minh họa", "minh họa\n  dự thảo"), "utf-8")
    assert check(kiemtin).returncode == 0


def test_a_draft_that_lacks_a_datum_asks_nobody_for_it(folder: Path, kiemtin: Run) -> None:
    write(folder, life="  dự thảo\n")
    (folder / "bai.md").write_text("Sáng 12/3, đoàn công tác đến.\n", "utf-8")
    done = check(kiemtin, "--strict")
    assert done.returncode == 0
    assert "trang" not in done.stdout.partition("bai.md")[2].lower()


def test_a_baseline_outlives_a_new_name(folder: Path, kiemtin: Run) -> None:
    write(folder)
    assert kiemtin("baseline", "--pack", "thử.quy", "-o", "cũ.json", "bai.md").returncode == 0
    write(folder, "trang-nhất", "  tên cũ trang-đầu\n")
    assert check(kiemtin, "--baseline", "cũ.json").returncode == 0
    write(folder, "trang-nhất")
    assert check(kiemtin, "--baseline", "cũ.json").returncode == 1


def test_a_waiver_and_a_selection_go_by_the_old_name(folder: Path, kiemtin: Run) -> None:
    write(folder, "trang-nhất", "  tên cũ trang-đầu\n")
    (folder / "kiemtin-waivers.toml").write_text(
        '[[waiver]]\nrule = "thử.trang-đầu"\nfile = "bai.md"\n'
        'quote = "Đoàn công tác của tỉnh đến xã"\nreason = "Trang chuyên đề"\n'
        'person = "Lê Văn Bình"\nexpires = 2099-12-31\n',
        "utf-8",
    )
    done = check(kiemtin)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Trang chuyên đề" in done.stdout
    assert check(kiemtin, "--no-waivers", "--select", "trang-đầu").returncode == 1
    assert check(kiemtin, "--no-waivers", "--ignore", "thử.trang-đầu").returncode == 0
