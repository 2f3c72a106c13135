"""Files of rosters: all that is wrong with one is told with its row; tables say the same as JSON."""

from __future__ import annotations

import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from kiemtin.foundation.dates import Held
from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.problems import PackError
from kiemtin.officials.roster import compile_roster
from kiemtin.officials.rosters.files import read_roster

PERSON = {"id": "a", "name": "Trần Văn An"}
ROW = {"person_id": "a", "post_id": "general-secretary", "role": "Tổng Bí thư", "source": "nguồn"}


def codes(persons: list[Any], rows: list[Any], **more: Any) -> list[str]:
    source = json.dumps({"persons": persons, "memberships": rows, **more}).encode()
    _, problems = read_roster(source, Path("roster.json"))
    for problem in problems:
        for lang in ("vi", "en"):
            assert "{" not in message(problem.code, lang, problem.arguments).replace("{'", "")  # type: ignore[arg-type]
            assert help_for(problem.code, lang, problem.arguments)  # type: ignore[arg-type]
    return [problem.code.removeprefix("officials-roster-") for problem in problems]


@pytest.mark.parametrize(
    ("persons", "rows", "wrong"),
    [
        ([{"name": "Trần Văn An"}], [], ["no-id"]),
        ([{"id": "a"}], [], ["no-name"]),
        (["Trần Văn An"], [], ["odd-row"]),
        ([PERSON, PERSON], [], ["twice"]),
        ([{**PERSON, "birth_date": "1960"}], [], ["private"]),
        ([{**PERSON, "death_date": "2020-01-01"}], [], ["no-source"]),
        ([PERSON], [5], ["odd-row"]),
        ([PERSON], [{**ROW, "person_id": "b"}], ["person"]),
        ([PERSON], [{**ROW, "post_id": "general-secretery"}], ["post"]),
        ([PERSON], [{**ROW, "post_id": 5}], ["odd-value"]),
        ([PERSON], [{**ROW, "start_date": "31/12/2020"}], ["date"]),
        ([PERSON], [{**ROW, "start_date": "2021", "end_date": "2020"}], ["order"]),
        ([PERSON], [{**ROW, "start_date": "2021", "seen_date": "2020"}], ["order"]),
        ([PERSON], [{**ROW, "area": "Không Đâu Cả"}], ["place"]),
        ([PERSON], [{**ROW, "end_dat": "2021"}], ["key"]),
        ([PERSON], [ROW, ROW], ["repeated"]),
        (
            [PERSON],
            [
                {**ROW, "start_date": "2010-01-01", "end_date": "2015-01-01"},
                {**ROW, "start_date": "2014-01-01", "end_date": "2016-01-01"},
            ],
            ["overlap"],
        ),
        (
            [{**PERSON, "death_date": "2020-01-01", "death_source": "nguồn"}],
            [{**ROW, "start_date": "2021-01-01"}],
            ["after-death"],
        ),
        (
            [PERSON, {"name": "B"}],
            [{**ROW, "post_id": "x"}, {**ROW, "end_date": "x"}],
            ["no-id", "post", "date"],
        ),
    ],
)
def test_all_that_is_wrong_is_told(persons: list[Any], rows: list[Any], wrong: list[str]) -> None:
    assert codes(persons, rows) == wrong


def test_two_people_in_an_office_of_one_are_doubtful() -> None:
    rows = [
        {
            **ROW,
            "post_id": "prime-minister",
            "person_id": id,
            "start_date": "2010-01-01",
            "end_date": "2015-01-01",
        }
        for id in ("a", "b")
    ]
    assert codes([PERSON, {"id": "b", "name": "Lê Thị Bình"}], rows) == ["rivals"]


def test_a_problem_names_its_row_and_line() -> None:
    source = json.dumps(
        {"persons": [PERSON], "memberships": [ROW, {**ROW, "post_id": "x"}]}, indent=1
    ).encode()
    with pytest.raises(PackError) as raised:
        compile_roster(source, Path("roster.json"))
    (problem,) = raised.value.problems
    assert problem.arguments["row"] == "memberships 2"
    assert problem.place.line is not None
    assert b"person_id" in source.splitlines()[problem.place.line - 1]


def documented() -> str:
    text = (Path(__file__).parents[2] / "docs" / "roster.md").read_text("utf-8")
    found = re.search(r"```csv\n(.*?)```", text, re.S)
    assert found is not None
    return found[1]


def test_the_documented_table_is_valid_and_says_what_it_seems_to() -> None:
    roster = compile_roster(documented().encode(), Path("danh-ba.csv"))
    assert len(documented().splitlines()) == 10
    (secretary,) = roster.find("Trần Thị Ví Dụ")
    (chair,) = roster.find("Lê Văn Thí Dụ")

    def held(person: str, office: str, day: date) -> Held:
        return roster.held(person, office, day, locality="Nam Sơn")

    assert held(secretary.id, "province-party-secretary", date(2023, 1, 1)) is Held.YES
    assert held(secretary.id, "province-party-secretary", date(2024, 6, 21)) is Held.UNKNOWN
    assert held(secretary.id, "province-party-deputy-secretary", date(2015, 5, 20)) is Held.UNKNOWN
    assert held(chair.id, "province-government-chair", date(2024, 1, 1)) is Held.NO


def test_the_documented_json_is_valid() -> None:
    text = (Path(__file__).parents[2] / "docs" / "roster.md").read_text("utf-8")
    found = re.search(r"```json\n(.*?)```", text, re.S)
    assert found is not None
    assert compile_roster(found[1].encode(), Path("danh-ba.json")).complete


def test_a_sheet_says_the_same_as_its_csv() -> None:
    from openpyxl import Workbook

    book = Workbook()
    for line in documented().splitlines():
        cells: list[Any] = line.split(",")
        if cells[3] == "15/10/2020":
            cells[3] = datetime(2020, 10, 15)
        book.active.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    sheet = compile_roster(stream.getvalue(), Path("danh-ba.xlsx"))
    table = compile_roster(documented().encode("utf-16"), Path("danh-ba.xlsx").with_suffix(".csv"))
    plain = [
        [str(row.start), row.office, row.locality] for one in table.officials.values() for row in one.holdings
    ]
    assert plain == [
        [str(row.start), row.office, row.locality] for one in sheet.officials.values() for row in one.holdings
    ]


@pytest.mark.parametrize(
    ("name", "source", "code"),
    [
        ("r.csv", "họ tên;chức danh\nAn;\n".encode(), "officials-roster-no-office"),
        ("r.csv", "ai,gì\nAn,x\n".encode(), "officials-roster-key"),
        ("r.csv", "họ tên,chức danh,ngày sinh\nAn,Tổng Bí thư,1960\n".encode(), "officials-roster-private"),
        ("r.csv", b"h\xe4 t\xean,x\n", "text-not-utf8"),
        ("r.xlsx", b"PK nothing", "package-damaged"),
    ],
)
def test_a_wrong_table_is_a_problem(name: str, source: bytes, code: str) -> None:
    _, problems = read_roster(source, Path(name))
    assert problems[0].code == code
