"""Telling a name from the words of the title before it."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from string import ascii_lowercase
from typing import Final

from kiemtin.foundation.text import strip_tones
from kiemtin.officials.names.looks import is_highland, is_misspelt, is_place
from kiemtin.officials.names.places import behind_organs, organ_at, place_at
from kiemtin.officials.titles.extent import Word
from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import PARTICLES, Form
from kiemtin.officials.words.syllables import is_vietnamese


def split_name(
    lexicon: Lexicon, words: list[Word], known: Container[str], *, needs_organ: bool, bound: bool
) -> tuple[int, int] | None:
    """First and last index (behind it) of the name that ends `words`, None if no name does.

    `known` holds folded names that are certain. `bound`: the title goes on a chain behind a name, so that
    only a Vietnamese name may end it.
    """
    texts = [word.text for word in words]
    found = _known_before_run_on(lexicon, texts, known)
    if found is None:
        found = _split(lexicon, texts, known, needs_organ=needs_organ, bound=bound)
    return found


def split_given_name(lexicon: Lexicon, words: list[Word]) -> tuple[int, int] | None:
    """The given name right behind a rank or "đại biểu": "Thượng úy *Đức* được chuyển …", "ĐB *Học* nêu"."""
    first = words[0].text
    if not first.istitle() or not is_vietnamese([first]):
        return None
    if len(words) > 1:
        second = words[1].text
        if second[0].isupper() or f"{first} {second}".lower() in lexicon.organ_phrases:
            return None
    return 0, 1


def _split(
    lexicon: Lexicon, texts: list[str], known: Container[str], *, needs_organ: bool, bound: bool
) -> tuple[int, int] | None:
    count = len(texts)
    tail = count
    while tail > 0 and (_name_word(texts[tail - 1]) or _goes_on_with_name(texts, tail - 1)):
        tail -= 1
    tail = max(tail, _behind_namesake(lexicon, texts))
    if tail == count:
        return None
    if texts[-2:] == ["Việt", "Nam"] and (count - tail != 3 or texts[-3] not in lexicon.strong):
        # "Tổng Giám đốc Thông Tấn Xã Việt Nam": an organ's.
        return None
    for start in range(max(tail, count - 6), count - 1):
        if fold_name(" ".join(texts[start:])) in known:
            return start, count
    if not needs_organ and tail == 0 and not bound and 2 <= count <= 4 and _certain(lexicon, texts):
        return 0, count
    found = _vietnamese(lexicon, texts, tail, bound=bound)
    if found is not None and bound and found == (count - 2, count) and tail < count - 2:
        # "…, Tổng Biên tập Báo Thạch Bình": "Báo" may be a part of a name.
        found = None if _of_unknown_place(lexicon, texts, count - 2) else found
    if found is None:
        found = _doubled_letter(lexicon, texts, tail)
    if found is None and fold_name(" ".join(texts[-2:])) in lexicon.names.chosen:
        return count - 2, count
    if found is None:
        found = _misspelt(lexicon, texts, tail, known) or _one_letter_off(lexicon, texts, tail, known)
    if found is not None or bound:
        return found
    other = _other(lexicon, texts, tail, needs_organ=needs_organ)
    return None if other is None else (other, count)


def _doubled_letter(lexicon: Lexicon, texts: list[str], tail: int) -> tuple[int, int] | None:
    """A name with a letter too many: "Bí thư Tỉnh ủy *Trần Vănn An*"."""
    count = len(texts)
    for start in range(max(tail, count - 4), count - 2):
        if is_misspelt(lexicon, texts[start:]):
            return (start, count) if any(_LETTER_TWICE.search(text) for text in texts[start:]) else None
    return None


_LETTER_TWICE: Final = Form(r"([a-zà-ỹđ])\1(?!ng|c)")


def _misspelt(lexicon: Lexicon, texts: list[str], tail: int, known: Container[str]) -> tuple[int, int] | None:
    """A known name whose surname lacks its tones: "Bộ trưởng *Lưong Tam Quang*"."""
    for start in range(tail, len(texts) - 1):
        for surname in lexicon.names.alike.get(strip_tones(texts[start]), ()):
            if fold_name(" ".join([surname, *texts[start + 1 :]])) in known:
                return start, len(texts)
    return None


def _one_letter_off(
    lexicon: Lexicon, texts: list[str], tail: int, known: Container[str]
) -> tuple[int, int] | None:
    """A known name but for one letter, which leaves a word that Vietnamese has not: "*Đỗ Thị Dumg*"."""
    count = len(texts)
    for start in range(max(tail, count - 4), count - 2):
        if is_misspelt(lexicon, texts[start:]):
            at = next(at for at in range(start, count) if not is_vietnamese([texts[at]]))
            if len(texts[at]) > _LONGEST_WORD:
                return None
            before, after = texts[start:at], texts[at + 1 :]
            repaired = (fold_name(" ".join([*before, word, *after])) for word in _repaired(texts[at]))
            return (start, count) if any(name in known for name in repaired) else None
    return None


_LONGEST_WORD: Final = 8
_LETTERS: Final = ascii_lowercase + "".join(map(chr, (0x103, 0xE2, 0x111, 0xEA, 0xF4, 0x1A1, 0x1B0)))
"""Those of Vietnamese, without tones, and what lies beside them on the keyboard."""


def _repaired(word: str) -> set[str]:
    """Words of which this one is one letter off, if they are any."""
    found = {word[:at] + word[at + 1 :] for at in range(len(word))}
    for letter in _LETTERS:
        found.update(word[:at] + letter + word[at + 1 :] for at in range(1, len(word)))
        found.update(word[:at] + letter + word[at:] for at in range(1, len(word) + 1))
    return {each for each in found if each and is_vietnamese([each])}


def _known_before_run_on(lexicon: Lexicon, texts: list[str], known: Container[str]) -> tuple[int, int] | None:
    """A known name before words that begin another phrase: "*Nguyễn Phú Trọng* Ban Bí thư …"."""
    if lexicon.names.run_on_first.isdisjoint(text.split(" ", 1)[0] for text in texts[2:]):
        return None
    for end in range(len(texts) - 1, 1, -1):
        if " ".join(" ".join(texts[end : end + 2]).split(" ", 2)[:2]) not in lexicon.names.run_on:
            continue
        for start in range(max(0, end - 4), end - 1):
            if texts[start] in lexicon.strong and fold_name(" ".join(texts[start:end])) in known:
                return start, end
    return None


def _behind_namesake(lexicon: Lexicon, texts: list[str]) -> int:
    """Where the name ends that an institute bears: "Chủ tịch danh dự Viện *Phan Chu Trinh*"; 0 if none."""
    nouns, namesakes = lexicon.names.namesake_nouns, lexicon.names.namesakes
    for start in range(1, len(texts) - 1):
        if texts[start - 1].rsplit(" ", 1)[-1] in nouns:
            for end in range(min(len(texts), start + 3), start + 1, -1):
                if fold_name(" ".join(texts[start:end])) in namesakes:
                    return end
    return 0


@lru_cache(maxsize=16384)
def _name_word(text: str) -> bool:
    """One capitalised word that may be part of a name, with initials: no abbreviation, no number."""
    initials = _INITIALS.match(text)
    if initials is not None and not is_vietnamese([text[initials.end() :]]):
        text = text[initials.end() :]
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


_INITIALS: Final = Form(r"(?:[A-ZĐ][a-z]?\.(?=[^\W\d_][^\W\d_.]+))+")
_ORDINAL: Final = Form(r"[IVX]+|[A-Z]\.")


def _goes_on_with_name(texts: list[str], at: int) -> bool:
    """The number behind a monarch's name, an initial inside one: "Felipe *VI*", "Mark *T.* Hollan".

    Behind Vietnamese words it counts congresses, abbreviates "tỉnh".
    """
    if at == 0 or not _ORDINAL.fullmatch(texts[at]):
        return False
    return _name_word(texts[at - 1]) and not is_vietnamese([texts[at - 1]])


def _certain(lexicon: Lexicon, texts: list[str]) -> bool:
    """Words right behind a head that wants no organ are a name, if they are no organ and no place."""
    return not organ_at(lexicon, texts, 0) and not place_at(lexicon, texts, 0) and is_vietnamese(texts)


def _vietnamese(lexicon: Lexicon, texts: list[str], tail: int, *, bound: bool) -> tuple[int, int] | None:
    """The Vietnamese name among `texts[tail:]`, behind places and organs."""
    count = len(texts)
    if " ".join(texts[:3]) in lexicon.names.cities_too:
        # A city otherwise, but not right behind a title.
        return 0, 3
    if _is_of_place_or_organ(lexicon, texts, tail, bound=bound):
        return None
    start = _behind_places(lexicon, texts, tail)
    while start < count - 1:
        size = place_at(lexicon, texts, start)
        if size and (size == 1 or start + size == count or count - start - size > 1):
            if start + size == count and size > 1:
                return None
            if size > 1:
                start += size
                continue
        if is_highland(lexicon, texts[start]):
            return start, count
        found = _from_surname(lexicon, texts, start)
        if found is not None:
            return found
        start += 1
    return None


def _is_of_place_or_organ(lexicon: Lexicon, texts: list[str], tail: int, *, bound: bool) -> bool:
    """Whether the two or three words of `texts[tail:]` are the name of what stands before them.

    "Chủ tịch UBND huyện *Quế Sơn*", "Bí thư Huyện ủy *Lương Tài*"; on a chain behind a name also
    "Chủ tịch UBND tỉnh *Thạch Bình*", "… UBND xã *Phan Đá Hòa*", "… Bệnh viện *Lê Kim Phước*".
    """
    size = len(texts) - tail
    if tail == 0 or not 2 <= size <= 3:
        return False
    names, noun = lexicon.names, texts[tail - 1]
    small = noun in names.small_place_nouns
    if size == 3:
        return bound and (small or noun.rsplit(" ", 1)[-1] in names.namesake_nouns)
    if (bound or small) and noun != "tỉnh":
        return True
    board = " ".join(texts[tail - 2 : tail]) if tail > 1 else ""
    if board in names.district_boards and fold_name(" ".join(texts[tail:])) in names.districts:
        return True
    return bound and _of_unknown_place(lexicon, texts, tail)


def _behind_places(lexicon: Lexicon, texts: list[str], tail: int) -> int:
    """Where a name may begin at the earliest: behind the place that `texts[tail:]` begins with."""
    count = len(texts)
    start = max(tail, count - 9)
    if tail == 0 or count - tail < 4:
        return start
    noun = texts[tail - 1]
    if noun in lexicon.names.small_place_nouns:
        behind = _behind_small_place(lexicon, texts, tail)
        if behind:
            return behind
    return _behind_unknown_place(lexicon, texts, tail) if noun in lexicon.names.place_nouns else start


def _from_surname(lexicon: Lexicon, texts: list[str], start: int) -> tuple[int, int] | None:
    """The name that begins with a surname at `start`, or behind a place that seems to begin as one."""
    count, first = len(texts), texts[start]
    if (
        first not in lexicon.surnames
        or _ends_place(lexicon, texts, start)
        or f"{first} {texts[start + 1]}" in lexicon.organ_words
    ):
        return None
    end = _name_end(lexicon, texts, start)
    size = end - start
    if size < 2 or (end < count and size < 3):
        return None
    if first not in lexicon.highland and not is_vietnamese(map(_without_initial, texts[start:end])):
        return None
    if size == 5 and _is_place_and_name(lexicon, texts, start):
        return start + 2, end
    if size == 5 or (first not in lexicon.strong and size > 3):
        # "xã Ba Gia Phạm Văn Nam": a rare surname before a common one is a place's.
        for later in range(start + 1, end - 1):
            if end - later >= 3 and _surely_begins(lexicon, texts, later):
                return later, end
    return start, end


def _of_unknown_place(lexicon: Lexicon, texts: list[str], tail: int) -> bool:
    """ "Trần Văn An, Chủ tịch UBND tỉnh *Thạch Bình*", "…, Tổng Biên tập Báo *Thạch Bình*"."""
    return (
        texts[tail - 1] in lexicon.names.before_unknown_places
        or " ".join(texts[max(0, tail - 2) : tail]) in lexicon.names.district_boards
    )


def _ends_place(lexicon: Lexicon, texts: list[str], at: int) -> bool:
    """ "xã Mường Lống *Hạ* Vi Thị Mai": a rare surname before one and "Thị" is a place's last word."""
    return (
        at + 3 < len(texts)
        and texts[at + 2] in lexicon.names.middle
        and texts[at + 1] in lexicon.surnames
        and texts[at] not in lexicon.strong
    )


