"""Messages of the room `language`: what is wrong with a pack and what its author does about it."""

from __future__ import annotations

_WRITING: dict[str, tuple[str, str]] = {
    "pack.unexpected": (
        "Gặp “{found}”, ở đây cần {expected}.",
        "Found “{found}” where this was expected: {expected}.",
    ),
    "pack.unexpected.help": (
        "Sửa chỗ được gạch chân; nếu dòng này đúng thì xem lại dòng ngay trước.",
        "Correct the underlined words; if they are right, look at the line before.",
    ),
    "pack.unexpected-end": (
        "Văn bản hết giữa chừng, còn thiếu {expected}.",
        "The document ends too early; missing: {expected}.",
    ),
    "pack.unexpected-end.help": (
        "Viết tiếp phần còn thiếu, hoặc bỏ dòng dở dang ở cuối.",
        "Write what is missing, or remove the unfinished line at the end.",
    ),
    "pack.misspelled-keyword": (
        "Không hiểu “{found}”. Có phải là “{meant}”?",
        "“{found}” is not understood. Did you mean “{meant}”?",
    ),
    "pack.misspelled-keyword.help": ("Viết đúng từ khóa “{meant}”.", "Write the keyword “{meant}”."),
    "pack.holidays-without-end": (
        "Lịch nghỉ phải nói rõ từ ngày nào đến ngày nào.",
        "The holidays must say from which day to which day.",
    ),
    "pack.holidays-without-end.help": (
        "Viết: lịch nghỉ từ 01/01/2024 đến 31/12/2024, rồi ghi đủ mọi ngày nghỉ, ngày làm bù trong thời gian ấy.",
        "Write: holidays from 01/01/2024 until 31/12/2024, then every day off and every day worked instead in that time.",
    ),
    "pack.holiday-outside": (
        "Ngày này nằm ngoài thời gian của lịch nghỉ.",
        "This day lies outside the time of the holidays.",
    ),
    "pack.holiday-outside.help": (
        "Sửa ngày, hoặc mở rộng “từ … đến …” của lịch nghỉ.",
        "Correct the day, or widen “from … until …” of the holidays.",
    ),
    "pack.field-taken": (
        "“{name}” là thông tin có sẵn, không khai báo lại được.",
        "“{name}” is a field of the language and cannot be declared anew.",
    ),
    "pack.field-taken.help": (
        "Đặt tên khác; thông tin bằng lời như thể_loại, phương_thức, chuyên_mục, sự_kiện thì khai được các giá trị: thông tin thể_loại là một trong {{“tin”, “phóng sự”}}.",
        "Choose another name; of a field of text such as genre, form, section, event the values can be declared: field genre is one of {{“news”, “report”}}.",
    ),
    "pack.field-other-type": (
        "“{name}” ở đây khác loại với “{name}” của văn bản cấp trên.",
        "“{name}” is of another kind here than in the pack above.",
    ),
    "pack.field-other-type.help": (
        "Khai báo cùng một loại, hoặc đặt tên khác.",
        "Declare the same kind, or choose another name.",
    ),
    "pack.field-value-twice": ("“{value}” ghi hai lần.", "“{value}” is given twice."),
    "pack.field-value-twice.help": ("Giữ một.", "Keep one."),
    "pack.never-true": (
        "Điều kiện của quy tắc “{rule}” không bao giờ đúng: không có {what} nào hợp với mọi phần.",
        "The condition of rule “{rule}” is never true: no {what} meets all its parts.",
    ),
    "pack.never-true.help": (
        "Sửa một trong các giới hạn; nếu là hai trường hợp khác nhau thì nối bằng “hoặc”.",
        "Correct one of the limits; two different cases are joined by “or”.",
    ),
    "pack.precedence-unchosen": (
        "Danh sách thứ bậc “{name}” không được dùng: văn bản này xếp theo “{chosen}”.",
        "The precedence “{name}” is not used: this document is ranked by “{chosen}”.",
    ),
    "pack.precedence-unchosen.help": (
        "Ghi ở đầu văn bản: thứ bậc theo {name}; hoặc bỏ danh sách ấy.",
        "Write in the head: precedence by {name}; or remove that list.",
    ),
    "pack.whole-wording": (
        "So cả lời của đoạn với “{text}”: chỉ đúng khi cả đoạn chỉ gồm mấy chữ ấy.",
        "The whole wording is compared with “{text}”: true only if the passage has no other words.",
    ),
    "pack.whole-wording.help": (
        "Muốn tìm chữ trong lời thì viết: có chứa, bắt đầu bằng, kết thúc bằng.",
        "To look for words in it write: contains, starts with, ends with.",
    ),
    "pack.bad-clock": ("“{found}” không phải là giờ hay thời lượng.", "“{found}” is no clock."),
    "pack.bad-clock.help": (
        "Giờ trong ngày viết 08:30; thời lượng viết 2:30 (2 phút 30 giây) hoặc 1:02:30.",
        "An hour of the day is 08:30; a running time is 2:30 (2 minutes 30 seconds) or 1:02:30.",
    ),
    "pack.old-name-taken": (
        "“{name}” không phải là tên cũ của riêng quy tắc này: văn bản còn một quy tắc khác mang tên ấy.",
        "“{name}” is no old name of this rule alone: another rule of the document bears it.",
    ),
    "pack.old-name-taken.help": (
        "Tên cũ là tên mà báo cáo trước đây gọi quy tắc này; mỗi tên cũ chỉ thuộc một quy tắc.",
        "An old name is what reports called this rule before; each belongs to one rule.",
    ),
    "pack.change-not-logged": (
        "“{name}” thay đổi từ {day} mà nhật ký sửa đổi không ghi ngày ấy.",
        "“{name}” changes on {day}, and the change log has no such day.",
    ),
    "pack.change-not-logged.help": (
        'Thêm một dòng: sửa đổi {day} "…".',
        'Add a line: amended on {day} "…".',
    ),
    "pack.logged-without-change": (
        "Nhật ký ghi sửa đổi ngày {day}, nhưng không quy tắc, bảng, tham số nào bắt đầu hay kết thúc vào ngày ấy.",
        "The change log has {day}, but no rule, table or parameter begins or ends on that day.",
    ),
    "pack.logged-without-change.help": (
        "Đối chiếu ngày với các dòng “từ …” và “hiệu lực”; sửa chỗ sai.",
        "Compare the day with the lines “from …” and “in force”; correct what is wrong.",
    ),
    "pack.exception-untried": (
        "Ngoại lệ này hỏi {names}, mà không ví dụ nào cho: chưa có gì thử nó.",
        "This exception asks for {names}, which no example gives: nothing tries it.",
    ),
    "pack.exception-untried.help": (
        'Thêm: ví dụ ngoài phạm vi "…" với dữ liệu ấy; nếu bài không bao giờ ghi dữ liệu ấy thì bỏ ngoại lệ.',
        'Add: example out of scope "…" with that datum; if no draft ever says it, remove the exception.',
    ),
    "pack.name-in-words": (
        "“{found}”: không rõ hai chữ này là một tên hay thiếu một phép so sánh ở giữa.",
        "“{found}”: it is not clear whether this is one name or a comparison is missing between the words.",
    ),
    "pack.name-in-words.help": (
        "Nếu là một tên thì nối bằng gạch: “{meant}”; nếu không thì viết phép so sánh (là, không quá, có …) ở giữa.",
        "If it is one name, join it: “{meant}”; else write the comparison (is, at most, has …) between them.",
    ),
    "pack.string-unterminated": ("Thiếu dấu ngoặc kép đóng.", "The closing quotation mark is missing."),
    "pack.string-unterminated.help": (
        "Đóng ngoặc kép ngay trên dòng ấy. Lời dài nhiều đoạn thì mỗi đoạn một cặp ngoặc kép trên một dòng.",
        "Close the quotation mark on the same line. Longer text is written as several lines, each in its own quotation marks.",
    ),
    "pack.text-without-quotes": (
        "“{found}” phải đặt trong ngoặc kép.",
        "“{found}” must stand in quotation marks.",
    ),
    "pack.text-without-quotes.help": (
        'Viết lời của văn bản trong ngoặc kép, ví dụ: tên "Quy định về thông tin".',
        'Put the words in quotation marks, for example: title "Rules on information".',
    ),
    "pack.bad-number": ("“{found}” có thể hiểu hai cách.", "“{found}” can be read in two ways."),
    "pack.bad-number.help": (
        "Viết dấu phẩy cho phần lẻ (1,5 phút) và dấu chấm cho hàng nghìn (1.000 chữ).",
        "Write a comma before decimals (1,5 minutes) and a dot between thousands (1.000 syllables).",
    ),
    "pack.decimal-in-set": (
        "Giữa {{ }}, dấu phẩy liền chữ số là phần lẻ của một số.",
        "Between {{ }}, a comma right before a digit makes one decimal number.",
    ),
    "pack.decimal-in-set.help": (
        "Thêm dấu cách sau dấu phẩy nếu là hai số: {{1, 5}}.",
        "Put a space after the comma if two numbers are meant: {{1, 5}}.",
    ),
    "pack.impossible-date": ("Không có ngày {found}.", "There is no such day as {found}."),
    "pack.impossible-date.help": (
        "Viết ngày trước, tháng sau, năm đủ bốn chữ số: 01/07/2021.",
        "Write the day first, then the month, then the year in four digits: 01/07/2021.",
    ),
    "pack.period-reversed": (
        "Ngày kết thúc đứng trước ngày bắt đầu.",
        "The last day stands before the first.",
    ),
    "pack.period-reversed.help": (
        "Đổi chỗ hai ngày hoặc sửa năm.",
        "Exchange the two days or correct the year.",
    ),
    "pack.look-alike-letters": (
        "“{found}” có chữ cái của bảng chữ khác, nhìn giống “{meant}”.",
        "“{found}” has letters of another alphabet that look like “{meant}”.",
    ),
    "pack.look-alike-letters.help": (
        "Gõ lại “{meant}” bằng bàn phím tiếng Việt.",
        "Type “{meant}” again on a Vietnamese keyboard.",
    ),
    "pack.name-begins-with-digit": ("Tên không bắt đầu bằng chữ số.", "A name does not begin with a digit."),
    "pack.name-begins-with-digit.help": (
        "Đặt chữ cái trước, ví dụ tin-quá-dài-2.",
        "Begin with a letter, for example item-too-long-2.",
    ),
    "pack.no-document": (
        "Văn bản chưa mở đầu bằng “văn bản” và tên gọi.",
        "The pack does not begin with “document” and its name.",
    ),
    "pack.no-document.help": (
        "Viết dòng đầu tiên, ví dụ: văn bản nội-quy-báo-mẫu.",
        "Write the first line, for example: document newsroom-sample.",
    ),
    "pack.loop-without-in": (
        "Sau tên đặt ra cần “trong” và nơi lấy.",
        "After the name that you give, “in” and a place are needed.",
    ),
    "pack.loop-without-in.help": (
        "Viết đủ: với mỗi ds trong tin.danh_sách.",
        "Write in full: for each listing in item.listings.",
    ),
    "pack.filter-without-parentheses": (
        "Phép đếm, cộng có “mà” phải đặt trong ngoặc đơn.",
        "Counting or adding with “where” must stand in parentheses.",
    ),
    "pack.filter-without-parentheses.help": (
        "Viết: (số mục trong bản_tin.mục mà mục.bậc <= 5) <= 2.",
        "Write: (count x in bulletin.items where x.rank <= 5) <= 2.",
    ),
    "pack.operator-twice": ("Hai dấu so sánh liền nhau.", "Two signs of comparison stand side by side."),
    "pack.operator-twice.help": (
        "Chỉ dùng một dấu: <=, >=, =, !=, <, >.",
        "Use one sign: <=, >=, =, !=, <, >.",
    ),
    "pack.too-long": ("Văn bản dài quá {limit} ký tự.", "The pack is longer than {limit} characters."),
    "pack.too-long.help": (
        "Tách thành nhiều văn bản và dùng “dùng” để nối.",
        "Split it into several packs and join them with “uses”.",
    ),
    "pack.line-too-long": (
        "Dòng này dài hơn {limit} ký tự.",
        "This line is longer than {limit} characters.",
    ),
    "pack.line-too-long.help": ("Ngắt dòng.", "Break the line."),
    "pack.row-too-wide": (
        "Dòng này của bảng có hơn {limit} ô.",
        "This row of the table has more than {limit} cells.",
    ),
    "pack.row-too-wide.help": ("Tách bảng.", "Split the table."),
    "pack.control-character": (
        "Có ký tự điều khiển không thấy được ({code}): màn hình có thể hiện khác với điều tệp nói.",
        "There is an invisible control character ({code}): a screen may show something else than the file says.",
    ),
    "pack.control-character.help": (
        "Xóa ký tự đó, hoặc gõ lại dòng này.",
        "Remove the character, or type the line anew.",
    ),
    "pack.too-deep": ("Lồng nhau quá {limit} tầng.", "Nested more than {limit} levels deep."),
    "pack.too-deep.help": ("Tách điều kiện thành nhiều quy tắc.", "Split the condition into several rules."),
    "pack.given-twice": ("Điều này đã ghi ở trên.", "This was already given above."),
    "pack.given-twice.help": ("Giữ một dòng.", "Keep one of the lines."),
    "pack.not-utf8": ("Tệp {pack} không ở mã UTF-8.", "The file {pack} is not in UTF-8."),
    "pack.not-utf8.help": ("Lưu lại tệp với mã UTF-8.", "Save the file as UTF-8."),
}

