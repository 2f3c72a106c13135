"""The columns of a rundown: which heading means what, and in which unit a column counts time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kiemtin.documents.durations import Unit
from kiemtin.documents.keys import plain_key

# Roles beside the fields of Metadata.
NUMBER, HEADLINE, LEAD, TEXT, CAPTION = "number", "headline", "lead", "text", "caption"
ACTUAL, CUE, GRAPHIC, NOTE, TIME = "actual", "cue", "graphic", "note", "time"
BLOCK, STATUS, FLOATED = "block", "status", "floated"
FILE, PAGE = "file", "page"

_HEADINGS = {
    NUMBER: ("stt", "tt", "số tt", "số thứ tự", "no", "no.", "#", "order"),
    HEADLINE: ("tên tin", "tên tin bài", "tên tin, bài", "tin bài", "tin, bài", "tin/bài", "tên bài", "tít",
               "tít bài", "tiêu đề", "tin", "tên tin - bài", "tên tiết mục", "tên tác phẩm", "nội dung tin",
               "title", "headline", "slug", "story"),
    LEAD: ("lời dẫn", "sa-pô", "sapo", "dẫn", "lời dẫn ptv", "lời dẫn btv", "lời dẫn mc", "dẫn bản tin",
           "lead", "presenter", "intro"),
    TEXT: ("nội dung", "lời bình", "văn bản", "lời", "kịch bản", "text", "script", "content", "body"),
    CAPTION: ("chú thích", "chú thích ảnh", "caption"),
    GRAPHIC: ("cg", "bảng tên", "chữ chạy", "chạy chữ", "chữ trên hình", "bảng chữ", "bảng tên, chức danh",
              "tên, chức danh", "graphic", "graphics", "super", "lower third"),
    "duration": ("thời lượng", "tl", "thời lượng dự kiến", "tl dự kiến", "tl kế hoạch", "thời lượng kế hoạch",
                 "dự kiến", "kế hoạch", "duration", "dur", "planned", "planned duration", "est. duration"),
    ACTUAL: ("tl thực", "thời lượng thực", "thời lượng thực tế", "tl thực tế", "thực tế", "thực",
             "thời lượng phát", "actual", "actual duration", "duration actual"),
    PAGE: ("trang", "trang số", "page"),
    FILE: ("tệp", "tệp bài", "tập tin", "tên tệp", "file", "file bài", "tên file", "article file"),
    "section": ("mục", "chuyên mục", "section"),
    BLOCK: ("khối", "phần", "khối tin", "block"),
    "position": ("vị trí", "vị trí trên trang", "position"),
    "photos": ("số ảnh", "ảnh", "photos"),
    "published": ("ngày", "ngày đăng", "ngày phát", "ngày phát sóng", "date"),
    TIME: ("giờ", "giờ đăng", "giờ phát", "giờ phát sóng", "time"),
    "event": ("sự kiện", "event"),
    "event_time": ("thời điểm sự kiện", "event time"),
    "outlet": ("cơ quan", "cơ quan báo chí", "outlet"),
    "medium": ("loại hình", "medium"),
    CUE: ("kỹ thuật", "hình", "hình ảnh", "thể loại", "hình thức", "nguồn", "người thực hiện", "phóng viên",
          "biên tập", "tác giả", "người đọc", "phát thanh viên", "ptv", "btv", "mc", "ê kíp", "ekip",
          "mã băng", "cue", "vtr", "source", "reporter", "author", "format", "type", "back time", "backtime"),
    NOTE: ("ghi chú", "note", "notes", "remarks"),
    STATUS: ("tình trạng", "trạng thái", "status"),
    FLOATED: ("bỏ", "cắt", "float", "floated", "skip", "kill"),
}  # fmt: skip
ROLE_OF_HEADING: Mapping[str, str] = {
    plain_key(heading): role for role, headings in _HEADINGS.items() for heading in headings
}
WRITTEN = frozenset(heading for headings in _HEADINGS.values() for heading in headings)
"""Every heading with its tones."""

_UNITS: Mapping[str, Unit] = {
    **dict.fromkeys(("giay", "s", "sec", "seconds", "gi"), "seconds"),
    **dict.fromkeys(("phut", "p", "ph", "m", "min", "minutes"), "minutes"),
}
_UNIT = re.compile(r"(?P<name>.*?)\s*(?:[(\[]\s*(?P<unit>[^()\[\]]*?)\s*[)\]])?")

HEADER_ROWS = 40
"""The header is looked for in so many first rows."""
_LONGEST_HEADING = 80

Own = Mapping[str, str]
"""A newsroom's own headings, as `plain_key` writes them, and the heading of ours that each means."""
NO_OWN: Own = MappingProxyType({})
LEFT_OUT = "-"
"""What an own heading means whose column is not read."""


