"""Officials without a title, who speak for an organ of the State; and offices that fall to somebody."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Người đứng đầu UBND tỉnh, ông Bế Văn Lượng, nói.", ["Bế Văn Lượng"]),
        ("Đại diện Bộ Tài chính, bà Lưu Thị Xuân cho biết thuế giảm.", ["Lưu Thị Xuân"]),
        ("Họp báo. Đại diện Sở Giao thông vận tải tỉnh Nam Sơn, ông Bế Văn Lượng nói.", ["Bế Văn Lượng"]),
        (
            "Ông Bế Văn Lượng, đại diện Sở Y tế, cho biết. Ông Lượng nói thêm.",
            ["Bế Văn Lượng", "Bế Văn Lượng"],
        ),
        ("Đại diện Công ty May Nam Giang, ông Bế Văn Lượng nói.", []),
        ("Ông Bế Văn Lượng - đại diện Công ty May Nam Giang - nói.", []),
        ("Đại diện Công an tỉnh cho biết, ông Bế Văn Lượng bị nạn.", []),
        ("Theo đại diện Công an tỉnh, ông Bế Văn Lượng bị nạn.", []),
    ],
)
def test_who_speaks_for_an_organ_of_the_state_is_an_official(recognize, text, people):
    assert [mention.person for mention in recognize(text).mentions] == people


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Chức Chủ tịch UBND tỉnh thuộc về ông Bế Văn Lượng.", ["Chủ tịch UBND tỉnh"]),
        ("Vị trí Giám đốc Sở Y tế được giao cho bà Lưu Thị Xuân.", ["Giám đốc Sở Y tế"]),
        ("Bí thư Tỉnh ủy giao cho ông Bế Văn Lượng.", []),
    ],
)
def test_an_office_falls_to_somebody(recognize, text, given):
    titles = [title for mention in recognize(text).mentions for title in mention.titles]
    assert [title.text for title in titles if title.appointed] == given
