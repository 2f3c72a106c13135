"""Mistakes put into pieces that are in order, and the words that a finding of each must touch."""

from __future__ import annotations

from collections.abc import Sequence

from findings_corpus import AnnotationError, Injection

from kiemtin.officials.model import Mention


def injected(
    text: str, injection: Injection, mentions: Sequence[Mention], shift: int
) -> tuple[str, tuple[str, ...]]:
    """The piece with the mistake in its body, and what a finding of it must touch.

    `mentions` are those recognised in the piece, whose places are `shift` behind those in `text`: who changes
    places with whom does so with the titles that stand with the name.
    """
    words = injection.words
    if injection.kind == "swap":
        return _swapped(text, words[0], words[1], mentions, shift), (words[0], words[1])
    body = _body(text)
    if injection.kind == "drop-title":
        title, name = words
        at = _adjoining(text, title, name, body)
        return text[:at] + text[at + len(title) :], (name,)
    if injection.kind == "predecessor":
        title, name, other = words
        first = _place(text, name, body)
        if other.split(" ")[0] in _BEGIN_OFFICES:
            at = _nearest(text, title, first, body)
            return text[:at] + other + text[at + len(title) :], (other,)
        return text[:body] + text[body:].replace(name, other), (other, title)
    right, wrong = words
    at = body - 1
    for _ in range(injection.nth):
        at = _place(text, right, at + 1)
    return text[:at] + wrong + text[at + len(right) :], (wrong,)


def _body(text: str) -> int:
    """Where the headline ends."""
    return text.index("\n", text.index("\n# ") + 1)


def _place(text: str, words: str, start: int) -> int:
    """The first of these words behind `start`; where there is none, the first of all."""
    at = text.find(words, start)
    return at if at >= 0 else text.index(words)


def _adjoining(text: str, title: str, name: str, body: int) -> int:
    """Where a title stands right before or behind the first mention of a name that it adjoins."""
    at = text.find(name, body)
    while at >= 0:
        if text.startswith(title, at + len(name)):
            return at + len(name)
        if text.endswith(title, body, at):
            return at - len(title)
        at = text.find(name, at + 1)
    raise AnnotationError(f"{title!r} does not adjoin {name!r}")


_BEGIN_OFFICES = frozenset("Bí Bộ Chánh Chủ Giám Phó Quyền Thường Thủ Trưởng Tổng Ủy".split(" "))
"""First words of offices: what is put in is an office the person has left, else whoever held this one."""


def _nearest(text: str, name: str, to: int, body: int) -> int:
    """Where `name` stands nearest to a place of the body."""
    places = []
    at = text.find(name, body)
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
