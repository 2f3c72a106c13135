"""Messages of `adopting`: the first quarter of an hour, and how an installation is."""

from __future__ import annotations

_COMMANDS: dict[str, tuple[str, str]] = {
    "cli.init": (
        "Xem thư mục bản thảo, bản tin rồi viết kiemtin.toml cho nó.",
        "Look at a folder of drafts and rundowns and write a kiemtin.toml for it.",
    ),
    "cli.init.details": (
        "Cho biết nhận ra gì: bài, bản tin, tên cột, danh bạ, lịch, bộ quy tắc, phông cũ; rồi viết kiemtin.toml, mỗi dòng có "
        "lời giải thích. Điều chưa chắc được ghi thành dòng có dấu #. Không bao giờ ghi đè.\n\n"
        'Ví dụ: kiemtin init bai-viet --outlet "Báo Nam Sơn" --medium "báo điện tử"',
        "Says what it recognises: drafts, rundowns, columns, rosters, calendars, packs, old fonts; then writes kiemtin.toml, "
        "each line with its explanation. What is not certain becomes a line behind #. It never overwrites.\n\n"
        'Example: kiemtin init drafts --outlet "The Daily" --medium online',
    ),
    "cli.doctor": (
        "Máy đã cài gì, thiếu gì; đang dùng bộ quy tắc, danh bạ nào, cũ mới ra sao.",
        "What is installed and what is missing; which pack, roster and cache are used, and how old.",
    ),
    "cli.doctor.details": (
        "Không đọc bản thảo nào, không gửi gì đi. Mã kết thúc 4: bộ quy tắc, danh bạ, lịch hoặc kiemtin.toml đang dùng bị sai.\n\n"
        "Ví dụ: kiemtin doctor --pack noi-quy.quy",
        "Reads no draft and sends nothing. Exit code 4: the pack, roster, calendar or kiemtin.toml in use is not valid.\n\n"
        "Example: kiemtin doctor --pack newsroom.quy",
    ),
    "cli.completion": (
        "In đoạn lệnh để bash, zsh, fish tự hoàn thành câu lệnh.",
        "Print what bash, zsh or fish needs to complete command lines.",
    ),
    "cli.completion.details": (
        'bash: thêm vào ~/.bashrc dòng eval "$(kiemtin completion bash)"\n\n'
        'zsh: thêm vào ~/.zshrc, sau compinit, dòng eval "$(kiemtin completion zsh)"\n\n'
        "fish: kiemtin completion fish > ~/.config/fish/completions/kiemtin.fish",
        'bash: add to ~/.bashrc the line eval "$(kiemtin completion bash)"\n\n'
        'zsh: add to ~/.zshrc, after compinit, the line eval "$(kiemtin completion zsh)"\n\n'
        "fish: kiemtin completion fish > ~/.config/fish/completions/kiemtin.fish",
    ),
    "cli.help": (
        "Đọc tài liệu ngay tại đây, không cần mạng.",
        "Read the documentation here, offline.",
    ),
    "cli.help.details": (
        "Không nêu ĐỀ-TÀI thì liệt kê các trang. ĐỀ-TÀI là tên trang, chữ trong tên trang, hoặc một lệnh.\n\n"
        "Ví dụ: kiemtin help danh bạ",
        "Without a TOPIC the pages are listed. A TOPIC is a page, words of its title, or a command.\n\n"
        "Example: kiemtin help roster",
    ),
    "cli.meta.topic": ("ĐỀ-TÀI", "TOPIC"),
    "cli.meta.words_of": ("CHỮ", "TEXT"),
    "cli.option.help_copy": (
        "Chép tệp đi kèm này ra thư mục đang đứng; - để xem có những tệp nào.",
        "Copy this file that ships with the pages into the working folder; - lists them.",
    ),
    "help.files": ("Các tệp đi kèm: {names}", "Files that ship with the pages: {names}"),
    "help.copied": ("Đã chép {name}.", "Copied: {name}."),
    "cli.option.init_ask": (
        "Hỏi trên terminal: tòa soạn, loại hình, bộ quy tắc, nghĩa của từng cột lạ.",
        "Ask on the terminal: outlet, medium, pack, and what each unknown column means.",
    ),
    "init.not_asked": ("--ask chỉ hỏi được trên terminal.", "--ask can only ask on a terminal."),
    "init.ask.outlet": ("Tên tòa soạn; trống là không ghi", "Name of the outlet; empty to leave it out"),
    "init.ask.medium": (
        "Loại hình (báo in, báo điện tử, phát thanh, truyền hình); trống là không ghi",
        "Medium (print, online, radio, television); empty to leave it out",
    ),
    "init.ask.pack": (
        "Bộ quy tắc: tệp .quy hoặc tên bộ có sẵn; trống là bộ mẫu",
        "Pack: a .quy file or the name of a shipped one; empty for the sample",
    ),
    "init.ask.column": (
        "Cột “{words}” (có ở {path}) là cột nào: tên tin, nội dung, thời lượng, trang …; - là không đọc; trống là để sau",
        "Column “{words}” (in {path}) is which: tên tin, nội dung, thời lượng, trang …; - leaves it out; empty for later",
    ),
    "init.bad_column": ("“{value}” không phải tên cột đã biết.", "“{value}” is no known heading."),
    "cli.option.init_print": (
        "Chỉ in kiemtin.toml ra, không ghi.",
        "Only print the kiemtin.toml, write nothing.",
    ),
    "cli.option.init_pack": ("Bộ quy tắc sẽ dùng.", "The pack to use."),
    "cli.option.init_outlet": ("Tên tòa soạn.", "The name of the outlet."),
    "cli.option.init_medium": (
        "Loại hình: báo in, báo điện tử, phát thanh, truyền hình.",
        "The medium: print, online, radio, television.",
    ),
}

