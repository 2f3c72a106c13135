"""Reading the titles and the possible names of a text in its order."""

from __future__ import annotations

import re
from collections.abc import Container

from kiemtin.officials.lexicon import Lexicon
from kiemtin.officials.model import TitleKind
from kiemtin.officials.names import begins_with_place, is_vietnamese_name, looks_like_name, split_name
from kiemtin.officials.pieces import NamePiece, Piece, TitlePiece
from kiemtin.officials.scanning import Head
from kiemtin.officials.titles import Word, read_rest, trim

_PAREN = re.compile(r" \(([^()\n]{2,60})\)")
_ASIDE = re.compile(r"(?:[Ảả]nh|bên|trái|phải|giữa|thứ|ngồi|đứng|áo|cũ|sinh|SN|năm|\d|người|hàng|ngoài)")
_ABOUT = re.compile(r" về [^,.;:()\n]{4,60}(?=[,.;)\n])")
_SENTENCE_GOES_ON = re.compile(r" ([^\W_A-ZÀ-Ỹ]\w*)")
_FORMER = ("nguyên ", "Nguyên ", "cựu ", "Cựu ", "cố ", "Cố ", "NGUYÊN ", "CỰU ", "CỐ ")
_NEWLY = ("tân ", "Tân ", "TÂN ")
_ACTING = ("quyền ", "Quyền ", "QUYỀN ")
_POWER = (
    "chính quyền ",
    "Chính quyền ",
    "thẩm quyền ",
    "cầm quyền ",
    "ủy quyền ",
    "toàn quyền ",
)
_PLURAL = (
    "các ",
    "Các ",
    "hai ",
    "năm ",
    "sáu ",
    "bảy ",
    "tám ",
    "ba ",
    "bốn ",
    "Hai ",
    "Ba ",
    "2 ",
    "3 ",
    "4 ",
    "5 ",
    "6 ",
    "đồng chí ",
    "vị ",
)
_GIVEN = ("bầu làm ", "giữ chức ", "chức vụ ", "bổ nhiệm làm ", "trở thành ", "chức danh ", "đảm nhiệm ")
_OFFICES_OF = ("phòng ", "lý ", "phái viên ", "ký ", "đồng ")


def find_pieces(
    lexicon: Lexicon, text: str, start: int, stop: int, heads: list[Head], known: Container[str]
) -> list[Piece]:
    """Titles and likely names of `text[start:stop]` in its order."""
    pieces: list[Piece] = []
    done = start
    for index, head in enumerate(heads):
        begin, end, word = head
        if begin < done:
            continue
        if word.is_surname:
            done = _read_bare(lexicon, text, heads, index, start, stop, pieces)
        elif word.is_name:
            pieces.append(NamePiece(begin, end, text[begin:end]))
            done = end
        elif word.honorific:
            done = _read_honoured(lexicon, text, heads, index, stop, pieces)
        else:
            done = _read_title(lexicon, text, heads, index, start, stop, known, pieces)
    return pieces


def _next_title(heads: list[Head], index: int, stop: int) -> int:
    """Where a name behind `heads[index]` ends at the latest: before the next title or honorific."""
    limit = min(stop, heads[index][1] + _LONGEST_NAME)
    for following in range(index + 1, len(heads)):
        begin, _, word = heads[following]
        if begin >= limit:
            break
        if not word.is_surname and not word.is_name:
            return begin
    return limit


_LONGEST_NAME = 80


def _read_honoured(
    lexicon: Lexicon, text: str, heads: list[Head], index: int, stop: int, pieces: list[Piece]
) -> int:
    """Adds the name behind an honorific, if one is there."""
    _, end, head = heads[index]
    if text[end : end + 1] not in {" ", "."} or not text[end + 1 : end + 2].isupper():
        return end
    honorific = "đồng chí" if "đ" in head.text else head.text.rsplit(" ", 1)[-1]
    if index + 1 < len(heads) and heads[index + 1][0] == end + 1:
        first, last, behind = heads[index + 1]
        if behind.is_name:
            pieces.append(NamePiece(first, last, text[first:last], honorific, sure=True))
            return last
        if not behind.is_surname:
            return end
    limit = _next_title(heads, index, stop)
    match = lexicon.run.match(text, end + 1, limit)
    if match is None:
        return end
    first, last = match.span()
    words = match.group().rstrip(" ").split(" ")
    if len(words) > 2 and _begins_sentence(lexicon, text, words[-1], last):
        last -= len(words[-1]) + 1
        words.pop()
    if len(words) > 4 and words[0] in lexicon.surnames:
        # Words that run on: "ông Trần Văn An Ảnh …".
        last = first + len(" ".join(words[:4]))
    pieces.append(NamePiece(first, last, text[first:last], honorific, sure=True))
    return last


