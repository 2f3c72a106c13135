"""What is told of one place, in words, apart from any format: what comments, sheets and pages show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiemtin.accepting.standing import State
from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.foundation.places import Span
from kiemtin.judging.findings import Finding, Outcome, SuggestedFix
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import sentence_after, visible
from kiemtin.reporting.heading import heading
from kiemtin.reporting.palette import PLAIN
from kiemtin.reporting.places import Places
from kiemtin.reporting.report import Cause, Report, causes, missing_data, tally


class Row(NamedTuple):
    """A labelled part of a card; `name` is the label's message id behind `finding.`."""

    name: str
    label: str
    text: str


class Card(NamedTuple):
    """One thing to change at one place. `findings`: by several rules maybe; the first one speaks."""

    number: int
    """The cause's, as every report counts."""
    severity: str
    """`must`, `should` or `note`."""
    label: str
    """The severity in words, with what is to be said of how sure it is."""
    said: str
    where: str
    """The place in the file; empty if there is none."""
    rows: tuple[Row, ...]
    related: tuple[tuple[str, Span], ...]
    """(what is to be said there, place)."""
    findings: tuple[Finding, ...]
    state: State = State.NEW
    """What is known or waived is told as such."""

    @property
    def finding(self) -> Finding:
        return self.findings[0]

    @property
    def place(self) -> Span | None:
        return self.findings[0].place

    @property
    def fix(self) -> SuggestedFix | None:
        return next((each.fix for each in self.findings if each.fix is not None), None)

    @property
    def reference(self) -> str:
        """The rules and the fingerprint, by which the finding is found again."""
        rules = ", ".join(dict.fromkeys(each.rule for each in self.findings))
        return f"{rules} · {self.finding.fingerprint}" if self.finding.fingerprint else rules


def drafted(report: Report, places: Places, lang: Lang) -> Iterator[str]:
    """What draft rules find wrong, a line each."""
    for finding in report.drafted:
        told = {
            "where": places.show(finding.place, lang) if finding.place else report.document.path,
            "said": message(finding.message, lang, finding.arguments),
            "rule": finding.rule,
        }
        yield visible(message("report.accepted", lang, told))


def safe(text: str) -> str:
    """`text` of the same length without what acts on a terminal, a page or a sheet, or is no XML."""
    if text.isprintable():
        return text
    shown = visible(text)
    return shown if shown.isprintable() else shown.translate(_NO_XML)


def safe_lines(text: str) -> str:
    """As `safe`, but that line breaks stay."""
    return "\n".join(map(safe, text.split("\n"))) if "\n" in text else safe(text)


_NO_XML = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), 0xFFFD)


def cards(report: Report, lang: Lang) -> list[Card]:
    """In the order in which an editor works through them."""
    teller = _Teller(report, lang)
    return [card for cause in causes(report) for card in teller.cards(cause)]


class _Teller:
    def __init__(self, report: Report, lang: Lang) -> None:
        self.report, self.lang = report, lang
        self.places = Places(report.document)

    def say(self, message_id: str, **arguments: object) -> str:
        return safe(message(message_id, self.lang, arguments))

    def cards(self, cause: Cause) -> Iterator[Card]:
        by_place: dict[tuple[int, Span | None], list[Finding]] = {}
        for finding in cause.findings:
            by_place.setdefault((finding.item, finding.place), []).append(finding)
        for findings in by_place.values():
            yield self.card(cause, tuple(findings))

    def card(self, cause: Cause, findings: tuple[Finding, ...]) -> Card:
        finding = findings[0]
        label = self.say(f"severity.{finding.modality}")
        if not finding.confirmed:
            label = f"{label} {self.say('severity.unconfirmed')}"
        if cause.state is not State.NEW:
            label = f"{label} ({self.say(f'row.{cause.state}')})"
        said = self.say(finding.message, **finding.arguments)
        where = self.places.within_file(finding.place, self.lang) if finding.place else ""
        related = tuple((self.say(caption, **finding.arguments), span) for caption, span in finding.related)
        rows = tuple(
            Row(name, self.say(f"finding.{name}"), safe(text))
            for name, text in self.rows(findings, said)
            if text
        )
        return Card(cause.number, finding.modality, label, said, where, rows, related, findings, cause.state)

    def rows(self, findings: tuple[Finding, ...], said: str) -> Iterator[tuple[str, str | None]]:
        finding = findings[0]
        yield "state", self.accepted(finding)
        for name, phrase in (("measured", finding.measured), ("required", finding.required)):
            value = phrases.said(phrase, self.lang) if phrase else None
            if value and value not in said:
                yield name, value
        yield "basis", self.basis(finding)
        for other in findings[1:]:
            required = phrases.said(other.required, self.lang) if other.required else ""
            beside = f" ({required})" if required and other.required != finding.required else ""
            yield "basis_too", self.basis(other) + beside
        for overridden in finding.overrides:
            yield "overrides", phrases.source(overridden, self.lang)
        for datum in finding.missing:
            what = message(f"datum.{datum.name}", self.lang, datum.arguments)
            how = help_for(f"datum.{datum.name}", self.lang, datum.arguments)
            yield "lifted", self.say("finding.lifted_by", datum=what, how=how or "")
        yield "todo", help_for(finding.message, self.lang, finding.arguments)
        for fix in (each.fix for each in findings if each.fix is not None):
            yield from self.fix(fix)
            break
        for ground in finding.grounds:
            yield "ground", self.say(f"ground.{ground.name}", **ground.arguments)
        for step in finding.exceptions:
            label = self.say("quoted", words=step.label or self.say("exception.unlabelled"))
            if step.citation != finding.citation:
                source = phrases.source(step.citation, self.lang)
                label = self.say("exception.from", label=label, source=source)
            yield "exception", self.say("exception.not_applied", step=label)

    def accepted(self, finding: Finding) -> str:
        """Who accepts it and why, or which baseline knows it; empty for what is new."""
        acceptance, state = self.report.acceptance, self.report.state_of(finding)
        if state is State.WAIVED:
            return phrases.waived_by(acceptance.waived[finding.fingerprint], self.lang)
        return self.say("paper.known", baseline=acceptance.baseline or "") if state is State.KNOWN else ""

    def basis(self, finding: Finding) -> str:
        source = phrases.source(finding.citation, self.lang)
        return f"{source}: “{finding.citation.wording}”" if finding.citation.wording else source

    def fix(self, fix: SuggestedFix) -> Iterator[tuple[str, str]]:
        advice = message(fix.message, self.lang, fix.arguments)
        if not fix.safe:
            advice += f" ({self.say('finding.fix_unsafe')})"
        yield "fix", advice
        if not fix.edits:
            return
        first, last = fix.edits[0].span, fix.edits[-1].span
        context = self.places.context(first)
        if context.covers(last):
            yield "after", sentence_after(self.report.document.text, context, fix.edits)


