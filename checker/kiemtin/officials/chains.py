"""Joining titles to names: the chain before a name, the chain after it, one title shared by several names."""

from __future__ import annotations

import re
from functools import lru_cache

from kiemtin.officials.lexicon import Lexicon
from kiemtin.officials.model import TitleKind
from kiemtin.officials.names import is_vietnamese_name
from kiemtin.officials.pieces import NamePiece, Piece, TitlePiece

_DELEGATE = frozenset({"đại biểu", "đb"})
_STOP = re.compile(r"[.!?\n]")
# A post is left by oneself or under compulsion; "bãi nhiệm Thủ tướng" is done to somebody else.
_THROUGH_SELF = re.compile(r"(?:thôi|từ chức|bị|được)[^.;]{0,24}$")
_TO_PERSON = re.compile(
    r"(?: (?:nhiệm kỳ|khóa)[^,.;\n]{1,24}?)?,?(?: từ ngày [\d/.-]+)?"
    r" (?:cho|đối với|của|với|là) (?:các )?(?:đồng chí |ông |bà |đ/c )?"
)


class Gap:
    """What stands between two pieces; `broken` if more than separators, joining words, honorifics."""

    __slots__ = ("broken", "hon", "join", "listed", "many", "sep")

    def __init__(self, match: re.Match[str] | None) -> None:
        if match is None:
            self.broken = True
            self.listed = False
            self.sep = self.join = self.many = self.hon = ""
            return
        self.broken = "\n" in match.group()
        self.sep = match["sep"].strip()
        self.join = match["join"].strip()
        self.listed = self.join.endswith(":")
        if self.listed:
            self.sep, self.join = ":", ""
        self.many = match["many"].strip()
        self.hon = match["hon"].strip()


_BROKEN = Gap(None)
_WIDEST = 64


class Gaps:
    """Reads gaps, and remembers the common ones."""

    def __init__(self, lexicon: Lexicon) -> None:
        fullmatch = lexicon.gap.fullmatch
        self._read = lru_cache(maxsize=8192)(lambda gap: Gap(fullmatch(gap)))

    def between(self, text: str, start: int, stop: int) -> Gap:
        return self._read(text[start:stop]) if stop - start <= _WIDEST else _BROKEN


