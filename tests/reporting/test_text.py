from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest

from kiemtin.documents.model import Note
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.records import replace
from kiemtin.judging.findings import Judgement, MissingDatum, Outcome, Words
from kiemtin.reporting.excerpt import display_width
from kiemtin.reporting.palette import PLAIN, Palette
from kiemtin.reporting.report import Report, causes, tally, worst_reaches
from kiemtin.reporting.text import render, render_total

TEXT = (
    "Khai mạc hội nghị tổng kết\n\nDự hội nghị có các đồng chí: Lê Thị Bình, Phó Bí thư Tỉnh ủy; "
    "Trần Văn An, Bí thư Tỉnh ủy. Hội nghị bàn hai việc.\nBình nói về việc thứ nhất.\n"
)


def finding_numbers(shown: str) -> list[tuple[str, str]]:
    return re.findall(r"^\[(\d+)\] (.+?)  ", shown, re.M)


def test_errors_come_first_then_the_order_of_the_text(report: Report) -> None:
    assert finding_numbers(render(report, "vi")) == [("1", "LỖI"), ("2", "LỖI"), ("3", "CẢNH BÁO")]


def test_one_cause_in_several_places_is_told_once(report: Report) -> None:
    shown = render(report, "vi")

    assert shown.count("Thiếu chức danh khi nêu tên “Bình”") == 1
    assert "Cùng lỗi ở:   bai.txt:4:1" in shown


def test_words_are_underlined_and_the_related_ones_marked(report: Report) -> None:
    lines = render(report, "vi").splitlines()
    at = next(number for number, line in enumerate(lines) if "Dự hội nghị" in line)

    later, earlier = lines[at].index("Trần Văn An"), lines[at].index("Lê Thị Bình")
    assert lines[at + 1][later:] == "^" * 11
    assert lines[at + 1][earlier : earlier + 12] == "-" * 11 + " "


def test_the_clause_is_cited_with_its_wording_and_status(report: Report) -> None:
    shown = " ".join(render(report, "vi").split())

    assert (
        "Điều 4, Khoản 1, qđ-mẫu (minh họa): “Khi nêu tên nhiều lãnh đạo thì nêu theo thứ bậc "
        "từ cao xuống thấp.”"
    ) in shown


def test_measured_stands_against_required(report: Report) -> None:
    shown = render(report, "vi")

    assert "Hiện là:      1.234 chữ\n    Quy định:     tối đa 700 chữ\n" in shown


def test_the_sentence_after_the_fix_can_be_copied(report: Report) -> None:
    shown = " ".join(render(report, "vi").split())

    assert (
        "Sau khi sửa: Dự hội nghị có các đồng chí: Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, "
        "Phó Bí thư Tỉnh ủy. Ngoại lệ"
    ) in shown


def test_a_missing_datum_names_the_rules_and_how_to_give_it(report: Report) -> None:
    shown = render(report, "vi")

    assert "Thiếu ngày đăng: chưa kiểm được đăng-chậm" in shown
    assert "Cần làm: Ghi “Ngày đăng: 12/03/2024” ở đầu tin." in shown


def test_a_failure_that_a_missing_datum_might_lift_stands_apart_with_what_would(clean_report: Report) -> None:
    (passed,) = clean_report.judgement.findings
    open_ = replace(
        passed,
        outcome=Outcome.FAILED,
        message="test-long",
        missing=(MissingDatum("event"),),
        words=Words({}, Phrase("923 chữ", "923 syllables"), "tối đa 700 chữ"),
    )
    report = clean_report._replace(judgement=Judgement((open_,), (None,)))

    shown = render(report, "vi")
    assert "CHƯA XÁC NHẬN" in shown
    assert "Bỏ qua nếu:" in shown
    assert "thêm `sự kiện: đại hội`" in shown
    assert ": 0 lỗi, 0 cảnh báo, 0 lưu ý, 1 chưa xác nhận." in shown
    assert "Found:        923 syllables\n" in render(report, "en")
    assert not worst_reaches(report.judgement, "note")
    assert worst_reaches(report.judgement, "note", strict=True)


def test_a_piece_with_parts_that_were_not_read_did_not_pass_whole(clean_report: Report) -> None:
    note = Note("word-diagram", unread=True)
    document = replace(clean_report.document, notes=(note,))
    report = clean_report._replace(document=document)

    shown = render(report, "vi")
    assert "Không thấy chỗ nào phải sửa trong phần kiểm được" in shown
    assert "1 phần của tệp KHÔNG ĐƯỢC ĐỌC" in shown
    assert not worst_reaches(report.judgement, "note", unread=bool(report.unread))
    assert worst_reaches(report.judgement, "note", strict=True, unread=bool(report.unread))


