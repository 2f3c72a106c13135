"""Reading what stands behind a head: how far the title goes, and whether a name follows it.

A reading depends on the words alone, so it is remembered: the press prints the same titles over and over.
"""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache, partial
from typing import Final, NamedTuple

from kiemtin.officials.model import ACADEMIC_HONOUR, RANK
from kiemtin.officials.names.cut import split_given_name, split_name
from kiemtin.officials.names.looks import begins_with_place, is_vietnamese_name, looks_like_name
from kiemtin.officials.reading.misspelt import MisspeltHeads
from kiemtin.officials.titles.extent import Word, begins_sentence, read_rest, trim
from kiemtin.officials.words.heads import HeadWord
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import Form

# How a title stands. What makes no difference to its reading is left out, so that more are remembered.
BESIDE: Final = 1
"""A Vietnamese surname stands right behind its head; it goes on no chain."""
CHAINED: Final = 2
"""It goes on a chain behind a name."""
CLOSED: Final = 4
"""It is chained or given, and a separator ends the words behind it."""
GIVEN: Final = 8
"""It is said of somebody, or its country follows in brackets, so that no name need follow."""


class Reading(NamedTuple):
    """A title and the name right behind it; offsets from the end of the head."""

    end: int = 0
    """End of the title, 0 if the head stands alone."""
    name: tuple[int, int] | None = None
    foreign: bool | None = None
    """True: a foreign country's, False: said to be Vietnam's, None: not said."""
    business: bool = False
    """Of a company, a church, a club."""
    plural: bool = False
    """Of several organs: "Bí thư Tỉnh ủy các tỉnh"."""


class TitleReader:
    """Reads titles by the words of one lexicon; `known` holds folded names that are certain."""

    def __init__(self, lexicon: Lexicon, known: Container[str]) -> None:
        self.lexicon = lexicon
        self.misspelt = MisspeltHeads(lexicon)
        self.looks_like_name = lru_cache(maxsize=65536)(partial(looks_like_name, lexicon))
        self.read = lru_cache(maxsize=65536)(partial(_read, lexicon, known))
        """(head, the words behind it, how it stands): see `_read`."""


def _read(
    lexicon: Lexicon,
    known: Container[str],
    head: HeadWord,
    tail: str,
    standing: int,
) -> Reading:
    """`tail` holds the words behind the head; `standing` is a sum of BESIDE, CHAINED, CLOSED and GIVEN."""
    if not tail:
        return Reading(business=_is_business_alone(lexicon, head))
    if standing & BESIDE:
        name = _name_beside(lexicon, tail)
        if name is not None:
            return Reading(name=name, business=_is_business_alone(lexicon, head))
    words = read_rest(lexicon, head.text, tail, abroad=head.abroad, closed=standing & CLOSED != 0)
    trim(lexicon, words)
    if len(words) > 2 and begins_sentence(lexicon, tail, words[-1]):
        words.pop()
    if not words:
        return Reading(business=_is_business_alone(lexicon, head))
    cut = None
    if not standing & CHAINED and _is_said_of_given_names(lexicon, head):
        cut = split_given_name(lexicon, words)
    if cut is None:
        bound = standing & (CHAINED | GIVEN) != 0
        cut = split_name(lexicon, words, known, needs_organ=head.needs_organ, bound=bound)
    own = words[: cut[0]] if cut is not None else words
    name_words = words[cut[0] : cut[1]] if cut is not None else []
    if cut is not None and own and own[-1].text in lexicon.extent.schools:
        # "Trường THPT Lê Quý Đôn Nguyễn Văn An": the first name is the school's.
        size = _bearer(lexicon, words[cut[0] :])
        own, name_words = words[: len(words) - size], words[len(words) - size :]
    if len(name_words) == 1 and _is_no_name(lexicon, own, name_words[0].text):
        own, name_words = words, []
    trim(lexicon, own)
    if head.text == "đại biểu" and (own or not _may_follow_delegate(lexicon, name_words)):
        own, name_words = [], []
    elif head.kind is ACADEMIC_HONOUR and not name_words:
        own = []
    if len(name_words) > 2 and begins_sentence(lexicon, tail, name_words[-1]):
        name_words.pop()
    name = (name_words[0].start, name_words[-1].end) if name_words else None
    if not own:
        return Reading(name=name, business=_is_business_alone(lexicon, head))
    foreign, business = _whose(lexicon, head, tail, own)
    plural = any(word.text == "các" for word in own[1:-1])
    return Reading(own[-1].end, name, foreign, business, plural)


