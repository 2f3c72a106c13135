"""What stands between two named members of a list: a comma, "và", members without a name, another side."""

from __future__ import annotations

from enum import Enum
from typing import Final

from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.listing_words import ListingWords
from kiemtin.officials.words.patterns import Form

_WIDEST: Final = 700
_LONGEST_SYLLABLE: Final = 12
_SHORTEST_OTHER: Final = 6
"""Less than any words about others: ", các "."""
_LONGEST_ADDRESS: Final = 60
_ADDRESS: Final = 14
"""Between the bracket behind an organ and who is named in it: "(đồng chí "."""
_DASHES: Final = frozenset("-–")
_NAME_AND_TITLE: Final = 16
_CUT_AT_COMMA: Final = Form(r", ([^\W\d_]+)(?:,? [^\W_]+){0,11}(?=;)")
_CUT_IN_LINE: Final = Form(
    r",? (?:[-–] )?([^\W\d_]+)\b[^.;:\n]{0,120}(?=[;.]?\s*\n\s*(?:[-–+•*]|\d{1,2}[.)/])\s)"
)
_ENDS_LINE: Final = Form(r"\)?\s*[.;,]?\s*(?:\n|$)")
_MARK: Final = Form(r"(?:[-–+•*]|\d{1,2}[.)/])\s*$")


class Link(Enum):
    """How a list goes on."""

    COMMA = "comma"
    """A comma and no more: it may end a clause as well."""
    AND = "and"
    WITH = "with"
    """ "cùng": those before it may lead those behind it."""
    NEXT = "next"
    """Surely: a semicolon, a line of its own, members without a name between."""
    OVER = "over"
    """Over somebody who is no official, if the list is announced: "; Linh mục B, Chánh xứ; "."""
    SIDE = "side"
    """Another side's people."""


COMMA, AND, WITH, NEXT, OVER, SIDE = Link


def link_between(lexicon: Lexicon, text: str, before: tuple[int, int], here: tuple[int, int]) -> Link | None:
    """How a list goes on from one member to the next, None if it does not."""
    start, stop = before[1], here[0]
    if not start < stop <= start + _WIDEST:
        return None
    words = lexicon.listing
    if text[start] == " ":
        begun = text[start + 1 : max(start, text.find(" ", start + 1, stop))]
        if begun in lexicon.verbs and begun not in words.going_on:
            return None
    if _is_over_sentence(words, text, start, stop):
        return None
    link = words.link.fullmatch(text, start, stop)
    if link is None:
        behind = _behind_cut_title(lexicon, text, start, stop)
        if behind != start:
            start = behind
            link = words.link.fullmatch(text, start, stop)
    if link is not None:
        separator, word = link["sep"], link["word"]
        if "\n" in separator:
            return NEXT if _one_a_line(text, separator, before, here) else None
        if word is not None:
            return AND if word == "và " else WITH
        if separator.isspace() or (separator[-2:-1] in _DASHES and _is_bare(before, here)):
            return None  # "cuộc gặp Mendel - Orlan"
        return COMMA if separator.strip() == "," else NEXT
    return _link_over_others(words, text, before[0], start, stop)


def _link_over_others(words: ListingWords, text: str, begun: int, start: int, stop: int) -> Link | None:
    """How a list whose member begins at `begun` goes on over who has no name, or is no official."""
    if stop - start < _SHORTEST_OTHER:
        return None
    if words.unnamed.fullmatch(text, start, stop) and not words.clause.search(text, start, stop):
        return NEXT
    between = text[start:stop]
    if any(word in between for word in words.of_sides) and words.side.fullmatch(text, start, stop):
        return SIDE
    bracketed = text[start] == ")" and "(" in text[max(0, begun - _ADDRESS) : begun]
    if bracketed and words.organs.fullmatch(text, start, stop):
        return NEXT
    semicolons = between.count(";")
    private = words.private if semicolons else words.private_beside
    found = private.fullmatch(text, start, stop)
    if found is None and semicolons and (semicolons > 1 or between.rfind(" và ") >= 0):
        found = words.private_and_unnamed.fullmatch(text, start, stop)
    if found is not None and not words.clause.search(text, start, stop):
        return OVER
    return None


def _is_over_sentence(words: ListingWords, text: str, start: int, stop: int) -> bool:
    """Whether a sentence ends between, and the next begins with nothing that may go on with a list.

    That is mostly so, and told faster than by the forms of what may stand between.
    """
    dot = text.find(". ", start, stop)
    if dot < 0:
        dot = text.find(".\n", start, max(start, stop - _LONGEST_ADDRESS))
    if dot < 0 or dot + 2 == stop or not text[dot - 1].islower():
        return False  # "TP. Nam Sơn", "2. Ông"
    following = text[dot + 2 : dot + _LONGEST_SYLLABLE].lstrip().split(" ", 1)[0]
    return following[:1].isalpha() and following.lower() not in words.sides_begin


def _is_bare(before: tuple[int, int], here: tuple[int, int]) -> bool:
    """Whether neither member's extent has room for a name and a title."""
    return max(before[1] - before[0], here[1] - here[0]) < _NAME_AND_TITLE


def _behind_cut_title(lexicon: Lexicon, text: str, start: int, stop: int) -> int:
    """Behind what the grammar of titles does not know of a member: "quản lý về Hải quan;", ", giáo viên;".

    In a list of one a line it may be longer.
    """
    cut = (_CUT_AT_COMMA if text[start] == "," else lexicon.listing.cut).match(text, start, stop)
    if cut is None and "\n" in text[start:stop]:
        cut = _CUT_IN_LINE.match(text, start, stop)
    if cut is None or (cut[1] != "về" and (cut[1] in lexicon.verbs or cut[1] in lexicon.verb_halves)):
        return start
    if not text.startswith(", người ", start) and lexicon.listing.clause.search(text, start, cut.end()):
        return start
    return cut.end()


def _one_a_line(text: str, separator: str, before: tuple[int, int], here: tuple[int, int]) -> bool:
    """Whether a new line is a new member: it has a mark, the line before a semicolon, or it holds no more."""
    if separator.lstrip()[:1] in {";", ","} or _MARK.search(separator):
        return True
    line = text[text.rfind("\n", 0, before[0]) + 1 : before[0]]
    return len(line) < 24 and _ENDS_LINE.match(text, here[1]) is not None
