"""`kiemtin init`: what a folder holds, and a kiemtin.toml for it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiemtin.checking.nearest import FILE_NAME, nearest
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import exists, is_folder
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.output import width_for
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, folder: str, pack: str | None, outlet: str | None, medium: str | None, printed: bool) -> int:
        from kiemtin.adopting.proposing import Given

        path = Path(folder)
        if not is_folder(path):
            raise click.UsageError(message("init.no_folder", lang, {"folder": folder}))
        given = Given(pack, outlet, _medium(medium, lang))
        if printed:
            sys.stdout.write(_proposal(path, given, lang)[1])
            return 0
        return write(path, given, lang)

    params: list[click.Parameter] = [
        click.Argument(["folder"], default=".", metavar=f"[{message('cli.meta.folder', lang)}]"),
        click.Option(
            ["--pack"], metavar=message("cli.meta.pack", lang), help=message("cli.option.init_pack", lang)
        ),
        *(
            click.Option(
                [f"--{name}"],
                metavar=message("cli.meta.words_of", lang),
                help=message(f"cli.option.init_{name}", lang),
            )
            for name in ("outlet", "medium")
        ),
        click.Option(["--print", "printed"], is_flag=True, help=message("cli.option.init_print", lang)),
    ]
    return Command("init", lang, run, params)


def _medium(words: str | None, lang: Lang) -> str | None:
    """As a kiemtin.toml says it. Raises click.UsageError for what is no medium."""
    from kiemtin.documents.metadata_fields import read_value

    try:
        if words is not None and read_value("medium", words) is not None:
            return words
    except ValueError:
        pass
    if words is not None:
        raise click.UsageError(message("init.bad_medium", lang, {"value": words}))
    return None


def _proposal(folder: Path, given: object, lang: Lang) -> tuple[str, str]:
    """What was found in words, and the text of the kiemtin.toml."""
    from kiemtin.adopting.own_packs import leaves
    from kiemtin.adopting.proposing import Given, proposal
    from kiemtin.adopting.survey_told import told
    from kiemtin.adopting.surveying import Kind, survey

    assert isinstance(given, Given)
    found = survey(folder)
    packs = leaves(folder, found.of(Kind.PACK))
    return told(found, lang, width_for(sys.stdout), given), proposal(found, packs, given, lang)


def write(folder: Path, given: object, lang: Lang) -> int:
    """Raises click.UsageError if the folder has a kiemtin.toml, or none can be written."""
    path = folder / FILE_NAME
    if exists(path):
        raise click.UsageError(message("init.exists", lang, {"path": str(path)}))
    above = nearest(str(folder))
    found, text = _proposal(folder, given, lang)
    sys.stdout.write(found)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise click.UsageError(message("init.exists", lang, {"path": str(path)})) from None
    except OSError as error:
        told = {"path": str(path), "reason": error.strerror or ""}
        raise click.UsageError(message("rules.not_written", lang, told)) from None
    if above is not None:
        sys.stdout.write(visible(message("init.above", lang, {"path": above})) + "\n")
    told = {"path": str(path), "folder": str(folder)}
    sys.stdout.write(visible(message("init.written", lang, told)) + "\n")
    return 0
