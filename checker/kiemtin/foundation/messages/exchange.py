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
    "xml-malformed": ("XML không đúng cú pháp ở đây.", "The XML is malformed here."),
    "xml-malformed.help": (
        "Xuất lại tệp từ hệ thống, hoặc sửa chỗ ấy.",
        "Export the file again, or correct it there.",
    ),
    "xml-internal-subset": (
        "Tệp XML tự khai thực thể (DOCTYPE […]): không đọc.",
        "The XML declares entities of its own (DOCTYPE […]): it is not read.",
    ),
    "xml-internal-subset.help": (
        "Xuất lại tệp không có phần khai trong [ ].",
        "Export it without the declarations in [ ].",
    ),
    "xml-unknown": (
        "Không rõ tệp XML này là gì (gốc “{root}”): biết NITF, NewsML-G2, MOS.",
        "It is not known what this XML is (root “{root}”): NITF, NewsML-G2 and MOS are.",
    ),
    "xml-unknown.help": (
        "Xuất bài thành NITF, NewsML-G2 hoặc .docx.",
        "Export the piece as NITF, NewsML-G2 or .docx.",
    ),
    "newsml-no-item": (
        "Tệp NewsML-G2 không có bài nào (newsItem).",
        "The NewsML-G2 file holds no piece (newsItem).",
    ),
    "newsml-no-item.help": ("Xuất bài kèm nội dung của bài.", "Export the piece with its content."),
    "newsml-package": (
        "Gói NewsML-G2 chỉ dẫn tới bài ở nơi khác, không có chữ để soát.",
        "A NewsML-G2 package refers to items elsewhere and holds no text to check.",
    ),
    "newsml-package.help": ("Soát từng bài (newsItem).", "Check its items (newsItem) one by one."),
    "exchange-withdrawn": (
        "Bài đã bị hủy hoặc giữ lại ở nơi gửi.",
        "The sender has canceled or withheld this piece.",
    ),
    "html-bad-moment": (
        "Không hiểu thời điểm “{value}” của trang nên coi là chưa biết.",
        "The page's moment “{value}” is not understood and taken as unknown.",
    ),
    "odt-no-text": ("Tệp OpenDocument này không phải văn bản.", "This OpenDocument file is no text."),
    "odt-no-text.help": (
        "Lưu lại thành .odt hoặc .docx từ trình soạn văn bản.",
        "Save it as .odt or .docx from a word processor.",
    ),
    "ods-no-tables": (
        "Tệp OpenDocument này không phải bảng tính.",
        "This OpenDocument file is no spreadsheet.",
    ),
    "ods-no-tables.help": (
        "Lưu lại thành .ods hoặc .xlsx từ trình bảng tính.",
        "Save it as .ods or .xlsx from a spreadsheet program.",
    ),
    "odt-changes-accepted": (
        "Có thay đổi đang theo dõi: đọc như đã chấp nhận hết.",
        "There are tracked changes: read as if all were accepted.",
    ),
    "mos-no-running-order": (
        "Không có thông điệp MOS nào mở đầu bản tin (roCreate, roReplace, roList).",
        "No MOS message begins a running order (roCreate, roReplace, roList).",
    ),
    "mos-no-running-order.help": (
        "Gửi kèm thông điệp đầu: nén cả thư mục thông điệp thành một .zip.",
        "Give the first message as well: zip the whole folder of messages.",
    ),
    "mos-last-message": (
        "Bản tin dựng lại từ {n} thông điệp MOS; cuối cùng là {kind} số {number}.",
        "The running order is replayed from {n} MOS messages; the last is {kind} number {number}.",
    ),
    "mos-early-messages": (
        "{n} thông điệp đứng trước thông điệp mở đầu nên không dùng được.",
        "{n} messages stand before the first of the running order and could not be used.",
    ),
    "mos-unknown-id": (
        "Có thông điệp nói tới tin không có trong bản tin: {ids}.",
        "Messages refer to what is not in the running order: {ids}.",
    ),
    "mos-deleted": (
        "Bản tin đã bị xóa ở hệ thống (roDelete).",
        "The running order was deleted in its system (roDelete).",
    ),
    "mos-no-text": (
        "Chưa có lời của tin nào (roStorySend): chỉ soát được tên tin, thứ tự, thời lượng.",
        "No story's text was sent (roStorySend): slugs, order and lengths alone can be checked.",
    ),
}
