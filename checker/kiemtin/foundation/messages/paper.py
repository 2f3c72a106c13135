"""Messages of Word copies, workbooks and pages."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "paper.tracked": (
        "Đã viết vào bài thành thay đổi được theo dõi: chấp nhận hoặc bỏ trong Word.",
        "Written into the draft as a tracked change: accept or reject it in Word.",
    ),
    "finding.state": ("Tình trạng", "Standing"),
    "paper.known": ("Đã biết: có trong {baseline}", "Known: it is in {baseline}"),
    "copy-not-readable": (
        "không đọc lại được bài để chép: {reason}",
        "the draft could not be read again for its copy: {reason}",
    ),
    "copy-not-readable.help": (
        "Xem tệp còn ở chỗ cũ không, rồi chạy lại.",
        "See whether the file is still there, then run again.",
    ),
    "copy-draft-changed": (
        "bài đã thay đổi trong lúc kiểm, nên chưa chép",
        "the draft changed while it was checked, so it was not copied",
    ),
    "copy-draft-changed.help": ("Chạy lại.", "Run again."),
    "copy-part-broken": (
        "không chép được bài: phần {part} trong tệp không phải XML hợp lệ ({reason})",
        "the draft cannot be copied: the part {part} in the file is no well-formed XML ({reason})",
    ),
    "copy-part-broken.help": (
        "Mở tệp bằng chương trình đã tạo ra nó, lưu lại, rồi chạy lại. Các dạng báo cáo khác không cần phần này.",
        "Open the file with the program that made it, save it again, then run again. Other forms do without this part.",
    ),
    # The sheet that a copy of a rundown gets. No heading may be one of a rundown's own.
    "paper.place": ("Theo quy định", "By the rules"),
    "paper.now": ("Hiện là", "Now"),
    "paper.piece": ("Mở đầu bằng", "Begins with"),
    "paper.severity": ("Mức", "Severity"),
    "paper.cell": ("Ô", "Cell"),
    "paper.said": ("Phát hiện", "Finding"),
    "paper.basis": ("Căn cứ", "Basis"),
    "paper.todo": ("Cần làm", "To do"),
    "paper.rule": ("Quy tắc", "Rule"),
    # The page.
    "page.title": ("Báo cáo kiểm tin", "Report of checks"),
    "page.legend": ("Ký hiệu trong bài", "Signs in the text"),
    "page.order": ("Thứ tự và thời lượng các tin", "Order and length of the items"),
    "page.number": ("Tin", "Item"),
    "page.item": ("Tin {number}", "Item {number}"),
    "page.headline": ("Tên tin", "Headline"),
    "page.wanted": ("Theo quy định", "By the rules"),
    "page.duration": ("Thời lượng", "Length"),
    "page.findings": ("Phát hiện", "Findings"),
    "page.move.up": ("lên chỗ tin {number}", "up to the place of item {number}"),
    "page.move.down": ("xuống chỗ tin {number}", "down to the place of item {number}"),
    "page.text": ("Nội dung", "Text"),
    "page.cards": ("Cần xem ({n})", "To look at ({n})"),
    "page.no_cards": ("Không có chỗ nào.", "Nothing."),
    "page.why": ("Vì sao", "Why"),
    "page.without_tree": (
        "{n} phát hiện không kèm diễn giải ở đây; xem bằng kiemtin explain.",
        "{n} finding(s) without their reasoning here; ask kiemtin explain.",
    ),
    "page.totals": ("Tất cả ({n} tệp)", "All ({n} files)"),
    "page.refused": ("Không đọc được", "Could not be read"),
}
