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
from kiemtin.language.reading.source import Source
from kiemtin.language.terms.keywords import DIVISIONS, KEYWORDS, keyword_pattern
from kiemtin.language.terms.names import did_you_mean
from kiemtin.language.terms.terminal_words import GROUPS, TERMINALS
from kiemtin.language.terms.type_words import either

_WORD = re.compile(r"[^\W\d_]\w*(?:-\w+)*")
_BAD_NUMBER = re.compile(r"[\d.,]*\d")
_QUOTED = 60
_NEAR, _NEARER = 0.66, 0.8
"""How like a keyword a word must be; behind a name it may as well be the second half of that name."""
_THREE_WORDS = re.compile(r"\w+(?:[^\S\n]+\w+){0,3}")


def terminal_words(name: str) -> Phrase:
    """A terminal of the grammar as its reader calls it."""
    if name in KEYWORDS:
        keyword = KEYWORDS[name]
        return Phrase(f"“{keyword.vi[0]}”", f"“{keyword.en[0]}”")
    if name in DIVISIONS:
        return Phrase(f"“{DIVISIONS[name].vi[0]} …”", f"“{DIVISIONS[name].en[0]} …”")
    return TERMINALS[name]


def expected_words(terminals: Iterable[str]) -> Phrase:
    """A set of terminals in words, groups first, none twice."""
    left = set(terminals)
    phrases: list[Phrase] = []
    for needed, covered, phrase in GROUPS:
        if needed <= left:
            phrases.append(phrase)
            left -= covered
    if phrases:  # the end is always possible where a statement is
        left -= {"$END"}
    phrases += [terminal_words(name) for name in sorted(left)]
    shown = phrases[:6]
    return either(shown)


def explain(error: UnexpectedInput, source: Source, start: int, end: int) -> Problem:
    """The problem behind Lark's error in the piece of the source from `start` to `end`."""
    text = source.text
    accepted = _accepted(error)
    at_end = isinstance(error, UnexpectedToken) and error.token.type == "$END"
    at = max(start, len(text[:end].rstrip()) - 1) if at_end else start + (error.pos_in_stream or 0)
    rest = text[at:]
    length = 1

    def problem(code: str, length: int = length, **arguments: object) -> Problem:
        arguments = {key: _shortened(value) for key, value in arguments.items()}
        return Problem(code, source.place(Span(at, at + length)), arguments)

    if accepted == {"DOCUMENT"}:
        word = _WORD.match(rest)
        return problem("pack.no-document", len(word.group()) if word else 1)
    if at_end:
        return problem("pack.unexpected-end", expected=expected_words(accepted))
    if rest[0] in '"“':
        line = rest.split("\n", 1)[0]
        if not re.match(r'"(?:[^"\n]|"")*"|“[^”\n]*”', line):
            return problem("pack.string-unterminated", len(line.rstrip()))
    if rest[0] == "|":
        if "ROW" not in accepted:
            return problem("pack.row-without-table", 1)
        return problem("pack.row-unfinished", len(rest.split("\n", 1)[0].rstrip()))
    if "ROW" in accepted and text[text.rfind("\n", 0, at) + 1 : at].lstrip().startswith("|"):
        return problem("pack.row-unfinished", len(rest.split("\n", 1)[0].rstrip()))
    if (number := _BAD_NUMBER.match(_number_at(text, at))) and not _plain_number(number.group()):
        return problem("pack.bad-number", found=number.group())
    phrase = _THREE_WORDS.match(rest[: 4 * _QUOTED])
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
    first = _word_just_before(text, at) if word else None
    nearness = _NEARER if first else _NEAR
    if phrase and (meant := _keyword_meant(phrase.group(), accepted, nearness)):
        return problem("pack.misspelled-keyword", len(found), found=found, meant=meant)
    if first:
        return problem("pack.name-in-words", len(found), found=f"{first} {found}", meant=f"{first}_{found}")
    return problem("pack.unexpected", len(found), found=found, expected=expected_words(accepted))


def _shortened(value: object) -> object:
    """What stands there as a message can quote it."""
    return f"{value[:_QUOTED]}…" if isinstance(value, str) and len(value) > _QUOTED else value


def _special(text: str, at: int, found: str, accepted: Set[str]) -> str | None:
    """The code of a mistake that has an explanation of its own."""
    before = text[:at].split()
    last = before[-1].lower() if before else ""
    if "IN" in accepted and accepted <= {"IN"}:
        return "pack.loop-without-in"
    if accepted and accepted <= {"NAME"} and re.match(r"\d", found):
        return "pack.name-begins-with-digit"
    if re.fullmatch(keyword_pattern(KEYWORDS["WHERE"]), found, re.I):
        return "pack.filter-without-parentheses"
    if "STRING" in accepted and "NUMBER" not in accepted and "ROW" not in accepted and found[0].isalnum():
        return "pack.text-without-quotes"
    if last in {"=", "<", ">", "<=", ">="} and found[0] in "=<>":
        return "pack.operator-twice"
    return None


def _keyword_meant(words: str, accepted: Set[str], nearness: float) -> Phrase | None:
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
        meant = did_you_mean(" ".join(split[:count]).lower(), same_length, nearness)
        if meant is not None:
            return Phrase(meant, meant)
    return None


def _word_just_before(text: str, at: int) -> str | None:
    """The name that ends one space before, if what stands there is no keyword."""
    before = re.search(r"(?:^|[\s.({])([^\W\d_]\w*(?:-\w+)*) $", text[max(0, at - _QUOTED) : at])
    if before is None or any(
        re.fullmatch(keyword_pattern(keyword), before[1], re.I) for keyword in KEYWORDS.values()
    ):
        return None
    return before[1]


def _accepted(error: UnexpectedInput) -> Set[str]:
    if isinstance(error, UnexpectedToken):
        accepted: Any = error.accepts or error.expected
    elif isinstance(error, UnexpectedCharacters):
        accepted = error.allowed or ()
    else:
        accepted = ()
    return {name for name in accepted if name not in {"COMMENT", "SPACE"}}


def _number_at(text: str, at: int) -> str:
    start = at
    while start > 0 and text[start - 1] in "0123456789.,":
        start -= 1
    return text[start : at + 40]


def _plain_number(written: str) -> bool:
    return re.fullmatch(r"\d+(?:\.\d{3})*(?:,\d+)?|\d+(?:/\d+)*|\d+\.\.\d+", written) is not None
