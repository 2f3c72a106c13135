"""Telling a name from the words of the title before it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache

from kiemtin.officials.folding import fold_name
from kiemtin.officials.lexicon import Lexicon
from kiemtin.officials.patterns import PARTICLES, SYLLABLE
from kiemtin.officials.titles import Word

_SYLLABLE = re.compile(SYLLABLE)


@lru_cache(maxsize=16384)
def _is_syllable(word: str) -> bool:
    if "'" in word:
        # "H'Lâm", "K'Rể", "Bh'ríu".
        before, _, word = word.partition("'")
        return len(before) <= 2 and _SYLLABLE.fullmatch(word.lower()) is not None
    return _SYLLABLE.fullmatch(word.lower()) is not None


def is_vietnamese(words: Iterable[str]) -> bool:
    """Whether all words are syllables that Vietnamese has."""
    return all(map(_is_syllable, words))


def is_vietnamese_name(lexicon: Lexicon, name: str) -> bool:
    """By its look: syllables that Vietnamese has, or a surname of the Highlands."""
    words = name.split(" ")
    if words[0] in lexicon.highland or "'" in words[0]:
        return True
    return words[0] in lexicon.surnames and is_vietnamese(words)


def split_name(
    lexicon: Lexicon, words: list[Word], known: Container[str], *, needs_organ: bool, bound: bool
) -> tuple[int, int] | None:
    """First and last index (behind it) of the name that ends `words`, None if no name does.

    `known` holds folded names that are certain. `bound`: the title goes on a chain behind a name, so that
    only a Vietnamese name may end it.
    """
    count = len(words)
    tail = count
    while tail > 0 and _name_word(words[tail - 1].text):
        tail -= 1
    if tail == count:
        return None
    texts = [word.text for word in words]
    for start in range(max(tail, count - 6), count - 1):
        if fold_name(" ".join(texts[start:])) in known:
            return start, count
    if not needs_organ and tail == 0 and not bound and 2 <= count <= 4 and _certain(lexicon, texts):
        return 0, count
    found = _vietnamese(lexicon, texts, tail, bound=bound)
    if found is not None or bound:
        return found
    other = _other(lexicon, texts, tail, needs_organ=needs_organ)
    return None if other is None else (other, count)


def looks_like_name(lexicon: Lexicon, name: str) -> bool:
    """Whether capitalised words without title or honorific may be a Vietnamese name."""
    if not name.istitle() and "'" not in name:
        return False
    words = name.split(" ")
    if len(words) == 1:
        return "'" in name and name[: name.index("'") + 1] in lexicon.highland
    if not len(words) <= 5 or words[0] not in lexicon.surnames:
        return False
    if words[0] not in lexicon.highland and not is_vietnamese(words):
        return False
    if f"{words[0]} {words[1]}" in lexicon.organ_words:
        return False
    return name == "Hồ Chí Minh" or fold_name(name) not in lexicon.places


def begins_with_place(lexicon: Lexicon, name: str) -> bool:
    """Whether the first two words are a known place's: "Lâm Đồng Trần Văn …"."""
    words = name.split(" ", 2)
    return fold_name(" ".join(words[:2])) in lexicon.places


@lru_cache(maxsize=16384)
def _name_word(text: str) -> bool:
    """One capitalised word that may be part of a name: no abbreviation, no number."""
    if not text[0].isupper():
        return False
    if len(text) > 1 and text.isupper():
        return False
    if (
        " " not in text
        and any(c.isupper() for c in text[1:].replace("-", ""))
        and "'" not in text
        and "Mc" not in text
    ):
        # "HDBank", "VnExpress".
        return "-" in text and not any(c.isupper() for part in text.split("-") for c in part[1:])
    if " " in text and text.split(" ", 2)[1] not in PARTICLES:
        return False
    return not ("&" in text or "." in text or any(c.isdigit() for c in text))


def _certain(lexicon: Lexicon, texts: list[str]) -> bool:
    """Words right behind a head that wants no organ are a name, if they are no organ and no place."""
    return not _organ(lexicon, texts, 0) and not _place(lexicon, texts, 0) and is_vietnamese(texts)


def _vietnamese(lexicon: Lexicon, texts: list[str], tail: int, *, bound: bool) -> tuple[int, int] | None:
    """The Vietnamese name among `texts[tail:]`, behind places and organs."""
    count = len(texts)
    if texts[:3] == ["Hồ", "Chí", "Minh"]:
        # A city otherwise, but not right behind a title.
        return 0, 3
    if (
        count - tail == 2
        and tail > 0
        and (bound or texts[tail - 1] in _SMALL_PLACES)
        and texts[tail - 1] != "tỉnh"
    ):
        # "Chủ tịch UBND huyện Quế Sơn": two words behind these are the place's.
        return None
    start = max(tail, count - 9)
    if (
        tail > 0
        and texts[tail - 1] in _SMALL_PLACES
        and count - tail >= 4
        and texts[tail + 2] in lexicon.surnames
    ):
        start = tail + 2
    elif tail > 0 and texts[tail - 1] in _PLACE_NOUNS and count - tail >= 4:
        start = _behind_unknown_place(lexicon, texts, tail)
    while start < count - 1:
        size = _place(lexicon, texts, start)
        if size and (size == 1 or start + size == count or count - start - size > 1):
            if start + size == count and size > 1:
                return None
            if size > 1:
                start += size
                continue
        if (
            texts[start] in lexicon.surnames
            and f"{texts[start]} {texts[start + 1]}" not in lexicon.organ_words
        ):
            end = _name_end(lexicon, texts, start)
            if (
                end - start >= 2
                and (texts[start] in lexicon.highland or is_vietnamese(texts[start:end]))
                and not (end < count and end - start < 3)
            ):
                # "xã Ba Gia Phạm Văn Nam": a rare surname before a common one is a place's.
                if end - start == 5 or (texts[start] not in lexicon.strong and end - start > 3):
                    for later in range(start + 1, end - 1):
                        if texts[later] in _MOST_COMMON and end - later >= 3:
                            return later, end
                return start, end
        start += 1
    return None


