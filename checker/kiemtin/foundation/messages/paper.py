"""Messages of Word copies, workbooks and pages."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "paper.tracked": (
        "Đã viết vào bài thành thay đổi được theo dõi: chấp nhận hoặc bỏ trong Word.",
        "Written into the draft as a tracked change: accept or reject it in Word.",
    ),
}
