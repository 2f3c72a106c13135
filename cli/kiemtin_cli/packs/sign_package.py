"""`kiemtin packs sign`: who publishes a package says so, in a file of it."""

from __future__ import annotations

from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode, PackError, Problem
from kiemtin_cli.packs.shared import name_and_hash, say
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, folder: str, key: str, is_new: bool) -> int:
        return sign(Path(folder), Path(key), lang, is_new=is_new)

    params: list[click.Parameter] = [
        click.Argument(["folder"], metavar=message("cli.meta.folder", lang), type=click.Path()),
        click.Option(
            ["--key-file", "key"],
            required=True,
            metavar=message("cli.meta.file", lang),
            type=click.Path(),
            help=message("cli.option.key_file", lang),
        ),
        click.Option(["--new-key", "is_new"], is_flag=True, help=message("cli.option.new_key", lang)),
    ]
    return Command("packs.sign", lang, run, params)


def sign(folder: Path, key: Path, lang: Lang, *, is_new: bool) -> int:
    """Raises PackError for a package or a key that is wrong."""
    from kiemtin.adopting.packages import signing
    from kiemtin.adopting.packages.opening import open_package

    if not folder.is_dir():
        raise PackError(Problem("package-no-folder", FilePlace(str(folder))))
    package = open_package(folder)
    if is_new:
        signing.make_key(key)
        say("packs.key_made", lang, path=str(key))
    public = signing.sign(package, folder, key)
    say("packs.package", lang, **name_and_hash(package))
    say("packs.signed", lang, key=public)
    return ExitCode.NOTHING_FOUND
