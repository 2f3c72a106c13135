"""What is weighed before something is called wrong: the time told, the kind of a list, a title unread."""

from __future__ import annotations

from typing import Any

import pytest

from kiemtin.foundation.messages import message
from kiemtin.judging.findings import Outcome
from kiemtin.judging.judge import Judge

HELD = """
  quy tắc còn-giữ
    với mỗi lượt trong tin.lượt_nhắc
    khi lượt.chức_danh có trong danh_bạ
    phải lượt.chức_danh đúng vào ngày tin.ngày_đăng

  quy tắc xếp
    với mỗi ds trong tin.danh_sách
    khi ds.số_lãnh_đạo >= 2
    phải ds.lãnh_đạo xếp theo thứ_bậc

  quy tắc lần-đầu
    với mỗi người trong tin.lãnh_đạo
    khi người có lần_đầu_ngoài_tít
    phải người.lần_đầu_ngoài_tít có chức_danh
"""


@pytest.fixture(scope="module")
def judge(judge_of: Any) -> Judge:
    return judge_of(HELD)  # type: ignore[no-any-return]


def dated(text: str, head: str = "") -> str:
    return f"---\nngày đăng: 12/03/2024\n---\n{head or 'Tỉnh Nam Sơn họp'}\n\n{text}\n"


def of(judged: Any, rule: str) -> list[Any]:
    return [finding for finding in judged.findings if finding.rule.endswith(f".{rule}")]


# Trần Văn An was deputy secretary until 30 June 2022 and is secretary since.


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Sáng 12/3, đồng chí Trần Văn An, Phó Bí thư Tỉnh ủy, thăm xã Hòa Sơn.", "failed"),
        ("Dự hội nghị có đồng chí Trần Văn An, Phó Bí thư Tỉnh ủy; đồng chí Lê Thị Bình.", "failed"),
        ("Ngày 5/4/2021, Phó Bí thư Tỉnh ủy Trần Văn An đã ký quyết định ấy.", "passed"),
        ("Trên cương vị Phó Bí thư Tỉnh ủy, ông Trần Văn An đã đi hết các xã.", "passed"),
        ("Sáng 12/3, đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã Hòa Sơn.", "passed"),
    ],
)
def test_a_title_is_judged_on_the_day_of_its_sentence(
    judge: Judge, check: Any, text: str, outcome: str
) -> None:
    (finding, *_) = of(check(judge, dated(text)), "còn-giữ")
    assert (finding.outcome.value, finding.confirmed) == (outcome, True)


def test_where_the_time_is_not_said_a_report_of_the_day_is_unconfirmed(judge: Judge, check: Any) -> None:
    text = "Sáng 12/3, xã Hòa Sơn mở hội.\n\nBà con nhớ lời Phó Bí thư Tỉnh ủy Trần Văn An về con đường."
    (finding,) = of(check(judge, dated(text)), "còn-giữ")
    assert (finding.outcome, finding.confirmed) == (Outcome.FAILED, False)
    assert [datum.name for datum in finding.missing] == ["time_told"]


def test_a_paragraph_that_opens_with_the_day_of_the_piece_reports_it(judge: Judge, check: Any) -> None:
    """Whatever the piece opens with."""
    text = (
        "Chuyện kể ở xã Hòa Sơn.\n\nNgày hội 11/3, bà con rất đông. "
        "Phó Bí thư Tỉnh ủy Trần Văn An, con của làng, hái mấy quả bưởi."
    )
    (finding,) = of(check(judge, dated(text)), "còn-giữ")
    assert (finding.outcome, finding.confirmed) == (Outcome.FAILED, False)


def test_what_stands_behind_a_semicolon_tells_no_time_of_what_stands_before(judge: Judge, check: Any) -> None:
    text = (
        "Sáng 12/3, Phó Bí thư Tỉnh ủy Trần Văn An chúc mừng xã Hòa Sơn; "
        "cảm ơn nguyên Chủ tịch xã về đóng góp trong nhiệm kỳ qua."
    )
    (finding,) = of(check(judge, dated(text)), "còn-giữ")
    assert (finding.outcome, finding.confirmed) == (Outcome.FAILED, True)


