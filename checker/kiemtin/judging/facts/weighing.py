"""What a sentence says of a title or a name before a finding calls it wrong."""

from __future__ import annotations

from datetime import date

from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.listings import ListingFacts
from kiemtin.judging.facts.people import MentionFacts, TitleFacts
from kiemtin.judging.values import Missing, missing
from kiemtin.officials.evidence.protocol import ListKind
from kiemtin.officials.evidence.time_told import Standing, TimeTold, sentence_of, tells_of, time_told
from kiemtin.officials.evidence.titles_beside import is_accused, office_succeeded_to, title_beside
from kiemtin.officials.model import TitleKind


def time_of(title: TitleFacts, day: date) -> TimeTold:
    """Of which time the sentence speaks in which a title stands, in an item of `day`."""
    mention = title.mention
    item = _item_of(mention)
    phrases = item.context.knowledge.phrases
    return time_told(phrases, item.text, title.span, mention.span, day, _standing(mention, item))


def reports_its_day(title: TitleFacts, day: date) -> bool:
    """Whether the piece opens with its own day, or the paragraph does up to the title: what it tells then, it
    tells of that day, if it says nothing else."""
    item = _item_of(title.mention)
    phrases = item.context.knowledge.phrases
    passages = [(block.start, block.end) for block in item.opening()]
    passages += [
        (block.start, title.span.start) for block in item.model.blocks if block.span.covers(title.span)
    ]
    return any(tells_of(phrases, item.text, start, end, day) for start, end in passages)


def unread_title(mention: MentionFacts) -> Missing | None:
    """Why it is not sure that a naming without a title is wrong: a rank stands with the name, an office that
    nobody was found to hold, or one in which somebody succeeds; who is disciplined has no protocol."""
    name = mention.mention.person
    if any(title.kind is TitleKind.RANK for title in mention.mention.titles):
        return missing("rank_alone", name=name)
    item = _item_of(mention)
    listing = _listing_of(mention, item)
    phrases = item.context.knowledge.phrases
    first = mention.span.start if listing is None else listing.span.start
    if is_accused(phrases, item.text, mention.span, first):
        return missing("accused", name=name)
    start, end = sentence_of(item.text, mention.span.start, mention.span.end)
    succeeded = office_succeeded_to(phrases, item.text, mention.span, start)
    if succeeded is not None:
        return missing("title_unread", name=name, words=succeeded.of(item.text))
    if listing is not None:
        heading = listing.listing.heading
        start = min(start, listing.span.start if heading is None else heading.start)
    else:
        start = max(
            [start, *[each.span.end for each in item.all_mentions if each.span.end <= mention.span.start]]
        )
    taken = [title.span for each in item.all_mentions for title in each.mention.titles]
    found = title_beside(phrases, item.text, mention.span, start, end, taken)
    return None if found is None else missing("title_unread", name=name, words=found.of(item.text))


def _item_of(mention: MentionFacts) -> ItemFacts:
    assert isinstance(mention.item, ItemFacts)
    return mention.item


def _listing_of(mention: MentionFacts, item: ItemFacts) -> ListingFacts | None:
    return next((each for each in item.listings.elements if mention.index in each.listing.mentions), None)


def _standing(mention: MentionFacts, item: ItemFacts) -> Standing:
    listing = _listing_of(mention, item)
    if listing is not None and listing.told().kind is ListKind.PROTOCOL:
        return Standing.LISTED
    return Standing.OPENING if item.opens_with(mention.span) else Standing.ELSEWHERE
