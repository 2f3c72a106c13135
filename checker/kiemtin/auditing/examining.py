"""One record of an archive becomes rows: what was read, what each rule came to, what was found.

Kept are facts and outcomes; sentences are made of them when a report is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from kiemtin.auditing import schema
from kiemtin.auditing.rows import Row, Rows, words, written
from kiemtin.auditing.settings import Settings
from kiemtin.documents.archives.documents import Piece, read_record
from kiemtin.documents.archives.records import Record
from kiemtin.documents.model import Document
from kiemtin.foundation.hashing import blake2b
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import DocumentError
from kiemtin.judging.facts.document import DocumentFacts
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.findings import Finding, Outcome, apart
from kiemtin.judging.values import Missing
from kiemtin.reporting.report import headline_of

_QUOTE, _AROUND, _HEADLINE, _REASON = 200, 80, 200, 300
_PASSED, _FAILED, _OPEN = Outcome.PASSED, Outcome.FAILED, Outcome.NOT_CHECKABLE
_OUT, _COMPARED = Outcome.OUT_OF_SCOPE, "judging.passed.compared"
_WEIGHT = (schema.FAILED, schema.UNCONFIRMED, schema.OPEN, schema.PASSED, schema.EXCEPTED)


def content_hash(record: Record) -> str:
    """Of the bytes of a record: what is equal needs no second check by the same rules."""
    beside = f"{record.format}\n{record.url or ''}\n"
    return blake2b(beside.encode("utf-8", "surrogateescape") + record.data, digest_size=16).hexdigest()


class Examiner:
    """Reads and judges records by one choice of rules."""

    def __init__(self, settings: Settings) -> None:
        self._bench = settings.workbench()
        self._profile = settings.load_profile()
        self._given = settings.metadata
        self._as_of = self._bench.as_of

    def warm_up(self) -> None:
        """Load what every document needs. Raises PackError."""
        _ = self._bench.recognizer

    def examine(self, record: Record, source: str, doc: int, weight: float, rows: Rows) -> None:
        """Adds the rows of one record; one that cannot be read has a row that says why."""
        content = content_hash(record)
        try:
            piece = read_record(record, source, self._profile, self._given)
        except DocumentError as error:
            rows.tables["items"].append(
                blank_item(doc, source, record.name, content, schema.UNREADABLE, told(error), weight)
            )
            return
        document = piece.document
        judge = self._bench.judge_for(document)
        facts = judge.facts(document, self._bench.recognizer.recognize(document), self._as_of)
        judgement, _ = apart(judge.judge_facts(facts), judge.rulebook.drafts)
        for item in facts.items:
            rows.tables["items"].append(
                _item_row(item, facts, piece, record, source, content, doc, weight, judgement.judged_on)
            )
        _add_outcomes(rows, doc, document, judgement.findings)


def told(error: DocumentError) -> str:
    """Why a record was not read: the code of the problem and what it says of the place."""
    problem = error.problems[0]
    reason = problem.arguments.get("reason")
    return (problem.code if reason is None else f"{problem.code}: {reason}")[:_REASON]


def blank_item(
    doc: int, source: str, record: str, content: str, state: str, reason: str, weight: float
) -> Row:
    """The row of a record of which nothing is known but that it was not checked."""
    known = {
        "doc": doc, "item": 0, "source": source, "record": record, "content": content,
        "state": state, "reason": reason, "weight": weight,
    }  # fmt: skip
    return tuple(known.get(column) for column in schema.TABLES["items"])


def _item_row(
    item: ItemFacts,
    facts: DocumentFacts,
    piece: Piece,
    record: Record,
    source: str,
    content: str,
    doc: int,
    weight: float,
    days: Sequence[date | None],
) -> Row:
    document, metadata = item.document, item.metadata
    whole = document.metadata
    published = metadata.published or whole.published
    day = days[item.index]
    medium = metadata.medium or whole.medium
    section = metadata.section or whole.section
    month = published or day
    leaders, rank = item.leader_count, item.rank
    alone = len(document.items) == 1
    text = document.text if alone else item.model.span.of(document.text)
    name = piece.id if alone or piece.id is None else f"{piece.id}#{item.index + 1}"
    return (
        doc,
        item.index,
        source,
        record.name,
        name,
        content,
        _words_hash(text),
        schema.CHECKED,
        None,
        metadata.outlet or whole.outlet,
        medium.value if medium else None,
        section,
        metadata.programme or whole.programme,
        piece.field or section,
        metadata.event or whole.event,
        metadata.page,
        metadata.position if metadata.position is not None or alone else item.index + 1,
        _moment(published),
        day,
        f"{month.year:04}-{month.month:02}" if month else None,
        headline_of(document, item.index)[:_HEADLINE],
        item.syllables,
        metadata.duration,
        len(item.all_mentions),
        getattr(leaders, "least", None) if isinstance(leaders, Missing) else leaders,
        rank if isinstance(rank, int) else None,
        weight,
    )


def _moment(published: datetime | date | None) -> datetime | None:
    """A day without an hour is its midnight."""
    if published is None or isinstance(published, datetime):
        return published.replace(tzinfo=None) if published else None
    return datetime(published.year, published.month, published.day)


def _words_hash(text: str) -> str:
    """Of the words alone: case and spaces make no other text."""
    return blake2b(
        " ".join(text.lower().split()).encode("utf-8", "surrogatepass"), digest_size=16
    ).hexdigest()


def _add_outcomes(rows: Rows, doc: int, document: Document, findings: Sequence[Finding]) -> None:
    checks: dict[tuple[int, str], list[Any]] = {}
    number = 0
    for finding in findings:
        outcome = finding.outcome
        if outcome is _FAILED:
            number += 1
            rows.tables["findings"].append(_finding_row(finding, doc, number, document))
            said = schema.UNCONFIRMED if finding.missing else schema.FAILED
        elif outcome is _PASSED:
            said = schema.PASSED
        elif outcome is _OPEN:
            said = schema.OPEN
        elif outcome is _OUT and finding.exceptions:
            said = schema.EXCEPTED
        else:
            continue
        if finding.missing:
            rows.tables["missing"] += [
                (doc, finding.item, finding.rule, datum.name, written(datum.arguments))
                for datum in finding.missing
            ]
        key = finding.item, finding.rule
        check = checks.get(key)
        if check is None:
            check = checks[key] = [said, 0, None, None]
        elif _WEIGHT.index(said) < _WEIGHT.index(check[0]):
            check[0] = said
        check[1] += outcome is _FAILED
        if check[2] is None and (outcome is _FAILED or finding.message == _COMPARED):
            check[2], check[3] = words(finding.measured), words(finding.required)
    rows.tables["checks"] += [(doc, item, rule, *check) for (item, rule), check in checks.items()]


def _finding_row(finding: Finding, doc: int, number: int, document: Document) -> Row:
    arguments, measured, required = finding.words.said()
    place = finding.place
    quote = before = after = None
    if place is not None:
        block = next((each for each in document.blocks if each.start <= place.start < each.end), None)
        start, end = (block.start, block.end) if block else (place.start, place.end)
        quote = place.of(document.text)[:_QUOTE]
        before = document.text[max(start, place.start - _AROUND) : place.start]
        after = document.text[place.end : min(end, place.end + _AROUND)]
    return (
        doc,
        finding.item,
        number,
        finding.rule,
        finding.modality,
        finding.confirmed,
        finding.message,
        written(arguments),
        words(measured),
        words(required),
        quote,
        place.start if place else None,
        place.end if place else None,
        before,
        after,
        [datum.name for datum in finding.missing],
        _fix(finding, document),
        finding.fingerprint,
    )


def _fix(finding: Finding, document: Document) -> str | None:
    """The suggested words, one edit after the other."""
    if finding.fix is None:
        return None
    return "; ".join(f"{_shown(edit.span, document)} → {edit.text}" for edit in finding.fix.edits)


def _shown(span: Span, document: Document) -> str:
    return f"“{span.of(document.text)[:_QUOTE]}”" if span.end > span.start else "+"
