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


M, N = "Bộ trưởng Bộ Y tế Trần Văn An", "Thủ tướng Lê Thị Bình"


@pytest.mark.parametrize(
    "text",
    [
        f"Nhận lời mời của {M}, {N} đã thăm huyện đảo.",
        f"Theo {M}, {N} sẽ dự lễ khởi công.",
        f"Tại cuộc gặp với {M}, {N} nhấn mạnh việc trồng rừng.",
        f"Còn đối với {M}, {N} mong muốn có thêm trạm y tế.",
        f"Hội nghị nghe bà Cúc đưa tin, trả lời câu hỏi của {M}, {N} cho rằng cần thời gian.",
        f"Trong chuyến thăm, làm việc tại tỉnh của {M}, {N} cho biết như vậy.",
        f"Thay mặt {M}, {N} và lãnh đạo tỉnh đã trao quà.",
        f"Phát biểu sau {M}, {N}: “Việc này phải xong trong năm”.",
        f"Tranh luận với {M}, {N} (đoàn Nam Sơn) cho biết bản thân còn băn khoăn.",
        f"Toàn cảnh buổi gặp. Ảnh: TÁ LÂM Tại cuộc gặp với {M}, {N} nhấn mạnh như vậy.",
        "Ông Trần Văn An làm Bộ trưởng Bộ Y tế, bà Lê Thị Bình làm Bộ trưởng Bộ Xây dựng.",
        f"{M}, sáng nay đến sớm, {N} đến sau.",
        f"{M} vắng mặt; Công ty May Đồi gửi văn bản; {N} đến sau.",
        "Chủ tịch nước Trần Văn An và Phu nhân Lê Thị Mơ đã tới Viêng Chăn.",
        f"{M} tặng hoa, nhà văn Hồ Bá Ái, {N} nhận hoa.",
        f"Chủ tịch nước gửi điện mừng tới {M}; {N} cũng gửi điện mừng tới Thủ tướng Verania.",
    ],
)
def test_a_comma_between_two_clauses_makes_no_list(recognize, text):
    assert not recognize(text).listings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Trong cuộc gặp với {M} và Bộ trưởng Bộ Xây dựng Đỗ Văn Mạnh, {N} cũng hoan nghênh.",
            f"{M} và Bộ trưởng Bộ Xây dựng Đỗ Văn Mạnh",
        ),
        (f"Trước sự chứng kiến của {N}, {M}, hai bên đã ký.", f"{N}, {M}"),
        (f"Sau khi {N}, {M} trình bày, hội nghị thảo luận.", f"{N}, {M}"),
        (
            f"{N} cùng {M}, Bộ trưởng Bộ Xây dựng Đỗ Văn Mạnh thăm chợ.",
            f"{M}, Bộ trưởng Bộ Xây dựng Đỗ Văn Mạnh",
        ),
        (f"Đón đoàn có {N} và phu nhân; {M} và cán bộ Bộ Y tế.", f"{N} và phu nhân; {M}"),
        (f"{N} (bên trái) và {M} (ngoài cùng bên phải) cắt băng.", f"{N} (bên trái) và {M}"),
        (f"Dự có:\n1. Đồng chí {A}\n2. Đồng chí {B}\n", f"{A}\n2. Đồng chí {B}"),
        (
            f"Về phía Trung ương có {N} - cùng các thành viên trong đoàn...\n\nVề phía tỉnh có {A}.",
            f"{N} - cùng các thành viên trong đoàn...\n\nVề phía tỉnh có {A}",
        ),
        (
            f"Dự có {N} (giữa), đại diện Bộ Nội vụ. Về phía tỉnh có {A}.",
            f"{N} (giữa), đại diện Bộ Nội vụ. Về phía tỉnh có {A}",
        ),
        (
            "Dự có ông Trần Văn An, hiện là Bí thư Tỉnh ủy; bà Lê Thị Bình, Chủ tịch HĐND tỉnh.",
            "Trần Văn An, hiện là Bí thư Tỉnh ủy; bà Lê Thị Bình, Chủ tịch HĐND tỉnh",
        ),
        (
            f"Dự có đồng chí {A}; bà Hồ Thị Lan, chuyên viên chính Sở Nội vụ, đại biểu; đồng chí {B}.",
            f"{A}; bà Hồ Thị Lan, chuyên viên chính Sở Nội vụ, đại biểu; đồng chí {B}",
        ),
        (
            f"Tại điểm cầu tỉnh có {A}; {B}; tại điểm cầu xã Ba Đồi có đồng chí {D}.",
            f"{A}; {B}; tại điểm cầu xã Ba Đồi có đồng chí {D}",
        ),
        (
            f"Dự có {A}. Về phía TP.HCM có {B}; tại điểm cầu TP.HCM có đồng chí {C}.",
            f"{A}. Về phía TP.HCM có {B}; tại điểm cầu TP.HCM có đồng chí {C}",
        ),
        (f"{M} và người đồng cấp Lào Bounmy Keola ký kết.", f"{M} và người đồng cấp Lào Bounmy Keola"),
        (
            f"Dự có {A}; Linh mục Phêrô Lê Ái, Chánh xứ Kim Hòa; ông Tạ Bá, Công ty May Đồi; bà {B}.",
            f"{A}; Linh mục Phêrô Lê Ái, Chánh xứ Kim Hòa; ông Tạ Bá, Công ty May Đồi; bà {B}",
        ),
        (
            f"Ban Tổ chức do ông {A} làm Trưởng ban; các ủy viên gồm: {B}; {C}.",
            f"{B}; {C}",
        ),
        (f"Chủ trì: ông {A}; cùng dự có lãnh đạo các sở: {B}; {C}.", f"{B}; {C}"),
        (f"Tới dự có đ.c {A}; đ.c {B}.", f"{A}; đ.c {B}"),
        (
            f"Dự có {A}; cùng 120 đại biểu, đại diện cho hơn 5.000 đảng viên; đồng chí {B}.",
            f"{A}; cùng 120 đại biểu, đại diện cho hơn 5.000 đảng viên; đồng chí {B}",
        ),
        (
            "Dự có lãnh đạo các bộ: Nội vụ (Thứ trưởng Trần Văn An), Y tế (đồng chí Lê Thị Bình, Vụ trưởng).",
            "Thứ trưởng Trần Văn An), Y tế (đồng chí Lê Thị Bình, Vụ trưởng",
        ),
        (
            f"Hội đồng gồm nguyên {M}, nhà văn Hồ Bá Ái, ông Đỗ Văn Mạnh (nguyên Bí thư Huyện ủy).",
            f"{M}, nhà văn Hồ Bá Ái, ông Đỗ Văn Mạnh (nguyên Bí thư Huyện ủy",
        ),
        (
            f"Dự có:\n- Đồng chí {A}, người được giao lo việc hòa giải;\n- Đồng chí {B}.",
            f"{A}, người được giao lo việc hòa giải;\n- Đồng chí {B}",
        ),
        (
            "Chủ tịch nước Trần Văn An và Phu nhân Lê Thị Mơ; Thủ tướng Hồ Văn Nam và Phu nhân Mai Uyên dự.",
            "Chủ tịch nước Trần Văn An và Phu nhân Lê Thị Mơ; Thủ tướng Hồ Văn Nam",
        ),
    ],
)
def test_what_a_list_goes_on_over(recognize, text, expected):
    assert [found for found, _ in lists(recognize(text), text)] == [expected]


