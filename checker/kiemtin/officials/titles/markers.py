"""The words right before a title that say something of it: nguyên, cố, tân, quyền, các."""

from __future__ import annotations

from kiemtin.officials.pieces import TitlePiece
from kiemtin.officials.words.lexicon import Lexicon


def mark(lexicon: Lexicon, text: str, start: int, piece: TitlePiece) -> None:
    """Notes on `piece` what the words before it say, none of them before `start`; "quyền" joins the title."""
    word, begun = _word_before(text, start, piece.start)
    if word in lexicon.acting and not text.endswith(lexicon.powers, start, piece.start):
        piece.mark_acting(begun)
        word, begun = _word_before(text, start, begun)
    if word in lexicon.former:
        piece.mark_former()
        word, begun = _word_before(text, start, begun)
    elif word in lexicon.newly:
        piece.newly = True
    if word in lexicon.several:
        piece.head_several(told=word == "các")
    elif word == "chí" and text.endswith("đồng ", start, begun):
        # "các đồng chí X A, B", not "đồng chí X A; đồng chí B".
        word, _ = _word_before(text, start, begun - 5)
        if word in lexicon.several:
            piece.head_several()


def _word_before(text: str, start: int, at: int) -> tuple[str, int]:
    """The word that ends one space before `at`, in small letters, and where it begins; none: ("", at)."""
    if at <= start or text[at - 1] != " ":
        return "", at
    begun = at - 1
    while begun > start and text[begun - 1].isalnum():
        begun -= 1
    return text[begun : at - 1].lower(), begun
