"""OpenDocument texts (.odt) of ODF 1.2 and 1.3: the view with all tracked changes accepted, as one item.

Read as a text file of its paragraphs is: a head with `key: value`, the headline first. Annotations, fields of
page numbers and what was deleted are no text; headers and footers are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kiemtin.documents import plain_text
from kiemtin.documents.model import Block, Document, Item, Metadata, Note, Origin
from kiemtin.documents.packages import Package
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.records import replace

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_NO_TEXT = frozenset(
    {f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note-citation", f"{_TEXT}page-number",
     f"{_TEXT}sequence-decls", f"{_OFFICE}forms", f"{_TEXT}table-of-content"}
)  # fmt: skip
_DEEPEST = 200
_LONGEST_KEY = 32
"""Within so many characters a line of the head has its colon."""
_MANIFEST = "META-INF/manifest.xml"


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """Raises DocumentError."""
    package = Package(data, path)
    if "content.xml" not in package.names:
        raise DocumentError(Problem("package-not-zip", FilePlace(path)))
    if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
        raise DocumentError(Problem("package-encrypted", FilePlace(path)))
    root = package.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise DocumentError(Problem("odt-no-text", FilePlace(path)))
    found = [" ".join(words.split()) for words in _paragraphs(body)]
    whole, numbers = _as_text(found)
    document = plain_text.read_text(whole, path, overrides=overrides, digest=sha256(data).hexdigest())
    notes = [note for note in document.notes if note.code != "text-old-encoding"]
    notes += _notes(body)
    items = tuple(_with_paragraphs(item, numbers) for item in document.items)
    return replace(document, items=items, source=None, notes=tuple(notes))


def _as_text(found: list[str]) -> tuple[str, list[int]]:
    """The paragraphs as a text file has them, an empty line before each but those of the head; and of which
    paragraph each line is."""
    lines: list[str] = []
    numbers: list[int] = []
    in_head = True
    for number, words in enumerate(found, start=1):
        in_head = in_head and 0 < words.find(":") <= _LONGEST_KEY
        row = [words] if in_head else ["", words]
        lines += row
        numbers += [number] * len(row)
    return "\n".join(lines), numbers


def _with_paragraphs(item: Item, numbers: list[int]) -> Item:
    """Lines of the text made are paragraphs of the file."""
    blocks = tuple(
        Block(block.zone, block.start, block.end, Origin("paragraph", numbers[block.origin.index - 1]))
        for block in item.blocks
    )
    return replace(item, blocks=blocks)


def _paragraphs(element: Element, depth: int = 0) -> Iterator[str]:
    """The paragraphs below an element, in cells and frames too, in the order of the file."""
    if depth > _DEEPEST:
        return
    for child in element:
        if child.tag in _NO_TEXT:
            continue
        if child.tag in _PARAGRAPHS:
            words: list[str] = []
            inner: list[Element] = []
            _words(child, words, inner, 0)
            yield "".join(words)
            for each in inner:
                yield from _paragraphs(each, depth + 1)
        else:
            yield from _paragraphs(child, depth + 1)


def _words(element: Element, words: list[str], inner: list[Element], depth: int) -> None:
    """The words of a paragraph; what holds paragraphs of its own (frames, notes) goes to `inner`."""
    words.append(element.text or "")
    for child in element:
        name = child.tag
        if name in _NO_TEXT or depth > _DEEPEST:
            pass
        elif name in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            words.append(" ")
        elif any(each.tag in _PARAGRAPHS for each in child.iter()):
            inner.append(child)
        else:
            _words(child, words, inner, depth + 1)
        words.append(child.tail or "")


def _notes(body: Element) -> list[Note]:
    changed = next(iter(body.iter(f"{_TEXT}changed-region")), None) is not None
    return [Note("odt-changes-accepted")] if changed else []
