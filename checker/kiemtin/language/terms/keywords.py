"""The keywords of the language, each with its Vietnamese and English spellings, the canonical one first."""

from __future__ import annotations

import re
from itertools import product
from typing import NamedTuple


class Keyword(NamedTuple):
    vi: tuple[str, ...]
    en: tuple[str, ...]


def _of(vi: str, en: str) -> Keyword:
    return Keyword(tuple(vi.split("|")), tuple(en.split("|")))


KEYWORDS: dict[str, Keyword] = {
    # the head
    "DOCUMENT": _of("văn bản", "document"),
    "NUMBERED": _of("số hiệu", "number"),
    "TITLED": _of("tên", "title"),
    "ISSUER": _of("ban hành", "issued by"),
    "ISSUED": _of("ngày ban hành", "issued on"),
    "IN_FORCE": _of("hiệu lực", "in force"),
    "FROM": _of("từ", "from"),
    "TO": _of("đến", "until|to"),
    "SUPERSEDES": _of("thay thế", "supersedes"),
    "REFINES": _of("cụ thể hóa", "refines"),
    "USES": _of("dùng", "uses"),
    "RANKING": _of("thứ bậc", "precedence"),
    "BY": _of("theo", "by"),
    "STATUS": _of("tình trạng", "status"),
    "VERIFIED": _of("đã đối chiếu", "verified"),
    "SAMPLE": _of("minh họa", "sample"),
    "PRACTICE": _of("tập quán", "practice"),
    "INTERNAL": _of("lưu hành nội bộ", "for internal circulation"),
    "REVIEWED": _of("rà soát đến", "reviewed until"),
    # statements
    "RULE": _of("quy tắc|qui tắc", "rule"),
    "OVERRIDES": _of("thay", "overrides"),
    "TABLE": _of("bảng", "table"),
    "PARAMETER": _of("tham số", "parameter"),
    "EXCEPTION": _of("ngoại lệ", "exception"),
    "OF": _of("của", "of"),
    "DRAFT": _of("dự thảo", "draft"),
    "FORMERLY": _of("tên cũ", "formerly"),
    "AMENDED": _of("sửa đổi", "amended on"),
    "FIELD": _of("thông tin", "field"),
    "ONE_OF": _of("một trong", "one of"),
    "HOLIDAYS": _of("lịch nghỉ", "holidays"),
    "DAY_OFF": _of("nghỉ", "off"),
    "WORKED_INSTEAD": _of("làm bù", "worked instead"),
    "NOT_CHECKABLE": _of("không kiểm bằng máy", "not checkable by machine"),
    "RANK": _of("bậc", "rank"),
    "CONTINUES": _of("nối tiếp", "continues"),
    # parts of a rule
    "SUMMARY": _of("tóm tắt", "summary"),
    "SENTENCE": _of("câu báo", "says"),
    "ADVICE": _of("cần làm", "advice"),
    "FOR_EACH": _of("với mỗi", "for each"),
    "WHEN": _of("khi", "when"),
    "MUST": _of("phải", "must"),
    "SHOULD": _of("nên", "should"),
    "NOTE": _of("lưu ý", "note"),
    "MUST_NOT": _of("không được", "must not"),
    "SHOULD_NOT": _of("không nên", "should not"),
    "UNLESS": _of("trừ khi", "unless"),
    "FIX": _of("sửa", "fix"),
    "REORDER": _of("xếp lại", "reorder"),
    "INSERT": _of("thêm", "add"),
    "REPLACE": _of("thay", "replace"),
    "BY_VALUE": _of("bằng", "with"),
    "REMOVE": _of("bỏ", "remove"),
    "EXAMPLE_PASS": _of("ví dụ đạt", "example passes"),
    "EXAMPLE_FAIL": _of("ví dụ lỗi", "example fails"),
    "EXAMPLE_OUT": _of("ví dụ ngoài phạm vi", "example out of scope"),
    "WITH": _of("với", "with"),
    "REPORTS": _of("báo", "reports"),
    # expressions
    "AND": _of("và", "and"),
    "OR": _of("hoặc", "or"),
    "NOT": _of("không", "not"),
    "IN": _of("trong|thuộc", "in"),
    "NOT_IN": _of("không trong|không thuộc", "not in"),
    "TRUE": _of("đúng", "true"),
    "FALSE": _of("sai", "false"),
    "IS": _of("là", "is"),
    "DIFFERS": _of("khác", "differs from"),
    "AT_MOST": _of("không quá", "at most"),
    "AT_LEAST": _of("ít nhất", "at least"),
    "BELOW": _of("dưới", "below"),
    "ABOVE": _of("trên", "above"),
    "ALL": _of("mọi", "every"),
    "THEN": _of("thì", "satisfies"),
    "ANY": _of("có", "some"),
    "WHERE": _of("mà", "where"),
    "COUNT": _of("số", "count of|count"),
    "SUM": _of("tổng|tổng của", "sum of|sum"),
    "MAX": _of("lớn nhất của|lớn nhất", "largest of|largest"),
    "MIN": _of("nhỏ nhất của|nhỏ nhất", "smallest of|smallest"),
    "HAS": _of("có", "has"),
    "NOT_HAS": _of("không có", "has no"),
    "IF_GIVEN": _of("nếu có", "if given"),
    "IN_ROSTER": _of("có trong", "is in"),
    "NOT_IN_ROSTER": _of("không có trong", "is not in"),
    "ORDERED_BY": _of("xếp theo", "is ordered by|are ordered by"),
    "NOT_ORDERED_BY": _of("không xếp theo", "is not ordered by|are not ordered by"),
    "WITHIN": _of("nằm trong", "lies within"),
    "NOT_WITHIN": _of("không nằm trong", "lies outside"),
    "HELD_ON": _of("đúng vào ngày", "is held on|are held on"),
    "NOT_HELD_ON": _of("không đúng vào ngày", "is not held on|are not held on"),
    "CONSISTENT": _of("viết nhất quán", "is spelled consistently|are spelled consistently"),
    "NOT_CONSISTENT": _of(
        "viết không nhất quán|không viết nhất quán", "is spelled inconsistently|are spelled inconsistently"
    ),
    "CONTAINS": _of("có chứa|chứa", "contains"),
    "NOT_CONTAINS": _of("không chứa|không có chứa", "does not contain"),
    "STARTS_WITH": _of("bắt đầu bằng|mở đầu bằng", "starts with"),
    "NOT_STARTS_WITH": _of("không bắt đầu bằng|không mở đầu bằng", "does not start with"),
    "ENDS_WITH": _of("kết thúc bằng", "ends with"),
    "NOT_ENDS_WITH": _of("không kết thúc bằng", "does not end with"),
    "BEFORE": _of("đứng trước", "stands before"),
    "NOT_BEFORE": _of("không đứng trước", "does not stand before"),
    "AFTER": _of("đứng sau", "stands after"),
    "NOT_AFTER": _of("không đứng sau", "does not stand after"),
    "RIGHT_AFTER": _of("đứng liền sau|liền sau", "stands right after"),
    "NOT_RIGHT_AFTER": _of("không đứng liền sau|không liền sau", "does not stand right after"),
    "FIRST_IN": _of("đứng đầu", "stands first in"),
    "NOT_FIRST_IN": _of("không đứng đầu", "does not stand first in"),
    "LAST_IN": _of("đứng cuối", "stands last in"),
    "NOT_LAST_IN": _of("không đứng cuối", "does not stand last in"),
}  # fmt: skip

