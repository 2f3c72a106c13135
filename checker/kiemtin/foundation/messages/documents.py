"""Messages of the room `documents`."""

from __future__ import annotations

_FILE: dict[str, tuple[str, str]] = {
    "document-not-found": ("Không tìm thấy tệp.", "There is no such file."),
    "document-not-found.help": (
        "Kiểm tra lại tên tệp và thư mục.",
        "Check the name of the file and its folder.",
    ),
    "document-is-folder": ("Đây là thư mục, không phải tệp.", "This is a folder, not a file."),
    "document-is-folder.help": ("Chỉ ra từng tệp cần kiểm tra.", "Name the files to check."),
    "document-none-found": (
        "Ở đây không có tệp nào để kiểm tra.",
        "There is no file to check here.",
    ),
    "document-none-found.help": (
        "Các loại tệp đọc được: {known}. Tệp ẩn, tệp khóa của Word (~$…) và tệp nêu trong .kiemtinignore được bỏ qua.",
        "Files that are read: {known}. Hidden files, lock files of Word (~$…) and what .kiemtinignore names do not count.",
    ),
    "document-is-lock": (
        "Đây là tệp tạm mà Word hay Excel tạo khi đang mở một tệp, không phải bản nháp.",
        "This is the file that Word or Excel keeps beside one that is open, not a draft.",
    ),
    "document-is-lock.help": (
        'Kiểm tra tệp cùng tên không có "~$" ở đầu.',
        'Check the file of the same name without "~$".',
    ),
    "document-no-permission": ("Không có quyền đọc tệp.", "No permission to read the file."),
    "document-no-permission.help": (
        "Xin quyền đọc, hoặc đóng chương trình đang giữ tệp rồi thử lại.",
        "Ask for the right to read it, or close the program that holds it, and try again.",
    ),
    "document-not-readable": ("Không đọc được tệp: {reason}.", "The file cannot be read: {reason}."),
    "document-not-readable.help": (
        "Chép tệp về máy này rồi thử lại.",
        "Copy the file to this machine and try again.",
    ),
    "document-empty": ("Tệp không có nội dung nào để kiểm tra.", "The file has no text to check."),
    "document-empty.help": (
        "Lưu lại bản nháp có nội dung rồi kiểm tra lại; ảnh chụp trang văn bản không đọc được.",
        "Save a draft that has text and check again; pictures of text cannot be read.",
    ),
    "document-too-large": (
        "Tệp lớn hơn {limit} MB, giới hạn cho một bản nháp.",
        "The file is larger than {limit} MB, the limit of one draft.",
    ),
    "document-too-large.help": (
        "Tách thành từng bài, mỗi bài một tệp.",
        "Split it into pieces, one file each.",
    ),
    "document-unknown-format": (
        'Không đọc loại tệp "{suffix}".',
        'Files of type "{suffix}" are not read.',
    ),
    "document-unknown-format.help": (
        "Lưu bản nháp thành một trong các loại: {known}.",
        "Save the draft as one of: {known}.",
    ),
}

_LIMITS: dict[str, tuple[str, str]] = {
    "document-too-long": (
        "Nội dung dài hơn {limit} triệu ký tự, giới hạn cho một bản nháp.",
        "The text is longer than {limit} million characters, the limit of one draft.",
    ),
    "document-too-long.help": (
        "Tách thành từng bài, mỗi bài một tệp.",
        "Split it into pieces, one file each.",
    ),
    "text-too-many-lines": ("Tệp có hơn {limit} dòng.", "The file has more than {limit} lines."),
    "text-too-many-lines.help": ("Tách thành từng bài.", "Split it into pieces."),
    "text-too-many-signs": (
        "Một đoạn có hơn {limit} dấu Markdown; các dấu đó được giữ như chữ.",
        "A paragraph has more than {limit} signs of Markdown, which were kept as text.",
    ),
    "package-too-many-parts": (
        "Tệp nén có hơn {limit} phần, điều tệp Office thật không có.",
        "The package has more than {limit} parts, which no real Office file has.",
    ),
    "package-too-many-parts.help": (
        "Không mở tệp từ nguồn lạ; nếu là tài liệu thật, lưu lại bằng Word hoặc Excel.",
        "Do not open files from strangers; if it is real, save it again from Word or Excel.",
    ),
    "package-too-dense": (
        "Một phần của tệp được nén hơn {limit} lần, điều tệp Office thật không có.",
        "A part of the file is packed more than {limit} times, which no real Office file is.",
    ),
    "package-too-dense.help": (
        "Không mở tệp từ nguồn lạ; nếu là tài liệu thật, lưu lại bằng Word hoặc Excel.",
        "Do not open files from strangers; if it is real, save it again from Word or Excel.",
    ),
    "package-too-many-elements": (
        "Một phần của tệp có hơn {limit} phần tử XML.",
        "A part of the file has more than {limit} XML elements.",
    ),
    "package-too-many-elements.help": (
        "Tách thành từng bài, mỗi bài một tệp.",
        "Split it into pieces, one file each.",
    ),
    "package-odd-compression": (
        'Phần "{part}" của tệp được nén theo cách Office không dùng.',
        'The part "{part}" is compressed in a way that Office does not use.',
    ),
    "package-odd-compression.help": (
        "Mở tệp bằng Word hoặc Excel rồi lưu lại.",
        "Open the file in Word or Excel and save it again.",
    ),
    "front-matter-too-many-keys": (
        "Phần thông tin đầu bài có hơn {limit} khóa.",
        "The front matter has more than {limit} keys.",
    ),
    "front-matter-too-many-keys.help": (
        "Chỉ giữ các khóa nói về bài này.",
        "Keep only the keys that speak of this piece.",
    ),
    "front-matter-too-long": (
        "Phần thông tin đầu bài dài hơn {limit} ký tự.",
        "The front matter is longer than {limit} characters.",
    ),
    "front-matter-too-long.help": (
        'Kết thúc phần thông tin bằng một dòng "---" trước thân bài.',
        'Close the front matter with a line "---" before the text.',
    ),
    "document-more-problems": (
        "Còn những lỗi khác; chỉ nêu {limit} lỗi đầu.",
        "There are more problems; only the first {limit} are told.",
    ),
    "document-more-problems.help": ("Sửa các lỗi đã nêu trước.", "Mend those that are told first."),
}

