"""The canonical report: versioned JSON with both languages, the same bytes for the same inputs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kiemtin import __version__
from kiemtin.foundation.messages import Phrase, help_for, message
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import Problem
from kiemtin.judging.findings import Finding, Outcome, SuggestedFix
from kiemtin.language.rulebook import Citation, PackSummary
from kiemtin.language.syntax import Status
from kiemtin.reporting import json_model as model
from kiemtin.reporting import phrases
from kiemtin.reporting.places import Places
from kiemtin.reporting.report import Report, causes, headline_of, tally


def render(reports: Iterable[Report], problems: Iterable[Problem], exit_code: int) -> str:
    """One JSON document for a whole run, ending with a line feed."""
    told = model.Report(
        tool=model.Tool(version=__version__),
        documents=tuple(_document(report) for report in reports),
        problems=tuple(_problem(problem) for problem in problems),
        exit_code=exit_code,
    )
    return told.model_dump_json(indent=2) + "\n"


def schema() -> str:
    """The JSON Schema of the report, as published."""
    return json.dumps(model.Report.model_json_schema(), indent=2, ensure_ascii=False) + "\n"


def _document(report: Report) -> model.Document:
    document, judgement = report.document, report.judgement
    places = Places(document)
    numbers = {id(finding): cause.number for cause in causes(judgement) for finding in cause.findings}
    counts = tally(report)
    days = [*judgement.judged_on, *([None] * len(document.items))]
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
        findings=tuple(_finding(f, numbers.get(id(f)), places) for f in judgement.findings),
        notes=tuple(
            model.Note(
                **_said(note.code, note.arguments),
                place=_place(note.span, places) if note.span else None,
                unread=note.unread,
            )
            for note in report.notes
        ),
        counts=model.Counts(
            checks=counts.checks,
            rules=counts.rules,
            items=counts.items,
            outcomes={outcome.value: counts.outcomes[outcome] for outcome in Outcome},
            severities=counts.severities,
            unconfirmed=counts.unconfirmed,
        ),
    )


def _finding(finding: Finding, number: int | None, places: Places) -> model.Finding:
    return model.Finding(
        number=number,
        rule=finding.rule,
        outcome=finding.outcome.value,
        severity=finding.modality,
        message=model.Said(**_said(finding.message, finding.arguments)),
        citation=_citation(finding.citation),
        item=finding.item if finding.item >= 0 else None,
        place=_place(finding.place, places) if finding.place else None,
        related=tuple(_related(caption, span, finding, places) for caption, span in finding.related),
        measured=_phrase(finding.measured),
        required=_phrase(finding.required),
        missing=tuple(
            model.Said(**_said(f"datum.{datum.name}", datum.arguments)) for datum in finding.missing
        ),
        exceptions=tuple(
            model.ExceptionStep(kind=step.kind, label=step.label, citation=_citation(step.citation))
            for step in finding.exceptions
        ),
        overrides=tuple(_citation(citation) for citation in finding.overrides),
        fix=_fix(finding.fix, places) if finding.fix else None,
        confirmed=finding.confirmed,
        grounds=tuple(
            model.Said(**_said(f"ground.{ground.name}", ground.arguments)) for ground in finding.grounds
        ),
        fingerprint=finding.fingerprint,
    )


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
    return {
        "start": span.start,
        "end": span.end,
        "text": span.of(places.document.text),
        "line": place.line,
        "column": place.column,
        "origin": origin
        and model.Origin(kind=origin.kind, index=origin.index, column=origin.column, part=origin.part),
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


def _problem(problem: Problem) -> model.Problem:
    place = problem.place
    return model.Problem(
        **_said(problem.code, problem.arguments),
        path=place.path,
        line=place.line,
        column=place.column,
        warning=problem.warning,
    )
