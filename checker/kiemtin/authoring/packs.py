"""What is wrong in a pack as it stands in the editor, and its formatted text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kiemtin.authoring.answers import Edit
from kiemtin.authoring.compiling import missing_examples, mistaken
from kiemtin.authoring.pack_text import PackText, pack_text
from kiemtin.authoring.places import Lines, Place, Range
from kiemtin.foundation.messages import Lang, Phrase, help_for, message
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import PackError, Problem

BindOffice = Callable[[str], str | None]


class Doubt(NamedTuple):
    """One thing to look at; `fixes` are edits that may be made at once, each with its title."""

    range: Range
    said: str
    code: str
    warning: bool
    fixes: tuple[tuple[str, Edit], ...] = ()


def doubts(source: str, path: Path, bind_office: BindOffice | None, lang: Lang) -> list[Doubt]:
    """Of this pack alone: what is wrong in those that it refines is told where they are open."""
    from kiemtin.language.loading import check_pack

    content = source.encode("utf-8", "surrogatepass")
    problems = check_pack(path, bind_office=bind_office, content=content, typed=True)
    own = [problem for problem in problems if Path(problem.place.path) == path]
    lines = Lines(source)
    return [_doubt(problem, lines, lang) for problem in own]


def _doubt(problem: Problem, lines: Lines, lang: Lang) -> Doubt:
    said = message(problem.code, lang, problem.arguments)
    advice = help_for(problem.code, lang, problem.arguments)
    place = problem.place
    line, column = (place.line or 1) - 1, (place.column or 1) - 1
    length = max(1, place.length)
    size = len(lines.line(line))
    end = min(max(size, column + 1), column + length)
    at = lines.offset(Place(line, column))
    fixes = _fixes(problem, pack_text(lines.text, place.path), Span(at, at + length), lang)
    whole = f"{said}\n{advice}" if advice else said
    return Doubt(Range(Place(line, column), Place(line, end)), whole, problem.code, problem.warning, fixes)


def _fixes(problem: Problem, pack: PackText, span: Span, lang: Lang) -> tuple[tuple[str, Edit], ...]:
    """What was probably meant, in the place of what stands there; the examples that a rule lacks."""
    found, meant = (_words(problem.arguments.get(name, "")) for name in ("found", "meant"))
    if found and meant:
        at = mistaken(pack, span, found, meant) if pack.pieces else None
        title = message("authoring.instead", lang, {"words": meant})
        return () if at is None else ((title, Edit(pack.path, at, meant)),)
    if problem.code == "pack.rule-without-examples" and pack.pieces:
        edit = missing_examples(pack, pack.piece_at(pack.inner(span.start)))
        return ((message("authoring.add_examples", lang), edit),)
    return ()


def _words(argument: object) -> str:
    return argument.vi if isinstance(argument, Phrase) else str(argument)


def formatted(source: str, path: Path) -> str | None:
    """None for a pack that cannot be parsed: it stays as it is."""
    from kiemtin.language.writing.formatting import format_pack

    try:
        return format_pack(source, str(path))
    except PackError:
        return None
