"""Versions of tables that are in force on the same days and answer the same case differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiemtin.analysing.cells import Point
from kiemtin.analysing.claims import Claim
from kiemtin.analysing.probing import Prober, State, Subject
from kiemtin.analysing.witnessing import smallest, witness
from kiemtin.foundation.dates import Validity
from kiemtin.judging.evaluating.compiling import FRAME_SIZE
from kiemtin.judging.evaluating.tables import Lookup
from kiemtin.language import syntax as s
from kiemtin.language.rulebook import Citation

_Layer = tuple[Citation, s.TableVersion]


def overlaps(prober: Prober, cut: Sequence[Subject]) -> Iterator[Claim]:
    """A version that says when it ends, and a later one of the same pack that begins before: which limit the
    author means is in doubt, and an item of those days shows which one the engine takes."""
    for name, table in prober.judge.rulebook.tables.items():
        for at, (citation, later) in enumerate(table.layers):
            for other, earlier in table.layers[at + 1 :]:
                if citation.pack != other.pack or not _ends_within(earlier.validity, later.validity):
                    continue
                found = _shown(prober, cut, name, (other, earlier), later.validity)
                if found is not None:
                    yield found


def _ends_within(earlier: Validity, later: Validity) -> bool:
    return (
        earlier.end is not None
        and later.start is not None
        and later.start <= earlier.end
        and (earlier.start is None or earlier.start < later.start)
    )


def _shown(
    prober: Prober, cut: Sequence[Subject], name: str, earlier: _Layer, later: Validity
) -> Claim | None:
    version = earlier[1]
    for subject in cut:
        if not _speaks_of(subject.pieces[0].rule.requirement, name):
            continue
        points: list[Point] = []
        tried = 0
        for leaf in prober.explore(prober.axes(subject), subject):
            tried += 1
            point, state = leaf.point, leaf.states[0]
            if state not in {State.PASSED, State.FAILED}:
                continue
            facts = prober.facts(point)
            if not (version.validity.covers(facts.context.law_day) and later.covers(facts.context.law_day)):
                continue
            piece = subject.piece(facts.context.law_day)
            assert piece is not None
            answered = piece.lookup(name)(facts, [None] * FRAME_SIZE)
            if isinstance(answered, Lookup) and answered.version is not version:
                points.append(point)
        chosen = smallest(prober, points)
        if chosen is not None:
            shown, certainty = witness(prober, chosen, {subject.id: prober.state(subject, chosen)})
            told: dict[str, object] = {
                "rule": subject.id,
                "table": name,
                "day": later.start,
                "until": version.validity.end,
            }
            return Claim("overlap", (subject.id,), certainty, tried, (shown,), told)
    return None


def _speaks_of(e: s.Expression, name: str) -> bool:
    match e:
        case s.Name(known):
            return known == name
        case s.Logic(_, operands):
            return any(_speaks_of(each, name) for each in operands)
        case s.Comparison(_, left, right) | s.Arithmetic(_, left, right):
            return _speaks_of(left, name) or _speaks_of(right, name)
        case s.Not(operand):
            return _speaks_of(operand, name)
    return False
