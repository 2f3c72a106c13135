from __future__ import annotations

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from kiemtin.documents.model import Document
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.problems import DocumentError


def read(text: str) -> Document:
    return read_bytes(text.encode(), "bai.md")


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.zone.value, block.span.of(document.text)) for block in document.blocks]


def test_headings_pictures_lists_and_paragraphs_are_told_apart() -> None:
    text = (
        "---\nngày: 12/03/2024\n---\n# Họp ở **xã Mẫu** #\n\nĐồng chí *Trần Văn An*, Bí thư\n"
        "Tỉnh ủy Mẫu, dự.\n\n## Tít phụ\n![Quang cảnh](a.jpg)\n\n- Lê Thị Bình\n- Phạm Cường\n  Em\n"
        "\n> Lời dẫn\n> hai dòng\n\n"
        "***\n1. Một\n\n| Tên | Chức |\n|---|---|\n| An | Bí thư |\n\n<!-- ghi chú\ncủa tòa soạn -->\nHết.\n"
    )
    document = read(text)
    assert document.text == text
    assert told(document)[3:] == [
        ("headline", "Họp ở **xã Mẫu**"),
        ("body", "Đồng chí *Trần Văn An*, Bí thư\nTỉnh ủy Mẫu, dự."),
        ("body", "Tít phụ"),
        ("caption", "Quang cảnh"),
        ("body", "Lê Thị Bình"),
        ("body", "Phạm Cường\n  Em"),
        ("body", "Lời dẫn\n> hai dòng"),
        ("body", "Một"),
        ("body", "| Tên | Chức |"),
        ("body", "| An | Bí thư |"),
        ("metadata", "<!-- ghi chú"),
        ("metadata", "của tòa soạn -->"),
        ("body", "Hết."),
    ]
    lines = [block.origin.index for block in document.blocks]
    assert lines == [text.count("\n", 0, block.start) + 1 for block in document.blocks]


def test_underlined_headings_and_a_heading_of_level_two_before_all_text() -> None:
    assert told(read("Tít bài\n===\n\nThân bài.")) == [("headline", "Tít bài"), ("body", "Thân bài.")]
    assert told(read("## Tít bài\nThân bài."))[0] == ("headline", "Tít bài")
    assert told(read("Mở đầu.\n\n## Tít phụ\nThân bài."))[1] == ("body", "Tít phụ")


def test_a_line_behind_a_picture_is_its_caption_unless_the_picture_has_one() -> None:
    assert told(read("# Tít\n![](a.jpg)\nQuang cảnh.\n\nThân."))[1] == ("caption", "Quang cảnh.")
    with_alt = told(read("# Tít\n![Quang cảnh](a.jpg)\nĐoạn thân bài ngắn.\n\nThân."))
    assert with_alt[1:3] == [("caption", "Quang cảnh"), ("body", "Đoạn thân bài ngắn.")]
    emphasised = told(read("# Tít\n![Cảnh](a.jpg)\n*Quang cảnh hội nghị.*\n\nThân."))
    assert emphasised[2] == ("caption", "*Quang cảnh hội nghị.*")


def test_fenced_text_is_body() -> None:
    assert told(read("# T\n```\n# không phải tít\n```\n")) == [
        ("headline", "T"),
        ("body", "# không phải tít"),
    ]


@example(">\n=")
@example("> a\n>\n> b")
@given(st.text(alphabet="ab \n\r#>-*_=`![](.)|~<!0Ếe\u0301"))
def test_any_text_is_read_and_blocks_stand_in_order(text: str) -> None:
    try:
        document = read(text)
    except DocumentError:
        return
    assert document.text == unicodedata.normalize("NFC", text)
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        at = block.end
