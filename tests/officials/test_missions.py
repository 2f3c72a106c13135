"""Missions abroad, meetings of senior officials, unions of which Vietnam is a member."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "titles", "foreign"),
    [
        (
            "Dự có Đại sứ, Trưởng Phái đoàn đại diện thường trực Việt Nam tại ASEAN Hà Thị Bảo Lan.",
            "Hà Thị Bảo Lan",
            ["Đại sứ", "Trưởng Phái đoàn đại diện thường trực Việt Nam tại ASEAN"],
            False,
        ),
        (
            "Đại sứ Lê Văn Tám, Trưởng Phái đoàn Đại diện thường trực Việt Nam bên cạnh Liên hợp quốc, nói.",
            "Lê Văn Tám",
            ["Đại sứ", "Trưởng Phái đoàn Đại diện thường trực Việt Nam bên cạnh Liên hợp quốc"],
            False,
        ),
        (
            "Đại diện thường trực Việt Nam tại Liên hợp quốc Lê Văn Tám phát biểu.",
            "Lê Văn Tám",
            ["Đại diện thường trực Việt Nam tại Liên hợp quốc"],
            False,
        ),
        (
            "Dẫn đầu đoàn là Thứ trưởng Ngoại giao, Trưởng SOM ASEAN Việt Nam Hà Thị Bảo Lan.",
            "Hà Thị Bảo Lan",
            ["Thứ trưởng Ngoại giao", "Trưởng SOM ASEAN Việt Nam"],
            False,
        ),
        (
            "Trưởng SOM ASEAN của Singapore Adrian Lim Boon Teck đồng ý.",
            "Adrian Lim Boon Teck",
            ["Trưởng SOM ASEAN của Singapore"],
            True,
        ),
        (
            "Đại diện cấp cao của Liên minh châu Âu về chính sách an ninh và đối ngoại Anneli Tamm "
            "ra tuyên bố.",
            "Anneli Tamm",
            ["Đại diện cấp cao của Liên minh châu Âu về chính sách an ninh và đối ngoại"],
            True,
        ),
    ],
)
def test_whom_a_mission_is_of(recognize, text, name, titles, foreign):
    (mention,) = recognize(text).mentions
    assert mention.name == name
    assert [title.text for title in mention.titles] == titles
    assert mention.foreign is foreign
