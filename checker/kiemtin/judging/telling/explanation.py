"""Why a rule came to its outcome: the clause, the facts read, tables and rosters asked, exceptions tried."""

from __future__ import annotations

from typing import NamedTuple

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.judging.evaluating.compiling import Frame
from kiemtin.judging.evaluating.rules import Case, CompiledRule, Verdict
from kiemtin.judging.evaluating.tables import Lookup
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.item import ItemLength
from kiemtin.judging.facts.people import MentionFacts, OfficialFacts, TitleFacts
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.judging.telling import values_in_words as phrases
from kiemtin.judging.telling.diagnosis import Diagnoser, place_of
from kiemtin.judging.values import NO_LIMIT, Absent, Amount, Members, Missing
from kiemtin.language.rulebook import Citation
from kiemtin.language.syntax import (
    Aggregate,
    Arithmetic,
    Attribute,
    Comparison,
    Day,
    Expression,
    IfGiven,
    Logic,
    Membership,
    Moment,
    Name,
    Not,
    Predicate,
    Quantity,
    Range,
    SetOf,
    Text,
    Truth,
)
from kiemtin.officials.roster import Holding

_MOST_ELEMENTS = 20
_LITERALS = (Quantity, Text, Day, Moment, Truth, SetOf, Range)


class Explanation(NamedTuple):
    """One step: a message with its arguments, where it was read, from which clause, and what it rests on."""

    message: str
    arguments: dict[str, object]
    places: tuple[Span, ...] = ()
    citation: Citation | None = None
    children: tuple[Explanation, ...] = ()


