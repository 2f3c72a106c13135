"""`kiemtin officials since`: who changed since a day, and which drafts name them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.dates import show_day
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import DocumentError, ExitCode
from kiemtin_cli.output import print_problems, shown_name
from kiemtin_cli.parameters import Day, files_of, format_option, roster_option
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.officials.rosters.queries import Turn


def command(lang: Lang) -> Command:
    def run(*, since: date, files: Sequence[str], roster: str | None, output_format: str) -> int:
        return list_turns(since, files, Workbench(roster=roster), output_format, lang)

    params = [
        click.Argument(["since"], type=Day(lang), metavar=message("cli.meta.since", lang)),
        click.Argument(
            ["files"], nargs=-1, metavar=f"[{message('cli.meta.files', lang)}]", type=click.Path()
        ),
        roster_option(lang),
        format_option(lang, "text", "jsonl", "csv"),
    ]
    return Command("officials.since", lang, run, params)


def list_turns(
    since: date, files: Sequence[str], bench: Workbench, output_format: str, lang: Lang
) -> ExitCode:
    """Every change; then, if files are given, those that name somebody who changed."""
    from kiemtin.officials.rosters.queries import turns_since
    from kiemtin.reporting.shown_roster import records_as, turn_line, turn_record

    turns = turns_since(bench.roster, since)
    people = {turn.official.id: turn.official.name for turn in turns}
    if output_format == "text":
        told = {"day": show_day(since), "count": len(turns), "people": len(people)}
        sys.stdout.write(message("roster.since", lang, told) + "\n")
        sys.stdout.writelines(f"{turn_line(turn, lang)}\n" for turn in turns)
    elif not files:
        sys.stdout.write(records_as(output_format, [turn_record(turn) for turn in turns]))
    if not files:
        return ExitCode.NOTHING_FOUND
    named, worst = _named_in(files, bench, people, lang)
    if output_format == "text":
        _print_named(named, people, lang)
    else:
        records = [
            {"file": file, **turn_record(turn), "times": counts[turn.official.id]}
            for file, counts in named
            for turn in _of(turns, counts)
        ]
        sys.stdout.write(records_as(output_format, records))
    return worst


def _of(turns: Iterable[Turn], counts: dict[str, int]) -> list[Turn]:
    return [turn for turn in turns if turn.official.id in counts]


def _named_in(
    files: Sequence[str], bench: Workbench, people: dict[str, str], lang: Lang
) -> tuple[list[tuple[str, dict[str, int]]], ExitCode]:
    """How often each file names each of the people, by the recogniser; files that cannot be read are told."""
    worst = ExitCode.NOTHING_FOUND
    found: list[tuple[str, dict[str, int]]] = []
    for path in files_of(files, lang):
        try:
            mentions = bench.recognizer.recognize(bench.read(path)).mentions
        except DocumentError as error:
            print_problems(error.problems, lang)
            worst = max(worst, error.exit_code)
            continue
        counts: dict[str, int] = {}
        for mention in mentions:
            if mention.official in people:
                counts[mention.official] = counts.get(mention.official, 0) + 1
        if counts:
            found.append((shown_name(path), counts))
    return found, worst


def _print_named(named: list[tuple[str, dict[str, int]]], people: dict[str, str], lang: Lang) -> None:
    if not named:
        sys.stdout.write(message("roster.named_nowhere", lang) + "\n")
        return
    sys.stdout.write("\n" + message("roster.named_in", lang, {"count": len(named)}) + "\n")
    for file, counts in named:
        names = ", ".join(f"{people[who]} ({count})" for who, count in counts.items())
        sys.stdout.write(message("roster.named", lang, {"file": file, "names": names}) + "\n")