def _read_title(
    lexicon: Lexicon,
    text: str,
    heads: list[Head],
    index: int,
    start: int,
    stop: int,
    known: Container[str],
    pieces: list[Piece],
) -> int:
    """Adds the title at `heads[index]`, and the name behind it; returns where reading goes on."""
    begin, at, head = heads[index]
    chained = _in_chain(text, pieces, begin)
    if not chained and text[at : at + 1] == " " and text[at + 1 : at + 2].isupper():
        beside = _name_beside(lexicon, text, heads, index, stop)
        if beside is not None:
            piece = TitlePiece(begin, at, head)
            _mark(lexicon, text, piece, [], start, pieces)
            pieces.append(piece)
            pieces.append(NamePiece(*beside, text[beside[0] : beside[1]], sure=True))
            return beside[1]
    words = read_rest(
        lexicon, text, at, _title_limit(text, heads, index, stop), abroad=head.abroad, chained=chained
    )
    if words:
        trim(words)
        if len(words) > 2 and _begins_sentence(lexicon, text, words[-1].text, words[-1].end):
            words.pop()
    cut = None
    if words:
        bound = (
            chained
            or _is_given(text, begin, needs_organ=head.needs_organ)
            or _country_follows(lexicon, text, words, stop)
        )
        cut = split_name(lexicon, words, known, needs_organ=head.needs_organ, bound=bound)
    own = words[: cut[0]] if cut is not None else words
    name = words[cut[0] : cut[1]] if cut is not None else []
    trim(own)
    if head.text == "đại biểu" and (own or not _may_follow_delegate(lexicon, name)):
        own, name = [], []
    elif head.kind is TitleKind.ACADEMIC_HONOUR and not name:
        own = []
    piece = TitlePiece(begin, own[-1].end if own else at, head)
    if not name and _is_of_others(lexicon, text, piece, start):
        return piece.end
    _mark(lexicon, text, piece, own, start, pieces)
    pieces.append(piece)
    if name:
        if len(name) > 2 and _begins_sentence(lexicon, text, name[-1].text, name[-1].end):
            name.pop()
        first, last = name[0].start, name[-1].end
        pieces.append(NamePiece(first, last, text[first:last], sure=True))
        return last
    behind = _extend(lexicon, text, piece, stop) if own else None
    if behind is not None:
        pieces.append(NamePiece(*behind, text[behind[0] : behind[1]], sure=True))
        return behind[1]
    return piece.end


def _is_of_others(lexicon: Lexicon, text: str, piece: TitlePiece, start: int) -> bool:
    """ "Thay mặt Ban Bí thư, …", "tại Phủ Chủ tịch, …", "và Phu nhân, …": no title of who is named next."""
    if text[piece.end : piece.end + 1] not in {",", ":"}:
        return False
    if piece.kind is TitleKind.SPOUSE_HONORIFIC:
        return True
    before = text[max(start, piece.start - 20) : piece.start]
    return before.removesuffix("Ban ").endswith(lexicon.on_behalf)


def _name_beside(
    lexicon: Lexicon, text: str, heads: list[Head], index: int, stop: int
) -> tuple[int, int] | None:
    """The Vietnamese name of up to four words right behind a head: the commonest case, read without
    organs."""
    if (
        index + 1 == len(heads)
        or heads[index + 1][0] != heads[index][1] + 1
        or not heads[index + 1][2].is_surname
    ):
        return None
    match = lexicon.run.match(text, heads[index][1] + 1, stop)
    if match is None or _next_title(heads, index + 1, stop) < match.end():
        return None
    name = match.group()
    count = name.count(" ")
    if count > 3 or (count > 1 and begins_with_place(lexicon, name)) or not looks_like_name(lexicon, name):
        return None
    if count == 1 and name.split(" ", 1)[0] not in lexicon.strong:
        return None
    if count > 1 and _begins_sentence(lexicon, text, name[name.rfind(" ") + 1 :], match.end()):
        return None
    return match.span()


def _begins_sentence(lexicon: Lexicon, text: str, word: str, end: int) -> bool:
    """Whether the last word of a run belongs to what follows: "… Nguyễn Văn An Phát biểu tại …"."""
    match = _SENTENCE_GOES_ON.match(text, end)
    return match is not None and (word in lexicon.trailers or f"{word} {match.group(1)}" in lexicon.trailers)


def _may_follow_delegate(lexicon: Lexicon, name: list[Word]) -> bool:
    """ "đại biểu" is a common noun; only a Vietnamese name, or a given name, makes it a title."""
    return len(name) == 1 or is_vietnamese_name(lexicon, " ".join([word.text for word in name]))


