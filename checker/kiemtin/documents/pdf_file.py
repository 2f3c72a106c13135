"""The text of PDF files (.pdf; extra `pdf`), page by page in the order in which the file gives it.

A page has no paragraphs, only lines, which are joined. Columns, boxes and running heads stand where the file
puts them, so what is read may be in another order than the eye's: that is told. A page that draws something
but has no text, and what the library had to guess in a damaged file, are parts that were not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
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
    from pypdf import PageObject, PdfReader

_ENDS = re.compile(r"[.!?…:;”\"»)]\s*$")
_SHORT = 0.75
"""A line shorter than this part of the longest of its page ends a paragraph."""
_DRAWS = re.compile(rb"(?<![^\s\])>])(?:Do|BI|[fFsS]|[fBb]\*?|sh)(?![^\s/\[(<])")
"""Operators that paint a picture or a shape: letters may be drawn by them too."""
_HARMLESS = "Ignoring wrong pointing object"
"""The beginning of a warning that many sound files bring about."""


def read(data: bytes, path: str, overrides: Metadata | None = None) -> Document:
    """Raises DocumentError: encrypted, damaged, too many pages, or pictures of pages without text."""
    lines: list[str] = []
    pages: list[int] = []
    with _warnings() as warned:
        texts, pictures = _pages(data, path)
    for number, text in enumerate(texts, start=1):
        for paragraph in _paragraphs(text):
            lines += [paragraph, ""]
            pages += [number, number]
    if not lines:
        raise DocumentError(Problem("pdf-without-text", FilePlace(path)))
    document = plain_text.read_text(
        "\n".join(lines), path, overrides=overrides, digest=sha256(data).hexdigest()
    )
    items = tuple(_with_pages(item, pages) for item in document.items)
    notes = [*document.notes, Note("pdf-order")]
    if pictures:
        notes.append(Note("pdf-page-is-picture", {"pages": ", ".join(map(str, pictures))}, unread=True))
    if warned:
        notes.append(Note("pdf-mended", unread=True))
    return replace(document, items=items, source=None, notes=tuple(notes))


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What the library says of the file meanwhile; none of it goes to where a program's log goes."""
    import logging

    told: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.WARNING and not record.getMessage().startswith(_HARMLESS):
                told.append(record.msg)

    log, kept = logging.getLogger("pypdf"), Kept()
    outward = log.propagate
    log.propagate = False
    log.addHandler(kept)
    try:
        yield told
    finally:
        log.removeHandler(kept)
        log.propagate = outward


def _pages(data: bytes, path: str) -> tuple[list[str], list[int]]:
    """The text of each page, and the numbers of those that are drawn without any."""
    reader = _opened(data, path)
    from pypdf.errors import DependencyError

    texts: list[str] = []
    pictures: list[int] = []
    try:
        PAGES.hold(len(reader.pages), FilePlace(path))
        for number, page in enumerate(reader.pages, start=1):
            texts.append(page.extract_text() or "")
            if not texts[-1].strip() and _draws(page):
                pictures.append(number)
    except DocumentError:
        raise
    except DependencyError:  # a cipher that is not installed
        raise DocumentError(Problem("pdf-encrypted", FilePlace(path))) from None
    except Exception as error:  # the library lets through whatever a broken page makes of its tables
        raise DocumentError(
            Problem("pdf-damaged", FilePlace(path), {"reason": type(error).__name__})
        ) from None
    return texts, pictures


def _draws(page: PageObject) -> bool:
    content = page.get_contents()
    return content is not None and _DRAWS.search(content.get_data()) is not None


def _opened(data: bytes, path: str) -> PdfReader:
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError:
        raise needs("pdf", "pypdf", path) from None
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(Problem("pdf-encrypted", FilePlace(path)))
    except DependencyError:
        raise DocumentError(Problem("pdf-encrypted", FilePlace(path))) from None
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
