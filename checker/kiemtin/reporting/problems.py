"""How a problem of a document, a pack or the tool is told: what, where with an excerpt, what to do."""

from __future__ import annotations

from collections.abc import Iterable

from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.problems import Problem
from kiemtin.reporting.excerpt import Mark, excerpt, visible, wrap
from kiemtin.reporting.palette import PLAIN, Palette


def render_problem(problem: Problem, lang: Lang, palette: Palette = PLAIN, width: int = 100) -> str:
    """One problem on several lines, the first of which is `place: SEVERITY: what`."""
    severity = "warning" if problem.warning else "error"
    word = palette.paint(message(f"problem.{severity}", lang), "should" if problem.warning else "must")
    text = visible(message(problem.code, lang, problem.arguments))
    lines = [f"{palette.paint(visible(str(problem.place)), 'strong')}: {word}: {text}"]
    lines += _excerpt(problem.place, palette, width)
    for caption, place in problem.related:
        lines.append(f"  {visible(str(place))}: {visible(message(caption, lang, problem.arguments))}")
        lines += _excerpt(place, palette, width)
    advice = help_for(problem.code, lang, problem.arguments)
    if advice:
        lines += wrap(advice, width, f"  {message('problem.todo', lang)}: ", "  ")
    return "\n".join(lines) + "\n"


def render_problems(
    problems: Iterable[Problem], lang: Lang, palette: Palette = PLAIN, width: int = 100
) -> str:
    return "".join(render_problem(problem, lang, palette, width) for problem in problems)


def _excerpt(place: FilePlace, palette: Palette, width: int) -> list[str]:
    if not place.excerpt or place.column is None:
        return []
    text = place.excerpt
    start = min(place.column - 1 - place.before, len(text))
    marked = Span(start, min(start + place.length, len(text)))
    piece = excerpt(text, Span(0, len(text)), [Mark(marked)], width - 4, whole=True)
    return [f"  │ {piece.line}", f"  │ {palette.paint(piece.marks, 'must')}"]
