"""The canonical report: versioned JSON with both languages, the same bytes for the same inputs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kiemtin import __version__
from kiemtin.accepting.standing import Waiver
from kiemtin.foundation.messages import Phrase, help_for, message
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import Problem
from kiemtin.judging.findings import ExceptionStep, Finding, Outcome, SuggestedFix
from kiemtin.language.rulebook import Citation, PackSummary
from kiemtin.language.syntax import Status
from kiemtin.reporting import json_model as model
from kiemtin.reporting import phrases
from kiemtin.reporting.formats import Examined, Renderer, Style, Told
from kiemtin.reporting.places import Places
from kiemtin.reporting.report import Report, Tally, causes, headline_of, tally
from kiemtin.reporting.safe_json import dumped


class Stream(Renderer):
    """One JSON document for a whole run, written as the reports come, ending with a line feed."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._problems: list[str] = []
        self._any = False

    def begin(self) -> str:
        return f'{{"version":{model.VERSION},"tool":{dumped(tool())},"documents":['

    def add(self, examined: Examined) -> str:
        comma, self._any = "," if self._any else "", True
        return f"{comma}\n{said(document_of(examined.report), self.style)}"

    def refuse(self, problem: Problem) -> str:
        self._problems.append(said(problem_of(problem), self.style))
        return ""

    def end(self, exit_code: int) -> str:
        return f'\n],"problems":[{",".join(self._problems)}],"exit_code":{int(exit_code)}}}\n'


def said(told: model.Model, style: Style) -> str:
    """On one line, without what is its default, and without the draft's words if they are to be hidden."""
    if style.redact:
        from kiemtin.reporting.redaction import redacted

        told = redacted(told)
    return dumped(told)


def tool() -> model.Tool:
    return model.Tool(name="kiemtin", version=__version__)


def render(
    reports: Iterable[Report], problems: Iterable[Problem], exit_code: int, *, redact: bool = False
) -> str:
    """The JSON document of reports that are all there already."""
    stream = Stream(Style("vi", redact=redact))
    pieces = [stream.begin(), *(stream.add(Told(report)) for report in reports)]
    for problem in problems:
        stream.refuse(problem)
    return "".join([*pieces, stream.end(exit_code)])


