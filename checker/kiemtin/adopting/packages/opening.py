"""A package from where it lies: a folder, a zip, or a wheel with the package somewhere in it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kiemtin.adopting.packages import manifest
from kiemtin.adopting.packages.manifest import Manifest
from kiemtin.checking.pins import MOST_BYTES, MOST_FILES, files_of, is_part, tree_hash
from kiemtin.documents.reading import shown
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, PackError, Problem
from kiemtin.foundation.text import normalize
from kiemtin.language.reading.parsing import parse_pack
from kiemtin.language.syntax import Pack

ARCHIVES = (".zip", ".whl")
SIGNATURE = "kiemtin-pack.sig"
"""Beside the manifest, and no part of what is hashed: who made it (signing.py)."""
_LONGEST_SIGNATURE = 1_000


class Package(NamedTuple):
    """`files` are told from the package's folder, in NFC."""

    manifest: Manifest
    files: tuple[tuple[str, bytes], ...]
    sha256: str
    signature: bytes | None = None
    """As it stands there, whatever it is worth."""

    def packs(self) -> list[Pack]:
        """The trees of its packs. Raises PackError."""
        return [
            parse_pack(content.decode("utf-8-sig", "replace"), name)
            for name, content in self.files
            if name.endswith(".quy")
        ]


def open_package(source: Path) -> Package:
    """Raises PackError."""
    name = shown(source)
    if source.is_dir():
        files = dict(files_of(source)) | _signature(source / SIGNATURE)
    elif not source.exists():
        raise PackError(Problem("package-not-found", FilePlace(name)))
    elif source.suffix.lower() in ARCHIVES:
        files = _archived(source, name)
    else:
        raise PackError(Problem("package-odd-source", FilePlace(name)))
    signature = files.pop(SIGNATURE, None)
    files = {normalize(each).text: content for each, content in files.items()}
    if manifest.FILE_NAME not in files:
        raise PackError(Problem("package-no-manifest", FilePlace(name), {"file": manifest.FILE_NAME}))
    place = FilePlace(f"{name}/{manifest.FILE_NAME}")
    told = manifest.read(files[manifest.FILE_NAME], files, place)
    return Package(told, tuple(sorted(files.items())), tree_hash(files.items()), signature)


def _signature(path: Path) -> dict[str, bytes]:
    try:
        if path.is_symlink() or not path.is_file():
            return {}
        with path.open("rb") as stream:
            return {SIGNATURE: stream.read(_LONGEST_SIGNATURE)}
    except OSError as error:
        arguments = {"reason": error.strerror or ""}
        raise PackError(Problem("package-unreadable", FilePlace(str(path)), arguments)) from None


def _archived(source: Path, name: str) -> dict[str, bytes]:
    """Of the folder in which the manifest stands that is nearest to the root."""
    from kiemtin.documents.packages import Package as Zipped

    place = FilePlace(name)
    try:
        with source.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise PackError(Problem("package-unreadable", place, {"reason": error.strerror or ""})) from None
    limits = {"files": MOST_FILES, "size": MOST_BYTES // 1_000_000}
    if len(data) > MOST_BYTES:
        raise PackError(Problem("package-beyond", place, limits))
    try:
        zipped = Zipped(data, name)
        paths = [PurePosixPath(each) for each in zipped.names if not each.endswith("/")]
        roots = [path.parent for path in paths if path.name == manifest.FILE_NAME]
        if not roots:
            return {}
        root = min(roots, key=lambda path: (len(path.parts), str(path)))
        found = {}
        for path in paths:
            if not _is_safe(path):
                raise PackError(Problem("package-odd-file", place, {"file": str(path)[:200]}))
            if not path.is_relative_to(root):
                continue
            told = path.relative_to(root)
            hidden = any(part.startswith((".", "__")) for part in told.parts)
            if (is_part(told.name) and not hidden) or told.as_posix() == SIGNATURE:
                found[told.as_posix()] = zipped.read(str(path))
        if len(found) > MOST_FILES:
            raise PackError(Problem("package-beyond", place, limits))
        return found
    except DocumentError as error:
        raise PackError(error.problems) from None


def _is_safe(path: PurePosixPath) -> bool:
    """Whether a name stays in the folder, on any system."""
    return not path.is_absolute() and all(
        part not in ("", ".", "..") and not set(part) & set('\\:*?"<>|\0') for part in path.parts
    )
