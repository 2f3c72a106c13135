"""`kiemtin explain`: why a rule came to its result, asked of a draft, or of a report of it."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from kiemtin.checking.choosing import Choice
from kiemtin.checking.finishing import Finishing
from kiemtin.checking.reported import find, is_report
from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Document
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.paths import exists
from kiemtin.foundation.places import FilePlace
from kiemtin.foundation.problems import Problem
from kiemtin.foundation.text import normalize
from kiemtin.judging.findings import Finding
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.report import Report, causes
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.output import palette_for, print_problems, width_for
from kiemtin_cli.parameters import accepting_options
from kiemtin_cli.program import Command

_FINGERPRINT = re.compile("[0-9a-f]{20}")


def command(lang: Lang) -> Command:
    def run(
        *,
        file: str,
        wanted: str | None,
        finding: str | None,
        baseline: str | None,
        waivers: str | None,
        no_waivers: bool,
        **chosen: Any,
    ) -> int:
        wanted = wanted or finding
        if _FINGERPRINT.fullmatch(file) and wanted is not None and not exists(Path(file)):
            file, wanted = wanted, file  # the fingerprint first, as a report shows it
        digest = None
        if is_report(file):
            reported = find(file, wanted)
            file, digest = str(reported.path), reported.sha256
            chosen["pack"] = chosen["pack"] or reported.pack or None
            wanted = reported.fingerprints[0] if wanted is not None else None
        desk = desk_of(lang, **chosen)
        finish = Finishing(
            Choice(), desk.chosen.as_of or date.today(), baseline, waivers, waive=not no_waivers
        )
        return explain(desk.read(file), wanted, desk.bench(file), lang, digest, finish)

    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=message("cli.meta.file", lang), type=click.Path()),
        click.Argument(["wanted"], required=False, metavar=f"[{message('cli.meta.finding', lang)}]"),
        click.Option(
            ["--finding"],
            metavar=message("cli.meta.finding", lang),
            help=message("cli.option.finding", lang),
        ),
        *desk_options(lang),
        *accepting_options(lang),
    ]
    return Command("explain", lang, run, params)


def explain(
    document: Document,
    wanted: str | None,
    bench: Workbench,
    lang: Lang,
    digest: str | None = None,
    finish: Finishing | None = None,
) -> int:
    """Prints one tree for each finding chosen; a draft with another `digest` is not the one that was checked,
    which is said."""
    from kiemtin.reporting.explanation import render
    from kiemtin.reporting.places import Places

    if digest and document.sha256 != digest:
        print_problems([Problem("report-stale", FilePlace(document.path), warning=True)], lang)
    examined = bench.examine(document)
    if finish is not None:  # numbers are those of a report that knows the same waivers
        examined = finish(examined)
    chosen = choose(examined.report, wanted, lang)
    if not chosen:
        sys.stdout.write(visible(message("explain.none", lang, {"path": document.path})) + "\n")
        return 0
    places, palette, width = Places(document), palette_for(sys.stdout), width_for(sys.stdout)
    trees = (render(examined.explain(each), places, lang, palette, width) for each in chosen)
    sys.stdout.write("\n".join(trees))
    return 0


def choose(report: Report, wanted: str | None, lang: Lang) -> list[Finding]:
    """By number as the report counts, by fingerprint, by rule (with or without its pack), or every
    failure."""
    found = causes(report)
    if wanted is None:
        return [cause.findings[0] for cause in found]
    word = normalize(wanted).text
    chosen = [cause.findings[0] for cause in found if str(cause.number) == word]
    if not chosen and _FINGERPRINT.fullmatch(word):
        chosen = [finding for finding in report.judgement.findings if finding.fingerprint == word]
    if not chosen:
        findings = report.judgement.findings
        chosen = [finding for finding in findings if word in (finding.rule, finding.rule.rpartition(".")[2])]
    if not chosen:
        rules = ", ".join(rule.name for rule in report.rulebook.rules)
        told = {"wanted": wanted, "n": len(found), "rules": rules}
        raise click.UsageError(message("explain.not_found", lang, told))
    return chosen
