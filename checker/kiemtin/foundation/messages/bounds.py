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
    "pack.too-large": (
        "Văn bản cùng các văn bản nó cần lớn hơn {limit} MB.",
        "The pack with all that it needs is larger than {limit} MB.",
    ),
    "pack.too-large.help": (
        "Kiểm tra lại tên tệp: quy định dài nhất cũng chỉ vài trăm KB.",
        "Check the file's name: the longest regulation has some hundred kB.",
    ),
    "pack.too-many-files": (
        "Văn bản dẫn tới hơn {limit} văn bản khác.",
        "The pack leads to more than {limit} others.",
    ),
    "pack.too-many-files.help": (
        "Bớt các dòng “cụ thể hóa” và “dùng”.",
        "Drop some of the lines “refines” and “uses”.",
    ),
    "officials-roster-too-large": (
        "Danh bạ lớn hơn {limit} MB.",
        "The roster is larger than {limit} MB.",
    ),
    "officials-roster-too-large.help": (
        "Kiểm tra lại tên tệp, hoặc chia danh bạ theo tỉnh.",
        "Check the file's name, or split the roster by province.",
    ),
    "officials-roster-too-many-rows": (
        "Danh bạ có hơn {limit} dòng.",
        "The roster has more than {limit} rows.",
    ),
    "officials-roster-too-many-rows.help": (
        "Chia danh bạ theo tỉnh.",
        "Split the roster by province.",
    ),
    "officials-roster-more-problems": (
        "Danh bạ còn lỗi khác; chỉ nêu {limit} lỗi đầu.",
        "The roster has more problems; only the first {limit} are told.",
    ),
    "officials-roster-more-problems.help": (
        "Sửa các lỗi trên rồi kiểm tra lại.",
        "Mend those above and check again.",
    ),
    "officials-roster-control": (
        "Dòng {row}: “{field}” có ký tự điều khiển không thấy được ({sign}).",
        "Row {row}: “{field}” has an invisible control character ({sign}).",
    ),
    "officials-roster-control.help": (
        "Xóa ký tự đó, hoặc gõ lại ô này.",
        "Remove the character, or type the cell anew.",
    ),
    "judging.not-run.too-costly": (
        "Quy tắc cần hơn {limit} bước tính cho tệp này nên bỏ dở",
        "The rule needs more than {limit} steps for this file and was given up",
    ),
    "judging.not-run.too-costly.help": (
        "Bớt các vòng lồng nhau trong quy tắc, hoặc tách tệp thành từng bài.",
        "Nest fewer loops in the rule, or split the file into pieces.",
    ),
}
