"""`kiemtin rules fmt`: one layout for all packs, in either spelling of the keywords."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.foundation.problems import ExitCode, PackError
from kiemtin.reporting.excerpt import visible
from kiemtin_cli.output import print_problems
from kiemtin_cli.parameters import OneOf, packs_argument
from kiemtin_cli.program import Command


def command(lang: Lang) -> Command:
    def run(*, packs: Sequence[str], check: bool, write: bool, keywords: Lang | None) -> int:
        mode = "check" if check else "write" if write else "print"
        return max(format_file(pack, mode, keywords, lang) for pack in packs)

    params: list[click.Parameter] = [
        packs_argument(lang),
        click.Option(["--check"], is_flag=True, help=message("cli.option.fmt_check", lang)),
        click.Option(["--write"], is_flag=True, help=message("cli.option.fmt_write", lang)),
        click.Option(
            ["--keywords"],
            type=OneOf({"vi": "vi", "en": "en"}, lang),
            metavar="vi|en",
            help=message("cli.option.fmt_keywords", lang),
        ),
    ]
    return Command("rules.fmt", lang, run, params)


def format_file(pack: str, mode: str, keywords: Lang | None, lang: Lang) -> ExitCode:
    """Prints, writes or only compares; a pack that cannot be parsed stays as it is."""
    from kiemtin.checking.packs import pack_source
    from kiemtin.language.writing.formatting import format_pack

    try:
        path, source = pack_source(pack)
        formatted = format_pack(source, str(path), keywords=keywords)
    except PackError as error:
        print_problems(error.problems, lang)
        return ExitCode.PACK_INVALID
    if mode == "print":
        sys.stdout.write(formatted)
        return ExitCode.NOTHING_FOUND
    same = formatted == source
    if mode == "check":
        said = "rules.unchanged" if same else "rules.would_format"
    else:
        said = "rules.unchanged" if same else "rules.formatted"
        if not same:
            replace_file(path, formatted)
    sys.stdout.write(visible(message(said, lang, {"path": path})) + "\n")
    return ExitCode.FINDINGS if mode == "check" and not same else ExitCode.NOTHING_FOUND


def replace_file(path: Path, content: str) -> None:
    """Written beside and renamed, so that an interrupted run leaves the old file whole."""
    path = path.resolve()
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    written = Path(stream.name)
    try:
        written.chmod(path.stat().st_mode & 0o777)
        written.replace(path)
    except OSError:
        written.unlink(missing_ok=True)
        raise
