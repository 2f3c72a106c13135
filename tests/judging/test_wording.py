"""What findings say, as a hurried editor reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiemtin.documents.model import Document, Medium
from kiemtin.foundation.messages import help_for, message
from kiemtin.judging.findings import BULLETIN, Finding
from kiemtin.judging.judge import Judge

RULES = """
  tham số phần_nhiều_nhất là 40%

  bảng giới_hạn theo tin.loại_hình
    | báo in | 20 chữ |

  quy tắc chiếm-nhiều
    tóm tắt "Phần của tin về lãnh đạo."
    khi     bản_tin có mục_lãnh_đạo
    nên     tổng mục.thời_lượng với mỗi mục trong bản_tin.mục_lãnh_đạo
            / tổng mục.thời_lượng với mỗi mục trong bản_tin.mục không quá phần_nhiều_nhất

  quy tắc mục-dài
    với mỗi mục trong bản_tin.mục
    phải    mục.thời_lượng <= 2 phút

  quy tắc xếp
    với mỗi ds trong tin.danh_sách
    phải    ds.lãnh_đạo xếp theo thứ_bậc

  quy tắc dài
    phải    tin.độ_dài <= giới_hạn
    trừ khi tin.sự_kiện = "đại hội"

  quy tắc giờ
    khi     tin.loại_hình = "truyền hình"
    phải    tin.giờ_đăng >= 18 giờ

  quy tắc nhiều-vế
    tóm tắt "Có lãnh đạo hoặc có chuyên mục."
    khi     tin.loại_hình = "phát thanh"
    phải    số l trong tin.lãnh_đạo > 0 hoặc tin.chuyên_mục = "Xã"

  quy tắc chuyên-mục
    khi     tin.loại_hình = "phát thanh"
    phải    tin.chuyên_mục trong {"Thời sự", "Kinh tế"}

  quy tắc sóng
    khi     tin.chuyên_mục = "Sóng"
    phải    tin.loại_hình trong {"phát thanh", "truyền hình"}

  quy tắc giấy
    khi     tin.chuyên_mục = "Giấy"
    phải    tin.loại_hình = "báo in"
"""
BEFORE = (
    "Dự có các đồng chí: Lê Văn Tư, Phó Bí thư Tỉnh ủy; Trần Văn An, Bí thư Tỉnh ủy; "
    "Vũ Văn Tám, Phó Bí thư Tỉnh ủy."
)


@pytest.fixture(scope="module")
def judge(judge_of: Callable[[str], Judge]) -> Judge:
    return judge_of(RULES)


def of_rule(judged: Any, rule: str) -> Finding:
    found: list[Finding] = [each for each in judged.findings if each.rule == f"qđ-thử.{rule}"]
    assert found
    return found[0]


def said(finding: Finding) -> str:
    return message(finding.message, "vi", finding.arguments)


@pytest.fixture
def rundown(bulletin: Callable[..., Document]) -> Document:
    headlines = ["Bí thư Tỉnh ủy Trần Văn An thăm xã", "Hội chợ khai mạc", "Thời tiết"]
    return bulletin(headlines, duration=150.0, medium=Medium.TELEVISION)


def test_a_sum_over_items_is_about_the_bulletin(judge: Judge, check: Any, rundown: Document) -> None:
    """Not about the item that the sum went through last."""
    both = Document(rundown.path, "bulletin", rundown.text, rundown.items[:2], rundown.metadata)
    finding = of_rule(check(judge, both), "chiếm-nhiều")
    assert (finding.item, finding.place) == (BULLETIN, None)


def test_an_item_that_the_rule_goes_through_is_named(judge: Judge, check: Any, rundown: Document) -> None:
    found = [each for each in check(judge, rundown).findings if each.rule == "qđ-thử.mục-dài"]
    assert [each.item for each in found] == [0, 1, 2]


def test_a_formula_is_told_in_the_words_of_the_pack(judge: Judge, check: Any, rundown: Document) -> None:
    both = Document(rundown.path, "bulletin", rundown.text, rundown.items[:2], rundown.metadata)
    finding = of_rule(check(judge, both), "chiếm-nhiều")
    assert said(finding).startswith("Phần của tin về lãnh đạo: hiện là 50%; quy định tối đa 40% (tham số")


@pytest.mark.parametrize(
    ("rule", "head", "words"),
    [
        (
            "giờ",
            "loại hình: truyền hình\nngày đăng: 12/03/2024 06:00",
            "“giờ đăng” là 6 giờ; quy định tối thiểu 18 giờ",
        ),
        ("nhiều-vế", "loại hình: phát thanh\nchuyên mục: Phố", "Có lãnh đạo hoặc có chuyên mục"),
        (
            "chuyên-mục",
            "loại hình: phát thanh\nchuyên mục: Phố",
            "“chuyên mục” là “Phố”; quy định một trong: “Thời sự”, “Kinh tế”",
        ),
    ],
)
def test_a_property_is_told_as_editors_call_it(
    judge: Judge, check: Any, rule: str, head: str, words: str
) -> None:
    assert said(of_rule(check(judge, f"---\n{head}\n---\nTrời đẹp.\n"), rule)) == words


@pytest.mark.parametrize(
    ("rule", "head", "words"),
    [
        ("sóng", "loại hình: báo in\nchuyên mục: Sóng", "is “print”; required one of: “radio”, “television”"),
        ("giấy", "loại hình: phát thanh\nchuyên mục: Giấy", "is “radio”; required “print”"),
    ],
)
def test_closed_values_are_told_in_the_readers_language(
    judge: Judge, check: Any, rule: str, head: str, words: str
) -> None:
    finding = of_rule(check(judge, f"---\n{head}\n---\nTrời đẹp.\n"), rule)
    assert words in message(finding.message, "en", finding.arguments)
    assert "“phát thanh”" in said(finding)


def test_the_neighbour_says_who_must_stand_where(judge: Judge, check: Any) -> None:
    finding = of_rule(check(judge, BEFORE), "xếp")
    caption, _ = finding.related[0]
    assert message(caption, "vi", finding.arguments) == "“Trần Văn An” phải đứng trước người này"
    assert message(caption, "en", finding.arguments) == "“Trần Văn An” must stand before this person"


def test_an_open_exception_says_what_is_wrong_and_what_would_lift_it(judge: Judge, check: Any) -> None:
    text = f"---\nloại hình: báo in\nngày đăng: 12/03/2024\n---\n{'Trời đẹp. ' * 14}\n"
    finding = of_rule(check(judge, text), "dài")
    assert not finding.confirmed
    assert [datum.name for datum in finding.missing] == ["event"]
    assert said(finding) == (
        'Độ dài 28 chữ, vượt 8 chữ; quy định tối đa 20 chữ (bảng giới_hạn: "báo in"; từ 01/01/2020)'
    )
    assert help_for(finding.message, "vi", finding.arguments) == "Cắt bớt 8 chữ."


def test_where_the_condition_is_open_nothing_is_called_wrong(judge_of: Any, check: Any) -> None:
    judge = judge_of('\n  quy tắc r\n    khi tin.sự_kiện = "họp"\n    phải tin.độ_dài <= 1 chữ\n')
    (finding,) = check(judge, "Trời đẹp.").findings
    assert (finding.message, finding.measured) == ("judging.not-checkable", None)
