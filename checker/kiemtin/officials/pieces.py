"""Pieces of a text: titles and names where they stand, before they are joined to mentions."""

from __future__ import annotations

import re
from collections.abc import Container

from kiemtin.officials.lexicon import Lexicon
from kiemtin.officials.model import TitleKind
from kiemtin.officials.names import is_vietnamese_name, looks_like_name, split_name
from kiemtin.officials.titles import Word, read_rest, trim

_TRAILERS = frozenset(
    "Lãnh Cùng Tiếp Tại Theo Trong Sau Trước Ngày Sáng Chiều Tối Dự Phát Những Các Khi Cũng Ngay Từ Đối Thay Trên Qua Tham Đồng Clip Video".split()
)


class TitlePiece:
    """One title as it stands; `end` is before its term, `start` behind its markers."""

    __slots__ = ("acting", "business", "end", "foreign", "former", "head", "kind", "newly", "plural", "several", "start", "verb")
    is_name = False

    def __init__(self, start: int, end: int, kind: TitleKind, head: str) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.head = head
        self.former = False
        self.acting = False
        self.newly = False
        self.plural = False
        self.several = False
        """"các" stands right before it."""
        self.foreign: bool | None = None
        """True: a foreign country's, False: said to be Vietnam's, None: not said."""
        self.business = False
        self.verb = ""


class NamePiece:
    """One name as it stands. `sure`: a title or an honorific says that it is a person."""

    __slots__ = (
        "after", "before", "end", "former", "honorific", "linked", "pattern", "plausible", "shared", "start", "sure", "text",
    )  # fmt: skip
    is_name = True

    def __init__(self, start: int, end: int, text: str, honorific: str, sure: bool) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.honorific = honorific
        self.sure = sure
        self.linked = False
        """Follows the name before it in one list."""
        self.plausible = sure
        """Looks like a Vietnamese name, or is sure to be one."""
        self.former = False
        self.before: list[TitlePiece] = []
        self.after: list[TitlePiece] = []
        self.shared: list[TitlePiece] = []
        self.pattern = ""


Piece = TitlePiece | NamePiece

_INSIDE = frozenset({"thường trực", "thường vụ", "thành viên", "thư ký", "thường trưc"})
_OFFICES_OF = ("phòng ", "lý ", "phái viên ", "ký ", "đồng ")
_CAPITAL_HONORIFICS = frozenset({"Ông", "Bà", "Ngài", "Anh", "Chị", "Cụ", "Cô", "Bác", "Thầy", "Chú", "LS", "BS", "Samdech", "Techo", "Shrimati"})
_CUTTING = frozenset({"Ông", "Bà", "Ngài", "Samdech", "Shrimati"})
_OPENERS = frozenset(
    "Nguyên Cựu Cố Tân Quyền Cùng Tại Theo Trong Sau Trước Ngày Sáng Chiều Tối Trưa Thay Đồng Dự Tham Phát Đây Các Những Khi Trên Để Đối Với Về Từ Đến Và Còn Cũng Như Ngay Nhân Đáp Qua Hôm Việc Hai Ba Một Được Do Ảnh Vào Bên Cùng".split()
)
_GIVEN = ("bầu làm ", "giữ chức ", "chức vụ ", "bổ nhiệm làm ", "trở thành ", "chức danh ", "đảm nhiệm ")
_ABROAD = ("sứ", "sự", "đại biện", "tham tán", "diện", "tùy viên", "đoàn", "lâm thời", "phái viên")
_SENTENCE_GOES_ON = re.compile(r" [^\W_A-ZÀ-Ỹ]")
_PAREN = re.compile(r" \(([^()\n]{2,60})\)")
_UNOFFICIAL = re.compile(r"(?:Ảnh|ảnh|bên|trái|phải|giữa|thứ|ngồi|đứng|áo|cũ|sinh|SN|năm|\d|người|hàng|ngoài|ảnh)")
_FORMER = ("nguyên ", "Nguyên ", "cựu ", "Cựu ", "cố ", "Cố ", "NGUYÊN ", "CỰU ", "CỐ ")
_NEWLY = ("tân ", "Tân ", "TÂN ")
_ACTING = ("quyền ", "Quyền ", "QUYỀN ")
_POWER = ("chính quyền ", "Chính quyền ", "thẩm quyền ", "cầm quyền ", "ủy quyền ", "uỷ quyền ", "toàn quyền ")
_PLURAL = ("các ", "Các ", "hai ", "ba ", "bốn ", "Hai ", "Ba ", "2 ", "3 ", "4 ", "5 ", "6 ", "đồng chí ", "vị ")
_ABOUT = re.compile(r" về [^,.;:()\n]{4,60}(?=[,.;)\n])")


