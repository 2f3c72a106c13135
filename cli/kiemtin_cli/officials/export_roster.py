"""`kiemtin officials export`: a roster, and the order of a pack, as a workbook that editors keep in Excel."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import exists
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.officials.reading import read_sound
from kiemtin_cli.parameters import pack_option, roster_option
from kiemtin_cli.program import Command

SUFFIXES = (".xlsx", ".json")


def command(lang: Lang) -> Command:
    def run(*, file: str, roster: str | None, pack: str | None, force: bool) -> int:
        return export(file, roster, pack, lang, force=force)

    params = [
        click.Argument(["file"], metavar=message("cli.meta.file", lang), type=click.Path()),
        roster_option(lang),
        pack_option(lang),
        click.Option(["--force"], is_flag=True, help=message("cli.option.force", lang)),
    ]
    return Command("officials.export", lang, run, params)


def export(file: str, roster: str | None, pack: str | None, lang: Lang, *, force: bool) -> ExitCode:
    """The roster of the command line, else the bundled one."""
    from kiemtin.checking.workbench import bundled_roster

    target = Path(file)
    if target.suffix.lower() not in SUFFIXES:
        told = {"path": file, "known": ", ".join(SUFFIXES)}
        raise click.UsageError(message("roster.suffix", lang, told))
    if exists(target) and not force:
        raise click.UsageError(message("roster.exists", lang, {"path": file}))
    raw = read_sound(roster or str(bundled_roster()), lang).raw
    if pack is not None:
        from kiemtin.checking.orders import order_of

        raw = raw._replace(order=order_of(pack))
    if target.suffix.lower() == ".json":
        from kiemtin.officials.rosters.writing import to_json

        contents = to_json(raw)
    else:
        from kiemtin.officials.rosters.workbook import to_workbook
        from kiemtin.officials.words.loading import load_vocabulary

        guide = message("roster.guide", lang).split("\n")
        contents = to_workbook(raw, load_vocabulary(), guide)
    target.write_bytes(contents)
    sys.stdout.write(message("roster.written", lang, {"path": file}) + "\n")
    return ExitCode.NOTHING_FOUND
