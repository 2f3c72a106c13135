"""Titles whose first words are misspelt: the titles behind them stay their bearer's, and none is a name."""

from __future__ import annotations

import pytest
from tests.officials.conftest import Recognize


def _told(recognize: Recognize, text: str) -> dict[str, list[str]]:
    found = recognize(text)
    return {
        text[mention.span.start : mention.span.end]: [
            text[title.span.start : title.span.end] for title in mention.titles
        ]
        for mention in found.mentions
    }


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Đồng chí Hoàng Văn Lâm, Phó Chủ tịh UBND tỉnh, Trưởng Ban Chỉ đạo, kết luận.",
            ["Phó Chủ tịh UBND tỉnh", "Trưởng Ban Chỉ đạo"],
        ),
        (
            "Ông Hoàng Văn Lâm, Bí thu Huyện ủy Nam Sơn, Chủ tịch HĐND huyện, dự.",
            ["Bí thu Huyện ủy Nam Sơn", "Chủ tịch HĐND huyện"],
        ),
        ("Bà Hoàng Văn Lâm - Phó Giám đôc Sở Y tế - dự.", ["Phó Giám đôc Sở Y tế"]),
        (
            "Dự có các đồng chí: Hoàng Văn Lâm, Ủy Trung ương Đảng, Bí thư Thành ủy; Lê Thị Bình.",
            ["Ủy Trung ương Đảng", "Bí thư Thành ủy"],
        ),
        ("Ông Hoàng Văn Lâm, Phó tịch UBND huyện, dự.", ["Phó tịch UBND huyện"]),
        ("Đồng chí Phó Chủ tịh UBND tỉnh Hoàng Văn Lâm chủ trì.", ["Phó Chủ tịh UBND tỉnh"]),
        ("Giám đôc Sở Y tế Hoàng Văn Lâm dự.", ["Giám đôc Sở Y tế"]),
        ("Trưởng phòng Lê Thị Bình và Bí thứ Tỉnh ủy Hoàng Văn Lâm dự.", ["Bí thứ Tỉnh ủy"]),
    ],
)
def test_a_misspelt_title_is_its_bearer_s_with_those_behind_it(
    recognize: Recognize, text: str, titles: list[str]
) -> None:
    assert _told(recognize, text)["Hoàng Văn Lâm"] == titles


def test_nothing_is_judged_by_a_misspelt_title(recognize: Recognize) -> None:
    (mention,) = recognize("Ông Hoàng Văn Lâm, Phó Chủ tịh UBND tỉnh, dự.").mentions
    assert mention.titles[0].office is None


@pytest.mark.parametrize(
    "text",
    [
        "Ông Hoàng Văn Lâm, Hội Nhà báo tỉnh, dự.",
        "Ông Hoàng Văn Lâm, Đội Cảnh sát giao thông, kể lại.",
        "Ông Hoàng Văn Lâm, Viện Y học, dự.",
        "Ông Hoàng Văn Lâm, Thương vụ Đại sứ quán, dự.",
        "Dự có các ông Hoàng Văn Lâm, Bí Văn Thư, Giám Văn Đốc.",
        "Anh Cao Đức Lâm đến muộn.",
        "Ông Hoàng Văn Lâm, Chủ nhật vừa qua, đã đến.",
    ],
)
def test_what_is_no_title_makes_none(recognize: Recognize, text: str) -> None:
    assert not any(_told(recognize, text).values())


def test_a_rightly_spelt_title_is_read_as_ever(recognize: Recognize) -> None:
    (mention,) = recognize("Ông Hoàng Văn Lâm, Phó Chủ tịch UBND tỉnh, dự.").mentions
    assert mention.titles[0].office == "province-government-vice-chair"
