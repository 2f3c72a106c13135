"""Which of two stands first: in the order of the text, or of the bulletin."""

from __future__ import annotations

from kiemtin.judging.facts.item import ItemFacts
from kiemtin.judging.facts.listings import GroupFacts, PassageFacts
from kiemtin.judging.facts.people import MentionFacts, OfficialFacts, TitleFacts
from kiemtin.judging.values import Members, Missing, Value, Void, identity

Placed = MentionFacts | OfficialFacts | TitleFacts | GroupFacts | PassageFacts | ItemFacts


def before(subject: Value, other: Value) -> bool | Missing:
    if (void := _void(subject, other)) is not None:
        return void
    return _seat(subject) < _seat(other)


def after(subject: Value, other: Value) -> bool | Missing:
    return before(other, subject)


def right_after(subject: Value, other: Value) -> bool | Missing:
    """Nothing of the same kind stands between the two."""
    if (void := _void(subject, other)) is not None:
        return void
    match subject, other:
        case MentionFacts(), MentionFacts():
            return subject.index == other.index + 1
        case GroupFacts(), GroupFacts():
            return subject.listing is other.listing and subject.number == other.number + 1
        case ItemFacts(), ItemFacts():
            return subject.index == other.index + 1
        case TitleFacts(), TitleFacts():
            spans = [title.span for title in other.mention.titles.elements]
            following = spans[spans.index(other.span) + 1 :]
            return bool(following) and following[0] == subject.span
    return False


def first_in(subject: Value, members: Value) -> bool | Missing:
    return _at_end(subject, members, 0)


def last_in(subject: Value, members: Value) -> bool | Missing:
    return _at_end(subject, members, -1)


def _at_end(subject: Value, members: Value, end: int) -> bool | Missing:
    if (void := _void(subject, members)) is not None:
        return void
    ordered = sorted(members.elements, key=_seat) if _by_text(members) else members.elements
    if not ordered or identity(ordered[end]) != identity(subject):
        return False
    return members.missing or True


def _by_text(members: Members[Value]) -> bool:
    """People of a listing stand as there; all else as in the text."""
    return not any(isinstance(each, OfficialFacts) for each in members.elements)


def _void(*values: Value) -> bool | Missing | None:
    """What is missing, False for what does not exist, None where all are there."""
    for value in values:
        if isinstance(value, Missing):
            return value
    return False if any(isinstance(value, Void) for value in values) else None


def _seat(value: Placed) -> tuple[int, int]:
    """Items by their place in the bulletin, all else by where it begins."""
    if isinstance(value, ItemFacts):
        return (value.index, 0)
    return (0, value.first_mention.span.start if isinstance(value, OfficialFacts) else value.span.start)
