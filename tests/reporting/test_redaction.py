"""A report without the draft, and JSON that acts on no terminal."""

from __future__ import annotations

import json

import pytest
from jsonschema import validate

from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.reporting.formats import Style, Told
from kiemtin.reporting.json_report import Stream, render, schema
from kiemtin.reporting.redaction import digest
from kiemtin.reporting.report import Report


def test_no_word_of_the_draft_is_in_a_redacted_report(report: Report) -> None:
    text = report.document.text
    shown = render(
        [report],
        [Problem("document-unknown-format", FilePlace("x"), {"suffix": "mật", "known": ""})],
        1,
        redact=True,
    )
    told = json.loads(shown)

    for finding in told["documents"][0]["findings"]:
        place = finding.get("place")
        if place is not None:
            assert place["text"] == digest(text[place["start"] : place["end"]])
    for line in text.splitlines():
        for piece in line.split(","):
            assert len(piece.strip()) < 12 or piece.strip() not in shown
    assert "mật" not in shown


def test_a_redacted_report_keeps_the_schema_places_and_counts(report: Report) -> None:
    plain, hidden = (json.loads(render([report], [], 1, redact=redact)) for redact in (False, True))

    validate(hidden, json.loads(schema()))
    for one, other in zip(plain["documents"][0]["findings"], hidden["documents"][0]["findings"], strict=True):
        assert (one["rule"], one["outcome"], one["fingerprint"]) == (
            other["rule"], other["outcome"], other["fingerprint"],
        )  # fmt: skip
    assert plain["documents"][0]["counts"] == hidden["documents"][0]["counts"]


def test_pieces_together_are_the_report(report: Report) -> None:
    problem = Problem("document-empty", FilePlace("x.txt"))
    for reports in ([], [report], [report, report]):
        for problems in ([], [problem], [problem, problem]):
            pieces = Stream(Style("vi"))
            shown = pieces.begin() + "".join(pieces.add(Told(each)) for each in reports)
            shown += "".join(map(pieces.refuse, problems)) + pieces.end(1)
            told = json.loads(shown)
            assert (len(told["documents"]), len(told["problems"])) == (len(reports), len(problems))
            assert shown == render(reports, problems, 1)


@pytest.mark.parametrize("sign", ["\x1b", "\x7f", "\x9b", "\u202e", "\u2028", "\u2066", "\ud800"])
def test_what_acts_on_a_terminal_is_written_as_its_code(sign: str) -> None:
    shown = render([], [Problem("document-empty", FilePlace(f"a{sign}b.txt"))], 3)

    assert sign not in shown
    path = json.loads(shown)["problems"][0]["path"]
    assert path == ("a\ufffdb.txt" if sign == "\ud800" else f"a{sign}b.txt")