class Columns:
    """What the columns of one rundown mean: role -> 0-based column, and the units of time columns."""

    __slots__ = ("of_role", "own", "units", "unknown")

    def __init__(
        self, of_role: dict[str, int], units: dict[str, Unit], unknown: dict[int, str], own: Own = NO_OWN
    ) -> None:
        self.of_role, self.units, self.unknown, self.own = of_role, units, unknown, own

    def role_at(self) -> dict[int, str]:
        return {column: role for role, column in self.of_role.items()}


class Header(NamedTuple):
    """Where the header stands among the rows, first and last index, and what its columns mean."""

    first: int
    last: int
    columns: Columns
    names: Mapping[int, str]
    """What each column is headed by, as written."""


def _meaning(heading: str, own: Own = NO_OWN) -> tuple[str | None, Unit | None]:
    """Role and unit of one heading; an own one means what a newsroom says it does."""
    if len(heading) > _LONGEST_HEADING:
        return None, None
    key = plain_key(heading)
    if own:
        key = plain_key(own.get(key, own.get(key.rstrip(" :."), key)))
    parts = _UNIT.fullmatch(key.rstrip(" :."))
    name, unit = (parts["name"], parts["unit"]) if parts else (key, None)
    return ROLE_OF_HEADING.get(key) or ROLE_OF_HEADING.get(name), _UNITS.get(unit or "")


def meaning(heading: str) -> tuple[str | None, Unit | None]:
    """What a heading of ours means: the role of its column and the unit in which that counts time."""
    return _meaning(heading)


def is_heading(cell: str, own: Own = NO_OWN) -> bool:
    """Whether the words of a cell head a column of ours."""
    return _meaning(cell, own)[0] is not None


def read_header(cells: Sequence[str], own: Own = NO_OWN) -> Columns:
    """The columns that a row of headings names; of two with one role the first counts, an own one first."""
    of_role: dict[str, int] = {}
    units: dict[str, Unit] = {}
    unknown: dict[int, str] = {}
    told = [column for column, cell in enumerate(cells) if cell.strip()]
    if own:
        told.sort(key=lambda column: plain_key(cells[column]) not in own)
    for column in told:
        cell = cells[column]
        role, unit = _meaning(cell, own)
        if role is None or role in of_role:
            if own.get(plain_key(cell)) != LEFT_OUT:
                unknown[column] = cell.strip()
            continue
        of_role[role] = column
        if unit is not None:
            units[role] = unit
    return Columns(of_role, units, unknown, own)


def is_header(columns: Columns) -> bool:
    """Whether a row can be the header: it names pieces or texts and one thing more, or files and pages."""
    roles = columns.of_role.keys()
    return (bool(roles & {HEADLINE, TEXT, LEAD}) and len(roles) >= 2) or is_plan(columns)


def is_plan(columns: Columns) -> bool:
    """Whether the rows place articles that are files of their own on the pages of a print issue."""
    roles = columns.of_role.keys()
    return {FILE, PAGE} <= roles and not roles & {TEXT, LEAD}


def find_header(rows: Sequence[Sequence[str]], own: Own = NO_OWN) -> Header | None:
    """The header among `rows`: the first row that qualifies, with the row of sub-headings below it if any."""
    for index, cells in enumerate(rows[:HEADER_ROWS]):
        columns = read_header(cells, own)
        both = _over_two_rows(cells, rows[index + 1], own) if index + 1 < len(rows) else None
        if both is not None and is_header(both[0]):
            return Header(index, index + 1, both[0], both[1])
        if is_header(columns):
            return Header(index, index, columns, {at: cell.strip() for at, cell in enumerate(cells)})
    return None


def _over_two_rows(
    upper: Sequence[str], lower: Sequence[str], own: Own
) -> tuple[Columns, dict[int, str]] | None:
    """The columns of headings over two rows, `Thời lượng` over `Dự kiến` and `Thực`; None if there is one."""
    if sum(bool(cell.strip()) for cell in upper) < 2 or is_header(read_header(lower, own)):
        return None
    joined: list[str] = []
    above = ""
    filled = 0
    for column in range(max(len(upper), len(lower))):
        over = upper[column].strip() if column < len(upper) else ""
        under = lower[column].strip() if column < len(lower) else ""
        above = over or above
        if not under or under == over:
            joined.append(over)
            continue
        filled += 1
        both = f"{above} {under}"
        unit_alone = _meaning(both, own)[0] is not None or _meaning(f"{above} ({under})", own)[1] is not None
        if unit_alone and _meaning(under, own)[0] is None:
            joined.append(both if _meaning(both, own)[0] else f"{above} ({under})")
        elif _meaning(both, own)[0] is not None:
            joined.append(both)
        elif _meaning(under, own)[0] is not None:
            joined.append(under)
        else:
            return None
    return (read_header(joined, own), dict(enumerate(joined))) if filled else None
