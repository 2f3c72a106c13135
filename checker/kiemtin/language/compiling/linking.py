"""What the packs of one rulebook define, and which name means what where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import Problem
from kiemtin.language import syntax as s
from kiemtin.language.reading.source import Source
from kiemtin.language.rulebook import Citation

Role = Literal["main", "refined", "used"]

MAX_ERRORS = 100
"""Nobody reads more in one run, and each may cost a search for what was meant."""


class TooManyErrorsError(Exception):
    """Ends the work on a pack of which enough is known to be wrong."""


@dataclass(frozen=True, eq=False)
class SourcedPack:
    """A parsed pack and how it came in: rules of `used` packs do not apply, only their definitions do."""

    pack: s.Pack
    source: Source
    role: Role
    lost: str | None = None
    """What of its text could not be read; None if all could."""


@dataclass(frozen=True, eq=False)
class Placed:
    """A statement with the pack and the clause it stands in."""

    home: SourcedPack
    citation: Citation
    statement: s.Statement


@dataclass
class Links:
    """All statements of all packs, nearest pack first."""

    packs: tuple[SourcedPack, ...]
    internal: bool = False
    """Whether clauses for internal circulation keep their wording."""
    placed: list[Placed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _errors: int = 0

    def place_statements(self) -> None:
        """Places every statement of the packs and finds doubles."""
        for home in self.packs:
            seen: dict[tuple[str, str], Placed] = {}
            for placed in _placed(home, internal=self.internal):
                self.placed.append(placed)
                name = getattr(placed.statement, "name", None)
                if name is None:
                    continue
                kind = "rule" if isinstance(placed.statement, s.Rule) else "value"
                first = seen.setdefault((kind, name), placed)
                if first is not placed:
                    related = (("pack.first-here", first),)
                    span = placed.statement.span
                    self.report(home, "pack.duplicate-name", span, related=related, name=name)

    def of(self, kind: type[s.Node]) -> Iterator[Placed]:
        return (one for one in self.placed if isinstance(one.statement, kind))

    def report(self, home: SourcedPack, code: str, span: Span, *, warning: bool = False,
               related: tuple[tuple[str, Placed], ...] = (), **arguments: object) -> None:  # fmt: skip
        """Notes a problem at a place of one of the packs."""
        others = tuple((caption, other.home.source.place(other.statement.span)) for caption, other in related)
        self.problems.append(Problem(code, home.source.place(span), arguments, others, warning))
        self._errors += not warning
        if self._errors == MAX_ERRORS:
            raise TooManyErrorsError

    def reporter(self, home: SourcedPack) -> Callable[..., None]:
        """`report` for one pack: called with a code, a span and the arguments of the message."""
        return partial(self.report, home)

    def resolve(self, kind: type[s.Node], written: str, home: SourcedPack, *, farther: bool) -> Placed | None:
        """The statement that `written` (`name` or `pack.name`) means in a pack; `farther`: not its own."""
        pack_name, _, name = written.rpartition(".")
        begin = self.packs.index(home) + (1 if farther else 0)
        for candidate in self.packs[begin:]:
            if pack_name and candidate.pack.name != pack_name:
                continue
            for one in self.of(kind):
                if one.home is candidate and name == getattr(one.statement, "name", None):
                    return one
        return None


def _placed(home: SourcedPack, *, internal: bool) -> Iterator[Placed]:
    """The statements with the clauses that they stand in; without `internal` no wording of internal ones."""
    pack = home.pack
    title = None if pack.internal and not internal else pack.title

    def citation(path: tuple[tuple[str, str], ...], wording: str | None) -> Citation:
        return Citation(pack.name, title, pack.number, path, wording, pack.status)

    def walk(division: s.Division, path: tuple[tuple[str, str], ...], hidden: bool) -> Iterator[Placed]:  # noqa: FBT001
        path = (*path, (division.kind, division.label))
        hidden = hidden or (division.internal and not internal)
        here = citation(path, None if hidden else division.wording)
        for statement in division.statements:
            yield Placed(home, here, statement)
        for inner in division.divisions:
            yield from walk(inner, path, hidden)

    for statement in pack.statements:
        yield Placed(home, citation((), None), statement)
    for division in pack.divisions:
        yield from walk(division, (), pack.internal and not internal)


def both(a: Validity, b: Validity) -> Validity | None:
    """The days of both, None if there is none."""
    starts = [day for day in (a.start, b.start) if day is not None]
    ends = [day for day in (a.end, b.end) if day is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    return None if start and end and end < start else Validity(start, end)
