"""Enumerations: which mentions stand in one list, and where its groups begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kiemtin.foundation.places import Span
from kiemtin.officials.constructions.clauses import is_fronted, repeats_verb, verb_follows
from kiemtin.officials.lists.list_links import AND, COMMA, NEXT, OVER, SIDE, WITH, Link, link_between
from kiemtin.officials.model import (
    AFTER,
    BEFORE,
    EVENT_FUNCTION,
    SPOUSE_HONORIFIC,
    Listing,
    Mention,
    Opening,
)
from kiemtin.officials.scanning.sentences import sentence_start
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import Form

Extent = tuple[int, int]
"""From a mention's first title or name to its last, without what heads several names."""

_FARTHEST: Final = 240
_ADDRESS: Final = 16
_AFTER_NUMBER: Final = frozenset({". ", ") "})
_FIRST_NUMBER: Final = Form(r"\(?1[.)] $")
""" "gồm: *1.* A; 2. B"."""
_ENDS: Final = frozenset({"", ".", ";", "\n"})


def find_listings(lexicon: Lexicon, text: str, mentions: Sequence[Mention]) -> tuple[Listing, ...]:
    """Lists of two and more mentions, in the order of the text."""
    if len(mentions) < 2:
        return ()
    reader = _Reader(lexicon, text, mentions)
    return tuple(reader.listing(first, last) for first, last in reader.runs())


