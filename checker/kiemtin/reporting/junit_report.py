"""JUnit XML, which every build system shows: a test suite a draft, a test case a rule and item."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from kiemtin.accepting.standing import State
from kiemtin.foundation.messages import message
from kiemtin.foundation.problems import Problem
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.formats import Examined, Renderer
from kiemtin.reporting.report import Report
from kiemtin.reporting.rows import Row, rows_of


class Stream(Renderer):
    """Failures for what is new and confirmed; skipped for what is out of scope, not checkable, unconfirmed,
    known or
    waived, with the reason."""

    def begin(self) -> str:
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kiemtin">\n'

    def add(self, examined: Examined) -> str:
        report, lang = examined.report, self.style.lang
        rows: dict[tuple[str, int], list[Row]] = {}
        for row in rows_of(report, lang, unchecked=True):
            rows.setdefault((row.finding.rule, row.finding.item), []).append(row)
        cases: dict[tuple[str, int], list[str]] = {}
        for finding in report.judgement.findings:
            key = (finding.rule, finding.item)
            if key not in cases:
                cases[key] = list(self._case(report, finding, rows.get(key, [])))
        lines = [line for case in cases.values() for line in case]
        failures = sum("<failure" in "".join(case) for case in cases.values())
        skipped = sum("<skipped" in "".join(case) for case in cases.values())
        name = _attribute(report.document.path)
        counts = f'tests="{len(cases)}" failures="{failures}" skipped="{skipped}" errors="0"'
        head = f"  <testsuite name={name} {counts}>"
        return "\n".join([head, *lines, "  </testsuite>"]) + "\n"

    def _case(self, report: Report, finding: Finding, rows: list[Row]) -> Iterator[str]:
        item = "" if finding.item < 0 or len(report.document.items) < 2 else f" [{finding.item + 1}]"
        name = _attribute(finding.rule.rpartition(".")[2] + item)
        class_name = _attribute(finding.citation.pack)
        new = [row for row in rows if _fails(row)]
        if new:
            yield f"    <testcase classname={class_name} name={name}>"
            for row in new:
                told = _text(f"{row.where}: {row.message}\n{row.clause}\n{row.help}")
                kind, said = _attribute(row.finding.modality), _attribute(row.message)
                yield f"      <failure type={kind} message={said}>"
                yield f"{told}</failure>"
            yield "    </testcase>"
        elif rows or finding.outcome is not Outcome.PASSED:
            reason = rows[0].message if rows else message(finding.message, self.style.lang, finding.arguments)
            yield f"    <testcase classname={class_name} name={name}>"
            yield f"      <skipped message={_attribute(reason)}/>"
            yield "    </testcase>"
        else:
            yield f"    <testcase classname={class_name} name={name}/>"

    def refuse(self, problem: Problem) -> str:
        if problem.warning:
            return ""
        said = _attribute(message(problem.code, self.style.lang, problem.arguments))
        name = _attribute(problem.place.path)
        head = f'  <testsuite name={name} tests="1" failures="0" skipped="0" errors="1">\n'
        case = f"    <testcase classname={name} name={_attribute(problem.code)}>\n"
        return f"{head}{case}      <error message={said}/>\n    </testcase>\n  </testsuite>\n"

    def end(self, exit_code: int) -> str:
        return "</testsuites>\n"


def _fails(row: Row) -> bool:
    return row.finding.outcome is Outcome.FAILED and row.state is State.NEW and row.finding.confirmed


def _clean(text: str) -> str:
    """Without what XML 1.0 has no way to say."""
    return "\n".join(map(visible, text.split("\n"))).encode("utf-8", "backslashreplace").decode()


def _attribute(text: str) -> str:
    return quoteattr("".join(c for c in _clean(text) if c not in "\ufffe\uffff"))


def _text(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape("".join(c for c in _clean(text) if c not in "\ufffe\uffff"))
