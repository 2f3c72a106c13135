"""Word files (.docx): the view with all revisions accepted (or, if asked, none), as one item.

The document's text is its paragraphs joined by newlines: first the body, then documents embedded in
it (altChunk), footnotes and endnotes, then headers and footers (zone METADATA: they belong to the page). A
block covers its whole paragraph from the first character on, so that an offset in a block leads to the run
in `word_paragraphs`; the first block of an origin starts where its paragraph starts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiemtin.documents.keys import plain_key
from kiemtin.documents.limits import EMBEDDED, KEYS, UNPACKED_BYTES
from kiemtin.documents.model import Block, Document, Item, Metadata, Note, Origin, Revisions, Zone
from kiemtin.documents.packages import Package
from kiemtin.documents.segmentation import segment
from kiemtin.documents.word_paragraphs import (
    ACCEPTED,
    NOT_READ,
    ORIGINAL,
    Element,
    Paragraph,
    Unread,
    View,
    has_revisions,
    paragraphs,
)
from kiemtin.documents.word_parts import MAIN_PART, PARTS, default_font, main_part, related_parts
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.text import normalize

if TYPE_CHECKING:
    from kiemtin.documents.front_matter import Entry

_DASHES = ("-", "–", "—")
_LONGEST_KEY = 32
"""Within so many characters a line of front matter has its colon."""

_STYLE_ZONES = {
    "title": Zone.HEADLINE,
    "tit": Zone.HEADLINE,
    "tit chinh": Zone.HEADLINE,
    "tieu de": Zone.HEADLINE,
    "caption": Zone.CAPTION,
    "chu thich": Zone.CAPTION,
    "chu thich anh": Zone.CAPTION,
    "sapo": Zone.LEAD,
    "sa po": Zone.LEAD,
    "lead": Zone.LEAD,
}
_FIRST_HEADING = frozenset({"heading1", "heading 1", "dau de 1"})
"""Styles that mark the headline only where they occur first and no title does: later ones are subheads."""
_BODY_STYLES = frozenset(
    ("", "normal", "normalweb", "listparagraph", "bodytext", "bodytext2", "bodytext3", "nospacing",
     "footnotetext", "endnotetext", "header", "footer", *(f"heading{level}" for level in range(2, 10)))
)  # fmt: skip
_STYLE_ID = re.compile(rb'[^>]*?\bw:styleId="([^"]*)"[^>]*>\s*<w:name\s+w:val="([^"]*)"')


def read(
    data: bytes, path: str, overrides: Metadata | None = None, revisions: Revisions = "accepted"
) -> Document:
    """One item from the bytes of a .docx, with its tracked revisions accepted or as it was before them.

    Raises DocumentError.
    """
    package = Package(data, path)
    try:
        return _read(package, path, overrides, sha256(data).hexdigest(), revisions)
    except RecursionError:
        arguments = {"part": MAIN_PART}
        raise DocumentError(Problem("package-bad-xml", FilePlace(path), arguments)) from None


def _read(
    package: Package, path: str, overrides: Metadata | None, digest: str, revisions: Revisions
) -> Document:
    view = ORIGINAL if revisions == "original" else ACCEPTED
    main = main_part(package)
    root = package.xml(main)
    related = related_parts(package, main)
    styles = related.get("styles", [""])[0]
    unread: Unread = set()
    font = default_font(package, styles)
    parts = [("document", Zone.BODY, list(paragraphs(root, unread, font, view)))]
    parts += _embedded(package, related, unread, view)
    revised = has_revisions(root)
    for kind in PARTS:
        for name in sorted(related.get(kind, ())):
            part_root = package.xml(name)
            zone = Zone.BODY if kind in ("footnotes", "endnotes") else Zone.METADATA
            part = name.rpartition("/")[2].removesuffix(".xml")
            part = kind if zone is Zone.BODY else part
            parts.append((part, zone, list(paragraphs(part_root, unread, font, view))))
            revised |= has_revisions(part_root)
    reading = _Reading(package, path, parts, styles, original=view is ORIGINAL)
    return reading.document(overrides, digest, revised=revised, unread=unread)


def _embedded(
    package: Package, related: dict[str, list[str]], unread: Unread, view: View
) -> list[tuple[str, Zone, list[Paragraph]]]:
    """Word documents that the body embeds (altChunk); others stay unread, as a note says."""
    chunks = related.get("aFChunk", ())
    if not chunks:
        return []
    read: list[tuple[str, Zone, list[Paragraph]]] = []
    unpacked = 0
    for name in chunks[: EMBEDDED.most]:
        data = package.read(name)
        if not data.startswith(b"PK"):
            break
        inner = Package(data, package.path)
        found = list(paragraphs(inner.xml(main_part(inner)), unread, None, view))
        unpacked += inner.unpacked
        UNPACKED_BYTES.hold(unpacked, FilePlace(package.path))
        read.append((name.rpartition("/")[2], Zone.BODY, found))
    if len(read) == len(chunks):
        unread.discard("word-embedded-document")
    return read


class _Reading:
    """The text of a package's paragraphs and the zones of its blocks."""

    def __init__(
        self,
        package: Package,
        path: str,
        parts: list[tuple[str, Zone, list[Paragraph]]],
        styles: str,
        *,
        original: bool,
    ) -> None:
        self._path = path
        self._styles_part, self._original = styles, original
        self._package = package
        self._style_names: dict[str, str] | None = None
        self._blocks: list[Block] = []
        self._paragraphs: list[Paragraph] = []
        self._behind_picture: set[int] = set()
        pieces: list[str] = []
        at = 0
        behind = False
        for part, zone, found in parts:
            signs = _signs(found) if any(paragraph.cell for paragraph in found) else {}
            for index, paragraph in enumerate(found, start=1):
                sign = signs.get(index)
                between = ("\n" if sign is None else sign) if pieces else ""
                pieces.append(between)
                at += len(between)
                text = normalize(paragraph.text).text
                if "\n" in text:
                    from kiemtin.documents.line_breaks import unbroken

                    text = unbroken(text)
                if text.strip():
                    if behind and zone is Zone.BODY:
                        self._behind_picture.add(len(self._blocks))
                    origin = Origin("paragraph", index, None, part)
                    heads = -index in signs
                    self._blocks.append(Block(Zone.METADATA if heads else zone, at, at + len(text), origin))
                    self._paragraphs.append(paragraph)
                    behind = False
                behind = paragraph.has_picture or (behind and not text.strip())
                pieces.append(text)
                at += len(text)
            behind = False
        self._text = "".join(pieces)
        self._styles = [self._style(paragraph) for paragraph in self._paragraphs]
        titled = any(_STYLE_ZONES.get(style) is Zone.HEADLINE for style in self._styles)
        headings = (index for index, style in enumerate(self._styles) if style in _FIRST_HEADING)
        self._heading = None if titled else next(headings, None)

    def document(self, overrides: Metadata | None, digest: str, *, revised: bool, unread: Unread) -> Document:
        metadata, told, notes, used = self._said_about()
        flat: list[Block] = []
        behind: set[int] = set()
        for index in range(len(self._blocks)):
            if index in self._behind_picture:
                behind.add(len(flat))
            flat += self._zoned(index, told, used)
        zoned = segment(self._text, flat, behind)
        if all(block.zone is Zone.METADATA for block in zoned):
            raise DocumentError(Problem("document-empty", FilePlace(self._path)))
        if revised:
            notes.insert(0, Note("word-has-revisions" if not self._original else "word-without-revisions"))
        notes += [Note(code, unread=code in NOT_READ) for code in sorted(unread)]
        metadata = metadata.overridden(overrides)
        item = Item(zoned, metadata)
        return Document(self._path, "item", self._text, (item,), metadata, None, tuple(notes), digest)

    def _said_about(self) -> tuple[Metadata, dict[Zone, Span], list[Note], int]:
        """Metadata from front matter or a first table of keys, and how far in the text that goes."""
        opening = self._text.lstrip()
        if (
            opening[:1] not in _DASHES
            and not opening.startswith("+++")
            and ":" not in opening[:_LONGEST_KEY].partition("\n")[0]
            and (not self._paragraphs or self._paragraphs[0].cell is None)
        ):
            return Metadata(), {}, [], 0
        # Most pieces have none, and it brings parsers of all values.
        from kiemtin.documents import front_matter

        borders = {
            block.end
            for block, paragraph in zip(self._blocks[:40], self._paragraphs, strict=False)
            if paragraph.underlined
        }
        region = front_matter.find(self._text, self._place, from_word=True, borders=borders)
        if region is not None:
            found = front_matter.entries(self._text, region, self._place)
            return (*front_matter.read(found, self._place), region[2])
        entries, end = self._table_of_keys()
        return (*front_matter.read(entries, self._place), end)

    def _table_of_keys(self) -> tuple[list[Entry], int]:
        """The first table, if nothing but it opens the file and a key of ours stands left in most rows."""
        rows: dict[int, dict[int, Span]] = {}
        for block, paragraph in zip(self._blocks, self._paragraphs, strict=True):
            if paragraph.cell is None or paragraph.cell[0] != 0 or block.origin.part != "document":
                break
            _, row, column = paragraph.cell
            cells = rows.setdefault(row, {})
            start = cells[column].start if column in cells else block.start
            cells[column] = Span(start, block.end)
        if not rows or any(set(cells) - {0, 1} for cells in rows.values()):
            return [], 0
        entries = []
        for cells in rows.values():
            if 0 not in cells:
                return [], 0
            key = self._trimmed(cells[0], " \t\r\n:")
            value = self._trimmed(cells[1]) if 1 in cells else Span(key.end, key.end)
            entries.append((key.of(self._text), key, value.of(self._text), value))
        from kiemtin.documents.metadata_fields import FIELD_OF_KEY

        known = sum(plain_key(entry[0]) in FIELD_OF_KEY for entry in entries)
        if known * 2 <= len(entries):
            return [], 0
        KEYS.hold(len(entries), FilePlace(self._path))
        return entries, max(span.end for cells in rows.values() for span in cells.values())

    def _trimmed(self, span: Span, signs: str | None = None) -> Span:
        text = span.of(self._text)
        start = span.start + len(text) - len(text.lstrip(signs))
        return Span(start, max(start, span.start + len(text.rstrip(signs))))

    def _zoned(self, index: int, told: dict[Zone, Span], used: int) -> list[Block]:
        block = self._blocks[index]
        if block.zone is not Zone.BODY:
            return [block]
        if block.start < used:
            return _split(block, told)
        zone = Zone.BODY
        if block.origin.part == "document":
            zone = self._style_zone(index)
        return [block if zone is Zone.BODY else Block(zone, block.start, block.end, block.origin)]

    def _style_zone(self, index: int) -> Zone:
        return Zone.HEADLINE if index == self._heading else _STYLE_ZONES.get(self._styles[index], Zone.BODY)

    def _style(self, paragraph: Paragraph) -> str:
        """The style of a paragraph as our tables name it: by its id, or by the name of that id."""
        style = paragraph.style or ""
        if style.lower() in _BODY_STYLES:
            return ""
        key = plain_key(style)
        if key in _STYLE_ZONES or key in _FIRST_HEADING:
            return key
        if self._style_names is None:
            self._style_names = self._read_style_names()
        return plain_key(self._style_names.get(style, style))

    def _read_style_names(self) -> dict[str, str]:
        if not self._styles_part:
            return {}
        data = self._package.read(self._styles_part)
        # The part is large and only names are wanted; every program of note writes it in this form.
        found = [_STYLE_ID.match(style[:2000]) for style in data.split(b"<w:style ")[1:]]
        quick = {
            match[1].decode("utf-8", "replace"): match[2].decode("utf-8", "replace")
            for match in found
            if match is not None
        }
        if quick:
            return quick
        names = {}
        root: Element = self._package.xml(self._styles_part)
        w = root.tag[: root.tag.index("}") + 1] if "}" in root.tag else ""
        for style in root.iter(w + "style"):
            name = style.find(w + "name")
            if name is not None:
                names[style.get(w + "styleId")] = name.get(w + "val") or ""
        return names

    def _place(self, span: Span) -> FilePlace:
        """A place in the file: its paragraph stands for the line."""
        block = next((block for block in self._blocks if block.end > span.start), self._blocks[-1])
        text = block.span.of(self._text)
        length = max(1, min(len(span), block.end - span.start))
        return FilePlace(self._path, block.origin.index, span.start - block.start + 1, length, text)


def _signs(found: list[Paragraph]) -> dict[int, str]:
    # Most drafts have no table.
    from kiemtin.documents.word_tables import cell_signs

    return cell_signs(found)


def _split(block: Block, told: dict[Zone, Span]) -> list[Block]:
    """A paragraph of metadata, but for the part that is headline or lead."""
    for zone, span in told.items():
        if span.start < block.end and block.start < span.end:
            start, end = max(block.start, span.start), min(block.end, span.end)
            parts = [(Zone.METADATA, block.start, start), (zone, start, end), (Zone.METADATA, end, block.end)]
            return [Block(z, a, b, block.origin) for z, a, b in parts if a < b]
    return [Block(Zone.METADATA, block.start, block.end, block.origin)]
