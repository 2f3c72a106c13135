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
    "exchange-content-unread": (
        "Bài có nội dung để ở nơi khác hoặc thuộc loại không đọc: {what}.",
        "The item has content that stands elsewhere or is of a kind that is not read: {what}.",
    ),
    "exchange-page-from-sequence": (
        "Số trang lấy từ thuộc tính position.sequence của NITF.",
        "The page is taken from NITF's attribute position.sequence.",
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
    "xml-malformed": ("Tệp không phải XML đúng.", "The file is not well-formed XML."),
    "xml-malformed.help": _AGAIN,
    "xml-entities": (
        "XML tự khai báo thực thể hoặc tập con nội bộ của DOCTYPE, không được đọc.",
        "The XML declares entities or an internal subset of its DOCTYPE, which is not read.",
    ),
    "xml-entities.help": (
        "Không mở tệp từ nguồn lạ; nếu là bài thật, xuất lại không có khai báo đó.",
        "Do not open files from strangers; if it is real, export it without the declaration.",
    ),
    "xml-too-deep": ("XML lồng hơn {limit} tầng.", "The XML is nested more than {limit} levels deep."),
    "xml-too-deep.help": _AGAIN,
    "xml-unknown-item": (
        "Tệp XML này không phải bài của NewsML-G2 hay NITF (phần tử gốc: {root}).",
        "This XML is no item of NewsML-G2 or NITF (root element: {root}).",
    ),
    "xml-unknown-item.help": (
        "Xuất bài theo một trong hai dạng đó, hoặc lưu thành .docx, .md hay .txt.",
        "Export the item in one of the two, or save it as .docx, .md or .txt.",
    ),
}
