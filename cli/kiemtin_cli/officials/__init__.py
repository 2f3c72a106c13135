"""`kiemtin officials …`: what keepers of rosters do."""

from __future__ import annotations

import click

from kiemtin.foundation.messages import Lang
from kiemtin_cli.program import LazyGroup

MODULES = {
    "show": "kiemtin_cli.officials.show_terms",
    "find": "kiemtin_cli.officials.find_people",
    "since": "kiemtin_cli.officials.list_turns",
    "diff": "kiemtin_cli.officials.compare_rosters",
    "check": "kiemtin_cli.officials.check_rosters",
    "export": "kiemtin_cli.officials.export_roster",
    "import": "kiemtin_cli.officials.import_roster",
}


def command(lang: Lang) -> click.Group:
    return LazyGroup("officials", lang, MODULES)
