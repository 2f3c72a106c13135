"""What changes for whom from one rulebook to another, with an item for each kind of change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from kiemtin.analysing.cells import Axes, Point, days_to_try
from kiemtin.analysing.claims import Certainty, Witness
from kiemtin.analysing.cuts import Cuts
from kiemtin.analysing.probing import OutOfTimeError, Prober, State, Subject, TooManyCellsError
from kiemtin.analysing.witnessing import Expected, smallest, witness, worst
from kiemtin.foundation.records import Record
from kiemtin.language.rulebook import BoundRule

Turn = Literal["stricter", "looser", "added", "removed", "reworded", "unknown", "modality", "scope"]


class Change(Record):
    """`stricter`: items that passed or were not meant now fail; `looser`: failing ones no longer do; `scope`:
    more or fewer items are judged, with no other failure. `unknown` is a rule whose text changed in a way
    that cells cannot follow, or time was over. Witnesses are the item judged before and after."""

    turn: Turn
    rule: str
    other: str | None
    cells: int
    tried: int
    before: Witness | None = None
    after: Witness | None = None
    certainty: Certainty = "shown"


Matched = tuple[Subject, tuple[Subject, ...]]


def changes(old: Prober, new: Prober) -> tuple[Change, ...]:
    """Rules are the same if their names are, or one takes the place of the other (`thay`)."""
    found: list[Change] = []
    taken: set[str] = set()
    for subject in old.subjects:
        others = tuple(each for each in new.subjects if is_successor(each, subject))
        taken |= {each.id for each in others}
        if not others:
            found.append(Change("removed", subject.id, None, 0, 0))
            continue
        found += _changed(old, new, subject, others)
    found += [Change("added", subject.id, None, 0, 0) for subject in new.subjects if subject.id not in taken]
    return tuple(found)


def is_successor(new: Subject, old: Subject) -> bool:
    """By id, by name, or by what it overrides."""
    mine, theirs = new.pieces[0].rule, old.pieces[0].rule
    return mine.name == theirs.name or theirs.citation in mine.overrides


def _changed(old: Prober, new: Prober, subject: Subject, others: Sequence[Subject]) -> Iterator[Change]:
    same = [each for each in others if each.pieces[0].rule.name == subject.pieces[0].rule.name]
    nearest = (same or list(others))[0]
    before, after = subject.pieces[0].rule, nearest.pieces[0].rule
    if before.modality != after.modality:
        yield Change("modality", subject.id, nearest.id, 0, 0)
    if not subject.is_cut or not all(each.is_cut for each in others):
        if _text_of(before) != _text_of(after):
            yield Change("unknown", subject.id, nearest.id, 0, 0)
        return
    try:
        turned, tried = turns(old, new, subject, others)
    except (OutOfTimeError, TooManyCellsError):
        yield Change("unknown", subject.id, nearest.id, 0, 0)
        return
    if not turned and _text_of(before) != _text_of(after):
        yield Change("reworded", subject.id, nearest.id, 0, tried)
    for turn, cells in turned.items():
        yield shown(old, new, subject, others, turn, cells, tried)


def joint_axes(old: Prober, new: Prober, subjects: Sequence[Subject]) -> Axes:
    cuts = Cuts()
    for subject in subjects:
        cuts = cuts.join(subject.cuts)
    pieces = [piece for each in subjects for piece in each.pieces]
    days = days_to_try(cuts.days, min(p.first_day for p in pieces), max(p.last_day for p in pieces))
    return Axes(cuts, days, old.ranks | new.ranks)


def turns(
    old: Prober, new: Prober, subject: Subject, others: Sequence[Subject]
) -> tuple[dict[Turn, list[Point]], int]:
    """The cells that come to something else, by what turned, and how many were tried. Raises OutOfTimeError
    and TooManyCellsError."""
    found: dict[Turn, list[Point]] = {}
    tried = 0
    axes = joint_axes(old, new, (subject, *others))
    for before in old.explore(axes, subject):
        for after in new.explore(axes.within(before.point), *others):
            tried += 1
            was, now = before.states[0], combined(after.states)
            turn = _turn(was, now)
            if turn is not None:
                found.setdefault(turn, []).append(merged(before.point, after.point))
    return found, tried


def merged(first: Point, second: Point) -> Point:
    return tuple(sorted(dict((*first, *second)).items()))


def _turn(was: State, now: State) -> Turn | None:
    if was is now:
        return None
    if now is State.FAILED:
        return "stricter"
    if was is State.FAILED:
        return "looser"
    return "scope" if State.PASSED in (was, now) else None


def combined(states: Sequence[State]) -> State:
    """Of rules that stand for one: what any says is wrong is wrong; else who is in force speaks."""
    for state in (
        State.FAILED,
        State.PASSED,
        State.EXCEPTED,
        State.UNLIMITED,
        State.UNDECIDED,
        State.NOT_MEANT,
    ):
        if state in states:
            return state
    return State.NOT_RUN


def shown(
    old: Prober,
    new: Prober,
    subject: Subject,
    others: Sequence[Subject],
    turn: Turn,
    cells: Sequence[Point],
    tried: int,
) -> Change:
    """The change with its smallest item, judged by both."""
    point = smallest(new, cells)
    assert point is not None
    states = {each.id: new.state(each, point) for each in others}
    before, sure = witness(old, point, {subject.id: old.state(subject, point)})
    expected: Expected = states
    after, sure_after = witness(new, point, expected)
    said = [each for each in others if states[each.id] is combined(list(states.values()))]
    return Change(turn, subject.id, said[0].id, len(cells), tried, before, after, worst([sure, sure_after]))


def _text_of(rule: BoundRule) -> tuple[object, ...]:
    """What a rule says, without its place."""
    exceptions = tuple((each.label, each.condition, each.validity) for each in rule.exceptions)
    return rule.loops, rule.when, rule.requirement, rule.unless, exceptions, rule.validity
