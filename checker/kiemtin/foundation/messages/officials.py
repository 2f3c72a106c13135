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
        "Lưu lại tệp dưới dạng JSON (UTF-8), hoặc dùng bảng .csv, .xlsx; xem docs/roster.md.",
        "Save the file as JSON (UTF-8), or use a table (.csv, .xlsx); see docs/roster.en.md.",
    ),
    "officials-roster-shape": (
        "Danh bạ thiếu phần “{what}”, hoặc phần ấy không phải là danh sách.",
        "The roster lacks its part “{what}”, or that is no list.",
    ),
    "officials-roster-shape.help": (
        "Danh bạ theo Popolo: persons, memberships là hai danh sách; xem docs/roster.md.",
        "A roster has Popolo's shape: persons and memberships are lists; see docs/roster.en.md.",
    ),
    "officials-roster-table": (
        "Không đọc được bảng danh bạ: {reason}.",
        "The table of the roster cannot be read: {reason}.",
    ),
    "officials-roster-table.help": (
        "Mở tệp bằng phần mềm bảng tính rồi lưu lại thành .xlsx hoặc .csv (UTF-8).",
        "Open the file in a spreadsheet program and save it again as .xlsx or .csv (UTF-8).",
    ),
    "officials-roster-columns": (
        "Bảng danh bạ thiếu cột: {what}.",
        "The table of the roster lacks columns: {what}.",
    ),
    "officials-roster-columns.help": (
        "Dòng đầu là tên cột; cần ít nhất “họ tên” và “chức danh”, ví dụ: họ tên, chức danh, đơn vị, từ, đến, nguồn.",
        "The first row names the columns; at least “name” and “title”, e.g. name, title, unit, from, to, source.",
    ),
    "officials-roster-odd-row": (
        "{row} không phải là một mục có tên trường và giá trị.",
        "{row} is no entry with fields and values.",
    ),
    "officials-roster-odd-row.help": (
        'Viết mục ấy trong ngoặc nhọn, ví dụ: {{"id": "…", "name": "…"}}.',
        'Write the entry in braces, e.g. {{"id": "…", "name": "…"}}.',
    ),
    "officials-roster-odd-value": (
        "{row}: giá trị “{value}” của {field} không đúng kiểu.",
        "{row}: the value “{value}” of {field} is of the wrong kind.",
    ),
    "officials-roster-odd-value.help": (
        "Đặt chữ trong ngoặc kép; acting, weak, end_inferred chỉ nhận true hoặc false; other_names là danh sách tên.",
        "Put words in quotes; acting, weak and end_inferred take true or false only; other_names is a list of names.",
    ),
    "officials-roster-no-id": (
        "{row} (“{name}”) không có mã (id).",
        "{row} (“{name}”) has no id.",
    ),
    "officials-roster-no-id.help": (
        'Thêm "id", mỗi người một mã riêng, ví dụ: "tran-van-an".',
        'Add an "id" of the person\'s own, e.g. "tran-van-an".',
    ),
    "officials-roster-no-name": (
        "{row} (mã “{person}”) không có họ tên.",
        "{row} (id “{person}”) has no name.",
    ),
    "officials-roster-no-name.help": (
        "Ghi họ tên đầy đủ.",
        "Give the full name.",
    ),
    "officials-roster-person": (
        "{row} nêu người “{person}” không có trong danh sách người.",
        "{row} names the person “{person}”, who is not among the people.",
    ),
    "officials-roster-person.help": (
        "Thêm người này vào persons hoặc sửa person_id.",
        "Add the person to persons, or correct person_id.",
    ),
    "officials-roster-twice": (
        "{row}: mã “{person}” đã là của người khác.",
        "{row}: the id “{person}” is already another person's.",
    ),
    "officials-roster-twice.help": (
        "Đặt cho mỗi người một mã riêng (trong bảng: cột “mã”).",
        "Give each person an id of their own (in a table: the column “id”).",
    ),
    "officials-roster-no-office": (
        "{row} (“{person}”) không có chức danh.",
        "{row} (“{person}”) names no office.",
    ),
    "officials-roster-no-office.help": (
        "Ghi post_id (mã chức danh) hoặc role (chức danh như in).",
        "Give post_id (the office's id) or role (the title as printed).",
    ),
    "officials-roster-post": (
        "{row}: không có chức danh nào mang mã “{office}”.",
        "{row}: no office has the id “{office}”.",
    ),
    "officials-roster-post.help": (
        "Có phải “{near}” không? Không chắc thì bỏ post_id và ghi chức danh vào role.",
        "Is it “{near}”? If in doubt leave post_id out and give the title in role.",
    ),
    "officials-roster-words": (
        "{row}: chưa biết chức danh “{title}”, không xếp hạng được.",
        "{row}: the title “{title}” is not known and has no rank.",
    ),
    "officials-roster-words.help": (
        "Viết đầy đủ như văn bản bổ nhiệm; nếu đúng như vậy thì có thể bỏ qua.",
        "Write it in full, as in the decision; if it is right, leave it.",
    ),
    "officials-roster-place": (
        "{row}: chưa biết địa phương “{place}”.",
        "{row}: the place “{place}” is not known.",
    ),
    "officials-roster-place.help": (
        "Xem có sai chính tả không; địa phương mới hoặc nơi nhỏ thì có thể bỏ qua.",
        "Check the spelling; leave it if it is new or small.",
    ),
    "officials-roster-key": (
        "{row}: không biết trường “{field}”, bỏ qua.",
        "{row}: the field “{field}” is not known and is left out.",
    ),
    "officials-roster-key.help": (
        "Gần nhất là “{near}”; xem docs/roster.md.",
        "The nearest is “{near}”; see docs/roster.en.md.",
    ),
    "officials-roster-private": (
        "{row}: “{field}” không thuộc về danh bạ: chỉ ghi chức vụ công.",
        "{row}: “{field}” does not belong in a roster: public office only.",
    ),
    "officials-roster-private.help": (
        "Xóa trường (cột) ấy: không ghi ngày sinh, sức khỏe, gia đình, kỷ luật.",
        "Delete that field (column): no birth, health, family or discipline.",
    ),
    "officials-roster-no-source": (
        "{row}: thiếu {field}.",
        "{row}: {field} is missing.",
    ),
    "officials-roster-no-source.help": (
        "Ghi nơi đã đọc: địa chỉ trang hoặc số văn bản, cơ quan, ngày.",
        "Say where it was read: an address or a document's number, organ and day.",
    ),
    "officials-roster-date": (
        "{row}: {field} “{date}” không phải là ngày.",
        "{row}: {field} “{date}” is no date.",
    ),
    "officials-roster-date.help": (
        "Viết ngày dạng 2024-07-19, 2024-07 hoặc 2024; trong bảng viết được cả 19/07/2024, 07/2024.",
        "Write a date as 2024-07-19, 2024-07 or 2024; in a table also 19/07/2024 or 07/2024.",
    ),
    "officials-roster-order": (
        "{row}: {end} trước {start}.",
        "{row}: {end} is before {start}.",
    ),
    "officials-roster-order.help": (
        "Sửa lại start_date, end_date hoặc seen_date.",
        "Correct start_date, end_date or seen_date.",
    ),
    "officials-roster-after-death": (
        "{row}: {date} sau ngày từ trần {died}.",
        "{row}: {date} is after the death on {died}.",
    ),
    "officials-roster-after-death.help": (
        "Sửa ngày giữ chức, hoặc death_date của người ấy.",
        "Correct the term, or the person's death_date.",
    ),
    "officials-roster-repeated": (
        "{row} lặp lại {first}.",
        "{row} repeats {first}.",
    ),
    "officials-roster-repeated.help": (
        "Xóa một trong hai.",
        "Delete one of the two.",
    ),
    "officials-roster-overlap": (
        "{row} và {first}: hai nhiệm kỳ cùng chức danh của “{person}” chồng lên nhau.",
        "{row} and {first}: two terms of “{person}” in one office overlap.",
    ),
    "officials-roster-overlap.help": (
        "Gộp hai dòng, hoặc sửa ngày.",
        "Make them one, or correct the dates.",
    ),
    "officials-roster-rivals": (
        "{row} và {first}: “{one}” và “{other}” cùng là {title} trong cùng một thời gian.",
        "{row} and {first}: “{one}” and “{other}” are both {title} at the same time.",
    ),
    "officials-roster-rivals.help": (
        "Kiểm tra ngày thôi giữ chức của người trước.",
        "Check when the earlier one left.",
    ),
    "officials-roster-complete": (
        "{row}: bản ghi đầy đủ phải có start_date và end_date.",
        "{row}: a complete record needs start_date and end_date.",
    ),
    "officials-roster-complete.help": (
        "Ghi đầy đủ từ ngày nào đến ngày nào, theo nguồn.",
        "Say from which day to which it is complete, by its source.",
    ),
    "officials.ok": (
        "{file}: {people} người, {rows} chức danh; {open} chưa rõ ngày thôi giữ, {seen} chỉ biết đến ngày của nguồn, {weak} "
        "chỉ có nguồn yếu; {dead} người đã mất, {complete} chức danh ghi đủ người giữ; {warnings} điều cần xem.",
        "{file}: {people} people, {rows} terms; {open} with no known end, {seen} known to the day of a source only, {weak} from "
        "weak sources alone; {dead} people have died, {complete} offices complete; {warnings} doubts.",
    ),
    "officials-vocabulary-list-twice": (
        "Danh sách từ “{list}” có hai lần trong từ vựng; chỉ một trong hai được dùng.",
        "The list of words “{list}” stands twice in the vocabulary; only one of the two would be used.",
    ),
    "officials-vocabulary-list-twice.help": (
        "Gộp hai danh sách làm một hoặc đặt cho một danh sách tên khác.",
        "Make one list of the two, or give one of them another name.",
    ),
    "officials-vocabulary-word-twice": (
        "Từ “{word}” có hai lần trong một danh sách của từ vựng.",
        "The word “{word}” stands twice in one list of the vocabulary.",
    ),
    "officials-vocabulary-word-twice.help": ("Bỏ một trong hai dòng.", "Take out one of the two lines."),
    "officials-vocabulary-first": ("lần đầu ở đây", "the first time here"),
    "officials-vocabulary-not-yaml": (
        "Tệp từ vựng không phải là YAML hợp lệ: {reason}.",
        "The file of the vocabulary is not valid YAML: {reason}.",
    ),
    "officials-vocabulary-not-yaml.help": (
        "Mỗi từ một dòng: hai dấu cách, dấu gạch và từ; đặt từ có dấu hai chấm hay dấu phẩy trong ngoặc kép.",
        "One word a line: two spaces, a dash and the word; quote a word that holds a colon or a comma.",
    ),
    "officials-vocabulary-no-list": (
        "Bảng {table} cần danh sách “{list}”, nhưng từ vựng không có danh sách này.",
        "The table {table} needs the list “{list}”, which the vocabulary does not have.",
    ),
    "officials-vocabulary-no-list.help": (
        "Thêm danh sách vào một tệp của từ vựng, hoặc ghi ở tables.yaml trường này lấy từ danh sách nào.",
        "Add the list to a file of the vocabulary, or say in tables.yaml of which lists the field is made.",
    ),
    "officials-vocabulary-no-form": (
        "Trường “{field}” của bảng {table} có dạng không dùng được: {form}.",
        "The field “{field}” of the table {table} has a form that cannot be made: {form}.",
    ),
    "officials-vocabulary-no-form.help": (
        "Dùng các dạng trong officials/words/forms.py; một trường chỉ gồm dạng tập hợp hoặc chỉ gồm dạng dãy.",
        "Use forms of officials/words/forms.py; those of one field all make a set, or all make a row.",
    ),
    "officials-vocabulary-no-field": (
        "Bảng {table} không có trường “{field}” để điền từ tệp này.",
        "The table {table} has no field “{field}” to be filled from this file.",
    ),
    "officials-vocabulary-no-field.help": (
        "Thêm trường vào lớp {table} hoặc xóa mục này.",
        "Add the field to the class {table}, or take this entry out.",
    ),
}
