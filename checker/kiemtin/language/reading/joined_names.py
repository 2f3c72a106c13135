"""Names of several words, written with spaces as in speech, become the one name that the grammar reads.

`tin.loại hình`, `quy tắc tin quá dài`, `với mỗi đại biểu trong …` are what people write before they have read
a manual. Each space inside such a name becomes the `_` or `-` that stands there in the written language;
nothing moves, so every place stays right, and the formatter writes the name out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kiemtin.foundation.text import fold
from kiemtin.language.terms.keywords import KEYWORDS, keyword_pattern, phrase_pattern
from kiemtin.language.terms.schema import PROPERTIES, ROOTS

_PROTECTED = re.compile(r'"[^"\n]*"?|“[^”\n]*”?|#[^\n]*|^[^\S\n]*\|[^\n]*', re.M)
_NAME = r"[^\W\d_][\w-]*(?: [\w-]+)+"
_ROOTS_BEHIND = {"precedence": ("ORDERED_BY", "NOT_ORDERED_BY"), "roster": ("IN_ROSTER", "NOT_IN_ROSTER")}

_PARTS = ("IN_FORCE", "DRAFT", "FORMERLY", "SUMMARY", "SENTENCE", "ADVICE", "FOR_EACH", "WHEN",
          "MUST_NOT", "MUST", "SHOULD_NOT",
          "SHOULD", "NOTE", "UNLESS", "FIX", "EXAMPLE_PASS", "EXAMPLE_FAIL", "EXAMPLE_OUT")  # fmt: skip
_HEAD = (
    "NUMBERED",
    "TITLED",
    "ISSUER",
    "ISSUED",
    "IN_FORCE",
    "SUPERSEDES",
    "REFINES",
    "USES",
    "STATUS",
    "REVIEWED",
)
_JOINING = ("AND", "OR", "NOT", "THEN", "WHERE", "WHEN", "IN", "HAS", "IS", "FOR_EACH")


class _Definition(NamedTuple):
    """How a kind of statement is named: what joins the words, what ends the name on its line, and what ends
    it only if something other than words follows on that line."""

    joiner: str
    ends: tuple[str, ...]
    unless_alone: tuple[str, ...] = ()


_DEFINITIONS = {
    "RULE": _Definition("-", ("OVERRIDES",), _PARTS),
    "EXCEPTION": _Definition("-", ("OF",)),
    "DOCUMENT": _Definition("-", (), _HEAD),
    "TABLE": _Definition("_", ("BY", "OVERRIDES")),
    "PARAMETER": _Definition("_", ("OVERRIDES", "IS", "FROM", "TO")),
    "FIELD": _Definition("_", ("IS",)),
    "RANKING": _Definition("-", ("BY", "CONTINUES", "FROM", "TO", "SAMPLE", "VERIFIED", "PRACTICE", "RANK")),
}

_AFTER_REFERENCE = ("WHEN", "IN_FORCE", *_PARTS)


class _Join(NamedTuple):
    start: int
    end: int
    joiner: str


@lru_cache(maxsize=4)  # an editor asks for the same text from several sides
def join_names(text: str) -> str:
    """The text, of equal length, with the spaces inside names filled."""
    code = _PROTECTED.sub(lambda match: re.sub(r"[^\n]", "\0", match.group()), text)
    folded = fold(code)
    joined = _filled(code, [*_properties(folded), *_roots(folded)])
    own = list(_definitions(joined))
    joined = _filled(joined, own)
    variables = list(_variables(joined))
    joined = _filled(joined, _uses(joined, own + variables))
    if joined == code:
        return text
    return "".join(new if old == " " else kept for kept, old, new in zip(text, code, joined, strict=True))


def _filled(code: str, joins: Iterable[_Join]) -> str:
    letters = list(code)
    for start, end, joiner in joins:
        for at in range(start, end):
            if letters[at] == " ":
                letters[at] = joiner
    return "".join(letters)


@cache
def _property_names() -> tuple[str, ...]:
    names = {fold(name.replace("_", " ")) for row in PROPERTIES for name in (row.vi, row.name) if "_" in name}
    return tuple(sorted(names))


def _any_of(names: Iterable[str]) -> str:
    return (
        "(?:" + "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) + r")(?![\w-])"
    )


@lru_cache(maxsize=16)
def _property_places(of: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    has = "|".join(keyword_pattern(KEYWORDS[name]) for name in ("NOT_HAS", "HAS"))
    given, equals = keyword_pattern(KEYWORDS["WITH"]), keyword_pattern(KEYWORDS["IS"])
    inside = keyword_pattern(KEYWORDS["IN"])
    names = _any_of(of)
    return (
        re.compile(rf"(?<=[\w]\.)({names})", re.I),
        re.compile(rf"(?<![\w-])(?:{has}) ({names})(?!\s+{inside})", re.I),
        re.compile(rf"(?:(?<![\w-]){given}|,)\s+({names})(?=\s*(?:=|{equals}))", re.I),
    )


def _properties(code: str) -> Iterator[_Join]:
    present = tuple(name for name in _property_names() if name in code)  # seldom any: cheaper than to look
    for pattern in _property_places(present) if present else ():
        for match in pattern.finditer(code):
            yield _Join(*match.span(1), "_")


@cache
def _root_places() -> tuple[re.Pattern[str], ...]:
    behind = [
        rf"(?:{'|'.join(keyword_pattern(KEYWORDS[word]) for word in words)})\s+({_any_of([_spaced(root)])})"
        for root, words in _ROOTS_BEHIND.items()
    ]
    before = _any_of(_spaced(root) for root in ROOTS if "_" in ROOTS[root][0])
    return tuple(re.compile(pattern, re.I) for pattern in (*behind, rf"(?<![\w.-])({before})(?=\.)"))


def _spaced(root: str) -> str:
    return fold(ROOTS[root][0].replace("_", " "))


def _roots(code: str) -> Iterator[_Join]:
    present = any(_spaced(root) in code for root in ROOTS if "_" in ROOTS[root][0])
    for pattern in _root_places() if present else ():
        for match in pattern.finditer(code):
            yield _Join(*match.span(1), "_")


@cache
def _definition_start() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{name}>{keyword_pattern(KEYWORDS[name])})" for name in _DEFINITIONS)
    return re.compile(rf"^[^\S\n]*(?>{kinds}) (?P<name>{_NAME})(?P<rest>[^\n]*)$", re.I | re.M)


@cache
def _keywords(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(keyword_pattern(KEYWORDS[name]) for name in names)
    return re.compile(rf" (?:{words})" if words else r"(?!)", re.I)


@cache
def _references() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Lines of the head that name other packs, and what in a statement's first line names something else."""
    head, inside = (
        "|".join(keyword_pattern(KEYWORDS[name]) for name in names)
        for names in (("REFINES", "USES"), ("CONTINUES", "OVERRIDES", "OF"))
    )
    ranked = rf"{keyword_pattern(KEYWORDS['RANKING'])}\s+{keyword_pattern(KEYWORDS['BY'])}"
    return (
        re.compile(rf"^[^\S\n]*(?:{ranked}|{head}) +({_NAME})(?=\s*(?:,|$))", re.I | re.M),
        re.compile(rf" (?:{inside}) +({_NAME})(?!\.)", re.I),
    )


