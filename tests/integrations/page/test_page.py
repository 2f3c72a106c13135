"""The page in a browser: readable everywhere, by everybody, and alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ..conftest import lack

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = [(360, "light"), (1280, "dark"), (360, "dark"), (1280, "light")]


@pytest.fixture(scope="session")
def axe() -> str:
    if not AXE.exists():
        lack("axe-core")
    return AXE.read_text("utf-8")


@pytest.mark.parametrize(("width", "scheme"), LOOKS[:2])  # both widths, both schemes
@pytest.mark.parametrize("name", ["drafts", "rundowns"])
def test_axe_finds_nothing(
    browser: Any, pages: dict[str, Path], axe: str, name: str, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 900}
    page = browser.new_page(viewport=size, color_scheme=scheme, bypass_csp=True)  # axe has styles of its own
    page.goto(pages[name].as_uri())
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    assert wide <= width, "a page that has to be pushed sidewise"


def test_pictures_are_kept(browser: Any, pages: dict[str, Path], artefacts: Path) -> None:
    for name in ("draft", "rundowns"):
        for width, scheme in LOOKS:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.goto(pages[name].as_uri())
            picture = page.screenshot(path=artefacts / f"page-{name}-{width}-{scheme}.png", full_page=True)
            page.close()
            assert picture.startswith(b"\x89PNG")


def test_nothing_is_asked_for_and_nothing_refused(browser: Any, pages: dict[str, Path]) -> None:
    page = browser.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: told.append(line.text))
    page.goto(pages["drafts"].as_uri())
    styled = page.evaluate("getComputedStyle(document.querySelector('.card')).borderLeftWidth")
    page.close()

    assert asked == [pages["drafts"].as_uri()]
    assert told == []
    assert styled == "6px", "the policy must allow our own styles"


def test_words_and_cards_lead_to_each_other_by_keyboard(browser: Any, pages: dict[str, Path]) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 500})
    page.goto(pages["draft"].as_uri())
    page.focus("a.mark.must >> nth=1")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#r1-c2"
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 500
    page.focus("#r1-c2 .quote a")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#r1-m2"
    marked = page.evaluate("getComputedStyle(document.querySelector(':target + .mark')).outlineStyle")
    page.focus("#r1-c2 summary")
    page.keyboard.press("Enter")
    assert page.is_visible("#r1-c2 .tree")
    page.close()

    assert marked == "solid"


def test_it_prints(browser: Any, pages: dict[str, Path], artefacts: Path) -> None:
    page = browser.new_page()
    page.goto(pages["draft"].as_uri())
    printed = page.pdf(path=artefacts / "page-draft.pdf", format="A4")
    page.emulate_media(media="print")
    folded = page.is_visible("#r1-c1 .tree")
    page.close()

    assert printed.startswith(b"%PDF")
    assert folded, "paper cannot be unfolded"
