"""What the commands of packages share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiemtin.foundation.messages import Lang, message
from kiemtin.reporting.excerpt import visible
from kiemtin.reporting.palette import Palette

if TYPE_CHECKING:
    from kiemtin.adopting.packages.opening import Package
    from kiemtin.adopting.packages.store import Difference, Store
    from kiemtin.language.changes import Change


def config_option(lang: Lang) -> click.Option:
    metavar, told = message("cli.meta.file", lang), message("cli.option.packs_config", lang)
    return click.Option(["--config"], type=click.Path(), metavar=metavar, help=told)


def store_of(config: str | None) -> Store:
    from kiemtin.adopting.packages.store import Store, config_of

    return Store(Path(config) if config is not None else config_of(Path()))


def say(message_id: str, lang: Lang, **arguments: object) -> None:
    sys.stdout.write(visible(message(message_id, lang, arguments)) + "\n")


def say_signer(key: str, lang: Lang) -> None:
    told = message("packs.signed_by" if key else "packs.unsigned", lang, {"key": key})
    sys.stdout.write(visible(f"  {told}") + "\n")


def name_and_hash(package: Package) -> dict[str, object]:
    told = package.manifest
    return {"name": told.name, "version": told.version, "sha256": package.sha256}


def difference_lines(difference: Difference, lang: Lang, palette: Palette) -> Iterator[str]:
    """A line a change, and below it the lines that went and came."""
    for change in difference.rules:
        yield f"  {message(f'change.{change.kind}', lang)}: {_what(change, lang)}"
        yield from _lines(change, palette)
    for name, kind in difference.files:
        yield f"  {message(f'change.{kind}', lang)}: {visible(message('change.file', lang, {'name': name}))}"


def _what(change: Change, lang: Lang) -> str:
    said = change.after or change.before
    assert said is not None
    labels = [f"{message(f'division.{kind}', lang)} {label}" for kind, label in said.path]
    clause = ", ".join(labels) or message("division.none", lang)
    arguments = {"name": change.key.name, "pack": change.key.pack, "clause": clause}
    return visible(message(f"change.what.{change.key.what}", lang, arguments))


def _lines(change: Change, palette: Palette) -> Iterator[str]:
    before, after = (said.text.splitlines() if said else [] for said in (change.before, change.after))
    for line in ndiff(before, after):
        if line.startswith("-"):
            yield palette.paint(f"    {visible(line)}", "must")
        elif line.startswith("+"):
            yield palette.paint(f"    {visible(line)}", "good")
