"""Brackets behind a title, and those that a title stands in."""

from __future__ import annotations

from typing import Final

from kiemtin.officials.pieces import Passage, TitlePiece
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import Form

_LONGEST_ORGAN: Final = 64
_BEFORE_BRACKET: Final = Form(r"([^\W\d_]+(?: [^\W\d_]+){0,7}) \($")
_BRACKET: Final = Form(r" \(([^()\n]{2,60})\)")
_ABOUT: Final = Form(r" về [^,.;:()\n]{4,60}(?=[,.;)\n])")


def stands_behind_organ(lexicon: Lexicon, text: str, begin: int) -> bool:
    """ "Sở Nội vụ (*Giám đốc* …)", "các sở: Nội vụ (*Giám đốc* …)": that organ's, and no business's."""
    before = _BEFORE_BRACKET.search(text, max(0, begin - _LONGEST_ORGAN), begin)
    if before is None:
        return False
    words = before[1].split(" ")
    if any(phrase in before[1] for word in words for phrase in lexicon.business.get(word, ())):
        return False
    return any(" ".join(words[-size:]) in lexicon.organ_words for size in (2, 3, 4)) or not (
        lexicon.state.isdisjoint(words)
    )


def country_follows(lexicon: Lexicon, passage: Passage, at: int) -> bool:
    """ "Phó Thị trưởng thành phố Porto (Bồ Đào Nha) …": the name comes behind the bracket."""
    bracket = _BRACKET.match(passage.text, at, passage.stop)
    return (
        bracket is not None
        and passage.text[bracket.end() : bracket.end() + 1] == " "
        and _names_organ(lexicon, bracket.group(1))
    )


def take_in(lexicon: Lexicon, text: str, piece: TitlePiece, stop: int) -> tuple[int, int] | None:
    """Takes in what still belongs to a title behind its organ: a bracket, "về an toàn thực phẩm".

    Returns the capitalised words right behind the bracket, which are the name.
    """
    following = text[piece.end : piece.end + 4]
    if following == " về " and "hỉ đạo" in text[piece.start : piece.end]:
        about = _ABOUT.match(text, piece.end, stop)
        if about is not None:
            piece.extend(about.end())
            following = text[piece.end : piece.end + 4]
    if following[:2] != " (":
        return None
    bracket = _BRACKET.match(text, piece.end, stop)
    if bracket is None or not _names_organ(lexicon, bracket.group(1)):
        return None
    piece.extend(bracket.end())
    content = bracket.group(1)
    if any(map(content.startswith, lexicon.foreign.get(content.split(" ", 1)[0], ()))):
        piece.foreign = True
    run = lexicon.run.match(text, piece.end + 1, stop) if text.startswith(" ", piece.end) else None
    return run.span() if run is not None else None


def _names_organ(lexicon: Lexicon, content: str) -> bool:
    """Whether a bracket behind a title goes on with it: an organ, a country or an abbreviation."""
    if not content[0].isupper() or content.startswith(lexicon.extent.asides):
        return False
    first = content.split(", ", maxsplit=1)[0]
    return (
        first.isupper()
        or first.startswith(lexicon.extent.bracketed)
        or any(map(first.startswith, lexicon.foreign.get(first.split(" ", 1)[0], ())))
    )
