"""Reading the titles and the possible names of a text in its order."""

from __future__ import annotations

from typing import Final

from kiemtin.officials.model import ACADEMIC_HONOUR, OFFICE, SPOUSE_HONORIFIC
from kiemtin.officials.pieces import NamePiece, Passage, Piece, TitlePiece
from kiemtin.officials.reading.bare import read_bare, read_honoured
from kiemtin.officials.reading.foreign import (
    family_name,
    may_hold,
    name_before,
    read_along,
    read_leader,
)
from kiemtin.officials.reading.holders import read_holders
from kiemtin.officials.reading.limits import LONGEST_TITLE, is_other_word, title_limit
from kiemtin.officials.reading.listed import listed_name
from kiemtin.officials.reading.title_reader import (
    BESIDE,
    CHAINED,
    CLOSED,
    GIVEN,
    Reading,
    TitleReader,
)
from kiemtin.officials.titles.brackets import country_follows, stands_behind_organ, take_in
from kiemtin.officials.titles.markers import mark
from kiemtin.officials.titles.tails import Tail, first_separator, tail_before, tail_before_verb, tail_of
from kiemtin.officials.words.heads import HeadWord
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.neighbours import word_before
from kiemtin.officials.words.patterns import Form
from kiemtin.officials.words.syllables import is_vietnamese

_NEXT_VERB: Final = Form(r" ([^\W\d_]+)|:")
_LONGEST_VERB: Final = 10
_MEANS_HIM: Final = 64
"""A bare title this near behind a name may be that one's: "ông A …, Thủ tướng nhấn mạnh"."""
_CHAINED: Final = 3
"""From a name or title to the next title of its chain, at the most."""
_ONCE: Final = ("nguyên ", "Nguyên ", "NGUYÊN ")
_BEFORE_OTHERS: Final = frozenset(",:")
_JOINING: Final = frozenset(",–-—")


def find_pieces(titles: TitleReader, passage: Passage) -> list[Piece]:
    """Titles and likely names of a passage in its order."""
    lexicon, pieces = titles.lexicon, passage.pieces
    done, count = passage.start, 0
    for index, (begin, end, word) in enumerate(passage.heads):  # misspelt heads join the row on the way
        if begin < done:
            continue
        if word.is_surname:
            done = read_bare(titles, passage, index)
            if len(pieces) > count:
                done = _read_misspelt_before(titles, passage, index, done)
        elif word.is_name:
            done = read_leader(titles, passage, index)
        elif word.honorific:
            titles.misspelt.add_at(passage, index, end + 1)
            done = read_honoured(lexicon, passage, index)
        elif not _stands_for_holder(lexicon, passage, begin, end):
            done = _read_title(titles, passage, index)
        if len(pieces) > count:
            count = len(pieces)
            titles.misspelt.add_behind(passage, index, done)
    return pieces


def _read_misspelt_before(titles: TitleReader, passage: Passage, index: int, done: int) -> int:
    """If a misspelt title stands before the bare name just read, adds it; returns where reading goes on."""
    pieces = passage.pieces
    low = pieces[-2].end if len(pieces) > 1 else passage.start
    found = titles.misspelt.before(passage.text, low, pieces[-1].start)
    if found is None:
        return done
    bare = pieces.pop()
    passage.add_misspelt(index, found)
    behind = _read_title(titles, passage, index)
    if pieces and pieces[-1].is_name and pieces[-1].start == bare.start:
        return behind
    if not pieces or pieces[-1].start < bare.start:
        pieces.append(bare)
    return max(done, behind)


def _stands_for_holder(lexicon: Lexicon, passage: Passage, begin: int, end: int) -> bool:
    """ "Thủ tướng nhấn mạnh …", far behind any name: whose title it is, this sentence does not say."""
    text, pieces = passage.text, passage.pieces
    if pieces and begin - pieces[-1].end <= _MEANS_HIM:
        return False
    stop = text.find(" ", end + 1, end + _LONGEST_VERB)
    if text[end + 1 : stop] not in lexicon.closing or text[end] != " ":
        return False
    return word_before(text, begin) not in lexicon.joining.any_verb


