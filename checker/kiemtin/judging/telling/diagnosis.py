"""Why a requirement is not met: which part of it is false, where that stands, measured against required."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from kiemtin.foundation.messages import Phrase
from kiemtin.foundation.places import Span
from kiemtin.judging.evaluating.amounts import same_unit
from kiemtin.judging.evaluating.arithmetic import as_day
from kiemtin.judging.evaluating.compiling import Frame
from kiemtin.judging.evaluating.ordering import disorders
from kiemtin.judging.evaluating.predicates import Titles, tones_of, wrong_titles
from kiemtin.judging.evaluating.rules import CompiledRule
from kiemtin.judging.evaluating.standing import Placed
from kiemtin.judging.evaluating.wording import Worded, place_of_words
from kiemtin.judging.facts.bulletin import BulletinFacts
from kiemtin.judging.facts.getters import Facts
from kiemtin.judging.facts.item import ItemFacts, ItemLength
from kiemtin.judging.facts.listings import PassageFacts
from kiemtin.judging.facts.organs import OrganFacts
from kiemtin.judging.facts.people import MentionFacts, TitleFacts
from kiemtin.judging.telling import values_in_words as phrases
from kiemtin.judging.telling.grounds import of_organ, of_person, of_title
from kiemtin.judging.telling.provenance import limit_in_words
from kiemtin.judging.telling.reasons import Diagnosis, out_of_order
from kiemtin.judging.values import Amount, Members, Missing, Value, Void
from kiemtin.language.syntax import (
    Aggregate,
    Arithmetic,
    Attribute,
    Comparison,
    Day,
    Expression,
    Logic,
    Membership,
    Moment,
    Name,
    Not,
    Predicate,
    Quantity,
    SetOf,
    Text,
    Truth,
)


class Sides(NamedTuple):
    """A comparison as a sentence says it: what is measured, against which limit."""

    measured: Expression
    limit: Expression
    bound: Phrase
    what: Phrase
    message: str


_BOUNDS = {
    "<=": Phrase("tối đa ", "at most "),
    ">=": Phrase("tối thiểu ", "at least "),
    "<": Phrase("dưới ", "less than "),
    ">": Phrase("trên ", "more than "),
    "=": Phrase("", ""),
    "!=": Phrase("khác ", "other than "),
}
_OF_PROPERTY = {
    **dict.fromkeys(("length", "syllables", "words", "duration"), "judging.failed.length"),
    "page": "judging.failed.page",
    "position": "judging.failed.position",
}
"""Properties that are spoken of in words of their own."""
_DENIED: dict[str, Literal["<", "<=", "=", "!=", ">=", ">"]] = {
    "<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "=",
}  # fmt: skip
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


class Diagnoser:
    """Looks into one rule's case; `evaluate` gives the value of any part of it."""

    def __init__(self, rule: CompiledRule, facts: Facts, frame: Frame) -> None:
        self.rule, self.facts, self.frame = rule, facts, frame

    def evaluate(self, node: Expression) -> Value:
        return self.rule.closure(node)(self.facts, self.frame)

    def diagnose(self) -> list[Diagnosis]:
        """What is wrong, at least one thing."""
        return self._of(self.rule.rule.requirement, negated=False)

    def _of(self, node: Expression, *, negated: bool) -> list[Diagnosis]:
        if isinstance(node, Not):
            return self._of(node.operand, negated=not negated)
        if isinstance(node, Logic) and (node.operator == "and") is not negated:
            wrong = next(each for each in node.operands if self.evaluate(each) is negated)
            return self._of(wrong, negated=negated)
        if isinstance(node, Comparison):
            return [self.comparison(self._denied(node) if negated else node)]
        if isinstance(node, Predicate):
            return self._predicate(node, negated=negated is not node.negated)
        if isinstance(node, Membership) and not negated:
            return [self._membership(node)]
        return [self._general()]

    def _general(self) -> Diagnosis:
        requirement = self.rule.rule.requirement
        place = self.place(requirement)
        if self.rule.summary is not None:
            return Diagnosis("judging.failed.summary", {"summary": self.rule.summary}, place)
        return Diagnosis("judging.failed", {"requirement": requirement.words}, place)

    # Comparisons

    def _denied(self, node: Comparison) -> Comparison:
        """What is required where a comparison must not hold."""

        def deny() -> Comparison:
            return Comparison(_DENIED[node.operator], node.left, node.right, spelling=node.spelling)

        return self.rule.once(node, deny, "denied")

    def comparison(self, node: Comparison) -> Diagnosis:
        """What was measured against what is required."""
        found = self.measure(node)
        place = self.place(self._sides(node).measured)
        if found.message == "judging.failed.compared":
            found = self._summarized(found, node)
        return found._replace(place=place)

    def _summarized(self, found: Diagnosis, node: Expression) -> Diagnosis:
        """In the words of the pack, where it has some for what the rule compares."""
        if self.rule.summary is None or node is not self.rule.rule.requirement:
            return found
        arguments = {**found.arguments, "summary": self.rule.summary}
        return found._replace(message="judging.failed.summary.compared", arguments=arguments)

    def measure(self, node: Comparison) -> Diagnosis:
        """The same of a comparison that may hold, without its place."""
        sides = self._sides(node)
        found, allowed, unit = self._in_one_unit(sides.measured, sides.limit)
        in_words = phrases.value_of(sides.measured, found, unit)
        source = limit_in_words(self.rule, sides.limit, self.facts, self.frame)
        value = phrases.value_of(sides.measured, allowed, unit)
        vi, en = f"{sides.bound.vi}{value.vi}", f"{sides.bound.en}{value.en}"
        required = Phrase(f"{vi} ({source.vi})", f"{en} ({source.en})") if source else Phrase(vi, en)
        arguments: dict[str, object] = {"what": sides.what, "measured": in_words, "required": required}
        message = sides.message
        if message == "judging.failed.length" and _is_number(found) and _is_number(allowed):
            message += ".over" if found > allowed else ".under"
            arguments["excess"] = phrases.quantity(abs(found - allowed), unit)
        return Diagnosis(message, arguments, None, measured=in_words, required=required)

    def _sides(self, node: Comparison) -> Sides:
        return self.rule.once(node, lambda: self._find_sides(node))

    def _find_sides(self, node: Comparison) -> Sides:
        measured, limit = node.left, node.right
        operator: str = node.operator
        if self._is_limit(node.left) and not self._is_limit(node.right):
            measured, limit, operator = node.right, node.left, _FLIPPED[node.operator]
        message = "judging.failed.compared"
        if isinstance(measured, Attribute):
            message = _OF_PROPERTY.get(measured.name, message)
        elif is_delay(measured):
            message = "judging.failed.delay"
        return Sides(measured, limit, _BOUNDS[operator], measured.plain_words, message)

    def _is_limit(self, node: Expression) -> bool:
        if isinstance(node, Quantity | Text | Day | Moment | Truth):
            return True
        if isinstance(node, Name):
            return (
                node.name in self.rule.compiler.tables or node.name in self.rule.compiler.rulebook.parameters
            )
        return isinstance(node, Arithmetic) and self._is_limit(node.left) and self._is_limit(node.right)

    def _in_one_unit(self, measured: Expression, limit: Expression) -> tuple[Value, Value, str | None]:
        compiler = self.rule.compiler
        found, allowed = self.evaluate(measured), self.evaluate(limit)
        unit = allowed.unit if isinstance(allowed, Amount) else compiler.unit(limit)
        if unit in {None, "length"}:
            unit = found.unit if isinstance(found, Amount) else compiler.unit(measured)
        if isinstance(found, ItemLength | Amount) or isinstance(allowed, ItemLength | Amount):
            if not isinstance(allowed, ItemLength | Amount | Void):
                allowed = Amount(allowed, unit)
            values = same_unit(found, allowed)
            if not isinstance(values, Void):
                return *values, "syllables" if unit in {None, "length"} else unit
        return found, allowed, unit

    def _membership(self, node: Membership) -> Diagnosis:
        found = phrases.value_of(
            node.element, self.evaluate(node.element), self.rule.compiler.unit(node.element)
        )
        if isinstance(node.container, SetOf):
            told = [phrases.value_of(node.element, self.evaluate(each)) for each in node.container.elements]
            allowed = Phrase(", ".join(each.vi for each in told), ", ".join(each.en for each in told))
        else:
            allowed = node.container.words
        lead = ("không thuộc: ", "none of: ") if node.negated else ("một trong: ", "one of: ")
        required = Phrase(*(lead[at] + allowed[at] for at in (0, 1)))
        arguments: dict[str, object] = {
            "what": node.element.plain_words,
            "measured": found,
            "required": required,
        }
        diagnosis = Diagnosis(
            "judging.failed.compared", arguments, self.place(node), measured=found, required=required
        )
        return self._summarized(diagnosis, node)

    # Worded tests

    def _predicate(self, node: Predicate, *, negated: bool) -> list[Diagnosis]:
        subject = self.evaluate(node.subject)
        if negated:
            return [self._unwanted(node, subject)]
        return NOT_SO[node.predicate](self, node, subject) or [self._general()]

    def _disordered(self, node: Predicate, subject: object) -> list[Diagnosis]:
        found = disorders(subject) if isinstance(subject, Members) else []
        return [] if isinstance(found, Missing) else [each for one in found for each in out_of_order(one)]

    def _lacking(self, node: Predicate, subject: object) -> list[Diagnosis]:
        if isinstance(subject, Members) and isinstance(subject.source, MentionFacts):
            mention = subject.source
            arguments: dict[str, object] = {"name": mention.mention.name}
            grounds = of_person(mention)
            return [Diagnosis("judging.failed.no-title", arguments, mention.span, grounds=grounds)]
        return [Diagnosis("judging.failed.has", {"what": node.subject.words}, self.place(node))]

    def _outside(self, node: Predicate, subject: object) -> list[Diagnosis]:
        arguments: dict[str, object] = {
            "what": self._named(subject, node.subject),
            "passage": node.arguments[0].words,
        }
        return [Diagnosis("judging.failed.within", arguments, self.place(node))]

    def _not_in_roster(self, node: Predicate, subject: object) -> list[Diagnosis]:
        arguments: dict[str, object] = {"what": self._named(subject, node.subject)}
        return [Diagnosis("judging.failed.in-roster", arguments, self.place(node))]

    def _unwanted(self, node: Predicate, subject: object) -> Diagnosis:
        """Something is so that must not be."""
        place = self.place(node)
        if (
            node.predicate == "has"
            and isinstance(node.subject, Attribute)
            and node.subject.name == "near_name"
        ):
            owner = self.evaluate(node.subject.owner)
            arguments: dict[str, object] = {"name": owner.mention.name, "near": subject}
            grounds = of_person(owner)
            return Diagnosis("judging.failed.near-name", arguments, place, grounds=grounds)
        if (
            node.predicate == "has"
            and isinstance(node.subject, Attribute)
            and node.subject.name == "near_title"
        ):
            title = self.evaluate(node.subject.owner).misspelt_title()
            told: dict[str, object] = {"title": title.wording, "near": subject}
            return Diagnosis("judging.failed.near-title", told, title.span)
        if (
            node.predicate == "has"
            and isinstance(subject, Members)
            and isinstance(subject.source, MentionFacts)
        ):
            spans = [title.span for title in subject.elements]
            arguments = {"name": subject.source.mention.name}
            where = spans[0] if spans else subject.source.span
            return Diagnosis("judging.failed.title-not-wanted", arguments, where)
        if node.predicate in {"contains", "starts_with", "ends_with"}:
            return self._unwanted_words(node, subject)
        if node.predicate == "within":
            arguments = {"what": self._named(subject, node.subject), "passage": node.arguments[0].words}
            return Diagnosis("judging.failed.not-within", arguments, place)
        return Diagnosis("judging.failed.unwanted", {"what": node.words}, place)

    def _unwanted_words(self, node: Predicate, subject: Value) -> Diagnosis:
        """At the words themselves, where they stand in the document."""
        found = place_of_words(subject, self.evaluate(node.arguments[0]), node.predicate)
        place = self.place(node.subject)
        words = found.of(_text_around(subject)) if found is not None else ""
        place = place if found is None or isinstance(subject, str) else found
        arguments: dict[str, object] = {"what": node.subject.plain_words, "words": words}
        return Diagnosis("judging.failed.unwanted-words", arguments, place)

    def _not_held(self, node: Predicate, subject: Titles | OrganFacts) -> list[Diagnosis]:
        day = self.evaluate(node.arguments[0])
        if isinstance(subject, OrganFacts):
            return [self._ended(subject)]
        found: list[Diagnosis] = []
        for title in wrong_titles(subject, day):
            mention = title.mention
            right = mention.right_titles
            arguments: dict[str, object] = {
                "title": title.wording,
                "name": mention.mention.person,
                "day": phrases.day(day),
                "right": right if isinstance(right, str) else "",
            }
            message = "judging.failed.held" if isinstance(right, str) else "judging.failed.held.unknown"
            related = (("judging.related.holder", mention.span),)
            grounds = of_title(title, as_day(day))
            found.append(Diagnosis(message, arguments, title.span, related, grounds=grounds))
        return found

    def _ended(self, organ: OrganFacts) -> Diagnosis:
        """A name that is used after its last day."""
        arguments: dict[str, object] = {
            "name": organ.wording,
            "until": phrases.value_in_words(organ.last_day),
            "now": organ.now,
        }
        message = "judging.failed.ended-name" if organ.now else "judging.failed.ended-name.alone"
        return Diagnosis(message, arguments, organ.span, grounds=(of_organ(organ),))

    def _inconsistent(self, node: Predicate, subject: ItemFacts | Members[MentionFacts]) -> list[Diagnosis]:
        from kiemtin.judging.evaluating.spelling import two_names_of_one

        mentions = subject.all_mentions if isinstance(subject, ItemFacts) else subject.elements
        found: list[Diagnosis] = []
        names = two_names_of_one(mentions)
        if names is not None:
            second, first = names
            arguments: dict[str, object] = {"name": second.mention.name, "other": first.mention.name}
            related = (("judging.related.spelling", first.span),)
            found.append(Diagnosis("judging.failed.two-names", arguments, second.span, related))
        if isinstance(subject, ItemFacts) and (tones := tones_of(subject)) is not None:
            rare, common = tones
            arguments = {"word": rare.of(subject.text), "other": common.of(subject.text)}
            related = (("judging.related.spelling", common),)
            found.append(Diagnosis("judging.failed.two-tones", arguments, rare, related))
        return found

    def _named(self, subject: object, node: Expression) -> str | Phrase:
        return subject.mention.name if isinstance(subject, MentionFacts) else node.words

    def _without_words(self, node: Predicate, subject: Worded) -> list[Diagnosis]:
        wanted = phrases.value_in_words(self.evaluate(node.arguments[0]))
        what = node.subject.plain_words
        arguments: dict[str, object] = {"what": what, "words": wanted}
        name = "words" if node.predicate == "contains" else node.predicate.replace("_", "-")
        place = self.place(node.subject)
        return [Diagnosis(f"judging.failed.{name}", arguments, place, required=wanted)]

    def _misplaced(self, node: Predicate, subject: Placed) -> list[Diagnosis]:
        other = self.evaluate(node.arguments[0])
        name = node.predicate.replace("_", "-")
        arguments: dict[str, object] = {"what": _name_of(subject), "other": _name_of(other)}
        related: tuple[tuple[str, Span], ...] = ()
        if isinstance(other, Members):
            ends = other.elements[:1] if node.predicate == "first_in" else other.elements[-1:]
            arguments["other"] = _name_of(ends[0]) if ends else node.arguments[0].words
            other = ends[0] if ends else None
        span = place_of(other)
        if span is not None:
            related = (("judging.related.stands", span),)
        place = place_of(subject) or self.place(node)
        return [Diagnosis(f"judging.failed.{name}", arguments, place, related)]

    # Places

    def place(self, node: Expression) -> Span | None:
        """Where the thing that an expression speaks of stands; None if that is a whole document."""
        found = self._place(node)
        if found is not None:
            return found
        for slot, _ in reversed(self.rule.loops):
            span = place_of(self.frame[slot])
            if span is not None:
                return span
        return None

    def _place(self, node: Expression) -> Span | None:
        match node:
            case Name() | Attribute():
                span = place_of(self.evaluate(node))
                return self._place(node.owner) if span is None and isinstance(node, Attribute) else span
            case Comparison(left=first, right=second) | Arithmetic(left=first, right=second):
                return self._place(first) or self._place(second)
            case Predicate(subject=first) | Membership(element=first) | Not(operand=first):
                return self._place(first)
            case Aggregate(collection=first):
                return self._place(first)
            case Logic(operands=operands):
                return next((span for each in operands if (span := self._place(each))), None)
            case _:
                return None


