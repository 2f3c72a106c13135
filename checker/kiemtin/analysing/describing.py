"""Packs as the pages of a site: clause by clause, each rule with its examples as they really come out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kiemtin.analysing.exceptions import Branch, trees
from kiemtin.analysing.reach import Reach
from kiemtin.checking.packs import pack_source, rule_source
from kiemtin.checking.workbench import Workbench, is_bundled
from kiemtin.foundation.messages import Lang, message
from kiemtin.judging.findings import Outcome
from kiemtin.judging.judge import Judge
from kiemtin.judging.trying.examples import run_examples
from kiemtin.judging.trying.results import ExampleResult
from kiemtin.judging.trying.staging import judge_staged, stage
from kiemtin.language import syntax as s
from kiemtin.language.reading.parsing import parse_pack
from kiemtin.language.rulebook import BoundRule, Rulebook
from kiemtin.language.writing.printing import print_example, print_pack
from kiemtin.reporting import phrases
from kiemtin.reporting.outline import validity_phrase
from kiemtin.reporting.pack_site.model import (
    Change,
    Clause,
    ExampleShown,
    PackPage,
    RulePage,
    Site,
    State,
    Task,
)


def describe(packs: Sequence[str], lang: Lang, *, internal: bool = False) -> Site:
    """The packs with all that they refine, each once. Raises PackError.

    Without `internal` no wording of a clause for internal circulation is in it.
    """
    pages: dict[str, PackPage] = {}
    for pack in packs:
        bench = Workbench(pack, internal=internal)
        rulebook = bench.rulebook(pack)
        bench.with_sample = any(is_bundled(each.path) for each in rulebook.packs)
        judge = bench.judge_of(pack)
        results = run_examples(judge, bench.recognizer.recognize)
        reaches = _reaches(judge, bench)
        for summary in rulebook.packs:
            if summary.name not in pages:
                writer = _Writer(rulebook, results, reaches, lang, internal=internal)
                pages[summary.name] = writer.page(summary.path)
    source, tasks = _tasks(lang)
    return Site(tuple(pages.values()), tasks, source)


def _reaches(judge: Judge, bench: Workbench) -> dict[str, Reach]:
    found: dict[str, Reach] = {}
    for rule in judge.rules:
        if rule.rule.id in found:
            continue
        reach = found[rule.rule.id] = Reach(rule.rule)
        for example in rule.rule.examples:
            try:
                staged = stage(example, bulletin=rule.rule.needs_bulletin)
            except ValueError:
                continue
            reach.add(judge_staged(judge, bench.recognizer.recognize, rule, staged))
    return found


class _Writer:
    """Of the packs of one rulebook."""

    def __init__(
        self,
        rulebook: Rulebook,
        results: Sequence[ExampleResult],
        reaches: dict[str, Reach],
        lang: Lang,
        *,
        internal: bool,
    ) -> None:
        self._rulebook, self._reaches, self._lang, self._internal = rulebook, reaches, lang, internal
        self._bound = {rule.id: rule for rule in reversed(rulebook.rules)}
        self._results = {(each.rule, each.number): each for each in results if each.kind != "damage"}
        self._trees = {tree.rule: tree for tree in trees(rulebook)}

    def _say(self, message_id: str, **arguments: object) -> str:
        return message(message_id, self._lang, arguments)

    def page(self, path: str) -> PackPage:
        file, source = pack_source(path)
        pack = parse_pack(source, str(file))
        hidden = pack.internal and not self._internal
        return PackPage(
            pack.name,
            "" if hidden else pack.title or "",
            tuple(self._facts(pack)),
            tuple(self._clauses(pack, hidden=hidden)),
        )

    def _facts(self, pack: s.Pack) -> Iterator[tuple[str, str]]:
        if pack.number:
            yield self._say("site.number"), pack.number
        if pack.issuer:
            yield self._say("site.issuer"), pack.issuer
        yield self._say("site.period"), validity_phrase(pack.validity, self._lang)
        status = phrases.status(pack.status, self._lang)
        source = f": {pack.status.source}" if pack.status and pack.status.source else ""
        yield self._say("site.status"), f"{status}{source}"
        if pack.refines:
            yield self._say("site.refines"), pack.refines
        if pack.reviewed:
            yield self._say("site.reviewed"), phrases.day(pack.reviewed, self._lang)

    def _clauses(self, pack: s.Pack, *, hidden: bool) -> Iterator[Clause]:
        if pack.statements:
            yield self._clause(pack, "", "", 0, pack.statements, hidden=hidden)

        def walk(division: s.Division, depth: int, *, hidden: bool) -> Iterator[Clause]:
            hidden = hidden or (division.internal and not self._internal)
            label = f"{self._say(f'division.{division.kind}')} {division.label}"
            wording = "" if hidden else division.wording or ""
            if hidden:
                label = f"{label} ({self._say('site.internal')})"
            made = self._clause(pack, label, wording, depth, division.statements, hidden=hidden)
            heads = bool(division.divisions) and made.state == "silent"
            yield made._replace(state="group") if heads else made
            for inner in division.divisions:
                yield from walk(inner, depth + 1, hidden=hidden)

        for division in pack.divisions:
            yield from walk(division, 0, hidden=hidden)

    def _clause(
        self,
        pack: s.Pack,
        label: str,
        wording: str,
        depth: int,
        statements: Sequence[s.Statement],
        *,
        hidden: bool,
    ) -> Clause:
        rules: list[RulePage] = []
        others: list[str] = []
        notes: list[str] = []
        state: State = "silent"
        sample = False
        for statement in statements:
            match statement:
                case s.Rule():
                    bound = self._bound.get(f"{pack.name}.{statement.name}")
                    if bound is not None:
                        rules.append(self._rule(bound))
                case s.RuleException(label=name, rule=rule):
                    notes.append(self._say("outline.exception_of", label=name, rule=rule))
                case s.Amendment(day=day, text=text):
                    if hidden:
                        continue
                    shown = phrases.day(day, self._lang)
                    notes.append(self._say("outline.amendment", day=shown, text=text))
                    continue
                case s.NotMachineCheckable(reason=reason):
                    notes.append(self._say("outline.unchecked", reason=reason))
                    state = "human" if state == "silent" else state
                    continue
                case _:
                    others.append(_printed(statement))
            state = "encoded"
            sample = sample or any(each and each.kind == "sample" for each in _statuses(statement, pack))
        return Clause(label, wording, depth, state, tuple(rules), tuple(others), tuple(notes), sample)

    def _rule(self, rule: BoundRule) -> RulePage:
        status = rule.citation.status
        tree = self._trees[rule.id]
        return RulePage(
            rule.id,
            rule.name,
            rule.modality,
            self._say(f"outline.modality.{rule.modality}"),
            rule.summary or "",
            phrases.source(rule.citation, self._lang),
            rule.citation.wording or "",
            phrases.status(status, self._lang),
            (status.source or "") if status else "",
            "; ".join(validity_phrase(each, self._lang) for each in tree.periods),
            _dedented(rule_source(rule)),
            tuple(self._branch(branch) for branch in tree.branches),
            tuple(self._example(rule, at, each) for at, each in enumerate(rule.examples, 1)),
            tuple(self._reach(rule.id)),
            tuple(self._changes(rule)),
            tuple(self._life(rule)),
        )

    def _life(self, rule: BoundRule) -> Iterator[str]:
        if rule.id in self._rulebook.drafts:
            yield self._say("site.draft")
        if rule.formerly:
            yield self._say("site.formerly", names=", ".join(rule.formerly))

    def _branch(self, branch: Branch) -> str:
        told = {
            "label": branch.label,
            "source": phrases.source(branch.citation, self._lang),
            "period": validity_phrase(branch.validity, self._lang),
        }
        return self._say(f"analysis.tree.{branch.kind}", **told)

    def _example(self, rule: BoundRule, number: int, example: s.Example) -> ExampleShown:
        first, *more = print_example(example, self._lang).split("\n")
        result = self._results.get((rule.id, number))
        trouble = ""
        if result is not None and result.problem is not None:
            trouble = message(result.problem.code, self._lang, result.problem.arguments)
        kind = self._say(f"site.example.{example.kind}")
        return ExampleShown(kind, (first, *more), result is None or result.ok is True, trouble)

    def _reach(self, rule_id: str) -> Iterator[str]:
        reach = self._reaches.get(rule_id)
        if reach is None:
            return
        yield self._say(
            "analysis.reach.row", where=self._say("analysis.reach.examples"), items=reach.items,
            asked=reach.asked, failed=reach.outcomes[Outcome.FAILED],
            out=reach.outcomes[Outcome.OUT_OF_SCOPE], open=reach.outcomes[Outcome.NOT_CHECKABLE],
            idle=reach.outcomes[Outcome.NOT_RUN],
        )  # fmt: skip
        for label, times in reach.exceptions.items():
            yield self._say("analysis.reach.exception", label=label, times=times)

    def _changes(self, rule: BoundRule) -> Iterator[Change]:
        """Of the rule and of each table and parameter that it asks, by their days."""
        found: list[tuple[date, Change]] = []

        def add(start: date | None, what: str, status: s.Status | None) -> None:
            since = phrases.day(start, self._lang) if start else self._say("site.always")
            found.append((start or date.min, Change(since, what, phrases.status(status, self._lang))))

        for each in self._trees[rule.id].periods:
            add(each.start, self._say("site.change.rule", name=rule.name), rule.citation.status)
        for name in sorted(_names(rule)):
            if name in self._rulebook.tables:
                for citation, version in self._rulebook.tables[name].layers:
                    told = {"name": name, "pack": citation.pack, "rows": len(version.rows)}
                    what = self._say("site.change.table", **told)
                    add(version.validity.start, what, version.status)
            elif name in self._rulebook.parameters:
                for citation, value in self._rulebook.parameters[name].layers:
                    said = phrases.said(value.value.words, self._lang)
                    what = self._say("site.change.parameter", name=name, pack=citation.pack, value=said)
                    add(value.validity.start, what, value.status)
        found.sort(key=lambda pair: pair[0])
        yield from (change for _, change in found)


def _names(node: object) -> set[str]:
    """Names of tables and parameters in all that a rule says."""
    match node:
        case s.Name(name=name):
            return {name}
        case s.Node() | BoundRule():
            return {name for field in node._fields for name in _names(getattr(node, field))}
        case tuple():
            return {name for each in node for name in _names(each)}
        case _:
            return set()


def _statuses(statement: s.Statement, pack: s.Pack) -> Iterator[s.Status | None]:
    """Of the values that a statement sets, else that of its pack."""
    match statement:
        case s.Table(versions=dated) | s.Parameter(values=dated) | s.Precedence(versions=dated):
            yield from (each.status or pack.status for each in dated)
        case _:
            yield pack.status


def _printed(statement: s.Statement) -> str:
    return print_pack(s.Pack("x", statements=(statement,))).partition("\n")[2].strip("\n")


def _dedented(text: str) -> str:
    from textwrap import dedent

    return dedent(text).strip("\n")


def _tasks(lang: Lang) -> tuple[str, tuple[Task, ...]]:
    """The tasks of the provincial plan (`kiemtin_rules/ledger/tasks.yaml`), with the plan that gives them."""
    import yaml

    import kiemtin_rules

    path = Path(kiemtin_rules.__file__).parent / "ledger" / "tasks.yaml"
    told = yaml.safe_load(path.read_text("utf-8"))

    def words(value: dict[str, str]) -> str:
        return value[lang]

    tasks = tuple(
        Task(
            each["number"],
            words(each["title"]),
            words(each["owner"]),
            words(each["lead"]),
            words(each["deadline"]),
            (*(f"kiemtin {command}" for command in each["commands"]), *each["packs"]),
            words(each["people"]),
        )
        for each in told["tasks"]
    )
    return told["source"], tasks
