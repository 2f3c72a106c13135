"""What packs come to: layers, dates, overrides, exceptions, precedence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.language import syntax as s
from kiemtin.language.compiling.rules import subtract
from kiemtin.language.rulebook import Rulebook
from kiemtin.language.terms import types as t

Load = Callable[..., Rulebook]
Write = Callable[[str, str], Path]
Check = Callable[[Path], tuple[Problem, ...]]

PROVINCE = """văn bản tỉnh
  số hiệu "7-QĐ/TU"
  hiệu lực từ 01/07/2021
  tình trạng minh họa
Điều 6. "Dung lượng"
Khoản 1. "Tối đa."
  bảng giới_hạn theo tin.bậc và tin.loại_hình
    |          | báo in   | truyền hình |
    | bậc 1..5 | 1000 chữ | 3 phút      |
    | còn lại  |  400 chữ | 90 giây     |
  quy tắc quá-dài
    khi tin có nhân_vật_chính
    phải tin.độ_dài không quá giới_hạn
  quy tắc đăng-chậm
    phải tin.thời_điểm_đăng - tin.thời_điểm_sự_kiện <= hạn
  tham số hạn là 24 giờ
"""
NEWSROOM = """văn bản báo
  hiệu lực từ 01/10/2021
  cụ thể hóa tỉnh
  tình trạng minh họa
"""


def rule(rulebook: Rulebook, name: str) -> list[object]:
    return [one for one in rulebook.rules if one.name == name]


def test_a_newsroom_needs_ten_lines(load: Load, write: Write) -> None:
    write("tỉnh", PROVINCE)
    source = (
        NEWSROOM
        + """
  bảng giới_hạn thay tỉnh.giới_hạn
    |          | báo in  |
    | bậc 1..5 | 900 chữ |
    từ 01/01/2023
    | bậc 1..5 | 800 chữ |
"""
    )
    assert len(source.splitlines()) == 10

    rulebook = load(write("báo", source))

    assert rulebook.name == "báo"
    assert [pack.name for pack in rulebook.packs] == ["báo", "tỉnh"]
    layers = rulebook.tables["giới_hạn"].layers
    assert [(citation.pack, version.validity.start) for citation, version in layers] == [
        ("báo", date(2023, 1, 1)),
        ("báo", date(2021, 10, 1)),
        ("tỉnh", date(2021, 7, 1)),
    ]
    assert layers[0][1].columns == layers[1][1].columns == (s.Text("báo in"),)


def test_a_rule_is_cited_by_where_it_stands(load: Load, write: Write) -> None:
    rulebook = load(write("tỉnh", PROVINCE))
    citation = rulebook.rules[0].citation

    assert rulebook.rules[0].id == "tỉnh.quá-dài"
    assert citation.path == (("article", "6"), ("clause", "1"))
    assert (citation.wording, citation.number, citation.status) == ("Tối đa.", "7-QĐ/TU", s.Status("sample"))


def test_every_node_of_a_rulebook_has_its_type(load: Load) -> None:
    def walk(node: object) -> None:
        if isinstance(node, s.Expression):
            assert node.type is not None, node
        if isinstance(node, s.Node):
            for field in node._fields:
                if field not in {"span", "type"}:
                    walk(getattr(node, field))
        elif isinstance(node, tuple):
            for element in node:
                walk(element)

    rulebook = load("nội-quy-đài-mẫu")
    for one in rulebook.rules:
        walk((one.loops, one.when, one.requirement, one.unless, one.fix))
        walk(tuple(displaced.condition for displaced in one.exceptions))
    for table in rulebook.tables.values():
        walk(table.axes)


class TestOverrides:
    SOURCE = (
        NEWSROOM
        + """
  quy tắc quá-dài-hơn thay tỉnh.quá-dài
    hiệu lực từ 01/01/2022 đến 31/12/2022
    phải tin.độ_dài không quá 300 chữ