def _title_limit(text: str, heads: list[Head], index: int, stop: int) -> int:
    """Where the title at `heads[index]` ends at the latest: before the next title, honorific or known
    name."""
    at = heads[index][1]
    limit = min(stop, at + _LONGEST)
    for following in range(index + 1, len(heads)):
        begin, _, word = heads[following]
        if begin >= limit:
            break
        if not word.is_surname and not _goes_inside(text, heads[following]):
            return begin
    return limit


_LONGEST = 240


def _goes_inside(text: str, found: Head) -> bool:
    """Whether a head inside the words of another title belongs to it: "Phó Bí thư Thường trực …"."""
    begin, _, head = found
    if head.goes_inside:
        if head.text.startswith("dự khuyết"):
            return text.startswith("viên ", begin - 5)
        return head.text[0] != "đ" or (
            text[begin - 2 : begin - 1].isalpha() and not text.startswith("và ", begin - 3)
        )
    before = text[max(0, begin - 9) : begin]
    return before.endswith(_OFFICES_OF) or (before.endswith(" Ban ") and head.text in {"bí thư", "chủ nhiệm"})


def _in_chain(text: str, pieces: list[Piece], begin: int) -> bool:
    """Whether a title at `begin` goes on the chain behind a name."""
    if not pieces or begin - pieces[-1].end > 40:
        return False
    if text[begin - 7 : begin].lower() == "nguyên ":
        begin -= 7
    at = begin
    for piece in reversed(pieces[-12:]):
        gap = text[piece.end : at]
        if isinstance(piece, NamePiece):
            separator = gap.strip()
            if separator in {"-", "–", "("}:
                return True
            return separator == "," and bool(piece.honorific) and not piece.before
        if len(gap) > 40 or gap.lstrip(" ")[:1] not in {",", "-", "–"} or ";" in gap:
            return False
        at = piece.start
    return False


def _is_given(text: str, begin: int, *, needs_organ: bool) -> bool:
    """ "được bầu làm Bí thư …": a title that is said of somebody, so that no name need follow."""
    return text[max(0, begin - 12) : begin].endswith(_GIVEN) or (
        needs_organ and text[begin - 3 : begin] == "là "
    )


def _country_follows(lexicon: Lexicon, text: str, words: list[Word], stop: int) -> bool:
    """ "Phó Thị trưởng thành phố Porto (Bồ Đào Nha) …": the name comes behind the bracket."""
    end = words[-1].end
    if text[end : end + 2] != " (":
        return False
    paren = _PAREN.match(text, end, stop)
    return (
        paren is not None
        and text[paren.end() : paren.end() + 1] == " "
        and _names_organ(lexicon, paren.group(1))
    )


def _extend(lexicon: Lexicon, text: str, piece: TitlePiece, stop: int) -> tuple[int, int] | None:
    """Takes in what still belongs to a title behind its organ: a bracket, "về an toàn thực phẩm".

    Returns the capitalised words right behind the bracket, which are the name.
    """
    if text[piece.end : piece.end + 4] == " về " and "hỉ đạo" in text[piece.start : piece.end]:
        about = _ABOUT.match(text, piece.end, stop)
        if about is not None:
            piece.end = about.end()
    if text[piece.end : piece.end + 2] != " (":
        return None
    paren = _PAREN.match(text, piece.end, stop)
    if paren is not None and _names_organ(lexicon, paren.group(1)):
        piece.end = paren.end()
        content = paren.group(1)
        if any(map(content.startswith, lexicon.foreign.get(content.split(" ", 1)[0], ()))):
            piece.foreign = True
        run = lexicon.run.match(text, piece.end + 1, stop) if text[piece.end : piece.end + 1] == " " else None
        return run.span() if run is not None else None
    return None


def _names_organ(lexicon: Lexicon, content: str) -> bool:
    """Whether a bracket behind a title goes on with it: an organ, a country or an abbreviation."""
    if not content[0].isupper() or _ASIDE.match(content):
        return False
    first = content.split(" ", 1)[0]
    return content.isupper() or first in lexicon.foreign or first in _ORGAN_NOUNS


_ORGAN_NOUNS = frozenset("Bộ Sở Ban UBND Tỉnh Văn Ủy Cục Tổng Trung Viện Học Trường".split())


