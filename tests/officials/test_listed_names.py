"""Members of lists whose surname no list knows, and surnames of the peoples of the mountains."""

from __future__ import annotations

import pytest

LIST = (
    "Bon Yô Sen, Phó Trưởng Ban Dân tộc; Đa Cát Vin - Phó Bí thư Huyện ủy; K’ Mák, nguyên Phó Bí thư Tỉnh "
    "ủy; Bo Bo Thị Na, Chủ tịch HĐND xã; Trần Vănn Ân, Bí thư Tỉnh ủy; Xyl Kđrong, Chủ tịch UBND xã"
)
NAMES = ["Bon Yô Sen", "Đa Cát Vin", "K’ Mák", "Bo Bo Thị Na", "Trần Vănn Ân", "Xyl Kđrong"]


@pytest.mark.parametrize("opening", ["Dự có các đồng chí: ", "Đoàn gồm: ", "Dự hội nghị có: "])
def test_who_stands_in_an_opened_list_is_named(recognize, opening):
    text = f"{opening}{LIST}."
    found = recognize(text)
    assert [mention.name for mention in found.mentions] == NAMES
    assert not any(mention.foreign for mention in found.mentions)
    (listing,) = found.listings
    assert text[listing.start : listing.end] == LIST


def test_one_a_line(recognize):
    lines = LIST.replace("; ", ";\n- ")
    found = recognize(f"Dự có các đồng chí:\n- {lines}.")
    assert [mention.name for mention in found.mentions] == NAMES
    assert len(found.listings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kết luận: Nam Bo, Bí thư Huyện ủy Lê Văn Tám đồng ý.",
        "Dự có: Sở Y Tế, Chủ tịch UBND xã Lê Văn Tám.",
        "Ông nói vậy; Ba Đồi Hạ, Chủ tịch UBND xã Lê Văn Tám cũng thế.",
    ],
)
def test_other_words_with_capitals_are_nobody(recognize, text):
    assert [mention.name for mention in recognize(text).mentions] == ["Lê Văn Tám"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bí thư Đảng ủy xã Leo Văn Tám nói.", "Leo Văn Tám"),
        ("Chủ tịch UBND tỉnh Mua A Sinh nói.", "Mua A Sinh"),
        ("Bà Pờ Mỳ Lam, Chủ tịch UBND xã, nói.", "Pờ Mỳ Lam"),
        ("Chủ tịch HĐND tỉnh Krajăn Thị Hoa nói.", "Krajăn Thị Hoa"),
        ("Bhơnướch Mia, Chủ tịch UBND huyện, nói.", "Bhơnướch Mia"),
        ("Quàng Văn Tướng, Giám đốc Sở Y tế, nói.", "Quàng Văn Tướng"),
        ("K' Mák, Giám đốc Sở Y tế, nói.", "K' Mák"),
        ("Giám đốc Sở Y tế Quàng Văn Tướng, Bí thư Chi bộ, nói.", "Quàng Văn Tướng"),
    ],
)
def test_surnames_of_the_mountains(recognize, text, name):
    (mention,) = recognize(text).mentions
    assert mention.name == name
    assert not mention.foreign
