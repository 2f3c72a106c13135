"""What came of trying an example, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from kiemtin.documents.model import Document
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.judging.evaluating.rules import CompiledRule
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.judging.telling.values_in_words import quoted
from kiemtin.language.syntax import Example


class ExampleResult(NamedTuple):
    """What came of one example or of damaging it. `ok` None: the rule is of a kind that cannot be damaged."""

    rule: str
    number: int
    """1-based, in the order of the rule's examples."""
    kind: Literal["pass", "fail", "out_of_scope", "damage"]
    ok: bool | None
    problem: Problem | None = None
    done: str | None = None
    """Of a damage: the id of the message that says what was done to the example, or why nothing could be."""


_EXPECTED = {
    "pass": Phrase("đạt", "passed"),
    "fail": Phrase("không đạt", "failed"),
    "out_of_scope": Phrase("ngoài phạm vi", "out of scope"),
}
_OUTCOMES = {
    Outcome.PASSED: Phrase("đạt", "passed"),
    Outcome.FAILED: Phrase("không đạt", "failed"),
    Outcome.OUT_OF_SCOPE: Phrase("ngoài phạm vi", "out of scope"),
    Outcome.NOT_CHECKABLE: Phrase("chưa đủ dữ liệu", "not checkable"),
    Outcome.NOT_RUN: Phrase("không chạy", "not run"),
}


def place_of_example(rule: CompiledRule, number: int) -> FilePlace:
    """Where the example stands; where its rule does if that is not known."""
    places = rule.rule.example_places
    return places[number - 1] if number <= len(places) else rule.rule.place


def expected(example: Example) -> Phrase:
    outcome = _EXPECTED[example.kind]
    if not example.reports:
        return outcome
    words = ", ".join(map(quoted, example.reports))
    return Phrase(f"{outcome.vi}, báo {words}", f"{outcome.en}, reporting {words}")


def actual(findings: Sequence[Finding], document: Document) -> Phrase:
    """The outcomes that came instead, with the words pointed at and the data that was missing."""
    vi, en = [], []
    for finding in findings:
        outcome = _OUTCOMES[finding.outcome]
        where = f" ({quoted(finding.place.of(document.text))})" if finding.place else ""
        lacking = "".join(f" [{datum.name}]" for datum in finding.missing)
        vi.append(outcome.vi + where + lacking)
        en.append(outcome.en + where + lacking)
    return Phrase("; ".join(dict.fromkeys(vi)), "; ".join(dict.fromkeys(en)))


def example_words(example: Example) -> str:
    """How an example is told: its text, else its first row, else its data."""
    if example.text is not None:
        return example.text
    if example.rows:
        return " | ".join(example.rows[0])
    return ", ".join(name for name, _ in example.data)
