"""Every bound is held, and no earlier than it says: at the amount of a file it is read, at one less not.

The bounds themselves are far above what a test should read; each is set to what a small file has.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

from kiemtin.checking.settings_file import load
from kiemtin.checking.workbench import Workbench
from kiemtin.documents import limits as of_drafts
from kiemtin.documents import packages
from kiemtin.documents.archives.json_lines import JsonLines
from kiemtin.documents.reading import read_bytes, read_document
from kiemtin.events.reading import read_calendar
from kiemtin.foundation import limits as of_the_rest
from kiemtin.foundation.limits import Limit
from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.foundation.problems import KiemtinError
from kiemtin.foundation.records import replace
from kiemtin.language.loading import check_pack
from kiemtin.officials.roster import load_roster

from .documents.pdf_samples import pdf

CORPUS = Path(__file__).parents[1] / "corpus"
WORD = (CORPUS / "drafts" / "hoi-nghi-qua-dai.docx").read_bytes()
LIMITS = {
    name: limit
    for module in (of_drafts, of_the_rest)
    for name, limit in vars(module).items()
    if isinstance(limit, Limit)
}


def plan(folder: Path) -> Iterable[str]:
    (folder / "p.csv").write_text("Tệp;Trang\na;1\nb;1\n", "utf-8")
    return [note.code for note in read_document(folder / "p.csv").notes]


def of_document(data: bytes | str, name: str) -> Iterable[str]:
    source = data if isinstance(data, bytes) else data.encode()
    return [note.code for note in read_bytes(source, name).notes]


def sheet() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["STT", "Tên tin", "Thời lượng", "x"], [1, "Tin một", "1:00"], [2, "Tin hai", "1:00"]):
        book.active.append(row)
    book.active.merge_cells("A5:B5")
    book.active.merge_cells("A6:B6")
    book.create_sheet("hai")
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def pack(folder: Path, text: str) -> Iterable[str]:
    path = folder / "mot.quy"
    path.write_text(text, "utf-8")
    (folder / "hai.quy").write_text("văn bản hai\n  tình trạng minh họa\n", "utf-8")
    return [problem.code for problem in check_pack(path)]


def roster(folder: Path, people: int, wrong: int = 0) -> Iterable[str]:
    persons = [{"id": f"p{number}", "name": f"Trần Văn {chr(65 + number)}"} for number in range(people)]
    rows = [{"person_id": f"nobody-{number}"} for number in range(wrong)]
    path = folder / "danh-ba.json"
    path.write_text(json.dumps({"persons": persons, "memberships": rows}), "utf-8")
    load_roster(path)
    return []


RULES = """văn bản thử
  tên "Thử"
  hiệu lực từ 01/01/2020
  tình trạng minh họa "x"

Điều 1. "a"

  quy tắc một
    phải (số a trong tin.lượt_nhắc mà (số b trong tin.lượt_nhắc) >= 1) = 3

  quy tắc hai
    phải số a trong tin.lượt_nhắc >= 3
