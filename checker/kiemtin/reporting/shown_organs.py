"""Rows of organs, and names that ended on a day, as `kiemtin show` prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from kiemtin.documents.model import Document, Zone
from kiemtin.foundation.dates import show_day
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import Span
from kiemtin.officials.organs.dated_names import DatedName, find_dated_names
from kiemtin.officials.organs.rows import Organ, find_rows
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.places import Places

_SEARCHED = frozenset({Zone.HEADLINE, Zone.LEAD, Zone.BODY, Zone.CAPTION})


def rows_in(document: Document) -> Iterator[Sequence[Organ]]:
    """Those of each item, on its day; without a day by what is known now."""
    for item in document.items:
        day = item.metadata.day or document.metadata.day or date.max
        spans = [block.span for block in item.blocks if block.zone in _SEARCHED]
        yield from find_rows(document.text, spans, day)


def dated_names_in(document: Document) -> Iterator[DatedName]:
    blocks = [block for item in document.items for block in item.blocks if block.zone in _SEARCHED]
    return find_dated_names(document.text, [block.span for block in blocks])


def organs_record(document: Document) -> dict[str, Any]:
    """Empty where there is neither; offsets are code points of the text."""
    rows = [
        [
            {"start": organ.span.start, "end": organ.span.end, "kind": organ.kind.id, "rank": organ.kind.rank}
            for organ in row
        ]
        for row in rows_in(document)
    ]
    names = [
        {
            "start": name.span.start,
            "end": name.span.end,
            "last_day": name.ended.until.isoformat(),
            "now": name.ended.now or None,
        }
        for name in dated_names_in(document)
    ]
    return ({"organ_rows": rows} if rows else {}) | ({"dated_names": names} if names else {})


def organ_lines(document: Document, places: Places, lang: Lang) -> Iterator[str]:
    """One line a row and one a name."""
    text = document.text
    for row in rows_in(document):
        where = places.show(Span(row[0].span.start, row[-1].span.end), lang)
        names = ", ".join(f"{organ.span.of(text)} ({organ.kind.rank})" for organ in row)
        yield visible(f"{where}: {message('show.organ_row', lang, {'n': len(row), 'names': names})}")
    for name in dated_names_in(document):
        told = {"name": name.span.of(text), "until": show_day(name.ended.until), "now": name.ended.now}
        said = message("show.dated_name.now" if name.ended.now else "show.dated_name", lang, told)
        yield visible(f"{places.show(name.span, lang)}: {said}")
