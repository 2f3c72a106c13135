"""Messages of the room `cli`."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # Help: `cli.<command>` is one line, `.details` what it does and an example.
    "cli.kiemtin": (
        "Kiểm tin: soát thứ tự, chức danh, vị trí, dung lượng, thời điểm khi đưa tin về lãnh đạo.",
        "Kiểm tin: checks order, titles, place, length and time in news about leaders.",
    ),
    "cli.kiemtin.details": (
        "Chỉ soát cách trình bày, không nhận xét nội dung. Bắt đầu bằng: kiemtin check bai.docx",
        "It checks presentation only, never opinion. Begin with: kiemtin check draft.docx",
    ),
    "cli.check": (
        "Soát tin, bản tin: cần sửa chữ nào, theo điều khoản nào.",
        "Check items and bulletins: which words to change, by which clause.",
    ),
    "cli.check.details": (
        "TỆP là .docx, .txt, .md, .xlsx hoặc .csv; dấu - nghĩa là đọc chữ từ đầu vào. Tệp nào không đọc được "
        "thì báo riêng, các tệp khác vẫn được soát. Bản thảo không bao giờ bị sửa.\n\n"
        "Ví dụ: kiemtin check bai.docx --as-of 12/03/2024",
        "FILE is .docx, .txt, .md, .xlsx or .csv; - reads text from standard input. A file that cannot be read is "
        "reported, the others are still checked. Drafts are never changed.\n\n"
        "Example: kiemtin check draft.docx --as-of 2024-03-12",
    ),
    "cli.fix": (
        "Sửa những chỗ sửa được chắc chắn; cho xem trước, chỉ ghi khi có --write.",
        "Make the repairs that are beyond doubt; shows them first, writes only with --write.",
    ),
    "cli.fix.details": (
        "In ra phần khác nhau. Với --write: .txt, .md được sửa tại chỗ; .docx được sửa trong một bản sao cạnh bản thảo, thành "
        "thay đổi có theo dõi. Mỗi chỗ sửa được soát lại: chỉ giữ nếu hết lỗi ấy và không sinh lỗi khác.\n\n"
        "Mã kết thúc 1: còn chỗ phải sửa, hoặc chưa ghi.\n\nVí dụ: kiemtin fix bai.md --write",
        "Prints the difference. With --write: .txt and .md are changed in place; .docx in a copy beside the draft, as tracked "
        "changes. Each repair is checked again: it stays only if the finding is gone and no other has come.\n\n"
        "Exit code 1: something is left to be changed, or was not written.\n\nExample: kiemtin fix draft.md --write",
    ),
    "cli.option.fix_write": ("Ghi vào tệp; không có thì chỉ cho xem.", "Write the files; without it they are only shown."),
    "cli.option.fix_ask": (
        "Hỏi từng chỗ chưa chắc chắn: c (có), k (không), t (thôi).",
        "Ask about each repair that is not beyond doubt: y (yes), n (no), q (quit).",
    ),
    "fix.question": ("Sửa chỗ này? c/k/t", "Make this change? y/n/q"),
    "fix.shown": (
        "{path}: {n} chỗ sửa được, chưa ghi; ghi bằng --write.",
        "{path}: {n} {n:repair|repairs}, not written; write with --write.",
    ),
    "fix.written": ("{path}: đã sửa {n} chỗ.", "{path}: {n} {n:repair|repairs} made."),
    "fix.nothing": ("{path}: không có chỗ nào sửa được chắc chắn.", "{path}: nothing to repair beyond doubt."),
    "fix.left": (
        "Còn {left} chỗ cần người xem: --ask.",
        "{left} {left:repair needs|repairs need} a person's look: --ask.",
    ),
    "fix.copy": ("Bản sao có theo dõi thay đổi: {path}", "Copy with tracked changes: {path}"),
    "fix-no-text": (
        "Loại tệp này không sửa tại chỗ được.",
        "Files of this kind are not changed in place.",
    ),
    "fix-no-text.help": (
        "Sửa tay theo báo cáo của kiemtin check; fix nhận .txt, .md và .docx.",
        "Change it by hand after the report of kiemtin check; fix takes .txt, .md and .docx.",
    ),
    "fix-old-encoding": (
        "Tệp dùng bảng mã cũ (TCVN3 hoặc VNI), không sửa tại chỗ được.",
        "The file is in an old encoding (TCVN3 or VNI) and is not changed in place.",
    ),
    "fix-old-encoding.help": ("Lưu lại tệp bằng UTF-8 rồi chạy lại.", "Save the file as UTF-8 and run again."),
    "cli.feedback": (
        "Báo nhầm: bỏ qua một phát hiện kèm lý do, giữ lại ca mẫu cho người viết quy tắc.",
        "Report a false alarm: waive a finding with its reason, keep a case for the author of the rule.",
    ),
    "cli.feedback.details": (
        "Ghi thêm vào kiemtin-waivers.toml cạnh bài, và một ví dụ đã thay tên người vào thư mục kiemtin-feedback. Xem lại ví dụ "
        "trước khi gửi đi.\n\nVí dụ: kiemtin feedback bai.md 1 --reason \"đã nêu ở ảnh\" --person \"Lê Thị Na\"",
        "Adds to kiemtin-waivers.toml beside the draft, and writes an example with people's names replaced into the folder "
        "kiemtin-feedback. Look at it before you send it.\n\n"
        "Example: kiemtin feedback draft.md 1 --reason \"the caption gives it\" --person \"Le Thi Na\"",
    ),
    "cli.meta.words": ("LỜI", "WORDS"),
    "cli.option.reason": ("Vì sao đây không phải lỗi.", "Why this is no mistake."),
    "cli.option.answering": ("Ai chịu trách nhiệm bỏ qua.", "Who answers for it."),
    "cli.option.until": ("Bỏ qua đến hết ngày này; mặc định một năm.", "Waived until this day; one year by default."),
    "cli.option.feedback_list": (
        "Chỉ liệt kê quy tắc hay bị bỏ qua nhất.", "Only list the rules that are waived most often.",
    ),
    "feedback.needed": (
        "cần TỆP, số hoặc vân tay của phát hiện, --reason và --person; hoặc --list.",
        "FILE, the finding's number or fingerprint, --reason and --person are needed; or --list.",
    ),
    "feedback.written": ("Đã ghi {waivers} và {case}.", "Written: {waivers} and {case}."),
    "feedback.row": (
        "{rule}: {n} lần bỏ qua, {false} báo nhầm", "{rule}: {n} {n:waiver|waivers}, {false} {false:false alarm|false alarms}",
    ),
    "feedback.none": ("Chưa có chỗ nào được bỏ qua.", "Nothing is waived."),
    "cli.baseline": (
        "Ghi lại những lỗi đã biết, để lần sau tách riêng lỗi mới.",
        "Write down what is known, so that what is new can be told apart.",
    ),
    "cli.baseline.details": (
        "Sau đó: kiemtin check --baseline TỆP. Lỗi đã biết vẫn được in và đếm riêng, lỗi đã hết cũng được nói; chỉ lỗi mới "
        "làm mã kết thúc thành 1.\n\nVí dụ: kiemtin baseline kho-bai/ --output kiemtin-baseline.json",
        "Then: kiemtin check --baseline FILE. What is known is still shown and counted apart, what is gone is told, too; only "
        "what is new makes the exit code 1.\n\nExample: kiemtin baseline archive/ --output kiemtin-baseline.json",
    ),
    "cli.option.baseline_output": ("Tệp để ghi; mặc định {default}.", "The file to write; {default} by default."),
    "cli.option.baseline": (
        "Tệp lỗi đã biết (kiemtin baseline): lỗi trong đó không tính vào mã kết thúc.",
        "A baseline (kiemtin baseline): what it knows does not count for the exit code.",
    ),
    "cli.option.waivers": (
        "Tệp các chỗ được bỏ qua; mặc định kiemtin-waivers.toml cạnh bài hoặc ở thư mục trên.",
        "File of waivers; by default kiemtin-waivers.toml beside the draft or in a folder above.",
    ),
    "cli.option.no_waivers": (
        "Không bỏ qua chỗ nào, kể cả chú thích trong bài.",
        "Waive nothing, not even by comments in a draft.",
    ),
    "baseline.written": (
        "{path}: {n} lỗi đã biết trong {files} tệp; {gone} lỗi cũ không còn.",
        "{path}: {n} known {n:finding|findings} in {files} {files:file|files}; {gone} old {gone:one is|ones are} gone.",
    ),
    "cli.show": (
        "Cho xem máy đã đọc và nhận ra gì: tên, chức danh, danh sách.",
        "Show what was read and recognised: names, titles, listings.",
    ),
    "cli.show.details": (
        "Dùng khi thấy kết quả lạ: máy có nhận đúng người, đúng chức danh không. Với --format jsonl, mỗi tệp là một "
        "dòng JSON; vị trí tính theo ký tự của “text”.\n\nVí dụ: kiemtin show bai.docx --why",
        "For when a result looks odd: was the right person recognised, with the right title? With --format jsonl each "
        "file is one line of JSON; offsets are code points of its “text”.\n\nExample: kiemtin show draft.docx --why",
    ),
    "cli.explain": (
        "Giải thích vì sao một quy tắc cho kết quả như vậy.",
        "Explain why a rule came to its result.",
    ),
    "cli.explain.details": (
        "Chọn phát hiện theo số trong ngoặc, theo vân tay, hoặc theo tên quy tắc; không chọn thì giải thích mọi phát "
        "hiện. TỆP cũng có thể là báo cáo .json, .jsonl: bản thảo và bộ quy tắc lấy theo báo cáo.\n\n"
        "Ví dụ: kiemtin explain bai.docx 1",
        "Choose a finding by its number in brackets or its fingerprint, or a rule by its name; without a choice every finding "
        "is explained. FILE may be a report, .json or .jsonl: it names the draft and the pack.\n\n"
        "Example: kiemtin explain draft.docx 1",
    ),
    "cli.audit": (
        "Soát cả kho lưu trữ, giữ kết quả để thống kê.",
        "Check a whole archive and keep the results.",
    ),
    "cli.report": ("Báo cáo từ kho kết quả: tỷ lệ, xu hướng, dẫn chứng.", "Report from a store: rates, trends, evidence."),
    "cli.compare": (
        "So hai lượt soát: đã sửa, còn nguyên, mới có.",
        "Compare two audits: resolved, remaining, new.",
    ),
    "cli.verify": (
        "Kiểm lại kho kết quả hay nhật ký của cổng có còn nguyên không.",
        "Check that a store of audits or a log of the gate is as it was written.",
    ),
    "cli.rules": (
        "Viết, thử và xem bộ quy tắc (.quy).",
        "Write, test and show packs of rules (.quy).",
    ),
    "cli.rules.details": (
        "BỘ là tên một bộ có sẵn hoặc đường dẫn tới tệp .quy.",
        "PACK is the name of a bundled pack or the path of a .quy file.",
    ),
    "cli.officials": ("Xem lại danh bạ lãnh đạo.", "Look after rosters of officials."),
    "cli.officials.details": (
        "Danh bạ ghi ai giữ chức gì, từ ngày nào đến ngày nào, theo nguồn nào; xem docs/roster.md.",
        "A roster says who holds which office, from when to when, by which source; see docs/roster.en.md.",
    ),
    "cli.officials.check": ("Tìm chỗ sai trong danh bạ.", "Find what is wrong in a roster."),
    "cli.officials.check.details": (
        "TỆP là .json, .csv hoặc .xlsx. Báo mã thiếu, chức danh lạ, địa phương lạ, ngày ngược, nhiệm kỳ chồng nhau, từng "
        "dòng một; rồi cho biết danh bạ biết gì và chưa biết gì.\n\nVí dụ: kiemtin officials check danh-ba.csv",
        "FILE is .json, .csv or .xlsx. Reports missing ids, unknown offices and places, reversed dates, overlapping terms, each "
        "with its row; then what the roster knows and what it does not.\n\nExample: kiemtin officials check roster.csv",
    ),
    "cli.rules.check": ("Tìm chỗ sai trong bộ quy tắc.", "Find what is wrong in a pack."),
    "cli.rules.check.details": (
        "Báo lỗi cú pháp, tên lạ, đơn vị không hợp nhau, khoảng trống và chồng lấn trong bảng. Không ghi bộ nào thì "
        "kiểm bộ của kiemtin.toml, không có thì mọi bộ có sẵn.",
        "Reports syntax, unknown names, units that do not fit, gaps and overlaps of tables. Without a pack: the one of "
        "kiemtin.toml, else all that are shipped.",
    ),
    "cli.rules.test": (
        "Chạy các ví dụ đạt, lỗi, ngoài phạm vi viết trong bộ quy tắc.",
        "Run the examples that stand in a pack.",
    ),
    "cli.rules.test.details": (
        "Mỗi quy tắc phải có ví dụ; ví dụ cho kết quả khác là bộ quy tắc chưa đúng (mã kết thúc 4). Không ghi bộ nào "
        "thì chạy bộ của kiemtin.toml, không có thì mọi bộ có sẵn.",
        "Every rule needs examples; an example with another result means that the pack is wrong (exit code 4). Without a "
        "pack: the one of kiemtin.toml, else all that are shipped.",
    ),
    "cli.rules.fmt": ("Trình bày lại tệp .quy cho đều.", "Format .quy files."),
    "cli.rules.fmt.details": (
        "Không có lựa chọn thì in ra màn hình, không ghi gì. --check chỉ hỏi có cần trình bày lại không (mã kết thúc "
        "1 nếu cần).",
        "Without an option it prints and writes nothing. --check only asks whether formatting is needed (exit code 1 "
        "if it is).",
    ),
    "cli.rules.show": (
        "Xem bộ quy tắc theo Điều, Khoản: quy tắc, ngoại lệ, bảng, tình trạng đối chiếu.",
        "Show a pack by its clauses: rules, exceptions, tables, status of values.",
    ),
    "cli.rules.show.details": (
        "Cuối cùng là sổ đối chiếu: khoản nào máy kiểm, khoản nào phải do người xem.",
        "Ends with the ledger: which clauses are checked by rules and which need a person.",
    ),
    "cli.rules.explain": ("Đọc to một quy tắc: nó đòi gì, khi nào, trừ khi nào.", "Read one rule aloud: what it asks, when, unless."),
    "cli.rules.explain.details": (
        "QUY-TẮC là tên quy tắc, thí dụ nêu-sai-thứ-bậc.",
        "RULE is the name of a rule, such as nêu-sai-thứ-bậc.",
    ),
    "cli.rules.new": ("In khung một quy tắc mới kèm ví dụ.", "Print the frame of a new rule with its examples."),
    "cli.rules.new.details": (
        "In ra để chép vào tệp .quy; với --output thì ghi vào một tệp mới, không ghi đè tệp có sẵn.",
        "Prints it to be copied into a .quy file; --output writes a new file and never replaces one.",
    ),
    "cli.rules.try": (
        "Thử một quy tắc trên nhiều tệp, xem từng chỗ nó bắt.",
        "Try one rule on many files and see every hit in context.",
    ),
    "cli.rules.try.details": (
        "Quy tắc của bộ mẫu, của bộ trong --pack, hoặc ghi cả tên bộ: qđ-tỉnh-mẫu.nêu-sai-thứ-bậc.\n\nVí dụ: kiemtin rules try nêu-sai-thứ-bậc bai/*.docx",
        "A rule of the sample pack, of the one in --pack, or PACK.RULE.\n\nExample: kiemtin rules try RULE drafts/*.docx",
    ),
    "cli.meta.options": ("[LỰA CHỌN]", "[OPTIONS]"),
    "cli.meta.command": ("LỆNH …", "COMMAND …"),
    "cli.meta.files": ("TỆP…", "FILE…"),
    "cli.passed_over": ("Trong thư mục đã bỏ qua: {what}.", "Passed over in folders: {what}."),
    "cli.passed_over.lock": ("{n} tệp khóa của Word", "{n} {n:lock file|lock files} of Word"),
    "cli.passed_over.hidden": ("{n} tệp ẩn", "{n} hidden"),
    "cli.passed_over.ignored": ("{n} tệp theo .kiemtinignore", "{n} by .kiemtinignore"),
    "cli.passed_over.report": ("{n} tệp do kiemtin ghi ra", "{n} {n:file|files} that kiemtin wrote"),
    "cli.passed_over.format": ("{n} tệp loại khác", "{n} of other formats"),
    "cli.meta.file": ("TỆP", "FILE"),
    "cli.meta.day": ("NGÀY", "DATE"),
    "cli.meta.packs": ("BỘ…", "PACK…"),
    "cli.meta.pack": ("BỘ", "PACK"),
    "cli.meta.rule": ("QUY-TẮC", "RULE"),
    "cli.meta.pack_rule": ("[BỘ] QUY-TẮC", "[PACK] RULE"),
    "cli.meta.datum": ("MỤC=GIÁ-TRỊ", "KEY=VALUE"),
    "cli.meta.finding": ("SỐ|VÂN-TAY|QUY-TẮC", "N|FINGERPRINT|RULE"),
    "cli.help.usage": ("Cách dùng:", "Usage:"),
    "cli.help.options": ("Lựa chọn", "Options"),
    "cli.help.commands": ("Các lệnh", "Commands"),
    "cli.help.exit_codes": (
        "Mã kết thúc (nhiều mã cùng đúng thì lấy mã lớn hơn)",
        "Exit codes (if several apply, the larger one)",
    ),
    "cli.exit.0": ("không có phát hiện nào từ mức --threshold trở lên", "no finding at or above --threshold"),
    "cli.exit.1": ("có phát hiện", "findings"),
    "cli.exit.2": ("câu lệnh chưa đúng", "the command line is wrong"),
    "cli.exit.3": ("có tệp không đọc được", "a document cannot be read"),
    "cli.exit.4": ("bộ quy tắc, danh bạ, lịch hoặc kiemtin.toml sai", "a pack, a roster, a calendar or kiemtin.toml is not valid"),
    "cli.exit.5": ("chính công cụ bị lỗi, kết quả không dùng được", "the tool itself failed, its result is void"),
    "cli.option.show_help": ("Hiện trợ giúp này.", "Show this help."),
    "cli.option.version": ("Hiện số phiên bản.", "Show the version."),
    "cli.option.lang": ("Ngôn ngữ của thông báo (hoặc biến KIEMTIN_LANG).", "Language of messages (or variable KIEMTIN_LANG)."),
    "cli.option.as_of": (
        "Xét theo quy tắc, chức danh của ngày này, thay cho ngày của tin: 12/03/2024.",
        "Judge by the rules and titles of this day instead of the item's own: 2024-03-12.",
    ),
    "cli.option.pack": (
        "Bộ quy tắc: tên bộ có sẵn hoặc tệp .quy. Mặc định là bộ mẫu cho báo, hoặc cho đài nếu là bản tin.",
        "Rules: name of a bundled pack or a .quy file. By default the sample pack for newspapers, for bulletins that "
        "for broadcasters.",
    ),
    "cli.option.internal": (
        "In cả lời văn của điều khoản lưu hành nội bộ (mặc định chỉ số và tóm tắt).",
        "Print the wording of clauses for internal circulation (by default number and summary alone).",
    ),
    "cli.option.revisions": (
        "Đọc sửa đổi được theo dõi (Track Changes) trong tệp Word như đã chấp nhận (mặc định) hoặc bản gốc.",
        "Read tracked changes in Word files as accepted (default) or the original.",
    ),
    "cli.option.set": (
        "Cho biết điều tệp không ghi, cho mọi tệp: --set \"loại hình=báo in\" (ghi nhiều lần được); cho một tin của bản tin: --set \"3.sự kiện=…\".",
        "Give what the files do not say, for all of them: --set medium=print (may be repeated); of one item of a bulletin: --set 3.event=…",
    ),
    "cli.option.roster": ("Danh bạ người giữ chức vụ, thay cho danh bạ mẫu.", "Roster of office-holders instead of the sample."),
    "cli.option.format": ("Dạng kết quả; mặc định {default}.", "Form of the result; {default} by default."),
    # Where reports go, and of which rules.
    "cli.meta.formats": ("DẠNG[=TỆP]", "FORM[=FILE]"),
    "cli.meta.output": ("TỆP|THƯ-MỤC", "FILE|FOLDER"),
    "cli.meta.choice": ("QUY-TẮC|ĐIỀU-KHOẢN", "RULE|CLAUSE"),
    "cli.option.formats": (
        "Dạng báo cáo: {names}; mặc định text. Ghi nhiều lần được, mỗi dạng vào tệp riêng: --format json=bao-cao.json",
        "Form of the report: {names}; text by default. May be repeated, each into its own file: --format json=report.json",
    ),
    "cli.option.report_output": (
        "Ghi báo cáo vào tệp này, hoặc vào thư mục này nếu mỗi bản thảo một tệp.",
        "Write the report to this file, or into this folder if there is a file for each draft.",
    ),
    "cli.option.quiet": (
        "Chỉ in những chỗ phải sửa; không có gì thì không in gì.",
        "Print only what is to be changed; nothing if nothing is.",
    ),
    "cli.option.select": (
        "Chỉ kiểm quy tắc này, hoặc các quy tắc của điều khoản này: --select \"Điều 4\" (ghi nhiều lần được).",
        "Check only this rule, or those of this clause: --select \"Article 4\" (may be repeated).",
    ),
    "cli.option.ignore": (
        "Không kiểm quy tắc này, hoặc các quy tắc của điều khoản này; báo cáo nói rõ đã để ngoài.",
        "Leave out this rule, or those of this clause; the report says so.",
    ),
    "cli.choice.unknown": (
        "--select, --ignore: không có quy tắc hay điều khoản “{value}”; có các quy tắc {rules}.",
        "--select, --ignore: there is no rule or clause “{value}”; there are the rules {rules}.",
    ),
    "cli.output.needed": (
        "dạng {name} cần nơi để ghi: thêm --output THƯ-MỤC, hoặc --format {name}=TỆP{extension}.",
        "the form {name} needs a place: add --output FOLDER, or --format {name}=FILE{extension}.",
    ),
    "cli.output.one_stream": (
        "{names} cùng ra màn hình một lúc; cho mỗi dạng một tệp: --format DẠNG=TỆP.",
        "{names} would all go to the screen; give each its file: --format FORM=FILE.",
    ),
    "cli.output.twice": ("hai báo cáo cùng ghi vào {path}.", "two reports would be written to {path}."),
    "cli.output.draft": (
        "{path} là bản thảo, không ghi báo cáo đè lên được.",
        "{path} is a draft, no report is written over it.",
    ),
    "cli.option.suggest": (
        "Với docx: viết các cách sửa chắc chắn vào bản sao thành thay đổi được theo dõi.",
        "With docx: write safe repairs into the copies as tracked changes.",
    ),
    "cli.suggest.unused": (
        "--suggest chỉ dùng với dạng docx: thêm --format docx --output THƯ-MỤC.",
        "--suggest goes with the form docx: add --format docx --output FOLDER.",
    ),
    "cli.output.unused": (
        "--output {output} không dùng đến: mọi dạng đã có tệp riêng.",
        "--output {output} is not used: every form has its own file.",
    ),
    "output-not-written": ("Không ghi được báo cáo: {reason}.", "The report cannot be written: {reason}."),
    "output-not-written.help": (
        "Kiểm tra thư mục, quyền ghi, chỗ trống trên ổ đĩa; hoặc chọn nơi khác bằng --output.",
        "See to the folder, its permissions and the space on the disk, or choose another place with --output.",
    ),
    "cli.option.threshold": (
        "Từ mức nào thì kết thúc bằng mã 1 (must, should, note cũng được); mặc định phải. Mọi phát hiện đều được in.",
        "From which level on the exit code is 1 (must, should, note); must by default. All findings are shown anyway.",
    ),
    "cli.option.redact": (
        "Báo cáo JSON không trích bản nháp: chỉ còn vị trí và mã băm.",
        "The JSON report quotes nothing of the draft: spans and digests alone.",
    ),
    "cli.redact.format": ("--redact chỉ dùng với --format json hoặc jsonl.", "--redact needs --format json or jsonl."),
    "cli.option.strict": (
        "Kết thúc bằng mã 1 cả khi có phát hiện chưa xác nhận hoặc có quy tắc chưa kiểm được.",
        "Exit code 1 also for what is unconfirmed or could not be checked.",
    ),
    "cli.option.events": (
        "Lịch công tác (.csv, .xlsx, .ics): cho biết sự kiện, giờ, khách mời của tin khớp lịch (ghi nhiều lần được).",
        "Work calendar (.csv, .xlsx, .ics): tells event, hour and guests of the pieces that match (may be repeated).",
    ),
    "cli.option.config": (
        "Dùng tệp cấu hình này cho mọi tin, thay cho kiemtin.toml gần nhất.",
        "Use this configuration for every file instead of the nearest kiemtin.toml.",
    ),
    "cli.option.no_config": ("Không dùng kiemtin.toml nào.", "Use no kiemtin.toml."),
    "cli.config.both": (
        "--config và --no-config không đi cùng nhau.",
        "--config and --no-config do not go together.",
    ),
    "cli.option.why": ("Thêm: nhận ra bằng cách nào, tên đầy đủ.", "Add how it was recognised and the full name."),
    "cli.option.constructions": (
        "In bảng các cách nhận ra người và chức danh, mỗi cách có ví dụ.",
        "Print by which constructions persons and titles are recognised, with examples.",
    ),
    "cli.option.finding": (
        "Số hoặc vân tay của phát hiện trong báo cáo, hoặc tên quy tắc.",
        "A finding's number or fingerprint in the report, or a rule's name.",
    ),
    "cli.option.fmt_check": ("Chỉ hỏi có cần trình bày lại không.", "Only ask whether formatting is needed."),
    "cli.option.fmt_write": ("Ghi lại vào chính tệp đó.", "Write the files back."),
    "cli.option.fmt_keywords": ("Từ khóa tiếng Việt hay tiếng Anh.", "Vietnamese or English keywords."),
    "cli.option.output": ("Ghi vào tệp mới này.", "Write this new file."),
    "cli.option.modality": ("Mức: phải, nên hoặc lưu-ý.", "Level: must, should or note."),
    # Wrong command lines.
    "cli.usage.error": ("Câu lệnh chưa đúng: {said}", "The command line is wrong: {said}"),
    "cli.usage.hint": ("Xem cách dùng: {command} --help", "For help: {command} --help"),
    "cli.usage.no_option": ("không có lựa chọn {name}.", "there is no option {name}."),
    "cli.usage.no_command": ("không có lệnh “{name}”.", "there is no command “{name}”."),
    "cli.usage.meant": ("Có phải ý bạn là {name}?", "Did you mean {name}?"),
    "cli.usage.missing": ("còn thiếu {name}.", "{name} is missing."),
    "cli.usage.needs_value": ("lựa chọn {name} cần một giá trị theo sau.", "option {name} needs a value."),
    "cli.usage.takes_no_value": ("lựa chọn {name} không nhận giá trị.", "option {name} takes no value."),
    "cli.usage.bad_value": ("{name}: {said}", "{name}: {said}"),
    "cli.bad_choice": ("“{value}” không có trong các giá trị được nhận: {known}.", "“{value}” is none of: {known}."),
    "cli.bad_day": (
        "“{value}” không phải là ngày; viết như 12/03/2024 (ngày trước, tháng sau) hoặc 2024-03-12.",
        "“{value}” is no day; write 2024-03-12 or 12/03/2024 (day first).",
    ),
    "cli.set.shape": ("“{given}” không có dạng mục=giá trị.", "“{given}” is not of the form key=value."),
    "cli.set.unknown": ("không có mục “{key}”. {meant}", "there is no key “{key}”. {meant}"),
    "cli.set.meant": ("Có phải ý bạn là “{similar}”?", "Did you mean “{similar}”?"),
    "cli.set.bad_value": ("“{value}” không đọc được là {key}.", "“{value}” cannot be read as {key}."),
    # Files, packs and the tool.
    "document-stdin-terminal": (
        "dấu - đọc chữ từ đầu vào, nhưng đầu vào đang là bàn phím",
        "- reads text from standard input, but that is the keyboard",
    ),
    "document-stdin-terminal.help": (
        "Nối đầu ra của lệnh khác vào, ví dụ: cat bai.txt | kiemtin check -",
        "Join another command's output, for instance: cat draft.txt | kiemtin check -",
    ),
    "tool-failed": (
        "Kiểm tin bị lỗi ở đây, kết quả của phần này không dùng được: {error} ({where}; kiemtin {version}, Python {python})",
        "Kiểm tin failed here, the result of this part is void: {error} ({where}; kiemtin {version}, Python {python})",
    ),
    "tool-failed.help": (
        "Báo lại dòng trên kèm tệp gây lỗi. Đặt KIEMTIN_DEBUG=1 rồi chạy lại để xem chi tiết.",
        "Report the line above with the file that caused it. Run again with KIEMTIN_DEBUG=1 for the details.",
    ),
    # show
    "show.item": ("tin", "item"),
    "show.bulletin": ("bản tin, {n} tin", "bulletin, {n} items"),
    "show.head": (
        "{path}: {kind}, {characters} ký tự, {mentions} lượt nhắc tên, {listings} danh sách",
        "{path}: {kind}, {characters} characters, {mentions} mentions, {listings} listings",
    ),
    "show.titles": ("chức danh: {titles}", "titles: {titles}"),
    "show.unknown_office": ("chưa có trong từ vựng", "not in the vocabulary"),
    "show.title.office": ("mã chức danh {office}", "office id {office}"),
    "show.no_title": ("không có chức danh", "no title"),
    "show.rank": ("bậc {rank}", "rank {rank}"),
    "show.former": ("nguyên", "former"),
    "show.acting": ("quyền", "acting"),
    "show.foreign": ("người nước ngoài", "foreign"),
    "show.not_in_roster": ("không có trong danh bạ", "not in the roster"),
    "show.in_roster": ("danh bạ: {official}", "roster: {official}"),
    "show.why": ("nhận ra tên: {pattern}; tên đầy đủ {person}", "recognised: {pattern}; full name {person}"),
    "show.why_near": (
        "nhận ra tên: {pattern}; gần giống tên “{person}”, có thể in nhầm",
        "recognised: {pattern}; near the name “{person}”, perhaps a misprint",
    ),
    "show.why_title": ("“{title}”: {said}", "“{title}”: {said}"),
    "show.why_listing": ("vì sao là danh sách: {pattern}", "why a listing: {pattern}"),
    # By which construction a name, a title, a list was found.
    "show.by.title-name": ("chức danh đứng ngay trước tên", "a title right before the name"),
    "show.by.name-titles": ("chức danh đứng sau tên", "titles behind the name"),
    "show.by.heading": ("tên đứng đầu danh sách dưới một chức danh chung", "first in a list under a shared title"),
    "show.by.shared": ("tên trong danh sách có chức danh chung", "in a list that shares a title"),
    "show.by.given-to": (
        "câu nói giao hay thôi chức danh cho người này",
        "the sentence gives the title to this person, or takes it",
    ),
    "show.by.succeeded": (
        "câu nói người khác giữ chức thay người này",
        "the sentence names who follows this person in office",
    ),
    "show.by.honorific": ("có “đồng chí”, “ông”, “bà” trước tên", "an honorific before the name"),
    "show.by.known": (
        "tên đã gặp trong bài, hoặc có trong danh bạ",
        "the name is known from the item or the roster",
    ),
    "show.by.represents": (
        "câu nói người này đại diện hay đứng đầu một cơ quan",
        "the sentence says that the person represents or heads an organ",
    ),
    "show.by.listed": (
        "tên đứng một mình trong danh sách, ngay trước chức danh",
        "alone in its place of a list, right before a title",
    ),
    "show.by.of-others": (
        "chức danh đứng cạnh tên nhưng là của người khác",
        "a title beside the name that is somebody else's",
    ),
    "show.construction.example": ("ví dụ", "example"),
    "show.construction.not_in": ("không phải", "not in"),
    "show.construction.nothing": ("không ai", "nobody"),
    "show.title-by.before": ("đứng trước tên", "before the name"),
    "show.title-by.after": ("đứng sau tên", "behind the name"),
    "show.title-by.given": (
        "đứng trước tên, sau từ giao hay thôi chức danh",
        "before the name, behind a word that gives or ends it",
    ),
    "show.title-by.shared": ("đứng cạnh các tên, hoặc ở đề mục", "beside the names, or in the heading"),
    "show.by.opened": ("có lời mở đầu (“có”, “gồm”…)", "words that open a list"),
    "show.by.plain": ("các tên nối nhau bằng dấu câu hoặc “và”", "names joined by punctuation or “và”"),
    "show.title.former": ("đã thôi", "former"),
    "show.title.acting": ("quyền", "acting"),
    "show.title.shared": ("chung cho nhiều người", "shared by several"),
    "show.title.appointed": ("đang được giao", "being given"),
    "show.title.career": ("chặng công tác đã qua", "a past step"),
    "show.kind.rank": ("quân hàm, cấp bậc", "military or police rank"),
    "show.kind.academic-honour": ("học hàm, học vị, danh hiệu", "academic title or honour"),
    "show.kind.event-function": ("việc trong buổi lễ, đoàn, ban", "a function at the event"),
    "show.kind.spouse-honorific": ("phu nhân, phu quân", "spouse"),
    "show.kind.unknown": ("chức vụ chưa có trong từ vựng", "an office that the vocabulary does not have"),
    "show.title.organ": ("cơ quan {organ}", "organ {organ}"),
    "show.title.locality": ("địa phương {locality}", "locality {locality}"),
    "show.organ_row": ("dãy {n} cơ quan, tổ chức (chỗ trong dãy): {names}", "row of {n} organs (place in a row): {names}"),
    "show.dated_name": ("“{name}”: tên dùng đến hết ngày {until}", "“{name}”: a name right until {until}"),
    "show.dated_name.now": ("“{name}”: tên dùng đến hết ngày {until}; sau đó là “{now}”", "“{name}”: a name right until {until}; “{now}” since"),
    "show.listing": ("Danh sách {n} người: {names}", "Listing of {n}: {names}"),
    "show.no_block": ("(không rõ khối)", "(no block)"),
    "show.duration.planned": ("dự kiến {duration} ({where})", "planned {duration} ({where})"),
    "show.duration.actual": ("thực tế {duration} ({where})", "actual {duration} ({where})"),
    "show.summed.planned": (
        "Cộng dự kiến: {duration} ({n}/{of} tin có)",
        "Planned, summed: {duration} ({n} of {of} items)",
    ),
    "show.summed.actual": (
        "Cộng thực tế: {duration} ({n}/{of} tin có)",
        "Actual, summed: {duration} ({n} of {of} items)",
    ),
    "show.stated": ("Thời lượng bản tin ghi ở đầu tệp: {duration}", "Length stated at the head: {duration}"),
    "show.heading": ("mở đầu bằng “{heading}”", "headed by “{heading}”"),
    # explain
    "report-unreadable": ("Đây không phải báo cáo JSON của kiemtin: {reason}.", "This is no JSON report of kiemtin: {reason}."),
    "report-unreadable.help": (
        "Ghi báo cáo bằng: kiemtin check BÀI --format json=bao-cao.json",
        "Write one with: kiemtin check DRAFT --format json=report.json",
    ),
    "report-without-finding": (
        "Báo cáo ({n} tệp) không có phát hiện “{wanted}”.", "The report ({n} {n:file|files}) has no finding “{wanted}”.",
    ),
    "report-without-finding.help": ("Xem số, vân tay trong báo cáo.", "See the numbers and fingerprints of the report."),
    "report-stale": (
        "Bản thảo đã khác từ khi có báo cáo; giải thích theo bản hiện nay.",
        "The draft has changed since the report; this explains it as it is now.",
    ),
    "explain.none": ("{path}: không có phát hiện nào để giải thích.", "{path}: there is no finding to explain."),
    "explain.not_found": (
        "không có phát hiện số {wanted} và không có quy tắc tên “{wanted}”; có {n} phát hiện và các quy tắc {rules}",
        "there is no finding {wanted} and no rule named “{wanted}”; there are {n} {n:finding|findings} and the rules {rules}",
    ),
    # rules
    "rules.ok": ("{pack}: không có lỗi, {warnings} cảnh báo", "{pack}: no errors, {warnings} {warnings:warning|warnings}"),
    "rules.examples": (
        "{pack}: {passed}/{total} ví dụ cho kết quả đúng; làm hỏng {damaged} ví dụ đạt, phát hiện được {noticed}",
        "{pack}: {passed}/{total} examples come to what they say; {noticed} of {damaged} damaged ones are noticed",
    ),
    "rules.formatted": ("{path}: đã trình bày lại", "{path}: formatted"),
    "rules.unchanged": ("{path}: giữ nguyên", "{path}: unchanged"),
    "rules.would_format": ("{path}: cần trình bày lại", "{path}: needs formatting"),
    "rules.one_rule": ("chỉ nêu một bộ quy tắc và một quy tắc.", "name one pack and one rule."),
    "rules.no_files": ("thiếu tệp bài để thử quy tắc.", "the files to try the rule on are missing."),
    "rules.no_rule": ("bộ {pack} không có quy tắc “{rule}”; có: {known}.", "the pack {pack} has no rule “{rule}”; it has: {known}."),
    "rules.frame": (
        "Khung để viết tiếp: thay tên, điều khoản, số liệu bằng của văn bản thật, rồi chạy kiemtin rules test.",
        "A frame to go on from: put the names, clauses and values of the real text, then run kiemtin rules test.",
    ),
    "rules.frame_status": ("Khung để viết tiếp, chưa phải văn bản nào.", "A frame to go on from, no real text yet."),
    "rules.frame_title": ("Quy định (mẫu)", "Regulation (sample)"),
    "rules.frame_wording": ("Chép lời của điều khoản vào đây.", "Copy the words of the clause here."),
    "rules.exists": ("tệp {path} đã có, không ghi đè.", "the file {path} exists and is not replaced."),
    "rules.not_written": ("Không ghi được {path}: {reason}.", "{path} cannot be written: {reason}."),
    "rules.written": ("{path}: đã ghi; chạy tiếp: kiemtin rules test {path}", "{path}: written; go on with: kiemtin rules test {path}"),
    "rules.tried": (
        "{rule}: bắt được {hits} chỗ trong {files} tệp; theo tệp: {outcomes}",
        "{rule}: {hits} {hits:hit|hits} in {files} {files:file|files}; by file: {outcomes}",
    ),
}  # fmt: skip
