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
