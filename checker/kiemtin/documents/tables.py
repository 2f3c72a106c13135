"""Tables of people (STT, Họ tên, Chức vụ): a row reads as a line of a list: "1. Vi Văn Độ, Bí thư"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kiemtin.foundation.records import Record

_HONORIFIC = re.compile(r"(?:đồng chí|đ/c|ông|bà|mr|ms)\.?:?\s+", re.I)
_NUMBER = re.compile(r"\d{1,4}[.)]?")
_HEADINGS = re.compile(r"(?:stt|tt|số|họ\b|tên|chức|đơn vị|cơ quan|ghi chú|đại biểu)", re.I)
_NAME_HEADING = re.compile(r"(?:họ|tên|đại biểu)", re.I)
_LONGEST = 200
"""Characters; a longer cell is a column of a page, no cell of a list."""


class PeopleTable(Record):
    """What is read before each cell of a row, and whether the first row is a heading."""

    before: tuple[str, ...]
    headed: bool


def people_table(rows: Sequence[Sequence[str]]) -> PeopleTable | None:
    """How a table reads of whose rows most begin with, or hold, a name; None for any other table."""
    columns = max(map(len, rows), default=0)
    if columns < 2 or any(len(cell) > _LONGEST or "\n" in cell for row in rows for cell in row):
        return None
    headed = sum(bool(_HEADINGS.match(cell.strip())) for cell in rows[0]) * 2 >= len(rows[0])
    body = [row for row in rows[int(headed) :] if any(cell.strip() for cell in row)]

    def share(column: int, is_such: Callable[[str], object]) -> float:
        cells = [row[column].strip() for row in body if column < len(row)]
        return sum(bool(is_such(cell)) for cell in cells) / max(1, len(cells))

    if not body:
        return None
    named = next((column for column in range(columns) if share(column, _is_name) >= 0.6), None)
    if named is None and headed:  # names in capitals are told from abbreviations by their heading alone
        named = next(
            (
                column
                for column, heading in enumerate(rows[0])
                if _NAME_HEADING.match(heading.strip()) and share(column, _is_capital_name) >= 0.6
            ),
            None,
        )
    if named is None:
        return None
    numbered = [share(column, _NUMBER.fullmatch) >= 0.6 for column in range(columns)]
    before = [""]
    for column in range(1, columns):
        if numbered[column - 1]:
            before.append("" if body[0][column - 1].strip().endswith((".", ")")) else ".")
            before[-1] += " "
        else:
            before.append(" " if column == named else ", ")
    return PeopleTable(tuple(before), headed)


def _is_name(cell: str) -> bool:
    words = _HONORIFIC.sub("", cell, count=1).split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() and not word.isupper() for word in words)


def _is_capital_name(cell: str) -> bool:
    words = _HONORIFIC.sub("", cell, count=1).split()
    return 2 <= len(words) <= 5 and all(word.isupper() for word in words)
