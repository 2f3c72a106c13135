"""`kiemtin packs …`: packs of others, taken, pinned and brought up to date."""

from __future__ import annotations

import click

from kiemtin.foundation.messages import Lang
from kiemtin_cli.program import LazyGroup

MODULES = {
    "add": "kiemtin_cli.packs.add_package",
    "sign": "kiemtin_cli.packs.sign_package",
    "list": "kiemtin_cli.packs.list_packages",
    "update": "kiemtin_cli.packs.update_packages",
    "verify": "kiemtin_cli.packs.verify_packages",
}


def command(lang: Lang) -> click.Group:
    return LazyGroup("packs", lang, MODULES)
