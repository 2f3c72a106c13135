"""Mistakes put into pieces that are in order, and the words that a finding of each must touch."""

from __future__ import annotations

from collections.abc import Sequence

from findings_corpus import Injection

from kiemtin.officials.model import Mention


def injected(
    text: str, injection: Injection, mentions: Sequence[Mention], shift: int
) -> tuple[str, tuple[str, ...]]:
    """The piece with the mistake in it, and what a finding of it must touch.

    `mentions` are those recognised in the piece, whose places are `shift` behind those in `text`: who changes
    places with whom does so with the titles that stand with the name.
    """
    words = injection.words
    if injection.kind == "swap":
        return _swapped(text, words[0], words[1], mentions, shift), (words[0], words[1])
    if injection.kind == "drop-title":
        return text.replace(words[0], "", 1), (words[1],)
    if injection.kind == "predecessor":
        title, name, other = words
        if other.split(" ")[0] in _BEGIN_OFFICES:
            at = _nearest(text, title, text.index(name))
            return text[:at] + other + text[at + len(title) :], (other,)
        at = _nearest(text, name, text.index(title))
        return text[:at] + other + text[at + len(name) :], (other, title)
    right, wrong = words
    return text.replace(right, wrong, 1), (wrong,)


_BEGIN_OFFICES = frozenset("Bí Bộ Chánh Chủ Giám Phó Quyền Thường Thủ Trưởng Tổng Ủy".split(" "))
"""First words of offices: what is put in is an office the person has left, else whoever held this one."""


def _nearest(text: str, name: str, to: int) -> int:
    """Where `name` stands nearest to a place."""
    places = []
    at = text.find(name)
    while at >= 0:
        places.append(at)
        at = text.find(name, at + 1)
    return min(places, key=lambda each: abs(each - to))


def _swapped(text: str, first: str, second: str, mentions: Sequence[Mention], shift: int) -> str:
    one, other = _extent(text, first, mentions, shift), _extent(text, second, mentions, shift)
    return (
        text[: one[0]]
        + text[other[0] : other[1]]
        + text[one[1] : other[0]]
        + text[one[0] : one[1]]
        + text[other[1] :]
    )


def _extent(text: str, name: str, mentions: Sequence[Mention], shift: int) -> tuple[int, int]:
    """From the first of a name and its own titles to the last, where it has titles."""
    for mention in mentions:
        own = [title for title in mention.titles if not title.shared]
        if mention.name == name and own:
            start = min(mention.start, *[title.start for title in own]) - shift
            return start, max(mention.end, *[title.end for title in own]) - shift
    at = text.index(name)
    return at, at + len(name)
