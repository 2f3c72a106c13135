"""`kiemtin compare`: two audits side by side."""

from __future__ import annotations

import sys

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, first: str, second: str, findings: int) -> int:
        return compare(first, second, findings, lang)

    params: list[click.Parameter] = [
        click.Argument(["first"], metavar=message("compare.meta.first", lang), type=click.Path()),
        click.Argument(["second"], metavar=message("compare.meta.second", lang), type=click.Path()),
        click.Option(
            ["--findings"],
            type=click.IntRange(min=0),
            default=10,
            metavar="N",
            help=message("compare.option.findings", lang),
        ),
    ]
    return Command("compare", lang, run, params)


def compare(first: str, second: str, most: int, lang: Lang) -> int:
    """0, whatever differs: that is what was asked."""
    from kiemtin.auditing import comparing
    from kiemtin.auditing.rendering.comparison import render

    found = comparing.compare(comparing.side_of(first), comparing.side_of(second))
    sys.stdout.write(render(found, lang, most))
    return 0
