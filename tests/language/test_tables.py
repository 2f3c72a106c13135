"""Tables as a whole: what they leave out, what they say twice, where they allow what is forbidden behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.messages import message
from kiemtin.foundation.problems import Problem
from kiemtin.language import syntax as s
from kiemtin.language.choosing import answer, choose, interval, takes
from kiemtin.language.compiling.axis_heads import cases
from kiemtin.language.rulebook import Citation
from kiemtin.language.terms import types as t

Write = Callable[[str, str], Path]
Check = Callable[[Path], tuple[Problem, ...]]

HEAD = "văn bản q\n  hiệu lực từ 01/07/2021\n  tình trạng minh họa\n"
RULE = 'quy tắc r\n  phải tin.thời_lượng <= b\n  ví dụ đạt "a"\n  ví dụ lỗi "b"\n'
RANK = s.Attribute(s.Name("item"), "rank", type=t.RANK)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [
        (problem.code.removeprefix("pack."), message(problem.code, "vi", problem.arguments))
        for problem in problems
    ]


@pytest.mark.parametrize(
    ("axis", "heads", "gap"),
    [
        ("tin.bậc", ["bậc 1..5", "còn lại"], None),
        ("tin.bậc", ["bậc 1..5", "bậc 6..9"], "bậc 10"),
        ("tin.bậc", ["bậc 6..9", "bậc 1..4"], "bậc 5"),
        ("tin.bậc", ["bậc 2"], "bậc 1"),
        ("tin.loại_hình", ["báo in", "báo điện tử", "phát thanh", "truyền hình"], None),
        ("tin.loại_hình", ["print", "online", "radio"], "“truyền hình”"),
        ("tin.sự_kiện", ["đại hội"], "mọi trường hợp khác"),
        ("tin.sự_kiện", ["đại hội", "còn lại"], None),
        ("tin.trang", ["1..3", "4"], "trang 5"),
    ],
)
def test_gaps(axis: str, heads: list[str], gap: str | None, check: Check, write: Write) -> None:
    rows = "\n".join(f"  | {head} | {at} phút |" for at, head in enumerate(heads, 1))

    found = check(write("q", f"{HEAD}bảng b theo {axis}\n{rows}\n{RULE}"))

    expected = [] if gap is None else [("table-gap", f"Bảng “b” không nói gì về {gap}.")]
    assert told(found) == expected


def test_a_table_that_overrides_may_leave_out_what_is_said_behind(check: Check, write: Write) -> None:
    write("nền", f"{HEAD.replace('q', 'nền', 1)}bảng b theo tin.bậc\n  | còn lại | 3 phút |\n{RULE}")
    path = write("q", f"{HEAD}  cụ thể hóa nền\nbảng b thay nền.b\n  | bậc 1 | 2 phút |\n")

    assert told(check(path)) == []


class TestLoosening:
    BASE = (
        HEAD.replace("q", "nền", 1)
        + """
bảng b theo tin.bậc và tin.loại_hình
  |          | báo in   | truyền hình |
  | bậc 1..5 | 1000 chữ | 3 phút      |
  | còn lại  |  400 chữ | -           |
tham số ngắn_nhất là 20 chữ
tham số hạn
  từ 01/07/2021 là 24 giờ
  từ 01/01/2024 là 12 giờ
quy tắc r
  phải tin.độ_dài không quá b và tin.số_chữ ít nhất ngắn_nhất
  ví dụ đạt "a"
  ví dụ lỗi "b"
quy tắc c
  phải tin.thời_điểm_đăng - tin.thời_điểm_sự_kiện <= hạn
  ví dụ đạt "a"
  ví dụ lỗi "b"
