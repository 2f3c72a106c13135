"""A copy of a package (.docx, .xlsx; ISO/IEC 29500-2): some parts are changed, the others are the same.

Parts keep their order, names and times; those that are added come last, with the first time that a zip
archive can tell. Needs lxml.
"""

from __future__ import annotations

from io import BytesIO
from posixpath import normpath, relpath, split
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from kiemtin.documents.packages import Package
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, Problem

Element = Any
"""An element of lxml, which has no types of its own."""

TYPES = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_FIRST = (1980, 1, 1, 0, 0, 0)


class DraftChangedError(ValueError):
    """The file is not the one that a report was made from."""


def hold(source: bytes, digest: str) -> None:
    """Raise DraftChangedError if `source` has another SHA-256 than `digest`; an empty one says nothing."""
    if digest not in ("", sha256(source).hexdigest()):
        raise DraftChangedError("not the file that was judged")


class PackageCopy:
    """Raises DocumentError for a package that cannot be read. `timeless`: its parts lose their times, too."""

    def __init__(self, data: bytes, path: str, *, timeless: bool = False) -> None:
        self._timeless = timeless
        self.package = Package(data, path)
        with ZipFile(BytesIO(data)) as archive:
            self._infos = {info.filename: info for info in archive.infolist()}
        self._changed: dict[str, bytes] = {}
        self._roots: dict[str, Element] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._infos or name in self._changed or name in self._roots

    @property
    def names(self) -> list[str]:
        return [*dict.fromkeys([*self._infos, *self._changed, *self._roots])]

    def read(self, name: str) -> bytes:
        return self._changed[name] if name in self._changed else self.package.read(name)

    def root(self, name: str) -> Element:
        """The root element of a part; who changes it says so with `keep`.

        Raises DocumentError if it is no well-formed XML.
        """
        if name in self._roots:
            return self._roots[name]
        data = self.read(name)
        self.package.hold_elements(data)
        self.package.refuse_doctype(data, name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            told = {"part": name, "reason": error.msg or ""}
            place = FilePlace(self.package.path)
            raise DocumentError(Problem("copy-part-broken", place, told)) from None

    def keep(self, name: str, root: Element) -> None:
        """The part is what stands in `root` when the copy is written."""
        self._roots[name] = root

    def put(self, name: str, content: bytes) -> None:
        self._changed[name] = content

    def remove(self, name: str) -> None:
        for held in (self._infos, self._changed, self._roots):
            held.pop(name, None)

    # What says which part is what.

    def declare(self, part: str, content_type: str) -> None:
        """The content type of a part that is added."""
        root = self.root(TYPES)
        name = f"/{part}"
        if all(each.get("PartName") != name for each in root.iter(_TYPES + "Override")):
            etree.SubElement(root, _TYPES + "Override", PartName=name, ContentType=content_type)
            self.keep(TYPES, root)

    def declare_extension(self, extension: str, content_type: str) -> None:
        root = self.root(TYPES)
        if all((each.get("Extension") or "").lower() != extension for each in root.iter(_TYPES + "Default")):
            root.insert(0, etree.Element(_TYPES + "Default", Extension=extension, ContentType=content_type))
            self.keep(TYPES, root)

    def related(self, part: str, kind: str) -> list[str]:
        """Names of the parts of a kind (the last word of its type) that a part refers to."""
        name = _relations_of(part)
        if name not in self:
            return []
        return [
            _target(part, each.get("Target") or "")
            for each in self.root(name).iter(_RELATIONS + "Relationship")
            if (each.get("Type") or "").rpartition("/")[2] == kind and each.get("TargetMode") != "External"
        ]

    def target(self, part: str, number: str) -> str | None:
        """The part that a relation of this id leads to."""
        name = _relations_of(part)
        found = (
            each for each in self.root(name).iter(_RELATIONS + "Relationship") if each.get("Id") == number
        )
        relation = next(found, None)
        return None if relation is None else _target(part, relation.get("Target") or "")

    def relate(self, part: str, target: str, kind: str) -> str:
        """The id of the relation of `part` to the part `target`; `kind` is a whole type."""
        name = _relations_of(part)
        root = (
            self.root(name) if name in self else etree.Element(_RELATIONS + "Relationships", nsmap=_NO_PREFIX)
        )
        taken = set()
        for each in root:
            if each.get("Type") == kind and _target(part, each.get("Target") or "") == target:
                return str(each.get("Id"))
            taken.add(each.get("Id"))
        number = 1
        while f"rIdKt{number}" in taken:
            number += 1
        beside = relpath(f"/{target}", f"/{split(part)[0]}")
        etree.SubElement(root, _RELATIONS + "Relationship", Id=f"rIdKt{number}", Type=kind, Target=beside)
        self.keep(name, root)
        return f"rIdKt{number}"

    def bytes(self) -> bytes:
        """The copy as a file: the same for the same changes."""
        stream = BytesIO()
        changed = {name: _written(root) for name, root in self._roots.items()}
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for name in self.names:
                old = self._infos.get(name)
                info = ZipInfo(name, old.date_time if old and not self._timeless else _FIRST)
                info.create_system = 3  # where the copy is made leaves no trace
                info.external_attr = old.external_attr if old else 0o600 << 16
                info.compress_type = ZIP_STORED if old and old.compress_type == ZIP_STORED else ZIP_DEFLATED
                archive.writestr(info, changed[name] if name in changed else self.read(name))
        return stream.getvalue()


_NO_PREFIX: Any = {None: _RELATIONS[1:-1]}


def _written(root: Element) -> bytes:
    written: bytes = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return written


def _relations_of(part: str) -> str:
    folder, name = split(part)
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _target(part: str, target: str) -> str:
    if target.startswith("/"):
        return normpath(target).lstrip("/")
    return normpath(f"{split(part)[0]}/{target}").lstrip("/")
