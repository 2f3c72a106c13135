"""The five outcomes, and why each came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kiemtin.documents.model import Document
from kiemtin.foundation.messages import help_for, message
from kiemtin.judging.findings import Outcome
from kiemtin.judging.judge import Judge

RULES = """
  quy tắc thiếu-chức-danh
    với mỗi người trong tin.lãnh_đạo
    phải    người.lần_đầu có chức_danh
    trừ khi người.lần_đầu nằm trong tin.tít (trong tít)
    sửa     thêm người.chức_danh_đầy_đủ

Khoản 2. "Dung lượng."

  bảng giới_hạn theo tin.bậc và tin.loại_hình
    từ 01/01/2020
    |          | báo in | phát thanh |
    | bậc 1..2 | 20 chữ | 30 giây    |
    | còn lại  | 10 chữ | -          |
    từ 01/01/2023
    |          | báo in | phát thanh |
    | bậc 1..2 | 15 chữ | 20 giây    |
    | còn lại  | 10 chữ | -          |

  quy tắc quá-dài
    khi  tin có nhân_vật_chính
    phải tin.độ_dài <= giới_hạn

Khoản 3. "Đại hội được miễn."

  ngoại lệ đại-hội của quá-dài
    khi tin.sự_kiện = "đại hội"

Khoản 4. "Trang."

  tham số trang_đầu là 1

  quy tắc sai-trang
    khi  tin.bậc <= 2 và tin.loại_hình = "báo in"
    nên  tin.trang = trang_đầu

  quy tắc trang-cũ
    hiệu lực từ 01/01/2020 đến 31/12/2021
    lưu ý tin.trang <= 2
