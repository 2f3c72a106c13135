"""What the words around an office say of it, and whom it tells: held once, held now, left."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Trước khi được bổ nhiệm, bà Lê Thị Bình là Phó Giám đốc Sở Y tế.",
            [("Phó Giám đốc Sở Y tế", "career")],
        ),
        (
            "Trước khi sắp xếp, đồng chí Lê Thị Bình là Chủ tịch UBND huyện Ba Đồi.",
            [("Chủ tịch UBND huyện Ba Đồi", "career")],
        ),
        (
            "Đồng chí Trần Văn An từ tháng 3/2015 đến tháng 8/2020 là Chủ tịch UBND huyện Ba Đồi.",
            [("Chủ tịch UBND huyện Ba Đồi", "career")],
        ),
        ("Ông Trần Văn An từ tháng 9/2020 đến nay là Giám đốc Sở Nội vụ.", [("Giám đốc Sở Nội vụ", "")]),
        (
            "Ông Trần Văn An, Chủ tịch UBND tỉnh Nam Sơn thời kỳ 2010-2015.",
            [("Chủ tịch UBND tỉnh Nam Sơn", "former")],
        ),
        (
            "Ông Trần Văn An - Chủ tịch UBND tỉnh (nay là Bí thư Tỉnh ủy) ký.",
            [("Chủ tịch UBND tỉnh", "former"), ("Bí thư Tỉnh ủy", "")],
        ),
        (
            "Ông Trần Văn An là Chủ tịch Hội đồng Bộ trưởng (nay là Thủ tướng Chính phủ).",
            [("Chủ tịch Hội đồng Bộ trưởng", "")],
        ),
        (
            "Thủ tướng xóa tư cách chức vụ Phó Chủ tịch UBND tỉnh nhiệm kỳ 2016-2021 đối với ông Trần "
            "Văn An.",
            [("Phó Chủ tịch UBND tỉnh", "former")],
        ),
    ],
)
def test_what_the_words_around_an_office_say(recognize, text, told):
    (mention,) = recognize(text).mentions
    flags = ("former", "acting", "appointed", "career")
    assert [
        (title.text, "".join(flag for flag in flags if getattr(title, flag))) for title in mention.titles
    ] == told


@pytest.mark.parametrize(
    ("later", "person"),
    [
        ("Bí thư Bình kết luận.", "Lê Thị Bình"),
        ("Chủ tịch Bình tiếp thu.", "Lê Văn Bình"),
        ("Bà Bình cảm ơn.", "Lê Thị Bình"),
        ("Đồng chí Bình cảm ơn.", "Lê Văn Bình"),
        ("Giám đốc Bình cảm ơn.", "Lê Văn Bình"),
    ],
)
def test_the_title_decides_between_two_of_one_given_name(recognize, later, person):
    first = "Dự có đồng chí Lê Thị Bình, Bí thư Tỉnh ủy và đồng chí Lê Văn Bình, Chủ tịch UBND tỉnh. "
    assert recognize(first + later).mentions[-1].person == person


@pytest.mark.parametrize(
    "text",
    [
        "Trưởng Ban Trị sự Phật giáo tỉnh Thích Minh An dự.",
        "Phó Trưởng Ban Trị sự GHPGVN tỉnh Thích Minh An phát biểu.",
        "Đền thờ anh hùng Nguyễn Văn An, vua Hàm Nghi, Bình Tây Đại Nguyên soái Trương Định được trùng tu.",
    ],
)
def test_clergy_and_heroes_of_old_are_no_officials(recognize, text):
    assert not recognize(text).mentions
