"""Of which time a sentence speaks: the day of the piece, another, some time before, or it does not say.

    Sáng 12/3, Chủ tịch UBND tỉnh A dự …            the day of the piece
    Ngày 1/9/2020, Chủ tịch nước A đã ký …          that day
    Trên cương vị Chủ tịch UBND tỉnh, A đã …        some time before
    Chủ tịch UBND tỉnh A (ảnh năm 2019)             some time before

A title is judged on the day of which its sentence speaks; where that is open, nobody says that it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from kiemtin.foundation.places import Span
from kiemtin.foundation.records import Record
from kiemtin.officials.evidence.phrases_told import PhrasesTold
from kiemtin.officials.scanning.sentences import sentence_start
from kiemtin.officials.words.patterns import Form

NEAR = timedelta(days=4)
"""What a piece calls by a date within so many days of its own is what it reports."""
_LONGEST = 600
_PAST_OF_THE_LISTED = ("said_past_posts",)
_PAST = (*_PAST_OF_THE_LISTED, "said_past_times", "said_leaving", "said_mourning", "said_discipline")


class Time(StrEnum):
    """Of which time a sentence speaks."""

    PRESENT = "present"
    """The piece's own day, or the days around it."""
    THEN = "then"
    """Another day, which it names."""
    PAST = "past"
    """Some time before."""
    UNSAID = "unsaid"


class TimeTold(Record):
    """`day` is the one named, or the piece's own; `words` are those that say so, None if none do."""

    time: Time
    day: date | None = None
    words: Span | None = None


class Standing(StrEnum):
    """Where in a piece the title stands."""

    LISTED = "listed"
    """Among those who attend: they do so as what they are, whatever else the sentence tells of."""
    OPENING = "opening"
    """In the headline or the lead, which tell of the piece's own time unless they say otherwise."""
    ELSEWHERE = "elsewhere"


def time_told(
    phrases: PhrasesTold, text: str, title: Span, name: Span, day: date, standing: Standing
) -> TimeTold:
    """Of which time the sentence speaks in which `title` stands with `name`, in a piece of `day`."""
    start, end = sentence_of(text, min(title.start, name.start), max(title.end, name.end))
    dated = _date_told(phrases, text, start, end, day, title)
    if dated is not None and dated.time is Time.THEN:
        return dated
    lists = _PAST_OF_THE_LISTED if standing is Standing.LISTED else _PAST
    told = _past_told(phrases, lists, text, start, end, title)
    if told is not None:
        return TimeTold(Time.PAST, None, told)
    if dated is not None:
        return dated
    today = phrases.first("said_present_days", text, start, end)
    if today is not None:
        return TimeTold(Time.PRESENT, day, today)
    if standing is not Standing.ELSEWHERE:
        return TimeTold(Time.PRESENT, day)
    acting = phrases.begins("said_acting", text, max(title.end, name.end))
    return TimeTold(Time.UNSAID) if acting is None else TimeTold(Time.PRESENT, day, acting)


def tells_of(phrases: PhrasesTold, text: str, start: int, end: int, day: date) -> bool:
    """Whether a passage names the day of its piece, or one right before it."""
    if phrases.first("said_present_days", text, start, end) is not None:
        return True
    told = _date_told(phrases, text, start, end, day, Span(start, start))
    return told is not None and told.time is Time.PRESENT


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """From where the sentence begins that holds `text[start:end]` to where it ends; marks inside
    abbreviations and dates end none."""
    begin = max(start - _LONGEST, 0)
    at = start
    while at > begin:
        at = sentence_start(text, begin, at)
        if at <= begin or text[at - 1] == "\n" or _ends_sentence(text, at - 1):
            break
        at -= 1
    stop = len(text)
    for found in _END.finditer(text, end, min(len(text), end + _LONGEST)):
        if found.group() == "\n" or _ends_sentence(text, found.start()):
            stop = found.start()
            break
    else:
        stop = min(len(text), end + _LONGEST)
    return at, stop


_END = Form(r"[.!?\n]")


