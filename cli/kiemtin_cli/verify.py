"""`kiemtin verify`: whether a log is still what was written."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, log: str, head: str | None) -> int:
        if head is not None and not re.fullmatch("[0-9a-fA-F]{64}", head):
            raise click.UsageError(f"--head: {message('verify.bad_head', lang, {'value': head})}")
        return verify(Path(log), head.lower() if head else None, lang)

    params = [
        click.Argument(["log"], metavar=message("cli.meta.log", lang), type=click.Path()),
        click.Option(
            ["--head"], metavar=message("cli.meta.digest", lang), help=message("cli.option.head", lang)
        ),
    ]
    return Command("verify", lang, run, params)


def verify(path: Path, head: str | None, lang: Lang) -> int:
    """0: whole; 1: changed. Raises LogUnreadableError."""
    from kiemtin.serving import audit

    found = audit.verify(path, head)
    if found.faults:
        lines = [message("verify.changed", lang, {"n": len(found.faults)})]
        lines += [f"  {message(fault.code, lang, {'number': fault.number})}" for fault in found.faults]
        sys.stdout.write("\n".join(lines) + "\n")
        return ExitCode.FINDINGS
    told = {"entries": found.entries, "bodies": found.bodies, "head": found.head}
    sys.stdout.write(message("verify.whole", lang, told) + "\n")
    if found.after_head is not None:
        sys.stdout.write(message("verify.after", lang, {"n": found.after_head}) + "\n")
    return ExitCode.NOTHING_FOUND