_INIT: dict[str, tuple[str, str]] = {
    "init.no_folder": ("không có thư mục {folder}.", "there is no folder {folder}."),
    "init.exists": (
        "{path} đã có, không ghi đè; xem đề nghị bằng --print.",
        "{path} exists and is not replaced; see the proposal with --print.",
    ),
    "init.bad_medium": (
        "--medium: “{value}” không phải báo in, báo điện tử, phát thanh hay truyền hình.",
        "--medium: “{value}” is none of print, online, radio, television.",
    ),
    "init.found": ("Thư mục {folder}:", "Folder {folder}:"),
    "init.spread": (
        "Thư mục lớn: đã xem {read} trong {n} tệp, chọn rải đều.",
        "A large folder: {read} of {n} files were looked at, spread evenly.",
    ),
    "init.kind.item": ("{n} bài: {paths}", "{n} {n:draft|drafts}: {paths}"),
    "init.kind.bulletin": ("{n} bản tin: {paths}", "{n} {n:rundown|rundowns}: {paths}"),
    "init.kind.roster": ("{n} danh bạ: {paths}", "{n} {n:roster|rosters}: {paths}"),
    "init.kind.calendar": ("{n} lịch công tác: {paths}", "{n} work {n:calendar|calendars}: {paths}"),
    "init.kind.pack": ("{n} bộ quy tắc: {paths}", "{n} {n:pack|packs}: {paths}"),
    "init.nothing": (
        "Không có bài, bản tin, danh bạ, lịch hay bộ quy tắc nào.",
        "No draft, rundown, roster, calendar or pack is there.",
    ),
    "init.columns": ("Cột đã hiểu: {columns}", "Columns that are understood: {columns}"),
    "init.unknown_columns": (
        "{n} cột chưa hiểu, sẽ không đọc: {columns}. Ghi nghĩa của chúng ở [columns].",
        "{n} {n:column|columns} not understood and not read: {columns}. Say in [columns] what they mean.",
    ),
    "init.said.outlet": (
        "Tòa soạn ghi trong {n}/{of} tin: {said}",
        "Outlet given in {n} of {of} pieces: {said}",
    ),
    "init.said.medium": (
        "Loại hình ghi trong {n}/{of} tin: {said}",
        "Medium given in {n} of {of} pieces: {said}",
    ),
    "init.said.programme": (
        "Bản tin, chương trình ghi trong {n}/{of} tin: {said}",
        "Programme given in {n} of {of} pieces: {said}",
    ),
    "init.no_medium": (
        "Không tin nào ghi loại hình: quy tắc về dung lượng, thời lượng chưa kiểm được. Ghi medium ở kiemtin.toml.",
        "No piece gives its medium: rules on length cannot be checked. Set medium in kiemtin.toml.",
    ),
    "init.undated": (
        "{n}/{of} tin không ghi ngày đăng: chức danh, quy tắc theo ngày chưa kiểm được. Thêm ở đầu bài “ngày đăng: 12/03/2024”.",
        "{n} of {of} pieces give no day of publication: what goes by dates cannot be checked. Add “date: 2024-03-12” at the head.",
    ),
    "init.old_encoding": (
        "{n} tệp gõ bằng phông cũ (TCVN3, VNI), vẫn đọc được: {paths}",
        "{n} {n:file is|files are} written in old fonts (TCVN3, VNI) and can be read: {paths}",
    ),
    "init.unread": (
        "{n} tệp không đọc được: {paths}. {reason}",
        "{n} {n:file|files} cannot be read: {paths}. {reason}",
    ),
    "init.others": (
        "{n} tệp thuộc loại không đọc: {kinds}. Lưu bản thảo thành .docx, bản tin thành .xlsx.",
        "{n} {n:file|files} of types that are not read: {kinds}. Save drafts as .docx, rundowns as .xlsx.",
    ),
    "init.written": (
        "Đã viết {path}. Tiếp theo: kiemtin check {folder}; xem máy đã cài gì: kiemtin doctor",
        "Written: {path}. Next: kiemtin check {folder}; what is installed: kiemtin doctor",
    ),
    "init.above": (
        "{path} ở thư mục trên từ nay không dùng cho thư mục này.",
        "{path} in a folder above no longer holds for this one.",
    ),
    "init.toml.head": (
        "Cấu hình của Kiểm tin cho thư mục này và các thư mục bên trong. Mọi khóa: kiemtin help settings\n"
        "Dòng có dấu # ở đầu chưa có tác dụng: bỏ dấu ấy đi là dùng.",
        "Settings of Kiểm tin for this folder and those inside it. All keys: kiemtin help settings\n"
        "A line behind # has no effect: remove the sign to use it.",
    ),
    "init.toml.pack": (
        "Bộ quy tắc: tệp .quy của tòa soạn, hoặc tên một bộ có sẵn.",
        "The pack: the newsroom's .quy file, or the name of one that is shipped.",
    ),
    "init.toml.no_pack": (
        "Chưa ghi thì dùng bộ mẫu, số liệu chỉ để minh họa.",
        "Without it the sample is used, whose figures only illustrate.",
    ),
    "init.toml.packs": ("Thấy các bộ: {packs}. Chọn một.", "Found: {packs}. Choose one."),
    "init.toml.roster": (
        "Danh bạ: ai giữ chức gì, từ ngày nào. “có sẵn” là danh bạ đi kèm.",
        "Rosters: who held which office from when on. “có sẵn” is the one that is shipped.",
    ),
    "init.toml.events": (
        "Lịch công tác: cho biết sự kiện và giờ của tin khớp lịch.",
        "Work calendars: they tell event and hour of the pieces that match.",
    ),
    "init.toml.outlet": ("Tòa soạn, cho tin không tự ghi.", "The outlet, for pieces that do not give it."),
    "init.toml.medium": (
        "Loại hình, cho tin không tự ghi: báo in, báo điện tử, phát thanh, truyền hình.",
        "The medium, for pieces that do not give it: print, online, radio, television.",
    ),
    "init.toml.seen": ("Trong {n} tin đã xem: {said}.", "In the {n} {n:piece|pieces} looked at: {said}."),
    "init.toml.language": ("Ngôn ngữ của thông báo: vi, en.", "The language of messages: vi, en."),
    "init.toml.threshold": (
        "Từ mức nào thì mã kết thúc là 1: phải, nên, lưu ý.",
        "From which severity on the exit code is 1: must, should, note.",
    ),
    "init.toml.unconfirmed": (
        "Phát hiện chưa xác nhận (ngoại lệ thiếu dữ liệu): bỏ qua, hỏi, lỗi.",
        "Findings that are not confirmed (an exception lacks a datum): pass, confirm, fail.",
    ),
    "init.toml.columns": (
        'Tên cột riêng của tòa soạn = tên cột đã biết; "-" là không đọc cột ấy. Bỏ dấu # ở dòng đúng.',
        'The newsroom\'s own headings = a known heading; "-" leaves a column out. Remove the # where it is right.',
    ),
    "init.toml.column_in": ("có trong {n} bản tin, như {path}", "in {n} {n:rundown|rundowns}, as in {path}"),
}

