"""The code of recognition holds no words of Vietnamese but its grammar's: lists are the vocabulary's."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from kiemtin.officials import recognizer

ROOM = Path(recognizer.__file__).parent
VIETNAMESE = re.compile("[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]", re.IGNORECASE)

ALPHABETS = {"UPPER", "LETTER", "SYLLABLE", "_VOWEL", "_VOWELS", "_TOKEN"}
"""Constants that hold letters, and no words."""
HEADINGS = {
    *("PEOPLE", "ORDER", "COMPLETE", "STATUSES", "YES", "_PRIVATE", "_UNITS", "_ACTING"),
    *("TERMS", "ABOUT", "NAME_KEY", "ABOUT_KEY", "_LISTS"),
}
"""What the columns and sheets of a newsroom's own tables are called, and what is ticked in them."""
GRAMMAR = frozenset(
    """
    và các của là từ về tại ở thuộc rằng người năm lần thứ bên báo tỉnh khóa tuổi
    nguyên ông bà đồng chí đại biểu viên đoàn đạo hỉ ổ tổ chức bí thư tướng phó thị thường trực
    dự khuyết hội việt nam vụ châu đ
    """.split()
)
"""Words that a condition asks for one by one: what they do is said where they are asked for."""


def words_of(literal: str) -> set[str]:
    """Vietnamese words of a string or a regular expression, but for a date's."""
    if r"\d" in literal:
        return set()
    bare = re.sub(r"\[[^\]]*\]?|\\.|\(\?P<\w+>|^[^\[]*\]", " ", literal)
    return {word.lower() for word in re.findall(r"[^\W\d_]+", bare) if VIETNAMESE.search(word)}


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """Strings of a module that are no docstrings, no alphabets and no examples (`Told` runs them)."""
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Told":
            skipped.update(ast.walk(node))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(node.value)
        named = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(name, ast.Name) and name.id in ALPHABETS | HEADINGS for name in named):
            skipped.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node


def foreign_to_grammar(source: str) -> list[tuple[int, str]]:
    return [
        (literal.lineno, word)
        for literal in literals(ast.parse(source))
        for word in sorted(words_of(literal.value) - GRAMMAR)
    ]


def test_lists_of_words_stand_in_the_vocabulary():
    found = {
        str(path.relative_to(ROOM)): words
        for path in sorted(ROOM.rglob("*.py"))
        if (words := foreign_to_grammar(path.read_text()))
    }
    assert found == {}


def test_words_of_the_vocabulary_are_not_asked_for_by_words():
    """What reads the vocabulary has not even words of grammar."""
    words = {
        (path.name, word)
        for path in sorted((ROOM / "words").glob("*.py"))
        for literal in literals(ast.parse(path.read_text()))
        for word in words_of(literal.value)
    }
    assert words == set()


def test_a_new_list_in_code_is_found():
    source = '"""Nghị sĩ."""\n_HEADS = ("nghị sĩ", "và", "thống đốc")\n_SEAM = Form(r"[a-zà-ỹđ](?:bãi)?")\n'
    source += '_ROW = Row(Told("Thống đốc An họp.", ("An: Thống đốc",)), "thủ hiến")\n'
    assert [word for _, word in foreign_to_grammar(source)] == [
        "nghị",
        "sĩ",
        "thống",
        "đốc",
        "bãi",
        "hiến",
        "thủ",
    ]
