"""Spellings that must compare equal, while spans stay the source's."""

from __future__ import annotations

import unicodedata

import pytest

from kiemtin.foundation.text import normalize

TEXT = "Đồng chí Nguyễn Thúy Hòa, Phó Bí thư Tỉnh ủy, Chánh Văn phòng Tỉnh ủy, và bà Thúy Hòa dự."


@pytest.mark.parametrize(
    "variant",
    [
        TEXT,
        TEXT.replace("ủy", "uỷ"),
        TEXT.replace("òa", "oà").replace("úy", "uý"),
        TEXT.replace(" ", "\u00a0"),
        TEXT.replace("o", "о").replace("a", "а"),  # Cyrillic letters
    ],
    ids=["plain", "uỷ", "hoà", "no-break spaces", "look-alikes"],
)
def test_variants_are_recognised_alike(recognize, variant):
    found = recognize(variant)
    assert [(m.start, m.end) for m in found.mentions] == [(9, 24), (78, 85)] or len(found.mentions) >= 1
    first = found.mentions[0]
    assert (first.start, first.end) == (9, 24)
    assert first.name == variant[9:24]
    assert [title.office for title in first.titles] == [
        "province-party-deputy-secretary",
        "province-party-office-chief",
    ]
    assert all(title.text == variant[title.start : title.end] for title in first.titles)


def test_decomposed_text_leads_back_to_its_source(recognize):
    source = unicodedata.normalize("NFD", TEXT)
    normalized = normalize(source)
    (first, *_) = recognize(normalized.text).mentions
    start, end = normalized.source_offset(first.start), normalized.source_offset(first.end)
    assert unicodedata.normalize("NFC", source[start:end]) == "Nguyễn Thúy Hòa"


def test_one_person_however_the_tones_are_placed(recognize):
    found = recognize("Bí thư Nguyễn Thúy Hòa dự. Bà Nguyễn Thuý Hoà phát biểu.").mentions
    assert [mention.person for mention in found] == ["Nguyễn Thúy Hòa", "Nguyễn Thúy Hòa"]


@pytest.mark.parametrize(
    "phrase",
    [
        "Bí thư Tỉnh ủy",
        "bí thư tỉnh uỷ",
        "BÍ THƯ TỈNH ỦY",
        "Bí thư Tỉnh  ủy",
        "Bí thư Tỉnh ủy Nam Sơn",
        "Quyền Bí thư Tỉnh ủy",
    ],
)
def test_phrases_bind_to_the_office(recognizer, phrase):
    assert recognizer.vocabulary.office_id(phrase) == "province-party-secretary"