def find_pieces(lexicon: Lexicon, text: str, start: int, stop: int, known: Container[str]) -> list[Piece]:
    """Titles and possible names of `text[start:stop]` in its order."""
    heads = [match for match in lexicon.head.finditer(text, start, stop) if not text[match.start() - 1 : match.start()].isalnum()]
    pieces: list[Piece] = []
    runs = [match.span() for match in lexicon.run.finditer(text, start, stop)]
    at_run = 0
    done = start
    count = len(heads)
    for index, head in enumerate(heads):
        if head.start() < done:
            continue
        at_run = _names_before(lexicon, text, runs, at_run, done, head.start(), start, known, pieces)
        done = _read_title(lexicon, text, heads, index, count, start, stop, known, pieces)
    _names_before(lexicon, text, runs, at_run, done, stop, start, known, pieces)
    return pieces


def _read_title(
    lexicon: Lexicon,
    text: str,
    heads: list[re.Match[str]],
    index: int,
    count: int,
    start: int,
    stop: int,
    known: Container[str],
    pieces: list[Piece],
) -> int:
    """Adds the title at `heads[index]`, and the name behind it; returns where reading goes on."""
    head = heads[index]
    group = head.lastgroup
    at = head.end()
    limit = min(stop, at + 240)
    opened = head.group().lower()
    words = read_rest(lexicon, text, at, limit, opened.endswith(_ABROAD), _in_chain(text, pieces, head.start()))
    following = index + 1
    while words and following < count and heads[following].start() < words[-1].end:
        begin = heads[following].start()
        if _goes_inside(text, heads[following], words):
            following += 1
            continue
        words = [word for word in words if word.end <= begin]
        break
    for number, word in enumerate(words):
        if word.text in _CUTTING or (word.text == "Đồng" and text.startswith("Đồng chí", word.start)):
            del words[number:]
            break
    trim(words)
    if len(words) > 2 and words[-1].text in _TRAILERS and _SENTENCE_GOES_ON.match(text, words[-1].end):
        words.pop()
    begin = head.start()
    kind = _kind(lexicon, group, head.group())
    previous = pieces[-1] if pieces else None
    needs_organ = group == "head" and opened not in lexicon.alone
    bound = _in_chain(text, pieces, begin)
    if words and not bound:
        bound = text[max(0, begin - 12) : begin].endswith(_GIVEN) or (needs_organ and text[begin - 3 : begin] == "là ")
    if words and not bound:
        paren = _PAREN.match(text, words[-1].end, stop)
        bound = paren is not None and text[paren.end() : paren.end() + 1] == " " and _names_organ(lexicon, paren.group(1))
    cut = split_name(lexicon, words, needs_organ and group == "head", known, bound) if words else None
    name_words = words[cut[0] : cut[1]] if cut is not None else []
    while len(name_words) > 1 and name_words[0].text in _CAPITAL_HONORIFICS and name_words[0].text not in {"Anh", "Bác"}:
        del name_words[0]
    own = words[: cut[0]] if cut is not None else words
    trim(own)
    end = own[-1].end if own else at
    if opened == "đại biểu" and (own or (len(name_words) > 1 and not is_vietnamese_name(lexicon, " ".join([word.text for word in name_words])))):
        own, name_words, end = [], [], at
    if group == "degree" and not name_words:
        end = at
        own = []
    piece = TitlePiece(begin, end, kind, head.group())
    _mark(lexicon, text, piece, own, start, pieces)
    pieces.append(piece)
    if name_words:
        if len(name_words) > 2 and name_words[-1].text in _TRAILERS and _SENTENCE_GOES_ON.match(text, name_words[-1].end):
            name_words.pop()
        first, last = name_words[0].start, name_words[-1].end
        name = NamePiece(first, last, text[first:last], "", True)
        pieces.append(name)
        return last
    if "hỉ đạo" in text[begin:end]:
        about = _ABOUT.match(text, end, stop)
        if about is not None:
            piece.end = end = about.end()
    paren = _PAREN.match(text, end, stop)
    if paren is not None and own and _names_organ(lexicon, paren.group(1)):
        piece.end = paren.end()
        if paren.group(1).split(" ")[0] in lexicon.foreign:
            piece.foreign = True
    return piece.end


