"""What stands behind the head of a title, as far as the title or the name behind it could possibly go."""

from __future__ import annotations

import re
from typing import Final

from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.patterns import UPPER, Form
from kiemtin.officials.words.syllables import is_vietnamese

# No title and no name goes on over these; a comma may stand inside the name of an organ.
_SEPARATOR: Final = re.compile(r'[\t-\r\x1c-\x1f\x85\u2028\u2029,;:()\[\]“”"…?!*/|]')
# "(MTTQ) ": a short form inside the name of an organ, which goes on behind it.
_SHORT_FORM: Final = Form(rf"\((?:[{UPPER}&]|-(?! ))+\)(?= [^\W\d_(])")
_VOWELS: Final = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
# "… Trần Văn An.Chiều 5/6, …": a sentence ends, and no space stands behind it.
_NO_SPACE: Final = Form(rf"(?:\w[{_VOWELS}]|[{_VOWELS.upper()}]\w)\w{{0,3}}(\.)[{UPPER}][^\W\d_A-Z]")
DOTTED: Final = frozenset({"TP.", "Tp.", "tp.", "T.", "TX.", "TT.", "Q.", "P.", "H."})
"""Abbreviations that keep their dot: behind any other word a dot ends the title."""


_INSIDE: Final = frozenset(",/")
"""May stand inside the name of an organ: "chất độc da cam/dioxin"."""
_MARKS: Final = ",;:"
_FEW: Final = 9
_FIRST_LOOK: Final = 48
"""How far a verb is looked for first."""


Tail = tuple[str, bool, bool]
"""What stands behind a head.

The words with the space before each: " UBND tỉnh Nam Sơn Trần Văn An"; whether a separator ends them, and no
verb with which the sentence goes on; whether a bracket opens right behind them.
"""


def tail_of(lexicon: Lexicon, text: str, start: int, limit: int) -> Tail:
    """The tail at `start`, before a separator, a verb and `limit`: the same for all who bear the title.

    One character at `start` counts as a space.
    """
    return tail_before(lexicon, text, start, _end(lexicon, text, start, limit))


def tail_before(lexicon: Lexicon, text: str, start: int, end: int, read: int = 1) -> Tail:
    """As `tail_of`, where the separator before which it ends stands at `end`.

    Of its words `read` have been looked at: no verb is among them, and no full stop.
    """
    tail = f" {text[start + 1 : end]}"
    ending = lexicon.ending
    signs = "." in tail or "  " in tail or tail[-1] == " "
    # Mostly a verb stands among the first words.
    words = tail.split(" ", _FEW)
    count, index = len(words), min(read, _FEW - 1)
    while index < count:
        if index == _FEW - 1:
            words[_FEW:] = words[_FEW].split(" ") if count > _FEW else []
            count = len(words)
            if not signs and ending.isdisjoint(words):
                break
        word = words[index]
        if signs and "." in word:
            seam = _NO_SPACE.search(word) if "." in word[:-1] else None
            if seam is not None:
                word = word[: seam.start(1)]
                words[index:] = [word]
                tail, count = " ".join(words), index + 1
        if word in ending:
            if _is_verb(lexicon, words, index) and not _is_about(lexicon, text, start, words, index):
                stop = _before_sentence(lexicon, words, index)
                return " ".join(words[:stop]), False, False
        elif signs and (not word or word[-1] == ".") and _ends(lexicon, words, index):
            bracket = not word and index + 1 == count and text.startswith("(", end)
            if word and index > 1 and _is_verb(lexicon, [*words[:index], word[:-1]], index):
                return " ".join(words[:index]), False, False  # "Giám đốc Sở Y tế dự."
            ended = " ".join(words[: index + 1]).rstrip(" ")
            if not bracket and words[index - 1] in DOTTED:
                ended = ended.rstrip(".")  # "… thành phố, TP. Ông An": the dot is the sentence's
            return ended, True, bracket
        index += 1
    return tail, True, False