_TEXT: dict[str, tuple[str, str]] = {
    "text-not-utf8": (
        "Tệp không phải văn bản UTF-8: byte {bytes} ở vị trí {offset}. "
        "Bảng mã 8 bit (TCVN3, VNI, Windows-1258, Latin-1) không thể đoán chắc.",
        "The file is not UTF-8 text: byte {bytes} at offset {offset}. "
        "Eight-bit encodings (TCVN3, VNI, Windows-1258, Latin-1) cannot be told apart for sure.",
    ),
    "text-not-utf8.help": (
        "Mở tệp bằng chương trình đã soạn nó, chọn Lưu thành (Save As), bảng mã UTF-8. "
        "Nếu biết chắc bảng mã cũ, ví dụ Windows-1258: iconv -f WINDOWS-1258 -t UTF-8 cu.txt > moi.txt",
        "Open it in the program it was written in and save it as UTF-8. "
        "If the old encoding is known, say Windows-1258: iconv -f WINDOWS-1258 -t UTF-8 old.txt > new.txt",
    ),
    "text-bad-utf16": (
        "Tệp có dấu đầu tệp UTF-16 nhưng hỏng ở vị trí {offset} (byte {bytes}).",
        "The file is marked as UTF-16 but is broken at offset {offset} (bytes {bytes}).",
    ),
    "text-bad-utf16.help": (
        "Lưu lại tệp với bảng mã UTF-8; nếu tệp được tải về thì tải lại.",
        "Save the file again as UTF-8; if it was downloaded, download it again.",
    ),
    "text-has-nul": (
        "Tệp có ký tự NUL: đây không phải văn bản, hoặc là UTF-16 thiếu dấu đầu tệp.",
        "The file has a NUL character: it is not text, or it is UTF-16 without its mark.",
    ),
    "text-has-nul.help": ("Lưu lại tệp với bảng mã UTF-8.", "Save the file again as UTF-8."),
    "text-is-zip": (
        "Đuôi tệp là văn bản nhưng nội dung là tệp nén (có thể là Word hoặc Excel).",
        "The extension says text but the content is a zip package (perhaps Word or Excel).",
    ),
    "text-is-zip.help": (
        "Đổi đuôi tệp thành .docx hoặc .xlsx cho đúng.",
        "Give the file its right extension, .docx or .xlsx.",
    ),
    "text-is-old-office": (
        "Đuôi tệp là văn bản nhưng nội dung là tệp Office cũ.",
        "The extension says text but the content is an old Office file.",
    ),
    "text-is-old-office.help": (
        "Mở bằng Word hoặc Excel và lưu thành .docx hoặc .xlsx.",
        "Open it in Word or Excel and save it as .docx or .xlsx.",
    ),
    "text-is-pdf": (
        "Đuôi tệp là văn bản nhưng nội dung là PDF.",
        "The extension says text but the content is PDF.",
    ),
    "text-is-pdf.help": ("Dùng bản nháp gốc (.docx, .txt).", "Use the draft itself (.docx, .txt)."),
    "text-is-rtf": (
        "Đuôi tệp là văn bản nhưng nội dung là RTF.",
        "The extension says text but the content is RTF.",
    ),
    "text-is-rtf.help": (
        "Mở bằng Word và lưu thành .docx.",
        "Open it in Word and save it as .docx.",
    ),
}