def _read_title(titles: TitleReader, passage: Passage, index: int) -> int:
    """Adds the title at `heads[index]`, and the name behind it; returns where reading goes on."""
    lexicon, text, pieces = titles.lexicon, passage.text, passage.pieces
    before = _take_misspelt(titles, passage, index)
    begin, end, head = passage.heads[index]
    if head.text in lexicon.extent.no_titles or is_other_word(lexicon, text, end, head):
        return end
    if before == "Đoàn" and head.text in lexicon.extent.heads_inside_boards:
        return end  # "Thay mặt Đoàn Chủ tịch, Bí thư Tỉnh ủy A"
    told = before in lexicon.before_titles
    if (told or before[-1:] in _JOINING or text[begin - 1 : begin] == "(") and head.kind is OFFICE:
        done = _read_unread_bearer(titles, passage, index)
        if done:
            return done
    told = told and begin > passage.start
    said = told and text.endswith(lexicon.extent.said_before, 0, begin)
    at = end - text[end : end + 1].isalpha()  # a missing space: "Đại tướngTrần"
    chained = False
    if at < end or text[end : end + 1] == " ":
        chained = bool(pieces) and _in_chain(text, pieces, begin)
        reading = _reading(titles, passage, index, at, said=said, chained=chained)
    else:
        reading = titles.read(head, "", 0)
    if head.text in lexicon.before_names and (reading.name is None or reading.end):
        return end
    piece = TitlePiece(begin, at + reading.end if reading.end else end, head)
    _say(piece, reading, end if begin in passage.misspelt else 0)
    if piece.business and not reading.end and text.startswith("(", begin - 1):
        piece.business = not stands_behind_organ(lexicon, text, begin)
    name = None if reading.name is None else (at + reading.name[0], at + reading.name[1])
    if name is None and _is_of_others(lexicon, passage, piece):
        return piece.end
    if said and text.endswith(lexicon.extent.candidates, 0, begin):
        if name is None:
            return piece.end
        pieces.append(NamePiece(name[0], name[1], text[name[0] : name[1]]))
        return name[1]
    _mark(lexicon, passage, piece, told=told)
    pieces.append(piece)
    if name is None:
        name = _name_farther(titles, passage, index, chained=chained, has_tail=reading.end > 0)
    if name is None:
        if text.startswith(",", piece.end) and not piece.reach and (reading.end or not head.needs_organ):
            return _read_behind_comma(titles, passage, index, piece)
        return piece.reach or piece.end
    pieces.append(NamePiece(name[0], name[1], text[name[0] : name[1]], sure=True))
    if piece.foreign and (piece.former or piece.plural):
        return read_along(lexicon, passage, piece, name[1])
    return name[1]


def _take_misspelt(titles: TitleReader, passage: Passage, index: int) -> str:
    """The word before the title at `heads[index]`; one that is its misspelt first word is taken into it."""
    text, pieces = passage.text, passage.pieces
    begin, end, _ = passage.heads[index]
    before = word_before(text, begin)
    if before[:1].isupper() and begin not in passage.misspelt:
        longer = titles.misspelt.longer(text, pieces[-1].end if pieces else passage.start, begin, end)
        if longer is not None:
            passage.exchange(index, longer)
            return word_before(text, longer[0])
    return before


def _read_unread_bearer(titles: TitleReader, passage: Passage, index: int) -> int:
    """Adds the name before the title at `heads[index]` that only the title tells: foreign, or of a list.

    Where it is a foreigner's, the title is added too; returns where reading goes on, 0 if with the title.
    """
    lexicon, pieces = titles.lexicon, passage.pieces
    begin = passage.heads[index][0]
    if pieces and begin - pieces[-1].end <= _CHAINED and pieces[-1].sure:
        return 0
    if not passage.text.endswith(lexicon.abroad.before_offices, 0, begin):
        return 0
    done = _read_behind_foreigner(titles, passage, index)
    if not done:
        listed = listed_name(lexicon, passage, begin)
        if listed is not None:
            pieces.append(listed)
    return done


def _reading(
    titles: TitleReader, passage: Passage, index: int, at: int, *, said: bool, chained: bool
) -> Reading:
    """What the words from `at` on say of the title at `heads[index]`; `said`: a verb before it gives it."""
    lexicon, text = titles.lexicon, passage.text
    begin, _, head = passage.heads[index]
    words, closed, bracket = _tail(lexicon, passage, index, at, chained)
    standing = CHAINED if chained else 0
    if (
        (said and _is_given(lexicon, text, begin, head))
        or (bracket and country_follows(lexicon, passage, at + len(words)))
        or (not chained and _is_of_bare_name(text, passage.pieces, begin))
    ):
        standing |= GIVEN
    if closed and standing:
        standing |= CLOSED
    if not chained and passage.is_surname(index + 1, at + 1):
        standing |= BESIDE
    reading = titles.read(head, words, standing)
    if reading.name is not None and _is_country_unknown(lexicon, passage, index, reading.name):
        return Reading(reading.name[1], foreign=True)
    return reading