class Explainer:
    """Explains one rule for one item or bulletin."""

    def __init__(self, rule: CompiledRule, facts: Facts) -> None:
        self.rule, self.facts = rule, facts
        self.frame: Frame = []

    def explain(self, finding: Finding) -> Explanation:
        """The tree below the outcome; of a rule with loops the elements that brought it about."""
        rule, context = self.rule.rule, self.facts.context
        head = [_clause(rule.citation)]
        head += [Explanation("judging.explain.overrides", {}, citation=each) for each in rule.overrides]
        if context.day is None:
            head.append(Explanation("judging.explain.no-day", {}))
        else:
            head.append(Explanation("judging.explain.day", {"day": phrases.day(context.day)}))
        if not rule.validity.covers(context.law_day):
            validity = phrases.validity(rule.validity)
            head.append(Explanation("judging.explain.not-in-force", {"validity": validity}))
            return self._root(finding, head)
        cases: list[Case] = []
        unknown: list[Explanation] = []
        for frame in self.rule.frames(self.facts):
            if isinstance(frame, Missing):
                unknown += _missing(frame)
            else:
                cases.append(self.rule.decide(self.facts, frame))
        chosen = self._chosen(cases, finding)
        steps = [self._case(case) for case in chosen[:_MOST_ELEMENTS]]
        if not cases and rule.loops:
            head.append(Explanation("judging.explain.nothing", {"what": rule.loops[0].collection.words}))
        return self._root(finding, [*head, *unknown, *steps])

    def _root(self, finding: Finding, children: list[Explanation]) -> Explanation:
        places = (finding.place,) if finding.place else ()
        message = f"judging.explain.outcome.{finding.outcome}"
        return Explanation(message, {"rule": finding.rule}, places, finding.citation, tuple(children))

    def _chosen(self, cases: list[Case], finding: Finding) -> list[Case]:
        """Those of the finding's outcome; of these the ones at its place, if it has one."""
        verdicts = {
            Outcome.PASSED: {Verdict.PASSED},
            Outcome.FAILED: {Verdict.FAILED},
            Outcome.OUT_OF_SCOPE: {Verdict.NOT_MEANT, Verdict.EXCEPTED, Verdict.UNDECIDED},
            Outcome.NOT_CHECKABLE: {Verdict.UNDECIDED},
        }.get(finding.outcome, set())
        found = [case for case in cases if case.verdict in verdicts]
        if finding.place is None:
            return found
        there = [case for case in found if finding.place in self._places(case)]
        return there or found

    def _places(self, case: Case) -> list[Span | None]:
        diagnoser = Diagnoser(self.rule, self.facts, case.frame)
        if case.verdict is Verdict.FAILED:
            return [diagnosis.place for diagnosis in diagnoser.diagnose()]
        return [diagnoser.place(self.rule.rule.requirement)]

    def _case(self, case: Case) -> Explanation:
        """One element: what was asked of it, in the order of the asking."""
        self.frame = case.frame
        rule = self.rule.rule
        steps: list[Explanation] = []
        if rule.when is not None:
            steps.append(self._part("when", rule.when))
        if case.verdict is not Verdict.NOT_MEANT:
            for displaced in rule.exceptions:
                if displaced.validity.covers(self.facts.context.law_day):
                    part = self._part("exception", displaced.condition, displaced.label)
                    steps.append(part._replace(citation=displaced.citation))
            if (
                not any(step.kind == "exception" for step in case.exceptions)
                or case.verdict is Verdict.FAILED
            ):
                steps.append(self._part("requirement", rule.requirement))
                if case.verdict is not Verdict.PASSED:
                    steps += [self._part("unless", each.condition, each.label) for each in rule.unless]
        elements = [
            (loop.variable, self.frame[slot])
            for loop, (slot, _) in zip(rule.loops, self.rule.loops, strict=True)
        ]
        if not elements:
            return Explanation(f"judging.explain.case.{case.verdict.value}", {}, children=tuple(steps))
        variable, element = elements[-1]
        span = place_of(element)
        return Explanation(
            f"judging.explain.element.{case.verdict.value}",
            {"variable": variable, "element": phrases.value_in_words(element)},
            (span,) if span else (),
            children=tuple(steps),
        )

    def _part(self, kind: str, node: Expression, label: str | None = None) -> Explanation:
        value = self._value(node)
        arguments: dict[str, object] = {
            "what": node.words,
            "value": _said(value, asked=node),
            "label": label or "",
        }
        name = f"judging.explain.{kind}"
        if label:
            name += ".labelled"
        return Explanation(name, arguments, children=(*self._below(node), *_missing(value)))

    def _value(self, node: Expression) -> object:
        return self.rule.closure(node)(self.facts, self.frame)

    def _node(self, node: Expression, against: Expression | None = None) -> tuple[Explanation, ...]:
        """A sub-expression with its value, unless it is a literal, which says itself. A length is measured in
        the unit of what it is compared with."""
        if isinstance(node, _LITERALS):
            return ()
        value = self._value(node)
        unit = self.rule.compiler.unit(node)
        if isinstance(value, ItemLength):
            limit = None if against is None else self._value(against)
            if isinstance(limit, Amount):
                unit = limit.unit
            elif against is not None:
                unit = self.rule.compiler.unit(against)
            unit = "syllables" if unit in {None, "length"} else unit
            value = value.measure(unit)
        arguments: dict[str, object] = {"what": node.words, "value": _said(value, unit, asked=node)}
        span = place_of(value)
        children = (*self._below(node), *_missing(value), *self._people(node, value))
        return (Explanation("judging.explain.value", arguments, (span,) if span else (), children=children),)

    def _below(self, node: Expression) -> tuple[Explanation, ...]:
        match node:
            case Not(operand=operand) | IfGiven(operand=operand):
                parts: tuple[Expression, ...] = (operand,)
            case Logic(operands=operands):
                parts = operands
            case Comparison(left=left, right=right):
                return (*self._node(left, right), *self._node(right, left))
            case Arithmetic(left=left, right=right):
                parts = (left, right)
            case Membership(element=element, container=container):
                parts = (element, container)
            case Predicate(subject=subject, arguments=arguments):
                parts = (subject, *arguments)
            case Aggregate(collection=collection):
                parts = (collection,)
            case Attribute(owner=Attribute() as owner):
                parts = (owner,)
            case Name(name=name) if name in self.rule.compiler.tables:
                return self._table(name)
            case Name(name=name) if name in self.rule.compiler.rulebook.parameters:
                return self._parameter(name)
            case _:
                return ()
        roots = {"roster", "precedence", "item", "bulletin"}
        shown = [part for part in parts if not (isinstance(part, Name) and part.name in roots)]
        return tuple(step for part in shown for step in self._node(part))

    def _table(self, name: str) -> tuple[Explanation, ...]:
        compiler = self.rule.compiler
        axes = tuple(step for axis in compiler.tables[name].table.axes for step in self._axis(axis))
        found = self.rule.lookup(name)(self.facts, self.frame)
        if not isinstance(found, Lookup):
            return (*axes, *_missing(found))
        cells = [head.words for head in found.row.conditions]
        if found.column is not None:
            cells.append(found.column.words)
        arguments: dict[str, object] = {
            "table": name,
            "row": Phrase(", ".join(cell.vi for cell in cells), ", ".join(cell.en for cell in cells)),
            "validity": _validity(found.version.validity),
        }
        return (*axes, Explanation("judging.explain.table", arguments, citation=found.citation))

    def _axis(self, axis: Expression) -> tuple[Explanation, ...]:
        """The axes of a table are compiled with the rule's variables, as its cells are."""
        return self._node(axis)

    def _parameter(self, name: str) -> tuple[Explanation, ...]:
        compiler = self.rule.compiler
        layer = compiler.value_in_force(compiler.rulebook.parameters[name], self.facts.context.law_day)
        if layer is None:
            return ()
        arguments: dict[str, object] = {"parameter": name, "validity": _validity(layer[1].validity)}
        return (Explanation("judging.explain.parameter", arguments, citation=layer[0]),)

    def _people(self, node: Expression, value: object) -> tuple[Explanation, ...]:
        """Where ranks come from, and what the roster says of those whose titles are in question."""
        steps: list[Explanation] = []
        if isinstance(value, Members):
            for element in value.elements[:_MOST_ELEMENTS]:
                if isinstance(element, OfficialFacts):
                    steps.append(_rank_of(element))
                elif isinstance(element, TitleFacts):
                    steps += _roster_rows(element.mention)
        elif isinstance(value, OfficialFacts):
            steps.append(_rank_of(value))
        elif isinstance(node, Attribute) and node.name in {"rank", "full_title", "right_titles", "complete"}:
            owner = self._value(node.owner)
            if isinstance(owner, OfficialFacts):
                steps.append(_rank_of(owner))
            elif isinstance(owner, MentionFacts):
                steps += _roster_rows(owner)
            elif isinstance(subject := getattr(owner, "subject", None), OfficialFacts):
                steps.append(_rank_of(subject))
        return tuple(steps)


