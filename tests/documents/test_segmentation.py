from __future__ import annotations

import pytest

from kiemtin.documents.plain_text import read_text

BODY = "Sáng 12-3, đồng chí Trần Văn An, Bí thư Tỉnh ủy Mẫu, dự hội nghị tổng kết công tác năm tại xã Mẫu."


def zones(*paragraphs: str) -> list[str]:
    return [block.zone.value for block in read_text("\n".join(paragraphs)).blocks]


@pytest.mark.parametrize(
    "headline",
    ["Hội nghị tổng kết", "Vì sao xã Mẫu chậm?", "Xã Mẫu vươn lên!", "Chuyện ở xã Mẫu...", "Chuyện xã Mẫu…"],
)
def test_a_short_first_line_is_the_headline(headline: str) -> None:
    assert zones(headline, BODY) == ["headline", "body"]


@pytest.mark.parametrize(
    "first",
    [
        BODY,
        "Họp xong.",
        "Ông nói: “Họp xong.”",
        "Dự hội nghị có các đồng chí:",
        "Trần Văn An, Bí thư Tỉnh ủy;",
        "Trần Văn An,",
        "Hết./",
        "một " * 31,
    ],
)
def test_a_sentence_a_list_or_a_long_line_is_body(first: str) -> None:
    assert zones(first, BODY) == ["body", "body"]


def test_a_piece_of_one_paragraph_has_no_headline() -> None:
    assert zones("Đồng chí Trần Văn An dự họp") == ["body"]


def test_the_second_paragraph_is_never_guessed_to_be_the_lead() -> None:
    assert zones("Hội nghị tổng kết", "Câu mở ngắn.", BODY) == ["headline", "body", "body"]


def test_labels_mark_headline_lead_and_caption() -> None:
    document = read_text(f"Tít: Họp ở xã Mẫu\nSa-pô: Câu mở.\nChú thích: Ở xã Mẫu.\n{BODY}")
    told = [(block.zone.value, block.span.of(document.text)) for block in document.blocks]
    assert told == [
        ("metadata", "Tít: "),
        ("headline", "Họp ở xã Mẫu"),
        ("metadata", "Sa-pô: "),
        ("lead", "Câu mở."),
        ("metadata", "Chú thích: "),
        ("caption", "Ở xã Mẫu."),
        ("body", BODY),
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "Đồng chí Trần Văn An phát biểu. Ảnh: VĂN MẪU",
        "Quang cảnh hội nghị (Ảnh: Báo Mẫu).",
        "Quang cảnh hội nghị - Ảnh: V.M.",
        "Ảnh: Văn Mẫu",
        "(Ảnh: Văn Mẫu/TTX Mẫu)",
        "Ảnh minh họa",
        "ẢNH: VĂN MẪU",
    ],
)
def test_photo_credits_mark_captions(caption: str) -> None:
    assert zones("Hội nghị tổng kết", caption, BODY) == ["headline", "caption", "body"]


@pytest.mark.parametrize(
    "body",
    [
        f"Quang cảnh hội nghị. Ảnh: Văn Mẫu {BODY}",
        f"Ảnh: Văn Mẫu {BODY} {BODY} {BODY} {BODY}",
        f"{BODY} {BODY} {BODY} {BODY} Ảnh: Văn Mẫu",
        "Bài và ảnh: Văn Mẫu",
        "Tin, ảnh: Văn Mẫu",
        "Triển lãm có 50 bức Ảnh đẹp về xã Mẫu.",
    ],
)
def test_a_credit_within_running_text_leaves_it_body(body: str) -> None:
    assert zones("Hội nghị tổng kết", body, BODY) == ["headline", "body", "body"]
