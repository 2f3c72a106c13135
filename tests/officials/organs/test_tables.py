"""The data of rows and ended names: it agrees with itself and with the vocabulary."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import kiemtin_rules
from kiemtin.foundation.places import Span
from kiemtin.officials.organs.dated_names import find_dated_names
from kiemtin.officials.organs.rows import find_rows
from kiemtin.officials.organs.tables import ended_tables, order_tables

FOLDER = Path(kiemtin_rules.__file__).parent
TOLD = {
    name: yaml.safe_load((FOLDER / "organs" / f"{name}.yaml").read_text("utf-8"))
    for name in ("order", "ended")
}


@pytest.mark.parametrize("name", TOLD)
def test_every_row_has_its_source_and_every_source_its_row(name: str) -> None:
    told: dict[str, Any] = TOLD[name]
    rows = told.get("kinds", []) + told.get("names", [])
    used = {row["source"] for row in rows}
    used |= {told["enterprises"]["source"]} if "enterprises" in told else {"provinces"}
    assert used == set(told["sources"])


def test_no_name_stands_twice() -> None:
    for told, key in ((TOLD["order"], "kinds"), (TOLD["ended"], "names")):
        names = [name for row in told[key] for name in row["names"]]
        assert len(names) == len(set(names))


def test_provinces_and_ministries_that_ended_are_known() -> None:
    names = ended_tables().names
    provinces = {name for name in names if name.startswith("tỉnh ")}
    assert len(provinces) == 63 - 34
    assert names["Bộ Giao thông vận tải"].until == date(2025, 2, 28)
    assert names["Ủy ban Dân tộc"].now == "Bộ Dân tộc và Tôn giáo"


def test_no_name_in_force_begins_with_one_that_ended() -> None:
    organs = yaml.safe_load((FOLDER / "vocabulary" / "organs.yaml").read_text("utf-8"))
    present = [
        row["name"]
        for rows in organs.values()
        for row in rows
        if isinstance(row, dict) and "until" not in row
    ]
    assert not [(old, name) for old in ended_tables().names for name in present if name.startswith(old)]


@pytest.mark.parametrize("name", sorted(ended_tables().names))
def test_each_ended_name_is_found_in_a_sentence(name: str) -> None:
    text = f"Sáng 12/9, UBND {name} họp." if name.startswith("tỉnh ") else f"Sáng 12/9, {name} họp."
    assert [
        text[each.span.start : each.span.end] for each in find_dated_names(text, [Span(0, len(text))])
    ] == [name]


@pytest.mark.parametrize("name", sorted(order_tables().kinds))
def test_each_organ_is_found_in_a_row(name: str) -> None:
    group = order_tables().kinds[name].group
    others = ["Quốc hội", "Chính phủ", "Nhà nước"] if group == "central" else ["HĐND", "UBND", "Hội CCB"]
    kind = order_tables().kinds[name].id
    kept = [other for other in others if order_tables().kinds[other].id != kind][:2]
    text = f"Dự có lãnh đạo {', '.join([name, *kept])} và nhân dân."
    (row,) = find_rows(text, [Span(0, len(text))], date(2025, 9, 12))
    assert [text[each.name.start : each.name.end] for each in row] == [name, *kept]


def test_a_company_is_an_enterprise_whatever_its_name() -> None:
    text = "Dự có lãnh đạo UBND, Hội Nông dân tỉnh, Công ty Cổ phần Nước Nam Sơn."
    (row,) = find_rows(text, [Span(0, len(text))], date(2025, 9, 12))
    assert [each.kind.id for each in row] == ["committee", "farmers", "enterprise"]


_WORDS = [
    "Tỉnh ủy",
    "HĐND",
    "UBND",
    "tỉnh",
    "huyện",
    "Bình Phước",
    "MTTQ",
    ",",
    ", ",
    " và ",
    " ",
    "“",
    "”",
    "\n",
    "Công ty",
    "Bộ",
    "GTVT",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=25).map("".join))
def test_whatever_the_text_is_all_that_is_found_stands_in_it(text: str) -> None:
    span = [Span(0, len(text))]
    for row in find_rows(text, span, date(2025, 9, 12)):
        assert len(row) >= 3
        assert len({organ.kind.id for organ in row if organ.kind.id != "enterprise"}) > 1
        for before, after in pairwise(row):
            assert before.name.end <= before.span.end < after.span.start
    for name in find_dated_names(text, span):
        assert text[name.span.start : name.span.end] in ended_tables().names