def _definitions(code: str) -> Iterator[_Join]:
    """What statements are called, and the packs and rules that lines refer to."""
    for match in _definition_start().finditer(code):
        kind = next(name for name in _DEFINITIONS if match[name] is not None)
        definition = _DEFINITIONS[kind]
        if _keywords(definition.ends).match(f" {match['name']}"):
            continue  # `thứ bậc theo …` in the head names nothing new
        start, end = match.span("name")
        ends = definition.ends if not match["rest"].strip() else definition.ends + definition.unless_alone
        stop = _keywords(ends).search(code, start, end)
        yield _Join(start, stop.start() if stop else end, definition.joiner)
        if stop and (other := _references()[1].match(code, stop.start(), match.end())):
            after = _keywords(definition.ends + _AFTER_REFERENCE).search(code, *other.span(1))
            yield _Join(other.start(1), after.start() if after else other.end(1), "-")
    for match in _references()[0].finditer(code):
        yield _Join(*match.span(1), "-")


@cache
def _variable_places() -> re.Pattern[str]:
    """Behind a keyword that takes a variable, unless it begins a longer keyword (`có chứa`)."""
    keywords = [KEYWORDS[name] for name in ("FOR_EACH", "ALL", "ANY", "COUNT")]
    before = "|".join(map(keyword_pattern, keywords))
    begins = tuple(f"{phrase} " for each in keywords for phrase in (*each.vi, *each.en))
    longer = {
        phrase[len(begun) :]
        for each in KEYWORDS.values()
        for phrase in (*each.vi, *each.en)
        for begun in begins
        if phrase.startswith(begun) and each not in keywords
    }
    no_longer = "|".join(map(phrase_pattern, sorted(longer)))
    inside = keyword_pattern(KEYWORDS["IN"])
    return re.compile(rf"(?<![\w-])(?>{before}) (?!(?:{no_longer})(?![\w-]))({_NAME}?)(?= {inside})", re.I)


def _variables(code: str) -> Iterator[_Join]:
    for match in _variable_places().finditer(code):
        if not _keywords(_JOINING).search(f" {match[1]}"):
            yield _Join(*match.span(1), "_")


def _uses(code: str, named: list[_Join]) -> Iterator[_Join]:
    """The places where a name that this text gives stands with its spaces."""
    joiners = {}
    for start, end, joiner in named:
        name = re.sub("[ _-]", " ", code[start:end])
        if " " in name:
            joiners[name.casefold()] = joiner
    if not joiners:
        return
    for match in re.finditer(rf"(?<![\w-])({_any_of(joiners)})", code, re.I):
        yield _Join(*match.span(1), joiners[match[1].casefold()])
