"""What stays the same while one item is judged: the laws and rosters, and the day that decides."""

from __future__ import annotations

from datetime import date

from kiemtin.judging.facts.knowledge import OfficialsKnowledge
from kiemtin.language.rulebook import PrecedenceInForce, Rulebook


class Context:
    """`day` is the day of the item; None if no day is known: then nothing is known of who held what.

    `law_day` decides which versions are in force; without a day of the item it is the day of the newest.
    """

    __slots__ = ("day", "knowledge", "law_day", "precedence", "rulebook")

    def __init__(
        self,
        rulebook: Rulebook,
        knowledge: OfficialsKnowledge,
        day: date | None,
        law_day: date,
        precedence: PrecedenceInForce | None,
    ) -> None:
        self.rulebook, self.knowledge = rulebook, knowledge
        self.day, self.law_day, self.precedence = day, law_day, precedence
