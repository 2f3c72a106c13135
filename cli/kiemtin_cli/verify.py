"""`kiemtin verify`: whether what was kept is what was written; a store of audits."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, path: str, shards: int, seed: int, skip_sources: bool) -> int:
        return verify_store(Path(path), shards, seed, lang, sources=not skip_sources)

    params: list[click.Parameter] = [
        click.Argument(["path"], metavar=message("audit.meta.store", lang), type=click.Path()),
        click.Option(
            ["--recheck", "shards"],
            type=click.IntRange(min=0),
            default=1,
            metavar="N",
            help=message("verify.option.recheck", lang),
        ),
        click.Option(["--seed"], type=int, default=7, metavar="N", help=message("verify.option.seed", lang)),
        click.Option(["--skip-sources"], is_flag=True, help=message("verify.option.skip_sources", lang)),
    ]
    return Command("verify", lang, run, params)


def verify_store(store: Path, shards: int, seed: int, lang: Lang, *, sources: bool) -> int:
    """0 if nothing differs; 1 if sources or rules are not what they were; 3 if the store itself is not."""
    from kiemtin.auditing.verifying import verify

    done = verify(store, shards=shards, seed=seed, sources=sources)
    for each in done.differences:
        sys.stdout.write(f"{message(f'verify.{each.kind}', lang, each.arguments)}\n")
        if help_ := help_for(f"verify.{each.kind}", lang, each.arguments):
            sys.stdout.write(f"  {help_}\n")
    said = {"runs": done.runs, "parts": done.parts, "rechecked": done.rechecked}
    outcome = "verify.whole" if done.is_whole else "verify.broken"
    sys.stdout.write(message(outcome, lang, said) + "\n")
    if not done.is_whole:
        return ExitCode.DOCUMENT_UNREADABLE
    return ExitCode.FINDINGS if done.differences else ExitCode.NOTHING_FOUND
