"""`kiemtin show`: what was read and recognised."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

import click

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Revisions
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import DocumentError, ExitCode, KiemtinError, PackError
from kiemtin.reporting.shown_document import json_line, render
from kiemtin_cli.output import palette_for, print_problems, shown_name, tool_problem, width_for
from kiemtin_cli.parameters import (
    as_of_option,
    files_argument,
    files_of,
    format_option,
    pack_option,
    revisions_option,
    roster_option,
)
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(
        *,
        files: Sequence[str],
        output_format: str,
        why: bool,
        pack: str | None,
        as_of: date | None,
        roster: str | None,
        revisions: Revisions,
    ) -> int:
        return show(files, Workbench(pack, as_of, roster, revisions=revisions), output_format, lang, why=why)

    params = [
        files_argument(lang),
        format_option(lang, "text", "jsonl"),
        click.Option(["--why"], is_flag=True, help=message("cli.option.why", lang)),
        constructions_option(lang),
        pack_option(lang),
        as_of_option(lang),
        roster_option(lang),
        revisions_option(lang),
    ]
    return Command("show", lang, run, params)


def constructions_option(lang: Lang) -> click.Option:
    """Prints the table of constructions and ends."""

    def print_table(ctx: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001
        if asked:
            from kiemtin.reporting.shown_constructions import constructions  # few ask for it

            for line in constructions(lang):
                click.echo(line)
            ctx.exit()

    return click.Option(
        ["--constructions"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=print_table,
        help=message("cli.option.constructions", lang),
    )


def show(files: Sequence[str], bench: Workbench, output_format: str, lang: Lang, *, why: bool) -> int:
    """Shows every file that can be read; the exit code is the largest of theirs."""
    worst = ExitCode.NOTHING_FOUND
    palette, width = palette_for(sys.stdout), width_for(sys.stdout)
    write = sys.stdout.write
    separator = ""
    try:
        files = files_of(files, lang)
    except DocumentError as error:
        print_problems(error.problems, lang)
        return error.exit_code
    for path in files:
        try:
            reading = bench.recognise(bench.read(path))
            if output_format == "jsonl":
                shown = json_line(reading, why=why)
            else:
                shown = separator + render(reading, lang, palette, width, why=why)
                separator = "\n"
        except KiemtinError as error:
            problems, code = error.problems, error.exit_code
        except Exception as error:
            problems, code = (tool_problem(error, shown_name(path)),), ExitCode.TOOL_FAILED
        else:
            write(shown)
            continue
        worst = max(worst, code)
        print_problems(problems, lang)
        if code is PackError.exit_code:
            break
    return worst
