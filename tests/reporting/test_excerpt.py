from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.foundation.places import Span
from kiemtin.reporting.excerpt import (
    Mark,
    char_width,
    display_width,
    excerpt,
    sentence_around,
    visible,
    wrap,
)

SYLLABLES = st.sampled_from(
    [
        "Bí",
        "thư",
        "Tỉnh",
        "ủy",
        "đồng",
        "chí",
        "Nguyễn,",
        "習近平",
        "e\u0302\u0301n",
        "a\u200bb",
        "TS.",
        "hết. ",
    ]
)
SENTENCES = st.lists(SYLLABLES, min_size=1, max_size=60).map(" ".join)


@pytest.mark.parametrize(
    ("char", "width"),
    [("a", 1), ("ễ", 1), ("習", 2), ("\u0301", 0), ("\u200b", 0), ("（", 2), ("đ", 1), ("…", 1)],
)
def test_vietnamese_letters_take_one_column_and_chinese_two(char: str, width: int) -> None:
    assert char_width(char) == width


def test_the_short_cut_for_narrow_text_never_differs() -> None:
    for code in (*range(0x20, 0x3100), *range(0xFE00, 0x10000), 0x1F600):
        assert display_width(chr(code)) == char_width(chr(code)), hex(code)


def test_marks_stand_under_the_words() -> None:
    text = "Đồng chí 王毅 gặp Trần Văn An."
    place = Span(text.index("Trần"), text.index("Trần") + 11)

    piece = excerpt(text, Span(0, len(text)), [Mark(place)], 80)

    assert piece.line == text
    assert piece.marks == " " * 18 + "^" * 11


def test_related_words_of_the_same_sentence_are_marked_in_the_same_line() -> None:
    text = "An và Bình và Cường."

    piece = excerpt(text, Span(0, len(text)), [Mark(Span(6, 10)), Mark(Span(0, 2), "-")], 80)

    assert piece.marks == "--    ^^^^"


def test_only_the_sentence_of_the_place_is_shown() -> None:
    text = "Câu một. Ông An, TS. Bình và TP. Nam Sơn. Câu ba."

    assert sentence_around(text, Span(0, len(text)), Span(13, 15)).of(text) == (
        "Ông An, TS. Bình và TP. Nam Sơn."
    )


def test_an_insertion_gets_one_sign() -> None:
    piece = excerpt("Ông An nói.", Span(0, 11), [Mark(Span(6, 6))], 80)

    assert piece.marks == "      ^"


def test_control_characters_of_a_draft_do_not_reach_the_terminal() -> None:
    shown = visible("An\x1b[31m\u202eBình\nCường\x9b")

    assert shown == "An␛[31m\ufffdBình Cường\ufffd"


@given(SENTENCES, st.data(), st.integers(min_value=20, max_value=60))
def test_marks_cover_exactly_the_columns_of_the_place(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    piece = excerpt(text, Span(0, len(text)), [Mark(Span(start, end))], width)

    assert piece.shown.start <= start <= piece.shown.end
    assert display_width(piece.line) <= width
    before = piece.line.index(visible(piece.shown.of(text))) if piece.shown.start else 0
    column = before + display_width(visible(text[piece.shown.start : start]))
    columns = max(1, display_width(visible(text[start : min(end, piece.shown.end)])))
    assert piece.marks == " " * column + "^" * columns


@given(SENTENCES, st.data(), st.integers(min_value=30, max_value=60))
def test_long_sentences_are_cut_at_words(text: str, data: st.DataObject, width: int) -> None:
    text = unicodedata.normalize("NFC", text)
    start = data.draw(st.integers(0, len(text) - 1))
    while not text[start].strip():
        start -= 1
    while start and not text[start - 1].isspace():
        start -= 1
    word = Span(start, start + len(text[start:].split()[0]))

    shown = excerpt(text, Span(0, len(text)), [Mark(word)], width).shown

    assert shown.covers(word)
    assert shown.start == 0 or text[shown.start - 1].isspace()
    assert shown.end == len(text) or text[shown.end].isspace()


@given(st.lists(SYLLABLES, min_size=1).map(" ".join), st.integers(min_value=20, max_value=60))
def test_wrapping_keeps_every_word_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width, "  - ", "    ")

    assert " ".join(line[4:] for line in lines).split() == visible(text).split()
    assert all(display_width(line) <= width for line in lines)
