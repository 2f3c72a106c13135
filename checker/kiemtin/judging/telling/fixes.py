"""Suggested edits: what a rule's `sửa` comes to in the document's own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiemtin.foundation.dates import Held
from kiemtin.foundation.places import Span
from kiemtin.judging.evaluating.compiling import Frame
from kiemtin.judging.evaluating.rules import CompiledRule
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.listings import PassageFacts
from kiemtin.judging.facts.organs import OrganFacts
from kiemtin.judging.facts.people import MentionFacts, OfficialFacts, TitleFacts
from kiemtin.judging.findings import Edit, SuggestedFix
from kiemtin.judging.telling.entries import moved, slots_of, without
from kiemtin.judging.telling.reasons import Diagnosis, item_number
from kiemtin.judging.values import Members
from kiemtin.language.syntax import Attribute, Expression, Fix
from kiemtin.officials.model import TitleKind
from kiemtin.officials.words.phrase_keys import phrase_key

Evaluate = Callable[[Expression], object]

_MOST_ENTRIES = 100
"""Longer lists are not rewritten: nobody would read the edits."""


def suggest(
    rule: CompiledRule, fix: Fix, facts: Facts, frame: Frame, diagnosis: Diagnosis
) -> SuggestedFix | None:
    """None where nothing can be worded."""

    def evaluate(node: Expression) -> object:
        return rule.closure(node)(facts, frame)

    return KINDS[fix.kind](fix, evaluate, diagnosis)


# xếp lại


def _reorder(_: Fix, evaluate: Evaluate, diagnosis: Diagnosis) -> SuggestedFix | None:
    disorder = diagnosis.disorder
    if disorder is None:
        return None
    entries, order = disorder.entries, disorder.order
    who = [entry.who for entry in entries]
    items = [each for each in who if isinstance(each, ItemFacts)]
    if items:
        numbers = ", ".join(item_number(items[at]) for at in order)
        indexes = tuple(items[at].index for at in order)
        return SuggestedFix("judging.fix.reorder-items", {"order": numbers}, (), safe=False, items=indexes)
    names = ", ".join(entries[at].name for at in order)
    mentions = [each for each in who if isinstance(each, MentionFacts)]
    if len(mentions) == len(who) <= _MOST_ENTRIES:
        item = mentions[0].item
        slots = slots_of(item.text, mentions, item.context.knowledge.heads)
        if slots is not None:
            edits = moved(item.text, slots, order)
            return SuggestedFix("judging.fix.reorder", {"order": names}, edits, safe=slots.clear)
    organs = [each for each in who if isinstance(each, OrganFacts)]
    edits = _organs_moved(organs, order) if len(organs) == len(who) else ()
    return SuggestedFix("judging.fix.reorder", {"order": names}, edits, safe=False)


def _organs_moved(organs: Sequence[OrganFacts], order: Sequence[int]) -> tuple[Edit, ...]:
    """The names change places; what says of which level all are stays behind the last: "HĐND, UBND tỉnh".
    None where others have a place of their own."""
    text = organs[0].item.text
    behind = [text[organ.name.end : organ.span.end] for organ in organs]
    if any(behind[:-1]) or (behind[-1] and not behind[-1].lstrip()[:1].islower()):
        return ()
    return tuple(
        Edit(organ.name, organs[at].name.of(text))
        for number, (organ, at) in enumerate(zip(organs, order, strict=True))
        if at != number
    )


# thêm


def _insert(fix: Fix, evaluate: Evaluate, _: Diagnosis) -> SuggestedFix | None:
    """Words after a name; where the roster has none, the titles that the piece itself gives elsewhere."""
    target = fix.target
    if not isinstance(target, Attribute):
        return None
    owner, words = evaluate(target.owner), evaluate(target)
    mention = owner.first_mention if isinstance(owner, OfficialFacts) else owner
    if not isinstance(mention, MentionFacts):
        return None
    if isinstance(words, str):
        safe = _agrees(mention.official)
    else:
        safe = False
        given = next((each for each in mention.official.seats if each.titles.elements), None)
        if given is None or given is mention:
            return None
        words = ", ".join(title.wording for title in given.titles.elements)
    text, at = mention.item.text, mention.span.end
    following = text[at : at + 1]
    closing = "" if not following or following in ",;.:!?)…\n" else ","
    edit = Edit(Span(at, at), f", {words}{closing}")
    return SuggestedFix(
        "judging.fix.insert", {"words": words, "name": mention.mention.name}, (edit,), safe=safe
    )


def _agrees(person: OfficialFacts) -> bool:
    """Whether all offices that the piece itself gives the person are those of the roster on the day: else it
    speaks of another day, or of another person."""
    day, id = person.item.context.day, person.roster_id
    if day is None or id is None:
        return False
    knowledge = person.item.context.knowledge
    return all(
        knowledge.held(id, title.title, day, person.item.text) is Held.YES
        for each in person.seats
        for title in each.titles.elements
        if title.title.kind is TitleKind.OFFICE and not title.title.career and not each.has_left(title.title)
    )


# thay


def _replace(fix: Fix, evaluate: Evaluate, diagnosis: Diagnosis) -> SuggestedFix | None:
    target, value = evaluate(fix.target), fix.value
    assert value is not None
    words = evaluate(value)
    if not isinstance(words, str) or not words:
        return None
    if isinstance(value, Attribute) and value.name == "near_title":
        owner = evaluate(value.owner)
        misspelt = owner.misspelt_title() if isinstance(owner, MentionFacts) else None
        return _exchange(misspelt.span, words, misspelt.mention.item.text) if misspelt else None
    if isinstance(target, Members) and isinstance(target.source, MentionFacts):
        return _replace_titles(target, target.source, words, diagnosis)
    if isinstance(target, TitleFacts):
        return _replace_titles(Members([target]), target.mention, words, diagnosis)
    if isinstance(target, OfficialFacts):
        target = target.first_mention
    if isinstance(target, MentionFacts):
        return _exchange(target.span, words, target.item.text)
    if isinstance(target, PassageFacts | OrganFacts):
        return _exchange(target.span, words, target.item.text)
    if isinstance(target, str) and isinstance(value, Attribute) and diagnosis.place is not None:
        owner = evaluate(value.owner)
        if isinstance(owner, MentionFacts):
            return _exchange(owner.span, words, owner.item.text)
    return None


def _exchange(span: Span, words: str, text: str) -> SuggestedFix:
    arguments: dict[str, object] = {"old": span.of(text), "new": words}
    return SuggestedFix("judging.fix.replace", arguments, (Edit(span, words),), safe=False)


def _replace_titles(
    titles: Members[TitleFacts], mention: MentionFacts, words: str, diagnosis: Diagnosis
) -> SuggestedFix | None:
    """The title at fault by those of the right ones that do not stand there already."""
    wrong = next((each for each in titles.elements if each.span == diagnosis.place), None)
    if wrong is None or wrong.title.shared:
        return None
    context, official = mention.item.context, mention.mention.official
    right: tuple[str, ...] = ()
    if official is not None and context.day is not None:
        right = context.knowledge.titles_on(official, context.day)
    given = {phrase_key(each.wording) for each in titles.elements if each is not wrong}
    lacking = [each for each in right or (words,) if phrase_key(each) not in given]
    if not lacking:
        return None
    return _exchange(wrong.span, ", ".join(lacking), mention.item.text)


# bỏ


def _remove(fix: Fix, evaluate: Evaluate, _: Diagnosis) -> SuggestedFix | None:
    """Titles with the comma or space that ties them to the name."""
    target = evaluate(fix.target)
    if isinstance(target, TitleFacts):
        target = Members([target], target.mention)
    if isinstance(target, Members) and isinstance(target.source, MentionFacts):
        own = [each.span for each in target.elements if not each.title.shared]
        if own:
            words, edits = without(own, target.source)
            return SuggestedFix("judging.fix.remove", {"old": words}, edits, safe=False)
    return None


KINDS: dict[str, Callable[[Fix, Evaluate, Diagnosis], SuggestedFix | None]] = {
    "reorder": _reorder,
    "insert": _insert,
    "replace": _replace,
    "remove": _remove,
}
"""What words each kind of `sửa`."""
