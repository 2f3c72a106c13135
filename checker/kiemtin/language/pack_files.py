"""The files of packs: where a pack lies, and what others it leads to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kiemtin.foundation.limits import PACK_BYTES, PACK_FILES
from kiemtin.foundation.paths import is_file
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.language.terms.keywords import phrase_pattern, referring_phrases

INSTALLED = "kiemtin-packs"
"""The folder beside a kiemtin.toml into which packages of packs are put."""


class PackFile(NamedTuple):
    """A `.quy` file as read; `name` is what other packs call it (None: the pack that was asked for)."""

    name: str | None
    path: Path
    content: bytes


Held = Mapping[str, bytes]
"""By its path, what stands in place of the content of a file: an editor has it open, not saved yet."""
NOTHING_HELD: Held = MappingProxyType({})


def gather(
    pack: str | Path, search: Sequence[Path], content: bytes | None = None, held: Held = NOTHING_HELD
) -> tuple[PackFile, ...]:
    """The pack's file and all that it leads to, each once. Raises PackError if the pack itself is not there.

    `content` stands in place of what its file holds, which need not be there then: it is being written;
    `held` in place of what the files behind it hold.

    Only the words that name other packs are looked for, so this costs no parsing; what is missing is told by
    the compiler, which knows the place.
    """
    if content is None:
        first = _find_first(pack, search)
        content = _read(first, 0)
    else:
        first = Path(pack)
        PACK_BYTES.hold(len(content), FilePlace(str(first)))
    files = [PackFile(None, first, content)]
    seen: set[str] = set()
    size = len(files[0].content)
    for file in files:  # grows while it is read
        for name in referred_names(file.content):
            if name in seen:
                continue
            seen.add(name)
            path = find_pack(name, (file.path.parent, *installed(file.path.parent), *search))
            if path is not None:
                unsaved = held.get(str(path))
                files.append(PackFile(name, path, _read(path, size) if unsaved is None else unsaved))
                size += len(files[-1].content)
                PACK_FILES.hold(len(files), FilePlace(str(first)))
    return tuple(files)


def installed(folder: Path) -> list[Path]:
    """The folders of the packages that lie beside a pack, or, for one of a package, beside that."""
    store = folder.parent if folder.parent.name == INSTALLED else folder / INSTALLED
    try:
        return sorted(each for each in store.iterdir() if each.is_dir())
    except OSError:
        return []


def bundled_packs() -> Path:
    """The folder of the packs that come with the tool."""
    import kiemtin_rules

    return Path(kiemtin_rules.__file__).parent / "packs"


def find_pack(name: str, folders: Sequence[Path]) -> Path | None:
    """The file of a pack by name, in the first folder that has one, last among the bundled."""
    for folder in (*folders, bundled_packs()):
        for spelling in ("NFC", "NFD"):
            path = folder / f"{unicodedata.normalize(spelling, name)}.quy"
            if is_file(path):
                return path
    return None


def referred_names(content: bytes) -> list[str]:
    """Names that stand after `cụ thể hóa`, `dùng`, `thứ bậc theo`, `nối tiếp`: packs it may need."""
    text = unicodedata.normalize("NFC", content.decode("utf-8", "replace"))
    return [
        name.strip()
        for match in _reference().finditer(_NO_NAMES.sub(" ", text))
        for name in match[1].split(",")
    ]


@cache
def _reference() -> re.Pattern[str]:
    """The words before the name of another pack, and the names."""
    words = "|".join(map(phrase_pattern, referring_phrases()))
    return re.compile(rf"(?<![\w-])(?:{words})\s+({_NAME}(?:\s*,\s*{_NAME})*)", re.I)


_NO_NAMES = re.compile(r'"[^"\n]*"?|“[^”\n]*”?|#[^\n]*')
"""An open quotation goes to the end of its line: that is an error, and is not looked for twice."""
_NAME = r"[^\W\d_]\w*(?:-\w+)*"


def _find_first(pack: str | Path, search: Sequence[Path]) -> Path:
    path = Path(pack)
    if is_file(path):
        return path
    named = None
    if isinstance(pack, str) and path.suffix == "" and path.name == pack:
        named = find_pack(unicodedata.normalize("NFC", pack), search)
    if named is None:
        raise PackError(Problem("pack.not-found", FilePlace(str(pack)), {"pack": str(pack)}))
    return named


def _read(path: Path, before: int) -> bytes:
    """The content of a file of which `before` bytes of others are read already."""
    try:
        with path.open("rb") as stream:
            content = stream.read(PACK_BYTES.most + 1)
        PACK_BYTES.hold(before + len(content), FilePlace(str(path)))
        return content
    except OSError as error:
        arguments = {"pack": str(path), "reason": error.strerror or ""}
        raise PackError(Problem("pack.unreadable", FilePlace(str(path)), arguments)) from error