"""

SHORT = "Đồng chí Trần Văn Tư, Bí thư Tỉnh ủy, thăm xã Hòa Sơn."
LONG = SHORT.removesuffix(".") + " và tặng quà các gia đình chính sách ở trong xã nhân dịp này."


@pytest.fixture(scope="module")
def judge(judge_of: Callable[[str], Judge]) -> Judge:
    return judge_of(RULES)


def given(text: str, **data: str) -> str:
    keys = {
        "medium": "loại hình",
        "page": "trang",
        "event": "sự kiện",
        "day": "ngày đăng",
        "time": "thời lượng",
    }
    lines = "".join(f"{keys[key]}: {value}\n" for key, value in data.items())
    return f"---\n{lines}---\n{text}" if lines else text


def outcome_of(judged: Any, rule: str) -> Any:
    found = [finding for finding in judged.findings if finding.rule == f"qđ-thử.{rule}"]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "rule", "outcome", "message_id"),
    [
        (SHORT, "thiếu-chức-danh", "passed", "judging.passed.each"),
        ("Trời đẹp.", "thiếu-chức-danh", "out-of-scope", "judging.out-of-scope.nothing"),
        (f"Trần Văn Tư phát biểu. {SHORT}", "thiếu-chức-danh", "failed", "judging.failed.no-title"),
        (
            f"Tít: Trần Văn Tư thăm xã\n\n{SHORT}",
            "thiếu-chức-danh",
            "out-of-scope",
            "judging.out-of-scope.excepted",
        ),
        ("Trời đẹp.", "quá-dài", "out-of-scope", "judging.out-of-scope.when"),
        (SHORT, "quá-dài", "not-checkable", "judging.not-checkable"),
        (given(SHORT, medium="báo in"), "quá-dài", "passed", "judging.passed.compared"),
        (given(LONG, medium="báo in"), "quá-dài", "failed", "judging.failed.length.over"),
        (given(LONG, medium="báo in", event="họp"), "quá-dài", "failed", "judging.failed.length.over"),
        (
            given(LONG, medium="báo in", event="đại hội"),
            "quá-dài",
            "out-of-scope",
            "judging.out-of-scope.excepted",
        ),
        (given(SHORT, medium="báo in"), "sai-trang", "not-checkable", "judging.not-checkable"),
        (given(SHORT, medium="phát thanh"), "sai-trang", "out-of-scope", "judging.out-of-scope.when"),
        (given(SHORT, medium="báo in", page="3"), "sai-trang", "failed", "judging.failed.page"),
        (given(SHORT, page="3"), "trang-cũ", "not-run", "judging.not-run"),
        (given(SHORT, page="3", day="01/06/2021"), "trang-cũ", "failed", "judging.failed.page"),
    ],
)
def test_outcomes(judge: Judge, check: Any, text: str, rule: str, outcome: str, message_id: str) -> None:
    finding = outcome_of(check(judge, text), rule)
    assert (finding.outcome.value, finding.message) == (outcome, message_id)
    for lang in ("vi", "en"):
        assert "{" not in message(finding.message, lang, finding.arguments)  # type: ignore[arg-type]
        assert "{" not in (help_for(finding.message, lang, finding.arguments) or "")  # type: ignore[arg-type]


def test_every_rule_says_something_of_every_text(judge: Judge, check: Any) -> None:
    for text in ("Trời đẹp.", SHORT, given(LONG, medium="báo in", page="1")):
        rules = {finding.rule for finding in check(judge, text).findings}
        assert rules == {rule.id for rule in judge.rulebook.rules}


def test_an_exception_that_cannot_be_told_does_not_apply_and_asks_for_its_datum(
    judge: Judge, check: Any
) -> None:
    finding = outcome_of(check(judge, given(LONG, medium="báo in")), "quá-dài")
    assert [datum.name for datum in finding.missing] == ["event"]
    assert (finding.outcome, finding.confirmed) == (Outcome.FAILED, False)
    assert finding.measured == ("27 chữ", "27 syllables")


def test_an_exception_that_is_known_not_to_hold_confirms_the_failure(judge: Judge, check: Any) -> None:
    assert outcome_of(check(judge, given(LONG, medium="báo in", event="họp")), "quá-dài").confirmed


def test_an_empty_cell_sets_no_limit(judge: Judge, check: Any) -> None:
    text = "Đồng chí Trần Văn Tư, Giám đốc Sở Tài chính, thăm xã."
    finding = outcome_of(check(judge, given(text, medium="phát thanh", time="5:00")), "quá-dài")
    assert (finding.outcome, finding.message) == (Outcome.OUT_OF_SCOPE, "judging.out-of-scope.no-limit")


def test_a_time_is_never_guessed_from_the_text(judge: Judge, check: Any) -> None:
    assert (
        outcome_of(check(judge, given(SHORT, medium="phát thanh")), "quá-dài").missing[0].name == "duration"
    )


def test_measured_and_required_name_unit_row_and_since_when(judge: Judge, check: Any) -> None:
    finding = outcome_of(check(judge, given(LONG, medium="báo in", event="họp", day="02/01/2023")), "quá-dài")
    assert finding.measured == ("27 chữ", "27 syllables")
    assert finding.required is not None
    assert finding.required[0] == 'tối đa 15 chữ (bảng giới_hạn: bậc 1..2, "báo in"; từ 01/01/2023)'
    assert finding.arguments["excess"].vi == "12 chữ"  # type: ignore[attr-defined]


def test_considered_exceptions_are_told_of_failures(judge: Judge, check: Any) -> None:
    finding = outcome_of(check(judge, given(LONG, medium="báo in", event="họp")), "quá-dài")
    (step,) = finding.exceptions
    assert (step.kind, step.label, step.citation.path[-1]) == ("exception", "đại-hội", ("clause", "3"))


# Dates


@pytest.mark.parametrize(
    ("day", "limit"), [("01/01/2020", 20), ("31/12/2022", 20), ("01/01/2023", 15), (None, 15)]
)
def test_tables_by_the_day_of_the_item_and_the_newest_without_one(
    judge: Judge, check: Any, day: str | None, limit: int
) -> None:
    data = {"medium": "báo in", "event": "họp"} | ({"day": day} if day else {})
    finding = outcome_of(check(judge, given(LONG, **data)), "quá-dài")
    assert f"tối đa {limit} chữ" in (finding.required or " ")[0]


def test_a_day_from_outside_overrides_the_items_own(judge: Judge, check: Any) -> None:
    text = given(LONG, medium="báo in", event="họp", day="02/01/2023")
    assert "20 chữ" in (outcome_of(check(judge, text, date(2021, 5, 5)), "quá-dài").required or " ")[0]


def test_the_same_document_gives_the_same_findings(judge: Judge, check: Any) -> None:
    text = given(f"Trần Văn Tư phát biểu. {LONG}", medium="báo in", event="họp")
    assert check(judge, text).findings == check(judge, text).findings


def test_failures_stand_first_in_the_order_of_the_text(judge: Judge, check: Any) -> None:
    text = "Trần Văn Tư họp.\nLê Văn Bưởi họp.\n"
    text += "Lê Văn Bưởi, Bí thư Tỉnh ủy, và Trần Văn Tư, Phó Bí thư Tỉnh ủy, họp."
    judged = check(judge, text)
    assert judged.pointed_at == ["Trần Văn Tư", "Lê Văn Bưởi"]
    assert judged.outcomes[:2] == ["failed", "failed"]


# Bulletins


BULLETIN_RULES = """
  quy tắc không-ở-đầu
    với mỗi mục trong bản_tin.mục
    khi     mục.bậc <= 2
    phải    mục.vị_trí <= 2

  quy tắc sai-thứ-tự
    phải    bản_tin.mục_lãnh_đạo xếp theo thứ_bậc
    sửa     xếp lại bản_tin.mục_lãnh_đạo
