"""What is different between rosters, one roster taken into another, and questions to a roster."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiemtin.foundation.dates import Held
from kiemtin.officials.roster import Roster, compile_roster
from kiemtin.officials.rosters.changes import Kind, differences, in_place_of, taken_into, with_ids_of
from kiemtin.officials.rosters.entries import Entries
from kiemtin.officials.rosters.files import read_raw
from kiemtin.officials.rosters.popolo import converted, is_foreign
from kiemtin.officials.rosters.queries import (
    Asked,
    Event,
    found_by,
    on_day,
    terms_of,
    turns_since,
)
from kiemtin.officials.rosters.raw import PERSON_FIELDS, ROW_FIELDS, RawRoster, plain
from kiemtin.officials.words.loading import load_vocabulary

VOCABULARY = load_vocabulary()
AN = {"id": "an", "name": "Trần Văn An"}
BINH = {"id": "binh", "name": "Lê Thị Bình", "misspellings": ["Lê Thị Bìn Bình"]}
SECRETARY = {
    "person_id": "an",
    "role": "Bí thư Tỉnh ủy",
    "post_id": "province-party-secretary",
    "area": "Hà Nội",
    "start_date": "2020-10-15",
    "source": "nguồn",
}
CHAIR = {
    "person_id": "binh",
    "role": "Chủ tịch UBND tỉnh",
    "post_id": "province-government-chair",
    "area": "Hà Nội",
    "start_date": "2021-06",
    "end_date": "2024-07-01",
    "source": "nguồn",
}


def raw(persons: list[dict[str, Any]], rows: list[dict[str, Any]]) -> RawRoster:
    source = json.dumps({"name": "r", "persons": persons, "memberships": rows}).encode()
    found = read_raw(source, Path("r.json"), Entries("r.json", VOCABULARY))
    assert found is not None
    return found


def roster(persons: list[dict[str, Any]], rows: list[dict[str, Any]]) -> Roster:
    return compile_roster(json.dumps({"persons": persons, "memberships": rows}).encode(), Path("r.json"))


def kinds(before: RawRoster, after: RawRoster) -> list[tuple[str, str]]:
    return [(change.kind.value, change.name) for change in differences(before, after)]


OLD = raw([AN, BINH], [SECRETARY, CHAIR])


@pytest.mark.parametrize(
    ("after", "changes"),
    [
        (OLD, []),
        (raw([BINH, AN], [CHAIR, SECRETARY]), []),
        (raw([AN], [SECRETARY]), [(Kind.PERSON_REMOVED, "Lê Thị Bình"), (Kind.TERM_REMOVED, "Lê Thị Bình")]),
        (
            raw([AN, BINH], [SECRETARY, {**CHAIR, "end_date": "2024-07-02"}]),
            [(Kind.TERM_CHANGED, "Lê Thị Bình")],
        ),
        (
            raw([AN, BINH], [SECRETARY, CHAIR, {**SECRETARY, "role": "Phó Bí thư Tỉnh ủy", "post_id": None}]),
            [(Kind.TERM_ADDED, "Trần Văn An")],
        ),
        (raw([AN, {**BINH, "misspellings": []}], [SECRETARY, CHAIR]), [(Kind.PERSON_CHANGED, "Lê Thị Bình")]),
    ],
)
def test_every_difference_is_told(after: RawRoster, changes: list[tuple[str, str]]) -> None:
    assert kinds(OLD, after) == changes


def test_what_is_taken_in_adds_and_corrects_and_removes_nothing() -> None:
    given = {key: value for key, value in SECRETARY.items() if key != "source"}
    ended = {**given, "end_date": "2025-01-02", "end_source": "quyết định"}
    result = taken_into(OLD, raw([AN], [ended]))
    assert kinds(OLD, result) == [(Kind.TERM_CHANGED, "Trần Văn An")]
    assert plain(result.memberships[0], ROW_FIELDS) == {**ended, "source": "nguồn"}
    assert taken_into(result, raw([AN], [ended])) == result
    assert kinds(OLD, in_place_of(OLD, raw([AN], [ended])))[0] == (Kind.TERM_CHANGED, "Trần Văn An")
    assert (Kind.PERSON_REMOVED, "Lê Thị Bình") in kinds(OLD, in_place_of(OLD, raw([AN], [ended])))


def test_a_person_known_by_name_alone_has_the_id_of_the_roster() -> None:
    source = "họ tên,chức danh,địa phương,nguồn\nLê Thị Bình,Phó Bí thư Tỉnh ủy,Hà Nội,Báo\n".encode()
    given = read_raw(source, Path("r.csv"), Entries("r.csv", VOCABULARY))
    assert given is not None
    assert [entry.fields["id"] for entry in with_ids_of(OLD, given).persons] == ["binh"]
    assert kinds(OLD, taken_into(OLD, given)) == [(Kind.TERM_ADDED, "Lê Thị Bình")]
    twice = raw([AN, BINH, {"id": "other", "name": "Lê Thị Bình"}], [SECRETARY])
    assert (Kind.PERSON_ADDED, "Lê Thị Bình") in kinds(twice, taken_into(twice, given))


def test_a_foreign_popolo_file_gives_its_public_offices_alone() -> None:
    source = json.dumps(
        {
            "persons": [{"id": "1", "name": "Ngô Văn Cam", "email": "x", "other_names": [{"name": "Cam"}]}],
            "organizations": [{"id": "o", "name": "UBND tỉnh"}],
            "posts": [{"id": "p", "label": "Chủ tịch UBND tỉnh", "area": {"name": "Hà Nội"}}],
            "memberships": [
                {"person_id": "1", "post_id": "p", "organization_id": "o", "start_date": "2021",
                 "sources": [{"url": "https://a.example", "note": "Báo"}]}
            ],
        }
    ).encode()  # fmt: skip
    given = read_raw(source, Path("r.json"), Entries("r.json", VOCABULARY))
    assert given is not None
    assert is_foreign(given, VOCABULARY)
    assert not is_foreign(OLD, VOCABULARY)
    ours = converted(given, VOCABULARY)
    (person,), (row,) = ours.persons, ours.memberships
    assert plain(person, PERSON_FIELDS) == {"id": "1", "name": "Ngô Văn Cam", "other_names": ["Cam"]}
    assert plain(row, ROW_FIELDS) == {
        "person_id": "1",
        "role": "Chủ tịch UBND tỉnh",
        "post_id": "province-government-chair",
        "organization": "UBND tỉnh",
        "area": "Hà Nội",
        "start_date": "2021",
        "source": "https://a.example (Báo)",
    }


ROSTER = roster([AN, BINH], [{**SECRETARY, "seen_date": "2023-01-01"}, CHAIR])


@pytest.mark.parametrize(
    ("asked", "day", "found"),
    [
        (Asked(), date(2022, 1, 1), [("Trần Văn An", Held.YES), ("Lê Thị Bình", Held.YES)]),
        (Asked(), date(2024, 1, 1), [("Trần Văn An", Held.UNKNOWN), ("Lê Thị Bình", Held.YES)]),
        (Asked(), date(2019, 1, 1), []),
        (Asked(person="tran van"), date(2022, 1, 1), [("Trần Văn An", Held.YES)]),
        (Asked(office="Bí thư Tỉnh ủy"), date(2022, 1, 1), [("Trần Văn An", Held.YES)]),
        (Asked(office="Chủ tịch UBND TP Hà Nội"), date(2022, 1, 1), [("Lê Thị Bình", Held.YES)]),
        (Asked(place="ha noi"), date(2024, 7, 2), [("Trần Văn An", Held.UNKNOWN)]),
        (Asked(place="Huế"), date(2022, 1, 1), []),
    ],
)
def test_who_held_what_on_a_day(asked: Asked, day: date, found: list[tuple[str, Held]]) -> None:
    terms = on_day(terms_of(ROSTER, asked, VOCABULARY), day)
    assert [(term.official.name, term.held) for term in terms] == found


@pytest.mark.parametrize(
    ("words", "names", "near"),
    [
        ("binh", ["Lê Thị Bình"], False),
        ("bi thu tinh uy", ["Trần Văn An"], False),
        ("Trần Vân An", ["Trần Văn An"], False),  # without tones it is the name
        ("Trần Văm An", ["Trần Văn An"], True),
        ("Lê Thị Bìn Bình", ["Lê Thị Bình"], False),
        ("Vũ Đức", [], False),
    ],
)
def test_people_are_found_by_words(words: str, names: list[str], near: bool) -> None:  # noqa: FBT001
    found = found_by(ROSTER, words, VOCABULARY)
    assert [official.name for official in found.officials] == names
    assert found.near == near


def test_a_known_misspelling_leads_to_its_person_however_far_it_is() -> None:
    assert [each.id for each in ROSTER.near_misses("Lê Thị Bìn Bình")] == ["binh"]
    assert ROSTER.find("Lê Thị Bìn Bình") == ()


def test_turns_since_a_day() -> None:
    turns = turns_since(ROSTER, date(2021, 1, 1))
    assert [(turn.official.id, turn.event, str(turn.when)) for turn in turns] == [
        ("binh", Event.BEGAN, "2021-06"),
        ("binh", Event.ENDED, "2024-07-01"),
    ]
    assert turns_since(ROSTER, date(2024, 7, 2)) == []
    assert ROSTER.last_known == date(2024, 7, 1)
    assert roster([AN], []).last_known is None
