"""Rows of organs and old names: what is called wrong, and all that is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiemtin.judging.findings import Outcome
from kiemtin.judging.judge import Judge

RULES = """
  quy tắc tên-cũ
    với mỗi tên trong tin.tên_có_thời_hạn
    nên tên đúng vào ngày tin.ngày_đăng
    sửa thay tên bằng tên.tên_hiện_nay

  quy tắc dãy
    với mỗi dãy trong tin.dãy_cơ_quan
    nên dãy.cơ_quan xếp theo thứ_bậc
    sửa xếp lại dãy.cơ_quan
"""


@pytest.fixture(scope="module")
def judge(judge_of: Callable[[str], Judge]) -> Judge:
    return judge_of(RULES)


def dated(text: str, day: str = "12/09/2025") -> str:
    return f"---\nngày đăng: {day}\n---\n{text}\n"


def wrong(judged: Any, text: str, rule: str) -> list[str]:
    return [text[each.place.start : each.place.end] for each in judged.failed if each.rule.endswith(rule)]


@pytest.mark.parametrize(
    ("text", "name", "now"),
    [
        ("Sáng 12/9, Bộ Giao thông vận tải họp.", "Bộ Giao thông vận tải", "Bộ Xây dựng"),
        ("Sáng 12/9, Bộ KH&ĐT họp.", "Bộ KH&ĐT", "Bộ Tài chính"),
        ("Sáng 12/9, UBND tỉnh Bình Phước họp.", "tỉnh Bình Phước", "tỉnh Đồng Nai"),
        ("Sáng 12/9, Tỉnh uỷ Hậu Giang họp.", "Tỉnh uỷ Hậu Giang", "Thành ủy Cần Thơ"),
        ("Hội nghị diễn ra tại xã Hòa Sơn, tỉnh Kon Tum.", "tỉnh Kon Tum", "tỉnh Quảng Ngãi"),
        (
            "Sáng 12/9, Ban Dân vận Trung ương họp.",
            "Ban Dân vận Trung ương",
            "Ban Tuyên giáo và Dân vận Trung ương",
        ),
    ],
)
def test_a_name_used_after_its_end(judge: Judge, check: Any, text: str, name: str, now: str) -> None:
    judged = check(judge, dated(text))
    (found,) = judged.failed
    assert judged.document.text[found.place.start : found.place.end] == name
    assert [edit.text for edit in found.fix.edits] == [now]
    assert not found.fix.safe


def test_a_level_that_ended_has_no_one_name_now(judge: Judge, check: Any) -> None:
    (found,) = check(judge, dated("Sáng 12/9, UBND huyện Nam Giang họp.")).failed
    assert found.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 12/9, xã Hòa Sơn nhận bàn giao trụ sở của UBND huyện Nam Giang cũ.",
        "Sáng 12/9, tỉnh Đồng Nai gặp mặt cán bộ tỉnh Bình Phước (cũ).",
        "Sáng 12/9, ông Trần Văn An, nguyên Bí thư Huyện ủy Nam Giang, dự lễ.",
        "Năm 2019, UBND tỉnh Bình Phước phê duyệt dự án.",
        "Ngày 12/3/2024, Bộ Giao thông vận tải phê duyệt dự án.",
        "Trước đây, Bộ Giao thông vận tải quản lý tuyến đường này.",
        "Bộ Kế hoạch và Đầu tư hợp nhất với Bộ Tài chính.",
        "Sáng 12/9, Bệnh viện Đa khoa tỉnh Bình Phước khánh thành khu mới.",
        "Sáng 12/9, đội Bình Phước thắng trên sân nhà.",
        "Sáng 12/9, đường Bình Dương thông xe.",
        "Sáng 12/9, các tỉnh Bình Dương, Long An hưởng ứng.",
        "Ông An nói: “Bộ Giao thông vận tải làm rất tốt”.",
        "Theo Quyết định số 12/QĐ-UBND của UBND tỉnh Bình Phước, dự án được duyệt.",
        "Sáng 12/9, đoàn thăm tỉnh Hà Nam, Trung Quốc.",
        "Sáng 12/9, Bộ Nông nghiệp họp.",
        "Sáng 12/9, đoàn thăm di tích Tỉnh ủy Bến Tre.",
        "Sáng 12/9, lớp học mở tại trụ sở UBND huyện Nam Giang.",
        "Sáng 12/9, Ban Tuyên giáo và Dân vận Tỉnh ủy họp.",
    ],
)
def test_what_is_not_called_an_old_name(judge: Judge, check: Any, text: str) -> None:
    assert check(judge, dated(text)).failed == []


def test_a_name_is_judged_on_the_item_s_day(judge: Judge, check: Any) -> None:
    text = "Sáng nay, Bộ Giao thông vận tải họp."
    assert check(judge, dated(text, "28/02/2025")).failed == []
    assert len(check(judge, dated(text, "01/03/2025")).failed) == 1


@pytest.mark.parametrize(
    "text",
    [
        dated("Trời đẹp.\n\nDự án của UBND tỉnh Bình Phước giúp bà con có nước sạch."),
        "UBND tỉnh Bình Phước họp.\n",
    ],
)
def test_what_is_not_known_is_said(judge: Judge, check: Any, text: str) -> None:
    judged = check(judge, text)
    assert judged.failed == []
    assert [each.outcome for each in judged.findings if each.rule.endswith("tên-cũ")] == [
        Outcome.NOT_CHECKABLE
    ]


@pytest.mark.parametrize(
    ("text", "names", "after"),
    [
        ("Dự có lãnh đạo HĐND, Tỉnh ủy, UBND tỉnh.", ["Tỉnh ủy"], "Dự có lãnh đạo Tỉnh ủy, HĐND, UBND tỉnh."),
        ("Dự có: Ủy ban MTTQ Việt Nam, HĐND và UBND xã.", ["Ủy ban MTTQ Việt Nam"],
         "Dự có: HĐND, UBND và Ủy ban MTTQ Việt Nam xã."),
        ("Đại diện Hội Nông dân, Đoàn Thanh niên, MTTQ xã dự.", ["MTTQ xã"],
         "Đại diện MTTQ, Hội Nông dân, Đoàn Thanh niên xã dự."),
    ],
)  # fmt: skip
def test_a_row_out_of_order(judge: Judge, check: Any, text: str, names: list[str], after: str) -> None:
    judged = check(judge, dated(text))
    assert wrong(judged, judged.document.text, "dãy") == names
    edited = judged.document.text
    for edit in sorted(judged.failed[0].fix.edits, key=lambda each: -each.span.start):
        edited = edited[: edit.span.start] + edit.text + edited[edit.span.end :]
    assert edited.rsplit("---", 1)[-1].strip() == after


@pytest.mark.parametrize(
    "text",
    [
        "Dự có lãnh đạo Tỉnh ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh.",
        "Dự có lãnh đạo Tỉnh ủy, UBND, HĐND tỉnh.",  # print has these two either way
        "Dự có lãnh đạo Hội Nông dân, Hội LHPN, Liên đoàn Lao động tỉnh.",  # so has it unions
        "Dự có lãnh đạo UBND, Tỉnh ủy.",  # two are no row
        "UBND xã báo cáo UBND tỉnh, HĐND tỉnh, Tỉnh ủy.",  # the way of a paper
        "Chánh Văn phòng UBND, HĐND, Tỉnh ủy dự.",  # a person's office
        "Dự có lãnh đạo UBND tỉnh, Tỉnh ủy, UBND huyện.",  # of two levels
        "Sở Y tế, UBND tỉnh, HĐND tỉnh, Tỉnh ủy họp.",  # begins with what has no sure place
        "Thành quả của Đảng, Chính phủ, Nhà nước.",
        "Hội Nông dân tỉnh, UBND tỉnh, HĐND tỉnh tổ chức hội thi.",  # the host first
    ],
)
def test_a_row_that_is_not_called_wrong(judge: Judge, check: Any, text: str) -> None:
    assert check(judge, dated(text, "12/03/2024")).failed == []
