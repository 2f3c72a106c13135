"""`kiemtin check`: read, recognise, judge, print."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import click

from kiemtin.checking.choosing import choice_of
from kiemtin.checking.desk import Desk
from kiemtin.checking.finishing import Finishing
from kiemtin.checking.settings import Settings
from kiemtin.checking.workbench import Examination
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import DocumentError, ExitCode, KiemtinError, PackError, Problem
from kiemtin.language.rulebook import Rulebook
from kiemtin.reporting.report import worst_reaches
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.output import Progress, print_problems, shown_name, tool_problem
from kiemtin_cli.outputs import Asked, Destination, Outputs, destinations
from kiemtin_cli.parameters import (
    accepting_options,
    choice_options,
    files_argument,
    files_of,
    report_options,
    strict_option,
    threshold_option,
)
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(
        *,
        files: Sequence[str],
        formats: Sequence[Asked],
        output: str | None,
        redact: bool,
        suggest: bool,
        quiet: bool,
        select: Sequence[str],
        ignore: Sequence[str],
        baseline: str | None,
        waivers: str | None,
        no_waivers: bool,
        threshold: str | None,
        strict: bool | None,
        **chosen: Any,
    ) -> int:
        desk = desk_of(lang, **chosen)
        problems: Sequence[Problem] = ()
        try:
            files = files_of(files, lang, quiet=quiet)
        except DocumentError as error:
            files, problems = (), error.problems
        found = destinations(formats, output, files, lang, redact=redact)
        if suggest and not any(each.format.a_file_a_draft for each in found):
            raise click.UsageError(message("cli.suggest.unused", lang))
        today = desk.chosen.as_of or date.today()
        finish = Finishing(choice_of(select, ignore), today, baseline, waivers, waive=not no_waivers)
        told = Told(redact=redact, suggest=suggest, quiet=quiet)
        checking = Checking(desk, finish, threshold, lang, told, strict=strict)
        return checking.run(files, found, problems)

    params = [
        files_argument(lang),
        *report_options(lang),
        *choice_options(lang),
        *accepting_options(lang),
        threshold_option(lang),
        strict_option(lang),
        *desk_options(lang),
    ]
    return Command("check", lang, run, params)


class Told(NamedTuple):
    """How reports are told, as the command line chose."""

    redact: bool = False
    suggest: bool = False
    quiet: bool = False


class Checking:
    """One run over files; what it comes to is the largest of their exit codes."""

    def __init__(
        self,
        desk: Desk,
        finish: Finishing,
        threshold: str | None,
        lang: Lang,
        told: Told = Told(),  # noqa: B008 - immutable
        *,
        strict: bool | None = None,
    ) -> None:
        """`threshold` and `strict` are those of the options; None: what the newsroom settled."""
        self.desk, self.finish, self.threshold, self.lang = desk, finish, threshold, lang
        self.strict, self.told = strict, told
        self.worst = ExitCode.NOTHING_FOUND
        self._rulebooks: dict[str, Rulebook] = {}

    def run(self, files: Sequence[str], found: Sequence[Destination], problems: Sequence[Problem]) -> int:
        """Raises click.UsageError at the end for a choice of rules that means none."""
        told = self.told
        with Outputs(found, self.lang, quiet=told.quiet, redact=told.redact, suggest=told.suggest) as outputs:
            if problems:
                self._refuse(outputs, problems, DocumentError.exit_code)
            progress = Progress(len(files), wanted=not self.told.quiet)
            for path in files:
                progress.step()
                examined = self._examined(path, outputs, progress)
                if examined is None:
                    if self.worst is PackError.exit_code:  # no other file can be judged by these rules
                        break
                    continue
                progress.clear()
                self._tell(examined, outputs, self.desk.settings(path))
                self._warn(outputs, (*self.desk.doubts(), *self.finish.problems()))
            progress.clear()
            self._warn(outputs, self.finish.at_the_end())
            if self._rulebooks:
                self._refuse_slips()
            outputs.end(self.worst)
        return self.worst

    def _examined(self, path: str, outputs: Outputs, progress: Progress) -> Examination | None:
        """None if the file cannot be judged, which is told. Raises click.UsageError for a choice without
        effect."""
        try:
            examined = self.desk.examine(path)
        except KiemtinError as error:
            found, code = error.problems, error.exit_code
        except Exception as error:
            found, code = (tool_problem(error, shown_name(path)),), ExitCode.TOOL_FAILED
        else:
            self._rulebooks[examined.report.rulebook.key] = examined.report.rulebook
            if self.desk.bench(path).pack is not None:  # there is no other rulebook that a slip could mean
                self._refuse_slips()
            return self.finish(examined)
        progress.clear()
        self._refuse(outputs, found, code)
        return None

    def _tell(self, examined: Examination, outputs: Outputs, settings: Settings) -> None:
        if self._reaches(examined, settings):
            self.worst = max(self.worst, ExitCode.FINDINGS)
        try:
            outputs.add(examined)
        except DocumentError as error:  # of this draft there is no copy
            self._refuse(outputs, error.problems, error.exit_code)
        except (KiemtinError, OSError):  # nothing more can be written
            raise
        except Exception as error:
            told = tool_problem(error, shown_name(examined.report.document.path))
            self._refuse(outputs, (told,), ExitCode.TOOL_FAILED)

    def _reaches(self, examined: Examination, settings: Settings) -> bool:
        """Whether a report ends the run with findings, by the options, else by what the newsroom settled."""
        return worst_reaches(
            examined.report,
            self.threshold or settings.threshold or "must",
            strict=bool(settings.strict if self.strict is None else self.strict),
            unconfirmed=settings.unconfirmed == "fail" and self.strict is not False,
        )

    def _warn(self, outputs: Outputs, problems: Sequence[Problem]) -> None:
        if problems:
            self._refuse(outputs, problems, self.worst)

    def _refuse(self, outputs: Outputs, problems: Sequence[Problem], code: ExitCode) -> None:
        self.worst = max(self.worst, code)
        for problem in problems:
            outputs.refuse(problem)
        sys.stdout.flush()
        print_problems(problems, self.lang)

    def _refuse_slips(self) -> None:
        unknown = list(self.finish.choice.without_effect(tuple(self._rulebooks.values())))
        if unknown:
            rules = {rule.name: None for book in self._rulebooks.values() for rule in book.rules}
            told = {"value": ", ".join(unknown), "rules": ", ".join(rules)}
            raise click.UsageError(message("cli.choice.unknown", self.lang, told))
