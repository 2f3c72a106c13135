"""Two words that no list knows, behind a name with its title: they are the place of its organ."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bị khiển trách: Lê Văn Tám, nguyên Bí thư Huyện ủy Lâm Khê (cũ); Hà Thị Lan, nguyên Chủ tịch "
            "UBND tỉnh.",
            [
                ("Lê Văn Tám", ["Bí thư Huyện ủy Lâm Khê"], True),
                ("Hà Thị Lan", ["Chủ tịch UBND tỉnh"], True),
            ],
        ),
        (
            "Giải được trao cho ông Cao Văn Minh, nguyên Tổng Biên tập Báo Thạch Khê.",
            [("Cao Văn Minh", ["Tổng Biên tập Báo Thạch Khê"], True)],
        ),
        (
            "Ông Cao Văn Minh, Tổng Biên tập Báo Thạch Khê, cho biết.",
            [("Cao Văn Minh", ["Tổng Biên tập Báo Thạch Khê"], False)],
        ),
        (
            "Dự có nguyên Bí thư Huyện ủy Lê Văn Tám và Giám đốc Sở Y tế Hà Thị Lan.",
            [("Lê Văn Tám", ["Bí thư Huyện ủy"], True), ("Hà Thị Lan", ["Giám đốc Sở Y tế"], False)],
        ),
    ],
)
def test_they_name_nobody(recognize, text, expected):
    found = recognize(text).mentions
    assert [(each.name, [title.text for title in each.titles], each.former) for each in found] == expected
