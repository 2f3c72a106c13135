"""Sentences that authors write for findings: words, and in braces what is to be put in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiemtin.foundation.places import Span
from kiemtin.language import syntax as s
from kiemtin.language.terms.keywords import GAPS, keyword_pattern
from kiemtin.language.terms.names import canonical_property, canonical_root

_BRACED = re.compile(r"\{([^{}]*)\}")
_PATH = re.compile(r"[^\W\d_]\w*(?:-\w+)*(?:\.[^\W\d_]\w*(?:-\w+)*)*")
_GAPS = {name: re.compile(keyword_pattern(keyword), re.I) for name, keyword in GAPS.items()}


def sentence_parts(text: str, span: Span) -> Iterator[str | s.Gap | s.Expression]:
    """The parts of a sentence. Raises ValueError with what stands in braces and cannot be put in."""
    done = 0
    for braced in _BRACED.finditer(text):
        yield from _plain(text[done : braced.start()])
        yield _part(braced[1].strip(), span)
        done = braced.end()
    yield from _plain(text[done:])


def _plain(text: str) -> Iterator[str]:
    if "{" in text or "}" in text:
        raise ValueError(text.strip())
    if text:
        yield text


def _part(inside: str, span: Span) -> s.Gap | s.Expression:
    for name, pattern in _GAPS.items():
        if pattern.fullmatch(inside):
            return s.Gap("measured" if name == "measured" else "required", span=span)
    if _PATH.fullmatch(inside) is None:
        raise ValueError(inside)
    first, *rest = inside.split(".")
    made: s.Expression = s.Name(canonical_root(first), span=span)
    for name in rest:
        made = s.Attribute(made, canonical_property(name), span=span)
    return made
