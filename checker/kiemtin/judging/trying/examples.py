"""The examples of rules as their tests: each is read, recognised and judged by its rule alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from kiemtin.documents.metadata_fields import read_value
from kiemtin.documents.model import Block, Document, Item, Medium, Metadata, Origin, Zone
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.text import normalize, text_key
from kiemtin.judging.evaluating.rules import CompiledRule
from kiemtin.judging.facts.item import MEDIA
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.judging.fingerprints import Fingerprints
from kiemtin.judging.judge import Judge
from kiemtin.judging.telling.values_in_words import quoted
from kiemtin.language.syntax import Day, Example, Expression, Moment, Quantity, Text, Truth
from kiemtin.language.terms import types as t
from kiemtin.language.terms.schema import PROPERTIES
from kiemtin.language.terms.units import in_base_unit
from kiemtin.officials.model import Recognition

Recognize = Callable[[Document], Recognition]

_FIELDS = {
    "medium": "medium", "outlet": "outlet", "event": "event", "section": "section", "page": "page",
    "position": "position", "photos": "photos", "duration": "duration", "published_on": "published",
    "published_at": "published", "event_at": "event_time",
}  # fmt: skip
"""Properties that are metadata of an item -> the field."""
_MEDIUM_OF_WORDS = {text_key(words): medium for medium, words in MEDIA.items()}
_MEDIUM_OF_WORDS |= {medium.value: medium for medium in Medium}
_TYPES = {property_.name: property_.type for property_ in PROPERTIES if property_.owner == t.ITEM}


class Staged(NamedTuple):
    """An example as a document; `given[i]` are facts of item i that were given instead of computed."""

    document: Document
    given: tuple[Mapping[str, Any], ...]


class ExampleResult(NamedTuple):
    """What came of one example or of damaging it. `ok` None: the rule is of a kind that cannot be damaged."""

    rule: str
    number: int
    """1-based, in the order of the rule's examples."""
    kind: Literal["pass", "fail", "out_of_scope", "damage"]
    ok: bool | None
    problem: Problem | None = None
    done: str | None = None
    """Of a damage: the id of the message that says what was done to the example, or why nothing could be."""


def run_examples(judge: Judge, recognize: Recognize) -> tuple[ExampleResult, ...]:
    """All examples of the rulebook's rules, each passing one also damaged."""
    from kiemtin.judging.trying.damage import damage

    results: list[ExampleResult] = []
    seen: set[str] = set()
    for rule in judge.rules:
        if rule.rule.id in seen:  # a later piece of a rule that another one interrupts
            continue
        seen.add(rule.rule.id)
        for number, example in enumerate(rule.rule.examples, 1):
            result = _run(judge, recognize, rule, number, example)
            results.append(result)
            if example.kind == "pass" and result.ok:
                results.append(damage(judge, recognize, rule, number, example))
    return tuple(results)


def _run(
    judge: Judge, recognize: Recognize, rule: CompiledRule, number: int, example: Example
) -> ExampleResult:
    try:
        staged = stage(example, bulletin=rule.rule.needs_bulletin)
    except ValueError as error:
        arguments = {"rule": rule.rule.name, "number": number, "value": quoted(str(error))}
        problem = Problem("judging.example.unreadable", rule.rule.place, arguments)
        return ExampleResult(rule.rule.id, number, example.kind, ok=False, problem=problem)
    findings = judge_staged(judge, recognize, rule, staged)
    ok = _as_expected(example, findings, staged.document)
    elsewhere = example.kind == "fail" and _outcomes(findings) == {Outcome.FAILED}
    code = "judging.example.reported" if elsewhere else "judging.example.outcome"
    wrong = None if ok else Problem(code, rule.rule.place, _told(rule, number, example, findings, staged))
    return ExampleResult(rule.rule.id, number, example.kind, ok=ok, problem=wrong)


