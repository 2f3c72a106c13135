"""Which parts of a Word file hold its text, by its relations rather than by fixed names."""

from __future__ import annotations

import re
from posixpath import normpath

from kiemtin.documents.packages import Package

MAIN_PART = "word/document.xml"
PARTS = ("footnotes", "endnotes", "header", "footer")
"""In the order in which they are read; those of the page are beside the text."""
_FONT = re.compile(rb'w:(?:ascii|hAnsi)="((?:\.Vn|VNI-)[^"]*)"')


def main_part(package: Package) -> str:
    """The part that holds the body: nearly always `word/document.xml`, else what the relations name."""
    if MAIN_PART in package.names or "_rels/.rels" not in package.names:
        return MAIN_PART
    for relation in package.xml("_rels/.rels"):
        if (relation.get("Type") or "").endswith("/officeDocument"):
            return (relation.get("Target") or MAIN_PART).lstrip("/")
    return MAIN_PART


def related_parts(package: Package, main: str) -> dict[str, list[str]]:
    """Names of the parts that go with the body, by kind: as its relations say, else as Word names them."""
    folder, _, name = main.rpartition("/")
    found: dict[str, list[str]] = {}
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    names = set(package.names)
    if relations in names:
        for relation in package.xml(relations):
            target = relation.get("Target") or ""
            whole = (
                target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}").lstrip("/")
            )
            kind = (relation.get("Type") or "").rpartition("/")[2]
            if relation.get("TargetMode") != "External" and whole in names:
                found.setdefault(kind, []).append(whole)
    for part in names:
        kind = part.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        if part.startswith("word/") and part.endswith(".xml") and kind in (*PARTS, "styles"):
            kept = found.setdefault(kind, [])
            if not kept or (kind in ("header", "footer") and part not in kept):
                kept.append(part)
    return found


def default_font(package: Package, styles: str) -> str | None:
    """The font of text that names none, if it is one of an old encoding."""
    if not styles:
        return None
    data = package.read(styles)
    if b'".Vn' not in data and b'"VNI-' not in data:
        return None
    for opening, closing in ((b"<w:docDefaults", b"</w:docDefaults>"), (b'w:default="1"', b"</w:style>")):
        at = data.find(opening)
        font = _FONT.search(data, at, data.find(closing, at)) if at >= 0 else None
        if font is not None:
            return font[1].decode("utf-8", "replace")
    return None
