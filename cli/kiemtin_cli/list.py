"""`kiemtin list`: names in order, with their full titles of a day."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from kiemtin.checking.desk import Desk
from kiemtin.checking.workbench import STDIN
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, ExitCode, Problem
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.parameters import format_option
from kiemtin_cli.program import Command

_FROM_DESK = ("pack", "as_of", "roster", "config", "no_config")
_REST: dict[str, Any] = {"events": (), "given": (), "revisions": "accepted", "internal": False}
"""What is said about files says nothing about names."""


def command(lang: Lang) -> Command:
    def run(*, names: Sequence[str], output_format: str, **chosen: Any) -> int:
        return put_in_order(names, desk_of(lang, **_REST, **chosen), output_format, lang)

    params = [
        click.Argument(["names"], nargs=-1, metavar=f"[{message('cli.meta.names', lang)}]"),
        format_option(lang, "text", "jsonl", "csv"),
        *(each for each in desk_options(lang) if each.name in _FROM_DESK),
    ]
    return Command("list", lang, run, params)


def put_in_order(names: Sequence[str], desk: Desk, output_format: str, lang: Lang) -> int:
    """Raises DocumentError if there are no names to read, PackError for the pack and the roster."""
    from kiemtin.checking import names_told
    from kiemtin.checking.names_in_order import in_order

    bench = desk.bench(STDIN)
    found = in_order("\n".join(names) if names else _typed(), desk.chosen.as_of or date.today(), bench)
    if output_format == "text":
        sys.stdout.write(names_told.text(found, bench.roster.name, lang))
    else:
        from kiemtin.reporting.csv_report import harmless
        from kiemtin.reporting.shown_roster import records_as

        rows = names_told.rows(found, lang)
        if output_format == "csv":
            rows = [
                {key: harmless(cell) if isinstance(cell, str) else cell for key, cell in row.items()}
                for row in rows
            ]
        sys.stdout.write(records_as(output_format, rows))
    return ExitCode.NOTHING_FOUND


def _typed() -> str:
    from kiemtin.documents.decoding import decode
    from kiemtin.documents.limits import TEXT_BYTES

    if sys.stdin.isatty():
        raise DocumentError(Problem("document-stdin-terminal", FilePlace(STDIN)))
    data = sys.stdin.buffer.read(TEXT_BYTES.most + 1)
    TEXT_BYTES.hold(len(data), FilePlace(STDIN))
    return decode(data, STDIN)
