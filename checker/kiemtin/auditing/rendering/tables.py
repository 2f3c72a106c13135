"""The tables of a report, in one shape for every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kiemtin.auditing.figures import DIMENSIONS, Figures, Group, RuleFigures
from kiemtin.auditing.rendering import wording
from kiemtin.auditing.statistics import Share, share
from kiemtin.foundation.messages import Lang, message, spoken

Cell = str | float | Share | None
"""A share is a rate per hundred with its interval."""


class Table(NamedTuple):
    """`kinds`: `text`, `number`, `rate` (which fills two columns of a sheet: rate and interval)."""

    id: str
    title: str
    note: str
    headings: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(figures: Figures, lang: Lang) -> tuple[Table, ...]:
    """All of them in the order of a report; one without rows is left out."""
    term = _Say(lang)
    found = [
        _scope(figures, term),
        _rules(figures, term),
        _clauses(figures, term),
        *(_by(figures, name, term) for name in DIMENSIONS),
        _coverage(figures, term),
        _missing(figures, term),
        _rules_by(figures, term),
        _method(figures, term),
    ]
    return tuple(table for table in found if table.rows)


class _Say:
    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang

    def __call__(self, name: str, **arguments: object) -> str:
        return message(f"audit.table.{name}", self.lang, arguments)

    def table(self, name: str, columns: Sequence[tuple[str, str]], rows: Iterator[tuple[Cell, ...]]) -> Table:
        note = self(f"{name}.note") if spoken(f"audit.table.{name}.note") else ""
        headings = tuple(self(f"column.{column}") for column, _ in columns)
        return Table(name, self(name), note, headings, tuple(kind for _, kind in columns), tuple(rows))


def _scope(figures: Figures, term: _Say) -> Table:
    scope = figures.scope

    def rows() -> Iterator[tuple[Cell, ...]]:
        for name in (
            "documents",
            "items",
            "checked",
            "unreadable",
            "given_up",
            "duplicates",
            "earlier",
            "counted",
        ):
            yield term(f"scope.{name}"), getattr(scope, name)
        yield term("scope.undated"), scope.undated
        yield term("scope.checkable"), figures.total.checkable
        yield term("scope.wrong"), figures.total.wrong
        for reason, count in scope.reasons:
            known = _without_arguments(f"audit.table.reason.{reason}", term.lang)
            known = known or _without_arguments(reason, term.lang) or reason
            yield term("scope.reason", reason=known.rstrip(".")), count

    return term.table("scope", (("what", "text"), ("n", "number")), rows())


class _Blank(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def _without_arguments(message_id: str, lang: Lang) -> str | None:
    """A message whose arguments were not kept; None for an unknown one."""
    texts = spoken(message_id)
    return texts[0 if lang == "vi" else 1].format_map(_Blank()) if texts else None


_RATES: tuple[tuple[str, str], ...] = (
    ("items", "number"), ("checkable", "number"), ("wrong", "number"), ("rate", "rate"),
    ("violations", "number"), ("unconfirmed", "number"), ("open", "rate"),
)  # fmt: skip


def _rates(group: Group) -> tuple[Cell, ...]:
    return (
        group.items,
        group.checkable,
        group.wrong,
        group.rate,
        group.violations,
        group.unconfirmed,
        group.open_share,
    )


def _by(figures: Figures, name: str, term: _Say) -> Table:
    def rows() -> Iterator[tuple[Cell, ...]]:
        for group in figures.groups[name]:
            label = wording.key_of(name, group.key, term.lang)
            if name == "rank" and group.key and (names := wording.rank_names(figures, group.key)):
                label = f"{label} ({names})"
            yield label, *_rates(group)

    return term.table(name, ((name, "text"), *_RATES), rows())


def _rules(figures: Figures, term: _Say) -> Table:
    columns = (
        ("rule", "text"), ("clause", "text"), ("modality", "text"), ("status", "text"), ("decided", "number"),
        ("wrong", "number"), ("rate", "rate"), ("unconfirmed", "number"), ("open_n", "number"),
        ("excepted", "number"),
    )  # fmt: skip

    def rows() -> Iterator[tuple[Cell, ...]]:
        for rule in figures.rules:
            yield (
                rule.name,
                f"{rule.clause}, {rule.pack}",
                wording.modality(rule.modality, term.lang),
                wording.status(rule.status, term.lang),
                rule.decided,
                rule.failed,
                rule.rate,
                rule.unconfirmed,
                rule.open,
                rule.excepted,
            )

    return term.table("rules", columns, rows())


def _clauses(figures: Figures, term: _Say) -> Table:
    columns = (
        ("clause", "text"), ("wording", "text"), ("decided", "number"), ("wrong", "number"), ("rate", "rate"),
        ("open_n", "number"),
    )  # fmt: skip

    def rows() -> Iterator[tuple[Cell, ...]]:
        grouped: dict[tuple[str, str], list[RuleFigures]] = {}
        for rule in figures.rules:
            grouped.setdefault((rule.pack, rule.clause), []).append(rule)
        for (pack, clause), rules in grouped.items():
            decided, failed = sum(each.decided for each in rules), sum(each.failed for each in rules)
            rate = share(failed, decided, sum(each.counted for each in rules))
            yield (
                f"{clause}, {pack}",
                rules[0].wording,
                decided,
                failed,
                rate,
                sum(each.open for each in rules),
            )

    return term.table("clauses", columns, rows())


def _rules_by(figures: Figures, term: _Say) -> Table:
    outlets = [group.key for group in figures.groups["outlet"]][:12]
    name_of = {rule.rule: rule.name for rule in figures.rules}

    def rows() -> Iterator[tuple[Cell, ...]]:
        for rule, name in name_of.items():
            cells = [figures.rule_outlets.get((rule, outlet)) for outlet in outlets]
            if any(cells):
                yield (name, *(share(*cell) if cell else None for cell in cells))

    title = term.table("rules_by_outlet", (("rule", "text"),), rows())
    headings = (title.headings[0], *(wording.key_of("outlet", outlet, term.lang) for outlet in outlets))
    return title._replace(headings=headings, kinds=("text", *["rate"] * len(outlets)))


def _coverage(figures: Figures, term: _Say) -> Table:
    columns = (
        ("month", "text"), ("field", "text"), ("items", "number"), ("of_month", "rate"),
        ("leaders", "number"),
        ("leading", "rate"),
    )  # fmt: skip

    def rows() -> Iterator[tuple[Cell, ...]]:
        months = {group.key: group for group in figures.groups["month"]}
        for (field, month), group in sorted(
            figures.field_months.items(),
            key=lambda pair: (pair[0][1] or "~", pair[0][0] == "", -pair[1].items),
        ):
            whole = months[month]
            yield (
                wording.month(month, term.lang),
                wording.key_of("field", field, term.lang),
                group.items,
                share(group.items, whole.items, whole.counted),
                group.leaders,
                group.coverage,
            )

    return term.table("coverage", columns, rows())


def _missing(figures: Figures, term: _Say) -> Table:
    def rows() -> Iterator[tuple[Cell, ...]]:
        name_of = {rule.rule: rule.name for rule in figures.rules}
        for each in figures.missing:
            datum = f"datum.{each.datum}"
            known = _without_arguments(datum, term.lang) or each.datum
            help_ = _without_arguments(f"{datum}.help", term.lang) or ""
            yield known, name_of.get(each.rule, each.rule), float(each.items), help_

    columns = (("datum", "text"), ("rule", "text"), ("items", "number"), ("remedy", "text"))
    return term.table("missing", columns, rows())


def _method(figures: Figures, term: _Say) -> Table:
    identity, manifest = figures.manifest["identity"], figures.manifest

    def rows() -> Iterator[tuple[Cell, ...]]:
        yield term("method.command"), figures.command
        yield (
            term("method.run"),
            f"{figures.run} ({manifest['times']['started']} – {manifest['times']['finished']})",
        )
        yield term("method.manifest"), figures.manifest_hash
        yield term("method.tool"), f"kiemtin {identity['tool']['version']} ({identity['tool']['code'][:16]})"
        for pack in identity["packs"]:
            yield term("method.pack"), f"{pack['name']} ({pack['key'][:16]})"
            for clause in pack["unchecked"]:
                yield term("method.unchecked"), f"{clause['clause']}, {pack['name']}: {clause['why']}"
        yield term("method.roster"), f"{identity['roster']['name']} ({identity['roster']['sha256'][:16]})"
        for source in manifest["sources"]:
            yield (
                term("method.source"),
                f"{source['address']} ({source['kind']}, {source['records']}; {source['sha256'][:16]})",
            )
        if manifest["sample"]:
            sample = manifest["sample"]
            told = term(
                "method.sample.told", n=sample["size"], seed=sample["seed"], strata=len(sample["strata"])
            )
            yield term("method.sample"), told
        yield term("method.interval"), term("method.interval.told")

    return term.table("method", (("what", "text"), ("value", "text")), rows())


def flat(table: Table, lang: Lang) -> list[list[str]]:
    """Cells as words; a share as its rate with the interval in brackets."""
    return [[told(cell, lang) for cell in row] for row in table.rows]


def told(cell: Cell, lang: Lang) -> str:
    if isinstance(cell, Share):
        if cell.value is None:
            return "–"
        return f"{wording.per_hundred(cell.value, lang)} ({wording.interval(cell, lang)})"
    if cell is None:
        return "–"
    return cell if isinstance(cell, str) else wording.number(cell, lang)