def _surely_begins(lexicon: Lexicon, texts: list[str], start: int) -> bool:
    """A name from the commonest surname on, or from any before "Văn", "Thị"."""
    names = lexicon.names
    return texts[start] in names.commonest or (
        texts[start] in lexicon.surnames and texts[start + 1] in names.middle
    )


def _is_place_and_name(lexicon: Lexicon, texts: list[str], start: int) -> bool:
    """ "Bệnh viện *Bạch Sơn* Đào Xuân Kỳ": two words of a place and three of a name."""
    names = lexicon.names
    if (
        texts[start] in names.commonest
        or texts[start] in lexicon.highland
        or texts[start + 1] in names.middle
    ):
        return False
    return texts[start + 2] in lexicon.strong


def _without_initial(text: str) -> str:
    """ "Phạm *S*": a name may be one letter."""
    return "a" if len(text) == 1 else text


def _behind_small_place(lexicon: Lexicon, texts: list[str], tail: int) -> int:
    """Where a surname begins behind the name of a commune, 0 if none does: "xã Ba Gia *Ung Hoàng Phát*".

    The name of a commune has two words, or three: "phường Võ Thị Sáu *Lê Minh Tuấn*".
    """
    third = texts[tail + 2]
    fourth = texts[tail + 3] if len(texts) - tail >= 5 else ""
    if fourth in lexicon.surnames:
        if texts[tail + 1] in lexicon.names.middle and texts[tail] in lexicon.surnames:
            return tail + 3
        if fold_name(" ".join(texts[tail : tail + 3])) in lexicon.names.namesakes:
            return tail + 3
        if third not in lexicon.surnames and fourth in lexicon.strong:
            return tail + 3
        if third not in lexicon.strong and fourth in lexicon.strong and len(texts) - tail == 6:
            return tail + 3
    return tail + 2 if third in lexicon.surnames else 0


