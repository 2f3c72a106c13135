"""The getter behind each property of the language is the attribute of that name of the owner's facts."""

from __future__ import annotations

from kiemtin.judging.bulletin_facts import BulletinFacts
from kiemtin.judging.item_facts import ItemFacts
from kiemtin.judging.listing_facts import GroupFacts, ListingFacts, PassageFacts
from kiemtin.judging.people_facts import MentionFacts, OfficialFacts, TitleFacts

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