def tail_before_verb(lexicon: Lexicon, text: str, start: int, limit: int) -> tuple[str | None, int, int]:
    """As `tail_of`, where a verb ends it among the next words; None where more must be looked at.

    No separator stands before the verb, and no head of another title before `limit`.
    With None: where the words end that have been looked at, and how many they are with the one before them.
    """
    limit = min(limit, start + _FIRST_LOOK)
    words = [""]
    at = start + 1
    while True:
        end = text.find(" ", at, limit)
        if end < 0:
            return None, at - 1, len(words)
        word = text[at:end]
        if not word.isalnum():
            return None, at - 1, len(words)
        if word in lexicon.ending:
            # What stands behind a verb may tell that it is none.
            stop = text.find(" ", end + 1, limit)
            following = text[end + 1 : stop].rstrip(_MARKS) if stop >= 0 else ""
            if not following.isalnum() or word in lexicon.abroad.firsts_words or word == "bên":
                return None, at - 1, len(words)
            index = len(words)
            words += (word, following)
            if _is_verb(lexicon, words, index) and not _is_about(lexicon, text, start, words, index):
                return " ".join(words[: _before_sentence(lexicon, words, index)]), 0, 0
            words.pop()
        else:
            words.append(word)
        at = end + 1


def _ends(lexicon: Lexicon, words: list[str], index: int) -> bool:
    """Whether a word with a full stop or a second space ends the tail: not "Bộ trưởng  *Quốc phòng*"."""
    if words[index]:
        return words[index] not in DOTTED and not is_initial(words, index)
    if index + 2 >= len(words):
        return True
    return f"{words[index + 1]} {words[index + 2].rstrip('.')}" not in lexicon.organ_words


def is_initial(words: list[str], index: int) -> bool:
    """ "Marc *E.* Halden": a letter inside the name of a foreigner."""
    word = words[index]
    return (
        len(word) == 2
        and word[1] == "."
        and word[0].isupper()
        and index + 1 < len(words)
        and words[index + 1][:1].isupper()
        and words[index - 1][:1].isupper()
        and not is_vietnamese([words[index - 1]])
    )


def first_separator(lexicon: Lexicon, text: str, start: int, limit: int) -> int:
    """Where the first separator before `limit` stands, else `limit`; -1 if an organ's name may hold it."""
    found = _SEPARATOR.search(text, start, limit)
    if found is None:
        return limit
    stop = found.start()
    separator = text[stop]
    if separator == "(":
        return -1
    if separator in _INSIDE:
        last = text[text.rfind(" ", start, stop) + 1 : stop]
        if last in lexicon.over_commas or _begins_portfolio(lexicon, text, last, stop):
            return -1
    return stop


def _begins_portfolio(lexicon: Lexicon, text: str, last: str, comma: int) -> bool:
    """Whether words on both sides of a comma may be parts of one ministry: "Thương *mại*, *Công* nghiệp"."""
    if last.lower() not in lexicon.abroad.portfolios_last or not text[comma + 2 : comma + 3].isupper():
        return False
    return text[comma + 2 : comma + 9].partition(" ")[0].rstrip(",") in lexicon.abroad.portfolios_first


def _is_verb(lexicon: Lexicon, words: list[str], index: int) -> bool:
    """Whether the sentence goes on with `words[index]`; words of organs are spelled as verbs are."""
    word = words[index]
    if word not in lexicon.paired and word not in lexicon.verb_halves:
        return word in lexicon.verbs and word not in lexicon.passing
    following = words[index + 1].rstrip(".") if index + 1 < len(words) else ""
    if word in lexicon.verb_halves and f"{word} {following}" in lexicon.verb_pairs:
        return True
    return (
        word in lexicon.verbs
        and word not in lexicon.passing
        and f"{word} {following}" not in lexicon.pairs
        and f"{words[index - 1]} {word}".lower() not in lexicon.pairs
    )


