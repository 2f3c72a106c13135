from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from pydantic import ValidationError

from kiemtin.accepting.standing import Acceptance, Gone, Waiver
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.records import replace
from kiemtin.judging.findings import Outcome
from kiemtin.reporting import json_model
from kiemtin.reporting.formats import FORMATS, Style, Told
from kiemtin.reporting.json_report import render, schema
from kiemtin.reporting.report import Report

PROBLEM = Problem("document-empty", FilePlace("x.txt"))
PUBLISHED = Path(__file__).parents[2] / "docs" / "report.schema.json"


def test_the_published_schema_is_current(golden: Callable[[Path, str], None]) -> None:
    golden(PUBLISHED, schema())


def test_a_report_reads_back_as_its_model(report: Report) -> None:
    shown = render([report], [Problem("document-empty", FilePlace("x.txt"))], 3)

    told = json_model.Report.model_validate_json(shown)

    assert told.version == 2
    assert told.exit_code == 3
    assert [problem.id for problem in told.problems] == ["document-empty"]
    assert json.loads(told.model_dump_json(exclude_defaults=True)) == json.loads(shown)
    jsonschema.validate(json.loads(shown), json.loads(PUBLISHED.read_text("utf-8")))


def test_the_same_report_has_the_same_bytes(report: Report) -> None:
    assert render([report], [], 1) == render([report], [], 1)


def test_places_are_code_points_of_the_text_and_columns_of_the_file(nfd_report: Report) -> None:
    told = json.loads(render([nfd_report], [], 1))["documents"][0]
    text = nfd_report.document.text

    places = [finding["place"] for finding in told["findings"] if "place" in finding]
    assert len(places) == 3
    for place in places:
        assert text[place["start"] : place["end"]] == place["text"]
        line = text.splitlines()[place["line"] - 1]
        at = place["start"] - text.index(line)
        assert place["column"] == len(unicodedata.normalize("NFD", line[:at])) + 1


def test_numbers_are_those_of_the_text_report(report: Report) -> None:
    told = json.loads(render([report], [], 1))["documents"][0]

    numbers = {finding["rule"]: finding.get("number") for finding in told["findings"]}
    assert numbers["qđ-mẫu.nêu-sai-thứ-bậc"] == 1
    assert numbers["qđ-mẫu.thiếu-chức-danh"] == 3
    assert numbers["qđ-mẫu.đăng-chậm"] is None
    assert "qđ-mẫu.đủ-tít" not in numbers


def test_every_outcome_is_there_with_its_reason(report: Report) -> None:
    told = json.loads(render([report], [], 1))["documents"][0]

    counts = told["counts"]
    assert counts["outcomes"] == {
        "passed": 1, "failed": 3, "out-of-scope": 0, "not-checkable": 1, "not-run": 1
    }  # fmt: skip
    (missing,) = [finding["missing"] for finding in told["findings"] if finding["outcome"] == "not-checkable"]
    assert missing[0]["id"] == "datum.test-day"
    assert missing[0]["help_vi"] == "Ghi “Ngày đăng: 12/03/2024” ở đầu tin."


def test_a_sentence_carries_its_id_and_both_languages(report: Report) -> None:
    told = json.loads(render([report], [], 1))["documents"][0]

    order = next(finding for finding in told["findings"] if finding["number"] == 1)
    assert order["message"] == {
        "id": "test-order",
        "arguments": {"earlier": "Lê Thị Bình", "later": "Trần Văn An"},
        "vi": "“Trần Văn An” bậc cao hơn nhưng đứng sau “Lê Thị Bình”",
        "en": "“Trần Văn An” ranks above “Lê Thị Bình”",
        "help_vi": "Đưa “Trần Văn An” lên trước “Lê Thị Bình”.",
        "help_en": "Put “Trần Văn An” before “Lê Thị Bình”.",
    }
    assert told["rules"][order["rule"]]["citation"]["path"] == [
        {"kind": "article", "label": "4"},
        {"kind": "clause", "label": "1"},
    ]


def test_an_edit_says_what_it_replaces(report: Report) -> None:
    told = json.loads(render([report], [], 1))["documents"][0]

    order = next(finding for finding in told["findings"] if finding["number"] == 1)
    text = report.document.text
    for edit in order["fix"]["edits"]:
        assert text[edit["start"] : edit["end"]] == edit["old"]


def test_outcomes_that_are_alike_are_counted(report: Report) -> None:
    passed = next(each for each in report.judgement.findings if each.outcome is Outcome.PASSED)
    judgement = replace(report.judgement, findings=(*report.judgement.findings, *[passed] * 99))
    told = json.loads(render([report._replace(judgement=judgement)], [], 1))["documents"][0]

    assert [(each["outcome"], each.get("count", 1)) for each in told["alike"]] == [
        ("passed", 100),
        ("not-run", 1),
    ]
    assert all(len(told["findings"]) == 5 for _ in told)


def test_a_waived_finding_says_who_and_why(report: Report) -> None:
    waiver = Waiver("Đã hỏi", "Lê Thị Na", date(2026, 12, 31), "kiemtin-waivers.toml:1")
    accepted = Acceptance("b.json", frozenset(), {"f1": waiver}, (Gone("qđ.x", "An", "f2"),))
    told = json.loads(render([report._replace(acceptance=accepted)], [], 0))["documents"][0]

    failed = [each for each in told["findings"] if each["outcome"] == "failed"]
    assert {each["state"] for each in failed} == {"waived"}
    assert failed[0]["waiver"] == {
        "reason": "Đã hỏi", "person": "Lê Thị Na", "expires": "2026-12-31", "source": "kiemtin-waivers.toml:1"
    }  # fmt: skip
    assert told["gone"] == [{"rule": "qđ.x", "words": "An", "fingerprint": "f2"}]
    assert told["counts"]["waived"] == 4


def test_a_stream_has_an_object_a_line(report: Report) -> None:
    stream = FORMATS["jsonl"].renderer(Style("vi"))
    lines = [stream.begin(), stream.add(Told(report)), stream.refuse(PROBLEM), stream.end(1)]
    told = [json_model.Line.model_validate_json(line) for line in lines if isinstance(line, str)]
    assert [next(iter(each.model_fields_set - {"version"})) for each in told] == [
        "tool",
        "document",
        "problem",
        "exit_code",
    ]
    assert all(str(line).count("\n") == 1 for line in lines)


def test_the_model_is_closed() -> None:
    with pytest.raises(ValidationError):
        json_model.Edit.model_validate({"start": 0, "end": 1, "old": "a", "text": "b", "more": 1})
