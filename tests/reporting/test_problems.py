from __future__ import annotations

from pathlib import Path

from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.reporting.excerpt import display_width
from kiemtin.reporting.palette import Palette
from kiemtin.reporting.problems import render_problem, render_problems

LINE = "    phải  tin.độ_dài <= 3 phút"


def problem(**changes: object) -> Problem:
    values: dict[str, object] = {
        "code": "document-unknown-format",
        "place": FilePlace("bộ.quy", 7, 11, 10, LINE),
        "arguments": {"suffix": ".abc", "known": ".txt"},
    }
    return Problem(**{**values, **changes})  # type: ignore[arg-type]


def test_a_problem_tells_where_what_and_what_to_do() -> None:
    assert render_problem(problem(), "vi") == (
        'bộ.quy:7:11: LỖI: Không đọc loại tệp ".abc".\n'
        "  │     phải  tin.độ_dài <= 3 phút\n"
        "  │           ^^^^^^^^^^\n"
        "  Cần làm: Lưu bản nháp thành một trong các loại: .txt.\n"
    )


def test_the_same_in_english() -> None:
    lines = render_problem(problem(), "en").splitlines()

    assert lines[0] == 'bộ.quy:7:11: error: Files of type ".abc" are not read.'
    assert lines[-1] == "  to do: Save the draft as one of: .txt."


def test_a_warning_is_called_one() -> None:
    assert ": CẢNH BÁO: " in render_problem(problem(warning=True), "vi")


def test_related_places_are_shown_with_their_captions() -> None:
    other = FilePlace("khác.quy", 3, 1, 4, "bảng x")

    shown = render_problem(problem(related=(("document-empty", other),)), "vi")

    assert "  khác.quy:3:1: Tệp không có nội dung nào để kiểm tra.\n  │ bảng x\n  │ ^^^^\n" in shown


def test_a_problem_of_a_whole_file_has_no_excerpt() -> None:
    shown = render_problem(problem(place=FilePlace("bài.abc")), "vi")

    assert shown.startswith("bài.abc: LỖI: ")
    assert "│" not in shown


def test_a_long_line_is_cut_around_the_place() -> None:
    text = " ".join(["chữ"] * 80) + " sai " + " ".join(["chữ"] * 80)
    place = FilePlace("bộ.quy", 1, text.index("sai") + 1, 3, text)

    lines = render_problem(problem(place=place), "vi", width=80).splitlines()

    assert "sai" in lines[1] and "…" in lines[1]
    assert lines[2].index("^^^") == lines[1].index("sai")
    assert display_width(lines[1]) <= 80


def test_a_place_behind_the_end_of_its_line_is_still_marked() -> None:
    place = FilePlace("bộ.quy", 1, len(LINE) + 1, 1, LINE)

    assert render_problem(problem(place=place), "vi").splitlines()[2].endswith("^")


def test_a_file_name_and_a_line_cannot_act_on_the_terminal() -> None:
    place = FilePlace("a\x1b[2J.quy", 1, 1, 1, "\x1b[31mđỏ")

    assert "\x1b" not in render_problem(problem(place=place), "vi")


def test_colour_marks_the_severity() -> None:
    shown = render_problems([problem(), problem(warning=True)], "vi", Palette(colour=True))

    assert "\x1b[1;31mLỖI\x1b[0m" in shown and "\x1b[1;33mCẢNH BÁO\x1b[0m" in shown


def test_every_code_of_our_own_packs_problems_can_be_shown() -> None:
    """Help without a placeholder left over."""
    shown = render_problem(problem(code="document-empty", place=FilePlace(str(Path("x.txt")))), "vi")

    assert "{" not in shown
