"""Suggested edits made in a draft: only what, checked again, is repaired and spoils nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from kiemtin.accepting.standing import State
from kiemtin.checking.desk import Desk
from kiemtin.checking.workbench import Examination
from kiemtin.documents.model import Document
from kiemtin.documents.rewriting import rewritten, stands_alone
from kiemtin.foundation.problems import DocumentError
from kiemtin.judging.findings import Finding, Outcome, SuggestedFix
from kiemtin.reporting.report import Report, causes

_ROUNDS = 12
"""A repair may make room for another in the same words; more than so many rounds would be no progress."""

Wants = Callable[[Examination, Finding, SuggestedFix], bool]
"""Whether a repair is to be made."""


class Made(NamedTuple):
    """A repair that was made; places are those of the text that it was made in."""

    finding: Finding
    fix: SuggestedFix


class Repaired(NamedTuple):
    """A draft after its repairs."""

    before: bytes
    after: bytes
    made: tuple[Made, ...]
    examined: Examination
    """Of the draft as it is now."""


def safe(_: Examination, finding: Finding, fix: SuggestedFix) -> bool:
    return fix.safe and finding.confirmed


class Repairing:
    """Repairs of one draft at a time; `finish` completes what was examined: rules left out, what is
    accepted."""

    def __init__(self, desk: Desk, finish: Callable[[Examination], Examination]) -> None:
        self._desk, self._finish = desk, finish

    def repair(self, data: bytes, path: str, wants: Wants = safe) -> Repaired:
        """Raises DocumentError for what cannot be read, KiemtinError as judging does."""
        examined = self._examine(data, path)
        repaired = Repaired(data, data, (), examined)
        refused: set[str] = set()
        for _ in range(_ROUNDS):
            wanted = [
                each
                for each in offered(repaired.examined.report)
                if _key(each.finding) not in refused and wants(repaired.examined, *each)
            ]
            step = self._step(repaired, apart(wanted), path, refused)
            if step is None:
                break
            repaired = step
        return repaired

    def _step(
        self, repaired: Repaired, wanted: Sequence[Made], path: str, refused: set[str]
    ) -> Repaired | None:
        """All of them at once; if that spoils something, those that do not, one after another."""
        if not wanted:
            return None
        whole = self._tried(repaired, wanted, path)
        if whole is not None:
            return whole
        if len(wanted) == 1:
            refused.add(_key(wanted[0].finding))
            return repaired
        for each in wanted:
            alone = self._tried(repaired, [each], path)
            if alone is not None:
                return alone
            refused.add(_key(each.finding))
        return repaired

    def _tried(self, repaired: Repaired, wanted: Sequence[Made], path: str) -> Repaired | None:
        """None if something is not repaired, or something else is wrong that was right."""
        report = repaired.examined.report
        edits = [(edit.span.start, edit.span.end, edit.text) for each in wanted for edit in each.fix.edits]
        after = rewritten(report.document, repaired.after, edits)
        try:
            examined = self._examine(after, path)
        except DocumentError:
            return None
        left = Counter(map(_key, _failures(examined.report)))
        left.subtract(Counter(map(_key, _failures(report))))
        if any(count > 0 for count in left.values()) or any(left[_key(each.finding)] >= 0 for each in wanted):
            return None
        return Repaired(repaired.before, after, (*repaired.made, *wanted), examined)

    def _examine(self, data: bytes, path: str) -> Examination:
        document = self._desk.read(path, data)
        return self._finish(self._desk.bench(path).examine(document))


def offered(report: Report) -> list[Made]:
    """Repairs of what counts that can be made in the file as it stands, most important first."""
    return [
        Made(finding, finding.fix)
        for cause in causes(report)
        if cause.state is not State.WAIVED
        for finding in cause.findings
        if finding.fix is not None and finding.fix.edits and can_be_made(report.document, finding.fix)
    ]


def can_be_made(document: Document, fix: SuggestedFix) -> bool:
    """Of a file that is no text its own writer must say."""
    return document.source is None or stands_alone(
        document, [(edit.span.start, edit.span.end, edit.text) for edit in fix.edits]
    )


def apart(wanted: Sequence[Made]) -> list[Made]:
    """Those whose edits do not touch each other; of two that do, the more important."""
    chosen: list[Made] = []
    taken: list[tuple[int, int]] = []
    for each in wanted:
        spans = [(edit.span.start, edit.span.end) for edit in each.fix.edits]
        if all(
            end < start_taken or start > end_taken for start, end in spans for start_taken, end_taken in taken
        ):
            chosen.append(each)
            taken += spans
    return chosen


def _failures(report: Report) -> list[Finding]:
    return [finding for finding in report.judgement.findings if finding.outcome is Outcome.FAILED]


def _key(finding: Finding) -> str:
    """What is wrong, wherever it stands now and by how much."""
    if "required" in finding.arguments:
        return f"{finding.rule} {finding.item} {finding.message}"
    said = sorted((name, str(value)) for name, value in finding.arguments.items())
    return f"{finding.rule} {finding.item} {finding.message} {said}"
