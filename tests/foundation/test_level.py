"""Spelling levelled to the vocabulary's, letter for letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.foundation.text import fold, level

SYLLABLES = st.sampled_from(
    "hoà hòa HOÀ toà toàn uỷ Uỷ ỦY khuỷu quý quí Quí quỳ thuý loè ngoáy kĩ kí kì lí mĩ sỹ SỸ sĩ sẽ аn Lơ và,"
    " \u00a0 q u ỷ à o ".split(" ")
)
texts = st.text() | st.lists(SYLLABLES).map(" ".join) | st.lists(SYLLABLES).map("".join)


@pytest.mark.parametrize(
    ("written", "levelled"),
    [
        ("Tỉnh uỷ, UỶ BAN, Uỷ viên", "Tỉnh ủy, ỦY BAN, Ủy viên"),
        ("Hoà, TOÀ án, đoá, loè", "Hòa, TÒA án, đóa, lòe"),
        ("Thuý Thuỷ luỹ", "Thúy Thủy lũy"),
        ("kĩ sư kí, nhiệm kì, lí do, Mĩ, Quí, thạc sỹ", "kỹ sư ký, nhiệm kỳ, lý do, Mỹ, Quý, thạc sĩ"),
        ("Độ \u2011 Bí thư \u2212 Mạc，H\u02bcLen", "Độ - Bí thư - Mạc,H'Len"),
        ("Tỉnh\u00a0uỷ, Hоà", "Tỉnh ủy, Hòa"),  # a no-break space, a Cyrillic o
    ],
)
def test_levels(written: str, levelled: str) -> None:
    assert level(written) == levelled


@pytest.mark.parametrize(
    "text",
    ["toàn hoàn hoán toán ngoài hoạch", "khuỷu khuỵu huỳnh luýnh", "quý quỳ quỷ quỹ", "kính lính mình", ""],
)
def test_leaves_alone(text: str) -> None:
    assert level(text) is text


@given(texts)
def test_keeps_the_length_and_is_done_once(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    levelled = level(text)
    assert len(levelled) == len(text)
    assert level(levelled) == levelled


@given(st.lists(SYLLABLES).map(" ".join))
def test_levels_only_what_compares_equal(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert fold(level(text)) == fold(text)