def _ends_sentence(text: str, at: int) -> bool:
    """Whether the mark at `at` ends a sentence: not "TP. Hà Nội", "12.3", "T.Ư"."""
    following = text[at + 1 : at + 3]
    if following[:1] and not following[:1].isspace():
        return False
    before = re.search(r"[^\W\d_]+$", text[max(0, at - 12) : at])
    return text[at] != "." or before is None or len(before.group()) > 2 or not before.group()[0].isupper()


_DAY = Form(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?(?![\d/-]|\.\d)")
_SPELLED = Form(r"(?<!\w)(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?:(?: năm |[/-])(\d{4}))?(?!\w)", re.I)
_MONTH = Form(r"(?<!\w)tháng (\d{1,2})\s?(?:[/-]|,? năm )\s?(\d{4})(?!\w)", re.I)
_BARE_MONTH = Form(r"(?<![\d/.-])(\d{1,2})[/-](\d{4})(?![\d/-])")
_YEAR = Form(r"(?<!\w)(?:năm|từ|đến|giai đoạn|ảnh|\() ?(19\d\d|20\d\d)(?![\d/])", re.I)
_TERM = 24
"""From what a term is called to its date, at the most."""


def _date_told(
    phrases: PhrasesTold, text: str, start: int, end: int, day: date, title: Span
) -> TimeTold | None:
    """The date in the sentence that is nearest before the title, else the first behind it."""
    found: list[tuple[int, TimeTold]] = []
    for pattern in (_DAY, _SPELLED):
        for match in pattern.finditer(text, start, end):
            then = _nearest(match.group(1), match.group(2), match.group(3), day)
            if then is not None and not _is_of_term(phrases, text, start, match.start()):
                found.append((match.start(), _told(then, then, day, Span(*match.span()))))
    for pattern in (_MONTH, _BARE_MONTH):
        for match in pattern.finditer(text, start, end):
            month, year = int(match.group(1)), int(match.group(2))
            if 1 <= month <= 12 and not _is_of_term(phrases, text, start, match.start()):
                first = date(year, month, 1)
                last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
                found.append((match.start(), _told(first, last, day, Span(*match.span()))))
    for match in _YEAR.finditer(text, start, end):
        if not _is_of_term(phrases, text, start, match.start()):
            year = int(match.group(1))
            if year < day.year:
                found.append((match.start(), TimeTold(Time.PAST, None, Span(*match.span()))))
    if not found:
        return None
    before = [each for each in found if each[0] < title.start]
    return max(before)[1] if before else min(found, key=lambda each: each[0])[1]


def _is_of_term(phrases: PhrasesTold, text: str, start: int, at: int) -> bool:
    """Whether the date at `at` is a term's: "nhiệm kỳ 2016 - 2021"."""
    term = phrases.last("said_terms", text, max(start, at - 2 * _TERM), at)
    return term is not None and at - term.end <= _TERM and not _PARTS.search(text, term.end, at)


_PARTS = Form(r"[.,;\n]")


def _told(first: date, last: date, day: date, words: Span) -> TimeTold:
    if first - NEAR <= day <= last + NEAR:
        return TimeTold(Time.PRESENT, first if first == last else day, words)
    if first == last:
        return TimeTold(Time.THEN, first, words)
    return TimeTold(Time.PAST if last < day else Time.UNSAID, None, words)


def _nearest(number: str, month: str, year: str | None, day: date) -> date | None:
    """A day of a month; without a year the one nearest to the piece's own day, not more than a month on."""
    years = (int(year),) if year else (day.year, day.year - 1, day.year + 1)
    days = []
    for each in years:
        try:
            days.append(date(each, int(month), int(number)))
        except ValueError:
            continue
    if year:
        return days[0] if days else None
    usual = [each for each in days if each <= day + timedelta(days=31)]
    return max(usual, default=None)


def _past_told(
    phrases: PhrasesTold, lists: Sequence[str], text: str, start: int, end: int, title: Span
) -> Span | None:
    """What puts the title into the past, before it in its sentence or behind it, as far as a semicolon: there
    another statement begins, of others."""
    stop = text.find(";", title.end, end)
    for name in lists:
        found = phrases.last(name, text, start, title.start) or phrases.first(
            name, text, title.end, end if stop < 0 else stop
        )
        if found is not None:
            return found
    return None
