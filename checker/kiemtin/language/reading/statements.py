"""A pack read statement by statement: what stands as it stood before is not read again.

For an editor, which asks after every key. A statement's tree is made once, at a place of its own (its berth)
far behind every text; the source of the reading says where in the file the berth lies now. So nothing is
moved when a line is put in above. Whatever cannot be shown to read as the whole pack does is read whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import count, pairwise
from typing import Any, NamedTuple

from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.records import replace
from kiemtin.language.reading.parsing import (
    MAX_PROBLEMS,
    Parsed,
    lark,
    parse_with_problems,
    refused,
    statement_starts,
)
from kiemtin.language.reading.source import Source
from kiemtin.language.syntax import Pack

_BERTH = 1 << 20
"""Longer than any pack may be."""
_berths = count(1)


class _Statement(NamedTuple):
    """The head, a clause or a statement: where it stands and what it says."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def rule(self) -> str:
        """What the grammar calls it: only the head begins a pack."""
        return "fragment" if self.start else "pack"


class _Moored(Source):
    """A source that knows where the berths of its statements lie."""

    def __init__(self, source: Source) -> None:
        self.__dict__.update(source.__dict__)
        self.starts: dict[int, int] = {}

    def place(self, span: Span) -> FilePlace:
        return super().place(self._here(span))

    def line(self, span: Span) -> int:
        return super().line(self._here(span))

    def _here(self, span: Span) -> Span:
        berth = span.start - span.start % _BERTH
        if berth == 0:
            return span
        moved = self.starts[berth] - berth
        return Span(span.start + moved, span.end + moved)


def parse_by_statement(source: str, path: str) -> Parsed:
    """What `parse_with_problems` gives, from the statements that are known and those that are new."""
    text = _Moored(Source(source, path))
    problem = refused(text, len(source))
    if problem is not None:
        return Parsed(None, [problem], source=text)
    return _in_statements(text) or parse_with_problems(source, path)


def _in_statements(source: _Moored) -> Parsed | None:
    """None where the statements by themselves may say something else than the whole."""
    from lark.exceptions import UnexpectedInput

    from kiemtin.language.reading.syntax_errors import explain
    from kiemtin.language.reading.tree_builder import TreeBuilder, fold_divisions

    kept: list[_Statement] = []
    lost: list[_Statement] = []
    problems: list[Problem] = []
    read: list[Any] = []
    misread = False
    times: dict[str, int] = {}
    for here in _statements(source.text):
        times[here.text] = times.get(here.text, 0) + 1
        known = _known(here.text, here.rule, times[here.text])
        if known is not None:
            source.starts[known[0]] = here.start
            read.append(known[1])
            kept.append(here)
            continue
        try:
            tree = lark().parse(here.text, start=here.rule)
        except UnexpectedInput as error:
            if not lost and not (kept and _fails(kept[-1], here, source.text)):
                return None
            problems.append(explain(error, source, here.start, here.end))
            lost.append(here)
            continue
        builder = TreeBuilder(source, here.start)
        read.append(builder.transform(tree))
        problems += builder.problems
        misread = misread or bool(builder.problems)
        kept.append(here)
    if len(problems) >= MAX_PROBLEMS:
        return None
    if not all(_parted(one.text, one.rule, other.text) for one, other in pairwise(kept)):
        return None
    if lost and misread:  # what stands in the place of a wrong value would be judged
        return Parsed(None, problems, source=source)
    head: Pack = read[0]
    if head.statements or head.divisions:
        return None
    statements, divisions = fold_divisions([node for nodes in read[1:] for node in nodes])
    pack = replace(head, statements=statements, divisions=divisions)
    return Parsed(pack, problems, "\n".join(each.text for each in lost), source)


def _statements(text: str) -> Iterator[_Statement]:
    starts = statement_starts(text)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield _Statement(start, text[start:end])


@lru_cache(maxsize=4096)
def _known(text: str, rule: str, _nth: int) -> tuple[int, Any] | None:
    """The berth and the tree of a statement in which nothing is wrong; each of several alike has its own."""
    from lark.exceptions import UnexpectedInput

    from kiemtin.language.reading.tree_builder import TreeBuilder

    try:
        tree = lark().parse(text, start=rule)
    except UnexpectedInput:
        return None
    trial = TreeBuilder(Source(text, ""))
    trial.transform(tree)
    if trial.problems:
        return None
    berth = next(_berths) * _BERTH
    return berth, TreeBuilder(Source("", ""), berth).transform(tree)


@lru_cache(maxsize=4096)
def _parted(before: str, rule: str, following: str) -> bool:
    """Whether the second statement begins behind the first with the word that it begins with by itself.

    The parser's way depends on what it has read alone, so the rest of it is then read alike.
    """
    from lark.exceptions import UnexpectedInput

    alone = next(lark().parse_interactive(following, start="fragment").iter_parse(), None)
    try:
        for token in lark().parse_interactive(before + following, start=rule).iter_parse():
            start = token.start_pos or 0
            if start >= len(before):
                if alone is None or start - len(before) != alone.start_pos:
                    return False
                return (token.type, str(token)) == (alone.type, str(alone))
            if start + len(token) > len(before):
                return False
    except UnexpectedInput:
        return False
    return False


def _fails(before: _Statement, first: _Statement, text: str) -> bool:
    """Whether the whole pack fails where its first wrong statement does: not if that only lacks an end."""
    from lark.exceptions import UnexpectedInput

    if not _parted(before.text, before.rule, first.text):
        return False
    behind = 0
    try:
        for token in lark().parse_interactive(text[first.start :], start=first.rule).iter_parse():
            behind += (token.start_pos or 0) >= len(first.text)
            if behind > 1:
                return False
    except UnexpectedInput:
        return True
    return False