def judge_staged(
    judge: Judge, recognize: Recognize, rule: CompiledRule, staged: Staged
) -> tuple[Finding, ...]:
    """By one rule, on the day that the example gives; without one on a day on which the rule is in force."""
    as_of = None
    if all(item.metadata.day is None for item in staged.document.items):
        as_of = _day_of(judge, rule)
    recognition = recognize(staged.document)
    items = judge.items(staged.document, recognition, as_of)
    for item, given in zip(items, staged.given, strict=True):
        item.__dict__.update(given)
    bulletin = judge.bulletin(staged.document, items, as_of)
    return tuple(judge.judge_rule(rule, items, bulletin, Fingerprints(staged.document)))


def _day_of(judge: Judge, rule: CompiledRule) -> date | None:
    """None where the newest rules have the rule among them."""
    validity = rule.rule.validity
    return None if validity.covers(judge.newest_day) else validity.end or validity.start


def _outcomes(findings: Sequence[Finding]) -> set[Outcome]:
    return {finding.outcome for finding in findings}


def _as_expected(example: Example, findings: Sequence[Finding], document: Document) -> bool:
    outcomes = _outcomes(findings)
    if example.kind == "pass":
        return Outcome.PASSED in outcomes and outcomes <= {Outcome.PASSED, Outcome.OUT_OF_SCOPE}
    if example.kind == "out_of_scope":
        return outcomes == {Outcome.OUT_OF_SCOPE}
    if Outcome.FAILED not in outcomes or Outcome.NOT_CHECKABLE in outcomes:
        return False
    if not example.reports:
        return True
    pointed = [_pointed_at(finding, document) for finding in findings if finding.outcome is Outcome.FAILED]
    wanted = [text_key(words) for words in example.reports]
    return all(any(words in found for found in pointed) for words in wanted) and all(
        any(words in found for words in wanted) for found in pointed
    )


def _pointed_at(finding: Finding, document: Document) -> str:
    return text_key(finding.place.of(document.text)) if finding.place else ""


_EXPECTED = {
    "pass": Phrase("đạt", "passed"),
    "fail": Phrase("không đạt", "failed"),
    "out_of_scope": Phrase("ngoài phạm vi", "out of scope"),
}
_OUTCOMES = {
    Outcome.PASSED: Phrase("đạt", "passed"),
    Outcome.FAILED: Phrase("không đạt", "failed"),
    Outcome.OUT_OF_SCOPE: Phrase("ngoài phạm vi", "out of scope"),
    Outcome.NOT_CHECKABLE: Phrase("chưa đủ dữ liệu", "not checkable"),
    Outcome.NOT_RUN: Phrase("không chạy", "not run"),
}


def _told(
    rule: CompiledRule, number: int, example: Example, findings: Sequence[Finding], staged: Staged
) -> dict[str, object]:
    return {
        "rule": rule.rule.name,
        "number": number,
        "example": quoted(example_words(example)),
        "expected": _expected(example),
        "actual": actual(findings, staged.document),
    }


def _expected(example: Example) -> Phrase:
    outcome = _EXPECTED[example.kind]
    if not example.reports:
        return outcome
    words = ", ".join(map(quoted, example.reports))
    return Phrase(f"{outcome.vi}, báo {words}", f"{outcome.en}, reporting {words}")


def actual(findings: Sequence[Finding], document: Document) -> Phrase:
    """The outcomes that came instead, with the words pointed at and the data that was missing."""
    vi, en = [], []
    for finding in findings:
        outcome = _OUTCOMES[finding.outcome]
        where = f" ({quoted(finding.place.of(document.text))})" if finding.place else ""
        lacking = "".join(f" [{datum.name}]" for datum in finding.missing)
        vi.append(outcome.vi + where + lacking)
        en.append(outcome.en + where + lacking)
    return Phrase("; ".join(dict.fromkeys(vi)), "; ".join(dict.fromkeys(en)))


def example_words(example: Example) -> str:
    """How an example is told: its text, else its first row, else its data."""
    if example.text is not None:
        return example.text
    if example.rows:
        return " | ".join(example.rows[0])
    return ", ".join(name for name, _ in example.data)


# From an example to a document


