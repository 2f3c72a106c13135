"""Working days between two days: counted one by one, back and forth, never guessed."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.foundation.dates import Validity
from kiemtin.judging.facts.calendar import working_days
from kiemtin.language.rulebook import Citation, Holidays

_CLAUSE = Citation("thử", None, None, (), None, None)
YEAR = Holidays(
    Validity(date(2024, 1, 1), date(2024, 12, 31)),
    (Validity(date(2024, 2, 8), date(2024, 2, 14)), Validity(date(2024, 4, 29), date(2024, 5, 1))),
    (date(2024, 5, 4),),
    None,
    _CLAUSE,
)
days = st.dates(date(2024, 1, 1), date(2024, 12, 31))


def test_the_week_of_a_feast() -> None:
    assert working_days([YEAR], date(2024, 2, 7), date(2024, 2, 14)) == 0
    assert working_days([YEAR], date(2024, 2, 7), date(2024, 2, 16)) == 2
    assert working_days([YEAR], date(2024, 4, 26), date(2024, 5, 4)) == 3  # 2, 3 and Saturday the 4th


@given(days, days, days)
def test_days_add_up(a: date, b: date, c: date) -> None:
    ab, bc, ac = (working_days([YEAR], *pair) for pair in ((a, b), (b, c), (a, c)))
    assert ab is not None
    assert bc is not None
    assert ab + bc == ac


@given(days, days)
def test_it_is_the_naive_count(a: date, b: date) -> None:
    a, b = min(a, b), max(a, b)
    free = {date(2024, 2, 8) + timedelta(n) for n in range(7)} | {
        date(2024, 4, 29) + timedelta(n) for n in range(3)
    }
    every = [a + timedelta(n) for n in range(1, (b - a).days + 1)]
    naive = [day for day in every if (day.weekday() < 5 and day not in free) or day == date(2024, 5, 4)]
    assert working_days([YEAR], a, b) == len(naive)


def test_what_no_calendar_covers_is_not_known() -> None:
    assert working_days([YEAR], date(2024, 12, 30), date(2025, 1, 2)) is None
    assert working_days([], date(2024, 5, 6), date(2024, 5, 7)) is None
    assert working_days([YEAR], date(2024, 5, 6), date(2024, 5, 6)) == 0
