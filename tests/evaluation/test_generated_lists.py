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
from hypothesis import strategies as st

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Metadata
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.places import Span
from kiemtin.officials.model import Recognition

from .generated_lists import Layout, Member, layouts, members, printed, two_sides, with_former

HERE = Path(__file__).parent
DAY = date(2024, 3, 12)


@pytest.fixture(scope="module")
def rule() -> Iterator[Any]:
    """The order rule of the sample pack; its module is found as the scripts of this folder find it."""
    sys.path.insert(0, str(HERE))
    try:
        yield importlib.import_module("ordering").OrderRule(Workbench("nội-quy-báo-mẫu"))
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


@settings(max_examples=100, deadline=None)
@given(members(most=8), st.sets(st.integers(0, 7)))
def test_each_side_has_an_order_of_its_own(rule: Any, people: list[Member], chosen: set[int]) -> None:
    sides = [[each for at, each in enumerate(people) if (at in chosen) is guest] for guest in (True, False)]
    assume(all(sides))
    recognition, objections = judged(rule, two_sides(*sides))
    (listing,) = recognition.listings
    assert listing.groups == (0,) * len(sides[0]) + (1,) * len(sides[1])
    assert not objections
    for number, side in enumerate(sides):
        if side[0].rank != side[-1].rank:
            turned = [side[::-1] if at == number else each for at, each in enumerate(sides)]
            assert judged(rule, two_sides(*turned))[1]


@settings(max_examples=100, deadline=None)
@given(members((1, 2, 3, 4, 8), 8), st.sets(st.integers(0, 7)), st.sampled_from(("beside", "block")))
def test_former_leaders_stand_behind_their_successors_or_in_a_block(
    rule: Any, people: list[Member], left: set[int], place: str
) -> None:
    holders = [each for at, each in enumerate(people) if at not in left]
    former = [each for at, each in enumerate(people) if at in left]
    assume(holders and former)
    recognition, objections = judged(rule, with_former(holders, former, place))
    assert {mention.name for mention in recognition.mentions if mention.former} == {
        each.name for each in former
    }
    assert not objections