_HEAD: dict[str, tuple[str, str]] = {
    "pack.verified-without-source": ("“đã đối chiếu” mà chưa ghi nguồn.", "“verified” without its source."),
    "pack.verified-without-source.help": (
        'Ghi nguồn trong ngoặc kép: đã đối chiếu "Báo …, ngày …", hoặc đổi thành minh họa.',
        'Give the source in quotation marks: verified "Newspaper, date", or say sample.',
    ),
    "pack.without-status": ("Văn bản chưa có dòng “tình trạng”.", "The pack has no line “status”."),
    "pack.without-status.help": (
        'Ghi tình trạng minh họa, hoặc tình trạng đã đối chiếu "nguồn": báo cáo in lại điều này.',
        'Write status sample, or status verified "source": reports print it.',
    ),
    "pack.without-date": (
        "Văn bản chưa ghi hiệu lực từ ngày nào.",
        "The pack does not say since when it is in force.",
    ),
    "pack.without-date.help": ("Thêm dòng: hiệu lực từ 01/07/2021.", "Add a line: in force from 01/07/2021."),
    "pack.in-force-before-issue": (
        "Hiệu lực bắt đầu trước ngày ban hành.",
        "It comes into force before it was issued.",
    ),
    "pack.in-force-before-issue.help": (
        "Xem lại hai ngày; ngày và tháng có bị đổi chỗ không?",
        "Look at both days again; were day and month exchanged?",
    ),
    "pack.not-found": ("Không tìm thấy bộ quy tắc “{pack}”.", "There is no pack “{pack}”."),
    "pack.not-found.help": (
        "Ghi đường dẫn tới tệp .quy, hoặc tên một bộ quy tắc có sẵn.",
        "Give the path of a .quy file, or the name of a bundled pack.",
    ),
    "pack.unreadable": ("Không đọc được {pack}: {reason}.", "{pack} cannot be read: {reason}."),
    "pack.unreadable.help": ("Kiểm tra quyền đọc tệp.", "Check that the file may be read."),
    "pack.missing-pack": (
        "Không tìm thấy văn bản “{found}” mà văn bản này dựa vào.",
        "The pack “{found}”, which this one builds on, is not there.",
    ),
    "pack.missing-pack.help": (
        "Đặt tệp {found}.quy cạnh tệp này, hoặc sửa tên.",
        "Put the file {found}.quy beside this one, or correct the name.",
    ),
    "pack.missing-pack-near": (
        "Không tìm thấy văn bản “{found}”. Có phải là “{meant}”?",
        "There is no pack “{found}”. Did you mean “{meant}”?",
    ),
    "pack.missing-pack-near.help": (
        "Viết “{meant}”, hoặc đặt tệp {found}.quy cạnh tệp này.",
        "Write “{meant}”, or put the file {found}.quy beside this one.",
    ),
    "pack.cyclic-refinement": (
        "Các văn bản cụ thể hóa lẫn nhau thành vòng: {cycle}.",
        "The packs refine each other in a circle: {cycle}.",
    ),
    "pack.cyclic-refinement.help": (
        "Bỏ một dòng “cụ thể hóa”: văn bản cấp dưới dựa vào cấp trên, không ngược lại.",
        "Remove one line “refines”: the lower pack builds on the higher, not the other way round.",
    ),
    "pack.unknown-precedence": (
        "Không có danh sách thứ bậc tên là “{found}”.",
        "There is no precedence list “{found}”.",
    ),
    "pack.unknown-precedence.help": (
        "Viết danh sách “thứ bậc {found}” trong văn bản này, hoặc “dùng” văn bản có nó.",
        "Write a list “precedence {found}” in this pack, or “uses” a pack that has it.",
    ),
    "pack.unknown-precedence-near": (
        "Không có danh sách thứ bậc “{found}”. Có phải là “{meant}”?",
        "There is no precedence list “{found}”. Did you mean “{meant}”?",
    ),
    "pack.unknown-precedence-near.help": ("Viết “{meant}”.", "Write “{meant}”."),
    "pack.cyclic-precedence": (
        "Danh sách thứ bậc “{name}” nối tiếp chính nó.",
        "The precedence list “{name}” continues itself.",
    ),
    "pack.cyclic-precedence.help": ("Bỏ một dòng “nối tiếp”.", "Remove one “continues”."),
    "pack.bad-rank": ("“{found}” không phải là một bậc.", "“{found}” is not a rank."),
    "pack.bad-rank.help": (
        "Bậc là số nguyên từ 1; bậc 1 cao nhất.",
        "Ranks are whole numbers from 1; rank 1 is the highest.",
    ),
    "pack.ranks-not-ascending": (
        "Bậc {rank} đứng sau bậc {before}.",
        "Rank {rank} stands after rank {before}.",
    ),
    "pack.ranks-not-ascending.help": (
        "Ghi các bậc từ cao xuống thấp; chức danh cùng bậc ghi chung một dòng, cách nhau bằng dấu chấm phẩy.",
        "Write the ranks from the top down; offices of one rank share a line, with semicolons between them.",
    ),
    "pack.ranks-overlap": (
        "Bậc {rank} đã có trong danh sách “{name}” mà danh sách này nối tiếp.",
        "Rank {rank} is already in the list “{name}” that this one continues.",
    ),
    "pack.ranks-overlap.help": ("Bắt đầu từ bậc {next}.", "Begin with rank {next}."),
    "pack.unknown-office": (
        "Danh mục chức danh không có “{found}”.",
        "The vocabulary of offices does not have “{found}”.",
    ),
    "pack.unknown-office.help": (
        "Viết tên chức danh đầy đủ như trong văn bản, ví dụ “Phó Bí thư Thường trực Tỉnh ủy”.",
        "Write the office in full as documents do, for example “Phó Bí thư Thường trực Tỉnh ủy”.",
    ),
    "pack.office-twice": (
        "“{found}” là cùng một chức danh với “{first}” ở bậc khác.",
        "“{found}” is the same office as “{first}” at another rank.",
    ),
    "pack.office-twice.help": ("Giữ chức danh ấy ở một bậc.", "Keep the office at one rank."),
}

