"""A finding as a row of plain words: for lines, tables and programs of others that have no room for more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiemtin.accepting.standing import State
from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.reporting import phrases
from kiemtin.reporting.places import Place, Places
from kiemtin.reporting.report import Report, causes


class Row(NamedTuple):
    """One place of one failure, or one rule that could not be checked (`number` None)."""

    number: int | None
    finding: Finding
    state: State
    place: Place | None
    where: str
    message: str
    help: str
    clause: str
    words: str
    """What stands at the place."""
    after: str
    """What the repair says."""


def rows_of(report: Report, lang: Lang, *, unchecked: bool = False) -> Iterator[Row]:
    """The failures in the order of the report; then, if asked, what could not be checked."""
    places = Places(report.document)
    for cause in causes(report):
        for finding in cause.findings:
            yield _row(cause.number, finding, cause.state, places, lang)
    if unchecked:
        for finding in report.judgement.findings:
            if finding.outcome is Outcome.NOT_CHECKABLE:
                yield _row(None, finding, State.NEW, places, lang)


def _row(number: int | None, finding: Finding, state: State, places: Places, lang: Lang) -> Row:
    said = message(finding.message, lang, finding.arguments)
    told = help_for(finding.message, lang, finding.arguments) or ""
    if finding.outcome is Outcome.NOT_CHECKABLE:
        lacking = [message(f"datum.{datum.name}", lang, datum.arguments) for datum in finding.missing]
        said = f"{said}: {', '.join(lacking)}" if lacking else said
    fix = finding.fix
    return Row(
        number,
        finding,
        state,
        places.place(finding.place) if finding.place else None,
        places.show(finding.place, lang),
        said,
        told,
        phrases.source(finding.citation, lang),
        finding.place.of(places.document.text) if finding.place else "",
        message(fix.message, lang, fix.arguments) if fix else "",
    )


def severity_of(row: Row, lang: Lang) -> str:
    """`LỖI`, `CẢNH BÁO`, `LƯU Ý`; how it stands, if it is not new."""
    if row.finding.outcome is Outcome.NOT_CHECKABLE:
        return message("row.unchecked", lang)
    said = message(f"severity.{row.finding.modality}", lang)
    if not row.finding.confirmed:
        said = f"{said} {message('severity.unconfirmed', lang)}"
    return said if row.state is State.NEW else f"{said} ({message(f'row.{row.state}', lang)})"
