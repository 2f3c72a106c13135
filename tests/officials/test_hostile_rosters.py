"""Rosters from outside: checked whole, within bounds, their names read as those of drafts are."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from kiemtin.officials.rosters.files import read_roster

PERSON = {"id": "a", "name": "Trần Văn Ảo"}


def codes(told: Any) -> list[str]:
    source = told if isinstance(told, bytes) else json.dumps(told).encode()
    _, problems = read_roster(source, Path("r.json"))
    return [problem.code.removeprefix("officials-roster-") for problem in problems if not problem.warning]


@pytest.mark.parametrize(
    "name", [unicodedata.normalize("NFD", "Trần Văn Ảo"), "Trần  Văn\u00a0Ảo", " Trần Văn Ảo "]
)
def test_a_name_is_found_however_it_is_composed_and_spaced(name: str) -> None:
    source = json.dumps({"persons": [{"id": "a", "name": name, "other_names": [name]}]}).encode()
    roster, _ = read_roster(source, Path("r.json"))
    assert roster is not None
    assert [person.name for person in roster.find("Trần Văn Ảo")] == ["Trần Văn Ảo"]


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        (b"[" * 100_000, ["not-json"]),
        ({"persons": [None]}, ["odd-row"]),
        ({"persons": [5]}, ["odd-row"]),
        ({"persons": [PERSON], "memberships": None}, ["shape"]),
        ({"persons": [PERSON], "memberships": "x"}, ["shape"]),
        ({"persons": [PERSON], "memberships": {}}, ["shape"]),
        ({"persons": [PERSON], "name": 5}, ["shape"]),
        ({"persons": [{"id": "a", "name": None}]}, ["no-name"]),
        ({"persons": [{**PERSON, "other_names": "An"}]}, ["odd-value"]),
        ({"persons": [{**PERSON, "complete": 5}]}, ["odd-value"]),
        ({"persons": [{**PERSON, "name": "Trần \x1b[31mAn"}]}, ["control"]),
        ({"persons": [{**PERSON, "name": "Trần \ud800"}]}, ["control"]),
        ({"persons": [{**PERSON, "other_names": ["a\u202eb"]}]}, ["control"]),
        (
            {"persons": [PERSON], "memberships": [{"person_id": "a", "role": "x", "end_date": "0000"}]},
            ["date"],
        ),
        ({"persons": [PERSON], "memberships": [{"person_id": "a", "role": "x", "end_date": "9999-12"}]}, []),
    ],
)
def test_an_odd_shape_is_told(told: Any, wrong: list[str]) -> None:
    assert codes(told) == wrong


def test_of_very_many_problems_some_are_told() -> None:
    found = codes({"persons": [PERSON], "memberships": [{"person_id": f"z{n}"} for n in range(40_000)]})
    assert len(found) == 51 and found[-1] == "more-problems"


def test_warnings_refuse_no_roster() -> None:
    rows = [{"person_id": "a", "role": f"Chức {number}", "source": "x"} for number in range(3_000)]
    roster, problems = read_roster(
        json.dumps({"persons": [PERSON], "memberships": rows}).encode(), Path("r.json")
    )
    assert roster is not None
    assert all(problem.warning for problem in problems) and len(problems) <= 1_000