_RULES: dict[str, tuple[str, str]] = {
    "pack.rule-without-modality": (
        "Quy tắc “{rule}” chưa nói điều phải làm.",
        "The rule “{rule}” does not say what must be so.",
    ),
    "pack.rule-without-modality.help": (
        "Thêm một dòng “phải …” (bắt buộc), “nên …” (khuyến nghị) hoặc “lưu ý …” (nhắc).",
        "Add a line “must …”, “should …” or “note …”.",
    ),
    "pack.two-requirements": ("Quy tắc “{rule}” có hai yêu cầu.", "The rule “{rule}” has two requirements."),
    "pack.two-requirements.help": (
        "Tách thành hai quy tắc, hoặc nối hai yêu cầu bằng “và”.",
        "Split it into two rules, or join the requirements with “and”.",
    ),
    "pack.rule-without-summary": (
        "Quy tắc “{rule}” không có lời nào để nói với biên tập viên: phát hiện sẽ phải chép lại điều kiện.",
        "The rule “{rule}” has no words for an editor: its finding would have to quote the condition.",
    ),
    "pack.rule-without-summary.help": (
        'Thêm một câu: tóm tắt "…", nói điều quy tắc đòi hỏi.',
        'Add a sentence: summary "…" that says what the rule asks for.',
    ),
    "pack.rule-without-examples": (
        "Quy tắc “{rule}” chưa đủ ví dụ: cần ít nhất một ví dụ đạt và một ví dụ lỗi.",
        "The rule “{rule}” lacks examples: at least one that passes and one that fails.",
    ),
    "pack.rule-without-examples.help": (
        'Thêm: ví dụ đạt "…", ví dụ lỗi "…" báo "…". Ví dụ vừa giải thích vừa là phép thử của quy tắc.',
        'Add: example passes "…", example fails "…" reports "…". Examples explain the rule and test it.',
    ),
    "pack.example-without-text": ("Ví dụ chưa có nội dung.", "The example says nothing."),
    "pack.example-without-text.help": (
        "Viết lời của tin trong ngoặc kép, hoặc các dòng | … | của bản tin.",
        "Write the words of an item in quotation marks, or the rows | … | of a bulletin.",
    ),
    "pack.rows-for-item": (
        "Quy tắc “{rule}” xét từng tin, nhưng ví dụ là cả bản tin.",
        "The rule “{rule}” judges single items, but the example is a bulletin.",
    ),
    "pack.rows-for-item.help": (
        "Viết lời của một tin trong ngoặc kép.",
        "Write the words of one item in quotation marks.",
    ),
    "pack.datum-type": (
        "“{name}” là {expected}, không phải {found}.",
        "“{name}” is {expected}, not {found}.",
    ),
    "pack.datum-type.help": (
        "Sửa giá trị hoặc đơn vị trong ví dụ.",
        "Correct the value or its unit in the example.",
    ),
    "pack.fix-without-target": ("Chưa rõ thay chỗ nào.", "It is not clear what is to be replaced."),
    "pack.fix-without-target.help": (
        "Viết: sửa thay lượt.chức_danh bằng lượt.chức_danh_đúng.",
        "Write: fix replace mention.titles with mention.right_titles.",
    ),
    "pack.item-in-bulletin-rule": (
        "Quy tắc “{rule}” vừa xét cả bản tin vừa xét một tin.",
        "The rule “{rule}” speaks of the whole bulletin and of one item.",
    ),
    "pack.item-in-bulletin-rule.help": (
        "Lấy tin từ bản tin: với mỗi tin trong bản_tin.mục.",
        "Take the item from the bulletin: for each item in bulletin.items.",
    ),
    "pack.unused-variable": (
        "“{name}” được lấy ra mà không dùng đến.",
        "“{name}” is taken up but never used.",
    ),
    "pack.unused-variable.help": (
        "Bỏ dòng “với mỗi”, hoặc xét “{name}” trong quy tắc.",
        "Remove the line “for each”, or speak of “{name}” in the rule.",
    ),
    "pack.variable-taken": ("Tên “{name}” đã dùng cho việc khác.", "The name “{name}” is already taken."),
    "pack.variable-taken.help": ("Đặt tên khác.", "Choose another name."),
    "pack.duplicate-name": (
        "“{name}” được đặt hai lần trong văn bản này.",
        "“{name}” is defined twice in this pack.",
    ),
    "pack.duplicate-name.help": (
        "Đặt tên khác cho một trong hai; bảng, tham số thay đổi theo ngày thì ghi thêm “từ …” trong cùng một bảng.",
        "Rename one of them; values that change over time are versions “from …” of one table.",
    ),
    "pack.first-here": ("lần đầu ở đây", "first defined here"),
    "pack.name-taken": (
        "“{name}” đã có trong văn bản {pack} mà văn bản này dựa vào.",
        "“{name}” is already defined in {pack}, on which this pack builds.",
    ),
    "pack.name-taken.help": (
        "Muốn đổi giá trị thì viết “thay {pack}.{name}”; muốn khác hẳn thì đặt tên khác.",
        "Write “overrides {pack}.{name}” to change it, or choose another name.",
    ),
    "pack.unknown-override": ("Không có “{found}” để thay.", "There is no “{found}” to override."),
    "pack.unknown-override.help": (
        "Ghi tên văn bản cấp trên, dấu chấm và tên trong văn bản ấy, như qđ-tỉnh-mẫu.giới_hạn.",
        "Give the name of the pack behind, a dot and the name in it, such as qđ-tỉnh-mẫu.giới_hạn.",
    ),
    "pack.unknown-override-near": (
        "Không có “{found}” để thay. Có phải là “{meant}”?",
        "There is no “{found}” to override. Did you mean “{meant}”?",
    ),
    "pack.unknown-override-near.help": ("Viết “{meant}”.", "Write “{meant}”."),
    "pack.weaker-modality": (
        "Quy tắc này nhẹ hơn quy tắc “{rule}” mà nó thay.",
        "This rule is weaker than “{rule}”, which it overrides.",
    ),
    "pack.weaker-modality.help": (
        "Văn bản cụ thể hóa chỉ nên chặt bằng hoặc hơn văn bản cấp trên.",
        "A refining pack should be as strict as the pack behind it, or stricter.",
    ),
    "pack.exception-of-unknown": (
        "Không có quy tắc “{found}” để đặt ngoại lệ.",
        "There is no rule “{found}” to make an exception of.",
    ),
    "pack.exception-of-unknown.help": ("Ghi đúng tên quy tắc.", "Give the name of a rule."),
    "pack.exception-of-unknown-near": (
        "Không có quy tắc “{found}”. Có phải là “{meant}”?",
        "There is no rule “{found}”. Did you mean “{meant}”?",
    ),
    "pack.exception-of-unknown-near.help": ("Viết “{meant}”.", "Write “{meant}”."),
    "pack.never-in-force": (
        "Không có ngày nào điều này có hiệu lực.",
        "There is no day on which this is in force.",
    ),
    "pack.never-in-force.help": (
        "Đối chiếu ngày ở đây với dòng “hiệu lực” ở đầu văn bản.",
        "Compare the days given here with the line “in force” at the head.",
    ),
    "pack.unused": ("“{name}” không được quy tắc nào dùng.", "No rule uses “{name}”."),
    "pack.unused.help": (
        "Bỏ đi, hoặc viết quy tắc so với “{name}”.",
        "Remove it, or write a rule that compares with “{name}”.",
    ),
}

