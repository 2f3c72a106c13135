"""Pages of pieces: by their site's profile of ten lines, else by what they say of themselves."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiemtin.documents.model import Document, Medium, Supplied, Zone
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.problems import DocumentError

pytest.importorskip("selectolax")
from lxml import html

PROFILE = """host = "tan-son.example"
[article]
outlet = "Báo Tân Sơn"
headline = "h1.title"
lead = ".sapo"
body = "div.content"
captions = ".content figcaption"
section = ".path a:last-child"
published = "time"
drop = ".related"
"""
PAGE = """<!doctype html><html><head><meta property="og:title" content="Tít trên mạng xã hội">
<link rel="canonical" href="https://tan-son.example/b/1.html"></head><body>
<p class="path"><a>Trang chủ</a> <a>Thời sự</a></p><h1 class="title">Tỉnh ủy họp</h1>
<time>12/03/2024 08:30</time><p class="sapo">Sáng 12/3, Tỉnh ủy họp.</p>
<div class="content"><p>Ông Trần Văn An, <b>Bí thư</b> Tỉnh ủy, dự.</p><figure><figcaption>Quang cảnh</figcaption></figure>
<p>Hội nghị bàn việc.</p><div class="related"><p>Tin liên quan</p></div></div><div><p>Quảng cáo</p></div></body></html>"""


def read(page: str, folder: Path | None = None, profile: str = PROFILE) -> Document:
    if folder is None:
        return read_bytes(page.encode(), "bai.html")
    (folder / "site.toml").write_text(profile, "utf-8")
    return read_bytes(page.encode(), "bai.html", overrides=Supplied(sites=(str(folder / "site.toml"),)))


def zones(document: Document) -> list[tuple[Zone, str]]:
    return [(block.zone, block.span.of(document.text)) for block in document.items[0].blocks]


def test_a_profile_says_where_everything_stands(tmp_path: Path) -> None:
    document = read(PAGE, tmp_path)
    assert zones(document) == [
        (Zone.HEADLINE, "Tỉnh ủy họp"),
        (Zone.LEAD, "Sáng 12/3, Tỉnh ủy họp."),
        (Zone.BODY, "Ông Trần Văn An, Bí thư Tỉnh ủy, dự."),
        (Zone.BODY, "Hội nghị bàn việc."),
        (Zone.CAPTION, "Quang cảnh"),
    ]
    metadata = document.items[0].metadata
    assert (metadata.outlet, metadata.section, metadata.medium) == ("Báo Tân Sơn", "Thời sự", Medium.ONLINE)
    assert metadata.published == datetime(2024, 3, 12, 8, 30)
    assert document.notes == ()


@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        ("Ông <b>An</b>, Bí thư.<br><br>Bà Bình.<br/>Hết.", ["Ông An, Bí thư.", "Bà Bình.", "Hết."]),
        ("<div>Ông An.</div><div><div>Bà</div>Bình</div>.", ["Ông An.", "Bà", "Bình", "."]),
        ("<p>Ông An.</p>Bà Bình.<p>Hết.</p>", ["Ông An.", "Bà Bình.", "Hết."]),
        ("<p>Vỗ tay.</p><p>Ông An.</p><p>Vỗ tay.</p>", ["Vỗ tay.", "Ông An.", "Vỗ tay."]),
        ("<table><tr><td>Ông An</td><td>Bí thư</td></tr></table>", ["Ông An", "Bí thư"]),
        ("<ul><li><p>Một</p>hai<ul><li>ba</li></ul></li></ul>", ["Một", "hai", "ba"]),
        ("<p>Ông<script>x()</script> An<!-- y --></p><style>p{}</style>", ["Ông An"]),
        ('<div class="content">Ông An.</div>', ["Ông An."]),
        ("Trần <a href='/x'><span>Văn</span></a> <span>A</span>n", ["Trần Văn An"]),
    ],
)
def test_all_that_is_shown_in_the_body_is_read_once(tmp_path: Path, inner: str, lines: list[str]) -> None:
    page = f"""<html><head><link rel="canonical" href="https://tan-son.example/1"></head><body>
      <div class="content">{inner}</div></body></html>"""
    assert [words for _, words in zones(read(page, tmp_path))] == lines


_TREES = st.recursive(
    st.sampled_from(["một", " hai ", "ba\n", "<br>"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["div", "span", "b", "section", "blockquote", "em"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(inner=_TREES)
def test_no_letter_of_the_body_is_lost_or_moved(tmp_path: Path, inner: str) -> None:
    """Another library reads the same letters."""
    page = f"""<html><head><link rel="canonical" href="https://tan-son.example/1"></head><body>
      <div class="content">x{inner}</div></body></html>"""
    ours = "".join(words for _, words in zones(read(page, tmp_path)))
    theirs = html.fromstring(page).find(".//div[@class='content']").text_content()
    assert "".join(ours.split()) == "".join(theirs.split())


@pytest.mark.parametrize(
    ("page", "profile"),
    [
        (PAGE.replace("tan-son.example", "khac.example"), PROFILE),
        (PAGE, PROFILE.replace("div.content", "div.khong-co")),
    ],
)
def test_another_site_or_a_page_without_that_body_is_read_by_what_pages_share(
    tmp_path: Path, page: str, profile: str
) -> None:
    said = [words for _, words in zones(read(page, tmp_path, profile))]
    assert "Ông Trần Văn An, Bí thư Tỉnh ủy, dự." in said
    assert "Quảng cáo" in said


def test_a_mark_tells_a_page_that_names_no_address(tmp_path: Path) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://tan-son.example/b/1.html">', "")
    profile = PROFILE.replace('host = "tan-son.example"', 'marks = "h1.title"')
    assert read(page, tmp_path, profile).items[0].metadata.outlet == "Báo Tân Sơn"


@pytest.mark.parametrize(
    "wrong",
    ['[article]\nheadline = "h1"', "article = 3", '[article]\nbody = ""', '[article]\nbody = "p"\ncolour = "x"',
     '[article]\nbody = "p[["'],
)  # fmt: skip
def test_a_wrong_profile_is_told(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(PAGE, tmp_path, f'host = "tan-son.example"\n{wrong}\n')
    assert caught.value.problems[0].code == "site-bad-profile"


def test_a_page_that_says_what_it_is_to_machines_is_believed() -> None:
    about = """{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",
      "headline": "Tỉnh ủy họp", "datePublished": "2024-03-12T08:30:00+07:00", "articleSection": ["Thời sự"],
      "publisher": {"name": "Báo Tân Sơn"}}]}"""
    page = f"""<html><head><script type="application/ld+json">{about}</script></head><body><article>
      <p>{"Ông Trần Văn An, Bí thư Tỉnh ủy, dự hội nghị bàn việc chống hạn ở các xã phía tây. " * 2}</p></article></body></html>"""
    metadata = read(page).items[0].metadata
    assert (metadata.outlet, metadata.section) == ("Báo Tân Sơn", "Thời sự")
    assert metadata.day is not None
    assert zones(read(page))[0] == (Zone.HEADLINE, "Tỉnh ủy họp")


@pytest.mark.parametrize(
    "about", ["{", "[1, 2]", '"x"', '{"@type": ["NewsArticle"], "headline": 3}', "[" * 5000]
)
def test_what_it_says_wrongly_is_passed_over(about: str) -> None:
    page = f"""<html><head><script type="application/ld+json">{about}</script></head><body><article>
      <p>{"Ông Trần Văn An dự hội nghị bàn việc chống hạn ở các xã phía tây của tỉnh. " * 2}</p></article></body></html>"""
    assert "Trần Văn An" in read(page).text
