"""Titles whose first words are misspelt, where a title must stand: beside a name, behind an address.

    Trần Văn An, Phó Chủ tịh UBND tỉnh, Trưởng Ban Chỉ đạo     a letter or a tone is wrong
    Trần Văn An, Ủy Trung ương Đảng, Bí thư Thành ủy           a word is missing before the organ
    Bí thu Tỉnh ủy Trần Văn An                                 the same before a name

What is read so has the words that stand there: the vocabulary knows no office by them, so nothing is judged
by it. But the titles behind it stay the same person's, and its words are nobody's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kiemtin.officials.model import OFFICE
from kiemtin.officials.pieces import Passage
from kiemtin.officials.slips import one_slip, rests
from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.heads import Head, HeadWord
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import Form

_WORDS: Final = Form(r"[^\W\d_]+(?: [^\W\d_]+){0,3}")
_TWO_WORDS: Final = Form(r" ([^\W\d_]+)(?: [^\W\d_]+)?")
_LONGEST: Final = 40
_LONGEST_PREFIX: Final = 5
_LONGEST_BEFORE: Final = 80
_MARKS: Final = frozenset(',.;:()\n“”"')
_BEFORE: Final = (", nguyên ", ", ", " - ", " – ")


class MisspeltHeads:
    """The heads of one lexicon by what is left of them if a word is wrong."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._near: Mapping[str, list[tuple[str, HeadWord]]] | None = None
        self._shortened: dict[str, HeadWord] = {}
        self._firsts: set[str] = set()
        self._seconds: set[str] = set()

    def add_behind(self, passage: Passage, index: int, end: int) -> None:
        """If a misspelt head stands behind the name or title that ends at `end`, adds it to the heads behind
        `heads[index]`."""
        text = passage.text
        for mark in _BEFORE:
            if text.startswith(mark, end):
                self.add_at(passage, index, end + len(mark))
                return

    def add_at(self, passage: Passage, index: int, start: int) -> None:
        """If a misspelt head stands at `start`, adds it to the heads behind `heads[index]`."""
        text, heads = passage.text, passage.heads
        if not text[start : start + 1].isupper() or start >= passage.stop:
            return
        following = index + 1
        while following < len(heads) and heads[following][0] < start:
            following += 1
        if following < len(heads) and heads[following][0] == start and not heads[following][2].is_surname:
            return
        found = self._find(text, start, min(passage.stop, start + _LONGEST))
        if found is not None:
            end, head = found
            passage.add_misspelt(following, (start, end, head))

    def before(self, text: str, low: int, name: int) -> Head | None:
        """The misspelt head between `low` and the name at `name`, no mark between it and the name."""
        at = name
        while at > low and name - at < _LONGEST_BEFORE and text[at - 1] not in _MARKS:
            at -= 1
            if text[at].isupper() and not (at and text[at - 1].isalnum()):
                found = self._find(text, at, name)
                if found is not None:
                    return at, *found
        return None

    def longer(self, text: str, low: int, start: int, end: int) -> Head | None:
        """The head of which `text[start:end]` is only the end, its first word misspelt: "*Pho* Thủ tướng"."""
        first = text.rfind(" ", low, start - 1) + 1 if start > low else start
        word = text[max(first, low) : start - 1]
        if not word[:1].isupper() or not word.isalpha() or len(word) > _LONGEST_PREFIX:
            return None
        form = text[start - len(word) - 1 : end].lower()
        meant = _nearest(self._index(), form)
        return (start - len(word) - 1, end, meant) if meant is not None else None

    def _find(self, text: str, start: int, stop: int) -> tuple[int, HeadWord] | None:
        """Where the misspelt head at `start` ends, and which head is meant."""
        match = _WORDS.match(text, start, stop)
        if match is None:
            return None
        words = match.group().split(" ")
        near = self._index()
        if words[0].lower() not in self._firsts and words[1:2] and words[1].lower() not in self._seconds:
            return None  # one word is wrong, not two
        for size in range(len(words), 0, -1):
            said = words[:size]
            phrase = " ".join(said)
            end = start + len(phrase)
            key = fold_name(phrase)
            head = self._shortened.get(key)
            if head is not None and self._begins_organ(text, end):
                return end, head
            if size == 1 or said[-1][0].isupper() or key in self._lexicon.extent.no_misspelt_heads:
                continue  # names end with a great letter
            for form in {key, phrase.lower()}:  # "Ủ viên" and "ủy viên", though the tone of "uỷ" may move
                meant = _nearest(near, form)
                if meant is not None:
                    return end, meant
        return None

    def _begins_organ(self, text: str, at: int) -> bool:
        """Whether the name of an organ of the State or the Party stands behind a space at `at`."""
        found = _TWO_WORDS.match(text, at)
        if found is None:
            return False
        first, phrase = found[1], found[0][1:]
        organs = self._lexicon.organs.get(first, ())
        abbreviated = len(first) > 2 and first.isupper()
        if phrase in self._lexicon.extent.organs_of_members:
            return True
        return abbreviated or phrase in self._lexicon.organ_words or text.startswith(organs, at + 1)

    def _is_half(self, words: str) -> bool:
        *before, half = words.split(" ")
        extent = self._lexicon.extent
        return half in extent.halves_of_heads and extent.before_halves.issuperset(before)

    def _index(self) -> Mapping[str, list[tuple[str, HeadWord]]]:
        if self._near is None:
            known = {head.text: head for head in self._lexicon.heads.values() if _begins_office(head)}
            near: dict[str, list[tuple[str, HeadWord]]] = {}
            for text, head in known.items():
                key = fold_name(text)
                first, second, *_ = text.split(" ")
                self._firsts.add(first)
                self._seconds.add(second)
                for form in {key, text}:
                    for rest in rests(form):
                        near.setdefault(rest, []).append((form, head))
                for shorter in _without_one_word(text):
                    if self._is_half(shorter):
                        self._shortened.setdefault(fold_name(shorter), head)
            self._near = near
        return self._near


def _nearest(near: Mapping[str, list[tuple[str, HeadWord]]], form: str) -> HeadWord | None:
    for rest in rests(form):
        for other, meant in near.get(rest, ()):
            if one_slip(form, other):
                return meant
    return None


def _begins_office(head: HeadWord) -> bool:
    other = head.honorific or head.is_name or head.is_surname or head.is_calling
    return head.kind is OFFICE and not other and " " in head.text


def _without_one_word(key: str) -> Iterator[str]:
    words = key.split(" ")
    for at in range(1, len(words)):
        yield " ".join([*words[:at], *words[at + 1 :]])
