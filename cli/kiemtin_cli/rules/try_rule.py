"""`kiemtin rules try`: one rule over many files, each hit in its sentence, and the sums."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from kiemtin.checking.workbench import DEFAULT_PACKS
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode, KiemtinError
from kiemtin.judging.findings import Judgement, Outcome
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.report import Report
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.output import palette_for, print_problems, shown_name, tool_problem, width_for
from kiemtin_cli.parameters import PackName, files_argument, files_of, find_rule, pack_and_rule
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.checking.desk import Desk


def command(lang: Lang) -> Command:
    def run(*, rule: str, files: Sequence[str], against: str | None, **chosen: Any) -> int:
        named, rule, rest = pack_and_rule([rule, *files], chosen["pack"])
        if not rest:
            raise click.UsageError(message("rules.no_files", lang))
        files = files_of(rest, lang)
        desk = desk_of(lang, **{**chosen, "pack": named})
        pack = desk.bench(files[0]).pack or DEFAULT_PACKS["item"]
        if desk.bench(files[0]).pack is None:
            desk = desk_of(lang, **{**chosen, "pack": pack})
        code = try_rule(desk, pack, rule, files, lang)
        if against is None:
            return code
        from kiemtin_cli.rules.diff_packs import compare

        other = desk_of(lang, **{**chosen, "pack": against})
        name = rule.rpartition(".")[2]
        return max(code, compare(other, desk, files, lang, name))

    params: list[click.Parameter] = [
        click.Argument(["rule"], metavar=message("cli.meta.rule", lang)),
        files_argument(lang),
        click.Option(
            ["--against"],
            type=PackName(),
            metavar=message("cli.meta.pack", lang),
            help=message("cli.option.against", lang),
        ),
        *desk_options(lang),
    ]
    return Command("rules.try", lang, run, params)


def try_rule(desk: Desk, pack: str, name: str, files: Sequence[str], lang: Lang) -> int:
    """Hits are what is asked for, so finding some ends with 0; files that cannot be read do not."""
    from kiemtin.reporting.text import render_causes

    rule = find_rule(desk.bench(files[0]).rulebook(pack), name, lang)
    palette, width = palette_for(sys.stdout), width_for(sys.stdout)
    outcomes: Counter[Outcome] = Counter()
    hits, read, worst = 0, 0, ExitCode.NOTHING_FOUND
    for path in files:
        try:
            report = only(desk.judge(path), rule.id)
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
    sys.stdout.write(visible(message("rules.tried", lang, said)) + "\n")
    return worst


def only(report: Report, rule_id: str) -> Report:
    findings = tuple(finding for finding in report.judgement.findings if finding.rule == rule_id)
    judgement = Judgement(findings, report.judgement.judged_on, report.judgement.assumed)
    return report._replace(judgement=judgement)
