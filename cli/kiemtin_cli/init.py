"""`kiemtin init`: what a folder holds, and a kiemtin.toml for it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiemtin.checking.nearest import FILE_NAME, nearest
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import exists, is_folder
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.output import width_for
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.adopting.proposing import Given
    from kiemtin.adopting.surveying import Survey


def command(lang: Lang) -> Command:
    def run(
        *,
        folder: str,
        pack: str | None,
        outlet: str | None,
        medium: str | None,
        printed: bool,
        asking: bool,
    ) -> int:
        from kiemtin.adopting.proposing import Given

        path = Path(folder)
        if not is_folder(path):
            raise click.UsageError(message("init.no_folder", lang, {"folder": folder}))
        given = Given(pack, outlet, _medium(medium, lang))
        if asking and not sys.stdin.isatty():
            raise click.UsageError(message("init.not_asked", lang))
        if printed:
            sys.stdout.write(_proposal(path, given, lang, asking=asking)[1])
            return 0
        return write(path, given, lang, asking=asking)

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
        click.Option(["--ask", "asking"], is_flag=True, help=message("cli.option.init_ask", lang)),
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


def _proposal(folder: Path, given: Given, lang: Lang, *, asking: bool) -> tuple[str, str]:
    """What was found in words, and the text of the kiemtin.toml."""
    from kiemtin.adopting.own_packs import leaves
    from kiemtin.adopting.proposing import proposal
    from kiemtin.adopting.survey_told import told
    from kiemtin.adopting.surveying import Kind, survey

    found = survey(folder)
    packs = leaves(folder, found.of(Kind.PACK))
    if asking:
        click.echo(told(found, lang, width_for(sys.stdout)), err=True)
        return "", proposal(found, packs, ask(found, packs, given, lang), lang)
    return told(found, lang, width_for(sys.stdout), given), proposal(found, packs, given, lang)


def ask(found: Survey, packs: Sequence[str], given: Given, lang: Lang) -> Given:
    """What was not given yet, asked for until it is understood; on standard error, beside what is printed."""
    from kiemtin.documents.columns import LEFT_OUT, is_heading

    def asked(message_id: str, usual: str, **arguments: object) -> str:
        words = click.prompt(
            message(message_id, lang, arguments), default=usual, show_default=bool(usual), err=True
        )
        return str(words).strip()

    outlet = given.outlet or asked("init.ask.outlet", _most(found, "outlet")) or None
    medium = given.medium
    while medium is None and (words := asked("init.ask.medium", _most(found, "medium"))):
        try:
            medium = _medium(words, lang)
        except click.UsageError as error:
            click.echo(error.message, err=True)
    pack = given.pack or asked("init.ask.pack", packs[0] if packs else "") or None
    columns: dict[str, str] = {}
    for each in found.unknown:
        while meaning := asked("init.ask.column", each.similar or "", words=each.words, path=each.first):
            if meaning == LEFT_OUT or is_heading(meaning):
                columns[each.words] = meaning
                break
            click.echo(message("init.bad_column", lang, {"value": meaning}), err=True)
    return given._replace(pack=pack, outlet=outlet, medium=medium, columns=columns)


def _most(found: Survey, field: str) -> str:
    """What most pieces say."""
    return next((words for words, _ in found.said[field].most_common(1)), "")


def write(folder: Path, given: Given, lang: Lang, *, asking: bool = False) -> int:
    """Raises click.UsageError if the folder has a kiemtin.toml, or none can be written."""
    path = folder / FILE_NAME
    if exists(path):
        raise click.UsageError(message("init.exists", lang, {"path": str(path)}))
    above = nearest(str(folder))
    found, text = _proposal(folder, given, lang, asking=asking)
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