NOT_SO: dict[str, Callable[[Diagnoser, Predicate, Value], list[Diagnosis]]] = {
    "has": Diagnoser._lacking,
    "ordered_by": Diagnoser._disordered,
    "within": Diagnoser._outside,
    "in_roster": Diagnoser._not_in_roster,
    "held_on": Diagnoser._not_held,
    "consistent": Diagnoser._inconsistent,
    "contains": Diagnoser._without_words,
    "starts_with": Diagnoser._without_words,
    "ends_with": Diagnoser._without_words,
    "before": Diagnoser._misplaced,
    "after": Diagnoser._misplaced,
    "right_after": Diagnoser._misplaced,
    "first_in": Diagnoser._misplaced,
    "last_in": Diagnoser._misplaced,
}
"""What is wrong where a worded test is not met; nothing: only that it is not met can be said."""


def _text_around(subject: Worded) -> str:
    """The text of the document; of a bare text itself."""
    match subject:
        case str():
            return subject
        case ItemFacts():
            return subject.text
        case PassageFacts(item=ItemFacts(text=text)):
            return text
        case TitleFacts():
            return subject.mention.item.text
    raise AssertionError(subject)


def _name_of(value: object) -> str:
    """How a finding calls what stands somewhere; an item by its headline."""
    return phrases.value_in_words(value).vi.strip("“”")


def place_of(value: object) -> Span | None:
    """Where a thing stands. An item stands somewhere only in a bulletin."""
    if isinstance(value, BulletinFacts):
        return None
    if isinstance(value, ItemFacts):
        return value.span if value.document.kind == "bulletin" else None
    if isinstance(value, Members):
        return None if isinstance(value.source, ItemFacts | BulletinFacts) else place_of(value.source)
    span = getattr(value, "span", None)
    return span if isinstance(span, Span) else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_delay(node: Expression) -> bool:
    """How long after the event the item comes out."""
    return (
        isinstance(node, Arithmetic)
        and node.operator == "-"
        and isinstance(node.left, Attribute)
        and node.left.name == "published_at"
        and isinstance(node.right, Attribute)
        and node.right.name == "event_at"
    )
