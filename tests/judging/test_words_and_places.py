"""Words in a text, and which of two stands first."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.judging.evaluating.wording import contains, ends_with, starts_with
from kiemtin.judging.values import ABSENT, Members, missing

Judges = Callable[[str], Any]
HEAD = "---\nngày đăng: 12/03/2024\n---\n"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("UBND tỉnh họp", "ubnd", True),
        ("UBNDX họp", "UBND", False),
        ("Hoà Sơn đón khách", "hòa sơn", True),
        ("Hòa  Sơn", "Hòa Sơn", True),
        ("Hoa Sơn", "Hòa Sơn", False),
        ("Ảnh: Lê Văn Tư", "Ảnh:", True),
        ("Nhà bình luận", "bình", True),
        ("Bình-Minh", "minh", True),
        ("", "họp", False),
        ("họp", "", False),
        ("giá 1.000 đồng", "1.000", True),
        ("giá 11.000 đồng", "1.000", False),
        ("a.b", "a+b", False),
    ],
)
def test_words_are_found_whole(text: str, words: str, *, found: bool) -> None:
    assert contains(text, words) is found
    assert contains(text, Members([words, "không hề có"])) is found


@pytest.mark.parametrize(
    ("test", "text", "found"),
    [
        (starts_with, "Ảnh: Lê Văn Tư", True),
        (starts_with, " “Ảnh: Lê Văn Tư”", True),
        (starts_with, "Chùm Ảnh: xuân", False),
        (ends_with, "Tin, Ảnh:", True),
        (ends_with, "Tin và Ảnh:.”", True),
        (ends_with, "Ảnh: Tư", False),
    ],
)
def test_words_at_the_ends(test: Callable[[str, str], object], text: str, *, found: bool) -> None:
    assert test(text, "Ảnh:") is found


def test_what_is_missing_stays_open_and_what_does_not_exist_has_no_words() -> None:
    lacking = missing("section")
    assert contains(lacking, "họp") is lacking
    assert contains("họp", lacking) is lacking
    assert contains(ABSENT, "họp") is False


@given(st.text("aăâ bcHòà.:-", max_size=20), st.text("aăâ bHòà.:", min_size=1, max_size=5))
def test_words_stand_in_what_holds_them_between_spaces(text: str, words: str) -> None:
    around = unicodedata.normalize("NFC", f"{text} {words} {text}")
    assert contains(around, unicodedata.normalize("NFC", words)) is bool(words.strip())


GUESTS = "Dự có bà Ilona Brezak, Tổng thống Pháp; ông Lê Văn Tư, Phó Bí thư Tỉnh ủy."
ORDER = """  quy tắc khách-trước
    với mỗi ds trong tin.danh_sách
    với mỗi khách trong ds.lượt_nhắc
    với mỗi chủ trong ds.lượt_nhắc
    khi khách.là_người_nước_ngoài và không chủ.là_người_nước_ngoài
    phải khách đứng trước chủ
"""


def test_guests_stand_before_hosts(judge_of: Judges, check: Any) -> None:
    judge = judge_of(ORDER)
    assert not check(judge, HEAD + GUESTS).failed
    host, guest = "ông Lê Văn Tư, Phó Bí thư Tỉnh ủy", "bà Ilona Brezak, Tổng thống Pháp"
    (finding,) = check(judge, HEAD + f"Dự có {host}; {guest}.").failed
    assert finding.message == "judging.failed.before"
    assert finding.arguments == {"what": "Ilona Brezak", "other": "Lê Văn Tư"}


CHAIN = """  quy tắc đảng-trước
    với mỗi lượt trong tin.lượt_nhắc
    với mỗi a trong lượt.chức_danh
    với mỗi b trong lượt.chức_danh
    khi a.khối = "đảng" và b.khối = "nhà nước"
    phải a đứng trước b
"""


def test_titles_in_one_chain_have_an_order(judge_of: Judges, check: Any) -> None:
    judge = judge_of(CHAIN)
    assert not check(judge, HEAD + "Ông Lê Văn Tư, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, dự.").failed
    (finding,) = check(judge, HEAD + "Ông Lê Văn Tư, Chủ tịch UBND tỉnh, Phó Bí thư Tỉnh ủy, dự.").failed
    assert finding.arguments == {"what": "Phó Bí thư Tỉnh ủy", "other": "Chủ tịch UBND tỉnh"}


def test_a_finding_of_unwanted_words_stands_on_them(judge_of: Judges, check: Any) -> None:
    judge = judge_of(
        '  quy tắc lời\n    với mỗi đ trong tin.đoạn\n    không nên đ có chứa {"ngài", "quan chức"}\n'
    )
    text = HEAD + "Hôm nay trời đẹp.\n\nCác Quan  chức thăm xã."
    (finding,) = check(judge, text).failed
    assert finding.arguments["words"] == "Quan  chức"
    assert finding.modality == "should"


def test_not_allowed_says_what_is_required(judge_of: Judges, check: Any) -> None:
    judge = judge_of("  quy tắc trang\n    không được tin.trang trên 4\n")
    (finding,) = check(judge, "---\ntrang: 6\n---\nTrời đẹp.").failed
    assert finding.message == "judging.failed.page"
    assert finding.required == ("tối đa 4", "at most 4")


@pytest.mark.parametrize(
    ("event", "fails"), [("", True), ("sự kiện: đại hội\n", False), ("sự kiện: họp\n", True)]
)
def test_what_is_asked_only_if_given_is_not_missed(
    judge_of: Judges, check: Any, event: str, *, fails: bool
) -> None:
    judge = judge_of('  quy tắc ảnh\n    khi tin.sự_kiện nếu có khác "đại hội"\n    phải tin.số_ảnh <= 1\n')
    judged = check(judge, f"---\n{event}số ảnh: 3\n---\nTrời đẹp.")
    assert bool(judged.failed) is fails
    assert not [finding for finding in judged.findings if finding.missing]
