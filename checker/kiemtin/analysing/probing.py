"""Points as facts of an item, and what rules come to for them, by the engine's own closures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from time import monotonic

from kiemtin.analysing.cells import Axes, Point, Value, days_to_try, numbers
from kiemtin.analysing.cuts import DAY, DELAY, Cuts, cuts_of, limits_in
from kiemtin.documents.model import Document, Item, Medium, Metadata
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.records import Record
from kiemtin.judging.evaluating.compiling import FRAME_SIZE
from kiemtin.judging.evaluating.force import precedence_on
from kiemtin.judging.evaluating.rules import CompiledRule, Verdict
from kiemtin.judging.facts.item import MEDIA, ItemFacts
from kiemtin.judging.findings import MissingDatum
from kiemtin.judging.judge import Judge
from kiemtin.judging.values import ABSENT, Missing
from kiemtin.language.rulebook import PrecedenceInForce
from kiemtin.language.syntax import Quantity, Text
from kiemtin.officials.model import Recognition

NOBODY_NAMED = "Xã Hòa Sơn khánh thành trường mầm non."
NAMED = "Đồng chí Đoàn Bá Mộc, {office}, thăm xã Hòa Sơn."
"""An invented name that no roster knows."""
_MEDIA = {words: medium for medium, words in MEDIA.items()}
_METADATA = frozenset({"outlet", "event", "section", "page", "position", "photos", "duration"})
_COUNTED = frozenset({"page", "position", "photos"})
Recognize = Callable[[Document], Recognition]


class OutOfTimeError(Exception):
    """The time that was given is over."""


class TooManyCellsError(Exception):
    """There are more cells than are tried."""


class State(Enum):
    """What a rule comes to for a point."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_MEANT = "not-meant"
    EXCEPTED = "excepted"
    UNLIMITED = "unlimited"
    """No limit stands for it: an empty cell, or no row."""
    UNDECIDED = "undecided"
    NOT_RUN = "not-run"


_STATES = {
    Verdict.PASSED: State.PASSED,
    Verdict.FAILED: State.FAILED,
    Verdict.NOT_MEANT: State.NOT_MEANT,
    Verdict.EXCEPTED: State.EXCEPTED,
}


NOT_ASKED = frozenset({State.NOT_RUN, State.NOT_MEANT})
MOST_LEAVES = 20_000
_NOTHING: frozenset[str] = frozenset()
_GIVEN = ("syllables", "words", "leader_count")
_NOT_KNOWN: dict[str, object] = {axis: Missing(MissingDatum(axis)) for axis in (*_GIVEN, "rank")}
_NOT_KNOWN["subject"] = _NOT_KNOWN["rank"]
_AXES: dict[str, tuple[str, ...]] = {
    axis: (axis,) for axis in (*_GIVEN, *sorted(_METADATA), "medium", "rank")
} | {"published_at": ("published_time", DELAY), "event_at": (DELAY,), "block": ("block_heading",)}
"""By the datum that is missing the axes that would give it."""


class Leaf(Record):
    """What was given, and what each rule comes to for every item of which that is true."""

    point: Point
    states: tuple[State, ...]


class Subject(Record):
    """A rule with the limits at which it is cut; `pieces` are its periods in force."""

    id: str
    pieces: tuple[CompiledRule, ...]
    meant: Cuts
    required: Cuts
    cuts: Cuts
    """Both."""
    axes: frozenset[str]
    """Those of the cuts."""
    asked_first: frozenset[str]
    """Those that decide whether it applies."""

    @property
    def is_cut(self) -> bool:
        return not (self.pieces[0].needs_bulletin or self.meant.opaque or self.required.opaque)

    def piece(self, day: date) -> CompiledRule | None:
        return next((each for each in self.pieces if each.first_day <= day <= each.last_day), None)


def subjects_of(judge: Judge) -> tuple[Subject, ...]:
    pieces: dict[str, list[CompiledRule]] = {}
    for rule in judge.rules:
        pieces.setdefault(rule.rule.id, []).append(rule)
    found = []
    for name, rules in pieces.items():
        cuts = [cuts_of(each.rule, judge.rulebook) for each in rules]
        meant, required = cuts[0]
        for more_meant, more_required in cuts[1:]:
            meant, required = meant.join(more_meant), required.join(more_required)
        joined = meant.join(required)
        found.append(Subject(name, tuple(rules), meant, required, joined, joined.axes, meant.axes))
    return tuple(found)