_PACKAGE: dict[str, tuple[str, str]] = {
    "package-not-zip": (
        "Nội dung tệp không phải định dạng Word hay Excel mà đuôi tệp nêu.",
        "The content is not the Word or Excel format that the extension names.",
    ),
    "package-not-zip.help": (
        "Mở tệp bằng Word hoặc Excel và lưu lại thành .docx hoặc .xlsx; nếu là văn bản thì đổi đuôi thành .txt.",
        "Open it in Word or Excel and save it as .docx or .xlsx; if it is plain text, rename it to .txt.",
    ),
    "package-encrypted": ("Tệp được đặt mật khẩu.", "The file is protected by a password."),
    "package-encrypted.help": (
        "Mở tệp, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ) rồi lưu lại.",
        "Open it, take the password away (File > Info > Protect) and save it.",
    ),
    "package-is-old-office": (
        "Đây là tệp Office đời cũ (.doc, .xls) mang đuôi mới.",
        "This is an old Office file (.doc, .xls) under a new extension.",
    ),
    "package-is-old-office.help": (
        "Mở bằng Word hoặc Excel, chọn Lưu thành .docx hoặc .xlsx.",
        "Open it in Word or Excel and save it as .docx or .xlsx.",
    ),
    "package-damaged": (
        "Tệp bị hỏng hoặc được chép về chưa đủ.",
        "The file is damaged or was not copied completely.",
    ),
    "package-damaged.help": (
        "Xin lại tệp gốc, hoặc mở bằng Word/Excel để sửa rồi lưu lại.",
        "Get the file again, or let Word or Excel repair and save it.",
    ),
    "package-too-large": (
        "Nội dung bung ra của tệp vượt giới hạn ({limit} MB, hoặc nén bất thường).",
        "The file unpacks to more than allowed ({limit} MB, or an abnormal compression).",
    ),
    "package-too-large.help": (
        "Không mở tệp từ nguồn lạ; nếu là tài liệu thật, tách thành từng bài.",
        "Do not open files from strangers; if it is real, split it into pieces.",
    ),
    "package-part-missing": (
        'Tệp thiếu phần "{part}".',
        'The file lacks its part "{part}".',
    ),
    "package-part-missing.help": (
        "Mở tệp bằng Word hoặc Excel và lưu lại thành .docx hoặc .xlsx.",
        "Open it in Word or Excel and save it as .docx or .xlsx.",
    ),
    "package-bad-xml": ('Phần "{part}" của tệp không đọc được.', 'The part "{part}" cannot be parsed.'),
    "package-bad-xml.help": (
        "Mở tệp bằng Word hoặc Excel để sửa rồi lưu lại.",
        "Let Word or Excel repair the file and save it.",
    ),
    "package-doctype": (
        'Phần "{part}" có khai báo DOCTYPE, điều tệp Office thật không có; không đọc vì lý do an toàn.',
        'The part "{part}" declares a DOCTYPE, which no real Office file does; it is not read, for safety.',
    ),
    "package-doctype.help": (
        "Không mở tệp này nếu không rõ nguồn.",
        "Do not open this file unless you know where it comes from.",
    ),
    "word-has-revisions": (
        "Tệp còn các sửa đổi được theo dõi (Track Changes) chưa chấp nhận; bản được kiểm tra là bản "
        "đã chấp nhận tất cả.",
        "The file has unresolved tracked changes; what is checked is the text with all of them accepted.",
    ),
}

_WORD: dict[str, tuple[str, str]] = {
    "word-without-revisions": (
        "Tệp còn các sửa đổi được theo dõi (Track Changes); bản được kiểm tra là bản gốc, trước mọi sửa đổi.",
        "The file has tracked changes; what is checked is the original, before any of them.",
    ),
    "word-hidden-text": (
        "Tệp có chữ ẩn; phần này không được kiểm tra.",
        "The file has hidden text, which is not checked.",
    ),
    "word-hidden-text.help": (
        "Nếu phần ẩn thuộc bài, bỏ định dạng ẩn (Font > Hidden) rồi kiểm tra lại.",
        "If it belongs to the piece, take its formatting away (Font > Hidden) and check again.",
    ),
    "word-embedded-document": (
        "Tệp có một tài liệu khác được nhúng vào bài; phần đó không được đọc.",
        "Another document is embedded in the text; that part is not read.",
    ),
    "word-embedded-document.help": (
        "Mở tệp bằng Word và lưu lại: Word sẽ chép phần nhúng vào bài.",
        "Open the file in Word and save it: Word copies the embedded part into the text.",
    ),
    "word-diagram": (
        "Tệp có sơ đồ (SmartArt); chữ trong sơ đồ không được đọc.",
        "The file has a diagram (SmartArt), whose words are not read.",
    ),
    "word-chart": (
        "Tệp có biểu đồ; chữ trong biểu đồ không được đọc.",
        "The file has a chart, whose words are not read.",
    ),
    "word-object": (
        "Tệp có đối tượng nhúng (trang tính, công thức …); nội dung của nó không được đọc.",
        "The file has an embedded object (sheet, equation …), whose content is not read.",
    ),
    "word-old-encoding": (
        "Có đoạn gõ bằng phông TCVN3 hoặc VNI; đã chuyển sang Unicode trước khi kiểm tra.",
        "Parts are written in fonts of TCVN3 or VNI; they were converted to Unicode before checking.",
    ),
    "text-old-encoding": (
        "Văn bản gõ theo {encoding}, không phải Unicode; đã chuyển sang Unicode trước khi kiểm tra.",
        "The text is in {encoding}, not Unicode; it was converted before checking.",
    ),
    "text-old-encoding.help": (
        "Kiểm tra vài tên riêng trong báo cáo xem có đúng không; nên chuyển tệp sang Unicode.",
        "See whether a few names in the report are right; better convert the file to Unicode.",
    ),
}

