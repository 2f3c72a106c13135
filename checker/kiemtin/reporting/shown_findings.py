"""One thing to change, as a terminal shows it: where, which words, why by which clause, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiemtin.documents.model import Zone
from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.foundation.places import Span
from kiemtin.judging.findings import Finding, SuggestedFix
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import Mark, display_width, excerpt, sentence_after, visible, wrap
from kiemtin.reporting.palette import Palette, Role
from kiemtin.reporting.places import Places
from kiemtin.reporting.report import Cause, Report, headline_of

INDENT = "    "
_LABELS = 18


class ShownFindings:
    """The findings of one report in lines of a width."""

    def __init__(self, report: Report, lang: Lang, palette: Palette, width: int) -> None:
        self.report, self.lang, self.palette, self.width = report, lang, palette, width
        self.places = Places(report.document)
        self.summaries = {rule.id: rule.summary for rule in report.rulebook.rules}

    def say(self, message_id: str, **arguments: object) -> str:
        return visible(message(message_id, self.lang, arguments))

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
            yield from wrap(summary, self.width, INDENT)
        yield from wrap(said, self.width, INDENT)
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
            where = self.places.show(finding.place, self.lang)
            if (finding.message, finding.arguments) == (first.message, first.arguments):
                yield from self.row("finding.also", where)
            else:
                said = message(finding.message, self.lang, finding.arguments)
                yield from self.row("finding.besides", f"{where}: {said}")
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
        yield from wrap(self.say("place.item", number=number, headline=headline), self.width, INDENT)

    def row(self, label_id: str, text: str | None) -> list[str]:
        """A labelled, wrapped part of a finding; nothing for nothing."""
        if not text:
            return []
        label = f"{INDENT}{self.say(label_id)}: "
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
        bar = f"{INDENT}  │ "
        piece = excerpt(self.report.document.text, context, marks, self.width - display_width(bar))
        return [bar + piece.line, bar + self.palette.paint(piece.marks, role)], piece.shown

    def related(self, finding: Finding, shown: Span | None) -> Iterator[str]:
        """Places beside the finding, each in its own excerpt if it does not stand in that of the finding."""
        home = self.places.context(finding.place) if finding.place else None
        for caption, span in finding.related:
            words = self.say("quoted", words=shortened(span.of(self.report.document.text), 60))
            said = f"{words}: {self.say(caption, **finding.arguments)}"
            if shown and shown.covers(span):
                yield from wrap(said, self.width, f"{INDENT}  │ --- ", f"{INDENT}  │     ")
                continue
            if home is None or not home.covers(span):
                said = f"{self.places.show(span, self.lang)}: {said}"
            yield from wrap(said, self.width, f"{INDENT}  ")
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
            after = sentence_after(self.report.document.text, context, fix.edits)
            yield from self.row("finding.after", after)
            return
        for edit in fix.edits:
            yield from wrap(self.edit(edit.span, edit.text), self.width, f"{INDENT}  - ", f"{INDENT}    ")

    def edit(self, span: Span, new: str) -> str:
        text = self.report.document.text
        old = span.of(text)
        if old and new:
            return self.say("edit.replace", old=old, new=new)
        if old:
            return self.say("edit.delete", old=old)
        before = shortened(text[max(0, span.start - 40) : span.start].strip(), 30, end=True)
        return self.say("edit.insert" if before else "edit.insert_first", new=new.strip(), before=before)


def shortened(text: str, length: int, *, end: bool = False) -> str:
    """At most `length` characters, cut at a word, from the beginning or from the end."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    if end:
        return "…" + text[-length:].partition(" ")[2]
    return (text[:length].rpartition(" ")[0] or text[:length]) + "…"
