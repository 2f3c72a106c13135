"""Messages of the room `officials`."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "officials-roster-unreadable": (
        "Không đọc được danh bạ: {reason}.",
        "The roster cannot be read: {reason}.",
    ),
    "officials-roster-unreadable.help": (
        "Kiểm tra đường dẫn và quyền đọc tệp danh bạ.",
        "Check the path of the roster and that it may be read.",
    ),
    "officials-roster-not-json": (
        "Danh bạ không phải là JSON hợp lệ: {reason}.",
        "The roster is not valid JSON: {reason}.",
    ),
    "officials-roster-not-json.help": (
        "Lưu lại tệp dưới dạng JSON (UTF-8); danh bạ mẫu có trong gói.",
        "Save the file as JSON (UTF-8); a sample roster is part of the package.",
    ),
    "officials-roster-shape": (
        "Danh bạ thiếu phần “{what}”.",
        "The roster lacks its part “{what}”.",
    ),
    "officials-roster-shape.help": (
        "Danh bạ theo Popolo: persons, memberships; xem danh bạ mẫu trong gói.",
        "A roster has Popolo's shape: persons, memberships; see the sample roster in the package.",
    ),
    "officials-roster-person": (
        "Dòng memberships thứ {number} nêu người “{person}” không có trong persons.",
        "Entry {number} of memberships names the person “{person}”, who is not among persons.",
    ),
    "officials-roster-person.help": (
        "Thêm người này vào persons hoặc sửa person_id.",
        "Add the person to persons, or correct person_id.",
    ),
    "officials-roster-twice": (
        "Danh bạ có hai người cùng mã “{person}”.",
        "Two people of the roster have the id “{person}”.",
    ),
    "officials-roster-twice.help": (
        "Đặt cho mỗi người một mã riêng.",
        "Give each person an id of their own.",
    ),
    "officials-roster-date": (
        "Dòng memberships thứ {number}: {field} “{date}” không phải là ngày.",
        "Entry {number} of memberships: {field} “{date}” is no date.",
    ),
    "officials-roster-date.help": (
        "Viết ngày dạng 2024-07-19, 2024-07 hoặc 2024.",
        "Write a date as 2024-07-19, 2024-07 or 2024.",
    ),
    "officials-roster-order": (
        "Dòng memberships thứ {number}: kết thúc {end} trước khi bắt đầu {start}.",
        "Entry {number} of memberships ends {end}, before it starts {start}.",
    ),
    "officials-roster-order.help": (
        "Sửa lại start_date hoặc end_date.",
        "Correct start_date or end_date.",
    ),
}
