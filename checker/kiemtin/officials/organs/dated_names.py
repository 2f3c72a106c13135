"""Names of organs and places in a text that are right only until a day.

    UBND tỉnh Bình Phước           the place alone is the name: "tỉnh Bình Phước"
    Bệnh viện Đa khoa tỉnh Bình Phước, Câu lạc bộ Bình Phước, đường Bình Phước     no names of the province
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kiemtin.foundation.places import Span
from kiemtin.foundation.text import level
from kiemtin.officials.organs.tables import EndedName, ended_tables

_FAR = 40


class DatedName(NamedTuple):
    """Where a name stands, and until when it was right."""

    span: Span
    ended: EndedName


def find_dated_names(text: str, spans: Iterable[Span]) -> Iterator[DatedName]:
    """Those of each passage in the order of the text, but for what is quoted."""
    tables = ended_tables()
    levelled = level(text)
    for span in spans:
        for found in tables.pattern.finditer(levelled, span.start, span.end):
            before = levelled[max(span.start, found.start() - _FAR) : found.start()]
            if found.group().startswith("tỉnh ") and not tables.before_places.search(before):
                continue
            if _is_quoted(levelled[span.start : found.start()]):
                continue
            yield DatedName(Span(*found.span()), tables.names[found.group()])


def _is_quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def is_attending(before: str) -> bool:
    """Whether the words before a name in its sentence say that whose it is comes to what is reported."""
    return ended_tables().attending.search(level(before)) is not None


def is_used_rightly(sentence: str) -> bool:
    """Whether the words of a sentence say that the name is an old one, or speak of another country."""
    tables = ended_tables()
    levelled = level(sentence)
    return tables.said_rightly.search(levelled) is not None or tables.abroad.search(levelled) is not None
