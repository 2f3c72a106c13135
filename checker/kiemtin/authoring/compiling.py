"""A pack compiled as it stands in the editor, and what may be done at once about its mistakes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from kiemtin.authoring.answers import Edit
from kiemtin.authoring.pack_text import PackText
from kiemtin.foundation.messages import message
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.language.compiling.rulebooks import compile_files
from kiemtin.language.pack_files import Held, PackFile, gather
from kiemtin.language.rulebook import Rulebook
from kiemtin.language.terms.keywords import KEYWORDS

BindOffice = Callable[[str], str | None]

_KINDS = {"EXAMPLE_PASS": "pass", "EXAMPLE_FAIL": "fail"}


class Compiled(NamedTuple):
    """What a pack comes to; no rulebook if there are errors."""

    rulebook: Rulebook | None
    problems: tuple[Problem, ...]


def compiled(path: str, held: Held, bind_office: BindOffice) -> Compiled:
    """A pack with all that it refines and uses, as they stand in the editor; the same content is compiled
    once."""
    from pathlib import Path

    try:
        files = gather(Path(path), (), held.get(path), held)
    except PackError as error:
        return Compiled(None, error.problems)
    return _compiled(files, bind_office)


@lru_cache(maxsize=16)
def _compiled(files: tuple[PackFile, ...], bind_office: BindOffice) -> Compiled:
    from kiemtin.foundation.hashing import sha256

    digest = sha256(b"".join(sha256(file.content).digest() for file in files)).hexdigest()
    rulebook, problems = compile_files(files, (), bind_office, digest)
    return Compiled(rulebook, tuple(problems))


def mistaken(pack: PackText, span: Span, found: str, meant: str) -> Span | None:
    """Where the wrong words of a problem stand: at its place, else once in its statement. A keyword of
    several words takes the place of as many."""
    words = len(meant.split()) if len(found.split()) == 1 and " " in meant else len(found.split())
    pattern = re.compile(r"\s+".join([re.escape(found), *[r"[\w-]+"] * (words - len(found.split()))]))
    begin = pack.inner(span.start)
    at = pattern.match(pack.text, begin)
    if at is None:
        piece = pack.pieces[pack.piece_at(begin)]
        bounded = re.compile(rf"(?<![\w-]){pattern.pattern}(?![\w-])")
        places = list(bounded.finditer(pack.text, piece.start, piece.end))
        if len(places) != 1:
            return None
        at = places[0]
    return pack.outer(Span(*at.span()))


def missing_examples(pack: PackText, piece: int) -> Edit:
    """Frames of the required examples that a rule lacks, at its end, in the keywords of its pack."""
    found = pack.pieces[piece]
    given = {word.kind for word in found.words}
    english = bool(found.words) and found.words[0].value.lower() in KEYWORDS["RULE"].en
    begin = pack.text.rfind("\n", 0, found.words[0].start if found.words else found.start) + 1
    margin = " " * (found.words[0].start - begin + 2 if found.words else 4)
    lines = []
    for name, kind in _KINDS.items():
        if name not in given:
            keyword = KEYWORDS[name].en[0] if english else KEYWORDS[name].vi[0]
            told = message(f"authoring.example.{kind}", "en" if english else "vi")
            lines.append(f'\n{margin}{keyword} "{told}"')
    return Edit(pack.path, pack.outer(Span(found.last, found.last)), "".join(lines))
