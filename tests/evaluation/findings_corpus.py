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
    words: str


@dataclass(frozen=True)
class Injection:
    """A piece with one mistake put into it. `words` are those that a finding of `rule` must touch."""

    kind: str
    rule: str
    text: str
    words: tuple[str, ...]


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
        true = tuple(Expectation(each["rule"], each["words"]) for each in entry.get("true") or ())
        for each in true:
            if each.words not in text:
                raise AnnotationError(f"{path.stem}: {each.words!r}")
        uncertain = tuple(str(each) for each in entry.get("uncertain") or ())
        injections = tuple(_injections(path.stem, text, entry.get("inject") or ()))
        pieces.append(Piece(path.stem, entry["kind"], path, text, true, uncertain, injections))
    return tuple(pieces)


def _injections(piece: str, text: str, entries: Any) -> Iterator[Injection]:
    for entry in entries:
        if "swap" in entry:
            first, second = entry["swap"]
            yield Injection("swap", "order", _swapped(piece, text, first, second), (first, second))
        elif "drop_title" in entry:
            changed = _once(piece, text, entry["drop_title"], "")
            yield Injection("drop-title", "first-title", changed, (entry["name"],))
        elif "misspell" in entry:
            right, wrong = entry["misspell"]
            kind = "misspell-titled" if entry.get("titled") else "misspell-untitled"
            yield Injection(kind, "near-name", text.replace(right, wrong, 1), (wrong,))
        elif "predecessor" in entry:
            old, new = entry["predecessor"][-2:]
            yield Injection("predecessor", "held", _once(piece, text, old, new), (new,))
        else:
            raise AnnotationError(f"{piece}: {entry}")


def _once(piece: str, text: str, old: str, new: str) -> str:
    if old not in text:
        raise AnnotationError(f"{piece}: {old!r}")
    return text.replace(old, new, 1)


def _swapped(piece: str, text: str, first: str, second: str) -> str:
    """Two members of a list change places, each with all that stands up to the next separator."""
    if first not in text or second not in text:
        raise AnnotationError(f"{piece}: {first!r}, {second!r}")
    at, other = text.index(first), text.index(second)
    hold = "\0"
    return (text[:at] + hold + text[at + len(first) : other] + first + text[other + len(second) :]).replace(
        hold, second, 1
    )