@pytest.mark.parametrize(
    ("title", "outcome"),
    [("Quyền Giám đốc Sở Tài chính", "passed"), ("Giám đốc Sở Tài chính", "failed")],
)
def test_who_acts_in_an_office_does_not_hold_it(judge: Judge, check: Any, title: str, outcome: str) -> None:
    text = f"Sáng 12/3, ông Mai Văn Tùng, {title}, thăm xã Hòa Sơn."
    (finding,) = of(check(judge, dated(text)), "còn-giữ")
    assert finding.outcome.value == outcome


def test_who_is_named_by_an_office_that_he_left_has_the_rank_of_the_present_one(
    judge: Judge, check: Any
) -> None:
    """He is himself, not another of that name: as secretary he stands before the chair."""
    text = "Dự họp có: Lê Thị Bình, Chủ tịch UBND tỉnh; Trần Văn An, Phó Bí thư Tỉnh ủy."
    (finding,) = of(check(judge, dated(text)), "xếp")
    assert finding.outcome is Outcome.FAILED


def test_where_no_day_is_told_at_all_it_is_open(judge: Judge, check: Any) -> None:
    text = "Chuyện kể ở xã Hòa Sơn.\n\nBà con nhớ lời Phó Bí thư Tỉnh ủy Trần Văn An về con đường."
    (finding,) = of(check(judge, dated(text)), "còn-giữ")
    assert (finding.outcome, [datum.name for datum in finding.missing]) == (
        Outcome.NOT_CHECKABLE,
        ["time_told"],
    )


def test_a_failure_tells_what_it_rests_on(judge: Judge, check: Any) -> None:
    text = "Sáng 12/3, đồng chí Trần Văn An, Phó Bí thư Tỉnh ủy, thăm xã Hòa Sơn."
    (finding,) = of(check(judge, dated(text)), "còn-giữ")
    told = [message(f"ground.{ground.name}", "vi", ground.arguments) for ground in finding.grounds]
    assert told[-1] == "câu nói về ngày đăng: “12/3”"
    assert any("từ 01/01/2018 đến 30/06/2022" in each for each in told)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Dự họp có: Lê Thị Bình, Chủ tịch UBND tỉnh; Trần Văn An, Bí thư Tỉnh ủy.", "failed"),
        ("Chủ tịch UBND tỉnh Lê Thị Bình và Bí thư Tỉnh ủy Trần Văn An dự họp.", "failed"),
        ("Danh sách đại biểu:\n1. Lê Thị Bình, Chủ tịch UBND tỉnh\n2. Trần Văn An, Bí thư Tỉnh ủy", "failed"),
        ("Từ trái qua: Lê Thị Bình, Chủ tịch UBND tỉnh; Trần Văn An, Bí thư Tỉnh ủy.", "passed"),
        ("Bà con hỏi Chủ tịch UBND tỉnh Lê Thị Bình và Bí thư Tỉnh ủy Trần Văn An về đường.", "passed"),
        ("Ủy ban kỷ luật Chủ tịch UBND tỉnh Lê Thị Bình và Bí thư Tỉnh ủy Trần Văn An.", "passed"),
    ],
)
def test_only_lists_of_protocol_ask_for_an_order(judge: Judge, check: Any, text: str, outcome: str) -> None:
    (finding, *_) = of(check(judge, dated(text)), "xếp")
    assert finding.outcome.value == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "Dự họp có: Lê Thị Bình, Chủ tịch UBND tỉnh Hà Lâm; Trần Văn An, Bí thư Tỉnh ủy Nam Sơn.",
            "not-checkable",
        ),
        (
            "Dự họp có: Lê Thị Bình, Chủ tịch UBND tỉnh Nam Sơn; Trần Văn An, Bí thư Tỉnh ủy Nam Sơn.",
            "failed",
        ),
        (
            "Dự họp có: Đỗ Thị Cẩm, Chủ tịch UBND tỉnh Hà Lâm; Lý Văn Trung, Bí thư Tỉnh ủy Hà Lâm; "
            "Trần Văn An, Bí thư Tỉnh ủy Nam Sơn.",
            "failed",
        ),
    ],
)
def test_the_order_of_two_places_is_that_of_host_and_guest(
    judge: Judge, check: Any, text: str, outcome: str
) -> None:
    (finding, *_) = of(check(judge, dated(text)), "xếp")
    assert finding.outcome.value == outcome