_TYPES: dict[str, tuple[str, str]] = {
    "pack.unknown-name": ("Không có gì tên là “{found}”.", "There is nothing called “{found}”."),
    "pack.unknown-name.help": ("Dùng một trong: {known}.", "Use one of: {known}."),
    "pack.unknown-name-near": (
        "Không có gì tên là “{found}”. Có phải là “{meant}”?",
        "There is nothing called “{found}”. Did you mean “{meant}”?",
    ),
    "pack.unknown-name-near.help": ("Viết “{meant}”.", "Write “{meant}”."),
    "pack.unknown-property": ("Ở {owner} không có “{found}”.", "“{found}” is not known of {owner}."),
    "pack.unknown-property.help": ("Dùng một trong: {known} …", "Use one of: {known} …"),
    "pack.unknown-property-near": (
        "Ở {owner} không có “{found}”. Có phải là “{meant}”?",
        "“{found}” is not known of {owner}. Did you mean “{meant}”?",
    ),
    "pack.unknown-property-near.help": ("Viết “{meant}”.", "Write “{meant}”."),
    "pack.property-of-several": (
        "Ở đây là {owner}, phải nói rõ từng cái.",
        "These are {owner}: say which of them.",
    ),
    "pack.property-of-several.help": (
        "Lấy từng cái: với mỗi người trong tin.lãnh_đạo, rồi viết người.bậc; hoặc mọi x trong … thì …",
        "Take each: for each leader in item.leaders, then leader.rank; or every x in … satisfies …",
    ),
    "pack.unknown-value": (
        "“{found}” không phải là giá trị của {property}.",
        "“{found}” is no value of {property}.",
    ),
    "pack.unknown-value.help": ("Dùng một trong: {known}.", "Use one of: {known}."),
    "pack.unknown-value-near": (
        "“{found}” không phải là giá trị của {property}. Có phải là “{meant}”?",
        "“{found}” is no value of {property}. Did you mean “{meant}”?",
    ),
    "pack.unknown-value-near.help": ("Viết “{meant}”.", "Write “{meant}”."),
    "pack.type-mismatch": ("Không so được {left} với {right}.", "Cannot compare {left} with {right}."),
    "pack.type-mismatch.help": (
        "So hai bên cùng loại, cùng đơn vị; tin.độ_dài so được với chữ, từ hoặc thời lượng.",
        "Compare like with like; item.length can be compared with syllables, words or time.",
    ),
    "pack.not-ordered": (
        "Không so hơn kém {found} được (“{operator}”).",
        "There is no more or less of {found} (“{operator}”).",
    ),
    "pack.not-ordered.help": ("Dùng =, != hoặc trong {{…}}.", "Use =, != or in {{…}}."),
    "pack.arithmetic": (
        "Không tính được {left} {operator} {right}.",
        "Cannot calculate {left} {operator} {right}.",
    ),
    "pack.arithmetic.help": (
        "Cộng, trừ hai bên cùng đơn vị; nhân, chia với số đếm; ngày trừ ngày ra khoảng thời gian.",
        "Add and subtract in one unit; multiply and divide by plain numbers; a date minus a date is a length of time.",
    ),
    "pack.not-a-condition": (
        "Ở đây cần một điều đúng hay sai, không phải {found}.",
        "A condition is needed here, not {found}.",
    ),
    "pack.not-a-condition.help": (
        "Thêm phép so sánh: … <= 3, … có …, … trong …",
        "Add a comparison: … <= 3, … has …, … in …",
    ),
    "pack.not-a-collection": ("Không lấy từng cái từ {found} được.", "Cannot take one by one from {found}."),
    "pack.not-a-collection.help": (
        "Lấy từ nơi có nhiều: tin.danh_sách, tin.lãnh_đạo, tin.lượt_nhắc, bản_tin.mục.",
        "Take from where there are several: item.listings, item.leaders, item.mentions, bulletin.items.",
    ),
    "pack.not-summable": ("Không cộng, so lớn nhỏ được {found}.", "Cannot add or compare {found}."),
    "pack.not-summable.help": (
        "Lấy số, độ dài hoặc thời lượng của từng cái.",
        "Take a number, a length or a time of each.",
    ),
    "pack.predicate-subject": (
        "“{predicate}” nói về {expected}, không phải {found}.",
        "“{predicate}” is said of {expected}, not of {found}.",
    ),
    "pack.predicate-subject.help": (
        "Sửa vế đứng trước “{predicate}”.",
        "Correct what stands before “{predicate}”.",
    ),
    "pack.predicate-argument": (
        "Sau “{predicate}” là {expected}, không phải {found}.",
        "After “{predicate}” comes {expected}, not {found}.",
    ),
    "pack.predicate-argument.help": (
        "Sửa vế đứng sau “{predicate}”.",
        "Correct what stands after “{predicate}”.",
    ),
}

