"""`kiemtin rules …`: what authors of packs do."""

from __future__ import annotations

import click

from kiemtin.foundation.messages import Lang
from kiemtin_cli.program import LazyGroup

MODULES = {
    "check": "kiemtin_cli.rules.check_packs",
    "test": "kiemtin_cli.rules.run_examples",
    "fmt": "kiemtin_cli.rules.format_packs",
    "show": "kiemtin_cli.rules.show_pack",
    "explain": "kiemtin_cli.rules.explain_rule",
    "new": "kiemtin_cli.rules.new_rule",
    "try": "kiemtin_cli.rules.try_rule",
    "analyse": "kiemtin_cli.rules.analyse_packs",
    "diff": "kiemtin_cli.rules.diff_packs",
    "new-examples": "kiemtin_cli.rules.new_examples",
    "exceptions": "kiemtin_cli.rules.exceptions",
    "coverage": "kiemtin_cli.rules.coverage",
    "doc": "kiemtin_cli.rules.write_site",
}


def command(lang: Lang) -> click.Group:
    return LazyGroup("rules", lang, MODULES)
