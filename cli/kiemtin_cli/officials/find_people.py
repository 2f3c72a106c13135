"""`kiemtin officials find`: people and titles by some of their words."""

from __future__ import annotations

import sys

import click

from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.parameters import format_option, roster_option
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, words: tuple[str, ...], roster: str | None, output_format: str) -> int:
        return find(" ".join(words), Workbench(roster=roster), output_format, lang)

    metavar = message("cli.meta.name_words", lang)
    params = [
        click.Argument(["words"], nargs=-1, required=True, metavar=metavar),
        roster_option(lang),
        format_option(lang, "text", "jsonl", "csv"),
    ]
    return Command("officials.find", lang, run, params)


def find(words: str, bench: Workbench, output_format: str, lang: Lang) -> ExitCode:
    """All that is known of everybody found, in the order of the roster; near names are told to be that."""
    from kiemtin.officials.rosters.queries import Term, found_by
    from kiemtin.reporting.shown_roster import person_line, records_as, term_lines, term_record

    found = found_by(bench.roster, words, bench.vocabulary)
    terms = {
        official.id: [Term(official, each) for each in official.holdings] for official in found.officials
    }
    if output_format != "text":
        records = [term_record(term) for each in terms.values() for term in each]
        sys.stdout.write(records_as(output_format, records))
        return ExitCode.NOTHING_FOUND
    lines = [] if found.officials else [message("roster.nothing", lang)]
    if found.near:
        lines.append(message("roster.near", lang))
    for official in found.officials:
        lines.append(person_line(official, lang))
        lines += [f"  {line}" for line in term_lines(terms[official.id], lang, with_person=False)]
    sys.stdout.write("\n".join([*lines, ""]))
    return ExitCode.NOTHING_FOUND
