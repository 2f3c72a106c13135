"""Bytes to text: UTF-8, or UTF-16 with its mark. Anything else is refused, never guessed."""

from __future__ import annotations

import codecs
import re

from kiemtin.foundation.places import FilePlace, LineIndex, Span
from kiemtin.foundation.problems import DocumentError, Problem

_CONTAINERS = (
    (b"PK\x03\x04", "text-is-zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "text-is-old-office"),
    (b"%PDF-", "text-is-pdf"),
    (b"{\\rtf", "text-is-rtf"),
)


def decode(data: bytes, path: str) -> str:
    """The text of a file; only a byte order mark is dropped, ends of lines stay.

    Raises DocumentError for bytes that are not text in UTF-8 or UTF-16: an eight-bit Vietnamese
    encoding cannot be told from another, and a wrong guess changes names.
    """
    for start, code in _CONTAINERS:
        if data.startswith(start):
            raise DocumentError(Problem(code, FilePlace(path)))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _decode_utf16(data, path)
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise DocumentError(_not_utf8(data, error.start, path)) from None
    if "\0" in text:
        at = text.index("\0")
        place = LineIndex(text).place(path, Span(at, at + 1))
        raise DocumentError(Problem("text-has-nul", FilePlace(path, place.line, place.column)))
    return text


def declared(data: bytes, path: str) -> bytes:
    """XML in UTF-8 without its declaration if it is UTF-16, whatever that says; else `data` as it is.

    Systems that speak UTF-16 write files whose declaration still says UTF-8. Raises DocumentError.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = decode(data, path)
    elif data.startswith((b"<\0", b"\0<")):
        mark = codecs.BOM_UTF16_LE if data.startswith(b"<") else codecs.BOM_UTF16_BE
        text = decode(mark + data, path)
    else:
        return data
    return re.sub(r"\s*<\?xml[^>]*\?>", "", text, count=1).encode()


def _decode_utf16(data: bytes, path: str) -> str:
    encoding = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    try:
        return data[2:].decode(encoding)
    except UnicodeDecodeError as error:
        before = data[2 : 2 + error.start].decode(encoding)
        problem = Problem(
            "text-bad-utf16",
            _after(before, path),
            {"bytes": _hex(data[2 + error.start : 2 + error.start + 2]), "offset": 2 + error.start},
        )
        raise DocumentError(problem) from None


def _not_utf8(data: bytes, at: int, path: str) -> Problem:
    # `at` counts from behind a UTF-8 mark, which the decoder takes away first.
    if data.startswith(codecs.BOM_UTF8):
        at += len(codecs.BOM_UTF8)
    before = data[:at].decode("utf-8-sig")
    arguments = {"bytes": _hex(data[at : at + 1]), "offset": at}
    return Problem("text-not-utf8", _after(before, path), arguments)


def _after(before: str, path: str) -> FilePlace:
    """The place behind a readable beginning, with what could be read of its line as excerpt."""
    line, column = LineIndex(before).line_column(len(before))
    excerpt = before[len(before) - column + 1 :]
    return FilePlace(path, line, column, 1, excerpt[-80:] if len(excerpt) <= 80 else None)


def _hex(data: bytes) -> str:
    return " ".join(f"0x{byte:02X}" for byte in data)
