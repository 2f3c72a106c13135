"""Officials of other countries: bare names with an office behind, families' names, offices in a row."""

from __future__ import annotations

import pytest


def told(recognition):
    return [
        (
            mention.name,
            tuple(title.text for title in mention.titles),
            "".join(
                letter
                for letter, is_so in (
                    ("f", mention.former),
                    ("c", any(title.career for title in mention.titles)),
                    ("s", any(title.shared for title in mention.titles)),
                )
                if is_so
            ),
        )
        for mention in recognition.mentions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An office behind a comma, a dash, in a bracket; of a country that no list knows.
        (
            "Bà Nguyễn Thị Hoa, cựu Ngoại trưởng Verania, đến thăm.",
            ("Nguyễn Thị Hoa", ("Ngoại trưởng Verania",), "f"),
        ),
        ("Percy Haddock, Đại sứ Anh tại Ba Lan, kể.", ("Percy Haddock", ("Đại sứ Anh tại Ba Lan",), "")),
        ("Percy Haddock – Ngoại trưởng Anh – kể.", ("Percy Haddock", ("Ngoại trưởng Anh",), "")),
        ("Khi Percy Haddock (Ngoại trưởng Anh) kể.", ("Percy Haddock", ("Ngoại trưởng Anh",), "")),
        (
            "Percy Haddock, Đại sứ Anh tại Ba Lan từ năm 1951 - 1955, kể.",
            ("Percy Haddock", ("Đại sứ Anh tại Ba Lan",), "f"),
        ),
        (
            "Theo Hedda Olsrud, cựu chủ tịch đảng Lao động Na Uy, cần sửa.",
            ("Hedda Olsrud", ("chủ tịch đảng Lao động Na Uy",), "f"),
        ),
        ("Mark Lindell, Thị trưởng Eastbrook, nói.", ("Mark Lindell", ("Thị trưởng Eastbrook",), "")),
        (
            "Anna Bellwood, Đại diện Thương mại Mỹ vừa được bổ nhiệm, nói.",
            ("Anna Bellwood", ("Đại diện Thương mại Mỹ",), ""),
        ),
        # A verb that gives it.
        ("Tomas Wendell từng là Ngoại trưởng Bỉ.", ("Tomas Wendell", ("Ngoại trưởng Bỉ",), "fc")),
        (
            "Tomas Wendell là Ngoại trưởng Bỉ từ năm 2001 đến năm 2006.",
            ("Tomas Wendell", ("Ngoại trưởng Bỉ",), "fc"),
        ),
        ("Tomas Wendell là Ngoại trưởng Bỉ vào năm 1987.", ("Tomas Wendell", ("Ngoại trưởng Bỉ",), "fc")),
        ("Tomas Wendell là Ngoại trưởng Bỉ.", ("Tomas Wendell", ("Ngoại trưởng Bỉ",), "")),
        (
            "Moira Doyle, người hiện là Chưởng lý Ireland đã dự.",
            ("Moira Doyle", ("Chưởng lý Ireland",), ""),
        ),
        (
            "Gặp ông Leon Hale, khi đó là cựu tổng thống Malta, họ vui.",
            ("Leon Hale", ("tổng thống Malta",), "f"),
        ),
        # The first and the last of a country.
        (
            "Toàn quyền cuối cùng của Jamaica, Ralph Barton cũng dự.",
            ("Ralph Barton", ("Toàn quyền cuối cùng của Jamaica",), ""),
        ),
        (
            "Marko Selinac đã trở thành thủ tướng đầu tiên của Slovenia từ tháng 3/1990 đến tháng 5/1992.",
            ("Marko Selinac", ("thủ tướng đầu tiên của Slovenia",), "fc"),
        ),
        # Portfolios in a row, before the country or the house whose they are.
        (
            "Bà Ann Kellar, Chủ tịch Ủy ban Y tế, Lao động và Phúc lợi của Hạ viện, nói.",
            ("Ann Kellar", ("Chủ tịch Ủy ban Y tế, Lao động và Phúc lợi của Hạ viện",), ""),
        ),
        (
            "Bộ trưởng Nông nghiệp, Thực phẩm và Nông thôn Hàn Quốc Song Mi-hyang dự.",
            ("Song Mi-hyang", ("Bộ trưởng Nông nghiệp, Thực phẩm và Nông thôn Hàn Quốc",), ""),
        ),
        ("Bộ trưởng Bộ  Quốc phòng Mỹ John Kell dự.", ("John Kell", ("Bộ trưởng Bộ  Quốc phòng Mỹ",), "")),
        (
            "Đô đốc Harry Hobson, Tư lệnh Hạm đội 7 của Mỹ, nói.",
            ("Harry Hobson", ("Đô đốc", "Tư lệnh Hạm đội 7 của Mỹ"), ""),
        ),
        (
            "Người phát ngôn Điện Kremlin Dmitri Peskin nói.",
            ("Dmitri Peskin", ("Người phát ngôn Điện Kremlin",), ""),
        ),
        # One word behind a country.
        ("Đại sứ Nga tại Ai Cập Timoshin nói.", ("Timoshin", ("Đại sứ Nga tại Ai Cập",), "")),
        ("Tổng thống de Marville dự.", ("de Marville", ("Tổng thống",), "")),
    ],
)
def test_one_official(recognize, text, expected):
    found = recognize(text)
    assert told(found) == [expected]
    assert found.mentions[0].foreign


