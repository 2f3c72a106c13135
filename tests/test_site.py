"""The documentation as a site, its pictures, and what it promises to stay."""

from __future__ import annotations

import importlib.util
import re
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest

from kiemtin.foundation.problems import ExitCode

DOCS = Path(__file__).parents[1] / "docs"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SITE = script("build_site")


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.hrefs: list[str] = []
        self.loaded: list[str] = []
        self.lang = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if said.get("id"):
            self.ids.add(said["id"] or "")
        if tag == "a" and said.get("href"):
            self.hrefs.append(said["href"] or "")
        elif tag == "link":
            self.loaded.append(said.get("href") or "")
        elif said.get("src"):
            self.loaded.append(said["src"] or "")
        if tag == "html":
            self.lang = said.get("lang") or ""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    SITE.build(folder)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Links]:
    return {path.name: Links(path.read_text("utf-8")) for path in site.glob("*.html")}


def test_every_page_is_there_in_its_language(pages: dict[str, Links]) -> None:
    assert {f"{path.name.removesuffix('.md')}.html" for path in DOCS.glob("*.md")} < pages.keys()
    assert pages["adopt.html"].lang == "vi"
    assert pages["adopt.en.html"].lang == "en"
    assert {"adopt.en.html", "editor.en.html", "index.html"} - {*pages["index.en.html"].hrefs} == set()


def test_every_link_leads_to_a_page_and_a_heading(site: Path, pages: dict[str, Links]) -> None:
    from urllib.parse import unquote

    for name, page in pages.items():
        for href in page.hrefs:
            target, _, anchor = unquote(href).partition("#")
            if re.match(r"https?:", target):
                continue
            assert (site / (target or name)).is_file(), f"{name}: {href}"
            if anchor and (target or name).endswith(".html"):
                assert anchor in pages[target or name].ids, f"{name}: {href}"


def test_nothing_comes_from_elsewhere(site: Path, pages: dict[str, Links]) -> None:
    for name, page in pages.items():
        assert all((site / target).is_file() for target in page.loaded), name
        assert "<script" not in (site / name).read_text("utf-8")
    assert "url(" not in (site / "site.css").read_text()


def test_the_same_pages_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    SITE.build(tmp_path)
    for path in site.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / path.relative_to(site)).read_bytes()


@pytest.mark.parametrize("name", ["finding.svg", "finding.en.svg", "people.svg", "people.en.svg"])
def test_a_picture_shows_what_is_printed(name: str) -> None:
    drawing = script("build_pictures")

    assert (DOCS / "images" / name).read_text("utf-8") == drawing.picture(name)


@pytest.mark.parametrize("page", ["stability.md", "stability.en.md"])
def test_the_promised_versions_are_those_of_the_code(page: str) -> None:
    """Who raises one says so here, and in the page of changes."""
    from kiemtin.accepting import baselines
    from kiemtin.auditing import schema
    from kiemtin.reporting import json_model
    from kiemtin.serving import answers

    rows = re.findall(r"^\| (.+?) \| (\d+) \|", (DOCS / page).read_text("utf-8"), re.M)
    promised = [int(version) for _, version in rows]

    known = [json_model.VERSION, 1, baselines.VERSION, answers.VERSION, schema.VERSION]
    assert promised == [1, 1, *known, 1, 1, 1]
    assert [code.value for code in ExitCode] == [0, 1, 2, 3, 4, 5]


def test_pages_in_two_languages_speak_of_the_same() -> None:
    """A page with a translation has as many headings and rows as that."""
    for name in ("adopt", "editor", "author", "auditor", "administrator", "packs", "changes", "stability"):
        vietnamese, english = ((DOCS / f"{name}{end}").read_text("utf-8") for end in (".md", ".en.md"))
        for form in (r"^#+ ", r"^\| ", r"^- ", r"^    kiemtin "):
            counts = [len(re.findall(form, text, re.M)) for text in (vietnamese, english)]
            assert counts[0] == counts[1], f"{name}: {form}"