_METADATA: dict[str, tuple[str, str]] = {
    "front-matter-unclosed": (
        'Phần thông tin đầu bài mở bằng dòng "---" nhưng không có dòng "---" kết thúc.',
        'The front matter opens with a line "---" but has no closing line "---".',
    ),
    "front-matter-unclosed.help": (
        'Thêm một dòng "---" sau dòng thông tin cuối cùng.',
        'Add a line "---" after its last entry.',
    ),
    "front-matter-syntax": (
        'Phần thông tin đầu bài không đúng dạng "khóa: giá trị" ở đây.',
        'The front matter is not of the form "key: value" here.',
    ),
    "front-matter-syntax.help": (
        "Viết mỗi dòng một thông tin, ví dụ: ngày đăng: 12/03/2024. "
        'Giá trị có ký tự đặc biệt ở đầu thì đặt trong dấu "…".',
        'Write one entry a line, such as: date: 12/03/2024. Put a value with a special first sign in "…".',
    ),
    "front-matter-nested": (
        "Mỗi khóa ở đầu bài chỉ nhận một giá trị đơn, không nhận danh sách hay nhóm.",
        "Each key of the front matter takes one plain value, not a list or a group.",
    ),
    "front-matter-nested.help": (
        "Viết một giá trị trên một dòng, ví dụ: thời lượng: 1'30\".",
        "Write one value on one line, such as: duration: 1'30\".",
    ),
    "metadata-key-twice": ('Khóa "{key}" được nêu hai lần.', 'The key "{key}" is given twice.'),
    "metadata-key-twice.help": ("Giữ lại một dòng.", "Keep one of the lines."),
    "metadata-key-unknown": (
        'Không biết khóa "{key}"; thông tin này không được dùng.',
        'The key "{key}" is not known; it is not used.',
    ),
    "metadata-key-unknown.help": (
        "Các khóa dùng được: cơ quan, loại hình, ngày đăng, giờ đăng, thời điểm sự kiện, sự kiện, trang, "
        "mục, vị trí, thời lượng, số ảnh, thể loại, phương thức, cấm đăng trước, kết thúc sự kiện, thời gian trang chủ, "
        "bản tin, tít, sa-pô; khóa riêng thì khai trong bộ quy tắc: thông tin … là lời.",
        "Known keys: outlet, medium, date, time, event time, event, page, section, position, duration, "
        "photos, genre, form, embargo, event end, shown for, programme, title, lead; keys of your own are declared in "
        "the pack: field … is text.",
    ),
    "metadata-key-similar": (
        'Không biết khóa "{key}"; thông tin này không được dùng. Có phải là "{similar}"?',
        'The key "{key}" is not known; it is not used. Did you mean "{similar}"?',
    ),
    "metadata-properties-unread": (
        "Thuộc tính tùy chỉnh của tệp không đọc được, nên không dùng.",
        "The custom properties of the file cannot be read and are not used.",
    ),
    "metadata-property-unread": (
        'Thuộc tính "{key}" của tệp ghi "{value}", không hiểu được nên không dùng.',
        'The property "{key}" of the file says "{value}", which cannot be read and is not used.',
    ),
    "metadata-no-such-item": (
        'Không có tin nào là "{item}" (bản tin có {n} tin).',
        'No item is "{item}" (the bulletin has {n}).',
    ),
    "metadata-no-such-item.help": (
        "Gọi tin bằng số thứ tự đã in (3.sự kiện), bằng # và vị trí trong bản tin (#3.sự kiện), hoặc bằng vài chữ chỉ có ở tít của tin ấy (cao tốc.sự kiện); kiemtin show cho xem các số.",
        "Name an item by its printed number (3.event), by # and its place in the bulletin (#3.event), or by words that only its headline has (cao tốc.event); kiemtin show prints the numbers.",
    ),
    "metadata-several-items": (
        'Nhiều tin cùng là "{item}": {several}.',
        'Several items are "{item}": {several}.',
    ),
    "metadata-several-items.help": (
        "Gọi tin bằng # và vị trí trong bản tin, thí dụ {first}.",
        "Name it by # and its place in the bulletin, such as {first}.",
    ),
    "metadata-item-of-draft": (
        'Tệp là một tin, không phải bản tin: không có mục "{item}".',
        'The file is one item, not a bulletin: there is no item "{item}" in it.',
    ),
    "metadata-item-of-draft.help": (
        "Bỏ phần đứng trước dấu chấm: sự kiện=… là nói về cả tệp.",
        "Leave out what stands before the dot: event=… speaks of the whole file.",
    ),
    "metadata-time-without-date": (
        "Có giờ đăng nhưng không có ngày đăng, nên giờ không được dùng.",
        "There is a time but no date, so the time is not used.",
    ),
    "metadata-bad-medium": (
        'Loại hình "{value}" không có trong danh sách.',
        'The medium "{value}" is not one of those known.',
    ),
    "metadata-bad-medium.help": (
        "Dùng một trong: báo in, báo điện tử, phát thanh, truyền hình.",
        "Use one of: print, online, radio, television.",
    ),
    "metadata-bad-date": (
        '"{value}" (khóa "{key}") không phải một ngày có thật.',
        '"{value}" (key "{key}") is not a day that exists.',
    ),
    "metadata-bad-date.help": (
        "Viết ngày/tháng/năm, có thể kèm giờ: 12/03/2024, 12/03/2024 19:30, 2024-03-12.",
        "Write day/month/year, with the hour if known: 12/03/2024, 12/03/2024 19:30, 2024-03-12.",
    ),
    "metadata-date-without-year": (
        '"{value}" (khóa "{key}") không nói rõ ngày của năm nào; ngày này chưa biết.',
        '"{value}" (key "{key}") does not say which day of which year; the day is not known.',
    ),
    "metadata-date-without-year.help": (
        "Viết đủ ngày/tháng/năm: 12/03/2024.",
        "Write day/month/year: 12/03/2024.",
    ),
    "metadata-bad-time": (
        '"{value}" (khóa "{key}") không phải giờ trong ngày.',
        '"{value}" (key "{key}") is not a time of day.',
    ),
    "metadata-bad-time.help": ("Viết 19:30 hoặc 19h30.", "Write 19:30 or 19h30."),
    "metadata-bad-number": (
        '"{value}" (khóa "{key}") không phải số nguyên dùng được.',
        '"{value}" (key "{key}") is not a usable whole number.',
    ),
    "metadata-bad-number.help": (
        "Viết bằng chữ số, đếm từ 1 (số ảnh có thể là 0), ví dụ: trang: 3.",
        "Write digits, counting from 1 (photos may be 0), such as: page: 3.",
    ),
    "metadata-bad-duration": (
        '"{value}" (khóa "{key}") không phải thời lượng rõ ràng.',
        '"{value}" (key "{key}") is not a clear duration.',
    ),
    "metadata-bad-duration.help": (
        "Viết 1'30\", 1:30, 90s hoặc 2 phút 15 giây; số không có đơn vị thì không rõ là phút hay giây.",
        "Write 1'30\", 1:30, 90s or 2 min 15 s; a bare number does not say minutes or seconds.",
    ),
}

