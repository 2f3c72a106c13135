"""What the press of provinces and communes prints: places and schools named like people, and the like."""

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
    # Several hold what stands behind their names, each of a pair.
    (
        "Các đồng chí Nguyễn Văn Chí, Hà Thị Thủy - Phó Chủ tịch UBND tỉnh; Lê Bá Xuân, Vi Văn Hậu - "
        "Phó Chủ tịch HĐND tỉnh đồng chủ trì.",
        [
            ("Nguyễn Văn Chí", ["^Phó Chủ tịch UBND tỉnh"]),
            ("Hà Thị Thủy", ["^Phó Chủ tịch UBND tỉnh"]),
            ("Lê Bá Xuân", ["^Phó Chủ tịch HĐND tỉnh"]),
            ("Vi Văn Hậu", ["^Phó Chủ tịch HĐND tỉnh"]),
        ],
    ),
    (
        "Các đồng chí Nguyễn Văn Chí và Hà Thị Thủy, đều là Phó Chủ tịch UBND tỉnh, dự.",
        [
            ("Nguyễn Văn Chí", ["^Phó Chủ tịch UBND tỉnh"]),
            ("Hà Thị Thủy", ["^Phó Chủ tịch UBND tỉnh"]),
        ],
    ),
    (
        "Các đồng chí Nguyễn Văn Chí và Hà Thị Thủy, Phó Bí thư, Chủ tịch UBND xã dự.",
        [("Nguyễn Văn Chí", []), ("Hà Thị Thủy", ["Phó Bí thư", "Chủ tịch UBND xã"])],
    ),
    # What a verb gives to the first stays with the first.
    (
        "Ban Chỉ đạo do Chủ tịch UBND tỉnh Lò Văn Pản làm Trưởng ban, Phó Chủ tịch UBND tỉnh Cao Văn "
        "Minh làm Phó Trưởng ban.",
        [
            ("Lò Văn Pản", ["Chủ tịch UBND tỉnh", "Trưởng ban"]),
            ("Cao Văn Minh", ["Phó Chủ tịch UBND tỉnh", "Phó Trưởng ban"]),
        ],
    ),
    (
        "Giám đốc Sở Nội vụ Võ Thu Hà giữ chức Phó Chủ tịch UBND tỉnh, Giám đốc Sở Y tế Bùi Ba Sơn giữ "
        "chức Bí thư Huyện ủy Ba Núi.",
        [
            ("Võ Thu Hà", ["Giám đốc Sở Nội vụ", "+Phó Chủ tịch UBND tỉnh"]),
            ("Bùi Ba Sơn", ["Giám đốc Sở Y tế", "+Bí thư Huyện ủy Ba Núi"]),
        ],
    ),
    # Whom somebody follows in office.
    (
        "HĐND tỉnh bầu ông Lò A Sếnh giữ chức Chủ tịch UBND tỉnh thay ông Trịnh Văn Đoàn đã được điều "
        "động giữ chức Bí thư Tỉnh ủy Nam Sơn.",
        [
            ("Lò A Sếnh", ["+Chủ tịch UBND tỉnh"]),
            ("Trịnh Văn Đoàn", ["+Bí thư Tỉnh ủy Nam Sơn"]),
        ],
    ),
    (
        "HĐND tỉnh bầu bà Vũ Thị Hiền giữ chức Phó Chủ tịch HĐND tỉnh thay bà Nguyễn Thị Thu nghỉ hưu "
        "theo chế độ.",
        [("Vũ Thị Hiền", ["+Phó Chủ tịch HĐND tỉnh"]), ("Nguyễn Thị Thu", [])],
    ),
    (
        "Ông Lò A Sếnh thay thế ông Trịnh Văn Đoàn làm Chủ tịch UBND tỉnh.",
        [("Lò A Sếnh", ["+Chủ tịch UBND tỉnh"]), ("Trịnh Văn Đoàn", [])],
    ),
    # Several are given an office.
    (
        "HĐND tỉnh bầu bổ sung Ủy viên UBND tỉnh đối với bà Triệu Thị Mùi và ông Phan Đăng Khôi.",
        [("Triệu Thị Mùi", ["+Ủy viên UBND tỉnh"]), ("Phan Đăng Khôi", ["+Ủy viên UBND tỉnh"])],
    ),
    (
        "Thủ tướng phê chuẩn kết quả bầu bổ sung Phó Chủ tịch UBND tỉnh đối với các ông: Lò Văn Pản, "
        "Giám đốc Sở Y tế; Cao Văn Minh, Giám đốc Sở Tài chính.",
        [
            ("Lò Văn Pản", ["^+Phó Chủ tịch UBND tỉnh", "Giám đốc Sở Y tế"]),
            ("Cao Văn Minh", ["^+Phó Chủ tịch UBND tỉnh", "Giám đốc Sở Tài chính"]),
        ],
    ),
    (
        "HĐND tỉnh miễn nhiệm chức danh Ủy viên UBND tỉnh đối với ông Nguyễn Văn Chí, nguyên Giám đốc "
        "Sở Y tế; ông Hà Văn Thủy, nguyên Chánh Thanh tra tỉnh.",
        [
            ("Nguyễn Văn Chí", ["*Ủy viên UBND tỉnh", "*Giám đốc Sở Y tế"]),
            ("Hà Văn Thủy", ["*Ủy viên UBND tỉnh", "*Chánh Thanh tra tỉnh"]),
        ],
    ),
    (
        "Các đồng chí Nguyễn Văn Chí, Hà Thị Thủy được bầu làm Phó Chủ tịch HĐND tỉnh khóa XIII.",
        [
            ("Nguyễn Văn Chí", ["+Phó Chủ tịch HĐND tỉnh"]),
            ("Hà Thị Thủy", ["+Phó Chủ tịch HĐND tỉnh"]),
        ],
    ),
    (
        "Ủy ban xóa tư cách chức vụ Phó Chủ tịch UBND tỉnh nhiệm kỳ 2016-2021 đối với ông Hà Văn Tý.",
        [("Hà Văn Tý", ["*Phó Chủ tịch UBND tỉnh"])],
    ),
    # Names in capitals behind a title; headlines in capitals.
    (
        "Bí thư Tỉnh ủy LÊ THỊ TÁM chủ trì hội nghị. Đại biểu LÒ THỊ MỶ (Nam Sơn): Tôi đồng ý.\nNGUYỄN "
        "VĂN AN",
        [("LÊ THỊ TÁM", ["Bí thư Tỉnh ủy"]), ("LÒ THỊ MỶ", ["Đại biểu"])],
    ),
    (
        "THỦ TƯỚNG PHẠM GIA LÂM HỘI ĐÀM VỚI CHỦ TỊCH NƯỚC TRUNG QUỐC TẬP CẬN BÌNH",
        [("PHẠM GIA LÂM", ["THỦ TƯỚNG"]), ("TẬP CẬN BÌNH", ["CHỦ TỊCH NƯỚC TRUNG QUỐC"])],
    ),
    (
        "PHÓ CHỦ TỊCH UBND TỈNH LÊ VĂN THI KIỂM TRA ĐÊ; THỨ TRƯỞNG LÊ ANH SƠN ĐIỆN ĐÀM VỚI BỘ CHỈ HUY.",
        [("LÊ VĂN THI", ["PHÓ CHỦ TỊCH UBND TỈNH"]), ("LÊ ANH SƠN", ["THỨ TRƯỞNG"])],
    ),
    (
        "ĐỒNG CHÍ PHẠM GIA LÂM ĐƯỢC PHÂN CÔNG GIỮ CHỨC CHÁNH VĂN PHÒNG TRUNG ƯƠNG ĐẢNG",
        [("PHẠM GIA LÂM", ["+CHÁNH VĂN PHÒNG TRUNG ƯƠNG ĐẢNG"])],
    ),
    # Names of the peoples of the Highlands and the mountains.
    (
        "Bí thư Tỉnh ủy Y Thanh Hà Niê Kđăm và Chủ tịch UBND tỉnh H'Yim Kđoh thăm xã.",
        [("Y Thanh Hà Niê Kđăm", ["Bí thư Tỉnh ủy"]), ("H'Yim Kđoh", ["Chủ tịch UBND tỉnh"])],
    ),
    (
        "Dự có các đồng chí: H'Lim Niê, Phó Chủ tịch HĐND tỉnh; H’Bia Mlô, Giám đốc Sở Nội vụ; Cụt Thị "
        "Na, Phó Chủ tịch HĐND huyện; Zơ Râm Quế, Chủ tịch UBND xã; Pơloong Plênh, Chánh Văn phòng UBND "
        "huyện.",
        [
            ("H'Lim Niê", ["Phó Chủ tịch HĐND tỉnh"]),
            ("H’Bia Mlô", ["Giám đốc Sở Nội vụ"]),
            ("Cụt Thị Na", ["Phó Chủ tịch HĐND huyện"]),
            ("Zơ Râm Quế", ["Chủ tịch UBND xã"]),
            ("Pơloong Plênh", ["Chánh Văn phòng UBND huyện"]),
        ],
    ),
    # Degrees of physicians; directors in brackets; offices held once; two offices of one person.
    (
        "Bác sĩ CKII Trần Văn An, Giám đốc Bệnh viện Đa khoa tỉnh; Ths Đỗ Văn Cảnh, Trưởng phòng Nghiệp "
        "vụ Y; BSCK2 Vũ Văn Em, Giám đốc CDC tỉnh.",
        [
            ("Trần Văn An", ["Bác sĩ CKII", "Giám đốc Bệnh viện Đa khoa tỉnh"]),
            ("Đỗ Văn Cảnh", ["Ths", "Trưởng phòng Nghiệp vụ Y"]),
            ("Vũ Văn Em", ["BSCK2", "Giám đốc CDC tỉnh"]),
        ],
    ),
    (
        "Dự có lãnh đạo các sở: Nội vụ (Giám đốc Trần Văn An), Xây dựng (Phó Giám đốc Lê Thị Bình); "
        "Công ty Y tế (Giám đốc Lê Văn Cao).",
        [("Trần Văn An", ["Giám đốc"]), ("Lê Thị Bình", ["Phó Giám đốc"])],
    ),
    (
        "Khi đương chức, ông Trần Văn An, Chủ tịch UBND tỉnh, và bà Hà Thị Lan, Giám đốc Sở Y tế khi "
        "còn đương chức, đã ký.",
        [("Trần Văn An", ["*Chủ tịch UBND tỉnh"]), ("Hà Thị Lan", ["*Giám đốc Sở Y tế"])],
    ),
    (
        "Ông Trần Văn An kiêm nhiệm cả hai chức danh Bí thư Đảng ủy và Chủ tịch HĐND xã.",
        [("Trần Văn An", ["+Bí thư Đảng ủy", "+Chủ tịch HĐND xã"])],
    ),
    # A number of holders, an organ as a heading.
    (
        "3 Phó Chủ tịch gồm: Trần Văn An, Lê Thị Bình, Đỗ Văn Cảnh.",
        [
            ("Trần Văn An", ["^Phó Chủ tịch"]),
            ("Lê Thị Bình", ["^Phó Chủ tịch"]),
            ("Đỗ Văn Cảnh", ["^Phó Chủ tịch"]),
        ],
    ),
    (
        "Dự họp có Thường trực HĐND tỉnh gồm: Chủ tịch HĐND tỉnh Lê Thị Tám; các Phó Chủ tịch HĐND tỉnh "
        "Hà Văn Tý, Lò Văn Pản.",
        [
            ("Lê Thị Tám", ["Chủ tịch HĐND tỉnh"]),
            ("Hà Văn Tý", ["^Phó Chủ tịch HĐND tỉnh"]),
            ("Lò Văn Pản", ["^Phó Chủ tịch HĐND tỉnh"]),
        ],
    ),
    # Organs of which no list knows the name.
    (
        "Thứ trưởng Hồ Minh, Cục trưởng Cục Phát triển doanh nghiệp tư nhân và kinh tế tập thể Bùi Thu "
        "Thủy, Giám đốc Trung tâm Ươm tạo cây giống và nhân giống vật nuôi Lò Thị Mỷ, Vụ trưởng Vụ Địa "
        "bàn V Lê Văn Tám dự.",
        [
            ("Hồ Minh", ["Thứ trưởng"]),
            ("Bùi Thu Thủy", ["Cục trưởng Cục Phát triển doanh nghiệp tư nhân và kinh tế tập thể"]),
            ("Lò Thị Mỷ", ["Giám đốc Trung tâm Ươm tạo cây giống và nhân giống vật nuôi"]),
            ("Lê Văn Tám", ["Vụ trưởng Vụ Địa bàn V"]),
        ],
    ),
    (
        "Chủ tịch Hội Nạn nhân chất độc da cam/dioxin tỉnh Hà Văn Tý; Trưởng Phòng Nông nghiệp, Môi "
        "trường huyện Lò Thị Mỷ; Trưởng phòng Nghiệp vụ 3 Cao Văn Minh.",
        [
            ("Hà Văn Tý", ["Chủ tịch Hội Nạn nhân chất độc da cam/dioxin tỉnh"]),
            ("Lò Thị Mỷ", ["Trưởng Phòng Nông nghiệp, Môi trường huyện"]),
            ("Cao Văn Minh", ["Trưởng phòng Nghiệp vụ 3"]),
        ],
    ),
    # Between a name and its titles, and between a heading and its names.
    (
        "Ông Phan Hữu Trà, 91 tuổi, nguyên Phó Bí thư Tỉnh ủy, nguyên Chủ tịch UBND tỉnh, vẫn dậy sớm.",
        [("Phan Hữu Trà", ["*Phó Bí thư Tỉnh ủy", "*Chủ tịch UBND tỉnh"])],
    ),
    (
        "Dự lễ có đồng chí Mai Văn Hoằng, Chủ tịch UBND tỉnh; nguyên Bí thư Tỉnh ủy qua các thời kỳ: "
        "Phạm Hữu Tuyển, Đỗ Thị Lương.",
        [
            ("Mai Văn Hoằng", ["Chủ tịch UBND tỉnh"]),
            ("Phạm Hữu Tuyển", ["^*Bí thư Tỉnh ủy"]),
            ("Đỗ Thị Lương", ["^*Bí thư Tỉnh ủy"]),
        ],
    ),
    (
        "Thay mặt Đoàn Chủ tịch, Bí thư Tỉnh ủy Vương Đình Phấn tiếp thu ý kiến.",
        [("Vương Đình Phấn", ["Bí thư Tỉnh ủy"])],
    ),
    (
        "Bí thư Đảng ủy xã Mường Lống Hạ Vi Thị Mai Duyên nêu ý kiến.",
        [("Vi Thị Mai Duyên", ["Bí thư Đảng ủy xã Mường Lống Hạ"])],
    ),
    # Wives; what ends a heading.
    (
        "Dự có Phu nhân Thủ tướng Lê Thị Bích Na; bà Hà Thị Lan, phu nhân Tổng Bí thư Trần Gia Lâm, "
        "thăm lớp học.",
        [
            ("Lê Thị Bích Na", ["Phu nhân"]),
            ("Hà Thị Lan", ["phu nhân"]),
            ("Trần Gia Lâm", ["Tổng Bí thư"]),
        ],
    ),
    (
        "Phu nhân Thủ tướng Trần Gia Lâm, bà Lê Thị Bích Na, thăm lớp học.",
        [("Trần Gia Lâm", ["Thủ tướng"])],
    ),
    (
        "Dự có các đồng chí Ủy viên Trung ương Đảng: Lê Thị Tám, Bộ trưởng Bộ Y tế, Hà Văn Tý, Bộ "
        "trưởng Bộ Nội vụ; đồng chí Cao Văn Minh, Phó Chánh Văn phòng Trung ương Đảng.",
        [
            ("Lê Thị Tám", ["^Ủy viên Trung ương Đảng", "Bộ trưởng Bộ Y tế"]),
            ("Hà Văn Tý", ["^Ủy viên Trung ương Đảng", "Bộ trưởng Bộ Nội vụ"]),
            ("Cao Văn Minh", ["Phó Chánh Văn phòng Trung ương Đảng"]),
        ],
    ),
    (
        "Dự có các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Lê Văn Tám, Trưởng Ban Tổ chức; Võ Thu Hà, "
        "Giám đốc Công an tỉnh; các đồng chí Tỉnh ủy viên; Phó Chủ tịch UBND tỉnh Bùi Ba Sơn.",
        [
            ("Lê Văn Tám", ["^Ủy viên Ban Thường vụ Tỉnh ủy", "Trưởng Ban Tổ chức"]),
            ("Võ Thu Hà", ["^Ủy viên Ban Thường vụ Tỉnh ủy", "Giám đốc Công an tỉnh"]),
            ("Bùi Ba Sơn", ["Phó Chủ tịch UBND tỉnh"]),
        ],
    ),
    # Initials of foreigners; a university named after a leader of whom the text tells.
    (
        "Đại sứ Hoa Kỳ Marc E. Halden và Đại sứ Trung Quốc Hà Vĩ dự.",
        [("Marc E. Halden", ["Đại sứ Hoa Kỳ"]), ("Hà Vĩ", ["Đại sứ Trung Quốc"])],
    ),
    (
        "Thủ tướng Phạm Văn Đồng sinh tại Ba Đồi. Trường Đại học Phạm Văn Đồng mở năm nay.",
        [("Phạm Văn Đồng", ["Thủ tướng"])],
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


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Dự có ông Phan Hữu Tấn, Phó Bí thư Tỉnh ủy; lãnh đạo các sở, ngành và đồng chí Hà Văn "
            "Thược, Chủ tịch Liên đoàn Lao động tỉnh.",
            ["Phan Hữu Tấn", "Hà Văn Thược"],
        ),
        (
            "Các đồng chí Nguyễn Văn Chí, Hà Thị Thủy - Phó Chủ tịch UBND tỉnh; Lê Bá Xuân, Vi Văn Hậu "
            "- Phó Chủ tịch HĐND tỉnh dự.",
            ["Nguyễn Văn Chí", "Hà Thị Thủy", "Lê Bá Xuân", "Vi Văn Hậu"],
        ),
        (
            "Đoàn gồm: 1. Phó Chủ tịch UBND tỉnh Lê Thị Tám; 2. Giám đốc Sở Y tế Hà Văn Tý; 3. Ông Lò "
            "Văn Pản, Giám đốc Sở Nội vụ.",
            ["Lê Thị Tám", "Hà Văn Tý", "Lò Văn Pản"],
        ),
    ],
)
def test_lists_of_the_local_press(recognize, text, members):
    found = recognize(text)
    (listing,) = found.listings
    assert [found.mentions[index].name for index in listing.mentions] == members


