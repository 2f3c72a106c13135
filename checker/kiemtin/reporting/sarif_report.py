"""SARIF 2.1.0 for code hosts and their dashboards (OASIS standard): failures only, each rule with its clause.

Places are lines and columns in code points where the draft is text; for every draft also a logical place: the
paragraph, the cell, the item of a rundown.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from kiemtin import __version__
from kiemtin.accepting.standing import State
from kiemtin.foundation.messages import message
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import ExitCode, Problem
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.reporting import phrases
from kiemtin.reporting.formats import Examined, Renderer, Style
from kiemtin.reporting.places import Places
from kiemtin.reporting.report import Report, headline_of
from kiemtin.reporting.rows import Row, rows_of
from kiemtin.reporting.safe_json import escaped

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "kiemtin/v1"
_LEVELS = {"must": "error", "should": "warning", "note": "note"}

Json = dict[str, Any]


class Stream(Renderer):
    """One run; results are written as they come, the rules that they name at the end."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._rules: dict[str, Json] = {}
        self._artifacts: dict[str, int] = {}
        self._notifications: list[Json] = []
        self._any = False

    def begin(self) -> str:
        head = f'"$schema":{_json(SCHEMA)},"version":"2.1.0"'
        return f'{{{head},"runs":[{{"columnKind":"unicodeCodePoints","results":['

    def add(self, examined: Examined) -> str:
        report, lang = examined.report, self.style.lang
        document = report.document
        artifact: Json = {"location": {"uri": _uri(document.path)}}
        if document.sha256:
            artifact["hashes"] = {"sha-256": document.sha256}
        index = self._artifacts.setdefault(_json(artifact), len(self._artifacts))
        places = _Locations(report, index)
        told = [self._result(row, report, places) for row in rows_of(report, lang)]
        told += [
            self._gone(gone.rule, gone.words, gone.fingerprint, places) for gone in report.acceptance.gone
        ]
        for finding in report.judgement.findings:
            if finding.outcome is Outcome.NOT_CHECKABLE:
                self._notifications.append(self._unchecked(finding, places))
        lines = "".join(
            f"{',' if self._any or number else ''}\n{_json(each)}" for number, each in enumerate(told)
        )
        self._any = self._any or bool(told)
        return lines

    def _result(self, row: Row, report: Report, places: _Locations) -> Json:
        finding, state = row.finding, row.state
        result: Json = {
            "ruleId": finding.rule,
            "ruleIndex": self._rule(finding, report),
            "kind": "fail",
            "level": _LEVELS[finding.modality] if finding.confirmed else "note",
            "message": {"text": f"{row.message}. {row.help}".strip()},
            "locations": [places.of(finding.place, finding.item)],
            "partialFingerprints": {FINGERPRINT: finding.fingerprint},
            "properties": {"clause": row.clause, "confirmed": finding.confirmed},
        }
        if finding.related:
            result["relatedLocations"] = [
                {
                    **places.of(span, finding.item),
                    "message": {"text": message(caption, self.style.lang, finding.arguments)},
                }
                for caption, span in finding.related
            ]
        if report.acceptance.baseline is not None:
            known = finding.fingerprint in report.acceptance.known
            result["baselineState"] = "unchanged" if known else "new"
        if state is State.WAIVED:
            waiver = report.acceptance.waived[finding.fingerprint]
            until = f", {waiver.expiry.isoformat()}" if waiver.expiry else ""
            in_source = waiver.source.startswith(report.document.path)
            result["suppressions"] = [
                {
                    "kind": "inSource" if in_source else "external",
                    "status": "accepted",
                    "justification": f"{waiver.reason} — {waiver.person}{until} ({waiver.source})",
                }
            ]
        fixes = places.fixes(finding, row.after)
        if fixes:
            result["fixes"] = fixes
        return result

    def _rule(self, finding: Finding, report: Report) -> int:
        """The place of a rule among those told of."""
        if finding.rule not in self._rules:
            citation = finding.citation
            summary = next((each.summary for each in report.rulebook.rules if each.id == finding.rule), None)
            rule: Json = {
                "id": finding.rule,
                "name": finding.rule.rpartition(".")[2],
                "shortDescription": {"text": summary or finding.rule},
                "fullDescription": {"text": citation.wording or summary or finding.rule},
                "help": {"text": phrases.source(citation, self.style.lang, titled=True)},
                "defaultConfiguration": {"level": _LEVELS[finding.modality]},
            }
            if report.rules_site is not None:
                from kiemtin.reporting.pack_site.model import page_of_rule

                rule["helpUri"] = page_of_rule(report.rules_site, finding.rule)
            self._rules[finding.rule] = rule
        return list(self._rules).index(finding.rule)

    def _gone(self, rule: str, words: str, fingerprint: str, places: _Locations) -> Json:
        said = message("report.gone_one", self.style.lang, {"rule": rule, "words": words})
        return {
            "ruleId": rule,
            "kind": "fail",
            "level": "note",
            "message": {"text": said},
            "locations": [places.of(None, -1)],
            "partialFingerprints": {FINGERPRINT: fingerprint},
            "baselineState": "absent",
        }

    def _unchecked(self, finding: Finding, places: _Locations) -> Json:
        lang = self.style.lang
        lacking = ", ".join(message(f"datum.{d.name}", lang, d.arguments) for d in finding.missing)
        said = message(finding.message, lang, finding.arguments)
        return {
            "level": "note",
            "descriptor": {"id": "not-checkable"},
            "message": {"text": f"{finding.rule}: {said}: {lacking}"},
            "locations": [places.of(None, finding.item)],
        }

    def refuse(self, problem: Problem) -> str:
        place = problem.place
        physical: Json = {"artifactLocation": {"uri": _uri(place.path)}}
        if place.line:
            physical["region"] = {"startLine": place.line, "startColumn": place.column or 1}
        self._notifications.append(
            {
                "level": "warning" if problem.warning else "error",
                "descriptor": {"id": problem.code},
                "message": {"text": message(problem.code, self.style.lang, problem.arguments)},
                "locations": [{"physicalLocation": physical}],
            }
        )
        return ""

    def end(self, exit_code: int) -> str:
        driver = {
            "name": "kiemtin",
            "version": __version__,
            "semanticVersion": __version__,
            "language": self.style.lang,
            "rules": list(self._rules.values()),
        }
        invocation = {
            "executionSuccessful": exit_code <= ExitCode.FINDINGS,
            "exitCode": int(exit_code),
            "toolExecutionNotifications": self._notifications,
        }
        rest = {"tool": {"driver": driver}, "invocations": [invocation]}
        artifacts = ",".join(self._artifacts)
        return f'\n],{_json(rest)[1:-1]},"artifacts":[{artifacts}]}}]}}\n'