class _Reader:
    """One text while its lists are read; `links[i]` is how mention `i` goes on to the next."""

    def __init__(self, lexicon: Lexicon, text: str, mentions: Sequence[Mention]) -> None:
        self.lexicon = lexicon
        self.words = lexicon.listing
        self.text = text
        self.mentions = mentions
        self.extents = [self._extent(mention) for mention in mentions]
        self.headings = [_heading(mention) for mention in mentions]
        self.spouses = [_is_spouse(mention) for mention in mentions]
        self.links = [self._link(index) for index in range(len(mentions) - 1)]
        self._link_sentences()

    def _link_sentences(self) -> None:
        """Links members that each have a sentence: "Dự có: Đồng chí A - X. Đồng chí B - Y."."""
        begun = False
        for index, link in enumerate(self.links):
            end = self.extents[index][1]
            if link is None and self.text.startswith(". ", end):
                start, stop = self.extents[index + 1]
                item = self.words.item.fullmatch(self.text, end, start) is not None
                if item and self.text[stop : stop + 1] in _ENDS and (begun or self._begins_items(index)):
                    self.links[index] = NEXT
                    begun = True
                    continue
            begun = begun and link is not None

    def _begins_items(self, index: int) -> bool:
        """Whether a colon stands before the first of the members that `index` ends, addressed as it is."""
        while index > 0 and self.links[index - 1] is not None:
            index -= 1
        start = self.extents[index][0]
        return self.words.first_item.search(self.text, max(0, start - _ADDRESS), start) is not None

    def runs(self) -> Iterator[tuple[int, int]]:
        """First and last member of each list."""
        first = 0
        for index in range(len(self.mentions)):
            if index < len(self.links) and self.links[index] is not None:
                continue
            if index > first:
                yield from self._lists(first, index)
            first = index + 1

    def _lists(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The lists within linked mentions: what clauses, leaders and repeated names part.

        Somebody and a spouse make no list; those between two members belong to it.
        """
        while last > first and self.spouses[last]:
            last -= 1
        last_of = {self.mentions[at].person: at for at in range(first, last + 1)}
        begin, farthest = first, 0
        for at in range(first, last):
            farthest = max(farthest, last_of[self.mentions[at].person])
            if self._parts(begin, at, last, again=farthest > at):
                farthest = 0
                if at - self.spouses[at] > begin:
                    yield begin, at - self.spouses[at]
                begin = at + 1
        if last > begin + self.spouses[begin]:
            yield begin + self.spouses[begin], last

    def _parts(self, first: int, at: int, last: int, *, again: bool) -> bool:
        """Whether the list that begins at `first` ends with member `at`, for all that a link follows.

        `again`: behind it somebody is named who stands before.
        """
        link = self.links[at]
        if link is COMMA:
            return again or self._ends_clause(first, at, last)
        if link is NEXT:
            return repeats_verb(self.words, self.text, self.extents[first][0], self.extents[at + 1][1])
        if link is OVER:
            return not self._announced(self.extents[first][0])
        if link is WITH:
            # "Phó Thủ tướng A cùng B, C thăm": A leads them; "A cùng B thăm" names two.
            following = last - first - sum(self.spouses[first : last + 1])
            return following > 1 and not self._announced(self.extents[first][0])
        return False

    def _ends_clause(self, first: int, at: int, last: int) -> bool:
        """ "Tại cuộc gặp với A, B nhấn mạnh", "… với A và B, C nhấn mạnh", "… với A, B và C nhấn mạnh"."""
        if last - at > 1 and not (last - at == 2 and self.links[at + 1] is AND):
            return False
        if at > first and self.links[at - 1] is not AND:
            return False
        start = self.extents[first][0]
        # A list that "và" has ended before the comma may well be announced: "giữa A và B, C nhấn mạnh".
        ended = at > first
        return verb_follows(self.words, self.text, self.extents[last][1]) and is_fronted(
            self.words, self.text, start, announced=ended
        )

    def _link(self, index: int) -> Link | None:
        """How mention `index` goes on to the next."""
        before, here = self.extents[index], self.extents[index + 1]
        heading = self.headings[index + 1]
        if heading is not None and before[1] <= heading.start < here[0]:
            here = heading.start, here[1]
            if heading.start <= before[1]:
                return NEXT
        return link_between(self.lexicon, self.text, (before[0], self._reach(index)), here)

    def _reach(self, index: int) -> int:
        """The end of a member's extent, behind the places and organs that hold its last title's own.

        Behind what it shares with those before: "A, B - *Phó Giám đốc Sở Y tế*; C".
        """
        end = reach = self.extents[index][1]
        following = self.mentions[index + 1].start
        for title in self.mentions[index].titles:
            if title.end == end and title.reach > reach:
                reach = title.reach
            elif title.shared and end < title.start < following:
                reach = max(title.end, title.reach)
        return reach

    def _extent(self, mention: Mention) -> Extent:
        """The titles that a verb gives are what the sentence says of the member, not how it lists him."""
        start, end = mention.start, mention.end
        behind = False
        for title in mention.titles:
            if title.pattern is BEFORE:
                if not (title.appointed or title.career):
                    start = min(start, title.start)
                    end = max(end, title.end)
            elif title.pattern is AFTER:
                behind = True
        for title in mention.titles if behind else ():
            if title.pattern is not AFTER or title.start < end:
                continue
            given = title.appointed or title.career or self._by_verb(end, title.start)
            if given and title.kind is not EVENT_FUNCTION:
                break
            end = title.end
        return start, end

    def _by_verb(self, start: int, stop: int) -> bool:
        """ "A làm Bộ trưởng", not "A, hiện là Bộ trưởng"."""
        if stop - start < 4:
            return False
        return any(found["verb"] for found in self.words.by_verb.finditer(self.text, start, stop))

    def _announced(self, start: int) -> bool:
        return self._opener(start) is not None

    def _opener(self, start: int) -> Span | None:
        """What announces the list that begins at `start`, from the beginning of its sentence."""
        if self.text[start - 2 : start] in _AFTER_NUMBER:
            number = _FIRST_NUMBER.search(self.text, max(0, start - 5), start)
            start = number.start() if number is not None else start
        sentence = sentence_start(self.text, max(0, start - _FARTHEST), start)
        before = self.text[sentence:start]
        if not (self.words.announced.search(before) or self.words.several.search(before)):
            return None
        heading = self.text[sentence:start]
        return Span(
            sentence + len(heading) - len(heading.lstrip()), start - len(heading) + len(heading.rstrip())
        )

    def listing(self, first: int, last: int) -> Listing:
        """The list of the mentions from `first` to `last`."""
        groups, headings = [0], [self.headings[first]]
        for index in range(first + 1, last + 1):
            new = self.links[index - 1] is SIDE or self.headings[index] != headings[-1]
            groups.append(groups[-1] + new)
            if new:
                headings.append(self.headings[index])
        members = range(first, last + 1)
        start = min(self.extents[index][0] for index in members)
        opener = self._opener(start)
        return Listing(
            mentions=tuple(members),
            start=start,
            end=max(self.extents[index][1] for index in members),
            heading=opener,
            groups=tuple(groups),
            headings=tuple(headings),
            pattern=Opening.OPENED if opener is not None else Opening.PLAIN,
        )


def _is_spouse(mention: Mention) -> bool:
    """Whose spouse it is stands before: "A và Phu nhân B"."""
    for title in mention.titles:
        if title.kind is SPOUSE_HONORIFIC and title.text.lower().startswith("phu"):
            return True
    return False


def _heading(mention: Mention) -> Span | None:
    """The title that a mention shares with its neighbours."""
    for title in mention.titles:
        if title.shared:
            shared = [each for each in mention.titles if each.shared]
            return Span(shared[0].start, shared[-1].end)
    return None
