from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

import pytest

from kiemtin.foundation.dates import Validity
from kiemtin.language import syntax as s
from kiemtin.language.reading.parsing import parse_pack, tokens
from kiemtin.language.terms.keywords import DIVISIONS, KEYWORDS
from kiemtin.language.writing.formatting import format_pack

from .conftest import EVERYTHING, PACKS

HEAD = "văn bản q\n  tình trạng minh họa\n"
ITEM = s.Name("item")


def requirement(words: str) -> s.Expression:
    pack = parse_pack(f"{HEAD}quy tắc r\n  phải {words}\n", "q.quy")
    rule = pack.statements[0]
    assert isinstance(rule, s.Rule)
    return rule.requirement


def item(name: str) -> s.Attribute:
    return s.Attribute(ITEM, name)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tin.trang = 1", s.Comparison("=", item("page"), s.Quantity(1))),
        ("tin.trang là 1", s.Comparison("=", item("page"), s.Quantity(1))),
        ("tin.trang ≠ 1", s.Comparison("!=", item("page"), s.Quantity(1))),
        ("tin.trang khác 1", s.Comparison("!=", item("page"), s.Quantity(1))),
        ("tin.độ_dài không quá 1.000 chữ", s.Comparison("<=", item("length"), s.Quantity(1000, "syllables"))),
        ("tin.độ_dài ≤ 1,5 phút", s.Comparison("<=", item("length"), s.Quantity(1.5, "minutes"))),
        ("tin.số_từ ít nhất 20 từ", s.Comparison(">=", item("words"), s.Quantity(20, "words"))),
        ("tin.toà_soạn = \"Báo\"", s.Comparison("=", item("outlet"), s.Text("Báo"))),
        ("tin.tòa_soạn = “Báo”", s.Comparison("=", item("outlet"), s.Text("Báo"))),
        ("tin.sự_kiện = \"lễ \"\"mừng\"\" thọ\"", s.Comparison("=", item("event"), s.Text('lễ "mừng" thọ'))),
        ("item.page = 1", s.Comparison("=", item("page"), s.Quantity(1))),
        ("tin.page = 1", s.Comparison("=", item("page"), s.Quantity(1))),
        ("tin có nhân_vật_chính", s.Predicate(item("subject"), "has")),
        ("tin không có nhân_vật_chính", s.Predicate(item("subject"), "has", negated=True)),
        ("tin.lượt_nhắc không có trong danh_bạ",
         s.Predicate(item("mentions"), "in_roster", (s.Name("roster"),), negated=True)),
        ("tin.trang trong {1, 3}", s.Membership(item("page"), s.SetOf((s.Quantity(1), s.Quantity(3))))),
        ("tin.trang thuộc 1..3", s.Membership(item("page"), s.Range(s.Quantity(1), s.Quantity(3)))),
        ("tin.trang không thuộc 1..3",
         s.Membership(item("page"), s.Range(s.Quantity(1), s.Quantity(3)), negated=True)),
        ("tin.ngày_đăng >= 01/07/2021", s.Comparison(">=", item("published_on"), s.Day(date(2021, 7, 1)))),
        ("tin.ngày_đăng >= 2021-07-01", s.Comparison(">=", item("published_on"), s.Day(date(2021, 7, 1)))),
        ("tin.thời_điểm_đăng < 01/07/2021 8h30",
         s.Comparison("<", item("published_at"), s.Moment(datetime(2021, 7, 1, 8, 30)))),
        ("không đúng hoặc sai và đúng",
         s.Logic("or", (s.Not(s.Truth(True)), s.Logic("and", (s.Truth(False), s.Truth(True)))))),
        ("(đúng hoặc sai) và đúng",
         s.Logic("and", (s.Logic("or", (s.Truth(True), s.Truth(False))), s.Truth(True)))),
        ("tin.trang - 1 - 2 * 3 = 0",
         s.Comparison("=", s.Arithmetic("-", s.Arithmetic("-", item("page"), s.Quantity(1)),
                                        s.Arithmetic("*", s.Quantity(2), s.Quantity(3))), s.Quantity(0))),
        ("mọi x trong tin.lãnh_đạo thì đúng và sai",
         s.Aggregate("all", "x", item("leaders"), s.Logic("and", (s.Truth(True), s.Truth(False))))),
        ("có x trong tin.lãnh_đạo mà x.bậc = 1",
         s.Aggregate("any", "x", item("leaders"),
                     s.Comparison("=", s.Attribute(s.Name("x"), "rank"), s.Quantity(1)))),
        ("số x trong tin.lãnh_đạo <= 3",
         s.Comparison("<=", s.Aggregate("count", "x", item("leaders")), s.Quantity(3))),
        ("(số x trong tin.lãnh_đạo mà đúng) <= 3",
         s.Comparison("<=", s.Aggregate("count", "x", item("leaders"), s.Truth(True)), s.Quantity(3))),
        ("nhỏ nhất của x.bậc với mỗi x trong tin.lãnh_đạo <= 3",
         s.Comparison("<=", s.Aggregate("min", "x", item("leaders"), None,
                                        s.Attribute(s.Name("x"), "rank")), s.Quantity(3))),
    ],
)  # fmt: skip
def test_expressions(words: str, expected: s.Expression) -> None:
    assert requirement(words) == expected


