"""From the syntax tree back to text: what is printed and parsed again is the same tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Literal

from kiemtin.foundation.dates import Validity, show_day
from kiemtin.language import syntax as s
from kiemtin.language.reading.cells import Cell, CellError, condition, value
from kiemtin.language.terms.keywords import DIVISIONS, FIELD_KINDS, GAPS, KEYWORDS, OTHERWISE
from kiemtin.language.terms.names import collections, vietnamese_name, vietnamese_root
from kiemtin.language.terms.units import UNITS

Lang = Literal["vi", "en"]

_MODALITIES = {"must": "MUST", "should": "SHOULD", "note": "NOTE"}
_EXAMPLES = {"pass": "EXAMPLE_PASS", "fail": "EXAMPLE_FAIL", "out_of_scope": "EXAMPLE_OUT"}
_FIXES = {"reorder": "REORDER", "insert": "INSERT", "replace": "REPLACE", "remove": "REMOVE"}
_DIVISIONS = {kind.lower(): keyword for kind, keyword in DIVISIONS.items()}


def print_pack(pack: s.Pack) -> str:
    """A pack as `format_pack` would lay it out, with Vietnamese keywords."""
    from kiemtin.language.writing.formatting import lay_out

    return lay_out("\n".join(_Printer("vi").pack(pack)) + "\n", None)


def print_expression(expression: s.Expression, lang: Lang = "vi") -> str:
    """An expression as a pack would write it, on one line."""
    return _Printer(lang).expression(expression)


def print_example(example: s.Example, lang: Lang = "vi") -> str:
    """An example as it stands in a pack, in lines without indentation."""
    return "\n".join(_Printer(lang)._example(example))


def print_condition(head: s.Condition, lang: Lang = "vi") -> str:
    """The head of a row or column as the cell of a table says it."""
    return _Printer(lang).condition(head)


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def number_words(value: float) -> str:
    """A number as packs write it: a comma before decimals."""
    if isinstance(value, int):
        return str(value)
    return f"{value:.12f}".rstrip("0").replace(".", ",").removesuffix(",") + (
        ",0" if value == int(value) else ""
    )


class _Printer:
    def __init__(self, lang: Lang) -> None:
        self._lang = lang

    def _key(self, name: str) -> str:
        keyword = KEYWORDS[name]
        return keyword.vi[0] if self._lang == "vi" else keyword.en[0]

    # --- the pack

    def pack(self, pack: s.Pack) -> Iterator[str]:
        yield f"{self._key('DOCUMENT')} {pack.name}"
        for name, text in (("NUMBERED", pack.number), ("TITLED", pack.title), ("ISSUER", pack.issuer)):
            if text is not None:
                yield f"{self._key(name)} {self._text(text)}"
        if pack.issued is not None:
            yield f"{self._key('ISSUED')} {show_day(pack.issued)}"
        yield from self._in_force(pack.validity)
        if pack.replaces:
            yield f"{self._key('SUPERSEDES')} {', '.join(map(quoted, pack.replaces))}"
        if pack.refines is not None:
            yield f"{self._key('REFINES')} {pack.refines}"
        if pack.imports:
            yield f"{self._key('USES')} {', '.join(pack.imports)}"
        if pack.precedence is not None:
            yield f"{self._key('RANKING')} {self._key('BY')} {pack.precedence}"
        if pack.status is not None:
            yield f"{self._key('STATUS')} {self._status(pack.status)}"
        if pack.internal:
            yield self._key("INTERNAL")
        if pack.draft:
            yield self._key("DRAFT")
        if pack.reviewed is not None:
            yield f"{self._key('REVIEWED')} {show_day(pack.reviewed)}"
        yield from self._statements(pack.statements)
        for division in pack.divisions:
            yield from self._division(division)

    def _division(self, division: s.Division) -> Iterator[str]:
        keyword = _DIVISIONS[division.kind]
        word = keyword.vi[0] if self._lang == "vi" else keyword.en[0]
        wording = f" {self._text(division.wording)}" if division.wording is not None else ""
        mark = ")" if division.kind == "point" else "."
        internal = f" {self._key('INTERNAL')}" if division.internal else ""
        yield f"{word} {division.label}{mark}{wording}{internal}"
        yield from self._statements(division.statements)
        for inner in division.divisions:
            yield from self._division(inner)

    def _statements(self, statements: Iterable[s.Statement]) -> Iterator[str]:
        for statement in statements:
            match statement:
                case s.Rule():
                    yield from self._rule(statement)
                case s.RuleException():
                    yield from self._exception(statement)
                case s.Table():
                    yield from self._table(statement)
                case s.Parameter():
                    yield from self._parameter(statement)
                case s.Precedence():
                    yield from self._precedence(statement)
                case s.Amendment(day, text):
                    yield f"{self._key('AMENDED')} {show_day(day)} {self._text(text)}"
                case s.Field():
                    yield self._field(statement)
                case s.HolidayCalendar():
                    yield from self._holidays(statement)
                case s.NotMachineCheckable(reason):
                    yield f"{self._key('NOT_CHECKABLE')} {self._text(reason)}"

    def _text(self, text: str) -> str:
        return "\n".join(map(quoted, text.split("\n")))

    def _in_force(self, validity: Validity) -> Iterator[str]:
        if validity != Validity():
            yield f"{self._key('IN_FORCE')} {self._period(validity)}"

    def _period(self, validity: Validity) -> str:
        bounds = (("FROM", validity.start), ("TO", validity.end))
        return " ".join(f"{self._key(name)} {show_day(day)}" for name, day in bounds if day is not None)

    def _status(self, status: s.Status) -> str:
        word = self._key(status.kind.upper())
        return word if status.source is None else f"{word} {self._text(status.source)}"

    def _dated(self, validity: Validity, status: s.Status | None) -> str:
        """The head of a version, empty if it has neither days nor status."""
        parts = [self._period(validity)] if validity != Validity() else []
        return " ".join([*parts, *([self._status(status)] if status is not None else [])])

    def _overrides(self, replaces: str | None) -> str:
        return "" if replaces is None else f" {self._key('OVERRIDES')} {replaces}"

    # --- rules

    def _rule(self, rule: s.Rule) -> Iterator[str]:
        yield f"{self._key('RULE')} {rule.name}{self._overrides(rule.replaces)}"
        yield from self._in_force(rule.validity)
        if rule.draft:
            yield self._key("DRAFT")
        if rule.formerly:
            yield f"{self._key('FORMERLY')} {', '.join(rule.formerly)}"
        if rule.summary is not None:
            yield f"{self._key('SUMMARY')} {self._text(rule.summary)}"
        for key, said in (("SENTENCE", rule.sentence), ("ADVICE", rule.advice)):
            if said is not None:
                yield f"{self._key(key)} {self._text(self._sentence(said))}"
        for loop in rule.loops:
            variable = self._root(loop.variable)
            yield f"{self._key('FOR_EACH')} {variable} {self._key('IN')} {self.expression(loop.collection)}"
        if rule.when is not None:
            yield f"{self._key('WHEN')} {self.expression(rule.when)}"
        yield self._requirement(rule)
        for unless in rule.unless:
            label = f" ({unless.label})" if unless.label is not None else ""
            yield f"{self._key('UNLESS')} {self.expression(unless.condition)}{label}"
        if rule.fix is not None:
            yield self._fix(rule.fix)
        for example in rule.examples:
            yield from self._example(example)

    def _sentence(self, sentence: s.Sentence) -> str:
        return "".join(
            part if isinstance(part, str) else f"{{{self._braced(part)}}}" for part in sentence.parts
        )

    def _braced(self, part: s.Gap | s.Expression) -> str:
        if isinstance(part, s.Gap):
            return GAPS[part.kind].vi[0] if self._lang == "vi" else GAPS[part.kind].en[0]
        return self.expression(part)

    def _requirement(self, rule: s.Rule) -> str:
        key = _MODALITIES[rule.modality]
        if isinstance(rule.requirement, s.Not) and f"{key}_NOT" in KEYWORDS:
            return f"{self._key(f'{key}_NOT')} {self.expression(rule.requirement.operand)}"
        words = self.expression(rule.requirement)
        if f"{key}_NOT" in KEYWORDS and words.startswith(f"{self._key('NOT')} "):
            words = f"({words})"  # "must not a or b" denies both
        return f"{self._key(key)} {words}"

    def _fix(self, fix: s.Fix) -> str:
        words = f"{self._key('FIX')} {self._key(_FIXES[fix.kind])} {self.expression(fix.target)}"
        if fix.value is None:
            return words
        return f"{words} {self._key('BY_VALUE')} {self.expression(fix.value)}"

    def _example(self, example: s.Example) -> Iterator[str]:
        text = f" {self._text(example.text)}" if example.text is not None else ""
        yield f"{self._key(_EXAMPLES[example.kind])}{text}"
        if example.columns:
            yield _row(self._property(column) for column in example.columns)
            yield from (_row(cell if _bare(cell) else quoted(cell) for cell in row) for row in example.rows)
        if example.data:
            data = ", ".join(f"{self._property(name)} = {self.expression(e)}" for name, e in example.data)
            yield f"{self._key('WITH')} {data}"
        if example.reports:
            yield f"{self._key('REPORTS')} {', '.join(map(quoted, example.reports))}"

    def _exception(self, exception: s.RuleException) -> Iterator[str]:
        words = (self._key("EXCEPTION"), quoted(exception.label), self._key("OF"), exception.rule)
        yield " ".join(words)
        yield from self._in_force(exception.validity)
        yield f"{self._key('WHEN')} {self.expression(exception.condition)}"

    # --- values

    def _table(self, table: s.Table) -> Iterator[str]:
        axes = f" {self._key('AND')} ".join(map(self.expression, table.axes))
        by = f" {self._key('BY')} {axes}" if axes else ""
        yield f"{self._key('TABLE')} {table.name}{self._overrides(table.replaces)}{by}"
        for version in table.versions:
            if head := self._dated(version.validity, version.status):
                yield head
            if version.columns:
                blank = [""] * len(version.rows[0].conditions)
                yield _row([*blank, *map(self.condition, version.columns)])
            for row in version.rows:
                yield _row([*map(self.condition, row.conditions), *map(self._cell, row.cells)])

    def condition(self, head: s.Condition) -> str:
        match head:
            case s.RankBand(low, high):
                word = self._key("RANK")
                if high == s.LOWEST_RANK:
                    return f"{self._key('FROM')} {word} {low}"
                return f"{word} {low}" if low == high else f"{word} {low}..{high}"
            case s.Otherwise():
                return OTHERWISE.vi[0] if self._lang == "vi" else OTHERWISE.en[0]
            case s.Text(written):
                return _bare_or_quoted(written, head)
            case _:
                return self.expression(head)

    def _cell(self, cell: s.Quantity | s.Text | None) -> str:
        if cell is None:
            return "-"
        if isinstance(cell, s.Quantity):
            return self.expression(cell)
        return _bare_or_quoted(cell.value, cell)

    def _parameter(self, parameter: s.Parameter) -> Iterator[str]:
        head = f"{self._key('PARAMETER')} {parameter.name}{self._overrides(parameter.replaces)}"
        for one in parameter.values:
            status = f" {self._status(one.status)}" if one.status is not None else ""
            says = f"{self._key('IS')} {self.expression(one.value)}{status}"
            if one.validity == Validity():
                head = f"{head} {says}"
                continue
            yield from (head,) if head else ()
            head = ""
            yield f"{self._period(one.validity)} {says}"
        yield from (head,) if head else ()

    def _precedence(self, precedence: s.Precedence) -> Iterator[str]:
        after = f" {self._key('CONTINUES')} {precedence.extends}" if precedence.extends is not None else ""
        yield f"{self._key('RANKING')} {precedence.name}{after}"
        for version in precedence.versions:
            if head := self._dated(version.validity, version.status):
                yield head
            for rank in version.ranks:
                yield f"{self._key('RANK')} {rank.rank} {'; '.join(map(quoted, rank.offices))}"

    def _field(self, field: s.Field) -> str:
        kind = FIELD_KINDS[field.kind]
        says = kind.vi[0] if self._lang == "vi" else kind.en[0]
        if field.values:
            says = f"{self._key('ONE_OF')} {{{', '.join(map(quoted, field.values))}}}"
        label = f" {self._text(field.label)}" if field.label is not None else ""
        return f"{self._key('FIELD')} {self._property(field.name)} {self._key('IS')} {says}{label}"

    def _holidays(self, calendar: s.HolidayCalendar) -> Iterator[str]:
        yield f"{self._key('HOLIDAYS')} {self._dated(calendar.validity, calendar.status)}"
        for day in calendar.days:
            key = "DAY_OFF" if day.kind == "free" else "WORKED_INSTEAD"
            until = f" {self._key('TO')} {show_day(day.end)}" if day.end != day.start else ""
            label = f" {self._text(day.label)}" if day.label is not None else ""
            yield f"{self._key(key)} {show_day(day.start)}{until}{label}"

    # --- expressions: `level` is how tightly what stands around binds

    def expression(self, e: s.Expression, level: int = 0) -> str:
        words, own = self._words(e)
        return f"({words})" if own < level else words

    def _words(self, e: s.Expression) -> tuple[str, int]:
        """The text of an expression and how tightly it holds together (7: alone)."""
        match e:
            case s.Quantity() | s.Text() | s.Day() | s.Moment() | s.Truth():
                return self._literal(e), 7
            case s.Name(name):
                return self._root(name), 8
            case s.Attribute(owner, name):
                return f"{self.expression(owner, 8)}.{self._property(name)}", 8
            case s.IfGiven(operand):
                return f"{self.expression(operand, 8)} {self._key('IF_GIVEN')}", 7
            case s.Not(operand):
                return f"{self._key('NOT')} {self.expression(operand, 3)}", 3
            case s.Logic(operator, operands):
                own = 1 if operator == "or" else 2
                joint = f" {self._key(operator.upper())} "
                return joint.join(self.expression(operand, own + 1) for operand in operands), own
            case s.Arithmetic(sign, left, right):
                own = 5 if sign in "+-" else 6
                return f"{self._operand(left, own)} {sign} {self._operand(right, own + 1)}", own
            case s.Comparison(sign, left, right):
                return f"{self.expression(left, 5)} {sign} {self.expression(right, 5)}", 4
            case s.SetOf(elements):
                return "{" + ", ".join(map(self.expression, elements)) + "}", 7
            case s.Range(low, high):
                return f"{self.expression(low, 5)}..{self.expression(high, 5)}", 7
            case s.Membership(element, container, negated):
                word = self._key("NOT_IN" if negated else "IN")
                return f"{self.expression(element, 5)} {word} {self.expression(container)}", 4
            case s.Predicate():
                return self._predicate(e), 4
            case s.Aggregate():
                return self._aggregate(e)
            case _:
                raise AssertionError(e)

    def _operand(self, e: s.Expression, level: int) -> str:
        """In parentheses where a reader, not a parser, would lose the end of an aggregate."""
        words = self.expression(e, level)
        return f"({words})" if isinstance(e, s.Aggregate) and words[0] != "(" else words

    def _literal(self, e: s.Quantity | s.Text | s.Day | s.Moment | s.Truth) -> str:
        match e:
            case s.Quantity(number, unit):
                return self._quantity(number, unit)
            case s.Text(text):
                return quoted(text)
            case s.Day(day):
                return show_day(day)
            case s.Moment(moment):
                return _moment(moment)
            case s.Truth(truth):
                return self._key("TRUE" if truth else "FALSE")

    def _predicate(self, e: s.Predicate) -> str:
        name = ("NOT_" if e.negated else "") + e.predicate.upper()
        if e.predicate == "has":
            if isinstance(e.subject, s.Attribute):
                owner = self.expression(e.subject.owner, 5)
                return f"{owner} {self._key(name)} {self._property(e.subject.name)}"
            # Of another pack's table or parameter, compiled from `nền có giới_hạn`, the name alone is left.
            return f"{self._key(name)} {self.expression(e.subject, 5)}"
        word = self._key(name)
        if self._lang == "en" and isinstance(e.subject, s.Attribute) and e.subject.name in collections():
            word = next((plural for plural in KEYWORDS[name].en if plural.startswith("are ")), word)
        arguments = "".join(f" {self.expression(argument, 5)}" for argument in e.arguments)
        return f"{self.expression(e.subject, 5)} {word}{arguments}"

    def _aggregate(self, e: s.Aggregate) -> tuple[str, int]:
        inside = f"{self._root(e.variable)} {self._key('IN')} {self.expression(e.collection, 8)}"
        if e.kind in {"all", "any"}:
            first, second = ("ALL", "THEN") if e.kind == "all" else ("ANY", "WHERE")
            assert e.condition is not None
            return f"{self._key(first)} {inside} {self._key(second)} {self.expression(e.condition)}", 0
        words = self._key(e.kind.upper())
        if e.value is None:
            words = f"{words} {inside}"
        else:
            words = f"{words} {self.expression(e.value, 5)} {self._key('FOR_EACH')} {inside}"
        if e.condition is None:
            return words, 7
        return f"({words} {self._key('WHERE')} {self.expression(e.condition)})", 7

    def _quantity(self, number: float, unit: str | None) -> str:
        if unit is None:
            return number_words(number)
        if unit == "percent":
            return f"{number_words(number)}%"
        forms = UNITS[unit]
        if self._lang == "vi":
            return f"{number_words(number)} {forms.vi}"
        return f"{number_words(number)} {forms.en_forms[0] if number == 1 else forms.en}"

    def _property(self, canonical: str) -> str:
        return vietnamese_name(canonical) if self._lang == "vi" else canonical

    def _root(self, canonical: str) -> str:
        return vietnamese_root(canonical) if self._lang == "vi" else canonical


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _bare(cell: str) -> bool:
    """Whether the cell of an example reads the same without quotation marks."""
    return cell == " ".join(cell.split()) and not any(mark in cell for mark in '"“”#|') and bool(cell)


def _bare_or_quoted(text: str, cell: s.Condition | s.Text) -> str:
    read = condition if not isinstance(cell, s.Text) else value
    if _bare(text):
        try:
            if read(Cell(text, s.NOWHERE)) == cell and condition(Cell(text, s.NOWHERE)) == cell:
                return text
        except CellError:
            pass
    return quoted(text)


def _moment(moment: datetime) -> str:
    return f"{show_day(date(moment.year, moment.month, moment.day))} {moment.hour:02d}:{moment.minute:02d}"
