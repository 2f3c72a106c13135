"""Packs out of answers: each passes its own check and its examples, or says what is wrong with an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.adopting.drafting.checking_answers import Given, Raw, checked
from kiemtin.adopting.drafting.form import form
from kiemtin.adopting.drafting.questions import MEDIA, OF_KEY, QUESTIONS, USUAL_LIMITS, Kind, questions
from kiemtin.adopting.drafting.reading import read
from kiemtin.adopting.drafting.refined import Refined, refined
from kiemtin.adopting.drafting.writing import write
from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.messages import catalogue
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError
from kiemtin.language.reading.parsing import parse_pack
from kiemtin_cli.main import run

NO_LIMITS = Refined("")
TODAY = date(2024, 5, 6)
PLACE = FilePlace("answers")
OWN = """
"tên bộ" = "tỉnh-riêng"
"hiệu lực từ" = "01/07/2023"
"nguồn đối chiếu" = 'Công báo (mẫu) số "7"'
[[limits]]
rank = "1-9"
"báo in" = 30
"báo điện tử" = "50 chữ"
[[limits]]
rank = "còn lại"
"báo in" = "20 từ"
[[order]]
rank = 10
offices = ["Phó Bí thư Thường trực Tỉnh ủy", "Chủ tịch HĐND tỉnh"]
[[order]]
rank = 11
offices = "Chủ tịch UBND tỉnh; Phó Bí thư Tỉnh ủy"
"""
BARE = '"hạn đăng" = ""\nfront_page = ""\nleading_items = ""\nexcepted = ""\nin_force = "01/07/2016"\n'
NEWSROOM = """
"tít dài nhất" = "14 chữ"
"giờ phát sớm nhất" = "18h"
"tỉ lệ tin lãnh đạo" = "40%"
"hạn đăng" = "6 giờ"
in_force = "2030-01-01"
[[limits]]
rank = "1..5"
"báo in" = "900 chữ"
"truyền hình" = "-"
"""


def raw(**values: str) -> Raw:
    return Raw([(key, Given(value, PLACE)) for key, value in values.items()])


def make(tmp_path: Path, kind: str, answers: str, *options: str) -> int:
    (tmp_path / f"{kind}.toml").write_text(answers, "utf-8")
    command = ["rules", "new", kind, "--answers", str(tmp_path / f"{kind}.toml"), "-o", str(tmp_path)]
    return run([*command, *options], {})


@pytest.mark.parametrize("answers", ["", OWN, BARE], ids=["usual", "own", "bare"])
def test_a_province_s_pack_passes_its_examples(
    tmp_path: Path, answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make(tmp_path, "province", answers) == 0, capsys.readouterr()

    out = capsys.readouterr()
    assert "không có lỗi, 0 cảnh báo" in out.out
    assert out.err == ""


@pytest.mark.parametrize(
    "options", [[], ["--set", "hạn đăng=3 giờ", "--set", "tít dài nhất=1"]], ids=["usual", "set"]
)
def test_a_newsroom_s_pack_passes_its_own_and_the_province_s_examples(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert make(tmp_path, "newsroom", "", *options) == 0, capsys.readouterr()
    assert capsys.readouterr().err == ""


def test_what_is_looser_than_the_province_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make(tmp_path, "newsroom", NEWSROOM) == 0, capsys.readouterr()

    assert "Nới hơn qđ-tỉnh-mẫu" in capsys.readouterr().err
    pack = (tmp_path / "nội-quy.quy").read_text("utf-8")
    assert "| bậc 1..5 | 900 chữ | -           |" in pack
    assert "tham số hạn_đăng thay qđ-tỉnh-mẫu.hạn_đăng là 6 giờ" in pack


def test_a_newsroom_over_its_own_province(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which has neither a table of its kind for television nor a deadline."""
    assert make(tmp_path, "province", '"tên bộ" = "tỉnh-này"\n"hạn đăng" = ""\n') == 0
    assert make(tmp_path, "newsroom", 'refines = "tỉnh-này"\n"hạn đăng" = "6 giờ"\n') == 0, (
        capsys.readouterr()
    )

    pack = (tmp_path / "nội-quy.quy").read_text("utf-8")
    assert "cụ thể hóa   tỉnh-này" in pack
    assert "quy tắc đăng-chậm" in pack


def test_a_pack_that_is_refined_must_stand_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "xa").mkdir()
    (tmp_path / "xa" / "tỉnh.quy").write_text("văn bản tỉnh\n")

    assert make(tmp_path, "newsroom", f'refines = "{tmp_path}/xa/tỉnh.quy"') == 4
    assert "không nằm cạnh" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["province", "newsroom"])
