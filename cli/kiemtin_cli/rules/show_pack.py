"""`kiemtin rules show`: the structure of a pack."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kiemtin.foundation.messages import Lang
from kiemtin_cli.output import palette_for, width_for
from kiemtin_cli.parameters import packs_argument
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, packs: Sequence[str]) -> int:
        from kiemtin.checking.packs import pack_file
        from kiemtin.reporting.outline import render

        shown = [
            render(pack_file(pack), lang, palette_for(sys.stdout), width_for(sys.stdout)) for pack in packs
        ]
        sys.stdout.write("\n".join(shown))
        return 0

    return Command("rules.show", lang, run, [packs_argument(lang)])
