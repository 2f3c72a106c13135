"""A pack with all that it refines and uses, from its files to a rulebook; compiled once for each content."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from kiemtin.foundation.cache import cached, content_key
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.language.pack_files import PackFile, gather
from kiemtin.language.rulebook import Rulebook

BindOffice = Callable[[str], str | None]


def load_rulebook(
    pack: str | Path,
    *,
    bind_office: BindOffice,
    context_key: bytes,
    search: Sequence[Path] = (),
    internal: bool = False,
) -> Rulebook:
    """The rulebook of a pack: a path to a `.quy` file, or the name of one in `search` or among the bundled.

    What a pack refines or uses lies beside it, in `search`, or among the bundled packs. `bind_office` leads
    from the words of an office to its id; `context_key` changes when its answers do. Only with `internal`
    does it hold the wording of clauses for internal circulation. Raises PackError.
    """
    files = gather(pack, search)
    key = content_key([b"rulebook", context_key, b"internal" * internal, *_parts(files)])

    def build() -> Rulebook:
        from kiemtin.language.compiling.rulebooks import compile_files

        sources = _sources_hash(files, context_key)
        rulebook, problems = compile_files(files, search, bind_office, sources, internal=internal)
        errors = [problem for problem in problems if not problem.warning]
        if errors or rulebook is None:
            raise PackError(errors)
        return rulebook

    return cached("rulebook", key, build)


def check_pack(
    pack: str | Path,
    *,
    bind_office: BindOffice | None = None,
    search: Sequence[Path] = (),
    content: bytes | None = None,
    typed: bool = False,
) -> tuple[Problem, ...]:
    """Errors and warnings of a pack, in the order of the text. Without `bind_office` no office is unknown.

    `content` stands in place of what its file holds. `typed`: it is asked again and again while a text
    grows; what the statements that stay say is kept.
    """
    from kiemtin.language.compiling.rulebooks import problems_of
    from kiemtin.language.reading.parsing import parse_with_problems
    from kiemtin.language.reading.statements import parse_by_statement

    try:
        files = gather(pack, search, content)
    except PackError as error:
        return error.problems
    parse = parse_by_statement if typed else parse_with_problems
    problems = problems_of(files, bind_office or (lambda phrase: phrase), parse)
    return tuple(sorted(problems, key=lambda p: (p.place.path, p.place.line or 0, p.place.column or 0)))


def _parts(files: Sequence[PackFile]) -> list[bytes]:
    return [
        part for file in files for part in ((file.name or "").encode(), os.fsencode(file.path), file.content)
    ]


def _sources_hash(files: Sequence[PackFile], context_key: bytes) -> str:
    """Of what the rules say and the words of offices mean, wherever the files lie: evidence for reports."""
    digest = sha256(context_key)
    for file in files:
        digest.update(sha256((file.name or "").encode()).digest())
        digest.update(sha256(file.content).digest())
    return digest.hexdigest()
