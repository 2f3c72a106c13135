"""Messages of the room `accepting`."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "waivers-unreadable": ("Không đọc được tệp bỏ qua: {reason}.", "The file of waivers cannot be read: {reason}."),
    "waivers-unreadable.help": ("Sửa tệp theo docs/waivers.md; tới lúc đó không chỗ nào được bỏ qua.", "Correct it after docs/waivers.en.md; until then nothing is waived."),
    "waivers-unknown-key": ("Không hiểu mục “{key}”.", "Unknown key “{key}”."),
    "waivers-unknown-key.help": (
        "Mỗi [[waiver]] có: rule, fingerprint hoặc quote, reason, person, expires; có thể thêm file, kind.",
        "Each [[waiver]] has rule, fingerprint or quote, reason, person, expires; file and kind may be added.",
    ),
    "waiver-incomplete": ("Thiếu hoặc sai {fields}: không bỏ qua chỗ nào.", "{fields} missing or wrong: nothing is waived by it."),
    "waiver-incomplete.help": (
        "Ghi đủ quy tắc, chỗ (vân tay hoặc trích dẫn), lý do, người chịu trách nhiệm, ngày hết hạn.",
        "Give the rule, the place (fingerprint or quotation), reason, person and day of expiry.",
    ),
    "waiver-too-broad": (
        "Trích dẫn “{quote}” quá ngắn hoặc trúng nhiều chỗ: không bỏ qua chỗ nào.",
        "The quotation “{quote}” is too short or fits several places: nothing is waived by it.",
    ),
    "waiver-too-broad.help": (
        "Trích dài hơn, hoặc dùng fingerprint của báo cáo.", "Quote more, or use the fingerprint of the report.",
    ),
    "waiver-expired": (
        "Đã hết hạn từ {expires}: “{rule}” do {person} chấp nhận lại được tính.",
        "Expired on {expires}: “{rule}”, accepted by {person}, counts again.",
    ),
    "waiver-expired.help": ("Sửa bài, hoặc xin chấp nhận lại với ngày mới.", "Change the text, or have it accepted again until a new day."),
    "waiver-unused": ("Không còn gì để bỏ qua cho “{rule}” ở chỗ này.", "There is nothing to waive for “{rule}” at this place."),
    "waiver-unused.help": ("Xóa dòng bỏ qua này.", "Remove the waiver."),
    "waiver-unknown-rule": ("Không có quy tắc “{rule}”.", "There is no rule “{rule}”."),
    "waiver-unknown-rule.help": ("Chép tên quy tắc từ báo cáo.", "Copy the name of the rule from the report."),
    "waiver-comment": (
        "Không hiểu chú thích “kiemtin: {words}”.", "The comment “kiemtin: {words}” is not understood.",
    ),
    "waiver-comment.help": (
        "Viết: <!-- kiemtin: bỏ qua QUY-TẮC; lý do: …; người: …; đến: 31/12/2026 -->",
        "Write: <!-- kiemtin: waive RULE; reason: …; by: …; until: 2026-12-31 -->",
    ),
    "baseline-unreadable": ("Không đọc được tệp đã biết: {reason}.", "The baseline cannot be read: {reason}."),
    "baseline-unreadable.help": (
        "Ghi lại bằng: kiemtin baseline TỆP… --output kiemtin-baseline.json",
        "Write it anew with: kiemtin baseline FILE… --output kiemtin-baseline.json",
    ),
}  # fmt: skip
