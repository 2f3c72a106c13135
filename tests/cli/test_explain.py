"""`kiemtin explain` tells why by the rule that was in force on the day of the draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Document
from kiemtin.officials.model import Recognition
from kiemtin.officials.recognizer import Recognizer
from kiemtin_cli.explain import explain

NEWSROOM = """văn bản nội-quy-thử
  hiệu lực từ 01/01/2020
  cụ thể hóa qđ-tỉnh-mẫu
  tình trạng minh họa "mẫu"

Điều 1. "Riêng năm nay tin ngắn hơn."

  quy tắc tin-ngắn-hơn thay qđ-tỉnh-mẫu.tin-quá-dài
    hiệu lực từ 01/01/2023 đến 31/12/2023
    phải     tin.độ_dài <= 10 chữ
"""
Explained = Callable[[str, str], str]


@pytest.fixture
def explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Explained:
    """What the command prints of a rule, for a draft of a day."""
    (tmp_path / "nội-quy-thử.quy").write_text(NEWSROOM, "utf-8")
    bench = Workbench(str(tmp_path / "nội-quy-thử.quy"))

    def run(day: str, rule: str) -> str:
        draft = tmp_path / "bài.txt"
        draft.write_text(
            f"---\nngày đăng: {day}\nloại hình: báo in\nsự kiện: thăm cơ sở\n---\n"
            "Sáng nay, đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã Hòa Sơn.\n",
            "utf-8",
        )
        assert explain(str(draft), rule, bench, "vi") == 0
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize("day", ["12/03/2022", "12/03/2024"])
def test_outside_of_the_year_of_an_override_the_overridden_rule_is_explained(
    explained: Explained, day: str
) -> None:
    """Before and after: the rule is in two pieces, each of which must answer for its own days."""
    shown = explained(day, "tin-quá-dài")
    assert "yêu cầu tin.độ_dài" in shown
    assert "15 chữ" in shown
    assert "không có hiệu lực" not in shown
    assert "tin-ngắn-hơn" not in shown
    assert "yêu cầu" not in explained(day, "tin-ngắn-hơn")


def test_in_that_year_the_override_is(explained: Explained) -> None:
    assert "yêu cầu tin.độ_dài <= 10 chữ" in explained("12/03/2023", "tin-ngắn-hơn")
    assert "yêu cầu" not in explained("12/03/2023", "tin-quá-dài")


def test_a_draft_is_recognised_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read: list[Document] = []
    recognize = Recognizer.recognize

    def counted(self: Recognizer, document: Document) -> Recognition:
        read.append(document)
        return recognize(self, document)

    monkeypatch.setattr(Recognizer, "recognize", counted)
    draft = tmp_path / "bài.txt"
    draft.write_text("Đồng chí Trần Văn An thăm xã Hòa Sơn.\n", "utf-8")
    explain(str(draft), "nêu-tên-thiếu-chức-danh", Workbench(), "vi")
    assert len(read) == 1
    assert capsys.readouterr().out


def test_a_rule_about_bulletins_says_that_a_draft_is_none(tmp_path: Path) -> None:
    draft = tmp_path / "bài.txt"
    draft.write_text("Trời đẹp.\n", "utf-8")
    bench = Workbench("qđ-tỉnh-mẫu")
    examined = bench.examine(bench.read(str(draft)))
    told = [
        examined.explain(each).message
        for each in examined.report.judgement.findings
        if examined.judge.piece(each.rule, examined.judge.newest_day).needs_bulletin
    ]
    assert set(told) == {"judging.out-of-scope.no-bulletin"}
