"""What is said about the items on the command line (`--set KEY=VALUE`) and in the environment."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

import click

from kiemtin.checking.desk import Chosen, chosen_by
from kiemtin.checking.said import BadPairError, supplied_by
from kiemtin.documents.model import Source, SourceKind, Supplied
from kiemtin.foundation.messages import Lang, message


def metadata_of(given: Sequence[str], lang: Lang) -> Supplied:
    """The same keys and values as in front matter, but for headline and lead, which are text.

    Raises click.UsageError.
    """
    try:
        return supplied_by(given, Source(SourceKind.COMMAND, words="--set"))
    except BadPairError as error:
        raise _refused(error, "--set", lang) from None


def of_environment(
    pack: str | None,
    as_of: date | None,
    rosters: Sequence[str],
    events: Sequence[str],
    given: Supplied | None,
    lang: Lang,
) -> Chosen:
    """What the options and the variables choose. Raises click.UsageError."""
    try:
        return chosen_by(os.environ, pack, as_of, tuple(rosters), tuple(events), given)
    except BadPairError as error:
        raise _refused(error, "KIEMTIN_SET", lang) from None


def _refused(error: BadPairError, where: str, lang: Lang) -> click.UsageError:
    arguments = dict(error.arguments)
    similar = arguments.pop("similar", None)
    if error.reason == "unknown":
        arguments["meant"] = message("cli.set.meant", lang, {"similar": similar}) if similar else ""
    said = message(f"cli.set.{error.reason}", lang, arguments)
    return click.UsageError(f"{where}: {said}".rstrip())
