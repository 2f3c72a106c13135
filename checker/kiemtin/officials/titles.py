"""Reading one title: a head and what follows it, as far as a title goes.

Titles are not listed, they are read: after the head come the organ's words (capitalised, abbreviated, or
one of
a few lower-case ones) until a word that cannot belong to a title. Where a name follows without a
separator, the
words of both run together and are told apart by `names.split_name`.
"""

from __future__ import annotations

import re

from kiemtin.officials.lexicon import Lexicon
from kiemtin.officials.patterns import PARTICLES
from kiemtin.officials.tails import DOTTED

_SENTENCE_GOES_ON = re.compile(r" ([^\W_A-ZÀ-Ỹ]\w*)")
_NOUNS = frozenset(
    "Hội hội ban Ban bộ Bộ sở Sở cục Cục vụ Vụ viện Viện đoàn Đoàn tòa Tòa đảng Đảng thanh đội "
    "phòng Phòng đồng "
    "trưởng Trưởng".split()
)
_ENDS_LOW = frozenset(
    "tỉnh phố huyện quận xã phường trấn nước ương cao dân quốc trực trách khuyết thức nhất sự dự khu gia "
    "thế".split()
)
# A lower-case word that reads on as another word: "xã hội", "nước ngoài".
_READS_ON = {
    "xã": frozenset({"hội"}),
    "nước": frozenset("ta ngoài bạn này đó mình nhà sạch chủ".split()),
    "tỉnh": frozenset({"này", "đó", "ta", "đã", "bạn", "trên", "táo"}),
    "phường": frozenset({"này"}),
    "thành": frozenset(),
    "vùng": frozenset({"này"}),
    "thường": frozenset(),
}
_NOT_AFTER_AND = frozenset("Tỉnh UBND HĐND Nguyễn Trần Lê Phạm Bí Chủ Phó Giám Ông Bà".split())
_NOT_AFTER_AND_PAIRS = frozenset(
    {"Công ty", "Tập đoàn", "Công an", "Đoàn đại", "Đoàn công", "Quyết định", "Nghị quyết"}
)
_OWNERS = frozenset("Quốc Chính Đảng Trung Liên Tòa Bộ Thủ Hội".split())