def test_a_statement_stands_under_the_heading_before_it() -> None:
    pack = parse_pack(
        HEAD + 'tham số a là 1\nChương I. "C"\nĐiều 1. "Đ"\nKhoản 1.\nĐiểm a) "a"\ntham số b là 1\n'
        'Điểm b)\nĐiều 2.\ntham số c là 1\nMục 3. "M"\nKhoản 9.\n',
        "q.quy",
    )

    assert [statement.name for statement in pack.statements if isinstance(statement, s.Parameter)] == ["a"]
    chapter = pack.divisions[0]
    assert (chapter.kind, chapter.label, chapter.wording) == ("chapter", "I", "C")
    first, second, section = chapter.divisions
    assert (first.kind, first.label) == ("article", "1")
    assert [point.label for point in first.divisions[0].divisions] == ["a", "b"]
    assert len(first.divisions[0].divisions[0].statements) == 1
    assert (second.label, len(second.statements)) == ("2", 1)
    assert (section.kind, section.divisions[0].label) == ("section", "9")


def test_columns_of_a_version_without_heading_are_those_before() -> None:
    pack = parse_pack(
        HEAD + "bảng b theo tin.bậc và tin.loại_hình\n  | | báo in |\n  | bậc 1 | 7 chữ |\n  từ 01/01/2023\n"
        "  | bậc 1 | - |\n",
        "q.quy",
    )
    table = pack.statements[0]
    assert isinstance(table, s.Table)

    assert table.versions[1].columns == (s.Text("báo in"),)
    assert table.versions[1].rows[0].cells == (None,)
    assert table.versions[1].validity == Validity(date(2023, 1, 1))


def test_texts_side_by_side_are_paragraphs() -> None:
    pack = parse_pack('văn bản q\n  tên "một"\n      "hai"\n  tình trạng minh họa\n', "q.quy")

    assert pack.title == "một\nhai"


def test_replacing_without_saying_what_replaces_what_was_required_of() -> None:
    pack = parse_pack(HEAD + "quy tắc r\n  phải tin.trang = 1\n  sửa thay bằng 1\n", "q.quy")
    rule = pack.statements[0]
    assert isinstance(rule, s.Rule)

    assert rule.fix == s.Fix("replace", item("page"), s.Quantity(1))


@pytest.mark.parametrize("path", [EVERYTHING, *sorted(PACKS.glob("*.quy"))], ids=lambda path: path.stem)
class TestOneTreeFromManySpellings:
    def test_normal_forms(self, path) -> None:  # type: ignore[no-untyped-def]
        source = path.read_text("utf-8")

        assert parse_pack(unicodedata.normalize("NFD", source), "q") == parse_pack(source, "q")

    def test_white_space(self, path) -> None:  # type: ignore[no-untyped-def]
        source = path.read_text("utf-8")
        tabbed = "\ufeff" + re.sub(r"(?m)^ +", "\t", source).replace("\n", "\r\n")

        assert parse_pack(tabbed, "q") == parse_pack(source, "q")

    def test_no_line_ends_but_for_rows(self, path) -> None:  # type: ignore[no-untyped-def]
        source = re.sub(r"(?m)^([^\"\n]*(?:\"[^\"\n]*\"[^\"#\n]*)*)#.*$", r"\1", path.read_text("utf-8"))
        joined = re.sub(r"\n(?![^\S\n]*\|)", "\u00a0", source)

        assert parse_pack(joined, "q") == parse_pack(source, "q")

    def test_capitals(self, path) -> None:  # type: ignore[no-untyped-def]
        source = path.read_text("utf-8")
        spelled = list(source)
        for token in tokens(source):
            if token.type in KEYWORDS:
                assert token.start_pos is not None
                spelled[token.start_pos] = spelled[token.start_pos].upper()

        assert parse_pack("".join(spelled), "q") == parse_pack(source, "q")


def test_all_keywords_are_tried() -> None:
    tried = {token.type for token in tokens(EVERYTHING.read_text("utf-8"))}

    assert {*KEYWORDS, *DIVISIONS} <= tried


@pytest.mark.parametrize("name", KEYWORDS)
def test_every_spelling_of_a_keyword_says_the_same(name: str) -> None:
    source = EVERYTHING.read_text("utf-8")
    expected = parse_pack(source, "q")

    for spelling in (*KEYWORDS[name].vi, *KEYWORDS[name].en):
        pieces, end = [], 0
        for token in tokens(source):
            if token.type == name:
                assert token.start_pos is not None
                pieces += [source[end : token.start_pos], spelling]
                end = token.start_pos + len(token)
        assert parse_pack("".join([*pieces, source[end:]]), "q") == expected, spelling


def test_both_places_of_a_tone_mark() -> None:
    source = "văn bản q\n  cụ thể hoá nền\n  tình trạng minh hoạ\n"

    assert parse_pack(source, "q") == parse_pack(format_pack(source, "q", "vi"), "q")
    assert parse_pack(source, "q").refines == "nền"
