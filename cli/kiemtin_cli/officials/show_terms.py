"""`kiemtin officials show`: who held what on a day, by person, office and place."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from kiemtin.checking.workbench import Workbench
from kiemtin.foundation.dates import Held, PartialDate, show_day
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.parameters import Day, format_option, roster_option
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.officials.rosters.queries import Asked


def command(lang: Lang) -> Command:
    def run(
        *, person: str, office: str, place: str, as_of: date | None, roster: str | None, output_format: str
    ) -> int:
        from kiemtin.officials.rosters.queries import Asked

        asked = Asked(person, office, place)
        return show(asked, as_of or date.today(), Workbench(roster=roster), output_format, lang)

    words = message("cli.meta.name", lang)
    params: list[click.Parameter] = [
        click.Option([f"--{name}"], default="", metavar=words, help=message(f"cli.option.{name}", lang))
        for name in ("person", "office", "place")
    ]
    metavar, told = message("cli.meta.day", lang), message("cli.option.show_day", lang)
    params += [
        click.Option(["--as-of", "as_of"], type=Day(lang), metavar=metavar, help=told),
        roster_option(lang),
        format_option(lang, "text", "jsonl", "csv"),
    ]
    return Command("officials.show", lang, run, params)


def show(asked: Asked, day: date, bench: Workbench, output_format: str, lang: Lang) -> ExitCode:
    """Terms that cover the day, then those of which that is not known."""
    from kiemtin.officials.rosters.joined import province_then
    from kiemtin.officials.rosters.queries import on_day, terms_of
    from kiemtin.reporting.shown_roster import records_as, term_lines, term_record

    terms = list(on_day(terms_of(bench.roster, asked, bench.vocabulary), day))
    terms.sort(key=lambda term: term.held is not Held.YES)
    if output_format != "text":
        sys.stdout.write(records_as(output_format, [term_record(term, day) for term in terms]))
        return ExitCode.NOTHING_FOUND
    held = sum(term.held is Held.YES for term in terms)
    told = {"day": show_day(day), "roster": bench.roster.name, "count": held}
    lines = [message("roster.on_day", lang, told)]
    last = bench.roster.last_known
    if last is not None and last < day:
        lines.append(message("roster.older", lang, {"last": show_day(last)}))
    joined = province_then(asked.place, PartialDate(day.year, day.month, day.day)) if asked.place else None
    if joined is not None:
        told = {"what": joined.name, "into": joined.into, "since": show_day(joined.since)}
        lines.append(message("roster.joined", lang, told))
    lines += term_lines(terms, lang)
    if not terms:
        lines.append(message("roster.nothing", lang))
    sys.stdout.write("\n".join([*lines, ""]))
    return ExitCode.NOTHING_FOUND