_RUNDOWN: dict[str, tuple[str, str]] = {
    "rundown-no-header": (
        "Không tìm thấy dòng tiêu đề cột của bản tin.",
        "No row with the headings of a rundown was found.",
    ),
    "rundown-no-header.help": (
        "Đặt tên cột trong 40 dòng đầu, ít nhất tên tin hoặc nội dung và một cột nữa. Tên cột dùng được: {known}.",
        "Name the columns within the first 40 rows: title or text, and one more. Known headings: {known}.",
    ),
    "rundown-no-items": (
        "Dưới dòng tiêu đề cột không có tin nào còn được phát hay đăng.",
        "There is no item below the headings that is still to be broadcast or printed.",
    ),
    "rundown-no-items.help": (
        "Nhập các tin dưới dòng tiêu đề cột; dòng ẩn, gạch ngang hay ghi chú bỏ không được tính.",
        "Enter the items below the headings; hidden, struck-through and dropped rows do not count.",
    ),
    "rundown-too-many-rows": (
        "Bản tin có hơn {limit} dòng.",
        "The rundown has more than {limit} rows.",
    ),
    "rundown-too-many-rows.help": (
        "Tách mỗi bản tin một tệp.",
        "Put each bulletin into a file of its own.",
    ),
    "rundown-too-many-columns": (
        "{count} ô nằm bên phải cột thứ {limit} không được đọc.",
        "{count} cells right of column {limit} are not read.",
    ),
    "rundown-too-many-columns.help": (
        "Chuyển các cột cần kiểm tra sang bên trái.",
        "Move the columns to check to the left.",
    ),
    "rundown-hidden-columns": (
        "Cột bị ẩn vẫn được đọc: {columns}.",
        "Hidden columns are read as well: {columns}.",
    ),
    "rundown-hidden-columns.help": (
        "Nếu cột ẩn là bản cũ, xóa cột ấy rồi kiểm tra lại.",
        "If a hidden column is an old version, delete it and check again.",
    ),
    "rundown-too-many-cells": (
        "Trang tính có hơn {limit} ô có nội dung.",
        "The sheet has more than {limit} filled cells.",
    ),
    "rundown-too-many-cells.help": (
        "Tách mỗi bản tin một tệp.",
        "Put each bulletin into a file of its own.",
    ),
    "rundown-too-many-merges": (
        "Trang tính có hơn {limit} vùng ô gộp.",
        "The sheet has more than {limit} merged ranges.",
    ),
    "rundown-too-many-merges.help": (
        "Bỏ gộp các ô không phải tiêu đề khối.",
        "Unmerge the cells that are no headings.",
    ),
    "rundown-too-many-sheets": (
        "Tệp có hơn {limit} trang tính.",
        "The file has more than {limit} sheets.",
    ),
    "rundown-too-many-sheets.help": (
        "Lưu bản tin cần kiểm tra thành một tệp riêng.",
        "Save the rundown to check as a file of its own.",
    ),
    "rundown-cell-too-long": (
        "Một ô dài hơn {limit} ký tự, dài hơn Excel cho phép.",
        "A cell is longer than {limit} characters, more than Excel allows.",
    ),
    "rundown-cell-too-long.help": (
        "Mở tệp bằng Excel và lưu lại.",
        "Open the file in Excel and save it.",
    ),
    "rundown-too-long": (
        "Nội dung các ô dài hơn {limit} triệu ký tự.",
        "The cells hold more than {limit} million characters.",
    ),
    "rundown-too-long.help": (
        "Tách mỗi bản tin một tệp.",
        "Put each bulletin into a file of its own.",
    ),
    "rundown-encoding-told": (
        "Tệp không phải UTF-8; đã đọc theo bảng mã {encoding}, vì tên các cột đọc ra đúng tiếng Việt.",
        "The file is not UTF-8; it was read as {encoding}, under which the headings are right Vietnamese.",
    ),
    "rundown-encoding-told.help": (
        "Lưu lại tệp từ Excel thành .xlsx hoặc CSV UTF-8.",
        "Save it from Excel as .xlsx or CSV UTF-8.",
    ),
    "rundown-csv-broken": (
        "Dấu nháy trong tệp CSV không khớp từ dòng này ({reason}).",
        "The quotes of the CSV file do not match from this line on ({reason}).",
    ),
    "rundown-csv-broken.help": (
        'Lưu lại tệp từ Excel thành .xlsx hoặc CSV UTF-8; dấu " trong ô có nháy phải viết đôi "".',
        'Save it from Excel as .xlsx or CSV UTF-8; a " inside a quoted cell is written "".',
    ),
    "rundown-formula-uncached": (
        "Ô {cell} là công thức chưa có kết quả được lưu.",
        "Cell {cell} is a formula whose result is not stored.",
    ),
    "rundown-formula-uncached.help": (
        "Mở tệp bằng Excel rồi lưu lại, hoặc dán giá trị thay công thức.",
        "Open the file in Excel and save it, or paste values over formulas.",
    ),
    "rundown-formulas-unused": (
        "{count} ô là công thức chưa có kết quả được lưu, ở chỗ không dùng tới (ô đầu tiên: {cell}).",
        "{count} cells are formulas without a stored result, where nothing is read (the first is {cell}).",
    ),
    "rundown-column-unknown": (
        'Không biết cột "{heading}"; cột này không được dùng.',
        'The column "{heading}" is not known; it is not used.',
    ),
    "rundown-other-sheets": (
        'Chỉ đọc trang tính "{sheet}"; các trang khác cũng có bản tin: {others}.',
        'Only the sheet "{sheet}" is read; others hold rundowns too: {others}.',
    ),
    "rundown-starts-computed": (
        "Chỉ tin đầu có giờ ({first}): giờ của {count} tin sau được tính bằng cách cộng thời lượng.",
        "Only the first item has an hour ({first}): those of the {count} after it are computed from the "
        "lengths.",
    ),
    "rundown-starts-unknown": (
        "Từ dòng {row} trở đi ({count} tin) không tính được giờ chắc chắn: trước đó thiếu thời lượng hoặc qua nửa "
        "đêm mà không biết ngày.",
        "From row {row} on ({count} {count:item|items}) no hour is certain: a length before it is missing, or it "
        "is past midnight of an unknown day.",
    ),
    "rundown-row-hidden": (
        'Dòng {row} bị ẩn, coi như tin đã bỏ: "{title}".',
        'Row {row} is hidden and counts as dropped: "{title}".',
    ),
    "rundown-row-struck": (
        'Dòng {row} bị gạch ngang, coi như tin đã bỏ: "{title}".',
        'Row {row} is struck through and counts as dropped: "{title}".',
    ),
    "rundown-row-dropped": (
        'Dòng {row} có ghi chú bỏ, không tính: "{title}".',
        'Row {row} has a note that it is dropped and does not count: "{title}".',
    ),
    "rundown-row-without-text": (
        "Dòng {row} không có tên tin hay nội dung, không tính là tin.",
        "Row {row} has neither title nor text and is no item.",
    ),
    "rundown-row-without-number": (
        'Dòng {row} không có số thứ tự, vẫn được tính là tin: "{title}".',
        'Row {row} has no number and still counts as an item: "{title}".',
    ),
    "rundown-row-without-number.help": (
        "Nếu là tiêu đề khối thì viết hoa, hoặc ghi ở một dòng gộp ô; nếu là tin đã bỏ thì ghi chú bỏ.",
        "If it heads a block, write it in capitals or in a merged row; if it is dropped, note so.",
    ),
    "rundown-header-repeated": (
        "Dòng {row} lặp lại tên các cột, không tính là tin.",
        "Row {row} repeats the headings of the columns and is no item.",
    ),
    "rundown-total-skipped": (
        "Dòng {row} là dòng tổng, không tính là tin.",
        "Row {row} is a total and no item.",
    ),
    "rundown-duration-unreadable": (
        'Không rõ thời lượng "{value}" ở dòng {row}; tin này thiếu thời lượng.',
        'The duration "{value}" in row {row} is not clear; the item has none.',
    ),
    "rundown-duration-unreadable.help": (
        "Viết 1'30\", 1:30, 90s hoặc 2 phút 15 giây.",
        "Write 1'30\", 1:30, 90s or 2 min 15 s.",
    ),
    "rundown-duration-without-unit": (
        "{count} ô thời lượng là số không có đơn vị; các tin đó thiếu thời lượng.",
        "{count} durations are numbers without a unit; those items have none.",
    ),
    "rundown-duration-without-unit.help": (
        'Ghi đơn vị ở tên cột: "Thời lượng (giây)" hoặc "Thời lượng (phút)".',
        'Name the unit in the heading: "Duration (s)" or "Duration (min)".',
    ),
    "rundown-durations-reread": (
        "{count} ô thời lượng được lưu là giờ:phút nhưng tổng quá dài cho một bản tin; đã đọc lại là phút:giây.",
        "{count} durations are stored as hours:minutes but add up to too much; they were reread as "
        "minutes:seconds.",
    ),
    "rundown-durations-reread.help": (
        "Định dạng cột thời lượng là mm:ss để khỏi nhầm.",
        "Format the column as mm:ss to leave no doubt.",
    ),
    "rundown-durations-doubtful": (
        "{count} ô thời lượng có dạng giờ:phút, không rõ có phải là phút:giây; các tin đó thiếu thời lượng.",
        "{count} durations are stored as hours:minutes and may mean minutes:seconds; those items have none.",
    ),
    "rundown-durations-doubtful.help": (
        'Định dạng cột thời lượng là mm:ss, hoặc ghi độ dài cả bản tin phía trên bảng: "Thời lượng: 30 phút".',
        'Format the column as mm:ss, or state the length of the bulletin above the table: "Duration: 30 min".',
    ),
}

