"""Calendars from tables and iCalendar: what is read, what is left out and told, what is refused."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from kiemtin.events.model import Calendar
from kiemtin.events.reading import read_calendar, read_calendars
from kiemtin.events.times import read_days, read_hours
from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.problems import PackError

WEEK = """LỊCH CÔNG TÁC TUẦN,(từ 11/3/2024 đến 17/3/2024)
Thứ/ngày,Giờ,Nội dung,Loại sự kiện,Địa điểm,Chủ trì,Thành phần
Thứ Hai (11/3),8h00 - 10h30,Họp giao ban,hội nghị,Tỉnh ủy,Trần Văn An,"Lê Thị Bình; Phạm Văn Cường"
,14h,Thăm xã,,xã Hòa Sơn,Trần Văn An,
12/3,Sáng,Kỳ họp HĐND,kỳ họp HĐND,,Lê Thị Bình,
"""


def calendar(tmp_path: Path, content: str | bytes, name: str = "lich.csv") -> Calendar:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_calendar(path)


def test_a_weekly_calendar_is_read_with_its_merged_days(tmp_path: Path) -> None:
    first, second, third = calendar(tmp_path, WEEK).events

    assert (first.start, first.end) == (datetime(2024, 3, 11, 8), datetime(2024, 3, 11, 10, 30))
    assert (first.title, first.kind, first.place) == ("Họp giao ban", "hội nghị", "Tỉnh ủy")
    assert (first.leaders, first.guests) == ("Trần Văn An", "Lê Thị Bình; Phạm Văn Cường")
    assert (second.start, second.place, second.at.line) == (datetime(2024, 3, 11, 14), "xã Hòa Sơn", 4)
    assert third.start == date(2024, 3, 12)


def test_english_headings_and_semicolons(tmp_path: Path) -> None:
    (event,) = calendar(tmp_path, "Date;Time;Title;Leader;Guests\n2024-03-11;8:00;Visit;An B;C D\n").events

    assert (event.start, event.title, event.guests) == (datetime(2024, 3, 11, 8), "Visit", "C D")


def test_a_sheet_has_days_and_hours_of_its_own(tmp_path: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["Ngày", "Giờ", "Kết thúc", "Nội dung", "Lãnh đạo"])
    sheet.append([date(2024, 3, 11), time(8, 0), time(9, 30), "Họp", "Trần Văn An"])
    sheet.append([datetime(2024, 3, 12, 14, 0), None, None, "Thăm", "Trần Văn An"])
    sheet.append([None, "16h30", None, "Tiếp khách", "Trần Văn An"])
    stream = BytesIO()
    book.save(stream)
    first, second, third = calendar(tmp_path, stream.getvalue(), "lich.xlsx").events

    assert (first.start, first.end) == (datetime(2024, 3, 11, 8), datetime(2024, 3, 11, 9, 30))
    assert second.start == datetime(2024, 3, 12, 14)
    assert third.start.date() == date(2024, 3, 12)  # type: ignore[union-attr]


HEAD = "Ngày,Giờ,Nội dung,Chủ trì\n"
LEFT_OUT = [
    (HEAD + "bậy,8h,Họp,An\n", "calendar-bad-day", 0),
    (HEAD + "11/3,8h,Họp,An\n", "calendar-no-year", 0),
    (HEAD + "32/3/2024,8h,Họp,An\n", "calendar-bad-day", 0),
    (HEAD + "11/3/2024,25h99,Họp,An\n", "calendar-bad-hour", 1),
    (HEAD + "11/3/2024,7,Họp,An\n", "calendar-bad-hour", 1),
    (HEAD + "11/3/2024,8h,Họp,An,Bình\n", "calendar-more-cells", 1),
    (HEAD + "bậy,8h,Họp,An\n,9h,Họp nữa,An\n", "calendar-bad-day", 0),
]


@pytest.mark.parametrize(("content", "code", "events"), LEFT_OUT)
def test_a_row_that_is_not_clear_is_told(content: str, code: str, events: int, tmp_path: Path) -> None:
    found = calendar(tmp_path, content)

    assert len(found.events) == events
    assert [(doubt.code, doubt.warning) for doubt in found.doubts] == [(code, True)]
    for lang in ("vi", "en"):
        assert message(code, lang, found.doubts[0].arguments)  # type: ignore[arg-type]
        assert help_for(code, lang, found.doubts[0].arguments)  # type: ignore[arg-type]


def test_a_year_may_stand_in_the_name_of_the_file(tmp_path: Path) -> None:
    (event,) = calendar(tmp_path, HEAD + "11/3,8h,Họp,An\n", "lich-2024.csv").events

    assert event.first_day == date(2024, 3, 11)


ICS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Asia/Ho_Chi_Minh
BEGIN:STANDARD
DTSTART:19700101T000000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
{}
END:VEVENT
END:VCALENDAR
"""
MOMENTS = [
    ("DTSTART:20240311T080000", datetime(2024, 3, 11, 8)),
    ("DTSTART:20240311T010000Z", datetime(2024, 3, 11, 8)),
    ("DTSTART;TZID=Asia/Ho_Chi_Minh:20240311T080000", datetime(2024, 3, 11, 8)),
    ('DTSTART;TZID="SE Asia Standard Time":20240311T080000', datetime(2024, 3, 11, 8)),
    ("DTSTART;TZID=Asia/Tokyo:20240311T100000", datetime(2024, 3, 11, 8)),
    ("DTSTART;VALUE=DATE:20240311", date(2024, 3, 11)),
    ("DTSTART:20240311T235960", datetime(2024, 3, 11, 23, 59, 59)),
]