def _behind_unknown_place(lexicon: Lexicon, texts: list[str], tail: int) -> int:
    """Where the name may begin behind "tỉnh", "Tỉnh ủy", "phường" and a place that no list knows.

    "Hải Lăng Ung Hoàng Phát": a place of two words and a whole name; "Trà Khúc Nam Hình Thị Bảo Châu".
    """
    count = len(texts)
    if place_at(lexicon, texts, tail):
        return tail
    for at in range(tail + 1, count - 2):
        if texts[at + 1] in lexicon.names.middle and texts[at] in lexicon.surnames:
            return at
    third = texts[tail + 2]
    whole = count - tail in {5, 6} and third in lexicon.surnames or third in lexicon.highland
    doubtful = texts[tail] in lexicon.strong and third not in lexicon.strong
    doubtful = doubtful or texts[tail + 1] in lexicon.names.middle or texts[tail] in lexicon.highland
    return tail + 2 if whole and not doubtful else tail


def _name_end(lexicon: Lexicon, texts: list[str], start: int) -> int:
    """Where a name from `start` ends at the latest: before the next person's surname."""
    count = len(texts)
    if count - start <= 4:
        return count
    for end in range(start + 3, min(count - 1, start + 5)):
        if texts[end] in lexicon.strong and count - end >= 2 and texts[end] not in lexicon.names.middle:
            return end
    return count if count - start <= 5 else start + 4