def _in_chain(text: str, pieces: list[Piece], begin: int) -> bool:
    """Whether a title at `begin` goes on the chain behind a name."""
    if text[begin - 7 : begin].lower() == "nguyên ":
        begin -= 7
    at = begin
    for piece in reversed(pieces[-12:]):
        gap = text[piece.end : at]
        if piece.is_name:
            assert isinstance(piece, NamePiece)
            return _awaits(piece, gap)
        if len(gap) > 40 or gap.lstrip(" ")[:1] not in {",", "-", "–"} or ";" in gap:
            return False
        at = piece.start
    return False


def _awaits(name: NamePiece, gap: str) -> bool:
    """Whether a title behind `gap` goes on a chain after `name`, so that it need not lead to a name of its own."""
    separator = gap.strip()
    if separator in {"-", "–", "("}:
        return name.plausible
    return separator == "," and bool(name.honorific) and not name.before


def _goes_inside(text: str, head: re.Match[str], words: list[Word]) -> bool:
    """Whether a head found inside the words of another title belongs to it: "Phó Bí thư Thường trực"."""
    begin = head.start()
    group = head.group()
    if head.lastgroup == "head" and group.lower().startswith(("thường ", "thành viên", "thư ký")):
        return True
    before = text[max(0, begin - 9) : begin]
    if group.lower().startswith(("đại biểu", "đbqh")):
        return before.rstrip()[-1:].isalpha()
    return before.endswith(_OFFICES_OF) or (before.endswith(" Ban ") and group in {"Bí thư", "Chủ nhiệm"})


def _kind(lexicon: Lexicon, group: str | None, head: str) -> TitleKind:
    if group == "rank":
        return TitleKind.RANK
    if group == "degree":
        return TitleKind.ACADEMIC_HONOUR
    if group == "spouse":
        return TitleKind.SPOUSE_HONORIFIC
    return TitleKind.OFFICE


def _mark(
    lexicon: Lexicon, text: str, piece: TitlePiece, own: list[Word], start: int, pieces: list[Piece]
) -> None:
    """What the words before and inside a title say of it."""
    begin = piece.start
    before = text[max(start, begin - 14) : begin]
    if before.endswith(_ACTING) and not before.endswith(_POWER):
        piece.acting = True
        cut = 6
        piece.start = begin = begin - cut
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
    home = abroad = -1
    for index, word in enumerate(own):
        first = word.text.split(" ", 1)[0]
        if first in lexicon.business or (first in _BUSINESS_FIRST and _business(lexicon, own, index)):
            piece.business = True
        if first == "HĐTV":
            piece.business = False
            break
        if home < 0 and (first in lexicon.home or (first == "Việt" and index + 1 < len(own) and own[index + 1].text == "Nam")):
            home = index
        elif abroad < 0 and _is_country(lexicon, text, piece, own, index):
            abroad = index
    opened = piece.head.lower()
    if opened.endswith("giám đốc") and not any(word.text.split(" ", 1)[0] in _STATE for word in own):
        piece.business = bool(own) or text.startswith(_COMPANIES, piece.end)
    if abroad >= 0 and (home < 0 or abroad < home):
        piece.foreign = True
    elif home >= 0:
        piece.foreign = False


def _is_country(lexicon: Lexicon, text: str, piece: TitlePiece, own: list[Word], index: int) -> bool:
    """Whether a country or a foreign organ stands at `own[index]`; "Pháp chế", "huyện Mỹ Đức" hold none."""
    word = own[index]
    for phrase in lexicon.foreign.get(word.text.split(" ", 1)[0], ()):
        end = word.start + len(phrase)
        if end > piece.end or not text.startswith(phrase, word.start) or text[end : end + 1].isalnum():
            continue
        if " " in phrase or len(phrase) > 5 or phrase.isupper():
            return True
        following = own[index + 1].text if index + 1 < len(own) else ""
        before = own[index - 1].text if index else ""
        if following[:1].isupper() and following not in lexicon.foreign or f"{phrase} {following}" in lexicon.organ_words:
            continue
        if before in _CLASSIFIERS or (before[:1].isupper() and not before.isupper() and before not in lexicon.foreign):
            continue
        return True
    return False


