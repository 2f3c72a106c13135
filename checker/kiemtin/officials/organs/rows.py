"""Rows of organs in a text: three and more that follow one another with nothing between but a comma or "và".

    Dự có đại diện lãnh đạo Tỉnh ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh. → one row of four
    Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Trần Văn An dự. → titles of a person: none
    Ủy ban MTTQ Việt Nam tỉnh phối hợp với Tỉnh ủy, UBND tỉnh. → two behind "với": none

A row is of organs that a rule may compare beyond doubt: of one level, no kind twice, each of a known rank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kiemtin.foundation.places import Span
from kiemtin.foundation.text import level
from kiemtin.officials.organs.tables import OrderTables, OrganKind, order_tables

LEAST = 3


class Organ(NamedTuple):
    """One organ of a row: its words with the place behind them, and without; what leads it is in neither."""

    span: Span
    name: Span
    kind: OrganKind


def find_rows(text: str, spans: Iterable[Span], day: date) -> Iterator[tuple[Organ, ...]]:
    """The rows of each passage, in the order of the text; what was no organ on that day stands in none."""
    tables = order_tables()
    levelled = level(text)
    for span in spans:
        at = span.start
        while (found := _row_from(tables, levelled, at, span.end, day)) is not None:
            row, at = found
            if len(row) >= LEAST and _is_certain(row) and not tables.doing.match(levelled, row[-1].span.end):
                yield tuple(row)


def _row_from(tables: OrderTables, text: str, at: int, end: int, day: date) -> tuple[list[Organ], int] | None:
    """The next run of organs, and where to go on; None behind the last."""
    first = tables.item.search(text, at, end)
    if first is None:
        return None
    before = text[max(0, first.start() - 40) : first.start()]
    if first.start() and (not _begins(tables, before) or tables.ways.search(before)):
        return [], first.start() + 1
    row: list[Organ] = []
    found, stop = first, first.end()
    while True:
        group = "name" if found["name"] else "company"
        kind = tables.kinds[found["name"]] if found["name"] else tables.enterprise
        if (kind.start and day < kind.start) or (kind.until and day > kind.until):
            break
        row.append(Organ(Span(found.start(group), found.end()), Span(*found.span(group)), kind))
        stop = found.end()
        between = tables.between.match(text, stop, end)
        following = tables.item.match(text, between.end(), end) if between else None
        if following is None:
            break
        found = following
    return row, max(stop, first.start() + 1)


def _begins(tables: OrderTables, before: str) -> bool:
    """Whether a name may begin here: no word of another organ's or an office's name leads to it ("Văn phòng
    Tỉnh ủy", "Bí thư Tỉnh ủy"), nor an organ that the row would leave out ("Sở Y tế, UBND tỉnh")."""
    if before[-1:].isalnum():
        return False
    words = before.rstrip(" ").rsplit("\n", 1)[-1].split(" ")
    last = words[-1]
    if not last or last[-1] in ':(.–-;“"':
        return True
    return last.islower() and last.isalpha() and last not in tables.of_others


def _is_certain(row: list[Organ]) -> bool:
    groups = {organ.kind.group for organ in row} - {"any"}
    kinds = [organ.kind.id for organ in row if organ.kind.id != "enterprise"]
    return len(groups) <= 1 and len(kinds) > 1 and len(kinds) == len(set(kinds))