class _Locations:
    """Places of one draft as SARIF says them."""

    def __init__(self, report: Report, index: int) -> None:
        self._report, self._places = report, Places(report.document)
        self._artifact = {"uri": _uri(report.document.path), "index": index}

    def of(self, span: Span | None, item: int) -> Json:
        physical: Json = {"artifactLocation": self._artifact_of(span)}
        region = None if span is None else self._region(span)
        if region is not None:
            physical["region"] = region
        logical = self._logical(span, item)
        return {"physicalLocation": physical, **({"logicalLocations": logical} if logical else {})}

    def _artifact_of(self, span: Span | None) -> Json:
        """The draft, or the file of an article that a page plan names."""
        origin = self._places.place(span).origin if span is not None else None
        return {"uri": _uri(origin.file)} if origin is not None and origin.file else self._artifact

    def _region(self, span: Span, *, snippet: bool = True) -> Json | None:
        place = self._places.place(span)
        if self._report.document.source is None or place.line is None or place.column is None:
            return None
        last = self._places.place(Span(max(span.start, span.end - 1), span.end))
        region: Json = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": last.line,
            "endColumn": (last.column or 1) + (span.end > span.start),
        }
        if snippet:
            region["snippet"] = {"text": span.of(self._report.document.text)}
        return region

    def _logical(self, span: Span | None, item: int) -> list[Json]:
        document = self._report.document
        found: list[Json] = []
        if document.kind == "bulletin" and 0 <= item < len(document.items):
            number = document.items[item].number or str(item + 1)
            found.append(
                {
                    "name": headline_of(document, item) or number,
                    "fullyQualifiedName": f"item/{number}",
                    "kind": "item",
                }
            )
        origin = self._places.place(span).origin if span is not None else None
        if origin is not None and origin.kind != "line":
            name = self._places.within_file(span, "en") if span is not None else ""
            path = "/".join(
                str(part) for part in (origin.part, origin.kind, origin.index, origin.column) if part
            )
            found.append({"name": name, "fullyQualifiedName": path, "kind": origin.kind})
        return found

    def fixes(self, finding: Finding, said: str) -> list[Json]:
        """A safe repair of a text, by its lines."""
        if finding.fix is None or not finding.fix.safe or not finding.fix.edits:
            return []
        replacements: list[Json] = []
        for edit in finding.fix.edits:
            region = self._region(edit.span, snippet=False)
            if region is None:
                return []
            replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
        change = {"artifactLocation": self._artifact, "replacements": replacements}
        return [{"description": {"text": said}, "artifactChanges": [change]}]


def _uri(path: str) -> str:
    if path == "-":
        return "stdin"
    if Path(path).is_absolute():
        return "file://" + quote(PurePosixPath(Path(path).as_posix()).as_posix())
    return quote(Path(path).as_posix())


def _json(value: object) -> str:
    return escaped(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
