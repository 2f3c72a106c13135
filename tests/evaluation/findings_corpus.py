"""The pieces of corpus/findings with what an editor expects of each, and the errors that may be put in.

The convention is told in corpus/findings/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "corpus" / "findings"
ROSTER = FOLDER / "roster.json"


@dataclass(frozen=True)
class Expectation:
    """A true mistake of a piece: the rule that must find it and the words that the finding must touch."""

    rule: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Injection:
    """How one mistake is put into a piece: what is done, and with which words.

    `nth`: in which full mention of the name. `apart`: why nobody could find it from the piece, by a word of
    `APART`; such are counted apart, never left out.
    """

    kind: str
    words: tuple[str, ...]
    nth: int = 1
    apart: str | None = None

    @property
    def rule(self) -> str:
        """The rule that must find it."""
        return _RULE_OF[self.kind]


APART = {
    "nobody-known": "nothing left in the piece tells that the name is the official's and no namesake's",
    "other-office": "another office or a function stands with the name",
    "headline": "the headline names the person with the title, which the rule accepts",
    "undated": "the piece has no day",
    "no-place": "the title has no place, and the piece names none",
    "time-open": "the piece does not tell of which time it speaks",
}
"""Why a mistake put in is beyond what the piece tells: the annotator's word, not the program's."""

_RULE_OF = {
    "swap": "order",
    "drop-title": "first-title",
    "misspell-titled": "near-name",
    "misspell-untitled": "near-name",
    "predecessor": "held",
}


@dataclass(frozen=True)
class Piece:
    """One piece as its author wrote it. `uncertain`: what only an unconfirmed answer would be right about."""

    id: str
    kind: str
    path: Path
    text: str
    true: tuple[Expectation, ...]
    uncertain: tuple[str, ...]
    injections: tuple[Injection, ...]


class AnnotationError(Exception):
    """Words that an annotation quotes do not stand in its piece once."""


def read_pieces() -> tuple[Piece, ...]:
    """All pieces in the order of their numbers. Raises AnnotationError."""
    told: dict[str, Any] = yaml.safe_load((FOLDER / "expected.yaml").read_text("utf-8"))
    pieces = []
    for path in sorted(FOLDER.glob("[0-9]*.md")):
        entry = told[path.stem]
        text = path.read_text("utf-8")
        true = tuple(_expected(path.stem, text, each) for each in entry.get("true") or ())
        uncertain = tuple(str(each) for each in entry.get("uncertain") or ())
        injections = tuple(_injections(path.stem, text, entry.get("inject") or ()))
        pieces.append(Piece(path.stem, entry["kind"], path, text, true, uncertain, injections))
    return tuple(pieces)


def _expected(piece: str, text: str, entry: Any) -> Expectation:
    quoted = entry["words"]
    words = (quoted,) if isinstance(quoted, str) else tuple(quoted)
    for each in words:
        if each not in text:
            raise AnnotationError(f"{piece}: {each!r}")
    return Expectation(entry["rule"], words)


def _injections(piece: str, text: str, entries: Any) -> Iterator[Injection]:
    for entry in entries:
        nth, apart = entry.get("nth", 1), entry.get("apart")
        if apart is not None and apart not in APART:
            raise AnnotationError(f"{piece}: {apart}")
        kind, words = _told(piece, entry)
        for quoted in words if kind == "swap" else words[:-1]:
            if quoted not in text:
                raise AnnotationError(f"{piece}: {quoted!r}")
        yield Injection(kind, words, nth, apart)


def _told(piece: str, entry: Any) -> tuple[str, tuple[str, ...]]:
    if "swap" in entry:
        return "swap", tuple(entry["swap"])
    if "drop_title" in entry:
        return "drop-title", (entry["drop_title"], entry["name"])
    if "misspell" in entry:
        kind = "misspell-titled" if entry.get("titled") else "misspell-untitled"
        return kind, tuple(entry["misspell"])
    if "predecessor" in entry:
        return "predecessor", tuple(entry["predecessor"])
    raise AnnotationError(f"{piece}: {entry}")
