"""The audit of safe fixes sees what a fix leaves and what it brings about."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Document
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.records import replace
from kiemtin.judging.findings import Finding
from kiemtin.reporting.report import Report

HERE = Path(__file__).parent
TEXT = "Hội nghị ở Nam Sơn.\n\nĐồng chí Trần Văn An phát biểu; dự có đồng chí Lê Thị Bình."


@pytest.fixture(scope="module")
def audits() -> Iterator[ModuleType]:
    sys.path.insert(0, str(HERE))
    try:
        yield importlib.import_module("safe_fixes")
    finally:
        sys.path.remove(str(HERE))


@pytest.fixture(scope="module")
def bench() -> Workbench:
    return Workbench(pack="qđ-tỉnh-mẫu")


@pytest.fixture
def report(bench: Workbench) -> Report:
    from datetime import date

    from kiemtin.documents.model import Metadata

    return bench.judge(read_text(TEXT, "bai.txt", overrides=Metadata(published=date(2024, 3, 12))))


def with_words(report: Report, words: str) -> Report:
    """The same report, where each safe fix writes these words instead."""

    def spoilt(finding: Finding) -> Finding:
        if finding.fix is None:
            return finding
        edits = tuple(replace(edit, text=words) for edit in finding.fix.edits)
        return replace(finding, fix=replace(finding.fix, edits=edits))

    judgement = replace(report.judgement, findings=tuple(map(spoilt, report.judgement.findings)))
    return replace(report, judgement=judgement)


def test_what_mends_is_counted_and_not_told(audits: ModuleType, bench: Workbench, report: Report) -> None:
    audit = audits.SafeFixes()
    audit.audit("bai", report, bench.judge)
    assert (audit.applied, audit.worse) == (2, [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (" ấy", "is found again"),
        (", Chủ tịch UBND tỉnh Nam Sơn", "chức-danh-không-còn-hiệu-lực"),
    ],
)
def test_what_does_not_mend_is_told(
    audits: ModuleType, bench: Workbench, report: Report, words: str, told: str
) -> None:
    audit = audits.SafeFixes()
    audit.audit("bai", with_words(report, words), bench.judge)
    assert any(told in each for each in audit.worse)


def test_blocks_reach_as_far_as_the_mended_text(audits: ModuleType, bench: Workbench, report: Report) -> None:
    fix = next(finding.fix for finding in report.judgement.findings if finding.fix is not None)
    mended: Document = audits.mended(report.document, fix)
    assert len(mended.text) > len(report.document.text)
    assert mended.blocks[-1].end == len(mended.text.rstrip())
    assert [block.span.of(mended.text) for block in mended.blocks[:1]] == [
        block.span.of(report.document.text) for block in report.document.blocks[:1]
    ]
