"""What a pack and the packs that it refines come to: rules, tables and precedence ready to be applied.

The expressions are typed (every node's `type` is set) and closed: each name is a root, a loop's variable,
a table or a parameter of the rulebook.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.places import FilePlace
from kiemtin.language.syntax import (
    Example,
    Expression,
    Fix,
    Loop,
    Modality,
    ParameterValue,
    Status,
    TableVersion,
    Unless,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """The clause that something stands in: the labels from Chương down to Điểm and the clause's words."""

    pack: str
    pack_title: str | None
    number: str | None
    path: tuple[tuple[str, str], ...]
    """(kind, label), e.g. (("article", "4"), ("clause", "1"))."""
    wording: str | None
    status: Status | None


@dataclass(frozen=True, slots=True)
class Displacement:
    """An exception to a rule that stands in another clause, or the override of a rule by another pack."""

    label: str
    citation: Citation
    condition: Expression
    validity: Validity
    place: FilePlace


@dataclass(frozen=True, slots=True)
class BoundRule:
    """One rule in force for `validity`. `overrides` is the rule of a refined pack that it takes the place of
    (a chain of those, nearest first)."""

    id: str
    """`pack.rule`."""
    name: str
    citation: Citation
    place: FilePlace
    modality: Modality
    loops: tuple[Loop, ...]
    when: Expression | None
    requirement: Expression
    unless: tuple[Unless, ...]
    exceptions: tuple[Displacement, ...]
    fix: Fix | None
    examples: tuple[Example, ...]
    validity: Validity
    summary: str | None
    overrides: tuple[Citation, ...] = ()
    needs_bulletin: bool = False
    """Speaks of the bulletin, so it is judged once a bulletin and not once an item."""


@dataclass(frozen=True, slots=True)
class BoundTable:
    """A table with its versions, the nearest pack's first; a version answers where it has a row.

    `layers` pairs each version with the clause it stands in.
    """

    name: str
    axes: tuple[Expression, ...]
    layers: tuple[tuple[Citation, TableVersion], ...]


@dataclass(frozen=True, slots=True)
class BoundParameter:
    name: str
    layers: tuple[tuple[Citation, ParameterValue], ...]


@dataclass(frozen=True, slots=True)
class PrecedenceInForce:
    """Ranks by office id in force for `validity`."""

    validity: Validity
    ranks: dict[str, int]
    names: dict[int, tuple[str, ...]]
    status: Status | None


@dataclass(frozen=True, slots=True)
class PackSummary:
    """What reports print of a pack: who says so, since when, and whether that was checked."""

    name: str
    title: str | None
    number: str | None
    issuer: str | None
    validity: Validity
    status: Status | None
    reviewed: date | None
    path: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A pack with all that it refines, nearest first in `packs`."""

    name: str
    packs: tuple[PackSummary, ...]
    rules: tuple[BoundRule, ...]
    tables: dict[str, BoundTable]
    parameters: dict[str, BoundParameter]
    precedence: tuple[PrecedenceInForce, ...]
    unchecked: tuple[tuple[Citation, str], ...]
    """Clauses that no machine can check, with the reason."""
    key: str
    """Hash of all sources: same key, same judgement."""
