"""Rows of tables: one line each, `|` between the cells; what a cell may say."""

from __future__ import annotations

import re
from typing import NamedTuple

from kiemtin.foundation.limits import DIGITS
from kiemtin.foundation.places import Span
from kiemtin.language.syntax import LOWEST_RANK, Condition, Otherwise, Quantity, RankBand, Text
from kiemtin.language.syntax import Range as RangeOf
from kiemtin.language.terms.keywords import KEYWORDS, OTHERWISE, keyword_pattern
from kiemtin.language.terms.units import UNITS

_NUMBER = r"\d+(?:\.\d{3})+(?:,\d+)?(?![\d.]*\d)|\d+(?:,\d+)?(?!\d|\.\d)"
_CELL = re.compile(r'(?:"(?:[^"\n]|"")*+"|“[^”\n]*+”|[^"“|\n])*+')
_QUOTED = re.compile(r'"((?:[^"\n]|"")*)"|“([^”\n]*)”')
_RANK, _FROM, _TO = (keyword_pattern(KEYWORDS[name]) for name in ("RANK", "FROM", "TO"))
_DOTS = r"(?:\.\.|[-–—−])"
_BAND = re.compile(rf"(?:{_FROM}\s*)?{_RANK}\s*(\d+)\s*(?:(?:{_DOTS}|{_TO})\s*(?:{_RANK})?\s*(\d+))?", re.I)
_FROM_BAND = re.compile(rf"{_FROM}\s*{_RANK}\s*(\d+)", re.I)
_ONWARDS = re.compile(rf"{_RANK}\s*\d+\s+(?:trở (?:lên|xuống|đi)|and (?:up|above|below|down))", re.I)
_OTHERWISE = re.compile(keyword_pattern(OTHERWISE), re.I)
_QUANTITY = re.compile(rf"({_NUMBER})\s*(\D*)")
_RANGE = re.compile(rf"({_NUMBER})\s*([^\d\-–—−]*?)\s*{_DOTS}\s*({_NUMBER})\s*(\D*)")
_NO_LIMIT = frozenset("-–—−")


class Cell(NamedTuple):
    """The trimmed text of a cell and its place."""

    text: str
    span: Span


class CellError(ValueError):
    """What a cell says cannot be read; the argument is the code of the problem."""


def split_row(row: str, start: int) -> list[Cell]:
    """The cells of a line `| a | b |` that begins at `start` of the source."""
    cells = []
    at = 1
    while at < len(row):
        match = _CELL.match(row, at)
        assert match is not None
        raw = match.group()
        left = at + len(raw) - len(raw.lstrip())
        trimmed = raw.strip()
        cells.append(Cell(trimmed, Span(start + left, start + left + max(len(trimmed), 1))))
        at = match.end() + 1
    return cells


def unquoted(literal: str) -> str:
    """The text of a string literal: `""` in it is one quotation mark."""
    match = _QUOTED.fullmatch(literal)
    if match is None:
        return literal
    return match[1].replace('""', '"') if match[1] is not None else match[2]


def number(written: str) -> int | float:
    """`1.000` is a thousand, `1,5` is one and a half, as Vietnamese texts write them.

    Raises CellError for more digits than a number is told by.
    """
    if len(written) > 2 * DIGITS or sum(map(str.isdigit, written)) > DIGITS:
        raise CellError("pack.bad-number")
    plain = written.replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def canonical_unit(written: str) -> str | None:
    """The canonical unit of a spelling in either language, None if there is no such unit."""
    plain = " ".join(written.lower().split())
    for name, unit in UNITS.items():
        if plain in (unit.vi, *unit.vi_forms, *unit.en_forms):
            return name
    return None


def condition(cell: Cell) -> Condition:
    """The head of a row or column. Raises CellError."""
    text, span = cell
    if open_band := _FROM_BAND.fullmatch(text):
        return RankBand(int(open_band[1]), LOWEST_RANK, span=span)
    if _ONWARDS.fullmatch(text):
        raise CellError("pack.rank-onwards")
    if band := _BAND.fullmatch(text):
        low = int(number(band[1]))
        return RankBand(low, int(number(band[2])) if band[2] else low, span=span)
    if _OTHERWISE.fullmatch(text):
        return Otherwise(span=span)
    if ranged := _RANGE.fullmatch(text):
        high = _quantity(ranged[3], ranged[4], span)
        low_unit = ranged[2].strip() or ranged[4]
        return RangeOf(_quantity(ranged[1], low_unit, span), high, span=span)
    if text[:1].isdigit():
        return _amount(cell)
    return Text(_words(cell), span=span)


def value(cell: Cell) -> Quantity | Text | None:
    """What a cell under a condition says; None for `-`. Raises CellError."""
    if cell.text in _NO_LIMIT:
        return None
    if cell.text[:1].isdigit():
        return _amount(cell)
    return Text(_words(cell), span=cell.span)


def _words(cell: Cell) -> str:
    if not cell.text:
        raise CellError("pack.empty-cell")
    if cell.text[0] in '"“' and _QUOTED.fullmatch(cell.text):
        return unquoted(cell.text)
    return " ".join(cell.text.split())


def _amount(cell: Cell) -> Quantity:
    match = _QUANTITY.fullmatch(cell.text)
    if match is None:
        raise CellError("pack.bad-number")
    return _quantity(match[1], match[2], cell.span)


def _quantity(written: str, unit: str, span: Span) -> Quantity:
    if not unit.strip():
        return Quantity(number(written), span=span)
    canonical = canonical_unit(unit)
    if canonical is None:
        raise CellError("pack.unknown-unit")
    return Quantity(number(written), canonical, span=span)