@pytest.mark.parametrize(("line", "start"), MOMENTS)
def test_moments_of_an_icalendar(line: str, start: datetime | date, tmp_path: Path) -> None:
    (event,) = calendar(tmp_path, ICS.format(f"{line}\nSUMMARY:Họp"), "lich.ics").events

    assert event.start == start


ENDS = [
    ("DTSTART:20240311T080000\nDTEND:20240311T093000", datetime(2024, 3, 11, 9, 30)),
    ("DTSTART:20240311T080000\nDURATION:PT1H30M", datetime(2024, 3, 11, 9, 30)),
    ("DTSTART;VALUE=DATE:20240311\nDTEND;VALUE=DATE:20240314", date(2024, 3, 13)),
    ("DTSTART;VALUE=DATE:20240311\nDURATION:P3D", date(2024, 3, 13)),
    ("DTSTART;VALUE=DATE:20240311", None),
]


@pytest.mark.parametrize(("lines", "end"), ENDS)
def test_ends_of_an_icalendar(lines: str, end: datetime | date | None, tmp_path: Path) -> None:
    (event,) = calendar(tmp_path, ICS.format(f"{lines}\nSUMMARY:Họp"), "lich.ics").events

    assert event.end == end


def test_folded_and_escaped_lines_people_and_parts_inside(tmp_path: Path) -> None:
    told = (
        "DTSTART:20240311T080000\r\nSUMMARY:Thăm xã\\, \r\n Hòa Sơn\r\nLOCATION:xã Hòa Sơn\r\n"
        'ORGANIZER;CN="Văn phòng":mailto:a@b\r\nATTENDEE;ROLE=REQ-PARTICIPANT;CN=Lê Thị Bình:mailto:c@d\r\n'
        "DESCRIPTION:Chủ trì: Trần Văn An\\nThành phần: Phạm Văn Cường\\nGhi chú: áo trắng\r\n"
        "CATEGORIES:thăm cơ sở\r\nBEGIN:VALARM\r\nSUMMARY:Chuông\r\nEND:VALARM"
    )
    (event,) = calendar(tmp_path, ICS.format(told), "lich.ics").events

    assert (event.title, event.place, event.kind) == ("Thăm xã, Hòa Sơn", "xã Hòa Sơn", "thăm cơ sở")
    assert (event.leaders, event.guests) == ("Trần Văn An", "Phạm Văn Cường; Lê Thị Bình")


def test_what_is_cancelled_is_no_event(tmp_path: Path) -> None:
    both = ICS.format(
        "DTSTART:20240311\nSUMMARY:A\nSTATUS:CANCELLED\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20240312\nSUMMARY:B"
    )

    assert [event.title for event in calendar(tmp_path, both, "lich.ics").events] == ["B"]


