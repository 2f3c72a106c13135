"""Telling a name from the words of the title before it."""

from __future__ import annotations

from collections.abc import Container

from kiemtin.foundation.text import fold
from kiemtin.officials.lexicon import Lexicon
from kiemtin.officials.titles import Word


def split_name(
    lexicon: Lexicon, words: list[Word], head_needs_organ: bool, known: Container[str], bound: bool
) -> int | None:
    """Index of the first word of the name that ends `words`, None if no name does.

    `known` holds folded names that are certain (the roster's, those that stand alone in the article).
    `bound`: these words follow a name already, so that only a Vietnamese name may end them.
    """
    count = len(words)
    tail = count
    while tail > 0 and _name_word(words[tail - 1].text):
        tail -= 1
    if tail == count:
        return None
    texts = [word.text for word in words]
    for start in range(max(tail, count - 6), count - 1):
        if fold(" ".join(texts[start:])) in known:
            return start
    start = _vietnamese(lexicon, texts, tail, head_needs_organ)
    if start is not None or bound:
        return start
    return _other(lexicon, texts, tail, head_needs_organ)


def looks_like_name(lexicon: Lexicon, words: list[str]) -> bool:
    """Whether capitalised words without title or honorific may be a Vietnamese name."""
    count = len(words)
    if not 2 <= count <= 5 or words[0] not in lexicon.surnames or not all(map(_name_word, words)):
        return False
    if f"{words[0]} {words[1]}" in lexicon.organ_words:
        return False
    return not _place(lexicon, words, 0)


def _name_word(text: str) -> bool:
    """One capitalised word that may be part of a name: no abbreviation, no number."""
    if not text[0].isupper():
        return False
    if len(text) > 1 and text.isupper():
        return False
    return not ("&" in text or "." in text or any(c.isdigit() for c in text) or " " in text)


def _vietnamese(lexicon: Lexicon, texts: list[str], tail: int, head_needs_organ: bool) -> int | None:
    count = len(texts)
    found: int | None = None
    start = max(tail, count - 7)
    while start < count - 1:
        length = count - start
        size = _place(lexicon, texts, start)
        if size and size < length and length - size != 1:
            start += size
            continue
        if size == length:
            # The whole tail is a place: "tỉnh Hà Nam".
            return found
        if texts[start] in lexicon.surnames and length <= 5:
            if length == 5 and any(texts[later] in lexicon.strong for later in range(start + 1, count - 2)):
                start += 1
                continue
            if length > 2 or texts[start] in lexicon.strong or texts[start] in lexicon.highland or length == 2:
                found = start
                break
        start += 1
    if found is None or (found == 0 and head_needs_organ and count == 2 and texts[0] not in lexicon.strong):
        return found if found is not None and texts[found] in lexicon.surnames else None
    if count - found == 3 and f"{texts[found]} {texts[found + 1]}" in lexicon.organ_words:
        return None
    return found


def _place(lexicon: Lexicon, texts: list[str], start: int) -> int:
    """Words of the known place at `start`, 0 if none."""
    for size in (4, 3, 2, 1):
        if start + size <= len(texts) and fold(" ".join(texts[start : start + size])) in lexicon.places:
            return size
    return 0


def _other(lexicon: Lexicon, texts: list[str], tail: int, head_needs_organ: bool) -> int | None:
    """A name without a Vietnamese surname: what is left after known organs and countries."""
    start = 0
    count = len(texts)
    while start < count:
        size = _organ(lexicon, texts, start)
        if not size:
            break
        start += size
    if start < tail:
        # Unknown organ's words before the capital tail: the name is the tail behind them.
        start = tail
        while start < count:
            size = _organ(lexicon, texts, start) or _place(lexicon, texts, start)
            if not size:
                break
            start += size
        if start == tail and texts[tail - 1] in {"tỉnh", "phố", "huyện", "xã", "phường", "bang", "quận", "tại", "và"}:
            return None
    return start if start < count and count - start <= 5 else None


def _organ(lexicon: Lexicon, texts: list[str], start: int) -> int:
    for phrase in lexicon.organs.get(texts[start], ()):
        size = phrase.count(" ") + 1
        if " ".join(texts[start : start + size]) == phrase:
            return size
    return 0