def _is_country_unknown(lexicon: Lexicon, passage: Passage, index: int, name: tuple[int, int]) -> bool:
    """ "John Smith, cựu Ngoại trưởng *Verania*, dự": whose the office is, for its bearer stands before it."""
    text, pieces = passage.text, passage.pieces
    begin, end, head = passage.heads[index]
    word = text[end + name[0] : end + name[1]]
    if " " in word or not pieces or not pieces[-1].is_name or not text.startswith((",", "."), end + name[1]):
        return False
    if head.kind is not OFFICE:
        return False
    once = word_before(text, begin)
    if once in lexicon.former:
        begin -= len(once) + 1
    return text[pieces[-1].end : begin] == ", " and not is_vietnamese([word])


def _mark(lexicon: Lexicon, passage: Passage, piece: TitlePiece, *, told: bool) -> None:
    """Notes what the words right before a title mark it as: former, acting; `told`: there are such words."""
    text, pieces, begin = passage.text, passage.pieces, piece.start
    if told:
        mark(lexicon, text, passage.start, piece)
        if piece.acting and pieces and pieces[-1].start == piece.start:
            pieces.pop()  # "Quyền" is a surname as well
    elif piece.head.needs_organ and text.endswith(lexicon.acting_short, passage.start, begin):
        piece.mark_acting(text.rindex(".", passage.start, begin) - 1)  # "Q. Giám đốc Sở Y tế"


def _name_farther(
    titles: TitleReader, passage: Passage, index: int, *, chained: bool, has_tail: bool
) -> tuple[int, int] | None:
    """Where the name stands behind a bracket, a small particle, or what holds the organ of the last title."""
    lexicon, text = titles.lexicon, passage.text
    piece = passage.pieces[-1]
    if not isinstance(piece, TitlePiece):
        return None
    name = None
    if has_tail and text[piece.end : piece.end + 1] == " ":
        name = take_in(lexicon, text, piece, passage.stop)
    after = text[piece.end : piece.end + 1]
    if (
        name is None
        and after == " "
        and text[piece.end : piece.end + 3] in lexicon.abroad.particles_begin
        and text.startswith(lexicon.abroad.particles, piece.end)
    ):
        name = family_name(lexicon, text, piece.end)
    if name is None and (after == "," or (after == " " and text.startswith("(", piece.end + 1))):
        limit = title_limit(lexicon, passage, index, chained, passage.stop)
        if limit <= piece.end:
            limit = title_limit(lexicon, passage, index, False, passage.stop)
        name = read_holders(titles, passage, piece, limit)
    return name


def _read_behind_foreigner(titles: TitleReader, passage: Passage, index: int) -> int:
    """Adds the bare foreign name before the title at `heads[index]`, and the title; 0 if there is none."""
    lexicon, text, pieces = titles.lexicon, passage.text, passage.pieces
    begin, end, head = passage.heads[index]
    name = name_before(lexicon, passage, begin)
    if name is None:
        return 0
    reading = Reading()
    if text[end : end + 1] == " ":
        words, _, _ = _tail(lexicon, passage, index, end, False)
        own = titles.read(head, words, 0)
        if own.name is not None and (
            head.text not in lexicon.abroad.of_places or " " in text[end + own.name[0] : end + own.name[1]]
        ):
            return 0
        words, closed, _ = _tail(lexicon, passage, index, end, True)
        reading = titles.read(head, words, CHAINED | CLOSED if closed else CHAINED)
    piece = TitlePiece(begin, end + reading.end, head)
    _say(piece, reading)
    mark(lexicon, text, passage.start, piece)
    if not may_hold(lexicon, text, name, piece):
        return 0
    name.sure = True
    if not pieces or pieces[-1] is not name:
        pieces.append(name)
    pieces.append(piece)
    return piece.end


def _tail(lexicon: Lexicon, passage: Passage, index: int, at: int, chained: bool) -> Tail:  # noqa: FBT001
    """What stands behind the title at `heads[index]`, from `at` on."""
    text, heads = passage.text, passage.heads
    farthest = min(passage.stop, heads[index][1] + LONGEST_TITLE)
    limit = farthest
    for following in range(index + 1, len(heads)):
        begin, _, word = heads[following]
        if begin >= limit or not word.is_surname:
            limit = min(begin, limit)
            break
    short, seen, read = tail_before_verb(lexicon, text, at, limit)
    if short is not None:
        return short, False, False
    limit = title_limit(lexicon, passage, index, chained, farthest)
    separator = first_separator(lexicon, text, seen, limit)
    if separator < 0:
        return tail_of(lexicon, text, at, limit)
    return tail_before(lexicon, text, at, separator, read)


def _say(piece: TitlePiece, reading: Reading, misspelt: int = 0) -> None:
    """Puts on a title what its reading says of it; `misspelt`: where its head ends, if that is."""
    piece.mark_misspelt(misspelt)
    if reading.foreign is not None:
        piece.foreign = reading.foreign
    if reading.business:
        piece.business = True
    if reading.plural:
        piece.plural = True