@pytest.mark.parametrize(
    ("lines", "code", "events"),
    [
        ("SUMMARY:A", "calendar-bad-day", 0),
        ("DTSTART:mai\nSUMMARY:A", "calendar-bad-day", 0),
        ("DTSTART:20240399\nSUMMARY:A", "calendar-bad-day", 0),
        ("DTSTART;TZID=Sao/Hoa:20240311T080000\nSUMMARY:A", "calendar-unknown-zone", 0),
        ("DTSTART;TZID=../../etc/passwd:20240311T080000\nSUMMARY:A", "calendar-unknown-zone", 0),
        ("DTSTART:20240311T080000\nDURATION:lâu\nSUMMARY:A", "calendar-bad-day", 0),
        ("DTSTART:00010101T000000Z\nDTEND:99991231T235900Z\nSUMMARY:A", "calendar-bad-day", 0),
        ("DTSTART:20240311T080000\nRRULE:FREQ=WEEKLY\nSUMMARY:A", "calendar-repeats", 1),
    ],
)
def test_an_event_that_is_not_clear_is_told(lines: str, code: str, events: int, tmp_path: Path) -> None:
    found = calendar(tmp_path, ICS.format(lines), "lich.ics")

    assert len(found.events) == events
    assert [doubt.code for doubt in found.doubts] == [code]


REFUSED = [
    ("lich.pdf", b"%PDF-", "calendar-unknown-format"),
    ("lich.csv", b"", "calendar-no-header"),
    ("lich.csv", b"a,b\n1,2\n", "calendar-no-header"),
    ("lich.csv", HEAD.encode(), "calendar-empty"),
    ("lich.csv", b"\xff\xfe\xfd", "text-bad-utf16"),
    ("lich.csv", "Ngày,Nội dung".encode("cp1258", "replace"), "text-not-utf8"),
    ("lich.csv", b"PK\x03\x04", "text-is-zip"),
    ("lich.csv", HEAD.encode() + b'"' + b"x" * 200_000, "calendar-broken"),
    ("lich.csv", HEAD.encode() + b"11/3/2024,8h,H,A\n" * 20_001, "calendar-too-many"),
    ("lich.xlsx", b"Ng\xc3\xa0y,N", "package-not-zip"),
    ("lich.ics", b"hello", "calendar-not-ics"),
    ("lich.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "calendar-empty"),
    ("lich.ics", b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 50_000, "calendar-empty"),
    ("lich.ics", b"BEGIN:VCALENDAR\nX:" + b" \n " * 100_000, "calendar-empty"),
]


@pytest.mark.parametrize(("name", "content", "code"), REFUSED, ids=range(len(REFUSED)))
def test_a_file_that_is_no_calendar_is_refused(name: str, content: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        calendar(tmp_path, content, name)

    assert caught.value.problems[0].code == code
    assert caught.value.problems[0].place.path == str(tmp_path / name)


def test_a_calendar_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        read_calendars([str(tmp_path / "x.csv")])

    assert caught.value.problems[0].code == "calendar-unreadable"


@given(
    st.lists(
        st.sampled_from(
            [
                "BEGIN:VEVENT",
                "END:VEVENT",
                "BEGIN:X",
                "END:X",
                "DTSTART:20240311",
                " x",
                "A;B=",
                ":",
                "SUMMARY:a\\",
            ]
        )
    )
)
def test_any_order_of_lines_is_read_or_refused(lines: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        try:
            calendar(Path(folder), "\n".join(["BEGIN:VCALENDAR", *lines]), "lich.ics")
        except PackError as error:
            assert error.problems


DAYS = [
    ("Thứ Hai, 11/3/2024", (date(2024, 3, 11), None)),
    ("T2 (11/3)", (date(2024, 3, 11), None)),
    ("Chủ nhật 17.3.2024", (date(2024, 3, 17), None)),
    ("ngày 11/3", (date(2024, 3, 11), None)),
    ("12-14/3/2024", (date(2024, 3, 12), date(2024, 3, 14))),
    ("12/3/2024 - 14/3/2024", (date(2024, 3, 12), date(2024, 3, 14))),
    ("12/3 đến 14/3/2024", (date(2024, 3, 12), date(2024, 3, 14))),
    ("2024-03-12", (date(2024, 3, 12), None)),
    ("12/03/2024 08:30", (datetime(2024, 3, 12, 8, 30), None)),
]


@pytest.mark.parametrize(("cell", "days"), DAYS)
def test_days_as_calendars_write_them(cell: str, days: object) -> None:
    assert read_days(cell, 2024) == days


HOURS = [
    ("8h00", (time(8), None)),
    ("7h30 - 11h", (time(7, 30), time(11))),
    ("Sáng: 7 giờ 30", (time(7, 30), None)),
    ("8h 10h", (time(8), time(10))),
    ("Cả ngày", (None, None)),
    ("", (None, None)),
]


@pytest.mark.parametrize(("cell", "hours"), HOURS)
def test_hours_as_calendars_write_them(cell: str, hours: object) -> None:
    assert read_hours(cell) == hours
