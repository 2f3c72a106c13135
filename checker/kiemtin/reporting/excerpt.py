"""A sentence of the user's text on one line, with marks under the right columns of a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kiemtin.foundation.places import Span

if TYPE_CHECKING:
    from kiemtin.judging.findings import Edit

ELLIPSIS = "…"


class Mark(NamedTuple):
    """`sign` under the columns of `span`; the first one of an excerpt decides what is cut away."""

    span: Span
    sign: str = "^"


class Excerpt(NamedTuple):
    """One line of text and the line of marks below it, without trailing spaces.

    `shown` is the part of the source that the line shows.
    """

    line: str
    marks: str
    shown: Span


def char_width(char: str) -> int:
    """Columns that a character takes on a terminal: 0, 1 or 2."""
    if char < "\u0300":
        return 0 if char == "\u00ad" else 1
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


# Latin with Vietnamese letters, dashes, quotes, the ellipsis and the lines of our own drawings.
_NARROW = re.compile("[ -\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2500-\u257f]*")


def display_width(text: str) -> int:
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    return sum(map(char_width, text))


# Control characters would act on the terminal; each becomes one visible character, so spans stay.
_CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_CONTROLS |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_CONTROLS |= dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
_CONTROLS |= dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), 0x20)


def visible(text: str) -> str:
    """`text` on one line and harmless to a terminal; same length."""
    return text if text.isprintable() else text.translate(_CONTROLS)


_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*\s+")
_FAR = 2000
"""No further than this many characters from its place is an excerpt's sentence looked for."""


def sentence_around(text: str, within: Span, place: Span) -> Span:
    """The sentence of `within` that `place` begins in, extended to the end of `place` if need be."""
    start, end = max(within.start, place.start - _FAR), min(within.end, place.end + _FAR)
    for match in _SENTENCE_END.finditer(text, start, end):
        following = text[match.end() : match.end() + 6].lstrip('"“‘([-')
        if not following[:1].isupper() or _is_abbreviated(text, match.start()):
            continue
        if match.end() <= place.start:
            start = match.end()
        elif match.start() >= place.end:
            end = match.start() + len(match.group().rstrip())
            break
    stripped = text[start:end]
    start += len(stripped) - len(stripped.lstrip())
    return Span(min(start, place.start), max(start, start + len(stripped.strip()), place.end))


def _is_abbreviated(text: str, dot: int) -> bool:
    """`TS.`, `TP.`, `ThS.`: a short word in capitals before the full stop ends no sentence."""
    word = re.search(r"\w+$", text[max(0, dot - 8) : dot])
    return text[dot] == "." and word is not None and len(word.group()) <= 4 and word.group()[-1].isupper()


def sentence_after(text: str, within: Span, edits: Sequence[Edit]) -> str:
    """The sentence of `within` that `edits` change, with them made, to copy from."""
    whole = sentence_around(text, within, Span(edits[0].span.start, edits[-1].span.end))
    pieces, at = [], whole.start
    for edit in edits:
        pieces += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*pieces, text[at : whole.end]])


def excerpt(text: str, within: Span, marks: Sequence[Mark], width: int, *, whole: bool = False) -> Excerpt:
    """The sentence of the first mark (all of `within` if `whole`) in at most `width` columns, cut at
    words around that mark.

    Marks outside of what is shown are left out. A mark of no width (an insertion) gets one sign.
    """
    main = marks[0].span
    sentence = within if whole else sentence_around(text, within, main)
    shown = _window(text, sentence, main, width)
    before = f"{ELLIPSIS} " if shown.start > sentence.start else ""
    after = f" {ELLIPSIS}" if shown.end < sentence.end else ""
    line = before + visible(shown.of(text)) + after
    signs = [" "] * (display_width(line) + 2)
    for mark in reversed(marks):  # the first mark is painted last, so that it is on top
        if mark.span.start < shown.start or mark.span.start > shown.end:
            continue
        start = len(before) + display_width(visible(text[shown.start : mark.span.start]))
        columns = display_width(visible(text[mark.span.start : min(mark.span.end, shown.end)]))
        for column in range(start, start + max(1, columns)):
            signs[column] = mark.sign
    return Excerpt(line, "".join(signs).rstrip(), shown)


def _window(text: str, whole: Span, main: Span, width: int) -> Span:
    """As much of `whole` around the start of `main` as fits, whole words if a word fits at all."""
    if display_width(visible(whole.of(text))) <= width:
        return whole
    room = max(8, width - 2 * (len(ELLIPSIS) + 1))
    widths = list(map(char_width, visible(whole.of(text))))
    start = main.start - whole.start
    end, used = start, 0
    goal = min(main.end, whole.end) - whole.start
    while end < goal and used + widths[end] <= room:
        used += widths[end]
        end += 1
    # Spread to both sides, two columns to the right for one to the left: names are followed by their titles.
    step = 0
    left_open, right_open = start > 0, end < len(widths)
    while left_open or right_open:
        to_left = left_open and (step % 3 == 2 or not right_open)
        step += 1
        at = start - 1 if to_left else end
        if used + widths[at] > room:
            break
        used += widths[at]
        if to_left:
            start -= 1
            left_open = start > 0
        else:
            end += 1
            right_open = end < len(widths)
    return _at_words(text, whole, Span(whole.start + start, whole.start + end), main)


def _at_words(text: str, whole: Span, window: Span, main: Span) -> Span:
    """`window` without the words that it cuts, except those of `main`."""
    start, end = window.start, window.end
    if start > whole.start and not text[start - 1].isspace():
        gap = re.search(r"\s", text[start : main.start])
        start = start + gap.end() if gap else main.start
    if end < whole.end and not text[end].isspace():
        words = text[main.start : end]
        cut = max(words.rfind(" "), words.rfind("\u00a0"))
        if cut > 0:
            end = main.start + cut
    while start < main.start and text[start].isspace():
        start += 1
    while end > max(start + 1, main.start) and text[end - 1].isspace():
        end -= 1
    while end < whole.end and char_width(text[end]) == 0:
        end += 1
    return Span(start, end)


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most `width` columns; `first` stands before the first line, `rest` before the others."""
    rest = " " * display_width(first) if rest is None else rest
    lines, line, used = [], first, display_width(first)
    fresh = True
    for word in visible(text).split():
        size = display_width(word)
        if not fresh and used + 1 + size > width:
            lines.append(line)
            line, used, fresh = rest, display_width(rest), True
        line += word if fresh else f" {word}"
        used += size if fresh else size + 1
        fresh = False
    return [*lines, line.rstrip()]
