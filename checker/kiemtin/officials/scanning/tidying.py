"""Drafts that nobody has edited, and copy for the radio: read as a newspaper would print them.

    đồng chí  Lê  Văn Tám ,Chủ tịch UBND tỉnh .      doubled spaces, spaces before marks, none behind them
    ông K’ Mák                                       the apostrophe of the Highlands
    Nay / ông A, / Bí thư Tỉnh ủy / đã dự.           strokes where the speaker pauses

What is recognised in the tidy text is told with the spans of the text as it stands.
"""

from __future__ import annotations

from typing import Final

from kiemtin.documents.model import Block, Document
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import NormalizedText
from kiemtin.officials.model import Listing, Mention, Recognition, Title
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import RUN, UPPER, Form

_SPACES: Final = frozenset(" \u00a0\u202f\u2009\u2007")
_ODD_SPACES: Final = ("\u00a0", "\u202f", "\u2009", "\u2007")
_INVISIBLE: Final = ("\u200b", "\ufeff", "\u00ad", "\u2060")
_MOST_SPACES: Final = 3
"""More of them are a column's."""
_LONGEST_SYLLABLE: Final = 8
_FEWEST_STROKES: Final = 3
# Each begins with its mark, which is looked for first.
_COMMA: Final = Form(rf",(?:(?<= ,)(?=[\s{UPPER}])|(?<=[^\W\d_],)(?=[{UPPER}][^\W\d_A-ZĐ]))")
_SEMICOLON: Final = Form(r";(?:(?<=[\w)\s] ;)|(?<=[\w) ];)(?=[^\W\d_]))")
_APOSTROPHE: Final = Form(rf"'(?<=\b[HK]') (?=[{UPPER}][^\W\d_A-ZĐ])")
_CURVED: Final = Form(rf"’(?<=\b[HK]’) ?(?=[{UPPER}][^\W\d_A-ZĐ])")
_STOP: Final = Form(r"\.(?<=[\w)\s] \.)(?=\s|$)")
_ANY_STROKE: Final = Form(r"/(?=[\s/])")
_STROKE: Final = Form(r"/(?<!\S//)(?<!\d/)/?(?=\s|$)(?! ?\d)")
_MARKS: Final = frozenset(',.;:!?”")')
_SENTENCE: Final = Form(rf"//\s*(?:[{UPPER}“\"]|$)")
_PART: Final = rf" ?/ ?[{UPPER}][^/\n.]{{1,120}}"
_ENTRY: Final = Form(rf" ?{RUN}(?:{_PART}){{1,6}}//")
"""A name and its titles, each behind one stroke, up to the next two."""
_LISTED: Final = Form(rf"{RUN}(?:{_PART}){{1,6}} ?$")
_LONGEST_ENTRY: Final = 400

Edit = tuple[int, int, str]
"""What stands at `[start, end)` of a text, and what is read for it."""


def tidied(lexicon: Lexicon, text: str) -> NormalizedText | None:
    """The text as it is read, None if nothing in it is untidy."""
    edits: list[Edit] = []
    if _ANY_STROKE.search(text) is not None:
        edits = _strokes(lexicon, text)
    for form in (_COMMA, _SEMICOLON, _STOP):
        for found in form.finditer(text):
            edits += _around_mark(text, found.start())
    for space in _BLANKS:
        if space in text:
            edits += _doubled(lexicon, text, space)
    for mark in (_APOSTROPHE, _CURVED):
        if mark.search(text) is not None:
            edits.extend((found.start(), found.end(), "'") for found in mark.finditer(text))
    for character in _INVISIBLE:
        if character in text:
            edits += _each(text, character)
    return _edited(text, edits) if edits else None


_BLANKS: Final = ("  ", *_ODD_SPACES)


def _each(text: str, character: str) -> list[Edit]:
    edits: list[Edit] = []
    at = text.find(character)
    while at >= 0:
        edits.append((at, at + 1, ""))
        at = text.find(character, at + 1)
    return edits


def _doubled(lexicon: Lexicon, text: str, space: str) -> list[Edit]:
    """Spaces behind a space, inside a line: "đồng chí  Lê  Văn Tám"; not "… tỉnh Nam Sơn  Theo ông A"."""
    edits: list[Edit] = []
    at = text.find(space)
    while at >= 0:
        begun, end = at, at + 1
        while begun > 0 and text[begun - 1] in _SPACES:
            begun -= 1
        while text[end : end + 1] in _SPACES:
            end += 1
        if 1 < end - begun <= _MOST_SPACES and _goes_on_over(lexicon, text, begun, end):
            edits.append((begun + 1, end, ""))
        at = text.find(space, end)
    return edits


def _goes_on_over(lexicon: Lexicon, text: str, begun: int, end: int) -> bool:
    """Whether a sentence goes on over the spaces there: a capital behind them may begin the next."""
    if not text[end : end + 1].isupper():
        return True
    before = text[max(0, begun - _LONGEST_SYLLABLE) : begun]
    word = before[max(before.rfind(" "), before.rfind("\n")) + 1 :]
    following = text[end : end + _LONGEST_SYLLABLE].partition(" ")[0]
    return not word[:1].isupper() or (word in lexicon.strong and following not in lexicon.openers)


