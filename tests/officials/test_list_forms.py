"""Lists told in other forms than with commas: sentences, numbers, over members who are no officials."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        (
            "Dự có: Đồng chí Trần Văn An - Bí thư Tỉnh ủy. Đồng chí Lê Thị Bình - PBT Tỉnh ủy. Đồng chí "
            "Phạm Văn Cường - CT UBND tỉnh. Cùng các đồng chí lãnh đạo sở.",
            [["Trần Văn An", "Lê Thị Bình", "Phạm Văn Cường"]],
        ),
        (
            "Thành phần: Ông Trần Văn An, Bí thư Tỉnh ủy. Bà Lê Thị Bình, Chủ tịch UBND tỉnh. Ông Phạm "
            "Văn Cường, Giám đốc Sở Y tế, phát biểu.",
            [["Trần Văn An", "Lê Thị Bình"]],
        ),
        ("Tin: Ông Trần Văn An là Bí thư Tỉnh ủy. Bà Lê Thị Bình là Chủ tịch UBND tỉnh.", []),
        ("Ông Trần Văn An, Bí thư Tỉnh ủy. Bà Lê Thị Bình, Chủ tịch UBND tỉnh.", []),
        (
            "Ban Chấp hành gồm các đồng chí: 1. Trần Văn An; 2. Lê Thị Bình; 3. Phạm Văn Cường.",
            [["Trần Văn An", "Lê Thị Bình", "Phạm Văn Cường"]],
        ),
        (
            "Ban Thường vụ gồm: (1) Trần Văn An, Bí thư Đảng ủy; (2) Lê Thị Bình, Chủ tịch UBND xã.",
            [["Trần Văn An", "Lê Thị Bình"]],
        ),
        (
            "Dự có Bí thư Tỉnh ủy Trần Văn An; Chủ tịch Tập đoàn Nam Giang Đỗ Minh Trường; lãnh đạo Cục "
            "Đường bộ; Giám đốc Sở Xây dựng Lê Thị Bình; nhà thầu.",
            [["Trần Văn An", "Lê Thị Bình"]],
        ),
        (
            "Dự có Bí thư Tỉnh ủy Trần Văn An; Chủ tịch Tập đoàn Nam Giang Đỗ Minh Trường và Giám đốc Sở "
            "Xây dựng Lê Thị Bình.",
            [["Trần Văn An", "Lê Thị Bình"]],
        ),
    ],
)
def test_lists_of_other_forms(recognize, text, lists):
    found = recognize(text)
    assert [[found.mentions[at].person for at in each.mentions] for each in found.listings] == lists


def test_a_numbered_list_is_announced(recognize):
    text = "Ban Chấp hành gồm các đồng chí: 1. Trần Văn An; 2. Lê Thị Bình."
    (listing,) = recognize(text).listings
    assert listing.heading.of(text) == "Ban Chấp hành gồm các đồng chí:"


def test_the_standing_deputy_in_short(recognize):
    (mention,) = recognize("Đồng chí Trần Văn An - Phó Bí thư TT Tỉnh ủy.").mentions
    assert mention.titles[0].office == "province-party-standing-deputy-secretary"
    (mention,) = recognize("Đồng chí Trần Văn An - Phó Chủ tịch UBND TT Ba Đồi.").mentions
    assert mention.titles[0].office != "province-government-standing-vice-chair"
