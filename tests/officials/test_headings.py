"""How far the heading of a group reaches: which of those behind it hold what it says."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "Dự có các đồng chí Ủy viên Trung ương Đảng: Trần Văn An, Bộ trưởng Bộ Y tế, Lê Thị Bình, "
            "Thứ trưởng Bộ Nội vụ; đồng chí Phạm Văn Cường, Phó Chánh Văn phòng Trung ương Đảng.",
            ["Trần Văn An", "Lê Thị Bình"],
        ),
        (
            "Dự có các đồng chí Phó Chủ tịch UBND tỉnh: Trần Văn An; Lê Thị Bình; đồng chí Phạm Văn "
            "Cường, Giám đốc Sở Y tế.",
            ["Trần Văn An", "Lê Thị Bình"],
        ),
        (
            "Dự có các đồng chí Ủy viên Bộ Chính trị: đồng chí Trần Văn An, Thủ tướng Chính phủ; đồng "
            "chí Lê Thị Bình, Chủ tịch Quốc hội.",
            ["Trần Văn An", "Lê Thị Bình"],
        ),
        (
            "Dự có các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Trần Văn An, Trưởng Ban Tổ chức Tỉnh ủy; "
            "các đồng chí Ủy viên Ban Chấp hành Đảng bộ tỉnh; Phó Chủ tịch UBND tỉnh Lê Thị Bình.",
            ["Trần Văn An"],
        ),
        (
            "Các Phó Trưởng Ban Chỉ đạo gồm: Giám đốc Sở Nội vụ Trần Văn An, Giám đốc Sở Xây dựng Lê Thị "
            "Bình; ủy viên là Giám đốc Sở Y tế Phạm Văn Cường.",
            ["Trần Văn An", "Lê Thị Bình"],
        ),
        (
            "Thường trực HĐND tỉnh gồm: Chủ tịch HĐND tỉnh Trần Văn An; các Phó Chủ tịch HĐND tỉnh Lê "
            "Thị Bình, Phạm Văn Cường.",
            ["Lê Thị Bình", "Phạm Văn Cường"],
        ),
    ],
)
def test_a_heading_ends_where_another_begins(recognize, text, holders):
    found = recognize(text).mentions
    assert [each.person for each in found if any(title.shared for title in each.titles)] == holders
