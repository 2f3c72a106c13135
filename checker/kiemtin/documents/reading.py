"""One way in for every format: the reader is chosen by the name's extension, checked by the content."""

from __future__ import annotations

import errno
from os import fstat
from pathlib import Path
from typing import BinaryIO

from kiemtin.documents.limits import CHARACTERS, PACKAGE_BYTES, TEXT_BYTES, Limit
from kiemtin.documents.model import Document, Metadata, Revisions, Supplied
from kiemtin.foundation.paths import is_folder
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

_TEXTS = frozenset({".txt", ".md", ".markdown", ".csv", ".tsv"})
_EXCHANGE = frozenset({".json", ".xml", ".mos", ".nsml", ".html", ".htm"})
PACKAGES = frozenset({".docx", ".docm", ".xlsx", ".xlsm", ".odt", ".ods", ".zip", ".doc", ".rtf", ".pdf"})
EXTENSIONS = tuple(sorted(_TEXTS | _EXCHANGE | PACKAGES))
_KNOWN = ", ".join(EXTENSIONS)


def read_document(
    path: Path, *, overrides: Metadata | None = None, revisions: Revisions = "accepted"
) -> Document:
    """The document in a file; supplied fields of `overrides` stand in place of what the file says.

    Raises DocumentError, with problems in both languages, for whatever cannot be read as a whole.
    """
    document = _document(path, overrides, revisions)
    if not _names_files(document):
        return document
    from kiemtin.documents import page_plan

    def read(article: Path) -> Document:
        return _document(article, None, revisions)

    return page_plan.filled(document, path.parent, read, EXTENSIONS)


def _document(path: Path, overrides: Metadata | None, revisions: Revisions) -> Document:
    """The document in a file; of a page plan the table alone."""
    name = shown(path)
    most = _limit(path.suffix, name).most
    try:
        with path.open("rb") as stream:
            size = fstat(stream.fileno()).st_size
            # A pipe has no size; asking for the limit at once would reserve it.
            data = stream.read(most + 1 if size == 0 else min(size, most) + 1)
    except OSError as error:
        raise DocumentError(_unreadable(error, name)) from None
    except ValueError:  # a NUL in the name
        raise DocumentError(Problem("document-not-found", FilePlace(name))) from None
    return read_bytes(data, name, overrides=overrides, revisions=revisions, unfilled=False)


def _names_files(document: Document) -> bool:
    return document.kind == "bulletin" and any(item.file for item in document.items)


def read_bytes(
    data: bytes,
    path: str,
    *,
    overrides: Metadata | None = None,
    revisions: Revisions = "accepted",
    suffix: str | None = None,
    unfilled: bool = True,
) -> Document:
    """The document in `data`, whose format `suffix` or the extension of `path` names.

    No other file is read: of a page plan there is the table alone, and a note where it is left `unfilled`.

    Raises DocumentError.
    """
    suffix = Path(path).suffix.lower() if suffix is None else suffix
    document = _held(data, path, suffix, overrides, revisions)
    if unfilled and _names_files(document):
        from kiemtin.documents import page_plan

        document = page_plan.unfilled(document)
    if isinstance(overrides, Supplied) or document.kind == "bulletin" or document.metadata.hour is not None:
        from kiemtin.documents.said_items import finished  # most pieces come without anything said

        return finished(document, overrides)
    return document


def _held(data: bytes, path: str, suffix: str, overrides: Metadata | None, revisions: Revisions) -> Document:
    if suffix in PACKAGES and Path(path).name.startswith("~$"):
        raise DocumentError(Problem("document-is-lock", FilePlace(path)))
    _limit(suffix, path).hold(len(data), FilePlace(path))
    if not data:
        raise DocumentError(Problem("document-empty", FilePlace(path)))
    document = _read(suffix, data, path, overrides, revisions)
    CHARACTERS.hold(len(document.text), FilePlace(path))
    return document


