"""What the terminals of the grammar are called by those who read and write packs."""

from __future__ import annotations

from collections.abc import Set

from kiemtin.foundation.messages import Phrase
from kiemtin.language.terms.keywords import DIVISIONS
from kiemtin.language.terms.schema import PREDICATES

_PREDICATES = {f"{sign}{row.name.upper()}" for row in PREDICATES for sign in ("", "NOT_")}

# What a set of acceptable terminals is called if all of the first are among them, and which it then covers.
GROUPS: tuple[tuple[Set[str], Set[str], Phrase], ...] = (
    (
        {"RULE", "TABLE"},
        {"RULE", "TABLE", "PARAMETER", "EXCEPTION", "RANKING", "HOLIDAYS", "FIELD", "AMENDED",
         "NOT_CHECKABLE", *DIVISIONS},
        Phrase("một quy tắc, một bảng, một Điều, Khoản mới", "a rule, a table, a new Article or Clause"),
    ),
    (
        {"FOR_EACH", "WHEN", "MUST"},
        {"IN_FORCE", "DRAFT", "FORMERLY", "SUMMARY", "SENTENCE", "ADVICE", "FOR_EACH", "WHEN", "MUST",
         "SHOULD", "NOTE",
         "MUST_NOT", "SHOULD_NOT", "UNLESS",
         "FIX",
         "EXAMPLE_PASS", "EXAMPLE_FAIL", "EXAMPLE_OUT"},
        Phrase(
            "một phần của quy tắc (với mỗi, khi, phải, nên, lưu ý, trừ khi, sửa, ví dụ)",
            "a part of the rule (for each, when, must, should, note, unless, fix, example)",
        ),
    ),
    (
        {"NUMBERED", "TITLED"},
        {"NUMBERED", "TITLED", "ISSUER", "ISSUED", "IN_FORCE", "SUPERSEDES", "REFINES", "USES", "STATUS",
         "REVIEWED", "INTERNAL", "DRAFT", "RANKING"},
        Phrase(
            "một dòng đầu văn bản (tên, số hiệu, ban hành, hiệu lực, cụ thể hóa, tình trạng …)",
            "a line of the head (title, number, issued by, in force, refines, status …)",
        ),
    ),
    (
        {"NUMBER", "STRING", "NAME", "LPAR"},
        {"NUMBER", "RANK", "STRING", "NAME", "LPAR", "DATE",
         "MOMENT", "TRUE", "FALSE", "COUNT", "SUM", "MAX", "MIN",
         "NOT", "ALL", "ANY"},
        Phrase(
            'một điều để xét (như tin.bậc, 3, 90 giây, "đại hội")',
            "something to test (such as item.rank, 3, 90 seconds)",
        ),
    ),
    (
        {"NUMBER", "STRING", "DATE"},
        {"NUMBER", "RANK", "STRING", "DATE", "MOMENT", "TRUE", "FALSE", "CLOCK"},
        Phrase("một giá trị (số, ngày, chữ trong ngoặc kép)", "a value (number, date, text in quotes)"),
    ),
    (
        {"OPERATOR", "HAS"},
        {"EQUALS", "OPERATOR", "IS", "DIFFERS", "AT_MOST", "AT_LEAST", "BELOW", "ABOVE", "IN", "NOT_IN",
         *_PREDICATES, "PLUS", "MINUS", "TIMES", "SLASH", "DOT", "DOTS", "IF_GIVEN"},
        Phrase(
            "phép so sánh (như =, <=, trong, có, xếp theo)",
            "a comparison (such as =, <=, in, has, is ordered by)",
        ),
    ),
    (
        {"PLUS", "SLASH"},
        {"PLUS", "MINUS", "TIMES", "SLASH", "DOT", "UNIT"},
        Phrase("phép tính (+, -, *, /)", "arithmetic (+, -, *, /)"),
    ),
    ({"AND", "OR"}, {"AND", "OR"}, Phrase("và, hoặc", "and, or")),
)  # fmt: skip

TERMINALS: dict[str, Phrase] = {
    "NAME": Phrase("một tên", "a name"),
    "STRING": Phrase("chữ trong ngoặc kép", "text in quotation marks"),
    "DATE": Phrase("một ngày, như 01/07/2021", "a date, such as 01/07/2021"),
    "MOMENT": Phrase("một ngày giờ, như 01/07/2021 08:30", "a day and hour, such as 01/07/2021 08:30"),
    "NUMBER": Phrase("một số", "a number"),
    "UNIT": Phrase("một đơn vị (chữ, từ, giây, phút, giờ, ngày, %)", "a unit (syllables, words, seconds …)"),
    "FIELD_KIND": Phrase(
        "loại của thông tin (lời, số, ngày, ngày giờ, thời lượng, đúng hoặc sai)",
        "the kind of field (text, number, date, day and hour, duration, true or false)",
    ),
    "CLOCK": Phrase("giờ hoặc thời lượng như 2:30", "a clock such as 2:30"),
    "ROW": Phrase("một dòng của bảng (| … | … |)", "a row of a table (| … | … |)"),
    "LABEL": Phrase("nhãn trong ngoặc đơn", "a label in parentheses"),
    "EQUALS": Phrase("dấu =", "the sign ="),
    "OPERATOR": Phrase("một dấu so sánh", "a sign of comparison"),
    "DOTS": Phrase("dấu ..", "two dots .."),
    "DOT": Phrase("dấu chấm", "a full stop"),
    "COMMA": Phrase("dấu phẩy", "a comma"),
    "SEMICOLON": Phrase("dấu chấm phẩy", "a semicolon"),
    "LBRACE": Phrase("dấu {", "an opening brace {"),
    "RBRACE": Phrase("dấu }", "a closing brace }"),
    "LPAR": Phrase("dấu ngoặc mở (", "an opening parenthesis ("),
    "RPAR": Phrase("dấu ngoặc đóng )", "a closing parenthesis )"),
    "PLUS": Phrase("dấu +", "the sign +"),
    "MINUS": Phrase("dấu -", "the sign -"),
    "TIMES": Phrase("dấu *", "the sign *"),
    "SLASH": Phrase("dấu /", "the sign /"),
    "$END": Phrase("hết văn bản", "the end of the document"),
}  # fmt: skip
