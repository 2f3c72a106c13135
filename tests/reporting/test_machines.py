"""Reports for other programs: each is what its standard says, and nothing of a draft acts in it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import openpyxl
import pytest

from kiemtin.accepting.standing import Acceptance, Gone, Waiver
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.records import replace
from kiemtin.judging.findings import Outcome
from kiemtin.reporting.csv_report import harmless
from kiemtin.reporting.formats import FORMATS, Style, Told
from kiemtin.reporting.report import Report

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_text("utf-8"))
WAIVER = Waiver("Đã hỏi Ban Biên tập", "Lê Thị Na", date(2026, 12, 31), "kiemtin-waivers.toml:1")
VIETNAMESE = "[ạảãầấẩẫậằắẳẵặẹẻẽềếểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]"
CONTROLS = "\x1b\u202e\x07\x9b"


def rendered(name: str, *reports: Report, lang: str = "vi") -> str:
    stream = FORMATS[name].renderer(Style("en" if lang == "en" else "vi"))
    pieces = [stream.begin(), *(stream.add(Told(report)) for report in reports)]
    pieces += [stream.refuse(Problem("document-empty", FilePlace("b.docx", 3))), stream.end(1)]
    return "".join(piece for piece in pieces if isinstance(piece, str))


def workbook(*reports: Report) -> openpyxl.Workbook:
    stream = FORMATS["xlsx"].renderer(Style("vi"))
    for report in reports:
        stream.add(Told(report))
    content = stream.end(1)
    assert isinstance(content, bytes)
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture
def accepted(report: Report) -> Report:
    """Of four failures one is known and one waived; one of the baseline is gone."""
    findings = tuple(
        replace(each, fingerprint=f"f{number}") if each.outcome is Outcome.FAILED else each
        for number, each in enumerate(report.judgement.findings)
    )
    acceptance = Acceptance("b.json", frozenset({"f0"}), {"f1": WAIVER}, (Gone("qđ.x", "An", "f9"),))
    return report._replace(judgement=replace(report.judgement, findings=findings), acceptance=acceptance)


@pytest.mark.parametrize(
    "name", [each.name for each in FORMATS.values() if not each.binary and not each.a_file_a_draft]
)
def test_nothing_of_a_draft_controls_a_reader(evil_report: Report, name: str) -> None:
    shown = rendered(name, evil_report)
    if name in {"json", "jsonl", "sarif"}:  # there they are escaped, and so no control
        shown = shown.replace("\u202e", "").replace("\x9b", "")
    assert not set(shown) & set(CONTROLS)
    assert "=An" in shown


# SARIF


def test_sarif_is_valid_by_the_official_schema(
    accepted: Report, evil_report: Report, nfd_report: Report
) -> None:
    told = json.loads(rendered("sarif", accepted, evil_report, nfd_report))
    jsonschema.Draft4Validator(SCHEMA).validate(told)
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(rendered("sarif", lang="en")))


def test_sarif_says_how_a_failure_stands(accepted: Report) -> None:
    (run,) = json.loads(rendered("sarif", accepted))["runs"]
    stands = {each["partialFingerprints"]["kiemtin/v1"]: each for each in run["results"]}
    assert {name: each["baselineState"] for name, each in stands.items()} == {
        "f0": "unchanged", "f1": "new", "f2": "new", "f3": "new", "f9": "absent"
    }  # fmt: skip
    (suppression,) = stands["f1"]["suppressions"]
    assert suppression["kind"] == "external"
    assert "Đã hỏi Ban Biên tập — Lê Thị Na, 2026-12-31" in suppression["justification"]
    assert "suppressions" not in stands["f0"]
    assert [each["level"] for each in stands.values()].count("error") == 2


def test_sarif_places_are_lines_and_columns_of_the_file(report: Report) -> None:
    (run,) = json.loads(rendered("sarif", report))["runs"]
    result = next(each for each in run["results"] if each["ruleId"].endswith("nêu-sai-thứ-bậc"))
    region = result["locations"][0]["physicalLocation"]["region"]
    line = report.document.text.splitlines()[region["startLine"] - 1]
    assert (
        line[region["startColumn"] - 1 : region["endColumn"] - 1]
        == region["snippet"]["text"]
        == "Trần Văn An"
    )
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_tells_what_was_not_checked_and_not_read(report: Report) -> None:
    (run,) = json.loads(rendered("sarif", report))["runs"]
    (invocation,) = run["invocations"]
    ids = [each["descriptor"]["id"] for each in invocation["toolExecutionNotifications"]]
    assert ids == ["not-checkable", "document-empty"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (True, 1)


# JUnit


def test_junit_fails_for_what_counts_and_skips_the_rest(accepted: Report, evil_report: Report) -> None:
    root = ElementTree.fromstring(rendered("junit", accepted, evil_report))
    first, evil, unread = root.findall("testsuite")
    cases = {case.get("name"): case for case in first.findall("testcase")}
    outcomes = {name: [child.tag for child in case] for name, case in cases.items()}
    assert outcomes == {
        "nêu-sai-thứ-bậc": ["failure"],
        "thiếu-chức-danh": ["failure"],
        "tin-quá-dài": ["skipped"],
        "đăng-chậm": ["skipped"],
        "đủ-tít": [],
        "đếm-từ": ["skipped"],
    }
    assert {first.get("tests"), first.get("failures"), first.get("skipped")} == {"6", "2", "3"}
    assert "]]><b>&" in (evil.findtext(".//failure") or "")
    assert unread.find(".//error") is not None


# One line a finding, annotations


def test_a_line_begins_with_the_place(report: Report) -> None:
    first, *rest = rendered("line", report).splitlines()
    assert re.match(
        r"bai\.txt:3:\d+: LỖI: .*“Trần Văn An”.*\[qđ-mẫu\.nêu-sai-thứ-bậc; Điều 4, Khoản 1, ", first
    )
    assert any("CHƯA KIỂM ĐƯỢC: đạt: ngày đăng" in line for line in rest)
    assert len(rest) == 4


def test_annotations_and_summary(
    report: Report, evil_report: Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    many = replace(report.judgement, findings=report.judgement.findings * 9)
    shown = rendered("github", report._replace(judgement=many), evil_report)
    lines = shown.splitlines()
    assert all(re.fullmatch(r"::(error|warning|notice)( [^:]*)?::.*", line) for line in lines)
    assert sum(line.startswith("::error") for line in lines) == 10 + 1
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert "Đã soát 2 tệp" in summary
    assert "<b>" not in summary
    assert r"\]\]&gt;&lt;b&gt;&amp;" in summary


# Tables


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "\r=1", "＝1"])
def test_a_cell_is_never_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_csv_opens_in_a_sheet(accepted: Report, evil_report: Report) -> None:
    text = rendered("csv", accepted, evil_report)
    assert text.startswith("\ufeffTệp,Tin số,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["Tình trạng"] for row in rows][:5] == ["mới", "mới", "đã biết", "được bỏ qua", "mới"]
    assert rows[3]["Lý do bỏ qua"] == "Đã hỏi Ban Biên tập"
    assert rows[-1]["Tệp"].startswith("'=b")
    assert not any(cell.startswith("=") for row in rows for cell in row.values())


def test_a_workbook_holds_strings_alone(accepted: Report, evil_report: Report) -> None:
    sheet = workbook(accepted, evil_report).active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    assert len(rows) == 1 + 5 + 1
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} == {"s"}
    assert str(rows[-1][0].value).startswith("=b␛[2J")
    assert sheet.auto_filter.ref == "A1:Q7"


def test_no_string_of_a_catalogue_is_left_in_vietnamese(accepted: Report) -> None:
    """In English no letter is left that only Vietnamese has, but in what rules, packs and texts say."""
    for name in ("github", "line", "csv"):
        own = accepted._replace(judgement=replace(accepted.judgement, findings=()))
        assert not re.search(
            "[ạảãầấẩẫậằắẳẵặẹẻẽềếểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư]", rendered(name, own, lang="en").lower()
        )


Golden = Callable[[Path, str], None]
SHOWN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["line", "junit", "csv", "github"])
@pytest.mark.parametrize("kind", ["good", "bad"])
def test_the_report_of_an_item(
    accepted: Report, clean_report: Report, golden: Golden, name: str, kind: str
) -> None:
    shown = rendered(name, accepted if kind == "bad" else clean_report)
    golden(SHOWN / kind / f"item.{name}{FORMATS[name].extension}", shown.replace("\r\n", "\n"))
