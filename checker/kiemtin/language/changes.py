"""Which rules, tables and clauses differ between two states of packs: by name, and by what they say.

What is only laid out otherwise, commented otherwise or shown by other examples is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from kiemtin.foundation.dates import show_day
from kiemtin.foundation.records import replace
from kiemtin.language.syntax import (
    Amendment,
    Division,
    Field,
    HolidayCalendar,
    NotMachineCheckable,
    Pack,
    Parameter,
    Precedence,
    Rule,
    RuleException,
    Statement,
    Table,
)
from kiemtin.language.writing.printing import print_pack

What = Literal[
    "head",
    "clause",
    "rule",
    "exception",
    "table",
    "parameter",
    "precedence",
    "amendment",
    "field",
    "holidays",
    "unchecked",
]
Path = tuple[tuple[str, str], ...]
"""(kind, label) of the divisions that something stands in, as in a Citation."""


class Key(NamedTuple):
    """What is compared; a clause, and what no machine checks, has no name but its `path`."""

    what: What
    pack: str
    name: str = ""
    path: Path = ()


class Said(NamedTuple):
    """A piece of a pack: where it stands, and its lines as they are laid out alone."""

    path: Path
    text: str


class Change(NamedTuple):
    """One of `before` and `after` is None for what came or went."""

    key: Key
    before: Said | None
    after: Said | None

    @property
    def kind(self) -> Literal["added", "removed", "changed"]:
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


def compare(before: Sequence[Pack], after: Sequence[Pack]) -> list[Change]:
    """In the order in which the packs of `after` say them; what went stands last."""
    old = dict(said for pack in before for said in pieces(pack))
    new = dict(said for pack in after for said in pieces(pack))
    found = [Change(key, old.get(key), said) for key, said in new.items() if old.get(key) != said]
    return found + [Change(key, said, None) for key, said in old.items() if key not in new]


def pieces(pack: Pack) -> Iterator[tuple[Key, Said]]:
    """All that a pack says."""
    bare = replace(pack, statements=(), divisions=())
    yield Key("head", pack.name), Said((), print_pack(bare).strip())
    yield from _below(pack.name, (), pack.statements, pack.divisions)


def _below(
    pack: str, path: Path, statements: Sequence[Statement], divisions: Sequence[Division]
) -> Iterator[tuple[Key, Said]]:
    for statement in statements:
        yield _key(pack, statement, path), Said(path, _alone(statement))
    for division in divisions:
        inner = (*path, (division.kind, division.label))
        head = replace(division, statements=(), divisions=())
        yield Key("clause", pack, path=inner), Said(inner, _printed(Pack("x", divisions=(head,))))
        yield from _below(pack, inner, division.statements, division.divisions)


def _key(pack: str, statement: Statement, path: Path) -> Key:
    match statement:
        case Rule():
            return Key("rule", pack, statement.name)
        case RuleException():
            return Key("exception", pack, f"{statement.rule} / {statement.label}")
        case Table():
            return Key("table", pack, statement.name)
        case Parameter():
            return Key("parameter", pack, statement.name)
        case Precedence():
            return Key("precedence", pack, statement.name)
        case Amendment():
            return Key("amendment", pack, show_day(statement.day))
        case Field():
            return Key("field", pack, statement.name)
        case HolidayCalendar():
            return Key("holidays", pack, show_day(statement.validity.start or date.min))
        case NotMachineCheckable():
            return Key("unchecked", pack, path=path)


def _alone(statement: Statement) -> str:
    if isinstance(statement, Rule):
        statement = replace(statement, examples=())
    return _printed(Pack("x", statements=(statement,)))


def _printed(pack: Pack) -> str:
    """A pack without its first line."""
    return print_pack(pack).partition("\n")[2].strip("\n")
