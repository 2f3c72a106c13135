"""What holds the place or the organ that a title ends with, told behind a comma.

    Chủ tịch UBND xã A, huyện B, tỉnh C Trần Văn An      places, from small to large
    Chủ tịch UBND xã A (huyện B, tỉnh C) Trần Văn An     the same in a bracket
    Vụ trưởng Vụ A, Tổng cục B, Bộ C                     organs, from small to large

The title ends before the first comma; the name or the next title stands behind all of them.
"""

from __future__ import annotations

from typing import Final

from kiemtin.officials.names.looks import looks_like_name
from kiemtin.officials.pieces import Passage, TitlePiece
from kiemtin.officials.reading.title_reader import CLOSED, TitleReader
from kiemtin.officials.titles.tails import tail_of
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import Form

_BRACKET: Final = Form(r" \(([^()\n]{2,60})\) ")


def read_holders(
    titles: TitleReader, passage: Passage, piece: TitlePiece, limit: int
) -> tuple[int, int] | None:
    """Sets how far `piece` reaches over commas, at the most to `limit`; the name right behind, if one is."""
    lexicon, text = titles.lexicon, passage.text
    if text.startswith(" (", piece.end):
        return _behind_bracket(lexicon, passage, piece)
    at, rank = piece.end, -1
    while at + 2 < limit:
        found = lexicon.extent.holders.match(text, at, limit)
        if found is None:
            return None
        if found["place"] is None:
            if rank < 0:
                rank = _own_rank(lexicon, text[piece.start : at])
                if piece.end - piece.start == len(piece.head.text):
                    rank -= 1  # "Tổng cục trưởng, Tổng cục X"
            if rank <= 0:
                return None
            holder = _rank(lexicon, found["organ"])
            if holder <= rank:
                return None
            rank = holder
        words, closed, _ = tail_of(lexicon, text, at + 1, limit)
        reading = titles.read(piece.head, words, CLOSED if closed else 0)
        if not reading.end:
            return None
        piece.foreign = piece.foreign or reading.foreign
        if reading.name is not None and _names_organ(
            text, at + 1 + reading.name[0], at + 1 + reading.name[1]
        ):
            at += 1 + reading.name[1]
            piece.hold_to(at)
            continue
        if reading.name is not None:
            piece.hold_to(at + 1 + reading.end)
            return at + 1 + reading.name[0], at + 1 + reading.name[1]
        at += 1 + reading.end
        piece.hold_to(at)
    return None


def _names_organ(text: str, start: int, end: int) -> bool:
    """ "Vụ trưởng Vụ A, Tổng cục *Thuế*, Bộ C": one word before a comma is the organ's, and nobody's name."""
    return text.startswith(", ", end) and " " not in text[start:end]


def _behind_bracket(lexicon: Lexicon, passage: Passage, piece: TitlePiece) -> tuple[int, int] | None:
    """ "Chủ tịch UBND xã A (huyện B, tỉnh C) Trần Văn An"."""
    bracket = _BRACKET.match(passage.text, piece.end, passage.stop)
    if bracket is None or lexicon.extent.holders.match(f", {bracket[1]}") is None:
        return None
    run = lexicon.run.match(passage.text, bracket.end(), passage.stop)
    if run is None or not looks_like_name(lexicon, run.group()):
        return None
    piece.hold_to(bracket.end() - 1)
    return run.span()


def _own_rank(lexicon: Lexicon, title: str) -> int:
    """The first organ in a title, 0 if none is: "Trưởng *phòng* Tài chính"."""
    found = lexicon.extent.ranked.search(title)
    return 0 if found is None else _rank(lexicon, found.group())


def _rank(lexicon: Lexicon, organ: str) -> int:
    return lexicon.extent.organ_ranks[organ.lower()]
