"""A point as an item that anybody can read, keep as an example, and have judged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Literal

from kiemtin.analysing.cells import Point, Value
from kiemtin.analysing.claims import Certainty, Witness
from kiemtin.analysing.cuts import DAY
from kiemtin.analysing.probing import Prober, State, event_of, published_of
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.judging.trying.staging import stage
from kiemtin.language import syntax as s

_OUTCOMES = {
    State.PASSED: Outcome.PASSED,
    State.FAILED: Outcome.FAILED,
    State.NOT_MEANT: Outcome.OUT_OF_SCOPE,
    State.EXCEPTED: Outcome.OUT_OF_SCOPE,
    State.UNLIMITED: Outcome.OUT_OF_SCOPE,
    State.UNDECIDED: Outcome.NOT_CHECKABLE,
    State.NOT_RUN: Outcome.NOT_RUN,
}
_UNITS = {"syllables": "syllables", "words": "words", "duration": "seconds"}
_ORDER = (
    "medium",
    "outlet",
    "section",
    "block_heading",
    "event",
    "page",
    "position",
    "photos",
    "leader_count",
)
Expected = dict[str, State]
"""What each rule is to come to, by its id."""


def example_of(
    prober: Prober, point: Point, kind: Literal["pass", "fail", "out_of_scope"] = "pass"
) -> s.Example:
    """The item as an example of a pack. A rank that no office has is given as a datum."""
    values = dict(point)
    data: list[tuple[str, s.Expression]] = []
    published, event = published_of(values), event_of(values)
    if isinstance(published, datetime):
        data.append(("published_at", s.Moment(published)))
    else:
        data.append((DAY, s.Day(published)))
    if event is not None:
        data.append(("event_at", s.Moment(event)))
    for axis in _ORDER:
        value = values.get(axis)
        if isinstance(value, str):
            data.append((axis, s.Text(value)))
        elif isinstance(value, int | float):
            data.append((axis, s.Quantity(_plain(value))))
    for axis, unit in _UNITS.items():
        value = values.get(axis)
        if isinstance(value, int | float):
            data.append((axis, s.Quantity(_plain(value), unit)))
    if not is_plain(prober, values):
        rank = values["rank"]
        assert isinstance(rank, int | float)
        data.append(("rank", s.Quantity(_plain(rank))))
    return s.Example(kind, prober.text_of(values), tuple(data))


def is_plain(prober: Prober, values: dict[str, Value]) -> bool:
    """Whether the rank is one that the words tell: some office has it on that day."""
    rank, day = values.get("rank"), values[DAY]
    if rank is None:
        return True
    assert isinstance(rank, int | float) and isinstance(day, date)
    return prober.office_of(int(rank), day) is not None


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else value


def smallest(prober: Prober, points: Iterable[Point]) -> Point | None:
    """Of several the one that says least and names an office that there is, on the latest day."""

    def weight(point: Point) -> tuple[object, ...]:
        values = dict(point)
        day = values[DAY]
        assert isinstance(day, date)
        said = sum(value is not None for value in values.values())
        return not is_plain(prober, values), said, -day.toordinal()

    return min(points, key=weight, default=None)


def witness(
    prober: Prober, point: Point, expected: Expected, kind: Literal["pass", "fail", "out_of_scope"] = "pass"
) -> tuple[Witness, Certainty]:
    """The item judged anew from its text, by the whole engine; `shown` if all rules come to what was
    expected and the item is one that can be."""
    example = example_of(prober, point, kind)
    findings = judged(prober, example, expected)
    agreed = all(
        any(each.outcome is _OUTCOMES[state] for each in findings if each.rule == rule)
        for rule, state in expected.items()
    )
    plain = is_plain(prober, dict(point))
    return Witness(example, findings), "shown" if agreed and plain else "possible"


def judged(prober: Prober, example: s.Example, rules: Collection[str]) -> tuple[Finding, ...]:
    """What the engine says of an example by some rules; it judges by all."""
    facts = stage(example, bulletin=False).facts(prober.judge, prober.recognize)
    found = prober.judge.judge_facts(facts).findings
    return tuple(each for each in found if each.rule in rules)


def worst(certainties: Sequence[Certainty]) -> Certainty:
    return "possible" if "possible" in certainties else "shown"
