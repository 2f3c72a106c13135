"""What verbs say of an office: given now, ended, held once, or simply held."""

from __future__ import annotations

import pytest

POST = "Giám đốc Sở Y tế"


def flags(title):
    return [name for name in ("former", "appointed", "career") if getattr(title, name)]


def told(recognition, person):
    """Titles of all mentions of a person, each with its flags."""
    return [
        (title.text, flags(title))
        for mention in recognition.mentions
        if mention.person == person
        for title in mention.titles
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ông Trần Văn An được bầu vào cương vị {POST}.", ["appointed"]),
        (f"HĐND tỉnh đã bầu ông Trần Văn An làm {POST}.", ["appointed"]),
        (f"Ông Trần Văn An nhận nhiệm vụ {POST}.", ["appointed"]),
        (f"Ông Trần Văn An đã được bổ nhiệm giữ chức vụ {POST}.", ["appointed"]),
        (f"Ông Trần Văn An đã giữ chức vụ {POST}.", ["career"]),
        (f"Ông Trần Văn An từng được bổ nhiệm làm {POST}.", ["career"]),
        (f"Năm 2012, ông Trần Văn An được bầu làm {POST}.", ["career"]),
        (f"Ông Trần Văn An được bầu làm {POST} năm 2012.", ["career"]),
        (f"Ông Trần Văn An giữ chức vụ {POST} từ tháng 9/2015 tới nay.", []),
        (f"Trước khi nghỉ phép, ông Trần Văn An đang giữ chức {POST}.", ["career"]),
        (f"Ông Trần Văn An hiện giữ chức vụ {POST}.", []),
        (f"Ông Trần Văn An làm {POST} từ tháng 6/1991 đến tháng 12/1997.", ["career"]),
        (f"Ông Trần Văn An là {POST} giai đoạn 2010-2015.", ["career"]),
        (f"Ông Trần Văn An là {POST} từ năm 2021.", []),
        (f"Trước đó, ông Trần Văn An là {POST}.", ["career"]),
        (f"Ông Trần Văn An, khi ấy là {POST}, đã ký.", ["career"]),
        (f"Trong thời gian giữ chức {POST}, ông Trần Văn An đã ký.", ["career"]),
        (f"Đồng chí Trần Văn An nguyên là {POST}.", ["former"]),
        (f"Ông Trần Văn An trở thành {POST} dưới thời Chủ tịch trước.", ["career"]),
        (f"Bà Hoa nhắc ông Trần Văn An trên cương vị {POST} phải làm gương.", []),
        (f"Ông Trần Văn An thôi không nắm giữ chức vụ {POST}.", ["former"]),
        (f"Ông Trần Văn An sẽ rời vị trí {POST} trong nay mai.", ["former"]),
        (f"Quyết định bổ nhiệm {POST} cho ông Trần Văn An đã có.", ["appointed"]),
    ],
)
def test_a_verb_before_an_office(recognize, text, expected):
    assert told(recognize(text), "Trần Văn An") == [(POST, expected)]


def test_a_rank_is_conferred_on_whom_the_text_says(recognize):
    found = recognize(
        "Chủ tịch nước Lê Thị Bình trao quyết định thăng cấp bậc hàm Thiếu tướng đối với ông Trần Văn An."
    )
    assert told(found, "Trần Văn An") == [("Thiếu tướng", ["appointed"])]
    assert told(found, "Lê Thị Bình") == [("Chủ tịch nước", [])]


def test_who_gives_an_office_does_not_get_it(recognize):
    found = recognize("Ông Trần Văn An được Thủ tướng Lê Thị Bình bổ nhiệm làm Thứ trưởng Bộ Y tế.")
    assert told(found, "Trần Văn An") == [("Thứ trưởng Bộ Y tế", ["appointed"])]
    assert told(found, "Lê Thị Bình") == [("Thủ tướng", [])]


def test_a_successor_gets_the_office(recognize):
    found = recognize("Ông Trần Văn An kế nhiệm ông Đỗ Văn Mạnh trở thành Bí thư Tỉnh ủy.")
    assert told(found, "Trần Văn An") == [("Bí thư Tỉnh ủy", ["appointed"])]


def test_an_office_that_is_another_now_is_former(recognize):
    found = recognize(
        "Người ký là bà Lê Thị Bình - Chủ tịch UBND tỉnh Nam Sơn nay là Bí thư Tỉnh ủy Nam Sơn."
    )
    assert told(found, "Lê Thị Bình") == [
        ("Chủ tịch UBND tỉnh Nam Sơn", ["former"]),
        ("Bí thư Tỉnh ủy Nam Sơn", []),
    ]


def test_a_life_told_in_one_list_and_under_a_pronoun(recognize):
    found = recognize(
        "Ông Trần Văn An đã kinh qua các chức vụ như Bí thư Huyện ủy Ba Đồi, Giám đốc Sở Y tế. "
        "Năm 2019, ông được bầu làm Phó Chủ tịch UBND tỉnh Nam Sơn rồi Chủ tịch UBND tỉnh Nam Sơn."
    )
    assert told(found, "Trần Văn An") == [
        ("Bí thư Huyện ủy Ba Đồi", ["career"]),
        ("Giám đốc Sở Y tế", ["career"]),
        ("Phó Chủ tịch UBND tỉnh Nam Sơn", ["career"]),
        ("Chủ tịch UBND tỉnh Nam Sơn", ["career"]),
    ]


def test_a_pronoun_means_the_last_who_was_the_subject(recognize):
    found = recognize(
        "Ông Trần Văn An sinh năm 1970, cùng quê với Bí thư Tỉnh ủy Lê Thị Bình. "
        "Ông từng giữ chức Giám đốc Sở Y tế."
    )
    assert told(found, "Trần Văn An") == [("Giám đốc Sở Y tế", ["career"])]
    assert told(found, "Lê Thị Bình") == [("Bí thư Tỉnh ủy", [])]


def test_those_elected_need_no_word_of_address(recognize):
    found = recognize(
        "Đại hội đã bầu các đồng chí: Trần Văn An giữ chức Bí thư Đảng ủy, "
        "Lê Thị Bình làm Phó Bí thư Đảng ủy xã."
    )
    assert told(found, "Trần Văn An") == [("Bí thư Đảng ủy", ["appointed"])]
    assert told(found, "Lê Thị Bình") == [("Phó Bí thư Đảng ủy xã", ["appointed"])]


def test_the_verb_before_a_name_with_titles_gives_the_office_behind(recognize):
    found = recognize(
        "Ban Bí thư phân công ông Trần Văn An, Phó Bí thư Tỉnh ủy, làm Giám đốc Học viện Nam Sơn."
    )
    assert told(found, "Trần Văn An") == [
        ("Phó Bí thư Tỉnh ủy", []),
        ("Giám đốc Học viện Nam Sơn", ["appointed"]),
    ]
