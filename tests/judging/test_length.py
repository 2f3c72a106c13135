"""What counts as length."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiemtin.documents.model import Block, Document, Item, Metadata, Origin, Zone
from kiemtin.judging.facts import length
from kiemtin.judging.judge import Judge
from kiemtin.judging.values import Missing

ZONES = [
    (Zone.METADATA, "Tác giả: Người Viết"),
    (Zone.HEADLINE, "Một hai"),
    (Zone.LEAD, "ba bốn năm"),
    (Zone.BODY, "sáu"),
    (Zone.CUE, "(băng hình chạy)"),
    (Zone.CAPTION, "bảy tám."),
]


def document(**metadata: Any) -> Document:
    text, blocks = "", []
    for line, (zone, words) in enumerate(ZONES, 1):
        blocks.append(Block(zone, len(text), len(text) + len(words), Origin("line", line)))
        text += words + "\n"
    given = Metadata(**metadata)
    return Document("bài", "item", text, (Item(tuple(blocks), given),), given)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0), ("  \n ", 0), ("Hội nghị", 2), ("Hội  nghị.\nHọp", 3), ("2025-2030", 1),
        ("nhiệm kỳ 2025 - 2030", 5), ("TP.HCM (mới)", 2), ("a\u00a0b", 2),
    ],
)  # fmt: skip
def test_syllables_are_runs_between_white_space(text: str, count: int) -> None:
    assert length.syllables(text) == count


def test_headline_lead_body_and_captions_count_and_nothing_else() -> None:
    made = document()
    assert length.syllables_of(made.text, made.items[0].blocks) == 8


def test_without_a_segmenter_words_are_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(length, "segmenter_is_installed", lambda: False)
    made = document()
    counted = length.words_of(made.text, made.items[0].blocks)
    assert isinstance(counted, Missing)
    assert [datum.name for datum in counted.data] == ["words"]


def test_words_are_fewer_than_syllables() -> None:
    pytest.importorskip("underthesea")
    block = Block(Zone.BODY, 0, 31, Origin("line", 1))
    counted = length.words_of("Hội nghị thông qua nghị quyết .", (block,))
    assert isinstance(counted, int) and 2 <= counted <= 4


@pytest.mark.parametrize(
    ("limit", "data", "outcome", "measured"),
    [
        ("8 chữ", {}, "passed", "8 chữ"),
        ("7 chữ", {}, "failed", "8 chữ"),
        ("90 giây", {}, "not-checkable", None),
        ("90 giây", {"duration": 90.0}, "passed", "1 phút 30 giây"),
        ("1,5 phút", {"duration": 91.0}, "failed", "1 phút 31 giây"),
    ],
)
def test_length_is_measured_in_the_unit_of_the_limit(
    judge_of: Callable[[str], Judge],
    check: Any,
    limit: str,
    data: dict[str, Any],
    outcome: str,
    measured: str | None,
) -> None:
    judge = judge_of(f"  quy tắc dài\n    phải tin.độ_dài <= {limit}\n")
    (finding,) = check(judge, document(**data)).findings
    assert (finding.outcome.value, finding.measured and finding.measured[0]) == (outcome, measured)
