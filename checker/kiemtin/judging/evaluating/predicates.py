"""The worded tests of a subject. Each takes the values of subject and argument, and answers three-valued."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kiemtin.foundation.dates import Held
from kiemtin.foundation.places import Span
from kiemtin.judging.evaluating import standing, wording
from kiemtin.judging.evaluating.arithmetic import as_day
from kiemtin.judging.evaluating.ordering import disorders
from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.length import COUNTED
from kiemtin.judging.facts.listings import PassageFacts
from kiemtin.judging.facts.organs import OrganFacts
from kiemtin.judging.facts.people import MentionFacts, OfficialFacts, TitleFacts
from kiemtin.judging.facts.weighing import reports_its_day, time_of, unread_title
from kiemtin.judging.findings import MissingDatum
from kiemtin.judging.values import Leaning, Members, Missing, Value, Void, conjunction, disjunction, missing
from kiemtin.officials.evidence.time_told import Time
from kiemtin.officials.model import TitleKind

Titles = TitleFacts | Members[TitleFacts]


def has(subject: object, _: object = None) -> bool | Missing:
    """A value, or a collection that is not empty; a truth is its own answer."""
    if isinstance(subject, Missing):
        return subject
    if isinstance(subject, Members):
        if subject.elements:
            return True
        unread = unread_title(subject.source) if isinstance(subject.source, MentionFacts) else None
        return subject.missing or unread or False
    return not isinstance(subject, Void) and subject is not False and subject != ""


def ordered_by(subject: Members[Value] | Void, _: object = None) -> bool | Missing:
    """Nobody of lower rank before a higher one of the same group."""
    if isinstance(subject, Void):
        return subject if isinstance(subject, Missing) else False
    found = disorders(subject)
    return found if isinstance(found, Missing) else not found


def within(subject: Value, passage: PassageFacts | Members[PassageFacts] | Void) -> bool | Missing:
    """In that part of the item. What stands in the text does not stand in a part that the item lacks."""
    if isinstance(subject, Missing):
        return subject
    if isinstance(subject, Void) or isinstance(passage, Void):
        return False
    if isinstance(passage, Members):
        return disjunction(within(subject, each) for each in passage.elements)
    span: Span = subject.span
    return passage.span.covers(span)


def in_roster(subject: object, _: object = None) -> bool | Missing:
    """The roster knows the person; of titles: whose titles they are, if there are any."""
    if isinstance(subject, Missing):
        return subject
    if isinstance(subject, Members):
        mention = subject.source
        return bool(subject.elements) and _is_known(mention)
    if isinstance(subject, OfficialFacts):
        return subject.roster_id is not None
    return _is_known(subject)


def _is_known(mention: object) -> bool:
    return isinstance(mention, MentionFacts) and mention.mention.official is not None


def held_on(subject: Titles | OrganFacts | Void, day: date | Void) -> bool | Missing:
    """The person held all those titles on that day; an organ's name is right on it. Only offices said to be
    held now are asked for."""
    if isinstance(subject, Missing):
        return subject
    if isinstance(day, Void) or isinstance(subject, Void):
        return day if isinstance(day, Missing) else False
    if isinstance(subject, OrganFacts):
        return subject.right_on(as_day(day))
    if isinstance(subject, Members):
        answers = [_held(title, as_day(day)) for title in subject.elements if _says_now(title)]
        doubt = next((each for each in answers if isinstance(each, Leaning)), None)
        return conjunction(answers) if doubt is None or False in answers else doubt
    return _held(subject, as_day(day)) if _says_now(subject) else True


def _says_now(facts: TitleFacts) -> bool:
    """Not what was held once, what is being given just now, or a function at an event."""
    title = facts.title
    return title.kind is TitleKind.OFFICE and not (
        title.career or title.appointed or facts.mention.has_left(title)
    )


def _held(facts: TitleFacts, day: date) -> bool | Missing:
    """As the roster has it on the day of which the sentence speaks; where that is open, so is the answer."""
    mention = facts.mention
    official = mention.mention.official
    name, title = mention.mention.person, facts.title.text
    if official is None:
        return missing("holding", name=name, title=title)
    knowledge = mention.item.context.knowledge
    answer = knowledge.held(official, facts.title, day, mention.item.text)
    if answer is not Held.NO:
        return True if answer is Held.YES else missing("holding", name=name, title=title)
    told = time_of(facts, day)
    if told.time is Time.PAST:
        return True
    # What is printed the day after tells of the day before.
    days = [each for each in (told.day, day - timedelta(days=1)) if each is not None and each != day]
    if any(knowledge.held(official, facts.title, each, mention.item.text) is Held.YES for each in days):
        return True
    if told.time is Time.PRESENT:
        return False
    datum = MissingDatum("time_told", {"name": name, "title": title})
    leaning = told.time is Time.UNSAID and reports_its_day(facts, day)
    return Leaning(datum) if leaning else Missing(datum)


def wrong_titles(subject: Titles, day: Value) -> list[TitleFacts]:
    """Those of the subject's titles that make `held_on` false, or most likely false."""
    titles = subject.elements if isinstance(subject, Members) else [subject]
    wrong = []
    for title in titles:
        answer = _held(title, as_day(day)) if _says_now(title) else True
        if answer is False or isinstance(answer, Leaning):
            wrong.append(title)
    return wrong


def consistent(subject: ItemFacts | Members[MentionFacts] | Void, _: object = None) -> bool | Missing:
    """One spelling of a person's name; in an item also one way of placing tones."""
    from kiemtin.judging.evaluating.spelling import two_names_of_one

    if isinstance(subject, Missing):
        return subject
    if isinstance(subject, ItemFacts):
        return two_names_of_one(subject.all_mentions) is None and tones_of(subject) is None
    return isinstance(subject, Members) and two_names_of_one(subject.elements) is None


def tones_of(item: ItemFacts) -> tuple[Span, Span] | None:
    from kiemtin.judging.evaluating.spelling import two_ways_of_tones

    spans = [block.span for block in item.model.blocks if block.zone in COUNTED]
    return two_ways_of_tones(item.text, spans)


PREDICATES: dict[str, Callable[[Value, Value], bool | Missing]] = {
    "has": has,
    "ordered_by": ordered_by,
    "within": within,
    "in_roster": in_roster,
    "held_on": held_on,
    "consistent": consistent,
    "contains": wording.contains,
    "starts_with": wording.starts_with,
    "ends_with": wording.ends_with,
    "before": standing.before,
    "after": standing.after,
    "right_after": standing.right_after,
    "first_in": standing.first_in,
    "last_in": standing.last_in,
}
