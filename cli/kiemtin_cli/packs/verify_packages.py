"""`kiemtin packs verify`: whether what is pinned is unchanged; the hash of a package."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.output import print_problems
from kiemtin_cli.packs.shared import config_option, name_and_hash, say, say_signer, store_of
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, packages: Sequence[str], config: str | None) -> int:
        from kiemtin.adopting.packages.opening import open_package
        from kiemtin.adopting.packages.signing import signer_of
        from kiemtin.checking.pins import faults

        if packages:
            for source in packages:
                package = open_package(Path(source))
                say("packs.package", lang, **name_and_hash(package))
                say_signer(signer_of(package, FilePlace(source)), lang)
            return ExitCode.NOTHING_FOUND
        store = store_of(config)
        pins = store.pins()
        wrong = faults(store.home, pins, FilePlace(str(store.config)))
        print_problems(wrong, lang)
        if wrong:
            return ExitCode.PACK_INVALID
        for pin in pins:
            if pin.key:
                say("packs.pinned_key", lang, name=pin.name, key=pin.key)
        say("packs.whole" if pins else "packs.none", lang, n=len(pins), config=str(store.config))
        return ExitCode.NOTHING_FOUND

    metavar = f"[{message('cli.meta.package', lang)}]…"
    params: list[click.Parameter] = [
        click.Argument(["packages"], nargs=-1, metavar=metavar, type=click.Path()),
        config_option(lang),
    ]
    return Command("packs.verify", lang, run, params)
