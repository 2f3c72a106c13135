"""False alarms: a waiver that is counted, and a case for the author of the rule."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kiemtin.accepting.waivers import Written, read_waivers
from kiemtin.foundation.dates import show_day
from kiemtin.foundation.problems import Problem
from kiemtin.judging.findings import Finding

FOLDER = "kiemtin-feedback"


def waiver_of(finding: Finding, file: str | None, reason: str, person: str, expires: date) -> str:
    """A table of `kiemtin-waivers.toml`: a false alarm, at its fingerprint, in one file or any."""
    fields = {"rule": finding.rule, "fingerprint": finding.fingerprint}
    if file is not None:
        fields["file"] = file
    fields |= {"reason": reason, "person": person, "kind": "false-alarm"}
    lines = [f"{key} = {_string(value)}" for key, value in fields.items()]
    return "\n".join(["[[waiver]]", *lines, f"expires = {expires.isoformat()}"]) + "\n"


def case_of(finding: Finding, text: str, reason: str, day: date | None) -> str:
    """An example of a pack: what was called wrong and should pass. `text` and `reason` are without names."""
    words = " ".join(text.split()).replace('"', "”")
    told = " ".join(reason.split())
    lines = [f"# {finding.rule}: {told}", f'    ví dụ đạt    "{words}"']
    if day is not None:
        lines.append(f"                 với ngày_đăng = {show_day(day)}")
    return "\n".join(lines) + "\n"


def _string(value: str) -> str:
    """A string of TOML: what JSON escapes it escapes alike."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def most_waived(paths: Iterable[Path]) -> tuple[list[tuple[str, int, int]], list[Problem]]:
    """Rules with the number of their waivers, and of these the false alarms; the most often waived first."""
    waivers: list[Written] = []
    problems: list[Problem] = []
    for path in paths:
        found, wrong = read_waivers(path)
        waivers += found
        problems += wrong
    counted = Counter(each.rule.rpartition(".")[2] for each in waivers)
    false = Counter(each.rule.rpartition(".")[2] for each in waivers if each.kind == "false-alarm")
    rows = [(rule, n, false[rule]) for rule, n in counted.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0])), problems
