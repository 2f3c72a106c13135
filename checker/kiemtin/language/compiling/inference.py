"""The types of expressions. What does not fit is a problem with a place that says both types in words.

Typed nodes are made anew without their places, so that a compiled rulebook stays small.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import fold, text_key, unify_letters
from kiemtin.language import syntax as s
from kiemtin.language.rulebook import DeclaredField
from kiemtin.language.terms import types as t
from kiemtin.language.terms.closed_values import CLOSED_VALUES
from kiemtin.language.terms.names import did_you_mean, vietnamese_root
from kiemtin.language.terms.schema import (
    PREDICATES,
    PROPERTIES,
    ROOTS,
    PredicateSchema,
    properties,
)
from kiemtin.language.terms.type_words import MAY_BE_MISSING, any_of, property_words, type_words
from kiemtin.language.terms.types import Type
from kiemtin.language.terms.units import in_base_unit, unit_type

UNKNOWN = Type("unknown")
"""The type of what already has a problem: it fits everywhere, so that one mistake is told once."""

Report = Callable[..., None]
"""Called with a code, a span of the source and the arguments of the message."""

_UNITS = {t.SYLLABLES, t.WORDS, t.CHARACTERS, t.DURATION}
_ORDERED = {*_UNITS, t.SPEECH_RATE, t.NUMBER, t.LENGTH, t.DATE, t.MOMENT, t.RANK, t.SHARE}
_ADDABLE = {*_UNITS, t.NUMBER, t.LENGTH, t.SHARE}
_DAY = 86400
_EQUATABLE = {*_ORDERED, t.TEXT, t.TRUTH, t.OFFICIAL, t.PASSAGE, t.TITLE}


class Definitions:
    """What names may stand for beside roots and variables: `types` by key; `keys` leads from what a pack
    writes to the key. `fields` may be asked of items. Notes in `used` what was asked for."""

    def __init__(
        self, types: Mapping[str, Type], keys: Mapping[str, str], fields: Sequence[DeclaredField] = ()
    ) -> None:
        self.types, self.keys = types, keys
        self.fields = {field.name: field for field in fields}
        self.used: set[str] = set()

    def find(self, written: str) -> str | None:
        key = self.keys.get(written)
        if key is not None:
            self.used.add(key)
        return key


class Inference:
    """Types the expressions of one statement; `roots` gathers the roots that it speaks of."""

    def __init__(self, definitions: Definitions, report: Report) -> None:
        self._definitions = definitions
        self._report = report
        self.variables: dict[str, Type] = {}
        self.roots: set[str] = set()
        self.read: set[str] = set()
        """Variables that were used."""

    def beside(self, definitions: Definitions, report: Report) -> Inference:
        """Of an exception in another clause: it knows the same variables; the roots that it speaks of are
        gathered here, too."""
        made = Inference(definitions, report)
        made.variables, made.roots = dict(self.variables), self.roots
        return made

    def bind(self, variable: str, type_: Type, span: Span) -> None:
        """Brings a variable of a loop into scope."""
        if unify_letters(variable) != variable:
            self._report("pack.look-alike-letters", span, found=variable, meant=unify_letters(variable))
        shadows_item = variable == "item" and type_ in {t.ITEM, UNKNOWN}
        if variable in self.variables or (variable in ROOTS and not shadows_item):
            self._report("pack.variable-taken", span, name=vietnamese_root(variable))
        elif variable in self._definitions.keys:
            self._report("pack.variable-taken", span, name=variable)
        self.variables[variable] = type_

    def elements(self, collection: s.Expression, span: Span) -> tuple[s.Expression, Type]:
        """A typed collection and the type of its elements."""
        typed = self.infer(collection)
        if _type(typed) is UNKNOWN:
            return typed, UNKNOWN
        element = _type(typed).element
        if element is None:
            self._report("pack.not-a-collection", span, found=type_words(_type(typed)))
            return typed, UNKNOWN
        return typed, element

    def condition(self, expression: s.Expression) -> s.Expression:
        """A typed expression that is true or false."""
        typed = self.infer(expression)
        if _type(typed) not in {t.TRUTH, UNKNOWN}:
            self._report("pack.not-a-condition", expression.span, found=type_words(_type(typed)))
        return typed

    def infer(self, e: s.Expression) -> s.Expression:
        """`e` with the type of every node."""
        match e:
            case s.Quantity():
                return s.Quantity(e.value, e.unit, type=unit_type(e.unit))
            case s.Text():
                return s.Text(e.value, type=t.TEXT)
            case s.Day():
                return s.Day(e.value, type=t.DATE)
            case s.Moment():
                return s.Moment(e.value, type=t.MOMENT)
            case s.Truth():
                return s.Truth(e.value, type=t.TRUTH)
            case s.Name():
                return self._name(e)
            case s.Attribute():
                return self._attribute(e)
            case s.Not() | s.IfGiven():
                return self._of_one(e)
            case s.Logic():
                return s.Logic(e.operator, tuple(map(self.condition, e.operands)), type=t.TRUTH)
            case s.Arithmetic():
                return self._arithmetic(e)
            case s.Comparison():
                return self._comparison(e)
            case s.Membership():
                return self._membership(e)
            case s.Predicate():
                return self._predicate(e)
            case s.Aggregate():
                return self._aggregate(e)
            case _:  # a set or a range outside `trong`: the grammar has none
                raise AssertionError(e)

    def _of_one(self, e: s.Not | s.IfGiven) -> s.Expression:
        if isinstance(e, s.Not):
            return s.Not(self.condition(e.operand), type=t.TRUTH)
        operand = self.infer(e.operand)
        return s.IfGiven(operand, type=operand.type)

    # --- names

    def _name(self, e: s.Name) -> s.Expression:
        if e.name in self.variables:
            self.read.add(e.name)
            return s.Name(e.name, type=self.variables[e.name])
        if e.name in ROOTS:
            self.roots.add(e.name)
            return s.Name(e.name, type=ROOTS[e.name][1])
        return self._defined(e.name, e.span)

    def _defined(self, written: str, span: Span) -> s.Expression:
        key = self._definitions.find(written)
        if key is not None:
            return s.Name(key, type=self._definitions.types[key])
        if unify_letters(written) != written:
            self._report("pack.look-alike-letters", span, found=written, meant=unify_letters(written))
            return s.Name(written, type=UNKNOWN)
        own = [*map(vietnamese_root, self.variables), *self._definitions.keys]
        named = [(name, name) for name in own if "." not in name]
        self._unknown(
            "pack.unknown-name", span, written, [*named, *((vi, en) for en, (vi, _) in ROOTS.items())]
        )
        return s.Name(written, type=UNKNOWN)

    def _attribute(self, e: s.Attribute) -> s.Expression:
        if isinstance(e.owner, s.Name) and e.owner.name not in self.variables and e.owner.name not in ROOTS:
            qualified = f"{e.owner.name}.{e.name}"
            if qualified in self._definitions.keys:
                return self._defined(qualified, e.span)
        owner = self.infer(e.owner)
        owner_type = _type(owner)
        row = properties().get((owner_type, e.name))
        declared = self.declared(e.name) if owner_type == t.ITEM else None
        if declared is not None:
            return s.Attribute(owner, e.name, type=declared.type)
        if row is not None:
            return s.Attribute(owner, e.name, type=row.type)
        if owner_type is not UNKNOWN:
            span = Span(max(e.span.start, e.span.end - len(self._written(e))), e.span.end)
            if owner_type.element is not None:
                self._report("pack.property-of-several", span, owner=type_words(owner_type))
            else:
                known = [(row.vi, row.name) for row in PROPERTIES if row.owner == owner_type]
                if owner_type == t.ITEM:
                    known += [(name, name) for name in self._definitions.fields]
                owner_words = type_words(owner_type)
                self._unknown("pack.unknown-property", span, self._written(e), known, owner=owner_words)
        return s.Attribute(owner, e.name, type=UNKNOWN)

    def _written(self, e: s.Attribute) -> str:
        """The name as the source most likely has it: messages quote Vietnamese names."""
        return property_words(e.name).vi

    def _unknown(
        self, code: str, span: Span, written: str, known: Sequence[tuple[str, str]], **arguments: object
    ) -> None:
        """Reports a name that is none of the known ones (in both languages), and what was probably meant."""
        meant = did_you_mean(written, [name for pair in known for name in pair])
        if meant is not None and fold(meant) != fold(written):
            self._report(f"{code}-near", span, found=written, meant=meant, **arguments)
        else:
            self._report(code, span, found=written, known=listed(known), **arguments)

    # --- operators

    def _comparison(self, e: s.Comparison) -> s.Expression:
        left, right = self.infer(e.left), self.infer(e.right)
        left, right = self._closed(left, right, e.right), self._closed(right, left, e.left)
        left, right = right, left
        a, b = _type(left), _type(right)
        if any(map(_is_wording, (left, right))) and isinstance(left, s.Text) ^ isinstance(right, s.Text):
            told = next(side.value for side in (left, right) if isinstance(side, s.Text))
            self._report("pack.whole-wording", e.span, warning=True, text=told)
        if UNKNOWN not in (a, b):
            if not self._comparable(left, right):
                self._report("pack.type-mismatch", e.span, left=type_words(a), right=type_words(b))
            elif e.operator not in {"=", "!="} and not (a in _ORDERED and b in _ORDERED):
                self._report("pack.not-ordered", e.span, found=type_words(a), operator=e.operator)
        return s.Comparison(e.operator, left, right, type=t.TRUTH)

    def _comparable(self, left: s.Expression, right: s.Expression) -> bool:
        a, b = _type(left), _type(right)
        if t.LENGTH in (a, b) and a != b:
            unit, length = (a, right) if b == t.LENGTH else (b, left)
            # A table of chữ and of minutes answers in the unit that the item is measured in: only there.
            return unit in _UNITS and not isinstance(length, s.Name)
        if {a, b} in ({t.RANK, t.NUMBER}, {t.SHARE, t.NUMBER}):
            return True
        return a == b and a in _EQUATABLE

    def _closed(self, other: s.Expression, subject: s.Expression, source: s.Expression) -> s.Expression:
        """What `other` is compared with, its text in the one spelling that getters give."""
        if not isinstance(other, s.Attribute) or not self.closed_values_of(other.name):
            return subject
        if isinstance(subject, s.Text):
            return s.Text(self.closed_value(other.name, subject.value, source.span), type=t.TEXT)
        return subject

    def declared(self, name: str) -> DeclaredField | None:
        """What a pack declares of an item under that canonical name."""
        return self._definitions.fields.get(name)

    def closed_values_of(self, name: str) -> Sequence[tuple[str, str]]:
        """All values that a property can have, in both languages; none if it can have any."""
        declared = self.declared(name)
        if declared is not None:
            return [(value, value) for value in declared.values]
        return CLOSED_VALUES.get(name, ())

    def closed_value(self, property_name: str, written: str, span: Span) -> str:
        """The Vietnamese spelling of a value of a property that has only some."""
        values = self.closed_values_of(property_name)
        for vi, en in values:
            if text_key(written) in {text_key(vi), text_key(en)}:
                return vi
        self._unknown("pack.unknown-value", span, written, values, property=property_words(property_name))
        return written

    def _membership(self, e: s.Membership) -> s.Expression:
        element = self.infer(e.element)
        container: s.Expression
        match e.container:
            case s.SetOf(elements):
                typed = []
                for source in elements:
                    one = self._closed(element, self.infer(source), source)
                    self._member(element, one, source.span)
                    typed.append(one)
                container = s.SetOf(tuple(typed), type=t.collection(_type(element)))
            case s.Range(low, high):
                bounds = [self.infer(low), self.infer(high)]
                bounds[0] = self._with_unit(bounds[0], bounds[1])
                for bound, source in zip(bounds, (low, high), strict=True):
                    self._member(element, bound, source.span)
                if _type(element) not in {*_ORDERED, UNKNOWN}:
                    self._report(
                        "pack.not-ordered", e.element.span, found=type_words(_type(element)), operator=".."
                    )
                container = s.Range(bounds[0], bounds[1], type=t.collection(_type(element)))
            case other:
                container, inside = self.elements(other, other.span)
                if UNKNOWN not in (inside, _type(element)) and inside != _type(element):
                    self._report(
                        "pack.type-mismatch",
                        e.span,
                        left=type_words(_type(element)),
                        right=type_words(inside),
                    )
        return s.Membership(element, container, e.negated, type=t.TRUTH)

    def _member(self, element: s.Expression, one: s.Expression, span: Span) -> None:
        if UNKNOWN not in (_type(element), _type(one)) and not self._comparable(element, one):
            self._report(
                "pack.type-mismatch", span, left=type_words(_type(element)), right=type_words(_type(one))
            )

    def _with_unit(self, low: s.Expression, high: s.Expression) -> s.Expression:
        """`1..5 phút` is from one minute on."""
        if isinstance(low, s.Quantity) and isinstance(high, s.Quantity) and low.unit is None and high.unit:
            return s.Quantity(low.value, high.unit, type=high.type)
        return low

    def _predicate(self, e: s.Predicate) -> s.Expression:
        subject = self.infer(e.subject)
        schema = next(row for row in PREDICATES if row.name == e.predicate)
        found = _type(subject)
        words = Phrase(schema.words.vi[0], schema.words.en[0])
        if e.predicate == "has":
            if found in {t.TRUTH}:
                self._subject(e, words, found, MAY_BE_MISSING)
        elif found is not UNKNOWN and found not in schema.subjects:
            self._subject(e, words, found, any_of(schema.subjects))
        arguments = tuple(self._argument(each, found, schema, words) for each in e.arguments)
        return s.Predicate(subject, e.predicate, arguments, e.negated, type=t.TRUTH)

    def _argument(
        self, source: s.Expression, subject: Type, schema: PredicateSchema, words: Phrase
    ) -> s.Expression:
        expected = schema.argument
        if expected in (t.SAME, t.AMONG):
            expected = (
                UNKNOWN if subject is UNKNOWN else subject if expected is t.SAME else t.collection(subject)
            )
        if isinstance(source, s.SetOf):
            elements = tuple(map(self.infer, source.elements))
            typed: s.Expression = s.SetOf(elements, type=t.collection(expected or UNKNOWN))
            given = [(_type(each), at.span) for each, at in zip(elements, source.elements, strict=True)]
            if not schema.any_of_set:
                given = [(t.collection(given[0][0]), source.span)]
        else:
            typed = self.infer(source)
            given = [(_type(typed), source.span)]
        for found, span in given:
            if expected is not None and UNKNOWN not in (found, expected) and found != expected:
                self._report(
                    "pack.predicate-argument",
                    span,
                    predicate=words,
                    found=type_words(found),
                    expected=type_words(expected),
                )
        return typed

    def _subject(self, e: s.Predicate, words: Phrase, found: Type, expected: Phrase) -> None:
        self._report(
            "pack.predicate-subject", e.span, predicate=words, found=type_words(found), expected=expected
        )

    def _arithmetic(self, e: s.Arithmetic) -> s.Expression:
        left, right = self.infer(e.left), self.infer(e.right)
        a, b = _type(left), _type(right)
        result = UNKNOWN if UNKNOWN in (a, b) else _result(e.operator, a, b)
        if t.DATE in (a, b) and t.DURATION in (a, b) and _is_of_hours(right if a == t.DATE else left):
            result = t.MOMENT
        if result is None:
            self._report(
                "pack.arithmetic", e.span, operator=e.operator, left=type_words(a), right=type_words(b)
            )
            result = UNKNOWN
        return s.Arithmetic(e.operator, left, right, type=result)

    def _aggregate(self, e: s.Aggregate) -> s.Expression:
        collection, element = self.elements(e.collection, e.collection.span)
        outer = dict(self.variables)
        self.bind(e.variable, element, e.span)
        condition = self.condition(e.condition) if e.condition is not None else None
        value = self.infer(e.value) if e.value is not None else None
        self.variables = outer
        if e.kind in {"all", "any"}:
            type_ = t.TRUTH
        elif value is None:
            type_ = t.NUMBER
        else:
            type_ = _type(value)
            allowed = _ADDABLE if e.kind == "sum" else _ORDERED
            if type_ is not UNKNOWN and type_ not in allowed:
                assert e.value is not None
                self._report("pack.not-summable", e.value.span, found=type_words(type_))
                type_ = UNKNOWN
        return s.Aggregate(e.kind, e.variable, collection, condition, value, type=type_)


def _is_wording(e: s.Expression) -> bool:
    """All the words of a headline, lead, paragraph or caption."""
    return isinstance(e, s.Attribute) and e.name == "wording" and e.owner.type == t.PASSAGE


def listed(known: Sequence[tuple[str, str]]) -> Phrase:
    """Names in either language, in order, not too many."""
    vi = sorted({vi for vi, _ in known}, key=fold)[:12]
    en = sorted({en for _, en in known})[:12]
    return Phrase(", ".join(vi), ", ".join(en))


def _type(e: s.Expression) -> Type:
    assert e.type is not None
    return e.type


def _is_of_hours(time: s.Expression) -> bool:
    """Whether a stated time is no number of whole days: `8 giờ` after a day is a moment of that day."""
    return isinstance(time, s.Quantity) and bool(in_base_unit(time.value, time.unit) % _DAY)


def _result(operator: Literal["+", "-", "*", "/"], a: Type, b: Type) -> Type | None:
    """The type of an arithmetic expression, None if it means nothing."""
    match operator:
        case "-" if a == b and a in {t.DATE, t.MOMENT}:
            return t.DURATION
        case "+" | "-" if a in {t.DATE, t.MOMENT} and b == t.DURATION:
            return a
        case "+" if a == t.DURATION and b in {t.DATE, t.MOMENT}:
            return b
        case "+" | "-" if a == b and a in _ADDABLE - {t.LENGTH}:
            return a
        case "+" | "-" if {a, b} == {t.RANK, t.NUMBER}:
            return t.RANK
        case "*" if t.NUMBER in (a, b) or t.SHARE in (a, b):
            other = b if a in {t.NUMBER, t.SHARE} else a
            return other if other in _ADDABLE else None
        case "/" if a == b == t.NUMBER:
            return t.NUMBER
        case "/" if (a, b) == (t.SYLLABLES, t.SPEECH_RATE):
            return t.DURATION
        case "*" if {a, b} == {t.DURATION, t.SPEECH_RATE}:
            return t.SYLLABLES
        case "/" if a == b and a in _UNITS:
            return t.SHARE
        case "/" if b == t.NUMBER and a in _ADDABLE:
            return a
        case _:
            return None


def without_places(e: s.Expression) -> s.Expression:
    """A literal as it stands in a compiled rulebook."""
    return replace(e, span=s.NOWHERE)