def join(lexicon: Lexicon, gaps: Gaps, text: str, pieces: list[Piece]) -> list[NamePiece]:
    """Gives each name its titles; returns the names in the order of the text."""
    names: list[NamePiece] = []
    pending: list[TitlePiece] = []
    shared: list[TitlePiece] = []
    by_heading = False
    open_name: NamePiece | None = None
    previous: Piece | None = None
    for piece in pieces:
        gap = gaps.between(text, previous.end, piece.start) if previous is not None else _BROKEN
        if isinstance(piece, TitlePiece):
            if isinstance(previous, NamePiece) and _by_chance(text, previous):
                gap = _BROKEN
            if gap.broken or (gap.sep == ";" and not _life_goes_on(text, previous, piece)):
                if gap.broken and shared and not _continues(text, previous, piece):
                    shared = []
                if gap.broken:
                    given = _by_verb(lexicon, text, piece, _latest(names))
                    if given is not None:
                        given.after.append(piece)
                        for name in _with_him(names, given):
                            name.after.append(piece)
                        open_name, pending = given, []
                        previous = piece
                        continue
                told = _in_biography(text, piece, names)
                if told is not None:
                    told.after.append(piece)
                    open_name, pending, previous = told, [], piece
                    continue
                open_name, pending = None, [piece]
            elif open_name is not None and previous is not None and _chains_on(gap, previous):
                if open_name.after and open_name.after[-1].verb in {"career", "appointed"}:
                    piece.verb = open_name.after[-1].verb
                if gap.join == "cùng là" and previous is open_name and names[-2:-1]:
                    # "A và B, cùng là X".
                    for name in (open_name, *_with_him(names, open_name)):
                        name.shared = [*name.shared, piece]
                    open_name, pending = None, []
                else:
                    open_name.after.append(piece)
            elif pending and previous is pending[-1]:
                if gap.sep == ":" and not gap.join:
                    # "các đồng chí Ủy viên Bộ Chính trị: Tổng Bí thư …": the first heads the list.
                    shared, by_heading = list(pending), True
                    _share(shared)
                    pending = [piece]
                elif gap.join in {"", "kiêm", "đồng thời là", "kiêm nhiệm"} or gap.sep == ",":
                    pending.append(piece)
                else:
                    pending = [piece]
            else:
                open_name, pending = None, [piece]
            previous = piece
            continue
        assert isinstance(piece, NamePiece)
        name = piece
        if name.pattern == "named-after":
            if not gap.broken and not gap.sep and pending:
                name.pattern = ""
            else:
                names.append(name)
                previous, pending, open_name = piece, [], None
                continue
        if not name.honorific and gap.hon and not gap.broken:
            name.honorific = gap.hon.split(" ")[0].lower()
            name.sure = True
        adjacent = not gap.broken and not gap.sep and not gap.join
        if isinstance(previous, TitlePiece):
            dashed = gap.sep in {"-", "–"} and not gap.broken and not pending
            if dashed and open_name is not None and len(open_name.after) > 1 and previous.foreign is False:
                name.before = [open_name.after.pop()]
                name.pattern = "title-name"
                name.sure = True
            elif adjacent or (
                gap.sep in {",", "-", "–"}
                and not gap.broken
                and not gap.join
                and _bridges(name, pending, gap)
            ):
                if pending:
                    name.before = _own(lexicon, name, pending)
                    name.pattern = "title-name"
                elif open_name is not None and open_name.after:
                    name.before = _take_back(open_name)
                    name.pattern = "title-name"
                pending = []
                name.sure = True
                if name.before and (name.before[0].plural or name.before[-1].head.text in _DELEGATE):
                    shared, by_heading = [name.before[-1]], False
                elif by_heading is False:
                    shared = []
                if by_heading and shared and gap.sep != ":" and names and _stood_bare(names[-1], shared):
                    # "các Phó Chủ tịch: A, B; Tổng Thư ký C": the heading was for those without a title.
                    shared, by_heading = [], False
                if by_heading and shared:
                    name.shared = shared
            elif (
                not gap.broken
                and pending
                and (
                    (gap.sep == ":" and _heads(gap, pending[-1]))
                    or (gap.join == "trong đó có" and pending[-1].plural)
                )
            ):
                shared, by_heading = pending, True
                if gap.listed or gap.join:
                    # "được bầu làm Phó Chủ tịch gồm: …", "bổ nhiệm sáu Phó Thủ tướng, trong đó có …".
                    pending[0].verb = _verb_before_many(lexicon, text, pending[0].start)
                _share(shared)
                name.shared = shared
                name.sure = True
                name.pattern = "heading"
                pending = []
            elif (
                pending
                and gap.broken
                and _TO_PERSON.fullmatch(text, previous.end, name.start)
                and previous.verb != "function"
            ):
                verb = _inherited(text, names, pending[0]) or _verb_before(
                    lexicon, text, pending[0].start, lexicon.giving
                )
                if verb:
                    for title in pending:
                        title.verb = verb
                    name.after = pending
                    name.sure = True
                    name.pattern = "given-to"
                pending = []
            elif (
                shared
                and not gap.broken
                and gap.sep in {";", ","}
                or (shared and by_heading and gap.sep == ";")
            ):
                name.shared = shared
                name.sure = True
                name.pattern = "shared"
            elif gap.broken:
                shared = []
        elif shared and not gap.broken and (gap.sep in {";", ",", ""} or gap.join):
            if not by_heading and names[-1].before[-1:] == shared and shared[0].head.text not in _DELEGATE:
                # "các Phó Thủ tướng A, B": the title of both stands outside the list.
                names[-1].shared = names[-1].before[-1:]
                del names[-1].before[-1:]
            name.shared = shared
            name.sure = True
            name.pattern = "shared"
        elif isinstance(previous, NamePiece) and _given_to_both(gap, previous):
            name.after = list(previous.after)
            name.sure = True
            name.pattern = "given-to"
        elif isinstance(previous, NamePiece) and _titled_with(lexicon, text, gap, previous, name):
            name.shared = previous.shared = previous.before[-1:]
            del previous.before[-1:]
            name.sure = True
            name.pattern = "shared"
        elif gap.broken:
            shared, by_heading = [], False
        name.linked = _linked(gap, previous, names, name)
        if name.linked and not name.honorific and gap.sep != ";":
            name.honorific = names[-1].honorific
        names.append(name)
        open_name, pending = name, []
        previous = piece
    return names


def _stood_bare(name: NamePiece, shared: list[TitlePiece]) -> bool:
    """Whether a name under a heading had no title but the heading's."""
    return name.shared is shared and not name.before and not name.after


def _life_goes_on(text: str, previous: Piece | None, piece: TitlePiece) -> bool:
    """ "A, sinh năm 1938; nguyên X": a notice tells the life of one person between semicolons."""
    if previous is None or not piece.former:
        return False
    return text.startswith((", sinh năm", ", sinh ngày", " (sinh năm"), previous.end)