class Prober:
    """Of one judge. Whatever it was asked once it knows."""

    def __init__(self, judge: Judge, recognize: Recognize, until: float | None = None) -> None:
        self.judge, self.recognize, self.until = judge, recognize, until
        self.subjects = subjects_of(judge)
        self.cells = 0
        self._states: dict[tuple[str, Point], tuple[State, frozenset[str]]] = {}
        self._axes_of: dict[str, frozenset[str]] = {}
        self._limits_of: dict[tuple[str, Point], dict[str, set[float]]] = {}
        self._facts: dict[Point, ItemFacts] = {}
        self._texts: dict[str, tuple[Document, Recognition]] = {}
        self._offices: dict[tuple[int, int], str | None] = {}

    # The axes to look at

    def axes(self, *subjects: Subject) -> Axes:
        """Those of all the rules together, on days on which one of them is in force."""
        cuts = Cuts()
        for subject in subjects:
            cuts = cuts.join(subject.cuts)
        pieces = [piece for subject in subjects for piece in subject.pieces]
        first, last = min(each.first_day for each in pieces), max(each.last_day for each in pieces)
        return Axes(cuts, days_to_try(cuts.days, first, last), self.ranks)

    @property
    def ranks(self) -> set[int]:
        return {rank for each in self.judge.rulebook.precedence for rank in each.ranks.values()}

    def check_time(self) -> None:
        if self.until is not None and monotonic() > self.until:
            raise OutOfTimeError

    # What rules come to

    def explore(
        self, axes: Axes, *subjects: Subject, thorough: bool = False, narrow: bool = False
    ) -> Iterator[Leaf]:
        """The cells of the axes, those together for which all rules come to the same whatever else is true:
        what is not given there does not matter. With `thorough` all that exceptions ask is given wherever a
        rule applies; with `narrow` limits are only tried where they are the answer. Raises
        OutOfTimeError and TooManyCellsError.
        """
        before = sorted(frozenset().union(*(subject.cuts.may_lack for subject in subjects)))
        stack: list[Point] = [((DAY, day),) for day in reversed(axes.values[DAY])]
        leaves = 0
        while stack:
            point = stack.pop()
            given = {name for name, _ in point}
            axis = next((name for name in before if name not in given), None)
            states: list[State] = []
            if axis is None:
                axis = self._next(subjects, point, given, states, thorough=thorough)
            if axis is not None:
                values = self._values(axes, subjects, point, axis) if narrow else axes.values[axis]
                more = [_with(point, axis, value) for value in values]
                stack += reversed(more)
                continue
            leaves += 1
            if leaves > MOST_LEAVES:
                raise TooManyCellsError
            if leaves % 64 == 0:
                self.check_time()
            yield Leaf(point, tuple(states))

    def _values(self, axes: Axes, subjects: Sequence[Subject], point: Point, axis: str) -> Sequence[Value]:
        """Of what only requirements ask: the limits that hold for these items, all else being known."""
        if axis == DAY or any(axis in subject.asked_first | subject.cuts.may_lack for subject in subjects):
            return axes.values[axis]
        limits: set[float] = set()
        for subject in subjects:
            if axis in subject.required.texts:
                return axes.values[axis]
            if axis in subject.required.numbers and self.partial(subject, point)[1]:
                limits |= self._limits(subject, point, axis)
        known = self.ranks if axis == "rank" else ()
        found: list[Value] = list(numbers(axis, limits, known))
        return [*found, None] if axis == "rank" else found

    def _limits(self, subject: Subject, point: Point, axis: str) -> set[float]:
        names = self._axes_of[subject.id]
        own = tuple([pair for pair in point if pair[0] in names])
        key = (subject.id, own)
        if key not in self._limits_of:
            facts = self.facts(own)
            piece = subject.piece(facts.context.law_day)
            assert piece is not None

            def answered(table: str) -> Quantity | Text | None:
                found = piece.lookup(table)(facts, [None] * FRAME_SIZE)
                return None if isinstance(found, Missing) else found.cell

            self._limits_of[key] = limits_in(piece.rule.requirement, self.judge.rulebook, answered)
        return self._limits_of[key].get(axis, set())

    def _next(
        self,
        subjects: Sequence[Subject],
        point: Point,
        given: set[str],
        states: list[State],
        *,
        thorough: bool,
    ) -> str | None:
        """The axis to go on with. All that decides whether a rule applies comes before what any of them asks:
        cells that are alike in the one are then told apart by the other alone. Without an axis left `states`
        are filled."""
        context = frozenset().union(*(subject.asked_first for subject in subjects)) - given
        asked: list[str] = []
        for subject in subjects:
            state, needed = self.partial(subject, point)
            states.append(state)
            if not needed and not (thorough and state not in NOT_ASKED):
                continue
            first = sorted(needed & context) or sorted(subject.asked_first & context)
            if first:
                return first[0]
            wanted = sorted(needed)
            if DELAY in wanted and "published_time" in subject.axes - given:
                wanted.insert(0, "published_time")
            asked += wanted
        return asked[0] if asked else None

    def state(self, subject: Subject, point: Point) -> State:
        """Where the point gives all that the rule asks."""
        return self.partial(subject, point)[0]

    def partial(self, subject: Subject, point: Point) -> tuple[State, frozenset[str]]:
        """What a rule comes to, and the axes of which more would have to be known to be sure of it."""
        axes = self._axes_of.get(subject.id)
        if axes is None:
            axes = self._axes_of[subject.id] = subject.axes | {DAY}
        own = tuple([pair for pair in point if pair[0] in axes])
        key = (subject.id, own)
        found = self._states.get(key)
        if found is None:
            found = self._states[key] = self._find(subject, own)
        return found

    def _find(self, subject: Subject, point: Point) -> tuple[State, frozenset[str]]:
        self.cells += 1
        facts = self.facts(point)
        piece = subject.piece(facts.context.law_day)
        if piece is None:
            return State.NOT_RUN, _NOTHING
        piece.compiler.budget.begin_document()
        case = piece.decide(facts, [None] * FRAME_SIZE)
        needed = _NOTHING
        if case.missing is not None:
            lacking = {axis for datum in case.missing.data for axis in _AXES.get(datum.name, ())}
            needed = frozenset(lacking & subject.axes - {name for name, _ in point})
        if case.verdict is not Verdict.UNDECIDED:
            return _STATES[case.verdict], needed
        unlimited = case.missing is not None and case.missing.is_unlimited
        return State.UNLIMITED if unlimited else State.UNDECIDED, needed

    def facts(self, point: Point) -> ItemFacts:
        found = self._facts.get(point)
        if found is None:
            found = self._facts[point] = self._make(dict(point))
        return found

    def _make(self, values: dict[str, Value]) -> ItemFacts:
        given = dict(_NOT_KNOWN)
        words = self.text_of(values)
        document, recognition = self._recognised(words)
        metadata = metadata_of(values)
        document = Document(
            "", "item", document.text, (Item(document.items[0].blocks, metadata),), metadata, document.source
        )
        for axis in _GIVEN:
            if values.get(axis) is not None:
                given[axis] = values[axis]
        rank = values.get("rank")
        if rank is not None:
            given["rank"] = rank
            given["subject"] = True  # somebody
        elif "rank" in values:
            given["rank"] = given["subject"] = ABSENT
        facts: ItemFacts = self.judge.facts(document, recognition, None, (given,)).items[0]
        return facts

    # The text of an item

    def text_of(self, values: dict[str, Value]) -> str:
        rank, day = values.get("rank"), values[DAY]
        if rank is None:
            return NOBODY_NAMED
        assert isinstance(rank, int | float) and isinstance(day, date)
        office = self.office_of(int(rank), day)
        if office is None:
            precedence = precedence_on(self.judge.rulebook, day)
            known = sorted(precedence.names) if precedence is not None else []
            office = next((name for each in known if (name := self.office_of(each, day))), "Bí thư Tỉnh ủy")
        return NAMED.format(office=office)

    def office_of(self, rank: int, day: date) -> str | None:
        """The words of an office that recognition gives exactly this rank on that day."""
        precedence = precedence_on(self.judge.rulebook, day)
        if precedence is None:
            return None
        key = (id(precedence), rank)
        if key not in self._offices:
            self._offices[key] = self._look_for_office(precedence, rank, day)
        return self._offices[key]

    def _look_for_office(self, precedence: PrecedenceInForce, rank: int, day: date) -> str | None:
        for office in precedence.names.get(rank, ()):
            document, recognition = self._recognised(NAMED.format(office=office))
            item = self.judge.facts(document, recognition, day).items[0]
            if item.rank == rank:
                return office
        return None

    def _recognised(self, words: str) -> tuple[Document, Recognition]:
        if words not in self._texts:
            document = read_text(words)
            self._texts[words] = document, self.recognize(document)
        return self._texts[words]