def _behind_unknown_place(lexicon: Lexicon, texts: list[str], tail: int) -> int:
    """Where the name may begin behind "tỉnh", "Tỉnh ủy", "phường" and a place that no list knows.

    "Hải Lăng Ung Hoàng Phát": a place of two words and a whole name; "Trà Khúc Nam Hình Thị Bảo Châu".
    """
    count = len(texts)
    if _place(lexicon, texts, tail):
        return tail
    for at in range(tail + 1, count - 2):
        if texts[at + 1] in _MIDDLE and texts[at] in lexicon.surnames:
            return at
    third = texts[tail + 2]
    whole = count - tail in {5, 6} and third in lexicon.surnames or third in lexicon.highland
    doubtful = texts[tail] in lexicon.strong and third not in lexicon.strong or texts[tail + 1] in _MIDDLE
    return tail + 2 if whole and not doubtful else tail


_MIDDLE = frozenset({"Thị", "Văn"})
_PLACE_NOUNS = frozenset("tỉnh ủy đoàn phố TP TP. Tp huyện quận xã phường trấn khu".split())
_SMALL_PLACES = frozenset("huyện quận xã phường trấn thôn bản đảo khu Huyện Quận Xã Phường".split())
_MOST_COMMON = frozenset({"Nguyễn", "Trần", "Phạm", "Huỳnh", "Đặng", "Bùi", "Đỗ"})


def _name_end(lexicon: Lexicon, texts: list[str], start: int) -> int:
    """Where a name from `start` ends at the latest: before the next person's surname."""
    count = len(texts)
    if count - start <= 4:
        return count
    for end in range(start + 3, min(count - 1, start + 5)):
        if texts[end] in lexicon.strong and count - end >= 2:
            return end
    return count if count - start <= 5 else start + 4


def _place(lexicon: Lexicon, texts: list[str], start: int) -> int:
    """Words of the known place at `start`, 0 if none."""
    for size in (4, 3, 2, 1):
        if start + size <= len(texts) and fold_name(" ".join(texts[start : start + size])) in lexicon.places:
            return size
    return 0


def _other(lexicon: Lexicon, texts: list[str], tail: int, *, needs_organ: bool) -> int | None:
    """A name without a Vietnamese surname: what is left after known organs and countries."""
    start = 0
    count = len(texts)
    while start < count:
        size = _organ(lexicon, texts, start)
        if not size:
            break
        start += size
        start += _is_unknown_realm(lexicon, texts, start)
    if start < tail:
        # Unknown organ's words before the capital tail: the name is the tail behind them.
        start = tail
        while start < count:
            size = _organ(lexicon, texts, start) or _place(lexicon, texts, start)
            if not size:
                break
            start += size
            start += _is_unknown_realm(lexicon, texts, start)
        if start == tail and texts[tail - 1] in {
            "tỉnh",
            "phố",
            "huyện",
            "xã",
            "phường",
            "bang",
            "quận",
            "tại",
            "và",
            "ủy",
            "đoàn",
            "khu",
        }:
            return None
    if start >= count or count - start > 5 or fold_name(" ".join(texts[start:])) in lexicon.places:
        return None
    behind_organ = (
        start > 0 and start >= tail and 3 <= count - start <= 4 and _organ(lexicon, texts, 0) >= start
    )
    behind_country = start > 0 and texts[start - 1].split(" ", 1)[0] in lexicon.foreign
    if (
        needs_organ
        and not (behind_country or behind_organ)
        and is_vietnamese(texts[start:])
        and (count - start > 1 and fold_name(" ".join(texts[start:])) not in lexicon.foreign_leaders)
    ):
        return None
    if texts[start] in _NEVER_NAMES or any(texts[at] in _NEVER_IN_NAMES for at in range(start, count)):
        return None
    return start


def _is_unknown_realm(lexicon: Lexicon, texts: list[str], start: int) -> bool:
    """Whether a country stands at `start` that no list knows: "Cộng hòa Verania"."""
    if start >= len(texts) or _organ(lexicon, texts, start):
        return False
    return texts[start - 1] in lexicon.realms or " ".join(texts[max(0, start - 2) : start]) in lexicon.realms


_NEVER_NAMES = frozenset(
    "Đảng Nhà Quốc Chính Bộ Ban Hội Ủy Việt Chủ Tổng Phó Thủ Đoàn Cơ Liên Quận Huyện Tỉnh Thành Phường Xã "
    "Thị Trung Nhân Sở Cục Vụ Viện Trường Khoa Phòng Công Đài Báo Tòa Học Đại Quân Chi Ngân Khu "
    "Văn Mặt".split()
)
_NEVER_IN_NAMES = frozenset("Bộ Sở Cục Vụ Ban Hội Quận Huyện Tỉnh Phường".split())


def _organ(lexicon: Lexicon, texts: list[str], start: int) -> int:
    if " " in texts[start]:
        # Read as one word: an organ or a country of several.
        first = texts[start].split(" ", 1)[0]
        return int(texts[start] in lexicon.organs.get(first, ()))
    for phrase in lexicon.organs.get(texts[start], ()):
        size = phrase.count(" ") + 1
        if " ".join(texts[start : start + size]) == phrase:
            return size
    return 0
