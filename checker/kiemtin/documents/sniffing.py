"""The format of bytes that come without a name, by their content."""

from __future__ import annotations

import re

from kiemtin.foundation.problems import DocumentError

_HEAD = 8_000
"""Bytes in which the header of a rundown is looked for."""
_XML = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:\?xml|!doctype nitf|nitf|newsItem|newsMessage|mos)\b"
_NSML = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?<nsml\b"
_HTML = rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|article|p|h1|div)\b"


def suffix_of(data: bytes) -> str:
    """The extension whose reader is to read `data`, `.txt` if it is no other.

    A package that is neither is left to the reader of Word files, which says what it is.
    """
    if data.startswith(b"PK"):
        if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
            return ".odt"
        if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in data[:200]:
            return ".ods"
        if b"PK\x01\x02" in data and b"[Content_Types].xml" not in data and b"xl/workbook.xml" not in data:
            return ".docx" if b"word/" in data else ".zip"
        return ".xlsx" if b"xl/workbook.xml" in data else ".docx"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        # Word's old form, or a package behind a password: the reader of Word files tells which.
        return ".doc" if b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0" in data else ".docx"
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if re.match(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*\"|\[\s*\{\s*\")", data[:_HEAD]):
        return ".json"
    head = data[:_HEAD].replace(b"\0", b"")
    if re.match(_NSML, head, re.I):
        return ".nsml"
    if re.match(_XML, head, re.I):
        return ".html" if re.search(rb"<html\b|<!doctype html", data[:_HEAD], re.I) else ".xml"
    if re.match(_HTML, data[:_HEAD], re.I):
        return ".html"
    if _is_rundown(data[:_HEAD]):
        return ".csv"
    return ".md" if _is_markdown(data[:_HEAD]) else ".txt"


def _is_rundown(head: bytes) -> bool:
    if not any(sign in head for sign in (b",", b";", b"\t", b"|")):
        return False
    from kiemtin.documents.delimited import has_header

    try:
        return has_header(head.rpartition(b"\n")[0] or head)
    except DocumentError:
        return False


def _is_markdown(head: bytes) -> bool:
    """Whether a line is a heading of Markdown: no other sign of it is never text."""
    return re.search(rb"^#{1,6} \S", head, re.M) is not None
