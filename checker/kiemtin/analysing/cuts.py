"""Where a rule's conditions can change: for each axis of an item the limits that the rule compares it with.

A rule can be cut if every comparison in it is of one axis with what does not depend on the item but by
tables: then nothing changes between two limits, and one item for each cell stands for all.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import product

from kiemtin.foundation.dates import Validity
from kiemtin.language import syntax as s
from kiemtin.language.choosing import interval
from kiemtin.language.rulebook import BoundRule, Rulebook
from kiemtin.language.terms.units import in_base_unit, unit_type

DAY, DELAY, NOBODY = "published_on", "delay", "subject"
NUMBERS = frozenset(
    {"rank", "page", "position", "photos", "leader_count", "syllables", "words", "duration", "published_time"}
)
TEXTS = frozenset({"medium", "outlet", "event", "section", "block_heading"})
_LENGTHS = {"syllables": "syllables", "words": "words", "duration": "duration", "number": "syllables"}
_MOMENTS = ("published_at", "event_at")
_COUNT = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
_MOST_CONSTANTS = 500

Answers = Callable[[str], s.Expression | None]
"""The cell of a table that answers."""
Constant = tuple[object, str | None]
"""A value in its base unit, and of a number the name of what it measures."""


class Cuts:
    """The limits of one rule (or of several that are looked at together) by axis."""

    def __init__(self) -> None:
        self.numbers: dict[str, set[float]] = {}
        self.texts: dict[str, set[str]] = {}
        self.days: set[date] = set()
        """Days on which something may be another than on the day before."""
        self.may_lack: set[str] = set()
        """Axes of which it counts whether they were supplied."""
        self.opaque: list[s.Expression] = []
        """What cannot be cut: it speaks of words, people, lists, or of two axes at once."""

    @property
    def axes(self) -> frozenset[str]:
        """Without the day, which every rule has."""
        return frozenset(self.numbers) | frozenset(self.texts)

    def join(self, other: Cuts) -> Cuts:
        joined = Cuts()
        for each in (self, other):
            for axis, limits in each.numbers.items():
                joined.numbers.setdefault(axis, set()).update(limits)
            for axis, words in each.texts.items():
                joined.texts.setdefault(axis, set()).update(words)
            joined.days |= each.days
            joined.may_lack |= each.may_lack
            joined.opaque += each.opaque
        return joined

    def begin_and_end(self, validity: Validity) -> None:
        """The days on which it begins and on which it is no more."""
        if validity.start is not None:
            self.days.add(validity.start)
        if validity.end is not None:
            self.days.add(_beside(validity.end, 1))


def _beside(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def cuts_of(rule: BoundRule, rulebook: Rulebook) -> tuple[Cuts, Cuts]:
    """The cuts of what decides whether the rule applies (with those of the tables that give its limits), and
    of what it requires."""
    meant, required = _Cutter(rulebook), _Cutter(rulebook)
    for loop in rule.loops:
        meant.cuts.opaque.append(loop.collection)
    for condition in (rule.when, *(each.condition for each in rule.unless)):
        if condition is not None:
            meant.visit(condition)
    for displaced in rule.exceptions:
        meant.visit(displaced.condition)
        meant.cuts.begin_and_end(displaced.validity)
    meant.cuts.begin_and_end(rule.validity)
    required.tables = meant.cuts
    required.visit(rule.requirement)
    return meant.cuts, required.cuts


def limits_in(e: s.Expression, rulebook: Rulebook, answers: Answers) -> dict[str, set[float]]:
    """The limits of a requirement where it is known which cell of each table answers."""
    cutter = _Cutter(rulebook, answers)
    cutter.visit(e)
    return cutter.cuts.numbers


class _Cutter:
    def __init__(self, rulebook: Rulebook, answers: Answers | None = None) -> None:
        self.rulebook, self.answers = rulebook, answers
        self.cuts = Cuts()
        self.tables = self.cuts
        """What takes the axes of tables."""

    def visit(self, e: s.Expression) -> None:
        match e:
            case s.Logic(_, operands):
                for operand in operands:
                    self.visit(operand)
            case s.Not(operand):
                self.visit(operand)
            case s.Truth():
                pass
            case s.Comparison(_, left, right):
                self._compared(e, left, right)
            case s.Membership(element, s.SetOf(elements)):
                self._against(e, element, [self._constants(one) for one in elements])
            case s.Membership(element, s.Range(low, high)):
                self._against(e, element, [self._constants(low), self._constants(high)])
            case s.Predicate(subject, "has"):
                self._supplied(e, subject)
            case s.Name(name) if name in self.rulebook.parameters:
                self._constants(e)
            case _:
                self.cuts.opaque.append(e)

    def _compared(self, e: s.Expression, left: s.Expression, right: s.Expression) -> None:
        if _axis(left) in _MOMENTS and _axis(right) in _MOMENTS and _axis(left) != _axis(right):
            self.cuts.numbers.setdefault(DELAY, set()).add(0.0)
        elif (constants := self._constants(right)) is not None:
            self._against(e, left, [constants])
        else:
            self._against(e, right, [self._constants(left)])

    def _against(self, e: s.Expression, axis: s.Expression, sides: list[list[Constant] | None]) -> None:
        """Cuts one axis at constants."""
        constants = [one for side in sides for one in side or ()]
        name = _axis(axis)
        if isinstance(axis, s.IfGiven) and name is not None:
            self.cuts.may_lack.add(name)
        if (
            None in sides
            or (name is None and self._constants(axis) is None)
            or name is not None
            and not self._cut(name, constants, self.cuts)
        ):
            self.cuts.opaque.append(e)

    def _cut(self, name: str, constants: Iterable[Constant], into: Cuts) -> bool:
        for value, unit in constants:
            axis = _LENGTHS.get(unit or "number", "") if name == "length" else name
            if isinstance(value, str) and axis in TEXTS:
                into.texts.setdefault(axis, set()).add(value)
            elif isinstance(value, date) and axis == DAY:
                into.days |= {value, _beside(value, 1)}
            elif isinstance(value, int | float) and axis in NUMBERS | {DELAY}:
                into.numbers.setdefault(axis, set()).add(float(value))
            else:
                return False
        return True

    def _supplied(self, e: s.Expression, subject: s.Expression) -> None:
        name = _axis(subject)
        if name == NOBODY:
            self.cuts.numbers.setdefault("rank", set())
        elif name in NUMBERS - {"syllables", "words", "leader_count", "published_time", "rank"}:
            self.cuts.numbers.setdefault(name, set())
            self.cuts.may_lack.add(name)
        elif name in TEXTS:
            self.cuts.texts.setdefault(name, set())
            self.cuts.may_lack.add(name)
        elif isinstance(subject, s.Name) and self._constants(subject) is not None:
            pass
        else:
            self.cuts.opaque.append(e)

    def _constants(self, e: s.Expression) -> list[Constant] | None:
        """All values that it can have, None if they are not known beforehand."""
        found = _literal(e)
        if found is not None:
            return [found]
        match e:
            case s.Name(name) if name in self.rulebook.parameters:
                layers = self.rulebook.parameters[name].layers
                for _, dated in layers:
                    self.cuts.begin_and_end(dated.validity)
                values = [_literal(dated.value) for _, dated in layers]
                return [value for value in values if value is not None]
            case s.Name(name) if name in self.rulebook.tables:
                return self._cells(name)
            case s.Arithmetic(sign, left, right):
                return _counted(_COUNT[sign], self._constants(left), self._constants(right))
        return None

    def _cells(self, name: str) -> list[Constant] | None:
        table = self.rulebook.tables[name]
        for _, version in table.layers:
            self.cuts.begin_and_end(version.validity)
        every = [version.heads for _, version in table.layers]
        heads = [[head for of_version in every for head in of_version[at]] for at in range(len(table.axes))]
        for axis, conditions in zip(table.axes, heads, strict=False):
            axis_name = _axis(axis)
            if axis_name is None or not self._cut(axis_name, _ends(conditions), self.tables):
                return None
        cells: Iterable[s.Expression | None]
        if self.answers is not None:
            cells = [self.answers(name)]
        else:
            cells = [cell for _, version in table.layers for row in version.rows for cell in row.cells]
        return [found for cell in cells if cell is not None and (found := _literal(cell)) is not None]


def _ends(heads: Iterable[s.Condition]) -> Iterator[Constant]:
    for head in heads:
        if isinstance(head, s.Text):
            yield head.value, None
        elif (bounds := interval(head)) is not None:
            unit = head.unit if isinstance(head, s.Quantity) else None
            unit = head.low.unit if isinstance(head, s.Range) and isinstance(head.low, s.Quantity) else unit
            yield from ((bound, unit_type(unit).name) for bound in bounds)


def _literal(e: s.Expression) -> Constant | None:
    match e:
        case s.Quantity(value, unit):
            return in_base_unit(value, unit), unit_type(unit).name
        case s.Text(value) | s.Truth(value) | s.Day(value):
            return value, None
    return None


def _counted(
    sign: Callable[[float, float], float], left: list[Constant] | None, right: list[Constant] | None
) -> list[Constant] | None:
    if left is None or right is None or len(left) * len(right) > _MOST_CONSTANTS:
        return None
    found: list[Constant] = []
    for (a, a_unit), (b, b_unit) in product(left, right):
        if not isinstance(a, int | float) or not isinstance(b, int | float):
            return None
        if sign is not operator.truediv or b != 0:
            found.append((sign(a, b), b_unit if a_unit in {"number", "share"} else a_unit))
    return found


def _axis(e: s.Expression) -> str | None:
    """The property of the item that an expression is, if it is one."""
    match e:
        case s.IfGiven(operand):
            return _axis(operand)
        case s.Attribute(s.Name("item"), name):
            return name
        case s.Arithmetic("-", left, right) if (_axis(left), _axis(right)) == _MOMENTS:
            return DELAY
    return None