def _mark(
    lexicon: Lexicon, text: str, piece: TitlePiece, own: list[Word], start: int, pieces: list[Piece]
) -> None:
    """What the words before and inside a title say of it."""
    begin = piece.start
    before = text[max(start, begin - 14) : begin]
    if before.endswith(_ACTING) and not before.endswith(_POWER):
        piece.acting = True
        piece.start = begin = begin - len("quyền ")
        if pieces and pieces[-1].start == begin:
            pieces.pop()
        before = text[max(start, begin - 10) : begin]
    if before.endswith(_FORMER):
        piece.former = True
        before = before[: before.rstrip().rfind(" ") + 1]
    elif before.endswith(_NEWLY):
        piece.newly = True
    if before.endswith(_PLURAL):
        piece.plural = True
        piece.several = before.endswith(("các ", "Các "))
    piece.plural = piece.plural or any(word.text == "các" for word in own[1:-1])
    if own:
        _mark_organ(lexicon, text, piece, own)
    elif piece.head.text.endswith(("giám đốc", "đội trưởng")):
        # Alone: a company's, a team's; whose office it is in the State is said at least once.
        piece.business = True


def _mark_organ(lexicon: Lexicon, text: str, piece: TitlePiece, own: list[Word]) -> None:
    home = abroad = -1
    state = not piece.head.text.endswith("giám đốc")
    for index, word in enumerate(own):
        first = word.text.split(" ", 1)[0]
        if first == "HĐTV":
            piece.business = False
            break
        if first in lexicon.business and text.startswith(lexicon.business[first], word.start):
            piece.business = True
        state = state or first in lexicon.state
        if home < 0 and first in lexicon.home and text.startswith(lexicon.home[first], word.start):
            home = index
        elif abroad < 0 and first in lexicon.foreign and _is_country(lexicon, text, piece, own, index):
            abroad = index
    piece.business = piece.business or not state
    if abroad >= 0 and (home < 0 or abroad < home):
        piece.foreign = True
    elif home >= 0:
        piece.foreign = False


def _is_country(lexicon: Lexicon, text: str, piece: TitlePiece, own: list[Word], index: int) -> bool:
    """Whether a country or a foreign organ stands at `own[index]`; "Pháp chế", "huyện Mỹ Đức" hold none."""
    word = own[index]
    if index and own[index - 1].text == "Vụ":  # "Vụ châu Âu" is a department of our own
        return False
    for phrase in lexicon.foreign[word.text.split(" ", 1)[0]]:
        end = word.start + len(phrase)
        if end > piece.end or not text.startswith(phrase, word.start) or text[end : end + 1].isalnum():
            continue
        if " " in phrase or len(phrase) > 5 or phrase.isupper():
            return True
        following = own[index + 1].text if index + 1 < len(own) else ""
        before = own[index - 1].text if index else ""
        if following[:1].isupper() or f"{phrase} {following}" in lexicon.organ_words:
            continue
        if before in _CLASSIFIERS or (before[:1].isupper() and not before.isupper() and len(before) < 4):
            continue
        return True
    return False


_CLASSIFIERS = frozenset("huyện quận xã phường trấn phố tỉnh Huyện Quận TP Phường".split())


def _is_written_as_name(name: str) -> bool:
    """Each word begins with a capital and has no other, but behind an apostrophe: "Bh'ríu", "H'Lâm"."""
    return name.istitle() or (
        "'" in name
        and all(part[:1].isupper() for part in name.split(" "))
        and name.replace("'", "x").istitle()
    )


def _read_bare(
    lexicon: Lexicon, text: str, heads: list[Head], index: int, start: int, stop: int, pieces: list[Piece]
) -> int:
    """Adds a name without title or honorific, if it looks like one; returns where reading goes on."""
    first = heads[index][0]
    skipped = heads[index][1]
    match = lexicon.run.match(text, first, _next_title(heads, index, stop))
    if match is None or match.end() <= skipped:
        return skipped
    name = match.group().rstrip(" ")
    last = first + len(name)
    if name.count(" ") > 8:
        return last
    if name.count(" ") > 4 or not _is_written_as_name(name):
        return skipped
    before = text[max(start, first - 16) : first]
    last_word = before.rstrip(" ").rsplit(" ", 1)[-1]
    if (
        before[-1:] == " "
        and last_word[:1].isupper()
        and last_word.isalpha()
        and last_word not in lexicon.openers
    ):
        # Some capitalised words before: the name of a street, a school, a company.
        return last
    cut = name.rfind(" ")
    if name.count(" ") > 1 and _begins_sentence(lexicon, text, name[cut + 1 :], last):
        last = first + cut
        name = text[first:last]
    if not looks_like_name(lexicon, name):
        return last
    piece = NamePiece(first, last, name)
    if before.endswith(lexicon.never_named) or f" {before}".endswith(lexicon.named_after):
        piece.pattern = "named-after"
    pieces.append(piece)
    return last
