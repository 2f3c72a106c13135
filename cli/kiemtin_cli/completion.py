"""`kiemtin completion`: the script with which a shell completes commands, options and their values."""

from __future__ import annotations

import sys

import click

from kiemtin.foundation.messages import Lang
from kiemtin_cli.parameters import OneOf
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    from kiemtin_cli.shells import SHELLS

    def run(*, shell: str) -> int:
        from kiemtin_cli.shells import script

        sys.stdout.write(script(shell, lang))
        return 0

    names = {name: name for name in SHELLS}
    params: list[click.Parameter] = [
        click.Argument(["shell"], type=OneOf(names, lang), metavar="|".join(names)),
    ]
    return Command("completion", lang, run, params)
