"""Three answers, never two: what a roster knows of a person, an office and a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import kiemtin_rules
from kiemtin.foundation.dates import Held, PartialDate
from kiemtin.officials.roster import (
    Completeness,
    Holding,
    Official,
    Reason,
    Roster,
    load_roster,
    make_roster,
)

SECRETARY, CHAIR = "province-party-secretary", "province-government-chair"


def term(
    office: str, place: str | None, start: str | None, end: str | None = None, **more: object
) -> Holding:
    dates = [PartialDate.parse(text) if text else None for text in (start, end)]
    return Holding(office, office, None, place, dates[0], dates[1], "nguồn", **more)  # type: ignore[arg-type]


def of(*holdings: Holding, **more: object) -> Roster:
    whole = more.pop("complete", ())
    person = Official("a", "Trần Văn An", (), holdings, **more)  # type: ignore[arg-type]
    return make_roster("thử", [person], whole)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("roster", "day", "place", "held", "reason"),
    [
        (
            of(term(CHAIR, "Nam Sơn", "2020-01-01", "2021-01-01")),
            "2020-05-01",
            "Nam Sơn",
            Held.YES,
            Reason.TERM,
        ),
        (
            of(term(CHAIR, "Nam Sơn", "2020-01-01", "2021-01-01")),
            "2022-05-01",
            "Nam Sơn",
            Held.NO,
            Reason.ENDED,
        ),
        (
            of(term(CHAIR, "Nam Sơn", "2020-01-01", "2021-01-01")),
            "2019-05-01",
            "Nam Sơn",
            Held.UNKNOWN,
            Reason.NOTHING,
        ),
        (
            of(term(CHAIR, "Nam Sơn", "2020-01-01", "2021-01-01")),
            "2022-05-01",
            "Bắc Hải",
            Held.UNKNOWN,
            Reason.NOTHING,
        ),
        (
            of(term(CHAIR, "Nam Sơn", "2020-01-01", "2021-01-01")),
            "2022-05-01",
            None,
            Held.UNKNOWN,
            Reason.ELSEWHERE,
        ),
        (of(term(CHAIR, "Nam Sơn", "2020-01-01")), "2022-05-01", "Nam Sơn", Held.UNKNOWN, Reason.OPEN),
        (
            of(term(CHAIR, "Nam Sơn", "2020-01-01", "2021-01-01", end_inferred=True)),
            "2022-05-01",
            "Nam Sơn",
            Held.UNKNOWN,
            Reason.OPEN,
        ),
        (
            of(term(CHAIR, "Nam Sơn", "2020-01-01", "2021-01-01", weak=True)),
            "2022-05-01",
            "Nam Sơn",
            Held.UNKNOWN,
            Reason.WEAK,
        ),
        (
            of(term(CHAIR, "Nam Sơn", "2020-01-01", "2021-01-01"), died=PartialDate.parse("2021-01-01")),
            "2022-05-01",
            "Nam Sơn",
            Held.UNKNOWN,
            Reason.DEAD,
        ),
        (
            of(
                term(SECRETARY, "Nam Sơn", "2020-01-01", "2021-01-01"),
                complete=[Completeness(CHAIR, date(2015, 1, 1), date(2023, 1, 1), "nguồn")],
            ),
            "2022-05-01",
            "Nam Sơn",
            Held.NO,
            Reason.COMPLETE_OFFICE,
        ),
        (
            of(complete_from=date(2015, 1, 1), complete_to=date(2023, 1, 1)),
            "2022-05-01",
            None,
            Held.NO,
            Reason.COMPLETE_PERSON,
        ),
    ],
)
def test_the_answer_and_why(roster: Roster, day: str, place: str | None, held: Held, reason: Reason) -> None:
    answer = roster.answer("a", CHAIR, date.fromisoformat(day), locality=place)
    assert (answer.held, answer.reason) == (held, reason)


def test_who_surely_serves_in_the_place_has_not_taken_the_office_elsewhere() -> None:
    roster = of(
        term(CHAIR, "Nam Sơn", "2020-01-01", "2021-01-01"),
        term(SECRETARY, "Nam Sơn", "2021-01-01", "2025-01-01"),
    )
    assert roster.answer("a", CHAIR, date(2022, 5, 1)).reason is Reason.ENDED


def test_on_a_day_of_change_both_hold_and_nothing_is_suggested() -> None:
    old = Official("cu", "Lê Thị Bình", (), (term(CHAIR, "Nam Sơn", "2018-01-01", "2021-07-01"),))
    new = Official("moi", "Phạm Văn Cường", (), (term(CHAIR, "Nam Sơn", "2021-07-01", "2025-01-01"),))
    roster, day = make_roster("thử", [old, new]), date(2021, 7, 1)
    for person in ("cu", "moi"):
        answer = roster.answer(person, CHAIR, day, locality="Nam Sơn")
        assert (answer.held, answer.changing) == (Held.YES, True)
        assert roster.surely_held(person, day) == ()
    assert len(roster.holders(CHAIR, day)) == 2
    assert [each.locality for each in roster.surely_held("moi", date(2021, 7, 2))] == ["Nam Sơn"]


def test_who_left_long_ago_is_no_holder_on_a_day_of_change() -> None:
    """Old and new may both be named: not who held the office ten years before."""
    before = Official("truoc", "Đỗ Thị Cẩm", (), (term(CHAIR, "Nam Sơn", "2011-01-01", "2015-01-01"),))
    old = Official("cu", "Lê Thị Bình", (), (term(CHAIR, "Nam Sơn", "2018-01-01", "2021-06-30"),))
    new = Official("moi", "Phạm Văn Cường", (), (term(CHAIR, "Nam Sơn", "2021-07-01", "2025-01-01"),))
    whole = Completeness(CHAIR, date(2011, 1, 1), date(2025, 1, 1), locality="Nam Sơn")
    roster, day = make_roster("thử", [before, old, new], [whole]), date(2021, 7, 1)
    answers = {id: roster.answer(id, CHAIR, day, locality="Nam Sơn") for id in ("truoc", "cu", "moi")}
    assert {id: (answer.held, answer.changing) for id, answer in answers.items()} == {
        "truoc": (Held.NO, False),
        "cu": (Held.NO, True),
        "moi": (Held.YES, True),
    }


def test_a_weak_row_says_yes_but_suggests_nothing() -> None:
    roster = of(term(CHAIR, "Nam Sơn", "2020-01-01", "2021-01-01", weak=True))
    answer = roster.answer("a", CHAIR, date(2020, 5, 1))
    assert (answer.held, answer.weak) == (Held.YES, True)
    assert roster.surely_held("a", date(2020, 5, 1)) == () == roster.holders(CHAIR, date(2020, 5, 1))


@pytest.mark.parametrize(
    ("name", "office", "day", "held", "reason"),
    [
        ("Nguyễn Phú Trọng", "general-secretary", "2024-07-26", Held.UNKNOWN, Reason.DEAD),
        ("Nguyễn Phú Trọng", "general-secretary", "2024-07-19", Held.YES, Reason.TERM),
        ("Trần Đại Quang", "president", "2018-09-27", Held.UNKNOWN, Reason.DEAD),
        ("Nguyễn Xuân Phúc", "politburo-member", "2023-06-01", Held.NO, Reason.ENDED),
        ("Nguyễn Xuân Phúc", "president", "2023-06-01", Held.NO, Reason.COMPLETE_OFFICE),
        ("Vương Đình Huệ", "politburo-member", "2025-01-01", Held.NO, Reason.ENDED),
        ("Đinh Thế Huynh", "politburo-member", "2020-01-01", Held.UNKNOWN, Reason.OPEN),
        ("Tô Lâm", "prime-minister", "2025-01-01", Held.NO, Reason.COMPLETE_OFFICE),
        ("Tô Lâm", "politburo-member", "2026-03-01", Held.UNKNOWN, Reason.OPEN),
    ],
)
def test_what_the_bundled_roster_knows(name: str, office: str, day: str, held: Held, reason: Reason) -> None:
    roster = load_roster(Path(kiemtin_rules.__file__).parent / "rosters" / "vietnam.json")
    (person,) = roster.find(name)
    answer = roster.answer(person.id, office, date.fromisoformat(day))
    assert (answer.held, answer.reason) == (held, reason)


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        ("Thành phố Hồ Chí Minh", "TP.HCM"),
        ("Thành phố Hồ Chí Minh", "hồ chí minh"),
        ("Hồ Chí Minh", "TP. Hồ Chí Minh"),
        ("tỉnh Bà Rịa - Vũng Tàu", "BR-VT"),
        ("Bà Rịa–Vũng Tàu", "bà rịa vũng tàu"),
        ("Thừa Thiên - Huế", "TT-Huế"),
        ("Đắk Lắk", "Đăk Lăk"),
        ("Thành phố Huế", "TP Huế"),
    ],
)
def test_a_place_is_the_same_however_it_is_written(rows: str, asked: str) -> None:
    roster = of(term(CHAIR, rows, "2020-01-01", "2021-01-01"))
    assert roster.held("a", CHAIR, date(2020, 5, 1), locality=asked) is Held.YES
    assert roster.held("a", CHAIR, date(2020, 5, 1), locality="Nam Sơn") is Held.UNKNOWN
