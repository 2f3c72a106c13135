"""A draft (.md, .txt) as it stands in the editor: what to change, and the changes themselves."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kiemtin.authoring.places import Lines, Place, Range
from kiemtin.checking.desk import Desk
from kiemtin.documents.model import Document
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import DocumentError, PackError
from kiemtin.reporting.cards import Card, cards


class Edit(NamedTuple):
    range: Range
    words: str


class Hint(NamedTuple):
    """One card of the report; `edits` make what it suggests, `safe` if nobody need look."""

    range: Range
    severity: str
    said: str
    rule: str
    title: str = ""
    edits: tuple[Edit, ...] = ()
    safe: bool = False


_TOP = Range(Place(0, 0), Place(0, 1))


def hints(source: str, path: Path, desk: Desk, lang: Lang) -> list[Hint]:
    """By the rules that hold for the file; what is wrong with file or pack stands at its first letter."""
    lines = Lines(source)
    try:
        document = desk.read(str(path), source.encode("utf-8", "surrogatepass"))
        report = desk.bench(str(path)).examine(document).report
    except (DocumentError, PackError) as error:
        return [
            Hint(_TOP, "must", message(problem.code, lang, problem.arguments), problem.code)
            for problem in error.problems
        ]
    return [_hint(card, document, lines, lang) for card in cards(report, lang)]


def _hint(card: Card, document: Document, lines: Lines, lang: Lang) -> Hint:
    rows = [f"{row.label}: {row.text}" for row in card.rows if row.name in ("basis", "todo", "lifted")]
    said = "\n".join([f"{card.label}: {card.said}", *rows])
    place = _range(card.place, document, lines) if card.place else _TOP
    fix = card.fix
    if fix is None or not fix.edits:
        return Hint(place, card.severity, said, card.finding.rule)
    edits = tuple(Edit(_range(edit.span, document, lines), edit.text) for edit in fix.edits)
    title = message(fix.message, lang, fix.arguments)
    return Hint(place, card.severity, said, card.finding.rule, title, edits, fix.safe)


def _range(span: Span, document: Document, lines: Lines) -> Range:
    source = document.source
    if source is None:
        return lines.range(span.start, span.end)
    start = source.source_offset(span.start)
    end = max(start, source.source_end(span.end)) if span.end > span.start else start
    return lines.range(start, end)
