"""Names gathered under one office without a colon, behind brackets, without a comma, and namesakes."""

from __future__ import annotations

import pytest


def told(recognition):
    return [(mention.person, [title.text for title in mention.titles]) for mention in recognition.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hai Phó Thủ tướng gồm các ông: Bùi Văn Khải (phụ trách phía Bắc) và Ngô Đức Lộc.",
            [("Bùi Văn Khải", ["Phó Thủ tướng"]), ("Ngô Đức Lộc", ["Phó Thủ tướng"])],
        ),
        (
            "Các Phó Chủ tịch UBND tỉnh gồm ông Bùi Văn Khải và bà Tạ Thị Mận.",
            [("Bùi Văn Khải", ["Phó Chủ tịch UBND tỉnh"]), ("Tạ Thị Mận", ["Phó Chủ tịch UBND tỉnh"])],
        ),
        (
            "Tỉnh có 3 Phó Bí thư khác là Bùi Văn Khải, Ngô Đức Lộc.",
            [("Bùi Văn Khải", ["Phó Bí thư"]), ("Ngô Đức Lộc", ["Phó Bí thư"])],
        ),
        (
            "Ông Bùi Văn Khải (tức Ba Khải), Bí thư Tỉnh ủy, phát biểu.",
            [("Bùi Văn Khải", ["Bí thư Tỉnh ủy"])],
        ),
        (
            "Dự có ông Bùi Văn Khải Bí thư Đảng ủy xã Hòa Lộc; bà Tạ Thị Mận, Chủ tịch UBND xã.",
            [("Bùi Văn Khải", ["Bí thư Đảng ủy xã Hòa Lộc"]), ("Tạ Thị Mận", ["Chủ tịch UBND xã"])],
        ),
        (
            "Bí thư Đảng ủy MTTQ, các đoàn thể T.Ư Bùi Văn Khải dự.",
            [("Bùi Văn Khải", ["Bí thư Đảng ủy MTTQ, các đoàn thể T.Ư"])],
        ),
        ("Họp bàn các phó bí thư gồm Bùi Văn Khải, Tạ Thị Mận.", []),
    ],
)
def test_names_have_the_office_that_gathers_them(recognize, text, expected):
    assert told(recognize(text)) == expected


def test_a_private_person_of_the_same_name_is_somebody_else(recognize):
    text = (
        "Người cho là anh Bùi Văn Khải, 34 tuổi. Anh Khải nói vậy. "
        "Giám đốc Sở Y tế Bùi Văn Khải cho biết thêm. Ông Khải cảm ơn."
    )
    assert [mention.name for mention in recognize(text).mentions] == ["Bùi Văn Khải", "Khải"]


def test_the_youth_league_calls_its_leaders_so_too(recognize):
    text = "Bí thư Tỉnh đoàn Bùi Văn Khải dự. Anh Bùi Văn Khải nhấn mạnh điều đó."
    assert len(recognize(text).mentions) == 2
