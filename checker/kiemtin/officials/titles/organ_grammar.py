"""Which words go on with the name of an organ: the grammar of one word in its place."""

from __future__ import annotations

from typing import Final

from kiemtin.officials.words.folding import fold_name
from kiemtin.officials.words.lexicon import Lexicon
from kiemtin.officials.words.syllables import is_vietnamese


class Word:
    """One word of a title's rest, with its place."""

    __slots__ = ("end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end


_LONGEST_BRIDGE: Final = 7
_LONGEST_CLOSED: Final = 9


def following(pieces: list[str], index: int) -> str:
    """The piece behind `pieces[index]`, "" if none."""
    return pieces[index + 1].rstrip(".") if index + 1 < len(pieces) else ""


def is_capital(pieces: list[str], index: int) -> bool:
    """Whether `pieces[index]` is there and begins with a capital."""
    return index < len(pieces) and pieces[index][:1].isupper()


def phrase_at(phrases: tuple[str, ...], tail: str, at: int) -> str | None:
    """The longest of `phrases` that stands at `at` as whole words."""
    for phrase in phrases:
        if tail.startswith(phrase, at) and not tail[at + len(phrase) : at + len(phrase) + 1].isalnum():
            return phrase
    return None


def is_number(lexicon: Lexicon, head: str, words: list[Word], number: str) -> bool:
    """ "Quân khu 5", "Lữ đoàn Công binh 550", "APEC 2017", "Kỳ thi … năm 2017", but no date and no amount."""
    if not number.isdigit():
        return False
    before = words[-1].text if words else head.rsplit(" ", 1)[-1]
    if len(number) == 4:
        summit = before.isupper() and before.isalpha() and len(before) > 2
        return summit or before == "đạo" or _of_event(lexicon, head, words)
    return len(number) < 4 and (
        before in lexicon.extent.numbered or any(word.text in lexicon.extent.units for word in words)
    )


def _of_event(lexicon: Lexicon, head: str, words: list[Word]) -> bool:
    """Whether a title is of an exam, a festival, a census, which has a year and a number."""
    return (
        head.endswith("tổ chức")
        or lexicon.extent.events.search(" ".join([head, *(word.text for word in words)])) is not None
    )


def is_of_event(lexicon: Lexicon, head: str, words: list[Word], pieces: list[str], index: int) -> bool:
    """ "Kỳ thi … *năm* 2017", "Festival … *lần thứ* VI": when, and which."""
    piece, after = pieces[index], following(pieces, index)
    if (piece == "năm" and after.isdigit()) or (piece == "lần" and after == "thứ"):
        return _of_event(lexicon, head, words)
    return piece == "thứ" and bool(words) and words[-1].text == "lần"


def ends_in_run(words: list[Word]) -> bool:
    """Two and more capitalised words just before: a name or a place, behind which a title does not go on."""
    return len(words) > 1 and all(word.text[0].isupper() and not word.text.isupper() for word in words[-2:])


def _are_two_foreigners(before: str, after: str) -> bool:
    """ "… Tomas *Wendell* và *Oskar* Brandt": words that Vietnamese has none of."""
    return (
        before[0].isupper() and after.istitle() and not is_vietnamese([after]) and not is_vietnamese([before])
    )


def _ends_in_place(lexicon: Lexicon, words: list[Word]) -> bool:
    """ "Tư lệnh Hạm đội *Thái Bình Dương* của Verania"."""
    last = [word.text for word in words[-3:]]
    return fold_name(" ".join(last)) in lexicon.places or fold_name(" ".join(last[1:])) in lexicon.places


def goes_on_after_dash(lexicon: Lexicon, words: list[Word], pieces: list[str], index: int) -> bool:
    """ "Tài chính - *Kế hoạch*", "Nhật - *Việt*", "Trường ĐH Kinh tế - *ĐHQG* Hà Nội"; no name, no verb."""
    piece = pieces[index].rstrip(".") if index < len(pieces) else ""
    if piece == "châu":
        return is_capital(pieces, index + 1)
    if piece and words[-1].text.isdigit() and piece[0].isupper():
        return True  # "Tòa án nhân dân khu vực 3 - *Nam Sơn*"
    if not piece or not piece[0].isupper():
        return len(piece) == 4 and piece.isdigit() and words[-1].text.isupper()
    if piece in lexicon.extent.organ_nouns or (len(piece) > 1 and piece.isupper()):
        return True
    pair = f"{piece} {following(pieces, index)}"
    if pair.lower() in lexicon.organ_phrases:
        return True
    return joins_nations(lexicon, words, pieces, index)


def joins_nations(lexicon: Lexicon, words: list[Word], pieces: list[str], index: int) -> bool:
    """ "Nhật - Việt", "Á - Âu": two countries or continents with a dash between them."""
    return (
        words[-1].text.split(" ")[-1] in lexicon.extent.nations
        and pieces[index].rstrip(".") in lexicon.extent.nations
    )


def abbreviates(lexicon: Lexicon, head: str, words: list[Word], piece: str) -> bool:
    """Whether a bracket holds the short form of the words before it: "Mặt trận Tổ quốc *(MTTQ)* Việt Nam"."""
    short = piece.strip("().")
    if not words:
        return [part[0] for part in head.split(" ")] == list(short.lower())
    before = " ".join([head, *(word.text for word in words)]).replace("-", " ").split()
    initials = "".join([part[0] for part in before if part[0].isalpha()]).lower()
    letters = "".join(filter(str.isalpha, short)).lower()
    last = words[-1].text
    return (
        initials.endswith(letters)
        or not last[0].isupper()
        or last in lexicon.extent.home_words
        or last in lexicon.extent.nations
    )


def bridge(lexicon: Lexicon, words: list[Word], pieces: list[str], index: int, *, closed: bool) -> int:
    """How many lower-case words from `index` on lead to the organ's next capitalised word, 0 if they do not.

    Names of organs may hold words that no list foresees; a title goes on over them if none is a verb.
    """
    if ends_in_run(words) and words[-2].text not in lexicon.extent.organ_nouns:
        return 0
    if len(words) > 1 and words[-1].text.isupper() and words[-2].text in lexicon.extent.abbreviated_behind:
        return 0  # "Bộ VHTTDL" is whole
    joined = False
    for size in range(_LONGEST_CLOSED):
        at = index + size
        if at >= len(pieces):
            return size if closed else _half_word(lexicon, words, pieces, index)
        piece = pieces[at]
        if not piece or piece[0] == "(":
            return size if closed and size else _half_word(lexicon, words, pieces, index)
        if piece[0].isupper():
            person = piece in (lexicon.surnames if joined else lexicon.strong) and (
                f"{piece} {following(pieces, at)}".lower() not in lexicon.extent.cities_begun
            )
            if (
                size
                and size < _LONGEST_BRIDGE
                and not person
                and not joined
                and piece not in lexicon.extent.not_after_and
            ):
                return size
            if size and size < (_LONGEST_CLOSED if joined else 5) and person and _whole_name(pieces, at):
                return size
            return _half_word(lexicon, words, pieces, index)
        bare = piece.rstrip(".") if at + 1 == len(pieces) else piece
        if bare == "và" and _joins_words(lexicon, pieces, at):
            joined = True
            continue
        if not bare.isalpha() or bare == "và" or is_verb(lexicon, pieces, at):
            return _half_word(lexicon, words, pieces, index)
    return 0


def _joins_words(lexicon: Lexicon, pieces: list[str], at: int) -> bool:
    """ "… doanh nghiệp tư nhân *và* kinh tế tập thể": two words in small letters that are no members."""
    before, after = pieces[at - 1], pieces[at + 1] if at + 1 < len(pieces) else ""
    return (
        before.islower()
        and after.islower()
        and before not in lexicon.extent.levels
        and after not in lexicon.listing.going_on
    )


def _whole_name(pieces: list[str], index: int) -> bool:
    """Three words and more with capitals."""
    return all(is_capital(pieces, index + more) for more in range(3))


def _half_word(lexicon: Lexicon, words: list[Word], pieces: list[str], index: int) -> int:
    """1 where the next word is the other half of a capitalised one: "Cục Khảo *thí*", "Hội Luật *sư*"."""
    if not words or index >= len(pieces):
        return 0
    last, before = words[-1].text, words[-2].text if len(words) > 1 else ""
    piece = pieces[index].rstrip(".")
    alone = last[0].isupper() and not last.isupper() and last not in lexicon.extent.organ_nouns
    if not alone or not piece.isalpha() or not (before in lexicon.extent.organ_nouns or before == "và"):
        return 0
    return 0 if is_verb(lexicon, pieces, index) else 1


def is_verb(lexicon: Lexicon, pieces: list[str], index: int) -> bool:
    """Whether the sentence goes on with `pieces[index]`; words of organs are spelled as verbs are."""
    piece = pieces[index].rstrip(".")
    pair = f"{piece} {following(pieces, index)}"
    if pair in lexicon.verb_pairs or pair in lexicon.verb_like:
        return True
    if piece not in lexicon.verbs:
        return False
    before = pieces[index - 1].rstrip(".").lower() if index else ""
    return pair not in lexicon.pairs and f"{before} {piece}" not in lexicon.pairs


def is_own_noun(lexicon: Lexicon, head: str, words: list[Word], piece: str) -> bool:
    """ "cục trưởng *cục* quản lý giá": the head's own organ, in small letters."""
    return not words and piece in lexicon.extent.organ_nouns and piece in head.split(" ")


def belongs(lexicon: Lexicon, piece: str, pieces: list[str], index: int, words: list[Word]) -> bool:
    """Whether a lower-case word at `pieces[index]` goes on with the title."""
    after = pieces[index + 1] if index + 1 < len(pieces) else ""
    if piece in {"và", "&"}:
        return _goes_on_after_and(lexicon, pieces, index, words)
    if piece == "của":
        if ends_in_run(words):
            return after in lexicon.foreign and _ends_in_place(lexicon, words)
        return after in lexicon.extent.owners or after in lexicon.foreign
    if piece == "tại":
        return bool(words) and _goes_on_at(lexicon, words, after)
    if piece in lexicon.extent.before_numbers and after[:1].isdigit():
        return after.rstrip(".").isdigit() and len(after) < 4
    if piece == "các":
        whole = f"{after} {following(pieces, index + 1)}"
        several = whole in lexicon.organ_phrases and bool(words) and words[-1].text != "và"
        return several or after[:1].isupper() or after in lexicon.extent.after_several
    if f"{piece} {after.rstrip('.')}" in lexicon.extent.reads_on:
        return False
    pair = f"{piece} {after}"
    if pair in lexicon.lower:
        return True
    before = words[-1].text if words else ""
    if piece in lexicon.lower or f"{before} {piece}" in lexicon.lower:
        return True
    return _is_organ_word(lexicon, piece, pair.rstrip("."), words)


def _goes_on_at(lexicon: Lexicon, words: list[Word], place: str) -> bool:
    """ "Đại sứ quán … *tại* Pháp", "Tòa án nhân dân cấp cao *tại* Hà Nội", "… hy sinh *tại* tỉnh …"."""
    last = words[-1].text
    if last.endswith("hy sinh"):
        return True
    if not place[:1].isupper():
        return False
    if last == "cao" or any(word.text in lexicon.extent.abroad for word in words):
        return True
    return place in lexicon.extent.places_begun and any(word.text[0].isupper() for word in words)


def _is_organ_word(lexicon: Lexicon, piece: str, pair: str, words: list[Word]) -> bool:
    """Case is free after an organ's own noun, and inside a word so begun: "Ban tổ chức"."""
    before = words[-1].text if words else ""
    begun = f"{before} {piece}".lower() in lexicon.organ_phrases
    if begun and before[:1].islower():
        return True
    whole = pair in lexicon.organ_phrases
    inside = len(words) > 1 and f"{words[-2].text} {before}".lower() in lexicon.extent.no_organ_nouns
    if (before in lexicon.extent.organ_nouns and not inside) or before in {"và", "&"} or not words:
        return whole
    if whole and before[0].islower() and before not in lexicon.lower:
        return pair not in lexicon.verb_like or before == "đạo"
    for back in (1, 2, 3):
        if len(words) < back:
            return False
        grown = " ".join([word.text for word in words[-back:]] + [piece])
        if grown.lower() in lexicon.organ_phrases:
            return True
        if grown[0].isupper():
            return False
    return whole and before in lexicon.extent.halves


def _goes_on_after_and(lexicon: Lexicon, pieces: list[str], index: int, words: list[Word]) -> bool:
    """ "Bộ Giáo dục và Đào tạo", but not "Chủ tịch UBND tỉnh và Công ty …"."""
    after = pieces[index + 1] if index + 1 < len(pieces) else ""
    if not after or not words or words[-1].text in lexicon.extent.levels:
        return False
    pair = f"{after} {following(pieces, index + 1)}".rstrip(".")
    if after[0].isupper():
        return (
            after not in lexicon.extent.not_after_and
            and not _are_two_foreigners(words[-1].text, after)
            and after not in lexicon.strong
            and pair not in lexicon.extent.not_after_and
        )
    return words[-1].text[0].islower() and pair.lower() in lexicon.organ_phrases
