"""Names with a surname that no list knows, told by where they stand: members of a list that is being read.

    Dự có các đồng chí: *Bon Yô Sen*, Phó Trưởng Ban Dân tộc; *Đa Cát Vin*, Chủ tịch UBND xã; …

Capitalised words and nothing else between a colon or a semicolon and ", <title>" are a person, where the
colon opens a list or another member stands before the semicolon.
"""

from __future__ import annotations

from typing import Final

from kiemtin.officials.model import Construction
from kiemtin.officials.names.looks import is_place
from kiemtin.officials.pieces import NamePiece, Passage, Piece
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.neighbours import word_before
from kiemtin.officials.words.patterns import Form

_LONGEST: Final = 48
_FARTHEST: Final = 160
_DASHES: Final = frozenset({" - ", " – "})
_MOST_WORDS: Final = 5


def listed_name(lexicon: Lexicon, passage: Passage, begin: int) -> NamePiece | None:
    """The member of a list right before the title at `begin`, None if there is none or it is read already.

    A piece of the passage that holds but its last words is taken out.
    """
    text, pieces = passage.text, passage.pieces
    at = begin
    word = word_before(text, at)
    while word and word[-1].isalnum():
        if word.lower() not in lexicon.former and word.lower() not in lexicon.acting:
            return None
        at -= len(word) + 1
        word = word_before(text, at)
    joint = text[max(0, at - 3) : at]
    end = at - 2 if joint.endswith(", ") else at - 3 if joint in _DASHES else 0
    start = _after_mark(text, max(passage.start, end - _LONGEST), end) if end else 0
    if not start:
        return None
    words = text[start:end].split(" ")
    if not 2 <= len(words) <= _MOST_WORDS or not _may_be_name(lexicon, words):
        return None
    last = pieces[-1] if pieces else None
    part = last if isinstance(last, NamePiece) and last.end == end and not last.sure else None
    if part is not None and part.start <= start:
        return None
    before = (pieces[-2] if len(pieces) > 1 else None) if part is not None else last
    if not _goes_on_list(lexicon, passage, before, start):
        return None
    if part is not None:
        pieces.pop()
    name = NamePiece(start, end, text[start:end], sure=True)
    name.listed = True
    name.find(Construction.LISTED)
    return name


def _after_mark(text: str, low: int, end: int) -> int:
    """Behind the last colon, semicolon or bullet before `end`, 0 if there is none."""
    mark = max(text.rfind("; ", low, end), text.rfind(": ", low, end)) + 2
    line = text.rfind("\n", low, end)
    if line < mark:
        return mark if mark > 1 else 0
    bullet = _BULLET.match(text, line)
    return bullet.end() if bullet is not None and bullet.end() < end else 0


_BULLET: Final = Form(r"\n\s*(?:[-–•*+]|\d{1,2}[.)/])\s+")


def _goes_on_list(lexicon: Lexicon, passage: Passage, before: Piece | None, start: int) -> bool:
    """Whether a list is opened right before `start`, or goes on there behind the piece `before`."""
    text = passage.text
    mark = start - 1
    while text[mark] not in _LIST_MARKS:
        mark -= 1
    if text[mark] == "\n":
        mark = len(text[:mark].rstrip()) - 1
    behind = 0 if before is None else before.reach or before.end
    if behind > mark + 1:
        return False
    if text[mark] == ":":
        return text.endswith(lexicon.listing.opened, 0, mark) or (
            lexicon.listing.several.search(text, max(passage.start, mark - _FARTHEST), mark + 1) is not None
        )
    if before is None or mark - behind > _FARTHEST or (isinstance(before, NamePiece) and not before.sure):
        return False
    return not any(stop in text[behind:mark] for stop in _STOPS)


_LIST_MARKS: Final = frozenset(";:\n")
_STOPS: Final = (". ", "\n")


def _may_be_name(lexicon: Lexicon, words: list[str]) -> bool:
    """Whether capitalised words may name a person, and no organ and no place."""
    if not all(_may_be_part(word) for word in words):
        return False
    first = words[0]
    if first in lexicon.names.never_begin or first in lexicon.openers or first in lexicon.extent.organ_nouns:
        return False
    if not lexicon.names.never_inside.isdisjoint(words) or first in lexicon.abroad.no_names:
        return False
    name = " ".join(words)
    if f"{first} {words[1]}" in lexicon.organ_words or first in lexicon.organs or first in lexicon.business:
        return False
    return not is_place(lexicon, name)


def _may_be_part(word: str) -> bool:
    """ "Yô", "H'Lim", "Y"; no abbreviation and no word in small letters."""
    if not word[:1].isupper() or (len(word) > 1 and word.isupper()):
        return False
    return word.replace("'", "").replace("’", "").replace("-", "").isalpha()
