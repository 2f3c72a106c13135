"""`kiemtin rules new-examples`: examples at the limits of a rule, for its author to keep."""

from __future__ import annotations

import sys

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.parameters import find_rule, pack_option
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, rule: str, pack: str | None) -> int:
        from kiemtin.analysing.boundaries import boundary_examples
        from kiemtin.analysing.probing import OutOfTimeError, TooManyCellsError
        from kiemtin.checking.desk import Desk
        from kiemtin.checking.workbench import DEFAULT_PACKS, Workbench
        from kiemtin.language.writing.printing import print_example

        named = rule.rpartition(".")[0]
        chosen = pack or named or Desk().settings("kiemtin.toml").pack or DEFAULT_PACKS["item"]
        bench = Workbench(chosen)
        bound = find_rule(bench.rulebook(chosen), rule, lang)
        try:
            found = boundary_examples(bench.judge_of(chosen), bench.recognizer.recognize, bound.id)
        except (OutOfTimeError, TooManyCellsError) as error:
            reason = "time" if isinstance(error, OutOfTimeError) else "cells"
            sys.stdout.write(visible(message(f"analysis.skipped.{reason}", lang, {"rule": bound.id})) + "\n")
            return ExitCode.NOTHING_FOUND
        if not found:
            sys.stdout.write(visible(message("analysis.no_examples", lang, {"rule": bound.id})) + "\n")
            return ExitCode.NOTHING_FOUND
        for example in found:
            for line in print_example(example, lang).splitlines():
                sys.stdout.write(f"    {visible(line)}\n")
        return ExitCode.NOTHING_FOUND

    params: list[click.Parameter] = [
        click.Argument(["rule"], metavar=message("cli.meta.rule", lang)),
        pack_option(lang),
    ]
    return Command("rules.new-examples", lang, run, params)
