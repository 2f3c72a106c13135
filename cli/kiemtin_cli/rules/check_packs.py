"""`kiemtin rules check`: everything wrong with a pack, and what is doubtful."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.output import print_problems
from kiemtin_cli.parameters import pack_option, packs_argument, packs_of
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, packs: Sequence[str], pack: str | None) -> int:
        return max(check(each, lang) for each in packs_of(packs, pack))

    return Command("rules.check", lang, run, [packs_argument(lang, required=False), pack_option(lang)])


def check(pack: str, lang: Lang) -> ExitCode:
    """Warnings are shown but leave a pack valid."""
    from kiemtin.checking.workbench import Workbench
    from kiemtin.language.loading import check_pack

    problems = check_pack(pack, bind_office=Workbench().vocabulary.office_id)
    print_problems(problems, lang)
    errors = sum(not problem.warning for problem in problems)
    if errors:
        return ExitCode.PACK_INVALID
    said = {"pack": pack, "warnings": len(problems)}
    sys.stdout.write(visible(message("rules.ok", lang, said)) + "\n")
    return ExitCode.NOTHING_FOUND
