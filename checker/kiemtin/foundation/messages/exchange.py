"""Messages of `documents.exchange`: items as news systems hand them over."""

from __future__ import annotations

_AGAIN = ("Xuất lại bài từ hệ thống rồi kiểm tra lại.", "Export the item from the system again.")

MESSAGES: dict[str, tuple[str, str]] = {
    "exchange-not-text": ("Trường {place} không phải chữ.", "The field {place} is not text."),
    "exchange-not-text.help": _AGAIN,
    "exchange-not-list": (
        "Trường {place} không phải danh sách các đối tượng.",
        "The field {place} is not a list of objects.",
    ),
    "exchange-not-list.help": _AGAIN,
    "exchange-bad-moment": (
        "{place} ghi “{value}”, không phải thời điểm theo ISO 8601.",
        "{place} says “{value}”, which is no moment of ISO 8601.",
    ),
    "exchange-bad-moment.help": (
        "Viết như 2026-03-12T09:00:00+07:00, hoặc bỏ trường này.",
        "Write it like 2026-03-12T09:00:00+07:00, or leave the field out.",
    ),
    "exchange-many-items": (
        "Tệp có {n} bài; mỗi tệp chỉ đọc một bài.",
        "The file has {n} items; of a file one item is read.",
    ),
    "exchange-many-items.help": (
        "Tách mỗi bài thành một tệp.",
        "Split it, one item a file.",
    ),
    "exchange-related-unread": (
        "{n} bài kèm theo trong cùng tệp không được đọc.",
        "{n} related {n:text|texts} in the same file {n:was|were} not read.",
    ),
    "exchange-package-unread": (
        "Đây là một gói tin; các bài mà gói chỉ tới không được đọc.",
        "This is a package; the items that it points to were not read.",
    ),
    "json-malformed": ("Tệp không phải JSON đúng.", "The file is not valid JSON."),
    "json-malformed.help": _AGAIN,
    "json-too-deep": ("JSON lồng quá sâu.", "The JSON is nested too deeply."),
    "json-too-deep.help": _AGAIN,
    "json-unknown-item": (
        "Tệp JSON này không phải bài của ninjs, Superdesk hay WordPress.",
        "This JSON is no item of ninjs, Superdesk or WordPress.",
    ),
    "json-unknown-item.help": (
        "Xuất bài theo một trong các dạng đó, hoặc lưu thành .docx, .md hay .txt.",
        "Export the item in one of these forms, or save it as .docx, .md or .txt.",
    ),
}