class Word:
    """One word of a title's rest, with its place."""

    __slots__ = ("end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end


def read_rest(lexicon: Lexicon, tail: str, *, abroad: bool = False, closed: bool = False) -> list[Word]:
    """Words of a tail that may belong to the title before it (or to a name right behind it).

    `abroad`: the head goes with "tại" and a country, as an ambassador's does. `closed`: the title
    goes on a chain, so that the separator behind the tail ends it.
    """
    pieces = tail[1:].split(" ")
    words: list[Word] = []
    organ_words, fixed = lexicon.organ_words, lexicon.fixed
    at = 1
    index, count = 0, len(pieces)
    while index < count:
        piece = pieces[index]
        if not piece:
            break
        if piece in fixed:
            phrase = _fixed_phrase(fixed[piece], tail, at)
            if phrase:
                words.append(Word(phrase, at, at + len(phrase)))
                index += phrase.count(" ") + 1
                at += len(phrase) + 1
                if tail[at - 1 : at] != " ":
                    break
                continue
        ends = piece[-1] == "." and piece not in DOTTED
        bare = piece[:-1] if ends else piece
        if not bare:
            break
        first = bare[0]
        if bare in _TERMS:
            break
        if first.isupper() or (first.isdigit() and _number(bare, pieces, index)):
            words.append(Word(bare, at, at + len(bare)))
            if ends:
                break
            at += len(piece) + 1
            index += 1
            grown = bare
            while index < count:
                follower = pieces[index].rstrip(".")
                grown = f"{grown} {follower}"
                if grown not in organ_words:
                    break
                words.append(Word(follower, at, at + len(follower)))
                if pieces[index] != follower:
                    return words
                at += len(follower) + 1
                index += 1
            continue
        if bare in PARTICLES and words and words[-1].text[0].isupper() and _capital(pieces, index + 1):
            following = pieces[index + 1].rstrip(".")
            last = words.pop()
            at += len(piece) + 1
            words.append(Word(f"{last.text} {bare} {following}", last.start, at + len(following)))
            if pieces[index + 1] != following:
                break
            at += len(following) + 1
            index += 2
            continue
        if not (abroad and bare == "tại") and not _belongs_low(lexicon, bare, pieces, index, words):
            over = 0 if _ends_in_run(words) else _bridge(lexicon, pieces, index, closed=closed)
            if not over:
                break
            for _ in range(over):
                whole = pieces[index].rstrip(".")
                words.append(Word(whole, at, at + len(whole)))
                at += len(pieces[index]) + 1
                index += 1
            continue
        words.append(Word(bare, at, at + len(bare)))
        if ends:
            break
        at += len(piece) + 1
        index += 1
    return words


def _capital(pieces: list[str], index: int) -> bool:
    return index < len(pieces) and pieces[index][:1].isupper()


def _ends_in_run(words: list[Word]) -> bool:
    """Two and more capitalised words just before: a name or a place, behind which a title does not go on."""
    return len(words) > 1 and all(word.text[0].isupper() and not word.text.isupper() for word in words[-2:])


_CITIES = frozenset(
    {"hà nội", "hồ chí", "hà nam", "hà tĩnh", "hà giang", "cao bằng", "lâm đồng", "thái bình", "thái nguyên"}
)


_TERMS = frozenset({"Khóa", "Nhiệm", "KHÓA"})


def _bridge(lexicon: Lexicon, pieces: list[str], index: int, *, closed: bool) -> int:
    """Lower-case words from `index` on that lead to the organ's next capitalised word, 0 if they do not.

    Names of organs may hold words that no list foresees; a title goes on over them if none is a verb.
    """
    verbs = lexicon.verbs
    for size in range(7):
        at = index + size
        if at >= len(pieces):
            return size if closed and size <= 4 else 0
        if not pieces[at]:
            return 0
        piece = pieces[at]
        if piece[0].isupper():
            following = pieces[at + 1].rstrip(".") if at + 1 < len(pieces) else ""
            person = piece in lexicon.strong and f"{piece} {following}".lower() not in _CITIES
            return size if size and not person and piece not in _NOT_AFTER_AND else 0
        bare = piece.rstrip(".") if at + 1 == len(pieces) else piece
        if bare in verbs or not bare.isalpha():
            return 0
    return 0


def _fixed_phrase(phrases: tuple[str, ...], tail: str, at: int) -> str | None:
    """The longest of `phrases` that stands at `at` as whole words."""
    for phrase in phrases:
        if tail.startswith(phrase, at) and not tail[at + len(phrase) : at + len(phrase) + 1].isalnum():
            return phrase
    return None


def _number(piece: str, pieces: list[str], index: int) -> bool:
    """ "Quân khu 5", "Quận 1", but no date and no amount."""
    before = pieces[index - 1] if index else ""
    return (
        piece.isdigit()
        and len(piece) <= 3
        and before in {"đạo", "khu", "Quận", "quận", "số", "đoàn", "Phường", "vực", "phường"}
    )


def _belongs_low(lexicon: Lexicon, piece: str, pieces: list[str], index: int, words: list[Word]) -> bool:
    """Whether a lower-case word at `pieces[index]` goes on with the title."""
    following = pieces[index + 1] if index + 1 < len(pieces) else ""
    if piece in {"và", "&"}:
        return _goes_on_after_and(lexicon, pieces, index, words)
    if piece == "của":
        return not _ends_in_run(words) and (following in _OWNERS or following in lexicon.foreign)
    if piece == "tại":
        return following in {"Việt", "Liên"} and bool(words) and words[0].text[0].isupper()
    if piece == "các":
        return following[:1].isupper() or following in {
            "cơ",
            "tổ",
            "vấn",
            "dân",
            "tỉnh",
            "huyện",
            "xã",
            "phường",
        }
    if piece in _READS_ON and following in _READS_ON[piece]:
        return False
    pair = f"{piece} {following}"
    if pair in lexicon.lower:
        return True
    before = words[-1].text if words else ""
    if piece in lexicon.lower or f"{before} {piece}" in lexicon.lower:
        return True
    # Case is free after an organ's own noun, and inside a word so begun: "Ban tổ chức", "Bộ chỉ huy quân sự".
    whole = f"{piece.capitalize()} {following}".rstrip(".") in lexicon.organ_words
    if f"{before} {piece}".capitalize() in lexicon.organ_words and before[:1].islower():
        return True
    if before in _NOUNS or before in {"và", "&"} or not words:
        return whole
    if whole and before[0].islower() and before not in lexicon.lower:
        return pair.rstrip(".") not in lexicon.verb_like or before == "đạo"
    for back in (1, 2, 3):
        if len(words) < back:
            return False
        begun = " ".join([word.text for word in words[-back:]] + [piece])
        if begun.capitalize() in lexicon.organ_words:
            return True
        if begun[0].isupper():
            return False
    return whole and words[-1].text in {"huy", "sự"}


def _goes_on_after_and(lexicon: Lexicon, pieces: list[str], index: int, words: list[Word]) -> bool:
    """ "Bộ Giáo dục và Đào tạo", but not "Chủ tịch UBND tỉnh và Công ty …"."""
    following = pieces[index + 1] if index + 1 < len(pieces) else ""
    after = pieces[index + 2] if index + 2 < len(pieces) else ""
    if not following or not words or words[-1].text in {"tỉnh", "phố", "nước", "huyện", "xã"}:
        return False
    pair = f"{following} {after}".rstrip(".")
    if following[0].isupper():
        return (
            following not in _NOT_AFTER_AND
            and following not in lexicon.strong
            and pair not in _NOT_AFTER_AND_PAIRS
        )
    return words[-1].text[0].islower() and pair.capitalize() in lexicon.organ_words


def begins_sentence(lexicon: Lexicon, text: str, word: Word) -> bool:
    """Whether the last word of a run belongs to what follows: "… Nguyễn Văn An Phát biểu tại …"."""
    match = _SENTENCE_GOES_ON.match(text, word.end)
    if match is None:
        return False
    return word.text in lexicon.trailers or f"{word.text} {match.group(1)}" in lexicon.trailers


def trim(words: list[Word]) -> None:
    """Drops what cannot end a title: "và", "của", half a word."""
    while words:
        last = words[-1].text
        if (
            last[0].isupper()
            or last[-1].isdigit()
            or last in _ENDS_LOW
            or len(words) == 1
            and last not in _HANGING
        ):
            return
        if last in _HANGING:
            words.pop()
            continue
        return


_HANGING = frozenset("và của tại các liên ngành khu vực châu miền vùng về cho & - – thuộc khối cấp".split())
