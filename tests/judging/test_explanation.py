"""`explain` shows what a finding rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.messages import message
from kiemtin.judging.findings import Outcome
from kiemtin.judging.judge import Judge
from kiemtin.judging.telling.explanation import Explanation
from kiemtin.officials.recognizer import Recognizer

RULES = """
  bảng giới_hạn theo tin.bậc
    | bậc 1..2 | 10 chữ |
    | còn lại  | 5 chữ  |

  tham số trang_đầu là 1

  quy tắc quá-dài
    khi     tin có nhân_vật_chính
    phải    tin.độ_dài <= giới_hạn
    trừ khi tin.sự_kiện = "đại hội" (đại hội)

  quy tắc trang
    nên     tin.trang = trang_đầu

  quy tắc thứ-bậc
    với mỗi ds trong tin.danh_sách
    phải    ds.lãnh_đạo xếp theo thứ_bậc

  quy tắc cũ
    hiệu lực từ 01/01/2020 đến 01/02/2020
    nên     tin.trang = 1
"""
TEXT = (
    "---\nngày: 01/08/2023\nsự kiện: họp\n---\nDự hội nghị có các đồng chí: Lê Văn Bưởi, Phó Bí thư Tỉnh ủy; "
    "Trần Văn An, Bí thư Tỉnh ủy."
)


def steps(tree: Explanation) -> Iterator[Explanation]:
    yield tree
    for child in tree.children:
        yield from steps(child)


@pytest.fixture(scope="module")
def trees(judge_of: Callable[[str], Judge], recognizer: Recognizer) -> dict[str, Explanation]:
    judge, document = judge_of(RULES), read_text(TEXT)
    facts = judge.facts(document, recognizer.recognize(document))
    return {
        finding.rule.removeprefix("qđ-thử."): judge.explain(facts, finding)
        for finding in judge.judge_facts(facts).findings
    }


def told(tree: Explanation) -> list[str]:
    return [message(step.message, "vi", step.arguments) for step in steps(tree)]


def test_every_outcome_can_be_explained_in_both_languages(trees: dict[str, Explanation]) -> None:
    assert set(trees) == {"quá-dài", "trang", "thứ-bậc", "cũ"}
    for tree in trees.values():
        for step in steps(tree):
            for lang in ("vi", "en"):
                assert "{" not in message(step.message, lang, step.arguments)  # type: ignore[arg-type]


def test_values_the_row_of_the_table_and_the_exception_are_shown(
    trees: dict[str, Explanation],
) -> None:
    lines = told(trees["quá-dài"])
    for line in (
        "Điều khoản: “Lời của điều khoản.”",
        "Xét theo ngày 01/08/2023",
        "tin.độ_dài: 22 chữ",
        "giới_hạn: 10 chữ",
        "bảng giới_hạn, ô bậc 1..2, từ 01/01/2020",
    ):
        assert line in lines, lines
    assert any(line.startswith("trừ khi tin.sự_kiện") and line.endswith("(đại hội): sai") for line in lines)


def test_titles_and_rows_of_the_roster_behind_a_rank_are_shown_with_their_places(
    trees: dict[str, Explanation],
) -> None:
    lines = told(trees["thứ-bậc"])
    assert "Trần Văn An: bậc 1" in lines
    assert any(
        line.startswith("danh bạ: “Phó Bí thư Tỉnh ủy” từ 2018-01-01 đến 2022-06-30, không") for line in lines
    )
    printed = [step for step in steps(trees["thứ-bậc"]) if step.message == "judging.explain.title"]
    text = read_text(TEXT).text
    assert {step.places[0].of(text) for step in printed} == {"Phó Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy"}


def test_what_is_missing_and_what_is_not_in_force_is_said(trees: dict[str, Explanation]) -> None:
    assert any(step.message == "datum.page" for step in steps(trees["trang"]))
    assert any(step.message == "judging.explain.not-in-force" for step in steps(trees["cũ"]))


def test_a_finding_of_another_rulebook_is_refused(
    judge_of: Callable[[str], Judge], recognizer: Recognizer
) -> None:
    document = read_text("Trời đẹp.")
    recognition = recognizer.recognize(document)
    (finding,) = judge_of("  quy tắc khác\n    nên tin.trang = 1\n").judge(document, recognition).findings
    assert finding.outcome is Outcome.NOT_CHECKABLE
    with pytest.raises(KeyError):
        judge_of(RULES).explain(judge_of(RULES).facts(document, recognition), finding)


def test_a_bulletins_rule_is_explained_over_its_items(
    judge_of: Callable[[str], Judge], recognizer: Recognizer, bulletin: Callable[..., Any]
) -> None:
    judge = judge_of("  quy tắc đầu\n    với mỗi mục trong bản_tin.mục\n    phải mục.vị_trí <= 1\n")
    document = bulletin(["Trời đẹp", "Giá lúa"])
    facts = judge.facts(document, recognizer.recognize(document))
    (finding,) = [each for each in judge.judge_facts(facts).findings if each.outcome is Outcome.FAILED]
    lines = told(judge.explain(facts, finding))
    assert "mục = “Giá lúa”: không đạt" in lines
    assert "mục.vị_trí: 2" in lines


def test_a_group_is_told_by_its_words(judge_of: Callable[[str], Judge], recognizer: Recognizer) -> None:
    loops = "    với mỗi ds trong tin.danh_sách\n    với mỗi n trong ds.nhóm\n"
    rule = f"  quy tắc nhóm\n{loops}    phải n.bậc >= 9\n"
    judge, document = judge_of(rule), read_text(TEXT)
    facts = judge.facts(document, recognizer.recognize(document))
    (finding,) = judge.judge_facts(facts).findings
    assert any(line.startswith("n = “Lê Văn Bưởi, ") for line in told(judge.explain(facts, finding)))