def _other(lexicon: Lexicon, texts: list[str], tail: int, *, needs_organ: bool) -> int | None:
    """A name without a Vietnamese surname: what is left after known organs, countries and places."""
    count = len(texts)
    start = behind_organs(lexicon, texts, 0)
    if start < tail:
        # Unknown organ's words before the capital tail: the name is the tail behind them.
        start = behind_organs(lexicon, texts, tail)
        if start == tail and texts[tail - 1] in lexicon.names.never_before:
            start = _behind_place_abroad(lexicon, texts, tail)
            if not start or any(map(_is_one_syllable, texts[tail:])):
                return None
    elif start and texts[start - 1] in lexicon.names.foreign_place_nouns:
        start = _behind_place_abroad(lexicon, texts, start)
        if not start:
            return None
    if start >= count or count - start > 5 or is_place(lexicon, " ".join(texts[start:])):
        return None
    behind_organ = (
        start > 0 and start >= tail and 3 <= count - start <= 4 and organ_at(lexicon, texts, 0) >= start
    )
    behind_country = start > 0 and texts[start - 1].split(" ", 1)[0] in lexicon.foreign
    if (
        needs_organ
        and not (behind_country or behind_organ)
        and is_vietnamese(texts[start:])
        and (count - start > 1 and fold_name(" ".join(texts[start:])) not in lexicon.foreign_leaders)
    ):
        return None
    names = lexicon.names
    if texts[start] in names.never_begin or not names.never_inside.isdisjoint(texts[start:]):
        return None
    return start


def _behind_place_abroad(lexicon: Lexicon, texts: list[str], start: int) -> int:
    """Where the name begins behind "tỉnh", "bang" and a place of one word, 0 if only a place stands there.

    "Thống đốc tỉnh Kanagawa *Kuroiwa Yuji*"; "Tỉnh trưởng tỉnh Nakhon Phanom".
    """
    return start + 1 if len(texts) - start >= 3 else 0


def _is_one_syllable(text: str) -> bool:
    return is_vietnamese([text])
