"""Eight times the input costs about eight times the work: counted as calls, never as time."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.reading import read_bytes
from kiemtin.foundation.problems import KiemtinError
from kiemtin.language.reading.parsing import parse_with_problems
from kiemtin.officials.rosters.files import read_roster
from kiemtin.reporting.json_report import render as render_json
from kiemtin.reporting.text import render as render_text

BENCH = Workbench("nội-quy-báo-mẫu")
FACTOR, MOST = 8, 8 * 1.6
"""A square would be 64."""


def judged(name: str) -> Callable[[str], None]:
    def work(text: str) -> None:
        report = BENCH.judge(read_bytes(text.encode(), name))
        render_text(report, "vi")
        render_json([report], [], 0)

    return work


def roster_of(text: str) -> None:
    people = [{"id": str(n), "name": f"Trần Văn {n}"} for n in range(len(text))]
    term = {"post_id": "general-secretary", "role": "Tổng Bí thư", "source": "x", "start_date": "2001"}
    rows = [{"person_id": str(n), **term, "end_date": str(2002 + n % 20)} for n in range(len(text))]
    rows += [{"person_id": "0", **term, "role": f"Chức {n}", "end_date": "2010"} for n in range(len(text))]
    read_roster(json.dumps({"persons": people, "memberships": rows}).encode(), Path("r.json"))


def pack_of(text: str) -> None:
    parse_with_problems(f'văn bản a\n  tình trạng minh họa "x"\n\n{text}', "a.quy")


TEXTS = (
    "Đồng chí Trần Văn An, Bí thư Tỉnh ủy, dự. ",
    "Đồng chí Trần Văn An phát biểu.\n\n",
    "ông Trần Văn An, Chủ tịch UBND tỉnh; ",
    "Mikhail Gorbachev ",
    "Kim Jong Un; ",
    "nguyên ",
    "“",
    "a\u0301\u0323",
)
CASES: dict[str, tuple[Callable[[str], None], str]] = {
    **{f"text {text[:20]!r}": (judged("a.txt"), text) for text in TEXTS},
    **{
        f"markdown {text!r}": (judged("a.md"), text)
        for text in ("#", "|-|\n", "*a* ", "Ảnh: ", "> ", "[a](b) ", "- a\n")
    },
    "rundown": (judged("a.csv"), "1,Tin về đồng chí Trần Văn An,1:00\n"),
    "pack of rules": (pack_of, "quy tắc q\n  phải tin.trang = 1\n\n"),
    "pack of clauses": (pack_of, 'Điều 1. "a"\n'),
    "pack of quotes": (pack_of, "“\n"),
    "roster": (roster_of, "x"),
}
HEADS = {"rundown": "STT,Tít,Thời lượng\n"}


def calls(work: Callable[[str], None], text: str) -> int:
    """How many functions of Python and of C are called."""
    count = 0

    def counting(_: object, event: str, __: object) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    sys.setprofile(counting)
    try:
        work(text)
    except KiemtinError:
        pass
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("case", CASES)
def test_eight_times_as_much_costs_eight_times_as_much(case: str) -> None:
    work, piece = CASES[case]
    head = HEADS.get(case, "Tít\n\n" if work is not pack_of else "")
    small, large = head + piece * 50, head + piece * (50 * FACTOR)
    work(small)  # imports, caches
    assert calls(work, large) <= MOST * calls(work, small)
