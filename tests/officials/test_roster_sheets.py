"""Rosters and orders as workbooks: what is written is read back, wrong cells are named, sizes are held."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

import kiemtin_rules
from kiemtin.foundation.limits import ROSTER_BYTES
from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.foundation.records import replace
from kiemtin.officials.roster import compile_roster, load_roster
from kiemtin.officials.rosters.entries import Entries
from kiemtin.officials.rosters.files import read_raw
from kiemtin.officials.rosters.order import settled_order
from kiemtin.officials.rosters.raw import (
    COMPLETE_FIELDS,
    ORDER_FIELDS,
    PERSON_FIELDS,
    ROW_FIELDS,
    Entry,
    RawRoster,
    Where,
    plain,
)
from kiemtin.officials.rosters.workbook import to_workbook
from kiemtin.officials.rosters.writing import to_json
from kiemtin.officials.words.loading import load_vocabulary

BUNDLED = Path(kiemtin_rules.__file__).parent / "rosters" / "vietnam.json"
VOCABULARY = load_vocabulary()


def read(source: bytes, name: str) -> tuple[RawRoster, list[Problem]]:
    entries = Entries(name, VOCABULARY)
    raw = read_raw(source, Path(name), entries)
    if raw is None:
        return RawRoster(), entries.problems
    entries.add_all(raw)
    entries.settled()
    settled_order(raw.order, entries)
    return raw, entries.problems


def told(raw: RawRoster) -> list[Any]:
    parts = (
        (raw.persons, PERSON_FIELDS),
        (raw.memberships, ROW_FIELDS),
        (raw.complete, COMPLETE_FIELDS),
        (raw.order, ORDER_FIELDS),
    )
    return [raw.name, raw.about, *([plain(entry, fields) for entry in part] for part, fields in parts)]


def sheets(**rows: list[list[Any]]) -> bytes:
    """A workbook of these sheets; titles stand with a low line for a space."""
    stream = io.BytesIO()
    with Workbook(stream) as book:
        for title, lines in rows.items():
            sheet = book.add_worksheet(title.replace("_", " "))
            for at, line in enumerate(lines):
                sheet.write_row(at, 0, line)
    return stream.getvalue()


def test_the_bundled_roster_goes_through_json_and_a_workbook() -> None:
    source = BUNDLED.read_bytes()
    raw, _ = read(source, "vietnam.json")
    assert to_json(raw) == source
    book = to_workbook(raw, VOCABULARY, ["lời dẫn"])
    back, problems = read(book, "vietnam.xlsx")
    assert told(back) == told(raw)
    assert [problem.code for problem in problems if not problem.warning] == []
    assert to_workbook(raw, VOCABULARY, ["lời dẫn"]) == book


words = st.text(st.sampled_from("aăâđêôơưy Ă01=+-@|.,:()'\"/"), min_size=1, max_size=12).map(
    lambda text: f"x{text.strip()}"
)
names = st.sampled_from(["Trần Văn An", "Lê Thị Bình", "Ngô Văn Cam", "Y Ví Dụ"])
days = st.sampled_from(["2019", "2020-05", "2021-03-07", "2024-02-29"])
terms = st.fixed_dictionaries(
    {"role": st.sampled_from(["Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh", "Chức lạ"]), "source": words},
    optional={
        "area": st.sampled_from(["Nam Sơn", "Hà Nội"]),
        "start_date": days,
        "end_date": days,
        "seen_date": days,
        "note": words,
        "end_source": words,
        "confidence": words,
        "acting": st.just(True),
        "weak": st.just(True),
        "end_inferred": st.just(True),
        "organization": words,
    },
)


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(names, st.lists(terms, min_size=1, max_size=3), min_size=1), st.lists(words, max_size=2)
)
def test_any_roster_comes_back_from_its_workbook(
    people: dict[str, list[dict[str, Any]]], others: list[str]
) -> None:
    persons, rows = [], []
    for at, (name, held) in enumerate(people.items()):
        person: dict[str, Any] = {"id": f"p{at}", "name": name}
        if others and at == 0:
            person |= {"misspellings": others, "death_date": "2025-01", "death_source": "nguồn"}
        persons.append(person)
        for term in held:
            office = VOCABULARY.office_id(term["role"])
            rows.append({"person_id": person["id"], **term, **({"post_id": office} if office else {})})
    source = json.dumps({"persons": persons, "memberships": rows}).encode()
    raw, _ = read(source, "r.json")
    back, _ = read(to_workbook(raw, VOCABULARY), "r.xlsx")
    assert told(back) == told(raw)


def test_an_order_comes_back_from_its_workbook() -> None:
    rows = [
        {
            "rank": "1",
            "title": "Bí thư Tỉnh ủy",
            "start_date": "2025-07-01",
            "status": "verified",
            "source": "a",
        },
        {"rank": "2", "title": "Chủ tịch UBND tỉnh", "start_date": "2025-07-01", "status": "sample"},
        {"rank": "2", "title": "Chủ tịch HĐND tỉnh", "start_date": "2025-07-01"},
        {"rank": "1", "title": "Bí thư Tỉnh ủy", "end_date": "2025-06-30"},
    ]
    raw = RawRoster(order=[Entry(row, Where("–")) for row in rows])
    back, problems = read(to_workbook(raw, VOCABULARY), "r.xlsx")
    assert told(back) == told(raw)
    assert problems == []
    entries = Entries("r.xlsx", VOCABULARY)
    before, after = settled_order(back.order, entries)
    assert before.ranks == ((1, ("Bí thư Tỉnh ủy",)),)
    assert after.ranks == ((1, ("Bí thư Tỉnh ủy",)), (2, ("Chủ tịch UBND tỉnh", "Chủ tịch HĐND tỉnh")))
    assert after.status == "sample"  # some of its rows are a sample


@pytest.mark.parametrize(
    ("statuses", "source", "status"),
    [
        (("verified", "practice"), "báo", "practice"),
        (("practice", "sample"), "báo", "sample"),
        (("practice",), None, "sample"),
        (("verified", "verified"), "báo", "verified"),
    ],
)
def test_an_order_is_as_sure_as_its_weakest_row(
    statuses: tuple[str, ...], source: str | None, status: str
) -> None:
    titles = ("Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh")
    rows = [
        Entry({"rank": str(at + 1), "title": titles[at], "status": each, "source": source}, Where("–"))
        for at, each in enumerate(statuses)
    ]
    back, problems = read(to_workbook(RawRoster(order=rows), VOCABULARY), "r.xlsx")
    assert problems == []
    (version,) = settled_order(back.order, Entries("r.xlsx", VOCABULARY))
    assert version.status == status


HEAD = ["họ tên", "chức danh", "địa phương", "từ", "đến", "nguồn", "thứ tự"]
AN = ["Trần Văn An", "Bí thư Tỉnh ủy", "Hà Nội", "01/02/2020", "", "nguồn"]


@pytest.mark.parametrize(
    ("rows", "code", "cell"),
    [
        ([[*AN[:3], "32/01/2020", "", "nguồn"]], "date", "Danh bạ!D2"),
        ([[*AN[:3], "01/02/2020", "01/02/2019", "nguồn"]], "order", "Danh bạ!E2"),
        ([[AN[0], "Bí thư Tỉnh uỷyy", *AN[2:]]], "words", "Danh bạ!B2"),
        ([[*AN[:2], "Hà Nôịi", *AN[3:]]], "place", "Danh bạ!C2"),
        ([[*AN[:5]]], "no-source", "Danh bạ!F2"),
        ([["", *AN[1:]]], "no-name", "Danh bạ!A2"),
        ([AN, AN], "repeated", "Danh bạ!3"),
        ([[*AN, "thứ nhất"]], "order-rank", "Danh bạ!G2"),
        ([[*AN, "0"]], "order-rank", "Danh bạ!G2"),
    ],
)
def test_a_wrong_cell_is_named(rows: list[list[str]], code: str, cell: str) -> None:
    _, problems = read(sheets(Danh_bạ=[HEAD, *rows]), "r.xlsx")
    (problem,) = problems
    assert problem.code == f"officials-roster-{code}"
    assert problem.arguments["row"] == cell
    for lang in ("vi", "en"):
        assert cell in message(problem.code, lang, problem.arguments)  # type: ignore[arg-type]
        assert help_for(problem.code, lang, problem.arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "code", "cell"),
    [
        ([["1", "Bí thư Tỉnh ủy", "07/2025"]], "order-day", "Thứ tự!C2"),
        ([["1", "Chức lạ"]], "order-title", "Thứ tự!B2"),
        ([["1", "Bí thư Tỉnh ủy"], ["2", "Bí thư Thành ủy"]], "order-twice", "Thứ tự!A3"),
    ],
)
def test_a_wrong_cell_of_the_order_is_named(rows: list[list[str]], code: str, cell: str) -> None:
    order = [["thứ tự", "chức danh", "từ", "đến"], *rows]
    _, problems = read(sheets(Danh_bạ=[HEAD, AN], Thứ_tự=order), "r.xlsx")
    (problem,) = problems
    assert (problem.code, problem.arguments["row"]) == (f"officials-roster-{code}", cell)


def test_a_roster_with_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from kiemtin.officials.rosters import sheets as reader

    monkeypatch.setattr(reader, "ROSTER_ROWS", replace(reader.ROSTER_ROWS, most=2))
    _, problems = read(sheets(Danh_bạ=[HEAD, AN, AN]), "r.xlsx")
    assert "officials-roster-too-many-rows" not in [problem.code for problem in problems]
    with pytest.raises(PackError) as raised:
        read(sheets(Danh_bạ=[HEAD, AN, AN, AN]), "r.xlsx")
    assert [problem.code for problem in raised.value.problems] == ["officials-roster-too-many-rows"]
    assert raised.value.problems[0].arguments == {"limit": 2}


def packed(name: str, contents: bytes) -> bytes:
    """A workbook with one part in place of its own."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheets(Danh_bạ=[HEAD, AN]))) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.namelist():
            new.writestr(part, contents if part == name else old.read(part), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"PK nothing", "package-damaged"),
        (
            packed("xl/worksheets/sheet1.xml", b"<worksheet>" + b"<x/>" * 1_000_001),
            "package-too-many-elements",
        ),
        (packed("xl/worksheets/sheet1.xml", b"<a>" + b" " * 6_000_000 + b"</a>"), "package-too-dense"),
        (packed("xl/worksheets/sheet1.xml", b"<!DOCTYPE a><worksheet/>"), "package-doctype"),
    ],
)
def test_a_workbook_is_held_to_the_limits_of_other_sheets(source: bytes, code: str) -> None:
    _, problems = read(source, "r.xlsx")
    assert [problem.code for problem in problems] == [code]
    with pytest.raises(PackError):
        compile_roster(source, Path("r.xlsx"))


def test_the_size_of_a_file_is_asked_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    with path.open("wb") as stream:
        stream.truncate(ROSTER_BYTES.most + 1)
    with pytest.raises(PackError) as raised:
        load_roster(path)
    assert raised.value.problems[0].code == "officials-roster-too-large"
