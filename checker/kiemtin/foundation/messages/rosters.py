"""What `kiemtin officials …` says: answers of rosters, differences, sheets of people and order."""

from __future__ import annotations

from kiemtin.foundation.messages import Table

MESSAGES: Table = {
    "cli.officials.show": ("Ai giữ chức gì vào một ngày.", "Who held what on a day."),
    "cli.officials.show.details": (
        "In mỗi chức danh một dòng với thời gian và nguồn; lọc theo người, chức danh, địa phương. Ngày chưa ghi là hôm nay. "
        '“Chưa rõ” là danh bạ không biết ngày ấy còn giữ hay không.\n\nVí dụ: kiemtin officials show --office "Chủ tịch nước" '
        "--as-of 01/09/2024",
        "Prints a line a term with its time and source, by person, office and place. Without a day it is today. “Not known”: the "
        'roster does not know whether the term covered that day.\n\nExample: kiemtin officials show --place "Nam Son" '
        "--as-of 01/09/2024",
    ),
    "cli.officials.find": ("Tìm người, chức danh trong danh bạ.", "Look people and titles up."),
    "cli.officials.find.details": (
        "CHỮ là một phần họ tên, hoặc một chức danh, có dấu hay không. In mọi chức danh của từng người. Không thấy ai thì gợi ý "
        'tên gần giống.\n\nVí dụ: kiemtin officials find "tran van"',
        "WORDS are part of a name or a title, with tones or without. Prints all terms of each person; nearly equal names if none "
        'fits.\n\nExample: kiemtin officials find "tran van"',
    ),
    "cli.officials.diff": ("Hai danh bạ khác nhau chỗ nào.", "What is different between two rosters."),
    "cli.officials.diff.details": (
        "So sánh người, chức danh, ngày, nguồn, bản ghi đầy đủ và thứ tự. Kết thúc bằng 1 nếu có khác.\n\nVí dụ: kiemtin officials "
        "diff quy-1.xlsx quy-2.xlsx",
        "Compares people, titles, dates, sources, complete records and order. Ends with 1 if they differ.\n\nExample: kiemtin "
        "officials diff quarter-1.xlsx quarter-2.xlsx",
    ),
    "cli.officials.since": (
        "Ai thay đổi từ một ngày; bài nào nêu tên họ.",
        "Who changed since a day, and which drafts name them.",
    ),
    "cli.officials.since.details": (
        "In ai nhận, ai thôi chức danh từ NGÀY trở đi, theo danh bạ. Thêm TỆP (cả thư mục) thì in bài nào nêu tên những người ấy, "
        "mấy lần.\n\nVí dụ: kiemtin officials since 01/07/2025 ban-thao/",
        "Prints who took up and who left an office since DAY, by the roster. With FILES (folders too) also which drafts name these "
        "people, and how often.\n\nExample: kiemtin officials since 01/07/2025 drafts/",
    ),
    "cli.officials.import": ("Đưa bảng người và thứ tự vào danh bạ.", "Take a sheet of people and order in."),
    "cli.officials.import.details": (
        "TỆP là .xlsx, .csv, hoặc .json theo Popolo của nơi khác. Xem trước mọi điều sẽ thay đổi trong danh bạ --into; chỉ ghi khi "
        "có --write. Người và chức danh được thêm hoặc sửa, không xóa gì; --whole thì TỆP là toàn bộ danh bạ mới. Trang “Thứ tự” "
        "(hoặc cột “thứ tự”) được ghi thành bộ quy tắc --order.\n\nVí dụ: kiemtin officials import nguoi.xlsx --into danh-ba.json "
        "--order thu-tu.quy --write",
        "FILE is .xlsx, .csv or another house's Popolo .json. Shows all that would change in the roster --into; writes only with "
        "--write. People and terms are added or corrected, nothing is removed; with --whole FILE is the whole new roster. The sheet "
        "“Thứ tự” (or the column “order”) becomes the pack --order.\n\nExample: kiemtin officials import people.xlsx --into "
        "roster.json --order order.quy --write",
    ),
    "cli.officials.export": (
        "Ghi danh bạ và thứ tự thành bảng tính.",
        "Write the roster and the order as a workbook.",
    ),
    "cli.officials.export.details": (
        "TỆP là .xlsx (người, chức danh, thứ tự, có danh sách chọn) hoặc .json. Sửa trong Excel rồi `import` lại. Thứ tự lấy từ "
        "--pack.\n\nVí dụ: kiemtin officials export nguoi.xlsx --roster danh-ba.json --pack thứ-bậc-368",
        "FILE is .xlsx (people, titles, order, with drop-downs) or .json. Edit it in Excel and `import` it again. The order is that "
        "of --pack.\n\nExample: kiemtin officials export people.xlsx --roster roster.json --pack thứ-bậc-368",
    ),
    "cli.meta.name_words": ("CHỮ", "WORDS"),
    "cli.meta.name": ("TÊN", "NAME"),
    "cli.meta.since": ("NGÀY", "DAY"),
    "cli.option.person": (
        "chỉ người này (một phần họ tên cũng được)",
        "this person alone (part of the name will do)",
    ),
    "cli.option.office": ("chỉ chức danh này", "this office alone"),
    "cli.option.place": ("chỉ địa phương này", "this place alone"),
    "cli.option.show_day": ("ngày cần biết (không ghi: hôm nay)", "the day asked for (default: today)"),
    "cli.option.into": (
        "danh bạ .json nhận thay đổi (chưa có thì tạo mới)",
        "the roster .json that takes the changes (new if missing)",
    ),
    "cli.option.order": ("tệp .quy nhận thứ tự", "the .quy file that takes the order"),
    "cli.option.whole": (
        "TỆP là toàn bộ danh bạ: ai không có trong đó thì bỏ",
        "FILE is the whole roster: who is not in it is removed",
    ),
    "cli.option.write": ("ghi thật; không có thì chỉ xem trước", "write; without it only a preview"),
    "cli.option.force": ("ghi đè tệp đã có", "overwrite an existing file"),
    "roster.on_day": (
        "Ngày {day}, danh bạ “{roster}”: {count} chức danh.",
        "On {day}, roster “{roster}”: {count} terms.",
    ),
    "roster.older": (
        "Danh bạ chỉ biết đến {last}, trước ngày hỏi.",
        "The roster knows of nothing after {last}, before the day asked for.",
    ),
    "roster.nothing": ("Danh bạ không có gì như vậy.", "The roster has nothing of the kind."),
    "roster.near": ("Không có ai tên như vậy; gần giống:", "Nobody of that name; nearly so:"),
    "roster.not_known": ("chưa rõ", "not known"),
    "roster.inferred": ("suy ra", "inferred"),
    "roster.seen": ("thấy {day}", "seen {day}"),
    "roster.weak": ("nguồn yếu", "weak source"),
    "roster.source": ("nguồn: {source}", "source: {source}"),
    "roster.died": ("từ trần {day}", "died {day}"),
    "roster.event.began": ("nhận", "began"),
    "roster.event.ended": ("thôi", "ended"),
    "roster.event.died": ("từ trần", "died"),
    "roster.since": (
        "{count} thay đổi từ {day}, của {people} người.",
        "{count} changes since {day}, of {people} people.",
    ),
    "roster.named": ("{file}: {names}", "{file}: {names}"),
    "roster.named_in": ("{count} tệp nêu tên người có thay đổi:", "{count} files name somebody who changed:"),
    "roster.named_nowhere": ("Không tệp nào nêu tên họ.", "No file names them."),
    "roster.change.person-added": ("thêm người", "person added"),
    "roster.change.person-removed": ("bỏ người", "person removed"),
    "roster.change.person-changed": ("sửa người", "person changed"),
    "roster.change.term-added": ("thêm chức danh", "term added"),
    "roster.change.term-removed": ("bỏ chức danh", "term removed"),
    "roster.change.term-changed": ("sửa chức danh", "term changed"),
    "roster.change.record-added": ("thêm bản ghi đầy đủ", "complete record added"),
    "roster.change.record-removed": ("bỏ bản ghi đầy đủ", "complete record removed"),
    "roster.change.order-added": ("thêm vào thứ tự", "added to the order"),
    "roster.change.order-removed": ("bỏ khỏi thứ tự", "removed from the order"),
    "roster.change.order-changed": ("đổi thứ tự", "order changed"),
    "roster.same": ("Không có gì khác.", "Nothing is different."),
    "roster.preview": (
        "{count} thay đổi. Chưa ghi gì; thêm --write để ghi.",
        "{count} changes. Nothing is written; add --write.",
    ),
    "roster.written": ("Đã ghi {path}.", "{path} is written."),
    "roster.no_order": (
        "Tệp không có thứ tự: {path} không được ghi.",
        "The file has no order: {path} is not written.",
    ),
    "roster.order_waits": (
        "Tệp có thứ tự; thêm --order TỆP.quy để ghi.",
        "The file has an order; add --order FILE.quy to write it.",
    ),
    "roster.exists": ("Đã có {path}; thêm --force để ghi đè.", "{path} exists; add --force to overwrite it."),
    "roster.suffix": ("{path}: đuôi tệp phải là {known}.", "{path}: the file must end in {known}."),
    "roster.sheet_name": ("Thứ tự do tòa soạn nhập", "Order as entered by the newsroom"),
    "roster.guide": (
        "Mỗi dòng của trang “Danh bạ” là một chức danh của một người. Ngày viết 15/10/2020, 10/2020 hoặc 2020. Ô trống ở “đến” là "
        "chưa rõ, không phải còn giữ; “thấy ngày” là ngày của nguồn cho thấy đang giữ.\n"
        "“tên khác” là cách viết cũng đúng, “viết sai” là cách viết sai hay gặp; nhiều tên cách nhau bằng dấu chấm phẩy.\n"
        "“nguồn”: địa chỉ trang hoặc số văn bản, cơ quan, ngày. Chỉ ghi chức vụ công.\n"
        "Trang “Thứ tự”: số nhỏ đứng trước, cùng số là ngang nhau; “từ”, “đến” trống là không giới hạn.\n"
        "Trang “Ghi đủ”: mọi người giữ chức danh ấy trong thời gian ấy đều có trong danh bạ.",
        "Each row of the sheet “Danh bạ” is one term of one person. Dates are 15/10/2020, 10/2020 or 2020. An empty “đến” is not "
        "known, not open; “thấy ngày” is the day of a source that shows the person in office.\n"
        "“tên khác” are spellings that are right as well, “viết sai” are known misspellings; separate names with semicolons.\n"
        "“nguồn” is an address or a document's number, organ and day. Public office only.\n"
        "Sheet “Thứ tự”: lower numbers come first, equal numbers are equal; an empty “từ” or “đến” is without bound.\n"
        "Sheet “Ghi đủ”: all holders of that office in that time are in the roster.",
    ),
    "roster.joined": (
        "{what} nhập vào {into} từ {since}: người giữ chức từ ngày ấy ghi theo {into}.",
        "{what} has been part of {into} since {since}: terms from that day are under {into}.",
    ),
    "officials-roster-office-ended": (
        "{row}: {date} sau ngày {last}, ngày cuối có chức danh “{what}”.",
        "{row}: {date} is after {last}, the last day of the office “{what}”.",
    ),
    "officials-roster-office-ended.help": (
        "Xem lại ngày, hoặc ghi chức danh của cấp còn lại.",
        "Check the date, or give the office of a level that still exists.",
    ),
    "officials-roster-joined": (
        "{row}: {date} sau ngày {last}, ngày cuối của {what}; từ đó là {into}.",
        "{row}: {date} is after {last}, the last day of {what}; since then it is {into}.",
    ),
    "officials-roster-joined.help": (
        "Xem lại ngày, hoặc ghi tên mới.",
        "Check the date, or give the new name.",
    ),
    "officials-roster-order-rank": (
        "{row}: thứ tự “{value}” không phải là số từ 1 đến 99.",
        "{row}: the order “{value}” is no number from 1 to 99.",
    ),
    "officials-roster-order-rank.help": (
        "Ghi số nguyên: 1 là cao nhất, cùng số là ngang nhau.",
        "Write a whole number: 1 is highest, equal numbers are equal.",
    ),
    "officials-roster-order-title": (
        "{row}: chưa biết chức danh “{title}”, không đưa vào thứ tự được.",
        "{row}: the title “{title}” is not known and cannot be ordered.",
    ),
    "officials-roster-order-title.help": (
        "Chọn trong danh sách của ô ấy, hoặc viết đầy đủ như “Phó Bí thư Thường trực Tỉnh ủy”.",
        "Choose from the cell's list, or write it in full, as “Phó Bí thư Thường trực Tỉnh ủy”.",
    ),
    "officials-roster-order-twice": (
        "{row}: “{title}” đã có thứ tự khác ở {first}.",
        "{row}: “{title}” has another order at {first}.",
    ),
    "officials-roster-order-twice.help": (
        "Giữ một trong hai; cùng một chức danh chỉ có một thứ tự trong một thời kỳ.",
        "Keep one of the two: an office has one order in a period.",
    ),
    "officials-roster-order-day": (
        "{row}: “{value}” không phải là một ngày.",
        "{row}: “{value}” is no day.",
    ),
    "officials-roster-order-day.help": (
        "Thứ tự có hiệu lực từ một ngày đến một ngày: viết 01/07/2025, hoặc bỏ trống.",
        "An order is in force from a day to a day: write 01/07/2025, or leave it empty.",
    ),
}
