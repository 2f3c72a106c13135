"""The packs around one that is being written: what a name means over all of them, and who uses it."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kiemtin.authoring.occurrences import Occurrence, Role
from kiemtin.authoring.pack_text import PackText, pack_text
from kiemtin.foundation.problems import PackError
from kiemtin.language.pack_files import NOTHING_HELD, Held, PackFile, bundled_packs, gather

MOST_NEIGHBOURS = 200
"""Packs of a folder in which uses are looked for."""


class Symbol(NamedTuple):
    """What a name means: a rule of a pack, a table or parameter with all that overrides it, a list of
    precedence, a pack; a variable, with its rule. `home` is the file of its (farthest) definition."""

    role: Role
    home: str
    name: str
    rule: str = ""


class Found(NamedTuple):
    """An occurrence in a file."""

    pack: PackText
    occurrence: Occurrence


class Library:
    """A pack with those that it refines or uses, nearest first. `held` are contents that an editor has not
    saved."""

    def __init__(self, path: str, held: Held = NOTHING_HELD) -> None:
        self.path, self.held = path, held

    @cached_property
    def files(self) -> tuple[PackFile, ...]:
        """Empty if the pack is not there, or leads to more than may be read."""
        try:
            return gather(Path(self.path), (), self.held.get(self.path), self.held)
        except (PackError, ValueError):
            return ()

    @cached_property
    def packs(self) -> tuple[PackText, ...]:
        """In the order in which names are looked for: what is refined, step by step, then what is used."""
        texts = {
            file.name: pack_text(file.content.decode("utf-8", "replace"), str(file.path))
            for file in self.files
        }
        chain: list[PackText] = []
        following: str | None = None
        while following in texts and texts[following] not in chain:
            chain.append(texts[following])
            following = refined_by(chain[-1])
            if following is None:
                break
        return (*chain, *(text for text in texts.values() if text not in chain))

    def symbol(self, pack: PackText, occurrence: Occurrence) -> Symbol | None:
        """What a name of one of the packs means; None for a property, a root, or a name without meaning."""
        role, name = occurrence.role, occurrence.name
        if role is Role.VARIABLE:
            return Symbol(role, pack.path, name, _rule_of(pack, occurrence))
        if role is Role.PACK:
            found = self._pack(name)
            return Symbol(role, found.path, name) if found else None
        if role not in {Role.RULE, Role.VALUE, Role.PRECEDENCE, Role.GUESSED}:
            return None
        roles = (Role.RULE, Role.VALUE, Role.PRECEDENCE) if role is Role.GUESSED else (role,)
        for each in roles:
            home = pack if occurrence.defines else self._home(pack, each, occurrence)
            if home is not None:
                return self._root(home, each, name)
        return None

    def definition(self, symbol: Symbol) -> Found | None:
        """Where a symbol is defined; of a variable the loop that binds it."""
        for found in self.definitions(symbol):
            return found
        return None

    def definitions(self, symbol: Symbol) -> Iterator[Found]:
        """Of a table or parameter also the overrides in nearer packs, after the definition itself."""
        if symbol.role is Role.VARIABLE:
            yield from (found for found in self.uses(symbol) if found.occurrence.defines)
            return
        homes = [pack for pack in self.packs if pack.path == symbol.home]
        for pack in (*homes, *(pack for pack in self.packs if pack.path != symbol.home)):
            found = pack.definitions(symbol.role).get(symbol.name)
            if found is not None and self.symbol(pack, found) == symbol:
                yield Found(pack, found)

    def uses(self, symbol: Symbol) -> Iterator[Found]:
        """Every place of the packs where the symbol is named as it is named at its definition."""
        for pack in self.packs:
            for one in pack.occurrences:
                if one.name == symbol.name and self.symbol(pack, one) == symbol:
                    yield Found(pack, one)

    def _pack(self, name: str) -> PackText | None:
        for file, text in zip(self.files, self._in_file_order, strict=True):
            if name in (file.name, text.name):
                return text
        return None

    @cached_property
    def _in_file_order(self) -> tuple[PackText, ...]:
        return tuple(
            pack_text(file.content.decode("utf-8", "replace"), str(file.path)) for file in self.files
        )

    def _home(self, pack: PackText, role: Role, occurrence: Occurrence) -> PackText | None:
        """The pack that defines what is named in `pack`."""
        named = occurrence.path[0] if occurrence.path else None
        packs = self.packs
        begin = packs.index(pack) if pack in packs else 0
        farther = _is_override(pack, occurrence)
        for candidate in packs[begin + farther :]:
            if named is not None and candidate.name != named:
                continue
            if occurrence.name in candidate.definitions(role):
                return candidate
        return None

    def _root(self, pack: PackText, role: Role, name: str) -> Symbol:
        """Of a value the one at the far end of its overrides by the same name."""
        if role is not Role.VALUE:
            return Symbol(role, pack.path, name)
        seen = {pack.path}
        while True:
            replaced = _replaced(pack, name)
            if replaced is None or replaced.name != name:
                return Symbol(role, pack.path, name)
            farther = self._home(pack, role, replaced)
            if farther is None or farther.path in seen:
                return Symbol(role, pack.path, name)
            seen.add(farther.path)
            pack = farther


def refined_by(pack: PackText) -> str | None:
    """The name behind `cụ thể hóa`."""
    words = pack.pieces[0].words if pack.pieces else ()
    for before, word in itertools.pairwise(words):
        if before.kind == "REFINES" and word.kind == "NAME":
            return word.value
    return None


def neighbours(path: str, held: Mapping[str, bytes]) -> Sequence[str]:
    """The other packs of a file's folder, and those that an editor holds: they may use what it defines."""
    folder = os.path.dirname(path)  # noqa: PTH120
    try:
        beside = sorted(str(Path(folder) / name) for name in os.listdir(folder) if name.endswith(".quy"))  # noqa: PTH208
    except OSError:
        beside = []
    open_ones = sorted(name for name in held if name.endswith(".quy"))
    return [each for each in dict.fromkeys([*open_ones, *beside]) if each != path][:MOST_NEIGHBOURS]


