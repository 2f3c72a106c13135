"""What the gate tells of a report: the failures and what stayed open in short, and the whole as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kiemtin.documents.model import Document, Zone
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.messages import help_for, message
from kiemtin.foundation.problems import ExitCode, Problem
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.reporting import phrases
from kiemtin.reporting.places import Places
from kiemtin.reporting.report import Report, causes, tally, worst_reaches

MOST = 200
"""Findings that an answer tells; the report has all."""


def brief(report: Report) -> dict[str, Any]:
    """Failures by cause, rules that stayed open with what they lack, what was not read, figures."""
    places = Places(report.document)
    failures = [
        _finding(cause.number, finding, places) for cause in causes(report) for finding in cause.findings
    ]
    is_open = [each for each in report.judgement.findings if each.outcome is Outcome.NOT_CHECKABLE]
    counts = tally(report)
    return {
        "outcome": "checked",
        "findings": failures[:MOST],
        "left_out": max(0, len(failures) - MOST),
        "open": [_open(finding) for finding in is_open[:MOST]],
        "unread": [
            {
                "id": note.code,
                "vi": message(note.code, "vi", note.arguments),
                "en": message(note.code, "en", note.arguments),
            }
            for note in report.unread[:MOST]
        ],
        "counts": {
            "checks": counts.checks,
            "rules": counts.rules,
            "items": counts.items,
            "outcomes": {outcome.value: counts.outcomes[outcome] for outcome in Outcome},
            "severities": counts.severities,
            "unconfirmed": counts.unconfirmed,
        },
        "rules": report.rulebook.key,
        "packs": [pack.name for pack in report.rulebook.packs],
        "roster": report.roster,
        "judged_on": [day and day.isoformat() for day in report.judgement.judged_on],
    }


def _finding(number: int, finding: Finding, places: Places) -> dict[str, Any]:
    place = finding.place
    fix = finding.fix
    return {
        "number": number,
        "rule": finding.rule,
        "severity": finding.modality,
        "confirmed": finding.confirmed,
        "vi": message(finding.message, "vi", finding.arguments),
        "en": message(finding.message, "en", finding.arguments),
        "help_vi": message(fix.message, "vi", fix.arguments)
        if fix
        else help_for(finding.message, "vi", finding.arguments),
        "help_en": message(fix.message, "en", fix.arguments)
        if fix
        else help_for(finding.message, "en", finding.arguments),
        "citation_vi": phrases.source(finding.citation, "vi", titled=True),
        "citation_en": phrases.source(finding.citation, "en", titled=True),
        "place": places.show(place, "vi") if place else None,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "quoted": place.of(places.document.text)[:200] if place else None,
        "fingerprint": finding.fingerprint,
    }


def _open(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.modality,
        "missing_vi": [message(f"datum.{each.name}", "vi", each.arguments) for each in finding.missing],
        "missing_en": [message(f"datum.{each.name}", "en", each.arguments) for each in finding.missing],
    }


def full(report: Report) -> bytes:
    """The canonical report, as `kiemtin check --format json` prints it."""
    from kiemtin.reporting.json_report import render

    found = worst_reaches(report, "must")
    return render([report], (), ExitCode.FINDINGS if found else ExitCode.NOTHING_FOUND).encode()


def problems(found: Iterable[Problem]) -> list[dict[str, Any]]:
    return [
        {
            "id": problem.code,
            "vi": message(problem.code, "vi", problem.arguments),
            "en": message(problem.code, "en", problem.arguments),
            "help_vi": help_for(problem.code, "vi", problem.arguments),
            "help_en": help_for(problem.code, "en", problem.arguments),
            "place": str(problem.place),
        }
        for problem in found
    ]


def has_day(document: Document) -> bool:
    return document.metadata.day is not None or any(item.metadata.day for item in document.items)


def content_digest(document: Document) -> str:
    """Hash of what readers get and what is said of it: equal however it was sent."""
    told: list[object] = [document.kind]
    for item in document.items:
        told.append(str(item.metadata))
        told += [
            [block.zone.value, block.span.of(document.text)]
            for block in item.blocks
            if block.zone is not Zone.METADATA
        ]
    return sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()
