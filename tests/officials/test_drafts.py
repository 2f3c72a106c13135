"""Drafts that nobody has edited, and copy for the radio: spaces and strokes are read over, spans stay."""

from __future__ import annotations

import pytest

EXAMPLES = [
    (
        "Dự có đồng chí Nguyễn Văn Hoà , Phó Bí thư Tỉnh uỷ ;đồng chí  Lê  Văn   Tám,Chủ tịch UBND tỉnh ; "
        "đồng chí Hà Thị Lan ,Giám đốc Sở Y tế dự .",
        [
            ("Nguyễn Văn Hoà", "Nguyễn Văn Hoà", ["Phó Bí thư Tỉnh uỷ"]),
            ("Lê  Văn   Tám", "Lê Văn Tám", ["Chủ tịch UBND tỉnh"]),
            ("Hà Thị Lan", "Hà Thị Lan", ["Giám đốc Sở Y tế"]),
        ],
    ),
    (
        "Bí thư Tỉnh\u200b ủy Lê \u00a0Văn\u00ad Tám dự.",
        [("Lê \u00a0Văn\u00ad Tám", "Lê Văn Tám", ["Bí thư Tỉnh\u200b ủy"])],
    ),
    (
        "Chiều nay, / đồng chí Bùi Thanh An, / Ủy viên Ban Thường vụ Tỉnh ủy, / Trưởng Ban Tổ chức Tỉnh ủy / "
        "đã dự ngày hội. // Cùng dự có đồng chí Lê Hồng Quế, / Chủ tịch UBND tỉnh. //",
        [
            (
                "Bùi Thanh An",
                "Bùi Thanh An",
                ["Ủy viên Ban Thường vụ Tỉnh ủy", "Trưởng Ban Tổ chức Tỉnh ủy"],
            ),
            ("Lê Hồng Quế", "Lê Hồng Quế", ["Chủ tịch UBND tỉnh"]),
        ],
    ),
    (
        "Chiều nay/ đồng chí Bùi Thanh An/ Bí thư Tỉnh ủy/ đã dự ngày hội// Cùng dự có đồng chí / Lê Hồng "
        "Quế/ Chủ tịch UBND tỉnh//",
        [
            ("Bùi Thanh An", "Bùi Thanh An", ["Bí thư Tỉnh ủy"]),
            ("Lê Hồng Quế", "Lê Hồng Quế", ["Chủ tịch UBND tỉnh"]),
        ],
    ),
    # A sentence without its full stop, two spaces before the next.
    (
        "Ông Lê Văn Tám, Chi cục trưởng Chi cục Kiểm lâm tỉnh Nam Sơn  Theo ông Lê Văn Tám, rừng còn.",
        [
            ("Lê Văn Tám", "Lê Văn Tám", ["Chi cục trưởng Chi cục Kiểm lâm tỉnh Nam Sơn"]),
            ("Lê Văn Tám", "Lê Văn Tám", []),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), EXAMPLES)
def test_untidy_texts_are_read_as_if_they_were_tidy(recognize, text, wanted):
    found = recognize(text).mentions
    assert [(m.name, m.person, [title.text for title in m.titles]) for m in found] == wanted


@pytest.mark.parametrize("text", [text for text, _ in EXAMPLES])
def test_spans_are_those_of_the_text_as_it_stands(recognize, text):
    found = recognize(text)
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.name
        for title in mention.titles:
            assert text[title.start : title.end] == title.text
    for listing in found.listings:
        first, last = found.mentions[listing.mentions[0]], found.mentions[listing.mentions[-1]]
        assert listing.start <= first.start
        assert listing.end >= last.end


def test_a_list_in_an_untidy_draft(recognize):
    text = "Dự có  các đồng chí: Lê Văn Tám ,Bí thư Tỉnh ủy ;Hà Thị Lan ,Giám đốc Sở Y tế ."
    (listing,) = recognize(text).listings
    assert text[listing.start : listing.end] == "Lê Văn Tám ,Bí thư Tỉnh ủy ;Hà Thị Lan ,Giám đốc Sở Y tế"
    assert listing.heading is not None
    assert text[listing.heading.start : listing.heading.end] == "Dự có  các đồng chí:"


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Tỉnh ủy Lê Văn Tám (24/30 xã) thăm https://nam-son.example // 3 / 4 tổ.",
        "GS,TS Lê Văn Tám, Giám đốc Bệnh viện Nam Sơn, nói ... rồi về.",
    ],
)
def test_what_only_looks_untidy_changes_nothing(recognize, text):
    (mention,) = recognize(text).mentions
    assert mention.name == "Lê Văn Tám"


def test_a_secretary_in_two_letters(recognize):
    text = "Đồng chí Lê Văn Tám - UVTW Đảng, BT Tỉnh ủy; đồng chí Hà Lan, BT Huyện ủy Ba Đồi, dự."
    first, second = recognize(text).mentions
    assert [title.text for title in first.titles] == ["UVTW Đảng", "BT Tỉnh ủy"]
    assert [title.office for title in (*first.titles, *second.titles)][1:] == [
        "province-party-secretary",
        "district-party-secretary",
    ]


def test_two_strokes_between_the_entries_of_a_list_in_radio_copy(recognize):
    text = (
        "Dự lễ có các đồng chí / Lê Văn Tám / Phó Chủ tịch UBND tỉnh // Hà Thị Lan / Phó Bí thư Tỉnh ủy / "
        "Chủ tịch HĐND tỉnh // Đỗ Văn Kiên / Giám đốc Sở Y tế // Lễ mở lúc 7 giờ //"
    )
    found = recognize(text)
    (listing,) = found.listings
    assert [found.mentions[at].name for at in listing.mentions] == ["Lê Văn Tám", "Hà Thị Lan", "Đỗ Văn Kiên"]


def test_two_strokes_end_a_sentence_where_what_follows_is_a_clause(recognize):
    text = (
        "Sáng nay / đồng chí Lê Văn Tám / Phó Chủ tịch UBND tỉnh / dự lễ // Hà Thị Lan / Chủ tịch HĐND "
        "tỉnh / trao quà //"
    )
    assert recognize(text).listings == ()
