"""What the press of provinces and communes prints: places and institutions named like people, and the "
"like."""

from __future__ import annotations

import pytest

# Text, and for each mention the name and its titles; before a title `^` shared, `*` former, `+` appointed.
EXAMPLES = [
    # A commune, a ward, a school, a hospital is named as a person may be.
    (
        "Ông Lê Văn Tám, Chủ tịch UBND xã Phan Rí Đá, cho biết. Bà Hà Thị Lan - Bí thư Đảng ủy xã Lâm "
        "Tân Vĩnh nói.",
        [
            ("Lê Văn Tám", ["Chủ tịch UBND xã Phan Rí Đá"]),
            ("Hà Thị Lan", ["Bí thư Đảng ủy xã Lâm Tân Vĩnh"]),
        ],
    ),
    (
        "Chủ tịch UBND phường Võ Thị Sáu Lê Minh Tuấn; Bí thư Đảng ủy xã Phan Rí Đá Lê Thành Vinh; "
        "Chủ tịch UBND xã Lý Văn Lâm Hà Tý Sơn dự.",
        [
            ("Lê Minh Tuấn", ["Chủ tịch UBND phường Võ Thị Sáu"]),
            ("Lê Thành Vinh", ["Bí thư Đảng ủy xã Phan Rí Đá"]),
            ("Hà Tý Sơn", ["Chủ tịch UBND xã Lý Văn Lâm"]),
        ],
    ),
    (
        "Dự có các đồng chí: Lê Văn Tám, Chủ tịch UBND xã Phan Rí Đá; Cao Văn Minh, Bí thư Đảng ủy xã "
        "Hồ Thị Kỷ.",
        [
            ("Lê Văn Tám", ["Chủ tịch UBND xã Phan Rí Đá"]),
            ("Cao Văn Minh", ["Bí thư Đảng ủy xã Hồ Thị Kỷ"]),
        ],
    ),
    (
        "Chủ tịch UBND xã Lê Văn Tám, Bí thư Đảng ủy xã Hồ Thị Hoa nói.",
        [("Lê Văn Tám", ["Chủ tịch UBND xã"]), ("Hồ Thị Hoa", ["Bí thư Đảng ủy xã"])],
    ),
    (
        "Hiệu trưởng Trường Đại học Tôn Đức Thắng Trần Trọng Quế nói; bác sĩ Lê Hoàng Nam, Giám đốc "
        "Bệnh viện Nguyễn Tri Phương, đồng ý.",
        [
            ("Trần Trọng Quế", ["Hiệu trưởng Trường Đại học Tôn Đức Thắng"]),
            ("Lê Hoàng Nam", ["Giám đốc Bệnh viện Nguyễn Tri Phương"]),
        ],
    ),
    (
        "Thạc sĩ Trần Thu Nga, Phó Trưởng khoa Dinh dưỡng Bệnh viện Bạch Mai khuyến cáo người dân.",
        [("Trần Thu Nga", ["Thạc sĩ", "Phó Trưởng khoa Dinh dưỡng Bệnh viện Bạch Mai"])],
    ),
    (
        "Trưởng thôn Tà Vay Đinh Văn Xuất góp ý.",
        [("Đinh Văn Xuất", ["Trưởng thôn Tà Vay"])],
    ),
    # The sentence's verb is a syllable of an organ's name.
    (
        "Đồng chí Hà Thị Lan, Giám đốc Sở Y tế dự hội nghị cùng ông Lê Văn Tám, Cục trưởng Cục Y tế dự "
        "phòng.",
        [("Hà Thị Lan", ["Giám đốc Sở Y tế"]), ("Lê Văn Tám", ["Cục trưởng Cục Y tế dự phòng"])],
    ),
    # "Đoàn" is a surname.
    (
        "Ủy viên Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam Hà Văn Tý và Bí thư Đoàn Thanh niên phường "
        "Nghĩa Lộ Lò Thị Mỷ trao quà.",
        [
            ("Hà Văn Tý", ["Ủy viên Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam"]),
            ("Lò Thị Mỷ", ["Bí thư Đoàn Thanh niên phường Nghĩa Lộ"]),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text[:40] for text, _ in EXAMPLES])
def test_local_press(recognize, text, expected):
    found = recognize(text)
    assert [
        (
            mention.name,
            [
                "^" * title.shared + "*" * title.former + "+" * title.appointed + title.text
                for title in mention.titles
            ],
        )
        for mention in found.mentions
    ] == expected


@pytest.mark.parametrize(
    "title", ["Chủ tịch UBND xã Thạnh Mỹ", "Bí thư Đảng ủy phường Long Thạnh Mỹ", "Chủ tịch UBND xã Vĩnh Anh"]
)
def test_communes_whose_last_word_is_a_country(recognize, title):
    (mention,) = recognize(f"Ông Lò Văn Pản, {title}, cảm ơn.").mentions
    assert not mention.foreign
    assert mention.titles[0].office is not None
