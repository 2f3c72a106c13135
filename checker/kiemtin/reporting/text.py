"""The report on a terminal: for each file what to change, where, why by which clause, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiemtin.accepting.standing import State
from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.foundation.problems import Problem
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.reporting import phrases
from kiemtin.reporting.cards import drafted
from kiemtin.reporting.excerpt import visible, wrap
from kiemtin.reporting.formats import Examined, Renderer, Style
from kiemtin.reporting.heading import heading
from kiemtin.reporting.palette import PLAIN, Palette
from kiemtin.reporting.report import Cause, Report, Tally, Totals, causes, missing_data, tally
from kiemtin.reporting.shown_findings import INDENT, ShownFindings


class Stream(Renderer):
    """One report after another, an empty line between them, at the end the sums if there were several
    files."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self.totals = Totals()

    def add(self, examined: Examined) -> str:
        report, style = examined.report, self.style
        self.totals.add(tally(report))
        if style.quiet:
            return render_causes(report, style.lang, style.palette, style.width)
        text = render(report, style.lang, style.palette, style.width)
        return text if self.totals.files == 1 else f"\n{text}"

    def refuse(self, problem: Problem) -> str:
        self.totals.refuse(problem)
        return ""

    def end(self, exit_code: int) -> str:
        if self.style.quiet or self.totals.files + self.totals.refused < 2:
            return ""
        return f"\n{render_total(self.totals, self.style.lang)}\n"


def render(report: Report, lang: Lang, palette: Palette = PLAIN, width: int = 100) -> str:
    """The whole report of one document, ending with a line feed."""
    return "\n".join(_TextReport(report, lang, palette, width).lines()) + "\n"


def render_causes(report: Report, lang: Lang, palette: Palette = PLAIN, width: int = 100) -> str:
    """Only what is to be changed, each followed by an empty line; empty if nothing is."""
    shown = _TextReport(report, lang, palette, width)
    new = [cause for cause in causes(report) if cause.state is State.NEW]
    return "".join(f"{line}\n" for cause in new for line in (*shown.cause(cause), ""))


def render_total(totals: Totals, lang: Lang) -> str:
    """One line over all files of a run."""
    said = {
        "files": totals.files,
        "severities": counted(totals.severities, totals, lang),
        "unreadable": totals.refused,
    }
    return message("report.total", lang, said)


def counted(severities: dict[str, int], counts: Tally | Totals, lang: Lang) -> str:
    """`2 lỗi, 0 cảnh báo, 0 lưu ý`, and what of the rest there is."""
    said = [message(f"count.{name}", lang, {"n": n}) for name, n in severities.items()]
    not_checkable = (
        counts.not_checkable if isinstance(counts, Totals) else counts.outcomes[Outcome.NOT_CHECKABLE]
    )
    for name, n in (
        ("unconfirmed", counts.unconfirmed),
        ("not_checkable", not_checkable),
        ("unread", counts.unread),
        ("known", counts.known),
        ("waived", counts.waived),
    ):
        if n:
            said.append(message(f"count.{name}", lang, {"n": n}))
    return ", ".join(said)


