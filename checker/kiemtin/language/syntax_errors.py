"""What to tell the author when the text of a pack cannot be parsed: what stands there, what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import Any

from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.text import unify_letters
from kiemtin.language.keywords import DIVISIONS, KEYWORDS
from kiemtin.language.names import did_you_mean
from kiemtin.language.source import Source

_WORD = re.compile(r"[^\W\d_]\w*(?:-\w+)*")
_BAD_NUMBER = re.compile(r"[\d.,]*\d")
_THREE_WORDS = re.compile(r"\w+(?:[^\S\n]+\w+){0,3}")

# What a set of acceptable terminals is called if all of the first are among them, and which it then covers.
_GROUPS: tuple[tuple[Set[str], Set[str], Phrase], ...] = (
    (
        {"RULE", "TABLE"},
        {"RULE", "TABLE", "PARAMETER", "EXCEPTION", "RANKING", "NOT_CHECKABLE", *DIVISIONS},
        Phrase("một quy tắc, một bảng, một Điều, Khoản mới", "a rule, a table, a new Article or Clause"),
    ),
    (
        {"FOR_EACH", "WHEN", "MUST"},
        {"IN_FORCE", "SUMMARY", "FOR_EACH", "WHEN", "MUST", "SHOULD", "NOTE", "UNLESS", "FIX",
         "EXAMPLE_PASS", "EXAMPLE_FAIL", "EXAMPLE_OUT"},
        Phrase(
            "một phần của quy tắc (với mỗi, khi, phải, nên, lưu ý, trừ khi, sửa, ví dụ)",
            "a part of the rule (for each, when, must, should, note, unless, fix, example)",
        ),
    ),
    (
        {"NUMBERED", "TITLED"},
        {"NUMBERED", "TITLED", "ISSUER", "ISSUED", "IN_FORCE", "SUPERSEDES", "REFINES", "USES", "STATUS",
         "REVIEWED", "RANKING"},
        Phrase(
            "một dòng đầu văn bản (tên, số hiệu, ban hành, hiệu lực, cụ thể hóa, tình trạng …)",
            "a line of the head (title, number, issued by, in force, refines, status …)",
        ),
    ),
    (
        {"NUMBER", "STRING", "NAME", "LPAR"},
        {"NUMBER", "STRING", "NAME", "LPAR", "DATE", "MOMENT", "TRUE", "FALSE", "COUNT", "SUM", "MAX", "MIN",
         "NOT", "ALL", "ANY"},
        Phrase('một điều để xét (như tin.bậc, 3, 90 giây, "đại hội")', 'something to test (such as item.rank, 3, 90 seconds)'),
    ),
    (
        {"NUMBER", "STRING", "DATE"},
        {"NUMBER", "STRING", "DATE", "MOMENT", "TRUE", "FALSE"},
        Phrase('một giá trị (số, ngày, chữ trong ngoặc kép)', "a value (number, date, text in quotation marks)"),
    ),
    (
        {"OPERATOR", "HAS"},
        {"EQUALS", "OPERATOR", "IS", "DIFFERS", "AT_MOST", "AT_LEAST", "BELOW", "ABOVE", "IN", "NOT_IN", "HAS",
         "NOT_HAS", "IN_ROSTER", "NOT_IN_ROSTER", "ORDERED_BY", "NOT_ORDERED_BY", "WITHIN", "NOT_WITHIN",
         "HELD_ON", "NOT_HELD_ON", "CONSISTENT", "NOT_CONSISTENT", "PLUS", "MINUS", "TIMES", "SLASH", "DOT"},
        Phrase("phép so sánh (như =, <=, trong, có, xếp theo)", "a comparison (such as =, <=, in, has, is ordered by)"),
    ),
    (
        {"PLUS", "SLASH"},
        {"PLUS", "MINUS", "TIMES", "SLASH", "DOT", "UNIT"},
        Phrase("phép tính (+, -, *, /)", "arithmetic (+, -, *, /)"),
    ),
    ({"AND", "OR"}, {"AND", "OR"}, Phrase("và, hoặc", "and, or")),
)  # fmt: skip

_TERMINALS: dict[str, Phrase] = {
    "NAME": Phrase("một tên", "a name"),
    "STRING": Phrase("chữ trong ngoặc kép", "text in quotation marks"),
    "DATE": Phrase("một ngày, như 01/07/2021", "a date, such as 01/07/2021"),
    "MOMENT": Phrase("một ngày giờ, như 01/07/2021 08:30", "a day and hour, such as 01/07/2021 08:30"),
    "NUMBER": Phrase("một số", "a number"),
    "UNIT": Phrase("một đơn vị (chữ, từ, giây, phút, giờ, ngày, %)", "a unit (syllables, words, seconds, minutes …)"),
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


def terminal_words(name: str) -> Phrase:
    """A terminal of the grammar as its reader calls it."""
    if name in KEYWORDS:
        keyword = KEYWORDS[name]
        return Phrase(f"“{keyword.vi[0]}”", f"“{keyword.en[0]}”")
    if name in DIVISIONS:
        return Phrase(f"“{DIVISIONS[name].vi[0]} …”", f"“{DIVISIONS[name].en[0]} …”")
    return _TERMINALS[name]


def expected_words(terminals: Iterable[str]) -> Phrase:
    """A set of terminals in words, groups first, none twice."""
    left = set(terminals)
    phrases: list[Phrase] = []
    for needed, covered, phrase in _GROUPS:
        if needed <= left:
            phrases.append(phrase)
            left -= covered
    if phrases:  # the end is always possible where a statement is
        left -= {"$END"}
    phrases += [terminal_words(name) for name in sorted(left)]
    shown = phrases[:6]
    return Phrase(_either([p.vi for p in shown], "hoặc"), _either([p.en for p in shown], "or"))


def _either(phrases: list[str], word: str) -> str:
    return phrases[0] if len(phrases) == 1 else f"{'; '.join(phrases[:-1])}; {word} {phrases[-1]}"


def explain(error: UnexpectedInput, source: Source, offset: int) -> Problem:
    """The problem behind Lark's error in the piece of the source that begins at `offset`."""
    text = source.text
    accepted = _accepted(error)
    at, length = _where(error, text, offset)
    rest = text[at:]

    def problem(code: str, length: int = length, **arguments: object) -> Problem:
        return Problem(code, source.place(Span(at, at + length)), arguments)

    if not rest or (isinstance(error, UnexpectedToken) and error.token.type == "$END"):
        return problem("pack.unexpected-end", expected=expected_words(accepted))
    if rest[0] in '"“':
        line = rest.split("\n", 1)[0]
        if not re.match(r'"(?:[^"\n]|"")*"|“[^”\n]*”', line):
            return problem("pack.string-unterminated", len(line.rstrip()))
    if rest[0] == "|":
        if "ROW" not in accepted:
            return problem("pack.row-without-table", 1)
        return problem("pack.row-unfinished", len(rest.split("\n", 1)[0].rstrip()))
    if (number := _BAD_NUMBER.match(_number_at(text, at))) and not _plain_number(number.group()):
        return problem("pack.bad-number", found=number.group())
    phrase = _THREE_WORDS.match(rest)
    word = _WORD.match(rest)
    if word and unify_letters(word.group()) != word.group():
        return problem(
            "pack.look-alike-letters",
            len(word.group()),
            found=word.group(),
            meant=unify_letters(word.group()),
        )
    found = word.group() if word else rest[0]
    if special := _special(text, at, found, accepted):
        return problem(special, len(found), found=found, expected=expected_words(accepted))
    if phrase and (meant := _keyword_meant(phrase.group(), accepted)):
        return problem("pack.misspelled-keyword", len(found), found=found, meant=meant)
    return problem("pack.unexpected", len(found), found=found, expected=expected_words(accepted))