def _bearer(lexicon: Lexicon, words: list[Word]) -> int:
    """How many words name the head of a school, behind its own name: "Lê Quý Đôn *Nguyễn Văn An*"."""
    for size in (3, 4, 2):
        left = len(words) - size
        if left > (2 if size == 2 else 1) and words[left].text in lexicon.strong:
            return size
    return 0


def _is_no_name(lexicon: Lexicon, own: list[Word], word: str) -> bool:
    """ "Tổng Giám đốc *Viettel*", "Trưởng Công an Q.Bình *Thạnh*"."""
    return (
        word in lexicon.state_enterprises
        or word in lexicon.state_bodies
        or (bool(own) and _SHORT_DISTRICT.match(own[-1].text) is not None)
    )


_SHORT_DISTRICT: Final = Form(r"(?:Q|H|P|X|TX|TT|TP|Tp)\.[^\W\d_]")


def _is_business_alone(lexicon: Lexicon, head: HeadWord) -> bool:
    """Alone: a company's, a team's; whose office it is in the State is said at least once."""
    return head.text.endswith(lexicon.directors)


def _name_beside(lexicon: Lexicon, tail: str) -> tuple[int, int] | None:
    """The Vietnamese name of up to four words right behind a head: the commonest case."""
    match = lexicon.run.match(tail, 1)
    if match is None:
        return None
    name = match.group()
    words = name.split(" ")
    count = len(words)
    if count > 4 or (count > 2 and begins_with_place(lexicon, name)) or not looks_like_name(lexicon, name):
        return None
    if count == 2 and (words[0] not in lexicon.strong or _goes_on(lexicon, tail, words[1], match.end())):
        return None
    if count > 2 and begins_sentence(lexicon, tail, Word(words[-1], 0, match.end())):
        return None
    return match.span()


def _goes_on(lexicon: Lexicon, tail: str, last: str, end: int) -> bool:
    """ "Ủy viên Đoàn *Chủ* tịch …", "Bí thư Đoàn *Thanh* niên …": an organ's word, and no name's."""
    following = tail[end + 1 : tail.find(" ", end + 1) if " " in tail[end + 1 :] else None]
    return following.islower() and f"{last} {following}".lower() in lexicon.organ_phrases


def _is_said_of_given_names(lexicon: Lexicon, head: HeadWord) -> bool:
    """ "Thượng úy Đức", "ĐB Học"."""
    return head.kind is RANK or head.text in lexicon.names.before_given


def _may_follow_delegate(lexicon: Lexicon, name: list[Word]) -> bool:
    """ "đại biểu" is a common noun; only a Vietnamese name, or a given name, makes it a title."""
    return len(name) == 1 or is_vietnamese_name(lexicon, " ".join([word.text for word in name]))


