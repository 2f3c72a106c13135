"""What a row of a rundown is: an item, the heading of a block, a total, or one that does not go on air."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from kiemtin.documents import columns as heads
from kiemtin.documents.columns import Columns
from kiemtin.documents.grid import Row
from kiemtin.documents.keys import plain_key


class Kind(Enum):
    ITEM = "item"
    HEADING = "heading"
    TOTAL = "total"
    HEADER = "header"
    """The headings of the columns once more, as pages repeat them."""
    EMPTY = "empty"
    """Nothing that could be an item's text."""
    HIDDEN = "hidden"
    STRUCK = "struck"
    DROPPED = "dropped"


class Told(NamedTuple):
    kind: Kind
    words: str = ""
    """The heading of a block, else the title of the row."""
    doubtful: bool = False
    """An item without a number among numbered ones."""


_DROPPED = re.compile(
    r"(?:(?:đã |xin |tạm )?(?:bỏ|cắt|hủy|huỷ|hoãn|rút|không (?:phát|dùng|đăng))(?: (?:tin|bài|mục))?"
    r"|float(?:ed)?|drop(?:ped)?|kill(?:ed)?|skip(?:ped)?)(?:\s*[.,;:(–-].*)?",
    re.I | re.S,
)
_TICKED = frozenset({"x", "✓", "✔", "☑", "true", "1", "có", "yes", "y"})
_TOTAL = re.compile(
    r"(?:tổng cộng|cộng|tổng|grand total|total|sub-?total|sum)"
    r"(?:\s+(?:số|cộng|thời lượng|thời gian|tl|toàn|cả|của|bản tin|chương trình|khối|phần|mục|tin|bài"
    r"|trong tỉnh|trong nước|thế giới|quốc tế|dự kiến|kế hoạch|thực|thực tế|time|duration|running|length"
    r"|[ivx]{1,4}))*"
    r"\s*[:.=]?\s*(?:\([^()]{0,40}\))?\s*"
    r"(?:[0-9][0-9'’\":.,]*+\s*+(?:giờ|phút|giây|tin|bài|ph|p|s)?\s*+)*",
    re.I,
)
_LONGEST_TOTAL = 80
_NUMBER = re.compile(r"[0-9]{1,4}(?:[./-][0-9]{1,3})*\s?[a-zđ]?[.)]?|[a-z]{1,3}[.-]?[0-9]{1,4}", re.I)
_ROMAN = re.compile(r"(?:[IVXLC]{1,6}|[A-H])[.)/]?")
_PREFIX = re.compile(r"(?:[IVXLC]{1,6}|[A-H])\s?[.)/:–-]\s*")
_BLOCK = re.compile(
    r"(?:(?:cac )?(?:ban )?(?:tin|phan|khoi|muc|chuyen muc|nhom)(?: tin| bai)?"
    r"(?: (?:[0-9]{1,2}|[ivx]{1,4}))?[ :.]*)?"
    r"(?:(?:trong tinh|trong nuoc|trong thanh pho|dia phuong|the gioi|quoc te|nuoc ngoai|thoi su|kinh te"
    r"|van hoa|xa hoi|the thao|thoi tiet|giai tri|phap luat|an ninh|quoc phong|chinh tri|quang cao"
    r"|domestic|local|world|sports?|weather)(?: ?(?:,|va|/|&|;|-) ?| |$))*"
)


def is_numbered(row: Row, columns: Columns) -> bool:
    """Whether the row has an item's number in figures."""
    number = _text(row, columns, heads.NUMBER)
    return bool(number) and number[0].isdigit() and _NUMBER.fullmatch(number) is not None


