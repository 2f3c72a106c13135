"""The evaluation measures what it says: perfect recognition is perfect, every damage lowers a figure."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Document
from kiemtin.officials.model import Recognition

from .baseline import changed_errors, differences, figures

HERE = Path(__file__).parent
CHOSEN = {"004", "008", "045", "062", "072"}
Damage = Callable[[Recognition], Recognition]


@pytest.fixture(scope="module")
def modules() -> Iterator[SimpleNamespace]:
    """The scripts of this folder, as `python tests/evaluation/evaluate.py` finds them."""
    sys.path.insert(0, str(HERE))
    try:
        names = ("annotated", "baseline", "score", "ordering", "evaluate")
        yield SimpleNamespace(**{name: importlib.import_module(name) for name in names})
    finally:
        sys.path.remove(str(HERE))


class Annotated:
    """In the place of the recogniser: knows the annotation, may damage it."""

    def __init__(self, damage: Damage) -> None:
        self.damage = damage
        self.known: dict[str, Recognition] = {}

    def recognize(self, document: Document) -> Recognition:
        return self.damage(self.known[document.text])


@pytest.fixture
def evaluated(modules: SimpleNamespace) -> Callable[..., dict[str, Any]]:
    def run(damage: Damage = lambda recognition: recognition) -> dict[str, Any]:
        bench = Workbench("nội-quy-báo-mẫu")
        bench.recognizer = Annotated(damage)  # type: ignore[assignment]
        evaluation = modules.evaluate.Evaluation(modules.ordering.OrderRule(bench))
        texts = [
            text
            for text in modules.annotated.read_corpus()
            if text.id[:3] in {"004", "008", "045", "062", "072"}
        ]
        for text in texts:
            known = bench.recognizer.known  # type: ignore[attr-defined]
            for each in (text, *(swap.changed for swap in modules.ordering.swaps(text))):
                known[each.text] = evaluation.rule.annotated(each)
            evaluation.add(text)
        assert not evaluation.doubts
        found: dict[str, Any] = evaluation.result()
        return found

    return run


def test_perfect_recognition_is_perfect(evaluated: Callable[..., dict[str, Any]]) -> None:
    result = evaluated()
    assert result["totals"].pop("texts") == 5
    assert set(result["totals"].values()) == {1.0}
    assert not any(result["errors"].values())


def _without_last(recognition: Recognition) -> Recognition:
    last = len(recognition.mentions) - 1
    kept = tuple(each for each in recognition.listings if last not in each.mentions)
    return Recognition(recognition.mentions[:-1], kept)


def _titles(change: Callable[[Any], Any]) -> Damage:
    return _mentions(lambda mention: mention._replace(titles=tuple(map(change, mention.titles))))


def _mentions(change: Callable[[Any], Any]) -> Damage:
    return lambda recognition: Recognition(tuple(map(change, recognition.mentions)), recognition.listings)


@pytest.mark.parametrize(
    ("damage", "lowered"),
    [
        (_without_last, {"recall", "f1"}),
        (lambda recognition: Recognition(), {"recall", "offices", "attendees", "groups", "swaps", "broken"}),
        (lambda recognition: Recognition(recognition.mentions), {"lists", "groups", "swaps", "broken"}),
        (_mentions(lambda mention: mention._replace(foreign=True)), {"foreign", "swaps"}),
        (_mentions(lambda mention: mention._replace(former=True)), {"former"}),
        (_mentions(lambda mention: mention._replace(person="Ai Đó")), {"person"}),
        (_titles(lambda title: title._replace(end=title.end - 1)), {"offices"}),
        (_titles(lambda title: title._replace(appointed=True)), {"flags"}),
        (_titles(lambda title: title._replace(acting=not title.acting)), {"acting"}),
    ],
)  # fmt: skip
def test_damage_lowers_its_figures(
    evaluated: Callable[..., dict[str, Any]], damage: Damage, lowered: set[str]
) -> None:
    whole, damaged = evaluated(), evaluated(damage)
    fell, _ = differences(whole, damaged)
    names = {line.split()[1].rstrip(":") for line in fell if line.startswith("TOTAL")}
    assert lowered <= names


def test_a_fall_is_told_and_a_rise_is_not_one() -> None:
    def result(right: int) -> dict[str, Any]:
        row = {"texts": 1, **figures(Counter(right=right, found=10, wanted=10))}
        return {"totals": row, "patterns": {"D-1": row}}

    fell, rose = differences(result(9), result(8))
    assert "TOTAL f1: 0.9 -> 0.8" in fell and "D-1 recall: 0.9 -> 0.8" in fell and not rose
    fell, rose = differences(result(8), result(9))
    assert "TOTAL f1: 0.8 -> 0.9" in rose and not fell
    gone = {**result(9), "patterns": {}}
    assert differences(result(9), gone)[0] == ["D-1: gone"]
    assert changed_errors({"a": ["x", "y"]}, {"a": ["y", "z"]}) == (["a: z"], ["a: x"])


def test_finding_somebody_where_nobody_is_lowers_precision() -> None:
    assert figures(Counter())["precision"] == figures(Counter())["f1"] == 1.0
    assert figures(Counter(found=1))["precision"] == figures(Counter(found=1))["f1"] == 0.0
