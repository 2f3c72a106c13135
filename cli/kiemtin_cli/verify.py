"""`kiemtin verify`: whether what was kept is what was written; a store of audits, or a gate's log."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, help_for, message
from kiemtin.foundation.paths import is_folder
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, path: str, shards: int, seed: int, skip_sources: bool, head: str | None) -> int:
        if head is not None and not re.fullmatch("[0-9a-fA-F]{64}", head):
            raise click.UsageError(f"--head: {message('verify.bad_head', lang, {'value': head})}")
        if is_folder(Path(path)):
            return verify_store(Path(path), shards, seed, lang, sources=not skip_sources)
        return verify_log(Path(path), head.lower() if head else None, lang)

    params: list[click.Parameter] = [
        click.Argument(["path"], metavar=message("verify.meta.path", lang), type=click.Path()),
        click.Option(
            ["--recheck", "shards"],
            type=click.IntRange(min=0),
            default=1,
            metavar="N",
            help=message("verify.option.recheck", lang),
        ),
        click.Option(["--seed"], type=int, default=7, metavar="N", help=message("verify.option.seed", lang)),
        click.Option(["--skip-sources"], is_flag=True, help=message("verify.option.skip_sources", lang)),
        click.Option(
            ["--head"], metavar=message("cli.meta.digest", lang), help=message("cli.option.head", lang)
        ),
    ]
    return Command("verify", lang, run, params)


def verify_log(path: Path, head: str | None, lang: Lang) -> int:
    """0: whole; 1: changed. Raises LogUnreadableError."""
    from kiemtin.serving import audit

    found = audit.verify(path, head)
    if found.faults:
        lines = [message("verify.log.changed", lang, {"n": len(found.faults)})]
        lines += [f"  {message(fault.code, lang, {'number': fault.number})}" for fault in found.faults]
        sys.stdout.write("\n".join(lines) + "\n")
        return ExitCode.FINDINGS
    told = {"entries": found.entries, "bodies": found.bodies, "head": found.head}
    sys.stdout.write(message("verify.log.whole", lang, told) + "\n")
    if found.after_head is not None:
        sys.stdout.write(message("verify.log.after", lang, {"n": found.after_head}) + "\n")
    return ExitCode.NOTHING_FOUND


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
