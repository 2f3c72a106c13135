"""Foreigners' names that no title and no honorific introduces: their office is told behind them.

    Ilona Brezak, cựu Ngoại trưởng Pháp, cho biết       an office behind a comma or a dash
    Ilona Brezak từng là Ngoại trưởng Pháp              a verb that gives it
    Ilona Brezak, người hiện là Ngoại trưởng Pháp       both

The name is looked for from the title backwards, and only where what stands right before the title may join
the two. It must not look Vietnamese, and the office must be a State's: who heads a company, a club, an
institute is no official.
"""

from __future__ import annotations

from typing import Final

from kiemtin.officials.names.looks import is_place
from kiemtin.officials.pieces import NamePiece, Passage, TitlePiece
from kiemtin.officials.reading.bare import is_longer_name, leader_end, read_bare
from kiemtin.officials.reading.title_reader import TitleReader
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import PARTICLES, WORD, Form
from kiemtin.officials.words.syllables import is_vietnamese

_FARTHEST: Final = 90
_SEPARATOR: Final = 3
_LONGEST_SURNAME: Final = 8
_MOST_WORDS: Final = 5
_MOST_BETWEEN: Final = 9
_BETWEEN: Final = frozenset({"", ",", "–", "-", "—", "("})
_NAME_WORD: Final = Form(rf"(?:(?:al|el|ul|Al|El)-)?{WORD}|[A-Z]\.")
_CLOSING: Final = frozenset(',.;)–-—\n”"')
_OPENING: Final = (" – ", " - ", " (")
_LONGEST_ASIDE: Final = 40


def name_before(lexicon: Lexicon, passage: Passage, begin: int) -> NamePiece | None:
    """The bare foreign name to which words before the title at `begin` join it, None if none does.

    It may be read already, as a leader known by name; then it is that piece of the passage.
    """
    text, words = passage.text, lexicon.abroad
    if text[begin - 2] == "," and not text[text.rfind(" ", passage.start, begin - 2) + 1].isupper():
        return None
    low = max(passage.start, begin - _FARTHEST)
    last = passage.pieces[-1] if passage.pieces else None
    if last is not None and last.end > low:
        unread = isinstance(last, NamePiece) and not (last.sure or last.nobodys or last.profession)
        if unread and last.end + _SEPARATOR > begin and _is_vietnamese_so_far(lexicon, text, last.start):
            return None
        low = last.start if unread else last.reach or last.end
        if low >= begin:
            return None
    low = max(low, text.rfind("\n", low, begin) + 1)
    at = _before_marks(lexicon, text, begin)
    before = text[low:at].split(" ")
    size = len(before)
    while before and before[-1] in _BETWEEN:
        before.pop()
    while before and len(before) > size - _MOST_BETWEEN and before[-1].rstrip(",") in words.tells:
        before.pop()
        while before and before[-1] in _BETWEEN:
            before.pop()
    name = _name_at_end(lexicon, before) if before else None
    if name is None:
        return None
    end = low + len(" ".join(before).rstrip(","))
    start = end - len(name)
    if last is not None and last.end > start:
        return last if isinstance(last, NamePiece) and last.end == end else None
    if _means_no_person(lexicon, text, passage.start, start):
        return None
    return NamePiece(start, end, name, sure=True)


def _is_vietnamese_so_far(lexicon: Lexicon, text: str, start: int) -> bool:
    return text[start : start + _LONGEST_SURNAME].partition(" ")[0] in lexicon.surnames


def read_leader(titles: TitleReader, passage: Passage, index: int) -> int:
    """Adds the name of the foreign leader at `heads[index]`; returns where reading goes on.

    It may go on behind what is known of it ("Esteban Lazo *Hernández*"), be a longer Vietnamese one
    ("Vương Nghị *An*") or a ship's ("tàu sân bay …").
    """
    if is_longer_name(passage, index):
        return read_bare(titles, passage, index)
    lexicon, text = titles.lexicon, passage.text
    begin = passage.heads[index][0]
    end = leader_end(lexicon, passage, index)
    name = NamePiece(begin, end, text[begin:end])
    if text.endswith(lexicon.abroad.bearers, passage.start, begin):
        name.nobodys = True
    passage.pieces.append(name)
    return end


def family_name(lexicon: Lexicon, text: str, at: int) -> tuple[int, int] | None:
    """The family name behind a title that ends at `at`, which begins small: "Bộ trưởng *al-Hadidi*"."""
    found = lexicon.abroad.particled.match(text, at + 1)
    return None if found is None else found.span()


