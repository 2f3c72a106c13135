"""The report on a terminal: for each file what to change, where, why by which clause, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiemtin.documents.model import Zone
from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.foundation.places import Span
from kiemtin.judging.findings import Finding, Outcome, SuggestedFix
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import Mark, display_width, excerpt, visible, wrap
from kiemtin.reporting.heading import heading
from kiemtin.reporting.palette import PLAIN, Palette, Role
from kiemtin.reporting.places import Places
from kiemtin.reporting.report import Cause, Report, Tally, causes, headline_of, missing_data, tally

_INDENT = "    "


def render(report: Report, lang: Lang, palette: Palette = PLAIN, width: int = 100) -> str:
    """The whole report of one document, ending with a line feed."""
    return "\n".join(_TextReport(report, lang, palette, width).lines()) + "\n"


def render_causes(report: Report, lang: Lang, palette: Palette = PLAIN, width: int = 100) -> str:
    """Only what is to be changed, each followed by an empty line; empty if nothing is."""
    shown = _TextReport(report, lang, palette, width)
    return "".join(f"{line}\n" for cause in causes(report.judgement) for line in (*shown.cause(cause), ""))


def render_total(tallies: Sequence[Tally], unreadable: int, lang: Lang) -> str:
    """One line over all files of a run."""
    severities = {name: sum(t.severities[name] for t in tallies) for name in ("must", "should", "note")}
    return message(
        "report.total",
        lang,
        {"files": len(tallies), "severities": _severities(severities, lang), "unreadable": unreadable},
    )


def _severities(counts: dict[str, int], lang: Lang) -> str:
    return ", ".join(message(f"count.{name}", lang, {"n": n}) for name, n in counts.items())


class _TextReport:
    def __init__(self, report: Report, lang: Lang, palette: Palette, width: int) -> None:
        self.report, self.lang, self.palette, self.width = report, lang, palette, width
        self.places = Places(report.document)
        self.summaries = {rule.id: rule.summary for rule in report.rulebook.rules}

    def say(self, message_id: str, **arguments: object) -> str:
        return visible(message(message_id, self.lang, arguments))

    def lines(self) -> Iterator[str]:
        yield from heading(self.report, self.lang, self.palette, self.width)
        confirmed = True
        for cause in causes(self.report.judgement):
            yield ""
            if confirmed and not cause.findings[0].confirmed:
                confirmed = False
                yield self.palette.paint(self.say("report.unconfirmed"), "strong")
            yield from self.cause(cause)
        yield from self.not_checked()
        yield from self.notes()
        yield ""
        yield from self.sums()

    # One cause.

    def cause(self, cause: Cause) -> Iterator[str]:
        finding = cause.findings[0]
        severity = self.palette.paint(self.say(f"severity.{finding.modality}"), finding.modality)
        if not finding.confirmed:
            severity = f"{severity} {self.say('severity.unconfirmed')}"
        where = self.palette.paint(self.places.show(finding.place, self.lang), "strong")
        yield f"[{cause.number}] {severity}  {where}"
        yield from self.item_of(finding)
        said = message(finding.message, self.lang, finding.arguments)
        summary = self.summaries.get(finding.rule)
        if summary and not said.startswith(summary.strip().removesuffix(".")):
            yield from wrap(summary, self.width, _INDENT)
        yield from wrap(said, self.width, _INDENT)
        yield from self.excerpts(finding)
        for label, phrase in (("measured", finding.measured), ("required", finding.required)):
            value = phrases.said(phrase, self.lang) if phrase else None
            if value and value not in said:
                yield from self.row(f"finding.{label}", value)
        basis = phrases.source(finding.citation, self.lang)
        wording = finding.citation.wording
        yield from self.row("finding.basis", f"{basis}: “{wording}”" if wording else basis)
        for overridden in finding.overrides:
            yield from self.row("finding.overrides", phrases.source(overridden, self.lang))
        yield from self.lifted(finding)
        yield from self.row("finding.todo", help_for(finding.message, self.lang, finding.arguments))
        if finding.fix:
            yield from self.fix(finding.fix)
        for ground in finding.grounds:
            yield from self.row("finding.ground", self.say(f"ground.{ground.name}", **ground.arguments))
        for step in finding.exceptions:
            label = self.say("quoted", words=step.label or self.say("exception.unlabelled"))
            if step.citation != finding.citation:
                source = phrases.source(step.citation, self.lang)
                label = self.say("exception.from", label=label, source=source)
            yield from self.row("finding.exception", self.say("exception.not_applied", step=label))
        yield from self.others(cause)
        rules = dict.fromkeys(each.rule for each in cause.findings)
        yield from self.row("finding.rule", ", ".join(rules))

    def lifted(self, finding: Finding) -> Iterator[str]:
        """What would lift an unconfirmed finding, and how to say so."""
        for datum in finding.missing:
            what = message(f"datum.{datum.name}", self.lang, datum.arguments)
            how = help_for(f"datum.{datum.name}", self.lang, datum.arguments)
            yield from self.row("finding.lifted", self.say("finding.lifted_by", datum=what, how=how or ""))

    def others(self, cause: Cause) -> Iterator[str]:
        """The same mistake by another clause, and at other places, each with its excerpt and repair."""
        first = cause.findings[0]
        for finding in cause.findings[1:]:
            if finding.place == first.place:
                basis = phrases.source(finding.citation, self.lang)
                wording = finding.citation.wording
                required = phrases.said(finding.required, self.lang) if finding.required else ""
                said = f"{basis}: “{wording}”" if wording else basis
                if required and finding.required != first.required:
                    said = f"{said} ({required})"
                yield from self.row("finding.basis_too", said)
                continue
            yield from self.row("finding.also", self.places.show(finding.place, self.lang))
            yield from self.excerpts(finding)
            if finding.fix:
                yield from self.fix(finding.fix)

    def item_of(self, finding: Finding) -> Iterator[str]:
        """Which item of a bulletin: number and headline, unless the excerpt will show the headline."""
        document = self.report.document
        if document.kind != "bulletin" or not 0 <= finding.item < len(document.items):
            return
        if finding.place:
            block = self.places.block_at(finding.place.start)
            if block and block[0].zone is Zone.HEADLINE:
                return
        number = document.items[finding.item].number or finding.item + 1
        headline = shortened(headline_of(document, finding.item), 60)
        yield from wrap(self.say("place.item", number=number, headline=headline), self.width, _INDENT)

    def row(self, label_id: str, text: str | None) -> list[str]:
        """A labelled, wrapped part of a finding; nothing for nothing."""
        if not text:
            return []
        label = f"{_INDENT}{self.say(label_id)}: "
        return wrap(text, self.width, f"{label:<{_LABELS}}", " " * _LABELS)

    def excerpts(self, finding: Finding) -> Iterator[str]:
        """The sentence with the words underlined; related places on the same line where they stand in it."""
        if finding.place is None:
            yield from self.related(finding, None)
            return
        marks = [Mark(finding.place), *(Mark(span, "-") for _, span in finding.related)]
        context = self.places.context(finding.place)
        lines, shown = self.quoted(context, marks, finding.modality)
        yield from lines
        yield from self.related(finding, shown)

    def quoted(self, context: Span, marks: Sequence[Mark], role: Role) -> tuple[list[str], Span]:
        """The lines of an excerpt, and what of the text they show."""
        bar = f"{_INDENT}  │ "
        piece = excerpt(self.report.document.text, context, marks, self.width - display_width(bar))
        return [bar + piece.line, bar + self.palette.paint(piece.marks, role)], piece.shown

    def related(self, finding: Finding, shown: Span | None) -> Iterator[str]:
        """Places beside the finding, each in its own excerpt if it does not stand in that of the finding."""
        home = self.places.context(finding.place) if finding.place else None
        for caption, span in finding.related:
            words = self.say("quoted", words=shortened(span.of(self.report.document.text), 60))
            said = f"{words}: {self.say(caption, **finding.arguments)}"
            if shown and shown.covers(span):
                yield from wrap(said, self.width, f"{_INDENT}  │ --- ", f"{_INDENT}  │     ")
                continue
            if home is None or not home.covers(span):
                said = f"{self.places.show(span, self.lang)}: {said}"
            yield from wrap(said, self.width, f"{_INDENT}  ")
            yield from self.quoted(self.places.context(span), [Mark(span, "-")], "faint")[0]

    # What to change it to.

    def fix(self, fix: SuggestedFix) -> Iterator[str]:
        advice = message(fix.message, self.lang, fix.arguments)
        if not fix.safe:
            advice += f" ({self.say('finding.fix_unsafe')})"
        yield from self.row("finding.fix", advice)
        if not fix.edits:
            return
        first, last = fix.edits[0].span, fix.edits[-1].span
        context = self.places.context(first)
        if context.covers(last):
            yield from self.row("finding.after", self.edited(fix, context))
            return
        for edit in fix.edits:
            yield from wrap(self.edit(edit.span, edit.text), self.width, f"{_INDENT}  - ", f"{_INDENT}    ")

    def edited(self, fix: SuggestedFix, context: Span) -> str:
        """The sentence after the edits, to copy from."""
        from kiemtin.reporting.excerpt import sentence_around

        text = self.report.document.text
        whole = sentence_around(text, context, Span(fix.edits[0].span.start, fix.edits[-1].span.end))
        pieces, at = [], whole.start
        for edit in fix.edits:
            pieces += [text[at : edit.span.start], edit.text]
            at = edit.span.end
        return "".join([*pieces, text[at : whole.end]])

    def edit(self, span: Span, new: str) -> str:
        text = self.report.document.text
        old = span.of(text)
        if old and new:
            return self.say("edit.replace", old=old, new=new)
        if old:
            return self.say("edit.delete", old=old)
        before = shortened(text[max(0, span.start - 40) : span.start].strip(), 30, end=True)
        return self.say("edit.insert" if before else "edit.insert_first", new=new.strip(), before=before)

    # What was not checked, and the sums.

    def not_checked(self) -> Iterator[str]:
        missing = missing_data(self.report.judgement)
        if missing:
            yield ""
            yield self.palette.paint(self.say("report.not_checkable"), "strong")
        for datum in missing:
            what = message(f"datum.{datum.name}", self.lang, datum.arguments)
            rules = phrases.listed([rule.rpartition(".")[2] for rule in datum.rules], self.lang)
            yield from wrap(self.say("report.missing", datum=what, rules=rules), self.width, "  - ", _INDENT)
            advice = help_for(f"datum.{datum.name}", self.lang, datum.arguments)
            if advice:
                yield from wrap(advice, self.width, f"{_INDENT}{self.say('finding.todo')}: ", _INDENT)
        not_run = [f for f in self.report.judgement.findings if f.outcome is Outcome.NOT_RUN]
        if not_run:
            yield ""
            yield self.palette.paint(self.say("report.not_run"), "strong")
        for finding in not_run:
            reason = message(finding.message, self.lang, finding.arguments)
            said = self.say("report.not_run_rule", rule=finding.rule, reason=reason)
            yield from wrap(said, self.width, "  - ", _INDENT)

    def notes(self) -> Iterator[str]:
        notes = self.report.notes
        if notes:
            yield ""
            yield self.palette.paint(self.say("report.notes"), "strong")
        for note in notes:
            said = message(note.code, self.lang, note.arguments)
            if note.span:
                said = f"{self.places.show(note.span, self.lang)}: {said}"
            yield from wrap(said, self.width, "  - ", _INDENT)
            advice = help_for(note.code, self.lang, note.arguments)
            if advice:
                yield from wrap(advice, self.width, _INDENT)

    def sums(self) -> Iterator[str]:
        counts = tally(self.report)
        if counts.outcomes[Outcome.PASSED] + counts.outcomes[Outcome.FAILED] == 0:
            unchecked = counts.outcomes[Outcome.NOT_CHECKABLE] > 0
            yield self.say("report.nothing_checked" if unchecked else "report.nothing_applied")
        elif not any(counts.severities.values()):
            partly = counts.outcomes[Outcome.NOT_CHECKABLE] + counts.outcomes[Outcome.NOT_RUN] > 0
            partly = partly or bool(self.report.unread)
            yield self.palette.paint(self.say("report.clean_partly" if partly else "report.clean"), "good")
        subjects = "report.subjects_bulletin" if counts.bulletin else "report.subjects_items"
        outcomes = ", ".join(
            f"{counts.outcomes[outcome]} {self.say(f'outcome.{outcome}')}" for outcome in _IN_SUMS
        )
        severities = _severities(counts.severities, self.lang)
        for name, number in (
            ("unconfirmed", counts.unconfirmed),
            ("not_checkable", counts.outcomes[Outcome.NOT_CHECKABLE]),
            ("unread", len(self.report.unread)),
        ):
            if number:
                severities += ", " + self.say(f"count.{name}", n=number)
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
_LABELS = 18


def shortened(text: str, length: int, *, end: bool = False) -> str:
    """At most `length` characters, cut at a word, from the beginning or from the end."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    if end:
        return "…" + text[-length:].partition(" ")[2]
    return (text[:length].rpartition(" ")[0] or text[:length]) + "…"
