"""Which ends of lines are ends of paragraphs, and which are no more than where the paper ended.

A newsroom's text comes broken to a width (mail, old systems, editors), with Shift+Enter inside sentences, or
with a paragraph a line. A line break that only wraps is a space; one between the members of a list, between
verses, behind a heading is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

Line = tuple[int, int]
"""`[start, end)` of what a line says, without the space around it."""

_WIDTHS = range(30, 161)
"""Widths to which programs break lines; a longer line shows that lines are paragraphs."""
# Expressions are strings, compiled (and kept) by `re` when a text first needs them: most have no such lines.
_SENTENCE_ENDS = frozenset(".!?…:;")
_LABEL = r"(?:[a-z][a-z_-]*|ảnh|chú thích|nguồn)\s?:\s"
_DASHES = frozenset("-–—")
_STOPS = frozenset(".!?…")
_CLOSING = "\"'”’»)]*_"
_MEMBER = r"(?:[-–—+*•●▪◦‣>#|]|\[\^|\d{1,3}[.)/]|[a-zđA-ZĐ][.)]|[IVX]{1,5}[.)])\s"
"""A sign with which members of lists, headings, quotes begin."""
_FEWEST_LINES = 4
_MANY = 6
"""So many full lines are no accident, even where paragraphs of two lines follow each other."""
_LONG = 40
"""A shorter line that ends with a comma may be all that its writer wanted on it."""
_CANDIDATES = 6
"""Of the longest lines; longer ones than the width there are few of: a headline, an address of a page."""


def wrapped(text: str, lines: Sequence[Line]) -> list[bool]:
    """For each line but the last, whether its paragraph goes on in the next one."""
    if len(lines) < 2:
        return []
    if not any(text.count("\n", end, start) == 1 for (_, end), (start, _) in pairwise(lines)):
        return [False] * (len(lines) - 1)
    found: list[bool] = []
    for full, ((start, end), (next_start, _)) in zip(_full(text, lines), pairwise(lines), strict=True):
        before = text[start:end].rstrip(_CLOSING)
        ended = not before or before[-1] in _SENTENCE_ENDS
        goes_on = full or (
            not ended
            and not re.compile(_LABEL).match(text, next_start)
            and (
                text[next_start].islower()
                or (before[-1] == "," and (end - start >= _LONG or _is_rest(text, start, end, next_start)))
                or _cuts_a_name(text, start, end, next_start)
            )
        )
        if goes_on and re.compile(_MEMBER).match(text, next_start):
            # A dash may stand at the beginning of a line by chance: "Thừa Thiên" + "- Huế".
            goes_on = full and not ended and text[next_start] in _DASHES
        found.append(goes_on and text.count("\n", end, next_start) == 1)
    return found


def _cuts_a_name(text: str, start: int, end: int, next_start: int) -> bool:
    """ "…, đồng chí Hà Thị" + "Lan, Giám đốc": two capitalised words, and one more before a comma."""
    words = text[max(start, end - 40) : end].split()[-2:]
    first = text[next_start : next_start + 10].split(" ", 1)[0]
    return (
        len(words) == 2
        and all(word.istitle() and word.isalpha() for word in words)
        and first[-1:] == ","
        and first[:-1].istitle()
        and first[:-1].isalpha()
    )


def _is_rest(text: str, start: int, end: int, next_start: int) -> bool:
    """ "Lê Văn Tám, Ủy viên Trung ương Đảng," + "Bí thư Tỉnh ủy;": no member of a list, the rest of one."""
    line = text[next_start : next_start + _LONG * 2].split("\n", 1)[0].rstrip()
    return line.endswith(";") and "," not in line and "," in text[start : end - 1]


def _full(text: str, lines: Sequence[Line]) -> list[bool]:
    """For each line but the last, whether the next word had no room in it, if lines are broken to a width."""
    lengths = [end - start for start, end in lines]
    needed: list[int] = []
    """What a line and the first word of the next take together; 0 over an empty line."""
    for (start, end), (next_start, next_end) in pairwise(lines):
        adjacent = text.count("\n", end, next_start) == 1
        word = text[next_start : min(next_end, next_start + max(_WIDTHS))].split(None, 1)[0]
        needed.append(end - start + 1 + len(word) if adjacent else 0)
    best = [False] * len(needed)
    if len(lines) < _FEWEST_LINES:
        return best
    pairs = sum(need > 0 for need in needed)
    most = 0
    certain = pairs == 2 and _breaks_a_sentence(text, lines, needed)
    for width in sorted(set(lengths), reverse=True)[:_CANDIDATES]:
        longer = sum(length > width for length in lengths)
        if longer > 1 + len(lines) // 10 or width not in _WIDTHS:
            continue
        full = [length <= width < need for length, need in zip(lengths, needed, strict=False)]
        number = sum(full)
        enough = number >= (0.35 if number >= _MANY else 0.7) * pairs
        if number > most and enough and (number > 2 or (certain and number == 2)):
            best, most = full, number
    return best


def _breaks_a_sentence(text: str, lines: Sequence[Line], needed: Sequence[int]) -> bool:
    """Whether a sentence goes on over a break: the length of two lines alone says nothing."""
    return any(
        need and text[next_start].islower() and text[end - 1] not in _SENTENCE_ENDS
        for need, ((_, end), (next_start, _)) in zip(needed, pairwise(lines), strict=True)
    )


def wrapped_within(text: str, lines: Sequence[Line]) -> list[bool]:
    """As `wrapped`, for the lines of one paragraph of its format: only a list in it keeps its breaks."""
    found = wrapped(text, lines)
    if len(lines) < 2 or text[lines[-1][0] : lines[-1][1]].rstrip(_CLOSING)[-1:] not in _STOPS:
        return found
    if sum(_names(text, start) for start, _ in lines) * 2 > len(lines):
        return found
    return [
        goes_on
        or (
            text[start:end].rstrip(_CLOSING)[-1:] not in _SENTENCE_ENDS
            and not re.compile(_MEMBER).match(text, next_start)
            and not text[start:end].isupper()
        )
        for goes_on, ((start, end), (next_start, _)) in zip(found, pairwise(lines), strict=True)
    ]


def _names(text: str, start: int) -> bool:
    """Whether two words with capitals begin a line, as those of a list of people do."""
    words = text[start : start + 40].split(" ", 2)
    return len(words) > 2 and words[0][:1].isupper() and words[1][:1].isupper()


def unbroken(text: str) -> str:
    """A paragraph whose line breaks (Shift+Enter) inside sentences are spaces; same length."""
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words)
            lines.append((start, start + len(words)))
        at += len(line) + 1
    for (_, end), wraps in zip(lines, wrapped_within(text, lines), strict=False):
        if wraps:
            at = text.index("\n", end)
            text = f"{text[:at]} {text[at + 1 :]}"
    return text
