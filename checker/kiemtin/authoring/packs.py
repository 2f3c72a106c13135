"""What is wrong in a pack as it stands in the editor, and its formatted text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kiemtin.authoring.places import Lines, Place, Range
from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.foundation.problems import PackError, Problem

BindOffice = Callable[[str], str | None]


class Doubt(NamedTuple):
    """One thing to look at; `fixes` are words that may stand in its place."""

    range: Range
    said: str
    code: str
    warning: bool
    fixes: tuple[str, ...] = ()


def doubts(source: str, path: Path, bind_office: BindOffice | None, lang: Lang) -> list[Doubt]:
    """Of this pack alone: what is wrong in those that it refines is told where they are open."""
    from kiemtin.language.loading import check_pack

    problems = check_pack(path, bind_office=bind_office, content=source.encode("utf-8", "surrogatepass"))
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
    near = problem.arguments.get("similar") or problem.arguments.get("suggestion")
    fixes = (near,) if isinstance(near, str) and near else ()
    whole = f"{said}\n{advice}" if advice else said
    return Doubt(Range(Place(line, column), Place(line, end)), whole, problem.code, problem.warning, fixes)


def formatted(source: str, path: Path) -> str | None:
    """None for a pack that cannot be parsed: it stays as it is."""
    from kiemtin.language.writing.formatting import format_pack

    try:
        return format_pack(source, str(path))
    except PackError:
        return None
