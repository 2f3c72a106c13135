"""Over many ways of printing a list: its bounds are found, a right order is left alone, a wrong one told."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings

from kiemtin.documents.model import Metadata
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.places import Span
from kiemtin.officials.model import Recognition
from kiemtin_cli.workbench import Workbench

from .generated_lists import Layout, Member, layouts, members, printed

HERE = Path(__file__).parent
DAY = date(2024, 3, 12)


@pytest.fixture(scope="module")
def rule() -> Iterator[Any]:
    """The order rule of the sample pack; its module is found as the scripts of this folder find it."""
    sys.path.insert(0, str(HERE))
    try:
        yield importlib.import_module("ordering").OrderRule(Workbench())
    finally:
        sys.path.remove(str(HERE))


def judged(rule: Any, text: str) -> tuple[Recognition, list[Span]]:
    document = read_text(text, "list", overrides=Metadata(published=DAY))
    recognition = rule.bench.recognizer.recognize(document)
    return recognition, rule.objections(document, recognition)


@settings(max_examples=150, deadline=None)
@given(members(), layouts())
def test_a_right_list_is_found_whole_and_not_objected_to(
    rule: Any, people: list[Member], layout: Layout
) -> None:
    assume(len(people) > 1)
    text, start, stop = printed(layout, people)
    recognition, objections = judged(rule, text)
    assert [text[each.start : each.end] for each in recognition.listings] == [text[start:stop]]
    assert [mention.name for mention in recognition.mentions] == [member.name for member in people]
    assert not objections


@settings(max_examples=150, deadline=None)
@given(members(), layouts())
def test_an_exchange_of_neighbours_of_different_rank_is_objected_to(
    rule: Any, people: list[Member], layout: Layout
) -> None:
    assume(len({member.rank for member in people}) > 1)
    for at, (first, second) in enumerate(pairwise(people)):
        if first.rank != second.rank:
            exchanged = [*people[:at], second, first, *people[at + 2 :]]
            assert judged(rule, printed(layout, exchanged)[0])[1]
