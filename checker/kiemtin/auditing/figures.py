"""The figures of a report: closed records that every format renders."""

from __future__ import annotations

from typing import Any, NamedTuple

from kiemtin.auditing.statistics import Share, share

DIMENSIONS = ("outlet", "medium", "section", "rank", "month", "field")
"""By which items are counted; rules and clauses beside."""
UNKNOWN = ""
"""Of a dimension that was not said."""


class Group(NamedTuple):
    """Items that have one thing in common. In a sample all but `counted` is weighted."""

    key: str
    counted: int = 0
    items: float = 0.0
    checkable: float = 0.0
    """For which at least one rule came to a decision."""
    checkable_counted: int = 0
    wrong: float = 0.0
    """With at least one confirmed violation."""
    unconfirmed: float = 0.0
    """With none but unconfirmed ones."""
    open: float = 0.0
    """Of which some rule could not be decided."""
    violations: float = 0.0
    leaders: float = 0.0
    """That name at least one leader."""
    syllables: float = 0.0
    leader_syllables: float = 0.0

    @property
    def rate(self) -> Share:
        """Items with a violation, of those that could be checked."""
        return share(self.wrong, self.checkable, self.checkable_counted)

    @property
    def open_share(self) -> Share:
        return share(self.open, self.items, self.counted)

    @property
    def coverage(self) -> Share:
        """Items that name leaders, of all."""
        return share(self.leaders, self.items, self.counted)

    def plus(self, *values: float) -> Group:
        return Group(self.key, *(mine + more for mine, more in zip(self[1:], values, strict=True)))  # type: ignore[arg-type]


class RuleFigures(NamedTuple):
    """One rule over all items."""

    rule: str
    name: str
    pack: str
    clause: str
    wording: str | None
    modality: str
    status: str | None
    passed: float = 0.0
    failed: float = 0.0
    unconfirmed: float = 0.0
    open: float = 0.0
    excepted: float = 0.0
    counted: int = 0
    """Items that it decided on."""
    violations: float = 0.0

    @property
    def decided(self) -> float:
        return self.passed + self.failed + self.unconfirmed

    @property
    def rate(self) -> Share:
        return share(self.failed, self.decided, self.counted)


class MissingFigures(NamedTuple):
    """A datum that was not supplied: for how many items and rules."""

    datum: str
    rule: str
    items: int


class Evidence(NamedTuple):
    """One finding with the item that it is about, all as in the store."""

    finding: dict[str, Any]
    item: dict[str, Any]

    @property
    def code(self) -> str:
        """What a sheet that comes back knows it by."""
        return ".".join(str(self.finding[name]) for name in ("doc", "item", "number", "fingerprint"))


class Scope(NamedTuple):
    """What was looked at and what was left out, and why."""

    documents: int
    items: int
    checked: int
    unreadable: int
    given_up: int
    duplicates: int
    earlier: int
    reasons: tuple[tuple[str, int], ...]
    """Why items were not checked, most frequent first."""
    undated: int
    first_day: str | None
    last_day: str | None

    @property
    def counted(self) -> int:
        """Distinct pieces, each in its last version: the denominator of all that follows."""
        return self.checked - self.duplicates - self.earlier


class Change(NamedTuple):
    """From a month on something else holds: a pack, from a day, or so many new terms of a roster."""

    month: str
    name: str
    day: str = ""
    terms: int = 0


class Figures(NamedTuple):
    """All that a report says."""

    store: str
    run: int
    manifest: dict[str, Any]
    manifest_hash: str
    chosen: dict[str, str]
    """By what the items were narrowed down: outlet, month."""
    scope: Scope
    total: Group
    groups: dict[str, tuple[Group, ...]]
    """By dimension; months in order, the rest by number of items."""
    outlet_months: dict[tuple[str, str], Group]
    field_months: dict[tuple[str, str], Group]
    rules: tuple[RuleFigures, ...]
    rule_months: dict[tuple[str, str], tuple[float, float, int]]
    """(rule, month) -> failed, decided, how many decided."""
    rule_outlets: dict[tuple[str, str], tuple[float, float, int]]
    missing: tuple[MissingFigures, ...]
    changes: tuple[Change, ...]
    """Where the rules, or many of those in office, changed within the time."""
    evidence: tuple[Evidence, ...]
    evidence_left_out: int

    @property
    def command(self) -> str:
        """What gives these figures again."""
        told = "".join(f" --{name} “{value}”" for name, value in sorted(self.chosen.items()))
        return f"kiemtin report {self.store} --run {self.run}{told}"
