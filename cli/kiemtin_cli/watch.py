"""`kiemtin watch`: a folder in which drafts come and change."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kiemtin import __version__
from kiemtin.checking.workbench import DEFAULT_PACKS, Workbench
from kiemtin.foundation.hashing import sha256
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import DocumentError, ExitCode, KiemtinError, PackError
from kiemtin.judging.findings import Outcome
from kiemtin_cli.output import WIDTH, print_problems, shown_name, tool_problem
from kiemtin_cli.parameters import pack_option, roster_option
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, folder: str, pack: str | None, roster: str | None, poll: bool, once: bool) -> int:
        if not Path(folder).is_dir():
            raise click.UsageError(message("watch.no_folder", lang, {"folder": folder}))
        return watch(Path(folder), Workbench(pack, roster=roster), roster, lang, poll=poll, once=once)

    params = [
        click.Argument(["folder"], metavar=message("cli.meta.folder", lang), type=click.Path()),
        pack_option(lang),
        roster_option(lang),
        click.Option(["--poll"], is_flag=True, help=message("cli.option.poll", lang)),
        click.Option(["--once"], is_flag=True, help=message("cli.option.once", lang)),
    ]
    return Command("watch", lang, run, params)


def watch(folder: Path, bench: Workbench, roster: str | None, lang: Lang, *, poll: bool, once: bool) -> int:
    """Until it is interrupted, or with `once` until all is checked. Raises KiemtinError."""
    from kiemtin.serving import watching
    from kiemtin_cli.serve import missing

    watcher = watching.Watcher(
        folder.resolve(), lambda path: checked(path, bench, lang), rules_of(bench, roster, lang)
    )
    if not once:
        sys.stdout.write(message("watch.watching", lang, {"folder": folder}) + "\n")
        sys.stdout.flush()
    try:
        for _ in watching.watch(watcher, poll=poll, once=once):
            sys.stdout.flush()
    except ModuleNotFoundError as error:
        raise missing("watch", error) from None
    return ExitCode.NOTHING_FOUND


def rules_of(bench: Workbench, roster: str | None, lang: Lang) -> str:
    """Names the rules, roster and language: a report by others is made anew. Raises PackError."""
    packs = [bench.pack] if bench.pack else DEFAULT_PACKS.values()
    keys = [bench.judge_of(pack).rulebook.key[:16] for pack in packs]
    facts = sha256(Path(roster).read_bytes()).hexdigest()[:16] if roster else __version__
    return " ".join([*keys, facts, lang])


def checked(path: Path, bench: Workbench, lang: Lang) -> str:
    """The report of one draft as text, also of one that cannot be read; a line about it is printed."""
    from kiemtin.reporting.problems import render_problems
    from kiemtin.reporting.text import render

    name = shown_name(path.name)
    try:
        report = bench.judge(bench.read(str(path)))
    except PackError:
        raise
    except KiemtinError as error:
        problems = error.problems
        sys.stdout.write(message("watch.unreadable", lang, {"name": name}) + "\n")
        if not isinstance(error, DocumentError):
            print_problems(problems, lang)
        return render_problems(problems, lang)
    except Exception as error:
        problem = tool_problem(error, name)
        print_problems([problem], lang)
        return render_problems([problem], lang)
    outcomes = [finding.outcome for finding in report.judgement.findings]
    told = {
        "name": name,
        "findings": outcomes.count(Outcome.FAILED),
        "open": outcomes.count(Outcome.NOT_CHECKABLE),
    }
    sys.stdout.write(message("watch.checked", lang, told) + "\n")
    return render(report, lang, width=WIDTH)
