"""Whether an office is named beside a name that nobody was found to hold: its title may not have been read.

"hai Phó Thủ tướng gồm các ông: A (phụ trách phía Bắc) và B", where B was given none.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiemtin.foundation.places import Span
from kiemtin.officials.evidence.phrases_told import PhrasesTold

_BEHIND = 48
"""In apposition to the name: ", Ủy viên …, Bí thư", " (Phó Chủ tịch"."""
_MARKS = (",", " -", " –", " (", ":")


def title_beside(
    phrases: PhrasesTold, text: str, name: Span, start: int, end: int, taken: Iterable[Span]
) -> Span | None:
    """The words that begin an office between `start` and the name, or right behind it up to `end`, and that
    stand in none of the titles `taken`."""
    held = tuple(taken)
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
