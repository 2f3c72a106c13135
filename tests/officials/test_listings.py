"""Where a list begins and ends, and where its groups begin."""

from __future__ import annotations

import pytest

A = "Trần Văn An, Bí thư Tỉnh ủy"
B = "Lê Thị Bình, Chủ tịch HĐND tỉnh"
C = "Phạm Văn Cường, Chủ tịch UBND tỉnh"
D = "Lý Thị Quyên, Bí thư Đảng ủy xã Ba Đồi"


def lists(recognition, text):
    return [(text[listing.start : listing.end], listing.groups) for listing in recognition.listings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Dự hội nghị có các đồng chí: {A}; {B}.", [(f"{A}; {B}", (0, 0))]),
        (
            f"Dự có đồng chí {A}, nguyên Chủ tịch HĐND tỉnh khóa X, XI; {B}.",
            [(f"{A}, nguyên Chủ tịch HĐND tỉnh khóa X, XI; {B}", (0, 0))],
        ),
        (
            "Ông Trần Văn An giữ chức Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh; bà Lê Thị Bình "
            "giữ chức Phó Bí thư.",
            [],
        ),
        (
            "Ông Trần Văn An, bà Lê Thị Bình được bầu làm Ủy viên UBND tỉnh.",
            [("Trần Văn An, bà Lê Thị Bình", (0, 0))],
        ),
        (
            "Các Thứ trưởng: Trần Văn An (Bộ Tài chính), Lê Thị Bình (Bộ Xây dựng) trả lời.",
            [("Trần Văn An (Bộ Tài chính), Lê Thị Bình", (0, 0))],
        ),
        (
            "Thành viên gồm:\n- Chủ tịch UBND tỉnh Trần Văn An - Trưởng ban;\n"
            "- Giám đốc Sở Y tế Lê Thị Bình - Ủy viên.",
            [
                (
                    "Chủ tịch UBND tỉnh Trần Văn An - Trưởng ban;\n- Giám đốc Sở Y tế Lê Thị Bình - Ủy viên",
                    (0, 0),
                )
            ],
        ),
        (
            f"Dự có đồng chí {A}; đại diện các sở, ngành; đồng chí {B}.",
            [(f"{A}; đại diện các sở, ngành; đồng chí {B}", (0, 0))],
        ),
        (
            f"Dự có các đồng chí: {A}; {B}; {C}. Về phía xã có đồng chí {D}.",
            [(f"{A}; {B}; {C}. Về phía xã có đồng chí {D}", (0, 0, 0, 1))],
        ),
        (
            f"Tham dự có đồng chí {A}. Cùng dự còn có các đồng chí: {B}; {C}.",
            [(f"{B}; {C}", (0, 0))],
        ),
        (
            "Dự có các đồng chí Ủy viên Bộ Chính trị: Tổng Bí thư Trần Văn An; Thủ tướng Lê Thị Bình; "
            "nguyên Chủ tịch nước: Hồ Văn Nam, Mai Thị Uyên.",
            [
                (
                    "Tổng Bí thư Trần Văn An; Thủ tướng Lê Thị Bình; nguyên Chủ tịch nước: Hồ Văn "
                    "Nam, Mai Thị Uyên",
                    (0, 0, 1, 1),
                )
            ],
        ),
        (
            "Thủ tướng Trần Văn An và Bộ trưởng Lê Thị Bình kiểm tra.",
            [("Thủ tướng Trần Văn An và Bộ trưởng Lê Thị Bình", (0, 0))],
        ),
        (f"Đồng chí {A}, chủ trì hội nghị.", []),
        (f"Đồng chí {A} phát biểu. Đồng chí {B} kết luận.", []),
    ],
)
def test_lists_and_groups(recognize, text, expected):
    assert lists(recognize(text), text) == expected


def test_one_member_a_line(recognize):
    text = (
        "Các ủy viên gồm:\n\nThứ trưởng Bộ Y tế Trần Văn An;\n\n"
        "Thứ trưởng Bộ Công an Lê Thị Bình;\n\nGiám đốc Sở Y tế Đỗ Văn Mạnh."
    )
    (listing,) = recognize(text).listings
    assert len(listing.mentions) == 3


def test_the_heading_is_what_opens_the_list(recognize):
    text = f"Sáng 6/5, hội nghị khai mạc. Dự hội nghị có các đồng chí: {A}; {B}."
    (listing,) = recognize(text).listings
    assert listing.heading is not None
    assert listing.heading.of(text) == "Dự hội nghị có các đồng chí:"


def test_members_keep_the_order_of_the_text(recognize):
    found = recognize(f"Dự có các đồng chí: {C}; {B}; {A}.")
    (listing,) = found.listings
    assert [found.mentions[index].name for index in listing.mentions] == [
        "Phạm Văn Cường",
        "Lê Thị Bình",
        "Trần Văn An",
    ]
