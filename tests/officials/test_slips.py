"""Slips of the pen in names: what they are told by, and that they make nobody a foreigner."""

from __future__ import annotations

import pytest

# In the roster Lê Thị Bình is the standing deputy of the secretary, Hoàng Thị Dung of the government's chair.


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Phó Bí thư Tỉnh ủy Lê Thị Bính dự.", "Lê Thị Bình"),
        ("Phó Bí thư Thường trực Tỉnh ủy Lê Thị Bính dự.", "Lê Thị Bình"),
        ("Phó Chủ tịch UBND tỉnh Hoàng Thị Dungg dự.", "Hoàng Thị Dung"),
        ("Giám đốc Sở Y tế Lê Thị Bính dự.", "Lê Thị Bính"),
        # The surname is hit, behind a title that might end with it.
        ("Phó Bí thư Tỉnh ủy Lế Thị Bình dự.", "Lê Thị Bình"),
        ("Phó Chủ tịch UBND tỉnh Hoang Thị Dung dự.", "Hoàng Thị Dung"),
        ("Bí thư Tỉnh ủy Trần Thị Xuânn dự.", "Trần Thị Xuânn"),
        ("Phó Chủ tịch nước Võ Thị Hồngg Quế dự.", "Võ Thị Hồngg Quế"),
    ],
)
def test_a_slip_in_a_name(recognize, text, person):
    (mention,) = recognize(text).mentions
    assert (mention.person, mention.foreign) == (person, False)
    assert mention.titles[0].office is not None


def test_a_country_makes_a_name_foreign_all_the_same(recognize):
    (mention,) = recognize("Nghị sĩ Mỹ Trần Tammy Ánh dự.").mentions
    assert mention.foreign


def test_who_alone_has_an_office_is_meant_however_often_the_slip_is_printed(recognize):
    found = recognize(
        "Đoàn do ông Lương Khanh Thụy, Chủ tịch Hội đồng Phát triển thương mại Hồng Kông, dẫn đầu. Ông Lương "
        "Khang Thụy cảm ơn. Ông Lương Khang Thụy mong được giúp."
    )
    assert [mention.person for mention in found.mentions] == ["Lương Khanh Thụy"] * 3


def test_who_is_named_in_the_next_sentence_stands_in_no_list_with_the_slip(recognize):
    found = recognize(
        "Tỉnh có ba Phó Bí thư là bà Lê Thị Bình, ông Phạm Văn Cường và ông Lý Văn Trung. "
        "Bà Lê Thị Bính phụ trách HĐND."
    )
    assert [mention.person for mention in found.mentions][-1] == "Lê Thị Bình"


def test_two_side_by_side_are_two_though_their_names_differ_by_a_letter(recognize):
    found = recognize("Giám đốc Sở Y tế Lê Văn Lan và ông Lê Văn Lam nói. Ông Lê Văn Lam đồng ý.")
    assert {mention.person for mention in found.mentions} == {"Lê Văn Lan"}
