"""Who is meant by a name, who is an official, who is foreign."""

from __future__ import annotations

from datetime import date

import pytest

from kiemtin.documents.model import Zone


def names(recognition):
    return [mention.name for mention in recognition.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Đường Trần Văn An được đặt tên năm 2010, gần Trường THPT Lê Thị Bình.",
        "Bà Nguyễn Thị Nga - Giám đốc HTX cho biết sản lượng tăng.",
        "Ông Phạm Văn Cường, Tổng Giám đốc Công ty TNHH Nam Sơn, nói.",
        "Thủ tướng yêu cầu các bộ báo cáo; Bộ trưởng Bộ Y tế chịu trách nhiệm.",
        "Chủ tịch UBND huyện Quế Sơn và lãnh đạo xã Quế Long đến dự.",
        "Cầu thủ Trần Văn Bảy ghi bàn. Ảnh: Lê Văn Tám",
        "TP Hồ Chí Minh tổ chức hội nghị về tư tưởng, đạo đức.",
    ],
)
def test_nobody_is_found(recognizer, document, text):
    from kiemtin.officials.recognizer import load_recognizer

    assert names(load_recognizer().recognize(document(text))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đồng chí Trần Văn An, Bí thư Tỉnh ủy, dự. Đồng chí An phát biểu.", ["Trần Văn An", "Trần Văn An"]),
        ("Bí thư Nguyễn Thị Lụa nói. Theo bà Lụa, việc đã xong.", ["Nguyễn Thị Lụa", "Nguyễn Thị Lụa"]),
        (
            "Bộ trưởng Lê Văn Sáu và Thứ trưởng Lê Văn Bảy họp. Ông Bảy ghi nhận, ông Sáu kết luận.",
            ["Lê Văn Sáu", "Lê Văn Bảy", "Lê Văn Bảy", "Lê Văn Sáu"],
        ),
        (
            "Bộ trưởng Lê Thị Kim Hạnh trả lời. Bộ trưởng Kim Hạnh thừa nhận.",
            ["Lê Thị Kim Hạnh", "Lê Thị Kim Hạnh"],
        ),
        (
            "Tổng thống Mỹ John Example đến. Ông Example cảm ơn; Example rời đi.",
            ["John Example", "John Example", "John Example"],
        ),
    ],
)
def test_short_names_mean_the_person_of_the_article(recognize, text, expected):
    assert [mention.person for mention in recognize(text).mentions] == expected


def test_two_of_one_given_name_are_told_by_the_last_one_named(recognize):
    text = "Bí thư Trần Văn Tâm dự. Ông Tâm phát biểu. Chủ tịch Lê Thị Tâm cũng dự. Bà Tâm kết luận."
    assert [mention.person for mention in recognize(text).mentions] == [
        "Trần Văn Tâm",
        "Trần Văn Tâm",
        "Lê Thị Tâm",
        "Lê Thị Tâm",
    ]


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Tổng thống Pháp Jean Exemple hội đàm với Chủ tịch nước Trần Văn An.", [True, False]),
        ("Đại sứ Nhật Bản tại Việt Nam Ito Rei gặp Đại sứ Việt Nam tại Lào Lê Văn Sáu.", [True, False]),
        ("Ngài Bounmy Somchit, Chủ tịch Quốc hội Lào, thăm Bí thư Tỉnh ủy Y Ngọc Linh.", [True, False]),
        ("Tổng Bí thư Đảng Cộng sản Trung Quốc Tập Cận Bình tiếp đồng chí Trần Văn An.", [True, False]),
        ("Bí thư Huyện ủy Mỹ Đức Lê Văn Sáu báo cáo.", [False]),
        ("Chủ tịch UBND tỉnh Ksor H'Bơ Oanh và Bí thư Huyện ủy A Pớt Khánh dự.", [False, False]),
    ],
)
def test_foreigners_are_marked(recognize, text, foreign):
    assert [mention.foreign for mention in recognize(text).mentions] == foreign


def test_a_foreign_office_is_no_office_of_ours(recognize):
    (mention,) = recognize("Thủ tướng Lào Bounmy Somchit đến thăm.").mentions
    assert mention.titles[0].office is None


def test_the_roster_knows_the_person_on_the_day(recognize):
    (mention,) = recognize("Đồng chí Trần Văn An dự.", day=date(2023, 1, 1)).mentions
    assert mention.official == "tran-van-an"


def test_who_stands_in_one_list_with_officials_is_one(recognize):
    text = (
        "Trao huy hiệu cho các ông Lê Văn Sáu, Đỗ Văn Bảy và Bùi Văn Tám. "
        "Nguyên Bộ trưởng Bùi Văn Tám cảm ơn."
    )
    assert names(recognize(text)) == ["Lê Văn Sáu", "Đỗ Văn Bảy", "Bùi Văn Tám", "Bùi Văn Tám"]


@pytest.mark.parametrize("zone", [Zone.CUE, Zone.METADATA])
def test_cues_and_metadata_are_not_searched(recognize, zone):
    assert recognize("Bí thư Tỉnh ủy Trần Văn An chủ trì.", zone=zone).mentions == ()


