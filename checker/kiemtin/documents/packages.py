"""Parts of a zip package (.docx, .xlsx), read with limits that do not trust what its header claims."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from kiemtin.documents.limits import ELEMENTS, MEMBERS, RATIO, RATIO_FROM, UNPACKED_BYTES
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CHUNK = 1 << 16
_ENTRY = b"PK\x01\x02"
"""Begins every entry of a directory."""
_COMPRESSIONS = (ZIP_STORED, ZIP_DEFLATED)
"""What Office writes. Others unpack whole before any bound of ours is asked."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Package:
    """An opened package. Every failure is a DocumentError that names the file and the part."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.unpacked = 0
        if not data.startswith(b"PK"):
            raise DocumentError(self._problem(_what_it_is(data)))
        MEMBERS.hold(data.count(_ENTRY), FilePlace(path))
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, NotImplementedError, ValueError, OverflowError, OSError):
            raise DocumentError(self._problem("package-damaged", part="")) from None
        self.names = self._zip.namelist()

    def read(self, name: str) -> bytes:
        """The unpacked bytes of a part. Raises DocumentError if it is damaged, locked or too large."""
        chunks: list[bytes] = []
        size = 0
        try:
            info = self._zip.getinfo(name)
            if info.flag_bits & 1:
                raise DocumentError(self._problem("package-encrypted"))
            if info.compress_type not in _COMPRESSIONS:
                raise DocumentError(self._problem("package-odd-compression", part=name))
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    chunks.append(chunk)
                    size += len(chunk)
                    self.unpacked += len(chunk)
                    UNPACKED_BYTES.hold(self.unpacked, FilePlace(self.path))
                    if size > RATIO_FROM:
                        RATIO.hold(size // max(1, info.compress_size), FilePlace(self.path))
        except KeyError:
            raise DocumentError(self._problem("package-part-missing", part=name)) from None
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
            raise DocumentError(self._problem("package-damaged", part=name)) from None
        return b"".join(chunks)

    def xml(self, name: str) -> Element:
        """The root element of an XML part, in which a DOCTYPE, and so any entity, is refused."""
        data = self.read(name)
        self.hold_elements(data)
        self.refuse_doctype(data, name)
        from xml.etree.ElementTree import ParseError, fromstring

        try:
            return fromstring(data)
        except (ParseError, ValueError, LookupError):
            raise DocumentError(self._problem("package-bad-xml", part=name)) from None

    def hold_elements(self, data: bytes) -> None:
        """Raise DocumentError if an XML part may have too many elements: a tree costs memory for each."""
        ELEMENTS.hold(data.count(b"<") - data.count(b"</"), FilePlace(self.path))

    def refuse_doctype(self, data: bytes, name: str) -> None:
        """Raise DocumentError if the XML in `data` declares a DOCTYPE, in whatever encoding."""
        from xml.parsers.expat import ExpatError, ParserCreate

        parser = ParserCreate()

        def doctype(*_: object) -> None:
            raise DocumentError(self._problem("package-doctype", part=name))

        def root(*_: object) -> None:
            raise _RootReachedError

        # A DOCTYPE stands before the root element or nowhere.
        parser.StartDoctypeDeclHandler = doctype
        parser.StartElementHandler = root
        try:
            parser.Parse(data, True)
        except _RootReachedError:
            return
        except (ExpatError, ValueError, LookupError):
            raise DocumentError(self._problem("package-bad-xml", part=name)) from None

    def _problem(self, code: str, **arguments: object) -> Problem:
        return Problem(code, FilePlace(self.path), arguments)


class _RootReachedError(Exception):
    """Ends the look for a DOCTYPE."""


def _what_it_is(data: bytes) -> str:
    if data.startswith(_OLE):
        # Names inside a compound file are UTF-16.
        locked = "EncryptedPackage".encode("utf-16-le") in data
        return "package-encrypted" if locked else "package-is-old-office"
    return "package-not-zip"
