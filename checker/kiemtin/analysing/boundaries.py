"""Examples on both sides of each limit of a rule, judged, to be kept by its author."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from kiemtin.analysing.cells import Axes, Point
from kiemtin.analysing.cuts import DAY
from kiemtin.analysing.probing import Prober, Recognize, State, Subject
from kiemtin.analysing.witnessing import example_of, is_plain, judged
from kiemtin.judging.findings import Outcome
from kiemtin.judging.judge import Judge
from kiemtin.language import syntax as s

_OUTCOMES = {"pass": Outcome.PASSED, "fail": Outcome.FAILED, "out_of_scope": Outcome.OUT_OF_SCOPE}
MOST = 12


def boundary_examples(
    judge: Judge, recognize: Recognize, rule_id: str, seconds: float = 20
) -> tuple[s.Example, ...] | None:
    """Pairs of items that differ on one axis alone, by one step, and come to different outcomes; on the
    newest day. None for a rule that cannot be cut. Raises OutOfTimeError and TooManyCellsError."""
    prober = Prober(judge, recognize, monotonic() + seconds)
    subject = next(each for each in prober.subjects if each.id == rule_id)
    if not subject.is_cut:
        return None
    whole = prober.axes(subject)
    newest = whole.values[DAY][-1]
    axes = whole.within(((DAY, newest),))
    leaves = [leaf.point for leaf in prober.explore(axes, subject)]
    points = [point for point in leaves if is_plain(prober, dict(point))]
    chosen: dict[Point, None] = {}
    for point in sorted(points, key=lambda each: sum(value is not None for _, value in each)):
        if prober.state(subject, point) is State.PASSED:
            chosen |= dict.fromkeys(_over_the_edge(prober, subject, axes, point))
    found = [_example(prober, subject, point) for point in chosen]
    return tuple(example for example in found if _holds(prober, rule_id, example))[:MOST]


def _over_the_edge(prober: Prober, subject: Subject, axes: Axes, point: Point) -> Sequence[Point]:
    """The point and its neighbour beyond a limit of what the rule requires."""
    for axis, value in point:
        values = axes.values[axis]
        if axis not in subject.required.axes or value not in values:
            continue
        at = values.index(value)
        for beside in values[max(0, at - 1) : at + 2]:
            other = tuple((name, beside if name == axis else given) for name, given in point)
            if prober.state(subject, other) is State.FAILED:
                return point, other
    return ()


def _example(prober: Prober, subject: Subject, point: Point) -> s.Example:
    failed = prober.state(subject, point) is State.FAILED
    return example_of(prober, point, "fail" if failed else "pass")


def _holds(prober: Prober, rule_id: str, example: s.Example) -> bool:
    found = judged(prober, example, {rule_id})
    return {each.outcome for each in found} == {_OUTCOMES[example.kind]}