@pytest.mark.parametrize(
    "text",
    [
        "Theo New York Times, Ngoại trưởng Mỹ, khi được hỏi, không đáp.",
        "Trả lời Sky News, Thủ tướng Anh, sau cuộc họp, nói.",
        "Tại Port Carlow, Thủ tướng, các Bộ trưởng dự.",
        "Ca sĩ Katy Wellman, Đại sứ thiện chí UNICEF, hát.",
        "Roger Feddersen là đại sứ của thương hiệu, Lionel Martel là đội trưởng Argentina.",
        "Bernard Arnold, chủ tịch tập đoàn Lumière, và Jack Dornan, Chủ tịch Hội đồng quản trị Appleton.",
        "Mark Bellwood, Giám đốc Trung tâm Nghiên cứu châu Á, nói.",
        "Katy Wellman, con gái Thủ tướng Anh, dự.",
        "Hilda Clanton, ứng cử viên Tổng thống Mỹ, nói.",
        "Robert Dalwood không phải là Tổng thống Mỹ.",
        "Robert Dalwood cho rằng Bộ trưởng Quốc phòng Mỹ, người vừa từ chức, đúng.",
        "Tổ chức Human Rights Watch, Đại sứ Mỹ, các bên cùng dự.",
        "Tàu sân bay Ronald Reagan cập cảng.",
        "Họ bàn về Brunei Darussalam, Chủ tịch ASEAN, và Saudi Arabia, Chủ tịch G20, trong một giờ.",
    ],
)
def test_no_official(recognize, text):
    assert told(recognize(text)) == []


def test_what_stands_before_the_next_name_is_its_own(recognize):
    found = recognize("Sau cuộc gặp với Robert Dalwood, Thủ tướng Anh, ông Mark Carlow, cho biết.")
    assert told(found) == [("Mark Carlow", ("Thủ tướng Anh",), "")]


def test_several_hold_one_former_office(recognize):
    found = recognize(
        "Cựu Bộ trưởng Tài chính Bỉ Tomas Wendell và Oskar Lindqvist và đương kim Thủ tướng Nils Brandt."
    )
    assert told(found) == [
        ("Tomas Wendell", ("Bộ trưởng Tài chính Bỉ",), "fs"),
        ("Oskar Lindqvist", ("Bộ trưởng Tài chính Bỉ",), "fs"),
        ("Nils Brandt", ("Thủ tướng",), ""),
    ]
    found = recognize("Các cựu Tổng thống Mỹ Robert Dalwood, Mark Burton và Paul Carlow dự lễ.")
    assert [name for name, _, flags in told(found) if flags == "fs"] == [
        "Robert Dalwood",
        "Mark Burton",
        "Paul Carlow",
    ]


def test_a_spouse_does_not_share_the_office(recognize):
    found = recognize("Cựu Tổng thống Mỹ Robert Dalwood và Laura Dalwood dự lễ.")
    assert told(found)[0] == ("Robert Dalwood", ("Tổng thống Mỹ",), "f")
    assert all(not titles for _, titles, _ in told(found)[1:])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chủ tịch Ủy ban châu Âu Ulrika von der Lindt dự. Bà von der Lindt cảm ơn.",
            [("Ulrika von der Lindt", "Ulrika von der Lindt"), ("von der Lindt", "Ulrika von der Lindt")],
        ),
        (
            "Ngoại trưởng Qatar Samir al-Hadidi dự. Bộ trưởng al-Hadidi cảm ơn.",
            [("Samir al-Hadidi", "Samir al-Hadidi"), ("al-Hadidi", "Samir al-Hadidi")],
        ),
        (
            "Đặng Tiểu Bình đến. Nếu không ký thì Đặng sẽ rút. Đặng nói vậy. Họ Đặng đông; Đặng Văn ở gần.",
            [("Đặng Tiểu Bình", "Đặng Tiểu Bình"), ("Đặng", "Đặng Tiểu Bình"), ("Đặng", "Đặng Tiểu Bình")],
        ),
        (
            "Đặng Tiểu Bình gặp Phó Thủ tướng Đặng Văn Hòa. Nếu không ký thì Đặng sẽ rút.",
            [("Đặng Tiểu Bình", "Đặng Tiểu Bình"), ("Đặng Văn Hòa", "Đặng Văn Hòa")],
        ),
        (
            "Thủ tướng Triệu Tử Dương đón đoàn. Ông Triệu cảm ơn.",
            [("Triệu Tử Dương", "Triệu Tử Dương"), ("Triệu", "Triệu Tử Dương")],
        ),
        (
            "Amelia Khan, cựu Bộ trưởng Tài chính Canada, nói. Trong khi đó Khan phản đối.",
            [("Amelia Khan", "Amelia Khan"), ("Khan", "Amelia Khan")],
        ),
        (
            "Đại sứ Nga tại Ai Cập Timoshin dự. Ông Viktor Timoshin cảm ơn; bà Olga Timoshin vỗ tay.",
            [("Timoshin", "Viktor Timoshin"), ("Viktor Timoshin", "Viktor Timoshin")],
        ),
        ("Ông Vương Nghị An, Bí thư Huyện ủy, dự.", [("Vương Nghị An", "Vương Nghị An")]),
        ("Thủ tướng Australia Malcom Turnbull nói.", [("Malcom Turnbull", "Malcolm Turnbull")]),
    ],
)
def test_who_is_meant(recognize, text, expected):
    assert [(mention.name, mention.person) for mention in recognize(text).mentions] == expected


def test_leaders_known_by_name_are_nobody_of_the_rosters(recognizer, document):
    from kiemtin.officials.roster import load_roster
    from kiemtin.officials.words.loading import load_lexicon, load_vocabulary
    from kiemtin.officials.words.word_files import vocabulary_folder

    leaders = load_lexicon(load_vocabulary()).foreign_leaders
    for path in sorted((vocabulary_folder().parent / "rosters").glob("*.json")):
        assert not leaders.keys() & load_roster(path).by_name.keys()