def tell(row: Row, columns: Columns, filled: Sequence[int], *, numbered: bool) -> Told:
    """What a row below the header is; `numbered`: rows of this rundown have numbers in figures.

    `filled` are the columns of the row that are not empty.
    """
    told = (heads.HEADLINE, heads.LEAD, heads.TEXT, *([heads.FILE] if heads.is_plan(columns) else ()))
    title = next((text for role in told if (text := _text(row, columns, role))), "")
    dropped = _dropped(row, columns, title)
    if dropped is not None:
        return Told(dropped, title or row.cell(filled[0]).text)
    heading = _heading(row, columns, filled, numbered=numbered)
    if heading is not None:
        return Told(Kind.HEADING, _PREFIX.sub("", heading, count=1).strip().rstrip(":").rstrip() or heading)
    if _is_total(row, columns, filled):
        return Told(Kind.TOTAL)
    if not title:
        return Told(Kind.EMPTY)
    if (
        len(filled) >= 3
        and heads.is_heading(title, columns.own)
        and not heads.read_header([cell.text for cell in row.cells], columns.own).unknown
    ):
        return Told(Kind.HEADER)
    doubtful = numbered and not _text(row, columns, heads.NUMBER)
    return Told(Kind.ITEM, title, doubtful)


def _text(row: Row, columns: Columns, role: str) -> str:
    return row.cell(columns.of_role.get(role)).text.strip()


def _dropped(row: Row, columns: Columns, title: str) -> Kind | None:
    if row.hidden:
        return Kind.HIDDEN
    for role in (heads.HEADLINE, heads.LEAD, heads.TEXT):
        cell = row.cell(columns.of_role.get(role))
        if cell.text.strip():
            if cell.struck and title:
                return Kind.STRUCK
            break
    ticked = _text(row, columns, heads.FLOATED).lower()
    said = (_text(row, columns, role) for role in (heads.NOTE, heads.STATUS, heads.FLOATED))
    return Kind.DROPPED if ticked in _TICKED or any(map(_DROPPED.fullmatch, said)) else None


def _heading(row: Row, columns: Columns, filled: Sequence[int], *, numbered: bool) -> str | None:
    """The words of a heading: alone in a merged row or where no item's text could stand, or beside a Roman
    number among figures, or without a number among numbered rows and in capitals or a block's usual name."""
    number, title = _text(row, columns, heads.NUMBER), _text(row, columns, heads.HEADLINE)
    said = _text(row, columns, heads.LEAD) or _text(row, columns, heads.TEXT)
    own = [column for column in filled if column not in row.repeated]
    if len(own) == 1:
        words = row.cell(own[0]).text.strip()
        if _says_total(words):
            return None
        if row.merged >= max(2, len(columns.of_role) // 2):
            return words
        if columns.of_role.get(heads.NUMBER) == own[0] and len(words) > 3:
            return words
    if said and (title or number):
        return None
    title = title or said
    if number and not _NUMBER.fullmatch(number):
        if _says_total(number):
            return None
        if not title:
            return number if len(number) > 3 else None
        return title if numbered and _ROMAN.fullmatch(number) and not _says_total(title) else None
    if number or not title or len(title) > 60 or _says_total(title):
        return None
    bare = _PREFIX.sub("", title, count=1)
    key = plain_key(bare).rstrip(" :.")
    named = bool(key) and _BLOCK.fullmatch(key) is not None
    if named and (numbered or heads.NUMBER not in columns.of_role and len(own) == 1):
        return title
    length = _text(row, columns, "duration") or _text(row, columns, heads.ACTUAL)
    return title if numbered and not length and (title.isupper() or bare != title) else None


def _is_total(row: Row, columns: Columns, filled: Sequence[int]) -> bool:
    """A total wherever its word stands, unless the row has an item's number or text of its own."""
    if is_numbered(row, columns) or _text(row, columns, heads.TEXT):
        return False
    words = [text for column in filled if any(map(str.isalpha, text := row.cell(column).text.strip()))]
    return bool(words) and _says_total(words[0])


def _says_total(words: str) -> bool:
    return len(words) <= _LONGEST_TOTAL and _TOTAL.fullmatch(words) is not None
