"""Groups that the text calls former: "các đồng chí nguyên lãnh đạo tỉnh: A, B"."""

from __future__ import annotations

from typing import Final

from kiemtin.officials.constructions.by_verb import STOP
from kiemtin.officials.pieces import NamePiece
from kiemtin.officials.words.joining_words import JoiningWords

_HEADING: Final = 200
"""From the words that name a group to its first member, at the most."""
_NEXT: Final = 60
"""From one member to the next, at the most."""
_ADDRESS: Final = 24


def mark_former(words: JoiningWords, text: str, names: list[NamePiece]) -> None:
    """Notes on each name of such a group that it is a former leader's, whatever title stands with it."""
    for first, name in enumerate(names):
        if name.linked:
            continue
        start = name.before[0].start if name.before else name.start
        colon = text.rfind(":", max(0, start - _ADDRESS), start)
        if colon < 0:
            continue
        low = max(0, colon - _HEADING)
        if any(text.find(group, low, colon) >= 0 for group in words.former_groups):
            found = words.former_group.search(text, low, start)
            if found is not None and found.end() == colon + 2:
                for at in _members(words, text, names, first, found.end()):
                    names[at].former = True


def _members(words: JoiningWords, text: str, names: list[NamePiece], first: int, begins: int) -> range:
    """The names of one group, from `first` on; the group is announced up to `begins`.

    It ends with its sentence, where others follow ("; các đồng chí"), and where somebody is addressed but the
    first was not ("; đồng chí").
    """
    end, last = begins, first
    addressed = False
    for at in range(first, len(names)):
        start = names[at].before[0].start if names[at].before else names[at].start
        between = text[end:start]
        if at == first:
            if len(between) > _ADDRESS:
                break
            addressed = bool(between.strip("- "))
        elif (
            len(between) > _NEXT
            or STOP.search(between)
            or " các " in between
            or (not addressed and any(f"{word} " in between for word in words.one))
        ):
            break
        held = names[at].after
        end = (held[-1].reach or held[-1].end) if held else names[at].end
        last = at + 1
    return range(first, last)
