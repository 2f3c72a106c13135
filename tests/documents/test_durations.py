from __future__ import annotations

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.durations import LONGEST, Unit, parse_duration, show_duration


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("1'30\"", 90),
        ("1’30”", 90),
        ("1′30″", 90),
        ("1'30''", 90),
        ("1'30", 90),
        ("2'", 120),
        ('45"', 45),
        ("45''", 45),
        ("1p30", 90),
        ("1p30s", 90),
        ("1ph30", 90),
        ("2p", 120),
        ("90s", 90),
        ("90 S", 90),
        ("90 giây", 90),
        ("1m30s", 90),
        ("1 min 30 sec", 90),
        ("2 phút 15 giây", 135),
        ("2 phút 15", 135),
        ("2 PHÚT", 120),
        ("1,5 phút", 90),
        ("1.5 phút", 90),
        ("1 giờ 5 phút", 3900),
        ("1h05", 3900),
        ("1h05m10s", 3910),
        ("1:30", 90),
        (":19", 19),
        ("0:45", 45),
        ("75:00", 4500),
        ("00:01:30", 90),
        ("01:30:00", 5400),
        ("00:01:30:12", 90.48),
        ("00:01:30;12", 90.48),
        (" 1:30 ", 90),
        ("1:30.500", 90.5),
        ("00:01:30.250", 90.25),
        ("90500ms", 90.5),
        ("1s 500ms", 1.5),
        ("1 phút 30 giây 500 mili giây", 90.5),
    ],
)
def test_reads_what_newsrooms_write(written: str, seconds: float) -> None:
    assert parse_duration(written) == pytest.approx(seconds)
    assert parse_duration(unicodedata.normalize("NFD", written)) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "written",
    ["", " ", "90", "1,5", "ba phút", "1:75", "1'75\"", "1:2", "01:75:00", "00:00:10:25", "-1:30", "1:30:",
     "'", "1 giờ 75 phút", "theo băng", "1:30-2:00", "\0", "①'",
     "1s 1500ms", "90 500ms", "9" * 400, "9" * 400 + ":00", "1e308 phút", "400000s", "101:00:00", "12/3"],
)  # fmt: skip
def test_refuses_what_is_not_clear(written: str) -> None:
    with pytest.raises(ValueError):
        parse_duration(written)


@pytest.mark.parametrize(
    ("written", "unit", "seconds"), [("90", "seconds", 90), ("1,5", "minutes", 90), ("1:30", "minutes", 90)]
)
def test_a_bare_number_counts_the_declared_unit(written: str, unit: Unit, seconds: float) -> None:
    assert parse_duration(written, unit) == seconds


@given(st.integers(0, 200_000))
def test_what_is_shown_is_read_back(seconds: int) -> None:
    assert parse_duration(show_duration(seconds)) == seconds


@given(st.integers(0, 9), st.integers(0, 59), st.integers(0, 59))
def test_all_spellings_of_one_length_agree(hours: int, minutes: int, seconds: int) -> None:
    total = hours * 3600 + minutes * 60 + seconds
    spellings = [
        f"{hours}:{minutes:02}:{seconds:02}",
        f"{hours} giờ {minutes} phút {seconds} giây",
        f"{hours}h{minutes}p{seconds}s",
        f"{hours:02}:{minutes:02}:{seconds:02}:00",
    ]
    if not hours:
        spellings += [f"{minutes}:{seconds:02}", f"{minutes}'{seconds}\"", f"{minutes}p{seconds:02}"]
    assert {parse_duration(spelling) for spelling in spellings} == {total}


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_duration(text, "seconds") >= 0


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 999))
def test_parts_of_a_second(minutes: int, seconds: int, milliseconds: int) -> None:
    total = minutes * 60 + seconds + milliseconds / 1000
    for spelling in (
        f"{minutes}:{seconds:02}.{milliseconds:03}",
        f"{minutes}'{seconds},{milliseconds:03}\"",
        f"{round(total * 1000)}ms",
        f"{minutes}p{seconds}s{milliseconds}ms",
    ):
        assert parse_duration(spelling) == pytest.approx(total, abs=1e-9)
    frames = milliseconds // 40
    assert parse_duration(f"0:{minutes % 60:02}:{seconds:02}:{frames:02}") == pytest.approx(
        minutes % 60 * 60 + seconds + frames / 25
    )


@given(st.text("0123456789:'\"pmsgh.,; ", max_size=80))
def test_no_digits_are_too_many(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert 0 <= parse_duration(text, "minutes") <= LONGEST
