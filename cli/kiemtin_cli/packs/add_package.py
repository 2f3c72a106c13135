"""`kiemtin packs add`: a package is checked, copied and pinned."""

from __future__ import annotations

from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode, PackError, Problem
from kiemtin_cli.packs.shared import config_option, name_and_hash, say, say_signer, store_of
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, source: str, use: bool, demanded: str | None, key: str, config: str | None) -> int:
        return add(Path(source), config, demanded, key, lang, use=use)

    params: list[click.Parameter] = [
        click.Argument(["source"], metavar=message("cli.meta.package", lang), type=click.Path()),
        click.Option(["--use"], is_flag=True, help=message("cli.option.use", lang)),
        click.Option(
            ["--sha256", "demanded"],
            metavar=message("cli.meta.digest", lang),
            help=message("cli.option.demanded", lang),
        ),
        click.Option(
            ["--key"],
            default="",
            metavar=message("cli.meta.key", lang),
            help=message("cli.option.key", lang),
        ),
        config_option(lang),
    ]
    return Command("packs.add", lang, run, params)


def add(source: Path, config: str | None, demanded: str | None, key: str, lang: Lang, *, use: bool) -> int:
    """Raises PackError for a package, a pack or a kiemtin.toml that is wrong."""
    from kiemtin.adopting.packages.opening import open_package
    from kiemtin.adopting.packages.signing import signer_of
    from kiemtin.checking.workbench import Workbench
    from kiemtin.language.pack_files import INSTALLED

    store = store_of(config)
    store.pins()  # a kiemtin.toml that is wrong is told before anything is written
    package = open_package(source)
    if demanded is not None and package.sha256 != demanded.lower():
        arguments = {"found": package.sha256, "demanded": demanded}
        raise PackError(Problem("package-wrong-hash", FilePlace(str(source)), arguments))
    signer = signer_of(package, FilePlace(str(source)), key.strip())
    folder = store.install(package, Workbench().vocabulary.office_id)
    store.pin(package, source, signer, use=use)
    told, home = package.manifest, f"{INSTALLED}/{package.manifest.name}"
    say("packs.package", lang, **name_and_hash(package))
    say_signer(signer, lang)
    named = {"name": told.name, "version": told.version}
    say("packs.added", lang, **named, folder=str(folder), config=str(store.config))
    if use:
        say("packs.used", lang, config=str(store.config), pack=f"{home}/{told.pack}")
    else:
        say("packs.use", lang, pack=f"{home}/{told.pack}", pack_name=Path(told.pack).stem)
    for roster in told.rosters:
        say("packs.roster", lang, roster=f"{home}/{roster}")
    return ExitCode.NOTHING_FOUND