def _heads(gap: Gap, title: TitlePiece) -> bool:
    """ "các Phó Chủ tịch HĐND tỉnh gồm: …", not "các phó bí thư gồm: …", which names no organ."""
    return not (gap.listed and title.head.needs_organ and title.end - title.start == len(title.head.text))


def _with_him(names: list[NamePiece], given: NamePiece) -> list[NamePiece]:
    """Those named bare right before `given` in one list with it: "ông A, bà B, ông C được bầu làm X"."""
    found: list[NamePiece] = []
    if not names or names[-1] is not given or len(given.after) > 1 or given.before:
        return found
    for after, name in zip(reversed(names), reversed(names[:-1]), strict=False):
        if not after.linked or name.titles or not name.sure:
            break
        found.append(name)
    return found


def _given_to_both(gap: Gap, previous: NamePiece) -> bool:
    """ "miễn nhiệm chức vụ X đối với ông A và bà B"."""
    return previous.pattern == "given-to" and gap.join == "và" and not gap.sep and bool(gap.hon)


def _titled_with(lexicon: Lexicon, text: str, gap: Gap, previous: NamePiece, name: NamePiece) -> bool:
    """ "Phó Thủ tướng A và B dự": an office that several hold, two whole names without another title."""
    if gap.broken or gap.sep or gap.join != "và" or gap.hon or len(previous.before) != 1 or previous.after:
        return False
    title = previous.before[0]
    return (
        title.head.text.startswith(("phó ", "thứ trưởng", "đại biểu", "đbqh"))
        and title.foreign is not True
        and is_vietnamese_name(lexicon, previous.text)
        and name.text.count(" ") > 1
        and is_vietnamese_name(lexicon, name.text)
        and not text.startswith((",", " - ", " ("), name.end)
    )


def _by_chance(text: str, name: NamePiece) -> bool:
    """Two capitalised words inside a sentence, with no mark of a person: "giáo xứ Kim Hòa, Chủ tịch …"."""
    if name.sure or name.shared or name.text.count(" ") != 1:
        return False
    before = text[max(0, name.start - 4) : name.start]
    return before[-1:] == " " and before[-2:-1].isalpha() and not before.endswith(("và ", "là "))


def _own(lexicon: Lexicon, name: NamePiece, pending: list[TitlePiece]) -> list[TitlePiece]:
    """The titles before a name that are its own: a foreign one before a Vietnamese one is somebody else's."""
    if len(pending) > 1 and pending[0].several and not pending[-1].plural:
        # "chất vấn của các đại biểu Quốc hội, Bộ trưởng X": the first are others.
        pending = pending[1:]
    if pending[-1].head.text in _DELEGATE:
        return pending[-1:]
    if pending[-1].foreign is not True and len(pending) > 1:
        for index in range(len(pending) - 2, -1, -1):
            if pending[index].foreign and is_vietnamese_name(lexicon, name.text):
                return pending[index + 1 :]
    return pending


_LONGEST_LINE = 600
_STATION = re.compile(r"[-–•*+ ]*(?:Từ )?(?:tháng )?\d{1,2}/\d{4}[^:\n]{0,40}:")


def _in_biography(text: str, piece: TitlePiece, names: list[NamePiece]) -> NamePiece | None:
    """Whose life is told where a line begins with months: "05/2003 - 03/2006: Phó Tư lệnh …"."""
    line = text.rfind("\n", max(0, piece.start - _LONGEST_LINE), piece.start) + 1
    if line == 0 and piece.start > _LONGEST_LINE:
        return None
    match = _STATION.match(text, line, piece.start)
    if match is None:
        return None
    if "nay" not in match.group():
        piece.verb = "career"
    return _latest(names)


def _latest(names: list[NamePiece]) -> NamePiece | None:
    """The name before that is surely a person's."""
    for name in reversed(names[-8:]):
        if name.sure or name.before or name.after:
            return name
    return None


def _linked(gap: Gap, previous: Piece | None, names: list[NamePiece], name: NamePiece) -> bool:
    """Whether a name follows the one before it in one list: "; ", or ", " and "và" between bare names."""
    if gap.broken or not names or previous is None:
        return False
    if gap.sep == ";":
        return True
    before = names[-1]
    if previous is before:
        return (gap.sep == "," or gap.join == "và") and (before.honorific in _GROUPS or before.linked)
    return gap.join == "và" and not gap.sep and not name.before and bool(before.after)


