from __future__ import annotations

import re
import unicodedata

import pytest
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
    assert told(document)[3:] == [
        ("headline", "Họp ở xã Mẫu"),
        ("body", "Đồng chí Trần Văn An, Bí thư Tỉnh ủy Mẫu, dự."),
        ("body", "Tít phụ"),
        ("caption", "Quang cảnh"),
        ("body", "Lê Thị Bình"),
        ("body", "Phạm Cường\nEm"),
        ("body", "Lời dẫn hai dòng"),
        ("body", "Một"),
        ("body", "Tên | Chức"),
        ("body", "An | Bí thư"),
        ("metadata", "<!-- ghi chú"),
        ("metadata", "của tòa soạn -->"),
        ("body", "Hết."),
    ]
    assert document.source is not None
    lines = [block.origin.index for block in document.blocks]
    assert lines == [
        text.count("\n", 0, document.source.source_offset(block.start)) + 1 for block in document.blocks
    ]


def test_underlined_headings_and_a_heading_of_level_two_before_all_text() -> None:
    assert told(read("Tít bài\n===\n\nThân bài.")) == [("headline", "Tít bài"), ("body", "Thân bài.")]
    assert told(read("## Tít bài\nThân bài."))[0] == ("headline", "Tít bài")
    assert told(read("Mở đầu.\n\n## Tít phụ\nThân bài."))[1] == ("body", "Tít phụ")


def test_a_line_behind_a_picture_is_its_caption_unless_the_picture_has_one() -> None:
    assert told(read("# Tít\n![](a.jpg)\nQuang cảnh.\n\nThân."))[1] == ("caption", "Quang cảnh.")
    with_alt = told(read("# Tít\n![Quang cảnh](a.jpg)\nĐoạn thân bài ngắn.\n\nThân."))
    assert with_alt[1:3] == [("caption", "Quang cảnh"), ("body", "Đoạn thân bài ngắn.")]
    emphasised = told(read("# Tít\n![Cảnh](a.jpg)\n*Quang cảnh hội nghị.*\n\nThân."))
    assert emphasised[2] == ("caption", "Quang cảnh hội nghị.")


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
    assert document.source is not None
    at = back = 0
    for block in document.blocks:
        start, end = document.source.source_offset(block.start), document.source.source_end(block.end)
        assert back <= start < end <= len(text)
        back = end
        assert at <= block.start < block.end <= len(document.text)
        at = block.end


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("Ông **Vi Văn Độ**, Bí thư", "Ông Vi Văn Độ, Bí thư"),
        ("Ông ***Vi*** __Văn__ *Độ*", "Ông Vi Văn Độ"),
        ("Ông [Vi Văn Độ](http://a.b 'x')[^1], Bí thư", "Ông Vi Văn Độ, Bí thư"),
        ("Ông <b>Vi Văn</b>&nbsp;Độ<sup>2</sup>", "Ông Vi Văn Độ"),
        ("Vi &amp; Độ\\*, `mã` ~~cũ~~ mới", "Vi & Độ*, mã cũ mới"),
        ("<p>Ông <i>Vi</i> Độ</p>", "Ông Vi Độ"),
        ("giá 2*3*4 = 24, a_b_c", "giá 234 = 24, a_b_c"),
        ("Ảnh ![nhỏ](x.png) trong câu", "Ảnh  trong câu"),
    ],
)
def test_markup_is_no_text(marked: str, bare: str) -> None:
    assert told(read(f"{marked}\n\nHết."))[0][1] == bare


def test_a_row_of_a_table_of_people_is_a_line_of_a_list() -> None:
    text = (
        "# T\n\n| STT | Họ tên | Chức vụ |\n|---|---|---|\n"
        "| 1 | **Vi Văn Độ** | Bí thư |\n| 2 | Lê Thị Na | Chủ tịch |\n"
    )
    assert told(read(text))[1:] == [
        ("metadata", "STT | Họ tên | Chức vụ"),
        ("body", "1. Vi Văn Độ, Bí thư"),
        ("body", "2. Lê Thị Na, Chủ tịch"),
    ]


def test_a_footnote_is_a_paragraph_of_its_own() -> None:
    text = "# T\n\nÔng Độ[^1] dự.\n\n[^1]: Nhận nhiệm vụ\ntháng 2.\n[^2]: Theo xã.\n"
    assert [words for _, words in told(read(text))][1:] == [
        "Ông Độ dự.",
        "Nhận nhiệm vụ tháng 2.",
        "Theo xã.",
    ]


WORDS = [
    "Ông",
    "Độ",
    "**Vi Văn**",
    "*Thị*",
    "[Bí thư](x.y)",
    "&amp;",
    "`mã`",
    "a\\_b",
    "<b>xã</b>",
    "Mẫu[^1]",
    "e\u0301",
]


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=60), st.sampled_from(["", "# ", "- ", "> ", "1. "])
)
def test_every_word_is_found_at_its_place_through_markup(words: list[str], marker: str) -> None:
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    source = marker + ("\n> " if marker == "> " else " " if marker == "# " else "\n   ").join(lines) + "\n"
    document = read(source)
    assert document.source is not None
    assert not set("*`[<;") & set(document.text)
    for found in re.finditer(r"[^\W_]+", document.blocks[0].span.of(document.text)):
        start = document.source.source_offset(document.blocks[0].start + found.start())
        end = document.source.source_end(document.blocks[0].start + found.end())
        assert unicodedata.normalize("NFC", source[start:end]) == found.group()


def test_a_long_line_of_signs_is_not_copied_at_each_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted as characters joined: a paragraph costs once its length, not the square of it."""
    from markdown_it.rules_inline import StateInline

    copied = 0
    kept = StateInline.pending.fset
    assert kept is not None

    def setting(state: StateInline, value: str) -> None:
        nonlocal copied
        copied += len(value)
        kept(state, value)

    monkeypatch.setattr(StateInline, "pending", StateInline.pending.setter(setting))
    text = "Ảnh: " * 16_000
    read_bytes(text.encode(), "a.md")
    assert copied < 2 * len(text)
