"""Titles beside a name that nobody was found to hold."""

from __future__ import annotations

from pathlib import Path

import yaml

import kiemtin_rules
from kiemtin.foundation.places import Span
from kiemtin.officials.evidence.phrases_told import PhrasesTold
from kiemtin.officials.evidence.titles_beside import title_beside

LISTS = yaml.safe_load(
    (Path(kiemtin_rules.__file__).parent / "vocabulary" / "evidence.yaml").read_text("utf-8")
)
TEXT = "Hai Phó Chủ tịch tỉnh gồm ông Trần Văn An và bà Lê Thị Bình cùng dự."


def beside(name: str, taken: tuple[str, ...] = ()) -> str | None:
    at = TEXT.index(name)
    spans = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in taken]
    found = title_beside(PhrasesTold(LISTS), TEXT, Span(at, at + len(name)), 0, len(TEXT), spans)
    return None if found is None else found.of(TEXT)


def test_an_office_that_nobody_holds_is_told() -> None:
    assert beside("Lê Thị Bình") == "Phó Chủ tịch"


def test_an_office_that_somebody_holds_is_that_one_s() -> None:
    assert beside("Lê Thị Bình", ("Phó Chủ tịch tỉnh",)) is None
