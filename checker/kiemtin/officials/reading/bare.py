"""Reading names that no title introduces: behind an honorific, or by their look alone."""

from __future__ import annotations

import re
from typing import Final

from kiemtin.officials.pieces import NamePiece, Passage
from kiemtin.officials.reading.title_reader import TitleReader
from kiemtin.officials.titles.extent import Word, begins_sentence
from kiemtin.officials.words.heads import Head
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.syllables import is_vietnamese

_LONGEST_BEFORE: Final = 16
"""What is looked at before a bare name, at the most: a word, "khóa XV"."""
_LONGEST_NAME: Final = 80
_LONGEST_ADDRESS: Final = 120
_COMRADE: Final = "đồng chí"
_FIRST: Final = frozenset({"1.", "1)", "(1)"})
""" "các đồng chí: 1. A; 2. B"."""
_LONGEST_WORD: Final = 60
_MARKS_OF_LINES: Final = '(“"-–•*+'


def read_honoured(lexicon: Lexicon, passage: Passage, index: int) -> int:
    """Adds the name behind the honorific at `heads[index]`, if there is one; returns where to read on."""
    text, heads = passage.text, passage.heads
    _, end, head = heads[index]
    if text[end : end + 1] not in {" ", "."} or not text[end + 1 : end + 2].isupper():
        return end
    honorific = _COMRADE if "đ" in head.text else head.text.rsplit(" ", 1)[-1]
    if index + 1 < len(heads) and heads[index + 1][0] == end + 1:
        first, last, behind = heads[index + 1]
        if behind.is_name and not is_longer_name(passage, index + 1):
            last = leader_end(lexicon, passage, index + 1)
            passage.pieces.append(NamePiece(first, last, text[first:last], honorific, sure=True))
            return last
        if not behind.is_surname and not behind.is_name:
            return end
    begun = end + 1
    if head.text in lexicon.names.counterparts:
        begun = _behind_country(lexicon, text, begun)
    match = _run_before_title(lexicon, passage, index, begun)
    if match is None:
        return end
    first, last = match.span()
    words = match.group().rstrip(" ").split(" ")
    if len(words) > 2 and begins_sentence(lexicon, text, Word(words[-1], first, last)):
        last -= len(words[-1]) + 1
        words.pop()
    if len(words) > 4 and words[0] in lexicon.surnames and words[0] not in lexicon.highland:
        # Words that run on: "ông Trần Văn An Ảnh …".
        last = first + len(" ".join(words[:4]))
    passage.pieces.append(NamePiece(first, last, text[first:last], honorific, sure=True))
    return last


def _behind_country(lexicon: Lexicon, text: str, at: int) -> int:
    """Behind the country at `at`, if one stands there: "người đồng cấp *Pháp* …"."""
    match = lexicon.run.match(text, at)
    first = match.group().split(" ", 1)[0] if match is not None else ""
    for country in lexicon.foreign.get(first, ()):
        if text.startswith(f"{country} ", at):
            return at + len(country) + 1
    return at


def is_longer_name(passage: Passage, index: int) -> bool:
    """Whether the two words of a leader at `heads[index]` begin another's name: "Vương Nghị *An*"."""
    _, end, head = passage.heads[index]
    if passage.text[end : end + 1] != " " or not passage.text[end + 1 : end + 2].isupper():
        return False
    following = passage.text[end + 1 : end + 9].split(" ", 1)[0].rstrip(",.;:")
    return is_vietnamese([*head.text.split(" "), following]) and head.text.count(" ") == 1


def leader_end(lexicon: Lexicon, passage: Passage, index: int) -> int:
    """Where the name of the leader at `heads[index]` ends: "Esteban Lazo *Hernández*"."""
    text, end = passage.text, passage.heads[index][1]
    if text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return end
    # The word behind is asked for; what goes on for pages is not read again for every name in it.
    following = lexicon.run.match(text, end + 1, min(passage.stop, end + 1 + _LONGEST_WORD))
    first = following.group().split(" ", 1)[0] if following is not None else ""
    known = not first.istitle() or first in lexicon.abroad.no_names or first in lexicon.foreign
    return end if known or is_vietnamese([first]) else end + 1 + len(first)


