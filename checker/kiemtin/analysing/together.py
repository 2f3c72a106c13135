"""What is wrong with two rules: no item can satisfy both, or one never says more than the other."""

from __future__ import annotations

from collections.abc import Iterator

from kiemtin.analysing.cells import Point
from kiemtin.analysing.claims import Claim
from kiemtin.analysing.cuts import DAY
from kiemtin.analysing.probing import Prober, State, Subject
from kiemtin.analysing.witnessing import smallest, witness, worst

_STRENGTH = {"note": 0, "should": 1, "must": 2}
_Pair = tuple[State, State]


def claims_of(prober: Prober, first: Subject, second: Subject) -> Iterator[Claim]:
    """Of two rules that can be cut and ask something of the same axis. Raises OutOfTimeError, and
    TooManyCellsError."""
    if not _may_meet(first, second):
        return
    axes = prober.axes(first, second)
    states: dict[Point, _Pair] = {}
    for leaf in prober.explore(axes, first, second, narrow=True):
        states[leaf.point] = (leaf.states[0], leaf.states[1])
    yield from _conflict(prober, first, second, states)
    yield from _shadow(prober, first, second, states)


def _may_meet(first: Subject, second: Subject) -> bool:
    asked = first.required.axes & second.required.axes
    days = any(
        a.first_day <= b.last_day and b.first_day <= a.last_day for a in first.pieces for b in second.pieces
    )
    return bool(asked) and days


def _conflict(prober: Prober, first: Subject, second: Subject, states: dict[Point, _Pair]) -> Iterator[Claim]:
    """Items alike in all that decides whether the rules apply are looked at together: if each rule can be
    met, but whatever the rest is one of them fails, nobody can satisfy both."""
    context = first.meant.axes | second.meant.axes | {DAY}
    groups: dict[Point, list[Point]] = {}
    for point in states:
        groups.setdefault(tuple(pair for pair in point if pair[0] in context), []).append(point)
    torn: list[tuple[Point, Point]] = []
    for group in groups.values():
        pairs = [states[point] for point in group]
        if not all(State.FAILED in pair for pair in pairs):
            continue
        left = [p for p in group if states[p] == (State.PASSED, State.FAILED)]
        right = [p for p in group if states[p] == (State.FAILED, State.PASSED)]
        if left and right:
            torn.append((left[0], right[0]))
    chosen = smallest(prober, [left for left, _ in torn])
    if chosen is None:
        return
    other = dict(torn)[chosen]
    shown = [
        witness(prober, p, dict(zip((first.id, second.id), states[p], strict=True))) for p in (chosen, other)
    ]
    certainty = worst([each for _, each in shown])
    told: dict[str, object] = {"rule": first.id, "other": second.id}
    yield Claim(
        "conflict", (first.id, second.id), certainty, len(states), tuple(each for each, _ in shown), told
    )


def _shadow(prober: Prober, first: Subject, second: Subject, states: dict[Point, _Pair]) -> Iterator[Claim]:
    """Every failure of the one is also one of the other, which is no weaker."""
    both = [point for point, pair in states.items() if pair == (State.FAILED, State.FAILED)]
    if not both:
        return
    only_first = any(a is State.FAILED and b is not State.FAILED for a, b in states.values())
    only_second = any(b is State.FAILED and a is not State.FAILED for a, b in states.values())
    strengths = [_STRENGTH[each.pieces[0].rule.modality] for each in (first, second)]
    if not only_first and not only_second and strengths[0] == strengths[1]:
        kind, hidden, over = "same", first, second
    elif not only_first and strengths[1] >= strengths[0]:
        kind, hidden, over = "shadowed", first, second
    elif not only_second and strengths[0] >= strengths[1]:
        kind, hidden, over = "shadowed", second, first
    else:
        return
    point = smallest(prober, both)
    assert point is not None
    shown, certainty = witness(prober, point, {first.id: State.FAILED, second.id: State.FAILED}, "fail")
    told: dict[str, object] = {"rule": hidden.id, "other": over.id}
    yield Claim(
        "same" if kind == "same" else "shadowed", (hidden.id, over.id), certainty, len(states), (shown,), told
    )
