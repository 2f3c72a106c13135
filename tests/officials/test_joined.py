"""Provinces and organs joined into others: the data is whole, and terms after an end are doubtful."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import kiemtin_rules
from kiemtin.foundation.dates import PartialDate
from kiemtin.officials.rosters.files import read_roster
from kiemtin.officials.rosters.joined import organs, present_provinces, province_then, provinces
from kiemtin.officials.words.loading import load_vocabulary
from kiemtin.officials.words.phrase_keys import phrase_key

CHANGES = Path(kiemtin_rules.__file__).parent / "changes"


def test_63_provinces_became_34() -> None:
    told = yaml.safe_load((CHANGES / "provinces.yaml").read_text("utf-8"))
    old = [name for row in told["joined"] for name in row["of"]] + told["unchanged"]
    new = [row["into"] for row in told["joined"]] + told["unchanged"]
    assert (len(old), len(set(old)), len(new), len(set(new))) == (63, 63, 34, 34)
    assert set(new) <= set(old)
    places = load_vocabulary().places
    assert [name for name in old if phrase_key(name) not in places] == []


@pytest.mark.parametrize("name", ["provinces", "organs"])
def test_every_row_has_its_day_source_and_confidence(name: str) -> None:
    told = yaml.safe_load((CHANGES / f"{name}.yaml").read_text("utf-8"))
    for row in told["joined"]:
        assert date.fromisoformat(row["from"]) >= date(2025, 2, 1)
        assert told["sources"][row["source"]]
        assert row["confidence"] in {"high", "medium"}
    assert {row["source"] for row in told["joined"]} == set(told["sources"])


def test_organs_end_when_the_vocabulary_ends_their_names() -> None:
    file = Path(kiemtin_rules.__file__).parent / "vocabulary" / "organs.yaml"
    classes: dict[str, list[dict[str, Any]]] = yaml.safe_load(file.read_text("utf-8"))
    ends = {
        f"{kind}/{each['id']}": each.get("until")
        for kind, rows in classes.items()
        for each in rows
        if "id" in each
    }
    for id, joined in organs().items():
        assert ends[id] == joined.last.isoformat()
        assert joined.into in ends


def test_what_became_of_a_province() -> None:
    found = province_then("kon tum", PartialDate.parse("2025-07-01"))
    assert found is not None
    assert (found.into, found.last) == ("Quảng Ngãi", date(2025, 6, 30))
    assert province_then("Kon Tum", PartialDate.parse("2025-06-30")) is None
    assert province_then("Quảng Ngãi", PartialDate.parse("2026")) is None
    assert len(provinces()) == 63 - 34
    assert len(present_provinces()) == 34


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"post_id": "province-party-secretary", "area": "Kon Tum", "start_date": "2025-07-02"}, "joined"),
        ({"post_id": "province-party-secretary", "area": "Kon Tum", "start_date": "2025-06-30"}, None),
        (
            {"post_id": "ministry-minister", "organ": "ministry/transport", "start_date": "2025-03-02"},
            "joined",
        ),
        ({"post_id": "district-party-secretary", "start_date": "2025-07"}, "office-ended"),
        ({"post_id": "district-party-secretary", "start_date": "2025-06"}, None),
    ],
)
def test_a_term_after_the_end_is_doubtful(row: dict[str, Any], code: str | None) -> None:
    rows = [{"person_id": "a", "role": "x", "source": "nguồn", **row}]
    source = json.dumps({"persons": [{"id": "a", "name": "Trần Văn An"}], "memberships": rows}).encode()
    _, problems = read_roster(source, Path("r.json"))
    assert [problem.code for problem in problems] == ([f"officials-roster-{code}"] if code else [])
    assert all(problem.warning for problem in problems)
