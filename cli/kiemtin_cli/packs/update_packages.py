"""`kiemtin packs update`: a newer state of a package, with the rules that it changes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.output import palette_for
from kiemtin_cli.packs.shared import config_option, difference_lines, say, store_of
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.adopting.packages.store import Store
    from kiemtin.checking.pins import Pin


def command(lang: Lang) -> Command:
    def run(*, names: Sequence[str], source: str | None, dry_run: bool, config: str | None) -> int:
        store = store_of(config)
        pins = {pin.name: pin for pin in store.pins()}
        for name in names:
            if name not in pins:
                told = {"name": name, "known": ", ".join(pins) or "–"}
                raise click.UsageError(message("packs.no_name", lang, told))
        if source is not None and len(names) != 1:
            raise click.UsageError(message("packs.one_source", lang))
        if not pins:
            say("packs.none", lang, config=str(store.config))
        codes = [update(store, pins[name], source, lang, dry_run=dry_run) for name in names or pins]
        return max(codes, default=ExitCode.NOTHING_FOUND)

    params: list[click.Parameter] = [
        click.Argument(["names"], nargs=-1, metavar=f"[{message('cli.meta.package_name', lang)}]…"),
        click.Option(
            ["--source"],
            type=click.Path(),
            metavar=message("cli.meta.package", lang),
            help=message("cli.option.source", lang),
        ),
        click.Option(["--dry-run"], is_flag=True, help=message("cli.option.dry_run", lang)),
        config_option(lang),
    ]
    return Command("packs.update", lang, run, params)


def update(store: Store, pin: Pin, source: str | None, lang: Lang, *, dry_run: bool) -> ExitCode:
    """Raises PackError for a package that is wrong or of another name."""
    from kiemtin.adopting.packages.opening import open_package
    from kiemtin.adopting.packages.signing import signer_of
    from kiemtin.adopting.packages.store import difference
    from kiemtin.checking.workbench import Workbench

    path = Path(source) if source is not None else store.source_of(pin)
    package, installed = open_package(path), store.installed(pin.name)
    told = package.manifest
    if told.name != pin.name:
        raise click.UsageError(message("packs.no_name", lang, {"name": told.name, "known": pin.name}))
    signer = signer_of(package, FilePlace(str(path)), pin.key)
    if installed is not None and installed.sha256 == package.sha256 == pin.sha256:
        say("packs.same", lang, name=told.name, version=told.version)
        return ExitCode.NOTHING_FOUND
    found = difference(installed, package)
    n = len(found.rules) + len(found.files)
    said = "packs.differs" if n else "packs.differs_in_layout"
    say(said, lang, name=told.name, old=pin.version, new=told.version, n=n)
    lines = difference_lines(found, lang, palette_for(sys.stdout))
    sys.stdout.writelines(f"{line}\n" for line in lines)
    if dry_run:
        say("packs.would", lang)
        return ExitCode.FINDINGS
    store.install(package, Workbench().vocabulary.office_id)
    store.pin(package, path, signer, use=False)
    say("packs.updated", lang, name=told.name, version=told.version)
    return ExitCode.NOTHING_FOUND
