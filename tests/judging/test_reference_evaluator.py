"""Compiled rules agree with a naive evaluator that walks the tree and knows only the definitions."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.documents.model import Block, Document, Item, Medium, Metadata, Origin, Zone
from kiemtin.foundation.dates import Validity
from kiemtin.foundation.places import FilePlace, Span
from kiemtin.judging.judge import Judge
from kiemtin.language.compiling.spellings import with_spellings
from kiemtin.language.rulebook import BoundRule, BoundTable, Citation, PrecedenceInForce, Rulebook
from kiemtin.language.syntax import (
    Aggregate,
    Arithmetic,
    Attribute,
    Comparison,
    Expression,
    IfGiven,
    Logic,
    Loop,
    Membership,
    Name,
    Not,
    Otherwise,
    Predicate,
    Quantity,
    Range,
    RankBand,
    SetOf,
    TableRow,
    TableVersion,
    Text,
    Truth,
    Unless,
)
from kiemtin.language.terms import types as t
from kiemtin.officials.model import Mention, Recognition, Title, TitleKind
from kiemtin.officials.roster import Roster
from kiemtin.officials.words.loading import load_vocabulary

CITATION = Citation("gói", None, None, (("article", "1"),), "lời", None)
RANKS = {"secretary": 1, "deputy": 2, "chair": 3}
NOBODY = Roster("không", {}, {})
vocabulary = cache(load_vocabulary)
ITEM, PERSON = Name("item", type=t.ITEM), Name("người", type=t.OFFICIAL)
LEADERS = Attribute(ITEM, "leaders", type=t.collection(t.OFFICIAL))
LIMIT = Name("giới_hạn", type=t.NUMBER)
FIRST = (TableRow(RankBand(1, 1), (Quantity(2),)), TableRow(RankBand(2, 2), (None,)))
SECOND = (TableRow(RankBand(1, 3), (Quantity(5),)), TableRow(Otherwise(), (Quantity(1),)))
TABLE = BoundTable(
    "giới_hạn",
    (Attribute(ITEM, "rank", type=t.RANK),),
    ((CITATION, TableVersion((), FIRST)), (CITATION, TableVersion((), SECOND))),
)

# Rules


def number(name: str) -> Attribute:
    return Attribute(ITEM, name, type=t.NUMBER)


def given_or_not(node: Attribute) -> IfGiven:
    return IfGiven(node, type=node.type)


numbers = st.one_of(
    st.sampled_from([number(name) for name in ("page", "photos", "position", "leader_count")]),
    st.sampled_from([given_or_not(number(name)) for name in ("page", "photos")]),
    st.just(Attribute(ITEM, "rank", type=t.RANK)),
    st.just(LIMIT),
    st.integers(0, 4).map(lambda value: Quantity(value, type=t.NUMBER)),
)
sums = st.one_of(
    numbers,
    st.builds(lambda s, a, b: Arithmetic(s, a, b, type=t.NUMBER), st.sampled_from("+-*/"), numbers, numbers),
    st.builds(
        lambda kind, value: Aggregate(kind, "người", LEADERS, None, value, type=t.NUMBER),
        st.sampled_from(["sum", "max", "min"]),
        st.sampled_from([Attribute(PERSON, "rank", type=t.RANK), number("page")]),
    ),
)
TEXTS = ["đại hội", "họp", "báo in"]
texts = st.sampled_from(
    [Attribute(ITEM, name, type=t.TEXT) for name in ("event", "section", "medium")]
    + [Text(value, type=t.TEXT) for value in TEXTS]
)


def truths(in_loop: bool) -> st.SearchStrategy[Expression]:  # noqa: FBT001
    leaves: list[st.SearchStrategy[Expression]] = [
        st.builds(
            lambda s, a, b: Comparison(s, a, b, type=t.TRUTH),
            st.sampled_from(["<", "<=", "=", "!=", ">=", ">"]),
            sums,
            sums,
        ),
        st.builds(
            lambda s, a, b: Comparison(s, a, b, type=t.TRUTH), st.sampled_from(["=", "!="]), texts, texts
        ),
        st.builds(
            lambda a, values, negated: Membership(
                a, SetOf(tuple(Text(v, type=t.TEXT) for v in values)), negated, type=t.TRUTH
            ),
            texts,
            st.lists(st.sampled_from(TEXTS), max_size=2),
            st.booleans(),
        ),
        st.builds(
            lambda a, low, high: Membership(
                a, Range(Quantity(low, type=t.NUMBER), Quantity(high, type=t.NUMBER)), type=t.TRUTH
            ),
            numbers,
            st.integers(0, 3),
            st.integers(0, 4),
        ),
        st.builds(
            lambda subject, negated: Predicate(subject, "has", (), negated, type=t.TRUTH),
            st.sampled_from(
                [LEADERS, Attribute(ITEM, "subject", type=t.OFFICIAL), number("page"), number("rank")]
            ),
            st.booleans(),
        ),
        st.booleans().map(lambda value: Truth(value, type=t.TRUTH)),
        st.builds(
            lambda name, subject, words, negated: Predicate(
                subject, name, (SetOf(tuple(Text(w, type=t.TEXT) for w in words)),), negated, type=t.TRUTH
            ),
            st.sampled_from(["contains", "starts_with", "ends_with"]),
            texts,
            st.lists(st.sampled_from(["HỌP", "đại", "in", "báo  in", "n"]), min_size=1, max_size=2),
            st.booleans(),
        ),
    ]
    if in_loop:
        leaves.append(
            st.builds(
                lambda s, value: Comparison(
                    s, Attribute(PERSON, "rank", type=t.RANK), Quantity(value, type=t.NUMBER), type=t.TRUTH
                ),
                st.sampled_from(["<", "="]),
                st.integers(0, 4),
            )
        )

    def extend(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
        return st.one_of(
            inner.map(lambda operand: Not(operand, type=t.TRUTH)),
            st.builds(
                lambda s, operands: Logic(s, tuple(operands), type=t.TRUTH),
                st.sampled_from(["and", "or"]),
                st.lists(inner, min_size=2, max_size=3),
            ),
        )

    return st.recursive(st.one_of(leaves), extend, max_leaves=5)


quantified = st.builds(
    lambda kind, condition: Aggregate(kind, "người", LEADERS, condition, type=t.TRUTH),
    st.sampled_from(["all", "any"]),
    truths(in_loop=True),
)
counted = st.builds(
    lambda s, condition, value: Comparison(
        s,
        Aggregate("count", "người", LEADERS, condition, type=t.NUMBER),
        Quantity(value, type=t.NUMBER),
        type=t.TRUTH,
    ),
    st.sampled_from(["<", "=", ">="]),
    st.one_of(st.none(), truths(in_loop=True)),
    st.integers(0, 3),
)
conditions = st.one_of(truths(in_loop=False), quantified, counted)


@st.composite
def rules(draw: st.DrawFn) -> BoundRule:
    loops = (Loop("người", LEADERS),) if draw(st.booleans()) else ()
    inside = truths(in_loop=bool(loops))
    return BoundRule(
        "gói.quy-tắc", "quy-tắc", CITATION, FilePlace("gói.quy"), "must", loops,
        draw(st.one_of(st.none(), inside)), draw(inside if loops else conditions),
        tuple(Unless(condition) for condition in draw(st.lists(inside, max_size=2))),
        (), None, (), Validity(), None,
    )  # fmt: skip


# Documents


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, Recognition]:
    offices = draw(st.lists(st.sampled_from([*RANKS, "unknown"]), max_size=4))
    text, blocks, mentions = "", [], []
    for at, office in enumerate(offices):
        zone = draw(st.sampled_from([Zone.HEADLINE, Zone.BODY, Zone.CAPTION]))
        name = f"Người {at}"
        start = len(text)
        text += f"{name}, chức danh\n"
        blocks.append(Block(zone, start, len(text) - 1, Origin("line", at + 1)))
        end = start + len(name)
        title = Title(
            end + 2, len(text) - 1, "chức danh", TitleKind.OFFICE, office, former=draw(st.booleans())
        )
        mentions.append(Mention(start, end, name, name, zone, (title,), former=title.former))
    given = Metadata(
        medium=draw(st.sampled_from([None, Medium.PRINT, Medium.RADIO])),
        event=draw(st.sampled_from([None, "Đại hội", "họp"])),
        section=draw(st.sampled_from([None, "báo in"])),
        page=draw(st.one_of(st.none(), st.integers(0, 4))),
        photos=draw(st.one_of(st.none(), st.integers(0, 4))),
        position=draw(st.one_of(st.none(), st.integers(0, 4))),
    )
    item = Item(tuple(blocks), given)
    return Document("bài", "item", text, (item,), given), Recognition(tuple(mentions), ())


# The reference


class Sentinel:
    """Equal to itself alone."""


NOTHING, UNKNOWN = Sentinel(), Sentinel()
"""Does not exist; was not supplied."""
MEDIA = {Medium.PRINT: "báo in", Medium.RADIO: "phát thanh"}


class Reference:
    """Straight from the definitions: no closures, no caches, no order of evaluation."""

    def __init__(self, document: Document, recognition: Recognition) -> None:
        self.metadata = document.items[0].metadata
        first = next((b for b in document.items[0].blocks if b.zone is Zone.BODY), None)
        ranked, subjects = [], []
        for mention in recognition.mentions:
            title = mention.titles[0]
            if title.former or title.office not in RANKS:
                continue
            rank = RANKS[title.office]
            ranked.append(rank)
            opening = first is not None and mention.zone is Zone.BODY and mention.end <= first.end
            if mention.zone is Zone.HEADLINE or opening:
                subjects.append(rank)
        self.leaders = ranked
        self.rank: Any = min(subjects) if subjects else NOTHING

    def value(self, node: Any, person: int | None = None) -> Any:
        match node:
            case Quantity(value=value) | Text(value=value) | Truth(value=value):
                return value
            case Name(name="giới_hạn"):
                return {1: 2, 2: UNKNOWN, 3: 5}.get(self.rank, 1) if self.rank is not NOTHING else 1
            case IfGiven(operand=operand):
                value = self.value(operand, person)
                return NOTHING if value is UNKNOWN else value
            case Attribute(owner=Name(name="người"), name="rank"):
                return person
            case Attribute(name=name):
                return self.property(name)
            case Arithmetic(operator=sign, left=left, right=right):
                return self.arithmetic(sign, self.value(left, person), self.value(right, person))
            case Aggregate(kind="sum" | "max" | "min" as kind, value=value):
                values = [self.value(value, leader) for leader in self.leaders]
                if UNKNOWN in values:
                    return UNKNOWN
                if kind == "sum":
                    return sum(values)
                return {"max": max, "min": min}[kind](values) if values else NOTHING
            case Aggregate(kind="count", condition=condition):
                truths = [True if condition is None else self.truth(condition, each) for each in self.leaders]
                return UNKNOWN if None in truths else truths.count(True)
        raise AssertionError(node)

    def property(self, name: str) -> Any:
        if name in {"page", "photos", "position", "event", "section"}:
            value = getattr(self.metadata, name)
            return UNKNOWN if value is None else value
        return {
            "leader_count": len(self.leaders),
            "leaders": self.leaders,
            "rank": self.rank,
            "subject": self.rank,
            "medium": MEDIA[self.metadata.medium] if self.metadata.medium else UNKNOWN,
        }[name]

    def arithmetic(self, sign: str, left: Any, right: Any) -> Any:
        if NOTHING in (left, right):
            return NOTHING
        if UNKNOWN in (left, right) or (sign == "/" and right == 0):
            return UNKNOWN
        return {"+": lambda: left + right, "-": lambda: left - right, "*": lambda: left * right,
                "/": lambda: left / right}[sign]()  # fmt: skip

    def truth(self, node: Any, person: int | None = None) -> bool | None:
        """True, False or None for what cannot be told."""
        match node:
            case Truth(value=value):
                return value
            case Not(operand=operand):
                inner = self.truth(operand, person)
                return None if inner is None else not inner
            case Logic(operator=operator, operands=operands):
                truths = [self.truth(operand, person) for operand in operands]
                decisive = operator == "or"
                return decisive if decisive in truths else None if None in truths else not decisive
            case Comparison(operator=sign, left=left, right=right):
                return self.compare(sign, self.value(left, person), self.value(right, person))
            case Membership(element=element, container=container, negated=negated):
                value = self.value(element, person)
                if value is UNKNOWN:
                    return None
                if isinstance(container, SetOf):
                    inside = value is not NOTHING and value.lower() in {
                        each.value for each in container.elements
                    }
                else:
                    inside = value is not NOTHING and container.low.value <= value <= container.high.value
                return inside is not negated
            case Predicate(predicate="has", subject=subject, negated=negated):
                value = self.value(subject, person)
                if value is UNKNOWN:
                    return None
                return (value is not NOTHING and value != []) is not negated
            case Predicate(predicate=name, subject=subject, arguments=(SetOf(elements=wanted),)):
                said = self.value(subject, person)
                return None if said is UNKNOWN else self.has_words(name, said, wanted) is not node.negated
            case Aggregate(kind="all" | "any" as kind, condition=condition):
                truths = [self.truth(condition, leader) for leader in self.leaders]
                decisive = kind == "any"
                return decisive if decisive in truths else None if None in truths else not decisive
        raise AssertionError(node)

    def has_words(self, test: str, text: str, wanted: Any) -> bool:
        said = text.lower().split()
        texts = [each.value.lower().split() for each in wanted]
        if test == "starts_with":
            return any(said[: len(words)] == words for words in texts)
        if test == "ends_with":
            return any(said[-len(words) :] == words for words in texts)
        return any(said[at : at + len(words)] == words for words in texts for at in range(len(said)))

    def compare(self, sign: str, a: Any, b: Any) -> bool | None:
        if NOTHING in (a, b):
            return sign == "!="
        if UNKNOWN in (a, b):
            return None
        if isinstance(a, str):
            a, b = a.lower(), b.lower()
        return {"<": lambda: a < b, "<=": lambda: a <= b, "=": lambda: a == b, "!=": lambda: a != b,
                ">=": lambda: a >= b, ">": lambda: a > b}[sign]()  # fmt: skip

    def verdict(self, rule: BoundRule, person: int | None) -> str:
        if rule.when is not None:
            when = self.truth(rule.when, person)
            if when is not True:
                return "undecided" if when is None else "not meant"
        met = self.truth(rule.requirement, person)
        if met is not False:
            return "passed" if met else "undecided"
        unless = [self.truth(each.condition, person) for each in rule.unless]
        # An exception that is not known does not apply.
        return "excepted" if True in unless else "unconfirmed" if None in unless else "failed"

    def outcomes(self, rule: BoundRule) -> set[str]:
        verdicts = [self.verdict(rule, each) for each in (self.leaders if rule.loops else [None])]
        found = {v for v in verdicts if v in {"failed", "unconfirmed", "excepted", "undecided"}}
        if "passed" in verdicts and not found & {"failed", "unconfirmed", "undecided"}:
            found.add("passed")
        return found or {"not meant"}


OF_FINDING = {
    "judging.out-of-scope.when": "not meant", "judging.out-of-scope.nothing": "not meant",
    "judging.out-of-scope.excepted": "excepted", "judging.out-of-scope.no-limit": "undecided",
    "judging.not-checkable": "undecided",
}  # fmt: skip


@given(rule=rules(), read=documents())
def test_compiled_rules_agree_with_the_definitions(
    rule: BoundRule, read: tuple[Document, Recognition]
) -> None:
    document, recognition = read
    precedence = PrecedenceInForce(Validity(), RANKS, {}, None)
    rulebook = Rulebook("gói", (), (rule,), {"giới_hạn": TABLE}, {}, (precedence,), (), "khóa")
    findings = Judge(with_spellings(rulebook), NOBODY, vocabulary()).judge(document, recognition).findings
    told = {
        OF_FINDING.get(finding.message, finding.outcome.value if finding.confirmed else "unconfirmed")
        for finding in findings
    }
    assert told == Reference(document, recognition).outcomes(rule)
    for finding in findings:
        if finding.place is not None:
            assert Span(0, len(document.text)).covers(finding.place)
        assert all(not isinstance(value, date | datetime | Span) for value in finding.arguments.values())
