"""From what the page sends to a Document, and from a file to what the page shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from kiemtin.documents.model import Document, Item, Medium, Zone
from kiemtin.foundation.dates import show_day
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.serving.payloads.reading import BadRequestError, read_metadata, with_metadata

LONGEST_ROW = 100_000
"""Characters of one field of a rundown."""
MOST_ROWS = 2_000
_COLUMNS = {
    "number": "STT",
    "block": "Khối",
    "headline": "Tít",
    "lead": "Lời dẫn",
    "text": "Nội dung",
    "graphic": "Bảng chữ",
    "caption": "Chú thích ảnh",
    "planned": "Thời lượng dự kiến (giây)",
    "actual": "Thời lượng thực tế (giây)",
    "published": "Ngày",
    "hour": "Giờ",
    "medium": "Loại hình",
    "event": "Sự kiện",
    "page": "Trang",
    "section": "Mục",
}
"""Fields of a row that the page holds, and the headings under which a sheet has them."""
_ZONES = {
    "headline": Zone.HEADLINE, "lead": Zone.LEAD, "text": Zone.BODY, "graphic": Zone.GRAPHIC,
    "caption": Zone.CAPTION,
}  # fmt: skip
MEDIA = {
    Medium.PRINT: "báo in",
    Medium.ONLINE: "báo điện tử",
    Medium.RADIO: "phát thanh",
    Medium.TELEVISION: "truyền hình",
}


def read(sent: Mapping[str, Any]) -> Document:
    """The piece or rundown that the page holds. Raises BadRequestError and DocumentError."""
    metadata = read_metadata(sent.get("metadata", {}))
    if "rows" in sent:
        from kiemtin.documents.reading import read_bytes

        document = read_bytes(_sheet(sent["rows"]), "ban-tin.csv")
    else:
        from kiemtin.documents import plain_text

        text = sent.get("text")
        if not isinstance(text, str):
            raise bad("request-bad-field", field="text")
        document = plain_text.read_text(text, "bai.txt")
    return with_metadata(document, metadata)


def _sheet(rows: object) -> bytes:
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        raise bad("request-bad-field", field="rows")
    stream = io.StringIO()
    writer = csv.writer(stream)
    used = columns_of(rows)
    writer.writerow([_COLUMNS[field] for field in used])
    writer.writerows([_cell(row, field) for field in used] for row in rows)
    return stream.getvalue().encode("utf-8")


def columns_of(rows: Sequence[object]) -> list[str]:
    """Fields that some row has, in the order of the sheet."""
    return [field for field in _COLUMNS if any(_cell(row, field) for row in rows)]


def _cell(row: object, field: str) -> str:
    value = row.get(field, "") if isinstance(row, dict) else None
    if not isinstance(value, str) or len(value) > LONGEST_ROW:
        raise bad("request-bad-field", field=f"rows.{field}")
    return value


def shown(document: Document) -> dict[str, Any]:
    """What the page takes over from a file: a text with its metadata, or rows."""
    if document.kind == "bulletin":
        return {"kind": "bulletin", "rows": [_row(document, item) for item in document.items]}
    (item,) = document.items
    parts = [block.span.of(document.text) for block in item.blocks if block.zone is not Zone.METADATA]
    return {"kind": "item", "text": "\n".join(part for part in parts if part.strip()), "said": _said(item)}


def _row(document: Document, item: Item) -> dict[str, str]:
    found = {name: _words(document, item, zone) for name, zone in _ZONES.items()}
    for timing in item.timings:
        found[timing.kind] = f"{timing.seconds:g}"
    if not item.timings and item.metadata.duration is not None:
        found["planned"] = f"{item.metadata.duration:g}"
    found |= _said(item)
    found["number"], found["block"] = item.number or "", item.block or ""
    hour = item.metadata.hour or getattr(item.metadata.published, "time", lambda: None)()
    if hour is not None:
        found["hour"] = f"{hour:%H:%M}"
    return {field: found.get(field, "") for field in _COLUMNS}


def _words(document: Document, item: Item, zone: Zone) -> str:
    parts: Sequence[str] = [block.span.of(document.text) for block in item.blocks if block.zone is zone]
    return "\n".join(parts)


def _said(item: Item) -> dict[str, str]:
    metadata = item.metadata
    told = {
        "published": show_day(metadata.day) if metadata.day else None,
        "medium": MEDIA[metadata.medium] if metadata.medium else None,
        "event": metadata.event,
        "page": metadata.page,
        "section": metadata.section,
    }
    return {name: str(value) for name, value in told.items() if value is not None}


def bad(code: str, **arguments: object) -> BadRequestError:
    return BadRequestError(Problem(code, FilePlace("request"), arguments))
