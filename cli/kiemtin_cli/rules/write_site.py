"""`kiemtin rules doc`: packs as one site of pages that opens from a disk."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.parameters import pack_option, packs_argument, packs_of
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, packs: Sequence[str], pack: str | None, output: str, internal: bool) -> int:
        from kiemtin.analysing.describing import describe
        from kiemtin.foundation.writing import write_private
        from kiemtin.reporting.pack_site.rendering import render

        site = describe(packs_of(packs, pack), lang, internal=internal)
        folder = Path(output)
        pages = 0
        for address, page in render(site, lang):
            path = folder / address
            path.parent.mkdir(parents=True, exist_ok=True)
            write_private(path, page.encode(), awaited=False)
            pages += address.endswith(".html")
        said = {"folder": output, "pages": pages, "packs": len(site.packs)}
        sys.stdout.write(visible(message("rules.site", lang, said)) + "\n")
        return ExitCode.NOTHING_FOUND

    params: list[click.Parameter] = [
        packs_argument(lang, required=False),
        pack_option(lang),
        click.Option(
            ["--output", "-o"],
            required=True,
            type=click.Path(file_okay=False),
            metavar=message("cli.meta.folder", lang),
            help=message("cli.option.site_output", lang),
        ),
        click.Option(["--internal"], is_flag=True, help=message("cli.option.internal", lang)),
    ]
    return Command("rules.doc", lang, run, params)
