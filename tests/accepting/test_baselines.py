"""What is known is told apart and never left out; what is gone is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.accepting.baselines import BaselineError, known_of, read_baseline, write_baseline
from kiemtin.accepting.standing import State
from kiemtin.checking.workbench import Workbench
from kiemtin.reporting.report import Report

HEAD = "---\nngày đăng: 12/03/2024\nloại hình: báo in\ntrang: 1\n---\nTỉnh Nam Sơn họp\n\n"
FIRST = "Sáng 12/3, đồng chí Trần Văn An chủ trì hội nghị.\n"
SECOND = "Đồng chí Vũ Minh Đức thăm hợp tác xã chè.\n"


@pytest.fixture(scope="module")
def bench() -> Workbench:
    return Workbench("nội-quy-báo-mẫu")


@pytest.fixture
def judged(bench: Workbench, tmp_path: Path) -> Callable[[str, str], Report]:
    def judge(name: str, text: str) -> Report:
        (tmp_path / name).write_text(text, "utf-8")
        report = bench.judge(bench.read(str(tmp_path / name)))
        baseline = tmp_path / "kiemtin-baseline.json"
        if not baseline.exists():
            baseline.write_bytes(write_baseline(known_of(report.document, report.judgement, tmp_path)))
        known = read_baseline(baseline)
        found, gone = known.of(report.document, report.judgement)
        accepted = report.acceptance
        return report._replace(acceptance=type(accepted)(str(baseline), found, accepted.waived, gone))

    return judge


def states(report: Report) -> dict[str, State]:
    return {
        each.place.of(report.document.text): report.state_of(each)
        for each in report.judgement.findings
        if each.fingerprint and each.place
    }


def test_new_known_and_gone(judged: Callable[[str, str], Report]) -> None:
    assert states(judged("a.txt", HEAD + FIRST)) == {"Trần Văn An": "known"}
    both = judged("a.txt", HEAD + SECOND + "\n" + FIRST)
    assert states(both) == {"Trần Văn An": "known", "Vũ Minh Đức": "new"}
    assert both.acceptance.gone == ()
    (gone,) = judged("a.txt", HEAD + SECOND).acceptance.gone
    assert (gone.words, gone.rule) == ("Trần Văn An", "qđ-tỉnh-mẫu.nêu-tên-thiếu-chức-danh")


def test_the_same_words_in_another_draft_are_new(judged: Callable[[str, str], Report]) -> None:
    judged("a.txt", HEAD + FIRST)
    assert states(judged("b.txt", HEAD + FIRST)) == {"Trần Văn An": "new"}


def test_a_renamed_or_converted_draft_stays_known(
    judged: Callable[[str, str], Report], tmp_path: Path
) -> None:
    judged("a.txt", HEAD + FIRST)
    (tmp_path / "a.txt").unlink()
    assert states(judged("b.md", HEAD + "**Sáng 12/3**, đồng chí\nTrần Văn An chủ trì “hội nghị”.\n")) != {}
    assert states(judged("c.md", HEAD + FIRST.replace("Trần Văn An", "*Trần Văn An*"))) == {
        "Trần Văn An": "known"
    }


def test_it_is_one_entry_a_line_in_order(judged: Callable[[str, str], Report], tmp_path: Path) -> None:
    judged("a.txt", HEAD + SECOND + "\n" + FIRST)
    text = (tmp_path / "kiemtin-baseline.json").read_text("utf-8")
    entries = json.loads(text)["known"]
    assert [line.strip().rstrip(",") for line in text.splitlines() if "rule" in line] == [
        json.dumps(each, ensure_ascii=False) for each in entries
    ]
    assert len(entries) == 2
    assert {each["path"] for each in entries} == {"a.txt"}


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 9, "known": []}', '{"version": 1, "known": [{"path": 1}]}']
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.json").write_text(text, "utf-8")
    with pytest.raises(BaselineError):
        read_baseline(tmp_path / "b.json")
    with pytest.raises(BaselineError):
        read_baseline(tmp_path / "none.json")
