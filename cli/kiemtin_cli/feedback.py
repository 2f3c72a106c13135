"""`kiemtin feedback`: a false alarm becomes a waiver that is counted, and a case for the author of the
rule."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from kiemtin.accepting.feedback import FOLDER, case_of, most_waived, waiver_of
from kiemtin.accepting.redacting import redacted
from kiemtin.accepting.waivers import FILE_NAME
from kiemtin.checking.choosing import Choice
from kiemtin.checking.finishing import Finishing
from kiemtin.checking.workbench import Examination, Workbench
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import exists
from kiemtin.foundation.places import FilePlace, Span
from kiemtin.foundation.problems import KiemtinError, Problem
from kiemtin.judging.findings import Finding
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.places import Places
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.explain import choose
from kiemtin_cli.output import print_problems, shown_name
from kiemtin_cli.parameters import Day
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(
        *,
        file: str | None,
        wanted: str | None,
        reason: str | None,
        person: str | None,
        until: date | None,
        waivers: str | None,
        listing: bool,
        **chosen: Any,
    ) -> int:
        if listing:
            return show_list([Path(each) for each in (waivers, file) if each] or [Path(FILE_NAME)], lang)
        if not (file and wanted and reason and person):
            raise click.UsageError(message("feedback.needed", lang))
        desk = desk_of(lang, **chosen)
        finish = Finishing(Choice(), desk.chosen.as_of or date.today(), waivers=waivers)
        bench = desk.bench(file)
        examined = finish(desk.examine(file))
        finding = choose(examined.report, wanted, lang)[0]
        target = Path(waivers) if waivers else Path(file).resolve().parent / FILE_NAME
        today = date.today()
        expires = until or date(today.year + 1, today.month, min(today.day, 28))
        return feedback(examined, finding, reason, person, expires, target, bench, lang)

    file, day = message("cli.meta.file", lang), message("cli.meta.day", lang)
    params: list[click.Parameter] = [
        click.Argument(["file"], required=False, metavar=file, type=click.Path()),
        click.Argument(["wanted"], required=False, metavar=message("cli.meta.finding", lang)),
        click.Option(
            ["--reason"], metavar=message("cli.meta.words", lang), help=message("cli.option.reason", lang)
        ),
        click.Option(
            ["--person"], metavar=message("cli.meta.words", lang), help=message("cli.option.answering", lang)
        ),
        click.Option(["--until"], type=Day(lang), metavar=day, help=message("cli.option.until", lang)),
        click.Option(
            ["--waivers"], type=click.Path(), metavar=file, help=message("cli.option.waivers", lang)
        ),
        click.Option(["--list", "listing"], is_flag=True, help=message("cli.option.feedback_list", lang)),
        *desk_options(lang),
    ]
    return Command("feedback", lang, run, params)


def feedback(
    examined: Examination,
    finding: Finding,
    reason: str,
    person: str,
    expires: date,
    target: Path,
    bench: Workbench,
    lang: Lang,
) -> int:
    """Adds the waiver to `target` and writes the case into a folder beside it."""
    document = examined.report.document
    folder = target.resolve().parent
    path = Path(document.path).resolve()
    name = path.relative_to(folder).as_posix() if folder in path.parents else path.as_posix()
    before = target.read_text("utf-8") if exists(target) else ""
    gap = "\n" if before and not before.endswith("\n\n") else ""
    _write(target, before + gap + waiver_of(finding, name, reason, person, expires))

    mentions = bench.recognizer.recognize(document).mentions
    whole = Span(0, len(document.text)) if finding.place is None else Places(document).context(finding.place)
    said = Span(0, len(reason))
    day = examined.report.judgement.judged_on[max(0, finding.item)]
    case = case_of(finding, redacted(document.text, whole, mentions), redacted(reason, said, mentions), day)
    kept = folder / FOLDER / f"{finding.fingerprint}.quy"
    _write(kept, case)
    told = {"waivers": shown_name(str(target)), "case": shown_name(str(kept))}
    sys.stdout.write(visible(message("feedback.written", lang, told)) + "\n")
    return 0


def show_list(paths: Sequence[Path], lang: Lang) -> int:
    """The rules most often waived."""
    rows, problems = most_waived(paths)
    print_problems(problems, lang)
    for rule, n, false in rows:
        sys.stdout.write(
            visible(message("feedback.row", lang, {"rule": rule, "n": n, "false": false})) + "\n"
        )
    if not rows:
        sys.stdout.write(message("feedback.none", lang) + "\n")
    return 0


def _write(path: Path, text: str) -> None:
    from kiemtin.foundation.writing import write_private

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o7777 if exists(path) else None
        write_private(path, text.encode())
        if mode is not None:
            path.chmod(mode)
    except OSError as error:
        told = {"reason": error.strerror or str(error)}
        raise KiemtinError(Problem("output-not-written", FilePlace(shown_name(str(path))), told)) from error
