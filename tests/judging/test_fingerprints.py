"""A finding keeps its identity while its words and their neighbours stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiemtin.judging.judge import Judge

RULE = "  quy tắc thiếu\n    với mỗi lượt trong tin.lượt_nhắc\n    phải lượt có chức_danh\n"
TEXT = "Đồng chí Trần Văn Tư thăm xã."


@pytest.fixture(scope="module")
def prints(judge_of: Callable[[str], Judge], check: Any) -> Callable[[str], list[str]]:
    judge = judge_of(RULE)
    return lambda text: [finding.fingerprint for finding in check(judge, text).failed]


def test_it_survives_moved_lines_and_other_spelling_of_the_same_letters(
    prints: Callable[[str], list[str]],
) -> None:
    (before,) = prints(f"Trời đẹp hôm nay.\n{TEXT}")
    assert prints(f"Mưa.\n\nNắng trở lại.\n\n{TEXT}\nHết.") == [before]
    assert prints(TEXT.replace("xã", "xa\u0303")) == [before]


@pytest.mark.parametrize("other", ["Đồng chí Trần Văn Bưởi thăm xã.", "Ông Trần Văn Tư thăm xã."])
def test_other_words_are_another_finding(prints: Callable[[str], list[str]], other: str) -> None:
    assert prints(other) != prints(TEXT)


def test_the_outlet_belongs_to_it(prints: Callable[[str], list[str]]) -> None:
    assert prints(f"---\ntòa soạn: Báo Mẫu\n---\n{TEXT}") != prints(TEXT)


def test_the_same_words_twice_are_told_apart(prints: Callable[[str], list[str]]) -> None:
    once, (first, second) = prints(TEXT), prints(f"{TEXT}\n{TEXT}")
    assert first == once[0] != second
    assert len(first) == 20


def test_it_survives_another_export(prints: Callable[[str], list[str]]) -> None:
    """Other quotation marks and dashes, lines wrapped otherwise, spaces that do not break, other signs."""
    before = prints("Mưa.\n\nSáng nay - tại xã “Hòa Sơn”, đồng chí Trần Văn Tư thăm xã, tặng quà.\n")
    after = prints('Mưa.\n\nSáng nay – tại xã "Hoà Sơn",  đồng chí Trần\u00a0Văn Tư thăm xã; tặng quà.')
    assert before == after
    assert len(before) == 1


def test_it_survives_paragraphs_in_another_order(prints: Callable[[str], list[str]]) -> None:
    paragraphs = [TEXT, "Đồng chí Lê Văn Tám họp.", "Ông Trần Văn Tư, đồng chí Lê Văn Tám cùng đi."]
    assert sorted(prints("\n\n".join(paragraphs))) == sorted(prints("\n\n".join(reversed(paragraphs))))