_ARCHIVES: dict[str, tuple[str, str]] = {
    "archive-record-too-large": (
        "Bản ghi dài hơn {limit} MB nên không đọc.",
        "The record is longer than {limit} MB and was not read.",
    ),
    "archive-record-too-large.help": (
        "Một tin không dài như vậy: xem lại cách xuất kho lưu trữ.",
        "No piece is that long: look at how the archive was exported.",
    ),
    "office-missing": (
        "Đọc tệp {format} cần LibreOffice, chưa thấy trên máy này.",
        "Reading {format} files needs LibreOffice, which is not on this machine.",
    ),
    "office-missing.help": (
        "Mở tệp bằng Word và lưu thành .docx; hoặc cài LibreOffice (miễn phí) rồi chạy lại.",
        "Open the file in Word and save it as .docx; or install LibreOffice (free) and run again.",
    ),
    "office-failed": (
        "LibreOffice không mở được tệp {format} này.",
        "LibreOffice could not open this {format} file.",
    ),
    "office-failed.help": (
        "Tệp có thể hỏng hoặc có mật khẩu: mở bằng Word và lưu thành .docx.",
        "It may be damaged or have a password: open it in Word and save it as .docx.",
    ),
    "office-too-slow": (
        "LibreOffice chưa chuyển xong tệp sau {seconds} giây nên đã bị dừng.",
        "LibreOffice had not converted the file after {seconds} seconds and was stopped.",
    ),
    "office-too-slow.help": ("Mở bằng Word và lưu thành .docx.", "Open it in Word and save it as .docx."),
    "office-not-a-text": (
        "Tệp mang đuôi .doc hoặc .rtf nhưng không phải văn bản Word, RTF hay HTML.",
        "The file is named .doc or .rtf but is no text of Word, RTF or HTML.",
    ),
    "office-not-a-text.help": (
        "Mở bằng phần mềm đã tạo ra nó và lưu thành .docx.",
        "Open it in the program that made it and save it as .docx.",
    ),
    "office-no-revisions": (
        "Bản gốc trước khi sửa (--revisions gốc) chỉ đọc được từ tệp .docx.",
        "The text before tracked changes (--revisions original) can be read from .docx files only.",
    ),
    "office-no-revisions.help": (
        "Lưu thành .docx bằng Word rồi chạy lại.",
        "Save it as .docx in Word and run again.",
    ),
    "office-converted": (
        "Tệp {format} được đọc qua bản .docx do LibreOffice chuyển; số đoạn là của bản ấy.",
        "The {format} file was read from a .docx that LibreOffice made of it; paragraphs are counted there.",
    ),
    "pdf-without-text": (
        "Tệp PDF không có chữ: các trang là ảnh (bản quét).",
        "The PDF has no text: its pages are pictures (a scan).",
    ),
    "pdf-without-text.help": (
        "Dùng bản Word của bài, hoặc nhận dạng chữ trước rồi soát bản đã sửa.",
        "Use the Word file of the piece, or recognise its letters first and check what was corrected.",
    ),
    "pdf-page-is-picture": (
        "Trang {pages} của PDF chỉ có hình, không có chữ để đọc: chữ trong hình không được soát.",
        "Page {pages} of the PDF is drawn without text that can be read: letters in pictures are not checked.",
    ),
    "pdf-mended": (
        "Tệp PDF có chỗ hỏng, phải đoán mà đọc: có thể thiếu chữ. Xuất lại tệp, hoặc dùng bản Word của bài.",
        "The PDF is damaged in places and was read by guessing: words may be missing. Export it again, or use the Word file of the piece.",
    ),
    "pdf-encrypted": ("Tệp PDF có mật khẩu hay bị khóa.", "The PDF has a password or is locked."),
    "pdf-encrypted.help": ("Bỏ mật khẩu rồi lưu lại.", "Remove the password and save it again."),
    "pdf-damaged": ("Tệp PDF hỏng ({reason}).", "The PDF is damaged ({reason})."),
    "pdf-damaged.help": (
        "Xuất lại tệp, hoặc dùng bản Word của bài.",
        "Export it again, or use the Word file of the piece.",
    ),
    "pdf-too-many-pages": ("Tệp PDF có hơn {limit} trang.", "The PDF has more than {limit} pages."),
    "pdf-too-many-pages.help": ("Tách thành từng bài.", "Split it into pieces."),
    "pdf-order": (
        "PDF không ghi thứ tự đọc: đoạn, tít, cột được suy từ cách tệp xếp chữ; chỗ nào lạ thì đối chiếu bản Word.",
        "A PDF does not say in which order it is read: paragraphs, headline and columns follow how the file sets its letters; compare the Word file where something looks odd.",
    ),
    "archive-needs-extra": (
        "Để đọc loại này cần thư viện {module}, chưa được cài.",
        "Reading this needs the library {module}, which is not installed.",
    ),
    "archive-needs-extra.help": (
        'Cài thêm: pip install "kiemtin[{extra}]".',
        'Install it: pip install "kiemtin[{extra}]".',
    ),
    "archive-in-archive": (
        "Đây là một kho nằm trong tệp zip: các tin trong đó không được đọc.",
        "This is an archive inside a zip: the items in it were not read.",
    ),
    "archive-in-archive.help": (
        "Giải nén tệp zip rồi soát chính kho ấy.",
        "Unpack the zip and check that archive itself.",
    ),
    "archive-damaged": (
        "Kho lưu trữ hỏng hoặc bị cắt cụt từ chỗ này: {reason}.",
        "The archive is damaged or cut off from here on: {reason}.",
    ),
    "archive-damaged.help": (
        "Tải hoặc xuất lại tệp; các bản ghi đứng trước chỗ này vẫn đọc được.",
        "Fetch or export the file again; records before this place can be read.",
    ),
    "archive-not-utf8": ("Dòng này không phải chữ UTF-8.", "This line is not text in UTF-8."),
    "archive-not-utf8.help": ("Xuất lại kho lưu trữ bằng UTF-8.", "Export the archive in UTF-8."),
    "archive-bad-json": ("Dòng này không phải JSON: {reason}.", "This line is not JSON: {reason}."),
    "archive-bad-json.help": (
        "Mỗi dòng phải là một đối tượng JSON trọn vẹn.",
        "Each line must be one whole JSON object.",
    ),
    "archive-no-object": (
        "Dòng này là JSON nhưng không phải một đối tượng {{…}}.",
        "This line is JSON, but no object {{…}}.",
    ),
    "archive-no-object.help": (
        'Mỗi tin là một đối tượng, thí dụ {{"title": …, "text": …}}.',
        'Each piece is an object, such as {{"title": …, "text": …}}.',
    ),
    "archive-value-not-read": (
        "Mục “{field}” ghi “{value}”, không đọc được nên coi như chưa ghi.",
        "“{field}” says “{value}”, which cannot be read and counts as not given.",
    ),
    "archive-bad-profile": (
        "Bản mô tả kho lưu trữ viết chưa đúng: {reason}.",
        "The profile of the archive is not right: {reason}.",
    ),
    "archive-bad-profile.help": (
        'Viết theo TOML: [keys] text = "noi_dung"; [fixed] outlet = "Báo Nam Sơn".',
        'It is TOML: [keys] text = "noi_dung"; [fixed] outlet = "Báo Nam Sơn".',
    ),
}

MESSAGES: dict[str, tuple[str, str]] = {
    **_ARCHIVES,
    **_FILE,
    **_LIMITS,
    **_TEXT,
    **_PACKAGE,
    **_WORD,
    **_METADATA,
    **_RUNDOWN,
}
