"""The getter behind each property of the language: the attribute of the facts that has its name."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from kiemtin.judging.bulletin_facts import BulletinFacts
from kiemtin.judging.item_facts import ItemFacts
from kiemtin.judging.people_facts import (
    GroupFacts,
    ListingFacts,
    MentionFacts,
    OfficialFacts,
    PassageFacts,
    TitleFacts,
)
from kiemtin.judging.values import Void

FACTS: dict[str, type] = {
    "item": ItemFacts,
    "bulletin": BulletinFacts,
    "listing": ListingFacts,
    "group": GroupFacts,
    "official": OfficialFacts,
    "mention": MentionFacts,
    "title": TitleFacts,
    "passage": PassageFacts,
}
"""Name of the owner's type -> the facts that answer for it."""


def getter(name: str) -> Callable[[Any], Any]:
    """Reads a property; what has no value has no properties either."""
    read = attrgetter(name)

    def get(owner: Any) -> Any:
        return owner if isinstance(owner, Void) else read(owner)

    return get
