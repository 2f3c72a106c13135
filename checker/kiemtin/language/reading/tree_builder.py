"""From Lark's parse tree to our syntax tree; what the grammar lets pass but no pack may say is a problem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from lark import Token

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.places import Span
from kiemtin.language import syntax as s
from kiemtin.language.reading.cells import split_row, unquoted
from kiemtin.language.reading.expression_builder import ExpressionBuilder
from kiemtin.language.reading.sentences import sentence_parts
from kiemtin.language.reading.table_rows import read_version
from kiemtin.language.terms.keywords import FIELD_KINDS
from kiemtin.language.terms.names import canonical_property, canonical_root

_LEVELS: tuple[s.DivisionKind, ...] = ("chapter", "section", "article", "clause", "point")
_MODALITIES: dict[str, s.Modality] = {"MUST": "must", "SHOULD": "should", "NOTE": "note"}
_DENIED: dict[str, s.Modality] = {"MUST_NOT": "must", "SHOULD_NOT": "should"}


_HOURS = frozenset({"published_time", "event_hour"})
"""Properties that are an hour of the day."""
_MINUTE, _LAST_HOUR = 59, 23


class Part(NamedTuple):
    """A piece of a statement on the way to it."""

    kind: str
    value: Any
    span: Span


class TreeBuilder(ExpressionBuilder):
    """Builds the tree of a pack, or of a run of its statements."""

    # --- the whole

    def pack(self, children: list[Any]) -> s.Pack:
        head: dict[str, Any] = {}
        supersedes: list[str] = []
        imports: list[str] = []
        for child in children[2:]:
            if not isinstance(child, Part):
                continue
            if child.kind == "replaces":
                supersedes += child.value
            elif child.kind == "imports":
                imports += child.value
            elif child.kind in head:
                self._problem("pack.given-twice", child.span)
            else:
                head[child.kind] = child.value
        statements, divisions = fold_divisions([c for c in children[2:] if not isinstance(c, Part)])
        return s.Pack(
            str(children[1]),
            replaces=tuple(supersedes),
            imports=tuple(imports),
            statements=statements,
            divisions=divisions,
            span=self._token_span(children[1]),
            **head,
        )

    def fragment(self, children: list[Any]) -> list[Any]:
        return children

    def internal(self, children: list[Any]) -> Part:
        return Part("internal", True, self._span(children))

    def is_draft(self, children: list[Any]) -> Part:
        return Part("draft", True, self._span(children))

    def formerly(self, children: list[Any]) -> Part:
        names = tuple(c.value for c in children if isinstance(c, Part))
        return Part("formerly", names, self._span(children))

    def amendment(self, children: list[Any]) -> s.Amendment:
        return s.Amendment(self._date(children[1]), children[2].value, span=self._span(children))

    def numbered(self, children: list[Any]) -> Part:
        return Part("number", children[1].value, self._span(children))

    def titled(self, children: list[Any]) -> Part:
        return Part("title", children[1].value, self._span(children))

    def issuer(self, children: list[Any]) -> Part:
        return Part("issuer", children[1].value, self._span(children))

    def issued(self, children: list[Any]) -> Part:
        return Part("issued", self._date(children[1]), self._span(children))

    def in_force(self, children: list[Any]) -> Part:
        return Part("validity", children[1].value, self._span(children))

    def supersedes(self, children: list[Any]) -> Part:
        names = [unquoted(c) for c in children[1:] if c.type in {"NAME", "STRING"}]
        return Part("replaces", names, self._span(children))

    def refines(self, children: list[Any]) -> Part:
        return Part("refines", str(children[1]), self._span(children))

    def uses(self, children: list[Any]) -> Part:
        return Part("imports", [str(c) for c in children[1:] if c.type == "NAME"], self._span(children))

    def ranked_by(self, children: list[Any]) -> Part:
        return Part("precedence", str(children[2]), self._span(children))

    def has_status(self, children: list[Any]) -> Part:
        return Part("status", children[1], self._span(children))

    def reviewed(self, children: list[Any]) -> Part:
        return Part("reviewed", self._date(children[1]), self._span(children))

    def period(self, children: list[Any]) -> Part:
        bounds = {c.type: self._date(d) for c, d in zip(children[::2], children[1::2], strict=True)}
        start, end = bounds.get("FROM"), bounds.get("TO")
        span = self._span(children)
        if start and end and end < start:
            self._problem("pack.period-reversed", span)
        return Part("validity", Validity(start, end), span)

    def status(self, children: list[Any]) -> s.Status:
        span = self._span(children)
        source = children[1].value if len(children) > 1 else None
        if children[0].type == "SAMPLE":
            return s.Status("sample", source, span=span)
        kind: Literal["verified", "practice"] = "practice" if children[0].type == "PRACTICE" else "verified"
        if not source:
            self._problem(f"pack.{kind}-without-source", span)
        return s.Status(kind, source, span=span)

    def text(self, children: list[Token]) -> Part:
        return Part("text", "\n".join(unquoted(child) for child in children), self._span(children))

    # --- statements

    def division(self, children: list[Any]) -> s.Division:
        heading = children[0]
        label = re.sub(r"^\S+\s+|\s*[.):]?$", "", heading)
        wording = next((child.value for child in children[1:] if isinstance(child, Part)), None)
        internal = isinstance(children[-1], Token) and children[-1].type == "INTERNAL"
        kind = _LEVELS[("CHAPTER", "SECTION", "ARTICLE", "CLAUSE", "POINT").index(heading.type)]
        return s.Division(kind, label, wording, internal=internal, span=self._span(children))

    def not_checkable(self, children: list[Any]) -> s.NotMachineCheckable:
        return s.NotMachineCheckable(children[1].value, span=self._span(children))

    def qualified(self, children: list[Token]) -> Part:
        return Part("qualified", ".".join(c for c in children if c.type == "NAME"), self._span(children))

    def overrides(self, children: list[Any]) -> Part:
        return Part("replaces", children[1].value, self._span(children))

    def rule(self, children: list[Any]) -> s.Rule | None:
        name = children[1]
        span = self._token_span(name)
        single: dict[str, Any] = {}
        loops: list[s.Loop] = []
        unless: list[s.Unless] = []
        examples: list[s.Example] = []
        fix: Part | None = None
        requirement: s.Expression | None = None
        modality: s.Modality = "must"
        for child in children[2:]:
            if isinstance(child, s.Loop):
                loops.append(child)
            elif isinstance(child, s.Unless):
                unless.append(child)
            elif isinstance(child, s.Example):
                examples.append(child)
            elif child.kind == "requirement":
                if requirement is not None:
                    self._problem("pack.two-requirements", child.span, rule=str(name))
                modality, requirement = child.value
            elif child.kind == "fix":
                fix = child
            elif child.kind in single:
                self._problem("pack.given-twice", child.span)
            else:
                single[child.kind] = child.value
        if requirement is None:
            self._problem("pack.rule-without-modality", span, rule=str(name))
            return None
        return s.Rule(
            str(name),
            requirement,
            modality,
            loops=tuple(loops),
            unless=tuple(unless),
            fix=self._finish_fix(fix, requirement),
            examples=tuple(examples),
            span=span,
            **single,
        )

    def summary(self, children: list[Any]) -> Part:
        return Part("summary", children[1].value, self._span(children))

    def sentence(self, children: list[Any]) -> Part:
        span = self._span(children)
        return Part("sentence", self._sentence(children[1].value, span), span)

    def advice(self, children: list[Any]) -> Part:
        span = self._span(children)
        return Part("advice", self._sentence(children[1].value, span), span)

    def _sentence(self, text: str, span: Span) -> s.Sentence:
        try:
            return s.Sentence(tuple(sentence_parts(text, span)), span=span)
        except ValueError as error:
            self._problem("pack.sentence-gap", span, found=str(error))
            return s.Sentence((text,), span=span)

    def loop(self, children: list[Any]) -> s.Loop:
        return s.Loop(canonical_root(str(children[1])), children[3], span=self._token_span(children[1]))

    def when(self, children: list[Any]) -> Part:
        return Part("when", children[1], self._span(children))

    def requirement(self, children: list[Any]) -> Part:
        span = self._span(children)
        denied = _DENIED.get(children[0].type)
        if denied is None:
            return Part("requirement", (_MODALITIES[children[0].type], children[1]), span)
        requirement = self._deeper(s.Not(children[1], span=span), children[1])
        return Part("requirement", (denied, requirement), span)

    def unless(self, children: list[Any]) -> s.Unless:
        label = " ".join(children[2][1:-1].split()) if len(children) > 2 else None
        return s.Unless(children[1], label, span=self._span(children))

    def fix(self, children: list[Any]) -> Part:
        kind = children[1].type.lower()
        operands = [c for c in children[2:] if not isinstance(c, Token)]
        return Part("fix", (kind, operands), self._span(children))

    def _finish_fix(self, fix: Part | None, requirement: s.Expression) -> s.Fix | None:
        if fix is None:
            return None
        kind, operands = fix.value
        if kind != "replace":
            return s.Fix(kind, operands[0], span=fix.span)
        if len(operands) == 2:
            return s.Fix(kind, *operands, span=fix.span)
        match requirement:
            case s.Predicate(subject=target) | s.Comparison(left=target) | s.Membership(element=target):
                return s.Fix(kind, target, operands[0], span=fix.span)
            case _:
                self._problem("pack.fix-without-target", fix.span)
                return None

    def example(self, children: list[Any]) -> s.Example:
        kinds: dict[str, Any] = {
            "EXAMPLE_PASS": "pass",
            "EXAMPLE_FAIL": "fail",
            "EXAMPLE_OUT": "out_of_scope",
        }
        span = self._span(children)
        texts = [c.value for c in children[1:] if isinstance(c, Part) and c.kind == "text"]
        data = [pair for c in children[1:] if isinstance(c, Part) and c.kind == "given" for pair in c.value]
        reports = [w for c in children[1:] if isinstance(c, Part) and c.kind == "reports" for w in c.value]
        rows = [c for c in children[1:] if isinstance(c, Token)]
        if not texts and not rows and not data:
            self._problem("pack.example-without-text", span)
        columns: tuple[str, ...] = ()
        bodies: list[tuple[str, ...]] = []
        for at, row in enumerate(rows):
            cells = split_row(row, self._start(row))
            if at == 0:
                columns = tuple(canonical_property(" ".join(cell.text.split())) for cell in cells)
            elif len(cells) != len(columns):
                self._problem(
                    "pack.row-cells", self._token_span(row), found=len(cells), expected=len(columns)
                )
            else:
                bodies.append(tuple(_words(cell.text) for cell in cells))
        text = "\n".join(texts) if texts else None
        return s.Example(
            kinds[children[0].type], text, tuple(data), columns, tuple(bodies), tuple(reports), span=span
        )

    def given(self, children: list[Any]) -> Part:
        return Part("given", [c.value for c in children if isinstance(c, Part)], self._span(children))

    def datum(self, children: list[Any]) -> Part:
        name, value = canonical_property(str(children[0])), children[2]
        if isinstance(value, Part):
            value = self._of_clock(value, of_day=name in _HOURS)
        return Part("datum", (name, value), self._span(children))

    def clock(self, children: list[Token]) -> Part:
        return Part("clock", str(children[0]), self._span(children))

    def _of_clock(self, clock: Part, *, of_day: bool) -> s.Quantity:
        """`2:30` as drafts have it: minutes and seconds of a running time, hours and minutes of a day."""
        parts = [int(part) for part in clock.value.split(":")]
        if any(part > _MINUTE for part in parts[1:]) or (of_day and parts[0] > _LAST_HOUR):
            self._problem("pack.bad-clock", clock.span, found=clock.value)
        if of_day:
            parts = [*parts, 0][:3]
        seconds = 0
        for part in parts:
            seconds = seconds * 60 + part
        return s.Quantity(seconds, "seconds", span=clock.span)

    def reports(self, children: list[Token]) -> Part:
        words = [unquoted(c) for c in children[1:] if c.type == "STRING"]
        return Part("reports", words, self._span(children))

    def exception(self, children: list[Any]) -> s.RuleException:
        parts = {c.kind: c.value for c in children if isinstance(c, Part)}
        label = children[1]
        return s.RuleException(
            str(unquoted(label)),  # a token would bring the parser back with every pickled rulebook
            parts["qualified"],
            parts["when"],
            parts.get("validity", Validity()),
            span=self._token_span(label),
        )

    def table(self, children: list[Any]) -> s.Table | None:
        name = children[1]
        parts = {
            c.kind: c.value for c in children[2:] if isinstance(c, Part) and c.kind in {"replaces", "axes"}
        }
        axes = parts.get("axes", ())
        versions: list[s.TableVersion] = []
        for part in children[2:]:
            if part.kind == "rows":
                dated: list[Any] = [part]
            elif part.kind == "dated":
                dated = part.value
            else:
                continue
            columns = versions[-1].columns if versions else ()
            has_three = any(row.second is not None for each in versions for row in each.rows)
            number = 3 if has_three else len(axes)
            version, problems = read_version(dated[-1].value, columns, number, self._source)
            self.problems += problems
            validity = next(
                (p.value for p in dated if isinstance(p, Part) and p.kind == "validity"), Validity()
            )
            status = next((p for p in dated if isinstance(p, s.Status)), None)
            if version is not None:
                versions.append(s.TableVersion(*version, validity, status, span=part.span))
        span = self._token_span(name)
        if not axes and "replaces" not in parts:
            self._problem("pack.table-without-axis", span, table=str(name))
            return None
        return s.Table(str(name), axes, tuple(versions), parts.get("replaces"), span=span)

    def axes(self, children: list[Any]) -> Part:
        paths = tuple(c for c in children if isinstance(c, s.Expression))
        return Part("axes", paths, self._span(children))

    def rows(self, children: list[Token]) -> Part:
        rows = [(str(row), self._start(row)) for row in children]
        return Part("rows", rows, self._span(children))

    def dated_rows(self, children: list[Any]) -> Part:
        return Part("dated", children, self._span(children))

    def parameter(self, children: list[Any]) -> s.Parameter:
        replaces = next((c.value for c in children[2:] if isinstance(c, Part)), None)
        values = tuple(c for c in children[2:] if isinstance(c, s.ParameterValue))
        return s.Parameter(str(children[1]), values, replaces, span=self._token_span(children[1]))

    def value(self, children: list[Any]) -> s.ParameterValue:
        given = next(c for c in children if isinstance(c, s.Expression))
        validity = next((c.value for c in children if isinstance(c, Part)), Validity())
        status = next((c for c in children if isinstance(c, s.Status)), None)
        return s.ParameterValue(given, validity, status, span=self._span(children))

    dated_value = value

    def precedence(self, children: list[Any]) -> s.Precedence:
        extends = next((c.value for c in children[2:] if isinstance(c, Part) and c.kind == "extends"), None)
        versions = tuple(c for c in children[2:] if isinstance(c, s.PrecedenceVersion))
        return s.Precedence(str(children[1]), versions, extends, span=self._token_span(children[1]))

    def continues(self, children: list[Any]) -> Part:
        return Part("extends", str(children[1]), self._span(children))

    def ranks(self, children: list[s.PrecedenceRank]) -> s.PrecedenceVersion:
        return s.PrecedenceVersion(tuple(children), span=self._span(children))

    def dated_ranks(self, children: list[Any]) -> s.PrecedenceVersion:
        validity = next((c.value for c in children if isinstance(c, Part)), Validity())
        status = next((c for c in children if isinstance(c, s.Status)), None)
        return s.PrecedenceVersion(children[-1].ranks, validity, status, span=self._span(children))

    def field(self, children: list[Any]) -> s.Field:
        name = children[1]
        label = children[-1].value if isinstance(children[-1], Part) else None
        written = canonical_property(str(name))
        told = children[3]
        kind: Any = "text"
        if told.type == "FIELD_KIND":
            words = " ".join(told.lower().split())
            kind = next(kind for kind, keyword in FIELD_KINDS.items() if words in (*keyword.vi, *keyword.en))
        values = tuple(str(unquoted(c)) for c in children[4:] if isinstance(c, Token) and c.type == "STRING")
        return s.Field(written, kind, values, label, span=self._token_span(name))

    def holidays(self, children: list[Any]) -> s.HolidayCalendar:
        validity: Validity = children[1].value
        status = next((c for c in children if isinstance(c, s.Status)), None)
        days = tuple(c for c in children if isinstance(c, s.Holiday))
        return s.HolidayCalendar(validity, days, status, span=self._token_span(children[0]))

    def day_off(self, children: list[Any]) -> s.Holiday:
        dates = [self._date(c) for c in children if isinstance(c, Token) and c.type == "DATE"]
        span = self._span(children)
        if dates[-1] < dates[0]:
            self._problem("pack.period-reversed", span)
        label = next((c.value for c in children if isinstance(c, Part)), None)
        kind: Any = "free" if children[0].type == "DAY_OFF" else "worked"
        return s.Holiday(kind, dates[0], dates[-1], label, span=span)

    def rank(self, children: list[Token]) -> s.PrecedenceRank:
        rank = self._number(children[1])
        if not isinstance(rank, int) or rank < 1:
            self._problem("pack.bad-rank", self._token_span(children[1]), found=str(children[1]))
            rank = 1
        offices = tuple(unquoted(c) for c in children[2:] if c.type == "STRING")
        return s.PrecedenceRank(rank, offices, span=self._span(children))


def _words(cell: str) -> str:
    """What the cell of an example says: quoted as it stands, else with one space between words."""
    return unquoted(cell) if cell[:1] in ('"', "“") else " ".join(cell.split())


def fold_divisions(flat: Sequence[Any]) -> tuple[tuple[s.Statement, ...], tuple[s.Division, ...]]:
    """Puts each statement under the heading before it, and each heading under the nearest larger one."""
    frames: list[tuple[s.Division | None, list[s.Statement], list[s.Division]]] = [(None, [], [])]

    def close(level: int) -> None:
        while (heading := frames[-1][0]) is not None and _LEVELS.index(heading.kind) >= level:
            _, statements, divisions = frames.pop()
            done = s.Division(
                heading.kind,
                heading.label,
                heading.wording,
                tuple(statements),
                tuple(divisions),
                heading.internal,
                span=heading.span,
            )
            frames[-1][2].append(done)

    for node in flat:
        if isinstance(node, s.Division):
            close(_LEVELS.index(node.kind))
            frames.append((node, [], []))
        elif node is not None:
            frames[-1][1].append(node)
    close(0)
    return tuple(frames[0][1]), tuple(frames[0][2])
