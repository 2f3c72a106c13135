"""Rules: their types, the exceptions and overrides that displace them, their compiled form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from kiemtin.foundation.dates import Validity
from kiemtin.foundation.places import Span
from kiemtin.foundation.records import replace
from kiemtin.foundation.text import unify_letters
from kiemtin.language import syntax as s
from kiemtin.language.compiling.contradictions import contradiction
from kiemtin.language.compiling.inference import UNKNOWN, Definitions, Inference, listed
from kiemtin.language.compiling.linking import Links, Placed, both
from kiemtin.language.compiling.values import Values, report_unknown_override
from kiemtin.language.rulebook import BoundRule, Citation, Displacement
from kiemtin.language.terms import types as t
from kiemtin.language.terms.names import did_you_mean
from kiemtin.language.terms.schema import PROPERTIES, properties
from kiemtin.language.terms.type_words import property_words, type_words
from kiemtin.language.terms.types import Type
from kiemtin.language.writing.printing import print_expression

_STRENGTH = {"note": 0, "should": 1, "must": 2}


def compile_rules(links: Links, values: Values) -> tuple[tuple[BoundRule, ...], set[str]]:
    """The rules in force, and the keys of tables and parameters that were used."""
    used: set[str] = set()
    exceptions = _exceptions_by_rule(links)
    overridden = _overridden(links)
    displaced: dict[int, list[Validity]] = {}
    for placed in links.of(s.Rule):
        for target in overridden.get(id(placed), ()):
            if (validity := _validity(placed)) is not None:
                displaced.setdefault(id(target), []).append(validity)
    bound: list[BoundRule] = []
    for placed in links.of(s.Rule):
        if placed.home.role == "used":
            continue
        targets = overridden.get(id(placed), [])
        taken = displaced.get(id(placed), [])
        own = _validity(placed)
        compiled = _compile_rule(placed, exceptions.get(id(placed), []), links, values, used)
        if own is None:
            links.report(placed.home, "pack.never-in-force", placed.statement.span)
            continue
        citations = tuple(target.citation for target in targets)
        bound += [replace(compiled, validity=piece, overrides=citations) for piece in subtract(own, taken)]
    return tuple(bound), used


def _validity(placed: Placed) -> Validity | None:
    assert isinstance(placed.statement, s.Rule | s.RuleException)
    return both(placed.statement.validity, placed.home.pack.validity)


def _overridden(links: Links) -> dict[int, list[Placed]]:
    """For every rule the rules it takes the place of, nearest first."""
    chains: dict[int, list[Placed]] = {}
    for placed in reversed(list(links.of(s.Rule))):
        rule = placed.statement
        assert isinstance(rule, s.Rule)
        if rule.replaces is None:
            continue
        target = links.resolve(s.Rule, rule.replaces, placed.home, farther=True)
        if target is None:
            report_unknown_override(links, placed, rule.replaces)
            continue
        assert isinstance(target.statement, s.Rule)
        chains[id(placed)] = [target, *chains.get(id(target), [])]
        if _STRENGTH[rule.modality] < _STRENGTH[target.statement.modality]:
            links.report(
                placed.home, "pack.weaker-modality", rule.span, warning=True,
                related=(("pack.first-here", target),), rule=rule.replaces,
            )  # fmt: skip
    return chains


def _exceptions_by_rule(links: Links) -> dict[int, list[Placed]]:
    found: dict[int, list[Placed]] = {}
    for placed in links.of(s.RuleException):
        exception = placed.statement
        assert isinstance(exception, s.RuleException)
        target = links.resolve(s.Rule, exception.rule, placed.home, farther=False)
        if target is not None:
            found.setdefault(id(target), []).append(placed)
            continue
        known = [name for one in links.of(s.Rule) if (name := getattr(one.statement, "name", ""))]
        meant = did_you_mean(exception.rule, known)
        code = "pack.exception-of-unknown-near" if meant else "pack.exception-of-unknown"
        links.report(placed.home, code, exception.span, found=exception.rule, meant=meant or "")
    return found


def subtract(whole: Validity, taken: Iterable[Validity]) -> list[Validity]:
    """The days of `whole` that none of `taken` has, as periods in order."""
    pieces = [whole]
    for other in taken:
        left: list[Validity] = []
        for piece in pieces:
            if not piece.overlaps(other):
                left.append(piece)
                continue
            if other.start is not None and (piece.start is None or piece.start < other.start):
                left.append(Validity(piece.start, other.start - timedelta(days=1)))
            if other.end is not None and (piece.end is None or other.end < piece.end):
                left.append(Validity(other.end + timedelta(days=1), piece.end))
        pieces = left
    return sorted(pieces, key=lambda piece: piece.start or date.min)


def _compile_rule(
    placed: Placed, exceptions: list[Placed], links: Links, values: Values, used: set[str]
) -> BoundRule:
    rule, home = placed.statement, placed.home
    assert isinstance(rule, s.Rule)
    if unify_letters(rule.name) != rule.name:
        links.report(
            home, "pack.look-alike-letters", rule.span, found=rule.name, meant=unify_letters(rule.name)
        )

    definitions = values.definitions()
    inference = Inference(definitions, links.reporter(home))
    loops = []
    for loop in rule.loops:
        collection, element = inference.elements(loop.collection, loop.collection.span)
        inference.bind(loop.variable, element, loop.span)
        loops.append(s.Loop(loop.variable, collection))
    when = inference.condition(rule.when) if rule.when is not None else None
    requirement = inference.condition(rule.requirement)
    unless = tuple(s.Unless(inference.condition(one.condition), one.label) for one in rule.unless)
    for loop in rule.loops:
        if loop.variable not in inference.read:
            links.report(home, "pack.unused-variable", loop.span, warning=True, name=loop.variable)
    impossible = contradiction(when) if when is not None else None
    if impossible is not None:
        assert rule.when is not None
        what = print_expression(impossible)
        links.report(home, "pack.never-true", rule.when.span, warning=True, what=what, rule=rule.name)
    fix = _fix(rule.fix, inference) if rule.fix is not None else None
    sentence, advice = (_sentence(said, inference) for said in (rule.sentence, rule.advice))
    displacements = tuple(
        displaced
        for one in exceptions
        if (displaced := _displacement(one, inference, links, values, used)) is not None
    )
    roots = set(inference.roots)
    for key in definitions.used:
        roots |= values.roots.get(key, set())
    roots -= set(inference.variables)
    if {"item", "bulletin"} <= roots:
        links.report(home, "pack.item-in-bulletin-rule", rule.span, rule=rule.name)
    used |= definitions.used
    _check_examples(placed, "bulletin" in roots, links, inference)
    if home.role == "main":
        _warn_of_unasked(rule, placed, links)
    return BoundRule(
        f"{home.pack.name}.{rule.name}",
        rule.name,
        placed.citation,
        home.source.place(rule.span),
        rule.modality,
        tuple(loops),
        when,
        requirement,
        unless,
        displacements,
        fix,
        tuple(map(_plain_example, rule.examples)),
        rule.validity,
        rule.summary,
        needs_bulletin="bulletin" in roots,
        sentence=sentence,
        advice=advice,
        formerly=tuple(old if "." in old else f"{home.pack.name}.{old}" for old in rule.formerly),
        example_places=tuple(home.source.place(example.span) for example in rule.examples),
    )


def _sentence(said: s.Sentence | None, inference: Inference) -> s.Sentence | None:
    if said is None:
        return None
    return s.Sentence(
        tuple(inference.infer(part) if isinstance(part, s.Expression) else part for part in said.parts)
    )


def _displacement(
    placed: Placed, rule_scope: Inference, links: Links, values: Values, used: set[str]
) -> Displacement | None:
    exception = placed.statement
    assert isinstance(exception, s.RuleException)

    definitions = values.definitions()
    inference = rule_scope.beside(definitions, links.reporter(placed.home))
    condition = inference.condition(exception.condition)
    used |= definitions.used
    validity = _validity(placed)
    if validity is None:
        links.report(placed.home, "pack.never-in-force", exception.span)
        return None
    place = placed.home.source.place(exception.span)
    return Displacement(exception.label, placed.citation, condition, validity, place)


def _fix(fix: s.Fix, inference: Inference) -> s.Fix:
    target = inference.infer(fix.target)
    value = inference.infer(fix.value) if fix.value is not None else None
    return s.Fix(fix.kind, target, value)


def _plain_example(example: s.Example) -> s.Example:
    data = tuple((name, replace(value, span=s.NOWHERE)) for name, value in example.data)
    return replace(example, span=s.NOWHERE, data=data)


def _has_own_sentence(requirement: s.Expression) -> bool:
    """Whether a finding can say what is wrong without quoting the rule: of a measure or a worded test."""
    if isinstance(requirement, s.Logic):
        return requirement.operator == "and" and all(map(_has_own_sentence, requirement.operands))
    if isinstance(requirement, s.Not):
        return isinstance(requirement.operand, s.Predicate)
    return isinstance(requirement, s.Comparison | s.Membership | s.Predicate)


def _check_examples(placed: Placed, of_bulletin: bool, links: Links, inference: Inference) -> None:  # noqa: FBT001
    rule, home = placed.statement, placed.home
    assert isinstance(rule, s.Rule)
    given = {example.kind for example in rule.examples}
    if not {"pass", "fail"} <= given and home.role == "main":
        links.report(home, "pack.rule-without-examples", rule.span, warning=True, rule=rule.name)
    if (
        rule.summary is None
        and rule.sentence is None
        and home.role == "main"
        and not _has_own_sentence(rule.requirement)
    ):
        links.report(home, "pack.rule-without-summary", rule.span, warning=True, rule=rule.name)
    owner = t.BULLETIN if of_bulletin else t.ITEM
    for example in rule.examples:
        if example.columns and not of_bulletin:
            links.report(home, "pack.rows-for-item", example.span, rule=rule.name)
        for name in example.columns:
            _known_datum(name, t.ITEM, example.span, placed, links, inference)
        for name, value in example.data:
            type_ = _known_datum(name, owner, value.span, placed, links, inference)
            if isinstance(value, s.Text) and inference.closed_values_of(name):
                inference.closed_value(name, value.value, value.span)
            found = _literal_type(value)
            if type_ is not None and found not in _accepted_literals(type_):
                links.report(home, "pack.datum-type", value.span, name=property_words(name),
                             found=type_words(found), expected=type_words(type_))  # fmt: skip


def _warn_of_unasked(rule: s.Rule, placed: Placed, links: Links) -> None:
    """An exception that asks for a datum which no example of the rule gives is one that nothing tries."""
    if not rule.examples:
        return
    given = {
        name for example in rule.examples for name in (*example.columns, *(name for name, _ in example.data))
    }
    for unless in rule.unless:
        asked = _data_asked(unless.condition)
        if asked and not asked & given:
            names = sorted(property_words(name).vi for name in asked)
            span = unless.condition.span
            links.report(placed.home, "pack.exception-untried", span, warning=True, names=", ".join(names))


def _data_asked(node: object) -> set[str]:
    """Properties of an item that must be supplied, in an expression as it was parsed."""
    match node:
        case s.Attribute(owner=s.Name(name="item"), name=name):
            row = properties().get((t.ITEM, name))
            return {name} if row is None or row.datum is not None else set()
        case s.Expression():
            return {name for field in node._fields for name in _data_asked(getattr(node, field))}
        case tuple():
            return {name for each in node for name in _data_asked(each)}
        case _:
            return set()


def _known_datum(
    name: str, owner: Type, span: Span, placed: Placed, links: Links, inference: Inference
) -> Type | None:
    declared = inference.declared(name)
    if declared is not None:
        return declared.type
    row = properties().get((owner, name))
    if row is not None:
        return row.type
    known = [(row.vi, row.name) for row in PROPERTIES if row.owner == owner]
    meant = did_you_mean(name, [n for pair in known for n in pair])
    code = "pack.unknown-property-near" if meant else "pack.unknown-property"
    report = links.reporter(placed.home)
    report(code, span, found=name, owner=type_words(owner), meant=meant or "", known=listed(known))
    return None


def _literal_type(value: s.Expression) -> Type:
    typed = Inference(Definitions({}, {}), lambda *_, **__: None).infer(value).type
    return typed or UNKNOWN


def _accepted_literals(type_: Type) -> set[Type]:
    if type_ == t.MOMENT:
        return {t.MOMENT, t.DATE}
    if type_ == t.PASSAGE:
        return {t.TEXT}
    if type_ == t.RANK:
        return {t.NUMBER}
    return {type_}


def unchecked(links: Links) -> tuple[tuple[Citation, str], ...]:
    """Clauses that say of themselves that no machine can check them."""
    return tuple(
        (one.citation, one.statement.reason)
        for one in links.of(s.NotMachineCheckable)
        if isinstance(one.statement, s.NotMachineCheckable) and one.home.role != "used"
    )