@pytest.mark.parametrize("zone", [Zone.HEADLINE, Zone.LEAD, Zone.BODY, Zone.CAPTION])
def test_a_mention_knows_its_zone(recognize, zone):
    (mention,) = recognize("Bí thư Tỉnh ủy Trần Văn An chủ trì.", zone=zone).mentions
    assert mention.zone is zone


def test_every_mention_and_list_names_its_pattern(recognize):
    found = recognize("Dự có các đồng chí: Trần Văn An, Bí thư Tỉnh ủy; Lê Thị Bình, Chủ tịch HĐND tỉnh.")
    assert all(mention.pattern for mention in found.mentions)
    assert all(title.pattern for mention in found.mentions for title in mention.titles)
    assert all(listing.pattern for listing in found.listings)


def test_a_spouse_is_of_the_country_of_whom_they_stand_beside(recognize):
    text = (
        "Tổng thống Pháp Jean Malek và Phu nhân Lâm Lệ Uyên đến; "
        "Chủ tịch nước Hồ Văn Nam và Phu nhân Mai Thị Uyên."
    )
    assert [mention.foreign for mention in recognize(text).mentions] == [True, True, False, False]


def test_a_chain_behind_a_name_with_its_military_rank_is_not_the_next_one_s(recognize):
    """A rank before the name is no chain: what stands between two such names is the first one's."""
    first, second = recognize(
        "Nhận lời mời của Đại tướng Phan Bá Hải, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng Việt Nam, "
        "Thượng tướng Lưu Chí Cường, Phó Chủ tịch Quân ủy Trung ương Trung Quốc, thăm Việt Nam."
    ).mentions
    assert [title.text for title in first.titles] == [
        "Đại tướng",
        "Ủy viên Bộ Chính trị",
        "Bộ trưởng Bộ Quốc phòng Việt Nam",
    ]
    assert [title.text for title in second.titles] == [
        "Thượng tướng",
        "Phó Chủ tịch Quân ủy Trung ương Trung Quốc",
    ]


def test_a_foreigner_of_vietnamese_sounding_name_stays_foreign_where_the_country_is_not_said_again(recognize):
    recognition = recognize(
        "Thượng tướng Lưu Chí Cường, Phó Chủ tịch Quân ủy Trung ương Trung Quốc, thăm Nam Sơn. "
        "Thượng tướng Lưu Chí Cường cảm ơn. Thượng tướng Lưu Chí Cường ghi sổ lưu niệm."
    )
    assert [mention.foreign for mention in recognition.mentions] == [True, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "Đại tá Phan Bá Hải, Giám đốc Công an Nam Sơn (Đại biểu Quốc hội tỉnh Nam Sơn), trả lời.",
        "Ông Phan Bá Hải, Vụ trưởng Vụ châu Âu, tham dự.",
    ],
)
def test_brackets_and_departments_make_nobody_foreign(recognize, text):
    assert [mention.foreign for mention in recognize(text).mentions] == [False]


def test_a_companys_chairman_stays_one_where_he_is_only_called_chairman(recognize):
    recognition = recognize(
        "Dự lễ có ông Cao Quốc Hân, Thứ trưởng Bộ Công Thương; ông Đỗ Quang Hiến, Chủ tịch HĐQT kiêm Tổng "
        "Giám đốc Tập đoàn Sao Lĩnh. Thứ trưởng Cao Quốc Hân và Chủ tịch Đỗ Quang Hiến thăm nhà máy."
    )
    assert names(recognition) == ["Cao Quốc Hân", "Cao Quốc Hân"]


def test_a_given_name_behind_an_office_is_the_persons_even_if_an_organ_begins_so(recognize):
    recognition = recognize(
        "Thủ tướng Phạm Bá Chính và Bộ trưởng Lê Văn Sáu họp. Thủ tướng Chính đều ghi nhận các ý kiến."
    )
    last = recognition.mentions[-1]
    assert (last.name, last.person, last.titles[0].text) == ("Chính", "Phạm Bá Chính", "Thủ tướng")


def test_an_office_behind_and_is_the_next_persons(recognize):
    recognition = recognize("Chủ tịch Quốc hội Vương Đình Hòa và Thường trực Ban Bí thư Trương Thị Mận dự.")
    assert [[title.text for title in mention.titles] for mention in recognition.mentions] == [
        ["Chủ tịch Quốc hội"],
        ["Thường trực Ban Bí thư"],
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2016, 5, 6), False), (date(2018, 9, 21), False), (date(2018, 9, 22), True), (None, False)],
)
def test_a_person_of_history_is_one_from_the_day_of_death(recognize, day, expected):
    found = recognize("Dự lễ có Chủ tịch nước Trần Đại Quang; Chủ tịch Hồ Chí Minh được nhắc tới.", day=day)
    assert [mention.historical for mention in found.mentions] == [expected, True]


