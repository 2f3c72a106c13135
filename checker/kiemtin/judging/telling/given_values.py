"""What was given and may not serve: a value that no rule asks for, though one nearly the same is (sự kiện:
đại hôi); a roster that is older than the item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from kiemtin.documents.keys import plain_key
from kiemtin.documents.model import Document, Note
from kiemtin.foundation.dates import show_day
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import strip_tones, text_key
from kiemtin.language.rulebook import Rulebook
from kiemtin.language.syntax import Attribute, Comparison, Expression, Membership, SetOf, Text

if TYPE_CHECKING:
    from kiemtin.judging.facts.document import DocumentFacts
    from kiemtin.officials.roster import Roster

_ASKED = ("event", "section", "outlet", "genre", "form")
"""Properties of an item whose values are the newsroom's own words."""
_NEAR = 0.75


FRESH = timedelta(days=92)
"""A roster that is kept up every quarter has no newer fact for that long."""


def notes_on_age(facts: DocumentFacts, roster: Roster) -> tuple[Note, ...]:
    """A note if people are named on a day so late that the roster has nothing to say of it."""
    days = [item.context.day for item in facts.items if item.context.day and item.all_mentions]
    last = roster.last_known
    if not days or last is None or max(days) <= last + FRESH:
        return ()
    return (
        Note("roster-older", {"roster": roster.name, "last": show_day(last), "day": show_day(max(days))}),
    )


def notes_on(document: Document, rulebook: Rulebook) -> tuple[Note, ...]:
    """A note for each value that is likely a slip for one that the rules in `rulebook` ask for."""
    return (*_outside(document, rulebook), *_similar_values(document, rulebook))


def undeclared(document: Document, rulebook: Rulebook) -> Document:
    """The document without what its reader noted of keys that the pack declares."""
    if not rulebook.fields:
        return document
    declared = {plain_key(field.name) for field in rulebook.fields}
    left = tuple(note for note in document.notes if _key_of(note) not in declared)
    return document if len(left) == len(document.notes) else replace(document, notes=left)


def _key_of(note: Note) -> str | None:
    argument = {
        "metadata-key-unknown": "key",
        "metadata-key-similar": "key",
        "rundown-column-unknown": "heading",
    }
    name = argument.get(note.code)
    return plain_key(str(note.arguments[name])) if name is not None else None


def _outside(document: Document, rulebook: Rulebook) -> Iterator[Note]:
    """A note for each value that is none of those that the pack allows, or is not of its kind."""
    if not rulebook.fields:
        return
    # Few packs declare any.
    from kiemtin.judging.facts.declared import read_declared, said_of
    from kiemtin.language.terms.names import vietnamese_name
    from kiemtin.language.terms.type_words import type_words

    every = (document.metadata, *(item.metadata for item in document.items))
    for field in rulebook.fields:
        told = {said for metadata in every if (said := said_of(metadata, field.name)) is not None}
        for value in sorted(told):
            if read_declared(value, field) is not None:
                continue
            near = _nearest(value, field.values)
            arguments = {"key": vietnamese_name(field.name).replace("_", " "), "value": value}
            if near:
                yield Note("metadata-value-outside-near", {**arguments, "similar": near})
            elif field.values:
                yield Note("metadata-value-outside", {**arguments, "known": "; ".join(field.values)})
            else:
                yield Note("metadata-value-kind", {**arguments, "kind": type_words(field.type)})


def _similar_values(document: Document, rulebook: Rulebook) -> tuple[Note, ...]:
    closed = {field.name for field in rulebook.fields if field.values}
    given = {
        (name, value)
        for metadata in (document.metadata, *(item.metadata for item in document.items))
        for name in _ASKED
        if name not in closed and (value := getattr(metadata, name)) is not None
    }
    if not given:
        return ()
    asked: dict[str, set[str]] = {}
    for rule in rulebook.rules:
        conditions = [rule.when, rule.requirement, *(each.condition for each in rule.unless)]
        conditions += [each.condition for each in rule.exceptions]
        for expression in conditions:
            for name, value in _asked_for(expression):
                asked.setdefault(name, set()).add(value)
    return tuple(
        Note("metadata-value-similar", {"value": value, "similar": similar})
        for name, value in sorted(given)
        if (similar := _similar(value, asked.get(name, set()))) is not None
    )


def _similar(value: str, asked: set[str]) -> str | None:
    if text_key(value) in set(map(text_key, asked)):
        return None
    return _nearest(value, sorted(asked))


def _nearest(value: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches

    plain = {strip_tones(each): each for each in known}
    close = get_close_matches(strip_tones(value), plain, n=1, cutoff=_NEAR)
    return plain[close[0]] if close else None


def _asked_for(node: object) -> Iterator[tuple[str, str]]:
    """Names of properties and the texts with which an expression compares them."""
    match node:
        case Comparison(left=Attribute(name=name), right=Text(value=value)):
            yield name, value
        case Membership(element=Attribute(name=name), container=SetOf(elements=elements)):
            yield from ((name, each.value) for each in elements if isinstance(each, Text))
        case Expression():
            for field in node._fields:
                yield from _asked_for(getattr(node, field))
        case tuple():
            for each in node:
                yield from _asked_for(each)