def test_who_is_met_and_who_speaks_are_no_list(recognize):
    found = recognize(
        "Cuộc gặp với Chủ tịch UBND tỉnh Trần Văn An, Giám đốc Sở Y tế Lê Thị Bình nói dự án chậm."
    )
    assert len(found.mentions) == 2
    assert found.listings == ()


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Chủ tịch tỉnh", "province-government-chair"),
        ("Phó Chủ tịch tỉnh", "province-government-vice-chair"),
        ("Chủ tịch TP Hà Nội", "province-government-chair"),
        ("Chủ tịch xã Ba Đồi", "commune-government-chair"),
        ("Chủ tịch Hội Nông dân xã Ba Đồi", None),
    ],
)
def test_a_chair_of_a_unit_chairs_its_committee(recognize, title, office):
    (mention,) = recognize(f"Bà Lê Thị Bình, {title}, phát biểu.").mentions
    assert [each.office for each in mention.titles] == [office]


def test_who_is_named_under_former_leaders_has_left(recognize):
    found = recognize(
        "Dự có các đồng chí nguyên lãnh đạo tỉnh: Lê Văn Tám, Đại tá Hà Văn Tý; lãnh đạo các sở; "
        "đồng chí Cao Văn Minh, Giám đốc Sở Y tế."
    )
    assert [mention.former for mention in found.mentions] == [True, True, False]


