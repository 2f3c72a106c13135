"""Judging: the cost of rules that apply, of rules that do not, and of more of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiemtin.documents.model import Document
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.records import replace
from kiemtin.judging.judge import Judge
from kiemtin.language.loading import load_rulebook
from kiemtin.language.rulebook import BoundRule, Rulebook
from kiemtin.officials.model import Recognition
from kiemtin.officials.recognizer import Recognizer
from kiemtin.officials.roster import Roster
from kiemtin.officials.words.loading import load_vocabulary

PACK = """văn bản qđ-đo
  hiệu lực từ 01/01/2020
  tình trạng minh họa
  thứ bậc  theo tb

thứ bậc tb
  bậc 1 "Bí thư Tỉnh ủy"
  bậc 2 "Phó Bí thư Tỉnh ủy"
  bậc 3 "Chủ tịch UBND tỉnh"

Điều 1. "Đo."

  bảng giới_hạn theo tin.bậc và tin.loại_hình
    |          | báo in   | báo điện tử |
    | bậc 1..5 | 1000 chữ | 1200 chữ    |
    | còn lại  | 500 chữ  | 600 chữ     |

  quy tắc thứ-bậc
    với mỗi ds trong tin.danh_sách
    khi     ds.số_lãnh_đạo >= 2
    phải    ds.lãnh_đạo xếp theo thứ_bậc

  quy tắc chức-danh
    với mỗi người trong tin.lãnh_đạo
    phải    người.lần_đầu có chức_danh

  quy tắc dài
    khi     tin có nhân_vật_chính
    phải    tin.độ_dài <= giới_hạn

  quy tắc trang
    khi     tin.bậc <= 2
    nên     tin.trang = 1

  quy tắc chỗ-khác
    khi     tin.loại_hình = "truyền hình" và tin.bậc <= 5
    phải    tin.thời_lượng <= 3 phút
"""
TEXT = (
    """---
loại hình: báo in
ngày: 12/03/2024
trang: 1
---
Hội nghị tổng kết phong trào thi đua

Sáng 12/3, đồng chí Trần Văn Tư, Bí thư Tỉnh ủy, chủ trì hội nghị.

Dự hội nghị có các đồng chí: Lê Thị Mận, Phó Bí thư Tỉnh ủy; Phạm Văn Na, Chủ tịch UBND tỉnh.

"""
    + "Phong trào thi đua được các cấp hội triển khai rộng khắp với nhiều cách làm mới. " * 25
)


@pytest.fixture(scope="module")
def read() -> tuple[Document, Recognition]:
    document = read_text(TEXT)
    return document, Recognizer(load_vocabulary()).recognize(document)


@pytest.fixture(scope="module")
def rulebook(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    path = Path(tmp_path_factory.mktemp("pack")) / "qđ-đo.quy"
    path.write_text(PACK, encoding="utf-8")
    return load_rulebook(path, bind_office=load_vocabulary().office_id, context_key=b"benchmark")


@pytest.fixture(scope="module")
def judge_with(rulebook: Rulebook) -> Callable[..., Judge]:
    """A judge of `count` rules: the pack's over and over, or only those of the names given."""

    def build(count: int, *names: str) -> Judge:
        chosen = [rule for rule in rulebook.rules if not names or rule.name in names]
        rules: list[BoundRule] = [
            replace(chosen[at % len(chosen)], id=f"qđ-đo.{chosen[at % len(chosen)].name}-{at}")
            for at in range(count)
        ]
        return Judge(replace(rulebook, rules=tuple(rules)), Roster("không", {}, {}), load_vocabulary())

    return build


@pytest.mark.parametrize("count", [10, 20, 100, 1000])
def test_rules_that_apply(
    benchmark: Any, judge_with: Callable[..., Judge], read: tuple[Document, Recognition], count: int
) -> None:
    judge = judge_with(count)
    judge.judge(*read)
    judgement = benchmark(judge.judge, *read)
    assert len(judgement.findings) == count


@pytest.mark.parametrize("count", [10, 100, 1000])
def test_rules_that_do_not_apply(
    benchmark: Any, judge_with: Callable[..., Judge], read: tuple[Document, Recognition], count: int
) -> None:
    judge = judge_with(count, "chỗ-khác")
    judge.judge(*read)
    judgement = benchmark(judge.judge, *read)
    assert {finding.outcome.value for finding in judgement.findings} == {"out-of-scope"}


def test_compiling_a_rulebook(benchmark: Any, rulebook: Rulebook, read: tuple[Document, Recognition]) -> None:
    """What the first document costs more than the next."""
    roster, vocabulary = Roster("không", {}, {}), load_vocabulary()
    judgement = benchmark(lambda: Judge(rulebook, roster, vocabulary).judge(*read))
    assert len(judgement.findings) == 5
