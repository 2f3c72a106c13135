"""`kiemtin rules explain`: one rule as its pack says it, with its clause and what displaces it."""

from __future__ import annotations

import sys

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin_cli.output import palette_for, width_for
from kiemtin_cli.parameters import find_rule
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, pack: str, rule: str) -> int:
        from kiemtin.checking.packs import rule_source
        from kiemtin.checking.workbench import Workbench
        from kiemtin.reporting.rule_page import render

        rulebook = Workbench(pack).rulebook(pack)
        bound = find_rule(rulebook, rule, lang)
        palette, width = palette_for(sys.stdout), width_for(sys.stdout)
        sys.stdout.write(render(bound, rule_source(bound), lang, palette, width))
        return 0

    params = [
        click.Argument(["pack"], metavar=message("cli.meta.pack", lang)),
        click.Argument(["rule"], metavar=message("cli.meta.rule", lang)),
    ]
    return Command("rules.explain", lang, run, params)
