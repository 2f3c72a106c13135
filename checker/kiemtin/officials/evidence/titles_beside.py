"""Whether an office is named beside a name that nobody was found to hold: its title may not have been read.

"hai Phó Thủ tướng gồm các ông: A (phụ trách phía Bắc) và B", where B was given none; "A làm Bí thư thay ông
B", where the office is told of both; "Đồng chí A. Ủy viên …" with a full stop for the comma.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiemtin.foundation.places import Span
from kiemtin.officials.evidence.phrases_told import PhrasesTold

_BEHIND = 48
"""In apposition to the name: ", Ủy viên …, Bí thư", " (Phó Chủ tịch"."""
_MARKS = (",", " -", " –", " (", ":")
_STOP = ". "
_BEFORE = 24
"""From "thay cho" to the name, an address between them."""
_ADDRESS_WORDS = 2
"""Of an address at the most: "đồng chí"."""


def title_beside(
    phrases: PhrasesTold, text: str, name: Span, start: int, end: int, taken: Iterable[Span]
) -> Span | None:
    """The words that begin an office between `start` and the name, or right behind it up to `end`, and that
    stand in none of the titles `taken`."""
    held = tuple(taken)
    if text.startswith(_STOP, name.end):
        at = name.end + len(_STOP)
        found = phrases.begins("said_office_heads", text, at)
        if found is not None and found.start == at and not any(title.overlaps(found) for title in held):
            return found
    behind = min(end, name.end + _BEHIND) if text.startswith(_MARKS, name.end) else name.end
    for low, high in ((start, name.start), (name.end, behind)):
        at = low
        while at < high:
            found = phrases.first("said_office_heads", text, at, high)
            if found is None:
                break
            if not any(title.overlaps(found) for title in held):
                return found
            at = found.end
    return None


def office_succeeded_to(phrases: PhrasesTold, text: str, name: Span, start: int) -> Span | None:
    """The words that begin the office in which somebody else succeeds who is named: of the sentence that
    begins at `start`, the nearest before "thay ông"."""
    succeeding = phrases.last("said_succeeding", text, max(start, name.start - _BEFORE), name.start)
    if succeeding is None or len(text[succeeding.end : name.start].split()) > _ADDRESS_WORDS:
        return None
    if phrases.begins("said_on_behalf", text, succeeding.start) is not None:
        return None
    return phrases.last("said_office_heads", text, start, succeeding.start)


def is_accused(phrases: PhrasesTold, text: str, name: Span, first: int) -> bool:
    """Whether a name, or the row of names from `first` on, is of people who are disciplined or accused: "kỷ
    luật các ông A, *B*", "Bà *A* bị xử lý"."""
    return (
        phrases.last("said_accusing", text, max(0, first - _BESIDE), first) is not None
        or phrases.begins("said_being_accused", text, name.end) is not None
    )


_BESIDE = 24
"""From what is done to people to the first of their names."""
