"""Packs as files: their text, their tree, the lines of one rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import PackError, Problem

if TYPE_CHECKING:
    from kiemtin.language.rulebook import BoundRule
    from kiemtin.reporting.outline import PackFile


def pack_source(pack: str) -> tuple[Path, str]:
    """The file of a pack, by its path or its bundled name, and its content. Raises PackError."""
    from kiemtin.language.pack_files import gather

    file = gather(pack, ())[0]
    try:
        return file.path, file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackError(Problem("pack.not-utf8", FilePlace(str(file.path)), {"pack": pack})) from None


def pack_file(pack: str) -> PackFile:
    """A pack with its syntax tree and its rulebook. Raises PackError."""
    from kiemtin.foundation.text import normalize
    from kiemtin.language.reading.parsing import parse_pack
    from kiemtin.reporting.outline import PackFile

    path, source = pack_source(pack)
    rulebook = Workbench().rulebook(pack)
    return PackFile(parse_pack(source, str(path)), normalize(source).text, rulebook)


def rule_source(rule: BoundRule) -> str:
    """The lines of a rule in its pack, as they stand there."""
    from kiemtin.foundation.text import normalize
    from kiemtin.language.reading.parsing import parse_pack
    from kiemtin.language.syntax import Rule
    from kiemtin.reporting.outline import starts_of, statements_of

    path, source = pack_source(rule.place.path)
    text = normalize(source).text
    pack = parse_pack(source, str(path))
    start = next(
        statement.span.start
        for statement in statements_of(pack)
        if isinstance(statement, Rule) and statement.name == rule.name
    )
    end = next((following for following in starts_of(pack) if following > start), len(text))
    lines = text[text.rfind("\n", 0, start) + 1 : end].splitlines()
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()  # a comment before the next statement speaks of that one
    return "\n".join(lines)