def test_somebody_without_a_rank_does_not_silence_a_certain_disorder(judge: Judge, check: Any) -> None:
    text = "Dự họp có: Lê Thị Bình, Chủ tịch UBND tỉnh; đồng chí Đỗ Thị Cẩm; Trần Văn An, Bí thư Tỉnh ủy."
    failed = [each for each in of(check(judge, dated(text)), "xếp") if each.outcome is Outcome.FAILED]
    assert failed


@pytest.mark.parametrize(
    ("head", "text", "outcome"),
    [
        ("", "Đồng chí Trần Văn An thăm xã.", "failed"),
        ("Trần Văn An thăm xã", "Đồng chí Trần Văn An tặng quà.", "failed"),
        ("Bí thư Tỉnh ủy Trần Văn An thăm xã", "Đồng chí Trần Văn An tặng quà.", "passed"),
        ("", "Đại tướng Trần Văn An thăm xã.", "not-checkable"),
        ("", "Đồng chí Trần Văn An, Ủy Trung ương Đảng, Bí thư Tỉnh ủy, thăm xã.", "passed"),
        ("", "Bí thu Tỉnh ủy Trần Văn An thăm xã.", "passed"),
        ("", "Ông Lý Văn Trung được phân công làm Bí thư Tỉnh ủy thay ông Trần Văn An.", "not-checkable"),
        ("", "Tân Chủ tịch UBND tỉnh kế nhiệm đồng chí Trần Văn An.", "not-checkable"),
        ("", "Ông Lý Văn Trung phát biểu thay đồng chí Trần Văn An.", "failed"),
        ("", "Phó Chủ tịch UBND tỉnh Lý Văn Trung thay mặt đồng chí Trần Văn An dự.", "failed"),
        ("", "Bộ Chính trị quyết định kỷ luật các ông Lý Văn Trung, Trần Văn An.", "out-of-scope"),
        ("", "Đồng chí Trần Văn An bị xử lý ra sao?", "not-checkable"),
        ("", "Đề nghị kỷ luật các đồng chí Trần Văn An, Lý Văn Trung.", "not-checkable"),
        ("", "Đồng chí Trần Văn An đề nghị kỷ luật nghiêm.", "failed"),
        ("", "Việc của đồng chí Trần Văn An\n\nBí thư Tỉnh ủy Trần Văn An thăm xã.", "passed"),
        ("", "Đồng chí Trần Văn An. Ủy viên Trung ương Đảng chủ trì.", "not-checkable"),
        ("", "Đồng chí Trần Văn An thăm xã. Chủ tịch UBND tỉnh Lý Văn Trung cùng đi.", "failed"),
    ],
)
def test_the_first_mention_gives_the_title_outside_a_bare_headline(
    judge: Judge, check: Any, head: str, text: str, outcome: str
) -> None:
    (finding, *_) = of(check(judge, dated(text, head)), "lần-đầu")
    assert finding.outcome.value == outcome


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Văn An, 62 tuổi, trú tại thôn 3, mất hai sào lúa.",
        "Anh Trần Văn An, nông dân, kể lại.",
        "Nạn nhân Trần Văn An được đưa đi cấp cứu.",
        "Em Trần Văn An đoạt giải nhất.",
        "Ông Trần Văn An cho biết nhà ông ở gần suối.",
        "Bị cáo Trần Văn An nói lời sau cùng.",
    ],
)
def test_a_name_is_not_a_person(judge: Judge, check: Any, text: str) -> None:
    assert check(judge, dated(text, "Chuyện làng")).failed == []
