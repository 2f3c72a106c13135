"""Every form of every office is recognised in a sentence made for it: with each organ and kind of place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import kiemtin_rules
from kiemtin.documents.plain_text import read
from kiemtin.officials.recognizer import Recognizer
from kiemtin.officials.words.loading import load_vocabulary

FOLDER = Path(kiemtin_rules.__file__).parent / "vocabulary"
PLACES = {"province": "Quảng Ngãi", "district": "Sơn Tịnh", "commune": "Hòa Sơn"}
ENDS_WITH_PLACE = ("tỉnh", "huyện", "xã", "phường", "đặc khu", "thị trấn", "Tỉnh ủy", "Huyện ủy")
GATHERING = (
    "đảng ở Trung ương",
    "các Ủy ban của Quốc hội",
    "tổ chức chính trị - xã hội ở Trung ương",
    "rưởng ban của Tỉnh ủy",
)
"""Names by which packs gather offices; no text prints them."""
NO_TITLE = re.compile(r"rưởng (?:Ủy ban|Hội đồng)|^Trưởng Ban Tổ chức$|Việt Nam tại$")
"""What combining gives and nobody prints, or what is a title only with what follows: the head of the *Ban Tổ
chức* of an event, an ambassador *tại* a country.
"""


@cache
def _recognizer() -> Recognizer:
    return Recognizer(load_vocabulary(), None)


def _forms() -> Iterator[tuple[str, str, str]]:
    """Office, level and each printed form, with each organ that its name leaves open."""
    offices: list[dict[str, Any]] = yaml.safe_load((FOLDER / "offices.yaml").read_text("utf-8"))
    organs: dict[str, list[dict[str, Any]]] = yaml.safe_load((FOLDER / "organs.yaml").read_text("utf-8"))
    for office in offices:
        for name in office["names"]:
            if any(part in name for part in GATHERING):
                continue
            kind = name.partition("{")[2].partition("}")[0]
            if not kind:
                yield office["id"], office["level"], name
                continue
            for organ in organs[kind]:
                yield office["id"], office["level"], name.replace(f"{{{kind}}}", organ["name"])


def _printed(form: str) -> bool:
    return not NO_TITLE.search(form)


FORMS = [form for form in _forms() if _printed(form[2])]


def _found(sentence: str) -> set[str | None]:
    document = read(sentence.encode(), "a.txt")
    mentions = _recognizer().recognize(document).mentions
    return {title.office for each in mentions if each.name == "Trần Văn Mẫu" for title in each.titles}


def test_there_are_many_forms() -> None:
    assert len(FORMS) > 900


@pytest.mark.parametrize(
    "sentence",
    [
        "Đồng chí Trần Văn Mẫu, {form}, phát biểu tại hội nghị.",
        "Dự hội nghị có đồng chí {form} Trần Văn Mẫu.",
    ],
)
def test_every_form_is_recognised(sentence: str) -> None:
    lost = [form for office, _, form in FORMS if office not in _found(sentence.format(form=form))]
    assert lost == []


def test_every_form_is_recognised_with_its_place() -> None:
    lost = []
    for office, level, form in FORMS:
        if level in PLACES and form.endswith(ENDS_WITH_PLACE):
            sentence = f"Đồng chí Trần Văn Mẫu, {form} {PLACES[level]}, phát biểu tại hội nghị."
            if office not in _found(sentence):
                lost.append(form)
    assert lost == []
