"""A pack with all that it refines and uses, from its files to a rulebook; compiled once for each content."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from kiemtin.foundation.cache import cached, content_key
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.language.rulebook import Rulebook

BindOffice = Callable[[str], str | None]


class PackFile(NamedTuple):
    """A `.quy` file as read; `name` is what other packs call it (None: the pack that was asked for)."""

    name: str | None
    path: Path
    content: bytes


def load_rulebook(
    pack: str | Path,
    *,
    bind_office: BindOffice,
    context_key: bytes,
    search: Sequence[Path] = (),
) -> Rulebook:
    """The rulebook of a pack: a path to a `.quy` file, or the name of one in `search` or among the bundled.

    What a pack refines or uses lies beside it, in `search`, or among the bundled packs. `bind_office` leads
    from the words of an office to its id; `context_key` changes when its answers do. Raises PackError.
    """
    files = gather(pack, search)
    key = content_key([b"rulebook", context_key, *_parts(files)])

    def build() -> Rulebook:
        from kiemtin.language.compiling.rulebooks import compile_files

        rulebook, problems = compile_files(files, search, bind_office, _sources_hash(files, context_key))
        errors = [problem for problem in problems if not problem.warning]
        if errors or rulebook is None:
            raise PackError(errors)
        return rulebook

    return cached("rulebook", key, build)


def check_pack(
    pack: str | Path, *, bind_office: BindOffice | None = None, search: Sequence[Path] = ()
) -> tuple[Problem, ...]:
    """Errors and warnings of a pack, in the order of the text. Without `bind_office` no office is unknown."""
    from kiemtin.language.compiling.rulebooks import compile_files

    try:
        files = gather(pack, search)
    except PackError as error:
        return error.problems
    _, problems = compile_files(files, search, bind_office or (lambda phrase: phrase), "")
    return tuple(sorted(problems, key=lambda p: (p.place.path, p.place.line or 0, p.place.column or 0)))


def gather(pack: str | Path, search: Sequence[Path]) -> tuple[PackFile, ...]:
    """The pack's file and all that it leads to, each once. Raises PackError if the pack itself is not there.

    Only the words that name other packs are looked for, so this costs no parsing; what is missing is told by
    the compiler, which knows the place.
    """
    first = _find_first(pack, search)
    files = [PackFile(None, first, _read(first))]
    seen: set[str] = set()
    for file in files:  # grows while it is read
        for name in referred_names(file.content):
            if name in seen:
                continue
            seen.add(name)
            path = find_pack(name, (file.path.parent, *search))
            if path is not None:
                files.append(PackFile(name, path, _read(path)))
    return tuple(files)


def bundled_packs() -> Path:
    """The folder of the packs that come with the tool."""
    import kiemtin_rules

    return Path(kiemtin_rules.__file__).parent / "packs"


def find_pack(name: str, folders: Sequence[Path]) -> Path | None:
    """The file of a pack by name, in the first folder that has one, last among the bundled."""
    for folder in (*folders, bundled_packs()):
        for spelling in ("NFC", "NFD"):
            path = folder / f"{unicodedata.normalize(spelling, name)}.quy"
            if path.is_file():
                return path
    return None


def referred_names(content: bytes) -> list[str]:
    """Names that stand after `cụ thể hóa`, `dùng`, `thứ bậc theo`, `nối tiếp`: packs it may need."""
    text = unicodedata.normalize("NFC", content.decode("utf-8", "replace"))
    return [
        name.strip()
        for match in _REFERENCE.finditer(_NO_NAMES.sub(" ", text))
        for name in match[1].split(",")
    ]


_NO_NAMES = re.compile(r'"[^"\n]*"|“[^”\n]*”|#[^\n]*')
_NAME = r"[^\W\d_]\w*(?:-\w+)*"
_REFERENCE = re.compile(
    r"(?<![\w-])(?:cụ\s+thể\s+(?:hóa|hoá)|refines|dùng|uses|thứ\s+bậc\s+theo|precedence\s+by|nối\s+tiếp|continues)"
    rf"\s+({_NAME}(?:\s*,\s*{_NAME})*)",
    re.I,
)


def _find_first(pack: str | Path, search: Sequence[Path]) -> Path:
    path = Path(pack)
    if path.is_file():
        return path
    named = None
    if isinstance(pack, str) and path.suffix == "" and path.name == pack:
        named = find_pack(unicodedata.normalize("NFC", pack), search)
    if named is None:
        raise PackError(Problem("pack.not-found", FilePlace(str(pack)), {"pack": str(pack)}))
    return named


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        arguments = {"pack": str(path), "reason": error.strerror or ""}
        raise PackError(Problem("pack.unreadable", FilePlace(str(path)), arguments)) from error


def _parts(files: Sequence[PackFile]) -> list[bytes]:
    return [
        part for file in files for part in ((file.name or "").encode(), str(file.path).encode(), file.content)
    ]


def _sources_hash(files: Sequence[PackFile], context_key: bytes) -> str:
    """Of what the rules say and the words of offices mean, wherever the files lie: evidence for reports."""
    digest = sha256(context_key)
    for file in files:
        digest.update(sha256((file.name or "").encode()).digest())
        digest.update(sha256(file.content).digest())
    return digest.hexdigest()