def test_all_five_outcomes_are_counted_with_their_denominator(report: Report) -> None:
    shown = " ".join(render(report, "vi").split())

    assert (
        "6 lượt kiểm (6 quy tắc, 1 tin): 3 không đạt, 1 đạt, 0 ngoài phạm vi, 1 chưa đủ dữ liệu, "
        "1 không chạy."
    ) in shown


def test_a_pack_not_reviewed_up_to_the_items_day_is_told(report: Report) -> None:
    assert "mới được rà đến ngày 01/01/2023" in render(report, "vi")


@pytest.mark.parametrize(
    ("judged_on", "assumed", "said"),
    [
        ((date(2024, 3, 12),), False, "ngày 12/03/2024"),
        ((date(2024, 3, 12),), True, "ngày 12/03/2024 do --as-of chọn, không theo ngày của tin"),
        ((None,), False, "không rõ ngày đăng"),
        ((date(2024, 3, 12), date(2024, 4, 1)), False, "từ 12/03/2024 đến 01/04/2024"),
        ((date(2024, 3, 12), None), False, "1 tin không rõ ngày đăng"),
    ],
)
def test_the_day_of_judgement_is_told(
    clean_report: Report, judged_on: tuple[date | None, ...], assumed: object, said: str
) -> None:
    judgement = Judgement(clean_report.judgement.findings, judged_on, bool(assumed))

    assert said in " ".join(render(clean_report._replace(judgement=judgement), "vi").split())


def test_a_clean_item_is_said_to_be_clean_with_figures(clean_report: Report) -> None:
    shown = render(clean_report, "vi")

    assert "Không thấy chỗ nào phải sửa." in shown
    assert "1 lượt kiểm" in shown and "1 đạt" in shown


def test_nothing_checkable_is_not_called_clean(clean_report: Report) -> None:
    findings = tuple(
        replace(finding, outcome=Outcome.OUT_OF_SCOPE) for finding in clean_report.judgement.findings
    )
    shown = render(clean_report._replace(judgement=Judgement(findings, (None,))), "vi")

    assert "Không quy tắc nào áp dụng cho tin này." in shown
    assert "Không thấy chỗ nào phải sửa" not in shown


def test_a_decomposed_draft_has_its_own_columns(nfd_report: Report) -> None:
    """The words shown are composed; the column is that of the file, which editors jump to."""
    shown = render(nfd_report, "vi")
    before = TEXT.splitlines()[2].partition("Trần Văn An")[0]
    column = len(unicodedata.normalize("NFD", before)) + 1

    assert column > len(before) + 1
    assert f"[1] LỖI  bai.txt:3:{column}\n" in shown
    assert f"│ {' ' * before.index('Lê Thị')}-----------{' ' * 22}^^^^^^^^^^^\n" in shown


def test_english_says_the_same(report: Report) -> None:
    shown = render(report, "en")

    assert finding_numbers(shown) == [("1", "ERROR"), ("2", "ERROR"), ("3", "WARNING")]
    assert "Article 4, Clause 1, qđ-mẫu (sample)" in shown
    assert "6 checks (6 rules, 1 item(s)): 3 failed, 1 passed, 0 out of scope" in shown


def test_notes_of_the_reader_are_shown_with_their_place(noted_report: Report) -> None:
    assert "bai.txt:1:1: Không hiểu khóa “Ngay dang”" in render(noted_report, "vi")


def test_colour_adds_nothing_to_the_words(report: Report) -> None:
    coloured = render(report, "vi", Palette(colour=True))

    assert "\x1b[1;31mLỖI\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(report, "vi", PLAIN)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_asked(report: Report, width: int) -> None:
    assert max(display_width(line) for line in render(report, "vi", width=width).splitlines()) <= width


def test_the_same_report_has_the_same_bytes(report: Report) -> None:
    assert render(report, "vi") == render(report, "vi")


def test_the_total_adds_up_the_files(report: Report, clean_report: Report) -> None:
    assert render_total([tally(report), tally(clean_report)], 1, "vi") == (
        "Đã soát 2 tệp: 2 lỗi, 2 cảnh báo, 0 lưu ý; 1 tệp không đọc được."
    )


@pytest.mark.parametrize(
    ("threshold", "numbers", "reaches"), [("must", [3], False), ("should", [3], True), ("note", [3], True)]
)
def test_the_threshold_is_the_modal_verb(
    report: Report, threshold: str, numbers: list[int], reaches: object
) -> None:
    kept = [cause for cause in causes(report.judgement) if cause.number in numbers]
    findings = tuple(finding for cause in kept for finding in cause.findings)

    assert worst_reaches(Judgement(findings, (None,)), threshold) is reaches
