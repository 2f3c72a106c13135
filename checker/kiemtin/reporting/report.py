"""What a report is made from, in the order and groups in which an editor works through it."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from kiemtin.accepting.standing import NOTHING_ACCEPTED, Acceptance, State
from kiemtin.documents.model import Document, Note, Zone
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import Problem
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
    acceptance: Acceptance = NOTHING_ACCEPTED
    """Which failures are known or waived."""
    rules_site: str | None = None
    """Where the pages about rules lie (`kiemtin rules doc`), if that is settled."""
    drafted: tuple[Finding, ...] = ()
    """What draft rules find wrong: told apart, in no sum, a reason for nothing."""
    left_out: tuple[str, ...] = ()
    """Rules that were not to be told (`--select`, `--ignore`); the judgement has nothing of them."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """All that is to be said beside the findings, of reading first."""
        return (*self.document.notes, *self.given)

    def state_of(self, finding: Finding) -> State:
        """How a failure stands."""
        return self.acceptance.state_of(finding)

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
    state: State = State.NEW


def causes(report: Report) -> list[Cause]:
    """The failures as an editor takes them: first what is new, last what is waived; of these the confirmed
    first,
    errors before the rest, then by place; what has no place comes last."""
    failures = [finding for finding in report.judgement.findings if finding.outcome is Outcome.FAILED]
    failures.sort(key=_urgency)
    grouped: dict[State, dict[tuple[object, ...], list[Finding]]] = {state: {} for state in State}
    for finding in failures:
        grouped[report.state_of(finding)].setdefault(_same_cause(finding), []).append(finding)
    found = [(state, group) for state in State for group in _of_one_list(list(grouped[state].values()))]
    return [Cause(number, tuple(group), state) for number, (state, group) in enumerate(found, 1)]


def _of_one_list(groups: list[list[Finding]]) -> list[list[Finding]]:
    """Those of one list that a single edit puts in order are one thing to change: they join the one with the
    edit."""
    lists = [
        (group, Span(first.fix.edits[0].span.start, first.fix.edits[-1].span.end))
        for group in groups
        if len(group) == 1 and (first := group[0]).fix and first.fix.message == REORDER and first.fix.edits
    ]
    kept: list[list[Finding]] = []
    for group in groups:
        finding, place = group[0], group[0].place
        home = next(
            (
                other
                for other, span in lists
                if place and span.covers(place) and other[0].rule == finding.rule and finding.fix is None
            ),
            None,
        )
        if home is None or len(group) > 1 or home[0].confirmed != finding.confirmed:
            kept.append(group)
        else:
            home.append(finding)
    return kept


REORDER = "judging.fix.reorder"
"""The repair of a list, which is that of all findings about its order."""


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
    """Each missing datum once, by the order of findings; what the roster lacks of several people, in one."""
    gathered: dict[tuple[str, str], tuple[dict[str, object], list[str]]] = {}
    for finding in judgement.findings:
        if finding.outcome not in _OPEN:
            continue
        for datum in finding.missing:
            key = (datum.name, repr(sorted(datum.arguments.items(), key=lambda pair: pair[0])))
            _, rules = gathered.setdefault(key, (datum.arguments, []))
            if finding.rule not in rules:
                rules.append(finding.rule)
    missing = [Missing(key[0], arguments, tuple(rules)) for key, (arguments, rules) in gathered.items()]
    return _together(missing)


_OF_SEVERAL = {"holding": "holdings", "official": "officials"}
"""What the roster lacks of a person, and the same of several people."""


def _together(missing: list[Missing]) -> list[Missing]:
    alike: dict[tuple[str, tuple[str, ...]], list[Missing]] = {}
    for datum in missing:
        apart = repr(datum.arguments) if datum.name not in _OF_SEVERAL else ""
        alike.setdefault((datum.name + apart, datum.rules), []).append(datum)
    return [
        Missing(_OF_SEVERAL[data[0].name], {"people": _people(data)}, data[0].rules)
        if len(data) > 1
        else data[0]
        for data in alike.values()
    ]


def _people(data: list[Missing]) -> str:
    """`“A” (“Bí thư Tỉnh ủy”, “Ủy viên Trung ương Đảng”); “B” (…)`, in the order in which they are named."""
    titles: dict[str, list[str]] = {}
    for datum in data:
        held = titles.setdefault(str(datum.arguments["name"]), [])
        if "title" in datum.arguments:
            held.append(f"“{datum.arguments['title']}”")
    return "; ".join(f"“{name}”" + (f" ({', '.join(held)})" if held else "") for name, held in titles.items())


_OPEN = (Outcome.NOT_CHECKABLE, Outcome.FAILED)
"""What may lack a datum: a condition, a requirement, or the exception of a failure."""


class Tally(NamedTuple):
    """Figures with their denominators: each check is one rule for one item or for the bulletin."""

    outcomes: dict[Outcome, int]
    severities: dict[str, int]
    """Places to change by modality, of the confirmed that are neither known nor waived."""
    unconfirmed: int
    """Places that an exception may excuse of which a datum is missing; neither known nor waived."""
    rules: int
    items: int
    bulletin: bool
    known: int = 0
    """Places that the baseline knows."""
    waived: int = 0
    """Places that a person accepts."""
    unread: int = 0
    """Parts of the file that were met and not read."""

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
    states = Counter(map(report.state_of, failures))
    new = [finding for finding in failures if report.state_of(finding) is State.NEW]
    severities = Counter[str](finding.modality for finding in new if finding.confirmed)
    return Tally(
        outcomes={outcome: counted[outcome] for outcome in Outcome},
        severities={severity: severities[severity] for severity in SEVERITIES},
        unconfirmed=sum(not finding.confirmed for finding in new),
        rules=len({rule for rule, _ in checks}),
        items=len(report.document.items),
        bulletin=any(item < 0 for _, item in checks),
        known=states[State.KNOWN],
        waived=states[State.WAIVED],
        unread=len(report.unread),
    )


class Totals:
    """The sums over all files of a run; holds no report."""

    def __init__(self) -> None:
        self.files = self.unconfirmed = self.not_checkable = self.known = self.waived = self.unread = 0
        self.severities = dict.fromkeys(SEVERITIES, 0)
        self._refused: set[str] = set()

    def add(self, counts: Tally) -> None:
        self.files += 1
        for name in SEVERITIES:
            self.severities[name] += counts.severities[name]
        self.unconfirmed += counts.unconfirmed
        self.not_checkable += counts.outcomes[Outcome.NOT_CHECKABLE]
        self.known += counts.known
        self.waived += counts.waived
        self.unread += counts.unread

    def refuse(self, problem: Problem) -> None:
        """A file that could not be read; a warning is of one that could."""
        if not problem.warning:
            self._refused.add(problem.place.path)

    @property
    def refused(self) -> int:
        return len(self._refused)


def worst_reaches(report: Report, threshold: str, *, strict: bool = False, unconfirmed: bool = False) -> bool:
    """Whether any confirmed failure that is neither known nor waived is as severe as `threshold` (must,
    should or note).

    `unconfirmed`: also any that is not confirmed. `strict`: these too, any rule as severe that could not be
    checked, and content that was not read.
    """
    if strict and report.unread:
        return True
    limit = SEVERITIES.index(threshold)
    return any(
        (
            finding.outcome is Outcome.FAILED
            and (strict or unconfirmed or finding.confirmed)
            and report.state_of(finding) is State.NEW
        )
        or (strict and finding.outcome is Outcome.NOT_CHECKABLE)
        for finding in report.judgement.findings
        if SEVERITIES.index(finding.modality) <= limit
    )
