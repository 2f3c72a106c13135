"""The patterns in which the press prints titles: what is a name, what is its title, one example each."""

from __future__ import annotations

import pytest

# Pattern, text, and for each mention: the name and its titles, `*` before a former one, `^` before a
# shared one.
EXAMPLES = [
    (
        "name first, then the chain",
        "Dự hội nghị có đồng chí Trần Văn An, Ủy viên Bộ Chính trị, Phó Thủ tướng Thường trực Chính phủ.",
        [("Trần Văn An", ["Ủy viên Bộ Chính trị", "Phó Thủ tướng Thường trực Chính phủ"])],
    ),
    (
        "title first, name last",
        "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư Trần Văn An chủ trì cuộc họp.",
        [("Trần Văn An", ["Ủy viên Bộ Chính trị", "Thường trực Ban Bí thư"])],
    ),
    (
        "membership of the Secretariat in the chain",
        "Lê Thị Bình, Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Chánh Văn phòng Trung ương Đảng, "
        "phát biểu.",
        [
            (
                "Lê Thị Bình",
                ["Ủy viên Bộ Chính trị", "Bí thư Trung ương Đảng", "Chánh Văn phòng Trung ương Đảng"],
            )
        ],
    ),
    (
        "an organ whose name holds commas",
        "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch Vũ Minh Đức trả lời chất vấn.",
        [("Vũ Minh Đức", ["Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"])],
    ),
    (
        "key leaders without Party rank",
        "Tổng Bí thư Trần Văn An, Chủ tịch nước Lê Thị Bình, Thủ tướng Phạm Văn Cường đến dự.",
        [
            ("Trần Văn An", ["Tổng Bí thư"]),
            ("Lê Thị Bình", ["Chủ tịch nước"]),
            ("Phạm Văn Cường", ["Thủ tướng"]),
        ],
    ),
    (
        "a former holder behind the holder",
        "Tổng Bí thư Trần Văn An, nguyên Tổng Bí thư Đỗ Văn Mạnh, Chủ tịch nước Lê Thị Bình viếng.",
        [
            ("Trần Văn An", ["Tổng Bí thư"]),
            ("Đỗ Văn Mạnh", ["*Tổng Bí thư"]),
            ("Lê Thị Bình", ["Chủ tịch nước"]),
        ],
    ),
    (
        "two former holders under one title",
        "Đến dự có Thủ tướng Trần Văn An; nguyên Chủ tịch nước: Hồ Văn Nam, Mai Thị Uyên; các đại biểu.",
        [
            ("Trần Văn An", ["Thủ tướng"]),
            ("Hồ Văn Nam", ["*^Chủ tịch nước"]),
            ("Mai Thị Uyên", ["*^Chủ tịch nước"]),
        ],
    ),
    (
        "a heading for a group",
        "Cùng dự có các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Trịnh Văn Việt, Trưởng Ban Tổ chức Tỉnh ủy; "
        "Mai Thị Uyên, Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy.",
        [
            ("Trịnh Văn Việt", ["^Ủy viên Ban Thường vụ Tỉnh ủy", "Trưởng Ban Tổ chức Tỉnh ủy"]),
            ("Mai Thị Uyên", ["^Ủy viên Ban Thường vụ Tỉnh ủy", "Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy"]),
        ],
    ),
    (
        "one title in the plural for several names",
        "Dự lễ có các Phó Thủ tướng Trần Văn An, Lê Thị Bình và Phạm Văn Cường.",
        [
            ("Trần Văn An", ["^Phó Thủ tướng"]),
            ("Lê Thị Bình", ["^Phó Thủ tướng"]),
            ("Phạm Văn Cường", ["^Phó Thủ tướng"]),
        ],
    ),
    (
        "ông, bà in place of đồng chí",
        "Theo ông Trần Văn An, Bí thư Tỉnh ủy; bà Lê Thị Bình, Chủ tịch HĐND tỉnh, kế hoạch đã rõ.",
        [("Trần Văn An", ["Bí thư Tỉnh ủy"]), ("Lê Thị Bình", ["Chủ tịch HĐND tỉnh"])],
    ),
    (
        "a dash in place of a comma",
        "Các ông, bà gồm: Ngô Thị Giang - Ủy viên Ban Thường vụ Tỉnh ủy, Chủ tịch Ủy ban MTTQ Việt Nam tỉnh; "
        "Hồ Văn Nam – Giám đốc Sở Y tế.",
        [
            ("Ngô Thị Giang", ["Ủy viên Ban Thường vụ Tỉnh ủy", "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh"]),
            ("Hồ Văn Nam", ["Giám đốc Sở Y tế"]),
        ],
    ),
    (
        "deputies in lower case",
        "Phó chủ tịch nước Lê Thị Bình và phó thủ tướng Vũ Minh Đức tiếp khách.",
        [("Lê Thị Bình", ["Phó chủ tịch nước"]), ("Vũ Minh Đức", ["phó thủ tướng"])],
    ),
    (
        "acting",
        "Quyền Bộ trưởng Bộ Y tế Trần Văn An và quyền Bí thư Tỉnh ủy Lê Thị Bình ký kết.",
        [("Trần Văn An", ["Quyền Bộ trưởng Bộ Y tế"]), ("Lê Thị Bình", ["quyền Bí thư Tỉnh ủy"])],
    ),
    (
        "two offices in one person",
        "Tổng Bí thư, Chủ tịch nước Trần Văn An trao Quyết định.",
        [("Trần Văn An", ["Tổng Bí thư", "Chủ tịch nước"])],
    ),
    (
        "joined by kiêm",
        "Phó thủ tướng kiêm Bộ trưởng Ngoại giao Trần Văn An hội đàm.",
        [("Trần Văn An", ["Phó thủ tướng", "Bộ trưởng Ngoại giao"])],
    ),
    (
        "military rank before the name, chain behind",
        "Đại tướng Trần Văn An, Bộ trưởng Công an, chỉ đạo diễn tập.",
        [("Trần Văn An", ["Đại tướng", "Bộ trưởng Công an"])],
    ),
    (
        "military rank joined by a dash",
        "Phó Chủ tịch Quốc hội - Thượng tướng Trần Văn An phát biểu.",
        [("Trần Văn An", ["Phó Chủ tịch Quốc hội", "Thượng tướng"])],
    ),
    (
        "term behind the body",
        "Lê Thị Bình, Ủy viên Bộ Chính trị khóa XIV, Bí thư Trung ương Đảng khoá XIII, "
        "Trưởng Ban Tổ chức Trung ương, chủ trì.",
        [
            (
                "Lê Thị Bình",
                ["Ủy viên Bộ Chính trị", "Bí thư Trung ương Đảng", "Trưởng Ban Tổ chức Trung ương"],
            )
        ],
    ),
    (
        "province, abbreviated",
        "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Lê Thị Bình thăm bà con.",
        [("Lê Thị Bình", ["Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"])],
    ),
    (
        "alternate member, a name of the Highlands",
        "Y Ngọc Linh, Ủy viên dự khuyết Trung ương Đảng, Phó bí thư Thường trực Tỉnh ủy, "
        "Trưởng đoàn ĐBQH tỉnh, kết luận.",
        [
            (
                "Y Ngọc Linh",
                [
                    "Ủy viên dự khuyết Trung ương Đảng",
                    "Phó bí thư Thường trực Tỉnh ủy",
                    "Trưởng đoàn ĐBQH tỉnh",
                ],
            )
        ],
    ),
    (
        "commune",
        "Đồng chí Phan Văn Sơn, Tỉnh ủy viên, Bí thư Đảng ủy, Chủ tịch HĐND xã Ba Đồi, báo cáo.",
        [("Phan Văn Sơn", ["Tỉnh ủy viên", "Bí thư Đảng ủy", "Chủ tịch HĐND xã Ba Đồi"])],
    ),
    (
        "the dead and the new",
        "Gia đình cố Chủ tịch nước Đỗ Văn Mạnh gặp tân Bí thư Thành ủy Lê Thị Bình.",
        [("Đỗ Văn Mạnh", ["*Chủ tịch nước"]), ("Lê Thị Bình", ["Bí thư Thành ủy"])],
    ),
    (
        "on behalf of",
        "Thay mặt Bộ Chính trị, Tổng Bí thư Trần Văn An ký ban hành Quyết định.",
        [("Trần Văn An", ["Tổng Bí thư"])],
    ),
    (
        "head of a delegation",
        "Đoàn do đồng chí Trần Văn An, Bí thư Tỉnh ủy, làm trưởng đoàn.",
        [("Trần Văn An", ["Bí thư Tỉnh ủy", "trưởng đoàn"])],
    ),
    (
        "academic honours",
        "GS.TS Trần Văn An, Giám đốc Học viện Chính trị quốc gia Hồ Chí Minh, trình bày.",
        [("Trần Văn An", ["GS.TS", "Giám đốc Học viện Chính trị quốc gia Hồ Chí Minh"])],
    ),
    (
        "place between title and name",
        "Chủ tịch UBND TP Hồ Chí Minh Phạm Văn Cường và Bí thư Tỉnh ủy Hà Giang Hầu A Sùng trao đổi.",
        [
            ("Phạm Văn Cường", ["Chủ tịch UBND TP Hồ Chí Minh"]),
            ("Hầu A Sùng", ["Bí thư Tỉnh ủy Hà Giang"]),
        ],
    ),
    (
        "place at the end of a chain",
        "Ông Phạm Văn Cường – Chủ tịch UBND huyện Quế Sơn chia sẻ.",
        [("Phạm Văn Cường", ["Chủ tịch UBND huyện Quế Sơn"])],
    ),
    (
        "a caption that runs into the next sentence",
        "Trưởng Ban Tổ chức Trung ương Phạm Văn Cường Chủ tịch Quốc hội Lê Thị Bình và các đại biểu.",
        [("Phạm Văn Cường", ["Trưởng Ban Tổ chức Trung ương"]), ("Lê Thị Bình", ["Chủ tịch Quốc hội"])],
    ),
    (
        "where somebody stands in a picture",
        "Ông Trần Văn An (phải), Phó Chủ tịch UBND tỉnh tặng quà.",
        [("Trần Văn An", ["Phó Chủ tịch UBND tỉnh"])],
    ),
    (
        "an organ with a lower-case word in its name",
        "Chủ tịch Ủy ban quản lý vốn Nhà nước tại doanh nghiệp Trần Văn An có mặt.",
        [("Trần Văn An", ["Chủ tịch Ủy ban quản lý vốn Nhà nước tại doanh nghiệp"])],
    ),
    (
        "in capitals",
        "BÍ THƯ TỈNH ỦY TRẦN VĂN AN TIẾP ĐOÀN ĐẠI BIỂU NGƯỜI CÓ CÔNG",
        [("TRẦN VĂN AN", ["BÍ THƯ TỈNH ỦY"])],
    ),
    (
        "an ambassador of ours",
        "Đại sứ Việt Nam tại Campuchia Thạch Văn Sơn ra đón.",
        [("Thạch Văn Sơn", ["Đại sứ Việt Nam tại Campuchia"])],
    ),
    (
        "for whom one acts is no title",
        "Thay mặt Ban Bí thư, đồng chí Trần Văn An trao quyết định. "
        "Thừa ủy quyền của Thủ tướng Chính phủ, Bộ trưởng Bộ Nội vụ Lê Thị Bình dự.",
        [("Trần Văn An", []), ("Lê Thị Bình", ["Bộ trưởng Bộ Nội vụ"])],
    ),
    (
        "a palace is no title",
        "Tại Phủ Chủ tịch, Chủ tịch nước Trần Văn An tiếp khách.",
        [("Trần Văn An", ["Chủ tịch nước"])],
    ),
    (
        "abbreviations of the grass roots",
        "Dự có đ/c Trần Văn An, UVTW Đảng, PBT TT Tỉnh ủy, CT HĐND tỉnh; "
        "đ/c Lê Thị Bình, TUV, Chánh VP Tỉnh ủy.",
        [
            ("Trần Văn An", ["UVTW Đảng", "PBT TT Tỉnh ủy", "CT HĐND tỉnh"]),
            ("Lê Thị Bình", ["TUV", "Chánh VP Tỉnh ủy"]),
        ],
    ),
    (
        "a place that no list knows, then the name",
        "Bí thư Tỉnh ủy Vĩnh Hà Ung Hoàng Sơn và Chủ tịch UBND phường Bến Đá Nam Hình Thị Châu cùng dự.",
        [
            ("Ung Hoàng Sơn", ["Bí thư Tỉnh ủy Vĩnh Hà"]),
            ("Hình Thị Châu", ["Chủ tịch UBND phường Bến Đá Nam"]),
        ],
    ),
    (
        "a realm that no list knows, then the name",
        "Bộ trưởng Ngoại giao Cộng hòa Ostavia Ondrej Malek thăm Việt Nam.",
        [("Ondrej Malek", ["Bộ trưởng Ngoại giao Cộng hòa Ostavia"])],
    ),
    (
        "a country told by the name without it",
        "Quốc vương Tamaria Norod Savann đến thăm. Đáp từ, Quốc vương Norod Savann cảm ơn.",
        [("Norod Savann", ["Quốc vương Tamaria"]), ("Norod Savann", ["Quốc vương"])],
    ),
    (
        "small particles in a name",
        "Tổng thống Erik van Dorn gửi điện mừng.",
        [("Erik van Dorn", ["Tổng thống"])],
    ),
    (
        "names of the Highlands with an apostrophe",
        "Dự có K'Brin, Phó Chủ tịch UBND tỉnh; Bh'ríu Thị Hoa, Chủ tịch Hội Nông dân tỉnh.",
        [("K'Brin", ["Phó Chủ tịch UBND tỉnh"]), ("Bh'ríu Thị Hoa", ["Chủ tịch Hội Nông dân tỉnh"])],
    ),
    (
        "a heading ends where people have their own titles",
        "Dự có các Phó Chủ tịch Quốc hội: Trần Văn An, Lê Thị Bình; Tổng Thư ký Quốc hội Phạm Văn Cường.",
        [
            ("Trần Văn An", ["^Phó Chủ tịch Quốc hội"]),
            ("Lê Thị Bình", ["^Phó Chủ tịch Quốc hội"]),
            ("Phạm Văn Cường", ["Tổng Thư ký Quốc hội"]),
        ],
    ),
    (
        "an office of two, said once",
        "Phó Thủ tướng Trần Văn An và Lê Thị Bình đồng chủ trì.",
        [("Trần Văn An", ["^Phó Thủ tướng"]), ("Lê Thị Bình", ["^Phó Thủ tướng"])],
    ),
    (
        "a life told between semicolons",
        "Đồng chí Trần Văn An, sinh năm 1938; nguyên Bí thư Tỉnh ủy, nguyên Chủ tịch UBND tỉnh, đã từ trần.",
        [("Trần Văn An", ["*Bí thư Tỉnh ủy", "*Chủ tịch UBND tỉnh"])],
    ),
    (
        "capitals with a verb behind the name",
        "CHỦ TỊCH UBND TỈNH TRẦN VĂN AN ĐỐI THOẠI VỚI THANH NIÊN",
        [("TRẦN VĂN AN", ["CHỦ TỊCH UBND TỈNH"])],
    ),
    (
        "a company's manager and a captain are no officials",
        "Công ty do ông Lại Quang Sỏi làm Giám đốc tài trợ; đội trưởng Ngô Thị Bưởi nhận cúp.",
        [],
    ),
    (
        "a medal bears a name",
        "Đoàn trường nhận Kỷ niệm chương Phạm Văn Cường từ Bí thư Tỉnh đoàn Trần Văn An.",
        [("Trần Văn An", ["Bí thư Tỉnh đoàn"])],
    ),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_names_and_titles_of_a_pattern(recognize, pattern, text, expected):
    found = [
        (
            mention.name,
            [("*" if t.former else "") + ("^" if t.shared else "") + t.text for t in mention.titles],
        )
        for mention in recognize(text).mentions
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "given", "former"),
    [
        (
            "Bộ Chính trị phân công ông Trần Văn An giữ chức Bí thư Tỉnh ủy Nam Sơn.",
            ["Bí thư Tỉnh ủy Nam Sơn"],
            [],
        ),
        (
            "Quốc hội miễn nhiệm chức vụ Bộ trưởng Bộ Xây dựng đối với ông Trần Văn An.",
            [],
            ["Bộ trưởng Bộ Xây dựng"],
        ),
        (
            "Ông Trần Văn An, Bí thư Thành ủy, thôi giữ chức Bí thư Thành ủy; bà Lê Thị Bình được "
            "bầu giữ chức "
            "Chủ tịch HĐND tỉnh.",
            ["Chủ tịch HĐND tỉnh"],
            ["Bí thư Thành ủy"],
        ),
        (
            "Kết quả, bà Lê Thị Bình - Phó Bí thư Tỉnh ủy - "
            "được bầu giữ chức Chủ tịch HĐND tỉnh với 100% phiếu.",
            ["Chủ tịch HĐND tỉnh"],
            [],
        ),
        (
            "Quốc hội miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh đối với ông Trần Văn An và bà Lê Thị Bình.",
            [],
            ["Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh"],
        ),
    ],
)
def test_posts_being_given_and_ended(recognize, text, given, former):
    titles = [title for mention in recognize(text).mentions for title in mention.titles]
    assert [title.text for title in titles if title.appointed] == given
    assert [title.text for title in titles if title.former] == former
