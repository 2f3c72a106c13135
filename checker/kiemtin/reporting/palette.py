"""Colour on a terminal, nothing elsewhere: meaning never rests on colour alone."""

from __future__ import annotations

from typing import Literal

Role = Literal["must", "should", "note", "strong", "faint", "good"]

_CODES: dict[Role, str] = {
    "must": "1;31",
    "should": "1;33",
    "note": "1;36",
    "strong": "1",
    "faint": "2",
    "good": "32",
}


class Palette:
    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def paint(self, text: str, role: Role) -> str:
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self._colour and text else text


PLAIN = Palette(colour=False)
