"""The text of PDF files (.pdf; extra `pdf`), page by page in the order in which the file gives it.

A page has no paragraphs, only lines, which are joined. Columns, boxes and running heads stand where the file
puts them, so what is read may be in another order than the eye's: that is told.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from kiemtin.documents import plain_text
from kiemtin.documents.extras import needs
from kiemtin.documents.limits import PAGES
from kiemtin.documents.model import Document, Item, Metadata, Note, Origin
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem
from kiemtin.foundation.records import replace

if TYPE_CHECKING:
    from pypdf import PdfReader

_ENDS = re.compile(r"[.!?…:;”\"»)]\s*$")
_SHORT = 0.75
"""A line shorter than this part of the longest of its page ends a paragraph."""


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """Raises DocumentError: encrypted, damaged, too many pages, or pictures of pages without text."""
    lines: list[str] = []
    pages: list[int] = []
    for number, text in enumerate(_pages(data, path), start=1):
        for paragraph in _paragraphs(text):
            lines += [paragraph, ""]
            pages += [number, number]
    if not lines:
        raise DocumentError(Problem("pdf-without-text", FilePlace(path)))
    document = plain_text.read_text(
        "\n".join(lines), path, overrides=overrides, digest=sha256(data).hexdigest()
    )
    items = tuple(_with_pages(item, pages) for item in document.items)
    notes = (*document.notes, Note("pdf-order"))
    return replace(document, items=items, source=None, notes=notes)


def _pages(data: bytes, path: str) -> list[str]:
    reader = _opened(data, path)
    try:
        PAGES.hold(len(reader.pages), FilePlace(path))
        return [page.extract_text() or "" for page in reader.pages]
    except DocumentError:
        raise
    except Exception as error:  # the library lets through whatever a broken page makes of its tables
        raise DocumentError(
            Problem("pdf-damaged", FilePlace(path), {"reason": type(error).__name__})
        ) from None


def _opened(data: bytes, path: str) -> PdfReader:
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise needs("pdf", "pypdf", path) from None
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(Problem("pdf-encrypted", FilePlace(path)))
    except (PyPdfError, ValueError, OSError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise DocumentError(
            Problem("pdf-damaged", FilePlace(path), {"reason": type(error).__name__})
        ) from None
    return reader


def _paragraphs(text: str) -> list[str]:
    """Lines joined up to one that ends a sentence and is short, or is followed by an empty one."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    longest = max(map(len, lines), default=0)
    found: list[str] = []
    open_: list[str] = []
    for line in lines:
        if not line:
            found += [" ".join(open_)] if open_ else []
            open_ = []
            continue
        open_.append(line)
        if len(line) < _SHORT * longest and (_ENDS.search(line) or len(open_) == 1):
            found.append(" ".join(open_))
            open_ = []
    return found + ([" ".join(open_)] if open_ else [])


def _with_pages(item: Item, pages: list[int]) -> Item:
    """The blocks by page, each counted on its own."""
    counted: dict[int, int] = {}
    blocks = []
    for block in item.blocks:
        page = pages[min(block.origin.index, len(pages)) - 1]
        counted[page] = counted.get(page, 0) + 1
        origin = Origin("paragraph", counted[page], None, f"page{page}")
        blocks.append(replace(block, origin=origin))
    return replace(item, blocks=tuple(blocks))