def _special(text: str, at: int, found: str, accepted: Set[str]) -> str | None:
    """The code of a mistake that has an explanation of its own."""
    before = text[:at].split()
    last = before[-1].lower() if before else ""
    if "DOCUMENT" in accepted and len(accepted) == 1:
        return "pack.no-document"
    if "IN" in accepted and accepted <= {"IN"}:
        return "pack.loop-without-in"
    if accepted and accepted <= {"NAME"} and re.match(r"\d", found):
        return "pack.name-begins-with-digit"
    if found.lower() in {"mà", "where"}:
        return "pack.filter-without-parentheses"
    if "STRING" in accepted and "NUMBER" not in accepted and "ROW" not in accepted and found[0].isalnum():
        return "pack.text-without-quotes"
    if last in {"=", "<", ">", "<=", ">="} and found[0] in "=<>":
        return "pack.operator-twice"
    return None


def _keyword_meant(words: str, accepted: Set[str]) -> Phrase | None:
    """The acceptable keyword that the first words are a misspelling of."""
    spellings = {
        spelling: name
        for name in accepted
        if name in KEYWORDS
        for spelling in (*KEYWORDS[name].vi, *KEYWORDS[name].en)
    }
    split = words.split()
    for count in range(len(split), 0, -1):
        same_length = [s for s in spellings if len(s.split()) == count]
        meant = did_you_mean(" ".join(split[:count]).lower(), same_length)
        if meant is not None:
            return Phrase(meant, meant)
    return None


def _accepted(error: UnexpectedInput) -> Set[str]:
    if isinstance(error, UnexpectedToken):
        accepted: Any = error.accepts or error.expected
    elif isinstance(error, UnexpectedCharacters):
        accepted = error.allowed or ()
    else:
        accepted = ()
    return {name for name in accepted if name not in {"COMMENT", "SPACE"}}


def _where(error: UnexpectedInput, text: str, offset: int) -> tuple[int, int]:
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        end = len(text.rstrip()) if offset == 0 and error.pos_in_stream is None else None
        start = _last_written(text, offset, error) if end is None else end
        return start, 1
    at = (error.pos_in_stream or 0) + offset
    return at, 1


def _last_written(text: str, offset: int, error: UnexpectedInput) -> int:
    """Offset of the last character before the end that was met too early."""
    at = min(len(text), (error.pos_in_stream or 0) + offset)
    while at > 0 and at < len(text) and text[at].isspace():
        at -= 1
    return at


def _number_at(text: str, at: int) -> str:
    start = at
    while start > 0 and text[start - 1] in "0123456789.,":
        start -= 1
    return text[start : at + 40]


def _plain_number(written: str) -> bool:
    return re.fullmatch(r"\d+(?:\.\d{3})*(?:,\d+)?|\d+(?:/\d+)*|\d+\.\.\d+", written) is not None
