"""From the source of a pack to its syntax tree, or to all that is wrong with it."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiemtin.foundation.cache import cached, content_key
from kiemtin.foundation.limits import PACK_CELLS, PACK_CHARACTERS, PACK_DEPTH, PACK_LINE
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import PackError, Problem
from kiemtin.foundation.text import acting
from kiemtin.language.reading.source import Source
from kiemtin.language.syntax import Pack
from kiemtin.language.terms.keywords import DIVISIONS, KEYWORDS, keyword_pattern, phrase_pattern, terminals
from kiemtin.language.terms.schema import PREDICATES
from kiemtin.language.terms.units import UNITS

if TYPE_CHECKING:
    from lark import Lark, Token

MAX_PROBLEMS = 25
"""More are of no help in one run."""
_ROW_SIGN = "|"

_STATEMENTS = ("RULE", "TABLE", "PARAMETER", "EXCEPTION", "HOLIDAYS", "FIELD", "AMENDED", "NOT_CHECKABLE")


class Parsed(NamedTuple):
    """What could be read of a pack, and what is wrong with its wording."""

    pack: Pack | None
    problems: list[Problem]
    lost: str = ""
    """The statements that could not be parsed: `pack` is without them."""
    source: Source | None = None
    """What was read, and where its words stand; None for what is refused."""


def parse_pack(source: str, path: str) -> Pack:
    """The tree of one pack. Raises PackError with everything wrong in its wording."""
    parsed = parse_with_problems(source, path)
    if parsed.problems or parsed.pack is None:
        raise PackError(parsed.problems)
    return parsed.pack


def parse_with_problems(source: str, path: str) -> Parsed:
    """The tree and no problem, or problems and perhaps a tree of what could be read."""
    from lark.exceptions import UnexpectedInput

    from kiemtin.language.reading.syntax_errors import explain

    text = Source(source, path)
    problem = refused(text, len(source))
    if problem is not None:
        return Parsed(None, [problem])
    try:
        tree = lark().parse(text.text, start="pack")
    except UnexpectedInput as error:
        problems, lost = _problems_by_statement(text)
        problems = problems or [explain(error, text, 0, len(text.text))]
        return _without(lost, text, problems[:MAX_PROBLEMS])
    from kiemtin.language.reading.tree_builder import TreeBuilder

    builder = TreeBuilder(text)
    pack: Pack = builder.transform(tree)
    return Parsed(pack, builder.problems[:MAX_PROBLEMS], source=text)


def _without(lost: list[Span], source: Source, problems: list[Problem]) -> Parsed:
    """The tree of what is left, with its places, when some statements are taken out."""
    from lark.exceptions import UnexpectedInput

    from kiemtin.language.reading.tree_builder import TreeBuilder

    text = source.text
    for span in lost:
        text = text[: span.start] + re.sub(r"[^\n]", " ", span.of(text)) + text[span.end :]
    try:
        tree = lark().parse(text, start="pack")
    except UnexpectedInput:
        return Parsed(None, problems)
    builder = TreeBuilder(source)
    pack: Pack = builder.transform(tree)
    if builder.problems:  # what stands in the place of a wrong value would be judged
        return Parsed(None, problems)
    return Parsed(pack, problems, "\n".join(span.of(source.text) for span in lost), source)


@cache
def lark() -> Lark:
    """The parser of packs, its tables from the cache; `fragment` is a run of statements without the head."""
    import lark

    written = grammar()

    def build() -> bytes:
        parser = lark.Lark(
            written,
            parser="lalr",
            lexer="contextual",
            start=["pack", "fragment"],
            keep_all_tokens=True,
            maybe_placeholders=False,
        )
        tables = BytesIO()
        parser.save(tables)
        return tables.getvalue()

    key = content_key([b"grammar", lark.__version__.encode(), written.encode()])
    return lark.Lark.load(BytesIO(cached("grammar", key, build)))


def grammar() -> str:
    written = Path(__file__).with_name("grammar.lark").read_text(encoding="utf-8")
    return "\n".join([written, terminals(), _units(), *_predicates(), ""])


def _units() -> str:
    """The terminal of the units; `từ` before a date is no unit but a preposition."""
    forms = {form for unit in UNITS.values() for form in (unit.vi, *unit.vi_forms, *unit.en_forms)}
    words = sorted(forms, key=lambda form: (-len(form), form))
    preposition = KEYWORDS["FROM"].vi
    patterns = [phrase_pattern(form) + (r"(?!\s*\d+\/)" if form in preposition else "") for form in words]
    return f"UNIT.4: /(?:{'|'.join(patterns)})(?![\\w-])/i"


def _predicates() -> list[str]:
    """The rules for the words of predicates; `có` has its own, for what follows it is a name."""
    rows = [row for row in PREDICATES if row.name != "has"]
    kinds = {"_worded_test": [row.name for row in rows if row.argument is not None],
             "_worded_state": [row.name for row in rows if row.argument is None]}  # fmt: skip
    return [
        f"{rule}: " + " | ".join(f"{name.upper()} | NOT_{name.upper()}" for name in names)
        for rule, names in kinds.items()
    ]


def tokens(text: str) -> list[Token]:
    """The tokens of a text that parses, in their order; white space and comments stand between them."""
    return list(lark().parse_interactive(text, start="pack").iter_parse())


def refused(source: Source, length: int) -> Problem | None:
    """What is too long or too deep to be a pack is not even parsed."""
    if length > PACK_CHARACTERS.most:
        return PACK_CHARACTERS.problem(source.place(Span(0, 0)))
    hidden = acting().search(source.text)
    if hidden is not None:
        code = f"U+{ord(hidden.group()):04X}"
        return Problem("pack.control-character", source.place(Span(*hidden.span())), {"code": code})
    at = 0
    for line in source.text.split("\n"):
        if len(line) > PACK_LINE.most:
            return PACK_LINE.problem(source.place(Span(at, at + 1)))
        if line.count(_ROW_SIGN) > PACK_CELLS.most + 1:
            return PACK_CELLS.problem(source.place(Span(at, at + 1)))
        at += len(line) + 1
    depth = 0
    for match in _BRACKETS.finditer(source.text):
        depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(match.group(), 0)
        if depth > PACK_DEPTH.most:
            return PACK_DEPTH.problem(source.place(Span(*match.span())))
    return None


_BRACKETS = re.compile(r'"[^"\n]*"?|#[^\n]*|[(){}]')


def _problems_by_statement(source: Source) -> tuple[list[Problem], list[Span]]:
    """Each statement is parsed by itself, so that one error does not hide the next; and what cannot be."""
    from lark.exceptions import UnexpectedInput

    from kiemtin.language.reading.syntax_errors import explain
    from kiemtin.language.reading.tree_builder import TreeBuilder

    text = source.text
    starts = statement_starts(text)
    problems: list[Problem] = []
    lost: list[Span] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if len(problems) >= MAX_PROBLEMS:
            break
        piece = text[start:end]
        try:
            tree = lark().parse(piece, start="fragment" if start else "pack")
        except UnexpectedInput as error:
            problems.append(explain(error, source, start, end))
            lost.append(Span(start, end))
            continue
        builder = TreeBuilder(source, start)
        builder.transform(tree)
        problems += builder.problems
    return problems, lost


def statement_starts(text: str) -> list[int]:
    """Where the head, each clause and each statement of an NFC text begins, whether it parses or not."""
    return [0, *(match.start() for match in _statement_start().finditer(text) if match.start() > 0)]


@cache
def _statement_start() -> re.Pattern[str]:
    keywords = "|".join(keyword_pattern(KEYWORDS[name]) for name in _STATEMENTS)
    ranking = keyword_pattern(KEYWORDS["RANKING"])
    by = "|".join(phrase_pattern(phrase) for phrase in (*KEYWORDS["BY"].vi, *KEYWORDS["BY"].en))
    divisions = "|".join(word for keyword in DIVISIONS.values() for word in (*keyword.vi, *keyword.en))
    return re.compile(
        rf"^[^\S\n]*(?:{keywords}|{ranking}(?!\s+(?:{by})\b)|(?:{divisions})\s+\w+\s*[.):])", re.I | re.M
    )
