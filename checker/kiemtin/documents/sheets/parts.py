"""Parts of a workbook by name and by relation, and one pass over the XML of a part.

Names are matched as Excel matches them: case and the direction of slashes do not matter, and prefixes of
elements are dropped, so that strict and transitional files read alike.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from typing import NamedTuple

from kiemtin.documents.packages import Package
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

Start = Callable[[str, Mapping[str, str]], None]
"""Called with the local name of an element and its attributes, prefixes kept."""
End = Callable[[str], None]


class Relation(NamedTuple):
    kind: str
    """The last word of its type: `worksheet`, `styles`."""
    target: str


class EnoughError(Exception):
    """Raised by a handler that needs no more of a part."""


class Parts:
    """The parts of one package."""

    def __init__(self, data: bytes, path: str) -> None:
        self.package = Package(data, path)
        self.path = path
        self._names = {_plain(name): name for name in reversed(self.package.names)}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._names

    def read(self, name: str) -> bytes:
        return self.package.read(self._names.get(_plain(name), name))

    def scan(self, name: str, start: Start, end: End, text: Callable[[str], None] | None = None) -> None:
        """Hand the elements of a part to the handlers. Raises DocumentError; builds no tree.

        A DOCTYPE, and so any entity, is refused; how deep elements nest costs nothing here.
        """
        from xml.parsers.expat import ExpatError, ParserCreate

        data = self.read(name)
        self.package.hold_elements(data)

        def doctype(*_: object) -> None:
            raise DocumentError(Problem("package-doctype", FilePlace(self.path), {"part": name}))

        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = doctype
        if _has_prefixes(data):
            parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
            parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
        else:
            parser.StartElementHandler, parser.EndElementHandler = start, end
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            parser.Parse(data, True)
        except EnoughError:
            return
        except (ExpatError, ValueError, LookupError):
            raise DocumentError(Problem("package-bad-xml", FilePlace(self.path), {"part": name})) from None

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part (the whole package for "") refers to, by id; links to outside are left out."""
        folder, base = posixpath.split(name.replace("\\", "/"))
        beside = posixpath.join(folder, "_rels", f"{base}.rels")
        found: dict[str, Relation] = {}
        if beside not in self:
            return found

        def start(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "").replace("\\", "/")
                target = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = Relation(kind, posixpath.normpath(target))

        self.scan(beside, start, _nothing)
        return found


def attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """An attribute by its local name, whatever its prefix."""
    for key, value in attributes.items():
        if key.rpartition(":")[2] == name:
            return value
    return None


def is_on(value: str | None) -> bool:
    """Whether an attribute of type boolean is set; an element's `val` that is missing is on."""
    return value is None or value.strip().lower() in ("1", "true", "on")


def _has_prefixes(data: bytes) -> bool:
    """Whether any element may have a prefix: a few parts in a hundred, but each element costs a look."""
    import re

    return b"\0" in data[:100] or re.search(rb"<[^\s<>:/?!\"']{1,80}:", data) is not None


def _nothing(_: str) -> None:
    pass


def _plain(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/").lower()
