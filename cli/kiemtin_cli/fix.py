"""`kiemtin fix`: shows what would be changed, and changes it if asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from kiemtin.checking.choosing import choice_of
from kiemtin.checking.desk import Desk
from kiemtin.checking.finishing import Finishing
from kiemtin.checking.repairing import Repaired, Repairing, offered, safe
from kiemtin.checking.workbench import Examination
from kiemtin.documents.reading import shown
from kiemtin.documents.rewriting import REWRITTEN, can_rewrite
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import DocumentError, ExitCode, KiemtinError, PackError, Problem
from kiemtin.judging.findings import Finding, SuggestedFix
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.report import worst_reaches
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.output import palette_for, print_problems, shown_name, width_for
from kiemtin_cli.parameters import (
    accepting_options,
    choice_options,
    files_argument,
    files_of,
)
from kiemtin_cli.program import Command

_YES = frozenset({"c", "có", "co", "y", "yes"})
_STOP = frozenset({"t", "thôi", "thoi", "q", "quit"})


def command(lang: Lang) -> Command:
    def run(
        *,
        files: Sequence[str],
        write: bool,
        ask: bool,
        select: Sequence[str],
        ignore: Sequence[str],
        baseline: str | None,
        waivers: str | None,
        no_waivers: bool,
        **chosen: Any,
    ) -> int:
        desk = desk_of(lang, **chosen)
        today = desk.chosen.as_of or date.today()
        finish = Finishing(choice_of(select, ignore), today, baseline, waivers, waive=not no_waivers)
        fixing = Fixing(desk, finish, lang, write=write, ask=ask)
        return fixing.run(files_of(files, lang))

    params = [
        files_argument(lang),
        click.Option(["--write"], is_flag=True, help=message("cli.option.fix_write", lang)),
        click.Option(["--ask"], is_flag=True, help=message("cli.option.fix_ask", lang)),
        *desk_options(lang),
        *choice_options(lang),
        *accepting_options(lang),
    ]
    return Command("fix", lang, run, params)


class Fixing:
    """One run over files: 1 while something is left to be changed, or to be written."""

    def __init__(self, desk: Desk, finish: Finishing, lang: Lang, *, write: bool, ask: bool) -> None:
        self.finish, self.lang, self.write, self.ask = finish, lang, write, ask
        self.desk = desk
        self.repairing = Repairing(desk, finish)
        self.worst = ExitCode.NOTHING_FOUND
        self._answers: dict[str, bool] = {}
        self._stopped = False

    def run(self, files: Sequence[str]) -> int:
        for path in files:
            try:
                self._one(path)
            except PackError:
                raise
            except KiemtinError as error:
                print_problems(error.problems, self.lang)
                self.worst = max(self.worst, error.exit_code)
        return self.worst

    def _one(self, path: str) -> None:
        """Raises KiemtinError for what cannot be read, repaired or written."""
        if Path(path).suffix.lower() not in REWRITTEN:
            self._copy(path)
            return
        try:
            data = Path(path).read_bytes()
        except OSError:
            data = b""
        examined = self.finish(self.desk.examine(path))  # tells what cannot be read
        if not can_rewrite(examined.report.document):
            raise DocumentError(Problem("fix-old-encoding", FilePlace(shown_name(path))))
        repaired = self.repairing.repair(data, shown(Path(path)), self._wants)
        for line in self._diff(repaired, path):
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        if self.write and repaired.made:
            _write_in_place(Path(path), repaired.after)
        self._sum(repaired, path)
        if (repaired.made and not self.write) or worst_reaches(repaired.examined.report, "note"):
            self.worst = max(self.worst, ExitCode.FINDINGS)

    def _copy(self, path: str) -> None:
        """A Word draft gets its repairs as tracked changes, in a copy beside it."""
        from kiemtin.reporting.formats import FORMATS, Style
        from kiemtin_cli.outputs import Copies

        if Path(path).suffix.lower() not in {".docx", ".docm"}:
            raise DocumentError(Problem("fix-no-text", FilePlace(shown_name(path))))
        examined = self.finish(self.desk.examine(path))
        made = [each for each in offered(examined.report) if safe(examined, *each)]
        for _, fix in made:
            sys.stdout.write(f"{visible(message(fix.message, self.lang, fix.arguments))}\n")
        if self.write and made:
            copies = Copies(FORMATS["docx"], Path(path).parent, True, Style(self.lang, suggest=True))
            target = copies.add(examined)
            sys.stdout.write(message("fix.copy", self.lang, {"path": shown_name(str(target))}) + "\n")
        else:
            told = {"path": shown_name(path), "n": len(made)}
            sys.stderr.write(message("fix.shown" if made else "fix.nothing", self.lang, told) + "\n")
        if worst_reaches(examined.report, "note"):
            self.worst = max(self.worst, ExitCode.FINDINGS)

    def _wants(self, examined: Examination, finding: Finding, fix: SuggestedFix) -> bool:
        if safe(examined, finding, fix):
            return True
        if not self.ask or self._stopped:
            return False
        said = sorted(map(str, fix.arguments.values()))
        question = f"{examined.report.document.path} {finding.rule} {fix.message} {said}"
        if question not in self._answers:
            self._answers[question] = self._asked(examined, finding)
        return self._answers[question]

    def _asked(self, examined: Examination, finding: Finding) -> bool:
        """Shows the finding with its repair and waits for a word; the end of input stops the asking."""
        from kiemtin.reporting.report import Cause
        from kiemtin.reporting.shown_findings import ShownFindings

        shown = ShownFindings(examined.report, self.lang, palette_for(sys.stderr), width_for(sys.stderr))
        lines = "\n".join(shown.cause(Cause(len(self._answers) + 1, (finding,))))
        sys.stderr.write(f"{lines}\n{message('fix.question', self.lang)} ")
        sys.stderr.flush()
        answer = sys.stdin.readline()
        word = answer.strip().lower()
        self._stopped = not answer or word in _STOP
        return word in _YES

    def _diff(self, repaired: Repaired, path: str) -> Iterator[str]:
        """A unified diff of the file's lines, coloured on a terminal, harmless there."""
        from difflib import unified_diff

        from kiemtin.documents.decoding import decode

        old, new = (decode(data, path).splitlines() for data in (repaired.before, repaired.after))
        palette, name = palette_for(sys.stdout), shown_name(path)
        for line in unified_diff(old, new, name, name, n=1, lineterm=""):
            role = "good" if line.startswith("+") else "must" if line.startswith("-") else "faint"
            yield palette.paint(visible(line), role)  # type: ignore[arg-type]

    def _sum(self, repaired: Repaired, path: str) -> None:
        left = offered(repaired.examined.report)
        told = {"path": shown_name(path), "n": len(repaired.made), "left": len(left)}
        which = "written" if self.write else "shown"
        sys.stderr.write(
            visible(message(f"fix.{which}" if repaired.made else "fix.nothing", self.lang, told))
        )
        if left and not self.ask:
            sys.stderr.write(" " + message("fix.left", self.lang, told))
        sys.stderr.write("\n")


def _write_in_place(path: Path, data: bytes) -> None:
    """Whole or not at all, with the rights that the draft has."""
    from kiemtin.foundation.writing import write_private

    try:
        mode = path.stat().st_mode & 0o7777
        write_private(path, data)
        path.chmod(mode)
    except OSError as error:
        told = {"reason": error.strerror or str(error)}
        raise KiemtinError(Problem("output-not-written", FilePlace(shown_name(str(path))), told)) from error
