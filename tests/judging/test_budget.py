"""A rule that would take for ever is given up, which is said; the others are judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.reading import read_bytes
from kiemtin.judging.findings import Outcome
from kiemtin.reporting.text import render

RULES = """văn bản thử
  tên "Thử"
  hiệu lực từ 01/01/2020
  tình trạng minh họa "x"

Điều 1. "a"

  quy tắc sáu-vòng
    {loops}

  quy tắc một-vòng
    với mỗi a trong tin.lượt_nhắc
    phải a có chức_danh
"""
NAMES = [
    f"Trần Văn {first}{second}"
    for first in ("Bình", "Cường", "Dũng", "Hải")
    for second in ("", " An", " Minh", " Sơn")
]


@pytest.fixture
def six_loops(tmp_path: Path) -> Path:
    variables = "abcdef"
    head = "".join(f"    với mỗi {name} trong tin.lượt_nhắc\n" for name in variables)
    path = tmp_path / "thu.quy"
    path.write_text(
        RULES.format(loops=head.strip() + "\n    phải a có chức_danh hoặc f có chức_danh"), "utf-8"
    )
    return path


def test_a_rule_of_six_loops_is_given_up_and_the_next_is_judged(six_loops: Path) -> None:
    text = "---\nNgày đăng: 12/03/2024\n---\nTít\n\n" + "".join(
        f"Đồng chí {name}, Bí thư Tỉnh ủy, phát biểu.\n\n" for name in NAMES
    )
    report = Workbench(str(six_loops)).judge(read_bytes(text.encode(), "a.txt"))
    outcomes = {finding.rule: finding for finding in report.judgement.findings}

    assert outcomes["thử.sáu-vòng"].outcome is Outcome.NOT_RUN
    assert outcomes["thử.sáu-vòng"].message == "judging.not-run.too-costly"
    assert outcomes["thử.một-vòng"].outcome in (Outcome.PASSED, Outcome.FAILED)
    assert "bước tính" in render(report, "vi")


def test_what_was_found_until_then_is_told(six_loops: Path) -> None:
    text = "---\nNgày đăng: 12/03/2024\n---\nTít\n\n" + "".join(
        f"Đồng chí {name} phát biểu.\n\n" for name in NAMES
    )
    report = Workbench(str(six_loops)).judge(read_bytes(text.encode(), "a.txt"))
    found = [finding.outcome for finding in report.judgement.findings if finding.rule == "thử.sáu-vòng"]

    assert found.count(Outcome.NOT_RUN) == 1
    assert Outcome.FAILED in found