class _TextReport(ShownFindings):
    def lines(self) -> Iterator[str]:
        yield from heading(self.report, self.lang, self.palette, self.width)
        told = causes(self.report)
        confirmed = True
        for cause in told:
            if cause.state is not State.NEW:
                break
            yield ""
            if confirmed and not cause.findings[0].confirmed:
                confirmed = False
                yield self.palette.paint(self.say("report.unconfirmed"), "strong")
            yield from self.cause(cause)
        yield from self.accepted([cause for cause in told if cause.state is not State.NEW])
        yield from self.drafted()
        yield from self.notes()
        yield from self.not_checked()
        yield ""
        yield from self.sums()

    # What is known, waived or gone: a line each, none left out.

    def accepted(self, told: Sequence[Cause]) -> Iterator[str]:
        acceptance = self.report.acceptance
        for state in (State.KNOWN, State.WAIVED):
            group = [cause for cause in told if cause.state is state]
            if not group:
                continue
            n = sum(len(cause.findings) for cause in group)
            yield from self.titled(f"report.{state}", n)
            for cause in group:
                for finding in cause.findings:
                    yield from self.accepted_one(cause.number, finding, state)
        if acceptance.gone:
            yield from self.titled("report.gone", len(acceptance.gone))
        for gone in acceptance.gone:
            said = self.say("report.gone_one", rule=gone.rule, words=gone.words)
            yield from wrap(said, self.width, "  - ", INDENT)

    def drafted(self) -> Iterator[str]:
        """What draft rules find: a line each."""
        found = self.report.drafted
        if found:
            yield from self.titled("report.drafted", len(found))
        for line in drafted(self.report, self.places, self.lang):
            yield from wrap(line, self.width, "  - ", INDENT)

    def titled(self, message_id: str, n: int) -> Iterator[str]:
        yield ""
        baseline = self.report.acceptance.baseline or ""
        yield self.palette.paint(self.say(message_id, n=n, baseline=baseline), "strong")

    def accepted_one(self, number: int, finding: Finding, state: State) -> Iterator[str]:
        where = self.places.show(finding.place, self.lang)
        said = message(finding.message, self.lang, finding.arguments)
        line = self.say("report.accepted", where=where, said=said, rule=finding.rule)
        yield from wrap(line, self.width, f"[{number}] ", INDENT)
        if state is State.WAIVED:
            waiver = self.report.acceptance.waived[finding.fingerprint]
            yield from wrap(visible(phrases.waived_by(waiver, self.lang)), self.width, INDENT)

    def not_checked(self) -> Iterator[str]:
        missing = missing_data(self.report.judgement)
        if missing:
            yield ""
            concerned = len({rule for datum in missing for rule in datum.rules})
            yield self.palette.paint(self.say("report.not_checkable", n=concerned), "strong")
        for datum in missing:
            what = message(f"datum.{datum.name}", self.lang, datum.arguments)
            rules = phrases.listed([rule.rpartition(".")[2] for rule in datum.rules], self.lang)
            yield from wrap(self.say("report.missing", datum=what, rules=rules), self.width, "  - ", INDENT)
            advice = help_for(f"datum.{datum.name}", self.lang, datum.arguments)
            if advice:
                yield from wrap(advice, self.width, f"{INDENT}{self.say('finding.todo')}: ", INDENT)
        not_run = [f for f in self.report.judgement.findings if f.outcome is Outcome.NOT_RUN]
        if not_run:
            yield ""
            yield self.palette.paint(self.say("report.not_run", n=len(not_run)), "strong")
        for finding in not_run:
            reason = message(finding.message, self.lang, finding.arguments)
            said = self.say("report.not_run_rule", rule=finding.rule, reason=reason)
            yield from wrap(said, self.width, "  - ", INDENT)

    def notes(self) -> Iterator[str]:
        notes = self.report.notes
        if notes:
            yield ""
            yield self.palette.paint(self.say("report.notes"), "strong")
        for note in notes:
            said = message(note.code, self.lang, note.arguments)
            if note.span:
                said = f"{self.places.show(note.span, self.lang)}: {said}"
            yield from wrap(said, self.width, "  - ", INDENT)
            advice = help_for(note.code, self.lang, note.arguments)
            if advice:
                yield from wrap(advice, self.width, INDENT)

    def sums(self) -> Iterator[str]:
        counts = tally(self.report)
        if counts.outcomes[Outcome.PASSED] + counts.outcomes[Outcome.FAILED] == 0:
            unchecked = counts.outcomes[Outcome.NOT_CHECKABLE] > 0
            yield self.say("report.nothing_checked" if unchecked else "report.nothing_applied")
        elif not any(counts.severities.values()):
            partly = counts.outcomes[Outcome.NOT_CHECKABLE] + counts.outcomes[Outcome.NOT_RUN] > 0
            partly = partly or counts.unread > 0
            accepted = counts.known + counts.waived > 0
            which = (
                "report.clean_accepted" if accepted else "report.clean_partly" if partly else "report.clean"
            )
            yield self.palette.paint(self.say(which), "good")
        subjects = "report.subjects_bulletin" if counts.bulletin else "report.subjects_items"
        outcomes = ", ".join(
            f"{counts.outcomes[outcome]} {self.say(f'outcome.{outcome}')}" for outcome in _IN_SUMS
        )
        severities = visible(counted(counts.severities, counts, self.lang))
        summary = self.say("report.summary", file=self.report.document.path, severities=severities)
        yield from wrap(summary, self.width)
        checks = self.say(
            "report.outcomes",
            total=counts.checks,
            rules=counts.rules,
            subjects=self.say(subjects, n=counts.items),
            outcomes=outcomes,
        )
        yield from wrap(checks, self.width)


_IN_SUMS = (Outcome.FAILED, Outcome.PASSED, Outcome.OUT_OF_SCOPE, Outcome.NOT_CHECKABLE, Outcome.NOT_RUN)