BARE = ["Trần Văn An", "Lê Thị Bình", "Hồ Văn Nam"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Các đồng chí lãnh đạo tỉnh: Trần Văn An, Lê Thị Bình, Hồ Văn Nam dâng hương.", None),
        ("Dự có các đồng chí: Trần Văn An, Lê Thị Bình, Hồ Văn Nam.", None),
        ("Dự có các đồng chí Trần Văn An, Lê Thị Bình và Hồ Văn Nam.", None),
        ("Tổ gồm 3 đồng chí: Trần Văn An, Lê Thị Bình, Hồ Văn Nam.", None),
        ("Dự có Phó Thủ tướng Trần Văn An, Lê Thị Bình, Hồ Văn Nam; các bộ.", "Phó Thủ tướng"),
        (
            "Dự có ông Trần Văn An, bà Lê Thị Bình, ông Hồ Văn Nam, các Thứ trưởng Bộ Y tế; báo chí.",
            "Thứ trưởng Bộ Y tế",
        ),
        (
            "Đại biểu Quốc hội Trần Văn An (Hải Lăng), Lê Thị Bình (Nam Sơn) và Hồ Văn Nam (Kon Plai) hỏi.",
            "Đại biểu Quốc hội",
        ),
    ],
)
def test_names_without_titles_of_their_own(recognize, text, office):
    found = recognize(text)
    (listing,) = found.listings
    assert text[listing.start : listing.end].startswith("Trần Văn An")
    assert text[listing.start : listing.end].endswith("Hồ Văn Nam")
    assert [mention.name for mention in found.mentions] == BARE
    expected = [] if office is None else [office]
    assert [[title.text for title in mention.titles] for mention in found.mentions] == [expected] * 3


