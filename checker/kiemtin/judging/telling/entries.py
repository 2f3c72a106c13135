"""The entries of a printed list: each name with its titles and honorific, and the separators between them.

Moving entries keeps every separator in its slot, so that `;` stays between and `và` before the last one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kiemtin.foundation.places import Span
from kiemtin.foundation.text import fold
from kiemtin.judging.facts.people import MentionFacts
from kiemtin.judging.findings import Edit

_SEPARATORS = (
    re.compile(r"\s*;(?:\s*(?:và|cùng)(?=\s))?\s*"),
    re.compile(r"\s*,?\s+(?:và|cùng)\s+"),
    re.compile(r"\s*,\s*"),
    re.compile(r"\s+[-–]\s+"),
)
_TAIL = re.compile(
    r"(?:,?\s+(?:khóa|khoá|nhiệm kỳ)\s+[\dIVXLC]+(?:\s*[-–]\s*\d+)?)*(?:\s*\([^()\n]{1,80}\))?", re.I
)
_BREAK = re.compile(r"[.!?…]\s|\n")


class Slots(NamedTuple):
    """`entries[i]` stands before `separators[i]`; all are spans of one text, in its order."""

    entries: tuple[Span, ...]
    separators: tuple[Span, ...]
    clear: bool
    """All entries are parted in the same way, by semicolons or by commas without commas inside, and by
    nothing
    else."""


def slots_of(text: str, mentions: Sequence[MentionFacts], head: re.Pattern[str]) -> Slots | None:
    """None if the entries cannot be told apart: titles shared by some, sentences between them.

    `head` matches honorifics and words such as "nguyên" at the end of what stands before an entry.
    """
    shared = {frozenset(title.start for title in each.mention.titles if title.shared) for each in mentions}
    cores = [_core(mention) for mention in mentions]
    if len(shared) != 1 or any(left.end > right.start for left, right in pairwise(cores)):
        return None
    start = cores[0].start - len(_head(text[max(0, cores[0].start - 60) : cores[0].start], head))
    starts, ends, kinds = [start], [], set()
    others = False
    for left, right in pairwise(cores):
        gap = text[left.end : right.start]
        found = _separator(gap)
        if found is None or _BREAK.search(gap):
            return None
        kind, begin, end = found
        kinds.add(kind)
        first = _SEPARATORS[kind].search(gap)
        if kind == 0 and first is not None and first.start() < begin:
            # Who is named by no name ("; đại diện các sở;") belongs to nobody beside: his place is a
            # separator.
            others, begin = True, first.start()
        ends.append(left.end + begin)
        # Words that are no head of an entry ("cùng dự có") stay between the entries.
        starts.append(right.start - len(_head(gap[end:], head)))
    last = cores[-1]
    tail = _TAIL.match(text, last.end)
    end = max(last.end, tail.end() if tail else last.end)
    printed = text[starts[-1] : end]
    if printed.count("(") > printed.count(")") and text[end : end + 1] == ")":  # "A (title); B (title)."
        end += 1
    ends.append(end)
    starts = _without_common_honorific(text, starts, cores, head)
    spans = tuple(Span(*pair) for pair in zip(starts, ends, strict=True))
    if any(span.of(text).count("(") != span.of(text).count(")") for span in spans):
        return None
    between = tuple(Span(left.end, right.start) for left, right in pairwise(spans))
    commas = any("," in span.of(text) for span in spans)
    return Slots(spans, between, not others and (kinds == {0} or (kinds <= {1, 2} and not commas)))


def _core(mention: MentionFacts) -> Span:
    own = [title.span for title in mention.mention.titles if not title.shared and not title.career]
    spans = [mention.span, *own]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _separator(gap: str) -> tuple[int, int, int] | None:
    """Kind, start and end of the last separator of the strongest kind."""
    for kind, pattern in enumerate(_SEPARATORS):
        matches = list(pattern.finditer(gap))
        if matches:
            return kind, matches[-1].start(), matches[-1].end()
    return None


def _head(before: str, head: re.Pattern[str]) -> str:
    found = head.search(before)
    return found.group() if found else ""


def _without_common_honorific(
    text: str, starts: list[int], cores: list[Span], head: re.Pattern[str]
) -> list[int]:
    """An honorific that only the first entry has is said for all: it stays in front."""
    heads = [text[start : core.start] for start, core in zip(starts, cores, strict=True)]
    if heads[0].strip() and not any(each.strip() for each in heads[1:]):
        return [cores[0].start, *starts[1:]]
    return starts


def moved(text: str, slots: Slots, order: Sequence[int]) -> tuple[Edit, ...]:
    """The edits that put entry `order[i]` into slot i: as few words as possible are taken out and put in."""
    words = [span.of(text) for span in slots.entries]
    if _begins_sentence(text, slots.entries[0].start) and order[0] != 0:
        words[0] = _small(words[0], words[order[0]])
        words[order[0]] = words[order[0]][:1].upper() + words[order[0]][1:]
    gaps = [span.of(text) for span in slots.separators]
    old = _alternate([span.of(text) for span in slots.entries], gaps)
    new = _alternate([words[at] for at in order], gaps)
    places = [span.start for pair in zip(slots.entries, slots.separators, strict=False) for span in pair]
    places += [slots.entries[-1].start, slots.entries[-1].end]
    return _edits(old, new, places)


def without(titles: Sequence[Span], mention: MentionFacts) -> tuple[str, tuple[Edit, ...]]:
    """The words of a mention's titles, and the edits that take them away with the comma or space that ties
    them to the name."""
    text, name = mention.item.text, mention.span
    before = [span for span in titles if span.end <= name.start]
    after = [span for span in titles if span.start >= name.end]
    edits: list[Edit] = []
    if before:
        edits.append(Edit(Span(before[0].start, name.start), ""))
    if after:
        end = after[-1].end
        edits.append(Edit(Span(name.end, end + (text[end : end + 1] == ",")), ""))
    return ", ".join(span.of(text) for span in titles), tuple(edits)


def _alternate(entries: Sequence[str], gaps: Sequence[str]) -> list[str]:
    tokens = [entries[0]]
    for gap, entry in zip(gaps, entries[1:], strict=True):
        tokens += [gap, entry]
    return tokens


def _begins_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(' "“')
    return not before or before[-1] in ".!?…\n"


def _small(entry: str, successor: str) -> str:
    """The entry that opened the sentence, now inside it: its honorific as the others write it."""
    first = entry.split(maxsplit=1)[0]
    other = successor.split(maxsplit=1)[0]
    if fold(first) == fold(other) and other[:1].islower():
        return entry[:1].lower() + entry[1:]
    return entry


def _edits(old: list[str], new: list[str], places: list[int]) -> tuple[Edit, ...]:
    """From a longest common subsequence of tokens, counted by their letters."""
    rows, columns = len(old), len(new)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            kept = best[i + 1][j + 1] + len(old[i]) if old[i] == new[j] else 0
            best[i][j] = max(kept, best[i + 1][j], best[i][j + 1])
    edits: list[Edit] = []
    i = j = 0
    while i < rows or j < columns:
        if i < rows and j < columns and old[i] == new[j] and best[i][j] == best[i + 1][j + 1] + len(old[i]):
            i, j = i + 1, j + 1
            continue
        start, put = i, []
        while i < rows or j < columns:
            if (
                i < rows
                and j < columns
                and old[i] == new[j]
                and best[i][j] == best[i + 1][j + 1] + len(old[i])
            ):
                break
            if j < columns and (i == rows or best[i][j] == best[i][j + 1]):
                put.append(new[j])
                j += 1
            else:
                i += 1
        edits.append(Edit(Span(places[start], places[i]), "".join(put)))
    return tuple(edits)