def read_stream(
    stream: BinaryIO, path: str, *, overrides: Metadata | None = None, revisions: Revisions = "accepted"
) -> Document:
    """The document on an open stream, which may have no end; its content tells its format.

    Raises DocumentError.
    """
    from kiemtin.documents.sniffing import suffix_of

    try:
        data = stream.read(TEXT_BYTES.most + 1)
        if len(data) > TEXT_BYTES.most and data.startswith(b"PK"):
            data += stream.read(PACKAGE_BYTES.most + 1 - len(data))
    except OSError as error:
        raise DocumentError(_unreadable(error, path)) from None
    suffix = suffix_of(data) if data else ".txt"
    return read_bytes(data, path, overrides=overrides, revisions=revisions, suffix=suffix)


def _read(suffix: str, data: bytes, path: str, overrides: Metadata | None, revisions: Revisions) -> Document:
    if suffix == ".txt":
        from kiemtin.documents import plain_text

        return plain_text.read(data, path, overrides)
    if suffix in (".docx", ".docm"):
        from kiemtin.documents import word

        return word.read(data, path, overrides, revisions)
    if suffix in (".md", ".markdown"):
        from kiemtin.documents import markdown

        return markdown.read(data, path, overrides)
    if suffix in (".csv", ".tsv"):
        from kiemtin.documents import delimited

        return delimited.read(data, path, overrides)
    if suffix in _EXCHANGE:
        return _read_exchange(suffix, data, path, overrides)
    if suffix == ".odt":
        from kiemtin.documents import open_document

        return open_document.read(data, path, overrides)
    if suffix in (".doc", ".rtf"):
        from kiemtin.documents import office_file

        return office_file.read(data, path, overrides, revisions)
    if suffix == ".pdf":
        from kiemtin.documents import pdf_file

        return pdf_file.read(data, path, overrides)
    if suffix == ".zip":
        return _read_zip(data, path, overrides)
    from kiemtin.documents import spreadsheet

    return spreadsheet.read(data, path, overrides)


def _read_exchange(suffix: str, data: bytes, path: str, overrides: Metadata | None) -> Document:
    if suffix == ".json":
        from kiemtin.documents.exchange import json_file

        return json_file.read(data, path, overrides)
    if suffix in (".html", ".htm"):
        from kiemtin.documents.exchange import html_file

        return html_file.read(data, path, overrides)
    if suffix == ".nsml":
        from kiemtin.documents.inews import inews_file

        return inews_file.read(data, path, overrides)
    from kiemtin.documents import xml_file

    return xml_file.read(data, path, overrides)


def _read_zip(data: bytes, path: str, overrides: Metadata | None) -> Document:
    """A folder of MOS messages, or of stories of iNEWS, whichever its first file is."""
    from kiemtin.documents.inews import inews_file
    from kiemtin.documents.packages import Package

    if inews_file.is_queue(Package(data, path)):
        return inews_file.read(data, path, overrides)
    from kiemtin.documents.mos import mos_file

    return mos_file.read(data, path, overrides)


def shown(path: Path) -> str:
    """A path as it can be printed: bytes of a name that are not UTF-8 are written out."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _limit(suffix: str, path: str) -> Limit:
    suffix = suffix.lower()
    if suffix in _TEXTS or suffix in _EXCHANGE:
        return TEXT_BYTES
    if suffix in PACKAGES:
        return PACKAGE_BYTES
    if is_folder(Path(path)):
        raise DocumentError(Problem("document-is-folder", FilePlace(path)))
    raise DocumentError(
        Problem("document-unknown-format", FilePlace(path), {"suffix": suffix, "known": _KNOWN})
    )


def _unreadable(error: OSError, path: str) -> Problem:
    codes = {
        errno.ENOENT: "document-not-found",
        errno.ENOTDIR: "document-not-found",
        errno.EISDIR: "document-is-folder",
        errno.EACCES: "document-no-permission",
        errno.EPERM: "document-no-permission",
    }
    code = codes.get(error.errno or 0, "document-not-readable")
    return Problem(code, FilePlace(path), {"reason": error.strerror or type(error).__name__})