_CLASSIFIERS = frozenset("huyện quận xã phường trấn phố tỉnh Huyện Quận TP Phường".split())
_COMPANIES = (", Công ty", ", công ty", ", Tập đoàn", " công ty", ", CTCP", ", Tổng công ty", " doanh nghiệp", ", Doanh nghiệp")
# What a "giám đốc" may head and be an official.
_STATE = frozenset(
    "Sở sở Công Trung trung Bệnh bệnh Học học Đại đại Đài đài Kho kho Ban ban Thư Bảo bảo Viện viện Nhà Văn Chi Quỹ Thông ĐHQG Cục TTXVN VTV VOV "
    "Trường Nha CDC HTV TT BHXH Cảng Vườn UNESCO WHO WTO IMF UNDP IAEA FAO ILO UNICEF LHQ Cơ cơ Vùng Ngân".split()
)
_BUSINESS_FIRST = frozenset({"Hợp", "hợp", "Công", "công", "Tập", "tập", "Hội", "Giáo", "giáo", "Doanh", "doanh", "Câu", "câu",
                             "kinh", "điều", "nhân", "dự", "sáng", "chi", "Chi", "Khách", "khách", "Nhà", "nhà", "Ngân", "cửa", "siêu", "đội"})


def _business(lexicon: Lexicon, own: list[Word], index: int) -> bool:
    pair = " ".join([word.text for word in own[index : index + 2]])
    return pair in lexicon.business or " ".join([word.text for word in own[index : index + 3]]) in lexicon.business


def _names_organ(lexicon: Lexicon, content: str) -> bool:
    """Whether a bracket behind a title goes on with it: an organ, a country or an abbreviation."""
    if _UNOFFICIAL.match(content) or not content[0].isupper():
        return False
    first = content.split(" ")[0]
    return (
        content.isupper()
        or first in lexicon.foreign
        or first in {"Bộ", "Sở", "Ban", "UBND", "Tỉnh", "Văn", "Ủy", "Cục", "Tổng", "Trung", "Viện", "Học", "Trường"}
    )


def _names_before(
    lexicon: Lexicon,
    text: str,
    runs: list[tuple[int, int]],
    at_run: int,
    done: int,
    stop: int,
    start: int,
    known: Container[str],
    pieces: list[Piece],
) -> int:
    """Adds the possible names between `done` and `stop`; returns the next run to look at."""
    count = len(runs)
    while at_run < count:
        first, last = runs[at_run]
        if first >= stop:
            break
        at_run += 1
        if first < done:
            if last <= done + 1:
                continue
            # A run cut by a title or a name read before it.
            first = done + 1 if text[done] == " " else done
            if not text[first].isupper():
                continue
        over = last > stop
        if over:
            last = stop
            while last > first and text[last - 1] in " .-":
                last -= 1
            if last <= first:
                at_run -= 1
                break
        _add_name(lexicon, text, first, last, start, known, pieces)
        if over:
            at_run -= 1
            break
    return at_run


def _add_name(
    lexicon: Lexicon, text: str, first: int, last: int, start: int, known: Container[str], pieces: list[Piece]
) -> None:
    before = text[max(start, first - 16) : first]
    honorific = ""
    words = text[first:last].split(" ")
    while words and words[0] in _CAPITAL_HONORIFICS and len(words) > 1:
        honorific = words[0]
        first += len(honorific) + 1
        words = words[1:]
    if not honorific and before.endswith(lexicon.honorifics):
        honorific = "đồng chí" if before.endswith(lexicon.comrades) else before.rstrip().rsplit(" ", 1)[-1].lower()
    if words[0] in _OPENERS:
        if len(words) < 3:
            return
        first += len(words[0]) + 1
        words = words[1:]
    if len(words) > 2 and words[-1] in _TRAILERS and _SENTENCE_GOES_ON.match(text, last):
        last -= len(words[-1]) + 1
        words = words[:-1]
    name = text[first:last]
    piece = NamePiece(first, last, name, honorific, bool(honorific))
    if not honorific:
        piece.plausible = looks_like_name(lexicon, words)
    if not honorific and (" " + before).endswith(lexicon.named_after) or before.endswith(lexicon.credits) or before.endswith(("TP.", "Tp.")):
        piece.pattern = "named-after"
    pieces.append(piece)