def _whose(lexicon: Lexicon, head: HeadWord, tail: str, own: list[Word]) -> tuple[bool | None, bool]:
    """Whether a title is a foreign country's, and whether it is a business's."""
    home = abroad = -1
    business = False
    public = head.text.endswith(lexicon.state_heads) and " của " not in tail
    state = not head.text.endswith(lexicon.directors) or head.text.endswith(lexicon.state_directors)
    executive = head.text.endswith(lexicon.executives)
    heads_whole = state or head.text.endswith(lexicon.heads_of_all)
    within = False
    for index, word in enumerate(own):
        first = word.text.split(" ", 1)[0]
        within = within or (word.text == "thuộc" and not state)  # "Tổng Giám đốc X thuộc Tập đoàn Y"
        if (
            not within
            and first in lexicon.state_bodies
            and tail.startswith(lexicon.state_bodies[first], word.start)
        ):
            public = True
        if (
            heads_whole
            and not within
            and first in lexicon.state_enterprises
            and tail.startswith(lexicon.state_enterprises[first], word.start)
        ):
            public = True
        if first in lexicon.business and tail.startswith(lexicon.business[first], word.start):
            business = True
        state = state or (first in lexicon.state and not executive)
        if home < 0 and first in lexicon.home and tail.startswith(lexicon.home[first], word.start):
            home = index
        elif (
            abroad < 0
            and first in lexicon.foreign
            and not (first in lexicon.abroad.unions and _is_home(lexicon, tail, own, index + 1))
            and _is_country(lexicon, tail, own, index)
        ):
            abroad = index
    business = not public and (business or not state)
    if abroad >= 0 and (home < 0 or abroad < home):
        return True, business
    return False if home >= 0 else None, business


def _is_home(lexicon: Lexicon, tail: str, own: list[Word], index: int) -> bool:
    """Whether Vietnam is named at `own[index]`."""
    if index >= len(own):
        return False
    names = lexicon.home.get(own[index].text.split(" ", 1)[0], ())
    return tail.startswith(names, own[index].start)


def _names_small_place(lexicon: Lexicon, own: list[Word], index: int) -> bool:
    """ "xã Thạnh *Mỹ*", "phường Long Thạnh *Mỹ*": the last word of a name behind its noun."""
    for back in range(index - 1, max(-1, index - 4), -1):
        if own[back].text in lexicon.names.small_place_nouns:
            return True
        if not own[back].text.istitle():
            return False
    return False


def _is_country(lexicon: Lexicon, tail: str, own: list[Word], index: int) -> bool:
    """Whether a country or a foreign organ stands at `own[index]`; "Pháp chế", "huyện Mỹ Đức" hold none."""
    word = own[index]
    if "Việt" in {other.text for other in own[max(0, index - 2) : index]} and (
        own[index - 1].text in {"Việt", "-", "–"}
    ):
        # "Bệnh viện Việt Đức", "Hội hữu nghị Việt - Lào" are our own.
        return False
    if index and own[index - 1].text == "Vụ":  # "Vụ châu Âu" is a department of our own
        return False
    continent = word.text.startswith("châu") or (index > 0 and own[index - 1].text.endswith("châu"))
    if continent and any(other.text == "Vụ" for other in own[:index]):
        return False  # "Vụ Thị trường châu Âu"
    phrases = lexicon.foreign[word.text.split(" ", 1)[0]]
    if " " in word.text and word.text not in phrases and word.text[word.text.index(" ") + 1] not in "-–":
        return False  # "báo Pháp Luật": an organ's name of several words
    for phrase in phrases:
        end = word.start + len(phrase)
        if end > own[-1].end or not tail.startswith(phrase, word.start) or tail[end : end + 1].isalnum():
            continue
        if len(phrase) == 2 and index and own[index - 1].text in lexicon.extent.before_letters:
            continue  # "Cục HQ", "tỉnh TQ"
        if " " in phrase or len(phrase) > 5 or phrase.isupper():
            return True
        following = own[index + 1].text if index + 1 < len(own) else ""
        before = own[index - 1].text if index else ""
        if _names_small_place(lexicon, own, index):
            continue
        if following[:1].isupper() or f"{phrase} {following}" in lexicon.organ_words:
            continue
        if before in lexicon.extent.classifiers or (
            before[:1].isupper() and not before.isupper() and len(before) < 4
        ):
            continue
        return True
    return False
