"""Examples are the tests of rules, and damaging those that pass tests the rules once more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiemtin.foundation.messages import help_for, message
from kiemtin.judging.judge import Judge
from kiemtin.judging.trying.examples import ExampleResult, run_examples
from kiemtin.officials.recognizer import Recognizer

AN, BA = "Trần Văn An, Bí thư Tỉnh ủy", "Lê Văn Bưởi, Phó Bí thư Tỉnh ủy"
ORDER = """
  quy tắc thứ-bậc
    với mỗi ds trong tin.danh_sách
    phải    ds.lãnh_đạo xếp theo thứ_bậc
"""
RIGHT = f'    ví dụ đạt "Dự hội nghị có các đồng chí: {AN}; {BA}."\n'
WRONG = f'    ví dụ lỗi "Dự hội nghị có các đồng chí: {BA}; {AN}."\n'
EVENT = "thời_điểm_sự_kiện = 01/03/2024 08:00"
OUTCOME = "judging.example.outcome"
Run = Callable[[str], list[ExampleResult]]


@pytest.fixture(scope="module")
def run(judge_of: Callable[[str], Judge], recognizer: Recognizer) -> Run:
    return lambda text: list(run_examples(judge_of(text), recognizer.recognize))


@pytest.mark.parametrize(
    ("rule", "examples", "done"),
    [
        (ORDER, RIGHT + WRONG + '      báo "Trần Văn An"\n    ví dụ ngoài phạm vi "Trời đẹp."\n', "swapped"),
        (
            "  quy tắc thiếu\n    với mỗi lượt trong tin.lượt_nhắc\n    phải lượt có chức_danh\n",
            f'    ví dụ đạt "Đồng chí {AN}, thăm xã."\n    ví dụ lỗi "Đồng chí Lê Văn Bưởi thăm xã."\n',
            "title-dropped",
        ),
        (
            "  quy tắc dài\n    phải tin.độ_dài <= 6 chữ\n",
            '    ví dụ đạt "Trời đẹp."\n    ví dụ lỗi "Trời hôm nay đẹp hơn hôm qua."\n',
            "length",
        ),
        (
            "  quy tắc giờ\n    phải tin.độ_dài <= 60 giây\n",
            '    ví dụ đạt "Trời đẹp." với thời_lượng = 1 phút\n'
            '    ví dụ lỗi "Trời đẹp." với thời_lượng = 61 giây\n',
            "duration",
        ),
        (
            "  quy tắc trang\n    nên tin.trang = 1\n",
            '    ví dụ đạt "Trời đẹp." với trang = 1\n    ví dụ lỗi "Trời đẹp." với trang = 2\n',
            "page",
        ),
        (
            "  quy tắc chậm\n    phải tin.thời_điểm_đăng - tin.thời_điểm_sự_kiện <= 24 giờ\n",
            f'    ví dụ đạt "Trời đẹp." với thời_điểm_đăng = 02/03/2024 08:00, {EVENT}\n'
            f'    ví dụ lỗi "Trời đẹp." với thời_điểm_đăng = 02/03/2024 08:01, {EVENT}\n',
            "delayed",
        ),
        (
            "  quy tắc bản-tin\n    phải bản_tin.mục_lãnh_đạo xếp theo thứ_bậc\n",
            "    ví dụ đạt\n      | tít | bậc |\n      | Một | 1 |\n      | Hai | 2 |\n      | Ba |  |\n"
            "    ví dụ lỗi\n      | tít | bậc |\n      | Một | 2 |\n      | Hai | 1 |\n",
            "items-swapped",
        ),
        (
            "  quy tắc tên\n    với mỗi lượt trong tin.lượt_nhắc\n    nên lượt không có tên_gần_đúng\n",
            f'    ví dụ đạt "Đồng chí {AN}, thăm xã."\n'
            '    ví dụ lỗi "Đồng chí Trần Văn Ăn, Bí thư Tỉnh ủy, thăm xã."\n',
            "misspelt",
        ),
    ],
)
def test_right_examples_pass_and_their_damage_is_noticed(
    run: Run, rule: str, examples: str, done: str
) -> None:
    results = run(rule + examples)
    assert all(result.ok for result in results), [result.problem for result in results]
    damaged = [result.done for result in results if result.kind == "damage"]
    assert damaged == [f"judging.damage.{done}"]


@pytest.mark.parametrize(
    ("rule", "code", "words"),
    [
        (
            ORDER + WRONG.replace("lỗi", "đạt"),
            "judging.example.outcome",
            "phải là đạt, kết quả lại là không đạt",
        ),
        (
            ORDER + RIGHT.replace("đạt", "lỗi"),
            "judging.example.outcome",
            "phải là không đạt, kết quả lại là đạt",
        ),
        (ORDER + WRONG + '      báo "Lê Văn Bưởi"\n', "judging.example.reported", "báo “Lê Văn Bưởi”"),
        (
            "  quy tắc trang\n    nên tin.trang = 1\n" + '    ví dụ lỗi "Trời đẹp."\n',
            "judging.example.outcome",
            "chưa đủ dữ liệu [page]",
        ),
        (
            "  quy tắc bản-tin\n    phải bản_tin.mục_lãnh_đạo xếp theo thứ_bậc\n"
            "    ví dụ đạt\n      | tít | thời_lượng |\n      | Một | lâu |\n",
            "judging.example.unreadable",
            "“lâu”",
        ),
    ],
)
def test_wrong_examples_are_told_with_expected_and_actual(run: Run, rule: str, code: str, words: str) -> None:
    (result,) = run(rule)
    assert result.ok is False and result.problem is not None
    assert result.problem.code == code
    assert words in message(code, "vi", result.problem.arguments)
    assert result.problem.place.line is not None
    assert help_for(code, "en", result.problem.arguments)


def test_a_rule_that_sees_nothing_is_unmasked_by_damage(run: Run) -> None:
    blind = ORDER.replace("phải    ds", "phải    ds.số_lãnh_đạo >= 0 và ds") + RIGHT
    seeing = run(blind)
    assert [result.ok for result in seeing] == [True, True]
    never = "  quy tắc dài\n    phải tin.độ_dài <= 6 chữ\n    trừ khi tin.số_chữ > 6 chữ\n" + (
        '    ví dụ đạt "Trời đẹp."\n'
    )
    passed, damaged = run(never)
    assert passed.ok
    assert damaged.ok is False and damaged.problem is not None
    assert damaged.problem.code == "judging.damage.unnoticed"


def test_a_kind_of_rule_that_cannot_be_damaged_is_said(run: Run) -> None:
    results = run(
        '  quy tắc mục\n    nên tin.chuyên_mục = "x"\n    ví dụ đạt "Trời đẹp." với chuyên_mục = "x"\n'
    )
    assert [(result.kind, result.ok, result.done) for result in results] == [
        ("pass", True, None),
        ("damage", None, "judging.damage.none"),
    ]


def test_an_example_without_a_day_is_judged_while_its_rule_is_in_force(run: Run) -> None:
    rule = "  quy tắc cũ\n    hiệu lực từ 01/01/2020 đến 31/12/2020\n    nên tin.trang = 1\n"
    newer = "  quy tắc mới\n    hiệu lực từ 01/01/2024\n    nên tin.trang = 2\n"
    results = run(rule + '    ví dụ đạt "Trời đẹp." với trang = 1\n' + newer)
    assert [result.ok for result in results] == [True, True]
