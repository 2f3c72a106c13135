"""Claims about random rules agree with trying every item of a dense grid."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiemtin.analysing.analysis import analyse
from kiemtin.analysing.cells import Point
from kiemtin.analysing.probing import Prober, State
from kiemtin.checking.workbench import Workbench

_PAGES, _PHOTOS, _EVENTS = range(1, 7), range(7), ("lễ", "họp", "việc khác")
_GRID = list(product(_PAGES, _PHOTOS, _EVENTS))

_atoms = st.one_of(
    st.builds("tin.trang {} {}".format, st.sampled_from(["<=", ">=", "="]), st.integers(1, 5)),
    st.builds("tin.số_ảnh {} {}".format, st.sampled_from(["<=", ">=", "=", "!="]), st.integers(0, 5)),
    st.sampled_from(['tin.sự_kiện = "lễ"', 'tin.sự_kiện trong {"lễ", "họp"}', 'không tin.sự_kiện = "họp"']),
)
_conditions = st.one_of(
    _atoms,
    st.builds("({} và {})".format, _atoms, _atoms),
    st.builds("({} hoặc {})".format, _atoms, _atoms),
)


@st.composite
def _rules(draw: st.DrawFn, name: str) -> str:
    lines = [f"  quy tắc {name}"]
    if draw(st.booleans()):
        lines.append(f"    khi  {draw(_conditions)}")
    lines.append(f"    phải {draw(_conditions)}")
    if draw(st.booleans()):
        lines.append(f"    trừ khi {draw(_conditions)}")
    if draw(st.booleans()):
        lines += [f"  ngoại lệ lệ của {name}", f"    khi  {draw(_conditions)}"]
    return "\n".join(lines) + "\n"


def _point(page: int, photos: int, event: str) -> Point:
    values = {"page": float(page), "photos": float(photos), "event": event, "published_on": date(2020, 1, 1)}
    return tuple(sorted(values.items()))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rules=st.tuples(_rules("một"), _rules("hai")))
def test_claims_agree_with_every_item(
    rules: tuple[str, str], bench: Workbench, head: str, tmp_path: Path
) -> None:
    path = tmp_path / "thử.quy"
    path.write_text(head.format(name="thử", more="") + "".join(rules), encoding="utf-8")
    bench._judges.pop(str(path), None)
    judge = bench.judge_of(str(path))
    recognize = bench.recognizer.recognize
    found = analyse(judge, recognize)
    assert not found.skipped
    claimed = {(claim.kind, *claim.rules) for claim in found.claims}
    assert all(claim.certainty == "shown" for claim in found.claims)
    prober = Prober(judge, recognize)
    states = {
        subject.id: [prober.state(subject, _point(*item)) for item in _GRID] for subject in prober.subjects
    }
    for rule, came in states.items():
        seen = set(came)
        swallowed = ("swallowed", rule) in claimed
        assert (("never-applies", rule) in claimed) == (seen == {State.NOT_MEANT})
        asked = seen - {State.NOT_MEANT}
        if not swallowed:
            assert (("never-fails", rule) in claimed) == (State.PASSED in asked and State.FAILED not in asked)
            assert (("never-holds", rule) in claimed) == (State.FAILED in asked and State.PASSED not in asked)
            assert asked != {State.EXCEPTED}
    for first, second in combinations(states, 2):
        pairs = list(zip(states[first], states[second], strict=True))
        only_first = any(a is State.FAILED and b is not State.FAILED for a, b in pairs)
        only_second = any(b is State.FAILED and a is not State.FAILED for a, b in pairs)
        both = (State.FAILED, State.FAILED) in pairs
        if ("same", first, second) in claimed:
            assert both and not only_first and not only_second
        if ("shadowed", first, second) in claimed:
            assert both and not only_first
        if ("shadowed", second, first) in claimed:
            assert both and not only_second
        subjects = [each for each in prober.subjects if each.id in {first, second}]
        asked_alike = subjects[0].required.axes & subjects[1].required.axes
        if asked_alike:
            assert (("conflict", first, second) in claimed) == _torn(prober, pairs)


def _torn(prober: Prober, pairs: list[tuple[State, State]]) -> bool:
    """Whether items alike in all that decides if the rules apply always fail one, though each can be met."""
    names = ("page", "photos", "event")
    context = [
        at for at, name in enumerate(names) if any(name in each.meant.axes for each in prober.subjects)
    ]
    groups: dict[tuple[object, ...], set[tuple[State, State]]] = {}
    for item, pair in zip(_GRID, pairs, strict=True):
        groups.setdefault(tuple(item[at] for at in context), set()).add(pair)
    return any(
        all(State.FAILED in pair for pair in group)
        and {(State.PASSED, State.FAILED), (State.FAILED, State.PASSED)} <= group
        for group in groups.values()
    )
