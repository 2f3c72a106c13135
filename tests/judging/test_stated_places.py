"""A precedence may give places of their own to former and acting heads and to foreign guests."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.judging.findings import Outcome

PACK = """văn bản thử
  hiệu lực từ 01/01/2024
  tình trạng minh họa
  thứ bậc theo của-đây
thứ bậc của-đây
{ranks}quy tắc thứ-tự
  với mỗi ds trong tin.danh_sách
  phải ds.lãnh_đạo xếp theo thứ_bậc
"""
STATED = """  bậc 1 "khách nước ngoài"
  bậc 2 "Bí thư Tỉnh ủy"
  bậc 3 "Chủ tịch UBND tỉnh"
  bậc 4 "nguyên Bí thư Tỉnh ủy"; "quyền Chủ tịch UBND tỉnh"
  bậc 5 "Phó Chủ tịch UBND tỉnh"
"""
PLAIN = """  bậc 2 "Bí thư Tỉnh ủy"
  bậc 3 "Chủ tịch UBND tỉnh"
  bậc 5 "Phó Chủ tịch UBND tỉnh"
"""
HEAD = "Trần Văn Hòa, Bí thư Tỉnh ủy"
DEPUTY = "Phạm Văn Lâm, Phó Chủ tịch UBND tỉnh"
FORMER = "Lê Văn Bình, nguyên Bí thư Tỉnh ủy"
ACTING = "Hồ Văn Sơn, quyền Chủ tịch UBND tỉnh"
GUEST = "Ilona Brezak, Tổng thống Pháp"


@pytest.mark.parametrize(
    ("ranks", "people", "outcome"),
    [
        (STATED, (HEAD, FORMER, DEPUTY), Outcome.PASSED),
        (STATED, (HEAD, DEPUTY, FORMER), Outcome.FAILED),
        (STATED, (FORMER, HEAD, DEPUTY), Outcome.FAILED),
        (PLAIN, (HEAD, DEPUTY, FORMER), Outcome.PASSED),
        (STATED, (HEAD, ACTING, DEPUTY), Outcome.PASSED),
        (STATED, (HEAD, DEPUTY, ACTING), Outcome.FAILED),
        (PLAIN, (HEAD, DEPUTY, ACTING), Outcome.PASSED),
        (STATED, (GUEST, HEAD, DEPUTY), Outcome.PASSED),
        (STATED, (HEAD, GUEST, DEPUTY), Outcome.FAILED),
        (PLAIN, (HEAD, GUEST, DEPUTY), Outcome.PASSED),
    ],
)
def test_what_the_precedence_states_is_followed(
    tmp_path: Path, ranks: str, people: tuple[str, ...], outcome: Outcome
) -> None:
    (tmp_path / "thử.quy").write_text(PACK.format(ranks=ranks), "utf-8")
    draft = tmp_path / "bai.txt"
    draft.write_text(f"Dự buổi lễ có các ông, bà: {'; '.join(people)}.\n", "utf-8")
    bench = Workbench(str(tmp_path / "thử.quy"))
    findings = bench.judge(bench.read(str(draft))).judgement.findings
    assert {each.outcome for each in findings} == {outcome}
