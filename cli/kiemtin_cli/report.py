"""`kiemtin report`: what a store says, in the format that was asked for."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin_cli.output import width_for
from kiemtin_cli.parameters import format_option
from kiemtin_cli.program import Command

_ENDINGS = {"html": "html", "xlsx": "xlsx", "docx": "docx", "sample": "sample.xlsx"}


def command(lang: Lang) -> Command:
    def run(*, store: str, take_in: Sequence[str], **options: Any) -> int:
        return report(Path(store), [Path(path) for path in take_in], options, lang)

    def option(names: list[str], told: str, **more: Any) -> click.Option:
        return click.Option(names, help=message(f"report.option.{told}", lang), **more)

    params: list[click.Parameter] = [
        click.Argument(["store"], metavar=message("audit.meta.store", lang), type=click.Path()),
        format_option(lang, "text", *_ENDINGS),
        option(["--output"], "output", metavar=message("cli.meta.file", lang), type=click.Path()),
        option(["--run"], "run", metavar="N", type=click.IntRange(min=1)),
        option(["--outlet"], "outlet", metavar=message("report.meta.name", lang)),
        option(["--month"], "month", metavar=message("report.meta.month", lang), callback=_month(lang)),
        option(["--findings"], "findings", metavar="N", type=click.IntRange(min=0), default=500),
        option(["--sample"], "sample", metavar="N", type=click.IntRange(min=1), default=100),
        option(["--seed"], "seed", metavar="N", type=int, default=7),
        option(
            ["--take-in"], "take_in", metavar=message("cli.meta.file", lang), multiple=True, type=click.Path()
        ),
    ]
    return Command("report", lang, run, params)


def _month(lang: Lang) -> Any:
    def check(context: click.Context, param: click.Parameter, value: str | None) -> str | None:
        del context
        if value is not None and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", value):
            told = {"value": value, "known": "2024-03"}
            raise click.BadParameter(message("cli.bad_choice", lang, told), param=param)
        return value

    return check


def report(store: Path, take_in: Sequence[Path], options: dict[str, Any], lang: Lang) -> int:
    """Always 0 if it could be made: what was found is what it is about."""
    from kiemtin.auditing import answers
    from kiemtin.auditing.rendering.answered import tables_of
    from kiemtin.auditing.summarising import Choice, run_of, summarise
    from kiemtin.foundation.text import normalize

    run_of(store, options["run"])
    for path in take_in:
        said = {"path": str(path), "n": answers.take_in(store, path)}
        sys.stderr.write(message("report.taken_in", lang, said) + "\n")
    outlet = options["outlet"]
    wanted = options["output_format"]
    choice = Choice(
        options["run"],
        normalize(outlet).text if outlet is not None else None,
        options["month"],
        options["findings"] if wanted == "html" else 0,
    )
    figures = summarise(store, choice)
    extra = tables_of(answers.answers_of(store), lang)
    if wanted == "text" and options["output"] is None:
        from kiemtin.auditing.rendering.text import render

        sys.stdout.write(render(figures, lang, width_for(sys.stdout), extra))
        return 0
    path = Path(options["output"] or f"kiemtin-report.{_ENDINGS[wanted]}")
    path.write_bytes(_made(store, figures, choice, options, extra, lang))
    sys.stdout.write(message("report.written", lang, {"path": str(path)}) + "\n")
    return 0


def _made(
    store: Path, figures: Any, choice: Any, options: dict[str, Any], extra: tuple[Any, ...], lang: Lang
) -> bytes:
    from kiemtin.auditing.summarising import copies_of, findings_of, place_key, run_of

    wanted = options["output_format"]
    if wanted == "text":
        from kiemtin.auditing.rendering import text

        return text.render(figures, lang, 100, extra).encode()
    if wanted == "html":
        from kiemtin.auditing.rendering import html

        return html.render(figures, lang, extra).encode()
    if wanted == "docx":
        from kiemtin.auditing.rendering import review

        return review.render(figures, lang, extra)
    from kiemtin.auditing.rendering import workbook

    run = run_of(store, choice.run)
    copies = place_key(copies_of(run)).combine_chunks()
    if wanted == "sample":
        from kiemtin.auditing.drawing import draw

        sample, passed = draw(run, choice, copies, options["sample"], options["seed"], lang)
        return workbook.review_sheet(sample, passed, figures, lang)
    findings = findings_of(run, choice, copies)
    return workbook.render(figures, lang, findings, extra, replies=choice.outlet is not None)