def test_a_bare_name_behind_one_titled_is_not_always_of_its_office(recognize):
    assert not recognize("Phó Thủ tướng Trần Văn An, Lục Thị Nga cho biết việc này.").listings
    found = recognize(
        "Dự có Phó Thủ tướng Trần Văn An, các Thứ trưởng Bộ Y tế; Chủ tịch UBND tỉnh Hồ Văn Nam."
    )
    assert [[title.text for title in mention.titles] for mention in found.mentions] == [
        ["Phó Thủ tướng"],
        ["Chủ tịch UBND tỉnh"],
    ]


def test_the_heads_of_several_organs_are_unnamed_members(recognize):
    recognition = recognize(
        "Có các Phó Thủ tướng Trịnh Đình Dương, Vũ Đức Đàn, Vương Đình Hòa, Bộ trưởng các Bộ Y tế."
    )
    assert [mention.titles[0].text for mention in recognition.mentions] == ["Phó Thủ tướng"] * 3
    assert all(len(mention.titles) == 1 for mention in recognition.mentions)
    (listing,) = recognition.listings
    assert listing.end == recognition.mentions[-1].end


@pytest.mark.parametrize("title", ["Đại tướng", "PGS.TS", "Thứ trưởng Bộ Y tế"])
def test_what_stands_before_one_comrade_is_no_heading(recognize, title):
    recognition = recognize(f"Dự có đồng chí {title} {A}; đồng chí {B}.")
    assert [[each.text for each in mention.titles] for mention in recognition.mentions] == [
        [title, "Bí thư Tỉnh ủy"],
        ["Chủ tịch HĐND tỉnh"],
    ]
    assert recognition.listings[0].groups == (0, 0)


@pytest.mark.parametrize(
    ("chain", "offices"),
    [
        (
            "Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy",
            ["province-party-standing-member", "province-commission-head"],
        ),
        (
            "Phó Bí thư, Chủ tịch UBND huyện",
            ["district-party-deputy-secretary", "district-government-chair"],
        ),
        ("Ủy viên Ban Thường vụ, Bí thư Huyện ủy Ba Đồi", [None, "district-party-secretary"]),
        ("Phó Bí thư, Hiệu trưởng", [None, None]),
    ],
)
def test_a_post_is_of_the_committee_that_a_later_title_tells(recognize, chain, offices):
    (mention,) = recognize(f"Đồng chí Trần Văn An, {chain}, dự.").mentions
    assert [title.office for title in mention.titles] == offices


def test_several_are_told_by_their_given_names(recognize):
    text = (
        "Bộ trưởng Trần Văn Khoát phát biểu. Thứ trưởng Lê Văn Chính nói thêm.\n"
        "Hai ông Khoát và Chính nhất trí. Các ông Khoát, Chính về tỉnh. Các ông Khoát và Chính phủ nhất trí."
    )
    recognition = recognize(text)
    assert [found for found, _ in lists(recognition, text)] == ["Khoát và Chính", "Khoát, Chính"]
    assert [mention.person for mention in recognition.mentions][2:] == [
        "Trần Văn Khoát", "Lê Văn Chính", "Trần Văn Khoát", "Lê Văn Chính", "Trần Văn Khoát",
    ]  # fmt: skip
