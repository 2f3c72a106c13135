"""Items without a day: what depends on the day is left open, and the day is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiemtin.judging.judge import Judge

PACK = """văn bản qđ-thử
  số hiệu      "1-QĐ/TU"
  tên          "Quy định thử"
  ban hành     "Ban Thường vụ"
  hiệu lực     từ 01/01/2020
  thứ bậc      theo tb
  tình trạng   minh họa "mẫu"

thứ bậc tb
  đến 31/12/2021
    bậc 1 "Bí thư Tỉnh ủy"
    bậc 2 "Phó Bí thư Tỉnh ủy"; "Chủ tịch UBND tỉnh"
    bậc 3 "Giám đốc Sở Tài chính"
  từ 01/01/2022
    bậc 1 "Bí thư Tỉnh ủy"
    bậc 2 "Phó Bí thư Tỉnh ủy"
    bậc 3 "Chủ tịch UBND tỉnh"
    bậc 4 "Giám đốc Sở Tài chính"; "Chủ tịch HĐND tỉnh"

Điều 1. "Lời của điều khoản."

  quy tắc nêu-sai-thứ-bậc
    với mỗi ds trong tin.danh_sách
    phải    ds.lãnh_đạo xếp theo thứ_bậc
    sửa     xếp lại ds.lãnh_đạo
"""


@pytest.fixture(scope="module")
def judge(judge_of: Callable[[str], Judge]) -> Judge:
    return judge_of(PACK)


@pytest.mark.parametrize(
    ("day", "first", "second", "outcome"),
    [
        ("05/05/2021", "Chủ tịch UBND tỉnh", "Phó Bí thư Tỉnh ủy", "passed"),
        ("05/05/2023", "Chủ tịch UBND tỉnh", "Phó Bí thư Tỉnh ủy", "failed"),
        (None, "Chủ tịch UBND tỉnh", "Phó Bí thư Tỉnh ủy", "not-checkable"),
        (None, "Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh", "passed"),
        (None, "Giám đốc Sở Tài chính", "Bí thư Tỉnh ủy", "failed"),
        # An earlier version that knows nothing of one of them says nothing of their order.
        (None, "Chủ tịch HĐND tỉnh", "Bí thư Tỉnh ủy", "failed"),
    ],
)
def test_an_order_that_changed_is_judged_only_by_a_day(
    judge: Judge, check: Any, day: str | None, first: str, second: str, outcome: str
) -> None:
    text = f"Dự hội nghị có các đồng chí: Ngô Văn Hồng, {first}; Vũ Thị Mận, {second}."
    judged = check(judge, f"---\nngày: {day}\n---\n{text}" if day else text)
    assert judged.outcomes == [outcome]
    if outcome == "not-checkable":
        (finding,) = judged.findings
        assert [datum.name for datum in finding.missing] == ["published"]