def _read_behind_comma(titles: TitleReader, passage: Passage, index: int, piece: TitlePiece) -> int:
    """ "Giám đốc Sở Y tế, *Trần Văn An* cho biết": the title begins its clause, a verb follows the name."""
    lexicon, text, heads, start = titles.lexicon, passage.text, passage.heads, piece.end + 2
    if not text[start : start + 1].isupper():
        return piece.end
    following = next((head for head in heads[index + 1 : index + 12] if head[0] >= start), None)
    if following is not None and following[0] == start and not following[2].is_surname:
        return piece.end
    if piece.foreign is not True and (following is None or following[0] != start):
        return piece.end
    before = text[max(passage.start, piece.start - 8) : piece.start].lower()
    if piece.former:
        before = before.rpartition(" ")[0].rpartition(" ")[0] + " "
    if before.strip() and not before.endswith((". ", "\n", ", ", "“", '"', ": ", "? ", "! ")):
        return piece.end
    if before.endswith(", ") and passage.pieces[-2:-1] and passage.pieces[-2].end + 2 == piece.start:
        return piece.end
    run = lexicon.run.match(text, start, passage.stop)
    if run is None or not 1 <= run.group().count(" ") <= 3:
        return piece.end
    verb = _NEXT_VERB.match(text, run.end(), passage.stop)
    if verb is None or (verb[1] and (verb[1] not in lexicon.verbs or verb[1] in lexicon.passing)):
        return piece.end
    words = run.group()
    if piece.foreign is not True and (words.count(" ") < 2 or not titles.looks_like_name(words)):
        return piece.end
    name = NamePiece(*run.span(), words, sure=True)
    name.fronted = True
    passage.pieces.append(name)
    return run.end()


def _is_given(lexicon: Lexicon, text: str, begin: int, head: HeadWord) -> bool:
    """ "được bầu làm X", "trở thành tân X": the title is said of somebody, so that no name need follow."""
    if text.startswith("là ", begin - 3):
        return head.needs_organ
    return text.endswith(lexicon.extent.given, 0, begin)


def _is_of_bare_name(text: str, pieces: list[Piece], begin: int) -> bool:
    """ "; *Trần Văn An*, X; …": a whole name without an office right before a title, or "nguyên" and one."""
    if not pieces:
        return False
    if text.endswith(_ONCE, 0, begin):
        begin -= 7
    name = pieces[-1]
    if text[begin - 2 : begin] != ", " or name.end != begin - 2:
        return False
    if not isinstance(name, NamePiece) or name.text.count(" ") < 2:
        return False
    before = pieces[-2] if len(pieces) > 1 else None
    if not isinstance(before, TitlePiece) or name.start - (before.reach or before.end) > 1:
        return True
    return before.kind is ACADEMIC_HONOUR and not before.plural


def _in_chain(text: str, pieces: list[Piece], begin: int) -> bool:
    """Whether a title at `begin` goes on the chain behind a name."""
    end = pieces[-1].reach or pieces[-1].end
    if begin - end > 40:
        return False
    if text[end:begin] == " (":
        return True
    if text.endswith(_ONCE, 0, begin):
        begin -= 7
    at = begin
    for piece in reversed(pieces[-12:]):
        gap = text[piece.reach or piece.end : at]
        if isinstance(piece, NamePiece):
            separator = gap.strip()
            if separator.endswith(("nguyên", "tuổi,")):
                separator = _told_aside(separator)
            if separator in {"-", "–", "("}:
                return True
            return separator == "," and bool(piece.honorific) and not piece.before
        if len(gap) > 40 or gap.lstrip(" ")[:1] not in {",", "-", "–"} or ";" in gap or ". " in gap:
            return False
        at = piece.start
    return False


def _told_aside(separator: str) -> str:
    """A separator without "nguyên" and an age: ", nguyên", ", 91 tuổi,"."""
    separator = separator.removesuffix("nguyên").rstrip()
    return "," if _AGE.fullmatch(separator) else separator


_AGE: Final = Form(r", \d{2,3} tuổi,")


def _is_of_others(lexicon: Lexicon, passage: Passage, piece: TitlePiece) -> bool:
    """ "Thay mặt Ban Bí thư, …", "tại Phủ Chủ tịch, …", "và Phu nhân, …": no title of who is named next."""
    text = passage.text
    if text[piece.end : piece.end + 1] not in _BEFORE_OTHERS:
        return False
    if piece.kind is SPOUSE_HONORIFIC:
        return True
    before = text[max(passage.start, piece.start - 20) : piece.start]
    return before.removesuffix("Ban ").endswith(lexicon.on_behalf)
