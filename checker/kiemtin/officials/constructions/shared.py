"""Names in a row: which of them are one list, and which hold a title together."""

from __future__ import annotations

from kiemtin.officials.constructions.gaps import Gap
from kiemtin.officials.names.looks import is_vietnamese_name
from kiemtin.officials.pieces import NamePiece, Piece, TitlePiece
from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.joining_words import JoiningWords
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.syllables import is_vietnamese


def follows_in_list(
    words: JoiningWords, gap: Gap, previous: Piece | None, names: list[NamePiece], name: NamePiece
) -> bool:
    """Whether `name` goes on the list of the name before it: "; ", or ", " and "và" between bare names."""
    if not names:
        return False
    if gap.sep == ";":
        return True
    before = names[-1]
    if previous is before:
        in_list = before.linked or before.honorific in words.list_honorifics
        return in_list and (gap.sep == "," or gap.equal)
    return gap.equal and not gap.sep and not name.before and bool(before.after)


def named_along(names: list[NamePiece], last: NamePiece) -> list[NamePiece]:
    """Those named bare right before `last` in one list with it: "ông A, bà B, ông C được bầu làm X"."""
    found: list[NamePiece] = []
    if not names or names[-1] is not last or len(last.after) > 1 or last.before:
        return found
    for at in range(len(names) - 2, -1, -1):
        after, name = names[at + 1], names[at]
        if not after.linked or name.titles or not (name.sure or name.linked):
            break
        found.append(name)
    return found


def given_to_both(gap: Gap, previous: NamePiece) -> bool:
    """ "miễn nhiệm chức vụ X đối với ông A và bà B"."""
    return previous.receives and gap.equal and not gap.sep and bool(gap.hon)


def titled_together(lexicon: Lexicon, text: str, gap: Gap, first: NamePiece, second: NamePiece) -> bool:
    """ "Phó Thủ tướng A và B dự": an office that several hold, two whole names without another title."""
    if gap.broken or gap.hon or len(first.before) != 1 or first.after:
        return False
    if not _stand_alike(lexicon, text, gap, first, second):
        return False
    title = first.before[0]
    if title.foreign and title.former:
        return _both_were(lexicon, title, first, second)
    return (
        title.head.text.startswith(lexicon.joining.held_by_several)
        and title.foreign is not True
        and is_vietnamese_name(lexicon, first.text)
        and second.text.count(" ") > 1
        and is_vietnamese_name(lexicon, second.text)
    )


def _both_were(lexicon: Lexicon, title: TitlePiece, first: NamePiece, second: NamePiece) -> bool:
    """ "Cựu Ngoại trưởng Verania A và B": two whole foreign names, no leader's who may be in office."""
    if " " not in first.text or " " not in second.text or is_vietnamese(second.text.split(" ")):
        return False
    if first.text.rsplit(" ", 1)[1] == second.text.rsplit(" ", 1)[1]:
        return False  # spouses
    return title.head.needs_organ or fold_name(second.text) not in lexicon.foreign_leaders


def _stand_alike(lexicon: Lexicon, text: str, gap: Gap, first: NamePiece, second: NamePiece) -> bool:
    """ "A và B dự", "A, B và C;", "A (đoàn X), B (đoàn Y)": nothing is told of the second alone."""
    if text.startswith(" (", second.end):
        return text.startswith(" (", first.end) and gap.sep in {"", ","} and (gap.equal or not gap.join)
    if gap.sep == "," and not gap.join:
        return lexicon.listing.bare_to_end.match(text, second.end) is not None
    return gap.equal and not gap.sep and not text.startswith((",", " - "), second.end)


def stood_bare(name: NamePiece, heading: list[TitlePiece]) -> bool:
    """Whether a name under a heading had no title but the heading's."""
    return name.shared is heading and not name.before and not name.after