"""
SECRETARY, DEPUTY = "Bí thư Tỉnh ủy Trần Văn Tư thăm xã", "Phó Bí thư Tỉnh ủy Lê Văn Bưởi làm việc tại huyện"


def test_a_bulletins_finding_names_the_item_at_fault(
    judge_of: Callable[[str], Judge], check: Any, bulletin: Callable[..., Document]
) -> None:
    judged = check(judge_of(BULLETIN_RULES), bulletin([DEPUTY, "Giá lúa", "Thời tiết", SECRETARY]))
    first, second = judged.failed
    assert (first.rule, first.item, first.measured) == ("qđ-thử.không-ở-đầu", 3, ("4", "4"))
    assert (second.rule, second.item, second.message) == (
        "qđ-thử.sai-thứ-tự", 3, "judging.failed.order.item-before",
    )  # fmt: skip
    assert second.fix is not None
    assert (second.fix.arguments, second.fix.edits, second.fix.safe) == ({"order": "4, 1"}, (), False)


def test_a_rule_about_bulletins_says_nothing_of_one_item(
    judge_of: Callable[[str], Judge], check: Any
) -> None:
    assert set(check(judge_of(BULLETIN_RULES), SHORT).outcomes) == {"out-of-scope"}


def test_a_bulletin_in_order_passes_once(
    judge_of: Callable[[str], Judge], check: Any, bulletin: Callable[..., Document]
) -> None:
    judged = check(judge_of(BULLETIN_RULES), bulletin([SECRETARY, DEPUTY, "Thời tiết"]))
    assert judged.outcomes == ["passed", "passed"]
    assert {finding.item for finding in judged.findings} == {-1}


# Rosters


ROSTER_RULES = """
  quy tắc hết-hiệu-lực
    với mỗi lượt trong tin.lượt_nhắc
    khi     lượt.chức_danh có trong danh_bạ
    phải    lượt.chức_danh đúng vào ngày tin.ngày_đăng
    sửa     thay bằng lượt.chức_danh_đúng

  quy tắc gần-đúng
    với mỗi lượt trong tin.lượt_nhắc
    nên     lượt không có tên_gần_đúng
    sửa     thay lượt bằng lượt.tên_gần_đúng
