"""The place of those whom a precedence names apart from holders: former and acting heads, foreign guests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kiemtin.judging.facts.people import MentionFacts
from kiemtin.language.terms.standings import FOREIGN, standing

if TYPE_CHECKING:
    from kiemtin.language.rulebook import PrecedenceInForce


def stated_place(mention: MentionFacts, precedence: PrecedenceInForce | None) -> int | None:
    """The best rank that the precedence states for what the person is here; None if it states none.

    What somebody holds besides counts as well: an acting chairman who is a member of the Politburo stands
    where members stand.
    """
    if precedence is None:
        return None
    ranks = precedence.ranks
    if mention.mention.foreign:
        return ranks.get(FOREIGN)
    stated = [ranks[key] for key in _keys(mention) if key in ranks]
    return min([*stated, *_held(mention, precedence)]) if stated else None


def _keys(mention: MentionFacts) -> Iterator[str]:
    retired = mention.is_retired()
    for title in mention.mention.titles:
        if title.office is None or title.career:
            continue
        if retired and mention.has_left(title):
            yield standing("former", title.office)
        elif title.acting or mention.mention.acting:
            yield standing("acting", title.office)


def _held(mention: MentionFacts, precedence: PrecedenceInForce) -> Iterator[int]:
    """The ranks of what the person holds here without acting in it."""
    if mention.mention.acting:
        return
    for title in mention.mention.titles:
        if title.office in precedence.ranks and not (
            title.acting or title.appointed or title.career or mention.has_left(title)
        ):
            yield precedence.ranks[title.office]
