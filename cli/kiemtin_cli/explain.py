"""`kiemtin explain`: why a rule came to its result in one document."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

import click

from kiemtin.checking.workbench import Workbench
from kiemtin.documents.model import Revisions
from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.text import normalize
from kiemtin.judging.findings import Finding
from kiemtin.reporting.report import Report, causes
from kiemtin_cli.output import palette_for, width_for
from kiemtin_cli.parameters import as_of_option, pack_option, revisions_option, roster_option, set_option
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(
        *,
        file: str,
        finding: str | None,
        pack: str | None,
        as_of: date | None,
        roster: str | None,
        given: Sequence[str],
        revisions: Revisions,
    ) -> int:
        from kiemtin_cli.supplied import metadata_of

        bench = Workbench(pack, as_of, roster, metadata_of(given, lang) if given else None, revisions)
        return explain(file, finding, bench, lang)

    params: list[click.Parameter] = [
        click.Argument(["file"], metavar=message("cli.meta.file", lang), type=click.Path()),
        click.Option(
            ["--finding"],
            metavar=message("cli.meta.finding", lang),
            help=message("cli.option.finding", lang),
        ),
        pack_option(lang),
        as_of_option(lang),
        roster_option(lang),
        set_option(lang),
        revisions_option(lang),
    ]
    return Command("explain", lang, run, params)


def explain(path: str, wanted: str | None, bench: Workbench, lang: Lang) -> int:
    """Prints one tree for each finding chosen."""
    from kiemtin.reporting.explanation import render
    from kiemtin.reporting.places import Places

    document = bench.read(path)
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
