"""`kiemtin check`: read, recognise, judge, print."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from kiemtin.checking.desk import Desk
from kiemtin.checking.settings import Settings
from kiemtin.foundation.messages import Lang
from kiemtin.foundation.problems import DocumentError, ExitCode, KiemtinError, PackError, Problem
from kiemtin.reporting.report import Report, tally, worst_reaches
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.output import Progress, palette_for, print_problems, shown_name, tool_problem, width_for
from kiemtin_cli.parameters import files_argument, files_of, format_option, strict_option, threshold_option
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(
        *,
        files: Sequence[str],
        output_format: str,
        threshold: str | None,
        strict: bool | None,
        **chosen: Any,
    ) -> int:
        desk = desk_of(lang, **chosen)
        return check(files, desk, output_format, lang, threshold=threshold, strict=strict)

    params = [
        files_argument(lang),
        format_option(lang, "text", "json"),
        threshold_option(lang),
        strict_option(lang),
        *desk_options(lang),
    ]
    return Command("check", lang, run, params)


def check(
    files: Sequence[str],
    desk: Desk,
    output_format: str,
    lang: Lang,
    *,
    threshold: str | None = None,
    strict: bool | None = None,
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
            report = desk.judge(path)
        except KiemtinError as error:
            found, code = error.problems, error.exit_code
        except Exception as error:
            found, code = (tool_problem(error, shown_name(path)),), ExitCode.TOOL_FAILED
        else:
            reports.append(report)
            if _reaches(report, desk.settings(path), threshold, strict=strict):
                worst = max(worst, ExitCode.FINDINGS)
            progress.clear()
            doubts = desk.doubts()
            if doubts:
                problems += doubts
                print_problems(doubts, lang)
            if output_format == "text":
                _print(report, lang, first=len(reports) == 1)
            continue
        progress.clear()
        problems += found
        worst = max(worst, code)
        print_problems(found, lang)
        if code is PackError.exit_code:  # the rules themselves: no other file can be judged by them
            break
    if output_format == "json":
        from kiemtin.reporting.json_report import render

        sys.stdout.write(render(reports, problems, worst))
    elif len(files) > 1:
        from kiemtin.reporting.text import render_total

        sys.stdout.write(f"\n{render_total([tally(report) for report in reports], len(problems), lang)}\n")
    return worst


def _reaches(report: Report, settings: Settings, threshold: str | None, *, strict: bool | None) -> bool:
    """Whether a report ends the run with findings, by the options, else by what the newsroom settled."""
    return worst_reaches(
        report.judgement,
        threshold or settings.threshold or "must",
        strict=bool(settings.strict if strict is None else strict),
        unread=bool(report.unread),
        unconfirmed=settings.unconfirmed == "fail" and strict is not False,
    )


def _print(report: Report, lang: Lang, *, first: bool) -> None:
    from kiemtin.reporting.text import render

    text = render(report, lang, palette_for(sys.stdout), width_for(sys.stdout))
    sys.stdout.write(text if first else f"\n{text}")