_TABLES: dict[str, tuple[str, str]] = {
    "pack.row-unfinished": ("Dòng của bảng chưa đóng bằng dấu |.", "The row of the table does not end with |."),
    "pack.row-unfinished.help": ("Mỗi dòng mở và đóng bằng dấu |, trọn trên một dòng.", "Every row begins and ends with | and fits on one line."),
    "pack.row-without-table": ("Dòng | … | này không thuộc bảng hay ví dụ nào.", "This row | … | belongs to no table and no example."),
    "pack.row-without-table.help": (
        "Đặt nó ngay sau “bảng … theo …”, sau “từ ngày …” của bảng, hoặc sau “ví dụ …”.",
        "Put it after “table … by …”, after a “from …” of the table, or after “example …”.",
    ),
    "pack.row-cells": ("Dòng này có {found} ô, cần {expected} ô.", "This row has {found} cells instead of {expected}."),
    "pack.row-cells.help": (
        "Thêm ô còn thiếu; không giới hạn thì ghi “-”.",
        "Add the missing cell; write “-” where there is no limit.",
    ),
    "pack.empty-cell": ("Ô này trống.", "This cell is empty."),
    "pack.empty-cell.help": ("Ghi giá trị, hoặc “-” nếu không giới hạn.", "Write a value, or “-” for no limit."),
    "pack.unknown-unit": ("“{found}” có đơn vị lạ.", "“{found}” has an unknown unit."),
    "pack.unknown-unit.help": ("Dùng: chữ, từ, giây, phút, giờ, ngày, %.", "Use: syllables, words, seconds, minutes, hours, days, %."),
    "pack.table-without-axis": ("Bảng “{table}” chưa nói tra theo điều gì.", "The table “{table}” does not say what it is looked up by."),
    "pack.table-without-axis.help": (
        "Viết: bảng {table} theo tin.bậc và tin.loại_hình.",
        "Write: table {table} by item.rank and item.medium.",
    ),
    "pack.table-without-heading": ("Bảng hai chiều cần dòng tiêu đề cột.", "A table on two axes needs a row of column heads."),
    "pack.table-without-heading.help": (
        "Thêm dòng đầu có ô thứ nhất để trống: | | báo in | báo điện tử |.",
        "Begin with a row whose first cell is empty: | | print | online |.",
    ),
    "pack.table-one-axis": ("Bảng một chiều chỉ có một cột giá trị.", "A table on one axis has one column of values."),
    "pack.table-one-axis.help": ("Bỏ dòng tiêu đề, hoặc thêm “và …” sau “theo …”.", "Remove the heads, or add “and …” after “by …”."),
    "pack.axis-type": ("Không tra bảng theo {found} được.", "A table cannot be looked up by {found}."),
    "pack.axis-type.help": ("Tra theo {expected}.", "Look up by {expected}."),
    "pack.other-axes": ("Bảng thay phải tra theo đúng như bảng “{table}”.", "An override is looked up by the same as the table “{table}”."),
    "pack.other-axes.help": ("Bỏ phần “theo …”: bảng thay lấy lại của bảng gốc.", "Leave out “by …”: the override takes it from the table."),
    "pack.mixed-cells": ("Các ô của bảng khác loại: {types}.", "The cells of the table differ in kind: {types}."),
    "pack.mixed-cells.help": ("Ghi mọi ô cùng một loại, có đơn vị.", "Write all cells in one kind, with units."),
    "pack.condition-type": ("Ô này là {found}, bảng tra theo {expected}.", "This cell is {found}; the table is looked up by {expected}."),
    "pack.condition-type.help": ("Sửa ô đầu dòng hoặc đầu cột cho khớp với “theo …”.", "Make the head of the row or column fit “by …”."),
    "pack.sentence-gap": (
        "Chưa rõ “{found}” trong ngoặc nhọn của câu.",
        "It is not clear what “{found}” in the braces of the sentence is.",
    ),
    "pack.sentence-gap.help": (
        "Trong ngoặc nhọn viết {{đo được}}, {{quy định}} hoặc một thuộc tính như {{tin.tít.số_chữ}}.",
        "In braces write {{measured}}, {{required}} or a property such as {{item.headline.syllables}}.",
    ),
    "pack.rank-onwards": (
        "Chưa rõ “trở lên”, “trở xuống” là về phía bậc nào: bậc 1 cao nhất.",
        "Which way “and up” or “and down” goes is not clear: rank 1 is the highest.",
    ),
    "pack.rank-onwards.help": (
        "Từ bậc ấy đến các bậc thấp hơn: từ bậc 10. Từ bậc cao nhất đến bậc ấy: bậc 1..10.",
        "From that rank to the lower ones: from rank 10. From the highest to it: rank 1..10.",
    ),
    "pack.rank-condition": ("Ô này thiếu chữ “bậc”.", "The word “rank” is missing in this cell."),
    "pack.rank-condition.help": ("Viết: bậc 1..5.", "Write: rank 1..5."),
    "pack.band-reversed": ("Khoảng này ngược: số đầu lớn hơn số cuối.", "This range runs backwards."),
    "pack.band-reversed.help": ("Viết số nhỏ trước: bậc 1..5.", "Write the smaller number first: rank 1..5."),
    "pack.table-gap": ("Bảng “{table}” không nói gì về {gap}.", "The table “{table}” says nothing of {gap}."),
    "pack.table-gap.help": ("Thêm dòng hoặc cột “còn lại”; không giới hạn thì ghi “-”.", "Add “all others”; write “-” where there is no limit."),
    "pack.table-overlap": ("Hai ô đầu cùng nhận {overlap}.", "Two heads both take {overlap}."),
    "pack.table-overlap.help": ("Chia lại để mỗi trường hợp thuộc đúng một dòng, một cột.", "Divide anew so that each case has one row and one column."),
    "pack.masked-row": ("Dòng này không bao giờ được dùng: các dòng trên đã nhận hết.", "This row is never used: those above take all its cases."),
    "pack.masked-row.help": ("Bỏ dòng này, hoặc sửa các dòng trên; “còn lại” đặt cuối.", "Remove it, or correct those above; “all others” goes last."),
    "pack.versions-overlap": ("Hai phần cùng bắt đầu một ngày.", "Two versions begin on the same day."),
    "pack.versions-overlap.help": ("Gộp lại, hoặc sửa ngày “từ …”.", "Join them, or correct a day after “from”."),
    "pack.versions-not-in-order": ("Phần này cũ hơn phần đứng trước nó.", "This version is older than the one before it."),
    "pack.versions-not-in-order.help": (
        "Xếp theo ngày, cũ trước mới sau; ngày và tháng có bị đổi chỗ không?",
        "Put the versions in the order of their days; were day and month exchanged?",
    ),
    "pack.loosened": (
        "Nới hơn {base}: {item} {value} thì đạt ở đây, nhưng trái với {base} (mức {limit}).",
        "Looser than {base}: {item} {value} passes here, but breaks {base} (limit {limit}).",
    ),
    "pack.loosened.help": (
        "Văn bản cụ thể hóa được siết chặt, không được nới; sửa lại mức, hoặc ghi rõ căn cứ.",
        "A refining pack may tighten, not loosen; correct the value, or say on what authority.",
    ),
}  # fmt: skip

MESSAGES: dict[str, tuple[str, str]] = {**_WRITING, **_HEAD, **_RULES, **_TYPES, **_TABLES}