def test_a_slip_is_told_among_very_many_persons(recognize):
    given = ["An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Hải", "Hùng", "Khánh", "Lan"]
    many = [f"{surname} {middle} {last}" for surname in ("Trần", "Lê") for middle in given for last in given]
    text = "Dự có: " + "; ".join(f"{name}, Chủ tịch UBND xã" for name in many) + ".\n"
    text += "Phó Chủ tịch HĐND tỉnh Vũ Thành Long và ông Vũ Thành Long dự; ông Vũ Thanh Long phát biểu."
    found = recognize(text)
    assert len(found.mentions) == len(many) + 3
    assert [mention.person for mention in found.mentions[-3:]] == ["Vũ Thành Long"] * 3


def test_the_last_under_a_heading_shares_it_behind_va(recognize):
    text = "Dự có các đồng chí Ủy viên Bộ Chính trị: Lê Thị Bình, Thường trực Ban Bí thư; Phạm Văn Cường, "
    text += "Thủ tướng Chính phủ và Vũ Minh Đức, Chủ tịch Quốc hội."
    for mention in recognize(text).mentions:
        assert [title.text for title in mention.titles if title.shared] == ["Ủy viên Bộ Chính trị"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổng thống Joe Smith và Phu nhân Ann Smith đến. Ông Smith cảm ơn.", "Joe Smith"),
        ("Tổng thống Joe Smith và Phu nhân Ann Smith đến. Tổng thống Smith cảm ơn.", "Joe Smith"),
        ("Tổng thống Joe Smith và Phu nhân Ann Smith đến. Bà Smith cảm ơn.", "Ann Smith"),
        ("Bí thư Trần Văn Tâm dự. Chủ tịch Lê Thị Tâm dự. Ông Tâm phát biểu.", "Trần Văn Tâm"),
    ],
)
def test_of_two_of_one_name_a_man_or_a_woman_is_meant(recognize, text, expected):
    assert recognize(text).mentions[-1].person == expected


def test_an_abbreviation_makes_acting(recognize):
    found = recognize("Bà Lê Thị Bình, Q. Giám đốc Sở Nội vụ, và Q.Chủ tịch UBND tỉnh Hồ Văn Lâm dự.")
    assert [[title.text for title in mention.titles] for mention in found.mentions] == [
        ["Q. Giám đốc Sở Nội vụ"],
        ["Q.Chủ tịch UBND tỉnh"],
    ]
    assert all(mention.acting for mention in found.mentions)


def test_heads_of_several_units_are_named_with_their_places(recognize):
    found = recognize(
        "Dự có Giám đốc các sở: Trần Văn Tám, Lê Thị Bảy. Chủ tịch UBND các xã: Đinh Văn Nam (Sơn Tây), "
        "Hồ Thị Lan (Cao Lãnh) ký cam kết."
    )
    assert [(mention.name, mention.titles[0].text) for mention in found.mentions] == [
        ("Trần Văn Tám", "Giám đốc các sở"),
        ("Lê Thị Bảy", "Giám đốc các sở"),
        ("Đinh Văn Nam", "Chủ tịch UBND các xã"),
        ("Hồ Thị Lan", "Chủ tịch UBND các xã"),
    ]


def test_a_foreign_leader_known_by_name_is_not_the_organ_of_who_stands_before(recognize):
    text = (
        "Thủ tướng Verania Karol Mendel và Bộ trưởng Quốc phòng Mỹ Josef Orlan họp kín. Trong cuộc gặp với "
    )
    text += "ông Mendel, Bộ trưởng Orlan đã nhấn mạnh điều này."
    names = [(m.name, [t.text for t in m.titles]) for m in recognize(text).mentions]
    assert names[2:] == [("Mendel", []), ("Orlan", ["Bộ trưởng"])]


def test_whom_a_credit_names_is_nobody_of_the_roster(recognize):
    for credit in (
        "\nẢnh: Trần Văn An",
        " (Ảnh: Trần Văn An)",
        "\nThực hiện: Lê Thị Bình - Trần Văn An",
        "\nĐạo diễn hình: Trần Văn An; BTV: Lê Thị Bình",
    ):
        assert names(recognize(f"Sáng nay, Bí thư Tỉnh ủy Lò Văn Pản dự.{credit}")) == ["Lò Văn Pản"]
    assert len(recognize("Dự có Ủy viên BTV Trần Văn An.").mentions) == 1


def test_an_old_man_beside_an_official_is_none(recognize):
    text = "Dự có thầy Đinh Văn Ơn, Phó Hiệu trưởng và cụ Hồ Thị Đào, 90 tuổi."
    assert names(recognize(text)) == ["Đinh Văn Ơn"]
    text = "Dự có thầy Đinh Văn Ơn, Phó Hiệu trưởng và cụ Hồ Văn Đá, nguyên Bí thư Tỉnh ủy."
    assert names(recognize(text)) == ["Đinh Văn Ơn", "Hồ Văn Đá"]


def test_comrade_in_two_letters(recognize):
    first, second = recognize("Đc Cao Văn Đạt kết luận. Đc Lê Văn Tám, Bí thư Tỉnh ủy, dự.").mentions
    assert (first.name, second.name, second.titles[0].text) == ("Cao Văn Đạt", "Lê Văn Tám", "Bí thư Tỉnh ủy")
