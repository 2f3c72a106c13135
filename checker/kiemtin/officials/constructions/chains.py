"""From a row of pieces to names with their titles.

The gap before a piece says how it goes on with the one before (`gaps`). The table says which constructions
may then be meant (`table`): the first that fits has the piece. What is open meanwhile is in `state`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kiemtin.officials.constructions.by_verb import STOP, end_offices, is_predecessor, represents
from kiemtin.officials.constructions.former import mark_former
from kiemtin.officials.constructions.gaps import WIDEST, Gap, Gaps
from kiemtin.officials.constructions.placing_titles import by_chance, goes_on_behind, notice_goes_on
from kiemtin.officials.constructions.shared import follows_in_list
from kiemtin.officials.constructions.state import ChainState
from kiemtin.officials.constructions.table import (
    AFTER_NAME,
    AFTER_TITLE,
    BEHIND,
    BROKEN,
    JOINED,
    PARTED,
    ROWS,
    Row,
    name_rows,
    title_rows,
)
from kiemtin.officials.model import Construction
from kiemtin.officials.pieces import NamePiece, Piece, TitlePiece
from kiemtin.officials.words.lexicon import Lexicon

_LONGEST_BODY: Final = 160
"""The name of a commission between two governments, at the most."""


class Joiner:
    """Joins titles to names by the constructions of the table, or by those of `rows`."""

    def __init__(self, lexicon: Lexicon, rows: Sequence[Row] = ROWS) -> None:
        self._lexicon = lexicon
        self._gaps = Gaps(lexicon)
        self._of_names = name_rows(rows)
        self._of_titles = title_rows(rows)

    def join(self, text: str, pieces: list[Piece]) -> list[NamePiece]:
        """Gives each name its titles; returns the names in the order of the text."""
        state = ChainState(self._lexicon, text)
        gaps = self._gaps
        previous: Piece | None = None
        end = 0
        for piece in pieces:
            start = piece.start
            gap = gaps.broken
            if isinstance(previous, TitlePiece) and self._is_of_body(text, previous, end, piece):
                previous.extend(start - 1)
                gap = gaps.read(" ")
            elif previous is not None and start - end <= WIDEST:
                gap = gaps.read(text[end:start])
                if gap.broken and text.startswith(" (", end):
                    gap = self._over_bracket(state, end, start)
            if isinstance(piece, TitlePiece):
                self._take_title(state, piece, gap)
            else:
                self._take_name(state, piece, gap)
            state.previous = previous = piece
            end = piece.reach or piece.end
        _settle(state)
        return state.names

    def _is_of_body(self, text: str, title: TitlePiece, end: int, piece: Piece) -> bool:
        """Whether the body of whose part a title is stands between it and a name, to the name's first letter:
        "Chủ tịch Phân ban Việt Nam *trong Ủy ban liên chính phủ về hợp tác thương mại, kinh tế* A"."""
        words = self._lexicon.joining
        if not text.startswith(words.bodies_of_parts, end) or not isinstance(piece, NamePiece):
            return False
        if piece.start - end > _LONGEST_BODY or text[piece.start - 1] != " " or piece.honorific:
            return False
        if not any(part in text[title.start : title.end] for part in words.parts_of_bodies):
            return False
        between = text[end : piece.start - 1]
        if STOP.search(between) is not None or between[-1] in ",;:":
            return False
        return self._lexicon.verbs.isdisjoint(between.split(" ")[-2:])

    def _over_bracket(self, state: ChainState, end: int, start: int) -> Gap:
        """What stands behind a bracket that is passed over.

        "hai Phó Thủ tướng: A (phụ trách miền Bắc) và B"; "ông A (tức B), Bí thư Tỉnh ủy".
        """
        text, previous = state.text, state.previous
        if not isinstance(previous, NamePiece):
            return self._gaps.broken
        if not (state.by_heading or text.startswith(state.words.second_names, end)):
            return self._gaps.broken
        close = text.find(")", end, start)
        return self._gaps.broken if close < 0 else self._gaps.read(text[close + 1 : start])

    def _take_title(self, state: ChainState, title: TitlePiece, gap: Gap) -> None:
        """Puts a title behind a name, on the chain before the next, or first on a new one."""
        if gap.now and "(" in gap.sep and title.head.text in state.words.sole:
            return  # "Chủ tịch Hội đồng Bộ trưởng (nay là Thủ tướng)": the office of today
        previous = state.previous
        after = AFTER_TITLE
        if isinstance(previous, NamePiece):
            after = AFTER_NAME
            if by_chance(state, previous):
                gap = self._gaps.broken
        if gap.broken:
            if state.shared and STOP.search(state.text, state.end, title.start):
                # A list goes on over what is no mention: "; đại diện Văn phòng Tỉnh ủy; …".
                state.end_list()
            joint = BROKEN
        elif gap.sep == ";" and not notice_goes_on(state, title):
            if title.plural and state.by_heading:
                state.end_list()  # "các X: A; các Y": another heading
            joint = PARTED
        else:
            joint = BEHIND if goes_on_behind(state, title, gap) else JOINED
        for takes in self._of_titles[after + joint]:
            if takes(state, title, gap):
                return
        state.await_name(title)

    def _take_name(self, state: ChainState, name: NamePiece, gap: Gap) -> None:
        """Gives a name the titles before it, and its part of what a list shares."""
        if name.nobodys:
            if not state.pending or gap.broken or gap.sep:
                state.names.append(name)
                state.close()
                return
            name.nobodys = False
        if gap.hon and not gap.broken:
            name.address(gap.hon.split(" ")[0].lower())
        after = AFTER_TITLE if isinstance(state.previous, TitlePiece) else AFTER_NAME
        joint = BROKEN if gap.broken else PARTED if gap.sep == ";" else JOINED
        found = False
        for takes in self._of_names[after + joint]:
            if takes(state, name, gap):
                found = True
                break
        if gap.broken:
            if not found:
                state.end_list()
        elif follows_in_list(state.words, gap, state.previous, state.names, name):
            name.follow(state.names[-1], same_address=gap.sep != ";")
        state.names.append(name)
        state.open_behind(name)


def _settle(state: ChainState) -> None:
    """What is known only when all titles are joined: who is nobody, who an official without a title."""
    words, text, names = state.words, state.text, state.names
    for index, name in enumerate(names):
        if name.profession and name.construction is None:
            name.nobodys = not any(map(_says_whose, name.titles))
        elif name.honorific and not (name.before or name.after or name.shared):
            if index and is_predecessor(words, text, names, index):
                name.find_official(Construction.SUCCEEDED)
            elif represents(words, text, name):
                name.find_official(Construction.REPRESENTS)
    end_offices(words, text, names)
    mark_former(words, text, names)


def _says_whose(title: TitlePiece) -> bool:
    """An office with its organ, or one that needs none: "nhạc sĩ A, Chủ tịch Hội", not "làm trưởng nhóm"."""
    return not title.head.needs_organ or title.end - title.start > len(title.head.text)
