"""Another name for a rule, table, parameter, list or variable, wherever it is named; or why not."""

from __future__ import annotations

import re

from kiemtin.authoring.answers import Edit
from kiemtin.authoring.compiling import BindOffice, compiled
from kiemtin.authoring.library import Library, Symbol, everywhere, is_bundled
from kiemtin.authoring.occurrences import Role
from kiemtin.authoring.pack_text import PackText
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import Span
from kiemtin.foundation.text import normalize
from kiemtin.language.pack_files import Held

_NAME = re.compile(r"[^\W\d_]\w*(?:-\w+)*")
_RENAMED = frozenset({Role.RULE, Role.VALUE, Role.VARIABLE, Role.PRECEDENCE})


class RefusedError(Exception):
    """Nothing is renamed; says why, in the reader's language."""


def renamed_at(library: Library, pack: PackText, offset: int) -> tuple[Symbol, Span] | None:
    """What the cursor is on, and where it is named there; None for what has no name of its own."""
    one = pack.occurrence_at(pack.inner(offset))
    symbol = library.symbol(pack, one) if one is not None else None
    if one is None or symbol is None or symbol.role not in _RENAMED:
        return None
    return symbol, pack.outer(Span(one.start, one.end))


def rename(
    library: Library, pack: PackText, offset: int, name: str, bind_office: BindOffice, lang: Lang
) -> list[Edit]:
    """The edits over all packs that an editor can reach. They are tried first: a name that something else
    has, or that means another thing where it is used, is refused. Raises RefusedError."""
    found = renamed_at(library, pack, offset)
    if found is None:
        raise RefusedError(message("authoring.rename.nothing", lang))
    symbol, _ = found
    name = normalize(name.strip()).text
    if _NAME.fullmatch(name) is None:
        raise RefusedError(message("authoring.rename.no_name", lang, {"name": name}))
    uses = everywhere(symbol, pack.path, library.held)
    shipped = sorted({use.pack.path for use in uses if is_bundled(use.pack.path)})
    if shipped:
        raise RefusedError(message("authoring.rename.bundled", lang, {"path": shipped[0]}))
    if name == symbol.name:
        return []
    edits = [
        Edit(use.pack.path, use.pack.outer(Span(use.occurrence.start, use.occurrence.end)), name)
        for use in uses
    ]
    _try(library.held, {use.pack.path: use.pack.source for use in uses}, edits, bind_office, lang)
    return edits


def _try(held: Held, sources: dict[str, str], edits: list[Edit], bind_office: BindOffice, lang: Lang) -> None:
    """Raises RefusedError if a pack has problems with its edits that it does not have without them."""
    before = {**held, **{path: source.encode("utf-8", "replace") for path, source in sources.items()}}
    after = dict(before)
    for path, source in sources.items():
        after[path] = edited(source, [edit for edit in edits if edit.path == path]).encode("utf-8", "replace")
    for path in sources:
        known = [problem.code for problem in compiled(path, before, bind_office).problems]
        for problem in compiled(path, after, bind_office).problems:
            if problem.code in known:
                known.remove(problem.code)
                continue
            said = message(problem.code, lang, problem.arguments)
            raise RefusedError(
                message("authoring.rename.breaks", lang, {"place": problem.place, "problem": said})
            )


def edited(source: str, edits: list[Edit]) -> str:
    """A text with edits of it that do not overlap."""
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += [source[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*pieces, source[done:]])