_GROUPS = frozenset({"ông", "bà", "các", "đồng"})


_AND_OFFICE = re.compile(r"\s*(?:và|,|;)\s*(?:(?:các )?(?:chức vụ|chức danh) )?")


def _inherited(text: str, names: list[NamePiece], title: TitlePiece) -> str:
    """ "miễn nhiệm A đối với ông X và B đối với ông Y": the verb holds for both."""
    if names and names[-1].pattern == "given-to" and _AND_OFFICE.fullmatch(text, names[-1].end, title.start):
        return names[-1].after[0].verb
    return ""


def _share(titles: list[TitlePiece]) -> None:
    for title in titles:
        title.plural = True


def _chains_on(gap: Gap, previous: Piece) -> bool:
    """Whether a title goes on the chain after a name."""
    if gap.join in {"và", "cùng", "cùng với", "với", "có", "còn có", "gồm", "gồm có"}:
        return False
    if gap.many or gap.hon:
        return False
    if gap.sep in {",", "-", "–", "—", "(", ",-", ";"}:
        return True
    return bool(gap.join) or (not gap.sep and isinstance(previous, TitlePiece)) or gap.sep == ":"


def _bridges(name: NamePiece, pending: list[TitlePiece], gap: Gap) -> bool:
    """ "Trên cương vị Tổng Bí thư, đồng chí Lê …": a comma before the name, with an honorific."""
    return bool(pending) and (bool(gap.hon) or gap.sep in {"-", "–"})


def _take_back(open_name: NamePiece) -> list[TitlePiece]:
    """Titles read as the chain after one name that turn out to stand before the next.

    All of them, if the first has its office before its name; a rank there ("Đại tướng A, …") is none.
    """
    titles = open_name.after
    has_office = any(title.head.kind is TitleKind.OFFICE for title in open_name.before)
    if has_office or len(titles) == 1:
        open_name.after = []
        return titles
    open_name.after = titles[:-1]
    return titles[-1:]


def _continues(text: str, previous: Piece | None, piece: TitlePiece) -> bool:
    """A list goes on over what is no mention: "; đại diện Văn phòng Tỉnh ủy; …"."""
    return previous is not None and _STOP.search(text, previous.end, piece.start) is None


_COUNTED = re.compile(r" (?:các|hai|ba|bốn|năm|sáu|bảy|tám|\d+) $")


def _verb_before_many(lexicon: Lexicon, text: str, start: int) -> str:
    """As `_verb_before`, before "các" or a number."""
    counted = _COUNTED.search(text, max(0, start - 8), start)
    return _verb_before(lexicon, text, counted.start() + 1 if counted else start, lexicon.giving)


# "Từ 2010 đến 2015, ông A giữ chức …": told of the past.
_YEARS = re.compile(r"[Tt]ừ (?:năm |tháng )?[\d/]{4,7} đến (?:năm |tháng )?[\d/]{4,7}[^.\n]{0,80}$")


def _verb_before(lexicon: Lexicon, text: str, start: int, more: tuple[str, ...] = ()) -> str:
    before = text[max(0, start - 28) : start]
    if before.endswith(lexicon.ending):
        return "ended"
    if before.endswith(lexicon.narrating):
        return "career"
    if before.endswith(lexicon.appointing):
        return "career" if re.search(r"(?:từng|nguyên|đã) [\w ]{0,20}$", before) else "appointed"
    return "appointed" if more and before.endswith(more) else ""


def _by_verb(lexicon: Lexicon, text: str, piece: TitlePiece, name: NamePiece | None) -> NamePiece | None:
    """The name of the same sentence that "giữ chức", "thôi giữ chức" gives the title to."""
    if name is None:
        return None
    end = name.after[-1].end if name.after else name.end
    if piece.start - end > 260 or _STOP.search(text, end, piece.start):
        return None
    verb = _verb_before(lexicon, text, piece.start)
    before = text[max(0, piece.start - 30) : piece.start]
    if verb == "appointed" and _YEARS.search(text, max(0, piece.start - 110), piece.start):
        verb = "career"
    if verb == "ended" and not _THROUGH_SELF.search(before):
        return None
    if (
        before.endswith(" làm ")
        and piece.start - end > 45
        and not before.endswith(("bầu làm ", "cử làm ", "nhiệm làm "))
    ):
        return None
    to_person = _TO_PERSON.match(text, piece.end)
    if not verb or (to_person is not None and text[to_person.end() : to_person.end() + 1].isupper()):
        return None
    if any(title.newly and title.head is piece.head for title in name.before):
        return None
    piece.verb = verb
    return name
