"""The press corpus is whole, and its evaluation sees what it says it sees."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

HERE = str(Path(__file__).parent)


@pytest.fixture(scope="module")
def press() -> Iterator[ModuleType]:
    sys.path.insert(0, HERE)
    try:
        import evaluate_press

        yield evaluate_press
    finally:
        sys.path.remove(HERE)


def test_every_form_is_there_in_number(press: ModuleType) -> None:
    kinds = [sample.kind for sample in press.read_samples()]
    assert kinds.count("rundown") >= 12
    assert kinds.count("print-issue") >= 4
    assert kinds.count("home-page") >= 2
    assert len(set(kinds)) > 20 and len(kinds) >= 78


def test_a_mistake_that_nobody_declared_is_a_false_finding_and_one_not_found_is_missed(
    press: ModuleType,
) -> None:
    wrong = next(each for each in press.read_samples() if each.id == "002-hoi-nghi-doi-cho")
    right = next(each for each in press.read_samples() if each.id == "001-hoi-nghi-so-ket-quy")
    measured = press.Measured()
    measured.sample(wrong)
    assert measured.counts["order"] == {"true": 1}
    measured.sample(replace(wrong, true=()))
    assert measured.counts["order"] == {"true": 1, "false": 1}
    measured.sample(replace(right, true=wrong.true))
    assert measured.counts["order"] == {"true": 1, "false": 1, "missed": 1}
