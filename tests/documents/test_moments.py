from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.metadata_fields import read_value
from kiemtin.documents.moments import YearMissingError, read_moment, read_time

DAY = dt.date(2024, 3, 12)
EVENING = dt.datetime(2024, 3, 12, 20, 46, 25)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("12/03/2024", DAY),
        ("12-3-2024", DAY),
        ("12.3.2024", DAY),
        ("ngày 12/3/2024", DAY),
        ("2024-03-12", DAY),
        ("2024/3/12", DAY),
        ("20240312", DAY),
        ("2024/3/12 20:46:25", EVENING),
        ("2024-03-12T20:46:25", EVENING),
        ("2024-03-12 20:46:25+07:00", EVENING),
        ("2024-03-12T13:46:25Z", EVENING),
        ("12/03/2024 13:46:25 UTC", EVENING),
        ("2024-03-12 20:46:25 +0700", EVENING),
        ("2024-3-12T20:46:25", EVENING),
        ("12/03/2024 20:46:25 GMT+7", EVENING),
        ("12/03/2024 11:16:25 -02:30", EVENING),
        ("12/03/2024 20:46:25.500", EVENING),
        ("19h30 ngày 12/3/2024", dt.datetime(2024, 3, 12, 19, 30)),
        ("12/3/2024 lúc 7 giờ 5 phút", dt.datetime(2024, 3, 12, 7, 5)),
    ],
)
def test_days_and_hours_as_they_are_written(written: str, moment: dt.date) -> None:
    assert read_moment(written) == moment
    assert read_moment(written, 1999) == moment
    assert read_value("published", f" {written} ") == moment


@pytest.mark.parametrize("written", ["11-9", "11/9", "11.9", "11/09", "ngày 11/9"])
def test_a_day_without_its_year_needs_the_documents(written: str) -> None:
    with pytest.raises(YearMissingError):
        read_moment(written)
    assert read_moment(written, 2024) == dt.date(2024, 9, 11)
    assert read_moment(f"19:00 {written}", 2023) == dt.datetime(2023, 9, 11, 19)


def test_the_29th_of_february_is_a_day_of_some_years() -> None:
    with pytest.raises(YearMissingError):
        read_moment("29/2")
    assert read_moment("29/2", 2024) == dt.date(2024, 2, 29)
    with pytest.raises(ValueError):
        read_moment("29/2", 2023)


@pytest.mark.parametrize("written", ["9/2024", "2024-09", "2024.9"])
def test_a_month_alone_is_no_day_in_any_year(written: str) -> None:
    for year in (None, 2024):
        with pytest.raises(YearMissingError):
            read_moment(written, year)


@pytest.mark.parametrize(
    "written",
    ["", "31/2/2024", "31/2", "0/5", "13/13", "13/2024", "12/3-2024", "12/3/24", "1/2/3/4", "12", "11.9.",
     "hôm nay", "12/03/2024 25:00", "12/03/2024 20:00 +99", "0001-01-01T00:00:00+09:00", "1" * 5_000,
     "12/03/2024 " * 50],
)  # fmt: skip
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError) as caught:
        read_moment(written)
    assert not isinstance(caught.value, YearMissingError)


@pytest.mark.parametrize(
    ("written", "time"),
    [("19:30", dt.time(19, 30)), ("19h", dt.time(19)), ("7g05", dt.time(7, 5)),
     ("19:30:05", dt.time(19, 30, 5)), ("@70200", dt.time(19, 30)), ("@0", dt.time(0))],
)  # fmt: skip
def test_hours_of_the_day(written: str, time: dt.time) -> None:
    assert read_time(written) == time


@pytest.mark.parametrize("written", ["24:00", "@86400", "@", "7", "19:60"])
def test_what_is_no_hour_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        read_time(written)


@given(st.dates(dt.date(1000, 1, 1)), st.sampled_from("/.-"))
def test_every_day_is_read_back_in_every_order(day: dt.date, separator: str) -> None:
    for form in ("{0.day}{1}{0.month}{1}{0.year}", "{0.day:02}{1}{0.month:02}{1}{0.year}",
                 "{0.year}{1}{0.month}{1}{0.day}"):  # fmt: skip
        assert read_moment(form.format(day, separator)) == day
    assert read_moment(f"{day.day}{separator}{day.month}", day.year) == day


@given(st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1)), st.integers(-12, 14))
def test_one_moment_in_any_zone(moment: dt.datetime, offset: int) -> None:
    moment = moment.replace(microsecond=0)
    there = moment - dt.timedelta(hours=7) + dt.timedelta(hours=offset)
    zone = f"{'-' if offset < 0 else '+'}{abs(offset):02}:00"
    assert read_moment(f"{there:%Y-%m-%dT%H:%M:%S}{zone}") == moment
    assert read_moment(f"{there:%d/%m/%Y %H:%M:%S} {zone}") == moment


@given(st.text(max_size=30) | st.text("0123456789/.-: hgZ+", max_size=30), st.none() | st.integers(1, 9999))
def test_any_text_is_read_or_refused(text: str, year: int | None) -> None:
    with contextlib.suppress(ValueError):
        assert read_moment(text, year).year >= 1
