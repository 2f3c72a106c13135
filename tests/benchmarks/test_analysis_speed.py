"""`kiemtin rules analyse` of 50 rules that meet on six axes (figures, not verdicts)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiemtin.analysing.analysis import analyse
from kiemtin.checking.workbench import Workbench

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

HEAD = """văn bản lớn
  hiệu lực     từ 01/07/2021
  dùng         thứ-bậc-địa-phương
  thứ bậc      theo thứ-bậc-địa-phương
  tình trạng   minh họa "mẫu"

Điều 1. "Độ dài."

  bảng độ_dài_tối_đa theo tin.bậc và tin.loại_hình
    |          | báo in | phát thanh |
    | bậc 1..3 | 1000 chữ | 4 phút |
    | bậc 4..6 | 800 chữ | 3 phút |
    | còn lại  | 600 chữ | 2 phút |
"""
RULES = (
    'khi tin.loại_hình = "báo in" và tin.bậc <= {rank}\n    phải tin.độ_dài không quá {words} chữ',
    'khi tin.loại_hình = "phát thanh"\n    phải tin.thời_lượng không quá {minutes} phút',
    "khi tin.bậc trong {rank}..9\n    nên tin.trang <= {page}",
    'khi tin.ngày_đăng >= 0{rank}/03/2023 và tin.loại_hình = "báo in"\n    phải tin.số_ảnh <= {page}',
    "phải tin.độ_dài không quá độ_dài_tối_đa",
)


@pytest.fixture
def fifty_rules(tmp_path: Path) -> str:
    path = tmp_path / "lớn.quy"
    rows = []
    for n in range(50):
        told = {"rank": n % 8 + 1, "words": 500 + 10 * n, "minutes": n % 7 + 1, "page": n % 12 + 1}
        rows.append(f"  quy tắc số-{n}\n    {RULES[n % len(RULES)].format(**told)}\n")
    path.write_text(HEAD + "\n".join(rows), "utf-8")
    return str(path)


def test_fifty_rules(benchmark: BenchmarkFixture, fifty_rules: str) -> None:
    bench = Workbench(fifty_rules)
    judge = bench.judge_of(fifty_rules)

    found = benchmark.pedantic(analyse, (judge, bench.recognizer.recognize), rounds=3)

    assert len({rule.rule.id for rule in judge.rules}) == 50
    assert found.claims
    assert "time" not in {each.reason for each in found.skipped}
