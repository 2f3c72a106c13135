"""What a report is made from, in the order and groups in which an editor works through it."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from kiemtin.documents.model import Document, Note, Zone
from kiemtin.judging.findings import Finding, Judgement, Outcome
from kiemtin.language.rulebook import Rulebook


class Report(NamedTuple):
    """One document, the rules it was judged by and what came of it."""

    document: Document
    rulebook: Rulebook
    judgement: Judgement
    roster: str = ""
    """Name of the roster that was asked."""
    given: tuple[Note, ...] = ()
    """What is to be said of the values given with the document."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """All that is to be said beside the findings, of reading first."""
        return (*self.document.notes, *self.given)

    @property
    def unread(self) -> tuple[Note, ...]:
        """What tells of content that was met and not read; a piece with any did not pass whole."""
        return tuple(note for note in self.document.notes if note.unread)


def headline_of(document: Document, item: int) -> str:
    """The headline of an item, else its first words that are read or heard."""
    blocks = [block for block in document.items[item].blocks if block.zone is not Zone.METADATA]
    blocks.sort(key=lambda block: block.zone is not Zone.HEADLINE)
    return blocks[0].span.of(document.text) if blocks else ""


SEVERITIES = ("must", "should", "note")


class Cause(NamedTuple):
    """One thing to change, wherever it stands: failures of one rule that say the same."""

    number: int
    """Shown in brackets; `kiemtin explain FILE --finding N` asks for it."""
    findings: tuple[Finding, ...]


def causes(judgement: Judgement) -> list[Cause]:
    """The failures as an editor takes them: first the confirmed; errors before the rest, then by place; what
    has no place comes last."""
    failures = [finding for finding in judgement.findings if finding.outcome is Outcome.FAILED]
    failures.sort(key=_urgency)
    grouped: dict[tuple[object, ...], list[Finding]] = {}
    for finding in failures:
        grouped.setdefault(_same_cause(finding), []).append(finding)
    return [Cause(number, tuple(group)) for number, group in enumerate(grouped.values(), 1)]


def _urgency(finding: Finding) -> tuple[bool, int, int, bool, int]:
    place = finding.place
    return (
        not finding.confirmed,
        SEVERITIES.index(finding.modality),
        finding.item,
        place is None,
        place.start if place else 0,
    )


def _same_cause(finding: Finding) -> tuple[object, ...]:
    """One rule that says the same of several places, or several rules that say the same of one place: a
    newsroom's and its province's."""
    said = tuple(sorted((name, str(value)) for name, value in finding.arguments.items()))
    confirmed = finding.confirmed
    if finding.place is not None and _REQUIRED not in finding.arguments:
        return (finding.message, said, confirmed)
    return (finding.message, finding.item, finding.place, str(finding.measured), confirmed)


_REQUIRED = "required"
"""The argument of what is measured: one length may be too great for two rules, each with its own limit."""


class Missing(NamedTuple):
    """A datum that was not supplied, the rules that needed it and for how many items."""

    name: str
    arguments: dict[str, object]
    rules: tuple[str, ...]


def missing_data(judgement: Judgement) -> list[Missing]:
    """Each missing datum once, in the order of the findings."""
    gathered: dict[tuple[str, str], tuple[dict[str, object], list[str]]] = {}
    for finding in judgement.findings:
        if finding.outcome not in _OPEN:
            continue
        for datum in finding.missing:
            key = (datum.name, repr(sorted(datum.arguments.items(), key=lambda pair: pair[0])))
            _, rules = gathered.setdefault(key, (datum.arguments, []))
            if finding.rule not in rules:
                rules.append(finding.rule)
    return [Missing(key[0], arguments, tuple(rules)) for key, (arguments, rules) in gathered.items()]


_OPEN = (Outcome.NOT_CHECKABLE, Outcome.FAILED)
"""What may lack a datum: a condition, a requirement, or the exception of a failure."""


class Tally(NamedTuple):
    """Figures with their denominators: each check is one rule for one item or for the bulletin."""

    outcomes: dict[Outcome, int]
    severities: dict[str, int]
    """Places to change by modality, of the confirmed."""
    unconfirmed: int
    """Places that an exception may excuse of which a datum is missing."""
    rules: int
    items: int
    bulletin: bool

    @property
    def checks(self) -> int:
        return sum(self.outcomes.values())


# What a check comes to if one rule says several things about one item.
_WEIGHT = (Outcome.FAILED, Outcome.NOT_CHECKABLE, Outcome.PASSED, Outcome.OUT_OF_SCOPE, Outcome.NOT_RUN)


def tally(report: Report) -> Tally:
    checks: dict[tuple[str, int], Outcome] = {}
    for finding in report.judgement.findings:
        key = (finding.rule, finding.item)
        known = checks.get(key, finding.outcome)
        checks[key] = min(known, finding.outcome, key=_WEIGHT.index)
    counted = Counter(checks.values())
    failures = [finding for finding in report.judgement.findings if finding.outcome is Outcome.FAILED]
    severities = Counter[str](finding.modality for finding in failures if finding.confirmed)
    return Tally(
        outcomes={outcome: counted[outcome] for outcome in Outcome},
        severities={severity: severities[severity] for severity in SEVERITIES},
        unconfirmed=sum(not finding.confirmed for finding in failures),
        rules=len({rule for rule, _ in checks}),
        items=len(report.document.items),
        bulletin=any(item < 0 for _, item in checks),
    )


def worst_reaches(
    judgement: Judgement, threshold: str, *, strict: bool = False, unread: bool = False
) -> bool:
    """Whether any confirmed failure is as severe as `threshold` (must, should or note).

    `strict`: also any that is not confirmed, any rule as severe that could not be checked, and content that
    is `unread`.
    """
    if strict and unread:
        return True
    limit = SEVERITIES.index(threshold)
    return any(
        (finding.outcome is Outcome.FAILED and (strict or finding.confirmed))
        or (strict and finding.outcome is Outcome.NOT_CHECKABLE)
        for finding in judgement.findings
        if SEVERITIES.index(finding.modality) <= limit
    )
