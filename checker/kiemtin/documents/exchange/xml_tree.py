"""XML from outside, as a tree: nothing is fetched, no entity is put in, and what a document declares of its
own (an internal subset) is refused. The identifier of a document type may stand: old standards ask for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kiemtin.documents.decoding import declared
from kiemtin.documents.exchange.pieces import Source
from kiemtin.documents.limits import ELEMENTS
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

Element = Any
"""An element of lxml."""
_SUBSET = re.compile(r"<!DOCTYPE[^\[>]*\[")
_DEEPEST = 200


def parse(data: bytes, source: Source) -> Element:
    """The root. Raises DocumentError for what is malformed, too deep, or declares entities."""
    from lxml import etree

    place = FilePlace(source.path)
    data = declared(data, source.path)
    ELEMENTS.hold(data.count(b"<") + data.count(b"\x00<"), place)
    if _SUBSET.search(_head(data)):
        raise source.refused("xml-internal-subset")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise DocumentError(
            Problem("xml-malformed", FilePlace(source.path, line or None, column or None))
        ) from None
    if root.getroottree().docinfo.internalDTD is not None and _declares(root):
        raise source.refused("xml-internal-subset")
    return root


def _declares(root: Element) -> bool:
    return bool(list(root.getroottree().docinfo.internalDTD.iterentities()))


def _head(data: bytes) -> str:
    """The beginning as letters, whatever the encoding: enough to see a document type."""
    return data[:20_000].replace(b"\x00", b"").decode("latin-1")


def name_of(element: Element) -> str:
    """Its local name; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, path: str) -> Iterator[tuple[Element, str, str]]:
    """Each child with its local name and its path, numbered where several have one name."""
    counts: dict[str, int] = {}
    names = [name_of(child) for child in element]
    for child, name in zip(element, names, strict=True):
        if not name:
            continue
        counts[name] = counts.get(name, 0) + 1
        several = counts[name] > 1
        yield child, name, f"{path}/{name}[{counts[name]}]" if several else f"{path}/{name}"


def find(element: Element | None, *names: str) -> Element | None:
    """The first descendant along local names."""
    for name in names:
        if element is None:
            return None
        element = next((child for child in element if name_of(child) == name), None)
    return element


def words(element: Element | None) -> str:
    """All its text with single spaces."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def walk(element: Element, path: str, depth: int = 0) -> Iterator[tuple[Element, str, str, int]]:
    """All descendants in the order of the text, with name, path and depth; not deeper than 200 levels."""
    if depth > _DEEPEST:
        return
    for child, name, place in children(element, path):
        yield child, name, place, depth
        yield from walk(child, place, depth + 1)
