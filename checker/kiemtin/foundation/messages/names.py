"""What is said of a list of names that was put in order."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "names.head": (
        "Ngày {day}, theo thứ bậc của {pack} ({status}) và danh bạ {roster}:",
        "On {day}, by the precedence of {pack} ({status}) and the roster {roster}:",
    ),
    "names.no_precedence": (
        "{pack} không có thứ bậc nào có hiệu lực ngày {day}: giữ thứ tự đã viết.",
        "{pack} has no precedence in force on {day}: the order stays as written.",
    ),
    "names.nobody": ("Chưa có ai chắc chắn để xếp.", "There is nobody yet who can surely be placed."),
    "names.sources": ("Căn cứ", "Sources"),
    "names.left": ("Còn để ngỏ, không tự điền", "Left open, not filled in"),
    "names.rank": ("bậc {rank}", "rank {rank}"),
    "names.unranked": (
        "thứ bậc không nói đến: giữ chỗ sau cùng",
        "not ranked by the precedence: kept at the end",
    ),
    "names.same_rank": (
        "Cùng bậc {rank}, giữ thứ tự đã viết: {names}.",
        "Of the same rank {rank}, in the order written: {names}.",
    ),
    "names.places": (
        "Có lãnh đạo của nhiều nơi ({places}): thứ bậc không nói bên nào đứng trước, chủ nhà tùy sự kiện.",
        "Leaders of several places ({places}): the precedence does not say which side stands first; the host depends on the event.",
    ),
    "names.perhaps": ("có thể còn giữ, chưa rõ: {titles}", "perhaps holds as well, not known: {titles}"),
    "names.left_out": ("Còn {n} tên khác chưa tra.", "{n} more names were not looked up."),
    "names.why.unknown": ("danh bạ không có tên này", "the roster does not have this name"),
    "names.why.near": (
        "danh bạ không có tên này; gần giống: {people}",
        "the roster does not have this name; nearly so: {people}",
    ),
    "names.why.namesakes": (
        "danh bạ có {n} người trùng tên: ghi chức danh bên cạnh tên",
        "the roster has {n} people of this name: write the title beside it",
    ),
    "names.why.nothing-sure": (
        "danh bạ không chắc người này giữ chức gì ngày ấy",
        "the roster is not sure what this person held on that day",
    ),
    "names.why.dead": ("đã từ trần trước ngày ấy", "had died before that day"),
    "names.why.office-alone": ("chức danh không kèm tên", "an office without a name"),
    "names.why.other": (
        "người tên này trong danh bạ không giữ chức danh viết bên cạnh: có thể là người khác",
        "the roster's person of this name does not hold the title written beside it: it may be another",
    ),
    "cli.list": (
        "Xếp tên người theo thứ bậc, kèm chức danh đầy đủ của ngày ấy.",
        "Put names in order, with their full titles of that day.",
    ),
    "cli.list.details": (
        'Tên cách nhau bằng dấu phẩy, chấm phẩy hay xuống dòng; không ghi tên thì đọc từ đầu vào chuẩn. Ai danh bạ không chắc thì để ngỏ, không tự điền. Không có --as-of thì tính theo hôm nay.\n\nVí dụ: kiemtin list --as-of 12/03/2024 --pack qđ-tỉnh-mẫu "Lê Thị Bình, Trần Văn An"',
        "Names are parted by commas, semicolons or lines; without any they are read from standard input. Whoever the roster is not sure of stays open and is not filled in. Without --as-of it is today that counts.\n\nExample: kiemtin list --as-of 12/03/2024 < names.txt",
    ),
    "cli.meta.names": ("TÊN…", "NAMES…"),
}
