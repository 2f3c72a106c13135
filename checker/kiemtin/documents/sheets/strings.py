"""Texts of cells: runs of which some may be struck through, and Excel's escapes for control characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from kiemtin.documents.sheets.parts import Parts, is_on
from kiemtin.foundation.text import normalize


class Text(NamedTuple):
    """What is left of a text without its struck-through runs, or all of it if they are the whole."""

    text: str
    struck: bool | None
    """None where no run has a font of its own: the cell's font decides."""


class Runs:
    """Collects one text from its elements: `t` in `si` or `is`, alone or in runs `r`; not its reading aid."""

    def __init__(self) -> None:
        self._runs: list[tuple[str, bool | None]] = []
        self._struck: bool | None = None
        self._text: list[str] | None = None
        self._aid = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "t":
            self._text = None if self._aid else []
        elif tag == "r":
            self._struck = None
        elif tag == "rPr":
            self._struck = False
        elif tag == "strike":
            self._struck = is_on(attributes.get("val"))
        elif tag == "rPh":
            self._aid = True

    def characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        if tag == "t" and self._text is not None:
            self._runs.append((unescape("".join(self._text)), self._struck))
            self._text = None
        elif tag == "r":
            self._struck = None
        elif tag == "rPh":
            self._aid = False

    def take(self) -> Text:
        """The text so far; begins a new one."""
        runs, self._runs = self._runs, []
        self._struck, self._text, self._aid = None, None, False
        whole = "".join(text for text, _ in runs)
        if all(struck is None for _, struck in runs):
            return Text(whole, None)
        kept = "".join(text for text, struck in runs if not struck)
        return Text(kept, False) if kept.strip() else Text(whole, any(struck for _, struck in runs))


def read(parts: Parts, name: str | None) -> list[Text]:
    """The shared texts by index."""
    if name is None or name not in parts:
        return []
    found: list[Text] = []
    runs = Runs()

    def end(tag: str) -> None:
        if tag == "si":
            found.append(runs.take())
        else:
            runs.end(tag)

    parts.scan(name, runs.start, end, runs.characters)
    return found


_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])


def unescape(text: str) -> str:
    """`_x000D_` and its kind as the character they stand for; ends of lines are `\\n`, text is NFC."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
        # Two escaped halves are one character; a lone half is none.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").translate(_CONTROLS)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return normalize(text).text
