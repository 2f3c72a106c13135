"""Expressions of our syntax tree from Lark's, and the places of all nodes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from lark import Token
from lark.visitors import Transformer_NonRecursive

from kiemtin.foundation.dates import parse_day
from kiemtin.foundation.places import Span
from kiemtin.foundation.problems import Problem
from kiemtin.language import syntax as s
from kiemtin.language.reading.cells import canonical_unit, number, unquoted
from kiemtin.language.reading.source import Source
from kiemtin.language.terms.keywords import OPERATORS
from kiemtin.language.terms.names import canonical_property, canonical_root

MAX_DEPTH = 60
"""Expressions nested deeper than this are refused: no clause is, and the checker walks them by recursion."""

_NORMAL = {"≤": "<=", "≥": ">=", "≠": "!=", "<>": "!=", "==": "="}
_NUMERIC = {"PLUS": "+", "MINUS": "-", "TIMES": "*", "SLASH": "/"}
_AGGREGATES = {"COUNT": "count", "SUM": "sum", "MAX": "max", "MIN": "min"}


class ExpressionBuilder(Transformer_NonRecursive[Token, Any]):
    """Builds what the grammar calls expressions; `problems` are what it met.

    `offset` is where the parsed text begins in the source.
    """

    def __init__(self, source: Source, offset: int = 0) -> None:
        super().__init__()
        self.problems: list[Problem] = []
        self._source = source
        self._offset = offset
        self._depths: dict[int, tuple[s.Expression, int]] = {}

    # --- expressions

    def disjunction(self, children: list[Any]) -> s.Expression:
        return self._logic("or", children)

    def conjunction(self, children: list[Any]) -> s.Expression:
        return self._logic("and", children)

    def _logic(self, operator: Any, children: list[Any]) -> s.Expression:
        operands = tuple(c for c in children if not isinstance(c, Token))
        return self._deeper(s.Logic(operator, operands, span=self._span(children)), *operands)

    def negation(self, children: list[Any]) -> s.Expression:
        return self._deeper(s.Not(children[1], span=self._span(children)), children[1])

    def quantifier(self, children: list[Any]) -> s.Expression:
        kind: Any = "all" if children[0].type == "ALL" else "any"
        _, variable, _, collection, _, condition = children
        made = s.Aggregate(
            kind, canonical_root(str(variable)), collection, condition, span=self._span(children)
        )
        return self._deeper(made, collection, condition)

    def aggregate(self, children: list[Any]) -> s.Expression:
        return self._aggregate(children, None)

    def filtered(self, children: list[Any]) -> s.Expression:
        return self._aggregate(children[1:-3], children[-2])

    def _aggregate(self, children: list[Any], condition: s.Expression | None) -> s.Expression:
        kind: Any = _AGGREGATES[children[0].type]
        value, variable = (None, children[1]) if kind == "count" else (children[1], children[3])
        made = s.Aggregate(
            kind, canonical_root(str(variable)), children[-1], condition, value, span=self._span(children)
        )
        return self._deeper(made, children[-1], *(e for e in (condition, value) if e is not None))

    def compared(self, children: list[Any]) -> s.Expression:
        left, operator, right = children
        sign: Any = OPERATORS.get(operator.type) or _NORMAL.get(str(operator), str(operator))
        return self._deeper(s.Comparison(sign, left, right, span=self._span(children)), left, right)

    def membership(self, children: list[Any]) -> s.Expression:
        element, keyword, container = children
        if isinstance(container, s.Arithmetic) and container.operator == "-":
            # `1-5` behind `trong`: nobody looks for something in a difference.
            container = s.Range(container.left, container.right, span=container.span)
        made = s.Membership(element, container, keyword.type == "NOT_IN", span=self._span(children))
        return self._deeper(made, element, container)

    def having(self, children: list[Any]) -> s.Expression:
        owner, keyword, path = children
        names: list[tuple[str, Span]] = []
        while isinstance(path, s.Attribute):
            names.append((path.name, path.span))
            path = path.owner
        names.append((canonical_property(path.name), path.span))
        for name, span in reversed(names):
            owner = s.Attribute(owner, name, span=Span(self._span([owner]).start, span.end))
        made = s.Predicate(owner, "has", (), keyword.type == "NOT_HAS", span=self._span(children))
        return self._deeper(made, owner)

    def predicate(self, children: list[Any]) -> s.Expression:
        subject, keyword, *arguments = children
        negated = keyword.type.startswith("NOT_")
        name = keyword.type.removeprefix("NOT_").lower()
        made = s.Predicate(subject, name, tuple(arguments), negated, span=self._span(children))
        return self._deeper(made, subject, *arguments)

    def if_given(self, children: list[Any]) -> s.Expression:
        return self._deeper(s.IfGiven(children[0], span=self._span(children)), children[0])

    def rank_number(self, children: list[Token]) -> s.Expression:
        return s.Quantity(number(children[1]), span=self._span(children))

    def set(self, children: list[Any]) -> s.Expression:
        elements = tuple(c for c in children if not isinstance(c, Token))
        for element in elements:
            if isinstance(element, s.Quantity) and isinstance(element.value, float) and not element.unit:
                self._problem("pack.decimal-in-set", element.span)
        return s.SetOf(elements, span=self._span(children))

    def range(self, children: list[Any]) -> s.Expression:
        return self._deeper(s.Range(children[0], children[2], span=self._span(children)), children[0])

    def sum(self, children: list[Any]) -> s.Expression:
        made: s.Expression = children[0]
        for operator, right in zip(children[1::2], children[2::2], strict=True):
            sign: Any = _NUMERIC[operator.type]
            whole = Span(self._span([made]).start, self._span([right]).end)
            made = self._deeper(s.Arithmetic(sign, made, right, span=whole), made, right)
        return made

    def product(self, children: list[Any]) -> s.Expression:
        return self.sum(children)

    def enclosed(self, children: list[Any]) -> s.Expression:
        inner: s.Expression = children[1]
        return self._deeper(inner, inner)

    def path(self, children: list[Token]) -> s.Expression:
        names = [c for c in children if c.type == "NAME"]
        made: s.Expression = s.Name(canonical_root(str(names[0])), span=self._token_span(names[0]))
        for name in names[1:]:
            whole = Span(self._start(names[0]), self._token_span(name).end)
            made = self._deeper(s.Attribute(made, canonical_property(str(name)), span=whole), made)
        return made

    def quantity(self, children: list[Token]) -> s.Expression:
        unit = canonical_unit(children[1]) if len(children) > 1 else None
        return s.Quantity(number(children[0]), unit, span=self._span(children))

    def string(self, children: list[Token]) -> s.Expression:
        return s.Text(unquoted(children[0]), span=self._token_span(children[0]))

    def day(self, children: list[Token]) -> s.Expression:
        return s.Day(self._date(children[0]), span=self._token_span(children[0]))

    def moment(self, children: list[Token]) -> s.Expression:
        written = children[0]
        day, clock = re.split(r"\s+", written, maxsplit=1)
        hour, minute = map(int, re.split("[:h]", clock.lower()))
        span = self._token_span(written)
        try:
            on = parse_day(day)
            return s.Moment(datetime(on.year, on.month, on.day, hour, minute), span=span)
        except ValueError:
            self._problem("pack.impossible-date", span, found=str(written))
            return s.Moment(datetime.min, span=span)

    def truth(self, children: list[Token]) -> s.Expression:
        return s.Truth(children[0].type == "TRUE", span=self._token_span(children[0]))

    # --- places and problems

    def _deeper(self, made: s.Expression, *inner: s.Expression) -> s.Expression:
        depth = 1 + max((self._depths.get(id(e), (e, 0))[1] for e in inner), default=0)
        self._depths[id(made)] = (made, depth)
        if depth == MAX_DEPTH:
            self._problem("pack.too-deep", made.span, limit=MAX_DEPTH)
        return made

    def _start(self, token: Token) -> int:
        assert token.start_pos is not None
        return token.start_pos + self._offset

    def _token_span(self, token: Token) -> Span:
        start = self._start(token)
        return Span(start, start + len(token))

    def _span(self, children: Sequence[Any]) -> Span:
        spans = [self._token_span(c) if isinstance(c, Token) else c.span for c in (children[0], children[-1])]
        return Span(spans[0].start, max(spans[0].start, spans[1].end))

    def _date(self, token: Token) -> date:
        try:
            return parse_day(token)
        except ValueError:
            self._problem("pack.impossible-date", self._token_span(token), found=str(token))
            return date.min

    def _problem(self, code: str, span: Span, **arguments: object) -> None:
        self.problems.append(Problem(code, self._source.place(span), arguments))
