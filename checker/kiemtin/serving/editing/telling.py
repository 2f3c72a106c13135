"""A report as the page shows it: cards with their places in the text that was sent, and what stayed open.

Places are counted in code points of the text as it was sent; the page counts otherwise and converts once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kiemtin.documents.model import Document
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import Span
from kiemtin.judging.findings import Outcome, SuggestedFix
from kiemtin.reporting import phrases
from kiemtin.reporting.cards import Card, about, cards, not_checked, notes, safe, summary
from kiemtin.reporting.report import Report
from kiemtin.serving.editing.cells import Cells
from kiemtin.serving.editing.cells import told as told_cell

MOST = 500
"""Cards that are told; the summary counts all."""


def tell(report: Report, lang: Lang, rows: Sequence[Mapping[str, str]] | None = None) -> dict[str, Any]:
    """`rows`: of the rundown that was sent."""
    found = cards(report, lang)
    cells = Cells(report.document, rows) if rows is not None else None
    return {
        "about": about(report, lang),
        "summary": summary(report, lang)[0],
        "verdict": summary(report, lang)[1:],
        "cards": [_card(each, report.document, cells, lang) for each in found[:MOST]],
        "left_out": max(0, len(found) - MOST),
        "open": not_checked(report, lang),
        "notes": notes(report, lang),
        "measures": _measures(report, cells, lang),
    }


def _card(card: Card, document: Document, cells: Cells | None, lang: Lang) -> dict[str, Any]:
    place, fix = card.place, card.fix
    told: dict[str, Any] = {
        "severity": card.severity,
        "confirmed": card.finding.confirmed,
        "state": card.state.value,
        "label": card.label,
        "said": card.said,
        "rows": [{"name": row.name, "label": row.label, "text": row.text} for row in card.rows],
        "rule": card.finding.rule,
        "fingerprint": card.finding.fingerprint,
        "item": cells.row(card.finding.item) if cells else card.finding.item,
        "cell": told_cell(cells.at(place)) if cells and place else None,
        "place": _range(place, document) if place else None,
        "quoted": safe(place.of(document.text))[:200] if place else "",
        "related": [{"said": said, "place": _range(span, document)} for said, span in card.related],
        "fix": None,
    }
    if fix is not None:
        told["fix"] = _fix(fix, document, cells, lang)
    return told


def _fix(fix: SuggestedFix, document: Document, cells: Cells | None, lang: Lang) -> dict[str, Any]:
    found = [(cells.at(edit.span), edit.text) for edit in fix.edits] if cells else []
    whole = all(cell is not None for cell, _ in found)
    return {
        "said": message(fix.message, lang, fix.arguments),
        "safe": fix.safe,
        "edits": [[*_range(edit.span, document), edit.text] for edit in fix.edits],
        "cells": [[*cell, text] for cell, text in found if cell is not None] if whole else [],
        "order": [cells.row(item) if cells else item for item in fix.items],
    }


def _range(span: Span, document: Document) -> list[int]:
    source = document.source
    if source is None:
        return [span.start, span.end]
    start = source.source_offset(span.start)
    return [start, max(start, source.source_end(span.end)) if span.end > span.start else start]


def _measures(report: Report, cells: Cells | None, lang: Lang) -> list[dict[str, Any]]:
    """What was measured against a limit, kept or not: a length as one types."""
    told = []
    for finding in report.judgement.findings:
        if finding.outcome not in (Outcome.PASSED, Outcome.FAILED):
            continue
        measured, required = finding.measured, finding.required
        if measured and required and (finding.place is None or finding.message == "judging.passed.compared"):
            told.append(
                {
                    "rule": finding.rule.rpartition(".")[2],
                    "item": cells.row(finding.item) if cells else finding.item,
                    "kept": finding.outcome is Outcome.PASSED,
                    "measured": safe(phrases.said(measured, lang)),
                    "required": safe(phrases.said(required, lang)),
                }
            )
    return told[:MOST]
