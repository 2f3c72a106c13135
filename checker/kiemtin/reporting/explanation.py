"""Why a rule came to its outcome, as a tree: each step with its place in the text and its clause."""

from __future__ import annotations

from collections.abc import Iterator

from kiemtin.foundation.messages import Lang, message
from kiemtin.judging.telling.explanation import Explanation
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import visible, wrap
from kiemtin.reporting.palette import PLAIN, Palette
from kiemtin.reporting.places import Places


def render(
    explanation: Explanation, places: Places, lang: Lang, palette: Palette = PLAIN, width: int = 100
) -> str:
    """The outcome on the first line, what it rests on below, ending with a line feed."""
    head, *rest = _lines(explanation, places, lang, width)
    return "\n".join([palette.paint(head, "strong"), *rest]) + "\n"


def _lines(explanation: Explanation, places: Places, lang: Lang, width: int) -> Iterator[str]:
    yield from wrap(_said(explanation, places, lang), width)
    yield from _branches(explanation, places, lang, width, "")


def _branches(explanation: Explanation, places: Places, lang: Lang, width: int, indent: str) -> Iterator[str]:
    last = len(explanation.children) - 1
    for at, child in enumerate(explanation.children):
        sign, below = ("└─ ", "   ") if at == last else ("├─ ", "│  ")
        deeper = indent + below
        follow = deeper + ("│ " if child.children else "  ")
        yield from wrap(_said(child, places, lang), width, indent + sign, follow)
        yield from _branches(child, places, lang, width, deeper)


def _said(explanation: Explanation, places: Places, lang: Lang) -> str:
    """The sentence, then in brackets where it was read and by which clause."""
    said = message(explanation.message, lang, explanation.arguments)
    beside = [places.within_file(span, lang) for span in explanation.places]
    if explanation.citation is not None:
        beside.append(phrases.source(explanation.citation, lang))
    return visible(f"{said} [{'; '.join(beside)}]" if beside else said)
