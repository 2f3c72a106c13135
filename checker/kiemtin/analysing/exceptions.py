"""What displaces a rule and what it displaces, over all layers."""

from __future__ import annotations

from collections.abc import Iterable

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.records import Record
from kiemtin.language.rulebook import BoundRule, Citation, Rulebook


class Branch(Record):
    """`exception` of another clause, `unless` of the rule itself, `overrides` a rule of a pack behind."""

    kind: str
    label: str
    citation: Citation
    validity: Validity
    place: FilePlace | None


class Tree(Record):
    """One rule with the periods in which it is in force: more than one where another interrupts it."""

    rule: str
    place: FilePlace
    citation: Citation
    periods: tuple[Validity, ...]
    branches: tuple[Branch, ...]


def trees(rulebook: Rulebook) -> tuple[Tree, ...]:
    pieces: dict[str, list[BoundRule]] = {}
    for rule in rulebook.rules:
        pieces.setdefault(rule.id, []).append(rule)
    return tuple(
        Tree(
            name,
            rules[0].place,
            rules[0].citation,
            tuple(each.validity for each in rules),
            _branches(rules[0]),
        )
        for name, rules in pieces.items()
    )


def _branches(rule: BoundRule) -> tuple[Branch, ...]:
    found = [Branch("overrides", "", each, Validity(), None) for each in rule.overrides]
    found += [Branch("exception", e.label, e.citation, e.validity, e.place) for e in rule.exceptions]
    found += [
        Branch("unless", each.label or each.condition.words.vi, rule.citation, rule.validity, rule.place)
        for each in rule.unless
    ]
    return tuple(found)


def displaced(all_trees: Iterable[Tree]) -> tuple[Tree, ...]:
    """Those that something displaces or that displace something."""
    return tuple(tree for tree in all_trees if tree.branches or len(tree.periods) > 1)