def test_of_two_of_one_given_name_the_title_decides(recognize):
    found = recognize(
        "Đồng chí Lê Thị Tám, Bí thư Tỉnh ủy và đồng chí Lê Văn Tám, Chủ tịch UBND tỉnh dự. Bí thư Tám "
        "kết luận."
    )
    assert found.mentions[-1].person == "Lê Thị Tám"


def test_whose_organising_board_it_is_a_title_beside_tells(recognize):
    (mention,) = recognize("Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Tổ chức Lê Bá Xuân dự.").mentions
    assert [title.office for title in mention.titles] == [
        "province-party-standing-member",
        "province-commission-head",
    ]


@pytest.mark.parametrize(
    ("text", "career"),
    [
        ("Trước khi được bổ nhiệm, bà Hà Thị Thủy là Phó Giám đốc Sở Y tế.", [True]),
        ("Bí thư Đảng ủy xã, bà Hà Thị Thủy, vốn là Phó Bí thư Huyện ủy, nhận việc.", [False, True]),
    ],
)
def test_what_somebody_was_before(recognize, text, career):
    (mention,) = recognize(text).mentions
    assert [title.career for title in mention.titles] == career
    assert not mention.former


def test_an_accountant_is_a_company_s_unless_an_organ_is_named(recognize):
    found = recognize("Kế toán trưởng Lê Văn Tám rút tiền. Kế toán trưởng Sở Y tế Hà Thị Lan ký.")
    assert [mention.name for mention in found.mentions] == ["Hà Thị Lan"]
