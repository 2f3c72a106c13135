"""Edits of a document's text, made in the bytes of its file: all else stays byte for byte."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from kiemtin.documents.decoding import decode
from kiemtin.documents.model import Document
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.text import NormalizedText

REWRITTEN = frozenset({".txt", ".md", ".markdown"})
"""Formats whose files are text that can be edited in place."""

TextEdit = tuple[int, int, str]
"""Start, end and new words, in offsets of the document's text."""


def can_rewrite(document: Document) -> bool:
    """Whether the file is text as it was read: no table, and not in an eight-bit encoding."""
    old = any(note.code == "text-old-encoding" for note in document.notes)
    return Path(document.path).suffix.lower() in REWRITTEN and document.source is not None and not old


def stands_alone(document: Document, edits: Sequence[TextEdit]) -> bool:
    """Whether each edit takes away nothing but the words it names: no markup stands between them in the
    file."""
    source = document.source
    assert source is not None
    whole = source.text if source.original is None else source.original
    if source.original is None and source.inner != (0,):
        return True  # only composed otherwise: clusters are whole
    return all(
        start == end or _words(whole[slice(*_range(source, start, end))]) == _words(document.text[start:end])
        for start, end, _ in edits
    )


def rewritten(document: Document, data: bytes, edits: Sequence[TextEdit]) -> bytes:
    """The file `data`, which the document was read from, with its edits; they do not overlap.

    Byte order mark, encoding, ends of lines and the composition of letters are kept. Raises ValueError if
    `data` is another file's.
    """
    source = document.source
    if source is None or sha256(data).hexdigest() != document.sha256:
        raise ValueError("not the file that was read")
    text = decode(data, document.path)
    form: Literal["NFC", "NFD"] = (
        "NFD" if unicodedata.is_normalized("NFD", text) and not text.isascii() else "NFC"
    )
    pieces: list[str] = []
    done = 0
    for start, end, words in sorted(edits):
        begin, until = _range(source, start, end)
        pieces += (text[done:begin], unicodedata.normalize(form, words))
        done = until
    pieces.append(text[done:])
    return _encoded("".join(pieces), data)


def _range(source: NormalizedText, start: int, end: int) -> tuple[int, int]:
    """Where in the file; an insertion stands behind markup that closes there."""
    begin = source.source_offset(start)
    return begin, max(begin, source.source_end(end)) if end > start else begin


def _words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text).split()


def _encoded(text: str, like: bytes) -> bytes:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if like.startswith(mark):
            return mark + text.encode(encoding)
    mark = codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8")