def stage(example: Example, *, bulletin: bool) -> Staged:
    """Raises ValueError with the cell or value that cannot be read."""
    data = {name: _literal(value) for name, value in example.data}
    if not bulletin:
        return _item(example.text or "", data)
    if example.rows:
        pieces = [
            ("", {name: _cell(name, cell) for name, cell in zip(example.columns, row, strict=True) if cell})
            for row in example.rows
        ]
    else:
        pieces = [(line, {}) for line in (example.text or "").split("\n")]
    return _bulletin(pieces, data)


def _literal(value: Expression) -> Any:
    if isinstance(value, Quantity):
        return in_base_unit(value.value, value.unit)
    assert isinstance(value, Text | Day | Moment | Truth), value
    return value.value


def _cell(name: str, cell: str) -> Any:
    """The value of a row's cell, by the type of its column."""
    field = _FIELDS.get(name)
    if field is not None:
        return read_value(field, cell)
    if _TYPES[name] in {t.TEXT, t.PASSAGE}:
        return normalize(cell).text
    return int(cell.split(maxsplit=1)[0])


def _item(text: str, data: Mapping[str, Any]) -> Staged:
    if "headline" in data or "lead" in data:
        pieces = _pieces(text, data)
        return _staged("item", [(pieces, data)], Metadata())
    document = read_text(text) if text.strip() else None
    if document is None:
        return _staged("item", [([], data)], Metadata())
    item = document.items[0]
    metadata, given = _metadata(data)
    made = Item(item.blocks, metadata)
    return Staged(Document("", "item", document.text, (made,), metadata, document.source), (given,))


def _bulletin(pieces: Sequence[tuple[str, Mapping[str, Any]]], data: Mapping[str, Any]) -> Staged:
    """What is said of the bulletin holds for each item that says nothing of it."""
    metadata, _ = _metadata({name: value for name, value in data.items() if name != "duration"})
    if "duration" in data:
        metadata = _with(metadata, duration=data["duration"])
    shared = {name: data[name] for name in ("published_on", "medium", "outlet") if name in data}
    return _staged("bulletin", [(_pieces(text, own), {**shared, **own}) for text, own in pieces], metadata)


def _pieces(text: str, data: Mapping[str, Any]) -> list[tuple[Zone, str]]:
    told = [(Zone.HEADLINE, data.get("headline")), (Zone.LEAD, data.get("lead"))]
    pieces = [(zone, normalize(words).text) for zone, words in told if words]
    return pieces + [(Zone.BODY, normalize(line).text) for line in text.split("\n") if line.strip()]


def _staged(
    kind: Literal["item", "bulletin"],
    items: Sequence[tuple[Sequence[tuple[Zone, str]], Mapping[str, Any]]],
    metadata: Metadata,
) -> Staged:
    text, made, givens, line = "", [], [], 0
    for pieces, data in items:
        blocks: list[Block] = []
        for zone, words in pieces:
            line += 1
            blocks.append(Block(zone, len(text), len(text) + len(words), Origin("line", line)))
            text += f"{words}\n"
        own, given = _metadata(data)
        made.append(Item(tuple(blocks), own))
        givens.append(given)
    whole = made[0].metadata if kind == "item" else metadata
    return Staged(Document("", kind, text, tuple(made), whole), tuple(givens))


def _metadata(data: Mapping[str, Any]) -> tuple[Metadata, dict[str, Any]]:
    """What is metadata, and what takes the place of a computed fact."""
    fields: dict[str, Any] = {}
    given: dict[str, Any] = {}
    for name, value in sorted(data.items()):  # published_at before published_on: the hour stays
        if name in {"headline", "lead"}:
            continue
        field = _FIELDS.get(name)
        if field is None:
            given["syllables" if name == "length" else name] = value
        elif field == "medium" and isinstance(value, str):
            if text_key(value) not in _MEDIUM_OF_WORDS:
                raise ValueError(value)
            fields[field] = _MEDIUM_OF_WORDS[text_key(value)]
        elif value is not None:
            fields.setdefault(field, int(value) if field in {"page", "position", "photos"} else value)
    return Metadata(**fields), given


def _with(metadata: Metadata, **changes: Any) -> Metadata:
    from kiemtin.foundation.records import replace

    return replace(metadata, **changes)
