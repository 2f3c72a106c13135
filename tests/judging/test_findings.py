"""Findings that are put into words late are to their readers as any other."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from typing import Any

import pytest

from kiemtin.foundation.messages import Phrase
from kiemtin.judging.findings import Finding, Words
from kiemtin.judging.judge import Judge

RULE = """
  quy tắc trang-nhất
    phải tin.trang = 1
"""
TEXT = "---\nngày đăng: 12/03/2024\ntrang: 1\n---\nTrời đẹp.\n"


@pytest.fixture(scope="module")
def judge(judge_of: Callable[[str], Judge]) -> Judge:
    return judge_of(RULE)


def passed(judge: Judge, check: Any) -> Finding:
    (finding,) = check(judge, TEXT).findings
    assert finding.message == "judging.passed.compared"
    assert not finding.words.is_written
    return finding


@pytest.mark.parametrize("first", ["arguments", "measured", "required"])
def test_the_words_are_there_whichever_is_read_first(judge: Judge, check: Any, first: str) -> None:
    finding = passed(judge, check)
    assert getattr(finding, first) is not None
    assert finding.measured == Phrase("1", "1")
    assert finding.required == Phrase("1", "1")
    assert finding.arguments["measured"] == finding.measured


def test_they_are_written_once_and_what_they_come_from_is_let_go() -> None:
    written = []

    def write() -> Words:
        written.append(1)
        return Words({"n": 1}, Phrase("1", "1"))

    words = Words.later(write)
    assert not written
    assert words.said() is words.said()
    assert words.is_written
    assert (written, sys.getrefcount(write)) == ([1], 2)


def test_equal_findings_are_equal_and_an_unknown_field_is_none(judge: Judge, check: Any) -> None:
    finding = passed(judge, check)
    assert finding == passed(judge, check)
    with pytest.raises(AttributeError, match="colour"):
        finding.colour  # type: ignore[attr-defined]  # noqa: B018


def test_pickled_they_are_written(judge: Judge, check: Any) -> None:
    finding = passed(judge, check)
    copy = pickle.loads(pickle.dumps(finding))
    assert copy.words.is_written
    assert copy == finding