FIELD_KINDS: dict[str, Keyword] = {
    "text": _of("lời", "text"),
    "number": _of("số", "number"),
    "moment": _of("ngày giờ", "day and hour"),
    "date": _of("ngày", "date"),
    "duration": _of("thời lượng", "duration"),
    "truth": _of("đúng hoặc sai", "true or false"),
}
"""What a declared field may hold; only behind `thông tin … là`."""

DIVISIONS: dict[str, Keyword] = {
    "CHAPTER": _of("Chương", "Chapter"),
    "SECTION": _of("Mục", "Section"),
    "ARTICLE": _of("Điều", "Article"),
    "CLAUSE": _of("Khoản", "Clause"),
    "POINT": _of("Điểm", "Point"),
}
"""The parts of a regulation's text, from the largest to the smallest; each is followed by its label."""

OTHERWISE = _of("còn lại", "all others|otherwise")
"""Only in the cells of a table."""

GAPS: dict[str, Keyword] = {
    "measured": _of("đo được", "measured"),
    "required": _of("quy định", "required"),
}
"""Only in the braces of an author's sentence."""

STANDINGS: dict[str, Keyword] = {
    "former": _of("nguyên|cựu", "former"),
    "acting": _of("quyền", "acting"),
}
"""Before an office of a precedence: who has left it, who acts in it."""
FOREIGN_GUESTS = _of("khách nước ngoài", "foreign guests")
"""In a precedence, in place of an office."""

