"""Names of organs and places in a text that are right only until a day.

UBND tỉnh Bình Phước → the place alone is the name: "tỉnh Bình Phước"
Bệnh viện Đa khoa tỉnh Bình Phước, Câu lạc bộ Bình Phước, đường Bình Phước → no names of the province
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kiemtin.foundation.places import Span
from kiemtin.foundation.text import level
from kiemtin.officials.organs.tables import EndedName, EndedTables, ended_tables

_FAR = 40


class DatedName(NamedTuple):
    """Where a name stands, and until when it was right."""

    span: Span
    ended: EndedName


def find_dated_names(text: str, spans: Iterable[Span]) -> Iterator[DatedName]:
    """Those of each passage in the order of the text, but for what is quoted."""
    tables = ended_tables()
    heads = _heads()
    levelled = level(text)
    for span in spans:
        for head in heads.finditer(levelled, span.start, span.end):
            name = _name_at(tables, levelled, head.start(), span.end)
            if name is None:
                continue
            ended = tables.names[name]
            before = levelled[max(span.start, head.start() - _FAR) : head.start()]
            if ended.is_place and not _before_places().search(before):
                continue
            if not _is_quoted(levelled[span.start : head.start()]):
                yield DatedName(Span(head.start(), head.start() + len(name)), ended)


def _name_at(tables: EndedTables, text: str, at: int, end: int) -> str | None:
    """The longest name that stands there as a whole: "Bộ KH&ĐT", not "Bộ KH"."""
    head = text[at:end].split(" ", 1)[0]
    for name in tables.by_head.get(head, ()):
        if text.startswith(name, at, end):
            following = text[at + len(name) : at + len(name) + 2]
            if not following[:1].isalnum() and following[:1] != "&" and not re.fullmatch(r"-\w", following):
                return name
    return None


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ended_tables().by_head))})(?= )")


@cache
def _before_places() -> re.Pattern[str]:
    either = "|".join(map(re.escape, ended_tables().words["before_places"]))
    return re.compile(rf"(?:^|[,(:;–-] ?|(?<!\w)(?:{either}) )$")


@cache
def _phrases(name: str) -> re.Pattern[str]:
    either = "|".join(re.escape(each) for each in sorted(ended_tables().words[name], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", 0 if name == "abroad" else re.I)


def _is_quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def is_attending(before: str) -> bool:
    """Whether the words before a name in its sentence say that whose it is comes to what is reported."""
    return _phrases("attending").search(level(before)) is not None


def is_used_rightly(sentence: str) -> bool:
    """Whether the words of a sentence say that the name is an old one, or speak of another country."""
    levelled = level(sentence)
    return any(_phrases(name).search(levelled) for name in ("said_rightly", "abroad"))
