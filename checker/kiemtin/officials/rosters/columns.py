"""Columns of a roster kept as a table: headings in Vietnamese and English, and how cells are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from kiemtin.foundation.dates import PartialDate
from kiemtin.foundation.text import fold
from kiemtin.officials.rosters.raw import Where

PEOPLE: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("mã", "mã người", "id", "person_id"),
    "name": ("họ tên", "họ và tên", "tên", "name", "person"),
    "other_names": ("tên khác", "cách viết khác", "other names", "other_names"),
    "misspellings": ("viết sai", "cách viết sai", "hay viết sai", "misspellings", "known misspellings"),
    "role": ("chức danh", "chức vụ", "title", "office", "role"),
    "organization": ("cơ quan", "tổ chức", "organ", "organization"),
    "unit": ("đơn vị", "đơn vị/địa phương", "đơn vị, địa phương", "nơi giữ chức", "unit"),
    "area": ("địa phương", "tỉnh", "place", "locality", "area"),
    "start_date": ("từ", "từ ngày", "bắt đầu", "from", "start", "start_date"),
    "end_date": ("đến", "đến ngày", "kết thúc", "thôi giữ", "to", "until", "end", "end_date"),
    "end_inferred": ("suy ra ngày thôi", "end inferred", "end_inferred"),
    "seen_date": ("thấy ngày", "còn giữ ngày", "seen", "seen_date"),
    "acting": ("quyền", "acting"),
    "source": ("nguồn", "source", "source_url"),
    "end_source": ("nguồn ngày thôi", "end source", "end_source"),
    "seen_source": ("nguồn thấy ngày", "seen source", "seen_source"),
    "confidence": ("độ tin cậy", "độ tin", "confidence"),
    "weak": ("nguồn yếu", "weak"),
    "note": ("ghi chú", "note"),
    "death_date": ("từ trần", "ngày mất", "died", "death_date"),
    "death_source": ("nguồn từ trần", "nguồn ngày mất", "death_source"),
    "post_id": ("mã chức danh", "post_id", "office id"),
    "organ": ("mã cơ quan", "organ id"),
    "rank": ("thứ tự", "bậc", "order", "rank"),
}
COMPLETE: Final[Mapping[str, tuple[str, ...]]] = {
    "id": PEOPLE["id"],
    "post_id": PEOPLE["post_id"],
    "organ": PEOPLE["organ"],
    "area": PEOPLE["area"],
    "start_date": PEOPLE["start_date"],
    "end_date": PEOPLE["end_date"],
    "source": PEOPLE["source"],
}
ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    "rank": PEOPLE["rank"],
    "title": PEOPLE["role"],
    "start_date": PEOPLE["start_date"],
    "end_date": PEOPLE["end_date"],
    "status": ("tình trạng", "status"),
    "source": PEOPLE["source"],
}
STATUSES: Final = {"verified": "đã đối chiếu", "practice": "tập quán", "sample": "minh họa"}
LISTS: Final = ("other_names", "misspellings")
DATES: Final = ("start_date", "end_date", "seen_date", "death_date")
PERSONAL: Final = ("other_names", "misspellings", "death_date", "death_source")
"""What the rows of one person say of the person, once."""
YES: Final = frozenset({"x", "có", "yes", "true", "1"})
SEPARATOR: Final = "; "
_PRIVATE: Final = frozenset(
    map(fold, ("ngày sinh", "năm sinh", "giới tính", "dân tộc", "tôn giáo", "sức khỏe", "gia đình", "kỷ luật",
               "địa chỉ", "điện thoại", "quê quán", "birth_date", "born", "health", "family", "discipline"))
)  # fmt: skip


def by_heading(columns: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Columns by their folded headings; a heading that two columns have is the first's."""
    found: dict[str, str] = {}
    for column, headings in columns.items():
        for heading in headings:
            found.setdefault(fold(heading), column)
    return found


def is_private(heading: str) -> bool:
    return fold(heading) in _PRIVATE


_DAY: Final = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})")


def iso(text: str) -> str:
    """`15/10/2020`, `10/2020` and `2020` as ISO 8601; what is no such date as it stands."""
    match = _DAY.fullmatch(text.strip())
    if match is None:
        return text.strip()
    day, month, year = match.groups()
    written = "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])
    try:
        PartialDate.parse(written)
    except ValueError:
        return text.strip()
    return written


def as_written(date: str) -> str:
    """An ISO date as a table writes it: `15/10/2020`, `10/2020`, `2020`; anything else as it stands."""
    parts = date.split("-")
    known = len(parts) <= 3 and all(part.isdigit() for part in parts) and len(parts[0]) == 4
    return "/".join(reversed(parts)) if known else date


class Row:
    """One row: its filled cells by column, and where each stands."""

    def __init__(self, cells: Mapping[str, str], where: Where) -> None:
        self.cells, self.where = cells, where

    def get(self, column: str) -> str:
        return self.cells.get(column, "")

    def flag(self, column: str) -> bool:
        return fold(self.get(column)) in YES

    def names(self, column: str) -> list[str]:
        return [name for part in self.get(column).split(";") if (name := part.strip())]


def places(columns: Mapping[str, int], names: Sequence[str]) -> dict[str, str]:
    """Cells by field, from columns by field and names of the row's cells."""
    return {field: names[at] for field, at in columns.items() if at < len(names)}
