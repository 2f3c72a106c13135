"""Three-valued logic."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from kiemtin.foundation.text import text_key
from kiemtin.judging.values import ABSENT, Missing, conjunction, disjunction, missing, negation

PAGE, EVENT = missing("page"), missing("event")
TRUTHS = [True, False, PAGE]


def as_kleene(value: Any) -> float:
    """False, missing, true as 0, ½, 1: `and` is the least, `or` the greatest."""
    return 0.5 if isinstance(value, Missing) else float(value is True)


@pytest.mark.parametrize("operands", list(product(TRUTHS, repeat=3)))
def test_and_is_the_least_and_or_the_greatest(operands: tuple[Any, ...]) -> None:
    assert as_kleene(conjunction(operands)) == min(map(as_kleene, operands))
    assert as_kleene(disjunction(operands)) == max(map(as_kleene, operands))


@pytest.mark.parametrize("truth", TRUTHS)
def test_not_mirrors(truth: Any) -> None:
    assert as_kleene(negation(truth)) == 1 - as_kleene(truth)


def test_what_does_not_exist_is_false_and_not_missing() -> None:
    assert negation(ABSENT) is True
    assert conjunction([ABSENT, PAGE]) is False
    assert disjunction([ABSENT]) is False


def test_all_that_is_missing_is_told_once() -> None:
    both = conjunction([PAGE, EVENT, PAGE])
    assert sorted(datum.name for datum in both.data) == ["event", "page"]


@pytest.mark.parametrize(
    ("left", "right"),
    [("hòa", "hoà"), ("ỦY", "uỷ"), ("Đại  hội", "đại hội"), ("đại\u00a0hội", "đại hội"), ("kỹ", "kĩ")],
)
def test_texts_equal_whatever_their_spelling(left: str, right: str) -> None:
    assert text_key(left) == text_key(right)


def test_tones_are_letters() -> None:
    assert text_key("hoa") != text_key("hòa")