def schema() -> str:
    """The JSON Schema of the report, as published."""
    return json.dumps(model.Report.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def document_of(report: Report) -> model.Document:
    """One document of the report."""
    document, judgement = report.document, report.judgement
    places = Places(document)
    numbers = {id(finding): cause.number for cause in causes(report) for finding in cause.findings}
    days = [*judgement.judged_on, *([None] * len(document.items))]
    acceptance = report.acceptance
    return model.Document(
        path=document.path,
        sha256=document.sha256,
        kind=document.kind,
        characters=len(document.text),
        packs=tuple(_pack(pack) for pack in report.rulebook.packs),
        rulebook_key=report.rulebook.key,
        roster=report.roster,
        day_assumed=judgement.assumed,
        items=tuple(
            model.Item(
                number=item.number,
                start=item.span.start,
                end=item.span.end,
                headline=headline_of(document, index),
                judged_on=days[index],
            )
            for index, item in enumerate(document.items)
        ),
        rules=_rules((*judgement.findings, *report.drafted)),
        findings=tuple(
            _finding(each, numbers.get(id(each)), places, report)
            for each in judgement.findings
            if each.outcome in _TOLD
        ),
        alike=_alike(judgement.findings),
        drafts=tuple(_finding(each, None, places, report) for each in report.drafted),
        baseline=acceptance.baseline,
        gone=tuple(
            model.Gone(rule=g.rule, words=g.words, fingerprint=g.fingerprint) for g in acceptance.gone
        ),
        left_out=report.left_out,
        notes=tuple(
            model.Note(
                **_said(note.code, note.arguments),
                place=_place(note.span, places) if note.span else None,
                unread=note.unread,
            )
            for note in report.notes
        ),
        counts=_counts(tally(report)),
    )


_TOLD = (Outcome.FAILED, Outcome.NOT_CHECKABLE)


def _counts(counts: Tally) -> model.Counts:
    return model.Counts(
        checks=counts.checks,
        rules=counts.rules,
        items=counts.items,
        outcomes={outcome.value: counts.outcomes[outcome] for outcome in Outcome},
        severities=counts.severities,
        unconfirmed=counts.unconfirmed,
        known=counts.known,
        waived=counts.waived,
    )


def _rules(findings: Iterable[Finding]) -> dict[str, model.Rule]:
    """Each rule that has a finding once, in the order of the findings."""
    found: dict[str, model.Rule] = {}
    for each in findings:
        if each.outcome in _TOLD and each.rule not in found:
            found[each.rule] = model.Rule(
                severity=each.modality,
                citation=_citation(each.citation),
                overrides=tuple(map(_citation, each.overrides)),
            )
    return found


def _alike(findings: Iterable[Finding]) -> tuple[model.Alike, ...]:
    """Outcomes that ask nothing of anybody, counted."""
    counted: dict[tuple[object, ...], tuple[Finding, int]] = {}
    for each in findings:
        if each.outcome not in _TOLD:
            said = tuple(sorted((name, str(value)) for name, value in each.arguments.items()))
            key = (each.rule, each.outcome, each.message, said, each.exceptions)
            counted[key] = (each, counted.get(key, (each, 0))[1] + 1)
    return tuple(
        model.Alike.model_validate(
            {
                "rule": each.rule,
                "outcome": each.outcome.value,
                "message": model.Said(**_said(each.message, each.arguments)),
                "exceptions": tuple(map(_exception, each.exceptions)),
                "count": count,
            }
        )
        for each, count in counted.values()
    )


def _finding(finding: Finding, number: int | None, places: Places, report: Report) -> model.Finding:
    failed = finding.outcome is Outcome.FAILED
    waiver = report.acceptance.waived.get(finding.fingerprint) if failed else None
    return model.Finding(
        number=number,
        rule=finding.rule,
        outcome="failed" if failed else "not-checkable",
        severity=finding.modality,
        state=report.state_of(finding).value if failed else "new",
        waiver=_waiver(waiver) if waiver else None,
        message=model.Said(**_said(finding.message, finding.arguments)),
        item=finding.item if finding.item >= 0 else None,
        place=_place(finding.place, places) if finding.place else None,
        related=tuple(_related(caption, span, finding, places) for caption, span in finding.related),
        measured=_phrase(finding.measured),
        required=_phrase(finding.required),
        missing=tuple(
            model.Said(**_said(f"datum.{datum.name}", datum.arguments)) for datum in finding.missing
        ),
        exceptions=tuple(map(_exception, finding.exceptions)),
        fix=_fix(finding.fix, places) if finding.fix else None,
        confirmed=finding.confirmed if failed else True,
        grounds=tuple(
            model.Said(**_said(f"ground.{ground.name}", ground.arguments)) for ground in finding.grounds
        ),
        fingerprint=finding.fingerprint,
    )


def _waiver(waiver: Waiver) -> model.Waiver:
    return model.Waiver(
        reason=waiver.reason, person=waiver.person, expires=waiver.expiry, source=waiver.source
    )


def _exception(step: ExceptionStep) -> model.ExceptionStep:
    return model.ExceptionStep(kind=step.kind, label=step.label, citation=_citation(step.citation))


def _said(message_id: str, arguments: Mapping[str, object]) -> dict[str, Any]:
    return {
        "id": message_id,
        "arguments": {name: _word(value) for name, value in sorted(arguments.items())},
        "vi": message(message_id, "vi", arguments),
        "en": message(message_id, "en", arguments),
        "help_vi": help_for(message_id, "vi", arguments),
        "help_en": help_for(message_id, "en", arguments),
    }


def _word(value: object) -> str:
    return value.vi if isinstance(value, Phrase) else str(value)


def _phrase(value: str | Phrase | None) -> model.Phrase | None:
    if value is None:
        return None
    return model.Phrase(vi=phrases.said(value, "vi"), en=phrases.said(value, "en"))


def _place(span: Span, places: Places) -> model.Place:
    return model.Place(**_place_fields(span, places))


def _place_fields(span: Span, places: Places) -> dict[str, Any]:
    place = places.place(span)
    origin = place.origin
    source = places.source(span)
    return {
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
        "start": span.start,
        "end": span.end,
        "text": span.of(places.document.text),
        "line": place.line,
        "column": place.column,
        "origin": origin
        and model.Origin(
            kind=origin.kind,
            index=origin.index,
            column=origin.column,
            part=origin.part,
            file=origin.file,
            offset=places.offset(span),
        ),
        "shown": places.show(span, "vi"),
    }


def _related(caption: str, span: Span, finding: Finding, places: Places) -> model.Related:
    return model.Related(
        **_place_fields(span, places),
        caption_vi=message(caption, "vi", finding.arguments),
        caption_en=message(caption, "en", finding.arguments),
    )


def _citation(citation: Citation) -> model.Citation:
    return model.Citation(
        pack=citation.pack,
        title=citation.pack_title,
        number=citation.number,
        path=tuple(model.Division.model_validate({"kind": k, "label": label}) for k, label in citation.path),
        wording=citation.wording,
        status=_status(citation.status),
        phrase_vi=phrases.source(citation, "vi", titled=True),
        phrase_en=phrases.source(citation, "en", titled=True),
    )


def _status(status: Status | None) -> model.Status | None:
    return model.Status(kind=status.kind, source=status.source) if status else None


def _fix(fix: SuggestedFix, places: Places) -> model.Fix:
    text = places.document.text
    return model.Fix(
        message=model.Said(**_said(fix.message, fix.arguments)),
        safe=fix.safe,
        edits=tuple(
            model.Edit(start=edit.span.start, end=edit.span.end, old=edit.span.of(text), text=edit.text)
            for edit in fix.edits
        ),
    )


def _pack(pack: PackSummary) -> model.Pack:
    return model.Pack(
        name=pack.name,
        title=pack.title,
        number=pack.number,
        in_force_from=pack.validity.start,
        in_force_to=pack.validity.end,
        status=_status(pack.status),
        reviewed=pack.reviewed,
    )


def problem_of(problem: Problem) -> model.Problem:
    place = problem.place
    return model.Problem(
        **_said(problem.code, problem.arguments),
        path=place.path,
        line=place.line,
        column=place.column,
        warning=problem.warning,
    )
