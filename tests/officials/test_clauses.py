"""A comma may end a clause: the title behind it is not of whom the clause before names."""

from __future__ import annotations

import pytest


def titles(recognition):
    return {mention.person: [title.text for title in mention.titles] for mention in recognition.mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tuy nhiên, theo đại biểu Trần Văn An, Bộ trưởng vẫn giải thích là chính.",
            {"Trần Văn An": ["đại biểu"]},
        ),
        (
            "Ghi nhận ý kiến của Đại sứ Lê Thị Bình, Thủ tướng hy vọng vụ mùa đạt kết quả.",
            {"Lê Thị Bình": ["Đại sứ"]},
        ),
        (
            "Với sự có mặt của ông Đỗ Văn Mạnh, Giám đốc Sở Y tế, Thủ tướng giao sở này làm ngay.",
            {"Đỗ Văn Mạnh": ["Giám đốc Sở Y tế"]},
        ),
        (
            "Giải trình ý kiến của đại biểu, Bộ trưởng Bộ Y tế Trần Văn An cho biết đã nhận đủ.",
            {"Trần Văn An": ["Bộ trưởng Bộ Y tế"]},
        ),
        (
            "Các tỉnh phải giải trình trước Thủ tướng Chính phủ, Bộ trưởng Trần Văn An nhấn mạnh.",
            {"Trần Văn An": ["Bộ trưởng"]},
        ),
        (
            "Sau khi công bố quyết định thăng cấp bậc hàm Thượng tướng, Chủ tịch nước Lê Thị Bình trao hoa.",
            {"Lê Thị Bình": ["Chủ tịch nước"]},
        ),
        (
            "Ông Trần Văn An, Giám đốc Sở Y tế cho biết dịch đã lui.",
            {"Trần Văn An": ["Giám đốc Sở Y tế"]},
        ),
        (
            "Ủy viên Bộ Chính trị, Bí thư Đảng ủy Chính phủ, Thủ tướng Lê Thị Bình thăm cảng.",
            {"Lê Thị Bình": ["Ủy viên Bộ Chính trị", "Bí thư Đảng ủy Chính phủ", "Thủ tướng"]},
        ),
    ],
)
def test_whose_title_it_is(recognize, text, expected):
    assert titles(recognize(text)) == expected
