"""Styles of an OpenDocument spreadsheet: what is struck through or not shown, and how a time is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kiemtin.documents.sheets.number_formats import Kind


class Style(NamedTuple):
    struck: bool = False
    hidden: bool = False
    kind: Kind | None = None
    """How lengths of time are shown; None where nothing says it."""


PLAIN = Style()
_DEEPEST = 20


class _Written(NamedTuple):
    parent: str
    data: str
    struck: bool | None
    hidden: bool | None


class Styles:
    """Collects the styles of `styles.xml` and `content.xml`; later ones stand in place of earlier ones."""

    def __init__(self) -> None:
        self._written: dict[tuple[str, str], _Written] = {}
        self._formats: dict[str, Kind] = {}
        self._at: tuple[str, str] | None = None
        self._format: str | None = None
        self._known: dict[tuple[str, str], Style] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "style":
            self._at = (attributes.get("style:family", ""), attributes.get("style:name", ""))
            parent = attributes.get("style:parent-style-name", "")
            data = attributes.get("style:data-style-name", "")
            self._written[self._at] = _Written(parent, data, None, None)
            self._known.clear()
        elif tag.endswith("-properties") and self._at is not None:
            kind = attributes.get("style:text-line-through-type")
            line = attributes.get("style:text-line-through-style")
            if kind is not None or line is not None:
                struck = "none" not in (kind, line)
                self._written[self._at] = self._written[self._at]._replace(struck=struck)
            if (display := attributes.get("table:display")) is not None:
                self._written[self._at] = self._written[self._at]._replace(hidden=display == "false")
        elif tag in ("time-style", "date-style"):
            self._format = attributes.get("style:name", "")
            self._formats[self._format] = Kind.MINUTES
        elif tag == "seconds" and self._format is not None:
            self._formats[self._format] = Kind.SECONDS

    def end(self, tag: str) -> None:
        if tag == "style":
            self._at = None
        elif tag in ("time-style", "date-style"):
            self._format = None

    def of(self, name: str, family: str) -> Style:
        """A style with what its parents say; plain if it is not there."""
        key = (family, name)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._settled(key)
        return found

    def _settled(self, key: tuple[str, str]) -> Style:
        struck: bool | None = None
        hidden: bool | None = None
        kind: Kind | None = None
        for _ in range(_DEEPEST):
            written = self._written.get(key)
            if written is None:
                break
            struck = written.struck if struck is None else struck
            hidden = written.hidden if hidden is None else hidden
            kind = self._formats.get(written.data) if kind is None else kind
            key = (key[0], written.parent)
        if struck is None and hidden is None and kind is None:
            return PLAIN
        return Style(bool(struck), bool(hidden), kind)
