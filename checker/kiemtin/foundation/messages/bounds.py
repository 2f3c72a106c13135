"""What is said where something is larger than can be: packs, rosters, drafts as a whole, evaluation, the output."""

from __future__ import annotations

MESSAGES = {
    "output-lost": (
        "Không ghi được hết kết quả ra đầu ra chuẩn: {reason}.",
        "The result could not be written whole to standard output: {reason}.",
    ),
    "output-lost.help": (
        "Giải phóng đĩa hoặc ghi ra nơi khác rồi chạy lại.",
        "Free the disk or write elsewhere, then run again.",
    ),
    "document-too-long": (
        "Nội dung dài hơn {limit} triệu ký tự, giới hạn cho một bản nháp.",
        "The text is longer than {limit} million characters, the limit of one draft.",
    ),
    "document-too-long.help": (
        "Tách thành từng bài, mỗi bài một tệp.",
        "Split it into pieces, one file each.",
    ),
}
