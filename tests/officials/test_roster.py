"""Rosters: what they know of a day, what they do not, and what is wrong with a file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kiemtin_rules
from kiemtin.foundation.dates import Held, PartialDate
from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.problems import PackError
from kiemtin.officials.roster import Holding, compile_roster, load_roster, merge_rosters
from kiemtin.officials.words.loading import load_vocabulary

ROSTERS = Path(kiemtin_rules.__file__).parent / "rosters"


def holding(start, end, seen=None):
    dates = [PartialDate.parse(text) if text else None for text in (start, end, seen)]
    return Holding("general-secretary", "Tổng Bí thư", start=dates[0], end=dates[1], in_office=dates[2])


@pytest.mark.parametrize(
    ("start", "end", "seen", "day", "held"),
    [
        ("2020-01-10", "2021-05-01", None, "2020-06-01", Held.YES),
        ("2020-01-10", "2021-05-01", None, "2020-01-10", Held.YES),
        ("2020-01-10", "2021-05-01", None, "2021-05-01", Held.YES),
        ("2020-01-10", "2021-05-01", None, "2020-01-09", Held.NO),
        ("2020-01-10", "2021-05-01", None, "2021-05-02", Held.NO),
        ("2020-01", "2021-05-01", None, "2020-01-15", Held.UNKNOWN),
        ("2020", "2021", None, "2021-06-01", Held.UNKNOWN),
        ("2020-01-10", None, None, "2030-01-01", Held.UNKNOWN),
        ("2020-01-10", None, "2024-06-30", "2024-06-30", Held.YES),
        ("2020-01-10", None, "2024-06-30", "2024-07-01", Held.UNKNOWN),
        (None, "2021-05-01", None, "2020-01-01", Held.UNKNOWN),
        (None, "2021-05-01", None, "2022-01-01", Held.NO),
        (None, None, "2021-05-01", "2021-05-01", Held.YES),
        (None, None, "2021-05-01", "2021-04-30", Held.UNKNOWN),
        ("2020-01-10", None, "2024-06", "2024-06-15", Held.UNKNOWN),
    ],
)
def test_whether_it_held(start, end, seen, day, held):
    assert holding(start, end, seen).on(date.fromisoformat(day)) is held


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_an_unknown_end_is_never_yes_and_a_known_one_decides(start, day):
    text = start.isoformat()
    open_end = holding(text, None).on(day)
    assert open_end is (Held.NO if day < start else Held.YES if day == start else Held.UNKNOWN)
    assert holding(text, text).on(day) is (Held.YES if day == start else Held.NO)


def test_find_and_held():
    roster = load_roster(ROSTERS / "sample.json")
    (official,) = roster.find("TRẦN VĂN AN")
    assert official.id == "tran-van-an"
    assert roster.held(official.id, "province-party-secretary", date(2023, 1, 1)) is Held.YES
    assert roster.held(official.id, "province-party-secretary", date(2019, 1, 1)) is Held.UNKNOWN
    assert roster.held(official.id, "general-secretary", date(2023, 1, 1)) is Held.UNKNOWN
    assert (
        roster.held(official.id, "province-party-secretary", date(2023, 1, 1), locality="Ba Vì")
        is Held.UNKNOWN
    )
    assert roster.holdings("nobody") == ()
    assert roster.find("Nguyễn Không Có") == ()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Trần Văn Ân", "tran-van-an"),
        ("Lê Thi Bình", "le-thi-binh"),
        ("Lê Thị Bìn", "le-thi-binh"),
        ("Phạm Văn Cườngg", "pham-van-cuong"),
    ],
)
def test_a_name_one_letter_or_tone_off_is_suggested(wrong, right):
    roster = load_roster(ROSTERS / "sample.json")
    assert [official.id for official in roster.near_misses(wrong)] == [right]


def test_a_right_name_and_a_far_one_suggest_nobody():
    roster = load_roster(ROSTERS / "sample.json")
    assert roster.near_misses("Đoàn Thị Xa Lạ") == ()
    assert "tran-van-an" not in [official.id for official in roster.near_misses("Trần Văn An")]


def test_the_shipped_roster_names_its_sources_and_known_offices():
    vocabulary = load_vocabulary()
    roster = load_roster(ROSTERS / "vietnam.json")
    facts = [fact for official in roster.officials.values() for fact in official.holdings]
    assert len(facts) > 300
    assert all(fact.source.startswith("http") for fact in facts)
    assert all(official.died_source for official in roster.officials.values() if official.died)
    assert all(record.source for record in roster.complete)
    assert all(fact.confidence in {"high", "medium", "low"} for fact in facts)
    assert {fact.office for fact in facts} - {None} <= set(vocabulary.offices)


def test_rosters_are_merged():
    merged = merge_rosters([load_roster(ROSTERS / "vietnam.json"), load_roster(ROSTERS / "sample.json")])
    assert merged.find("Trần Văn An")
    assert len(merged.officials) == sum(
        len(load_roster(ROSTERS / name).officials) for name in ("vietnam.json", "sample.json")
    )


PERSON = {"id": "a", "name": "Trần Văn An"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "officials-roster-not-json"),
        ("[]", "officials-roster-shape"),
        ("{}", "officials-roster-shape"),
        (json.dumps({"persons": [PERSON, PERSON]}), "officials-roster-twice"),
        (json.dumps({"persons": [PERSON], "memberships": [{"person_id": "b"}]}), "officials-roster-person"),
        (
            json.dumps(
                {
                    "persons": [PERSON],
                    "memberships": [{"person_id": "a", "role": "x", "start_date": "31/12/2020"}],
                }
            ),
            "officials-roster-date",
        ),
        (
            json.dumps(
                {
                    "persons": [PERSON],
                    "memberships": [
                        {"person_id": "a", "role": "x", "start_date": "2021", "end_date": "2020"}
                    ],
                }
            ),
            "officials-roster-order",
        ),
    ],
)
def test_a_wrong_roster_is_a_problem_with_a_help(content, code):
    with pytest.raises(PackError) as raised:
        compile_roster(content.encode(), Path("roster.json"))
    problem = raised.value.problems[0]
    assert problem.code == code
    for lang in ("vi", "en"):
        assert message(code, lang, problem.arguments)
        assert help_for(code, lang, problem.arguments)


def test_a_roster_that_is_not_there(tmp_path):
    with pytest.raises(PackError) as raised:
        load_roster(tmp_path / "none.json")
    assert raised.value.problems[0].code == "officials-roster-unreadable"


@given(st.sampled_from(("Trần Văn An", "Lê Thị Bình", "Phạm Văn Cường")), st.data())
def test_the_index_of_near_names_misses_nothing(name, data):
    """One letter put in, taken out or changed anywhere still leads to the person."""
    at = data.draw(st.integers(0, len(name) - 1))
    cut = data.draw(st.integers(0, 1))
    wrong = name[:at] + data.draw(st.sampled_from(("", "g", "u", "ạ"))) + name[at + cut :]
    roster = load_roster(ROSTERS / "sample.json")
    right = roster.find(name)[0]
    if right not in roster.find(wrong) and len(wrong.split()) == len(name.split()) and wrong != name:
        assert right in roster.near_misses(wrong)
