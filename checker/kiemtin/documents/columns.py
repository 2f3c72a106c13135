"""The columns of a rundown: which heading means what, and in which unit a column counts time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kiemtin.documents.durations import Unit
from kiemtin.documents.keys import plain_key

# Roles beside the fields of Metadata.
NUMBER, HEADLINE, LEAD, TEXT, CAPTION = "number", "headline", "lead", "text", "caption"
ACTUAL, CUE, NOTE, TIME = "actual", "cue", "note", "time"

_HEADINGS = {
    NUMBER: ("stt", "tt", "số tt", "số thứ tự", "no", "no.", "#", "order"),
    HEADLINE: ("tên tin", "tên tin bài", "tên tin, bài", "tin bài", "tin, bài", "tin/bài", "tên bài", "tít",
               "tít bài", "tiêu đề", "title", "headline", "slug", "story"),
    LEAD: ("lời dẫn", "sa-pô", "sapo", "dẫn", "lead", "presenter", "intro"),
    TEXT: ("nội dung", "lời bình", "văn bản", "lời", "text", "script", "content", "body"),
    CAPTION: ("chú thích", "chú thích ảnh", "caption"),
    "duration": ("thời lượng", "tl", "thời lượng dự kiến", "tl dự kiến", "tl kế hoạch", "duration", "dur",
                 "planned", "planned duration", "est. duration"),
    ACTUAL: ("tl thực", "thời lượng thực", "thời lượng thực tế", "tl thực tế", "thực tế", "actual",
             "actual duration"),
    "page": ("trang", "trang số", "page"),
    "section": ("mục", "chuyên mục", "phần", "section", "block"),
    "position": ("vị trí", "vị trí trên trang", "position"),
    "photos": ("số ảnh", "ảnh", "photos"),
    "published": ("ngày", "ngày đăng", "ngày phát", "ngày phát sóng", "date"),
    TIME: ("giờ", "giờ đăng", "giờ phát", "giờ phát sóng", "time"),
    "event": ("sự kiện", "event"),
    "event_time": ("thời điểm sự kiện", "event time"),
    "outlet": ("cơ quan", "cơ quan báo chí", "outlet"),
    "medium": ("loại hình", "medium"),
    CUE: ("kỹ thuật", "hình", "hình ảnh", "thể loại", "nguồn", "người thực hiện", "phóng viên", "biên tập",
          "tác giả", "cue", "vtr", "source", "reporter", "author", "format", "type"),
    NOTE: ("ghi chú", "tình trạng", "trạng thái", "note", "notes", "remarks", "status"),
}  # fmt: skip
ROLE_OF_HEADING: Mapping[str, str] = {
    plain_key(heading): role for role, headings in _HEADINGS.items() for heading in headings
}

_UNITS: Mapping[str, Unit] = {
    **dict.fromkeys(("giay", "s", "sec", "seconds", "gi"), "seconds"),
    **dict.fromkeys(("phut", "p", "ph", "m", "min", "minutes"), "minutes"),
}
_UNIT = re.compile(r"(?P<name>.*?)\s*(?:[(\[]\s*(?P<unit>[^()\[\]]*?)\s*[)\]])?")

HEADER_ROWS = 40
"""The header is looked for in so many first rows."""


class Columns:
    """What the columns of one rundown mean: role -> 0-based column, and the units of time columns."""

    __slots__ = ("of_role", "units", "unknown")

    def __init__(self, of_role: dict[str, int], units: dict[str, Unit], unknown: dict[int, str]) -> None:
        self.of_role, self.units, self.unknown = of_role, units, unknown

    def role_at(self) -> dict[int, str]:
        return {column: role for role, column in self.of_role.items()}


def read_header(cells: Sequence[str]) -> Columns:
    """The columns that a row of headings names; of two with one role the first counts."""
    of_role: dict[str, int] = {}
    units: dict[str, Unit] = {}
    unknown: dict[int, str] = {}
    for column, cell in enumerate(cells):
        if not cell.strip():
            continue
        heading = _UNIT.fullmatch(plain_key(cell).rstrip(" :."))
        name, unit = (heading["name"], heading["unit"]) if heading else (plain_key(cell), None)
        role = ROLE_OF_HEADING.get(plain_key(cell)) or ROLE_OF_HEADING.get(name)
        if role is None or role in of_role:
            unknown[column] = cell.strip()
            continue
        of_role[role] = column
        counted = _UNITS.get(unit or "")
        if counted is not None:
            units[role] = counted
    return Columns(of_role, units, unknown)


def is_header(columns: Columns) -> bool:
    """Whether a row can be the header: it names the pieces or their text, and one thing more."""
    roles = columns.of_role.keys()
    return bool(roles & {HEADLINE, TEXT, LEAD}) and len(roles) >= 2


def find_header(rows: Sequence[Sequence[str]]) -> tuple[int, Columns] | None:
    """Index of the header among `rows`, and its columns: the first row that qualifies."""
    for index, cells in enumerate(rows[:HEADER_ROWS]):
        columns = read_header(cells)
        if is_header(columns):
            return index, columns
    return None
