"""`kiemtin explain`: why a rule came to its result in one document."""

from __future__ import annotations

import sys
from typing import Any

import click

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Document
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.text import normalize
from kiemtin.judging.findings import Finding
from kiemtin.reporting.report import Report, causes
from kiemtin_cli.chosen import desk_of, desk_options
from kiemtin_cli.output import palette_for, width_for
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, file: str, finding: str | None, **chosen: Any) -> int:
        desk = desk_of(lang, **chosen)
        return explain(desk.read(file), finding, desk.bench(file), lang)

    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=message("cli.meta.file", lang), type=click.Path()),
        click.Option(
            ["--finding"],
            metavar=message("cli.meta.finding", lang),
            help=message("cli.option.finding", lang),
        ),
        *desk_options(lang),
    ]
    return Command("explain", lang, run, params)


def explain(document: Document, wanted: str | None, bench: Workbench, lang: Lang) -> int:
    """Prints one tree for each finding chosen."""
    from kiemtin.reporting.explanation import render
    from kiemtin.reporting.places import Places

    examined = bench.examine(document)
    chosen = choose(examined.report, wanted, lang)
    if not chosen:
        sys.stdout.write(message("explain.none", lang, {"path": document.path}) + "\n")
        return 0
    places, palette, width = Places(document), palette_for(sys.stdout), width_for(sys.stdout)
    trees = (render(examined.explain(each), places, lang, palette, width) for each in chosen)
    sys.stdout.write("\n".join(trees))
    return 0


def choose(report: Report, wanted: str | None, lang: Lang) -> list[Finding]:
    """By number as the report counts, by rule (with or without its pack), or every failure."""
    found = causes(report.judgement)
    if wanted is None:
        return [cause.findings[0] for cause in found]
    word = normalize(wanted).text
    chosen = [cause.findings[0] for cause in found if str(cause.number) == word]
    if not chosen:
        findings = report.judgement.findings
        chosen = [finding for finding in findings if word in (finding.rule, finding.rule.rpartition(".")[2])]
    if not chosen:
        rules = ", ".join(rule.name for rule in report.rulebook.rules)
        told = {"wanted": wanted, "n": len(found), "rules": rules}
        raise click.UsageError(message("explain.not_found", lang, told))
    return chosen
