from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.model import Block, Document, Item, Metadata, Origin, Zone
from kiemtin.foundation.places import Span, cell_name
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import normalize
from kiemtin.reporting.places import Places


def one_block(text: str, origin: Origin, *, with_source: bool = False) -> Document:
    normalized = normalize(text)
    item = Item((Block(Zone.BODY, 0, len(normalized.text), origin),), Metadata())
    source = normalized if with_source else None
    return Document("bài.docx", "item", normalized.text, (item,), Metadata(), source)


@pytest.mark.parametrize(
    ("origin", "vi", "en"),
    [
        (Origin("paragraph", 5), "bài.docx, đoạn 5", "bài.docx, paragraph 5"),
        (Origin("paragraph", 1, part="document"), "bài.docx, đoạn 1", "bài.docx, paragraph 1"),
        (Origin("paragraph", 2, part="header1"), "bài.docx, đầu trang, đoạn 2",
         "bài.docx, page header, paragraph 2"),
        (Origin("cell", 4, 3, "Sáng"), "bài.docx, trang tính “Sáng”, ô C4",
         "bài.docx, sheet “Sáng”, cell C4"),
        (Origin("cell", 4), "bài.docx, dòng 4", "bài.docx, row 4"),
        (Origin("line", 7, 2), "bài.docx:7:2", "bài.docx:7:2"),
    ],
)  # fmt: skip
def test_a_place_without_lines_is_told_by_its_block(origin: Origin, vi: str, en: str) -> None:
    places = Places(one_block("Ông An nói.", origin))

    assert (places.show(Span(4, 6), "vi"), places.show(Span(4, 6), "en")) == (vi, en)


def test_what_concerns_the_whole_file_has_no_place_in_it() -> None:
    assert Places(one_block("An", Origin("paragraph", 1))).show(None, "vi") == "bài.docx"


def test_a_file_name_cannot_act_on_the_terminal() -> None:
    document = replace(one_block("An", Origin("paragraph", 1)), path="a\x1b[2J.txt")

    assert Places(document).show(None, "vi") == "a␛[2J.txt"


@given(st.lists(st.sampled_from(["hoà ", "Bí thư", "\n", "ễ", "x"]), min_size=1).map("".join), st.data())
def test_columns_are_those_of_the_file_also_where_it_is_decomposed(text: str, data: st.DataObject) -> None:
    source = unicodedata.normalize("NFD", text)
    document = one_block(source, Origin("line", 1), with_source=True)
    # A place in the middle of a letter does not exist in NFC text, so any offset will do.
    offset = data.draw(st.integers(0, len(document.text) - 1))

    place = Places(document).place(Span(offset, offset + 1))

    assert place.line is not None and place.column is not None
    line = source.split("\n")[place.line - 1] + "\n"
    rest = unicodedata.normalize("NFC", line[place.column - 1 :])
    assert rest[0] == document.text[offset]


@given(st.lists(st.sampled_from(["hoà ", "Bí thư", "ễ", "x "]), min_size=1).map("".join), st.data())
def test_a_place_leads_back_to_the_words_of_the_file(text: str, data: st.DataObject) -> None:
    source = unicodedata.normalize("NFD", text)
    document = one_block(source, Origin("line", 1), with_source=True)
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    places = Places(document)

    found = places.source(Span(start, end))
    assert found is not None
    assert unicodedata.normalize("NFC", found.of(source)) == document.text[start:end]
    assert places.offset(Span(start, end)) == start


def test_an_offset_is_told_from_the_start_of_the_paragraph_whatever_its_zones() -> None:
    origin = Origin("paragraph", 3)
    blocks = (Block(Zone.METADATA, 0, 5, origin), Block(Zone.HEADLINE, 5, 12, origin))
    item = Item(blocks, Metadata())
    places = Places(Document("bài.docx", "item", "Tít: An họp.", (item,), Metadata()))

    assert places.offset(Span(5, 7)) == 5
    assert places.source(Span(5, 7)) is None


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_columns_are_named_as_sheets_name_them(column: int, letters: str) -> None:
    assert cell_name(7, column) == f"{letters}7"
