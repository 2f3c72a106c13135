"""`kiemtin baseline`: what is wrong today is written down, so that later findings can be told apart."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from kiemtin.accepting.baselines import FILE_NAME, Known, known_of, read_baseline, write_baseline
from kiemtin.checking.choosing import Choice
from kiemtin.checking.desk import Desk
from kiemtin.checking.finishing import Finishing
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import exists
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import ExitCode, KiemtinError, PackError, Problem
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.output import Progress, print_problems, shown_name
from kiemtin_cli.parameters import (
    files_argument,
    files_of,
)
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(
        *,
        files: Sequence[str],
        output: str,
        **chosen: Any,
    ) -> int:
        desk = desk_of(lang, **chosen)
        finish = Finishing(Choice(), desk.chosen.as_of or date.today())
        return baseline(files_of(files, lang), Path(output), desk, finish, lang)

    params = [
        files_argument(lang),
        click.Option(
            ["--output", "-o"],
            type=click.Path(),
            default=FILE_NAME,
            metavar=message("cli.meta.file", lang),
            help=message("cli.option.baseline_output", lang, {"default": FILE_NAME}),
        ),
        *desk_options(lang),
    ]
    return Command("baseline", lang, run, params)


def baseline(files: Sequence[str], output: Path, desk: Desk, finish: Finishing, lang: Lang) -> int:
    """Writes what is neither waived nor could be read; a file that cannot be read keeps its old entries
    out."""
    from kiemtin.foundation.writing import write_private

    folder = output.resolve().parent
    before = read_baseline(output) if exists(output) else None
    entries: list[Known] = []
    gone = 0
    worst = ExitCode.NOTHING_FOUND
    progress = Progress(len(files))
    for path in files:
        progress.step()
        try:
            report = finish(desk.examine(path)).report
        except PackError:
            raise
        except KiemtinError as error:
            progress.clear()
            print_problems(error.problems, lang)
            worst = max(worst, error.exit_code)
            continue
        known = known_of(report.document, report.judgement, folder)
        entries += [each for each in known if each.fingerprint not in report.acceptance.waived]
        if before is not None:
            gone += len(before.of(report.document, report.judgement)[1])
    progress.clear()
    try:
        write_private(output, write_baseline(entries))
    except OSError as error:
        told = {"reason": error.strerror or str(error)}
        raise KiemtinError(Problem("output-not-written", FilePlace(shown_name(str(output))), told)) from error
    told_sums = {"path": shown_name(str(output)), "n": len(entries), "files": len(files), "gone": gone}
    sys.stdout.write(message("baseline.written", lang, told_sums) + "\n")
    return worst
