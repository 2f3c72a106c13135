"""The words of a pack that is being written: as the grammar reads them, behind a mistake by their looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from kiemtin.language.reading.parsing import lark, statement_starts

GUESSED = "GUESSED"
"""The kind of a word behind a mistake: it may be a name or part of a keyword."""


class Word(NamedTuple):
    """A terminal of the grammar in `[start, end)` of the NFC text."""

    kind: str
    start: int
    end: int
    value: str


class Piece(NamedTuple):
    """The head, a clause or a statement, up to the next one. `broken`: not all of it could be read."""

    start: int
    end: int
    words: tuple[Word, ...]
    broken: bool

    @property
    def last(self) -> int:
        """Where its last word ends."""
        return self.words[-1].end if self.words else self.start


def pieces(text: str) -> tuple[Piece, ...]:
    """All pieces of a text; those that are as they were before cost nothing."""
    starts = statement_starts(text)
    found = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        words, broken = _read(text[start:end], "fragment" if start else "pack")
        moved = tuple(Word(word.kind, word.start + start, word.end + start, word.value) for word in words)
        found.append(Piece(start, end, moved, broken))
    return tuple(found)


def accepted_after(written: str, *, head: bool) -> tuple[frozenset[str], tuple[Word, ...]] | None:
    """The terminals that may follow the beginning of a piece, and its words; None behind a mistake."""
    from lark.exceptions import UnexpectedInput

    parser = lark().parse_interactive(written, start="pack" if head else "fragment")
    words = []
    try:
        for token in parser.iter_parse():
            start = token.start_pos or 0
            words.append(Word(token.type, start, start + len(token), str(token)))
        accepts: Callable[[], set[str]] = parser.accepts
        return frozenset(accepts()), tuple(words)
    except UnexpectedInput:
        return None


@lru_cache(maxsize=4096)
def _read(piece: str, start: str) -> tuple[tuple[Word, ...], bool]:
    from lark.exceptions import UnexpectedInput

    words = []
    try:
        for token in lark().parse_interactive(piece, start=start).iter_parse():
            at = token.start_pos or 0
            words.append(Word(token.type, at, at + len(token), str(token)))
    except UnexpectedInput:
        at = words[-1].end if words else 0
        return (*words, *_guessed(piece, at)), True
    return tuple(words), False


_LOOKS = re.compile(
    r'(?P<COMMENT>#[^\n]*)|(?P<STRING>"(?:[^"\n]|"")*"?|“[^”\n]*”?)'
    rf"|(?P<{GUESSED}>[^\W\d_]\w*(?:-\w+)*)|(?P<DOT>\.(?!\.))"
)


def _guessed(piece: str, at: int) -> list[Word]:
    found = []
    for match in _LOOKS.finditer(piece, at):
        kind = match.lastgroup or GUESSED
        if kind != "COMMENT":
            found.append(Word(kind, *match.span(), match.group()))
    return found