def read_along(lexicon: Lexicon, passage: Passage, title: TitlePiece, end: int) -> int:
    """Adds the foreign names that go on behind the first who bears `title`; returns where reading goes on.

    "Các cựu Tổng thống Verania A, *B* và *C*"; "Cựu Ngoại trưởng Verania A và *B*".
    """
    text = passage.text
    while True:
        if text.startswith(" và ", end):
            start = end + 4
        elif title.plural and text.startswith(", ", end):
            start = end + 2
        else:
            return end
        run = lexicon.run.match(text, start, passage.stop)
        words = run.group().split(" ") if run is not None else []
        if run is None or len(words) < 2 or _name_at_end(lexicon, words) != run.group():
            return end
        end = run.end()
        passage.pieces.append(NamePiece(start, end, run.group()))


def _before_marks(lexicon: Lexicon, text: str, at: int) -> int:
    """Where the words begin that mark the title: "*cựu* Ngoại trưởng", "*đương kim* Tổng thống"."""
    marks = lexicon.abroad.marks
    if not text.endswith(marks, 0, at):
        return at
    for mark in marks:
        if text.endswith(mark, 0, at):
            return at - len(mark) + 1
    return at


def _name_at_end(lexicon: Lexicon, words: list[str]) -> str | None:
    """The foreign name that ends `words`."""
    taken: list[str] = []
    for index in range(len(words) - 1, max(-1, len(words) - _MOST_WORDS - 2), -1):
        word = words[index] if taken else words[index].rstrip(",")
        bare = word.lstrip("“\"'(‘")
        if bare in PARTICLES and taken:
            taken.insert(0, bare)
            continue
        if _NAME_WORD.fullmatch(bare) is None or (len(bare) > 2 and bare.isupper()):
            break
        taken.insert(0, bare)
        if bare != word:
            break
    while taken and (taken[0] in lexicon.abroad.openers or taken[0] in PARTICLES):
        del taken[0]
    if not taken or len(taken) > _MOST_WORDS or taken[0] in lexicon.abroad.no_names:
        return None
    if not lexicon.abroad.never_inside.isdisjoint(taken):
        return None
    name = " ".join(taken)
    if is_vietnamese(taken) or (not taken[0].isascii() and is_vietnamese(taken[:1])):
        return None
    if taken[0] in lexicon.foreign or is_place(lexicon, name):
        return None
    return name


def _means_no_person(lexicon: Lexicon, text: str, low: int, start: int) -> bool:
    """ "theo *New York Times*, Ngoại trưởng …", "ca sĩ *…*, Đại sứ …"."""
    before = " " + text[max(low, start - 24) : start]
    return before.endswith(lexicon.abroad.no_people) or before.endswith(lexicon.named_after)


def may_hold(lexicon: Lexicon, text: str, name: NamePiece, title: TitlePiece) -> bool:
    """Whether `title`, told behind `name`, makes an official of who bears it.

    In apposition it must end as one does: "A, Ngoại trưởng B, …", not "Theo A, Ngoại trưởng B cho biết".
    """
    between = text[name.end : title.start].split(" ")
    told = any(word in lexicon.abroad.tells for word in between)
    return (told or _ends_apposition(lexicon, text, title.end)) and is_of_state(lexicon, text, title)


def _ends_apposition(lexicon: Lexicon, text: str, end: int) -> bool:
    """A comma, a dash, years, or that more is told before a comma: " *vừa được bổ nhiệm,* đã …".

    Not before who is named next: "Sau cuộc gặp với A, Ngoại trưởng B, ông C, …".
    """
    if end == len(text) or text[end] in _CLOSING or text.startswith(_OPENING, end):
        return not text.startswith(lexicon.abroad.next_named, end)
    if text.startswith(lexicon.abroad.held_behind, end):
        return True
    comma = text.find(",", end, end + _LONGEST_ASIDE)
    return comma >= 0 and all(word in lexicon.abroad.tells for word in text[end + 1 : comma].split(" "))


def is_of_state(lexicon: Lexicon, text: str, title: TitlePiece) -> bool:
    """Whether an office is a State's, a party's, an international organisation's."""
    words, head = lexicon.abroad, title.head.text
    if title.business or head in words.not_of_states or title.foreign is False:
        return False
    if words.never_with.search(text, title.start, title.end) is not None:
        return False
    if not title.head.needs_organ or head.endswith(words.of_states):
        return True
    return words.bodies.search(text, title.start + len(head), title.end) is not None
