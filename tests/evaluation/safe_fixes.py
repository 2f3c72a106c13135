"""Takes what is suggested as `safe` at its word: the text is mended so, and checked again.

The finding must be gone, and nothing may be found, or become open, that was not so before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from kiemtin.documents.model import Document
from kiemtin.foundation.records import replace
from kiemtin.judging.findings import Finding, Outcome, SuggestedFix
from kiemtin.reporting.report import Report

Judge = Callable[[Document], Report]
Key = tuple[str, str, str]


class SafeFixes:
    """Counts what was applied, and tells what each made worse."""

    def __init__(self) -> None:
        self.applied = 0
        self.worse: list[str] = []

    def audit(self, where: str, report: Report, judge: Judge) -> None:
        """Applies every safe fix of a report by itself; `judge` judges the mended document."""
        for finding in report.judgement.findings:
            fix = finding.fix
            if finding.outcome is not Outcome.FAILED or fix is None or not fix.safe or not fix.edits:
                continue
            self.applied += 1
            before, after = told(report), told(judge(mended(report.document, fix)))
            before[key_of(finding)] -= 1
            told_of = f"{where}: {finding.rule} {fix.arguments}"
            if after[key_of(finding)] > before[key_of(finding)]:
                self.worse.append(f"{told_of}: is found again")
            self.worse += [f"{told_of}: new {key}" for key in after - before if key != key_of(finding)]


def mended(document: Document, fix: SuggestedFix) -> Document:
    """The document with the edits of a fix made, each block as far as it now reaches."""
    text = document.text
    blocks = {item: list(item.blocks) for item in document.items}
    for edit in reversed(fix.edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        longer = len(edit.text) - (edit.span.end - edit.span.start)
        for own in blocks.values():
            for at, block in enumerate(own):
                start = block.start + (longer if block.start > edit.span.start else 0)
                end = block.end + (longer if block.end >= edit.span.end else 0)
                own[at] = replace(block, start=start, end=end)
    items = tuple(replace(item, blocks=tuple(own)) for item, own in blocks.items())
    return replace(document, text=text, items=items, source=None)


def told(report: Report) -> Counter[Key]:
    """What failed and what stayed open, by words that an edit elsewhere leaves as they are."""
    return Counter(
        key_of(finding)
        for finding in report.judgement.findings
        if finding.outcome in {Outcome.FAILED, Outcome.NOT_CHECKABLE}
    )


def key_of(finding: Finding) -> Key:
    said = finding.arguments
    missing = sorted((each.name, *map(str, each.arguments.values())) for each in finding.missing)
    return finding.rule, finding.outcome.value, str(said.get("name") or said.get("what") or missing)
