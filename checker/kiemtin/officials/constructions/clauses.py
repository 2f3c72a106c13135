"""Where a clause ends between two names: "Theo ông A, Bộ trưởng B cho biết" is no list."""

from __future__ import annotations

from typing import Final

from kiemtin.officials.words.listing_words import ListingWords
from kiemtin.officials.words.patterns import Form

_BOUNDARY: Final = Form(r"[.!?…](?=\s)|,(?=\s)|[;:\n()“”\"]| [-–] |\brằng ")
_SENTENCE: Final = Form(r"[.!?…](?=\s)|[;:\n]")
_FARTHEST: Final = 400
_CLOSE: Final = 48
_SUBJECT: Final = Form(r"[^,.;:()\n]{1,160}")
_BEHIND: Final = Form(r"(?: \([^()\n]{1,60}\))*(?:(?P<colon> ?:)| (?P<word>[^\W\d_]+)\b)")


def is_fronted(words: ListingWords, text: str, start: int, *, announced: bool = False) -> bool:
    """Whether what begins at `start` ends a fronted part of its sentence: "Tại cuộc gặp với A, …".

    What a list may stand in ("với sự tham gia của A, B") counts only if `announced`.
    """
    before = text[max(0, start - _FARTHEST) : start]
    part = before[_last(_BOUNDARY, before) :]
    if not part.strip():
        return False
    if not announced and (words.announced.search(part) or words.several.search(part)):
        return False
    governed = words.governed.search(part) is not None
    found = words.fronted.match(part) or words.fronted_inside.search(part)
    if found is None and governed:
        # "Trong chuyến thăm, làm việc tại tỉnh của A, B cho biết".
        found = words.fronted.match(before, _last(_SENTENCE, before))
    return found is not None and (governed or found["clause"] is None)


def verb_follows(words: ListingWords, text: str, end: int) -> bool:
    """Whether a sentence goes on at `end` with its verb, or with what somebody says: "B cho biết", "B: …".

    Who else acts may stand before it: "B và Phu nhân đã thăm".
    """
    found = _BEHIND.match(text, end)
    if found is None:
        return False
    word = found["word"]
    if word in words.and_others:
        rest = _SUBJECT.match(text, found.end())
        return rest is not None and words.clause.search(text, found.end(), rest.end()) is not None
    return word is None or (word[0].islower() and word not in words.no_verbs)


def repeats_verb(words: ListingWords, text: str, start: int, end: int) -> bool:
    """Whether at `end` stands a verb that the clause before `start` has: "A gửi điện tới B; C gửi điện"."""
    found = words.verb_behind.match(text, end)
    if found is None or found[1] in words.no_verbs:
        return False
    before = text[max(0, start - _FARTHEST) : start]
    return f" {found[1]} " in before[_last(_SENTENCE, before) :]


def _last(boundary: Form, text: str) -> int:
    """Where the text behind the last boundary begins: mostly near its end."""
    for near in (_CLOSE, 3 * _CLOSE, len(text)):
        at = 0
        for found in boundary.finditer(text, max(0, len(text) - near)):
            at = found.end()
        if at:
            return at
    return 0