def test_the_form_gives_the_usual_answers(tmp_path: Path, kind: Kind) -> None:
    path = tmp_path / "form.xlsx"
    assert run(["rules", "new", kind, "--form", str(path)], {}) == 0
    answers = checked(kind, read(path), TODAY)

    usual = checked(kind, Raw([]), TODAY)
    assert {**answers.values, "in_force": ""} == {**usual.values, "in_force": ""}
    assert answers.media == MEDIA
    assert [band for band, _ in answers.limits] == [band for band, _ in USUAL_LIMITS]
    assert form(kind, TODAY, "vi") == form(kind, TODAY, "vi")


def test_a_form_with_own_order_and_a_mistake_is_read_with_its_cells(tmp_path: Path) -> None:
    limits = [("bậc 1..5", ("10 chữ", "mười")), ("bậc x", ("", "5"))]
    path = tmp_path / "form.xlsx"
    path.write_bytes(form("province", TODAY, "vi", MEDIA[:2], limits, [(10, ["Chủ tịch UBND tỉnh"])]))
    with pytest.raises(PackError) as refused:
        checked("province", read(path), TODAY)

    assert [(each.code, each.place.line, each.place.column) for each in refused.value.problems] == [
        ("answers-bad-limit", 2, 3),
        ("answers-bad-rank", 3, 1),
    ]
    path.write_bytes(form("province", TODAY, "vi", MEDIA[:1], [("5", ["7"])], [(10, ["Chủ tịch UBND tỉnh"])]))
    answers = checked("province", read(path), TODAY)
    assert answers.order == ((10, ("Chủ tịch UBND tỉnh",)),)
    assert answers.limits == (("bậc 5", ("7 chữ",)),)


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("name", "1 tỉnh", "answers-bad-name"),
        ("name", "../tỉnh", "answers-bad-name"),
        ("in_force", "30/02/2024", "answers-bad-day"),
        ("front_page", "năm", "answers-bad-number"),
        ("front_page", "0", "answers-bad-number"),
        ("deadline", "mai", "answers-bad-hours"),
        ("deadline", "0 giờ", "answers-bad-hours"),
        ("deadline", "9 chữ", "answers-bad-hours"),
        ("title", "x" * 400, "answers-too-long"),
        ("headline", "14", "answers-key-unknown"),
        ("xyz", "1", "answers-key-unknown"),
    ],
)
def test_what_is_no_answer_is_told(key: str, value: str, code: str) -> None:
    with pytest.raises(PackError) as refused:
        checked("province", raw(**{key: value}), TODAY)

    assert [each.code for each in refused.value.problems] == [code]
    assert {code, f"{code}.help"} <= catalogue().keys()


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("headline", "0", "answers-bad-syllables"),
        ("headline", "14 giây", "answers-bad-syllables"),
        ("earliest", "18h30", "answers-bad-hour"),
        ("earliest", "24", "answers-bad-hour"),
        ("share", "100%", "answers-bad-share"),
        ("share", "40 chữ", "answers-bad-share"),
    ],
)
def test_what_is_no_answer_of_a_newsroom_is_told(key: str, value: str, code: str) -> None:
    with pytest.raises(PackError) as refused:
        checked("newsroom", raw(**{key: value}), TODAY)

    assert [each.code for each in refused.value.problems] == [code]


