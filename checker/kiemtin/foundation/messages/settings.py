"""Messages about kiemtin.toml, side-cars and what is said about a piece from outside."""

from __future__ import annotations

_SETTINGS: dict[str, tuple[str, str]] = {
    "settings-unreadable": (
        "Không đọc được tệp cấu hình: {reason}.",
        "The configuration cannot be read: {reason}.",
    ),
    "settings-unreadable.help": (
        "Xem lại tên tệp sau --config (hoặc biến KIEMTIN_CONFIG) và quyền đọc.",
        "Look at the name behind --config (or in KIEMTIN_CONFIG) and at the permissions.",
    ),
    "settings-too-large": (
        "Tệp cấu hình quá lớn (hơn {limit} nghìn byte).",
        "The configuration is too large (more than {limit} thousand bytes).",
    ),
    "settings-too-large.help": (
        "kiemtin.toml chỉ ghi cấu hình; danh bạ và lịch để ở tệp riêng.",
        "kiemtin.toml holds settings only; rosters and calendars are files of their own.",
    ),
    "settings-not-utf8": ("Tệp cấu hình không phải UTF-8.", "The configuration is not UTF-8."),
    "settings-not-utf8.help": ("Lưu lại tệp với mã UTF-8.", "Save the file as UTF-8."),
    "settings-nested": (
        "Tệp cấu hình lồng quá nhiều tầng.",
        "The configuration is nested too deep.",
    ),
    "settings-nested.help": (
        "Chỉ cần các dòng khóa = giá trị, bảng [columns] và các bảng [[match]].",
        "Lines key = value, a table [columns] and tables [[match]] are all it takes.",
    ),
    "settings-syntax": ("Dòng này không đúng TOML ({reason}).", "This is not valid TOML ({reason})."),
    "settings-syntax.help": (
        'Mỗi dòng là khóa = "giá trị"; chữ phải để trong ngoặc kép.',
        'Each line is key = "value"; words stand in quotes.',
    ),
    "settings-key-unquoted": (
        "Khóa “{key}” có dấu hoặc có khoảng trắng mà không để trong ngoặc kép.",
        "The key “{key}” has spaces or letters beyond a–z and no quotes.",
    ),
    "settings-key-unquoted.help": (
        'Viết "{key}" = …, hoặc viết không dấu với gạch nối: bo-quy-tac = …',
        'Write "{key}" = …, or without tones and with dashes: bo-quy-tac = …',
    ),
    "settings-key-similar": ("Không có khóa “{key}”.", "There is no key “{key}”."),
    "settings-key-similar.help": ("Có phải ý bạn là “{similar}”?", "Did you mean “{similar}”?"),
    "settings-key-unknown": ("Không có khóa “{key}”.", "There is no key “{key}”."),
    "settings-key-unknown.help": (
        "Các khóa: {known}, các khóa như ở đầu bài (loại hình, tòa soạn, …), [columns], [[match]].",
        "Keys: {known}, those of a draft's head (medium, outlet, …), [columns], [[match]].",
    ),
    "settings-key-twice": ("Khóa “{key}” được ghi hai lần.", "The key “{key}” is given twice."),
    "settings-key-twice.help": (
        "Giữ một dòng; khóa tiếng Anh và tiếng Việt là một.",
        "Keep one of them; a key is the same in English and Vietnamese.",
    ),
    "settings-bad-text": (
        "“{value}” không dùng được cho “{key}”.{known}",
        "“{value}” is no value for “{key}”.{known}",
    ),
    "settings-bad-text.help": (
        'Ghi tên một bộ có sẵn hoặc đường dẫn tệp .quy: {key} = "noi-quy.quy".',
        'Name a bundled pack or a .quy file: {key} = "our-rules.quy".',
    ),
    "settings-bad-paths": (
        "“{value}” không phải là tên tệp cho “{key}”.{known}",
        "“{value}” names no file for “{key}”.{known}",
    ),
    "settings-bad-paths.help": (
        'Ghi một tệp hoặc nhiều tệp: {key} = ["a.csv", "b.csv"]; đường dẫn tính từ thư mục của kiemtin.toml.',
        'Name one file or several: {key} = ["a.csv", "b.csv"]; paths start at the folder of kiemtin.toml.',
    ),
    "settings-bad-flag": (
        "“{value}” không dùng được cho “{key}”.{known}",
        "“{value}” is no value for “{key}”.{known}",
    ),
    "settings-bad-flag.help": (
        "Ghi true hoặc false, không có ngoặc kép.",
        "Write true or false, without quotes.",
    ),
    "settings-bad-rate": (
        "“{value}” không phải là tốc độ đọc.{known}",
        "“{value}” is no reading rate.{known}",
    ),
    "settings-bad-rate.help": (
        "Ghi số chữ đọc trong một phút, từ 60 đến 600: {key} = 240",
        "Give the syllables read in a minute, from 60 to 600: {key} = 240",
    ),
    "settings-bad-word": (
        "“{value}” không dùng được cho “{key}”.",
        "“{value}” is no value for “{key}”.",
    ),
    "settings-bad-word.help": ("Ghi một trong: {known}.", "Write one of: {known}."),
    "settings-bad-datum": (
        "“{value}” không đọc được là “{key}”.",
        "“{value}” cannot be read as “{key}”.",
    ),
    "settings-bad-datum.help": (
        'Ghi như ở đầu một bài, trong ngoặc kép: "báo in", "12/03/2024", "19h30".',
        'Write it as at the head of a draft, in quotes: "print", "12/03/2024", "19:30".',
    ),
    "settings-bad-columns": ("“{key}” phải là một bảng.", "“{key}” must be a table."),
    "settings-bad-columns.help": (
        'Viết [columns], rồi mỗi cột một dòng: "Tên VTR" = "tên tin"',
        'Write [columns], then a line for each: "VTR name" = "title"',
    ),
    "settings-bad-column": (
        "Cột “{heading}” được ghi là “{value}”, không phải tên cột nào đã biết.",
        "The column “{heading}” is said to be “{value}”, which is no known heading.",
    ),
    "settings-bad-column.help": (
        'Các cột: STT, tên tin, lời dẫn, nội dung, thời lượng, TL thực, khối, CG, trang, mục, kỹ thuật, ghi chú, tình trạng …; "-" là bỏ qua cột.',
        'Headings: no, title, lead, text, duration, actual, block, graphic, page, section, cue, note, status …; "-" leaves the column out.',
    ),
    "settings-bad-match": (
        "“{key}” phải là các bảng có hai ngoặc.",
        "“{key}” must be tables in double brackets.",
    ),
    "settings-bad-match.help": (
        "Viết [[match]], dưới đó là files = …",
        "Write [[match]] and below it files = …",
    ),
    "settings-match-without-files": (
        "Bảng [[match]] này không nói tới tệp nào.",
        "This table [[match]] speaks of no file.",
    ),
    "settings-match-without-files.help": (
        'Thêm dòng files = "thoi-su/*.xlsx": tên, mẫu hoặc thư mục, tính từ thư mục của kiemtin.toml.',
        'Add files = "news/*.xlsx": a name, a pattern or a folder, from the folder of kiemtin.toml.',
    ),
}