def _clause(citation: Citation) -> Explanation:
    message = "judging.explain.clause" if citation.wording else "judging.explain.clause-without-words"
    return Explanation(message, {"wording": citation.wording or ""}, citation=citation)


def _rank_of(person: OfficialFacts) -> Explanation:
    """The titles and roster rows that give a person's rank."""
    rank = person.rank
    rows: list[Explanation] = []
    for mention in person.seats:
        for title in mention.titles.elements:
            if title.rank.__class__ is int:
                former = mention.has_left(title.title)
                message = f"judging.explain.title{'.former' if former else ''}"
                rows.append(Explanation(message, {"title": title.wording, "rank": title.rank}, (title.span,)))
    rows += _roster_rows(person.first_mention)
    message = "judging.explain.person" if rank.__class__ is int else "judging.explain.person-without-rank"
    return Explanation(
        message, {"name": person.name, "rank": _said(rank)}, (person.span,), children=tuple(rows)
    )


def _roster_rows(mention: MentionFacts) -> list[Explanation]:
    official, context = mention.mention.official, mention.item.context
    if official is None:
        return [
            Explanation("judging.explain.not-in-roster", {"name": mention.mention.person}, (mention.span,))
        ]
    rows: list[Explanation] = []
    for holding in context.knowledge.holdings(official):
        held = holding.on(context.day).value if context.day is not None else "unknown"
        rows.append(Explanation(f"judging.explain.roster.{held}", _holding(holding)))
    return rows


def _holding(holding: Holding) -> dict[str, object]:
    return {
        "title": holding.title or holding.office or "",
        "start": str(holding.start or "?"),
        "end": str(holding.end or "?"),
        "source": holding.source or "–",
    }


def _missing(value: object) -> tuple[Explanation, ...]:
    if not isinstance(value, Missing):
        return ()
    return tuple(
        Explanation("judging.out-of-scope.no-limit", dict(datum.arguments))
        if datum.name == NO_LIMIT
        else Explanation(f"datum.{datum.name}", dict(datum.arguments))
        for datum in value.data
    )


def _said(value: object, unit: str | None = None, *, asked: Expression | None = None) -> Phrase:
    if isinstance(value, Missing):
        return Phrase("chưa có dữ liệu", "not supplied")
    if isinstance(value, Absent):
        return Phrase("không có", "none")
    if isinstance(value, bool):
        return Phrase("đúng", "true") if value else Phrase("sai", "false")
    if isinstance(value, Members):
        shown = phrases.value_in_words(Members(value.elements[:_MOST_ELEMENTS]))
        return shown if value.elements else Phrase("không có ai, không có gì", "nobody, nothing")
    return phrases.value_of(asked, value, unit)


def _validity(validity: Validity) -> Phrase:
    return phrases.validity(validity) or Phrase("không ghi thời hạn", "without dates")
