"""The names of a pack, and its outline, by its lines alone: a pack that is half typed has them too."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from kiemtin.language.terms.keywords import KEYWORDS, phrase_pattern

Kind = Literal["document", "rule", "table", "parameter", "precedence", "clause"]
NAME = r"[^\W\d_]\w*(?:-\w+)*"
_KEYWORD_OF: dict[Kind, str] = {
    "document": "DOCUMENT", "rule": "RULE", "table": "TABLE", "parameter": "PARAMETER",
    "precedence": "RANKING",
}  # fmt: skip
_CLAUSES = ("Chương", "Mục", "Điều", "Khoản", "Điểm", "Chapter", "Section", "Article", "Clause", "Point")


class Name(NamedTuple):
    """What a line begins: `[start, end)` is the name, `until` where what it heads ends."""

    kind: Kind
    text: str
    start: int
    end: int
    level: int
    until: int


def outline(source: str) -> list[Name]:
    """In the order of the text; a clause reaches to the next of its level, all else to the next name."""
    found = [each for match in _heads().finditer(source) if (each := _name(match)) is not None]
    rows = []
    for at, name in enumerate(found):
        after = next((each.start for each in found[at + 1 :] if each.level <= name.level), len(source))
        until = source.rfind("\n", name.start, after)
        rows.append(name._replace(until=max(until, name.end)))
    return rows


def defined(source: str) -> list[Name]:
    return [name for name in outline(source) if name.kind != "clause"]


def word_at(source: str, offset: int) -> tuple[str, int, int]:
    """The name or word at an offset with its bounds; an empty one where none stands."""
    for match in _words().finditer(source, source.rfind("\n", 0, offset) + 1):
        if match.start() > offset:
            break
        if offset <= match.end():
            return match.group(), match.start(), match.end()
    return "", offset, offset


def uses(source: str, name: str) -> list[tuple[int, int]]:
    """Where a name stands as a whole word, outside of what is quoted and of comments."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    return [match.span() for match in pattern.finditer(_blanked(source))]


def _blanked(source: str) -> str:
    """The source with everything quoted and every comment as spaces: offsets stay."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), source)


_QUOTED = re.compile(r'"(?:[^"\n]|"")*+"?|“[^”\n]*+”?|#[^\n]*')


def _name(match: re.Match[str]) -> Name | None:
    if match["clause"] is not None:
        word = match["clause"].capitalize()
        level = 1 + _CLAUSES.index(word) % 5 if word in _CLAUSES else 3
        return Name(
            "clause", match["clause_text"].strip(), match.start("clause"), match.end("clause_text"), level, 0
        )
    kind: Kind = next(kind for kind in _KEYWORD_OF if match[kind] is not None)
    return Name(kind, match[kind], match.start(kind), match.end(kind), 0 if kind == "document" else 9, 0)


@cache
def _heads() -> re.Pattern[str]:
    names = "|".join(
        rf"(?:{_spelled(keyword)})[ \t]+(?P<{kind}>{NAME})" for kind, keyword in _KEYWORD_OF.items()
    )
    clauses = "|".join(_CLAUSES)
    clause = rf"(?P<clause>{clauses})(?P<clause_text>[ \t]+[\w.]+[^\n]*)"
    return re.compile(rf"^[ \t]*(?:{names}|{clause})", re.M | re.I)


def _spelled(keyword: str) -> str:
    return "|".join(map(phrase_pattern, (*KEYWORDS[keyword].vi, *KEYWORDS[keyword].en)))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d]\w*(?:-\w+)*")