def _around_mark(text: str, at: int) -> list[Edit]:
    """ "Tỉnh ủy , Chủ tịch", "Tám,Chủ tịch", "Tám ;Chủ tịch"; not "GD,ĐT" and " ..."."""
    edits: list[Edit] = []
    if text[at - 1 : at] == " ":
        edits.append((at - 1, at, ""))
    if text[at + 1 : at + 2].isalpha():
        edits.append((at + 1, at + 1, " "))
    return edits


def _strokes(lexicon: Lexicon, text: str) -> list[Edit]:
    """Strokes for pauses, where there are several: dropped behind a mark, else a comma or a full stop."""
    found = list(_STROKE.finditer(text))
    if len(found) < _FEWEST_STROKES:
        return []
    edits: list[Edit] = []
    for stroke in found:
        at, end = stroke.span()
        start = at - 1 if text.endswith(" ", 0, at) else at
        if text[start - 1 : start] in _MARKS:
            edits.append((start, end, ""))
            continue
        if _SENTENCE.match(text, at):
            edits.append((start, end, ";" if _is_between_entries(text, at, end) else "."))
            continue
        before = text[max(0, start - 8) : start].rsplit(" ", 1)[-1]
        great = text[end + 1 : end + 2].isupper() and before not in lexicon.no_pause
        edits.append((start, end, "," if great else ""))
    return edits


def _is_between_entries(text: str, at: int, end: int) -> bool:
    """ "Dự có các đồng chí / A / Bí thư Tỉnh ủy *//* B / Chủ tịch UBND tỉnh //": two strokes within a list.

    What is read before them and after them is a name and its titles, and no clause.
    """
    if _ENTRY.match(text, end) is None:
        return False
    before = max(
        0,
        at - _LONGEST_ENTRY,
        text.rfind("\n", max(0, at - _LONGEST_ENTRY), at) + 1,
        text.rfind("//", max(0, at - _LONGEST_ENTRY), at) + 2,
    )
    return _LISTED.search(text, before, at) is not None


def _edited(text: str, edits: list[Edit]) -> NormalizedText:
    """The text with these edits; those that lie in another are dropped."""
    pieces: list[str] = []
    inner, outer = [0], [0]
    done = size = 0
    for start, end, words in sorted(edits):
        if start < done:
            continue
        pieces += (text[done:start], words)
        size += start - done + len(words)
        inner.append(size)
        outer.append(end)
        done = end
    pieces.append(text[done:])
    return NormalizedText("".join(pieces), tuple(inner), tuple(outer))


def tidy_document(document: Document, tidy: NormalizedText) -> Document:
    """The document with its tidy text, its blocks where they stand in that."""
    at = 0

    def inside(offset: int) -> int:
        """Where an offset of the document stands in the tidy text; called in ascending order."""
        nonlocal at
        while at + 1 < len(tidy.outer) and tidy.outer[at + 1] <= offset:
            at += 1
        place = tidy.inner[at] + offset - tidy.outer[at]
        return min(place, tidy.inner[at + 1]) if at + 1 < len(tidy.inner) else place

    items = tuple(
        replace(
            item,
            blocks=tuple(
                Block(block.zone, inside(block.start), inside(block.end), block.origin)
                for block in item.blocks
            ),
        )
        for item in document.items
    )
    return replace(document, text=tidy.text, items=items)


def untidied(found: Recognition, text: str, tidy: NormalizedText) -> Recognition:
    """What was found in the tidy text, as it stands in `text`."""
    return Recognition(
        tuple(_mention(mention, text, tidy) for mention in found.mentions),
        tuple(_listing(listing, tidy) for listing in found.listings),
    )


def _mention(mention: Mention, text: str, tidy: NormalizedText) -> Mention:
    start, end = _outside(tidy, mention.start, mention.end)
    titles = tuple(_title(title, text, tidy) for title in mention.titles)
    return mention._replace(start=start, end=end, name=text[start:end], titles=titles)


def _title(title: Title, text: str, tidy: NormalizedText) -> Title:
    start, end = _outside(tidy, title.start, title.end)
    reach = tidy.source_offset(title.reach - 1) + 1 if title.reach else 0
    return title._replace(start=start, end=end, text=text[start:end], reach=reach)


def _listing(listing: Listing, tidy: NormalizedText) -> Listing:
    start, end = _outside(tidy, listing.start, listing.end)
    return replace(
        listing,
        start=start,
        end=end,
        heading=_span(listing.heading, tidy),
        headings=tuple(_span(heading, tidy) for heading in listing.headings),
    )


def _span(span: Span | None, tidy: NormalizedText) -> Span | None:
    return Span(*_outside(tidy, span.start, span.end)) if span is not None else None


def _outside(tidy: NormalizedText, start: int, end: int) -> tuple[int, int]:
    begin = tidy.source_offset(start)
    return begin, max(begin, tidy.source_offset(end - 1) + 1) if end > start else begin
