"""A requirement that is not met, where it is not known whether an exception excuses that."""

from __future__ import annotations

from collections.abc import Sequence

from kiemtin.foundation.messages import Lang, Phrase, help_for, message
from kiemtin.judging.findings import MissingDatum, Words
from kiemtin.judging.telling.reasons import Diagnosis


def what_is_open(found: Diagnosis, data: Sequence[MissingDatum]) -> Words:
    """In words what is wrong, what is lacking to excuse it, how to give that, what to do if nothing does."""
    told = zip(_said(found, data, "vi"), _said(found, data, "en"), strict=True)
    names = ("failure", "missing", "how", "todo")
    arguments: dict[str, object] = {name: Phrase(*both) for name, both in zip(names, told, strict=True)}
    return Words(arguments, found.measured, found.required)


def _said(found: Diagnosis, data: Sequence[MissingDatum], lang: Lang) -> tuple[str, str, str, str]:
    names = [(f"datum.{datum.name}", datum.arguments) for datum in data]
    return (
        message(found.message, lang, found.arguments),
        "; ".join(message(name, lang, arguments) for name, arguments in names),
        "; ".join(help_for(name, lang, arguments) or "" for name, arguments in names),
        help_for(found.message, lang, found.arguments) or "",
    )
