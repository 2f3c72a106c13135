"""`kiemtin check`: read, recognise, judge, print."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Revisions
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import DocumentError, ExitCode, KiemtinError, PackError, Problem
from kiemtin.reporting.report import Report, Tally, tally, worst_reaches
from kiemtin_cli.output import Progress, palette_for, print_problems, shown_name, tool_problem, width_for
from kiemtin_cli.parameters import (
    as_of_option,
    files_argument,
    files_of,
    format_option,
    pack_option,
    redact_option,
    revisions_option,
    roster_option,
    set_option,
    strict_option,
    threshold_option,
)
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin.reporting.json_report import JsonReport


def command(lang: Lang) -> Command:
    def run(
        *,
        files: Sequence[str],
        pack: str | None,
        as_of: date | None,
        output_format: str,
        threshold: str,
        strict: bool,
        redact: bool,
        roster: str | None,
        given: Sequence[str],
        revisions: Revisions,
    ) -> int:
        supplied = None
        if given:
            from kiemtin_cli.supplied import metadata_of

            supplied = metadata_of(given, lang)
        if redact and output_format != "json":
            raise click.UsageError(message("cli.redact.format", lang))
        bench = Workbench(pack, as_of, roster, supplied, revisions)
        return check(files, bench, output_format, threshold, lang, strict=strict, redact=redact)

    params = [
        files_argument(lang),
        pack_option(lang),
        as_of_option(lang),
        format_option(lang, "text", "json"),
        threshold_option(lang),
        strict_option(lang),
        redact_option(lang),
        roster_option(lang),
        set_option(lang),
        revisions_option(lang),
    ]
    return Command("check", lang, run, params)


def check(
    files: Sequence[str],
    bench: Workbench,
    output_format: str,
    threshold: str,
    lang: Lang,
    *,
    strict: bool = False,
    redact: bool = False,
) -> int:
    """The exit code for all files: the largest of what each of them comes to.

    Each report is printed and let go before the next file is read.
    """
    counts: list[Tally] = []
    shown_as = _renderer(output_format, lang, redact=redact)
    problems: list[Problem] = []
    worst = ExitCode.NOTHING_FOUND
    try:
        files = files_of(files, lang)
    except DocumentError as error:
        files, problems, worst = (), [*error.problems], error.exit_code
        print_problems(problems, lang)
    progress = Progress(len(files))
    for path in files:
        progress.step()
        try:
            report = bench.judge(bench.read(path))
            shown = shown_as.document(report)
        except KiemtinError as error:
            found, code = error.problems, error.exit_code
        except Exception as error:
            found, code = (tool_problem(error, shown_name(path)),), ExitCode.TOOL_FAILED
        else:
            counts.append(tally(report))
            if worst_reaches(report.judgement, threshold, strict=strict, unread=bool(report.unread)):
                worst = max(worst, ExitCode.FINDINGS)
            progress.clear()
            sys.stdout.write(shown)
            continue
        progress.clear()
        problems += found
        worst = max(worst, code)
        print_problems(found, lang)
        if code is PackError.exit_code:  # the rules themselves: no other file can be judged by them
            break
    sys.stdout.write(shown_as.ending(problems, worst))
    if output_format != "json" and len(files) > 1:
        from kiemtin.reporting.text import render_total

        sys.stdout.write(f"\n{render_total(counts, len(problems), lang)}\n")
    return worst


def _renderer(output_format: str, lang: Lang, *, redact: bool) -> JsonReport | _TextReport:
    if output_format == "json":
        from kiemtin.reporting.json_report import JsonReport

        return JsonReport(redact=redact)
    return _TextReport(lang)


class _TextReport:
    """As `JsonReport`, for people."""

    def __init__(self, lang: Lang) -> None:
        self._lang, self._before = lang, ""

    def document(self, report: Report) -> str:
        from kiemtin.reporting.text import render

        shown = self._before + render(report, self._lang, palette_for(sys.stdout), width_for(sys.stdout))
        self._before = "\n"
        return shown

    def ending(self, problems: Sequence[Problem], exit_code: int) -> str:
        return ""
