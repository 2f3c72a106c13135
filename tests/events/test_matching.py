"""Which event a piece reports, with the reason; never a guess between two."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Document, Metadata, SourceKind
from kiemtin.documents.plain_text import read_text
from kiemtin.documents.reading import read_bytes
from kiemtin.events.matching import Matcher
from kiemtin.events.model import Calendar, Event, Found, Kind, Occasion
from kiemtin.events.supplying import notes_on, with_events
from kiemtin.foundation.places import FilePlace
from kiemtin.judging.findings import Outcome
from kiemtin.reporting.shown_document import json_line, render

BENCH = Workbench("qđ-tỉnh-mẫu")


def event(start: datetime | date, title: str, leaders: str, line: int = 2, **others: str) -> Event:
    told = {"kind": "", "place": "", "guests": ""} | others
    return Event(start, None, title, leaders=leaders, at=FilePlace("lich.csv", line), **told)


VISIT = event(datetime(2024, 3, 11, 14), "Thăm Hợp tác xã Mạ Non", "Trần Văn An, Bí thư Tỉnh ủy", 3,
              kind="thăm cơ sở", place="xã Hòa Sơn",
              guests="Vũ Minh Đức, Phó Chủ tịch UBND tỉnh; Lê Thị Bình")  # fmt: skip
MEETING = event(datetime(2024, 3, 11, 8), "Họp giao ban quý I", "Trần Văn An", 4, kind="hội nghị")
SESSION = Event(date(2024, 3, 12), date(2024, 3, 14), "Kỳ họp thứ mười hai", "kỳ họp HĐND", "",
                "Lê Thị Bình", "", FilePlace("lich.csv", 5))  # fmt: skip
PIECE = "{}, đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm Hợp tác xã Mạ Non, xã Hòa Sơn."


def piece(text: str, published: datetime | date | None = datetime(2024, 3, 12, 9)) -> Document:
    return read_text(text, "bài.txt", overrides=Metadata(published=published))


def look(document: Document, *events: Event) -> Occasion:
    recognise = BENCH.recognizer.recognize
    matcher = Matcher(Calendar(events), recognise)
    return matcher.occasions(document, recognise(document))[0]


def test_a_piece_is_matched_with_the_reason() -> None:
    found = look(piece(PIECE.format("Chiều 11/3")), VISIT, MEETING, SESSION)

    assert (found.found, found.event) == (Found.MATCHED, VISIT)
    assert found.evidence is not None
    assert found.evidence.day == date(2024, 3, 11)
    assert found.evidence.people == ("Trần Văn An",)
    assert "Mạ Non" in found.evidence.words
    assert found.unnamed == ("Vũ Minh Đức", "Lê Thị Bình")


NOT = [
    (PIECE.format("Chiều 11/3"), None, (VISIT,), Found.NO_DAY),
    (PIECE.format("Chiều 10/3"), datetime(2024, 3, 12), (VISIT,), Found.NO_EVENT),
    (PIECE.format("Sáng 11/3"), datetime(2024, 3, 12), (VISIT,), Found.NO_EVENT),
    (PIECE.format("Mới đây"), datetime(2024, 3, 20), (VISIT,), Found.NO_EVENT),
    (PIECE.format("Mới đây"), datetime(2024, 3, 11, 9), (VISIT,), Found.NO_EVENT),
    ("Chiều 11/3, đồng chí Lê Thị Bình, Phó Bí thư Tỉnh ủy, thăm Hợp tác xã Mạ Non, xã Hòa Sơn.",
     datetime(2024, 3, 12), (VISIT,), Found.NO_PEOPLE),
    ("Chiều 11/3, đồng chí Trần Văn An, Bí thư Tỉnh ủy, tiếp công dân định kỳ tháng này.",
     datetime(2024, 3, 12), (VISIT,), Found.NO_WORDS),
    ("Chiều 11/3, Hợp tác xã Mạ Non ở xã Hòa Sơn thu hoạch vụ mới.", datetime(2024, 3, 12), (VISIT,),
     Found.NO_PEOPLE),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "events", "expected"), NOT)
def test_whatever_is_lacking_is_told(
    text: str, published: datetime | None, events: tuple[Event, ...], expected: Found
) -> None:
    assert look(piece(text, published), *events).found is expected


def test_between_two_that_fit_nobody_guesses() -> None:
    other = event(datetime(2024, 3, 11, 15), "Thăm Hợp tác xã Mạ Non", "Trần Văn An", 9, place="xã Tân Lập")
    said = (
        "Chiều 11/3, đồng chí Trần Văn An, Bí thư Tỉnh ủy, thăm Hợp tác xã Mạ Non, xã Hòa Sơn và xã Tân Lập."
    )
    found = look(piece(said), VISIT, other)

    assert (found.found, found.event, found.rivals) == (Found.SEVERAL, None, (VISIT, other))
    document = piece(said)
    assert with_events(document, [found]) is document
    assert [note.code for note in notes_on(document, [found])] == ["calendar-several"]


def test_the_one_for_which_all_speaks_that_speaks_for_the_other_counts() -> None:
    other = event(datetime(2024, 3, 11, 15), "Thăm Hợp tác xã Mạ Non", "Trần Văn An", 9, place="xã Tân Lập")

    assert look(piece(PIECE.format("Chiều 11/3")), VISIT, other).event == VISIT


def test_one_event_told_in_two_calendars_is_one() -> None:
    again = event(VISIT.start, VISIT.title, "Trần Văn An", 30, place="xã Hòa Sơn")

    assert look(piece(PIECE.format("Chiều 11/3")), again, VISIT).event == VISIT


def test_a_place_in_a_title_says_nothing() -> None:
    office = event(datetime(2024, 3, 11, 8), "", "Phạm Văn Cường", place="Chủ tịch UBND tỉnh Nam Sơn")
    said = "Sáng 11/3, đồng chí Phạm Văn Cường, Chủ tịch UBND tỉnh Nam Sơn, tiếp công dân."

    assert look(piece(said), office).found is Found.NO_WORDS


def test_it_gives_what_nobody_nearer_says() -> None:
    document = piece(PIECE.format("Chiều 11/3"))
    metadata = with_events(document, [look(document, VISIT)]).items[0].metadata

    assert (metadata.event, metadata.event_time) == ("thăm cơ sở", datetime(2024, 3, 11, 14))
    assert metadata.sources["event"].kind is SourceKind.CALENDAR
    assert metadata.sources["event"].place == FilePlace("lich.csv", 3)


def test_what_the_piece_says_otherwise_stands_and_is_noted() -> None:
    head = "Sự kiện: hội nghị\nThời điểm sự kiện: 15:00 11/03/2024\n\n"
    document = read_text(head + PIECE.format("Chiều 11/3"), overrides=Metadata(published=date(2024, 3, 12)))
    found = look(document, VISIT)
    metadata = with_events(document, [found]).items[0].metadata

    assert (metadata.event, metadata.event_time) == ("hội nghị", datetime(2024, 3, 11, 15))
    codes = [note.code for note in notes_on(with_events(document, [found]), [found])]
    assert codes == ["calendar-matched", "calendar-contradicts", "calendar-contradicts"]


def test_days_of_a_long_event_have_no_hour() -> None:
    said = "Sáng 13/3, đồng chí Lê Thị Bình, Phó Bí thư Tỉnh ủy, chủ tọa kỳ họp thứ mười hai HĐND tỉnh."
    document = piece(said, datetime(2024, 3, 13, 18))
    metadata = with_events(document, [look(document, SESSION)]).items[0].metadata

    assert (metadata.event, metadata.event_time) == ("kỳ họp HĐND", None)


GUESTS = [
    ("Vũ Minh Đúc, Phó Chủ tịch UBND tỉnh", Kind.NAME, "Vũ Minh Đức", "Vũ Minh Đúc", False),
    ("Vũ Minh Đức, Phó Chủ tịch HĐND tỉnh", Kind.TITLE, "Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch HĐND tỉnh",
     True),
    ("Vũ Minh Đức, Giám đốc Sở Cá Cảnh", Kind.TITLE, "Phó Chủ tịch UBND tỉnh", "Giám đốc Sở Cá Cảnh", None),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "kind", "announced", "said", "sure"), GUESTS)
def test_who_is_named_otherwise_than_announced_is_told(
    printed: str,
    kind: Kind,
    announced: str,
    said: str,
    sure: bool | None,  # noqa: FBT001
) -> None:
    document = piece(f"{PIECE.format('Chiều 11/3')} Cùng đi có đồng chí {printed}.")
    (difference,) = look(document, VISIT).differences

    assert (difference.kind, difference.announced, difference.printed) == (kind, announced, said)
    assert sure is None or difference.sure is sure
    assert difference.place.of(document.text) in said


@pytest.mark.parametrize(
    "printed",
    ["Vũ Minh Đức, Phó Chủ tịch UBND tỉnh", "Vũ Minh Đức", "Phó Chủ tịch UBND tỉnh Nam Sơn Vũ Minh Đức"],
)
def test_who_is_named_as_announced_is_not(printed: str) -> None:
    document = piece(f"{PIECE.format('Chiều 11/3')} Cùng đi có đồng chí {printed}.")

    assert look(document, VISIT).differences == ()


@pytest.fixture
def week(tmp_path: Path) -> Path:
    path = tmp_path / "lich.csv"
    path.write_text(
        "Ngày,Giờ,Nội dung,Loại sự kiện,Địa điểm,Chủ trì,Khách mời\n"
        "11/3/2024,14h,Thăm Hợp tác xã Mạ Non,thăm cơ sở,xã Hòa Sơn,Trần Văn An,\n"
        "12/3/2024,8h,Kỳ họp thứ mười hai,kỳ họp HĐND,,Lê Thị Bình,\n"
    )
    return path


def test_rules_of_time_speak_by_the_calendar(week: Path) -> None:
    text = f"Loại hình: báo điện tử\nNgày đăng: 13/03/2024 15:00\n\n{PIECE.format('Chiều 11/3')}"
    document = read_text(text)

    def outcome(bench: Workbench) -> Outcome:
        findings = bench.judge(document).judgement.findings
        return next(each.outcome for each in findings if each.rule.endswith(".đăng-chậm"))

    assert outcome(BENCH) is Outcome.NOT_CHECKABLE
    assert outcome(Workbench("qđ-tỉnh-mẫu", events=[str(week)])) is Outcome.FAILED


def test_each_item_of_a_rundown_has_its_own_event(week: Path) -> None:
    rundown = (
        "Ngày phát: 12/03/2024\nSTT,Tên tin,Lời dẫn\n"
        f'1,Thăm hợp tác xã,"{PIECE.format("Chiều 11/3")}"\n'
        '2,Kỳ họp,"Sáng 12/3, đồng chí Lê Thị Bình, Phó Bí thư Tỉnh ủy, dự kỳ họp thứ mười hai HĐND tỉnh."\n'
        "3,Giá lúa,Giá lúa trong tuần tăng nhẹ.\n"
    )
    reading = Workbench("qđ-tỉnh-mẫu", events=[str(week)]).recognise(read_bytes(rundown.encode(), "bt.csv"))

    events = [item.metadata.event for item in reading.document.items]
    assert events == ["thăm cơ sở", "kỳ họp HĐND", None]
    shown = render(reading, "vi")
    assert f"lịch công tác: khớp 11/03/2024 14:00 “Thăm Hợp tác xã Mạ Non” ({week}:2)" in " ".join(
        shown.split()
    )
    assert "không nêu tên lãnh đạo của sự kiện nào" in " ".join(shown.split())
    assert '"found":"matched"' in json_line(reading, why=False)


def test_without_a_calendar_nothing_is_asked(week: Path) -> None:
    document = piece(PIECE.format("Chiều 11/3"))

    assert BENCH.recognise(document).occasions == ()
    assert "lịch công tác" not in render(BENCH.recognise(document), "vi")
