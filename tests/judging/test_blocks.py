"""Blocks of a bulletin: an order of their own, within which rules judge."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiemtin.documents.delimited import read
from kiemtin.documents.model import Document

Judges = Callable[[str], Any]
ROWS = """STT,Tên tin,Thời lượng
Trong tỉnh,,
1,Phó Bí thư Tỉnh ủy Lê Văn Tư họp,0:01:00
2,Lũ rút ở xã Hòa Sơn,0:01:00
Trong nước,,
3,{third},0:01:00
4,{fourth},0:02:00
"""
RULE = """  quy tắc trong-khối
    với mỗi khối trong bản_tin.các_khối
    phải khối.mục_lãnh_đạo xếp theo thứ_bậc
"""
LOWER, HIGHER = "Phó Bí thư Tỉnh ủy Hồ Văn Bảy họp", "Bí thư Tỉnh ủy Trần Văn An họp"


def rundown(third: str, fourth: str) -> Document:
    return read(ROWS.format(third=third, fourth=fourth).encode(), "bản-tin.csv")


@pytest.mark.parametrize(("third", "fourth", "fails"), [(HIGHER, LOWER, False), (LOWER, HIGHER, True)])
def test_an_order_is_judged_within_a_block(
    judge_of: Judges, check: Any, third: str, fourth: str, *, fails: bool
) -> None:
    """The second block begins with somebody higher than the first: that is no disorder."""
    judged = check(judge_of(RULE), rundown(third, fourth))
    assert [finding.place is not None for finding in judged.failed] == [True] * fails


def test_what_a_block_is_and_has(judge_of: Judges, check: Any) -> None:
    judge = judge_of(
        """  quy tắc khối
    với mỗi khối trong bản_tin.các_khối
    khi khối.tiêu_đề = "trong nước"
    phải khối.số_mục = 2 và khối.thời_lượng = 3 phút
  quy tắc tin-trong-tỉnh
    với mỗi tin trong bản_tin.mục
    khi tin.khối_tin = "Trong tỉnh"
    phải tin.vị_trí <= 2
"""
    )
    judged = check(judge, rundown("Mưa", "Nắng"))
    assert [finding.outcome.value for finding in judged.findings] == ["passed", "passed"]


def test_a_rundown_without_headings_has_no_blocks(judge_of: Judges, check: Any) -> None:
    plain = read("STT,Tên tin,Thời lượng\n1,Mưa,0:01:00\n2,Nắng,0:01:00\n".encode(), "bản-tin.csv")
    (finding,) = check(judge_of(RULE), plain).findings
    assert finding.outcome.value == "out-of-scope"
