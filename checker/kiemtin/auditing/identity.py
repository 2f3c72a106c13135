"""By what an audit judges, beside the documents: same identity and same bytes, same outcome."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiemtin import __version__
from kiemtin.auditing import schema
from kiemtin.auditing.rows import Row
from kiemtin.auditing.settings import Settings
from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.hashing import sha256
from kiemtin.language.rulebook import BoundRule, Rulebook

if TYPE_CHECKING:
    from kiemtin.officials.roster import Roster

MANY_TERMS = 10
"""So many terms that begin in one month (a congress, elections, a merger) may show in a trend."""


def identity_of(settings: Settings, bench: Workbench) -> dict[str, Any]:
    """Hashes of packs, roster, vocabulary and tool, and what was chosen beside them. Raises PackError."""
    profile = Path(settings.profile).read_bytes() if settings.profile else b""
    return {
        "schema": schema.VERSION,
        "tool": {"version": __version__, "code": code_hash()},
        "packs": [_pack(bench.rulebook(pack)) for pack in settings.packs],
        "roster": {
            "name": bench.roster.name,
            "sha256": roster_hash(settings),
            "changes": changes_in_office(bench.roster),
        },
        "vocabulary": sha256(bench.vocabulary.sources).hexdigest(),
        "as_of": settings.as_of,
        "given": sorted(list(pair) for pair in settings.given),
        "profile": sha256(profile).hexdigest() if profile else None,
    }


def code_hash() -> str:
    """Of our own code, wherever it is installed."""
    import kiemtin

    root = Path(kiemtin.__file__).parent
    digest = sha256(b"")
    for path in sorted((*root.rglob("*.py"), *root.rglob("*.lark"))):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def roster_hash(settings: Settings) -> str:
    """Of the files that the roster is read from."""
    if settings.roster is not None:
        return sha256(Path(settings.roster).read_bytes()).hexdigest()
    import kiemtin_rules

    digest = sha256(b"")
    for path in sorted((Path(kiemtin_rules.__file__).parent / "rosters").glob("*.json")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _pack(rulebook: Rulebook) -> dict[str, Any]:
    return {
        "name": rulebook.name,
        "key": rulebook.key,
        "refines": [pack.name for pack in rulebook.packs[1:]],
        "changes": changes_of(rulebook),
        "precedence": [
            {
                "from": _day(each.validity.start),
                "to": _day(each.validity.end),
                "names": {str(rank): list(names) for rank, names in sorted(each.names.items())},
            }
            for each in rulebook.precedence
        ],
        "unchecked": [{"clause": _clause(citation), "why": why} for citation, why in rulebook.unchecked],
    }


def changes_of(rulebook: Rulebook) -> list[str]:
    """The days on which something of the rules begins to hold, for marks on trend lines."""
    validities = [
        *(pack.validity for pack in rulebook.packs),
        *(rule.validity for rule in rulebook.rules),
        *(each.validity for each in rulebook.precedence),
        *(version.validity for table in rulebook.tables.values() for _, version in table.layers),
    ]
    return sorted({day.isoformat() for each in validities if (day := each.start) is not None})


def changes_in_office(roster: Roster) -> dict[str, int]:
    """Month -> terms that begin in it, where they are many: whom the news names, and how, changes then."""
    begun = Counter(
        f"{start.year:04}-{start.month:02}"
        for person in roster.officials.values()
        for holding in person.holdings
        if (start := holding.start) is not None and start.month is not None
    )
    return {month: terms for month, terms in sorted(begun.items()) if terms >= MANY_TERMS}


def rule_rows(settings: Settings, bench: Workbench) -> list[Row]:
    """The rules of the packs, a row each, for the table `rules`."""
    found: dict[tuple[str, str], Row] = {}
    for pack in settings.packs:
        for rule in bench.rulebook(pack).rules:
            found.setdefault((rule.id, str(rule.validity.start)), _rule_row(rule))
    return [found[key] for key in sorted(found)]


def _rule_row(rule: BoundRule) -> Row:
    citation = rule.citation
    return (
        rule.id,
        rule.name,
        citation.pack,
        _clause(citation),
        citation.wording,
        rule.summary,
        rule.modality,
        citation.status.kind if citation.status else None,
        rule.validity.start,
        rule.validity.end,
    )


def _clause(citation: Any) -> str:
    from kiemtin.reporting.phrases import clause

    return clause(citation, "vi")


def _day(day: Any) -> str | None:
    return day.isoformat() if day is not None else None
