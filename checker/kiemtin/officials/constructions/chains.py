"""The grammar by which titles are joined to names.

A text is read as a row of pieces, titles and names; the gap before a piece says how it goes on (`gaps`).
Each construction is a function that says whether a piece fits it; the first that fits has it.

    Bộ trưởng X, Chủ tịch Y A        titles before a name
    A, Bộ trưởng X, Chủ tịch Y       titles behind it
    các Phó Thủ tướng: A; B          a heading over several names
    các Phó Thủ tướng A, B           the same without a colon
    Phó Thủ tướng A và B             an office that several hold
    A giữ chức X                     a verb between name and title
    bổ nhiệm chức vụ X đối với A     a decision
    05/2003 - 03/2006: X             a line of a life

Where a title goes is in `placing_titles`, what a name gets in `placing_names`; `appointments` knows verbs and
biographies, `sharing` who of several names in a row holds a title with whom.
"""

from __future__ import annotations

from kiemtin.officials.constructions.by_verb import end_offices, is_predecessor, represents
from kiemtin.officials.constructions.former import mark_former
from kiemtin.officials.constructions.gaps import WIDEST, Gaps
from kiemtin.officials.constructions.placing_names import take_name
from kiemtin.officials.constructions.placing_titles import take_title
from kiemtin.officials.constructions.state import ChainState, find_person
from kiemtin.officials.pieces import NamePiece, Piece, TitlePiece
from kiemtin.officials.words.lexicon import Lexicon


def join(lexicon: Lexicon, gaps: Gaps, text: str, pieces: list[Piece]) -> list[NamePiece]:
    """Gives each name its titles; returns the names in the order of the text."""
    state = ChainState(lexicon, gaps, text)
    previous: Piece | None = None
    end = 0
    for piece in pieces:
        start = piece.start
        gap = gaps.broken
        if previous is not None and start - end <= WIDEST:
            gap = gaps.read(text[end:start])
        if isinstance(piece, TitlePiece):
            take_title(state, piece, gap)
        else:
            take_name(state, piece, gap)
        state.previous = previous = piece
        end = piece.reach or piece.end
    for index, name in enumerate(state.names):
        if name.pattern == "profession":
            name.pattern = "" if any(map(_says_whose, name.titles)) else "named-after"
        elif name.honorific and not (name.before or name.after or name.shared):
            if index and is_predecessor(state.words, text, state.names, index):
                find_person(name, "succeeded")
            elif represents(state.words, text, name):
                find_person(name, "represents")
    end_offices(state.words, text, state.names)
    mark_former(state.words, text, state.names)
    return state.names


def _says_whose(title: TitlePiece) -> bool:
    """An office with its organ, or one that needs none: "nhạc sĩ A, Chủ tịch Hội", not "làm trưởng nhóm"."""
    return not title.head.needs_organ or title.end - title.start > len(title.head.text)
