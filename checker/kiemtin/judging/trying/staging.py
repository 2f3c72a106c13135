"""An example of a rule as a document, with what it says of itself, and the same document changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from kiemtin.documents.metadata_fields import read_value
from kiemtin.documents.model import Block, Document, Item, Medium, Metadata, Origin, Zone
from kiemtin.documents.plain_text import read_text
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import normalize, text_key
from kiemtin.judging.evaluating.rules import CompiledRule
from kiemtin.judging.facts.document import DocumentFacts
from kiemtin.judging.facts.item import MEDIA
from kiemtin.judging.findings import Edit, Finding
from kiemtin.judging.fingerprints import Fingerprints
from kiemtin.judging.judge import Judge
from kiemtin.judging.values import Value
from kiemtin.language.syntax import Day, Example, Expression, Moment, Quantity, Text, Truth
from kiemtin.language.terms import types as t
from kiemtin.language.terms.schema import PROPERTIES
from kiemtin.language.terms.units import in_base_unit
from kiemtin.officials.model import Recognition

Recognize = Callable[[Document], Recognition]
Given = Mapping[str, Value]
"""What an example says of an item, by the names of properties."""
Pieces = Sequence[tuple[Zone, str]]
"""An item's paragraphs."""
Told = tuple[Pieces, Metadata, str | None]
"""An item: its paragraphs, what is said of it, the heading of its block."""

_FIELDS = {
    "medium": "medium", "outlet": "outlet", "event": "event", "section": "section", "page": "page",
    "position": "position", "photos": "photos", "duration": "duration", "published_on": "published",
    "published_at": "published", "event_at": "event_time", "genre": "genre", "form": "form",
    "event_end": "event_end", "embargo": "embargo", "shown_for": "shown_for",
}  # fmt: skip
"""Properties that are metadata of an item -> the field."""
_MEDIUM_OF_WORDS = {text_key(words): medium for medium, words in MEDIA.items()}
_MEDIUM_OF_WORDS |= {medium.value: medium for medium in Medium}
_TYPES = {property_.name: property_.type for property_ in PROPERTIES if property_.owner == t.ITEM}


class Staged(NamedTuple):
    """An example as a document; `given[i]` are facts of item i that were given instead of computed."""

    document: Document
    given: tuple[Given, ...]

    def facts(self, judge: Judge, recognize: Recognize, as_of: date | None = None) -> DocumentFacts:
        return judge.facts(self.document, recognize(self.document), as_of, self.given)

    def with_given(self, index: int, name: str, value: object) -> Staged:
        given = list(self.given)
        given[index] = {**given[index], name: value}
        return Staged(self.document, tuple(given))

    def with_metadata(self, index: int, **changes: Value) -> Staged:
        items = list(self.document.items)
        made = items[index]
        items[index] = replace(made, metadata=replace(made.metadata, **changes))
        return Staged(replace(self.document, items=tuple(items)), self.given)

    def with_paragraph(self, words: str) -> Staged:
        """One more body paragraph at the end of the first item."""
        told = [(self._pieces(item), item.metadata, item.block) for item in self.document.items]
        told[0][0].append((Zone.BODY, words))
        return self._retold(told, self.given)

    def edited(self, edits: Sequence[Edit]) -> Staged:
        """The document after edits that each lie within one block."""
        told = [(self._pieces(item, edits), item.metadata, item.block) for item in self.document.items]
        return self._retold(told, self.given)

    def reordered(self, order: Sequence[int]) -> Staged:
        """Item `order[i]` in the place of item i, with that one's page and position; the text keeps its
        order."""
        told = []
        for place, at in zip(self.document.items, order, strict=True):
            item = self.document.items[at]
            metadata = replace(item.metadata, position=place.metadata.position, page=place.metadata.page)
            told.append((self._pieces(item), metadata, place.block))
        return self._retold(told, tuple(self.given[at] for at in order))

    def _pieces(self, item: Item, edits: Sequence[Edit] = ()) -> list[tuple[Zone, str]]:
        pieces = []
        for block in item.blocks:
            words = self.document.text[block.start : block.end]
            for edit in reversed(edits):
                if block.start <= edit.span.start and edit.span.end <= block.end:
                    first, last = edit.span.start - block.start, edit.span.end - block.start
                    words = words[:first] + edit.text + words[last:]
            pieces.append((block.zone, words))
        return pieces

    def _retold(self, told: Iterable[Told], given: tuple[Given, ...]) -> Staged:
        text, items = _composed(told)
        return Staged(replace(self.document, text=text, items=items, source=None), given)