OPERATORS: dict[str, str] = {
    "IS": "=",
    "DIFFERS": "!=",
    "AT_MOST": "<=",
    "AT_LEAST": ">=",
    "BELOW": "<",
    "ABOVE": ">",
}
"""Comparisons said in words."""

_TWO_TONE_PLACES = {"hóa": "(?:hóa|hoá)", "họa": "(?:họa|hoạ)"}
_END = r"(?![\w-])"
_LABEL = r"(?:\d+[a-zđ]?|[ivxlc]+|[a-zđ]{1,2})"


def phrase_pattern(phrase: str) -> str:
    """A regular expression for a keyword: any white space between words, either place of a tone mark."""
    return r"\s+".join(_TWO_TONE_PLACES.get(word, re.escape(word)) for word in phrase.split())


def referring_phrases() -> list[str]:
    """What stands before the name of another pack, in both languages."""
    plain = [KEYWORDS[name] for name in ("REFINES", "USES", "CONTINUES")]
    phrases = [phrase for keyword in plain for phrase in (*keyword.vi, *keyword.en)]
    ranking, by = KEYWORDS["RANKING"], KEYWORDS["BY"]
    pairs = [*product(ranking.vi, by.vi), *product(ranking.en, by.en)]
    return [*phrases, *(" ".join(pair) for pair in pairs)]


def keyword_pattern(keyword: Keyword) -> str:
    phrases = sorted((*keyword.vi, *keyword.en), key=lambda phrase: (-phrase.count(" "), phrase))
    return "(?:" + "|".join(map(phrase_pattern, phrases)) + ")" + _END


def terminals() -> str:
    """The keywords as terminals of the grammar; of two that begin alike the one of more words goes first."""
    lines = []
    for name, keyword in KEYWORDS.items():
        words = max(len(phrase.split()) for phrase in (*keyword.vi, *keyword.en))
        pattern = keyword_pattern(keyword)
        if name == "FROM":
            pattern += r"(?=\s*\d)"
        lines.append(f"{name}.{words + 2}: /{pattern}/i")
    kinds = sorted(
        {word for kind in FIELD_KINDS.values() for word in (*kind.vi, *kind.en)}, key=len, reverse=True
    )
    lines.append(f"FIELD_KIND.9: /(?:{'|'.join(map(phrase_pattern, kinds))}){_END}/i")
    for name, keyword in DIVISIONS.items():
        headings = "|".join((*keyword.vi, *keyword.en))
        lines.append(f"{name}.9: /(?:{headings})\\s+{_LABEL}{_END}\\s*[.):]?/i")
    return "\n".join(lines)
