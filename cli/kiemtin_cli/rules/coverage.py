"""`kiemtin rules coverage`: how many items reached each rule, in the examples and in files."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode, KiemtinError
from kiemtin.judging.findings import Outcome
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.output import print_problems
from kiemtin_cli.parameters import PackName, files_of, format_option
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.analysing.reach import Reach


def command(lang: Lang) -> Command:
    def run(*, pack: str, files: Sequence[str], output_format: str) -> int:
        from kiemtin.analysing.reach import Reach
        from kiemtin.checking.desk import Chosen, Desk
        from kiemtin.checking.workbench import Workbench, is_bundled
        from kiemtin.judging.trying.staging import judge_staged, stage

        bench = Workbench(pack)
        bench.with_sample = any(is_bundled(each.path) for each in bench.rulebook(pack).packs)
        judge = bench.judge_of(pack)
        rules = {rule.rule.id: rule for rule in reversed(judge.rules)}
        tried = {name: Reach(rule.rule) for name, rule in rules.items()}
        met = {name: Reach(rule.rule) for name, rule in rules.items()}
        for name, rule in rules.items():
            for example in rule.rule.examples:
                try:
                    staged = stage(example, bulletin=rule.rule.needs_bulletin)
                except ValueError:
                    continue  # `rules test` says what of it cannot be read
                tried[name].add(judge_staged(judge, bench.recognizer.recognize, rule, staged))
        desk = Desk(Chosen(pack=pack))
        worst, read = ExitCode.NOTHING_FOUND, 0
        for path in files_of(files, lang) if files else ():
            try:
                found = desk.judge(path).judgement.findings
            except KiemtinError as error:
                print_problems(error.problems, lang)
                worst = max(worst, error.exit_code)
                continue
            read += 1
            for reach in met.values():
                reach.add(found)
        if output_format == "json":
            rows = [
                {"rule": name, "examples": _data(reach), "files": _data(met[name]) if files else None}
                for name, reach in sorted(tried.items())
            ]
            told = {"version": 1, "files_read": read, "rules": rows}
            sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
            return worst
        for named in dict.fromkeys(rule.rule.id for rule in judge.rules):
            lines = [named, *_rows(tried[named], "examples", lang)]
            if files:
                lines += _rows(met[named], "files", lang)
                if not met[named].asked:
                    lines.append(f"    {message('analysis.reach.empty', lang)}")
            sys.stdout.write("\n".join(map(visible, lines)) + "\n")
        return worst

    params: list[click.Parameter] = [
        click.Argument(["pack"], metavar=message("cli.meta.pack", lang), type=PackName()),
        click.Argument(["files"], nargs=-1, metavar=message("cli.meta.files", lang), type=click.Path()),
        format_option(lang, "text", "json"),
    ]
    return Command("rules.coverage", lang, run, params)


def _data(reach: Reach) -> dict[str, object]:
    """`reached` is how many items the requirement was looked at for: at 0 the record is empty, not clean."""
    return {
        "items": reach.items,
        "reached": reach.asked,
        "outcomes": {outcome.value: reach.outcomes[outcome] for outcome in Outcome},
        "exceptions": [{"label": label, "times": times} for label, times in reach.exceptions.items()],
    }


def _rows(reach: Reach, where: str, lang: Lang) -> list[str]:
    told: dict[str, object] = {
        "where": message(f"analysis.reach.{where}", lang),
        "items": reach.items,
        "asked": reach.asked,
        "failed": reach.outcomes[Outcome.FAILED],
        "out": reach.outcomes[Outcome.OUT_OF_SCOPE],
        "open": reach.outcomes[Outcome.NOT_CHECKABLE],
        "idle": reach.outcomes[Outcome.NOT_RUN],
    }
    lines = [f"    {message('analysis.reach.row', lang, told)}"]
    for label, times in reach.exceptions.items():
        lines.append(f"      {message('analysis.reach.exception', lang, {'label': label, 'times': times})}")
    return lines