"""
    )

    def test_the_rule_behind_is_in_force_before_and_after(self, load: Load, write: Write) -> None:
        write("tỉnh", PROVINCE)
        rulebook = load(write("báo", self.SOURCE))

        pieces = [one.validity for one in rulebook.rules if one.id == "tỉnh.quá-dài"]
        assert pieces == [Validity(date(2021, 7, 1), date(2021, 12, 31)), Validity(date(2023, 1, 1))]

    def test_the_nearer_rule_says_what_it_overrides(self, load: Load, write: Write) -> None:
        write("tỉnh", PROVINCE)
        rulebook = load(write("báo", self.SOURCE))

        (nearer,) = [one for one in rulebook.rules if one.id == "báo.quá-dài-hơn"]
        assert nearer.validity == Validity(date(2022, 1, 1), date(2022, 12, 31))
        assert [citation.pack for citation in nearer.overrides] == ["tỉnh"]

    def test_parameters_are_overridden_too(self, load: Load, write: Write) -> None:
        write("tỉnh", PROVINCE)
        rulebook = load(write("báo", NEWSROOM + "  tham số hạn_mới thay tỉnh.hạn là 12 giờ\n"))

        layers = rulebook.parameters["hạn"].layers
        assert [(citation.pack, value.value) for citation, value in layers] == [
            ("báo", s.Quantity(12, "hours")),
            ("tỉnh", s.Quantity(24, "hours")),
        ]


class TestExceptions:
    def test_an_exception_of_another_clause(self, load: Load, write: Write) -> None:
        write("tỉnh", PROVINCE)
        source = (
            NEWSROOM
            + """
Điều 9. "Ngày lễ."
  ngoại lệ ngày-lễ của tỉnh.quá-dài
    hiệu lực từ 01/01/2022
    khi tin.sự_kiện = "lễ"
"""
        )
        rulebook = load(write("báo", source))

        (ruled,) = [one for one in rulebook.rules if one.name == "quá-dài"]
        (displaced,) = ruled.exceptions
        assert displaced.label == "ngày-lễ"
        assert displaced.citation.path == (("article", "9"),)
        assert displaced.validity == Validity(date(2022, 1, 1))
        assert displaced.condition.type == t.TRUTH

    def test_it_sees_what_the_rule_goes_through(self, load: Load, write: Write) -> None:
        source = """văn bản q
  hiệu lực từ 01/07/2021
  tình trạng minh họa
  quy tắc r
    với mỗi người trong tin.lãnh_đạo
    phải người.bậc <= 5
  ngoại lệ nguyên của r
    khi người.họ_tên = "A"
"""
        (ruled,) = load(write("q", source)).rules

        assert isinstance(ruled.exceptions[0].condition, s.Comparison)


class TestBulletins:
    def test_a_rule_that_speaks_of_the_bulletin_is_judged_once_for_it(self, load: Load) -> None:
        needs = {one.name: one.needs_bulletin for one in load("nội-quy-đài-mẫu").rules}

        assert needs["bản-tin-sai-thứ-tự"]
        assert needs["tin-lãnh-đạo-chiếm-quá-nhiều"]
        assert not needs["tin-quá-dài"]

    def test_an_item_taken_from_the_bulletin_may_be_called_tin(self, load: Load, write: Write) -> None:
        source = (
            PROVINCE
            + """
  quy tắc mọi-tin-ngắn
    với mỗi tin trong bản_tin.mục
    phải tin.độ_dài không quá giới_hạn
"""
        )
        rulebook = load(write("tỉnh", source))

        (ruled,) = [one for one in rulebook.rules if one.name == "mọi-tin-ngắn"]
        assert ruled.needs_bulletin
        assert ruled.loops[0].variable == "item"


class TestUses:
    def test_only_definitions_come_in(self, load: Load, write: Write) -> None:
        write(
            "phụ",
            "văn bản phụ\n  tình trạng minh họa\ntham số hạn là 3\nquy tắc p\n  phải tin.trang <= hạn\n",
        )
        source = "văn bản q\n  hiệu lực từ 01/07/2021\n  dùng phụ\n  tình trạng minh họa\n"
        rulebook = load(write("q", source + "quy tắc r\n  phải tin.trang <= phụ.hạn\n"))

        assert [one.id for one in rulebook.rules] == ["q.r"]
        assert list(rulebook.parameters) == ["hạn"]


class TestPrecedence:
    def test_versions_follow_each_other(self, load: Load, write: Write) -> None:
        source = """văn bản q
  thứ bậc theo a
  tình trạng đã đối chiếu "Nguồn"
thứ bậc a
  đến 31/12/2020 minh họa
    bậc 1 "Tổng Bí thư"
  từ 01/01/2021
    bậc 1 "Tổng Bí thư"
    bậc 2 "Chủ tịch nước"; "Thủ tướng Chính phủ"