@pytest.mark.parametrize(
    ("cell", "medium", "limit"),
    [
        ("1000", "báo in", "1000 chữ"),
        ("1.000 chữ", "báo in", "1.000 chữ"),
        ("800 từ", "báo in", "800 từ"),
        ("90", "truyền hình", "90 giây"),
        ("1,5 phút", "phát thanh", "1,5 phút"),
        ("-", "báo in", "-"),
        ("", "báo in", ""),
        ("90 giây", "báo in", None),
        ("0 chữ", "báo in", None),
        ("nhiều", "báo in", None),
        ("90 chữ", "truyền hình", None),
    ],
)
def test_a_limit_is_in_the_units_of_its_medium(cell: str, medium: str, limit: str | None) -> None:
    asked = Raw([], [Given(medium, PLACE)], [(Given("còn lại", PLACE), [Given(cell, PLACE)])])
    if limit is None:
        with pytest.raises(PackError):
            checked("province", asked, TODAY)
        return
    found = checked("province", asked, TODAY).limits
    assert found == ((("còn lại", (limit,)),) if limit else ())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a = ", "answers-unreadable"),
        (b"\xff", "answers-unreadable"),
        (b"[[limits]]\nrank = 5\n'sach' = 1\n", "answers-bad-medium"),
        (b"[[order]]\nrank = 3\noffices = 'x'\n", "answers-bad-own-rank"),
    ],
)
def test_files_that_hold_no_answers(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.toml").write_bytes(content)
    with pytest.raises(PackError) as refused:
        checked("province", read(tmp_path / "a.toml"), TODAY)

    assert [each.code for each in refused.value.problems] == [code]


def test_a_file_that_is_no_form(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    for name in ("a.xlsx", "none.toml"):
        with pytest.raises(PackError):
            read(tmp_path / name)


@settings(max_examples=25)
@given(
    title=st.text(min_size=1, max_size=60),
    source=st.text(max_size=40),
    excepted=st.lists(st.text(max_size=20), max_size=3),
)
def test_any_words_make_a_pack_that_can_be_read(title: str, source: str, excepted: list[str]) -> None:
    try:
        answers = checked("province", raw(title=title, source=source, excepted="; ".join(excepted)), TODAY)
    except PackError as error:
        assert {each.code for each in error.problems} <= {"answers-too-long"}
        return
    pack = parse_pack(write(answers, "vi"), "x")

    assert pack.title == answers.values["title"]


def test_every_question_is_explained_once() -> None:
    assert {f"ask.{question.key}" for question in QUESTIONS} <= catalogue().keys()
    assert len(OF_KEY) == 2 * len(QUESTIONS)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_keywords_are_those_of_the_language(lang: Any) -> None:
    text = write(checked("province", Raw([]), TODAY), lang)

    assert ("văn bản quy-định-tỉnh" in text) == (lang == "vi")


def test_a_pack_without_limits_is_refined_as_well() -> None:
    found = refined(Workbench("qđ-234").rulebook("qđ-234"), TODAY)
    text = write(
        checked(
            "newsroom",
            Raw([], [Given("báo in", PLACE)], [(Given("1", PLACE), [Given("9", PLACE)])]),
            TODAY,
        ),
        "vi",
        found,
    )

    assert found.table is None
    assert "bảng giới_hạn theo" in text


def asked(kind: Kind, answers: list[str], theirs: Refined = NO_LIMITS) -> Raw:
    from kiemtin_cli.rules.asking import ask

    with CliRunner().isolation(input="\n".join(answers) + "\n"):
        return ask(kind, TODAY, "vi", lambda _: theirs)


def test_questions_are_asked_until_they_are_answered() -> None:
    """All defaults, but for a name that is asked again, a limit, and an order of two ranks."""
    answers = ["1 sai", "tỉnh-hỏi", *[""] * (len(questions("province")) - 1)]
    answers += ["nhiều", "900", *[""] * 11, "Phó Bí thư Thường trực Tỉnh ủy", "Chủ tịch UBND tỉnh", ""]
    found = checked("province", asked("province", answers), TODAY)

    assert found.values["name"] == "tỉnh-hỏi"
    assert found.limits[0] == ("bậc 1..5", ("900 chữ", *USUAL_LIMITS[0][1][1:]))
    assert [rank for rank, _ in found.order] == [10, 11]


def test_a_newsroom_is_asked_for_its_media() -> None:
    answers = [*[""] * len(questions("newsroom")), "báo giấy", "truyền hình; Phát thanh", "3 phút", *[""] * 5]
    found = checked("newsroom", asked("newsroom", answers), TODAY)

    assert found.media == ("truyền hình", "phát thanh")
    assert found.limits == (("bậc 1..5", ("3 phút", "")),)


def test_a_newsroom_s_usual_limits_are_the_province_s() -> None:
    theirs = Refined(
        "tỉnh", "tỉnh.giới_hạn", None, ("báo in",), (("bậc 1..5", ("900 chữ",)), ("còn lại", ("",)))
    )
    answers = [*[""] * len(questions("newsroom")), "Báo in", "", "300"]
    found = checked("newsroom", asked("newsroom", answers, theirs), TODAY)

    assert found.limits == (("bậc 1..5", ("900 chữ",)), ("còn lại", ("300 chữ",)))
    assert "| còn lại | 300 chữ |" in write(found, "vi", theirs)
    assert "bậc 1..5" not in write(found, "vi", theirs)


def test_nothing_is_asked_where_nobody_answers(kiemtin: Callable[..., Any]) -> None:
    done = kiemtin("rules", "new", "province")

    assert done.returncode == 2
    assert "chỉ hỏi được trên terminal" in done.stderr


def test_answers_belong_to_packs_alone(kiemtin: Callable[..., Any]) -> None:
    assert "--form chỉ dùng với province" in kiemtin("rules", "new", "tít-dài", "--form", "x.xlsx").stderr
    assert "--set “x”: viết MỤC=TRẢ-LỜI" in kiemtin("rules", "new", "province", "--set", "x").stderr


def test_a_pack_never_overwrites_another(kiemtin: Callable[..., Any]) -> None:
    assert kiemtin("rules", "new", "tỉnh", "--answers", "-").returncode == 0
    done = kiemtin("rules", "new", "tỉnh", "--answers", "-")

    assert done.returncode == 2
    assert "đã có, không ghi đè" in done.stderr