def everywhere(symbol: Symbol, path: str, held: Held) -> list[Found]:
    """The uses of a symbol in a pack, in those behind it, and in its neighbours that lead to it."""
    found: dict[tuple[str, int], Found] = {}
    for each in (path, *neighbours(path, held)):
        library = Library(each, held)
        if all(file.path != Path(symbol.home) for file in library.files):
            continue
        for use in library.uses(symbol):
            found.setdefault((use.pack.path, use.occurrence.start), use)
    return list(found.values())


def is_bundled(path: str) -> bool:
    """Whether a file came with the program: nobody edits it."""
    return Path(path).resolve().parent == bundled_packs().resolve()


def _rule_of(pack: PackText, occurrence: Occurrence) -> str:
    """The rule whose loop binds the variable, also where an exception in another clause speaks of it; of
    anything else its piece."""
    words = pack.pieces[occurrence.piece].words
    if words and words[0].kind == "RULE" and len(words) > 1:
        return words[1].value
    if words and words[0].kind == "EXCEPTION":
        for before, word in itertools.pairwise(words):
            scope = pack.rules.get(word.value) if before.kind == "OF" else None
            if scope is not None and occurrence.name in scope.variables:
                return word.value
    return f"#{occurrence.piece}"


def _is_override(pack: PackText, occurrence: Occurrence) -> bool:
    words = pack.pieces[occurrence.piece].words
    before = [word.kind for word in words if word.end <= occurrence.start]
    return before[-1:] == ["OVERRIDES"] or before[-3:] == ["OVERRIDES", "NAME", "DOT"]


def _replaced(pack: PackText, name: str) -> Occurrence | None:
    """What the definition of a value overrides."""
    definition = pack.definitions(Role.VALUE).get(name)
    if definition is None:
        return None
    for one in pack.occurrences:
        if one.piece == definition.piece and one.role is Role.VALUE and _is_override(pack, one):
            return one
    return None
