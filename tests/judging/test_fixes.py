"""Suggested edits, applied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from kiemtin.foundation.messages import message
from kiemtin.judging.judge import Judge


def applied(text: str, edits: Sequence[Any]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


INSERT = """
  quy tắc thiếu-chức-danh
    với mỗi người trong tin.lãnh_đạo
    phải    người.lần_đầu có chức_danh
    sửa     thêm người.chức_danh_đầy_đủ
"""
REMOVE = """
  quy tắc tít-không-kèm-chức-danh
    với mỗi lượt trong tin.lượt_nhắc
    khi     lượt nằm trong tin.tít
    phải    lượt không có chức_danh
    sửa     bỏ lượt.chức_danh
"""


@pytest.mark.parametrize(
    ("text", "wanted", "safe"),
    [
        (
            "---\nngày: 01/08/2023\n---\nĐồng chí Trần Văn An thăm xã.",
            "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã.",
            True,
        ),
        (
            "---\nngày: 01/08/2023\n---\nThăm xã có đồng chí Trần Văn An.",
            "Thăm xã có đồng chí Trần Văn An, Bí thư Tỉnh ủy.",
            True,
        ),
        (  # the piece calls him by an office that he has left
            "---\nngày: 01/08/2023\n---\nĐồng chí Trần Văn An thăm xã. Phó Bí thư Tỉnh ủy Trần Văn An họp.",
            "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã. Phó Bí thư Tỉnh ủy Trần Văn An họp.",
            False,
        ),
        (
            "Đồng chí Lê Văn Tám thăm xã. Đồng chí Lê Văn Tám, Phó Bí thư Tỉnh ủy, họp.",
            "Đồng chí Lê Văn Tám, Phó Bí thư Tỉnh ủy, thăm xã. Đồng chí Lê Văn Tám, Phó Bí thư Tỉnh ủy, họp.",
            False,
        ),
    ],
)
def test_a_title_is_inserted_at_the_first_mention(
    judge_of: Callable[[str], Judge],
    check: Any,
    text: str,
    wanted: str,
    safe: bool,  # noqa: FBT001
) -> None:
    judge = judge_of(INSERT)
    judged = check(judge, text)
    (finding,) = judged.failed
    assert finding.fix is not None and finding.fix.safe is safe
    repaired = applied(judged.document.text, finding.fix.edits)
    assert repaired.rpartition("---\n")[2] == wanted
    assert not check(judge, repaired).failed
    assert message(finding.fix.message, "vi", finding.fix.arguments).startswith("Thêm “")


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Bí thư Tỉnh ủy Trần Văn Tư thăm xã Hòa Sơn", "Trần Văn Tư thăm xã Hòa Sơn"),
        ("Trần Văn Tư, Bí thư Tỉnh ủy, thăm xã Hòa Sơn", "Trần Văn Tư thăm xã Hòa Sơn"),
    ],
)
def test_a_title_is_taken_out_with_what_ties_it_to_the_name(
    judge_of: Callable[[str], Judge], check: Any, headline: str, wanted: str
) -> None:
    judged = check(judge_of(REMOVE), f"Tít: {headline}\n\nTrời đẹp.")
    (finding,) = judged.failed
    assert finding.fix is not None
    assert applied(judged.document.text, finding.fix.edits) == f"Tít: {wanted}\n\nTrời đẹp."


def test_without_words_to_insert_nothing_is_suggested(judge_of: Callable[[str], Judge], check: Any) -> None:
    rule = "  quy tắc thiếu\n    với mỗi lượt trong tin.lượt_nhắc\n    phải lượt có chức_danh\n"
    judged = check(judge_of(f"{rule}    sửa thêm lượt.chức_danh_đúng\n"), "Đồng chí Lê Văn Tám thăm xã.")
    (finding,) = judged.failed
    assert finding.fix is None