_HELP: dict[str, tuple[str, str]] = {
    "help.topics": (
        "Các trang tài liệu (kiemtin help TÊN):",
        "Pages of the documentation (kiemtin help NAME):",
    ),
    "help.other_language": ("(chỉ có tiếng Anh)", "(in Vietnamese only)"),
    "help.no_pages": (
        "Bản cài này không kèm tài liệu; mỗi lệnh vẫn có --help.",
        "This installation has no documentation with it; each command has its --help.",
    ),
    "help.no_topic": ("không có trang hay lệnh nào là “{topic}”.", "no page or command is “{topic}”."),
}

_DOCTOR: dict[str, tuple[str, str]] = {
    "doctor.area.program": ("Chương trình", "Program"),
    "doctor.area.formats": ("Định dạng", "Formats"),
    "doctor.area.extras": ("Phần cài thêm", "Extras"),
    "doctor.area.settings": ("Cấu hình", "Settings"),
    "doctor.area.packs": ("Bộ quy tắc", "Packs"),
    "doctor.area.rosters": ("Danh bạ", "Rosters"),
    "doctor.area.calendars": ("Lịch công tác", "Calendars"),
    "doctor.area.cache": ("Bộ nhớ đệm", "Cache"),
    "doctor.state.fine": ("được", "fine"),
    "doctor.state.lacking": ("chưa cài", "lacking"),
    "doctor.state.doubtful": ("xem lại", "doubtful"),
    "doctor.state.wrong": ("sai", "wrong"),
    "doctor.program": (
        "kiemtin {version}, Python {python}, {system}, ở {folder}",
        "kiemtin {version}, Python {python}, {system}, in {folder}",
    ),
    "doctor.compiled": ("phần nhận dạng đã biên dịch", "recognition is compiled"),
    "doctor.not_compiled": (
        "phần nhận dạng chạy bằng Python: kết quả như nhau, soát kho lớn chậm hơn chừng hai lần",
        "recognition runs as Python: the answers are the same, archives take about twice as long",
    ),
    "doctor.encoding": ("tên tệp theo {encoding}", "names of files are in {encoding}"),
    "doctor.reads": ("đọc: {endings}", "reads: {endings}"),
    "doctor.writes": ("báo cáo: {names}", "reports: {names}"),
    "doctor.office": ("LibreOffice (đọc .doc, .rtf): {program}", "LibreOffice (reads .doc, .rtf): {program}"),
    "doctor.office_lacking": (
        "LibreOffice (đọc .doc, .rtf): không thấy. Cần thì cài LibreOffice, hoặc lưu bài thành .docx",
        "LibreOffice (reads .doc, .rtf): not found. If you need it, install LibreOffice, or save drafts as .docx",
    ),
    "doctor.extra": ("{extra} ({what}): {there}", "{extra} ({what}): {there}"),
    "doctor.extra_lacking": (
        '{extra} ({what}): thiếu {lacking}. Cần thì chạy: pip install "kiemtin[{extra}]"',
        '{extra} ({what}): lacks {lacking}. If you need it: pip install "kiemtin[{extra}]"',
    ),
    "doctor.what.archive": ("soát kho WARC, Parquet, nén zstd", "archives: WARC, Parquet, zstd"),
    "doctor.what.dask": ("soát kho trên nhiều máy", "archives on several machines"),
    "doctor.what.lsp": (
        "trợ giúp khi viết quy tắc trong trình soạn thảo",
        "help for authors in their editor",
    ),
    "doctor.what.nlp": ("đếm theo từ", "counting words"),
    "doctor.what.pdf": ("chữ trong tệp PDF", "the text of PDF files"),
    "doctor.what.serve": ("cổng soát kiemtin serve", "the gate, kiemtin serve"),
    "doctor.what.sign": ("chữ ký của gói quy tắc", "signatures of packages"),
    "doctor.what.watch": ("canh thư mục, kiemtin watch", "watching folders, kiemtin watch"),
    "doctor.what.web": ("trang web, trang chủ đã lưu", "web pages, saved home pages"),
    "doctor.no_settings": (
        "không có kiemtin.toml; viết một tệp: kiemtin init",
        "no kiemtin.toml; write one: kiemtin init",
    ),
    "doctor.settings": ("{path}, sửa lần cuối {age}", "{path}, last changed {age}"),
    "doctor.settings_wrong": ("kiemtin.toml sai", "kiemtin.toml is wrong"),
    "doctor.pack": (
        "{pack}: {rules} quy tắc, mã nguồn {key}",
        "{pack}: {rules} {rules:rule|rules}, sources {key}",
    ),
    "doctor.pack_default": (
        "{pack}: {rules} quy tắc, mã nguồn {key}; bộ mẫu, dùng khi không chọn bộ nào",
        "{pack}: {rules} {rules:rule|rules}, sources {key}; a sample, used where none is chosen",
    ),
    "doctor.pack_wrong": ("{pack}: không dùng được", "{pack}: cannot be used"),
    "doctor.pack_part": (
        "{pack} ({status}) hiệu lực từ {from}, rà soát đến {reviewed}: {path}",
        "{pack} ({status}) in force from {from}, reviewed until {reviewed}: {path}",
    ),
    "doctor.pack_never_reviewed": (
        "{pack} ({status}) hiệu lực từ {from}, không ghi rà soát đến ngày nào: {path}",
        "{pack} ({status}) in force from {from}, without a day up to which it was reviewed: {path}",
    ),
    "doctor.pack_shipped": (
        "{pack} ({status}), đi kèm kiemtin, hiệu lực từ {from}",
        "{pack} ({status}), shipped with kiemtin, in force from {from}",
    ),
    "doctor.pack_unreviewed_shipped": (
        "{pack} ({status}), đi kèm kiemtin, rà soát đến {reviewed}, đã quá {days} ngày: xem có bản kiemtin mới hơn không",
        "{pack} ({status}), shipped with kiemtin, was reviewed until {reviewed}, {days} {days:day|days} ago: see whether there is a newer "
        "kiemtin",
    ),
    "doctor.pack_unreviewed": (
        "{pack} ({status}) rà soát đến {reviewed}, đã quá {days} ngày: đối chiếu lại với văn bản rồi sửa dòng “rà soát đến”: {path}",
        "{pack} ({status}) was reviewed until {reviewed}, {days} {days:day|days} ago: compare it with the regulation again: {path}",
    ),
    "doctor.pack_ended": (
        "{pack} ({status}) hết hiệu lực từ {end}: {path}",
        "{pack} ({status}) ended on {end}: {path}",
    ),
    "doctor.not_said": ("không ghi", "not said"),
    "doctor.roster": (
        "{roster}: {people} người, {terms} nhiệm kỳ, điều mới nhất ngày {last} ({days} ngày trước)",
        "{roster}: {people} people, {terms} terms, the newest fact of {last} ({days} {days:day|days} ago)",
    ),
    "doctor.roster_old": (
        "{roster}: {people} người, {terms} nhiệm kỳ, điều mới nhất ngày {last}, {days} ngày trước: chức danh sau ngày ấy là chưa biết. "
        "Cập nhật: kiemtin officials export, import",
        "{roster}: {people} people, {terms} terms, the newest fact of {last}, {days} {days:day|days} ago: offices after that day are not "
        "known. Keep it up with: kiemtin officials export, import",
    ),
    "doctor.roster_undated": (
        "{roster}: {people} người, {terms} nhiệm kỳ, không điều nào có ngày",
        "{roster}: {people} people, {terms} terms, none of them dated",
    ),
    "doctor.roster_wrong": ("{roster}: không dùng được", "{roster}: cannot be used"),
    "doctor.calendar": (
        "{path}: {n} sự kiện, {first} – {last}",
        "{path}: {n} {n:event|events}, {first} – {last}",
    ),
    "doctor.calendar_empty": ("{path}: không có sự kiện nào", "{path}: no event"),
    "doctor.calendar_wrong": ("{path}: không dùng được", "{path}: cannot be used"),
    "doctor.cache": (
        "{folder}: {n} mục, {size} MB, mới nhất {newest} ngày, cũ nhất {oldest} ngày; xóa đi chỉ mất thời gian dựng lại",
        "{folder}: {n} {n:entry|entries}, {size} MB, {newest} to {oldest} days old; deleting it only costs time",
    ),
    "doctor.cache_empty": ("{folder}: chưa có gì", "{folder}: empty"),
    "doctor.cache_off": (
        "tắt (KIEMTIN_CACHE=off): mỗi lần chạy dựng lại",
        "off (KIEMTIN_CACHE=off): built anew in each run",
    ),
    "doctor.cache_closed": (
        "{folder}: không ghi được; mỗi lần chạy dựng lại",
        "{folder}: cannot be written; built anew in each run",
    ),
}

MESSAGES = {**_COMMANDS, **_INIT, **_HELP, **_DOCTOR}
