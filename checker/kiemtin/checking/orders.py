"""Precedence lists between packs and sheets: rows of a sheet from a pack's list, a pack from rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiemtin.checking.packs import pack_source
from kiemtin.foundation.dates import show_day
from kiemtin.officials.rosters.columns import STATUSES
from kiemtin.officials.rosters.order import OrderVersion
from kiemtin.officials.rosters.raw import Entry, Where

if TYPE_CHECKING:
    from kiemtin.language.syntax import Precedence

_WIDTH = 92
"""Characters of titles on one line."""


def order_of(pack: str) -> list[Entry]:
    """The rows of a pack's own precedence list, every version; none if it has no list. Raises PackError."""
    path, source = pack_source(pack)
    rows = []
    for precedence in _lists(source, str(path)):
        for version in precedence.versions:
            start, end = version.validity.start, version.validity.end
            for rank in version.ranks:
                for title in rank.offices:
                    fields = {
                        "rank": str(rank.rank),
                        "title": title,
                        "start_date": start.isoformat() if start else None,
                        "end_date": end.isoformat() if end else None,
                        "status": version.status.kind if version.status else None,
                        "source": version.status.source if version.status else None,
                    }
                    rows.append(Entry(fields, Where(f"{path}: {precedence.name}")))
    return rows


def _lists(source: str, path: str) -> list[Precedence]:
    from kiemtin.language.reading.parsing import parse_pack
    from kiemtin.language.syntax import Precedence
    from kiemtin.reporting.outline import statements_of

    return [each for each in statements_of(parse_pack(source, path)) if isinstance(each, Precedence)]


def pack_with_order(name: str, title: str, versions: Sequence[OrderVersion]) -> str:
    """A pack that holds the list and judges by it. Raises PackError if `name` is no name of a pack."""
    from kiemtin.language.writing.formatting import format_pack
    from kiemtin.language.writing.printing import quoted

    lines = [
        f"văn bản {name}",
        f"tên {quoted(title)}",
        f"thứ bậc theo {name}",
        f"tình trạng minh họa {quoted('Thứ tự do tòa soạn nhập từ bảng tính.')}",
        "",
        f"thứ bậc {name}",
    ]
    for version in versions:
        lines.append(_head(version))
        lines += [
            f"bậc {rank} {_broken([quoted(title) for title in titles])}" for rank, titles in version.ranks
        ]
    return format_pack("\n".join(lines), f"{name}.quy").rstrip("\n") + "\n"


def _broken(titles: Sequence[str]) -> str:
    """Titles of one rank on lines of a width that is read easily."""
    lines = [titles[0]]
    for title in titles[1:]:
        if len(lines[-1]) + len(title) > _WIDTH:
            lines[-1] += ";"
            lines.append(title)
        else:
            lines[-1] += f"; {title}"
    return "\n".join(lines)


def _head(version: OrderVersion) -> str:
    from kiemtin.language.writing.printing import quoted

    start, end = version.validity.start, version.validity.end
    parts = [f"từ {show_day(start)}" if start else "", f"đến {show_day(end)}" if end else ""]
    status = STATUSES[version.status]
    return " ".join([*filter(None, parts), status, *([quoted(version.source)] if version.source else [])])
