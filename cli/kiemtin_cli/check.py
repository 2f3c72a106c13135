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
from kiemtin.reporting.report import Report, tally, worst_reaches
from kiemtin_cli.output import Progress, palette_for, print_problems, shown_name, tool_problem, width_for
from kiemtin_cli.parameters import (
    as_of_option,
    files_argument,
    files_of,
    format_option,
    output_option,
    pack_option,
    revisions_option,
    roster_option,
    set_option,
    strict_option,
    suggest_option,
    threshold_option,
)
from kiemtin_cli.program import Command

if TYPE_CHECKING:
    from kiemtin_cli.papers import Papers


_PAPERS = ("docx", "html")


def command(lang: Lang) -> Command:
    def run(
        *,
        files: Sequence[str],
        pack: str | None,
        as_of: date | None,
        output_format: str,
        threshold: str,
        strict: bool,
        roster: str | None,
        given: Sequence[str],
        revisions: Revisions,
        output: str | None,
        suggest: bool,
    ) -> int:
        supplied = None
        if given:
            from kiemtin_cli.supplied import metadata_of

            supplied = metadata_of(given, lang)
        bench = Workbench(pack, as_of, roster, supplied, revisions)
        papers = None
        if output_format in _PAPERS:
            from kiemtin_cli.papers import Papers

            papers = Papers(output_format, output, lang, suggest=suggest)
        elif output is not None:
            raise click.UsageError(message("cli.papers.output_unused", lang))
        return check(files, bench, output_format, threshold, lang, strict=strict, papers=papers)

    params = [
        files_argument(lang),
        pack_option(lang),
        as_of_option(lang),
        format_option(lang, "text", "json", *_PAPERS),
        output_option(lang),
        suggest_option(lang),
        threshold_option(lang),
        strict_option(lang),
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
    papers: Papers | None = None,
) -> int:
    """The exit code for all files: the largest of what each of them comes to."""
    reports: list[Report] = []
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
            examined = bench.examine(bench.read(path))
            report = examined.report
            if papers is not None:
                papers.add(examined)
        except KiemtinError as error:
            found, code = error.problems, error.exit_code
        except Exception as error:
            found, code = (tool_problem(error, shown_name(path)),), ExitCode.TOOL_FAILED
        else:
            reports.append(report)
            if worst_reaches(report.judgement, threshold, strict=strict, unread=bool(report.unread)):
                worst = max(worst, ExitCode.FINDINGS)
            progress.clear()
            if output_format == "text":
                _print(report, lang, first=len(reports) == 1)
            continue
        progress.clear()
        problems += found
        worst = max(worst, code)
        print_problems(found, lang)
        if papers is not None:
            for problem in found:
                papers.refuse(problem)
        if code is PackError.exit_code:  # the rules themselves: no other file can be judged by them
            break
    if output_format == "json":
        from kiemtin.reporting.json_report import render

        sys.stdout.write(render(reports, problems, worst))
    elif papers is not None:
        papers.end(worst)
    elif len(files) > 1:
        from kiemtin.reporting.text import render_total

        sys.stdout.write(f"\n{render_total([tally(report) for report in reports], len(problems), lang)}\n")
    return worst


def _print(report: Report, lang: Lang, *, first: bool) -> None:
    from kiemtin.reporting.text import render

    text = render(report, lang, palette_for(sys.stdout), width_for(sys.stdout))
    sys.stdout.write(text if first else f"\n{text}")