def _with(point: Point, axis: str, value: Value) -> Point:
    return tuple(sorted((*point, (axis, value)), key=lambda pair: pair[0]))


def published_of(values: dict[str, Value]) -> date | datetime:
    """With an hour where one counts."""
    day, hour = values[DAY], values.get("published_time")
    assert isinstance(day, date)
    if hour is None and DELAY not in values:
        return day
    seconds = hour if isinstance(hour, int | float) else 43_200
    return datetime.combine(day, time()) + timedelta(seconds=seconds)


def event_of(values: dict[str, Value]) -> datetime | None:
    delay, published = values.get(DELAY), published_of(values)
    if not isinstance(delay, int | float) or not isinstance(published, datetime):
        return None
    return published - timedelta(seconds=delay)


def metadata_of(values: dict[str, Value]) -> Metadata:
    fields: dict[str, object] = {"published": published_of(values), "event_time": event_of(values)}
    medium = values.get("medium")
    if isinstance(medium, str):
        fields["medium"] = _medium(medium)
    for axis in _METADATA:
        value = values.get(axis)
        if value is not None:
            fields[axis] = int(value) if axis in _COUNTED and isinstance(value, float) else value
    return Metadata(**fields)  # type: ignore[arg-type]


def _medium(words: str) -> Medium | None:
    return _MEDIA.get(words)
