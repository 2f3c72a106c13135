"""A floating start: hours computed from the first and the lengths, and told as such, as far as certain."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.model import Document, Item, ItemSaid, Metadata, Source, SourceKind, Supplied
from kiemtin.documents.reading import read_bytes

HEAD = "STT;Tên tin;Thời lượng;Giờ;TL thực\n"
DAY = "Ngày phát: 12/03/2024;;;;\n"


def read(*rows: str, head: str = DAY, given: Metadata | None = None) -> Document:
    lines = "".join(f"{number};{row}\n" for number, row in enumerate(rows, start=1))
    return read_bytes(f"{head}{HEAD}{lines}".encode(), "a.csv", overrides=given)


def hours(document: Document) -> list[str]:
    """As far as they are known."""
    return [f"{when:%H:%M:%S}" if when else "" for when in map(hour, document.items)]


def hour(item: Item) -> time | None:
    published = item.metadata.published
    return published.time() if isinstance(published, datetime) else item.metadata.hour


def codes(document: Document) -> list[str]:
    return [note.code for note in document.notes if note.code.startswith("rundown-starts")]


ROWS = ("Một;90 giây;19h00;", "Hai;0:45;;", "Ba;2 phút;;")


def test_starts_are_computed_from_the_first_and_the_lengths() -> None:
    document = read(*ROWS)
    assert hours(document) == ["19:00:00", "19:01:30", "19:02:15"]
    kinds = [item.metadata.sources["published"].kind for item in document.items[1:]]
    assert kinds == [SourceKind.COMPUTED] * 2
    (note,) = [note for note in document.notes if note.code == "rundown-starts-computed"]
    assert note.arguments == {"count": 2, "first": "19:00"}
    assert note.span is not None
    assert note.span.of(document.text) == "19h00"


def test_the_start_of_the_rows_stands_before_that_of_the_bulletin() -> None:
    document = read(*ROWS, head="Ngày phát: 18h55 ngày 12/03/2024;;;;\n")
    assert hours(document) == ["19:00:00", "19:01:30", "19:02:15"]


def test_without_a_day_they_are_hours() -> None:
    document = read(*ROWS, head="")
    assert [item.metadata.published for item in document.items] == [None] * 3
    assert hours(document) == ["19:00:00", "19:01:30", "19:02:15"]


@pytest.mark.parametrize(
    ("rows", "told", "expected"),
    [
        (("Một;90 giây;19h00;", "Hai;;;", "Ba;1 phút;;"), ["19:00:00", "19:01:30", ""], True),
        (("Một;;19h00;", "Hai;1 phút;;"), ["19:00:00", ""], False),
        (("Một;90 giây;;", "Hai;1 phút;19h05;"), ["", "19:05:00"], False),
        (("Một;90 giây;19h00;", "Hai;1 phút;19h05;", "Ba;1 phút;;"), ["19:00:00", "19:05:00", ""], False),
        (("Một;90 giây;;", "Hai;1 phút;;"), ["", ""], False),
        (("Một;90 giây;19h00;",), ["19:00:00"], False),
        (("Một;90 giây;19h00;", ";1 phút;;", "Ba;1 phút;;"), ["19:00:00", ""], False),
        (("Một;90;19h00;", "Hai;60;;"), ["19:00:00", ""], False),
        (("Một;;19h00;80 giây", "Hai;;;30 giây"), ["19:00:00", "19:01:20"], True),
        (("Một;90 giây;19h00;80 giây", "Hai;1 phút;;"), ["19:00:00", "19:01:30"], True),
    ],
)  # fmt: skip
def test_nothing_is_computed_beyond_what_is_certain(
    rows: tuple[str, ...],
    told: list[str],
    expected: bool,  # noqa: FBT001
) -> None:
    document = read(*rows)
    assert hours(document) == told
    assert ("rundown-starts-computed" in codes(document)) is expected


def test_where_it_ends_is_told() -> None:
    document = read("Một;90 giây;19h00;", "Hai;;;", "Ba;1 phút;;", "Bốn;1 phút;;")
    (note,) = [note for note in document.notes if note.code == "rundown-starts-unknown"]
    assert note.arguments == {"count": 2, "row": 5}


def test_a_dropped_row_takes_no_time() -> None:
    head = "STT;Tên tin;Thời lượng;Giờ;Ghi chú\n"
    rows = "1;Một;90 giây;19h00;\n2;Hai;9 phút;;bỏ\n3;Ba;1 phút;;\n"
    document = read_bytes(f"{DAY}{head}{rows}".encode(), "a.csv")
    assert hours(document) == ["19:00:00", "19:01:30"]


def test_past_midnight_is_the_next_day_if_the_day_is_known() -> None:
    rows = ("Một;90 phút;23h00;", "Hai;1 phút;;")
    assert read(*rows).items[1].metadata.published == datetime(2024, 3, 13, 0, 30)
    document = read(*rows, head="")
    assert hours(document) == ["23:00:00", ""]
    assert codes(document) == []


def test_what_somebody_says_of_when_stands() -> None:
    assert hours(read(*ROWS, given=Metadata(published=datetime(2024, 3, 12, 20)))) == ["20:00:00"] * 3
    said = ItemSaid("3", Metadata(hour=time(19, 30)), Source(SourceKind.SIDE_CAR))
    document = read(*ROWS, given=Supplied(items_under=(said,)))
    assert hours(document) == ["19:00:00", "", "19:30:00"]
    assert codes(document) == []


@given(
    st.lists(st.one_of(st.integers(1, 5_000), st.none()), min_size=1, max_size=12),
    st.integers(0, 86_399),
    st.booleans(),
)
def test_any_rundown_is_added_up_as_by_hand(
    lengths: list[int | None],
    first: int,
    dated: bool,  # noqa: FBT001
) -> None:
    start = datetime(2024, 3, 12) + timedelta(seconds=first)
    rows = [f"Tin {at};{'' if length is None else f'{length} giây'};;" for at, length in enumerate(lengths)]
    rows[0] = rows[0][:-1] + f"{start:%H:%M:%S};"
    document = read(*rows, head=DAY if dated else "")
    expected: list[datetime | None] = [start]
    for length in lengths[:-1]:
        last = expected[-1]
        following = last + timedelta(seconds=length) if last is not None and length is not None else None
        expected.append(following if dated or (following and following.date() == date(2024, 3, 12)) else None)
    assert hours(document) == [f"{when:%H:%M:%S}" if when else "" for when in expected]
    computed = sum(when is not None for when in expected[1:])
    assert ("rundown-starts-computed" in codes(document)) is bool(computed)
