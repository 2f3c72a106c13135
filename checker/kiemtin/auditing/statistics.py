"""Shares with their uncertainty, and agreement beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import sqrt
from typing import NamedTuple

_Z = 1.959964
"""Of an interval that holds the true share 95 times in 100."""


class Share(NamedTuple):
    """`hits` of `of`, with the bounds of Wilson's interval; all None where there is nothing to count."""

    hits: float
    of: float
    value: float | None
    low: float | None
    high: float | None


def share(hits: float, of: float, counted: int | None = None) -> Share:
    """Wilson's interval of 95 %. `counted`: how many were looked at, where hits and of are weighted."""
    if of <= 0:
        return Share(hits, of, None, None, None)
    value = min(1.0, hits / of)
    n = of if counted is None else counted
    if n <= 0:
        return Share(hits, of, value, None, None)
    squared = _Z * _Z
    middle = (value + squared / (2 * n)) / (1 + squared / n)
    half = _Z * sqrt(value * (1 - value) / n + squared / (4 * n * n)) / (1 + squared / n)
    # At the ends the bound is the end itself, which rounding would miss.
    low = 0.0 if value == 0.0 else max(0.0, middle - half)
    high = 1.0 if value == 1.0 else min(1.0, middle + half)
    return Share(hits, of, value, low, high)


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two who judged the same units; None without pairs or where chance explains all."""
    n = len(pairs)
    if not n:
        return None
    agreed = sum(first == second for first, second in pairs) / n
    one, other = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    chance = sum(one[value] * other[value] for value in one) / (n * n)
    return None if chance == 1.0 else (agreed - chance) / (1 - chance)


def alpha(units: Sequence[Sequence[Hashable | None]]) -> float | None:
    """Krippendorff's alpha for nominal values, any number of judges, gaps as None.

    A unit that fewer than two judged says nothing. None where nothing could disagree: fewer than two values
    in all that are paired, or one value throughout.
    """
    paired = [[value for value in unit if value is not None] for unit in units]
    paired = [unit for unit in paired if len(unit) > 1]
    totals = Counter(value for unit in paired for value in unit)
    n = sum(totals.values())
    if n < 2 or len(totals) < 2:
        return None
    observed = 0.0
    for unit in paired:
        counts = Counter(unit)
        pairs = len(unit) * (len(unit) - 1)
        alike = sum(count * (count - 1) for count in counts.values())
        observed += (pairs - alike) / (len(unit) - 1)
    observed /= n
    expected = (n * n - sum(count * count for count in totals.values())) / (n * (n - 1))
    return 1 - observed / expected
