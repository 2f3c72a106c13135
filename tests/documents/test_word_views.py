"""Word files with revisions read as accepted or as the original, and with documents inside."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.limits import EMBEDDED
from kiemtin.documents.model import Document, Revisions
from kiemtin.documents.reading import read_bytes
from kiemtin.documents.word_paragraphs import ACCEPTED, ORIGINAL, paragraphs

Build = Callable[..., bytes]
Xml = Callable[..., str]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(data: bytes, revisions: Revisions = "accepted") -> Document:
    return read_bytes(data, "bai.docx", revisions=revisions)


def test_the_original_is_the_text_before_any_change(word: Build) -> None:
    data = word(
        '<w:p><w:ins w:id="1"><w:r><w:t xml:space="preserve">Bí thư Tỉnh ủy </w:t></w:r></w:ins>'
        '<w:del w:id="2"><w:r><w:delText xml:space="preserve">ông </w:delText></w:r></w:del>'
        "<w:r><w:t>Trần Văn An dự họp.</w:t></w:r></w:p>"
    )
    accepted, original = read(data), read(data, "original")
    assert (accepted.text, original.text) == ("Bí thư Tỉnh ủy Trần Văn An dự họp.", "ông Trần Văn An dự họp.")
    assert [note.code for note in original.notes] == ["word-without-revisions"]


def test_rows_cells_and_ends_of_paragraphs_that_were_put_in_are_not_in_the_original(
    word: Build, p: Xml
) -> None:
    row = "<w:tr><w:trPr><w:{0} w:id='1'/></w:trPr><w:tc>{1}</w:tc></w:tr>"
    split = '<w:p><w:pPr><w:rPr><w:ins w:id="3"/></w:rPr></w:pPr><w:r><w:t>Một </w:t></w:r></w:p>'
    data = word(f"<w:tbl>{row.format('ins', p('mới'))}{row.format('del', p('cũ'))}</w:tbl>{split}{p('hai.')}")
    assert read(data).text.split("\n") == ["mới", "Một ", "hai."]
    assert read(data, "original").text.split("\n") == ["cũ", "Một hai."]


@given(st.lists(st.tuples(st.sampled_from(["", "ins", "del"]), st.text("ab c", min_size=1, max_size=4))))
def test_each_view_is_what_one_would_type(runs: list[tuple[str, str]]) -> None:
    from xml.etree.ElementTree import fromstring

    body = ""
    for kind, words in runs:
        tag = "w:delText" if kind == "del" else "w:t"
        text = f"<w:r><{tag}>{words}</{tag}></w:r>"
        body += f"<w:{kind}>{text}</w:{kind}>" if kind else text
    root = fromstring(f'<w:body xmlns:w="{W}"><w:p>{body}</w:p></w:body>')
    for view, gone in ((ACCEPTED, "del"), (ORIGINAL, "ins")):
        (paragraph,) = paragraphs(root, view=view)
        assert paragraph.text == "".join(words for kind, words in runs if kind != gone)


def embedding(zip_of: Build, part: Xml, p: Xml, *inner: bytes) -> bytes:
    names = [f"word/chunk{number}.docx" for number in range(len(inner))]
    links = "".join(f'<r Type="http://x/aFChunk" Target="/{name}"/>' for name in names)
    return zip_of(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": part(p("Tít bài.") + "<w:altChunk/>" * len(inner)),
            "word/_rels/document.xml.rels": f"<R>{links}</R>",
            **dict(zip(names, inner, strict=True)),
        }
    )


def test_an_embedded_word_file_is_read_behind_the_body(zip_of: Build, part: Xml, p: Xml, word: Build) -> None:
    document = read(embedding(zip_of, part, p, word(p("Phần nhúng.")), word(p("Phần nữa."))))
    assert document.text == "Tít bài.\nPhần nhúng.\nPhần nữa."
    assert [(block.origin.part, block.origin.index) for block in document.blocks] == [
        ("document", 1),
        ("chunk0.docx", 1),
        ("chunk1.docx", 1),
    ]
    assert document.notes == ()


@pytest.mark.parametrize("count", [EMBEDDED.most, EMBEDDED.most + 1])
def test_more_embedded_files_than_are_read_are_told(
    zip_of: Build, part: Xml, p: Xml, word: Build, count: int
) -> None:
    document = read(embedding(zip_of, part, p, *[word(p("Phần."))] * count))
    assert document.text.count("Phần.") == EMBEDDED.most
    unread = [note.code for note in document.notes if note.unread]
    assert unread == ["word-embedded-document"] * (count > EMBEDDED.most)


def test_an_embedded_page_is_not_read_and_told(zip_of: Build, part: Xml, p: Xml) -> None:
    document = read(embedding(zip_of, part, p, b"<html>Trang</html>"))
    assert [(note.code, note.unread) for note in document.notes] == [("word-embedded-document", True)]


@pytest.mark.parametrize(("heading", "upper"), [*product(("Họ và tên", "Đơn vị"), (True, False))])
def test_names_in_capitals_are_told_by_their_heading(
    word: Build, p: Xml, heading: str, *, upper: bool
) -> None:
    rows = [("TT", heading, "Chức vụ"), ("1", "VI VĂN ĐỘ" if upper else "Vi Văn Độ", "Bí thư")]
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    document = read(word(p("Dự:") + f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"))
    assert (rows[1][1] + ", Bí thư" in document.text) is (not upper or heading == "Họ và tên")