def read_bare(titles: TitleReader, passage: Passage, index: int) -> int:
    """Adds the name at the surname `heads[index]`, if it looks like one; returns where reading goes on."""
    lexicon, text = titles.lexicon, passage.text
    first, skipped, _ = passage.heads[index]
    match = _run_before_title(lexicon, passage, index, first)
    if match is None or match.end() <= skipped:
        return skipped
    name = match.group().rstrip(" ")
    last = first + len(name)
    spaces = name.count(" ")
    if spaces > 8:
        return last
    if spaces > 4 or not _is_written_as_name(name):
        return skipped
    near = max(passage.start, first - _LONGEST_BEFORE)
    before_it = _told_before(lexicon, passage, near, first)
    if before_it is None:
        return last
    word_before, honorific = before_it
    if spaces > 1:
        cut = name.rfind(" ")
        if begins_sentence(lexicon, text, Word(name[cut + 1 :], first, last)):
            last = first + cut
            name = text[first:last]
    if not titles.looks_like_name(name):
        return last
    if spaces == 1 and _is_place_in_bracket(passage, first, last):
        return last
    piece = NamePiece(first, last, name, honorific, sure=honorific == _COMRADE)
    if not word_before or word_before in lexicon.namesake_last:
        before = text[near:first]
        if before.endswith(lexicon.never_named) or f" {before}".endswith(lexicon.named_after):
            piece.nobodys = True
        elif f" {before}".endswith(lexicon.professions):
            piece.profession = True
    told = piece.nobodys or piece.profession or honorific
    if not told and passage.pieces and _is_credited(lexicon, text, passage, piece):
        piece.nobodys = True
    passage.pieces.append(piece)
    return last


def _told_before(lexicon: Lexicon, passage: Passage, near: int, first: int) -> tuple[str, str] | None:
    """The word right before a possible name, as far as `near`, and the honorific that holds for the name.

    None behind a capitalised word: then it is the name of a street, a school, a company.
    """
    text = passage.text
    if first <= near or text[first - 1] != " ":
        return "", ""
    word = text[max(near, text.rfind(" ", near, first - 1) + 1) : first - 1]
    if word in lexicon.names.callings_great:
        return word, word.lower()
    if word[-1:] == ":" or word in _FIRST:
        word = word.rpartition("\n")[2].lstrip(_MARKS_OF_LINES)
        begun = max(passage.start, first - _LONGEST_ADDRESS)
        return word, _COMRADE if lexicon.names.comrades.search(text, begun, first) else ""
    if (
        word[:1].isupper()
        and word.isalpha()
        and word not in lexicon.openers
        and not text.endswith(f" khóa {word} ", near, first)
    ):
        return None
    return word, ""


def _is_place_in_bracket(passage: Passage, first: int, last: int) -> bool:
    """ "Trần Văn An (*Sơn Tây*), Lê Thị Bình (*Cao Lãnh*)": where they are from."""
    text = passage.text
    if text[first - 1] != "(" or first <= passage.start or text[last : last + 1] != ")":
        return False
    beside = passage.pieces[-1] if passage.pieces else None
    return beside is not None and beside.is_name and beside.end == first - 2


def _is_credited(lexicon: Lexicon, text: str, passage: Passage, name: NamePiece) -> bool:
    """ "Ảnh: Trần Văn An - *Lê Thị Bình*"."""
    beside = passage.pieces[-1]
    if not isinstance(beside, NamePiece) or not beside.nobodys or beside.end + 4 < name.start:
        return False
    return text[beside.end : name.start].strip() in lexicon.names.between_credits and text.endswith(
        lexicon.never_named, passage.start, beside.start
    )


def _run_before_title(lexicon: Lexicon, passage: Passage, index: int, begun: int) -> re.Match[str] | None:
    """The capitalised words from `begun` on, before the next title or honorific behind `heads[index]`."""
    heads = passage.heads
    match = lexicon.run.match(passage.text, begun, min(passage.stop, heads[index][1] + _LONGEST_NAME))
    if match is None:
        return None
    end = match.end()
    for following in range(index + 1, len(heads)):
        begin, _, word = heads[following]
        if begin >= end:
            break
        if not word.is_surname and not word.is_name and not ends_name(passage.text, heads[following]):
            return lexicon.run.match(passage.text, begun, begin)
    return match


def ends_name(text: str, head: Head) -> bool:
    """Whether a rank is a given name: "Quàng Văn *Tướng*, Giám đốc"; not "Trần Văn An, Tướng Lê Văn Bình"."""
    begin, end, word = head
    return (
        word.text == _GENERAL
        and text[begin].isupper()
        and text[begin - 2 : begin - 1].isalpha()
        and (text[end : end + 1] != " " or text[end + 1 : end + 2].islower())
    )


_GENERAL: Final = "tướng"


def _is_written_as_name(name: str) -> bool:
    """Each word begins with a capital and has no other, but behind an apostrophe: "Bh'ríu", "H'Lâm"."""
    return name.istitle() or (
        "'" in name
        and all(part[:1].isupper() for part in name.split(" "))
        and name.replace("'", "x").istitle()
    )