"""


def judged(folder: Path) -> Iterable[str]:
    path = folder / "thu.quy"
    path.write_text(RULES, "utf-8")
    text = "---\nNgày đăng: 12/03/2024\n---\nTít\n\nDự có các ông: Trần Văn An, Lê Văn Bình, Phạm Văn Cường."
    report = Workbench(str(path)).judge(read_bytes(text.encode(), "a.txt"))
    return [finding.message for finding in report.judgement.findings]


def calendar(folder: Path) -> Iterable[str]:
    path = folder / "lich.csv"
    path.write_text("Ngày,Nội dung\n12/03/2024,Họp\n13/03/2024,Họp\n", "utf-8")
    read_calendar(path)
    return []


SETTINGS = 'language = "vi"\n'


def settings(folder: Path) -> Iterable[str]:
    path = folder / "kiemtin.toml"
    path.write_text(SETTINGS, "utf-8")
    load(path)
    return []


def archive(folder: Path) -> Iterable[str]:
    path = folder / "bai.jsonl"
    path.write_text("{}\n[1, 2]\n", "utf-8")
    return [record.problem.code for record in JsonLines(str(path)).records(0) if record.problem is not None]


class Case(NamedTuple):
    """What is given, and how much of the thing is in it (None: not worth counting by hand)."""

    codes: Callable[[Path], Iterable[str]]
    amount: int | None


FRONT = "---\ntrang: 1\nchuyên mục: x\n---\nTít\n\nThân.\n"
WRONG = "---\ntrang: x\nsố ảnh: x\nthời lượng: x\n---\nTít\n\nThân.\n"
TABLE = "STT,Tên tin,Thời lượng\n1,Tin một,1:00\n2,Tin hai,1:00\n"
TWO = "văn bản mot\n  cụ thể hóa hai\n  tình trạng minh họa\n"
CASES = {
    "TEXT_BYTES": Case(lambda _: of_document("một", "a.txt"), len("một".encode())),
    "PACKAGE_BYTES": Case(lambda _: of_document(WORD, "a.docx"), len(WORD)),
    "CHARACTERS": Case(lambda _: of_document("một hai", "a.txt"), 7),
    "LINES": Case(lambda _: of_document("a\nb\nc", "a.txt"), 2),
    "MARKDOWN_LINES": Case(lambda _: of_document("a\nb\nc", "a.md"), 2),
    "SIGNS": Case(lambda _: of_document("Tít\n\n**a** và *b*\n", "a.md"), 6),
    "MEMBERS": Case(lambda _: of_document(WORD, "a.docx"), len(ZipFile(BytesIO(WORD)).namelist())),
    "UNPACKED_BYTES": Case(lambda _: of_document(WORD, "a.docx"), None),
    "RATIO": Case(lambda _: of_document(WORD, "a.docx"), None),
    "ELEMENTS": Case(lambda _: of_document(WORD, "a.docx"), None),
    "PAGES": Case(lambda _: of_document(pdf("Hoi nghi", "Ket thuc"), "a.pdf"), 2),
    "KEYS": Case(lambda _: of_document(FRONT, "a.txt"), 2),
    "KEY_BYTES": Case(lambda _: of_document(FRONT, "a.txt"), None),
    "PROBLEMS": Case(lambda _: of_document(WRONG, "a.txt"), None),
    "ROWS": Case(lambda _: of_document(TABLE, "a.csv"), None),
    "COLUMNS": Case(lambda _: of_document(sheet(), "a.xlsx"), 4),
    "CELLS": Case(lambda _: of_document(TABLE, "a.csv"), 9),
    "ARTICLES": Case(plan, 2),
    "MERGES": Case(lambda _: of_document(sheet(), "a.xlsx"), 2),
    "SHEETS": Case(lambda _: of_document(sheet(), "a.xlsx"), 2),
    "CELL_CHARACTERS": Case(lambda _: of_document(sheet(), "a.xlsx"), len("Thời lượng")),
    "SHEET_CHARACTERS": Case(lambda _: of_document(sheet(), "a.xlsx"), None),
    "PACK_BYTES": Case(lambda folder: pack(folder, TWO), None),
    "PACK_CHARACTERS": Case(lambda folder: pack(folder, TWO), len(TWO)),
    "PACK_LINE": Case(lambda folder: pack(folder, TWO), len("  tình trạng minh họa")),
    "PACK_CELLS": Case(lambda folder: pack(folder, TWO + "# | a | b |\n"), 2),
    "PACK_DEPTH": Case(lambda folder: pack(folder, TWO + 'Điều 1. "a"\n quy tắc q\n  phải ((1 = 1))\n'), 2),
    "PACK_FILES": Case(lambda folder: pack(folder, TWO), 2),
    "ROSTER_BYTES": Case(lambda folder: roster(folder, 1), None),
    "ROSTER_ROWS": Case(lambda folder: roster(folder, 3), 3),
    "ROSTER_PROBLEMS": Case(lambda folder: roster(folder, 1, wrong=3), 4),
    "RECORD_BYTES": Case(archive, len("[1, 2]")),
    "EVENTS": Case(calendar, 2),
    "SETTINGS_BYTES": Case(settings, len(SETTINGS)),
    "STEPS": Case(judged, None),
    "STEPS_IN_ALL": Case(judged, None),
}
ELSEWHERE = {"EMBEDDED": "tests/documents/test_word_views.py"}
"""Bounds of what is looked at, not of what is read."""


def test_every_bound_has_its_case() -> None:
    assert CASES.keys() | ELSEWHERE.keys() == LIMITS.keys()


@pytest.mark.parametrize("name", CASES)
def test_a_bound_is_held_at_what_it_says(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit, case = LIMITS[name], CASES[name]
    monkeypatch.setenv("KIEMTIN_CACHE", "off")
    monkeypatch.setattr(packages, "RATIO_FROM", 0)
    holders = [
        (module, attribute)
        for module in list(sys.modules.values())
        if module.__name__.startswith("kiemtin.") and module not in (of_drafts, of_the_rest)
        for attribute, value in list(vars(module).items())
        if value is limit
    ]

    def told(most: int) -> bool:
        for module, attribute in holders:
            monkeypatch.setattr(module, attribute, replace(limit, most=most))
        try:
            return limit.code in case.codes(tmp_path)
        except KiemtinError as error:
            return limit.code in [problem.code for problem in error.problems]

    assert not told(10**9)  # imports what is imported when needed
    holders += [
        (module, attribute)
        for module in list(sys.modules.values())
        if module.__name__.startswith("kiemtin.") and module not in (of_drafts, of_the_rest)
        for attribute, value in list(vars(module).items())
        if value is limit and (module, attribute) not in holders
    ]
    if case.amount is not None:
        assert told(case.amount - 1) and not told(case.amount)
        return
    low, high = 0, 1_000_000
    assert told(low)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if told(middle) else (low, middle)
    assert 0 < high < 1_000_000


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_bound_says_what_it_is(name: str, lang: Lang) -> None:
    limit = LIMITS[name]
    arguments = {"limit": limit.shown, "count": 1}
    told = message(limit.code, lang, arguments)
    assert str(limit.shown) in told or limit.code == "front-matter-too-long"
    assert help_for(limit.code, lang, arguments) or limit.code in ("text-too-many-signs",)
