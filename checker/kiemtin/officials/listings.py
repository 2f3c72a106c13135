"""Enumerations: which mentions stand in one list, and where its groups begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiemtin.foundation.places import Span
from kiemtin.officials.model import Listing, Mention, Title, TitleKind

_WHO = r"đồng chí|đ/c|ông|bà|Ông|Bà|ngài|Ngài|anh|chị|đại biểu|vị|quý|Shrimati|Samdech|Techo|phu nhân"
_FORMER = r"(?:(?:nguyên|Nguyên|cựu|cố|tân|quyền) )?"
# From the end of one member to the beginning of the next.
_LINK = re.compile(
    r"\)?(?:, (?:Ban|Bộ|Ủy ban|Sở|Cục|Tổng cục|Văn phòng|UBND|Tỉnh ủy)[^,;.:\n]{0,60}(?=;))?"
    r"(?: khóa \w{1,6}(?:, [IVX]+)*| \((?:trái|phải|giữa|cũ)\)|,? nhiệm kỳ [\d –-]{4,14}"
    r"| \((?:[^\W\d_]+ ){1,4}[^\W\d_]+(?=\)[,;]))*\)?"
    r"(?:\s*[;,]\s*(?:[-+•*]\s+)?|\s+(?:và|cùng|cùng với)\s+|\s*[;,]?\s+(?:và|cùng|cùng với)\s+"
    r"|\s*\.?\n+\s*(?:[-+•*]\s*)?|\s+[-–]\s+)"
    r"(?:(?:còn có|có|là|với|cùng) )?(?:(?:các|hai|ba|\d) )?"
    rf"(?:(?:{_WHO}|đồng chí:|ông:|bà:) ?)*:? ?{_FORMER}"
)
# The same over members without a name: "; đại diện các sở, ngành; …".
_OTHERS = re.compile(
    r"\s*[;,]\s*(?:và )?(?:cùng )?"
    r"(?:đại diện|lãnh đạo|các|một số|đông đảo|đoàn|thành viên|nguyên lãnh đạo|đại biểu)[^.\n]{0,400}?"
    rf"(?:[;,]\s+|: ?)(?:(?:và|cùng) )?(?:(?:các|{_WHO}) ?)*:? ?(?:nguyên )?"
)
# The list goes on with another side's people: ". Về phía tỉnh có các đồng chí: …".
_SIDE = re.compile(
    r"(?:[,;]? ?(?:đại diện|lãnh đạo|cùng|và|các)[^.\n]{0,300}?)?"
    r"(?:[.;]\s*(?:[Vv]ề phía|[Pp]hía|[Bb]ên phía|[Đđ]ại biểu|[Kk]hách mời)[^.\n:;]{2,140}?(?:có|gồm)\b"
    r"|;\s*(?:Đoàn|đoàn)[^.\n;]{0,200}? do\b|[;,] ?đại diện[^.\n;]{2,140}? có\b[^.;\n]{0,80}?,)"
    rf":?\s*(?:(?:các|{_WHO})(?: |:) ?)*(?:trong [^,.;:\n]{{2,40}}: )?:? ?(?:nguyên )?"
)
_OPENER = re.compile(r"(?:có|gồm|gồm có|tham gia của|tham dự của|có mặt của|sự tham dự của|dự của|do)\b")
_SENTENCE = re.compile(r"[.!?\n]")


def extent(mention: Mention) -> tuple[int, int]:
    """From a mention's first title or name to its last, without what heads several names."""
    own = [title for title in mention.titles if title.pattern in {"before", "after"} and not _by_verb(title)]
    own = [title for title in own if title.pattern == "before" or title.start > mention.start]
    starts = [title.start for title in own]
    ends = [title.end for title in own]
    return min([mention.start, *starts]), max([mention.end, *ends])


def _is_spouse(mention: Mention) -> bool:
    """Whose spouse it is stands before; the two make no list."""
    return any(
        title.kind is TitleKind.SPOUSE_HONORIFIC and title.text.lower().startswith("phu")
        for title in mention.titles
    )


def _by_verb(title: Title) -> bool:
    """Whether a verb gives the title: what the sentence says of the members, not how it lists them."""
    return title.appointed or title.career


def find_listings(text: str, mentions: Sequence[Mention]) -> tuple[Listing, ...]:
    """Lists of two and more mentions, in the order of the text."""
    listings: list[Listing] = []
    members: list[int] = []
    groups: list[int] = []
    headings: list[Span | None] = []
    before: tuple[int, int] | None = None
    extents = [extent(mention) for mention in mentions]
    for index, mention in enumerate(mentions):
        here = extents[index]
        heading = _heading(mention)
        group = None
        if before is not None and not _is_spouse(mention):
            group = _linked(text, before, here, heading)
        if group is None:
            _close(text, mentions, extents, members, groups, headings, listings)
            members, groups, headings = [index], [0], [heading]
        else:
            new = group == "side" or heading != headings[-1]
            members.append(index)
            groups.append(groups[-1] + new)
            if new:
                headings.append(heading)
        before = here
    _close(text, mentions, extents, members, groups, headings, listings)
    return tuple(listings)


def _heading(mention: Mention) -> Span | None:
    shared = [title for title in mention.titles if title.shared and title.pattern == "shared"]
    return Span(shared[0].start, shared[-1].end) if shared else None


def _linked(text: str, before: tuple[int, int], here: tuple[int, int], heading: Span | None) -> str | None:
    start, stop = before[1], here[0]
    if heading is not None and before[1] <= heading.start < stop:
        stop = heading.start
        if stop <= start:
            return "heading"
    if stop - start > 700 or stop < start:
        return None
    if _LINK.fullmatch(text, start, stop):
        if "\n" in text[start:stop] and text[start : start + 1] not in ";,":
            return None
        return "next"
    if _OTHERS.fullmatch(text, start, stop):
        return "next"
    if _SIDE.fullmatch(text, start, stop):
        return "side"
    return None


def _close(
    text: str,
    mentions: Sequence[Mention],
    extents: Sequence[tuple[int, int]],
    members: list[int],
    groups: list[int],
    headings: list[Span | None],
    listings: list[Listing],
) -> None:
    if len(members) < 2:
        return
    start = min(extents[index][0] for index in members)
    end = max(extents[index][1] for index in members)
    sentence = 0
    for match in _SENTENCE.finditer(text, max(0, start - 240), start):
        sentence = match.end()
    opener = None
    for match in _OPENER.finditer(text, max(sentence, start - 240), start):
        opener = match
    heading = Span(max(sentence, start - 240), start) if opener is not None else None
    if heading is not None:
        raw = heading.of(text)
        heading = Span(
            heading.start + len(raw) - len(raw.lstrip()), heading.end - (len(raw) - len(raw.rstrip()))
        )
    listings.append(
        Listing(
            mentions=tuple(members),
            start=start,
            end=end,
            heading=heading,
            groups=tuple(groups),
            headings=tuple(headings),
            pattern="opened" if opener is not None else "plain",
        )
    )
