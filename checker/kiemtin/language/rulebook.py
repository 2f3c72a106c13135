"""What a pack and the packs that it refines come to: rules, tables and precedence ready to be applied.

The expressions are typed (every node's `type` is set) and closed: each name is a root, a loop's variable,
a table or a parameter of the rulebook.
"""

from __future__ import annotations

from datetime import date

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.records import Record
from kiemtin.language.syntax import (
    Example,
    Expression,
    Fix,
    Loop,
    Modality,
    ParameterValue,
    Sentence,
    Status,
    TableVersion,
    Unless,
)
from kiemtin.language.terms.types import Type


class Citation(Record):
    """The clause that something stands in: the labels from Chương down to Điểm and the clause's words."""

    pack: str
    pack_title: str | None
    number: str | None
    path: tuple[tuple[str, str], ...]
    """(kind, label), e.g. (("article", "4"), ("clause", "1"))."""
    wording: str | None
    status: Status | None


class Displacement(Record):
    """An exception to a rule that stands in another clause, or the override of a rule by another pack."""

    label: str
    citation: Citation
    condition: Expression
    validity: Validity
    place: FilePlace


class BoundRule(Record):
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
    sentence: Sentence | None = None
    advice: Sentence | None = None
    """The author's own words for a failure and for what to do."""
    formerly: tuple[str, ...] = ()
    """Ids that it went by, the oldest first: waivers and baselines written then hold."""
    example_places: tuple[FilePlace, ...] = ()
    """Where each of `examples` stands."""

    @property
    def identity(self) -> str:
        """The oldest id: what findings are known by, whatever the rule is called today."""
        return self.formerly[0] if self.formerly else self.id

    def goes_by(self, written: str) -> bool:
        """Whether that is its id or name, of today or of old."""
        return written in (self.id, self.name) or any(
            written in (old, old.rpartition(".")[2]) for old in self.formerly
        )


class BoundTable(Record):
    """A table with its versions, the nearest pack's first; a version answers where it has a row.

    `layers` pairs each version with the clause it stands in; of one pack, the newest version comes first.
    The first layer in force on the day that has a row and a column for the item answers, be the cell empty.
    """

    name: str
    axes: tuple[Expression, ...]
    layers: tuple[tuple[Citation, TableVersion], ...]


class BoundParameter(Record):
    """The first layer in force on the day answers."""

    name: str
    layers: tuple[tuple[Citation, ParameterValue], ...]


class PrecedenceInForce(Record):
    """Ranks by office id in force for `validity`."""

    validity: Validity
    ranks: dict[str, int]
    names: dict[int, tuple[str, ...]]
    status: Status | None


class DeclaredField(Record):
    """What a pack declares that may be said of an item. `name` is canonical; `values` are all that there are,
    in the pack's spelling, none if any will do."""

    name: str
    type: Type
    values: tuple[str, ...]
    label: str | None
    citation: Citation


class Holidays(Record):
    """Days off and days worked instead, complete for `validity`."""

    validity: Validity
    free: tuple[Validity, ...]
    worked: tuple[date, ...]
    status: Status | None
    citation: Citation


class PackSummary(Record):
    """What reports print of a pack: who says so, since when, and whether that was checked."""

    name: str
    title: str | None
    number: str | None
    issuer: str | None
    validity: Validity
    status: Status | None
    reviewed: date | None
    path: str


class Rulebook(Record):
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
    holidays: tuple[Holidays, ...] = ()
    """The nearest pack's first."""
    drafts: frozenset[str] = frozenset()
    """Ids of rules that are drafts: they run, and block nothing."""
    fields: tuple[DeclaredField, ...] = ()
    """Those that the packs declare, each once: the nearest pack's."""
