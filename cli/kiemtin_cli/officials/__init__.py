"""`kiemtin officials …`: what keepers of rosters do."""

from __future__ import annotations

import click

from kiemtin.foundation.messages import Lang
from kiemtin_cli.program import LazyGroup

MODULES = {"check": "kiemtin_cli.officials.check_rosters"}


def command(lang: Lang) -> click.Group:
    return LazyGroup("officials", lang, MODULES)