"""
        first, second = load(write("q", source)).precedence

        assert first.validity == Validity(None, date(2020, 12, 31))
        assert first.status == s.Status("sample")
        assert second.validity == Validity(date(2021, 1, 1))
        assert second.status == s.Status("verified", "Nguồn")
        assert second.ranks == {"general-secretary": 1, "president": 2, "prime-minister": 2}
        assert second.names[2] == ("Chủ tịch nước", "Thủ tướng Chính phủ")

    def test_a_list_that_continues_another_keeps_the_weaker_status(self, load: Load, write: Write) -> None:
        write("gốc", 'văn bản gốc\n  tình trạng đã đối chiếu "N"\nthứ bậc gốc\n  bậc 1 "Tổng Bí thư"\n')
        source = """văn bản q
  thứ bậc theo b
  tình trạng minh họa "mẫu"
thứ bậc b nối tiếp gốc
  bậc 2 "Bí thư Tỉnh ủy"
"""
        (only,) = load(write("q", source)).precedence

        assert only.ranks == {"general-secretary": 1, "province-party-secretary": 2}
        assert only.status == s.Status("sample", "mẫu")


def test_clauses_that_no_machine_can_check_are_told(load: Load) -> None:
    unchecked = load("qđ-tỉnh-mẫu").unchecked

    assert {citation.pack for citation, _ in unchecked} == {"qđ-tỉnh-mẫu", "qđ-234"}
    assert all(reason for _, reason in unchecked)


def test_english_and_vietnamese_give_one_rulebook(load: Load, write: Write) -> None:
    english = """document tỉnh
  in force from 01/07/2021
  status sample
rule too-long
  when item.medium = "print" and item has subject
  must item.length at most limit
  example passes "x" with medium = "print"
table limit by item.medium
  | print     | 700 syllables |
  | otherwise | -             |
"""
    vietnamese = """văn bản tỉnh
  hiệu lực từ 01/07/2021
  tình trạng minh họa
quy tắc too-long
  khi tin.loại_hình = "báo in" và tin có nhân_vật_chính
  phải tin.độ_dài không quá limit
  ví dụ đạt "x" với loại_hình = "báo in"
bảng limit theo tin.loại_hình
  | báo in  | 700 chữ |
  | còn lại | -       |
"""
    one, other = load(write("a", english)), load(write("b", vietnamese))

    assert one.tables == other.tables
    assert (one.rules[0].when, one.rules[0].requirement) == (other.rules[0].when, other.rules[0].requirement)


def test_warnings_do_not_stop_a_pack(load: Load, check: Check, write: Write) -> None:
    path = write("q", "văn bản q\n  tình trạng minh họa\nquy tắc r\n  phải tin.trang = 1\n")

    assert {problem.warning for problem in check(path)} == {True}
    assert len(load(path).rules) == 1


def test_a_pack_with_errors_is_not_loaded(load: Load, write: Write) -> None:
    with pytest.raises(PackError) as caught:
        load(write("q", "văn bản q\n  tình trạng minh họa\nquy tắc r\n  phải tin.màu = 1\n"))

    assert not any(problem.warning for problem in caught.value.problems)


def test_a_conflict_shows_both_clauses(check: Check, write: Write) -> None:
    write("tỉnh", PROVINCE)
    (taken,) = [one for one in check(write("báo", NEWSROOM + "  tham số hạn là 12 giờ\n")) if not one.warning]

    assert taken.code == "pack.name-taken"
    assert taken.place.path.endswith("báo.quy")
    ((caption, place),) = taken.related
    assert caption == "pack.first-here"
    assert place.path.endswith("tỉnh.quy")


days = st.dates(date(2020, 1, 1), date(2020, 3, 1))
periods = st.tuples(st.none() | days, st.none() | days).filter(
    lambda pair: None in pair or pair[0] <= pair[1]  # type: ignore[operator]
).map(lambda pair: Validity(*pair))  # fmt: skip


@given(periods, st.lists(periods, max_size=3), days)
def test_taking_periods_away(whole: Validity, taken: list[Validity], day: date) -> None:
    pieces = subtract(whole, taken)

    covered = [piece for piece in pieces if piece.covers(day)]
    assert len(covered) <= 1
    assert bool(covered) == (whole.covers(day) and not any(other.covers(day) for other in taken))
