"""The styles of a workbook, as far as they say something: what a number is, and what is struck through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kiemtin.documents.sheets.number_formats import Kind, built_in, kind_of
from kiemtin.documents.sheets.parts import Parts, is_on


class Style(NamedTuple):
    kind: Kind = Kind.NUMBER
    struck: bool = False


PLAIN = Style()


def read(parts: Parts, name: str | None) -> list[Style]:
    """The styles of cells by index; a style that refers to what is not there is plain."""
    if name is None or name not in parts:
        return []
    codes: dict[int, str] = {}
    struck: list[bool] = []
    cells: list[tuple[int, int]] = []
    within: list[str] = []

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        parent = within[-1] if within else ""
        within.append(tag)
        if tag == "numFmt" and parent == "numFmts":
            codes[_index(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif tag == "font" and parent == "fonts":
            struck.append(False)
        elif tag == "strike" and parent == "font" and struck and "fonts" in within:
            struck[-1] = is_on(attributes.get("val"))
        elif tag == "xf" and parent == "cellXfs":
            cells.append((_index(attributes.get("numFmtId")), _index(attributes.get("fontId"))))

    def end(_: str) -> None:
        within.pop()

    parts.scan(name, start, end)
    return [
        Style(
            kind_of(codes[number]) if number in codes else built_in(number),
            font < len(struck) and struck[font],
        )
        for number, font in cells
    ]


def _index(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 9 else 0
