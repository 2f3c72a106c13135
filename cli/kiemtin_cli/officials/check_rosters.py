"""`kiemtin officials check`: everything wrong with a roster, what is doubtful, and what it knows."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode, PackError
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.output import print_problems, shown_name
from kiemtin_cli.parameters import files_argument
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.officials.roster import Roster


def command(lang: Lang) -> Command:
    def run(*, files: Sequence[str]) -> int:
        return max(check(file, lang) for file in files)

    return Command("officials.check", lang, run, [files_argument(lang)])


def check(file: str, lang: Lang) -> ExitCode:
    """Warnings are shown but leave a roster valid."""
    from kiemtin.officials.roster import read_bytes
    from kiemtin.officials.rosters.files import read_roster

    path = Path(file)
    try:
        source = read_bytes(path)
    except PackError as error:  # the other files are told of all the same
        print_problems(error.problems, lang)
        return error.exit_code
    roster, problems = read_roster(source, path, with_order=True)
    print_problems(problems, lang)
    if roster is None or any(not problem.warning for problem in problems):
        return ExitCode.PACK_INVALID
    sys.stdout.write(visible(_summary(file, roster, len(problems), lang)) + "\n")
    return ExitCode.NOTHING_FOUND


def _summary(file: str, roster: Roster, warnings: int, lang: Lang) -> str:
    rows = [row for official in roster.officials.values() for row in official.holdings]
    said = {
        "file": shown_name(file),
        "people": len(roster.officials),
        "rows": len(rows),
        "open": sum(row.end is None and row.in_office is None for row in rows),
        "seen": sum(row.end is None and row.in_office is not None for row in rows),
        "weak": sum(row.weak for row in rows),
        "dead": sum(official.died is not None for official in roster.officials.values()),
        "complete": len(roster.complete),
        "warnings": warnings,
    }
    return message("officials.ok", lang, said)
