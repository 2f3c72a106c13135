"""The packages of a newsroom: installed beside its kiemtin.toml and pinned in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kiemtin.adopting.packages import pinning
from kiemtin.adopting.packages.opening import Package, open_package
from kiemtin.checking.nearest import FILE_NAME
from kiemtin.checking.pins import Pin, folder_of
from kiemtin.checking.settings_file import load
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.language.changes import Change, compare
from kiemtin.language.loading import BindOffice, check_pack
from kiemtin.language.pack_files import INSTALLED


class Difference(NamedTuple):
    """What a newer state changes: pieces of packs, and other files (rosters) by how they changed."""

    rules: tuple[Change, ...]
    files: tuple[tuple[str, str], ...]
    """Name, and `added`, `removed` or `changed`."""


class Store:
    """Of one kiemtin.toml, which need not exist yet."""

    def __init__(self, config: Path) -> None:
        self.config = config
        self.home = config.parent

    def pins(self) -> tuple[Pin, ...]:
        """Raises PackError for a kiemtin.toml that is wrong."""
        return load(self.config).pins if self.config.is_file() else ()

    def installed(self, name: str) -> Package | None:
        """The package of that name as it lies there; None where there is none, or none that can be read."""
        folder = folder_of(self.home, name)
        if not folder.is_dir():
            return None
        with suppress(PackError):
            return open_package(folder)
        return None

    def install(self, package: Package, bind_office: BindOffice) -> Path:
        """Puts the package in place of an older one, whole or not at all, and returns its folder.

        Raises PackError if its pack is not valid there.
        """
        folder = folder_of(self.home, package.manifest.name)
        beside = folder.with_name(f".{folder.name}.{os.getpid()}.new")
        try:
            _write(beside, package.files)
            problems = check_pack(beside / package.manifest.pack, bind_office=bind_office)
            wrong = [problem for problem in problems if not problem.warning]
            if wrong:
                raise PackError(wrong)
            old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
            if folder.exists():
                folder.rename(old)
            beside.rename(folder)
            shutil.rmtree(old, ignore_errors=True)
        except OSError as error:
            arguments = {"reason": error.strerror or ""}
            raise PackError(Problem("package-not-written", FilePlace(str(folder)), arguments)) from None
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        return folder

    def pin(self, package: Package, source: Path, key: str, *, use: bool) -> None:
        """Writes what was agreed to into kiemtin.toml. Raises PackError if it cannot be written."""
        told = package.manifest
        pin = Pin(told.name, told.version, package.sha256, self._told(source), key)
        pins = [pin if each.name == pin.name else each for each in self.pins()]
        if pin not in pins:
            pins.append(pin)
        text = self.config.read_text("utf-8-sig") if self.config.is_file() else ""
        text = pinning.with_pins(text, pins)
        if use:
            text = pinning.with_pack(text, f"{INSTALLED}/{told.name}/{told.pack}")
        _replace(self.config, text)

    def _told(self, source: Path) -> str:
        """The source from the folder of the kiemtin.toml, where it is not on another drive."""
        try:
            return Path(os.path.relpath(source, self.home)).as_posix()
        except ValueError:
            return str(source)

    def source_of(self, pin: Pin) -> Path:
        return self.home / pin.source


def difference(before: Package | None, after: Package) -> Difference:
    """Of rules, nothing is told where the packs of `before` cannot be parsed any more. Raises PackError for
    one of `after` that cannot be parsed."""
    new = after.packs()
    try:
        old = before.packs() if before else []
    except PackError:
        return Difference((), tuple(_other_files(before, after)))
    return Difference(tuple(compare(old, new)), tuple(_other_files(before, after)))


def _other_files(before: Package | None, after: Package) -> Iterable[tuple[str, str]]:
    old, new = (
        {name: content for name, content in (package.files if package else ()) if not name.endswith(".quy")}
        for package in (before, after)
    )
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield name, "added" if name not in old else "removed" if name not in new else "changed"


def config_of(folder: Path) -> Path:
    """The kiemtin.toml of a folder or above it, else the one that would be written there."""
    from kiemtin.checking.nearest import nearest

    found = nearest(str(folder))
    return Path(found) if found is not None else folder / FILE_NAME


def _write(folder: Path, files: Sequence[tuple[str, bytes]]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _replace(path: Path, text: str) -> None:
    """Written beside and renamed; the mode stays what it was."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        beside.write_text(text, "utf-8", newline="\n")
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        arguments = {"reason": error.strerror or ""}
        raise PackError(Problem("package-not-written", FilePlace(str(path)), arguments)) from None