"""


@pytest.mark.parametrize(
    ("title", "day", "outcome"),
    [
        ("Bí thư Tỉnh ủy", "01/07/2022", "passed"),
        ("Bí thư Tỉnh ủy", "30/06/2022", "not-checkable"),
        ("Phó Bí thư Tỉnh ủy", "30/06/2022", "passed"),
        ("Phó Bí thư Tỉnh ủy", "03/07/2022", "failed"),
        ("nguyên Phó Bí thư Tỉnh ủy", "01/07/2022", "passed"),
        ("Phó Bí thư Tỉnh ủy", None, "not-checkable"),
        ("Giám đốc Sở Tài chính", "01/07/2022", "not-checkable"),
    ],
)
def test_titles_by_the_roster_of_the_day(
    judge_of: Callable[[str], Judge], check: Any, title: str, day: str | None, outcome: str
) -> None:
    text = f"Đồng chí Trần Văn An, {title}, thăm xã."
    judged = check(judge_of(ROSTER_RULES), given(text, day=day) if day else text)
    assert outcome_of(judged, "hết-hiệu-lực").outcome.value == outcome


def test_an_office_that_somebody_else_holds_is_denied_to_nobody_without_a_complete_record(
    judge_of: Callable[[str], Judge], check: Any
) -> None:
    text = given("Đồng chí Lê Thị Bình, Bí thư Tỉnh ủy, thăm xã.", day="01/08/2023")
    finding = outcome_of(check(judge_of(ROSTER_RULES), text), "hết-hiệu-lực")
    assert (finding.outcome, [datum.name for datum in finding.missing]) == (
        Outcome.NOT_CHECKABLE,
        ["holding"],
    )


@pytest.mark.parametrize(("day", "outcome"), [("01/07/2022", "passed"), ("03/07/2022", "failed")])
def test_the_morning_after_a_change_may_print_the_old_title(
    judge_of: Callable[[str], Judge], check: Any, day: str, outcome: str
) -> None:
    text = given("Đồng chí Trần Văn An, Phó Bí thư Tỉnh ủy, thăm xã.", day=day)
    finding = outcome_of(check(judge_of(ROSTER_RULES), text), "hết-hiệu-lực")
    assert finding.outcome.value == outcome


def test_a_wrong_title_is_replaced_by_the_right_one(judge_of: Callable[[str], Judge], check: Any) -> None:
    text = given("Đồng chí Trần Văn An, Phó Bí thư Tỉnh ủy, thăm xã.", day="15/07/2022")
    judged = check(judge_of(ROSTER_RULES), text)
    finding = outcome_of(judged, "hết-hiệu-lực")
    assert judged.pointed_at == ["Phó Bí thư Tỉnh ủy"]
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert (edit.span.of(judged.document.text), edit.text) == ("Phó Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy")


def test_a_name_near_one_of_the_roster(judge_of: Callable[[str], Judge], check: Any) -> None:
    judged = check(judge_of(ROSTER_RULES), "Đồng chí Trần Văn Ăn, Bí thư Tỉnh ủy, thăm xã.")
    finding = outcome_of(judged, "gần-đúng")
    assert finding.arguments == {"name": "Trần Văn Ăn", "near": "Trần Văn An"}
    assert finding.fix is not None and finding.fix.edits[0].text == "Trần Văn An" and not finding.fix.safe


def test_ranks_come_from_the_roster_where_no_title_is_printed(
    judge_of: Callable[[str], Judge], check: Any
) -> None:
    judge = judge_of("  quy tắc bậc\n    phải tin.bậc <= 1\n")
    text = "Đồng chí Trần Văn An thăm xã."
    assert check(judge, given(text, day="02/07/2022")).outcomes == ["passed"]
    assert check(judge, given(text, day="29/06/2022")).outcomes == ["failed"]
    undated = check(judge, text)
    assert (undated.outcomes, undated.missing) == (["not-checkable"], ["published"])


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        # What the roster perhaps knows her to hold, and a standing deputy called a deputy, is she.
        ("Bà Đỗ Thị Cẩm, Phó Chủ tịch UBND tỉnh, thăm xã.", 2),
        ("Bà Đỗ Thị Cẩm, Phó Chủ tịch Thường trực UBND tỉnh, thăm xã.", 2),
        # Another of that name.
        ("Bà Đỗ Thị Cẩm, Phó Chủ tịch HĐND tỉnh, thăm xã.", 6),
        # What stands before "nguyên" is held.
        ("Bà Mai Thị Na, Phó Chủ tịch UBND tỉnh, nguyên Bí thư Tỉnh ủy, thăm xã.", 6),
    ],
)
def test_ranks_of_offices_printed(judge_of: Callable[[str], Judge], check: Any, text: str, rank: int) -> None:
    for limit, outcome in ((rank, "passed"), (rank - 1, "failed")):
        judge = judge_of(f"  quy tắc bậc\n    phải tin.bậc <= {limit}\n")
        assert check(judge, given(text, day="01/07/2023")).outcomes == [outcome]