_SIDE_CAR: dict[str, tuple[str, str]] = {
    "side-car-unreadable": ("Không đọc được tệp đi kèm: {reason}.", "The side-car cannot be read: {reason}."),
    "side-car-unreadable.help": (
        "Xem quyền đọc tệp, hoặc bỏ tệp đi.",
        "Look at its permissions, or take it away.",
    ),
    "side-car-not-utf8": ("Tệp đi kèm không phải chữ UTF-8.", "The side-car is not UTF-8 text."),
    "side-car-not-utf8.help": (
        "Lưu lại với mã UTF-8; mỗi dòng là khóa: giá trị.",
        "Save it as UTF-8; each line is key: value.",
    ),
    "side-car-text": (
        "Tít, sa-pô ghi ở {path} không dùng: chữ của bài chỉ đọc trong bài.",
        "Headline or lead in {path} are not used: a piece's words are read in the piece alone.",
    ),
    "side-car-key-unknown": (
        'Khóa "{key}" trong {path} không dùng đến.',
        'The key "{key}" in {path} is not used.',
    ),
    "side-car-key-similar": (
        'Khóa "{key}" trong {path} không dùng đến. Có phải ý bạn là "{similar}"?',
        'The key "{key}" in {path} is not used. Did you mean "{similar}"?',
    ),
    "side-car-differs": (
        "“{key}” ở đầu bài và ở {path} khác nhau; theo đầu bài.",
        "“{key}” is given otherwise in {path}; what the piece says stands.",
    ),
    "side-car-differs.help": ("Sửa một trong hai chỗ.", "Correct one of the two."),
}

_SHOW: dict[str, tuple[str, str]] = {
    "show.settings": ("cấu hình: {path}", "configuration: {path}"),
    "show.known": ("{key}: {value} — {source}", "{key}: {value} — {source}"),
    "show.known_somehow": ("{key}: {value}", "{key}: {value}"),
    "show.known_hour": ("giờ: {source}", "hour: {source}"),
    "show.unknown": ("chưa biết: {keys}", "not known: {keys}"),
    "show.duration.estimated": (
        "ước đọc {duration} ({rate} chữ/phút; không dùng để xét)",
        "read in about {duration} ({rate} syllables a minute; nothing is judged by it)",
    ),
    "source.command": ("lựa chọn", "option"),
    "source.environment": ("biến môi trường", "environment"),
    "source.cell": ("dòng của tin", "the item's row"),
    "source.head": ("đầu bài", "the head"),
    "source.side-car": ("tệp đi kèm", "side-car"),
    "source.calendar": ("lịch công tác", "work calendar"),
    "source.settings": ("cấu hình", "configuration"),
    "source.properties": ("thuộc tính của tệp", "the file's property"),
    "source.order": ("thứ tự dòng", "the order of rows"),
    "source.computed": ("tính từ giờ đầu và thời lượng", "computed from the first hour and the lengths"),
}

MESSAGES: dict[str, tuple[str, str]] = {**_SETTINGS, **_SIDE_CAR, **_SHOW}
