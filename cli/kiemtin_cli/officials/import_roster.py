"""`kiemtin officials import`: a sheet of people and order taken into a roster, seen before it is written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import exists
from kiemtin.foundation.problems import ExitCode, PackError
from kiemtin_cli.officials.reading import Sound, read_sound
from kiemtin_cli.parameters import format_option
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.officials.rosters.raw import Entry, RawRoster


class Target(NamedTuple):
    into: str
    """The roster that takes the changes."""
    order: str | None
    """The pack that takes the order."""
    whole: bool
    write: bool


def command(lang: Lang) -> Command:
    def run(*, file: str, into: str, order: str | None, whole: bool, write: bool, output_format: str) -> int:
        return take_in(file, Target(into, order, whole, write), output_format, lang)

    metavar = message("cli.meta.file", lang)
    params = [
        click.Argument(["file"], metavar=metavar, type=click.Path()),
        click.Option(["--into"], required=True, metavar=metavar, help=message("cli.option.into", lang)),
        click.Option(["--order"], metavar=metavar, help=message("cli.option.order", lang)),
        click.Option(["--whole"], is_flag=True, help=message("cli.option.whole", lang)),
        click.Option(["--write"], is_flag=True, help=message("cli.option.write", lang)),
        format_option(lang, "text", "jsonl"),
    ]
    return Command("officials.import", lang, run, params)


def take_in(file: str, target: Target, output_format: str, lang: Lang) -> ExitCode:
    """Shows every change; with `write` carries them out. What comes of it is judged whole before that."""
    from kiemtin.officials.rosters.changes import differences, in_place_of, order_changes, taken_into
    from kiemtin.officials.rosters.raw import RawRoster
    from kiemtin.officials.rosters.writing import to_json
    from kiemtin.reporting.shown_roster import change_lines, change_record, records_as

    for path, suffix in ((target.into, ".json"), (target.order, ".quy")):
        if path is not None and Path(path).suffix != suffix:
            raise click.UsageError(message("roster.suffix", lang, {"path": path, "known": suffix}))
    given = read_sound(file, lang, foreign=True)
    is_new = not exists(Path(target.into))
    roster = RawRoster(name=Path(target.into).stem) if is_new else read_sound(target.into, lang).raw
    roster = roster._replace(order=())
    bare = given.raw._replace(order=())
    result = (in_place_of if target.whole else taken_into)(roster, bare)
    _hold(result, target.into)
    changes = differences(roster, result)
    if target.order is not None and given.order:
        changes += order_changes(_order_before(target.order), given.raw.order)
    if output_format != "text":
        sys.stdout.write(records_as(output_format, [change_record(change) for change in changes]))
    else:
        sys.stdout.writelines(f"{line}\n" for line in change_lines(changes, lang))
        _say_what_waits(len(changes), given, target, lang)
    if target.write:
        Path(target.into).write_bytes(to_json(result))
        written = [target.into, *_write_order(given, target, lang)]
        for path in written:
            sys.stderr.write(message("roster.written", lang, {"path": path}) + "\n")
    return ExitCode.NOTHING_FOUND


def _say_what_waits(count: int, given: Sound, target: Target, lang: Lang) -> None:
    if given.order and target.order is None:
        sys.stdout.write(message("roster.order_waits", lang) + "\n")
    if not count:
        sys.stdout.write(message("roster.same", lang) + "\n")
    elif not target.write:
        sys.stdout.write(message("roster.preview", lang, {"count": count}) + "\n")


def _hold(roster: RawRoster, path: str) -> None:
    """Raises PackError if entries that are right alone contradict each other together."""
    from kiemtin.officials.rosters.entries import Entries
    from kiemtin.officials.words.loading import load_vocabulary

    entries = Entries(path, load_vocabulary())
    entries.add_all(roster)
    entries.settled()
    errors = [problem for problem in entries.problems if not problem.warning]
    if errors:
        raise PackError(errors)


def _order_before(pack: str) -> list[Entry]:
    from kiemtin.checking.orders import order_of

    return order_of(pack) if exists(Path(pack)) else []


def _write_order(given: Sound, target: Target, lang: Lang) -> list[str]:
    """Writes the pack of the order, if one is asked for and given."""
    from kiemtin.checking.orders import pack_with_order

    if target.order is None:
        return []
    if not given.order:
        sys.stderr.write(message("roster.no_order", lang, {"path": target.order}) + "\n")
        return []
    path = Path(target.order)
    title = message("roster.sheet_name", "vi")
    path.write_text(pack_with_order(path.stem, title, given.order), encoding="utf-8", newline="\n")
    return [target.order]
