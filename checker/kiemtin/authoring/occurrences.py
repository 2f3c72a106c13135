"""What each name of a pack stands for: told by the words around it, also in a pack that is half written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from kiemtin.authoring.words import GUESSED, Piece, Word
from kiemtin.language.terms import types as t
from kiemtin.language.terms.names import canonical_property, canonical_root
from kiemtin.language.terms.schema import ROOTS, properties
from kiemtin.language.terms.types import Type


class Role(StrEnum):
    RULE = "rule"
    VALUE = "value"
    """A table or a parameter; in a path also what might be one."""
    PRECEDENCE = "precedence"
    PACK = "pack"
    VARIABLE = "variable"
    PROPERTY = "property"
    ROOT = "root"
    LABEL = "label"
    """Of an exception."""
    GUESSED = "guessed"


class Occurrence(NamedTuple):
    """A name at `[start, end)`. `path`: of a property the names before it; of another the pack named before
    it, if one is."""

    role: Role
    name: str
    start: int
    end: int
    defines: bool = False
    path: tuple[str, ...] = ()
    piece: int = 0


DEFINERS = {"RULE": Role.RULE, "TABLE": Role.VALUE, "PARAMETER": Role.VALUE, "DOCUMENT": Role.PACK}
_BINDERS = frozenset({"FOR_EACH", "ALL", "ANY", "COUNT"})
_SENTENCES = frozenset({"SENTENCE", "ADVICE"})
_EXAMPLES = frozenset({"EXAMPLE_PASS", "EXAMPLE_FAIL", "EXAMPLE_OUT"})
_BRACED = re.compile(r"\{([^{}]*)\}")
_PATH = re.compile(r"[^\W\d_]\w*(?:-\w+)*(?:\.[^\W\d_]\w*(?:-\w+)*)*")
_NAME = re.compile(r"[^\W\d_]\w*(?:-\w+)*")


class Scope(NamedTuple):
    """The variables of a rule, each with the path of the collection that it goes through."""

    variables: Mapping[str, tuple[str, ...]]


def scope_of(words: Sequence[Word]) -> Scope:
    """What the loops and aggregates of a piece bind."""
    bound: dict[str, tuple[str, ...]] = {}
    for at, word in enumerate(words):
        if word.kind in _BINDERS and at + 1 < len(words) and words[at + 1].kind in {"NAME", GUESSED}:
            behind = words[at + 2 :]
            path = _path(behind[1:]) if behind and behind[0].kind == "IN" else ()
            bound.setdefault(words[at + 1].value, path)
    return Scope(bound)


def _path(words: Sequence[Word]) -> tuple[str, ...]:
    names = []
    for at, word in enumerate(words):
        if word.kind != ("DOT" if at % 2 else "NAME"):
            break
        if at % 2 == 0:
            names.append(word.value)
    return tuple(names)


def type_of(path: Sequence[str], variables: Mapping[str, Sequence[str]], deep: int = 8) -> Type | None:
    """The type of `a.b.c`, None where it is not known: of a table, or of what does not exist."""
    if not path or not deep:
        return None
    first = path[0]
    if first in variables:
        collection = type_of(variables[first], variables, deep - 1)
        found = collection.element if collection else None
    else:
        root = ROOTS.get(canonical_root(first))
        found = root[1] if root else None
    for name in path[1:]:
        row = properties().get((found, canonical_property(name))) if found else None
        found = row.type if row else None
    return found


def occurrences(pieces: Sequence[Piece]) -> tuple[Occurrence, ...]:
    """All names of a pack in the order of its text."""
    rules = {
        piece.words[1].value: scope_of(piece.words)
        for piece in pieces
        if len(piece.words) > 1 and piece.words[0].kind == "RULE"
    }
    return tuple(
        found for at, piece in enumerate(pieces) for found in _in_piece(piece, at, scope_in(piece, rules))
    )


def scope_in(piece: Piece, rules: Mapping[str, Scope]) -> Scope:
    """An exception knows the variables of its rule."""
    own = scope_of(piece.words)
    if piece.words and piece.words[0].kind == "EXCEPTION":
        named = [
            word.value
            for before, word in zip(piece.words, piece.words[1:], strict=False)
            if before.kind == "OF"
        ]
        if named and named[0] in rules:
            return Scope({**rules[named[0]].variables, **own.variables})
    return own


def _in_piece(piece: Piece, at: int, scope: Scope) -> Iterator[Occurrence]:
    words = piece.words
    index = 0
    given = sentence = example = False
    subject: tuple[str, ...] = ()
    while index < len(words):
        word = words[index]
        kind = word.kind
        before = words[index - 1].kind if index else ""
        if kind in _SENTENCES:
            sentence = True
        elif kind in _EXAMPLES:
            example, given, sentence = True, False, False
        elif kind == "WITH":
            given = example
        elif kind not in {"STRING", "NAME", "COMMA", "DOT"}:
            sentence = False
        if kind == "STRING" and sentence:
            yield from _in_sentence(word, at, scope)
        elif kind in {"NAME", GUESSED}:
            names = [word]
            while index + 2 < len(words) and words[index + 1].kind == "DOT" and words[index + 2].kind == kind:
                names.append(words[index + 2])
                index += 2
            following = words[index + 1].kind if index + 1 < len(words) else ""
            is_datum = given and before in {"WITH", "COMMA"} and following in {"EQUALS", "IS"}
            if before in {"HAS", "NOT_HAS"}:
                yield from _properties([(name.value, name.start) for name in names], subject, at)
            else:
                yield from _named(words, before, names, at, scope, is_datum=is_datum)
                subject = tuple(name.value for name in names)
        elif kind == "ROW" and example and before != "ROW":
            yield from _columns(word, at)
        index += 1


def _named(
    words: Sequence[Word], before: str, names: Sequence[Word], at: int, scope: Scope, *, is_datum: bool
) -> Iterator[Occurrence]:
    """The names of one path, by the keyword before it."""
    first, last = names[0], names[-1]
    head = words[0].kind

    def one(role: Role, word: Word, *, defines: bool = False, path: tuple[str, ...] = ()) -> Occurrence:
        return Occurrence(role, word.value, word.start, word.end, defines, path, at)

    if before in DEFINERS:
        yield one(DEFINERS[before], first, defines=True)
    elif before == "RANKING":
        yield one(Role.PRECEDENCE, first, defines=True)
    elif before == "CONTINUES" or (before == "BY" and head == "DOCUMENT"):
        yield one(Role.PRECEDENCE, first)
    elif before in {"REFINES", "USES"} or (before == "COMMA" and head == "DOCUMENT"):
        yield one(Role.PACK, first)
    elif before == "SUPERSEDES":
        return
    elif before == "EXCEPTION":
        yield one(Role.LABEL, first, defines=True)
    elif before in {"OVERRIDES", "OF"}:
        role = Role.RULE if before == "OF" or head == "RULE" else Role.VALUE
        if len(names) > 1:
            yield one(Role.PACK, first)
        yield one(role, last, path=(first.value,) if len(names) > 1 else ())
    elif before in _BINDERS:
        yield one(Role.VARIABLE, first, defines=True)
    elif is_datum:
        yield one(Role.PROPERTY, first, path=("item",))
    else:
        yield from _in_path([(name.value, name.start) for name in names], at, scope, first.kind == GUESSED)


def _in_path(
    names: Sequence[tuple[str, int]],
    at: int,
    scope: Scope,
    guessed: bool = False,  # noqa: FBT001
) -> Iterator[Occurrence]:
    (first, start), *rest = names
    is_variable = first in scope.variables
    is_root = canonical_root(first) in ROOTS
    role = (
        Role.VARIABLE if is_variable
        else Role.ROOT if is_root
        else Role.GUESSED if guessed
        else Role.PACK if rest
        else Role.VALUE
    )  # fmt: skip
    yield Occurrence(role, first, start, start + len(first), piece=at)
    if is_variable or is_root:
        yield from _properties(rest, (first,), at)
        return
    for name, start in rest:
        yield Occurrence(Role.VALUE, name, start, start + len(name), path=(first,), piece=at)


def _properties(names: Sequence[tuple[str, int]], path: tuple[str, ...], at: int) -> Iterator[Occurrence]:
    """What is asked of `path`, each of what the one before gives."""
    for name, start in names:
        yield Occurrence(Role.PROPERTY, name, start, start + len(name), path=path, piece=at)
        path = (*path, name)


def _in_sentence(word: Word, at: int, scope: Scope) -> Iterator[Occurrence]:
    for braced in _BRACED.finditer(word.value):
        inside = braced[1].strip()
        begin = word.start + braced.start(1) + len(braced[1]) - len(braced[1].lstrip())
        if _PATH.fullmatch(inside):
            names = [(match.group(), begin + match.start()) for match in _NAME.finditer(inside)]
            first = names[0][0]
            if len(names) > 1 or first in scope.variables:
                yield from _in_path(names, at, scope)


def _columns(word: Word, at: int) -> Iterator[Occurrence]:
    """The head of an example's rows names properties of items."""
    for match in _NAME.finditer(word.value):
        start = word.start + match.start()
        yield Occurrence(Role.PROPERTY, match.group(), start, start + len(match[0]), False, ("item",), at)


def owner_of(occurrence: Occurrence, scope: Scope) -> Type | None:
    """What a property is asked of; the item for a datum of an example."""
    if occurrence.path == ("item",):
        return t.ITEM
    return type_of(occurrence.path, scope.variables)
