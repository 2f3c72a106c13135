"""The getter behind each property of the language is the attribute of that name of the owner's facts."""

from __future__ import annotations

from kiemtin.judging.facts.bulletin import BlockFacts, BulletinFacts
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.listings import GroupFacts, ListingFacts, PassageFacts
from kiemtin.judging.facts.organs import OrganFacts, OrganRowFacts
from kiemtin.judging.facts.people import MentionFacts, OfficialFacts, TitleFacts

FACTS: dict[str, type] = {
    "item": ItemFacts,
    "bulletin": BulletinFacts,
    "block": BlockFacts,
    "listing": ListingFacts,
    "group": GroupFacts,
    "official": OfficialFacts,
    "mention": MentionFacts,
    "title": TitleFacts,
    "passage": PassageFacts,
    "organ": OrganFacts,
    "organ_row": OrganRowFacts,
}
"""Name of the owner's type -> the facts that answer for it."""

Facts = ItemFacts | BulletinFacts
"""What a rule is judged in."""
