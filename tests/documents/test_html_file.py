"""HTML as a draft: a whole page by what it says of itself, a fragment paragraph by paragraph."""

from __future__ import annotations

import pytest

from kiemtin.documents.model import Medium, Zone
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.problems import DocumentError

PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Thăm xã | Báo Nam Sơn</title>
<meta property="og:title" content="Bí thư Tỉnh ủy thăm xã Hòa Sơn"><meta property="og:site_name" content="Báo Nam Sơn">
<meta name="description" content="Sáng nay, đoàn công tác của Tỉnh ủy thăm xã."><meta property="article:published_time" content="2024-03-12T08:30:00+07:00">
<meta property="article:section" content="Thời sự"></head><body><nav><p>Trang chủ</p></nav>
<article><h1>Bí thư Tỉnh ủy thăm xã Hòa Sơn</h1><p>Đồng chí <b>Trần Văn An</b>, Bí thư Tỉnh ủy, thăm xã Hòa Sơn và tặng quà cho các hộ.</p>
<figure><img src="a.jpg"><figcaption>Đoàn thăm vườn chè.</figcaption></figure><p>Xã có ba thôn, đường đã làm xong trong năm qua.</p></article>
<footer><p>Bản quyền</p></footer><script>var a = "<p>Không đọc</p>"</script></body></html>"""


def parts(document):
    return [(block.zone, block.span.of(document.text)) for block in document.items[0].blocks]


def test_a_page_is_its_article_with_what_it_says_of_itself() -> None:
    document = read_bytes(PAGE.encode(), "a.html")
    assert parts(document) == [
        (Zone.HEADLINE, "Bí thư Tỉnh ủy thăm xã Hòa Sơn"),
        (Zone.LEAD, "Sáng nay, đoàn công tác của Tỉnh ủy thăm xã."),
        (Zone.BODY, "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm xã Hòa Sơn và tặng quà cho các hộ."),
        (Zone.BODY, "Xã có ba thôn, đường đã làm xong trong năm qua."),
        (Zone.CAPTION, "Đoàn thăm vườn chè."),
    ]
    metadata = document.metadata
    assert (metadata.outlet, metadata.medium, metadata.section) == ("Báo Nam Sơn", Medium.ONLINE, "Thời sự")
    assert str(metadata.published) == "2024-03-12 08:30:00"


def test_a_moment_that_is_none_is_unknown_and_told() -> None:
    document = read_bytes(PAGE.replace("2024-03-12T08:30:00+07:00", "hôm nay").encode(), "a.html")
    assert document.metadata.published is None
    assert [note.code for note in document.notes] == ["html-bad-moment"]


def test_a_fragment_is_read_paragraph_by_paragraph() -> None:
    document = read_bytes("<h1>Thăm xã</h1><p>Đồng chí A.</p><ul><li>Một</li></ul>".encode(), "a.htm")
    assert parts(document) == [(Zone.HEADLINE, "Thăm xã"), (Zone.BODY, "Đồng chí A."), (Zone.BODY, "Một")]
    assert document.metadata.medium is None


def test_a_page_without_text_is_told() -> None:
    with pytest.raises(DocumentError) as raised:
        read_bytes(b"<html><head></head><body></body></html>", "a.html")
    assert raised.value.problems[0].code == "document-empty"
