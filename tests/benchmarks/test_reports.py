"""What rendering costs: 10,000 findings of a draft in each format, 50,000 rows of a workbook."""

from __future__ import annotations

from typing import Any

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.records import replace
from kiemtin.judging.findings import Outcome
from kiemtin.reporting.formats import FORMATS, Style, Told
from kiemtin.reporting.report import Report

TEXT = (
    "---\nngày đăng: 12/03/2024\n---\nTỉnh Nam Sơn họp\n\nSáng 12/3, đồng chí Trần Văn An chủ trì hội nghị. "
    "Dự có các đồng chí: Vũ Minh Đức, Phó Chủ tịch UBND tỉnh; Lê Thị Bình, Phó Bí thư Thường trực Tỉnh ủy.\n"
)


def many(n: int) -> Report:
    """A report of `n` failures."""
    report = Workbench("nội-quy-báo-mẫu").judge(read_text(TEXT, "bai.txt"))
    failed = [each for each in report.judgement.findings if each.outcome is Outcome.FAILED]
    found = tuple(replace(failed[at % len(failed)], fingerprint=f"f{at}") for at in range(n))
    return report._replace(judgement=replace(report.judgement, findings=found))


def render(name: str, report: Report) -> int:
    stream = FORMATS[name].renderer(Style("vi"))
    return sum(map(len, (stream.begin(), stream.add(Told(report)), stream.end(1))))


@pytest.mark.parametrize("name", [each.name for each in FORMATS.values() if not each.a_file_a_draft])
def test_10_000_findings(benchmark: Any, name: str) -> None:
    report = many(10_000)
    assert benchmark.pedantic(render, (name, report), rounds=1) > 0


def test_50_000_rows_of_a_workbook(benchmark: Any) -> None:
    report = many(50_000)
    assert benchmark.pedantic(render, ("xlsx", report), rounds=1) > 100_000
