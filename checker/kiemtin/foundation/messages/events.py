"""Messages of the room `events`: calendars, and what comes of matching them."""

from __future__ import annotations

_FILES: dict[str, tuple[str, str]] = {
    "calendar-unreadable": (
        "Không đọc được lịch công tác: {reason}.",
        "The calendar cannot be read: {reason}.",
    ),
    "calendar-unreadable.help": ("Xem lại tên tệp và quyền đọc.", "Look at the file's name and permissions."),
    "calendar-unknown-format": (
        "Lịch công tác có đuôi {suffix}, không đọc được.",
        "A calendar that ends in {suffix} is not read.",
    ),
    "calendar-unknown-format.help": ("Lưu thành một trong: {known}.", "Save it as one of: {known}."),
    "calendar-no-header": (
        "Không thấy dòng tên cột của lịch công tác.",
        "No row of headings of a calendar was found.",
    ),
    "calendar-no-header.help": (
        "Cần ít nhất cột Ngày và cột Nội dung (hoặc Lãnh đạo); các cột khác: Giờ, Kết thúc, Loại sự kiện, Địa điểm, Khách mời.",
        "It takes at least columns Date and Title (or Leader); others: Time, End, Kind, Place, Guests.",
    ),
    "calendar-not-ics": ("Tệp .ics này không phải iCalendar.", "This .ics file is no iCalendar."),
    "calendar-not-ics.help": (
        "Xuất lại lịch ở dạng iCalendar (.ics); tệp bắt đầu bằng BEGIN:VCALENDAR.",
        "Export the calendar as iCalendar (.ics) again; it begins with BEGIN:VCALENDAR.",
    ),
    "calendar-broken": (
        "Tệp lịch hỏng ở dòng này ({reason}).",
        "The calendar is broken in this line ({reason}).",
    ),
    "calendar-broken.help": (
        "Mở bằng bảng tính rồi lưu lại thành CSV.",
        "Open it in a spreadsheet and save it as CSV.",
    ),
    "calendar-too-many": ("Lịch có hơn {limit} sự kiện.", "The calendar has more than {limit} events."),
    "calendar-too-many.help": ("Chia theo năm hoặc theo tháng.", "Part it by year or by month."),
    "calendar-empty": ("Lịch không có sự kiện nào.", "The calendar has no event."),
    "calendar-empty.help": (
        "Dưới dòng tên cột, mỗi sự kiện là một dòng có ngày.",
        "Below the headings each event is a row with a day.",
    ),
    "calendar-bad-day": (
        "Không hiểu ngày “{value}”; bỏ qua sự kiện này.",
        "The day “{value}” is not clear; the event is left out.",
    ),
    "calendar-bad-day.help": ("Viết 12/03/2024.", "Write 2024-03-12 or 12/03/2024."),
    "calendar-no-year": (
        "Ngày “{value}” không có năm; bỏ qua sự kiện này.",
        "The day “{value}” has no year; the event is left out.",
    ),
    "calendar-no-year.help": (
        "Ghi năm ở ô ngày, ở dòng phía trên bảng hoặc ở tên tệp.",
        "Give the year in the cell, above the table or in the file's name.",
    ),
    "calendar-bad-hour": (
        "Không hiểu giờ “{value}”; sự kiện này chỉ có ngày.",
        "The hour “{value}” is not clear; the event has its day only.",
    ),
    "calendar-bad-hour.help": ("Viết 8h00, 08:00 hoặc 8h00 - 10h30.", "Write 8:00 or 8:00 - 10:30."),
    "calendar-more-cells": (
        "Dòng có nhiều ô hơn dòng tên cột: “{value}” không được đọc.",
        "The row has more cells than headings: “{value}” is not read.",
    ),
    "calendar-more-cells.help": (
        'Ô có dấu phân cách thì để trong ngoặc kép: "A; B".',
        'Put a cell that holds the delimiter in quotes: "A; B".',
    ),
    "calendar-unknown-zone": (
        "Không biết múi giờ “{value}”; bỏ qua sự kiện này.",
        "The time zone “{value}” is not known; the event is left out.",
    ),
    "calendar-unknown-zone.help": ("Dùng Asia/Ho_Chi_Minh hoặc giờ UTC.", "Use Asia/Ho_Chi_Minh or UTC."),
    "calendar-repeats": (
        "Sự kiện lặp lại “{value}”: chỉ lấy ngày đầu.",
        "The event “{value}” repeats: only its first day counts.",
    ),
    "calendar-repeats.help": (
        "Khi xuất lịch, chọn tách từng lần thành một sự kiện.",
        "Export each occurrence as an event of its own.",
    ),
}

