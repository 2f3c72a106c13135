"""A pack as an editor holds it: its words and names, and the way between its NFC text and what was typed."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import NamedTuple

from kiemtin.authoring.occurrences import Occurrence, Role, Scope, occurrences, scope_in, scope_of
from kiemtin.authoring.words import Piece, Word, pieces
from kiemtin.foundation.limits import PACK_CHARACTERS, PACK_LINE
from kiemtin.foundation.places import Span
from kiemtin.foundation.text import normalize
from kiemtin.language.reading.joined_names import join_names
from kiemtin.language.terms.keywords import DIVISIONS

_LEVELS = tuple(DIVISIONS)


class Clause(NamedTuple):
    """A part of the regulation: `label` as written (`Điều 4`), its words, where it stands."""

    kind: str
    label: str
    wording: str
    piece: int


class PackText:
    """Immutable; what it is asked for is worked out once. Spans and offsets are of `text` (NFC), but for
    `outer` and `inner`."""

    def __init__(self, source: str, path: str) -> None:
        self.source, self.path = source, path
        self._normalized = normalize(source)
        self.text = join_names(self._normalized.text)

    def outer(self, span: Span) -> Span:
        """The same stretch of what was typed."""
        start = self._normalized.source_offset(span.start)
        return Span(start, max(start, self._normalized.source_offset(span.end)))

    def inner(self, offset: int) -> int:
        """Where an offset of what was typed lies in the text."""
        known = self._normalized
        at = bisect_right(known.outer, offset) - 1
        inner = known.inner[at] + offset - known.outer[at]
        return min(inner, known.inner[at + 1]) if at + 1 < len(known.inner) else min(inner, len(self.text))

    @cached_property
    def is_readable(self) -> bool:
        """Whether it is short enough to be a pack: what is not is refused before it is read."""
        return len(self.source) <= PACK_CHARACTERS.most and all(
            len(line) <= PACK_LINE.most for line in self.source.split("\n")
        )

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return pieces(self.text) if self.is_readable else ()

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        return occurrences(self.pieces)

    @cached_property
    def name(self) -> str:
        """What it calls itself, empty if it does not."""
        return next((one.name for one in self.occurrences if one.role is Role.PACK and one.defines), "")

    def piece_at(self, offset: int) -> int:
        """The index of the piece that holds an offset."""
        return max(0, bisect_right([piece.start for piece in self.pieces], offset) - 1)

    def word_at(self, offset: int) -> Word | None:
        """The word that holds an offset or ends there."""
        if not self.pieces:
            return None
        words = self.pieces[self.piece_at(offset)].words
        inside = [word for word in words if word.start <= offset <= word.end]
        return inside[-1] if inside else None

    def occurrence_at(self, offset: int) -> Occurrence | None:
        found = [one for one in self.occurrences if one.start <= offset <= one.end]
        return found[-1] if found else None

    @cached_property
    def rules(self) -> dict[str, Scope]:
        """The rules by name, with their variables."""
        return {
            self.pieces[one.piece].words[1].value: scope_of(self.pieces[one.piece].words)
            for one in self.occurrences
            if one.role is Role.RULE and one.defines
        }

    def scope(self, piece: int) -> Scope:
        return scope_in(self.pieces[piece], self.rules)

    def definitions(self, role: Role) -> dict[str, Occurrence]:
        """The first definition of each name."""
        found: dict[str, Occurrence] = {}
        for one in self.occurrences:
            if one.role is role and one.defines:
                found.setdefault(one.name, one)
        return found

    def clauses(self, piece: int) -> tuple[Clause, ...]:
        """The clauses that a piece stands in, from the largest to the smallest."""
        found: list[Clause] = []
        level = len(_LEVELS)
        for at in range(piece, -1, -1):
            clause = self.clause(at)
            if clause is not None and _LEVELS.index(clause.kind) < level:
                level = _LEVELS.index(clause.kind)
                found.append(clause)
        return tuple(reversed(found))

    def clause(self, piece: int) -> Clause | None:
        """The clause that begins with a piece."""
        words = self.pieces[piece].words
        if not words or words[0].kind not in _LEVELS:
            return None
        told = []
        for word in words[1:]:
            if word.kind != "STRING":
                break
            told.append(word.value[1:-1].replace('""', '"'))
        return Clause(words[0].kind, words[0].value.rstrip(" .):"), " ".join(told), piece)


@lru_cache(maxsize=256)
def pack_text(source: str, path: str) -> PackText:
    """The text of a pack; the same one for the same content."""
    return PackText(source, path)
