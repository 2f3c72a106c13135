"""The parameters that choose by what a file is checked: options, else the environment, else kiemtin.toml."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

import click

from kiemtin.checking.desk import Chosen, Desk
from kiemtin.documents.model import Revisions
from kiemtin.foundation.messages import Lang, message
from kiemtin_cli.parameters import as_of_option, pack_option, revisions_option, roster_option, set_option

_VARIABLES = ("KIEMTIN_PACK", "KIEMTIN_ROSTER", "KIEMTIN_EVENTS", "KIEMTIN_SET")


def desk_options(lang: Lang) -> list[click.Parameter]:
    """`desk_of` takes their values by their names."""
    file = message("cli.meta.file", lang)
    return [
        pack_option(lang),
        as_of_option(lang),
        roster_option(lang, several=True),
        click.Option(
            ["--events"],
            multiple=True,
            type=click.Path(),
            metavar=file,
            help=message("cli.option.events", lang),
        ),
        set_option(lang),
        revisions_option(lang),
        click.Option(["--internal"], is_flag=True, help=message("cli.option.internal", lang)),
        click.Option(["--config"], type=click.Path(), metavar=file, help=message("cli.option.config", lang)),
        click.Option(["--no-config", "no_config"], is_flag=True, help=message("cli.option.no_config", lang)),
    ]


def desk_of(
    lang: Lang,
    *,
    pack: str | None,
    as_of: date | None,
    roster: Sequence[str],
    events: Sequence[str],
    given: Sequence[str],
    revisions: Revisions,
    internal: bool,
    config: str | None,
    no_config: bool,
) -> Desk:
    """The desk for a run. Raises click.UsageError for what is given with --set or in KIEMTIN_SET."""
    if config is not None and no_config:
        raise click.UsageError(message("cli.config.both", lang))
    chosen = Chosen(pack, as_of, tuple(roster), tuple(events))
    if given or any(name in os.environ for name in _VARIABLES):
        from kiemtin_cli.supplied import metadata_of, of_environment  # few runs say anything

        said = metadata_of(given, lang) if given else None
        chosen = of_environment(pack, as_of, roster, events, said, lang)
    config = config or (os.environ.get("KIEMTIN_CONFIG") or None if not no_config else None)
    return Desk(chosen._replace(revisions=revisions, internal=internal), config, uses_config=not no_config)
