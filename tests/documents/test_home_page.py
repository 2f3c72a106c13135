"""Saved home pages: slots by a profile of ten lines, items in order, places that lead back to elements."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.model import Document, Medium, Metadata, Supplied, Zone
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.problems import DocumentError

pytest.importorskip("selectolax")
from lxml import html

PROFILE = """host = "tan-son.example"
[[slots]]
name = "nổi bật nhất"
items = "#top article"
headline = "h2"
lead = ".sapo"
[[slots]]
name = "dòng chính"
items = ".stream article"
headline = "h3"
section = ".cat"
time = "time"
"""
PAGE = """<!doctype html><html><head><title>Báo Tân Sơn</title>
<link rel="canonical" href="https://www.tan-son.example/"></head><body>
<nav><h3>Mục lục</h3></nav>
<div class="stream"><article><h3><a href="/b">Xã họp &amp; bàn</a></h3><b class="cat">Chính trị</b>
<time datetime="2024-03-12T08:00:00+07:00">sáng</time></article>
<article><a href="/c"><h3>Khánh thành <em>cầu</em></h3></a></article><article><p>Quảng cáo</p></article></div>
<div id="top"><p>Một</p><article><h2>Tỉnh ủy họp</h2><p class="sapo">Ông Trần Văn An dự.</p></article></div>
</body></html>"""


@pytest.fixture
def sites(tmp_path: Path) -> Supplied:
    return site(tmp_path, PROFILE)


def site(folder: Path, profile: str) -> Supplied:
    (folder / "tan-son.toml").write_text(profile, "utf-8")
    return Supplied(sites=(str(folder / "tan-son.toml"),))


def read(page: str, given: Metadata) -> Document:
    return read_bytes(page.encode(), "trang-chu.html", overrides=given)


def headlines(document: Document) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if b.zone is Zone.HEADLINE]


def test_items_stand_slot_by_slot_in_the_order_of_the_page(sites: Supplied) -> None:
    document = read(PAGE, sites)
    assert document.kind == "bulletin"
    assert headlines(document) == ["Tỉnh ủy họp", "Xã họp & bàn", "Khánh thành cầu"]
    top, one, two = document.items
    assert [item.block for item in document.items] == ["nổi bật nhất", "dòng chính", "dòng chính"]
    assert [item.metadata.position for item in document.items] == [1, 2, 3]
    assert [item.metadata.own_value("thu tu trong o") for item in document.items] == ["1", "1", "2"]
    assert {item.metadata.medium for item in document.items} == {Medium.ONLINE}
    assert (one.metadata.section, str(one.metadata.published)) == ("Chính trị", "2024-03-12 08:00:00")
    assert one.metadata.own_value("dia chi") == "/b"
    assert two.metadata.own_value("dia chi") == "/c"
    assert (top.metadata.section, top.metadata.published) == (None, None)
    assert top.blocks[1].zone is Zone.LEAD
    assert one.blocks[0].origin.part == "/html/body/div/article/h3"
    assert two.blocks[0].origin.part == "/html/body/div/article[2]/a/h3"
    assert top.blocks[1].origin.part == "/html/body/div[2]/article/p"


def test_what_is_said_of_the_saved_page_holds_for_its_items(tmp_path: Path) -> None:
    from datetime import datetime

    from kiemtin.foundation.records import replace

    saved = replace(site(tmp_path, PROFILE), published=datetime(2024, 3, 12, 9), outlet="Báo Tân Sơn")
    assert {item.metadata.outlet for item in read(PAGE, saved).items} == {"Báo Tân Sơn"}


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("tan-son.example", "khac.example"),
        PAGE.replace("tan-son.example/", "tan-son.example/tin/mot-bai"),
        PAGE.replace('<link rel="canonical" href="https://www.tan-son.example/">', ""),
    ],
)
def test_any_other_page_is_read_as_an_article(page: str, sites: Supplied) -> None:
    assert read(page, sites).kind == "item"
    assert read(PAGE, Metadata()).kind == "item"


def test_who_saved_the_page_may_say_its_address(sites: Supplied) -> None:
    page = PAGE.replace('<link rel="canonical" href="https://www.tan-son.example/">', "")
    saved = f"<!-- saved from url=(0024)https://tan-son.example/ -->\n{page}"
    assert read(saved, sites).kind == "bulletin"


def test_a_mark_tells_the_home_page_of_a_site_that_gives_no_address(tmp_path: Path) -> None:
    marked = site(tmp_path, PROFILE.replace('host = "tan-son.example"', 'marks = "#top"'))
    assert read(PAGE, marked).kind == "bulletin"
    assert read(PAGE.replace('id="top"', ""), marked).kind == "item"


def test_an_item_counts_in_the_first_slot_that_has_it(tmp_path: Path) -> None:
    again = site(tmp_path, PROFILE + '[[slots]]\nname = "tất cả"\nitems = "article"\nheadline = "h2, h3"\n')
    document = read(PAGE, again)
    assert headlines(document) == ["Tỉnh ủy họp", "Xã họp & bàn", "Khánh thành cầu"]
    assert [(note.code, note.unread) for note in document.notes] == [("home-slot-empty", True)]


def test_a_slot_without_items_is_told_as_not_checked(sites: Supplied) -> None:
    document = read(PAGE.replace('id="top"', 'id="moi"'), sites)
    (note,) = document.notes
    assert (note.code, note.arguments, note.unread) == ("home-slot-empty", {"slot": "nổi bật nhất"}, True)


def test_a_page_without_any_item_is_refused(sites: Supplied) -> None:
    with pytest.raises(DocumentError) as caught:
        read(PAGE.replace("article", "section"), sites)
    check(caught.value, "home-no-items")


@pytest.mark.parametrize(
    "profile",
    [
        "",
        "host = 3\n" + PROFILE.partition("\n")[2],
        PROFILE.partition("\n")[2],
        'host = "a"\n',
        'host = "a"\nslots = []\n',
        'host = "a"\nslots = [1]\n',
        'host = "a"\n[[slots]]\nname = "x"\nitems = "p"\n',
        'host = "a"\n[[slots]]\nname = "x"\nitems = "p"\nheadline = ""\n',
        'host = "a"\n[[slots]]\nname = "x"\nitems = "p"\nheadline = "a"\nbody = "p"\n',
        "khac = 1\n" + PROFILE,
        PROFILE.replace("#top article", "#top [["),
        PROFILE.replace('"h2"', '"h2 >> ("'),
        PROFILE + "x" * 100_001,
        "host = [",
        "host = \ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)
def test_each_bad_profile_has_its_error(tmp_path: Path, profile: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(PAGE, site(tmp_path, profile))
    check(caught.value, "site-bad-profile")


def test_a_profile_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read(PAGE, Supplied(sites=(str(tmp_path / "không.toml"),)))
    check(caught.value, "document-not-found")


def check(error: DocumentError, code: str) -> None:
    (problem,) = error.problems
    assert problem.code == code
    for lang in ("vi", "en"):
        assert "{" not in message(problem.code, lang, problem.arguments)  # type: ignore[arg-type]
        assert help_for(problem.code, lang, problem.arguments)  # type: ignore[arg-type]


WORDS = st.text("aăâêxyĐ .,", min_size=1, max_size=15).map(lambda words: " ".join(words.split())).filter(bool)
ARTICLE = st.tuples(st.booleans(), st.integers(0, 3), WORDS)


@given(st.lists(ARTICLE, min_size=1, max_size=8))
def test_every_headline_leads_back_to_its_element(articles: list[tuple[bool, int, str]]) -> None:
    """By another parser of HTML, with other elements before and around."""
    made = ""
    for at, (wrapped, before, words) in enumerate(articles):
        inner = f"{'<p>x</p>' * before}<h3>{at}: {words}</h3>"
        article = f"<article><div>{inner}</div></article>" if wrapped else f"<article>{inner}</article>"
        made += f"<div>{article}</div>" if before % 2 else article
    page = (
        f'<html><head><link rel="canonical" href="https://tan-son.example/"></head><body>{made}</body></html>'
    )
    profile = PROFILE.replace(".stream article", "article").replace("#top article", "#none")
    with tempfile.TemporaryDirectory() as name:
        document = read(page, site(Path(name), profile))
    assert [int(words.partition(":")[0]) for words in headlines(document)] == list(range(len(articles)))
    tree = html.document_fromstring(page)
    for block in document.blocks:
        (element,) = tree.getroottree().xpath("/".join(_first(part) for part in block.origin.part.split("/")))
        assert " ".join(element.text_content().split()) == block.span.of(document.text)


def _first(part: str) -> str:
    return part if not part or "[" in part else f"{part}[1]"
