"""`kiemtin rules diff`: what changes from one pack to another, for whom, and in real files."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode, KiemtinError
from kiemtin.judging.findings import Outcome
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.output import print_problems
from kiemtin_cli.parameters import PackName, files_of, format_option
from kiemtin_cli.program import Command
from kiemtin_cli.rules.analyse_packs import seconds_option

if TYPE_CHECKING:
    from kiemtin.checking.desk import Desk


def command(lang: Lang) -> Command:
    def run(*, old: str, new: str, corpus: Sequence[str], seconds: float, output_format: str) -> int:
        from kiemtin.analysing.changing import changes
        from kiemtin.analysing.probing import Prober
        from kiemtin.analysing.told import change_data, change_lines
        from kiemtin.checking.workbench import Workbench

        until = monotonic() + seconds
        probers = []
        for pack in (old, new):
            bench = Workbench(pack)
            probers.append(Prober(bench.judge_of(pack), bench.recognizer.recognize, until))
        found = changes(*probers)
        if output_format == "json":
            told = {"version": 1, "changes": [change_data(each, lang) for each in found]}
            sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        else:
            lines = [line for each in found for line in change_lines(each, lang)]
            lines = lines or [message("analysis.no_change", lang)]
            sys.stdout.write("\n".join(map(visible, lines)) + "\n")
        code = ExitCode.FINDINGS if found else ExitCode.NOTHING_FOUND
        if not corpus:
            return code
        from kiemtin.checking.desk import Chosen, Desk

        before, after = (Desk(Chosen(pack=pack)) for pack in (old, new))
        return max(code, compare(before, after, files_of(corpus, lang), lang))

    params: list[click.Parameter] = [
        click.Argument(["old"], metavar=message("cli.meta.pack", lang), type=PackName()),
        click.Argument(["new"], metavar=message("cli.meta.pack", lang), type=PackName()),
        click.Option(
            ["--corpus"],
            multiple=True,
            type=click.Path(),
            metavar=message("cli.meta.file", lang),
            help=message("cli.option.corpus", lang),
        ),
        seconds_option(lang),
        format_option(lang, "text", "json"),
    ]
    return Command("rules.diff", lang, run, params)


def compare(old: Desk, new: Desk, files: Sequence[str], lang: Lang, rule: str | None = None) -> ExitCode:
    """The failures that files have by one pack and not by the other; rules are
    the same by their names. With `rule` of this one alone."""
    worst, read, appeared, gone = ExitCode.NOTHING_FOUND, 0, 0, 0
    for path in files:
        try:
            before, after = (_failures(desk, path, rule) for desk in (old, new))
        except KiemtinError as error:
            print_problems(error.problems, lang)
            worst = max(worst, error.exit_code)
            continue
        read += 1
        for sign, lines in (("+", after - before), ("-", before - after)):
            for name, words in sorted(lines):
                sys.stdout.write(visible(f"{sign} {path}: {name}: {words}") + "\n")
        appeared += len(after - before)
        gone += len(before - after)
    told = {"files": read, "new": appeared, "gone": gone}
    sys.stdout.write(message("analysis.corpus", lang, told) + "\n")
    return worst


def _failures(desk: Desk, path: str, rule: str | None) -> set[tuple[str, str]]:
    report = desk.judge(path)
    found = set()
    for each in report.judgement.findings:
        name = each.rule.rpartition(".")[2]
        if each.outcome is Outcome.FAILED and rule in (None, name):
            place = each.place
            words = " ".join(place.of(report.document.text).split())[:80] if place else ""
            found.add((name, f"{words} [{each.item + 1}]"))
    return found
