"""One document as rules see it: its items and, over them, the bulletin that they make up."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kiemtin.judging.facts.bulletin import BulletinFacts
from kiemtin.judging.facts.item import ItemFacts


class DocumentFacts(NamedTuple):
    """Computed when first asked for, and shared by all who ask: judging, then explaining."""

    items: tuple[ItemFacts, ...]
    bulletin: BulletinFacts
    """Of a document that is no bulletin, too, with its one item."""
    assumed: bool
    """The day was given from outside instead of by the items."""

    @property
    def is_bulletin(self) -> bool:
        return self.bulletin.document.kind == "bulletin"

    @property
    def days(self) -> tuple[date | None, ...]:
        """For each item the day it is judged on; None if no day is known."""
        return tuple([item.context.day for item in self.items])
