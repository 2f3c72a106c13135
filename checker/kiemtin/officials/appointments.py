"""What verbs, decisions and biographies say of a title: that it is given, ended or was held once.

    ông A được bầu làm Chủ tịch …                      appointed
    ông A thôi giữ chức Chủ tịch …                     ended
    ông A từng làm Chủ tịch …                          career
    miễn nhiệm chức vụ Chủ tịch … đối với ông A        ended, the office before the name
    05/2003 - 03/2006: Chủ tịch …                      career, in a life told line by line

The words are the vocabulary's; here are only the forms of dates and how far a verb reaches.
"""

from __future__ import annotations

import re

from kiemtin.officials.joining_words import JoiningWords
from kiemtin.officials.pieces import NamePiece, TitlePiece

LASTING = frozenset({"career", "appointed"})
"""What is said of the first title of a chain and holds for all that follow."""

STOP = re.compile(r"[.!?\n]")
"""A sentence ends, as far as a verb reaches."""
_FARTHEST = 260
_NEAR = 45
_YEARS = re.compile(r"[Tt]ừ (?:năm |tháng )?[\d/]{4,7} đến (?:năm |tháng )?[\d/]{4,7}[^.\n]{0,80}$")
_STATION = re.compile(r"[-–•*+ ]*(?:Từ )?(?:tháng )?\d{1,2}/\d{4}[^:\n]{0,40}:")
_NOW = "nay"
_LONGEST_LINE = 600


def verb_before(words: JoiningWords, text: str, start: int, more: tuple[str, ...] = ()) -> str:
    """What the verb that ends at `start` says: `appointed`, `ended`, `career`, or nothing.

    `more` holds verbs that appoint here only.
    """
    before = text[max(0, start - 28) : start]
    if before.endswith(words.ending):
        return "ended"
    if before.endswith(words.narrating):
        return "career"
    if before.endswith(words.appointing):
        return "career" if words.once.search(before) else "appointed"
    return "appointed" if more and before.endswith(more) else ""


def verb_before_several(words: JoiningWords, text: str, start: int) -> str:
    """As `verb_before`, where "các" or a number may stand between: "bổ nhiệm sáu Phó Thủ tướng"."""
    counted = words.counted.search(text, max(0, start - 8), start)
    return verb_before(words, text, counted.start() + 1 if counted else start, words.giving)


def verb_between(words: JoiningWords, text: str, name: NamePiece, title: TitlePiece) -> str:
    """What is said of a title that the same sentence gives to a name before: "A tiếp tục giữ chức X"."""
    end = name.after[-1].end if name.after else name.end
    distance = title.start - end
    if distance > _FARTHEST or STOP.search(text, end, title.start):
        return ""
    verb = verb_before(words, text, title.start)
    if not verb:
        return ""
    before = text[max(0, title.start - 30) : title.start]
    if verb == "ended" and not words.for_oneself.search(before):
        # A post is left by oneself or under compulsion; "bãi nhiệm Thủ tướng" is done to somebody else.
        return ""
    if distance > _NEAR and before.endswith(words.doing) and not before.endswith(words.made):
        return ""
    if _names_receiver(words, text, title.end):
        return ""
    if any(given.newly and given.head is title.head for given in name.before):
        # "tân Chủ tịch A … bầu làm Chủ tịch": told already.
        return ""
    if verb == "appointed" and _YEARS.search(text, max(0, title.start - 110), title.start):
        # "Từ 2010 đến 2015, ông A giữ chức …".
        return "career"
    return verb


def verb_of_decision(
    words: JoiningWords, text: str, titles: list[TitlePiece], name: NamePiece, names: list[NamePiece]
) -> str | None:
    """What a decision says of `titles` that stand before to whom they are given.

    "miễn nhiệm chức vụ X đối với ông A và Y đối với ông B": the verb holds for both. None if nothing like
    "đối với" stands between titles and name.
    """
    if not words.to_person.fullmatch(text, titles[-1].end, name.start):
        return None
    start = titles[0].start
    if names and names[-1].pattern == "given-to" and words.and_office.fullmatch(text, names[-1].end, start):
        inherited = names[-1].after[0].verb
        if inherited:
            return inherited
    return verb_before(words, text, start, words.giving)


def verb_of_station(text: str, title: TitlePiece) -> str | None:
    """What a line of a biography says of its title: "05/2003 - 03/2006: Phó Tư lệnh …" is `career`.

    Nothing where it lasts to this day ("… đến nay: …"); None if the line begins with no months.
    """
    line = text.rfind("\n", max(0, title.start - _LONGEST_LINE), title.start) + 1
    if line == 0 and title.start > _LONGEST_LINE:
        return None
    match = _STATION.match(text, line, title.start)
    if match is None:
        return None
    return "" if _NOW in match.group() else "career"


def _names_receiver(words: JoiningWords, text: str, end: int) -> bool:
    """Whether the text says behind a title to whom it is given: "… đối với ông B"."""
    match = words.to_person.match(text, end)
    return match is not None and text[match.end() : match.end() + 1].isupper()
