"""The structure of a pack as its text has it: clauses, rules with exceptions, tables, and the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.messages import Lang, message
from kiemtin.language.rulebook import BoundRule, Rulebook
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
    Status,
    Table,
)
from kiemtin.language.terms.names import vietnamese_name
from kiemtin.reporting import phrases
from kiemtin.reporting.excerpt import visible, wrap
from kiemtin.reporting.palette import PLAIN, Palette


class PackFile(NamedTuple):
    """A pack, the NFC text that its spans count in, and what it comes to with the packs that it refines."""

    pack: Pack
    text: str
    rulebook: Rulebook


def render(source: PackFile, lang: Lang, palette: Palette = PLAIN, width: int = 100) -> str:
    """One pack clause by clause, with what other clauses and packs do to its rules."""
    return "\n".join(_Outline(source, lang, palette, width).lines()) + "\n"


def validity_phrase(validity: Validity, lang: Lang) -> str:
    """`từ 01/07/2021`, `từ … đến hết …`."""
    said = phrases.validity(validity)
    return phrases.said(said, lang) if said else message("validity.always", lang)


class _Outline:
    def __init__(self, source: PackFile, lang: Lang, palette: Palette, width: int) -> None:
        self.pack, self.text = source.pack, source.text
        self.lang, self.palette, self.width = lang, palette, width
        self.bound = {rule.id: rule for rule in source.rulebook.rules}

    def say(self, message_id: str, **arguments: object) -> str:
        return visible(message(message_id, self.lang, arguments))

    def row(self, text: str, depth: int) -> list[str]:
        return wrap(text, self.width, "  " * depth, "  " * depth + "    ")

    def lines(self) -> Iterator[str]:
        yield from self.head()
        yield from self.statements(self.pack.statements, 1)
        for division in self.pack.divisions:
            yield ""
            yield from self.division(division, 0)
        yield ""
        yield from self.ledger()

    def head(self) -> Iterator[str]:
        pack = self.pack
        title = f"{pack.name} “{pack.title}”" if pack.title else pack.name
        yield self.palette.paint(visible(title), "strong")
        if pack.number:
            yield from self.row(pack.number, 1)
        if pack.issuer:
            yield from self.row(self.say("outline.issuer", issuer=pack.issuer), 1)
        yield from self.row(
            self.say("outline.in_force", validity=validity_phrase(pack.validity, self.lang)), 1
        )
        if pack.refines:
            yield from self.row(self.say("outline.refines", pack=pack.refines), 1)
        yield from self.row(self.status(pack.status), 1)

    def status(self, status: Status | None) -> str:
        said = phrases.status(status, self.lang)
        return f"{said}: “{status.source}”" if status and status.source else said

    def division(self, division: Division, depth: int) -> Iterator[str]:
        label = f"{self.say(f'division.{division.kind}')} {division.label}"
        wording = f" “{division.wording}”" if division.wording else ""
        lines = self.row(visible(f"{label}.{wording}"), depth)
        yield from (self.palette.paint(line, "strong") for line in lines) if depth == 0 else lines
        yield from self.statements(division.statements, depth + 1)
        for inner in division.divisions:
            yield from self.division(inner, depth + 1)

    def statements(self, statements: Sequence[Statement], depth: int) -> Iterator[str]:
        for statement in statements:
            if isinstance(statement, Rule):
                yield from self.rule(statement, depth)
            elif isinstance(statement, RuleException):
                said = self.say("outline.exception_of", label=statement.label, rule=statement.rule)
                yield from self.row(said, depth)
            elif isinstance(statement, Table):
                yield from self.table(statement, depth)
            elif isinstance(statement, Parameter):
                n = len(statement.values)
                yield from self.row(self.say("outline.parameter", name=statement.name, versions=n), depth)
            elif isinstance(statement, Precedence):
                yield from self.precedence(statement, depth)
            elif isinstance(statement, Amendment):
                day = phrases.day(statement.day, self.lang)
                yield from self.row(self.say("outline.amendment", day=day, text=statement.text), depth)
            elif isinstance(statement, Field):
                yield from self.row(self.say("outline.field", name=vietnamese_name(statement.name)), depth)
            elif isinstance(statement, HolidayCalendar):
                said = validity_phrase(statement.validity, self.lang)
                told = self.say("outline.holidays", validity=said, n=len(statement.days))
                yield from self.row(told, depth)
            elif isinstance(statement, NotMachineCheckable):
                yield from self.row(self.say("outline.unchecked", reason=statement.reason), depth)

    def rule(self, rule: Rule, depth: int) -> Iterator[str]:
        """The rule and, below it, the tree of what makes it not apply."""
        told: dict[str, object] = {
            "rule": rule.name,
            "modality": self.say(f"outline.modality.{rule.modality}"),
        }
        if rule.summary:
            yield from self.row(self.say("outline.rule_summary", summary=rule.summary, **told), depth)
        else:
            yield from self.row(self.say("outline.rule", **told), depth)
        bound: BoundRule | None = self.bound.get(f"{self.pack.name}.{rule.name}")
        branches = [
            self.say("outline.unless", label=unless.label or unless.condition.span.of(self.text))
            for unless in rule.unless
        ]
        if bound is not None:
            branches += [
                self.say(
                    "outline.exception",
                    label=displaced.label,
                    clause=phrases.source(displaced.citation, self.lang),
                )
                for displaced in bound.exceptions
            ]
            branches += [
                self.say("outline.overrides", source=phrases.source(citation, self.lang))
                for citation in bound.overrides
            ]
        for at, branch in enumerate(branches, 1):
            sign = "└─ " if at == len(branches) else "├─ "
            yield from wrap(branch, self.width, f"{'  ' * depth}  {sign}", f"{'  ' * depth}     ")

    def table(self, table: Table, depth: int) -> Iterator[str]:
        yield from self.row(self.say("outline.table", name=table.name, versions=len(table.versions)), depth)
        for version in table.versions:
            said = self.say(
                "outline.version",
                validity=validity_phrase(version.validity, self.lang),
                rows=len(version.rows),
                status=phrases.status(version.status or self.pack.status, self.lang),
            )
            yield from self.row(said, depth + 1)

    def precedence(self, precedence: Precedence, depth: int) -> Iterator[str]:
        for version in precedence.versions:
            said = self.say(
                "outline.precedence",
                validity=validity_phrase(version.validity, self.lang),
                ranks=len(version.ranks),
                offices=sum(len(rank.offices) for rank in version.ranks),
                status=phrases.status(version.status or self.pack.status, self.lang),
            )
            yield from self.row(said, depth)

    def ledger(self) -> Iterator[str]:
        """How much of the text is checked by rules, and how far its values were checked."""
        statements = list(statements_of(self.pack))
        rules = [statement for statement in statements if isinstance(statement, Rule)]
        clauses = list(_clauses(self.pack.divisions))
        by_hand = sum(
            any(isinstance(s, NotMachineCheckable) for s in clause.statements) for clause in clauses
        )
        encoded = sum(
            any(not isinstance(s, NotMachineCheckable) for s in clause.statements) for clause in clauses
        )
        silent = sum(not clause.statements for clause in clauses)
        statuses = [status.kind if status else "unknown" for status in _statuses(self.pack, statements)]
        modalities = {
            kind: sum(rule.modality == kind for rule in rules) for kind in ("must", "should", "note")
        }
        yield self.palette.paint(self.say("outline.ledger"), "strong")
        yield from self.row(self.say("outline.ledger_rules", n=len(rules), **modalities), 1)
        yield from self.row(
            self.say(
                "outline.ledger_clauses", n=len(clauses), encoded=encoded, by_hand=by_hand, silent=silent
            ),
            1,
        )
        counted = {kind: statuses.count(kind) for kind in ("verified", "practice", "sample", "unknown")}
        yield from self.row(self.say("outline.ledger_values", **counted), 1)


def statements_of(pack: Pack) -> Iterator[Statement]:
    """Every statement of a pack, in the order of its text."""
    yield from pack.statements
    yield from _all_statements(pack.divisions)


def starts_of(pack: Pack) -> list[int]:
    """Where each statement and each division of a pack begins."""

    def walk(divisions: Sequence[Division]) -> Iterator[int]:
        for division in divisions:
            yield division.span.start
            yield from walk(division.divisions)

    return sorted({*walk(pack.divisions), *(statement.span.start for statement in statements_of(pack))})


def _all_statements(divisions: Sequence[Division]) -> Iterator[Statement]:
    for division in divisions:
        yield from division.statements
        yield from _all_statements(division.divisions)


def _clauses(divisions: Sequence[Division]) -> Iterator[Division]:
    """The smallest divisions, which are what a rule answers to."""
    for division in divisions:
        if division.divisions:
            yield from _clauses(division.divisions)
        if division.statements or not division.divisions:
            yield division


def _statuses(pack: Pack, statements: Sequence[Statement]) -> Iterator[Status | None]:
    """Of the text and of each version of a value; a version without its own has the text's."""
    yield pack.status
    for statement in statements:
        versions: Sequence[object] = ()
        if isinstance(statement, Table | Precedence):
            versions = statement.versions
        elif isinstance(statement, Parameter):
            versions = statement.values
        for version in versions:
            yield getattr(version, "status", None) or pack.status