def about(report: Report, lang: Lang) -> list[str]:
    """How it was judged: on which day, by which rules, how far those can be trusted."""
    return [safe(line.strip()) for line in heading(report, lang, PLAIN, _ONE_LINE)][1:]


_ONE_LINE = 100_000


def summary(report: Report, lang: Lang) -> list[str]:
    """What was checked, what came of it, and what could not be checked: never a silent pass."""
    counts = tally(report)
    lines = []
    told = [
        message(f"count.{name}", lang, {"n": number})
        for name, number in (
            *counts.severities.items(),
            ("unconfirmed", counts.unconfirmed),
            ("not_checkable", counts.outcomes[Outcome.NOT_CHECKABLE]),
            ("unread", counts.unread),
            ("known", counts.known),
            ("waived", counts.waived),
        )
        if number or name in counts.severities
    ]
    lines.append(", ".join(told) + ".")
    if counts.outcomes[Outcome.PASSED] + counts.outcomes[Outcome.FAILED] == 0:
        unchecked = counts.outcomes[Outcome.NOT_CHECKABLE] > 0
        lines.append(message("report.nothing_checked" if unchecked else "report.nothing_applied", lang))
    elif not any(counts.severities.values()):
        partly = counts.outcomes[Outcome.NOT_CHECKABLE] + counts.outcomes[Outcome.NOT_RUN] > 0
        partly = partly or counts.unread > 0
        accepted = counts.known + counts.waived > 0
        which = "report.clean_accepted" if accepted else "report.clean_partly" if partly else "report.clean"
        lines.append(message(which, lang))
    gone = report.acceptance.gone
    if gone:
        baseline = report.acceptance.baseline or ""
        lines.append(message("report.gone", lang, {"n": len(gone), "baseline": baseline}))
    lines += [message("report.gone_one", lang, {"rule": each.rule, "words": each.words}) for each in gone]
    return [safe(line) for line in [*lines, *not_checked(report, lang)]]


def not_checked(report: Report, lang: Lang) -> list[str]:
    """Each missing datum with the rules that wait for it and how to give it; each rule that did not run."""
    lines = []
    for datum in missing_data(report.judgement):
        what = message(f"datum.{datum.name}", lang, datum.arguments)
        rules = phrases.listed([rule.rpartition(".")[2] for rule in datum.rules], lang)
        line = message("report.missing", lang, {"datum": what, "rules": rules})
        advice = help_for(f"datum.{datum.name}", lang, datum.arguments)
        lines.append(safe(f"{line}. {advice}" if advice else line))
    for finding in report.judgement.findings:
        if finding.outcome is Outcome.NOT_RUN:
            reason = message(finding.message, lang, finding.arguments)
            lines.append(safe(message("report.not_run_rule", lang, {"rule": finding.rule, "reason": reason})))
    return lines


def notes(report: Report, lang: Lang) -> list[str]:
    """What is to be said of the file beside the findings, each with its place and what to do."""
    places, lines = Places(report.document), []
    for note in report.notes:
        said = message(note.code, lang, note.arguments)
        if note.span:
            said = f"{places.within_file(note.span, lang)}: {said}"
        advice = help_for(note.code, lang, note.arguments)
        lines.append(safe(f"{said} {advice}" if advice else said))
    return lines
