"""Officials without a title, who speak for an organ of the State; and offices that fall to somebody."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Người đứng đầu UBND tỉnh, ông Trần Văn An, nói.", ["Trần Văn An"]),
        ("Đại diện Bộ Tài chính, bà Lê Thị Bình cho biết thuế giảm.", ["Lê Thị Bình"]),
        ("Họp báo. Đại diện Sở Giao thông vận tải tỉnh Nam Sơn, ông Trần Văn An nói.", ["Trần Văn An"]),
        ("Ông Trần Văn An, đại diện Sở Y tế, cho biết. Ông An nói thêm.", ["Trần Văn An", "Trần Văn An"]),
        ("Đại diện Công ty May Nam Giang, ông Trần Văn An nói.", []),
        ("Ông Trần Văn An - đại diện Công ty May Nam Giang - nói.", []),
        ("Đại diện Công an tỉnh cho biết, ông Trần Văn An bị nạn.", []),
        ("Theo đại diện Công an tỉnh, ông Trần Văn An bị nạn.", []),
    ],
)
def test_who_speaks_for_an_organ_of_the_state_is_an_official(recognize, text, people):
    assert [mention.person for mention in recognize(text).mentions] == people


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Chức Chủ tịch UBND tỉnh thuộc về ông Trần Văn An.", ["Chủ tịch UBND tỉnh"]),
        ("Vị trí Giám đốc Sở Y tế được giao cho bà Lê Thị Bình.", ["Giám đốc Sở Y tế"]),
        ("Bí thư Tỉnh ủy giao cho ông Trần Văn An.", []),
    ],
)
def test_an_office_falls_to_somebody(recognize, text, given):
    titles = [title for mention in recognize(text).mentions for title in mention.titles]
    assert [title.text for title in titles if title.appointed] == given
