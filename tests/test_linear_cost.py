"""Eight times the input costs about eight times the work: counted as calls, never as time."""

from __future__ import annotations

import io
import json
import sys
import zipfile
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


def superdesk_of(text: str) -> None:
    items = [{"_id": str(n), "title": f"Tin {n}", "content": "<p>Lời.</p>"} for n in range(len(text))]
    order = [{"_id": each["_id"]} for each in reversed(items)]
    told = {"rundown": {"airtime_date": "2024-03-12", "items": order}, "rundown_items": items}
    assert len(read_bytes(json.dumps(told).encode(), "a.json").items) == len(text)


def queue_of(text: str) -> None:
    ids = [f"{n:08X}:00000000:00000000" for n in range(len(text))]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for each in ids:
            story = (
                f"<nsml><story><fields><f id=title>Tin</f></fields><body><p>{each}</p></body></story></nsml>"
            )
            package.writestr(each, story)
        package.writestr("list.txt", "\n".join(reversed(ids)))
    assert len(read_bytes(stream.getvalue(), "a.zip").items) == len(text)


def open_sheet_of(text: str) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = ["".join(cell.format(word) for word in ("STT", "Tít"))]
    rows += [
        cell.format(n) + cell.format(f"Tin {n}") + "<table:covered-table-cell/>" for n in range(len(text))
    ]
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    names = " ".join(f'xmlns:{name}="{name}"' for name in ("office", "table", "text"))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        body = f"<office:spreadsheet><table:table>{table}</table:table></office:spreadsheet>"
        package.writestr("content.xml", f"<office:d {names}>{body}</office:d>")
    assert len(read_bytes(stream.getvalue(), "a.ods").items) == len(text)


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
    "rundown with a first hour": (judged("a.csv"), "1,Tin về đồng chí Trần Văn An,1:00,\n"),
    "story of iNEWS": (judged("a.nsml"), "<p>Đồng chí Trần Văn An dự.</p>\n"),
    "cues of iNEWS": (judged("a.nsml"), "<pi>a "),
    "queue of iNEWS": (queue_of, "x"),
    "rundown of Superdesk": (superdesk_of, "x"),
    "sheet of OpenDocument": (open_sheet_of, "x"),
    "pack of rules": (pack_of, "quy tắc q\n  phải tin.trang = 1\n\n"),
    "pack of clauses": (pack_of, 'Điều 1. "a"\n'),
    "pack of quotes": (pack_of, "“\n"),
    "roster": (roster_of, "x"),
}
HEADS = {
    "rundown": "STT,Tít,Thời lượng\n",
    "rundown with a first hour": "STT,Tít,Thời lượng,Giờ\n0,Tin,1:00,19h00\n",
    "story of iNEWS": "<nsml><story><body>",
    "cues of iNEWS": "<nsml><story><body><p>",
}


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
