"""`kiemtin rules explain`: one rule as its pack says it, with its clause and what displaces it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin_cli.output import palette_for, width_for
from kiemtin_cli.parameters import find_rule, pack_and_rule, pack_option
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, names: Sequence[str], pack: str | None) -> int:
        from kiemtin.checking.desk import Desk
        from kiemtin.checking.packs import rule_source
        from kiemtin.checking.workbench import DEFAULT_PACKS, Workbench
        from kiemtin.reporting.rule_page import render

        told, rule, more = pack_and_rule(names, pack)
        if more:
            raise click.UsageError(message("rules.one_rule", lang))
        chosen = told or Desk().settings("kiemtin.toml").pack or DEFAULT_PACKS["item"]
        rulebook = Workbench(chosen).rulebook(chosen)
        bound = find_rule(rulebook, rule, lang)
        palette, width = palette_for(sys.stdout), width_for(sys.stdout)
        sys.stdout.write(render(bound, rule_source(bound), lang, palette, width))
        return 0

    params = [
        click.Argument(["names"], nargs=-1, required=True, metavar=message("cli.meta.pack_rule", lang)),
        pack_option(lang),
    ]
    return Command("rules.explain", lang, run, params)
