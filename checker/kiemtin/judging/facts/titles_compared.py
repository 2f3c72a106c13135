"""Titles that a piece gives to one person, compared: what cannot be true of anybody at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from kiemtin.officials.model import Mention, Title


class Seat(Protocol):
    """A mention, as its facts hold it."""

    @property
    def mention(self) -> Mention: ...


def contradicting(seats: Sequence[Seat], head_of: Mapping[str, str]) -> str | None:
    """The first title, printed, whose office is the head of one given before, or its deputy's, in one place.

    `head_of` leads from an office to the one that it is the deputy of. What is former, acting, narrated or
    being given is no contradiction; neither are two titles of one mention.
    """
    given: list[Title] = []
    for seat in seats:
        own = [title for title in seat.mention.titles if _is_held(title, seat.mention)]
        for title in own:
            if any(_contradict(title, earlier, head_of) for earlier in given):
                return title.text
        given += own
    return None


def _is_held(title: Title, mention: Mention) -> bool:
    past = title.former or title.career or mention.former or mention.historical
    return title.office is not None and not (past or title.acting or mention.acting or title.appointed)


def _contradict(one: Title, other: Title, head_of: Mapping[str, str]) -> bool:
    if one.locality and other.locality and one.locality != other.locality:
        return False
    assert one.office is not None and other.office is not None
    return head_of.get(one.office) == other.office or head_of.get(other.office) == one.office
