"""Texts in capitals: where a name ends and the sentence's verb begins, and where it only seems to."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("CHỦ TỊCH HĐND TỈNH LÊ VĂN SÁU KHẢO SÁT TIẾN ĐỘ CAO TỐC", "LÊ VĂN SÁU", ["CHỦ TỊCH HĐND TỈNH"]),
        ("ĐỒNG CHÍ LÊ VĂN HÙNG TÁI ĐẮC CỬ BÍ THƯ TỈNH ỦY", "LÊ VĂN HÙNG", ["BÍ THƯ TỈNH ỦY"]),
        ("CHỦ TỊCH UBND TỈNH HÀ THỊ LAN ĐÔN ĐỐC TIẾN ĐỘ CẦU", "HÀ THỊ LAN", ["CHỦ TỊCH UBND TỈNH"]),
        ("BỘ TRƯỞNG BỘ Y TẾ VŨ THỊ QUẾ ĐIỆN ĐÀM VỚI ĐẠI SỨ", "VŨ THỊ QUẾ", ["BỘ TRƯỞNG BỘ Y TẾ"]),
        ("GIÁM ĐỐC SỞ Y TẾ CAO MINH XUẤT HIỆN TẠI TÒA", "CAO MINH", ["GIÁM ĐỐC SỞ Y TẾ"]),
    ],
)
def test_a_name_ends_before_a_headlines_verb(recognize, text, name, titles):
    (mention,) = recognize(text).mentions
    assert mention.name == name
    assert [title.text for title in mention.titles] == titles


@pytest.mark.parametrize(
    ("text", "name", "titles"),
    [
        ("CÙNG ĐỒNG CHÍ LÊ NHƯ ĐỌC - TỈNH ỦY VIÊN.", "LÊ NHƯ ĐỌC", ["TỈNH ỦY VIÊN"]),
        ("ÔNG HÀ VỪA THĂM, GIÁM ĐỐC SỞ Y TẾ, CHO BIẾT", "HÀ VỪA THĂM", ["GIÁM ĐỐC SỞ Y TẾ"]),
        ("TIẾN SĨ HỒ KHẢI LÂM, GIÁM ĐỐC SỞ Y TẾ, NÓI", "HỒ KHẢI LÂM", ["TIẾN SĨ", "GIÁM ĐỐC SỞ Y TẾ"]),
    ],
)
def test_verbs_are_parts_of_a_name_between_an_honorific_and_a_mark(recognize, text, name, titles):
    (mention,) = recognize(text).mentions
    assert mention.name == name
    assert [title.text for title in mention.titles] == titles
