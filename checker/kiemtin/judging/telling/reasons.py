"""One thing that is wrong, as a finding says it; and of an order that is not kept, who must move where."""

from __future__ import annotations

from typing import NamedTuple

from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.judging.evaluating.ordering import Disorder
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.organs import OrganFacts
from kiemtin.judging.findings import Ground, Words
from kiemtin.judging.telling.grounds import of_rank

Related = tuple[tuple[str, Span], ...]


class Diagnosis(NamedTuple):
    """One thing that is wrong, as a finding says it."""

    message: str
    arguments: dict[str, object]
    place: Span | None
    related: Related = ()
    measured: Phrase | None = None
    required: Phrase | None = None
    disorder: Disorder | None = None
    """Of an order that is not kept; on the first of its findings."""
    grounds: tuple[Ground, ...] = ()
    """What it rests on."""

    @property
    def words(self) -> Words:
        return Words(self.arguments, self.measured, self.required)


def out_of_order(disorder: Disorder) -> list[Diagnosis]:
    """One for each who must move, naming a neighbour who stays."""
    found: list[Diagnosis] = []
    for number, move in enumerate(disorder.moves):
        entry, neighbour = disorder.entries[move.entry], disorder.entries[move.neighbour]
        where = "before" if move.forward else "after"
        if isinstance(entry.who, ItemFacts):
            where = f"item-{where}"
        elif isinstance(entry.who, OrganFacts):
            where = f"organ-{where}"
        kind = "mixed" if disorder.mixed and not isinstance(entry.who, ItemFacts) else where
        arguments: dict[str, object] = {
            "name": entry.name,
            "rank": entry.rank,
            "other": neighbour.name,
            "other_rank": neighbour.rank,
        }
        if isinstance(entry.who, ItemFacts) and isinstance(neighbour.who, ItemFacts):
            arguments |= {"number": item_number(entry.who), "other_number": item_number(neighbour.who)}
        related = ((f"judging.related.{where}", neighbour.span),)
        found.append(
            Diagnosis(
                f"judging.failed.order.{kind}",
                arguments,
                entry.span,
                related,
                disorder=disorder if number == 0 else None,
                grounds=(*of_rank(entry), *of_rank(neighbour)),
            )
        )
    return found


def item_number(item: ItemFacts) -> str:
    """As printed in the rundown, else counted from one."""
    return item.model.number or str(item.index + 1)
