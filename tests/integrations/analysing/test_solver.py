"""A solver says of random pairs of rules what analysis says of them: the cells overlook nothing."""

from __future__ import annotations

import operator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiemtin.analysing.analysis import analyse
from kiemtin.checking.workbench import Workbench

z3 = pytest.importorskip("z3", exc_type=ImportError)

SIGNS = {"<=": operator.le, ">=": operator.ge, "=": operator.eq, "<": operator.lt, ">": operator.gt}
Atom = tuple[str, int]
_atoms = st.tuples(st.sampled_from(sorted(SIGNS)), st.integers(0, 60))
_pairs = st.lists(_atoms, min_size=1, max_size=2)
_rule = st.tuples(_pairs, _pairs)


def _said(name: str, atoms: list[Atom], joint: str) -> str:
    return f" {joint} ".join(f"tin.{name} {sign} {number}" for sign, number in atoms)


def _written(name: str, when: list[Atom], required: list[Atom]) -> str:
    return f"  quy tắc {name}\n    khi  {_said('trang', when, 'và')}\n    phải {_said('số_ảnh', required, 'và')}\n"


def _meant(variable: Any, atoms: list[Atom]) -> Any:
    return z3.And([SIGNS[sign](variable, number) for sign, number in atoms])


def _can(*formulas: Any) -> bool:
    solver = z3.Solver()
    solver.add(*formulas)
    return bool(solver.check() == z3.sat)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(first=_rule, second=_rule)
def test_a_solver_agrees(
    first: tuple[list[Atom], list[Atom]],
    second: tuple[list[Atom], list[Atom]],
    bench: Workbench,
    head: str,
    tmp_path: Path,
) -> None:
    path = tmp_path / "thử.quy"
    rules = _written("một", *first) + _written("hai", *second)
    path.write_text(head.format(name="thử", more="") + rules, encoding="utf-8")
    bench._judges.pop(str(path), None)
    found = analyse(bench.judge_of(str(path)), bench.recognizer.recognize)
    claimed = {(claim.kind, *(rule.rpartition(".")[2] for rule in claim.rules)) for claim in found.claims}
    page, photos = z3.Ints("page photos")
    world = z3.And(page >= 1, photos >= 0)
    when = {"một": _meant(page, first[0]), "hai": _meant(page, second[0])}
    asks = {"một": _meant(photos, first[1]), "hai": _meant(photos, second[1])}
    expected: set[tuple[str, ...]] = set()
    for name in when:
        if not _can(world, when[name]):
            expected.add(("never-applies", name))
        elif not _can(world, when[name], z3.Not(asks[name])):
            expected.add(("never-fails", name))
        elif not _can(world, when[name], asks[name]):
            expected.add(("never-holds", name))
    fails = {name: z3.And(world, when[name], z3.Not(asks[name])) for name in when}
    both = _can(fails["một"], fails["hai"])
    hidden = {
        name: both and not _can(fails[name], z3.Not(z3.And(when[other], z3.Not(asks[other]))))
        for name, other in (("một", "hai"), ("hai", "một"))
    }
    if all(hidden.values()):
        expected.add(("same", "một", "hai"))
    else:
        expected |= {("shadowed", a, b) for a, b in (("một", "hai"), ("hai", "một")) if hidden[a]}
    can_meet = all(_can(world, asks[name]) for name in asks)
    if can_meet and _can(world, *when.values()) and not _can(world, *asks.values()):
        expected.add(("conflict", "một", "hai"))
    assert claimed == expected