def judge_staged(
    judge: Judge, recognize: Recognize, rule: CompiledRule, staged: Staged
) -> tuple[Finding, ...]:
    """By one rule, on the day that the example gives; without one on a day on which the rule is in force."""
    as_of = None
    if all(item.metadata.day is None for item in staged.document.items):
        as_of = _day_of(judge, rule)
    facts = staged.facts(judge, recognize, as_of)
    return tuple(judge.judge_rule(rule, facts, Fingerprints(staged.document)))


def _day_of(judge: Judge, rule: CompiledRule) -> date | None:
    """None where the newest rules have the rule among them."""
    validity = rule.rule.validity
    return None if validity.covers(judge.newest_day) else validity.end or validity.start


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


def _literal(value: Expression) -> Value:
    if isinstance(value, Quantity):
        return in_base_unit(value.value, value.unit)
    assert isinstance(value, Text | Day | Moment | Truth), value
    return value.value


def _cell(name: str, cell: str) -> Value:
    """The value of a row's cell, by the type of its column."""
    field = _FIELDS.get(name)
    if field is not None:
        return read_value(field, cell)
    if _TYPES.get(name, t.TEXT) in {t.TEXT, t.PASSAGE}:
        return normalize(cell).text
    return int(cell.split(maxsplit=1)[0])


def _item(text: str, data: Given) -> Staged:
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


def _bulletin(pieces: Sequence[tuple[str, Given]], data: Given) -> Staged:
    """What is said of the bulletin holds for each item that says nothing of it."""
    metadata, _ = _metadata({name: value for name, value in data.items() if name != "duration"})
    if "duration" in data:
        metadata = replace(metadata, duration=data["duration"])
    shared = {name: data[name] for name in ("published_on", "medium", "outlet") if name in data}
    return _staged("bulletin", [(_pieces(text, own), {**shared, **own}) for text, own in pieces], metadata)


def _pieces(text: str, data: Given) -> list[tuple[Zone, str]]:
    told = [(Zone.HEADLINE, data.get("headline")), (Zone.LEAD, data.get("lead"))]
    pieces = [(zone, normalize(words).text) for zone, words in told if words]
    return pieces + [(Zone.BODY, normalize(line).text) for line in text.split("\n") if line.strip()]


def _staged(
    kind: Literal["item", "bulletin"],
    items: Sequence[tuple[Pieces, Given]],
    metadata: Metadata,
) -> Staged:
    told: list[Told] = []
    givens = []
    for pieces, data in items:
        own, given = _metadata({name: value for name, value in data.items() if name != "block_heading"})
        block = data.get("block_heading")
        told.append((pieces, own, block if isinstance(block, str) else None))
        givens.append(given)
    text, made = _composed(told)
    whole = made[0].metadata if kind == "item" else metadata
    return Staged(Document("", kind, text, made, whole), tuple(givens))


def _composed(told: Iterable[Told]) -> tuple[str, tuple[Item, ...]]:
    """A text of one line a paragraph, and its items."""
    text, items, line = "", [], 0
    for pieces, metadata, block in told:
        blocks: list[Block] = []
        for zone, words in pieces:
            line += 1
            blocks.append(Block(zone, len(text), len(text) + len(words), Origin("line", line)))
            text += f"{words}\n"
        items.append(Item(tuple(blocks), metadata, block=block))
    return text, tuple(items)


def _metadata(data: Given) -> tuple[Metadata, dict[str, Value]]:
    """What is metadata, and what takes the place of a computed fact."""
    fields: dict[str, Value] = {}
    given: dict[str, Value] = {}
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
