from __future__ import annotations

import html.parser
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from kiemtin.checking.workbench import Examination, Workbench
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.messages import Lang
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.reporting.page.rendering import Page, render

ROOT = Path(__file__).parents[3]
CORPUS, GOLDEN = ROOT / "corpus", ROOT / "tests" / "golden"
DRAFT, RUNDOWN = "drafts/hoi-nghi-sai-thu-tu.txt", "rundowns/thoi-su-toi-sai-thu-tu.xlsx"


def examined(name: str) -> Examination:
    bench = Workbench("nội-quy-đài-mẫu" if name.startswith("rundowns") else "nội-quy-báo-mẫu")
    return bench.examine(read_bytes((CORPUS / name).read_bytes(), name.rpartition("/")[2]))


class Structure(html.parser.HTMLParser):
    """Tags, ids and links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value:
                self.links.append(value)


@pytest.mark.parametrize(("name", "lang"), [(DRAFT, "vi"), (DRAFT, "en"), (RUNDOWN, "vi"), (RUNDOWN, "en")])
def test_the_page_of_a_sample(golden: Callable[[Path, str], None], name: str, lang: Lang) -> None:
    page = render([examined(name)], lang)

    golden(GOLDEN / f"{name.rpartition('/')[2]}.{lang}.html", re.sub(r"kiemtin \d[^\"]*", "kiemtin", page))
    assert page == render([examined(name)], lang)


def test_every_link_leads_somewhere_and_back() -> None:
    structure = Structure(render([examined(DRAFT), examined(RUNDOWN)], "vi"))

    assert len(structure.ids) == len(set(structure.ids))
    assert {link[1:] for link in structure.links} <= set(structure.ids)
    cards = {key for key in structure.ids if re.fullmatch(r"r\d+-c\d+", key)}
    assert len(cards) == 3
    for card in cards:
        assert f"#{card}" in structure.links
        assert f"#{card.replace('c', 'm')}" in structure.links


def test_the_page_loads_and_runs_nothing() -> None:
    page = render([examined(DRAFT)], "vi")
    structure = Structure(page)

    assert not {"script", "img", "link", "iframe", "object", "form"} & set(structure.tags)
    assert not {"style", "onclick", "src", "onerror"} & structure.attributes
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert "url(" not in style
    assert "@import" not in style


def test_the_bulletin_shows_the_required_order_and_lengths() -> None:
    page = render([examined(RUNDOWN)], "vi")

    assert "lên chỗ tin 2" in page
    assert "xuống chỗ tin 3" in page
    assert page.count('<rect class="planned"') == 4


def test_the_reasoning_of_each_finding_is_folded_beneath_it() -> None:
    page = render([examined(DRAFT)], "vi")

    assert page.count("<details>") == 2
    assert "yêu cầu người.lần_đầu_ngoài_tít có chức_danh: sai" in page


EVIL = (
    "---\nNgày đăng: 12/03/2024\n---\n<script>alert(1)</script> {{ 7*7 }} {% raw %}\n\n"
    "Dự họp có các đồng chí: Vũ Minh Đức, Phó Chủ tịch UBND tỉnh; "
    "\u202eLê Thị Bình\u202c, Phó Bí thư Tỉnh ủy; "
    'Trần Văn An \x1b[31m<img src=x onerror="a">\x07, Bí thư Tỉnh ủy. </p></main> &amp; ]]> --> \ufffe\n'
)


def test_words_never_become_markup_or_control() -> None:
    bench = Workbench("nội-quy-báo-mẫu")
    evil = bench.examine(read_bytes(EVIL.encode(), "<b>\"x'.txt"))
    clean = bench.examine(read_bytes(b"Ch\xc3\xa8\n\nCh\xc3\xa8.", "a.txt"))

    page = render([evil], "vi", [Problem("document-empty", FilePlace("<i>b</i>\x1b.txt"))])

    allowed = set(Structure(render([clean, examined(DRAFT)], "vi")).tags)
    assert set(Structure(page).tags) <= allowed | {"section"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} {% raw %}" in page
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe]", page)
    assert "&lt;i&gt;b&lt;/i&gt;␛.txt" in page


def test_a_report_is_written_without_reasons_where_nobody_asks() -> None:
    page = Page("en")

    section = page.section(examined(DRAFT).report)

    assert "<details>" not in section
    assert "kiemtin explain" not in section
