"""`kiemtin rules analyse`: what no example shows of a pack, each claim with an item that was judged."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.parameters import format_option, packs_argument, packs_of
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.analysing.claims import Analysis


def command(lang: Lang) -> Command:
    def run(*, packs: Sequence[str], seconds: float, output_format: str) -> int:
        from kiemtin.analysing.told import analysis_data, analysis_text

        found = [_analysis(pack, seconds) for pack in packs_of(packs)]
        if output_format == "json":
            told = {"version": 1, "packs": [analysis_data(each, lang) for each in found]}
            sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        else:
            for each in found:
                lines = analysis_text(each, lang).splitlines()
                sys.stdout.write("\n".join(map(visible, lines)) + "\n")
        shown = any(claim.certainty == "shown" for each in found for claim in each.claims)
        return ExitCode.FINDINGS if shown else ExitCode.NOTHING_FOUND

    params = [packs_argument(lang, required=False), seconds_option(lang), format_option(lang, "text", "json")]
    return Command("rules.analyse", lang, run, params)


def seconds_option(lang: Lang) -> click.Option:
    return click.Option(
        ["--seconds"],
        type=click.FloatRange(min=0),
        default=60.0,
        metavar=message("cli.meta.seconds", lang),
        help=message("cli.option.seconds", lang),
    )


def _analysis(pack: str, seconds: float) -> Analysis:
    from kiemtin.analysing.analysis import analyse
    from kiemtin.checking.packs import pack_file
    from kiemtin.checking.workbench import Workbench

    bench = Workbench(pack)
    judge = bench.judge_of(pack)
    refined = pack_file(pack).pack.refines
    path = next((each.path for each in judge.rulebook.packs if each.name == refined), None)
    base = bench.judge_of(path) if path is not None else None
    return analyse(judge, bench.recognizer.recognize, base, seconds)
