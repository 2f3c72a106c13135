"""`kiemtin officials diff`: what is different between two rosters."""

from __future__ import annotations

import sys

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.officials.reading import read_sound
from kiemtin_cli.parameters import format_option
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, before: str, after: str, output_format: str) -> int:
        return compare(before, after, output_format, lang)

    metavar = message("cli.meta.file", lang)
    params = [
        click.Argument(["before"], metavar=f"{metavar}-1", type=click.Path()),
        click.Argument(["after"], metavar=f"{metavar}-2", type=click.Path()),
        format_option(lang, "text", "jsonl"),
    ]
    return Command("officials.diff", lang, run, params)


def compare(before: str, after: str, output_format: str, lang: Lang) -> ExitCode:
    """As `diff` does, 0 says that they are the same and 1 that they are not."""
    from kiemtin.officials.rosters.changes import differences, with_ids_of
    from kiemtin.reporting.shown_roster import change_lines, change_record, records_as

    old, new = read_sound(before, lang).raw, read_sound(after, lang).raw
    changes = differences(old, with_ids_of(old, new))
    if output_format != "text":
        sys.stdout.write(records_as(output_format, [change_record(change) for change in changes]))
    else:
        lines = [*change_lines(changes, lang)] or [message("roster.same", lang)]
        sys.stdout.write("\n".join([*lines, ""]))
    return ExitCode.FINDINGS if changes else ExitCode.NOTHING_FOUND
