"""What verbs, decisions and biographies say of a title: that it is given, ended or was held once.

    ông A được bầu làm Chủ tịch …                      appointed
    ông A thôi giữ chức Chủ tịch …                     ended
    ông A từng làm Chủ tịch …                          career
    miễn nhiệm chức vụ Chủ tịch … đối với ông A        ended, the office before the name
    05/2003 - 03/2006: Chủ tịch …                      career, in a life told line by line

The words are the vocabulary's; here are only the forms of dates and how far a verb reaches.
"""

from __future__ import annotations

from typing import Final

from kiemtin.officials.constructions.state import latest_person
from kiemtin.officials.pieces import NamePiece, TitlePiece
from kiemtin.officials.scanning.sentences import sentence_start
from kiemtin.officials.words.joining_words import JoiningWords
from kiemtin.officials.words.neighbours import word_before
from kiemtin.officials.words.patterns import Form

LASTING: Final = frozenset({"career", "appointed", "ended"})
"""What is said of the first title of a chain and holds for all that follow."""

STOP: Final = Form(r"[.!?\n]")
"""A sentence ends, as far as a verb reaches."""
_FARTHEST: Final = 300
_REACH: Final = 45
"""From whom a verb is said of to the office, where nothing else tells that they belong together."""
_LONGEST_ORGAN: Final = 100
_LONGEST_TIME: Final = 45
""" "Khi còn đương chức, đồng chí "."""
_SHORTEST_TIME: Final = 8
""" "Trước đó"."""
_DAY: Final = Form(r"\s*Ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_ASIDE: Final = Form(r"[;:“”\"]")
_YEARS: Final = Form(r"[Tt]ừ (?:năm |tháng )?[\d/]{4,7} đến (?:năm |tháng )?[\d/]{4,7}[^.\n]{0,80}$")
_SPAN: Final = Form(
    r",? \(?(?:từ|(?:trong )?(?:giai đoạn|thời kỳ)) [^,.;\n]{0,16}?\d{4} ?(?:đến|tới|[-–]) ?"
    r"[^,.;\n]{0,12}?\d{4}"
)
_STATION: Final = Form(r"[-–•*+ ]*(?:Từ )?(?:tháng )?\d{1,2}/\d{4}[^:\n]{0,40}:")
_BEGIN_STATION: Final = frozenset("-–•*+ Tt0123456789")
_NOW: Final = "nay"
_DATED: Final = frozenset({"appointed", "held"})
_LONGEST_LINE: Final = 600
_ADDRESS: Final = 14
"""From what a sentence begins with to whom it names: ", đồng chí "."""


def verb_before_several(words: JoiningWords, text: str, start: int) -> str:
    """What the verb before `start` says, where "các" or a number may stand between: "bổ nhiệm sáu X"."""
    counted = words.counted.search(text, max(0, start - 8), start)
    return words.verbs.before(text, counted.start() + 1 if counted else start, giving=True)


def receiver(words: JoiningWords, text: str, names: list[NamePiece], title: TitlePiece) -> NamePiece | None:
    """The person named last to whom a verb before `title` may give it.

    Not whom somebody follows in office, nor who gives it; and where a pronoun stands for the person, the last
    who was a sentence's subject.
    """
    if names and _right_before(words, text, names[-1], title):
        return names[-1]
    for at in range(len(names), max(0, len(names) - 8), -1):
        name = latest_person(names, at)
        if name is None or title.start - name.end > _LONGEST_LINE:
            return None
        if name is not names[at - 1]:
            continue
        start = name.before[0].start if name.before else name.start
        if words.no_receiver.search(text, max(0, start - 24), start) and not (
            text.startswith(words.of_predecessor, name.end)
            and words.succeeded.search(text, max(0, start - 24), start)
        ):
            continue
        sentence = sentence_start(text, name.end, title.start)
        if sentence == name.end or not words.verbs.by_pronoun.match(text, sentence, title.start):
            return name
        begins = sentence_start(text, max(0, start - _FARTHEST), start)
        if words.subject.fullmatch(text, begins, start):
            return next(later for later in reversed(names) if later.text == name.text)
    return None


def end_offices(words: JoiningWords, text: str, names: list[NamePiece]) -> None:
    """What was held "khi còn đương chức", told right behind an office or before all of somebody's."""
    for name in names:
        titles = name.titles
        if not titles:
            continue
        begin = min(name.start, *[title.start for title in titles])
        before = text[max(0, begin - _LONGEST_TIME) : begin]
        before_all = False
        if any(word in before for word in words.once_in_office):
            found = words.when_in_office.search(before)
            before_all = found is not None and found.end() + _ADDRESS >= len(before) > found.end()
        for title in titles:
            end = title.reach or title.end
            if before_all or (
                text.startswith(words.when_begins, end)
                and words.when_in_office.match(text, end + 1) is not None
            ):
                title.mark_former()


def is_predecessor(words: JoiningWords, text: str, names: list[NamePiece], index: int) -> bool:
    """Whether `names[index]` is whom somebody follows in office: "bầu ông A làm X thay *ông B*"."""
    start = names[index].start
    before = text[max(0, start - 24) : start]
    if not any(word in before for word in words.succeeding_last):
        return False
    follower = names[index - 1]
    given = any(title.verb == "appointed" for title in follower.after)
    return given and words.succeeded.search(before) is not None


def represents(words: JoiningWords, text: str, name: NamePiece) -> bool:
    """Whether a name without a title is said to speak for an organ of the State.

    "Đại diện Sở Y tế, ông A cho biết", "Người đứng đầu UBND tỉnh, bà A", "Ông A, đại diện Sở Y tế".
    """
    behind = text[name.end : name.end + 3]
    if behind in words.representing_begin and text.startswith(words.representing, name.end):
        return words.represented.match(text, name.end) is not None
    low = max(0, name.start - _LONGEST_ORGAN)
    if text.rfind(",", low, name.start) < name.start - _ADDRESS:
        return False
    before = text[low : name.start]
    begun = max(map(before.rfind, words.represents))
    return begun >= 0 and words.representative.search(before, max(0, begun - 2)) is not None


def _right_before(words: JoiningWords, text: str, name: NamePiece, title: TitlePiece) -> bool:
    """ "bầu các đồng chí: A giữ chức X, B giữ chức Y": a whole name, not addressed, then the verb."""
    if name.sure or name.text.count(" ") < 2 or title.start - name.end > _REACH:
        return False
    before = text[name.end + 1 : title.start].lower()
    found = words.verbs.told.search(before)
    return found is not None and (found.start() == 0 or before[: found.start()].rstrip() in words.passives)


def verb_between(words: JoiningWords, text: str, name: NamePiece, title: TitlePiece) -> str:
    """What is said of a title that its sentence gives to a name before: "A tiếp tục giữ chức X".

    The name may stand in a sentence before, and a pronoun here: "Năm 2003, ông được bầu làm X".
    """
    end = name.after[-1].end if name.after else name.end
    sentence = sentence_start(text, end, title.start)
    by_pronoun = sentence != end
    if by_pronoun:
        if words.verbs.by_pronoun.match(text, sentence, title.start) is None:
            return ""
    elif title.start - end > _FARTHEST:
        return ""
    verb = words.verbs.before(text, title.start) or _in_years(words, text, title.start)
    if not verb or words.firsts.match(text, title.end):
        return ""
    if by_pronoun and verb in _DATED and (_DAY.match(text, sentence) or _told_already(name)):
        return "career"
    return _of_the_same(words, text, name, title, verb, max(sentence, end))


def _in_years(words: JoiningWords, text: str, start: int) -> str:
    """ "từ năm 2015 đến năm 2020 là *Chủ tịch …*": `career`; "từ năm 2020 đến nay là …": `held`."""
    if not text.startswith(" là ", start - 4):
        return ""
    if text.endswith(words.until_now, 0, start):
        return "held"
    return "career" if _YEARS.search(text, max(0, start - 80), start) else ""


def verb_of_years(words: JoiningWords, text: str, name: NamePiece, title: TitlePiece) -> str:
    """ "Ông A làm X từ năm 1991 đến năm 1997", "Trước khi được bổ nhiệm, ông A là X": `career`."""
    if was_then(words, text, title) or _SPAN.match(text, title.reach or title.end):
        return "career"
    start = name.before[0].start if name.before else name.start
    if start <= _SHORTEST_TIME:
        return ""
    begins = sentence_start(text, max(0, start - _FARTHEST), start)
    begins += text[begins] == " "
    before = words.verbs.before_it
    if before.match(text, begins, start) or before.search(text, max(begins, start - 24), start):
        return "career"
    return ""


def was_then(words: JoiningWords, text: str, title: TitlePiece) -> bool:
    """Whether years that are over are told behind an office: "Đại sứ … từ năm 1978 - 1983", "… năm 1991".

    "Dưới thời" somebody else it is over as well.
    """
    end = title.reach or title.end
    if text[end : end + 1] != " " or not text.startswith(words.held_then, end):
        return False
    if _SPAN.match(text, end) is not None:
        return True
    return not text.startswith(" từ", end) and words.verbs.years_behind.match(text, end) is not None


def _told_already(name: NamePiece) -> bool:
    """A life is being told."""
    return bool(name.after) and name.after[-1].verb == "career"


def _of_the_same(
    words: JoiningWords, text: str, name: NamePiece, title: TitlePiece, verb: str, start: int
) -> str:
    """`verb` as it is meant, or nothing if what it says is done to somebody else."""
    before = text[max(0, title.start - 30) : title.start]
    distance = title.start - start
    if verb == "ended" and not words.for_oneself.search(before):
        # A post is left by oneself or under compulsion; "bãi nhiệm Thủ tướng" is done to somebody else.
        return ""
    if distance > _REACH and before.endswith(words.doing) and not before.endswith(words.made):
        return ""
    if verb == "held" and (distance > 2 * _REACH or _ASIDE.search(text, start, title.start)):
        return ""
    if _names_receiver(words, text, title.reach or title.end):
        return ""
    if any(given.newly and given.head is title.head for given in name.before):
        # "tân Chủ tịch A … bầu làm Chủ tịch": told already.
        return ""
    if verb == "appointed" and words.to_this_day.match(text, title.reach or title.end):
        return "held"
    return "career" if verb in _DATED and _is_past(words, text, name, title) else verb


def verb_around(words: JoiningWords, text: str, name: NamePiece, title: TitlePiece) -> str:
    """What is said where a verb stands before the name: "bầu ông A làm X", "cử Phó Giám đốc A làm X"."""
    start = name.before[0].start if name.before else name.start
    honorific = words.addressed.search(text, max(0, start - 24), start)
    start = honorific.start() if honorific is not None else start
    return words.verbs.before(text, start, giving=True) if text[start - 1 : start] == " " else ""


def _is_past(words: JoiningWords, text: str, name: NamePiece, title: TitlePiece) -> bool:
    """ "Từ năm 2010 đến năm 2015, ông A giữ chức X", "sau khi ông A được bầu làm X năm 1997"."""
    begins = sentence_start(text, max(0, title.start - _FARTHEST), title.start)
    dates = words.verbs
    return bool(
        dates.years_before.match(text, begins, title.start)
        or _YEARS.search(text, max(0, title.start - 110), title.start)
        or dates.years_behind.match(text, title.reach or title.end)
        or words.when.search(text, max(0, name.start - 32), name.start)
    )


def verb_of_decision(
    words: JoiningWords, text: str, titles: list[TitlePiece], name: NamePiece, names: list[NamePiece]
) -> str | None:
    """What a decision says of `titles` that stand before to whom they are given.

    "miễn nhiệm chức vụ X đối với ông A và Y đối với ông B": the verb holds for both. None if nothing like
    "đối với" stands between titles and name.
    """
    if not words.to_person.fullmatch(text, titles[-1].reach or titles[-1].end, name.start):
        return None
    start = titles[0].start
    if names and names[-1].receives and words.and_office.fullmatch(text, names[-1].end, start):
        inherited = names[-1].after[0].verb
        if inherited:
            return inherited
    verb = words.verbs.before(text, start, giving=True)
    if verb or word_before(text, start).lower() not in words.any_verb:
        return verb
    # "Chức Chủ tịch UBND tỉnh thuộc về ông A"
    return "appointed" if text.startswith(words.falls_to, titles[-1].reach or titles[-1].end) else ""


def verb_of_station(text: str, title: TitlePiece) -> str | None:
    """What a line of a biography says of its title: "05/2003 - 03/2006: Phó Tư lệnh …" is `career`.

    Nothing where it lasts to this day ("… đến nay: …"); None if the line begins with no months.
    """
    line = text.rfind("\n", max(0, title.start - _LONGEST_LINE), title.start) + 1
    if text[line] not in _BEGIN_STATION or (line == 0 and title.start > _LONGEST_LINE):
        return None
    match = _STATION.match(text, line, title.start)
    if match is None:
        return None
    return "" if _NOW in match.group() else "career"


def _names_receiver(words: JoiningWords, text: str, end: int) -> bool:
    """Whether the text says behind a title to whom it is given: "… đối với ông B"."""
    match = words.to_person.match(text, end)
    return match is not None and text[match.end() : match.end() + 1].isupper()
