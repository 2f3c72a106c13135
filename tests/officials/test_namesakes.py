"""Who bears the name of somebody in the roster, and an office far below: another person."""

from __future__ import annotations

from datetime import date

import pytest

# In the roster Trần Văn An is the province's secretary from 2020 on.


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Bí thư Tỉnh ủy Trần Văn An thăm xã.", "tran-van-an"),
        ("Đồng chí Trần Văn An thăm xã.", "tran-van-an"),
        ("Ông Trần Văn An, Trưởng Ban Chỉ đạo, thăm xã.", "tran-van-an"),
        ("Ông Trần Văn An, nguyên Chủ tịch UBND xã Ba Đồi, thăm xã.", "tran-van-an"),
        ("Ông Trần Văn An, Bí thư Thị xã ủy Ba Đồi, thăm xã.", "tran-van-an"),
        ("Trưởng thôn Trần Văn An góp ý.", None),
        ("Ông Trần Văn An, Chủ tịch UBND xã Ba Đồi, góp ý. Ông Trần Văn An hứa.", None),
        ("Hiệu trưởng Trường THPT Ba Đồi Trần Văn An góp ý.", None),
    ],
)
def test_offices_far_below_are_of_a_namesake(recognize, text, official):
    found = recognize(text)
    assert {mention.official for mention in found.mentions} == {official}


def test_before_the_roster_knows_an_office_of_somebody_it_may_be_the_same(recognize):
    (mention,) = recognize("Hiệu trưởng Trần Văn An góp ý.", day=date(2012, 5, 6)).mentions
    assert mention.official == "tran-van-an"
