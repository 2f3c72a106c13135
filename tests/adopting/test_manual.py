"""The documentation as `kiemtin help` shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.adopting.manual import find, pages, similar
from kiemtin.adopting.terminal_page import render
from kiemtin.foundation.messages import Lang
from kiemtin.reporting.excerpt import display_width

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_page_is_a_topic(lang: Lang) -> None:
    found = pages(lang)

    assert {page.topic for page in found} == {path.name.partition(".")[0] for path in DOCS.glob("*.md")}
    assert all(page.title for page in found)


@pytest.mark.parametrize(
    ("topic", "lang", "page"),
    [
        ("settings", "vi", "settings.md"),
        ("settings", "en", "settings.en.md"),
        ("Danh bạ", "vi", "roster.md"),
        ("danh ba", "vi", "roster.md"),
        ("rosters", "en", "roster.en.md"),
        ("security-gate", "vi", "security-gate.md"),
    ],
)
def test_a_page_is_found_by_its_name_or_its_title(topic: str, lang: Lang, page: str) -> None:
    found = find(topic, pages(lang))

    assert found is not None
    assert found.path.name == page


@pytest.mark.parametrize("topic", ["", "không có", "báo cáo", "the"])
def test_what_means_no_page_or_several_is_none(topic: str) -> None:
    assert find(topic, pages("vi")) is None


def test_a_slip_is_told() -> None:
    assert similar("setings", pages("vi")) == "settings"


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_a_page_fits_and_keeps_its_words(path: Path) -> None:
    shown = render(path.read_text("utf-8"), width=80)
    wide = [line for line in shown.splitlines() if display_width(line) > 80 and not line.startswith("    ")]

    assert [line for line in wide if " " in line.strip().lstrip("- ")] == []
    said = "\n".join(line for line in shown.splitlines() if not line.startswith("    "))
    assert "<!--" not in said
    assert "](" not in said


def test_what_markdown_has_is_shown() -> None:
    page = (
        "# Tít\n\nĐoạn *một* `mã` [ở đây](a.md), [xa](https://x.vn).\n\n- một\n- hai\n  1. trong\n\n"
        "```toml\na = 1\n```\n\n| a | b |\n| --- | --- |\n| 1 | hai |\n\n> lời\n"
    )

    assert render(page, width=40) == (
        "TÍT\n\nĐoạn một mã ở đây, xa (https://x.vn).\n\n- một\n- hai\n  1. trong\n\n    a = 1\n\n"
        "a  b\n1  hai\n\n  lời\n"
    )
    assert render("| a | b |\n|--|--|\n| một hai ba | bốn năm sáu bảy |\n", width=20) == (
        "một hai ba\n    b: bốn năm sáu\n    bảy\n"
    )


@given(st.text(max_size=200))
def test_any_text_can_be_shown_and_acts_on_no_terminal(text: str) -> None:
    shown = render(text, width=40)

    assert "\x1b" not in shown
    assert shown.endswith("\n")
