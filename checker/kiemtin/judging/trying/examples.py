"""The examples of rules as their tests: each is read, recognised and judged by its rule alone."""

from __future__ import annotations

from collections.abc import Sequence

from kiemtin.documents.model import Document
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.text import text_key
from kiemtin.judging.evaluating.rules import CompiledRule
from kiemtin.judging.findings import Finding, Outcome
from kiemtin.judging.judge import Judge
from kiemtin.judging.telling.values_in_words import quoted
from kiemtin.judging.trying.damage import damage
from kiemtin.judging.trying.results import (
    ExampleResult,
    actual,
    example_words,
    expected,
    place_of_example,
)
from kiemtin.judging.trying.staging import Recognize, Staged, judge_staged, stage
from kiemtin.judging.trying.why import why_not_meant
from kiemtin.language.syntax import Example


def run_examples(judge: Judge, recognize: Recognize, only: str | None = None) -> tuple[ExampleResult, ...]:
    """All examples of the rulebook's rules, each passing one also damaged; with `only` those of that rule."""
    results: list[ExampleResult] = []
    seen: set[str] = set()
    for rule in judge.rules:
        if only is not None and rule.rule.id != only:
            continue
        if rule.rule.id in seen:  # a later piece of a rule that another one interrupts
            continue
        seen.add(rule.rule.id)
        for number, example in enumerate(rule.rule.examples, 1):
            result = _run(judge, recognize, rule, number, example)
            results.append(result)
            if example.kind == "pass" and result.ok:
                results.append(damage(judge, recognize, rule, number, example))
    return tuple(results)


def _run(
    judge: Judge, recognize: Recognize, rule: CompiledRule, number: int, example: Example
) -> ExampleResult:
    try:
        staged = stage(example, bulletin=rule.rule.needs_bulletin)
    except ValueError as error:
        arguments = {"rule": rule.rule.name, "number": number, "value": quoted(str(error))}
        problem = Problem("judging.example.unreadable", place_of_example(rule, number), arguments)
        return ExampleResult(rule.rule.id, number, example.kind, ok=False, problem=problem)
    findings = judge_staged(judge, recognize, rule, staged)
    ok = _as_expected(example, findings, staged.document)
    elsewhere = example.kind == "fail" and _outcomes(findings) == {Outcome.FAILED}
    code = "judging.example.reported" if elsewhere else "judging.example.outcome"
    if ok:
        return ExampleResult(rule.rule.id, number, example.kind, ok=ok)
    told = _told(rule, number, example, findings, staged)
    if _outcomes(findings) == {Outcome.OUT_OF_SCOPE}:
        facts = staged.facts(judge, recognize)
        why = why_not_meant(rule, facts.bulletin if rule.rule.needs_bulletin else facts.items[0])
        if why is not None:
            code, told["why"] = "judging.example.not-meant", why
    wrong = Problem(code, place_of_example(rule, number), told)
    return ExampleResult(rule.rule.id, number, example.kind, ok=ok, problem=wrong)


def _outcomes(findings: Sequence[Finding]) -> set[Outcome]:
    return {finding.outcome for finding in findings}


def _as_expected(example: Example, findings: Sequence[Finding], document: Document) -> bool:
    outcomes = _outcomes(findings)
    if example.kind == "pass":
        return Outcome.PASSED in outcomes and outcomes <= {Outcome.PASSED, Outcome.OUT_OF_SCOPE}
    if example.kind == "out_of_scope":
        return outcomes == {Outcome.OUT_OF_SCOPE}
    if Outcome.FAILED not in outcomes or Outcome.NOT_CHECKABLE in outcomes:
        return False
    if not example.reports:
        return True
    pointed = [_pointed_at(finding, document) for finding in findings if finding.outcome is Outcome.FAILED]
    wanted = [text_key(words) for words in example.reports]
    return all(any(words in found for found in pointed) for words in wanted) and all(
        any(words in found for words in wanted) for found in pointed
    )


def _pointed_at(finding: Finding, document: Document) -> str:
    return text_key(finding.place.of(document.text)) if finding.place else ""


def _told(
    rule: CompiledRule, number: int, example: Example, findings: Sequence[Finding], staged: Staged
) -> dict[str, object]:
    return {
        "rule": rule.rule.name,
        "number": number,
        "example": quoted(example_words(example)),
        "expected": expected(example),
        "actual": actual(findings, staged.document),
    }
