"""`kiemtin rules try`: one rule over many files, each hit in its sentence, and the sums."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date

import click

from kiemtin.checking.workbench import DEFAULT_PACKS, Workbench
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode, KiemtinError
from kiemtin.judging.findings import Judgement, Outcome
from kiemtin.reporting.report import Report
from kiemtin_cli.output import palette_for, print_problems, shown_name, tool_problem, width_for
from kiemtin_cli.parameters import (
    as_of_option,
    files_argument,
    files_of,
    find_rule,
    pack_option,
    roster_option,
)
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(
        *, rule: str, files: Sequence[str], pack: str | None, as_of: date | None, roster: str | None
    ) -> int:
        named = rule.rpartition(".")[0]
        chosen = pack or named or DEFAULT_PACKS["item"]
        return try_rule(Workbench(chosen, as_of, roster), rule, files, lang)

    params: list[click.Parameter] = [
        click.Argument(["rule"], metavar=message("cli.meta.rule", lang)),
        files_argument(lang),
        pack_option(lang),
        as_of_option(lang),
        roster_option(lang),
    ]
    return Command("rules.try", lang, run, params)


def try_rule(bench: Workbench, name: str, files: Sequence[str], lang: Lang) -> int:
    """Hits are what is asked for, so finding some ends with 0; files that cannot be read do not."""
    from kiemtin.reporting.text import render_causes

    assert bench.pack is not None
    rule = find_rule(bench.rulebook(bench.pack), name, lang)
    palette, width = palette_for(sys.stdout), width_for(sys.stdout)
    outcomes: Counter[Outcome] = Counter()
    hits, read, worst = 0, 0, ExitCode.NOTHING_FOUND
    for path in files_of(files, lang):
        try:
            report = only(bench.judge(bench.read(path)), rule.id)
            shown = render_causes(report, lang, palette, width)
        except KiemtinError as error:
            print_problems(error.problems, lang)
            worst = max(worst, error.exit_code)
            continue
        except Exception as error:
            print_problems([tool_problem(error, shown_name(path))], lang)
            worst = ExitCode.TOOL_FAILED
            continue
        read += 1
        found = Counter(finding.outcome for finding in report.judgement.findings)
        hits += found[Outcome.FAILED]
        outcomes.update(dict.fromkeys(found, 1))
        sys.stdout.write(shown)
    told = ", ".join(f"{outcomes[outcome]} {message(f'outcome.{outcome}', lang)}" for outcome in Outcome)
    said = {"rule": rule.id, "hits": hits, "files": read, "outcomes": told}
    sys.stdout.write(message("rules.tried", lang, said) + "\n")
    return worst


def only(report: Report, rule_id: str) -> Report:
    findings = tuple(finding for finding in report.judgement.findings if finding.rule == rule_id)
    judgement = Judgement(findings, report.judgement.judged_on, report.judgement.assumed)
    return report._replace(judgement=judgement)