"""
    )

    @pytest.mark.parametrize(
        ("statement", "expected"),
        [
            ("bảng b thay nền.b\n | | báo in |\n | bậc 1..3 | 900 chữ |", None),
            ("bảng b thay nền.b\n | | báo in |\n | bậc 1..3 | 1000 chữ |", None),
            ("bảng b thay nền.b\n | | báo in |\n | bậc 4..6 | 900 chữ |",
             "tin có bậc 6, loại_hình “báo in” với 900 chữ thì đạt ở đây, nhưng trái với nền (mức 400 chữ)."),
            ("bảng b thay nền.b\n | | truyền hình |\n | bậc 1 | - |",
             "tin có bậc 1, loại_hình “truyền hình” với 4 phút thì đạt ở đây, "
             "nhưng trái với nền (mức 3 phút)."),
            ("bảng b thay nền.b\n | | truyền hình |\n | bậc 1 | 200 giây |",
             "tin có bậc 1, loại_hình “truyền hình” với 200 giây thì đạt ở đây, "
             "nhưng trái với nền (mức 3 phút)."),
            ("bảng b thay nền.b\n | | truyền hình |\n | bậc 9 | 60 phút |", None),
            ("tham số ngắn_nhất thay nền.ngắn_nhất là 30 chữ", None),
            ("tham số ngắn_nhất thay nền.ngắn_nhất là 10 chữ",
             "ngắn_nhất 10 chữ thì đạt ở đây, nhưng trái với nền (mức 20 chữ)."),
            ("tham số hạn thay nền.hạn là 20 giờ",
             "hạn 20 giờ thì đạt ở đây, nhưng trái với nền (mức 12 giờ)."),
            ("tham số hạn thay nền.hạn\n từ 01/01/2022 đến 31/12/2023 là 20 giờ", None),
        ],
    )  # fmt: skip
    def test_an_item_shows_the_difference(
        self, statement: str, expected: str | None, check: Check, write: Write
    ) -> None:
        write("nền", self.BASE)
        found = check(write("q", f"{HEAD}  cụ thể hóa nền\n{statement}\n"))

        assert told(found) == ([] if expected is None else [("loosened", f"Nới hơn nền: {expected}")])
        assert all(problem.warning for problem in found)


bands = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(lambda pair: s.RankBand(min(pair), max(pair)))


@given(st.lists(bands | st.just(s.Otherwise()), max_size=5))
def test_the_cases_of_an_axis_meet_every_way_to_answer(heads: list[s.Condition]) -> None:
    asked = {choose(heads, case) for case in cases(RANK, heads)} if heads else {None}

    for rank in range(1, 15):
        chosen = choose(heads, rank)
        assert chosen in asked or not any(interval(head) for head in heads)
        if chosen is not None and not isinstance(heads[chosen], s.Otherwise):
            assert takes(heads[chosen], rank)


def test_the_first_layer_in_force_with_a_row_and_a_column_answers() -> None:
    citation = Citation("q", None, None, (), None, None)
    print_, radio = s.Text("báo  in"), s.Text("Phát thanh")

    def version(start: int, columns: tuple[s.Condition, ...], *heads: s.Condition) -> s.TableVersion:
        rows = tuple(s.TableRow(head, (None,) * len(columns)) for head in heads)
        return s.TableVersion(columns, rows, Validity(date(start, 1, 1)))

    new = version(2024, (print_,), s.RankBand(1, 5))
    old = version(2020, (print_, radio), s.RankBand(1, 5), s.Otherwise())
    layers = [(citation, new), (citation, old)]

    assert answer(layers, [3, "báo in"], date(2024, 5, 1)) == (0, 0, 0)
    assert answer(layers, [3, "phát thanh"], date(2024, 5, 1)) == (1, 0, 1)
    assert answer(layers, [3, "báo in"], date(2023, 5, 1)) == (1, 0, 0)
    assert answer(layers, [None, "báo in"], date(2024, 5, 1)) == (1, 1, 0)
    assert answer(layers, [3, "truyền hình"], date(2024, 5, 1)) is None
    assert answer(layers, [3, "báo in"], date(2019, 5, 1)) is None


def test_a_closed_value_is_known_whatever_its_spaces(check: Check, write: Write) -> None:
    rule = 'quy tắc r\n  phải tin.loại_hình = "Báo  in"\n  ví dụ đạt "a"\n  ví dụ lỗi "b"\n'

    assert told(check(write("q", f"{HEAD}{rule}"))) == []


THREE = (
    "bảng b theo tin.bậc và tin.thể_loại và tin.loại_hình\n"
    "  |          |          | báo in | còn lại |\n"
    "{rows}"
    'quy tắc r\n  phải tin.độ_dài <= b\n  ví dụ đạt "a"\n  ví dụ lỗi "b"\n'
)


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        (["bậc 1..5 | phóng sự | 9 chữ | -", "còn lại | còn lại | 4 chữ | -"], []),
        (["bậc 1..5 | phóng sự | 9 chữ | -", "bậc 1..5 | còn lại | 4 chữ | -"], ["table-gap"]),
        (["bậc 1..5 | phóng sự | 9 chữ | -", "còn lại | tin | 4 chữ | -"], ["table-gap"]),
        (
            ["bậc 1..5 | tin | 9 chữ | -", "bậc 5..9 | tin | 4 chữ | -", "còn lại | còn lại | 1 chữ | -"],
            ["table-overlap"],
        ),
        (
            ["bậc 1..5 | tin | 9 chữ | -", "bậc 5..9 | bài | 4 chữ | -", "còn lại | còn lại | 1 chữ | -"],
            [],
        ),
        (
            [
                "bậc 1..5 | còn lại | 9 chữ | -",
                "bậc 2..3 | còn lại | 4 chữ | -",
                "còn lại | còn lại | 1 chữ | -",
            ],
            ["masked-row"],
        ),
        (["bậc 1..5 | 9 chữ | -"], ["row-cells"]),
    ],
)
def test_rows_with_two_heads(rows: list[str], codes: list[str], check: Check, write: Write) -> None:
    body = "".join(f"  | {row} |\n" for row in rows)
    problems = check(write("q", HEAD + THREE.format(rows=body)))
    assert [code for code, _ in told(problems) if code != "table-without-axis"] == codes


@given(st.integers(1, 12), st.sampled_from(["tin", "bài", "phóng sự"]))
def test_the_row_that_names_most_answers(rank: int, genre: str) -> None:
    cell = (s.Quantity(1, "syllables"),)
    heads: list[tuple[s.Condition, s.Condition]] = [
        (s.Otherwise(), s.Otherwise()),
        (s.Otherwise(), s.Text("phóng sự")),
        (s.RankBand(1, 5), s.Otherwise()),
        (s.RankBand(1, 5), s.Text("phóng sự")),
    ]
    rows = tuple(s.TableRow(first, cell, second) for first, second in heads)
    layers = [(Citation("q", None, None, (), None, None), s.TableVersion((s.Otherwise(),), rows))]
    found = answer(layers, (rank, genre, "báo in"), date(2024, 1, 1))
    assert found is not None
    assert found.row == 2 * (rank <= 5) + (genre == "phóng sự")
