"""The words of a pack as the layout writes them, with the brackets that a translation needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiemtin.language.reading.parsing import tokens
from kiemtin.language.terms.keywords import DIVISIONS

if TYPE_CHECKING:
    from lark import Token

_ENDS_REQUIREMENT = {
    "AMENDED",
    "EXAMPLE_FAIL",
    "EXAMPLE_OUT",
    "EXAMPLE_PASS",
    "EXCEPTION",
    "FIELD",
    "FIX",
    "HOLIDAYS",
    "IN_FORCE",
    "NOT_CHECKABLE",
    "PARAMETER",
    "RANKING",
    "RULE",
    "TABLE",
    "UNLESS",
    "WHEN",
}


def with_gaps(text: str) -> list[tuple[str, Token]]:
    """Words of a text that parses, each with what stands before it: white space and comments."""
    found = []
    end = 0
    words = tokens(text)
    opening, closing = _denied_first(words)
    for number, token in enumerate(words):
        assert token.start_pos is not None
        gap = text[end : token.start_pos]
        if number in opening:
            found.append((gap, _bracket("LPAR", "(", token.start_pos - 1)))
            gap = ""
        found.append((gap, token))
        end = token.start_pos + len(token)
        if number in closing:
            found.append(("", _bracket("RPAR", ")", end - 1)))
    return found


def _bracket(kind: str, sign: str, position: int) -> Token:
    from lark import Token

    return Token(kind, sign, start_pos=position)


def _denied_first(words: Sequence[Token]) -> tuple[set[int], set[int]]:
    """The first and the last words of requirements that begin with a denial and go on with *and* or *or*.

    They take brackets: "must not a or b" denies both in English, and "phải không" is heard as a question.
    """
    opening, closing = set(), set()
    for number in range(1, len(words)):
        if words[number].type != "NOT" or words[number - 1].type not in {"MUST", "SHOULD"}:
            continue
        depth, joined, last = 0, False, number
        for at in range(number + 1, len(words)):
            kind = words[at].type
            if kind in _ENDS_REQUIREMENT or kind in DIVISIONS:
                break
            depth += (kind in {"LPAR", "LBRACE"}) - (kind in {"RPAR", "RBRACE"})
            joined |= depth == 0 and kind in {"AND", "OR"}
            last = at
        if joined:
            opening.add(number)
            closing.add(last)
    return opening, closing
