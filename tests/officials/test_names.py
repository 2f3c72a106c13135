"""Where names begin and end, and whom short, foreign and misspelt ones mean."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổng thống Séc V. Bre-dác nói.", ["V. Bre-dác"]),
        ("Hội đàm với Tổng thống V.Bre-dác, hai bên nhất trí.", ["V.Bre-dác"]),
        ("Đại sứ Hoa Kỳ Mark T. Hollan dự.", ["Mark T. Hollan"]),
        ("Nhà vua Bỉ Filibert VI tiếp đoàn.", ["Filibert VI"]),
        ("Tổng thống Sierra Leone Samuel Kolum dự.", ["Samuel Kolum"]),
        ("Thủ tướng Quần đảo Solomon Jonah Malele dự.", ["Jonah Malele"]),
        ("Bộ trưởng Quốc phòng Israel Yoav Galan Reuters", ["Yoav Galan"]),
        ("Tập đoàn Trump Organization. Tàu USS John S. McCain. Ông John McCain.", ["John McCain"]),
        ("Giám đốc quốc gia ADB tại Việt Nam Sanjay Chakra dự.", ["Sanjay Chakra"]),
        (
            "Vua Bỉ Filibert đón. Bí thư Huyện ủy Văn Giang dự. Bí thư Huyện ủy Lê Nga dự.",
            ["Filibert", "Lê Nga"],
        ),
        ("Khi ông Putin tới, bà May bán rau.", ["Putin"]),
        ("Kế vị ông Jacques Chirac. Đường Lê Duẩn. Ông Võ Văn Kiệt kể.", ["Jacques Chirac", "Võ Văn Kiệt"]),
        ("Đại diện các Tiểu vương quốc Arab thống nhất (UAE) dự.", []),
        ("Thủ tướng Iraq Samir al-Hadidi nói.", ["Samir al-Hadidi"]),
        ("Chủ tịch Ủy ban châu Âu Ulrika von der Lindt dự.", ["Ulrika von der Lindt"]),
        ("Thống đốc tỉnh Kanagawa Morita Haruki dự.", ["Morita Haruki"]),
        ("Tỉnh trưởng tỉnh Nakhon Sakhon đón đoàn. Tại Nakhon Sakhon trời mưa.", []),
        ("Bộ trưởng Ngoại giao Lào gặp người đồng cấp Campuchia Prak Sothea.", ["Prak Sothea"]),
        ("Thủ tướng Cananda Robert Dalton nói. Thủ tướng Robert Dalton cảm ơn.", ["Robert Dalton"] * 2),
        ("Đại biểu Quốc hội Trịnh Bảo Khang Trăn trở về luật.", ["Trịnh Bảo Khang"]),
        ("Trưởng Ban Dân vận Lê Thị Mai Hoa Qua 3 năm thực hiện.", ["Lê Thị Mai Hoa"]),
        ("Người phát ngôn Lầu Năm Góc nói. Chủ tịch Hội đồng hợp tác kinh tế Thái Bình Dương.", []),
        ("Phó Chủ tịch UBND tỉnh Phạm S dự.", ["Phạm S"]),
        ("Anh Bùi Duy Trang, Bí thư Tỉnh đoàn, nói.", ["Bùi Duy Trang"]),
        ("Ông Y Thanh Bình Niê Kđăm, Phó Chủ tịch UBND tỉnh, dự.", ["Y Thanh Bình Niê Kđăm"]),
        ("Chủ tịch danh dự Viện Phan Chu Trinh dự.", []),
        ("Hiệu trưởng Trường THPT Lê Quý Đôn Nguyễn Văn Hòa nói.", ["Nguyễn Văn Hòa"]),
        ("Chủ tịch HĐND tỉnh khóa XIV Tòng Thị Mai dự.", ["Tòng Thị Mai"]),
    ],
)
def test_bounds(recognizer, document, text, expected):
    assert [mention.name for mention in recognizer.recognize(document(text)).mentions] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thượng úy Nguyễn Quốc Đức kể. Thăm Thượng úy Đức có nhiều người.", "Nguyễn Quốc Đức"),
        ("Đại biểu Phan Thái Học hỏi. Theo ĐB Học, cần sửa.", "Phan Thái Học"),
        ("Thứ trưởng Nguyễn Thị Liên Mỹ nói. Thứ trưởng Liên Mỹ hứa.", "Nguyễn Thị Liên Mỹ"),
        ("Phó Thủ tướng Trần Hòa Bình nói. Phó Thủ tướng Hòa Bình hứa.", "Trần Hòa Bình"),
        ("Đại úy Lê Văn Hòa nói. Theo trinh sát Hòa, trời tối.", "Lê Văn Hòa"),
        ("Bí thư Tỉnh đoàn Bùi Duy Trang dự. Anh Trang phát biểu.", "Bùi Duy Trang"),
        ("Bộ trưởng Trần Quang Thưởng dự. Theo ông Trần Quang Thương, việc gấp.", "Trần Quang Thưởng"),
        ("Thứ trưởng Bộ Xây dựng Lê Văn Tài, Thứ trưởng Lê Văn Tài. Thứ trưởng Lê Đình Tài.", "Lê Văn Tài"),
        ("Tổng thống Mỹ Donald Trum phát biểu.", "Donald Trump"),
        ("Chủ tịch Veronika Dalton họp. Bộ trưởng V. Dalton ghi nhận.", "Veronika Dalton"),
    ],
)
def test_the_last_name_means(recognizer, document, text, expected):
    assert recognizer.recognize(document(text)).mentions[-1].person == expected


def test_lists_of_namesakes_are_two_persons(recognizer, document):
    text = "Dự có các đồng chí: Lê Văn Tài, Phó Chủ tịch UBND tỉnh; Lê Văn Tái, Phó Chủ tịch UBND tỉnh."
    found = recognizer.recognize(document(text)).mentions
    assert [mention.person for mention in found] == ["Lê Văn Tài", "Lê Văn Tái"]


@pytest.mark.parametrize(
    "text",
    [
        "Bắt tạm giam ba bị can gồm Bùi Quốc Mạnh - Giám đốc Công ty Nước Xanh; Lê Văn Tám, kế toán.",
        "Ông Trần Văn An (56 tuổi, trú xã Hòa Sơn) làm chứng.",
        "Bí thư Huyện ủy và ông Lý Thanh Thuần, Chủ tịch HĐQT Tập đoàn Sông Mơ, dự.",
    ],
)
def test_private_persons_are_no_officials(recognizer, document, text):
    assert recognizer.recognize(document(text)).mentions == ()


def test_an_official_on_trial_is_one(recognizer, document):
    text = "Bị cáo Trần Minh Quảng, nguyên Giám đốc Sở Y tế, khai. Bị cáo Quảng xin lỗi."
    found = recognizer.recognize(document(text)).mentions
    assert [mention.person for mention in found] == ["Trần Minh Quảng"] * 2


def test_vietnamese_hospitals_and_friendship_are_not_abroad(recognizer, document):
    text = "Ông Trần Văn An, Giám đốc Bệnh viện Việt Đức. Bà Lê Thị Ba, Chủ tịch Hội hữu nghị Việt - Lào."
    assert [mention.foreign for mention in recognizer.recognize(document(text)).mentions] == [False, False]


def test_another_of_the_family_is_not_the_leader(recognizer, document):
    found = recognizer.recognize(document("Tổng thống Mỹ Robert Dalton dự. Ivanka Dalton ở nhà.")).mentions
    assert [mention.name for mention in found] == ["Robert Dalton"]


def test_a_doctrine_named_after_a_president_is_no_mention_of_him(recognizer, document):
    text = "Chủ tịch Hồ Chí Minh về thăm tỉnh. Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh."
    assert len(recognizer.recognize(document(text)).mentions) == 1