def _is_about(lexicon: Lexicon, text: str, start: int, words: list[str], index: int) -> bool:
    """ "Ban Chỉ đạo … *về* du lịch", "Kỳ thi … *năm* 2017": what an organ, an event is of.

    "Thống đốc *cuối cùng* của Verania": which of a country's.
    """
    word = words[index]
    if word not in lexicon.extent.about_begun and word not in lexicon.abroad.firsts_words:
        return False
    following = words[index + 1].rstrip(".") if index + 1 < len(words) else ""
    if word == "bên":  # "Phái đoàn Việt Nam *bên cạnh* Liên minh châu Âu"
        beside = " ".join(words[index : index + 6])
        return any(map(beside.startswith, lexicon.fixed.get(word, ())))
    if word in lexicon.abroad.firsts_words:
        firsts = lexicon.abroad.firsts
        return (f"{word} {following}" in firsts and words[index + 2 : index + 3] == ["của"]) or (
            f"{words[index - 1]} {word}" in firsts and following == "của"
        )
    if word == "báo":
        before = text[max(0, start - 12) : start] + " ".join(words[:index])
        return following[:1].isupper() and before.endswith(lexicon.extent.before_papers)
    if word in {"năm", "lần"}:
        if following != "thứ" and not following.isdigit():
            return False
        return (
            text.endswith("ổ chức", 0, start)
            or lexicon.extent.events.search(" ".join(words[:index])) is not None
        )
    if word == "thứ":
        return words[index - 1] == "lần"
    if not following or (following in lexicon.verbs and following != "các"):
        return False
    before = text[max(0, start - 24) : start] + " ".join(words[:index])
    return lexicon.extent.about.search(before) is not None


def _end(lexicon: Lexicon, text: str, start: int, limit: int) -> int:
    """Where the first separator stands that is not inside the name of an organ."""
    at = start
    while True:
        found = _SEPARATOR.search(text, at, limit)
        if found is None:
            return limit
        stop = found.start()
        separator = text[stop]
        if separator == "(":
            short = _SHORT_FORM.match(text, stop, limit)
            if short is None or text[stop - 1] != " ":
                return stop
            at = short.end()
            continue
        if separator not in _INSIDE:
            return stop
        over = _over_comma(lexicon, text, start, stop, limit)
        if not over:
            return stop
        at = over


def _over_comma(lexicon: Lexicon, text: str, start: int, comma: int, limit: int) -> int:
    """The end of an organ's name that goes over the comma, 0 if none does: "Bộ Văn hóa, Thể thao và …"."""
    last = text[text.rfind(" ", start, comma) + 1 : comma]
    for phrase, size in lexicon.over_commas.get(last, ()):
        at = comma - size
        if at >= start and text.startswith(phrase, at, limit):
            return at + len(phrase)
    if not _begins_portfolio(lexicon, text, last, comma):
        return 0
    return _over_portfolios(lexicon, text, start, comma, limit)


def _over_portfolios(lexicon: Lexicon, text: str, start: int, comma: int, limit: int) -> int:
    """The end of a row of portfolios that goes over the comma, before the country or house whose they are.

    "Thương mại, Công nghiệp và Năng lượng Hàn Quốc"; of whom nothing is said, that is a list of organs.
    """
    words = lexicon.abroad
    at = comma
    for _ in range(4):
        at = text.rfind(" ", start, at)
        if at < 0:
            return 0
        row = words.portfolios.match(text, at + 1, limit)
        if row is None or row.end() < comma:
            continue
        end = row.end()
        owner = end + 5 if text.startswith(" của ", end) else end + 1
        first = text[owner : owner + 16].split(" ", 1)[0].rstrip(",.")
        if text.startswith(words.houses, owner) or any(
            text.startswith(phrase, owner) for phrase in lexicon.foreign.get(first, ())
        ):
            return end
        return 0
    return 0


def _before_sentence(lexicon: Lexicon, words: list[str], verb: int) -> int:
    """`verb`, or one less where the word before it begins the next sentence: "Trần Văn An Phát biểu …"."""
    last = words[verb - 1]
    if verb > 3 and (last in lexicon.trailers or f"{last} {words[verb]}" in lexicon.trailers):
        return verb - 1
    return verb