_MATCHING: dict[str, tuple[str, str]] = {
    "calendar-matched": ("Khớp lịch công tác: {event}.", "Matches the work calendar: {event}."),
    "calendar-several": (
        "Nhiều sự kiện trong lịch cùng khớp, không đoán: {events}.",
        "Several events of the calendar fit, none is guessed: {events}.",
    ),
    "calendar-several.help": (
        "Ghi “sự kiện” và “thời điểm sự kiện” ở đầu bài, hoặc ghi rõ hơn trong lịch.",
        "Give “event” and “event time” at the head, or tell the events apart in the calendar.",
    ),
    "calendar-contradicts": (
        "“{key}” của bài khác với lịch ({where}); theo bài.",
        "The piece's “{key}” is not that of the calendar ({where}); the piece's stands.",
    ),
    "calendar-contradicts.help": ("Sửa một trong hai chỗ.", "Correct one of the two."),
    "calendar-name-differs": (
        "Bài viết “{printed}”, lịch ({where}) viết “{announced}”: xem lại tên.",
        "The piece writes “{printed}”, the calendar ({where}) “{announced}”: look at the name.",
    ),
    "calendar-title-differs": (
        "{name}: bài ghi “{printed}”, lịch ({where}) ghi “{announced}”: xem lại chức danh.",
        "{name}: the piece says “{printed}”, the calendar ({where}) “{announced}”: look at the title.",
    ),
    "calendar-title-differs-perhaps": (
        "{name}: bài ghi “{printed}”, lịch ({where}) ghi “{announced}”; không chắc là khác nhau.",
        "{name}: the piece says “{printed}”, the calendar ({where}) “{announced}”; they may be the same.",
    ),
    "show.event.matched": ("lịch công tác: khớp {event}", "work calendar: matches {event}"),
    "show.event.several": (
        "lịch công tác: nhiều sự kiện cùng khớp, không đoán: {events}",
        "work calendar: several events fit, none is guessed: {events}",
    ),
    "show.event.no-day": (
        "lịch công tác: chưa biết ngày của tin nên không tìm",
        "work calendar: not asked, for the day of the piece is not known",
    ),
    "show.event.no-event": (
        "lịch công tác: không có sự kiện nào vào những ngày ấy",
        "work calendar: no event on those days",
    ),
    "show.event.no-people": (
        "lịch công tác: không nêu tên lãnh đạo của sự kiện nào trong những ngày ấy",
        "work calendar: names no leader of an event of those days",
    ),
    "show.event.no-words": (
        "lịch công tác: có người trùng nhưng bài không nói về sự kiện ấy ({events})",
        "work calendar: people fit, but the piece does not speak of the event ({events})",
    ),
    "show.event.day_told": (
        "bài ghi ngày {day} (“{words}”, {where})",
        "the piece says {day} (“{words}”, {where})",
    ),
    "show.event.day_near": ("ngày {day} ngay trước khi đăng", "on {day}, shortly before publication"),
    "show.event.people": ("có {names}", "names {names}"),
    "show.event.words": ("có các chữ {words}", "says {words}"),
    "show.event.unnamed": (
        "có trong lịch, bài không nêu: {names}",
        "announced, not named in the piece: {names}",
    ),
}

MESSAGES: dict[str, tuple[str, str]] = {**_FILES, **_MATCHING}
"""Codes of files are those of Problems, of matching those of notes and of `kiemtin show`."""
