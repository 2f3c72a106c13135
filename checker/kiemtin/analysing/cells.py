"""The cells between the limits: one item for each, as a point on the axes."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from kiemtin.analysing.cuts import DAY, Cuts
from kiemtin.language.terms.closed_values import CLOSED_VALUES

Value = float | str | date | None
"""None is *not supplied*, of a rank *nobody*."""
Point = tuple[tuple[str, Value], ...]
"""Values by axis, in the order of the axes' names."""

OTHER = "việc khác"
"""Stands for every text that no rule names."""
_LOWEST = {"rank": 1.0, "page": 1.0, "position": 1.0}
_HIGHEST = {"rank": 999.0, "published_time": 86_340.0}
_STEPS = {"published_time": 60.0, "delay": 60.0}
_WHOLE = frozenset({"rank", "page", "position", "photos", "leader_count", "syllables", "words"})
_USUAL_DAY = date(2024, 3, 12)


class Axes:
    """The values to try on each axis that some cuts name; `ranks` are those that offices have."""

    def __init__(self, cuts: Cuts, days: Sequence[date], ranks: Collection[int] = ()) -> None:
        self.values: dict[str, list[Value]] = {DAY: list(days)}
        for axis, limits in sorted(cuts.numbers.items()):
            values: list[Value] = list(numbers(axis, limits, ranks if axis == "rank" else ()))
            self.values[axis] = [*values, None] if axis == "rank" or axis in cuts.may_lack else values
        for axis, words in sorted(cuts.texts.items()):
            texts: list[Value] = list(_texts(axis, words))
            self.values[axis] = [*texts, None] if axis in cuts.may_lack else texts

    def within(self, point: Point) -> Axes:
        """The same with only the values that a point gives, where it gives some."""
        made = Axes.__new__(Axes)
        made.values = self.values | {name: [value] for name, value in point}
        return made


def numbers(axis: str, limits: Iterable[float], known: Collection[int] = ()) -> list[float]:
    """Each limit, and one number of each stretch between, before and behind them; where it may be one that is
    `known`."""
    low, high = _LOWEST.get(axis, 0.0 if axis != "delay" else -math.inf), _HIGHEST.get(axis, math.inf)
    step = _STEPS.get(axis, 1.0)
    whole = axis in _WHOLE
    ends = {end for limit in limits for end in ((math.floor(limit), math.ceil(limit)) if whole else (limit,))}
    ordered = sorted(float(end) for end in ends if low <= end <= high)
    if not ordered:
        return [_one_of(low if math.isfinite(low) else 0.0, high, known, step)]
    found: list[float] = []
    if ordered[0] > low:
        before = max(low, ordered[0] - step)
        found.append(_last_known(low, ordered[0], known, before))
    for limit, following in pairwise(ordered):
        found.append(limit)
        beyond = limit + step if limit + step < following else (limit + following) / 2
        if beyond < following and (not whole or beyond == int(beyond)):
            found.append(_first_known(limit, following, known, beyond))
    found.append(ordered[-1])
    if ordered[-1] + step <= high:
        found.append(_first_known(ordered[-1], high + 1, known, ordered[-1] + step))
    return found


def _one_of(low: float, high: float, known: Collection[int], step: float) -> float:
    return _first_known(low - step, high, known, low)


def _first_known(above: float, below: float, known: Collection[int], otherwise: float) -> float:
    return next((float(each) for each in sorted(known) if above < each < below), otherwise)


def _last_known(low: float, below: float, known: Collection[int], otherwise: float) -> float:
    return next((float(each) for each in sorted(known, reverse=True) if low <= each < below), otherwise)


def _texts(axis: str, words: set[str]) -> list[str]:
    closed = CLOSED_VALUES.get(axis)
    if closed is None:
        return [*sorted(words), OTHER]
    rest = [vi for vi, _ in closed if vi not in words]
    return [*sorted(words), *rest[:1]]


def days_to_try(days: Iterable[date], first: date, last: date) -> list[date]:
    """The first day of each stretch of a period in which nothing changes."""
    found = sorted(day for day in set(days) if first <= day <= last and day > date.min)
    if not found:
        return [min(max(_USUAL_DAY, first), last)]
    return found if found[0] == first else [max(first, found[0] - timedelta(days=1)), *found]
